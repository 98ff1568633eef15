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


def clear_bend(a: Disc, z: Disc, others: Sequence[Disc], bends: Sequence[float]) -> float:
    """The first bend with which an edge runs over no other node, or the one that does least."""
    best, least = bends[0], -np.inf
    for bend in bends:
        way = flatten(bowed(a.center, z.center, bend), 24)
        room = min((float(disc.distance(way).min()) for disc in others), default=1.0)
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


def choose_spot(
    way: Points, half: Points, discs: Sequence[Disc], ways: Sequence[Points],
    taken: Sequence[Box], gap: float, before: tuple[float, float] | None = None,
) -> tuple[float, float]:
    """Where words beside a way touch the least: share of its length, and side; where they stood
    before unless that is much worse."""
    best, least = (0.5, 1.0), np.inf
    for share in SHARES:
        for side in _sides(way):
            at = spot_beside(way, share, side, half, gap)
            box = Box(*(at - half), *(at + half))
            cost = 1.5 * abs(share - 0.5) + (0.05 if side != _sides(way)[0] else 0.0)
            cost -= STAYING if (share, side) == before else 0.0
            for disc in discs:
                off = np.maximum(np.abs(disc.center - at) - half - disc.half, 0)
                cost += 6.0 if float(np.hypot(*off)) < 0.03 else 0.0
            for other in ways:
                inside = ((other > at - half - 0.02) & (other < at + half + 0.02)).all(axis=1)
                cost += 2.0 + 0.2 * int(inside.sum()) if inside.any() else 0.0
            for mark in taken:
                if (box.x0 < mark.x1 and mark.x0 < box.x1 and box.y0 < mark.y1
                        and mark.y0 < box.y1):
                    cost += 4.0
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
