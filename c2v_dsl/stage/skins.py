"""What is drawn from an outline that stands for more than itself: arrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from manim import VMobject

from .brush import dash_outline, shape
from .geometry import Points, flatten, lengths, partial, polyline
from .leaves import Leaf
from .paint import Paint


def tip_length(width: float, length: float) -> float:
    """Length of a head for a stroke's width and the whole length, in scene units."""
    return min(0.11 + 0.032 * width, 0.45 * length)


def arrow_skin(heads: int, dashed: bool = False) -> Callable[[Leaf, Points, Paint], list[VMobject]]:
    """A shaft with a head at its end, and with two at its start as well."""

    def skin(leaf: Leaf, points: Points, paint: Paint) -> list[VMobject]:
        way = flatten(points, 24)
        done = lengths(way)
        total = float(done[-1]) if len(done) else 0.0
        if total < 1e-6:
            return []
        tip = tip_length(paint.width, total / heads / paint.head) * paint.head
        out: list[VMobject] = []
        count = len(points) // 4
        start = 0.0 if heads == 1 else _share(done, count, tip * 0.75)
        end = _share(done, count, total - tip * 0.75)
        shaft = partial(points, start, end)
        if len(shaft):
            if dashed:
                shaft = dash_outline(shaft, 0.14)
            out.append(shape(shaft, replace(paint, fill_opacity=0.0)))
        solid = replace(paint, fill=paint.stroke, fill_opacity=paint.stroke_opacity, width=0.0)
        out.append(shape(_head(way, done, tip), solid))
        if heads == 2:
            back = way[::-1]
            out.append(shape(_head(back, lengths(back), tip), solid))
        return out

    return skin


def _share(done: Points, curves: int, length: float) -> float:
    """The outline's parameter (0 to 1) at a length."""
    return float(np.interp(length, done, np.linspace(0, 1, len(done))))


def _head(way: Points, done: Points, tip: float) -> Points:
    total = done[-1]
    base = np.array([np.interp(total - tip, done, way[:, 0]),
                     np.interp(total - tip, done, way[:, 1])])
    end = way[-1]
    direction = (end - base) / max(float(np.hypot(*(end - base))), 1e-9)
    normal = np.array([-direction[1], direction[0]])
    half = tip * 0.42
    notch = base + direction * tip * 0.12
    corners = np.array([end, base + normal * half, notch, base - normal * half])
    return polyline(corners, closed=True)
