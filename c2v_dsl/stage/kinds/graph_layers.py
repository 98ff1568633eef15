"""Directed graphs in layers (Sugiyama, Tagawa and Toda 1981): edges lead one way where they can.

Circles are broken, nodes put into layers by longest ways, long edges given a bend in every layer
they pass, each layer's order chosen for few crossings, and positions for straight edges.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ..geometry import Points
from .graph_layouts import Pair, spread

SWEEPS = 24
STRAIGHT = 6.0
"""How much more inner stretches of a long edge weigh than its ends, so that these are straight."""


class Layers(NamedTuple):
    """``across`` and ``level`` of every node; for edges (by their place) that pass layers, the
    points they pass, in the order of the edge."""

    across: Points
    level: tuple[int, ...]
    bends: dict[int, list[tuple[float, int]]]

    @property
    def size(self) -> tuple[int, int]:
        """Most nodes in one layer, and how many layers."""
        levels = list(self.level)
        return max(levels.count(k) for k in set(levels)), max(levels) + 1


@lru_cache(maxsize=64)
def layered(count: int, edges: tuple[Pair, ...], room: float = 1.0, slim: float = 0.5) -> Layers:
    """Layers of a graph; ``room`` between nodes side by side, ``slim`` beside an edge that
    passes."""
    forward = [(z, a) if turned else (a, z) for (a, z), turned in
               zip(edges, _backward(count, edges), strict=True)]
    level = _levels(count, [(a, z) for a, z in forward if a != z])
    chains: list[list[int]] = []
    total, levels = count, list(level)
    for a, z in forward:
        chain = [a]
        if a != z:
            for k in range(level[a] + 1, level[z]):
                chain.append(total)
                levels.append(k)
                total += 1
            chain.append(z)
        chains.append(chain)
    links = [(a, z) for chain in chains for a, z in itertools.pairwise(chain)]
    rows = _ordered(total, levels, links)
    across = _across(rows, links, count, room, slim)
    bends = {
        k: [(float(across[n]), levels[n]) for n in
            (chain[1:-1] if forward[k] == edges[k] else chain[-2:0:-1])]
        for k, chain in enumerate(chains) if len(chain) > 2
    }
    return Layers(across[:count], tuple(level), bends)


def _backward(count: int, edges: Sequence[Pair]) -> list[bool]:
    """Edges that lead back to a node whose descendants are being visited: without them there is
    no circle."""
    near: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for k, (a, z) in enumerate(edges):
        if a != z:
            near[a].append((k, z))
    back = [False] * len(edges)
    state = [0] * count
    entered = {z for a, z in edges if a != z}
    order = [n for n in range(count) if n not in entered] + list(range(count))
    for start in order:
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(near[start]))]
        while stack:
            here, rest = stack[-1]
            for k, other in rest:
                if state[other] == 1:
                    back[k] = True
                elif state[other] == 0:
                    state[other] = 1
                    stack.append((other, iter(near[other])))
                    break
            else:
                state[here] = 2
                stack.pop()
    return back


def _levels(count: int, edges: Sequence[Pair]) -> list[int]:
    """By the longest way from a source; sources stand just above what they lead to."""
    level = [0] * count
    for _ in range(count):
        changed = False
        for a, z in edges:
            if level[z] <= level[a]:
                level[z] = level[a] + 1
                changed = True
        if not changed:
            break
    entered = {z for _, z in edges}
    for node in range(count):
        below = [level[z] for a, z in edges if a == node]
        if node not in entered and below:
            level[node] = min(below) - 1
    return level


def _ordered(total: int, levels: Sequence[int], links: Sequence[Pair]) -> list[list[int]]:
    """Each layer's nodes in an order with few crossings: sweeps of barycentres and exchanges of
    neighbours."""
    rows: list[list[int]] = [[] for _ in range(max(levels) + 1)]
    ups: list[list[int]] = [[] for _ in range(total)]
    downs: list[list[int]] = [[] for _ in range(total)]
    for a, z in links:
        downs[a].append(z)
        ups[z].append(a)
    seen: set[int] = set()
    for start in range(total):
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                rows[levels[node]].append(node)
                stack.extend(reversed(downs[node]))
    place = [0] * total

    def number(row: list[int]) -> None:
        for k, node in enumerate(row):
            place[node] = k

    for row in rows:
        number(row)
    best, fewest = [list(row) for row in rows], _all_crossings(rows, downs, place)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        near = ups if sweep % 2 == 0 else downs
        for row in rows if sweep % 2 == 0 else reversed(rows):
            middle = {n: sum(place[m] for m in near[n]) / len(near[n]) if near[n]
                      else float(place[n]) for n in row}
            row.sort(key=lambda n: (middle[n], place[n]))
            number(row)
        for row in rows:
            _exchanged(row, ups, downs, place)
        now = _all_crossings(rows, downs, place)
        if now < fewest:
            best, fewest = [list(row) for row in rows], now
    return best


def _all_crossings(rows: list[list[int]], downs: list[list[int]], place: list[int]) -> int:
    total = 0
    for row in rows:
        ends = [place[z] for node in row for z in sorted(downs[node], key=lambda n: place[n])]
        total += sum(a > z for k, a in enumerate(ends) for z in ends[k + 1:])
    return total


def _exchanged(
    row: list[int], ups: list[list[int]], downs: list[list[int]], place: list[int]
) -> None:
    """Neighbours change places where that saves crossings."""
    def cost(left: int, right: int) -> int:
        return sum(place[a] > place[z] for near in (ups, downs) for a in near[left]
                   for z in near[right])

    for _ in range(len(row)):
        better = False
        for k in range(len(row) - 1):
            a, z = row[k], row[k + 1]
            if cost(z, a) < cost(a, z):
                row[k], row[k + 1] = z, a
                place[a], place[z] = k + 1, k
                better = True
        if not better:
            break


def _across(
    rows: list[list[int]], links: Sequence[Pair], real: int, room: float, slim: float
) -> Points:
    """Positions along the layers: each node towards the middle of those it is joined to, as far
    as the order and the room between neighbours let it."""
    total = sum(map(len, rows))
    weights: list[list[tuple[int, float]]] = [[] for _ in range(total)]
    for a, z in links:
        inner = (a >= real) + (z >= real)
        weight = (1.0, 2.0, STRAIGHT)[inner]
        weights[a].append((z, weight))
        weights[z].append((a, weight))
    across = np.zeros(total)
    gaps = []
    for row in rows:
        space = [room if a < real and z < real else slim + 0.5 * (room - slim)
                 * ((a < real) + (z < real)) for a, z in itertools.pairwise(row)]
        gaps.append(np.array(space))
        across[row] = spread(np.zeros(len(row)), gaps[-1])
    for sweep in range(40):
        for k, row in list(enumerate(rows))[:: 1 if sweep % 2 == 0 else -1]:
            wanted = np.array([
                sum(across[m] * w for m, w in weights[n]) / sum(w for _, w in weights[n])
                if weights[n] else across[n] for n in row])
            across[row] = spread(wanted, gaps[k])
    return np.asarray(across - (across.max() + across.min()) / 2)
