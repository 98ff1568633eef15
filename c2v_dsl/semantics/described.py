"""Values and expressions in the words of a finding."""

from __future__ import annotations

from typing import Any

from .lowered import Function, Live, Ref
from .values import Area, Cell, Color, List, Point


def found(value: Any) -> str:
    """``the number 3``, ``a list of 4`` … : what was found, to end ``…, found`` with."""
    match value:
        case Live():
            return found(value.initial) if value.initial is not None else "a value that changes"
        case Function():
            return "a function"
        case Ref():
            return f"the object `{value.object}`"
        case Point():
            return f"the point ({number(value.x)}, {number(value.y)})"
        case Cell():
            return f"the cell `{value}`"
        case Area():
            return f"the area `{value}`"
        case Color():
            return f"the colour {value}"
        case List():
            return f"a list of {len(value)}"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {number(value)}"
        case complex():
            return "a complex number"
        case str():
            return f'the text "{value if len(value) <= 30 else value[:29] + "…"}"'
        case tuple():
            return f"{len(value)} objects"
        case None:
            return "nothing"
    return "something else"


def number(value: float) -> str:
    """A number as an author would write it."""
    return f"{value:.6g}"
