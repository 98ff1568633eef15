"""Objects of one scene: families, `on` blocks and components unfolded, one object at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import names as name_codes
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE
from .arguments import ArgumentReader, Given, translated
from .calls import bind_arguments
from .declared import describe_content
from .described import found
from .kind_lists import PLANES
from .looks import StyleReader
from .lowered import Live, Ref
from .model import COMPONENT, Family, ObjectModel, SceneModel
from .places import PlaceReader
from .reading import Reading, Site
from .report import Report
from .scope import MISSING
from .suggest import nearest
from .target_words import ALL, show_index
from .values import List
from .vocabulary import KINDS
from .vocabulary.declare import Kind
from .vocabulary.habits import KIND_HABITS
from .walk import bare

if TYPE_CHECKING:
    from .library import ComponentModel, Library

MAX_OBJECTS = 1000
MAX_PASSES = 20_000


class TooMany(Exception):
    """The scene has more than `MAX_OBJECTS`; a finding said so."""


class Builder(Reading):
    """Fills `SceneModel.objects` from ``objects`` blocks."""

    def __init__(self, scene: SceneModel, library: Library, report: Report) -> None:
        super().__init__(scene, library, report)
        self.passes = 0

    def build(self, body: tuple[tree.ObjectItem, ...], site: Site) -> None:
        """Declare everything in ``body``."""
        for decl in declarations(body):
            self.later.setdefault(decl.name.text, decl.name.span)
        site.home.announce(self.later.items())
        try:
            self._items(body, site)
        except TooMany:
            return

    # ------------------------------------------------------------ statements

    def _items(self, body: tuple[tree.ObjectItem, ...], site: Site) -> None:
        for item in body:
            match item:
                case tree.ObjectDecl():
                    self._declare(item, site)
                case tree.OnBlock():
                    self._on(item, site)
                case tree.ForObjects():
                    self._for(item, site)
                case tree.StyleStmt():
                    self._style(item, site)
                case tree.Let():
                    self.evaluator.declare_let(item, site.scope)

    def _on(self, block: tree.OnBlock, site: Site) -> None:
        plane = self.plane(block.plane, site)
        if plane is None:
            self._break(block.body, site)
            return
        self._items(block.body, replace(site, plane=plane, scope=site.scope.block()))

    def plane(self, expr: tree.Expr, site: Site) -> str | None:
        """The id of the plane that ``expr`` names, or None after a finding."""
        refs = self.resolve(expr, site)
        if refs is None:
            return None
        kind = self.scene.kind_of(refs[0]) if len(refs) == 1 else None
        if kind is not None and kind.name in PLANES and not refs[0].path:
            return refs[0].object
        what = f"is a {kind.name}" if kind else "is no single object"
        self.report.add(codes.NOT_A_PLANE, expr.span,
                        f"`{self.text(expr.span)}` {what}, not a plane",
                        help="objects stand on `axes plane polar complex number_line`")
        return None

    def _for(self, loop: tree.ForObjects, site: Site) -> None:
        values = self.iterate(loop.clause, site)
        if values is None:
            self._break(loop.body, site)
            return
        name = loop.clause.name.text
        for value in values:
            self.passes += 1
            if self.passes > MAX_PASSES:
                self.report.add(codes.TOO_MANY, loop.clause.span,
                                f"the loops of this scene run more than {MAX_PASSES:,} times",
                                help="loop over less, or draw it in one `python` hatch")
                raise TooMany
            scope = site.scope.block(repeats=True)
            scope.bind(name, "loop", value, loop.clause.name.span)
            if loop.clause.cond is not None:
                chosen = self.evaluator.value(loop.clause.cond, scope)
                if isinstance(chosen, Live):
                    self._live_count(loop.clause.cond, chosen)
                    self._break(loop.body, site)
                    return
                if not isinstance(chosen, bool):
                    self._wrong_condition(loop.clause.cond, chosen)
                    self._break(loop.body, site)
                    return
                if not chosen:
                    continue
            self._items(loop.body, replace(site, scope=scope, loops=(*site.loops, name)))
        for decl in declarations(loop.body):
            self._none(decl, site)

    def _none(self, decl: tree.ObjectDecl, site: Site) -> None:
        """A loop that declared nothing leaves a family without members."""
        scene, name = self.scene, site.prefix + decl.name.text
        if name in scene.objects or name in scene.families or name in scene.broken:
            return
        if site.scope.declared(decl.name.text) is None:
            scene.families[name] = Family(name, decl.name.span, indices=len(decl.indices))
            site.home.bind_object(decl.name.text, decl.name.span, name)

    def iterate(self, clause: tree.ForClause, site: Site) -> tuple[Any, ...] | None:
        """The values a loop runs over, or None after a finding."""
        if self.is_target(clause.iterable, site):
            return self.resolve(clause.iterable, site)
        value = self.value(clause.iterable, site)
        if value is MISSING_VALUE:
            return None
        if isinstance(value, Live):
            self._live_count(clause.iterable, value)
            return None
        if not isinstance(value, List):
            self.report.add(codes.WRONG_ARGUMENT, clause.iterable.span,
                            f"a loop runs over a range or a list, found {found(value)}",
                            help="write `0..4` or `[a, b]`")
            return None
        return tuple(value)

    def _live_count(self, expr: tree.Expr, value: Live) -> None:
        names = ", ".join(f"`{p}`" for p in value.params) or "an object"
        self.report.add(codes.LIVE_COUNT, expr.span,
                        f"{names} would decide how many objects there are",
                        help="declare them all, and show, hide or dim them as it changes")

    def _wrong_condition(self, expr: tree.Expr, value: Any) -> None:
        if value is MISSING:
            return
        self.report.add(codes.WRONG_ARGUMENT, expr.span,
                        f"`if` needs true or false, found {found(value)}",
                        help="write a comparison, like `i != 2`")

    def _break(self, body: tuple[tree.ObjectItem, ...], site: Site) -> None:
        """Everything ``body`` declares is missing; say nothing more about it."""
        for decl in declarations(body):
            self._lose(decl, site)

    def _lose(self, decl: tree.ObjectDecl, site: Site) -> None:
        name = site.prefix + decl.name.text
        self.scene.broken.add(name)
        if site.home.lookup(decl.name.text) is None:
            site.home.bind_object(decl.name.text, decl.name.span, name)

    # ------------------------------------------------------------ one declaration

    def _declare(self, decl: tree.ObjectDecl, site: Site) -> None:
        name = site.prefix + decl.name.text
        indices = self._indices(decl, site)
        if indices is None:
            self._lose(decl, site)
            return
        if not self._free(decl, name, indices, site):
            return
        id = name + (f"[{', '.join(show_index(i) for i in indices)}]" if indices else "")
        model = self._object(decl, id, indices, site)
        if model is None:
            self._lose(decl, site)
            return
        self._enter(model, name, site)

    def _enter(self, model: ObjectModel, name: str, site: Site) -> None:
        scene = self.scene
        if len(scene.objects) >= MAX_OBJECTS:
            self._too_many(model.decl.span)
        if model.id not in scene.objects:
            scene.objects[model.id] = model
        if site.home.lookup(model.decl.name.text) is None or not model.indices or (
            name not in scene.families
        ):
            site.home.bind_object(model.decl.name.text, model.decl.name.span, name)
        if model.indices:
            family = scene.families.setdefault(name, Family(name, model.decl.name.span))
            family.members[model.indices] = model.id
        if site.component:
            owner = scene.objects[site.component]
            owner.members = (*owner.members, Ref(model.id))

    def _too_many(self, span: Span) -> None:
        self.report.add(codes.TOO_MANY, span,
                        f"this scene declares more than {MAX_OBJECTS:,} objects",
                        help="loop over less, or draw it in one `python` hatch")
        raise TooMany

    def _indices(self, decl: tree.ObjectDecl, site: Site) -> tuple[Any, ...] | None:
        values: list[Any] = []
        for item in decl.indices:
            inner = bare(item)
            value = ALL if isinstance(inner, tree.All | tree.Range) else self.value(item, site)
            if value is MISSING_VALUE:
                return None
            if isinstance(value, Live):
                self._live_count(item, value)
                return None
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                shown = "several" if value is ALL else found(value)
                self.report.add(codes.FAMILY_MIXED, item.span,
                                f"a member's index is one number or text, found {shown}",
                                help=f"write `{decl.name.text}[i]` inside `for i in …`")
                return None
            if isinstance(value, float) and value == int(value):
                value = int(value)
            values.append(value)
        return tuple(values)

    def _free(
        self, decl: tree.ObjectDecl, name: str, indices: tuple[Any, ...], site: Site
    ) -> bool:
        """Whether the name may be declared here; a finding if not."""
        scene, span = self.scene, decl.name.span
        family, single = scene.families.get(name), scene.objects.get(name)
        if family is not None and not family.members:
            del scene.families[name]
            return True
        if indices and family is not None:
            if family.width != len(indices):
                self.report.add(
                    codes.FAMILY_MIXED, span,
                    f"members of `{name}` have {family.width} indices in one place and "
                    f"{len(indices)} in another", help="give the second family another name",
                    related=(Related(family.span, "first here"),))
                return False
            if indices in family.members:
                shown = f"{name}[{', '.join(show_index(i) for i in indices)}]"
                first = scene.objects[family.members[indices]]
                again = first.decl is decl
                loops = ", ".join(site.loops)
                help = (f"write `{decl.name.text}[{loops}]`, with every loop's variable"
                        if again and loops else "give the second one another index or name")
                self.report.add(
                    codes.FAMILY_MIXED, span, f"`{shown}` is declared twice", help=help,
                    related=() if again else (Related(first.decl.name.span, "first here"),))
                return False
            return True
        if indices and single is None:
            return self._no_value(decl, name, site)
        taken = family or single
        if taken is None:
            return self._no_value(decl, name, site)
        if single is not None and single.decl is decl and site.loops and not indices:
            loops = ", ".join(site.loops)
            insert = Edit(Span(span.end, span.end, span.path), f"[{loops}]")
            self.report.add(codes.LOOP_NAME, span,
                            f"each pass of the loop declares `{decl.name.text}` again",
                            help=f"write `{decl.name.text}[{loops}] = …`: a family",
                            fix=Fix("make it a family", (insert,)))
            return False
        self.report.add(name_codes.DUPLICATE, span, f"`{decl.name.text}` is declared twice",
                        label="declared again", help="give one of them another name",
                        related=(Related(first_span(taken), "first here"),))
        return False

    def _no_value(self, decl: tree.ObjectDecl, name: str, site: Site) -> bool:
        """No let, param or loop variable bears the name."""
        bound = site.scope.declared(decl.name.text)
        if bound is None or bound.kind == "object" or site.prefix:
            return True
        self.report.add(name_codes.DUPLICATE, decl.name.span,
                        f"`{decl.name.text}` is a value already: objects, lets and params share "
                        "their names", label="declared again",
                        help="give one of them another name",
                        related=(Related(bound.span, "first here"),))
        return False

    # ------------------------------------------------------------ an object

    def _object(
        self, decl: tree.ObjectDecl, id: str, indices: tuple[Any, ...], site: Site
    ) -> ObjectModel | None:
        func = decl.call.func
        name = func.text if isinstance(func, tree.Name) else self.text(func.span)
        component = self.library.components.get(name)
        if component is not None:
            return self._instance(decl, component, id, indices, site)
        kind = KINDS.get(name)
        if kind is None:
            if name not in self.library.lost:
                self._unknown_kind(name, decl.call)
            return None
        place, on = PlaceReader(self, site).split(decl, kind)
        if on is not None:
            plane = self.plane(on, site)
            if plane is None:
                return None
            site = replace(site, plane=plane)
        self._check_plane(kind, func.span, site)
        given = ArgumentReader(self, site).read(kind, decl.call, id)
        model = ObjectModel(id, kind, decl.span, decl, indices, given.values, given.spans,
                            plane=site.plane, component=site.component, members=given.members)
        model.place = PlaceReader(self, site).read(place, model, given)
        model.style = StyleReader(self, site).read(decl.styles, kind.styles, f"a {kind.name}", kind)
        if decl.code is not None:
            self._code(decl.code, model)
        if given.complete:
            describe_content(self, model)
        return model

    def _check_plane(self, kind: Kind, span: Span, site: Site) -> None:
        if kind.on_plane == "only" and site.plane is None:
            self.report.add(codes.NEEDS_PLANE, span, f"`{kind.name}` stands on a plane",
                            help=f"put it into a block `on ax {{ … }}`, or write "
                                 f"`{kind.name}(…) on ax`")
        elif kind.on_plane == "never" and site.plane is not None:
            self.report.add(codes.NOT_ON_PLANE, span,
                            f"`{kind.name}` cannot stand on another plane",
                            help="declare it before the `on` block")

    def _code(self, code: tree.Str, model: ObjectModel) -> None:
        if model.kind.name != "python":
            self.report.add(codes.EXTRA_ARGUMENT, code.span,
                            f"only a `python` hatch has code, this is a {model.kind.name}",
                            help=f'write `{model.id} = python("what it draws") … """…"""`')
            return
        model.code = code.raw
        model.code_span = code.span

    def _unknown_kind(self, name: str, call: tree.Call) -> None:
        span = call.func.span
        known = [*KINDS, *self.library.components]
        near = nearest(name, known)
        habit = KIND_HABITS.get(name)
        fix: Fix | None
        help, fix = self.library.importable(name, "component")
        if habit and not help:
            help = f"write `{habit}`"
            meant = habit.partition("(")[0]
            if meant in KINDS:
                better = translated(KINDS[meant], call, self.text)
                if better is not None and call.args:
                    help, fix = f"write `{better}`", Fix("write it so", (Edit(call.span, better),))
                else:
                    fix = Fix(f"write `{meant}`", (Edit(span, meant),))
        elif near and not help:
            help, fix = f"did you mean `{near}`?", Fix(f"write `{near}`", (Edit(span, near),))
        elif not help:
            help = "`c2v kinds` lists every kind"
        self.report.add(codes.UNKNOWN_KIND, span, f"there is no kind `{name}`", help=help, fix=fix)

    def _instance(
        self, decl: tree.ObjectDecl, component: ComponentModel, id: str,
        indices: tuple[Any, ...], site: Site,
    ) -> ObjectModel | None:
        """A component's instance and, below its id, everything it declares."""
        if component.name in site.within:
            self.report.add(name_codes.RECURSION, decl.call.func.span,
                            f"the component `{component.name}` is built of itself",
                            help="use a family: `for k in 1..n { … }`")
            return None
        place, on = PlaceReader(self, site).split(decl, COMPONENT)
        if on is not None:
            plane = self.plane(on, site)
            if plane is None:
                return None
            site = replace(site, plane=plane)
        scope = component.scope.block(repeats=True)
        scope.root = site.scope.root
        if not bind_arguments(self.report, self.evaluator, component.tree.params, decl.call,
                              site.scope, scope, f"component `{component.name}`"):
            return None
        model = ObjectModel(id, COMPONENT, decl.span, decl, indices, plane=site.plane,
                            component=site.component)
        model.place = PlaceReader(self, site).read(place, model, Given())
        model.style = StyleReader(self, site).read(
            decl.styles, COMPONENT.styles, "a component's instance", COMPONENT)
        self.scene.objects[id] = model
        inner = Site(scope, scope, site.plane, id, f"{id}.", (), (*site.within, component.name))
        found = len(self.report.findings)
        self._items(component.tree.body, inner)
        use = self.library.use(component.tree, decl.call)
        self.report.findings[found:] = use.told(self.report.findings[found:])
        return model

    def _style(self, statement: tree.StyleStmt, site: Site) -> None:
        refs = self.resolve(statement.target, site)
        if refs is None:
            return
        for ref in refs:
            model = self.scene.objects[ref.object]
            if ref.path:
                style = StyleReader(self, site).read(
                    statement.styles, ("color", "fill", "stroke", "opacity"), "a part", model.kind)
                model.part_styles.append((ref, style))
            else:
                style = StyleReader(self, site).read(
                    statement.styles, model.kind.styles, f"a {model.kind.name}", model.kind)
                model.style.update(style)


def declarations(body: tuple[tree.ObjectItem, ...]) -> Iterator[tree.ObjectDecl]:
    """Every declaration in ``body``, loops and `on` blocks included."""
    for item in body:
        if isinstance(item, tree.ObjectDecl):
            yield item
        elif isinstance(item, tree.OnBlock | tree.ForObjects):
            yield from declarations(item.body)


def first_span(declared: Family | ObjectModel) -> Span:
    return declared.span if isinstance(declared, Family) else declared.decl.name.span
