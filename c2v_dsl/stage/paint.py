"""What a leaf of a picture is painted with, and how styles and verbs change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

RGB = tuple[float, float, float]
Role = Literal["line", "shape", "frame", "solid", "word", "tint", "own"]
"""What ``color`` means for a leaf: ``line`` and ``shape`` colour the outline (``shape`` may be
filled), ``solid`` the inside (dots, arrow tips), ``word`` the inside of letters, ``tint`` both
(bars), ``frame`` the outline of a box around words, ``own`` is a drawing with colours of its own,
which only verbs repaint."""

SOFT_OUTLINE = 0.55
"""Opacity of the outline of a shape that is given a fill and neither a colour nor an outline."""

_NAMES: dict[str, RGB] = {}


@dataclass(frozen=True)
class Paint:
    """Fill and outline of a leaf; ``width`` in Manim's points, ``opacity`` multiplies both,
    ``head`` the size of arrow heads."""

    fill: RGB = (1.0, 1.0, 1.0)
    fill_opacity: float = 0.0
    stroke: RGB = (1.0, 1.0, 1.0)
    width: float = 0.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    head: float = 1.0

    def mixed(self, other: Paint, t: float) -> Paint:
        """The way from this to ``other``, ``t`` from 0 to 1 and a little beyond."""
        if t <= 0 or self == other:
            return self
        if t == 1:
            return other
        a, b = self, other
        fill, stroke = a.fill, a.stroke
        fill = b.fill if a.fill_opacity == 0 else _mix(a.fill, b.fill, t)
        stroke = b.stroke if a.width == 0 else _mix(a.stroke, b.stroke, t)
        if b.fill_opacity == 0:
            fill = a.fill
        if b.width == 0:
            stroke = a.stroke

        def along(x: float, y: float) -> float:
            return max(0.0, x + (y - x) * t)

        return Paint(
            fill, min(1.0, along(a.fill_opacity, b.fill_opacity)),
            stroke, along(a.width, b.width),
            min(1.0, along(a.stroke_opacity, b.stroke_opacity)),
            min(1.0, along(a.opacity, b.opacity)),
        )


def _mix(a: RGB, b: RGB, t: float) -> RGB:
    x, y, z = (min(1.0, max(0.0, p + (q - p) * t)) for p, q in zip(a, b, strict=True))
    return (x, y, z)


def recolored(paint: Paint, role: Role, color: RGB) -> Paint:
    """``color C``: what a leaf of that role shows its colour with."""
    if role in ("line", "shape", "frame"):
        if paint.width == 0 and paint.fill_opacity > 0:
            return replace(paint, fill=color)
        return replace(paint, stroke=color)
    if role in ("solid", "word"):
        return replace(paint, fill=color, stroke=color)
    fill = color if paint.fill_opacity else paint.fill
    return replace(paint, fill=fill, stroke=color if paint.width else paint.stroke)


def filled(paint: Paint, color: RGB | None, opacity: float | None, default: float) -> Paint:
    """``fill C [opacity]`` or ``fill none``."""
    if color is None:
        return replace(paint, fill_opacity=0.0 if opacity is None else opacity)
    if opacity is None:
        opacity = paint.fill_opacity if 0 < paint.fill_opacity < 1 else default
    return replace(paint, fill=color, fill_opacity=opacity)


def stroked(paint: Paint, color: RGB | None, width: float | None, default: float) -> Paint:
    """``stroke C [width]`` or ``stroke none``."""
    if color is None:
        return replace(paint, width=0.0 if width is None else width)
    return replace(paint, stroke=color, width=width if width is not None else
                   (paint.width or default))


def styled(paint: Paint, role: Role, style: Mapping[str, Any], defaults: Any) -> Paint:
    """A leaf's paint after the colours of its object's style."""
    from .look import rgb

    if style.get("color") is not None:
        color = rgb(style["color"])
        paint = recolored(paint, "tint" if role == "own" else role, color)
    if "fill" in style and role in ("shape", "frame", "solid", "tint", "own"):
        color_, opacity = pair(style["fill"])
        given = rgb(color_) if color_ is not None else None
        paint = filled(paint, given, opacity, defaults.fill_opacity)
        if role == "shape" and given is not None and not {"color", "stroke"} & set(style):
            paint = replace(paint, stroke=given, stroke_opacity=SOFT_OUTLINE)
    if "stroke" in style and role in ("shape", "frame", "line", "tint", "own", "solid"):
        color_, width = pair(style["stroke"])
        given = rgb(color_) if color_ is not None else None
        if role == "solid" and given is not None and "tip" in style:
            paint = replace(paint, fill=given)
        else:
            paint = stroked(paint, given, width, defaults.stroke)
    return paint


def pair(given: Any) -> tuple[Any, float | None]:
    """``(colour, number)`` of a colour alone or of a pair."""
    if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], int | float):
        return given[0], given[1]
    return given, None
