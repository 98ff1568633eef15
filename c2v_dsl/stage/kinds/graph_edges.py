"""Edges between nodes: straight or bowed, cut at the nodes' borders, loops, and words beside
them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..geometry import Box, Points, along, flatten, smooth, split
from .shapes import bowed

SAMPLES = 48
BOW = 0.55
"""Bend, in radians, of edges that share both ends with others."""


@dataclass(frozen=True)
class Disc:
    """A node's border: a box about its centre with round corners, a circle if they meet."""

    center: Points
    half: Points
    radius: float

    def distance(self, points: Points) -> Points:
        """Distance from the border, negative inside."""
        off = np.abs(points - self.center) - (self.half - self.radius)
        outside = np.hypot(*np.maximum(off, 0).T)
        return np.asarray(outside + np.minimum(off.max(axis=1), 0) - self.radius)

    @property
    def reach(self) -> float:
        return float(self.half.max())


def edge(a: Disc, z: Disc, bend: float = 0.0, gap: float = 0.0,
         through: Sequence[Points] = ()) -> Points:
    """The way of an edge from border to border; empty if the nodes touch.

    Args:
        bend: how far it bows out to the left, in radians.
        gap: what is left free at its end, and at its start.
        through: points that it passes.
    """
    if len(through):
        whole = smooth(np.vstack([a.center, *through, z.center]))
        first, last = _cut(whole[:4], a, gap), 1 - _cut(whole[-4:][::-1], z, gap)
        if len(whole) == 4:
            return split(whole, first, last) if last > first else whole[:0]
        return np.vstack([split(whole[:4], first, 1.0), whole[4:-4], split(whole[-4:], 0.0, last)])
    curve = bowed(a.center, z.center, bend)
    start, end = _cut(curve, a, gap), 1 - _cut(curve[::-1], z, gap)
    return split(curve, start, end) if end > start else curve[:0]


def _cut(curve: Points, disc: Disc, gap: float) -> float:
    """The parameter at which a cubic curve leaves a node's border."""
    t = np.linspace(0, 1, SAMPLES)[:, None]
    way = ((1 - t) ** 3 * curve[0] + 3 * t * (1 - t) ** 2 * curve[1]
           + 3 * t**2 * (1 - t) * curve[2] + t**3 * curve[3])
    off = disc.distance(way) - gap
    inside = np.nonzero(off < 0)[0]
    if len(inside) == 0:
        return 0.0
    k = int(inside.max())
    if k == SAMPLES - 1:
        return 1.0
    share = -off[k] / (off[k + 1] - off[k])
    return float(t[k, 0] + (t[k + 1, 0] - t[k, 0]) * share)


def loop(disc: Disc, towards: Points, gap: float = 0.0) -> Points:
    """An edge from a node to itself, on the side of ``towards`` (a direction)."""
    angle = float(np.arctan2(towards[1], towards[0]))
    size = float(np.clip(disc.half.min() * 3.2, 0.55, 1.6)) + disc.reach - float(disc.half.min())
    opening = 0.62
    out = np.array([[np.cos(angle + s * opening), np.sin(angle + s * opening)] for s in (1, -1)])
    curve = np.vstack([disc.center, disc.center + out * size * 1.55, disc.center])
    first, last = split(curve, 0.0, 0.5), split(curve, 0.5, 1.0)
    start, end = _cut(first, disc, gap) / 2, 1 - _cut(last[::-1], disc, gap) / 2
    return split(curve, start, end)


@dataclass(frozen=True)
class Discs:
    """Several borders at once; see `Disc`."""

    centers: Points
    halves: Points
    radii: Points

    @staticmethod
    def of(discs: Sequence[Disc]) -> Discs:
        return Discs(np.array([d.center for d in discs]).reshape(-1, 2),
                     np.array([d.half for d in discs]).reshape(-1, 2),
                     np.array([d.radius for d in discs]))

    def room(self, way: Points, but: Sequence[int]) -> float:
        """How far a way stays from all of them but some; negative if it runs over one."""
        off = np.abs(way[:, None] - self.centers) - (self.halves - self.radii[:, None])
        outside = np.maximum(off, 0)
        distance = np.sqrt((outside**2).sum(axis=2)) + np.minimum(off.max(axis=2), 0) - self.radii
        distance[:, list(but)] = np.inf
        return float(distance.min())


def clear_bend(ends: tuple[Disc, Disc], discs: Discs, but: Sequence[int],
               bends: Sequence[float]) -> float:
    """The first bend with which an edge runs over no node but its own, or the one that does
    least."""
    a, z = ends
    best, least = bends[0], -np.inf
    for bend in bends:
        room = discs.room(flatten(bowed(a.center, z.center, bend), 24), but)
        if room > 0.06:
            return bend
        if room > least + 0.02:
            best, least = bend, room
    return best


def spot_beside(way: Points, share: float, side: float, half: Points, gap: float) -> Points:
    """Centre of words beside a way: at a share of its length, to its left (1) or right (-1)."""
    at = along(way, share)
    before, after = along(way, max(0.0, share - 0.02)), along(way, min(1.0, share + 0.02))
    tangent = after - before
    size = float(np.hypot(*tangent))
    if size < 1e-9:
        return at
    normal = np.array([-tangent[1], tangent[0]]) / size * side
    return np.asarray(at + normal * (float(np.abs(normal) @ half) + gap))


STAYING = 1.5
"""How much worse a place must be for words to leave it while nodes move."""

SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72)


@dataclass
class Marks:
    """What words beside edges should not touch: nodes, the edges' ways as points with the number
    of their edge, and boxes of the words that stand already."""

    discs: Discs
    points: Points
    owners: Points
    boxes: list[Box]

    @staticmethod
    def of(discs: Discs, ways: Sequence[Points]) -> Marks:
        owners = [np.full(len(way), float(k)) for k, way in enumerate(ways)]
        points = np.vstack(ways) if len(ways) else np.zeros((0, 2))
        return Marks(discs, points, np.concatenate(owners) if owners else np.zeros(0), [])


def choose_spot(
    k: int, way: Points, half: Points, marks: Marks, gap: float,
    before: tuple[float, float] | None = None,
) -> tuple[float, float]:
    """Where words beside the edge ``k`` touch the least: share of its length, and side; where they
    stood before unless that is much worse."""
    best, least = (0.5, 1.0), np.inf
    sides = _sides(way)
    reach = 2 * half + gap + 0.1
    others = (marks.owners != k) & (marks.points > way.min(axis=0) - reach).all(axis=1) & (
        marks.points < way.max(axis=0) + reach).all(axis=1)
    points, owners = marks.points[others], marks.owners[others]
    taken = np.array([(b.x0, b.y0, b.x1, b.y1) for b in marks.boxes]).reshape(-1, 4)
    for share in SHARES:
        for side in sides:
            at = spot_beside(way, share, side, half, gap)
            low, high = at - half, at + half
            cost = 1.5 * abs(share - 0.5) + (0.05 if side != sides[0] else 0.0)
            cost -= STAYING if (share, side) == before else 0.0
            off = np.maximum(np.abs(marks.discs.centers - at) - half - marks.discs.halves, 0)
            cost += 6.0 * int((np.hypot(*off.T) < 0.03).sum())
            inside = ((points > low - 0.02) & (points < high + 0.02)).all(axis=1)
            if inside.any():
                cost += 2.0 * len(set(owners[inside])) + 0.2 * int(inside.sum())
            cost += 4.0 * int(((taken[:, :2] < high) & (low < taken[:, 2:])).all(axis=1).sum())
            if cost < least - 1e-9:
                best, least = (share, side), cost
    return best


def _sides(way: Points) -> tuple[float, float]:
    """The upper side first; of an upright way, the right one; of a bowed way, the outer one."""
    chord = way[-1] - way[0]
    bulge = along(way, 0.5) - (way[0] + way[-1]) / 2
    normal = np.array([-chord[1], chord[0]])
    turn = float(normal @ bulge)
    if abs(turn) > 0.03 * float(chord @ chord):
        return (1.0, -1.0) if turn > 0 else (-1.0, 1.0)
    if abs(chord[0]) < 0.15 * abs(chord[1]):
        return (-1.0, 1.0) if chord[1] > 0 else (1.0, -1.0)
    return (1.0, -1.0) if chord[0] > 0 else (-1.0, 1.0)
