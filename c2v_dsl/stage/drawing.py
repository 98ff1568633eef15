"""SVG drawings as outlines and paints, y upwards, in the drawing's own units."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from xml.etree import ElementTree

import numpy as np
import svgelements
from svgelements import Close, CubicBezier, Line, Move, QuadraticBezier

from .geometry import Box, Points, flatten, subpaths
from .paint import RGB

__all__ = ["Drawing", "Shape", "read"]

Ink = RGB | Literal["ink"] | None
"""A colour; ``ink`` is the theme's, for what has no colour of its own."""

MOST_POINTS = 1_000_000
"""Finer drawings are not drawn."""

_CURRENT = "#010203"
_HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, eq=False)
class Shape:
    """One outline in cubic curves of four points each; ``width`` of its line in the drawing's
    units."""

    outline: Points
    fill: Ink
    fill_opacity: float
    stroke: Ink
    width: float
    stroke_opacity: float
    dashed: bool
    closed: bool


@dataclass(frozen=True, eq=False)
class Drawing:
    """``page`` is the sheet it was drawn on, ``ink`` what its outlines reach."""

    shapes: tuple[Shape, ...]
    page: Box | None
    ink: Box


@lru_cache(maxsize=64)
def read(svg: str) -> Drawing | str:
    """The shapes of an SVG in the order they are drawn, or a sentence on why there are none."""
    try:
        gradients = _gradients(ElementTree.fromstring(svg))
        parsed = svgelements.SVG.parse(
            io.StringIO(svg), reify=True, ppi=96, width=100, height=100, color=_CURRENT
        )
        shapes = [shape for element in parsed.elements()
                  if (shape := _shape(element, gradients)) is not None]
    except (ElementTree.ParseError, ValueError, KeyError, TypeError, IndexError, AttributeError,
            ArithmeticError, RecursionError, OSError) as error:
        return f"the drawing cannot be read: {error}"
    box = Box.of(np.vstack([s.outline for s in shapes])) if shapes else None
    if box is None or max(box.width, box.height) < 1e-9:
        return "the drawing is empty"
    if sum(len(shape.outline) for shape in shapes) > MOST_POINTS:
        return "the drawing is too fine"
    page = None
    if parsed.viewbox is not None and parsed.width and parsed.height:
        page = Box(0.0, -float(parsed.height), float(parsed.width), 0.0)
    return Drawing(tuple(shapes), page, box)


def _shape(element: Any, gradients: dict[str, tuple[RGB, float]]) -> Shape | None:
    if not isinstance(element, svgelements.Shape):
        return None
    values = element.values
    if values.get("visibility") in ("hidden", "collapse") or values.get("display") == "none":
        return None
    outline = _outline(element)
    if len(outline) == 0:
        return None
    share = _share(values.get("opacity"))
    fill, fill_opacity = _colour(element.fill, str(values.get("fill")), gradients)
    stroke, stroke_opacity = _colour(element.stroke, str(values.get("stroke")), gradients)
    width = float(element.implicit_stroke_width or 0.0) if stroke is not None else 0.0
    if (fill is None or fill_opacity == 0) and (width == 0 or stroke_opacity == 0):
        return None
    parts = subpaths(outline)
    if fill is not None and values.get("fill-rule") == "evenodd" and len(parts) > 1:
        outline = _wound(parts)
    closed = all(np.abs(part[0] - part[-1]).max() < 1e-6 for part in parts)
    dashes = values.get("stroke-dasharray")
    return Shape(
        outline, fill, fill_opacity * share if fill is not None else 0.0,
        stroke if width else None, width, stroke_opacity * share,
        bool(dashes and dashes != "none" and re.search(r"[1-9]", dashes)), closed,
    )


def _share(text: str | None) -> float:
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1) if text else 1.0
    except ValueError:
        return 1.0
    return min(1.0, max(0.0, value))


def _colour(
    color: Any, written: str, gradients: dict[str, tuple[RGB, float]]
) -> tuple[Ink, float]:
    """A paint's colour and opacity. ``black`` is also what svgelements says of none given."""
    found = re.search(r"url\(\s*['\"]?#([^)'\"]+)", written)
    if found:
        return gradients.get(found[1], ("ink", 1.0))
    if color is None or color.value is None or written == "none":
        return None, 0.0
    opacity = float(color.opacity if color.opacity is not None else 1.0)
    if written == "black" or color.hexrgb == _CURRENT:
        return "ink", opacity
    return (color.red / 255, color.green / 255, color.blue / 255), opacity


def _outline(element: Any) -> Points:
    path = abs(svgelements.Path(element))
    path.approximate_arcs_with_cubics()
    curves: list[list[complex]] = []
    for segment in path:
        start, end = segment.start, segment.end
        if isinstance(segment, Move) or start is None or end is None:
            continue
        a, z = complex(start), complex(end)
        if isinstance(segment, CubicBezier):
            curves.append([a, complex(segment.control1), complex(segment.control2), z])
        elif isinstance(segment, QuadraticBezier):
            c = complex(segment.control)
            curves.append([a, a + (c - a) * 2 / 3, z + (c - z) * 2 / 3, z])
        elif isinstance(segment, Line | Close) and not (isinstance(segment, Close) and a == z):
            curves.append([a, a + (z - a) / 3, a + (z - a) * 2 / 3, z])
    flat = np.array(curves, complex).reshape(-1)
    outline = np.column_stack([flat.real, -flat.imag])
    return outline if np.isfinite(outline).all() else outline[:0]


def _wound(parts: list[Points]) -> Points:
    """The parts of an outline turned so that holes run against what they are holes of."""
    from .kinds.shapes import _inside

    borders = [flatten(part, 6) for part in parts]
    turned = []
    for i, part in enumerate(parts):
        depth = sum(bool(_inside(other, borders[i][:1])[0])
                    for j, other in enumerate(borders) if j != i)
        x, y = borders[i].T
        left = float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) > 0
        turned.append(part if left == (depth % 2 == 0) else part[::-1])
    return np.vstack(turned)


def _gradients(root: ElementTree.Element) -> dict[str, tuple[RGB, float]]:
    """The mean colour and opacity of each gradient, by its id."""
    stops: dict[str, list[tuple[float, float, float, float]]] = {}
    links: dict[str, str] = {}
    for element in root.iter():
        if element.tag.rpartition("}")[2] not in ("linearGradient", "radialGradient"):
            continue
        name = element.get("id", "")
        link = element.get("href") or element.get(_HREF) or ""
        links[name] = link.removeprefix("#")
        stops[name] = [_stop(stop) for stop in element if str(stop.tag).endswith("stop")]
    means: dict[str, tuple[RGB, float]] = {}
    for name in stops:
        own, seen = name, {name}
        while not stops.get(own) and links.get(own) and links[own] not in seen:
            own = links[own]
            seen.add(own)
        if found := stops.get(own):
            r, g, b, a = (float(v) for v in np.mean(found, axis=0))
            means[name] = ((r, g, b), a)
    return means


def _stop(stop: ElementTree.Element) -> tuple[float, float, float, float]:
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", stop.get("style", "")))
    color = svgelements.Color(style.get("stop-color") or stop.get("stop-color") or "black")
    opacity = _share(style.get("stop-opacity") or stop.get("stop-opacity"))
    if color.value is None:
        return 0.5, 0.5, 0.5, opacity
    return color.red / 255, color.green / 255, color.blue / 255, opacity
