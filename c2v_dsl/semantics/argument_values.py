"""Arguments read by their declared types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import objects as codes
from ..diagnostics.codes.values import UNKNOWN
from ..syntax import tree
from ..syntax.words import RESERVED
from .described import found
from .kind_lists import CURVES, LINES, PLANES
from .lowered import Function, Live, Ref, Value
from .scope import MISSING
from .suggest import did_you_mean, listing
from .typed import EXPECTED, fits, is_number
from .values import Cell, List, Point
from .vocabulary.declare import Arg
from .vocabulary.habits import (
    DIRECTION_HABITS,
)
from .walk import bare, nodes

if TYPE_CHECKING:
    from .builder import Builder
    from .reading import Site

LISTS = frozenset({"interval", "texts", "numbers", "ticks", "steps", "rows", "matrix", "edges",
                   "nested", "events"})
"""Types whose values are lists, often written in round brackets."""

ITEMS = {"numbers": "number", "points": "point"}
"""Types of lists, and what their items are."""

MISSING_VALUE = object()
"""Answer for an argument that gave a finding."""


class ArgumentValues:
    """Reads single arguments of one declaration; findings go to the builder's report."""

    def __init__(self, builder: Builder, site: Site) -> None:
        self.builder = builder
        self.site = site
        self.kind = ""
        self.id = ""

    def value(self, arg: Arg, expr: tree.Expr) -> Value:
        """One argument by its type, or `MISSING_VALUE` after a finding."""
        if arg.type in ("object", "line_like", "curve_like", "plane_like", "objects"):
            return self._object(arg, expr)
        if arg.type in ("side", "align", "word"):
            return self._word(arg, expr)
        if arg.type == "listing":
            return self._listing(arg, expr)
        if arg.type == "function":
            return self._function(arg, expr)
        if arg.type == "file":
            return self.builder.file(self.kind, arg, expr, self.site)
        if arg.type == "icon":
            return self.builder.icon(arg, expr, self.site)
        if arg.type == "point":
            return self._point(arg, expr)
        if arg.type in LISTS and isinstance(bare(expr), tree.Tuple):
            return self._round(arg, bare(expr))
        if arg.type in LISTS and (pairs := _round_entries(expr)):
            return self._round_within(arg, expr, pairs)
        if arg.type in ("text", "latex") and isinstance(bare(expr), tree.Str):
            value = self.builder.text_value(bare(expr), self.site)
        else:
            timed = any(isinstance(n, tree.Number) and n.unit in ("s", "ms") for n in nodes(expr))
            want = arg.type if arg.type == "angle" or timed else None
            value = self.builder.value(expr, self.site, want)
        return self._checked(arg, expr, value)

    def _function(self, arg: Arg, expr: tree.Expr) -> Value:
        """A function, or that of a curve; a short name that is unknown in it was meant for one of
        its variables."""
        if self.builder.is_target(expr, self.site):
            return self._function_of(arg, expr)
        findings = self.builder.report.findings
        before = len(findings)
        value = self.builder.function(arg, expr, self.site)
        words = [f"`{name}`" for name in arg.variables]
        help = f"in `{self.kind}` the variable is {words[0]}" if len(words) == 1 else (
            f"in `{self.kind}` the variables are {listing(words)}")
        for index in range(before, len(findings)):
            finding = findings[index]
            if finding.code != UNKNOWN or finding.span.end - finding.span.start > 2 or (
                not words or isinstance(bare(expr), tree.Lambda | tree.Name)
            ):
                continue
            fix = Fix(f"write {words[0]}", (Edit(finding.span, arg.variables[0]),))
            findings[index] = replace(finding, help=help, fix=fix if len(words) == 1 else None)
        return value

    def _function_of(self, arg: Arg, expr: tree.Expr) -> Value:
        """The function that an object is the curve of."""
        ref = self._one(arg, expr)
        if not isinstance(ref, Ref):
            return ref
        model = self.builder.scene.objects.get(ref.object)
        if model is None:
            return MISSING_VALUE
        if model.kind.name == "plot" and not ref.path and arg.variables == ("x",):
            return model.args.get("f", MISSING_VALUE)
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` needs a function, found a {model.kind.name}",
                  help=f"write it in its own variables: `({', '.join(arg.variables)}) -> …`"
                  + (", or name a `plot`" if arg.variables == ("x",) else ""))
        return MISSING_VALUE

    def _checked(self, arg: Arg, expr: tree.Expr, value: Value) -> Value:
        if value is MISSING_VALUE:
            return value
        if isinstance(value, Live):
            if not arg.live:
                names = listing(f"`{p}`" for p in value.params) or "an object"
                self._say(codes.NOT_LIVE, expr.span,
                          f"`{arg.name}` cannot follow {names}: it is fixed when the scene begins",
                          help="use a let for it, or a param in what stands on or in it")
                return MISSING_VALUE
            if value.initial is not None and not self._fits(arg, value.initial):
                return self._wrong(arg, expr, value)
            return value
        if isinstance(value, Function | Ref) or not self._fits(arg, value):
            return self._wrong(arg, expr, value)
        if arg.type == "interval" and (
            value[0] == value[1] or (value[0] > value[1] and arg.name != "t")
        ):
            self._say(codes.WRONG_ARGUMENT, expr.span,
                      f"`{arg.name}` runs from {value[0]:g} to {value[1]:g}, "
                      "it must run upwards", help="write the smaller number first")
            return MISSING_VALUE
        return value

    def _fits(self, arg: Arg, value: Any) -> bool:
        if arg.type in ("point", "points") and self._numbers_are_points():
            if is_number(value):
                return True
            if arg.type == "points" and isinstance(value, List):
                return all(is_number(item) or fits("point", item) for item in value)
        return fits(arg.type, value)

    def _numbers_are_points(self) -> bool:
        plane = self.site.plane and self.builder.scene.objects.get(self.site.plane)
        return bool(plane and plane.kind.name in ("complex", "number_line"))

    def _round(self, arg: Arg, expr: tree.Expr) -> Value:
        """A list in round brackets."""
        items = self.builder.text(expr.span)[1:-1]
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` needs {EXPECTED[arg.type][1]}, found round brackets",
                  help=f"lists have square brackets: `[{items}]`",
                  fix=Fix("use square brackets", (Edit(expr.span, f"[{items}]"),), "safe"))
        return MISSING_VALUE

    def _round_within(self, arg: Arg, expr: tree.Expr, entries: list[tree.Tuple]) -> Value:
        """A list whose entries should be lists, in round brackets."""
        first = self.builder.text(entries[0].span)
        edits = tuple(
            Edit(span, mark) for each in entries for span, mark in (
                (Span(each.span.start, each.span.start + 1, each.span.path), "["),
                (Span(each.span.end - 1, each.span.end, each.span.path), "]")))
        self._say(codes.WRONG_ARGUMENT, entries[0].span,
                  f"`{arg.name}` needs {EXPECTED[arg.type][1]}, found round brackets",
                  help=f"lists have square brackets: `[{first[1:-1]}]`",
                  fix=Fix("use square brackets", edits, "safe"))
        return MISSING_VALUE

    def _wrong(self, arg: Arg, expr: tree.Expr, value: Any) -> Value:
        expected = EXPECTED[arg.type][1]
        initial = value.initial if isinstance(value, Live) else value
        help = ""
        if arg.type in ("point", "points") and isinstance(initial, List) and len(initial) == 2:
            help = "points have round brackets: `(x, y)`"
        elif arg.type == "interval" and isinstance(bare(expr), tree.Range):
            help = f"write `[{self.builder.text(expr.span).replace('..', ', ')}]`"
        elif arg.type in ("text", "latex") and is_number(initial):
            help = f'write `"{self.builder.text(expr.span)}"`, or `number(…)` for a number'
        elif arg.type == "length" and is_number(initial) and initial < 0:
            help = "a length is never negative"
        elif arg.type == "points" and fits("point", initial):
            help = f"write a list: `[{self.builder.text(expr.span)}]`"
        elif arg.type in ITEMS and isinstance(initial, List) and not help:
            odd = next((v for v in initial if not fits(ITEMS[arg.type], v)), None)
            help = f"in it stands {found(odd)}" if odd is not None else ""
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` needs {expected}, found {found(value)}", help=help)
        return MISSING_VALUE

    def _point(self, arg: Arg, expr: tree.Expr) -> Value:
        if self.builder.is_target(expr, self.site):
            return self._one(arg, expr)
        value = self.builder.value(expr, self.site)
        if isinstance(value, Ref):
            return value
        value = self._checked(arg, expr, value)
        initial = value.initial if isinstance(value, Live) else value
        if isinstance(initial, complex) or is_number(initial):
            return as_point(value)
        if isinstance(initial, Cell) and (self.site.plane or self.site.component):
            where = "on a plane" if self.site.plane else "in a component"
            self._say(codes.NOT_ON_PLANE, expr.span, f"the cell `{initial}` means nothing {where}",
                      help="write a point, like (1, 2)")
            return MISSING_VALUE
        return value

    def _one(self, arg: Arg, expr: tree.Expr) -> Value:
        refs = self.builder.resolve(expr, self.site)
        if refs is None:
            return MISSING_VALUE
        if len(refs) == 1:
            return refs[0]
        if arg.type in ("object", "point") and refs:
            return self.builder.together(refs, self.id, self.site)
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` needs one object, found {len(refs)}",
                  help="name one of the family: `tile[2]`")
        return MISSING_VALUE

    def _object(self, arg: Arg, expr: tree.Expr) -> Value:
        value = self._one(arg, expr)
        if not isinstance(value, Ref):
            return value
        wanted = {"line_like": LINES, "curve_like": CURVES, "plane_like": PLANES}.get(arg.type)
        kind = self.builder.scene.kind_of(value)
        if wanted is None or kind is None or kind.name in wanted:
            return value
        if arg.type == "line_like" and kind.name in PLANES and value.path:
            return value
        names = {"line_like": "a line", "curve_like": "a line or curve", "plane_like": "a plane"}
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` needs {names[arg.type]}, found a {kind.name}",
                  help=f"that is one of {listing(sorted(wanted))}")
        return MISSING_VALUE

    def _word(self, arg: Arg, expr: tree.Expr) -> Value:
        inner = bare(expr)
        word: Any = None
        if isinstance(inner, tree.IfElse):
            first = self.builder.evaluator.constant(inner.cond, self.site.scope, "flag")
            return MISSING_VALUE if first is MISSING else self._word(
                arg, inner.then if first else inner.other)
        if isinstance(inner, tree.Name):
            word = inner.text
            if word in RESERVED and word not in arg.words:
                return MISSING_VALUE
            if arg.words and word not in arg.words and self.site.scope.lookup(word) is not None:
                word = self.builder.evaluator.constant(inner, self.site.scope)
                if word is MISSING:
                    return MISSING_VALUE
        elif isinstance(inner, tree.Str):
            word = self.builder.text_value(inner, self.site)
        else:
            word = self.builder.evaluator.constant(inner, self.site.scope)
            if word is MISSING:
                return MISSING_VALUE
        if isinstance(word, str) and (not arg.words or word in arg.words):
            if arg.words and isinstance(inner, tree.Str) and arg.type != "word":
                pass
            return word
        choices = listing((f"`{w}`" for w in arg.words), "or")
        shown = word if isinstance(word, str) else self.builder.text(expr.span)
        near = DIRECTION_HABITS.get(shown) if arg.type in ("side", "align") else None
        fix = None
        if near and near in arg.words:
            help = f"write `{arg.name}={near}`"
            fix = Fix(f"write `{near}`", (Edit(expr.span, near),), "safe")
        else:
            help = did_you_mean(shown, arg.words)
        self._say(codes.WRONG_ARGUMENT, expr.span,
                  f"`{arg.name}` is {choices or 'a word'}, not `{shown}`", help=help, fix=fix)
        return MISSING_VALUE

    def _listing(self, arg: Arg, expr: tree.Expr) -> Value:
        inner = bare(expr)
        if isinstance(inner, tree.Str):
            raw = inner.raw if inner.long else inner.raw.replace('\\"', '"')
            return raw.strip("\n") if inner.long else raw
        return self._checked(replace(arg, type="text"), expr, self.builder.value(expr, self.site))

    def _say(
        self, code: str, span: Span, message: str, *, help: str = "",
        related: tuple[Related, ...] = (), fix: Fix | None = None,
    ) -> None:
        self.builder.report.add(code, span, message, help=help, related=related, fix=fix)


def _round_entries(expr: tree.Expr) -> list[tree.Tuple]:
    """Entries of a written list, and of lists in it, that stand in round brackets."""
    inner = bare(expr)
    if not isinstance(inner, tree.ListExpr):
        return []
    found: list[tree.Tuple] = []
    for item in inner.items:
        entry = bare(item)
        if isinstance(entry, tree.Tuple):
            found.append(entry)
        else:
            found += _round_entries(entry)
    return found


def as_point(value: Any) -> Any:
    """A number of the number line or the complex plane as a point."""
    if isinstance(value, Live):
        return Live(f"P({value.python})", value.params, value.objects, Point(value.initial))
    return Point(value)


def initial(value: Any) -> Any:
    """What a value is when the scene begins."""
    return value.initial if isinstance(value, Live) else value
