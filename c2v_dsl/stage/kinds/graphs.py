"""Graphs and trees."""

from __future__ import annotations

import itertools
from contextlib import suppress
from typing import Any

import numpy as np

from ...semantics.graph_shapes import nested, numbered, plain, unordered
from ..build import Build
from ..geometry import Box, Points
from ..leaves import Model
from ..live import VANISHING, untracked, value
from ..place import SWEEP_LIMIT
from ..thing import Thing
from .graph_layers import layered
from .graph_layouts import CIRCLE_RATIO, branches, circle, grid, springs, tidy
from .graph_nodes import Picture, Plan, crowding, fitted
from .tables import written

__all__ = ["graph", "tree"]

NEAR = 1.5
"""Rows between neighbours in a graph without an area, about."""

WIDEST, HIGHEST = 2.6, 1.75
"""Most room between nodes of a tree side by side, and between its levels, in scene units."""


def graph(
    nodes: Any, edges: Any = (), at: Any = None, layout: str = "spring", directed: bool = False,
    labels: Any = None,
) -> Thing:
    """Nodes and the edges between them."""
    names = plain(value(nodes))
    with untracked():
        joined = [plain(edge)[:2] for edge in value(edges) or ()]
    place = {name: k for k, name in enumerate(names)}
    plan = Plan(
        numbered((name,) for name in names), numbered(joined if directed else unordered(joined)),
        tuple((place[a], place[z]) for a, z in joined), directed,
    )
    if not directed:
        plan.pairs = tuple((place[e[0]], place[e[1]]) for e in plan.edges)
    args = {"nodes": nodes, "edges": edges, "at": at, "layout": layout, "labels": labels}
    return Thing("graph", lambda b: _graph(b, plan), args, fit="fill")


def tree(nodes: Any, directed: bool = False) -> Thing:
    """A tree, given as nested lists: the root, then its children."""
    with untracked():
        shape = nested(plain(value(nodes)))
    ends = [(shape.names[p], n) for p, n in zip(shape.parents, shape.names, strict=True)][1:]
    plan = Plan(
        numbered((name,) for name in shape.names),
        numbered(ends if directed else unordered(ends)),
        tuple((p, n) for n, p in enumerate(shape.parents) if p >= 0), directed,
    )
    return Thing("tree", lambda b: _tree(b, plan), {"nodes": nodes}, fit="fill")


def texts_of(b: Build, name: str) -> list[str]:
    """The entries of a list of texts as they are shown."""
    live = callable(b.thing.args.get(name))
    return [written(item, live) for item in b(name) or ()]


def options_of(b: Build) -> dict[str, Any]:
    return {"bold": bool(b.style.get("bold")), "tabular": True}


class _Room:
    """The area that a picture fills, in scene units about the thing's own origin."""

    def __init__(self, b: Build, wide: float, high: float) -> None:
        """``wide`` and ``high`` are its size in rows without an area."""
        self.row = b.row()
        area = b.area() or Box(-wide / 2, -high / 2, wide / 2, high / 2)
        self.center = area.center * self.row
        self.size = np.array([area.width, area.height]) * self.row

    @property
    def ratio(self) -> float:
        return float(self.size[0] / self.size[1])

    def stretched(self, at: Points, halves: Points, most: float, spare: float = 0.0) -> Points:
        """Positions of a layout without unit so that the nodes reach the area's edges, no side
        stretched more than ``most`` times the other."""
        low, high = at.min(axis=0), at.max(axis=0)
        span = np.maximum(high - low, 1e-9)
        room = np.maximum(self.size - 2 * halves.max(axis=0) - spare, 1e-3)
        scale = room / span
        scale[high - low < 1e-6] = np.inf
        least = float(scale.min())
        if not np.isfinite(least):
            return np.zeros_like(at)
        scale = np.minimum(scale, least * most)
        return np.asarray((at - (low + high) / 2) * scale)


def _graph(b: Build, plan: Plan) -> Model:
    names = [written(key[0], False) for key in plan.nodes]
    given = texts_of(b, "labels")
    texts = [*given[: len(names)], *names[len(given):]] if given else names
    live = callable(b.thing.args.get("edges"))
    beside = [written(edge[2], live) if len(edge) > 2 else "" for edge in b("edges") or ()]
    through: dict[int, list[Points]] = {}
    stands = b("at")
    across = NEAR * float(np.sqrt(len(names))) + 0.6
    room = _Room(b, min(1.25 * across, 9.0), min(0.9 * across, 5.6))
    weighted = any(beside)

    def arrange(halves: Points, em: float) -> tuple[Points, float]:
        if stands is not None:
            return _given(b, plan, room, stands, halves, em, _aside(plan, em, weighted))
        at, ways = _laid_out(b, plan, room, halves, em, weighted)
        through.clear()
        through.update(ways)
        return at, crowding(at, halves, (0.8 if not (weighted or plan.directed) else 1.6) * em)

    nodes, at = fitted(b, plan, texts, arrange, **options_of(b))
    if b.on_plane and stands is not None:
        to_scene = b.to_scene
        picture = Picture(b, plan, nodes, at, to_scene.inverse(), True)
    elif b.on_plane:
        linear = np.linalg.pinv(b.to_scene.linear)
        picture = Picture(b, plan, nodes, at, lambda p: p @ linear.T, True)
    else:
        shift = room.center if stands is None or b.area() is not None else np.zeros(2)
        row = b.row()
        picture = Picture(b, plan, nodes, at, lambda p: (p + shift) / row, False)
    model = picture.build(beside, through)
    if b.area() is not None and not b.on_plane:
        model.box = b.area()
    return model


def _given(
    b: Build, plan: Plan, room: _Room, stands: Any, halves: Points, em: float, spare: float
) -> tuple[Points, float]:
    """Positions that the author gave, in the plane's units, in rows, or fitted to an area; how
    they are fitted holds for all that beats set params to."""
    points = _spots(b, stands)
    if b.on_plane:
        at = b.to_scene(points)
        return at, crowding(at, halves, 0.4 * em)
    if b.area() is None:
        at = points * room.row
        return at, crowding(at, halves, 0.4 * em)
    if plan.reach is None:
        with untracked():
            plan.reach = np.vstack([points, *_swept(b)])
    wide = np.repeat(halves.max(axis=0)[None], len(plan.reach), axis=0)
    fitted_reach = room.stretched(plan.reach, wide, 1.0, spare)
    middle = (plan.reach.max(axis=0) + plan.reach.min(axis=0)) / 2
    span = np.ptp(plan.reach, axis=0)
    axis = int(np.argmax(span))
    unit = float(np.ptp(fitted_reach[:, axis]) / span[axis]) if span[axis] > 1e-9 else 0.0
    at = (points - middle) * unit
    return at, crowding(at, halves, 0.6 * em)


def _spots(b: Build, stands: Any) -> Points:
    return np.array([_spot(b, p) for p in stands]).reshape(-1, 2)


def _swept(b: Build) -> list[Points]:
    """Where the nodes stand for each of the values that beats give the params."""
    params, sweeps = b.thing.stand.params, b.thing.sweeps
    names = [name for name in sweeps if name in params]
    before = {name: getattr(params, name) for name in names}
    found: list[Points] = []
    try:
        for values in itertools.islice(itertools.product(*(sweeps[n] for n in names)), SWEEP_LIMIT):
            for name, given in zip(names, values, strict=True):
                setattr(params, name, given)
            with suppress(*VANISHING):
                found.append(_spots(b, b("at")))
    finally:
        for name, given in before.items():
            setattr(params, name, given)
    return found


def _spot(b: Build, given: Any) -> Points:
    """A point or a cell's centre."""
    area = None if b.on_plane else b.thing.stand.area(given)
    if area is not None:
        return np.asarray(b.thing.stand.rows.inverse()(area.center))
    return b.point(given)


def _aside(plan: Plan, em: float, weighted: bool) -> float:
    """Room for what reaches beyond the outermost nodes: loops, and words beside them."""
    if any(a == z for a, z in plan.pairs):
        return (7.0 if weighted else 4.5) * em
    return 1.2 * em if weighted else 0.0


def _laid_out(
    b: Build, plan: Plan, room: _Room, halves: Points, em: float, weighted: bool
) -> tuple[Points, dict[int, list[Points]]]:
    count, layout = len(plan.nodes), b("layout", "spring")
    loops = _aside(plan, em, weighted)
    if layout == "circle":
        return room.stretched(circle(count), halves, 1.25, loops), {}
    if layout == "grid":
        return room.stretched(grid(count, room.ratio), halves, 2.2, loops), {}
    if layout == "tree":
        children, roots = branches(count, plan.pairs)
        return _hung(children, roots, room, halves, em)[0], {}
    if layout == "layers":
        return _in_layers(plan, room, halves, em, weighted)
    ratio = float(np.clip(room.ratio, 1 / CIRCLE_RATIO, CIRCLE_RATIO * 1.2))
    at = springs(count, plan.pairs, round(ratio, 2))
    return room.stretched(at, halves, CIRCLE_RATIO, loops), {}


def _in_layers(
    plan: Plan, room: _Room, halves: Points, em: float, weighted: bool
) -> tuple[Points, dict[int, list[Points]]]:
    """From left to right or from the top down, whichever suits the area."""
    count = len(plan.nodes)
    layers = layered(count, plan.pairs)
    wide, deep = layers.size
    sideways = abs(np.log(room.ratio * wide / deep)) <= abs(np.log(room.ratio * deep / wide)) + 0.2
    bent = [point for points in layers.bends.values() for point in points]
    across = np.array([*layers.across, *(x for x, _ in bent)])
    level = np.array([*layers.level, *(k for _, k in bent)], float)
    flat = np.column_stack([level, -across] if sideways else [across, -level])
    size = np.vstack([halves, np.zeros((len(bent), 2))])
    at = room.stretched(flat, size, 4.0)
    limit = np.array([3.2, 2.2]) if sideways else np.array([2.8, 2.2])
    step = np.array([1.0, 1.0])
    for axis in (0, 1):
        span = np.ptp(flat[:, axis])
        unit = np.ptp(at[:, axis]) / span if span > 0 else 0.0
        step[axis] = min(1.0, limit[axis] / unit) if unit > 0 else 1.0
    at = at * step
    through: dict[int, list[Points]] = {}
    used = count
    for k, points in layers.bends.items():
        through[k] = list(at[used: used + len(points)])
        used += len(points)
    return at[:count], through


def _tree(b: Build, plan: Plan) -> Model:
    live = callable(b.thing.args["nodes"])
    texts = [written(name, live) for name in nested(b("nodes")).names]
    children: list[list[int]] = [[] for _ in plan.nodes]
    for parent, child in plan.pairs:
        children[parent].append(child)
    deep = _depth(children)
    leaves = sum(not kids for kids in children)
    room = _Room(b, min(1.15 * leaves + 0.8, 10.0), min(1.15 * deep + 0.7, 5.6))

    def arrange(halves: Points, em: float) -> tuple[Points, float]:
        return _hung(children, [0], room, halves, em)

    nodes, at = fitted(b, plan, texts, arrange, **options_of(b))
    row, shift = b.row(), room.center
    model = Picture(b, plan, nodes, at, lambda p: (p + shift) / row, False).build()
    if b.area() is not None:
        model.box = b.area()
    return model


def _depth(children: list[list[int]], node: int = 0) -> int:
    """How many levels stand below a node."""
    return max((1 + _depth(children, child) for child in children[node]), default=0)


def _hung(
    children: list[list[int]], roots: list[int], room: _Room, halves: Points, em: float
) -> tuple[Points, float]:
    """A tree from the top down, and how far it is too large for its area."""
    gap = 0.9 * em
    x, depth = tidy(children, roots, halves[:, 0] * 2, gap)
    half = float(halves[0, 1])
    wide = float((x + halves[:, 0]).max() - (x - halves[:, 0]).min())
    levels = max(depth)
    need = (levels + 1) * 2 * half + levels * 1.1 * em
    crowded = max(wide / room.size[0], need / room.size[1])
    drop = min((room.size[1] - 2 * half) / max(1, levels), HIGHEST)
    drop = max(drop, 2 * half + 0.5 * em)
    steps = [abs(x[c] - x[d]) for kids in children for c, d in itertools.pairwise(kids)]
    widest = max(steps, default=0.0)
    stretch = room.size[0] / wide
    if widest > 0:
        stretch = min(stretch, max(1.0, WIDEST / min(steps)))
    stretch = max(stretch, 0.2)
    middle = ((x + halves[:, 0]).max() + (x - halves[:, 0]).min()) / 2
    inner = float(np.ptp(x))
    if stretch > 1 and inner > 0:
        stretch = min(stretch, (room.size[0] - (wide - inner)) / inner)
    at = np.column_stack([(x - middle) * stretch, -np.array(depth) * drop + levels * drop / 2])
    return at, crowded
