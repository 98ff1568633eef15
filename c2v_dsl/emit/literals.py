"""Values of the timeline as Python source."""

from __future__ import annotations

import keyword
import re
from typing import Any

from ..semantics.lowered import Function, Live, Ref
from ..semantics.values import Area, Cell, Color, List, Point

_ID_PART = re.compile(r"([A-Za-z_]\w*)((?:\[[^\]]*\])?)(\.|$)")


def identifier(name: str) -> str:
    """A name of the language as a Python name: keywords get a trailing ``_``."""
    return name + "_" if keyword.iskeyword(name) else name


def camel(name: str) -> str:
    """``point_at`` as ``PointAt``."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_") if part) or "Scene"


def seconds(frames: int) -> str:
    """A length in frames of 1/60 s as seconds, exact enough to round back to the same frame."""
    return _number(round(frames / 60, 4))


def object_path(id: str) -> str:
    """``peg.disk[2]`` as ``o.peg.disk[2]``."""
    parts = [identifier(m[1]) + m[2] for m in _ID_PART.finditer(id)]
    return ".".join(["o", *parts])


def reference(ref: Ref) -> str:
    """An object or a part of it, as code."""
    text = object_path(ref.object)
    steps = list(ref.path)
    while steps:
        step = steps.pop(0)
        kind, *rest = step
        if kind == "part":
            while steps and steps[0][0] == "item":
                rest.extend(steps.pop(0)[1:])
            text += f".part({', '.join(repr_value(v) for v in rest)})"
        elif kind == "piece":
            shown = rest[:1] if rest[1:] in ([], [0]) else rest
            text += f".piece({', '.join(repr_value(v) for v in shown)})"
        else:
            text += f".item({', '.join(repr_value(v) for v in rest)})"
    return text


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
            return _color(value)
        case Point():
            return f"P({', '.join(repr_value(v) for v in value)})"
        case Cell() | Area():
            return string(str(value))
        case List():
            return f"L({', '.join(repr_value(v) for v in value)})"
        case bool() | None:
            return repr(value)
        case str():
            return string(value)
        case int() | float():
            return _number(value)
        case complex():
            return f"complex({_number(value.real)}, {_number(value.imag)})"
        case tuple():
            inner = ", ".join(repr_value(v) for v in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case list():
            return f"[{', '.join(repr_value(v) for v in value)}]"
        case dict():
            return "{" + ", ".join(f"{k!r}: {repr_value(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"no Python for {type(value).__name__} {value!r}")


def string(text: str) -> str:
    """A string literal, raw where that spares backslashes, long where it has several lines."""
    plain = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if "\n" in text or not text.isprintable():
        return repr(text)
    if "\\" in text and '"' not in text and not text.endswith("\\"):
        return f'r"{text}"'
    return plain


def _color(color: Color) -> str:
    text = str(color)
    return string(text)


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return f'float("{value}")'
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(round(value, 12))
