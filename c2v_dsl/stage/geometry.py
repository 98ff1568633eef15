"""Plane geometry in arrays of shape (n, 2): affine maps, boxes, polylines and Bézier outlines.

Outlines are in Manim's form: cubic curves of four points each, one after another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

IDENTITY = np.eye(2)
IDENTITY.setflags(write=False)
ZERO = np.zeros(2)
ZERO.setflags(write=False)


@dataclass(frozen=True, eq=False)
class Affine:
    """``p -> linear @ p + shift``."""

    linear: Points
    shift: Points

    def __call__(self, points: Points) -> Points:
        return points @ self.linear.T + self.shift

    def after(self, first: Affine) -> Affine:
        """The map that does ``first``, then this."""
        return Affine(self.linear @ first.linear, self.linear @ first.shift + self.shift)

    def inverse(self) -> Affine:
        """Its inverse; of a flat map, the inverse of one bent a little out of flatness."""
        (a, b), (c, d) = self.linear.tolist()
        if abs(a * d - b * c) < 1e-12:
            a, d = a + 1e-6, d + 1e-6
        back: Points = np.array([[d, -b], [-c, a]]) / (a * d - b * c)
        return Affine(back, -back @ self.shift)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Affine)
            and np.array_equal(self.linear, other.linear)
            and np.array_equal(self.shift, other.shift)
        )

    __hash__ = None  # type: ignore[assignment]


NOTHING = Affine(IDENTITY, ZERO)


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def center(self) -> Points:
        return np.array([(self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2])

    def grown(self, by: float) -> Box:
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def corners(self) -> Points:
        return np.array(
            [[self.x0, self.y0], [self.x1, self.y0], [self.x1, self.y1], [self.x0, self.y1]]
        )

    def side(self, word: str) -> Points:
        """The middle of its ``up``, ``down``, ``left`` or ``right`` side."""
        cx, cy = self.center
        return {
            "up": np.array([cx, self.y1]),
            "down": np.array([cx, self.y0]),
            "left": np.array([self.x0, cy]),
            "right": np.array([self.x1, cy]),
        }[word]

    @staticmethod
    def of(points: Points) -> Box | None:
        if len(points) == 0:
            return None
        (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
        return Box(float(x0), float(y0), float(x1), float(y1))

    @staticmethod
    def around(boxes: Iterable[Box | None]) -> Box | None:
        kept = [box for box in boxes if box is not None]
        if not kept:
            return None
        return Box(
            min(b.x0 for b in kept), min(b.y0 for b in kept),
            max(b.x1 for b in kept), max(b.y1 for b in kept),
        )


def rotation(angle: float) -> Points:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


def point(given: Any) -> Points:
    """A pair, a complex number or a bare number as an array of two."""
    if isinstance(given, complex):
        return np.array([given.real, given.imag])
    if isinstance(given, int | float):
        return np.array([float(given), 0.0])
    x, y = given[0], given[1]
    return np.array([float(x), float(y)])


def polyline(corners: Points, closed: bool = False) -> Points:
    """Straight Bézier curves from corner to corner."""
    corners = np.asarray(corners, float)
    if closed and len(corners):
        corners = np.vstack([corners, corners[:1]])
    if len(corners) < 2:
        return np.zeros((0, 2))
    a, b = corners[:-1], corners[1:]
    out = np.empty((4 * len(a), 2))
    out[0::4], out[3::4] = a, b
    out[1::4], out[2::4] = a + (b - a) / 3, a + (b - a) * 2 / 3
    return out


def arc(start: float, end: float, radius: float = 1.0) -> Points:
    """A circle's arc about the origin, exact to 0.03 % of its radius."""
    count = max(1, int(np.ceil(abs(end - start) / (np.pi / 4))))
    angles = np.linspace(start, end, count + 1)
    reach = 4 / 3 * np.tan((end - start) / count / 4) * radius
    at = np.column_stack([np.cos(angles), np.sin(angles)]) * radius
    along = np.column_stack([-np.sin(angles), np.cos(angles)]) * reach
    out = np.empty((4 * count, 2))
    out[0::4], out[3::4] = at[:-1], at[1:]
    out[1::4], out[2::4] = at[:-1] + along[:-1], at[1:] - along[1:]
    if abs(abs(end - start) - 2 * np.pi) < 1e-12:
        out[-1] = out[0]
    return out


CORNER = 0.5
"""Where dense points turn by more than this, in radians, a curve has a corner."""


def smooth(knots: Points, scale: Points | None = None, corner: float | None = None) -> Points:
    """An open curve through ``knots`` (Catmull–Rom tangents, chord-scaled).

    Args:
        scale: what the coordinates are multiplied by before lengths and angles are measured, as
            both axes of a plane seldom have the same unit.
        corner: the curve turns sharply where its chords turn by more than this angle; without
            it, nowhere.
    """
    knots = np.asarray(knots, float)
    if len(knots) < 3:
        return polyline(knots)
    if scale is not None:
        return smooth(knots * scale, None, corner) / scale
    steps = np.diff(knots, axis=0)
    lengths = np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-12)
    unit = steps / lengths[:, None]
    weight = lengths[1:] / (lengths[:-1] + lengths[1:])
    leaving = np.empty_like(knots)
    leaving[1:-1] = unit[:-1] * weight[:, None] + unit[1:] * (1 - weight)[:, None]
    leaving[0], leaving[-1] = 2 * unit[0] - leaving[1], 2 * unit[-1] - leaving[-2]
    coming = leaving.copy()
    if corner is not None:
        sharp = np.nonzero((unit[:-1] * unit[1:]).sum(axis=1) < np.cos(corner))[0] + 1
        coming[sharp], leaving[sharp] = unit[sharp - 1], unit[sharp]
        if len(sharp) and sharp[0] == 1:
            leaving[0] = unit[0]
        if len(sharp) and sharp[-1] == len(knots) - 2:
            coming[-1] = unit[-1]
    out = np.empty((4 * len(steps), 2))
    out[0::4], out[3::4] = knots[:-1], knots[1:]
    out[1::4] = knots[:-1] + leaving[:-1] * lengths[:, None] / 3
    out[2::4] = knots[1:] - coming[1:] * lengths[:, None] / 3
    return out


def flatten(outline: Points, steps: int = 8) -> Points:
    """Points along an outline, ``steps`` a curve."""
    if len(outline) < 4:
        return outline
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    p = outline.reshape(-1, 4, 2)[:, :, None, :]
    way = (1 - t) ** 3 * p[:, 0] + 3 * t * (1 - t) ** 2 * p[:, 1]
    way = way + 3 * t**2 * (1 - t) * p[:, 2] + t**3 * p[:, 3]
    return np.vstack([way.reshape(-1, 2), outline[-1:]])


def tight_box(outline: Points) -> Box | None:
    """The box of an outline itself, not of its handles."""
    if len(outline) < 4:
        return Box.of(outline)
    handles, anchors = Box.of(outline), Box.of(outline[[*range(0, len(outline), 4), -1]])
    return handles if handles == anchors else Box.of(flatten(outline, 6))


def subpaths(outline: Points) -> list[Points]:
    """The separate strokes of an outline."""
    if len(outline) < 4:
        return []
    starts = outline[4::4]
    ends = outline[3:-1:4][: len(starts)]
    breaks = np.nonzero(np.abs(starts - ends).max(axis=1) > 1e-6)[0] + 1
    return [part for part in np.split(outline, breaks * 4) if len(part) >= 4]


def partial(outline: Points, a: float, b: float) -> Points:
    """What lies between two shares of the outline's length in curves."""
    count = len(outline) // 4
    if count == 0 or b <= a:
        return np.zeros((0, 2))
    first, last = min(int(a * count), count - 1), min(int(np.ceil(b * count)) - 1, count - 1)
    out = outline[4 * first : 4 * last + 4].copy()
    end = b * count - last
    if end < 1:
        out[-4:] = split(out[-4:], 0, end)
    start = a * count - first
    if start > 0:
        whole = end if first == last and end > 0 else 1.0
        out[:4] = split(out[:4], start / whole, 1)
    return out


def split(curve: Points, a: float, b: float) -> Points:
    """The part of one cubic curve between parameters ``a`` and ``b``."""

    def blossom(r: float, s: float, t: float) -> Points:
        p = curve
        for u in (r, s, t):
            p = p[:-1] * (1 - u) + p[1:] * u
        return np.asarray(p[0])

    knots = [blossom(a, a, a), blossom(a, a, b), blossom(a, b, b), blossom(b, b, b)]
    return np.array(knots)


def lengths(polygon: Points) -> Points:
    """Length from the start up to every point of a polyline."""
    steps = np.diff(polygon, axis=0)
    return np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])


def along(outline: Points, share: float) -> Points:
    """The point at a share of the way along an outline, by length."""
    way = flatten(outline, 16)
    if len(way) == 0:
        return np.zeros(2)
    done = lengths(way)
    at = min(max(share, 0.0), 1.0) * done[-1]
    return np.array([np.interp(at, done, way[:, 0]), np.interp(at, done, way[:, 1])])


def edge_toward(outline: Points, inside: Points, outside: Points) -> Points:
    """Where the way from ``inside`` to ``outside`` last leaves a closed outline."""
    way = flatten(outline, 8)
    direction = outside - inside
    if len(way) < 2 or not np.any(direction):
        return inside
    a, b = way[:-1], way[1:]
    d = b - a
    cross = direction[0] * d[:, 1] - direction[1] * d[:, 0]
    safe = np.where(np.abs(cross) < 1e-12, 1.0, cross)
    rel = a - inside
    t = (rel[:, 0] * d[:, 1] - rel[:, 1] * d[:, 0]) / safe
    u = (rel[:, 0] * direction[1] - rel[:, 1] * direction[0]) / safe
    hit = (np.abs(cross) >= 1e-12) & (u >= -1e-9) & (u <= 1 + 1e-9) & (t > 0) & (t < 1)
    return inside + direction * float(t[hit].max()) if hit.any() else inside


def clip_polyline(way: Points, box: Box) -> list[Points]:
    """The parts of a polyline inside ``box``, cut exactly at its edges (Liang–Barsky)."""
    if len(way) < 2:
        return []
    a, b = way[:-1], way[1:]
    d = b - a
    t0, t1 = np.zeros(len(a)), np.ones(len(a))
    for axis, low, high in ((0, box.x0, box.x1), (1, box.y0, box.y1)):
        for sign, bound in ((-1.0, low), (1.0, high)):
            p = sign * d[:, axis]
            q = sign * (bound - a[:, axis])
            with np.errstate(divide="ignore", invalid="ignore"):
                r = q / p
            t0 = np.where(p < 0, np.maximum(t0, r), t0)
            t1 = np.where(p > 0, np.minimum(t1, r), t1)
            t1 = np.where((p == 0) & (q < 0), -1.0, t1)
    kept = t0 <= t1
    runs: list[list[Points]] = []
    joined = False
    for i in np.nonzero(kept)[0]:
        start, end = a[i] + d[i] * t0[i], a[i] + d[i] * t1[i]
        if not (joined and t0[i] == 0 and runs and kept[i - 1]):
            runs.append([start])
        runs[-1].append(end)
        joined = bool(t1[i] == 1)
    return [np.array(run) for run in runs if len(run) > 1]


def clip_polygon(corners: Points, box: Box) -> Points:
    """A closed polygon cut to ``box`` (Sutherland–Hodgman)."""
    for axis, bound, keep_below in (
        (0, box.x0, False), (0, box.x1, True), (1, box.y0, False), (1, box.y1, True)
    ):
        if len(corners) == 0:
            return corners
        value = corners[:, axis]
        inside = value <= bound if keep_below else value >= bound
        if inside.all():
            continue
        out: list[Points] = []
        for i in range(len(corners)):
            here, there = corners[i - 1], corners[i]
            if inside[i - 1] != inside[i]:
                t = (bound - here[axis]) / (there[axis] - here[axis])
                out.append(here + (there - here) * t)
            if inside[i]:
                out.append(there)
        corners = np.array(out) if out else np.zeros((0, 2))
    return corners


def within(points: Points, box: Box, slack: float = 1e-9) -> bool:
    if len(points) == 0:
        return True
    low, high = points.min(axis=0), points.max(axis=0)
    return bool(
        low[0] >= box.x0 - slack and low[1] >= box.y0 - slack
        and high[0] <= box.x1 + slack and high[1] <= box.y1 + slack
    )
