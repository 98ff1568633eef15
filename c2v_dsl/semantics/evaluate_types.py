"""What a place in the storyboard wants of a value, and what to say when it gets another."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .evaluate_operators import Duration, kind
from .lowered import Ref
from .values import (
    Area,
    Cell,
    Color,
    List,
    Mismatch,
    NoValue,
    Point,
    as_point,
    is_matrix,
    is_number,
)

Want = str
"""An ``ArgType`` of the vocabulary, or ``duration``, ``place``, ``list`` or ``any``."""

SIDES = ("up", "down", "left", "right")
ALIGNMENTS = ("left", "right", "top", "bottom", "center")

OBJECT_WANTS = frozenset(
    ("object", "objects", "line_like", "curve_like", "plane_like")
)

_A = {
    "number": "a number", "count": "a whole number", "length": "a length in rows",
    "angle": "an angle", "opacity": "an opacity", "flag": "true or false", "text": "a text",
    "texts": "a list of texts", "latex": "a formula in quotes", "listing": "code in quotes",
    "file": "a file's name in quotes", "color": "a colour", "point": "a point",
    "points": "a list of points", "object": "an object", "objects": "objects",
    "line_like": "a line", "curve_like": "a curve", "plane_like": "a plane",
    "function": "a function", "interval": "an interval [a, b]",
    "ticks": "a step, or one for each axis [dx, dy]",
    "steps": "a step, or one for each axis [dx, dy]", "numbers": "a list of numbers",
    "matrix": "a matrix", "rows": "a list of rows", "side": "a side",
    "align": "an alignment", "word": "a word", "duration": "a duration",
    "place": "a point, a cell, an area or an object", "list": "a list",
}

_EXAMPLES = {
    "point": "write it as `(1, 2)`", "interval": "write `[0, 5]`", "matrix": "write "
    "`[[1, 0], [0, 1]]`", "rows": 'write `[["a", "b"], ["c", "d"]]`', "numbers": "write "
    "`[1, 2, 3]`", "texts": 'write `["a", "b"]`', "points": "write `[(0, 0), (1, 2)]`",
    "duration": "write `2s`", "flag": "write `true` or `false`", "color": "write a name like "
    "`gold`, or `#ffcc00`", "ticks": "write `1` or `[1, 0.5]`",
    "steps": "write `1` or `[1, 0.5]`",
}


def wanted(want: Want) -> str:
    """``want`` in words: ``a number``."""
    return _A.get(want, want)


class Unfit(Exception):
    """A value that does not do; ``code`` says which of the codes, ``help`` what to write."""

    def __init__(self, code: str, message: str, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help


def unlike(want: Want, value: Any) -> Unfit:
    """``value`` is of another type than ``want``."""
    help = _EXAMPLES.get(want, "")
    if isinstance(value, Duration):
        return Unfit("unit", f"{wanted(want)} is expected here, this is a duration",
                     "leave the unit away")
    if isinstance(value, str):
        if want in ("number", "count", "length", "angle", "opacity", "duration", "color"):
            help = f"leave the quotes away: `{value}`" if value and len(value) < 20 else help
    elif want in ("text", "latex", "texts") and (is_number(value) or isinstance(value, complex)):
        help = 'put it in a string: `"#{…}"`'
    elif isinstance(value, Point) and want in ("number", "length"):
        help = "its coordinates are `p.x` and `p.y`"
    elif isinstance(value, List) and len(value) == 2 and want in ("point", "place"):
        help = "round brackets are points: `(1, 2)`; square brackets are lists"
    elif isinstance(value, Point) and want in ("interval", "numbers", "ticks", "steps"):
        help = "square brackets are lists: `[1, 2]`; round brackets are points"
    return Unfit("type", f"{wanted(want)} is expected here, this is {kind(value)}", help)


def _real(want: Want, value: Any) -> float:
    if isinstance(value, complex) and value.imag == 0:
        value = value.real
    if not is_number(value):
        raise unlike(want, value)
    if not math.isfinite(value):
        raise Unfit("none", "there is no value here: the result is too large")
    return value  # type: ignore[no-any-return]


def _number(value: Any) -> Any:
    return _real("number", value)


def _count(value: Any) -> Any:
    number = _real("count", value)
    if number != int(number):
        raise Unfit("bounds", f"a whole number is expected here, this is {number:g}",
                    "round it: `floor(x)`, `round(x)`")
    if number < 0:
        raise Unfit("bounds", f"a count is not negative, this is {number:g}")
    return int(number)


def _length(value: Any) -> Any:
    number = _real("length", value)
    if number < 0:
        raise Unfit("bounds", f"a length is not negative, this is {number:g}")
    return number


def _angle(value: Any) -> Any:
    return _real("angle", value)


def _opacity(value: Any) -> Any:
    number = _real("opacity", value)
    if not 0 <= number <= 1:
        percent = f"write `{number:g}%`" if 1 < number <= 100 else ""
        raise Unfit("bounds", f"an opacity goes from 0 to 1, this is {number:g}", percent)
    return number


def _duration(value: Any) -> Any:
    if not isinstance(value, Duration):
        if is_number(value):
            raise Unfit("unit", "a duration needs a unit", f"write `{value:g}s`")
        raise unlike("duration", value)
    if value.seconds < 0:
        raise Unfit("bounds", f"a duration is not negative, this is {value.seconds:g} s")
    if not math.isfinite(value.seconds) or value.seconds > 86400:
        raise Unfit("bounds", "a duration of more than a day")
    return value.seconds


def _flag(value: Any) -> Any:
    if not isinstance(value, bool):
        raise unlike("flag", value)
    return value


def _text_like(want: Want) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise unlike(want, value)
        return value

    return check


def _color(value: Any) -> Any:
    if not isinstance(value, Color):
        raise unlike("color", value)
    return value


def _point(value: Any) -> Any:
    if isinstance(value, (Cell, Ref)):
        return value
    if isinstance(value, bool):
        raise unlike("point", value)
    try:
        return as_point(value)
    except Mismatch:
        raise unlike("point", value) from None


def _place(value: Any) -> Any:
    if isinstance(value, (Cell, Area, Ref)):
        return value
    if isinstance(value, bool):
        raise unlike("place", value)
    try:
        return as_point(value)
    except Mismatch:
        raise unlike("place", value) from None


def _items(want: Want, each: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, List):
            raise unlike(want, value)
        try:
            return List.of(each(item) for item in value)
        except Unfit as problem:
            raise Unfit(problem.code, f"{wanted(want)} is expected here; {problem.message}",
                        problem.help or _EXAMPLES.get(want, "")) from None

    return check


def _texts(value: Any) -> Any:
    return List(value) if isinstance(value, str) else _TEXTS(value)


_TEXTS = _items("texts", _text_like("text"))


def _interval(value: Any) -> Any:
    if not isinstance(value, List) or len(value) != 2:
        raise unlike("interval", value)
    first, last = (_real("number", item) for item in value)
    if first >= last:
        raise Unfit("bounds", f"an interval runs upwards, this one from {first:g} to {last:g}",
                    f"write `[{last:g}, {first:g}]`" if first > last else "")
    return List(first, last)


def _steps(want: str) -> Callable[[Any], Any]:
    """A step or one for each axis; ``ticks`` may be 0, for none."""

    def check(value: Any) -> Any:
        values = value if isinstance(value, List) else [value]
        if not 1 <= len(values) <= 2:
            raise unlike(want, value)
        for item in values:
            step = _real(want, item)
            if step < 0 or (step == 0 and want == "steps"):
                raise Unfit("bounds", f"a step is above 0, this is {item:g}")
        return value

    return check


def _matrix(value: Any) -> Any:
    if not is_matrix(value):
        if isinstance(value, List) and all(isinstance(row, List) for row in value):
            raise Unfit("type", "a matrix has rows of the same length, with numbers",
                        _EXAMPLES["matrix"])
        raise unlike("matrix", value)
    return value


def _rows(value: Any) -> Any:
    if not isinstance(value, List) or not all(isinstance(row, List) for row in value):
        raise unlike("rows", value)
    return value


def _list(value: Any) -> Any:
    if not isinstance(value, List):
        raise unlike("list", value)
    return value


def _any(value: Any) -> Any:
    return value.seconds if isinstance(value, Duration) else value


CHECKS: dict[str, Callable[[Any], Any]] = {
    "number": _number, "count": _count, "length": _length, "angle": _angle, "opacity": _opacity,
    "flag": _flag, "text": _text_like("text"), "latex": _text_like("latex"),
    "listing": _text_like("listing"), "file": _text_like("file"), "texts": _texts,
    "color": _color, "point": _point, "points": _items("points", _point), "interval": _interval,
    "ticks": _steps("ticks"), "steps": _steps("steps"), "numbers": _items("numbers", _number),
    "matrix": _matrix, "rows": _rows,
    "duration": _duration, "place": _place, "list": _list, "any": _any,
}
"""A constant in, the constant wanted out; `Unfit` otherwise."""

ROUGH = {"count": _number, "length": _number, "opacity": _number, "interval": _interval,
         "ticks": _steps("ticks"), "steps": _steps("steps")}
"""Weaker checks of what follows a param: its bounds are kept when the video is made."""

__all__ = ["ALIGNMENTS", "CHECKS", "OBJECT_WANTS", "ROUGH", "SIDES", "NoValue", "Unfit", "Want",
           "unlike", "wanted"]
