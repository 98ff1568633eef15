"""From outlines and paints to the Manim mobjects that are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import CapStyleType, LineJointType, Mobject, VMobject

from .geometry import Points, flatten, lengths, partial, polyline, subpaths
from .leaves import Leaf
from .paint import Paint

if TYPE_CHECKING:
    from .view import View

DASH = 0.14
"""Length of a dash and of the gap after it, in scene units."""

MOST_DASHES = 400
"""Longer lines get longer dashes."""


@dataclass(slots=True)
class Stroke:
    """A leaf as it is drawn at one frame; entrances and pointing verbs change ``points`` and
    ``paint``, never the leaf. ``start`` and ``end`` are the shares of the outline drawn; ``item``
    is the cell, node or bar that it belongs to while one picture turns into another."""

    leaf: Leaf
    points: Points
    paint: Paint
    start: float = 0.0
    end: float = 1.0
    item: tuple[Any, ...] = ()


def tell(mobject: Mobject, **marks: Any) -> None:
    """Mark a mobject for the camera in ways that Manim has no words for.

    ``fixed`` is drawn where it is, wherever the camera goes; ``flat`` in the frame as it is seen.
    ``fence`` are corners at which it is cut off, ``pin`` is a point about which it grows less than
    what is around it.
    """
    mobject.__dict__.update(marks)


class Brush:
    """The mobject of one leaf, reused from frame to frame."""

    __slots__ = ("_many", "_mobject", "_paint")

    def __init__(self) -> None:
        self._mobject: VMobject | None = None
        self._paint: Paint | None = None
        self._many: list[VMobject] = []

    def draw(self, stroke: Stroke, view: View | None = None) -> list[Mobject]:
        """The mobjects that show the stroke, for a camera; none if nothing of it is seen."""
        paint, leaf = stroke.paint, stroke.leaf
        if leaf.image is not None:
            return [_image(stroke)] if paint.opacity > 0 else []
        if paint.opacity <= 0 or len(stroke.points) == 0:
            return []
        points = stroke.points
        if (points == points[0]).all():
            return []
        if stroke.start > 0 or stroke.end < 1:
            points = partial(points, stroke.start, stroke.end)
            if len(points) == 0:
                return []
        if leaf.skin is not None:
            if view is not None and (thin := view.thin) != 1:
                paint = replace(paint, head=thin * paint.head)
            return list(leaf.skin(leaf, points, paint))
        if leaf.dashed:
            return list(dashes(points, paint))
        mobject = self._mobject
        if mobject is None:
            mobject = self._mobject = _blank()
        set_points(mobject, points)
        if paint is not self._paint:
            apply(mobject, paint)
            self._paint = paint
        return [mobject]


def _blank() -> VMobject:
    """A mobject without points; a copy of one made before, as Manim takes long to make one."""
    mobject: VMobject = VMobject.__new__(VMobject)
    mobject.__dict__.update(_made().__dict__)
    mobject.submobjects, mobject.updaters = [], []
    return mobject


@cache
def _made() -> VMobject:
    mobject = VMobject(stroke_width=0, fill_opacity=0)
    mobject.joint_type = LineJointType.ROUND
    mobject.cap_style = CapStyleType.ROUND
    return mobject


def set_points(mobject: VMobject, points: Points) -> None:
    full = np.zeros((len(points), 3))
    full[:, :2] = points
    mobject.points = full


def apply(mobject: VMobject, paint: Paint) -> None:
    """Paint a mobject, but not its submobjects."""
    alpha = paint.opacity
    mobject.fill_rgbas = np.array([[*paint.fill, paint.fill_opacity * alpha]])
    mobject.stroke_rgbas = np.array([[*paint.stroke, paint.stroke_opacity * alpha]])
    mobject.stroke_width = paint.width


def shape(points: Points, paint: Paint) -> VMobject:
    """A mobject of that outline and paint."""
    mobject = _blank()
    set_points(mobject, points)
    apply(mobject, paint)
    return mobject


def dashes(points: Points, paint: Paint, dash: float = DASH) -> list[VMobject]:
    """The outline in dashes of one scene length, its inside filled as before."""
    out: list[VMobject] = []
    if paint.fill_opacity > 0:
        out.append(shape(points, _without_stroke(paint)))
    pieces = [dash_outline(part, dash) for part in subpaths(points)]
    whole = [piece for piece in pieces if len(piece)]
    if whole:
        out.append(shape(np.vstack(whole), _without_fill(paint)))
    return out


def dash_outline(points: Points, dash: float) -> Points:
    """Dashes along one stroke; the first and the last are whole."""
    way = flatten(points, 12)
    done = lengths(way)
    total = float(done[-1])
    if total < 1e-6:
        return np.zeros((0, 2))
    straight = bool(np.abs(points[1::4] - (points[0::4] * 2 + points[3::4]) / 3).max() < 1e-6)
    closed = bool(np.abs(way[0] - way[-1]).max() < 1e-6)
    count = min(MOST_DASHES, max(1, round(total / (2 * dash) + (0.0 if closed else 0.5))))
    period = total / (count if closed else count - 0.5)
    out: list[Points] = []
    for k in range(count):
        a, b = k * period, min(k * period + period / 2, total)
        inner = done[(done > a + 1e-9) & (done < b - 1e-9)]
        if straight and len(points) == 4:
            inner = inner[:0]
        at = np.concatenate([[a], inner, [b]])
        knots = np.column_stack([np.interp(at, done, way[:, 0]), np.interp(at, done, way[:, 1])])
        out.append(polyline(knots))
    return np.vstack(out)


def _without_stroke(paint: Paint) -> Paint:
    return replace(paint, width=0.0)


def _without_fill(paint: Paint) -> Paint:
    return replace(paint, fill_opacity=0.0)


def _image(stroke: Stroke) -> Mobject:
    image = stroke.leaf.image
    assert image is not None
    if image.toned is not None and stroke.paint.fill != stroke.leaf.paint.fill:
        image = image.toned(stroke.paint.fill)
    points = np.zeros((len(stroke.points), 3))
    points[:, :2] = stroke.points
    image.points = points
    image.shown_opacity = stroke.paint.opacity
    return image
