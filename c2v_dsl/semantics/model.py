"""What a storyboard holds once names, files, templates and families are worked out.

`analyse.analyse` makes an `Analysis`; the timeline builds on it as follows.

* `Analysis.scenes` are the scenes in order. `SceneModel.beats` hold trees; their expressions are
  evaluated with ``Evaluator`` in a child of `SceneModel.scope`, in which lets, params and objects
  of the scene are known. `Analysis.actions` holds the ``action`` definitions (trees) by name;
  their bodies see what `ActionModel.scope` sees, and the objects of the scene that calls them.
* `SceneModel.objects` maps ids (``square``, ``tile[2]``, ``wire[0, 1]``, ``peg.disk[2]``) to
  `ObjectModel`, in order of declaration. A component instance is an object of kind
  ``component``, followed by its members, whose ``component`` is its id. `ObjectModel.spec` freezes
  one into the timeline's ``ObjectSpec``; do that after the beats were walked, since resolving
  adds ``pieces`` and the timeline adds ``sweep``.
* `SceneModel.resolve` turns a target into references: what ``show tile[0..2], ans["3"]`` names.
  It reports unknown objects, parts and indices to `SceneModel.report` and answers ``None`` then.
  What analysis itself found is in `Analysis.findings`; the scenes' reports are empty then and
  gather what beats are wrong about: take them with ``scene.report.drain()``.
* `SceneModel.rewrite` tells what a text or formula says from now on (``rewrite a as "…"``), so
  that pieces are looked for in that; call ``SceneModel.reset_texts()`` before walking again.
* `SceneModel.leaves` unfolds references to objects that can be on screen by themselves: families,
  groups and component instances become their members, parts stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ..diagnostics import Finding, Span
from ..syntax import tree
from .blame import Use
from .lowered import Definition, Ref, Value
from .report import Report
from .specs import ObjectSpec, ParamSpec, PlaceSpec
from .vocabulary.declare import Kind

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .scope import Scope

COMPONENT = Kind(
    "component", "groups", "An instance of a component: its members, placed as one.", (), "",
    styles=("scale", "opacity", "rotated", "layer"),
)
"""The kind of component instances; not one an author can write, hence not in ``KINDS``."""

Index = tuple[Any, ...]


@dataclass(frozen=True)
class PartNames:
    """What the parts of one name are called: ``g.node["a"]``, ``net.edge[0, 2, 1]``.

    An index has one entry more than the kind declares where several parts have the same names:
    which of them it is, from 0. ``either_way``: pairs may be named in either order. ``counts``
    are the nodes of a network's layers, also those that are not drawn.
    """

    indices: tuple[Index, ...]
    either_way: bool = False
    counts: tuple[int, ...] = ()


@dataclass
class ObjectModel:
    """One object, mutable until the timeline freezes it.

    Attributes:
        args: by the argument's declared name, only those given; an argument that collects the
            rest (``many``) has a ``*`` before its name and a tuple as its value.
        indices: the values its families' loops gave it, empty outside families.
        members: what a group or a component instance holds.
        count: how many rows and columns, entries or bars it has, where its parts are counted.
        pieces: substrings that beats or other objects speak of, filled by ``resolve``.
        sweep: filled by the timeline: for each param it follows, what beats set that to.
        parts: the parts that have names of their own, by the part's name.
        says: the strings it shows, for the check of pieces: one for texts and formulas, by
            ``(row, column)`` or ``(index,)`` for tables, bullets and such.
    """

    id: str
    kind: Kind
    span: Span
    decl: tree.ObjectDecl
    indices: Index = ()
    args: dict[str, Value] = field(default_factory=dict)
    arg_spans: dict[str, Span] = field(default_factory=dict)
    place: PlaceSpec | None = None
    plane: str | None = None
    style: dict[str, Value] = field(default_factory=dict)
    part_styles: list[tuple[Ref, dict[str, Value]]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    sweep: dict[str, tuple[float, ...]] = field(default_factory=dict)
    code: str | None = None
    code_span: Span | None = None
    component: str | None = None
    members: tuple[Ref, ...] = ()
    count: tuple[int, ...] = ()
    says: dict[Index, Value] = field(default_factory=dict)
    carried: bool = False
    parts: dict[str, PartNames] = field(default_factory=dict)

    def follows_params(self) -> tuple[str, ...]:
        """Params its arguments, place or style read, in alphabetical order."""
        names: set[str] = set()
        for value in (*self.args.values(), self.place and self.place.target, *self.style.values()):
            _collect_params(value, names)
        return tuple(sorted(names))

    def spec(self) -> ObjectSpec:
        return ObjectSpec(
            id=self.id, kind=self.kind.name, args=dict(self.args), place=self.place,
            plane=self.plane, style=dict(self.style), part_styles=tuple(self.part_styles),
            pieces=tuple(self.pieces), sweep=dict(self.sweep), code=self.code,
            code_span=self.code_span, component=self.component, span=self.span,
        )


def _collect_params(value: Any, names: set[str]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _collect_params(item, names)
    else:
        names.update(getattr(value, "params", ()))


@dataclass
class Family:
    """Objects declared by one loop: ids by the values the loop gave them. A loop of nothing
    declares a family without members, whose declaration has ``indices``."""

    name: str
    span: Span
    members: dict[Index, str] = field(default_factory=dict)
    indices: int = 0

    @property
    def width(self) -> int:
        """How many indices a member bears."""
        return len(next(iter(self.members))) if self.members else self.indices


@dataclass
class ActionModel:
    """An ``action`` of the file or of one it imports."""

    name: str
    tree: tree.ActionDef
    scope: Scope


@dataclass
class ParamModel:
    """A param and the value it begins with (MISSING where that could not be worked out)."""

    name: str
    initial: Any
    span: Span

    def spec(self) -> ParamSpec:
        return ParamSpec(self.name, self.initial, self.span)


@dataclass(frozen=True)
class BeatModel:
    """A beat of a scene, loops unfolded: ``name`` is ``step_2`` for the beat ``step[2]``, and
    ``scope`` holds the values that the loops gave."""

    name: str
    tree: tree.Beat
    scope: Scope


@dataclass
class SceneModel:
    """A scene ready for its beats.

    ``title`` is plain text, ``layout`` decided, ``continues`` the id of the scene it goes on
    from (analysed before this one). ``families`` are keyed by full name: ``peg.disk``.
    """

    id: str
    title: str
    title_tree: tree.Str | None
    layout: Literal["notes", "wide"]
    continues: str | None
    scope: Scope
    evaluator: Evaluator
    params: dict[str, ParamModel]
    beats: tuple[BeatModel, ...]
    span: Span
    name_span: Span
    objects: dict[str, ObjectModel] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    inherits: SceneModel | None = None
    """The scene that ``continues`` names."""
    report: Report = field(default_factory=Report)
    broken: set[str] = field(default_factory=set)
    """Names whose declarations gave findings and no object: nothing more is said about them."""
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Objects and families of the whole file, each with the first scene that has it."""
    made: Use | None = None
    """The template that it is made from."""
    texts: dict[str, Value] = field(default_factory=dict)
    """What was rewritten: the text or `Live` that an object of this id shows now."""

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """What emitted code of this scene calls by name; ask when the beats were walked."""
        found = {d.name: d for d in (self.inherits.definitions if self.inherits else ())}
        found.update((d.name, d) for d in self.scope.definitions())
        return tuple(sorted(found.values(), key=lambda d: d.scope != "file"))

    def resolve(
        self, expr: tree.Expr, scope: Scope | None = None, *, quiet: bool = False
    ) -> tuple[Ref, ...] | None:
        """The objects or parts that ``expr`` names, in order; None after a finding.

        A whole family gives a reference to each member, in order of declaration; a group or a
        component instance gives one reference to itself (see `leaves`). A list of targets gives
        those of its items. Empty when a range or a loop names none. ``scope`` (default: the
        scene's) holds loop variables and action parameters. With ``quiet`` nothing is reported.
        """
        from .targets import resolve

        return resolve(self, expr, scope or self.scope, quiet=quiet)

    def rewrite(self, ref: Ref, text: Value) -> None:
        """From now on the object ``ref`` says ``text`` (a text or a `Live` one)."""
        self.texts[ref.object] = text

    def told(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """``findings`` as those read them who made the scene from a template."""
        return findings if self.made is None else self.made.told(findings)

    def reset_texts(self) -> None:
        """Everything says again what it was declared with."""
        self.texts.clear()

    def leaves(self, refs: Sequence[Ref]) -> tuple[Ref, ...]:
        """``refs`` with groups and component instances unfolded into their members, recursively,
        each reference once."""
        found: dict[Ref, None] = {}

        def visit(ref: Ref) -> None:
            model = self.objects.get(ref.object)
            if model is None or ref.path or not model.members:
                found[ref] = None
                return
            for member in model.members:
                visit(member)

        for ref in refs:
            visit(ref)
        return tuple(found)

    def kind_of(self, ref: Ref) -> Kind | None:
        """The kind of the object that ``ref`` (or the whole it is a part of) is."""
        model = self.objects.get(ref.object)
        return model.kind if model else None


@dataclass
class Analysis:
    """A storyboard, analysed as far as its mistakes allow.

    ``settings`` holds the storyboard block's (``theme audience language voice pace maths``)
    with their defaults where they are not given; ``assets`` absolute paths of pictures.
    """

    path: str
    title: str
    theme: str
    settings: dict[str, Any]
    scenes: tuple[SceneModel, ...]
    actions: dict[str, ActionModel]
    findings: tuple[Finding, ...]
    assets: tuple[str, ...] = ()
