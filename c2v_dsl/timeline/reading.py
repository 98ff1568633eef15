"""Values in beats: what stands behind verbs, lengths of time, loops, lets."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from ..diagnostics import Edit, Fix, Span
from ..diagnostics.codes import beats as codes
from ..semantics.described import found
from ..semantics.evaluate_functions import compiled
from ..semantics.kind_lists import CURVES, PLANES
from ..semantics.lower import member_name
from ..semantics.lowered import Function, Live
from ..semantics.scope import MISSING, Scope
from ..semantics.suggest import did_you_mean, listing
from ..semantics.targets import names_object
from ..semantics.values import BUDGET, Area, Cell, Color, List, Mismatch, Point
from ..semantics.values.maps import point_map
from ..semantics.vocabulary.verbs import EASINGS
from ..semantics.walk import bare
from ..syntax import tree
from ..syntax.habits import bad_cell, cell_like
from .context import Stage
from .model import FPS, Easing

__all__ = ["NOTHING", "Reader"]

NOTHING: Any = object()
"""A value that could not be worked out; a finding has said why."""

MAX_SECONDS = 3600
MAX_ROUNDS = 100_000

_VALUE_ATTRS = frozenset({"start", "end", "center"})


class Reader:
    """Reads expressions in beats; what is wrong goes to the scene's report."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.scene = stage.scene
        self.evaluator = stage.scene.evaluator

    def say(
        self, code: str, span: Span, message: str, help: str = "", fix: Fix | None = None
    ) -> None:
        self.scene.report.add(code, span, message, help=help, fix=fix)

    # ------------------------------------------------------------ names

    def let(self, node: tree.Let, scope: Scope) -> Scope:
        """``scope`` with the name that ``node`` declares."""
        child = scope.block()
        self.evaluator.declare_let(node, child)
        return child

    def rounds(self, clause: tree.ForClause, scope: Scope) -> Iterator[Scope]:
        """The names of each round of a loop; none after a finding."""
        refs = self._targets(clause.iterable, scope)
        if refs is None:
            for _, inner in self.evaluator.loop(clause, scope, MAX_ROUNDS):
                yield inner
            return
        for value in refs:
            inner = scope.block(repeats=True)
            inner.bind(clause.name.text, "loop", value, clause.name.span)
            if clause.cond is not None:
                holds = self.evaluator.constant(clause.cond, inner, "flag")
                if holds is MISSING:
                    return
                if not holds:
                    continue
            yield inner

    def _targets(self, expr: tree.Expr, scope: Scope) -> tuple[Any, ...] | None:
        """What a loop over objects runs over; None if ``expr`` is a list of values."""
        if self.is_target(expr, scope):
            return self.scene.resolve(expr, scope) or ()
        inner = bare(expr)
        if isinstance(inner, tree.ListExpr) and inner.items and all(
            self.is_target(item, scope) for item in inner.items
        ):
            refs = [self.scene.resolve(item, scope) for item in inner.items]
            return tuple(some[0] if len(some) == 1 else some for some in refs if some)
        return None

    def is_target(self, expr: tree.Expr, scope: Scope) -> bool:
        """Whether ``expr`` names objects or parts, rather than a value read off one."""
        inner = bare(expr)
        if isinstance(inner, tree.Attr) and inner.name.text in _VALUE_ATTRS:
            return False
        if isinstance(inner, tree.Attr) and inner.name.text in ("x", "y"):
            refs = self.scene.resolve(inner.base, scope, quiet=True)
            kind = self.scene.kind_of(refs[0]) if refs and len(refs) == 1 else None
            return bool(kind and kind.name in PLANES)
        return names_object(self.scene, inner, scope)

    # ------------------------------------------------------------ values

    def value(self, expr: tree.Expr, scope: Scope) -> Any:
        """A value or a `Live` one; `NOTHING` after a finding."""
        value = self.evaluator.value(expr, scope)
        return NOTHING if value is MISSING else value

    def now(self, live: Live) -> Any:
        """What ``live`` is with the params as they were set last, or None if that is not known."""
        space = self.scene.scope.root.namespace
        values = {name: self.stage.params.get(name, self._initial(name)) for name in live.params}
        if live.objects or space is None or any(v is None for v in values.values()):
            return None
        function = compiled(live.python, (), space)
        params = space["p"]
        before = {member_name(n): getattr(params, member_name(n), None) for n in values}
        left, BUDGET.left = BUDGET.left, 100_000
        try:
            for name, value in values.items():
                setattr(params, member_name(name), value)
            return function() if function else None
        except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, NameError,
                RecursionError):
            return None
        finally:
            BUDGET.left = left
            for name, value in before.items():
                setattr(params, name, value)

    def _initial(self, name: str) -> Any:
        param = self.scene.params.get(name)
        return None if param is None or param.initial is MISSING else param.initial

    def text(self, expr: tree.Expr, scope: Scope) -> Any:
        """A text or a `Live` one; `NOTHING` after a finding."""
        inner = bare(expr)
        if isinstance(inner, tree.Str):
            value = self.evaluator.text(inner, scope)
            return NOTHING if value is MISSING else value
        return self.value(expr, scope)

    def read(self, type: str, expr: tree.Expr, scope: Scope, what: str) -> Any:
        """What stands behind a verb, by its declared type; `NOTHING` after a finding.

        ``what`` begins the message: ``\\`rotate … by\\```.
        """
        match type:
            case "place":
                return self._place(expr, scope, what)
            case "point":
                if self.is_target(expr, scope):
                    return self.one(expr, scope, what)
                return self._checked(self.value(expr, scope), expr, what, _as_point,
                                     "a point, like (1, 2)", _point_help)
            case "angle":
                return self._angle(expr, scope, what)
            case "number" | "length":
                return self._checked(self.value(expr, scope), expr, what, _as_number,
                                     "a number")
            case "opacity":
                return self._checked(self.value(expr, scope), expr, what, _as_opacity,
                                     "an opacity from 0 to 1, like 30%")
            case "color":
                return self._color(expr, scope, what)
            case "text":
                return self._checked(self.text(expr, scope), expr, what, _as_text,
                                     'a text in quotes, like "x = 2"')
            case "matrix":
                return self._map(expr, scope, what)
            case "align":
                return self._word(expr, ("left", "right", "top", "bottom"), what)
            case "object":
                return self.one(expr, scope, what)
            case "curve_like":
                return self.one(expr, scope, what, CURVES, "a line or curve")
            case "plane_like":
                return self.one(expr, scope, what, PLANES, "a plane")
        return self.value(expr, scope)

    def one(
        self, expr: tree.Expr, scope: Scope, what: str, kinds: frozenset[str] | None = None,
        wanted: str = "an object",
    ) -> Any:
        """One object or part, perhaps of certain kinds; `NOTHING` after a finding."""
        refs = self.scene.resolve(expr, scope)
        if refs is None:
            return NOTHING
        if len(refs) != 1:
            self.say(codes.WRONG_VALUE, expr.span, f"{what} takes one object, found {len(refs)}",
                     "name one of the family: `tile[2]`")
            return NOTHING
        kind = self.scene.kind_of(refs[0])
        if kinds is not None and kind is not None and not refs[0].path and kind.name not in kinds:
            self.say(codes.WRONG_VALUE, expr.span,
                     f"{what} takes {wanted}, `{refs[0].object}` is a {kind.name}",
                     f"that is one of {listing(sorted(kinds), 'or')}")
            return NOTHING
        return refs[0]

    def _checked(
        self, value: Any, expr: tree.Expr, what: str, convert: Any, wanted: str,
        help: Any = None,
    ) -> Any:
        if value is NOTHING:
            return NOTHING
        if isinstance(value, Live):
            if value.initial is None or convert(value.initial) is not NOTHING:
                return value
        else:
            converted = convert(value)
            if converted is not NOTHING:
                return converted
        hint = help(value) if help else ""
        self.say(codes.WRONG_VALUE, expr.span, f"{what} takes {wanted}, found {found(value)}",
                 hint)
        return NOTHING

    def _place(self, expr: tree.Expr, scope: Scope, what: str) -> Any:
        if self.is_target(expr, scope):
            return self.one(expr, scope, what)
        inner = bare(expr)
        if isinstance(inner, tree.Name) and cell_like(inner.text) and (
            scope.lookup(inner.text) is None
        ):
            self.scene.report.extend((bad_cell(inner.span, inner.text),))
            return NOTHING
        by = _distance(inner, what)
        if by:
            self.say(codes.WRONG_VALUE, expr.span, f"{what} takes a place, found a distance from "
                     f"where `{by[0]}` stands", f"write `shift {by[0]} by {by[1]}`")
            return NOTHING
        value = self.value(expr, scope)
        if isinstance(value, Cell | Area):
            return value
        return self._checked(value, expr, what, _as_place,
                             "a place: a cell `B3`, an area, a point or an object", _point_help)

    def _angle(self, expr: tree.Expr, scope: Scope, what: str) -> Any:
        value = self._checked(self.value(expr, scope), expr, what, _as_number,
                              "an angle, like 90deg")
        number = bare(expr)
        sign = ""
        if isinstance(number, tree.Unary) and number.op in "+-":
            sign, number = number.op.replace("+", ""), bare(number.expr)
        if isinstance(number, tree.Number) and number.unit == "" and abs(number.value) > 2 * 3.1416:
            end = Span(number.span.end, number.span.end, number.span.path)
            self.say(codes.WRONG_VALUE, number.span,
                     f"{what} {sign}{number.text} is an angle in radians, more than a whole turn",
                     f"write `{sign}{number.text}deg` for degrees",
                     Fix(f"write `{number.text}deg`", (Edit(end, "deg"),)))
        return value

    def _color(self, expr: tree.Expr, scope: Scope, what: str) -> Any:
        inner = bare(expr)
        if isinstance(inner, tree.Name) and inner.text == "none":
            return None
        return self._checked(self.value(expr, scope), expr, what, _as_color,
                             "a colour, like gold or #ffcc00",
                             lambda v: "the colour comes first: `stroke a red 3`, `fill a red 0.3`"
                             if _as_number(v) is not NOTHING else "")

    def _map(self, expr: tree.Expr, scope: Scope, what: str) -> Any:
        inner = bare(expr)
        if isinstance(inner, tree.Lambda) or self._is_function(inner, scope):
            count = len(inner.params) if isinstance(inner, tree.Lambda) else 1
            function = self.evaluator.function(expr, scope, ("x", "y")[:count])
            return NOTHING if function is MISSING else self._mapping(function, expr, what)
        value = self.value(expr, scope)
        if isinstance(value, Function):
            return self._mapping(value, expr, what)
        return self._checked(value, expr, what, _as_matrix,
                             "a 2×2 matrix like [[2, 1], [0, 1]], or a function of points")

    def _mapping(self, function: Function, expr: tree.Expr, what: str) -> Any:
        """``function`` if points come of points, as far as some of them tell."""
        space = self.scene.scope.root.namespace
        made = compiled(function.python, (), space) if space is not None else None
        left, BUDGET.left = BUDGET.left, 100_000
        try:
            if made is None or any(_maps(made(), numbers) for numbers in (False, True)):
                return function
        except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, NameError,
                RecursionError):
            return function
        finally:
            BUDGET.left = left
        self.say(codes.WRONG_VALUE, expr.span, f"{what} takes a function of points whose values "
                 "are points, found another",
                 "write it like `p -> (p.x + 1, 2 * p.y)`, or `z -> z^2` with complex numbers")
        return NOTHING

    def _is_function(self, expr: tree.Expr, scope: Scope) -> bool:
        return isinstance(expr, tree.Name) and hasattr(scope.lookup(expr.text), "params") and (
            getattr(scope.lookup(expr.text), "params", None) is not None)

    def _word(self, expr: tree.Expr, words: tuple[str, ...], what: str) -> Any:
        inner = bare(expr)
        if isinstance(inner, tree.Name) and inner.text in words:
            return inner.text
        word = inner.text if isinstance(inner, tree.Name) else ""
        self.say(codes.WRONG_VALUE, expr.span,
                 f"{what} takes one of {listing((f'`{w}`' for w in words), 'or')}",
                 did_you_mean(word, words) if word else "")
        return NOTHING

    # ------------------------------------------------------------ time

    def duration(self, expr: tree.Expr, scope: Scope, word: str) -> int:
        """A length of time in whole frames; after a finding the best that can be made of it.

        A bare number was reported by the parser; it counts as seconds here.
        """
        inner = bare(expr)
        if isinstance(inner, tree.Number) and inner.unit == "":
            return round(min(inner.value, 60) * FPS)
        value = self.evaluator.value(expr, scope, "duration")
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            return FPS
        return self._frames(value, expr, word)

    def _frames(self, value: float, expr: tree.Expr, word: str) -> int:
        if value < 0:
            self.say(codes.WRONG_TIMING, expr.span, f"`{word}` takes a length of time from 0, "
                     f"found {value:g} seconds")
            return 0
        if value > MAX_SECONDS:
            self.say(codes.WRONG_TIMING, expr.span, f"`{word}` is {value:g} seconds here, more "
                     "than an hour", "durations end in `s` or `ms`")
            return FPS
        return int(value * FPS + 0.5)

    def ease(self, word: tree.Ident | None) -> Easing:
        """An easing; ``smooth`` after a finding."""
        if word is None:
            return "smooth"
        if word.text in EASINGS:
            return word.text  # type: ignore[return-value]
        habit = _EASE_HABITS.get(word.text.lower().replace("-", "_"), "")
        help = f"write `ease {habit}`" if habit else did_you_mean(word.text, EASINGS)
        fix = Fix(f"write `{habit}`", (Edit(word.span, habit),)) if habit else None
        self.say(codes.WRONG_TIMING, word.span,
                 f"there is no easing `{word.text}`, it is one of "
                 f"{listing((f'`{e}`' for e in EASINGS), 'or')}", help, fix)
        return "smooth"


_EASE_HABITS = {
    "ease_in": "in", "ease_out": "out", "easein": "in", "easeout": "out", "ease_in_out": "smooth",
    "easeinout": "smooth", "in_out": "smooth", "inout": "smooth", "smoothstep": "smooth",
    "quad": "smooth", "sine": "smooth", "cubic": "smooth", "elastic": "bounce", "spring": "bounce",
    "rush_into": "in", "rush_from": "out", "slow_into": "out", "slow": "out", "fast": "in",
    "thereandback": "there_and_back", "wiggle": "there_and_back", "constant": "linear",
    "ease_in_sine": "in", "ease_out_sine": "out", "ease_in_out_sine": "smooth",
    "ease_in_quad": "in", "ease_out_quad": "out", "ease_out_bounce": "bounce",
    "ease_in_bounce": "bounce", "double_smooth": "smooth", "none": "linear",
}


# ---------------------------------------------------------------- what fits


def _as_number(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return value
    return NOTHING


def _as_opacity(value: Any) -> Any:
    number = _as_number(value)
    return number if number is not NOTHING and 0 <= number <= 1 else NOTHING


def _as_point(value: Any) -> Any:
    if isinstance(value, Point):
        return value
    if isinstance(value, complex):
        return Point(value.real, value.imag)
    return NOTHING


def _as_place(value: Any) -> Any:
    return value if isinstance(value, Cell | Area) else _as_point(value)


def _as_color(value: Any) -> Any:
    return value if isinstance(value, Color) else NOTHING


def _as_text(value: Any) -> Any:
    return value if isinstance(value, str) else NOTHING


def _as_matrix(value: Any) -> Any:
    if isinstance(value, List) and len(value) == 2 and all(
        isinstance(row, List) and len(row) == 2 and all(_as_number(x) is not NOTHING for x in row)
        for row in value
    ):
        return value
    return NOTHING


def _maps(function: Any, numbers: bool) -> bool:
    """Whether points come of points, or nothing does anywhere."""
    image = point_map(function, numbers)
    mismatches = 0
    for x, y in _SAMPLES:
        try:
            image(x, y)
            return True
        except Mismatch:
            mismatches += 1
        except (ArithmeticError, ValueError):
            continue
    return mismatches < len(_SAMPLES)


_SAMPLES = ((0.3, 0.7), (-1.2, 0.4), (2.1, -0.6), (0.0, 0.0), (-0.5, -2.5))


def _distance(expr: Any, what: str) -> tuple[str, str] | None:
    """``a`` and ``(1, 0)`` of ``a.get_center() + (1, 0)`` behind `move`."""
    if not isinstance(expr, tree.Binary) or expr.op not in "+-" or not what.startswith("`move"):
        return None
    match bare(expr.left), expr.right:
        case tree.Call(func=tree.Attr(base=tree.Name(text=name), name=tree.Ident(
            text="get_center"))), tree.Tuple(items=items):
            numbers = [_number(item, -1 if expr.op == "-" else 1) for item in items]
            return name, f"({', '.join(numbers)})" if all(numbers) else "(1, 0)"
    return None


def _number(expr: tree.Expr, sign: int) -> str:
    inner = bare(expr)
    if isinstance(inner, tree.Unary) and inner.op == "-":
        sign, inner = -sign, bare(inner.expr)
    return f"{sign * inner.value:g}" if isinstance(inner, tree.Number) else ""


def _point_help(value: Any) -> str:
    if isinstance(value, List) and len(value) == 2:
        return "points have round brackets: `(x, y)`"
    if _as_number(value) is not NOTHING:
        return f"write how far right and how far up: `({value:g}, 0)`"
    return ""
