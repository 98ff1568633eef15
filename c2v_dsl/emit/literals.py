"""Values of the timeline as Python source."""

from __future__ import annotations

from typing import Any

from ..semantics.lower import TAKEN, literal, member_name, object_path, reference, string
from ..semantics.lowered import Function, Live, Ref
from ..semantics.values import Area, Cell, Color, List, Point

__all__ = [
    "class_name", "member_name", "object_path", "reference", "repr_value", "seconds", "string",
    "verb_name",
]


def verb_name(verb: str) -> str:
    """``point_at`` as ``PointAt``."""
    return "".join(part[:1].upper() + part[1:] for part in verb.split("_"))


def class_name(scene: str) -> str:
    """The class of a scene: its name in capitals, with ``Scene`` before it where the stage has
    that word itself."""
    name = "".join(part[:1].upper() + part[1:] for part in scene.split("_") if part)
    return name if name.isidentifier() and name not in TAKEN else f"Scene{name}"


def seconds(frames: int) -> str:
    """A length in frames of 1/60 s as seconds, exact enough to round back to the same frame."""
    return literal(round(frames / 60, 4))[0]


def repr_value(value: Any) -> str:
    """Any value of the timeline as an expression; what is live becomes a lambda."""
    match value:
        case Live():
            return f"lambda: {value.python}"
        case Function():
            return value.python
        case Ref():
            return reference(value)
        case Color():
            text = str(value)
            return literal(value)[0] if "(" in text else string(text)
        case Cell() | Area():
            return string(str(value))
    if type(value) is tuple:
        inner = ", ".join(repr_value(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if type(value) is list:
        return f"[{', '.join(repr_value(item) for item in value)}]"
    return literal(_short(value))[0]


def _short(value: Any) -> Any:
    """Numbers to twelve digits: 1.65, not 1.6500000000000001."""
    if type(value) is float:
        return float(f"{value:.12g}")
    if isinstance(value, Point):
        return Point(*map(_short, value))
    if isinstance(value, List):
        return List(*map(_short, value))
    return value
