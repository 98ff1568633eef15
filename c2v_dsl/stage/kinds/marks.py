"""Marks that hang on other objects and stay with them."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..build import Build
from ..geometry import CORNER, Points, arc, polyline, rotation, smooth
from ..leaves import Model
from ..paint import Paint
from ..target import Gone, Target
from ..thing import Thing
from .shapes import rounded

__all__ = ["angle", "box", "brace", "cross", "right_angle", "trace", "underline"]


def _mark(kind: str, build: Any, args: dict[str, Any], entrance: str = "draw") -> Thing:
    return Thing(kind, build, args, entrance=entrance)


def _local(b: Build, outline: Points) -> Points:
    return b.to_scene.inverse()(outline)


def brace(obj: Target, side: str = "down") -> Thing:
    """A curly brace along a side."""
    return _mark("brace", _brace, {"obj": obj, "side": side})


def box(obj: Target) -> Thing:
    """A frame around an object."""
    return _mark("box", _box, {"obj": obj})


def cross(obj: Target) -> Thing:
    """A cross through an object."""
    return _mark("cross", _cross, {"obj": obj})


def underline(obj: Target) -> Thing:
    """A line below an object."""
    return _mark("underline", _underline, {"obj": obj})


def angle(l1: Target, l2: Target) -> Thing:
    """The arc between two lines."""
    return _mark("angle", lambda b: _angle(b, False), {"l1": l1, "l2": l2})


def right_angle(l1: Target, l2: Target) -> Thing:
    """The little square between two lines."""
    return _mark("right_angle", lambda b: _angle(b, True), {"l1": l1, "l2": l2})


def trace(obj: Target) -> Thing:
    """The way an object has gone since this was shown."""
    return Trail(obj)


def _brace(b: Build) -> Model:
    target: Target = b.thing.args["obj"]
    side = b.thing.args["side"]
    held = target.box()
    if side in ("up", "down"):
        length, base = held.width, held.side(side)
    else:
        length, base = held.height, held.side(side)
    turn = {"down": 0.0, "right": np.pi / 2, "up": np.pi, "left": -np.pi / 2}[side]
    outline = brace_outline(max(length, 0.25)) + np.array([0.0, -0.1])
    outline = outline @ rotation(turn).T + base
    model = Model()
    model.add(_local(b, outline), b.solid(), "solid", closed=True)
    return model


def brace_outline(length: float) -> Points:
    """A brace below the origin, as wide as ``length``, its tip pointing down."""
    half = length / 2
    height = 0.16 if length > 0.8 else 0.16 * max(length / 0.8, 0.5)
    r = min(0.2, half / 2)
    s = np.linspace(0, 1, 41)
    x = half * (1 - s)
    outer = np.clip((half - x) / r, 0, 1)
    inner = np.clip(1 - x / r, 0, 1)
    y = -height * (0.5 * np.sin(outer * np.pi / 2) ** 0.8 + 0.5 * (1 - np.cos(inner * np.pi / 2)))
    thick = 0.018 + 0.030 * np.sin(np.pi * np.clip(s, 0, 1)) ** 0.6
    right = np.column_stack([x, y])
    left = right[::-1] * np.array([-1, 1])
    center = np.vstack([right, left[1:]])
    width = np.concatenate([thick, thick[::-1][1:]])
    way = np.gradient(center, axis=0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    normal = np.column_stack([-way[:, 1], way[:, 0]])
    upper = center + normal * width[:, None] / 2
    lower = center - normal * width[:, None] / 2
    return polyline(np.vstack([upper, lower[::-1]]), closed=True)


def _box(b: Build) -> Model:
    held = b.thing.args["obj"].box().grown(0.12)
    color = b.rgb("gold")
    model = Model()
    model.add(_local(b, rounded(held, 0.08)), Paint(color, 0.0, color, b.theme.stroke * 0.85),
              "shape", closed=True)
    return model


def _cross(b: Build) -> Model:
    held = b.thing.args["obj"].box().grown(0.05)
    color = b.rgb("red")
    paint = Paint(color, 0.0, color, b.theme.stroke * 1.3)
    model = Model()
    corners = held.corners()
    for a, z in ((3, 1), (2, 0)):
        model.add(_local(b, polyline(corners[[a, z]])), paint, "line")
    return model


def _underline(b: Build) -> Model:
    held = b.thing.args["obj"].box()
    color = b.rgb("gold")
    y = held.y0 - 0.09
    model = Model()
    ends = np.array([[held.x0 - 0.03, y], [held.x1 + 0.03, y]])
    model.add(_local(b, polyline(ends)), Paint(color, 0.0, color, b.theme.stroke), "line")
    return model


def _angle(b: Build, right: bool) -> Model:
    ways = [_ends(b.thing.args[name]) for name in ("l1", "l2")]
    if any(float(np.hypot(*(way[1] - way[0]))) < 1e-6 for way in ways):
        raise Gone("angle")
    vertex = _meeting(*ways)
    rays: list[Points] = []
    reach: list[float] = []
    for way in ways:
        ends = [way[0] - vertex, way[1] - vertex]
        far = max(ends, key=lambda v: float(np.hypot(*v)))
        length = float(np.hypot(*far))
        if length < 1e-9:
            raise Gone("angle")
        rays.append(far / length)
        reach.append(length)
    least, share, most = (0.3, 0.09, 0.5) if right else (0.5, 0.18, 0.9)
    size = min(max(least, share * min(reach)), most, 0.4 * min(reach))
    model = Model()
    color = b.ink
    paint = Paint(color, 0.0, color, b.theme.stroke * 0.75)
    if right:
        corner = np.array([rays[0] * size, (rays[0] + rays[1]) * size, rays[1] * size]) + vertex
        model.add(_local(b, polyline(corner)), paint, "line")
        return model
    start = float(np.arctan2(rays[0][1], rays[0][0]))
    turn = float(np.arctan2(rays[0][0] * rays[1][1] - rays[0][1] * rays[1][0], rays[0] @ rays[1]))
    bow = arc(start, start + turn, size) + vertex
    model.add(_local(b, bow), paint, "line")
    return model


def _ends(target: Target) -> Points:
    way = target.way()
    return np.array([way[0], way[-1]])


def _meeting(a: Points, b: Points) -> Points:
    """Where two lines, carried on, meet; the nearest ends' middle for parallel ones."""
    d, e = a[1] - a[0], b[1] - b[0]
    cross_ = d[0] * e[1] - d[1] * e[0]
    if abs(cross_) < 1e-9 * max(1.0, float(np.hypot(*d) * np.hypot(*e))):
        pairs = [(p, q) for p in a for q in b]
        p, q = min(pairs, key=lambda pair: float(np.hypot(*(pair[0] - pair[1]))))
        return np.asarray((p + q) / 2)
    offset = b[0] - a[0]
    t = (offset[0] * e[1] - offset[1] * e[0]) / cross_
    return np.asarray(a[0] + d * t)


class Trail(Thing):
    """A trace: it notes where its object is whenever that changes, from its entrance on."""

    def __init__(self, obj: Target) -> None:
        self.trail: list[Points] = []
        super().__init__("trace", self._trail, {"obj": obj}, entrance="way")

    def enter(self) -> None:
        super().enter()
        self.trail = []
        self.texts.change()

    def note(self) -> None:
        """Take note of where its object is now."""
        self._model.value()

    def _trail(self, b: Build) -> Model:
        spot = b.to_scene.inverse()(b.thing.args["obj"].middle())
        if not self.trail or np.abs(self.trail[-1] - spot).max() > 1e-6:
            self.trail.append(spot)
        color = b.rgb("gold")
        model = Model()
        outline = np.zeros((0, 2))
        if len(self.trail) > 1:
            even = np.maximum(np.abs(b.to_scene.linear).sum(axis=0), 1e-9)
            outline = smooth(np.array(self.trail), even, CORNER)
        model.add(outline, Paint(color, 0.0, color, b.theme.stroke * 0.85), "line")
        return model
