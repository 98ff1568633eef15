"""From an expression in a target's place to the objects and parts it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from ..diagnostics import Span
from ..diagnostics.codes import names as codes
from ..syntax import tree
from .graph_parts import NoSuchPart, choose_parts, inner_part, named_part, outer_index
from .lowered import Ref
from .model import COMPONENT, Family, ObjectModel, SceneModel
from .pieces import check_piece
from .report import Report
from .scope import MISSING, Scope
from .suggest import counted, did_you_mean, listing
from .target_words import (
    ALL,
    a_kind,
    describe,
    part_counts,
    part_name,
    part_word,
    same,
    show_index,
    spelled,
    written,
)
from .vocabulary import KINDS
from .vocabulary.declare import Part
from .walk import bare

TEXTUAL = frozenset({"table", "matrix", "array", "bullets", "timeline"}) | {
    kind.name for kind in KINDS.values() if any(part.name == "piece" for part in kind.parts)
}
"""Kinds that show strings, whose pieces can be named."""

_WORKED_OUT = (tree.Name, tree.Call, tree.Index, tree.IfElse)

METHODS = {
    "get_center": "where a point is wanted, `{0}` means its centre; by a distance it goes with "
                  "`shift {0} by (1, 0)`",
    "get_start": "write `{0}.start`", "get_end": "write `{0}.end`",
    "get_x": "write `{0}.center.x`", "get_y": "write `{0}.center.y`",
    **dict.fromkeys(
        ("get_top", "get_bottom", "get_left", "get_right", "get_corner", "get_edge_center"),
        "beside an object stands what is placed `above`, `below`, `left_of` or `right_of {0}`"),
}
"""What to write for methods of Manim that ask where an object is."""

PLURALS = {"box": "boxes"}


def resolve(
    scene: SceneModel, expr: tree.Expr, scope: Scope, *, quiet: bool = False
) -> tuple[Ref, ...] | None:
    """See `SceneModel.resolve`."""
    return _Resolver(scene, scope, quiet).targets(expr)


def names_object(scene: SceneModel, expr: tree.Expr, scope: Scope) -> bool:
    """Whether ``expr`` begins with the name of an object, a family or a broken declaration."""
    expr = bare(expr)
    while isinstance(expr, tree.Index | tree.Attr):
        expr = bare(expr.base)
    if not isinstance(expr, tree.Name):
        return False
    name = full_name(scope, expr.text)
    if name is None:
        return bound_refs(scope, expr.text) is not None
    return name in scene.objects or name in scene.families or name in scene.broken


def full_name(scope: Scope, name: str) -> str | None:
    """The id of the object, or the family's, that ``name`` means here; None if it is a value.

    A name that nothing here declares may be an object of the scene that calls an action.
    """
    binding = scope.lookup(name)
    if binding is None:
        return name
    if binding.kind != "object":
        return None
    return binding.value if isinstance(binding.value, str) else name


def bound_refs(scope: Scope, name: str) -> tuple[Ref, ...] | None:
    """What a loop variable or an action's parameter stands for, if that is objects."""
    binding = scope.lookup(name)
    value = binding.value if binding is not None else None
    if isinstance(value, Ref):
        return (value,)
    if isinstance(value, tuple) and value and all(isinstance(v, Ref) for v in value):
        return value
    return None


@dataclass(frozen=True)
class _Holder:
    """Something met on the way that is no object by itself yet: a family, by its full name."""

    family: Family


_Item = Ref | _Holder


class _Stop(Exception):
    """A finding was reported; nothing can be resolved."""


class _Resolver:
    def __init__(self, scene: SceneModel, scope: Scope, quiet: bool) -> None:
        self.scene = scene
        self.scope = scope
        self.quiet = quiet

    def targets(self, expr: tree.Expr) -> tuple[Ref, ...] | None:
        evaluator = self.scene.evaluator
        report = evaluator.report
        if self.quiet:
            evaluator.report = Report()
        try:
            return tuple(dict.fromkeys(self._flat(expr)))
        except _Stop:
            return None
        finally:
            evaluator.report = report

    def _flat(self, expr: tree.Expr) -> Iterator[Ref]:
        expr = bare(expr)
        if isinstance(expr, tree.ListExpr):
            for inner in expr.items:
                yield from self._flat(inner)
            return
        for item in self._items(expr):
            if isinstance(item, _Holder):
                yield from (Ref(id) for id in item.family.members.values())
            elif (named := named_part(self.scene, item)) is not None:
                yield from self._named_parts(item, named, ())
            else:
                yield self._whole(item, expr.span)

    def _whole(self, ref: Ref, span: Span) -> Ref:
        """``ref`` unless it stops at a part that wants an index: ``word.char``."""
        if ref.path and ref.path[-1][0] == "part":
            part = self._part(ref, ref.path[-1][1])
            if part and part.indices:
                wanted = ", ".join(["i", "j", "k"][: part.indices])
                raise self._fail(codes.NO_SUCH_PART, span,
                           f"`{part.name}` of `{ref.object}` wants "
                           f"{counted(part.indices, 'index', 'indices')}",
                           help=f"write `{ref.object}.{part.name}[{wanted}]`, or `[all]`")
        return ref

    # ------------------------------------------------------------ names

    def _items(self, expr: tree.Expr) -> list[_Item]:
        expr = bare(expr)
        match expr:
            case tree.Name():
                return self._named(expr)
            case tree.Attr():
                return [x for item in self._items(expr.base) for x in self._attr(item, expr)]
            case tree.Index():
                return [x for item in self._items(expr.base) for x in self._index(item, expr)]
            case tree.IfElse():
                chosen = self.scene.evaluator.constant(expr.cond, self.scope)
                if not isinstance(chosen, bool):
                    raise _Stop
                return self._items(expr.then if chosen else expr.other)
        help = ("name an object, some of a family or a part: `tile`, `tile[0..2]`, "
                '`ans["3"]`')
        if isinstance(expr, tree.Call) and isinstance(expr.func, tree.Name) and (
            expr.func.text in KINDS
        ):
            help = f"declare it first, `new = {expr.func.text}(…)`, and use its name"
        raise self._fail(codes.NOT_AN_OBJECT, expr.span, f"{describe(expr)} is not an object",
                         help=help)

    def _named(self, name: tree.Name) -> list[_Item]:
        scene, text = self.scene, name.text
        bound = bound_refs(self.scope, text)
        if bound is not None:
            return list(bound)
        full = full_name(self.scope, text)
        if full is None:
            binding = self.scope.lookup(text)
            if binding is not None and binding.value is MISSING:
                raise _Stop
            raise self._fail(codes.NOT_AN_OBJECT, name.span, f"`{text}` is a value, not an object",
                       help="only what an `objects` block declares can be shown and changed")
        if full in scene.families:
            return [_Holder(scene.families[full])]
        if full in scene.objects:
            return [Ref(full)]
        if full in scene.broken:
            raise _Stop
        if text == "all":
            help = "name the objects, or use `clear` to take everything away"
        else:
            help = did_you_mean(text, [*scene.objects, *scene.families])
            other = scene.elsewhere.get(text)
            if other is not None and other != scene.id:
                help = (f"`{text}` belongs to the scene `{other}`: write `continues {other}` "
                        "behind this scene's title, or declare it here")
        raise self._fail(codes.UNKNOWN_OBJECT, name.span,
                          f"there is no object `{text}` in this scene",
                   help=help or "declare it in the scene's `objects` block first")

    def _attr(self, item: _Item, expr: tree.Attr) -> list[_Item]:
        if isinstance(item, _Holder):
            return [x for id in item.family.members.values() for x in self._attr(Ref(id), expr)]
        scene, name = self.scene, expr.name.text
        model = scene.objects[item.object]
        if not item.path and model.kind is COMPONENT:
            inner = f"{item.object}.{name}"
            if inner in scene.families:
                return [_Holder(scene.families[inner])]
            if inner in scene.objects:
                return [Ref(inner)]
            if inner in scene.broken:
                raise _Stop
            parts = sorted({part_name(member.object, item.object) for member in model.members})
            raise self._fail(codes.NO_SUCH_PART, expr.name.span,
                       f"`{item.object}` has no part `{name}`",
                       help=did_you_mean(name, parts) or f"it has {listing(parts)}")
        part = self._part(item, name)
        known = [p.name for p in model.kind.parts if p.name and p.name != "piece"]
        if item.path and model.kind.family == "graphs" and not inner_part(item, name):
            part, known = None, ["node"] if inner_part(item, "node") else []
        if part is None:
            habit = METHODS.get(name)
            if habit is not None and not item.path:
                raise self._fail(codes.NO_SUCH_PART, expr.name.span,
                                 f"`{item.object}` has no `{name}`: objects have no methods",
                                 help=habit.format(item.object))
            what = f"a part of `{item.object}`" if item.path else f"`{item.object}`"
            if item.path and item.path[-1][0] == "item" and model.kind.name in TEXTUAL:
                cell = spelled(item)
                raise self._fail(codes.NO_SUCH_PART, expr.name.span,
                                 f"`{cell}` has no part `{name}`",
                                 help=f"a word or number in it is `{cell}[\"…\"]`, the whole of "
                                      f"it is `{cell}`")
            whole = "it" if item.path else a_kind(model)
            has = f"{whole} has {listing(f'`{k}`' for k in known)}" if known else (
                f"{whole} has no parts with names")
            raise self._fail(codes.NO_SUCH_PART, expr.name.span, f"{what} has no part `{name}`",
                       help=did_you_mean(name, known) or has)
        return [Ref(item.object, (*item.path, ("part", name)))]

    def _part(self, ref: Ref, name: str) -> Part | None:
        kind = self.scene.objects[ref.object].kind
        return next((p for p in kind.parts if p.name == name and p.name != "piece"), None)

    # ------------------------------------------------------------ indices

    def _index(self, item: _Item, expr: tree.Index) -> list[_Item]:
        if isinstance(item, _Holder):
            return [Ref(id) for id in self._members(item.family, expr)]
        model = self.scene.objects[item.object]
        named = named_part(self.scene, item)
        if named is not None:
            return list(self._named_parts(item, named, expr.items, expr.span))
        first = bare(expr.items[0]) if expr.items else None
        words = self._words(first, model)
        if words is not None:
            return self._piece(item, model, expr, words)
        if model.kind.family == "groups" and not item.path and model.kind is not COMPONENT:
            chosen = self._indices(expr, (len(model.members),), f"`{item.object}`", "member")
            return [model.members[i[0]] for i in chosen]
        return list(self._counted_part(item, model, expr))

    def _words(self, first: Any, model: ObjectModel) -> str | None:
        """The piece that an index names, written out or worked out; None if it is no text."""
        if isinstance(first, tree.Str):
            words = self.scene.evaluator.text(first, self.scope)
            if not isinstance(words, str):
                raise _Stop
            return words
        if model.kind.name not in TEXTUAL or not isinstance(first, _WORKED_OUT):
            return None
        value = self.scene.evaluator.constant(first, self.scope)
        return value if isinstance(value, str) else None

    def _members(self, family: Family, expr: tree.Index) -> list[str]:
        if len(expr.items) != family.width:
            example = [show_index(i) for i in next(iter(family.members), ())]
            help = f"write `{family.name}[{', '.join(example)}]`"
            if len(expr.items) < family.width:
                given = [written(item) for item in expr.items]
                every = [*given, *["all"] * (family.width - len(given))]
                help = (f"write `{family.name}[{', '.join(every)}]` for every one, or one of "
                        f"them: `{family.name}[{', '.join(example)}]`")
            raise self._fail(codes.NO_SUCH_MEMBER, expr.span,
                       f"members of `{family.name}` have "
                       f"{counted(family.width, 'index', 'indices')}, not {len(expr.items)}",
                       help=help)
        wanted = [self._choice(item) for item in expr.items]
        if (only := self._said_in_full(family, wanted)) is not None:
            return [only]
        chosen = [
            id for index, id in family.members.items()
            if all(w is ALL or any(same(value, v) for v in w)
                   for value, w in zip(index, wanted, strict=True))
        ]
        for position, (choice, item) in enumerate(zip(wanted, expr.items, strict=True)):
            if choice is ALL or isinstance(bare(item), tree.Range):
                continue
            if not any(same(index[position], v) for index in family.members for v in choice):
                self._no_member(family, expr, wanted)
        exact = not any(w is ALL or isinstance(bare(e), tree.Range)
                        for w, e in zip(wanted, expr.items, strict=True))
        if not chosen and exact and family.members:
            self._no_member(family, expr, wanted)
        return chosen

    def _said_in_full(self, family: Family, wanted: list[Any]) -> str | None:
        """The member of one whole index, found without a look at all the others."""
        if any(w is ALL or len(w) != 1 or not isinstance(w[0], int | float | str) for w in wanted):
            return None
        index = tuple(w[0] for w in wanted)
        id = family.members.get(index)
        if id is None or not all(map(same, index, self.scene.objects[id].indices)):
            return None
        return id

    def _no_member(self, family: Family, expr: tree.Index, wanted: list[Any]) -> NoReturn:
        said = ", ".join(
            "all" if w is ALL else show_index(w[0]) if len(w) == 1 else "…" for w in wanted)
        known = [f"`{family.name}[{', '.join(map(show_index, i))}]`" for i in family.members]
        raise self._fail(codes.NO_SUCH_MEMBER, expr.span,
                         f"`{family.name}` has no member [{said}]",
                         help=f"it has {listing(known, limit=6)}" if known else
                         "it has none: the loop that declares them runs over nothing")

    def _counted_part(self, item: Ref, model: ObjectModel, expr: tree.Index) -> Iterator[Ref]:
        named = item.path[-1] if item.path else None
        if named and named[0] == "part":
            name = str(named[1])
        elif named is None:
            name = ""
        else:
            raise self._fail(codes.NO_SUCH_PART, expr.span, "this part has no parts of its own",
                       help='pieces of it are named by what they say: `["…"]`')
        part = self._part(item, name)
        if part is None or not part.indices:
            pieces = any(p.name == "piece" for p in model.kind.parts)
            help = (f'a piece of it is named by what it says: `{item.object}["…"]`' if pieces
                    else f"{a_kind(model)} has no parts with indices")
            raise self._fail(codes.NO_SUCH_PART, expr.span, f"`{item.object}` is not a family, "
                       "so it takes no index" if not name else f"`{name}` takes no index",
                       help=help)
        if len(expr.items) != part.indices:
            have = counted(part.indices, "index", "indices")
            raise self._fail(codes.NO_SUCH_PART, expr.span,
                       f"parts of `{item.object}` have {have} here, not {len(expr.items)}",
                       help="`all` stands for every one")
        counts = part_counts(model, name)
        for index in self._indices(expr, counts, f"`{item.object}`", part_word(model, name)):
            yield Ref(item.object, (*item.path, ("item", *index)))

    def _indices(
        self, expr: tree.Index, counts: tuple[int | None, ...], whose: str, word: str
    ) -> list[tuple[int, ...]]:
        """All combinations of counted indices that ``expr`` names."""
        choices: list[tuple[int, ...]] = []
        for position, item in enumerate(expr.items):
            count = counts[position] if position < len(counts) else None
            name = word if len(expr.items) == 1 else ("row", "column")[min(position, 1)]
            choices.append(self._counted(item, count, whose, name))
        found: list[tuple[int, ...]] = [()]
        for choice in choices:
            found = [(*before, i) for before in found for i in choice]
        return found

    def _counted(
        self, item: tree.Expr, count: int | None, whose: str, word: str
    ) -> tuple[int, ...]:
        chosen = self._choice(item)
        if chosen is ALL:
            if count is None:
                raise self._fail(codes.NO_SUCH_PART, item.span,
                           f"how many parts {whose} has is not known here",
                           help="name them one by one")
            return tuple(range(count))
        result = []
        for value in chosen:
            if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
                raise self._fail(codes.NO_SUCH_PART, item.span,
                           f"{show_index(value)} is not an index", help="indices are whole "
                           "numbers from 0, ranges `0..2` or `all`")
            number = int(value)
            if count is not None and not 0 <= number < count:
                last = f"they are counted from 0, the last is [{count - 1}]" if count else ""
                raise self._fail(codes.NO_SUCH_PART, item.span,
                           f"{whose} has {counted(count, word, PLURALS.get(word))}, "
                           f"so [{number}] is not one of them",
                           help=last)
            result.append(number)
        return tuple(result)

    def _choice(self, item: tree.Expr) -> Any:
        """`ALL`, or the tuple of values that an index names."""
        inner = bare(item)
        if isinstance(inner, tree.All):
            return ALL
        value = self.scene.evaluator.constant(inner, self.scope)
        if isinstance(value, tuple):
            return tuple(value)
        if value is None or value is MISSING:
            raise _Stop
        return (value,)

    def _named_parts(
        self, item: Ref, name: str, indices: tuple[tree.Expr, ...], span: Span | None = None
    ) -> Iterator[Ref]:
        """Parts by the names that their object gave them; all of them without ``indices``."""
        parts = self.scene.objects[item.object].parts.get(name)
        part = self._part(item, name)
        if parts is None or part is None:
            raise _Stop
        before = [(value,) for value in outer_index(item)]
        choices = [*before, *(self._choice(index) for index in indices)]
        if span is None:
            choices = [*before, *[ALL] * (part.indices - len(before))]
        try:
            chosen = choose_parts(item.object, name, parts, part.indices, choices, len(before))
        except NoSuchPart as problem:
            raise self._fail(problem.code, span or self.scene.span, str(problem),
                             help=problem.help) from None
        for index in chosen:
            yield Ref(item.object, (("part", name), ("item", *index)))

    # ------------------------------------------------------------ pieces

    def _piece(
        self, item: Ref, model: ObjectModel, expr: tree.Index, wanted: str
    ) -> list[_Item]:
        if model.kind.name not in TEXTUAL:
            named = "node" in model.parts and "layer" not in model.parts
            raise self._fail(codes.NO_SUCH_PART, expr.span,
                       f"{a_kind(model)} has no pieces of text",
                       help=f"write `{item.object}.node[{show_index(wanted)}]`" if named else
                       "pieces belong to texts, formulas, labels, tables and bullets")
        if item.path and item.path[-1][0] == "piece":
            raise self._fail(codes.NO_SUCH_PART, expr.span, "a piece has no pieces of its own",
                       help="name the smaller piece of the whole")
        shown = self._shown(item, model)
        whole = spelled(item) if item.path and item.path[-1][0] == "item" else ""
        finding, found = check_piece(shown, wanted, expr.items[0].span, model, whole)
        which: Any = ALL
        if len(expr.items) > 1:
            which = self._choice(expr.items[1])
            if finding and finding.code == codes.PIECE_SEVERAL:
                finding = None
        elif finding is None:
            which = (0,)
        if finding:
            if not self.quiet:
                self.scene.report.extend((finding,))
            raise _Stop
        if wanted not in model.pieces:
            model.pieces.append(wanted)
        if which is ALL:
            return [Ref(item.object, (*item.path, ("piece", wanted, "all")))]
        refs: list[_Item] = []
        for n in which:
            if isinstance(n, bool) or not isinstance(n, int) or (found and not 0 <= n < found):
                raise self._fail(codes.NO_SUCH_PART, expr.items[1].span,
                           f'"{wanted}" stands there {counted(found, "time")}, so there is no '
                           f"[{show_index(n)}]", help="they are counted from 0")
            refs.append(Ref(item.object, (*item.path, ("piece", wanted, n))))
        return refs

    def _shown(self, item: Ref, model: ObjectModel) -> Any:
        if item.object in self.scene.texts:
            return self.scene.texts[item.object]
        index = item.path[-1][1:] if item.path and item.path[-1][0] == "item" else ()
        if index in model.says:
            return model.says[index]
        return None

    def _fail(self, code: str, span: Span, message: str, help: str = "") -> _Stop:
        if not self.quiet:
            self.scene.report.add(code, span, message, help=help)
        return _Stop()
