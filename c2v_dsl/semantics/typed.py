"""Which values an argument of a type takes, said once for the checker and its findings."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .values import Area, Cell, Color, List, Point

Check = Callable[[Any], bool]


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_count(value: Any) -> bool:
    return is_number(value) and value >= 0 and value == int(value)


def _is_length(value: Any) -> bool:
    return is_number(value) and value >= 0


def _is_opacity(value: Any) -> bool:
    return is_number(value) and 0 <= value <= 1


def _is_point(value: Any) -> bool:
    if isinstance(value, Point | Cell):
        return True
    return isinstance(value, complex) and math.isfinite(value.real) and math.isfinite(value.imag)


def _is_word(value: Any) -> bool:
    return isinstance(value, str) or is_number(value)


def _all(value: Any, check: Check) -> bool:
    return isinstance(value, List) and all(check(item) for item in value)


def _is_interval(value: Any) -> bool:
    return _all(value, is_number) and len(value) == 2


def _is_rows(value: Any) -> bool:
    return isinstance(value, List) and all(_all(row, _is_word) for row in value)


def _is_nested(value: Any) -> bool:
    return isinstance(value, List) and all(_is_word(v) or _is_nested(v) for v in value)


def _is_matrix(value: Any) -> bool:
    return (isinstance(value, List) and len(value) > 0
            and all(_all(row, is_number) and len(row) == len(value) for row in value))


EXPECTED: dict[str, tuple[Check, str]] = {
    "number": (is_number, "a number"),
    "count": (_is_count, "a whole number from 0"),
    "length": (_is_length, "a length: a number from 0, in rows or in the plane's units"),
    "angle": (is_number, "an angle, like 60deg"),
    "opacity": (_is_opacity, "an opacity from 0 to 1, like 40%"),
    "flag": (lambda v: isinstance(v, bool), "true or false"),
    "text": (lambda v: isinstance(v, str), 'a text, like "…"'),
    "texts": (lambda v: _all(v, _is_word), 'a list of texts or numbers, like ["a", "b"]'),
    "latex": (lambda v: isinstance(v, str), 'a formula in quotes, like "x^2"'),
    "color": (lambda v: isinstance(v, Color), "a colour, like gold or #ffcc00"),
    "point": (_is_point, "a point like (1, 2), or an object"),
    "points": (lambda v: _all(v, _is_point), "points like (1, 2), or a list of them"),
    "interval": (_is_interval, "two numbers in a list, like [0, 4]"),
    "ticks": (lambda v: (is_number(v) and v >= 0) or (
        _is_interval(v) and all(step >= 0 for step in v)),
        "steps above 0, like [1, 0.5], or 0 for no numbers"),
    "steps": (lambda v: (is_number(v) and v > 0) or (
        _is_interval(v) and all(step > 0 for step in v)), "steps above 0, like [1, 0.5]"),
    "numbers": (lambda v: _all(v, is_number), "a list of numbers, like [3, 1, 4]"),
    "matrix": (_is_matrix, "a square matrix, like [[1, 0], [0, 1]]"),
    "rows": (_is_rows, "a list of rows, like [[1, 2], [3, 4]]"),
    "edges": (_is_rows, 'pairs of names, like [["a", "b"], ["b", "c"]]'),
    "nested": (_is_nested, 'nested lists, like ["root", ["a", "b"], "c"]'),
    "events": (_is_rows, 'dates with what happened, like [["1789", "Bastille"]]'),
}
"""What a value must be, and how a finding says so."""


def fits(type: str, value: Any) -> bool:
    """Whether a constant may be given where ``type`` is declared. A number is a point of the
    number line or the complex plane: ``kinds`` that stand there allow it themselves."""
    return EXPECTED[type][0](value)


def is_place(value: Any) -> bool:
    return isinstance(value, Point | Cell | Area | complex)
