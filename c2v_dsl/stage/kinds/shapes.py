"""Shapes in the units of their coordinates."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Box, Points, arc, polyline
from ..leaves import Leaf, Model
from ..live import value
from ..paint import Paint
from ..skins import arrow_skin
from ..target import Target
from ..thing import Thing

__all__ = [
    "annulus", "arc", "arrow", "circle", "curve", "curved_arrow", "dot", "double_arrow", "ellipse",
    "line", "path", "polygon", "rect", "sector", "square", "star", "triangle",
]

_arc = arc


def circle(r: Any = 0.5) -> Thing:
    """A circle."""
    return Thing("circle", lambda b: _shape(b, _arc(0, 2 * np.pi, float(b("r")))), {"r": r})


def ellipse(w: Any = 2, h: Any = 1) -> Thing:
    """An ellipse."""
    def build(b: Build) -> Model:
        scale = np.array([float(b("w")) / 2, float(b("h")) / 2])
        return _shape(b, _arc(0, 2 * np.pi) * scale)

    return Thing("ellipse", build, {"w": w, "h": h})


def square(side: Any = 1) -> Thing:
    """A square."""
    def build(b: Build) -> Model:
        half = float(b("side")) / 2
        return _shape(b, rectangle(Box(-half, -half, half, half)))

    return Thing("square", build, {"side": side})


def rect(*corners: Any, w: Any = 2, h: Any = 1, p: Any = None, q: Any = None) -> Thing:
    """A rectangle, by its size or by two opposite corners."""
    if len(corners) == 2:
        p, q = corners

    def build(b: Build) -> Model:
        if b.thing.args["p"] is None:
            x, y = float(b("w")) / 2, float(b("h")) / 2
            return _shape(b, rectangle(Box(-x, -y, x, y)))
        (x0, y0), (x1, y1) = b.point(p), b.point(q)
        return _shape(b, rectangle(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))

    return Thing("rect", build, {"w": w, "h": h, "p": p, "q": q})


def triangle(side: Any = 1) -> Thing:
    """A triangle with three equal sides."""
    def build(b: Build) -> Model:
        angles = np.pi / 2 + np.arange(3) * 2 * np.pi / 3
        radius = float(b("side")) / np.sqrt(3)
        corners = np.column_stack([np.cos(angles), np.sin(angles)]) * radius
        return _shape(b, polyline(corners, closed=True))

    return Thing("triangle", build, {"side": side})


def star(n: int = 5, r: Any = 0.5) -> Thing:
    """A star with ``n`` points."""
    def build(b: Build) -> Model:
        count = max(3, int(b("n")))
        inner = np.cos(2 * np.pi / count) / np.cos(np.pi / count) if count > 4 else 0.4
        angles = np.pi / 2 + np.arange(2 * count) * np.pi / count
        radii = np.where(np.arange(2 * count) % 2 == 0, 1.0, inner) * float(b("r"))
        corners = np.column_stack([np.cos(angles), np.sin(angles)]) * radii[:, None]
        return _shape(b, polyline(corners, closed=True))

    return Thing("star", build, {"n": n, "r": r})


def polygon(*points: Any) -> Thing:
    """A polygon through its corners."""
    return Thing(
        "polygon",
        lambda b: _shape(b, polyline(b.points(b.thing.args["points"]), closed=True)),
        {"points": points},
    )


def path(*points: Any) -> Thing:
    """Straight lines from point to point."""
    def build(b: Build) -> Model:
        model = Model()
        model.add(polyline(b.points(b.thing.args["points"])), b.line(), "shape")
        return model

    return Thing("path", build, {"points": points})


def dot(p: Any = None) -> Thing:
    """A point one can see; never grows with a plane."""
    return Thing("dot", _dot, {"p": p}, rigid=True, entrance="grow")


_DISC = _arc(0, 2 * np.pi)


def _dot(b: Build) -> Model:
    at = np.zeros(2) if b.thing.args["p"] is None else b.point(b.thing.args["p"])
    leaf = Leaf(_DISC * b.theme.dot_radius, b.solid(), "solid", anchor=at, closed=True)
    return Model([leaf])


def annulus(r: Any = 0.5, inner: Any = 0.25) -> Thing:
    """A ring."""
    def build(b: Build) -> Model:
        hole = _arc(2 * np.pi, 0, float(b("inner")))
        return _shape(b, np.vstack([_arc(0, 2 * np.pi, float(b("r"))), hole]))

    return Thing("annulus", build, {"r": r, "inner": inner})


def arc(r: Any = 0.5, from_: Any = 0, to: Any = np.pi / 2) -> Thing:  # type: ignore[no-redef]
    """A part of a circle's line."""
    def build(b: Build) -> Model:
        model = Model()
        model.add(_arc(float(b("from", 0)), float(b("to")), float(b("r"))), b.line(), "line")
        model.box = None
        return model

    return Thing("arc", build, {"r": r, "from": from_, "to": to})


def sector(r: Any = 0.5, from_: Any = 0, to: Any = np.pi / 2) -> Thing:
    """A part of a disc."""
    def build(b: Build) -> Model:
        start, end = float(b("from", 0)), float(b("to"))
        rim = _arc(start, end, float(b("r")))
        outline = np.vstack([
            polyline(np.array([[0.0, 0.0], rim[0]])), rim, polyline(np.array([rim[-1], [0, 0]]))
        ])
        return _shape(b, outline)

    return Thing("sector", build, {"r": r, "from": from_, "to": to})


def line(p: Any, q: Any) -> Thing:
    """A straight line; between objects it stops at their edges."""
    return Thing("line", lambda b: _way(b, 0), {"p": p, "q": q})


def arrow(p: Any, q: Any) -> Thing:
    """An arrow; between objects it stops at their edges."""
    return Thing("arrow", lambda b: _way(b, 1), {"p": p, "q": q}, entrance="grow_way")


def double_arrow(p: Any, q: Any) -> Thing:
    """An arrow with two heads."""
    return Thing("double_arrow", lambda b: _way(b, 2), {"p": p, "q": q}, entrance="grow_way")


def curve(p: Any, q: Any, bend: Any = np.pi / 3) -> Thing:
    """A bowed line."""
    return Thing("curve", lambda b: _way(b, 0), {"p": p, "q": q, "bend": bend})


def curved_arrow(p: Any, q: Any, bend: Any = np.pi / 3) -> Thing:
    """A bowed arrow."""
    return Thing("curved_arrow", lambda b: _way(b, 1), {"p": p, "q": q, "bend": bend},
                 entrance="grow_way")


def _way(b: Build, heads: int) -> Model:
    bend = float(b("bend", 0.0))
    p, q = value(b.thing.args["p"]), value(b.thing.args["q"])
    a, z = _level(_end(b, p), _end(b, q), p, q)
    outline = bowed(a, z, bend)
    outline = _between(outline, p, q, heads)
    local = b.to_scene.inverse()(outline)
    model = Model()
    paint = b.line()
    model.add(local, paint, "line", skin=arrow_skin(heads) if heads else None)
    if heads:
        style = b.style
        if style.get("dashed"):
            model.leaves[0].skin = arrow_skin(heads, dashed=True)
    return model


LEVEL = 0.12
"""So far, in scene units, may two objects' middles differ in height for a line between them to
be drawn level; the same sideways."""


def _level(a: Points, z: Points, p: Any, q: Any) -> tuple[Points, Points]:
    """The ends of a line, on one height where both are objects of about one height."""
    if not (isinstance(p, Target) and isinstance(q, Target)):
        return a, z
    off = np.abs(z - a)
    for axis in (0, 1):
        if 0 < off[axis] < LEVEL and off[1 - axis] > 6 * off[axis]:
            middle = (a[axis] + z[axis]) / 2
            a, z = a.copy(), z.copy()
            a[axis] = z[axis] = middle
    return a, z


def _end(b: Build, given: Any) -> Points:
    """Where a line would end in the scene: an object's centre, of words the middle of their line,
    so that what joins words side by side is level."""
    at = b.to_scene(b.point(given))
    if not isinstance(given, Target) or given.path:
        return at
    level = given.thing.level()
    return at if level is None else np.array([at[0], level])


def _between(outline: Points, p: Any, q: Any, heads: int) -> Points:
    """Cut the way where it leaves the first object and meets the second, further from words, whose
    ink would swallow its end."""
    a, z = outline[0], outline[-1]
    start, end = 0.0, 1.0
    gap = 0.1 if heads else 0.06
    if isinstance(p, Target):
        start = _leaving(outline, p, _clear(p, gap))
    if isinstance(q, Target):
        end = 1 - _leaving(outline[::-1], q, _clear(q, gap))
    if start <= 0 and end >= 1:
        return outline
    if end <= start:
        return polyline(np.array([a, a])) if not np.any(z - a) else outline[:0]
    from ..geometry import split

    return np.asarray(split(outline, start, end)) if len(outline) == 4 else outline


WORDS = ("text", "math", "label", "number", "code", "bullets")


def _clear(target: Target, gap: float) -> float:
    """What is left free before a target, in scene units."""
    return 0.14 if target.thing.kind in WORDS else gap


def _leaving(curve: Points, target: Target, gap: float) -> float:
    """Parameter at which a cubic curve has left the target's edge by ``gap``."""
    from ..geometry import flatten

    kind = target.thing.kind
    box = target.box()
    t = np.linspace(0, 1, 65)[:, None]
    way = ((1 - t) ** 3 * curve[0] + 3 * t * (1 - t) ** 2 * curve[1]
           + 3 * t**2 * (1 - t) * curve[2] + t**3 * curve[3])
    outlines = target.outlines()
    if kind in ROUNDABOUT and not target.path and outlines:
        distance = _distance(flatten(outlines[0], 8), way)
    else:
        half = np.array([box.width, box.height]) / 2
        off = np.abs(way - box.center) - half
        outside = np.hypot(*np.maximum(off, 0).T)
        distance = np.where((off < 0).all(axis=1), off.max(axis=1), outside)
    inside = distance < 0
    last = int(np.nonzero(inside)[0].max()) if inside.any() else 0
    after = np.nonzero(distance[last:] >= gap)[0]
    if len(after) == 0:
        return 1.0
    k = last + int(after[0])
    if k == 0:
        return 0.0
    d0, d1 = float(distance[k - 1]), float(distance[k])
    share = (gap - d0) / (d1 - d0) if d1 > d0 else 1.0
    return float(t[k - 1, 0] + (t[k, 0] - t[k - 1, 0]) * min(max(share, 0), 1))


ROUNDABOUT = ("circle", "ellipse", "polygon", "triangle", "star", "square", "rect", "dot", "sector",
              "annulus", "point_on")
"""Kinds whose own outline is the edge at which lines stop; for others it is their box."""


def _distance(border: Points, points: Points) -> Points:
    """Distance of points from a closed polyline, negative inside it."""
    a, b = border, np.roll(border, -1, axis=0)
    way = b - a
    square = np.maximum((way**2).sum(axis=1), 1e-18)
    rel = points[:, None, :] - a[None]
    along = np.clip((rel * way).sum(axis=2) / square, 0, 1)
    off = rel - along[:, :, None] * way
    distance = np.sqrt((off**2).sum(axis=2)).min(axis=1)
    return np.asarray(np.where(_inside(border, points), -distance, distance))


def _inside(border: Points, points: Points) -> Any:
    """Which points lie inside a closed polyline (even-odd)."""
    a, b = border, np.roll(border, -1, axis=0)
    x, y = points[:, 0][:, None], points[:, 1][:, None]
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    rise = np.where(b[:, 1] == a[:, 1], 1.0, b[:, 1] - a[:, 1])
    at = a[:, 0] + (y - a[:, 1]) / rise * (b[:, 0] - a[:, 0])
    return (crosses & (x < at)).sum(axis=1) % 2 == 1


def bowed(a: Points, z: Points, bend: float) -> Points:
    """A cubic curve from ``a`` to ``z`` that leaves ``bend / 2`` left of the straight way."""
    if abs(bend) < 1e-9:
        return polyline(np.array([a, z]))
    way = z - a
    half = float(np.clip(bend / 2, -2.2, 2.2))
    length = float(np.hypot(*way))
    reach = length * 4 / 3 * np.tan(half / 2) / (2 * np.sin(half))
    angle = np.arctan2(way[1], way[0])
    out = np.array([np.cos(angle + half), np.sin(angle + half)]) * reach
    back = np.array([np.cos(angle - half), np.sin(angle - half)]) * reach
    return np.array([a, a + out, z - back, z])


def rectangle(box: Box) -> Points:
    """A box as a closed outline, from the upper left corner, against the clock."""
    return polyline(
        np.array([[box.x0, box.y1], [box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1]]),
        closed=True,
    )


def rounded(box: Box, radius: float) -> Points:
    """A box with round corners."""
    r = min(radius, box.width / 2, box.height / 2)
    if r <= 0:
        return rectangle(box)
    corners = [(box.x1 - r, box.y1 - r, 0), (box.x0 + r, box.y1 - r, 1),
               (box.x0 + r, box.y0 + r, 2), (box.x1 - r, box.y0 + r, 3)]
    parts: list[Points] = []
    for x, y, quarter in corners:
        bow = _arc(quarter * np.pi / 2, (quarter + 1) * np.pi / 2, r) + np.array([x, y])
        if parts:
            parts.append(polyline(np.array([parts[-1][-1], bow[0]])))
        parts.append(bow)
    parts.append(polyline(np.array([parts[-1][-1], parts[0][0]])))
    return np.vstack(parts)


def _shape(b: Build, outline: Points, paint: Paint | None = None) -> Model:
    model = Model()
    model.add(outline, paint or b.line(), "shape", closed=True)
    return model
