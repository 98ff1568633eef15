"""What stands on a plane: curves of functions, areas, bars, tangents, vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..build import Build
from ..geometry import (
    CORNER,
    Box,
    Points,
    clip_polygon,
    clip_polyline,
    point,
    polyline,
    smooth,
)
from ..leaves import Leaf, Model
from ..live import VANISHING
from ..paint import Paint
from ..sampling import sample, with_jumps
from ..skins import arrow_skin
from ..target import Gone, Target
from ..thing import Thing
from .planes import clipped_line
from .shapes import _DISC

__all__ = [
    "implicit", "parametric", "plot", "point_on", "region", "riemann", "secant", "tangent",
    "vector",
]

WIDE = Box(-1e9, -1e9, 1e9, 1e9)

BAR_GAP = 0.035
"""Space between neighbouring bars under a curve, in scene units; less where they are narrow."""


def plot(f: Any, x: Any = None) -> Thing:
    """The curve of a function."""
    return Thing("plot", _plot, {"f": f, "x": x}, entrance="way")


def parametric(fx: Any, fy: Any, t: Any) -> Thing:
    """A curve given by x and y as functions of t."""
    return Thing("parametric", _parametric, {"fx": fx, "fy": fy, "t": t}, entrance="way")


def implicit(f: Any) -> Thing:
    """All points where a function of x and y is zero."""
    return Thing("implicit", _implicit, {"f": f}, entrance="way")


def region(f: Any, g: Any = 0, x: Any = None) -> Thing:
    """The area between two curves."""
    return Thing("region", _region, {"f": f, "g": g, "x": x})


def riemann(f: Any, x: Any = None, n: Any = 10) -> Thing:
    """Bars under a curve."""
    return Thing("riemann", _riemann, {"f": f, "x": x, "n": n})


def point_on(curve: Target, at: Any) -> Thing:
    """A dot on a curve."""
    return Thing("point_on", _point_on, {"curve": curve, "at": at}, rigid=True, entrance="grow")


def tangent(f: Any, at: Any, length: Any = None) -> Thing:
    """The line that touches a curve."""
    return Thing("tangent", _tangent, {"f": f, "at": at, "length": length})


def secant(f: Any, a: Any, b: Any) -> Thing:
    """The line through two points of a curve."""
    return Thing("secant", _secant, {"f": f, "a": a, "b": b})


def vector(x: Any = None, y: Any = None, p: Any = None) -> Thing:
    """An arrow from the origin."""
    return Thing("vector", _vector, {"x": x, "y": y, "p": p}, entrance="grow_way")


def clip(b: Build) -> Box:
    """The plane's rectangle in its own units."""
    plane = b.thing.plane
    if plane is None:
        return WIDE
    data = plane.model().data
    return data["clip"] if data else WIDE


def domain(b: Build, name: str = "x") -> tuple[float, float]:
    """From where to where a curve runs, inside the plane."""
    plane = b.thing.plane
    low, high = (-5.0, 5.0)
    if plane is not None and plane.model().data:
        low, high = plane.model().data["x"]
    given = b(name)
    if given is not None:
        a, z = float(given[0]), float(given[1])
        low, high = max(low, min(a, z)), min(high, max(a, z))
    return low, high


def real(f: Callable[..., Any]) -> Callable[..., float]:
    """A function whose missing values are NaN."""

    def called(*args: float) -> float:
        try:
            found = f(*args)
        except VANISHING:
            return float("nan")
        if isinstance(found, complex):
            return found.real if abs(found.imag) < 1e-9 else float("nan")
        try:
            return float(found)
        except (TypeError, OverflowError):
            return float("nan")

    return called


def accent(b: Build) -> Paint:
    color = b.rgb(b.theme.accent)
    return Paint(color, 0.0, color, b.theme.stroke)


def _even(box: Box) -> Points:
    """What makes both sides of a plane equally long."""
    sides = [side if side < 1e8 else 1.0 for side in (box.width, box.height)]
    return np.asarray(1 / np.maximum(np.array(sides), 1e-12))


def outline(runs: list[Points], box: Box) -> Points:
    """Sampled runs cut to the plane, as smooth curves with gaps between them."""
    parts: list[Points] = []
    for run in runs:
        for piece in clip_polyline(run, box):
            parts.append(smooth(piece, _even(box), CORNER))
    return np.vstack(parts) if parts else np.zeros((0, 2))


def _plot(b: Build) -> Model:
    f = real(b.function("f"))
    box = clip(b)
    low, high = domain(b)
    model = Model(data={"at": lambda x: np.array([x, f(x)])})
    runs = sample(lambda x: (x, f(x)), low, high, box) if high > low else []
    model.add(outline(runs, box), accent(b), "line")
    return model


def _parametric(b: Build) -> Model:
    fx, fy = real(b.function("fx")), real(b.function("fy"))
    low, high = (float(v) for v in b("t"))
    box = clip(b)
    model = Model(data={"at": lambda t: np.array([fx(t), fy(t)])})
    runs = sample(lambda t: (fx(t), fy(t)), low, high, box, least=120) if high != low else []
    model.add(outline(runs, box), accent(b), "line")
    return model


def _implicit(b: Build) -> Model:
    from ..sampling import contour

    box = clip(b)
    if box is WIDE:
        box = Box(-3, -3, 3, 3)
    f = real(b.function("f"))
    runs = contour(f, box)
    model = Model()
    even = _even(box)
    model.add(np.vstack([smooth(run, even, CORNER) for run in runs]) if runs else
              np.zeros((0, 2)), accent(b), "line")
    return model


def _region(b: Build) -> Model:
    f, g = real(b.function("f")), real(b.function("g"))
    low, high = domain(b)
    box = clip(b)
    color = b.rgb(b.theme.accent)
    model = Model()
    parts: list[Points] = []
    if high > low:
        xs = with_jumps((f, g), np.linspace(low, high, 241), box)
        top = np.array([f(float(x)) for x in xs])
        bottom = np.array([g(float(x)) for x in xs])
        good = np.isfinite(top) & np.isfinite(bottom)
        edges = np.nonzero(np.diff(np.concatenate([[0], good.astype(int), [0]])))[0]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if end - start < 2:
                continue
            part = slice(start, end)
            top_c = np.clip(top[part], box.y0 - 1e6, box.y1 + 1e6)
            bottom_c = np.clip(bottom[part], box.y0 - 1e6, box.y1 + 1e6)
            ring = np.vstack([np.column_stack([xs[part], top_c]),
                              np.column_stack([xs[part], bottom_c])[::-1]])
            inside = clip_polygon(ring, box)
            if len(inside) > 2:
                parts.append(polyline(inside, closed=True))
    paint = Paint(color, b.theme.fill_opacity, color, 0.0)
    model.add(np.vstack(parts) if parts else np.zeros((0, 2)), paint, "tint", closed=True)
    return model


def _riemann(b: Build) -> Model:
    f = real(b.function("f"))
    low, high = domain(b)
    count = int(min(max(1, round(float(b("n")))), 500))
    box = clip(b)
    color = b.rgb(b.theme.accent)
    model = Model()
    width = (high - low) / count
    if width <= 0:
        return model
    across = float(np.hypot(*b.to_scene.linear[:, 0])) if b.on_plane else 1.0
    gap = min(BAR_GAP / max(across, 1e-9), 0.12 * width) / 2
    for k in range(count):
        x = low + k * width
        y = f(x)
        if not np.isfinite(y):
            continue
        left, right = x + gap, x + width - gap
        corners = np.array([[left, 0.0], [right, 0.0], [right, y], [left, y]])
        bar = clip_polygon(corners, box)
        if len(bar) < 3 or abs(y) < 1e-12:
            continue
        paint = Paint(color, 0.65, color, 0.0)
        model.add(polyline(bar, closed=True), paint, "tint", ((("item", k),),), closed=True,
                  upright=True)
    return model


def _point_on(b: Build) -> Model:
    curve: Target = b.thing.args["curve"]
    thing = curve.thing
    at = float(b("at"))
    data = thing.model().data
    if data is None or "at" not in data:
        from ..geometry import along

        spot = b.to_scene.inverse()(along(thing.way(), at))
    else:
        spot = data["at"](at)
        if not np.all(np.isfinite(spot)):
            raise Gone("point_on")
        spot = thing.warped_point(spot)
        if thing.plane is not b.thing.plane:
            spot = b.to_scene.inverse()(thing.to_scene()(spot))
    leaf = Leaf(_DISC * b.theme.dot_radius, b.solid(), "solid", anchor=spot, closed=True)
    return Model([leaf])


def slope(f: Callable[..., float], x: float, width: float) -> float:
    """The derivative by five points."""
    h = max(1e-5, 1e-4 * width)
    a, b_, c, d = f(x - 2 * h), f(x - h), f(x + h), f(x + 2 * h)
    found = (a - 8 * b_ + 8 * c - d) / (12 * h)
    if not np.isfinite(found):
        raise Gone("tangent")
    return found


def _tangent(b: Build) -> Model:
    f = real(b.function("f"))
    at = float(b("at"))
    box = clip(b)
    width = (box.x1 - box.x0) if box is not WIDE else 6.0
    y = f(at)
    if not np.isfinite(y):
        raise Gone("tangent")
    m = slope(f, at, width)
    length = b("length")
    given = width / 3 if length is None else float(length)
    across = given / 2 / np.hypot(1, m)
    ends = np.array([[at - across, y - m * across], [at + across, y + m * across]])
    return _line(b, ends, box)


def _secant(b: Build) -> Model:
    f = real(b.function("f"))
    x0, x1 = float(b("a")), float(b("b"))
    box = clip(b)
    y0, y1 = f(x0), f(x1)
    if not (np.isfinite(y0) and np.isfinite(y1)):
        raise Gone("secant")
    m = slope(f, x0, box.x1 - box.x0) if abs(x1 - x0) < 1e-09 else (y1 - y0) / (x1 - x0)
    around = box if box is not WIDE else Box(min(x0, x1) - 1, -1e6, max(x0, x1) + 1, 1e6)
    ends = clipped_line(np.array([x0, y0]), np.array([1.0, m]), around)
    return _line(b, ends if ends is not None else np.zeros((0, 2)), around)


def _line(b: Build, ends: Points, box: Box) -> Model:
    model = Model()
    color = b.ink
    pieces = clip_polyline(ends, box) if len(ends) else []
    shown = polyline(pieces[0]) if pieces else np.zeros((0, 2))
    model.add(shown, Paint(color, 0.0, color, b.theme.stroke * 0.85), "line")
    return model


def _vector(b: Build) -> Model:
    given = b.thing.args
    if given["p"] is not None or given["y"] is None:
        end = b.point(given["p"] if given["p"] is not None else given["x"])
    else:
        end = point((float(b("x")), float(b("y"))))
    model = Model()
    model.add(polyline(np.array([[0.0, 0.0], end])), b.line(), "line", skin=arrow_skin(1))
    return model
