"""Points along curves of functions: dense where they bend, broken where there is no value."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np

from .geometry import Box, Points

Curve = Callable[[float], tuple[float, float]]


def sample(curve: Curve, low: float, high: float, box: Box, least: int = 80) -> list[Points]:
    """Runs of points of a curve over ``[low, high]``.

    Finer where it bends, judged in shares of ``box``; a run ends where there is no value, at
    poles (the sign changes beyond the box) and at jumps.
    """
    wide = box.x1 - box.x0 if box.x1 - box.x0 < 1e8 else max(high - low, 1e-9)
    tall = box.y1 - box.y0 if box.y1 - box.y0 < 1e8 else 6.0
    scale = np.array([1 / wide, 1 / tall])
    ts = list(np.linspace(low, high, least + 1))
    points: dict[float, tuple[float, float]] = {}

    def at(t: float) -> tuple[float, float]:
        if t not in points:
            points[t] = curve(t)
        return points[t]

    refined: list[float] = [ts[0]]
    for a, b in itertools.pairwise(ts):
        refined.extend(_refine(at, a, b, scale, 6))
        refined.append(b)
    runs: list[list[tuple[float, float]]] = [[]]
    last: float | None = None
    for t in refined:
        x, y = at(t)
        if not (math.isfinite(x) and math.isfinite(y)):
            if runs[-1]:
                runs[-1].extend(_brink(at, last, t))
                runs.append([])
            last = t
            continue
        if not runs[-1] and last is not None:
            runs[-1].extend(_brink(at, t, last)[::-1])
        elif runs[-1] and last is not None and _broken(at, last, t, box, tall):
            runs.append([])
        runs[-1].append((x, y))
        last = t
    return [np.array(run) for run in runs if len(run) > 1]


def _refine(
    at: Callable[[float], tuple[float, float]], a: float, b: float, scale: Points, depth: int
) -> list[float]:
    if depth == 0:
        return []
    m = (a + b) / 2
    pa, pm, pb = np.array(at(a)), np.array(at(m)), np.array(at(b))
    known = [bool(np.all(np.isfinite(p))) for p in (pa, pm, pb)]
    if all(known):
        off = (pm - (pa + pb) / 2) * scale
        span = (pb - pa) * scale
        if np.hypot(*off) < 4e-4 + 0.002 * min(1.0, float(np.hypot(*span))):
            return []
        if abs(off[1]) > 50 and depth < 3:
            return [m]
    elif not any(known):
        return []
    return [*_refine(at, a, m, scale, depth - 1), m, *_refine(at, m, b, scale, depth - 1)]


def _brink(
    at: Callable[[float], tuple[float, float]], inside: float | None, outside: float
) -> list[tuple[float, float]]:
    """Points up to where the values end, from ``inside`` towards ``outside``."""
    if inside is None:
        return []
    found: list[tuple[float, float]] = []
    for _ in range(24):
        m = (inside + outside) / 2
        x, y = at(m)
        if math.isfinite(x) and math.isfinite(y):
            inside = m
            found.append((x, y))
        else:
            outside = m
    return found


def _broken(
    at: Callable[[float], tuple[float, float]], a: float, b: float, box: Box, tall: float
) -> bool:
    """Whether the curve jumps between two neighbouring parameters."""
    (xa, ya), (xb, yb) = at(a), at(b)
    jump = abs(yb - ya)
    if jump < 0.05 * tall and abs(xb - xa) < 0.2 * (box.x1 - box.x0):
        return False
    for _ in range(30):
        m = (a + b) / 2
        xm, ym = at(m)
        if not (math.isfinite(xm) and math.isfinite(ym)):
            return True
        if abs(ym - ya) + abs(xm - xa) > abs(yb - ym) + abs(xb - xm):
            b, xb, yb = m, xm, ym
        else:
            a, xa, ya = m, xm, ym
        if abs(yb - ya) < 0.02 * tall and abs(xb - xa) < 0.1 * (box.x1 - box.x0):
            return False
    return True


def with_jumps(functions: Sequence[Callable[[float], float]], xs: Points, box: Box) -> Points:
    """``xs`` with two more values, one close on either side, wherever one of the functions jumps
    or its values end between neighbours."""
    tall = box.y1 - box.y0 if box.y1 - box.y0 < 1e8 else 6.0
    more: list[float] = []
    for f in functions:
        values = [f(float(x)) for x in xs]
        for (a, ya), (b, yb) in itertools.pairwise(zip(xs, values, strict=True)):
            known = math.isfinite(ya), math.isfinite(yb)
            if not any(known):
                continue
            if all(known) and not _broken(_curve(f), float(a), float(b), box, tall):
                continue
            more.extend(_around_jump(f, float(a), float(b)))
    return np.unique(np.concatenate([xs, more])) if more else xs


def _curve(f: Callable[[float], float]) -> Curve:
    return lambda x: (x, f(x))


def _around_jump(f: Callable[[float], float], a: float, b: float) -> tuple[float, float]:
    """Where between two values a function jumps, from both sides."""
    ya, yb = f(a), f(b)
    for _ in range(40):
        m = (a + b) / 2
        ym = f(m)
        nearer_a = abs(ym - ya) <= abs(yb - ym)
        if math.isfinite(ym) != math.isfinite(ya):
            nearer_a = False
        elif math.isfinite(ym) != math.isfinite(yb):
            nearer_a = True
        if nearer_a:
            a, ya = m, ym
        else:
            b, yb = m, ym
    return a, b


def contour(f: Callable[[float, float], float], box: Box, cells: int = 72) -> list[Points]:
    """Lines where a function of two numbers is zero, inside ``box`` (marching squares)."""
    tall = max(12, round(cells * (box.y1 - box.y0) / (box.x1 - box.x0)))
    tall = min(tall, 2 * cells)
    xs, ys = np.linspace(box.x0, box.x1, cells + 1), np.linspace(box.y0, box.y1, tall + 1)
    grid = np.array([[f(float(x), float(y)) for x in xs] for y in ys])
    grid[grid == 0] = 1e-300
    crossing: dict[tuple[int, int, int], Points] = {}

    def cross(j: int, i: int, axis: int) -> tuple[int, int, int] | None:
        """The key of a zero on the edge from node (j, i), across (0) or upwards (1)."""
        j2, i2 = (j, i + 1) if axis == 0 else (j + 1, i)
        va, vb = grid[j, i], grid[j2, i2]
        if not (np.isfinite(va) and np.isfinite(vb)) or (va > 0) == (vb > 0):
            return None
        key = (j, i, axis)
        if key not in crossing:
            a, b = np.array([xs[i], ys[j]]), np.array([xs[i2], ys[j2]])
            crossing[key] = _root(f, a, b, float(va), float(vb))
        return None if np.isnan(crossing[key][0]) else key

    links: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
    for j in range(tall):
        for i in range(cells):
            found = [k for k in (cross(j, i, 0), cross(j, i + 1, 1), cross(j + 1, i, 0),
                                 cross(j, i, 1)) if k is not None]
            for a, b in zip(found[::2], found[1::2], strict=False):
                links.setdefault(a, []).append(b)
                links.setdefault(b, []).append(a)
    return [np.array([crossing[key] for key in chain]) for chain in _chains(links)]


def _root(
    f: Callable[[float, float], float], a: Points, b: Points, va: float, vb: float
) -> Points:
    """The zero between two points by regula falsi; NaN at a pole."""
    start = max(abs(va), abs(vb))
    for _ in range(8):
        m = a + (b - a) * min(0.9, max(0.1, va / (va - vb)))
        vm = f(float(m[0]), float(m[1]))
        if not np.isfinite(vm):
            return np.array([np.nan, np.nan])
        if abs(vm) < 1e-12:
            return m
        if (vm > 0) == (va > 0):
            a, va = m, vm
        else:
            b, vb = m, vm
    if min(abs(va), abs(vb)) > 2 * start:
        return np.array([np.nan, np.nan])
    return np.asarray(a + (b - a) * va / (va - vb))


def _chains(
    links: dict[tuple[int, int, int], list[tuple[int, int, int]]],
) -> list[list[tuple[int, int, int]]]:
    """Links joined into lines, open ones first."""
    left = {key: list(ends) for key, ends in links.items()}
    chains: list[list[tuple[int, int, int]]] = []
    starts = [key for key, ends in left.items() if len(ends) == 1] + list(left)
    for start in starts:
        while left[start]:
            chain = [start]
            while left[chain[-1]]:
                here = chain[-1]
                there = left[here].pop()
                left[there].remove(here)
                chain.append(there)
            if len(chain) > 1:
                chains.append(chain)
    return chains
