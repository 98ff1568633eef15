"""Where the nodes of a graph stand: by springs, in a circle, a grid, in layers, as a tree.

Every layout is a function of the graph and of sizes alone, so the same graph looks the same in
every run. Positions are in scene units about the middle of the area, y upwards.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ..geometry import Points, rotation

Pair = tuple[int, int]

CIRCLE_RATIO = 1.5
"""How much longer than wide a circle or a spring layout may be made to fill its area."""


def spread(desired: Points, gaps: Points) -> Points:
    """Numbers nearest to ``desired`` (least squares) that keep ``gaps`` between successive ones:
    isotonic regression by pooling adjacent violators.

    Args:
        desired: shape (n,); their order is kept.
        gaps: shape (n - 1,), the least distance of each from the next.
    """
    offsets = np.concatenate([[0.0], np.cumsum(gaps)])
    blocks: list[tuple[float, int]] = []
    for wanted in desired - offsets:
        blocks.append((float(wanted), 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2], blocks[-1]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
    level = np.concatenate([np.full(n, a) for a, n in blocks]) if blocks else np.zeros(0)
    return np.asarray(level + offsets)


def neighbours(count: int, edges: Sequence[Pair]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    for a, z in edges:
        if a != z:
            found[a].append(z)
            found[z].append(a)
    return found


def components(count: int, edges: Sequence[Pair]) -> list[list[int]]:
    """Nodes that hang together, in the order in which they were named."""
    near, seen = neighbours(count, edges), set[int]()
    found = []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        group, queue = [], deque([start])
        while queue:
            here = queue.popleft()
            group.append(here)
            for other in near[here]:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        found.append(sorted(group))
    return found


# ---------------------------------------------------------------- springs


@lru_cache(maxsize=64)
def springs(count: int, edges: tuple[Pair, ...], ratio: float) -> Points:
    """Positions at which distances are as the ways along edges, those that hang together each by
    themselves and side by side; stretched a little towards ``ratio`` (width by height)."""
    groups = components(count, edges)
    placed: list[Points] = []
    for group in groups:
        number = {node: k for k, node in enumerate(group)}
        inner = tuple((number[a], number[z]) for a, z in edges if a in number)
        placed.append(_turned(_majorized(len(group), inner), inner, ratio))
    out = np.zeros((count, 2))
    for group, points, at in zip(groups, placed, _packed(placed, ratio), strict=True):
        out[group] = points + at
    return out


def _majorized(count: int, edges: tuple[Pair, ...]) -> Points:
    """Stress majorization (Gansner, Koren and North, Graph Drawing 2004) from several beginnings;
    the result with the fewest crossings, and of those the one of least stress."""
    if count == 1:
        return np.zeros((1, 2))
    if count == 2:
        return np.array([[-0.5, 0.0], [0.5, 0.0]])
    apart = _distances(count, edges)
    weight = apart**-2.0
    np.fill_diagonal(weight, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    solver = np.linalg.pinv(laplacian)
    best: tuple[float, Points] | None = None
    for start in _beginnings(count, edges):
        at = start
        for _ in range(500 if count <= 30 else 120):
            offset = at[:, None] - at[None]
            length = np.maximum(np.hypot(offset[..., 0], offset[..., 1]), 1e-9)
            pull = -weight * apart / length
            np.fill_diagonal(pull, 0.0)
            np.fill_diagonal(pull, -pull.sum(axis=1))
            new = solver @ (pull @ at)
            moved = float(np.abs(new - at).max())
            at = new
            if moved < 1e-5:
                break
        length = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
        stress = float((weight * (length - apart) ** 2).sum()) / count**2
        np.fill_diagonal(length, 9.0)
        close = float(np.maximum(0.75 - length, 0).sum())
        cost = crossings(at, edges) + 2.0 * _run_over(at, edges) + 2.0 * close + stress
        if best is None or cost < best[0] - 1e-6:
            best = cost, at
    assert best is not None
    return np.asarray(best[1] - best[1].mean(axis=0))


def _distances(count: int, edges: tuple[Pair, ...]) -> Points:
    near = neighbours(count, edges)
    apart = np.full((count, count), float(count))
    for start in range(count):
        apart[start, start] = 0.0
        queue, far = deque([start]), {start: 0}
        while queue:
            here = queue.popleft()
            for other in near[here]:
                if other not in far:
                    far[other] = far[here] + 1
                    apart[start, other] = far[other]
                    queue.append(other)
    np.fill_diagonal(apart, 1.0)
    return apart


def _beginnings(count: int, edges: tuple[Pair, ...]) -> list[Points]:
    angles = np.pi - np.arange(count) * 2 * np.pi / count
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * count / 6
    order, near = [0], neighbours(count, edges)
    for here in order:
        order.extend(n for n in dict.fromkeys(near[here]) if n not in order)
    by_breadth = np.zeros_like(ring)
    by_breadth[order] = ring
    chance = np.random.default_rng(7)
    tries = 10 if count <= 30 else 4 if count <= 60 else 1
    return [ring, by_breadth, *(chance.normal(size=(count, 2)) * count / 6 for _ in range(tries))]


def crossings(at: Points, edges: Sequence[Pair]) -> int:
    """How many pairs of straight edges cross."""
    pairs = np.array([(a, z) for a, z in dict.fromkeys(map(_sorted, edges)) if a != z])
    if len(pairs) < 2:
        return 0
    a, b = at[pairs[:, 0]], at[pairs[:, 1]]

    def side(p: Points, q: Points, r: Points) -> Points:
        return np.asarray((q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1])
                          - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0]))

    one = side(a[:, None], b[:, None], a[None]) * side(a[:, None], b[:, None], b[None])
    crossed = (one < -1e-9) & (one.T < -1e-9)
    shared = (pairs[:, None, :, None] == pairs[None, :, None, :]).any(axis=(2, 3))
    return int((crossed & ~shared).sum()) // 2


def _sorted(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _run_over(at: Points, edges: Sequence[Pair], near: float = 0.22) -> int:
    """How many nodes an edge that is not theirs runs over."""
    total = 0
    for a, z in dict.fromkeys(map(_sorted, edges)):
        way = at[z] - at[a]
        square = float(way @ way)
        if square < 1e-12:
            continue
        share = np.clip((at - at[a]) @ way / square, 0, 1)
        off = np.hypot(*(at - at[a] - share[:, None] * way).T)
        off[[a, z]] = 9.0
        total += int((off < near).sum())
    return total


def _turned(at: Points, edges: Sequence[Pair], ratio: float) -> Points:
    """Turned so that it fills an area of that ratio well, with level or upright edges and alike to
    its left and right where it can be; mirrored so that it begins at its upper left."""
    ways = [at[z] - at[a] for a, z in edges if a != z]
    angles = np.concatenate([
        np.arange(24) * np.pi / 24, [-np.arctan2(way[1], way[0]) for way in ways[:24]],
        [np.pi / 2 - np.arctan2(way[1], way[0]) for way in ways[:24]],
    ])
    best: tuple[float, Points] | None = None
    for angle in angles:
        turned = at @ rotation(float(angle)).T
        wide, high = np.maximum(np.ptp(turned, axis=0), 0.3)
        value = min(ratio / wide, 1 / high) * (
            1 + 0.12 * _level(turned, edges) + 0.25 * _even(turned))
        if best is None or value > best[0] * 1.01:
            best = value, turned
    assert best is not None
    turned = best[1] - (best[1].max(axis=0) + best[1].min(axis=0)) / 2
    flip = np.array([-1.0 if turned[0, 0] > 1e-3 else 1.0, -1.0 if turned[0, 1] < -1e-3 else 1.0])
    return np.asarray(turned * flip)


def _level(at: Points, edges: Sequence[Pair]) -> float:
    """Which share of the edges is level or upright."""
    ways = np.abs(np.array([at[z] - at[a] for a, z in edges if a != z]).reshape(-1, 2))
    return float((ways.min(axis=1) < 0.03).mean()) if len(ways) else 0.0


def _even(at: Points) -> float:
    """How far, up to 1, the picture is its own mirror image, left to right."""
    middle = (at[:, 0].max() + at[:, 0].min()) / 2
    mirrored = np.column_stack([2 * middle - at[:, 0], at[:, 1]])
    off = np.hypot(*(at[:, None] - mirrored[None]).transpose(2, 0, 1)).min(axis=1).mean()
    return float(np.exp(-((off / 0.12) ** 2)))


def _packed(pieces: list[Points], ratio: float) -> list[Points]:
    """Centres for pieces side by side, in rows that together have about that ratio."""
    sizes = [np.ptp(p, axis=0) + 1.0 for p in pieces]
    wide = max(float(np.sqrt(sum(w * h for w, h in sizes) * ratio)), *(s[0] for s in sizes))
    rows: list[list[int]] = [[]]
    used = 0.0
    for k, (w, _) in enumerate(sizes):
        if rows[-1] and used + w > wide * 1.05:
            rows.append([])
            used = 0.0
        rows[-1].append(k)
        used += w
    centers = [np.zeros(2) for _ in pieces]
    y = 0.0
    for row in rows:
        high = max(sizes[k][1] for k in row)
        x = -sum(sizes[k][0] for k in row) / 2
        for k in row:
            middle = (pieces[k].max(axis=0) + pieces[k].min(axis=0)) / 2
            centers[k] = np.array([x + sizes[k][0] / 2, y - high / 2]) - middle
            x += sizes[k][0]
        y -= high
    return centers


# ---------------------------------------------------------------- circle, grid


def circle(count: int) -> Points:
    """Evenly on a circle, the first at the top, with the clock."""
    angles = np.pi / 2 - np.arange(count) * 2 * np.pi / count
    return np.column_stack([np.cos(angles), np.sin(angles)]) * (0.0 if count == 1 else 1.0)


def grid(count: int, ratio: float) -> Points:
    """In rows from the upper left, about as many columns by rows as ``ratio``."""
    columns = int(np.clip(round(float(np.sqrt(count * max(ratio, 0.2)))), 1, count))
    best = min((c for c in range(1, count + 1)),
               key=lambda c: (-(-count // c) * c - count) * 0.8 + abs(c - columns))
    places = np.arange(count)
    at = np.column_stack([places % best, -(places // best)]).astype(float)
    return np.asarray(at - (at.max(axis=0) + at.min(axis=0)) / 2)


# ---------------------------------------------------------------- trees


def tidy(
    children: Sequence[Sequence[int]], roots: Sequence[int], widths: Points, gap: float
) -> tuple[Points, list[int]]:
    """A tidy tree: subtrees drawn alike, parents over the middle of their children, none closer
    than ``gap`` (after Reingold and Tilford 1981). Subtrees are set from the left and from the
    right, and the middle of both is taken, so that small ones stand evenly between large ones (as
    Buchheim, Jünger and Leipert 2002 do).

    Args:
        widths: of the nodes, shape (n,).

    Returns:
        The x of every node, and how deep each is.
    """
    x, depth = np.zeros(len(widths)), [0] * len(widths)

    def place(node: int, level: int) -> tuple[list[float], list[float]]:
        depth[node] = level
        half = widths[node] / 2
        below = [place(child, level + 1) for child in children[node]]
        if not below:
            return [-half], [half]
        offsets = _beside(below, gap)
        offsets -= (offsets[0] + offsets[-1]) / 2
        for child, offset in zip(children[node], offsets, strict=True):
            _shift(child, float(offset))
        lefts, rights = _outline(below, offsets)
        return [-half, *lefts], [half, *rights]

    def _shift(node: int, by: float) -> None:
        x[node] += by
        for child in children[node]:
            _shift(child, by)

    forest = [place(root, 0) for root in roots]
    offsets = _beside(forest, gap)
    for root, offset in zip(roots, offsets, strict=True):
        _shift(root, float(offset))
    return x, depth


Contour = tuple[list[float], list[float]]


def _beside(trees: list[Contour], gap: float) -> Points:
    """Offsets of subtrees beside one another."""
    first = _packed_left(trees, gap)
    mirrored = [([-v for v in right], [-v for v in left]) for left, right in reversed(trees)]
    second = -_packed_left(mirrored, gap)[::-1]
    second += first[-1] - second[-1]
    return np.asarray((first + second) / 2)


def _packed_left(trees: list[Contour], gap: float) -> Points:
    offsets = [0.0]
    border = list(trees[0][1])
    for left, right in trees[1:]:
        offset = max(b - a for a, b in zip(left, border, strict=False)) + gap
        offsets.append(offset)
        moved = [v + offset for v in right]
        border = moved + border[len(moved):]
    return np.array(offsets)


def _outline(trees: list[Contour], offsets: Points) -> Contour:
    deepest = max(len(left) for left, _ in trees)
    lefts, rights = [], []
    for level in range(deepest):
        here = [(t[0][level] + o, t[1][level] + o) for t, o in zip(trees, offsets, strict=True)
                if len(t[0]) > level]
        lefts.append(min(a for a, _ in here))
        rights.append(max(b for _, b in here))
    return lefts, rights


def branches(count: int, edges: Sequence[Pair]) -> tuple[list[list[int]], list[int]]:
    """A graph as a forest: what hangs below each node on the shortest ways from the first node
    (or, where edges only lead away from some, from those), and its roots."""
    near: list[list[int]] = [[] for _ in range(count)]
    for a, z in edges:
        if a != z:
            near[a].append(z)
    back = neighbours(count, edges)
    children: list[list[int]] = [[] for _ in range(count)]
    roots: list[int] = []
    seen: set[int] = set()
    for group in components(count, edges):
        entered = {z for a, z in edges if a != z}
        start = next((n for n in group if n not in entered and near[n]), group[0])
        if group[0] in entered and start != group[0] and len(near[group[0]]) >= len(near[start]):
            start = group[0]
        roots.append(start)
        seen.add(start)
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for other in dict.fromkeys((*near[here], *back[here])):
                if other not in seen:
                    seen.add(other)
                    children[here].append(other)
                    queue.append(other)
    return children, roots
