"""Nodes with what stands in them, edges with what stands beside them, as leaves of a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Box, Points, flatten
from ..leaves import Leaf, Model, Path
from ..paint import Paint
from ..skins import arrow_skin
from ..typeset import Setting, typeset
from .graph_edges import (
    BOW,
    Disc,
    Discs,
    Marks,
    choose_spot,
    clear_bend,
    edge,
    loop,
    spot_beside,
)
from .graph_layouts import Pair
from .shapes import rounded
from .words import put, size_of

LEAST = 11.0
"""Least size of letters in nodes, in points."""

AIR = 0.3
"""Room between an edge and the words beside it, in ems."""

BENDS = (0.0, 0.5, -0.5, 0.9, -0.9, 1.4, -1.4)
"""Bends, in radians, that are tried for an edge that would run over a node."""

HEADROOM = 0.07
"""What an edge with a head leaves free before its node, in scene units."""


@dataclass
class Plan:
    """What a graph is, whatever its layout: fixed when its object is declared.

    ``nodes`` and ``edges`` are the indices of the parts, ``pairs`` the places of the edges' ends,
    ``size`` is the letters', in points, once it was found, ``spots`` where words beside edges stood
    last (share and side), ``reach`` all places of nodes that are given.
    """

    nodes: tuple[Any, ...]
    edges: tuple[Any, ...]
    pairs: tuple[Pair, ...]
    directed: bool
    spots: dict[int, tuple[float, float]] = field(default_factory=dict)
    bends: dict[int, float] | None = None
    loops: dict[int, Points] = field(default_factory=dict)
    size: float | None = None
    reach: Points | None = None


Arrange = Callable[[Points, float], tuple[Points, float]]
"""Positions for nodes of these half sizes whose letters have this em; and how far they are too
close: at most 1 if there is room for all."""


@dataclass
class Sized:
    """Nodes of one size of letters: what stands in them and how large they are."""

    settings: list[Setting]
    halves: Points
    radii: Points
    em: float
    size: float


def sized(texts: Sequence[str], size: float, **options: Any) -> Sized:
    """Circles where all the words are short, else boxes with round corners."""
    em = size * 0.01
    settings = [scaled(text, size, **options) for text in texts]
    wide = np.array([s.ink[2] - s.ink[0] for s in settings])
    high = np.array([s.ink[3] - s.ink[1] for s in settings])
    if wide.max() <= 1.75 * em and high.max() <= 1.6 * em:
        corner = np.hypot(wide, high) / 2
        radius = max(1.0 * em, float(corner.max()) + 0.22 * em)
        if not any(texts):
            radius = 0.55 * em
        halves = np.full((len(texts), 2), radius)
        return Sized(settings, halves, halves[:, 0].copy(), em, size)
    half_high = max(0.95 * em, float(high.max()) / 2 + 0.42 * em)
    half_wide = np.maximum(wide / 2 + 0.62 * em, half_high * 1.15)
    halves = np.column_stack([half_wide, np.full(len(texts), half_high)])
    return Sized(settings, halves, np.full(len(texts), min(half_high, 0.62 * em)), em, size)


REFERENCE = 32.0
"""Size, in points, at which words are set that are tried in many sizes."""


def scaled(text: str, size: float, width: float | None = None, **options: Any) -> Setting:
    """Words set once and brought to their size; ``width`` is in ems."""
    given = typeset(text, size=REFERENCE, width=None if width is None else width * REFERENCE * 0.01,
                    **options)
    factor = size / REFERENCE
    glyphs = tuple(replace(g, outline=g.outline * factor) for g in given.glyphs)
    return replace(given, glyphs=glyphs, width=given.width * factor, height=given.height * factor,
                   baselines=tuple(v * factor for v in given.baselines), em=given.em * factor)


def fitted(
    b: Build, plan: Plan, texts: Sequence[str], arrange: Arrange, **options: Any
) -> tuple[Sized, Points]:
    """The largest letters with which all nodes have room. They keep their size from then on, so
    that nodes do not shrink and grow while others move."""
    size = size_of(b, plan.size or b.theme.scale.label)
    while True:
        nodes = sized(texts, size, **options)
        at, crowded = arrange(nodes.halves, nodes.em)
        if crowded <= 1 or size <= LEAST or "size" in b.style or plan.size is not None:
            plan.size = size
            return nodes, at
        size = max(LEAST, size * 0.93)


def crowding(at: Points, nodes: Points, gap: float) -> float:
    """How much larger the picture would have to be for all nodes, of these half sizes, to be
    ``gap`` apart."""
    if len(at) < 2:
        return 0.0
    i, j = np.triu_indices(len(at), 1)
    off = np.abs(at[i] - at[j])
    need = nodes[i] + nodes[j] + gap
    if np.ptp(nodes) < 1e-9:
        return float((need[:, 0] / np.maximum(np.hypot(*off.T), 1e-9)).max())
    return float((need / np.maximum(off, 1e-9)).min(axis=1).max())


class Picture:
    """Adds nodes and edges to a model.

    Args:
        to_scene: from the thing's coordinates into scene units (those of its shapes), and
        to_local: back.
    """

    def __init__(
        self, b: Build, plan: Plan, nodes: Sized, centers: Points,
        to_local: Callable[[Points], Points], rigid: bool,
    ) -> None:
        self.b = b
        self.plan = plan
        self.nodes = nodes
        self.model = Model()
        self.to_local = to_local
        self.rigid = rigid
        self.discs = [
            Disc(c, h, float(r))
            for c, h, r in zip(centers, nodes.halves, nodes.radii, strict=True)
        ]
        self.ways: list[Leaf] = []
        self.frames: list[Leaf] = []
        self.words: dict[int, tuple[list[Leaf], Points]] = {}

    def build(
        self, texts: Sequence[str] = (), through: dict[int, list[Points]] | None = None
    ) -> Model:
        """Edges, then nodes in front of them; ``texts`` beside the edges."""
        through = through or {}
        ways = [self.way(k, self.discs, through.get(k, ())) for k in range(len(self.plan.pairs))]
        self._edges(ways)
        self._words(ways, texts)
        self._nodes()
        self.model.joined = self.rejoined
        self.model.ways = {
            path: (self.ways[k], bool(n))
            for k in range(len(ways)) for n, path in enumerate(self._paths(k))
        }
        for k, (a, z) in enumerate(self.plan.pairs):
            for n, path in enumerate(self._paths(k)):
                ends = self.frames[a], self.frames[z]
                self.model.ends[path] = ends[::-1] if n else ends
        return self.model

    # ------------------------------------------------------------ nodes

    def _nodes(self) -> None:
        b, theme = self.b, self.b.theme
        edge_color, inside = b.rgb(theme.accent), b.rgb(theme.panel)
        paint = Paint(inside, 1.0, edge_color, theme.stroke * 0.75)
        for key, disc, setting in zip(
            self.plan.nodes, self.discs, self.nodes.settings, strict=True
        ):
            path: Path = (("node", *key),)
            outline = rounded(Box(*-disc.half, *disc.half), disc.radius)
            at = self.to_local(disc.center[None])[0]
            if self.rigid:
                leaf = self.model.add(outline, paint, "frame", (path,), anchor=at, closed=True)
            else:
                leaf = self.model.add(self.to_local(outline + disc.center), paint, "frame",
                                      (path,), closed=True)
            self.frames.append(leaf)
            if setting.glyphs:
                round_ = float(disc.half[0]) <= disc.radius + 1e-9
                put(b, self.model, setting, at, path, b.ink, rigid=self.rigid,
                    centered="ink" if round_ else "line")

    # ------------------------------------------------------------ edges

    def way(self, k: int, discs: Sequence[Disc], through: Sequence[Points] = ()) -> Points:
        """The way of an edge between nodes that stand as ``discs`` say."""
        a, z = self.plan.pairs[k]
        gap = HEADROOM * 0.5 if self.plan.directed else 0.0
        if a == z:
            return loop(discs[a], self._loop_side(k, discs), gap)
        return edge(discs[a], discs[z], self._bends(discs)[k], gap, through)

    def _loop_side(self, k: int, discs: Sequence[Disc]) -> Points:
        """The direction, from a node, that is freest of edges and nearest to outwards."""
        if k not in self.plan.loops:
            node = self.plan.pairs[k][0]
            here = discs[node].center
            middle = np.mean([disc.center for disc in discs], axis=0)
            near = [discs[i if j == node else j].center - here
                    for i, j in self.plan.pairs if node in (i, j) and i != j]
            reach = 6 * discs[node].reach
            near += [d.center - here for n, d in enumerate(discs)
                     if n != node and float(np.hypot(*(d.center - here))) < reach]
            outwards = here - middle
            if float(np.hypot(*outwards)) < 1e-6:
                outwards = np.array([0.0, 1.0])
            outwards = outwards / np.hypot(*outwards)
            near = [v / max(float(np.hypot(*v)), 1e-9) for v in near]
            turned = sum(pair == (node, node) for pair in self.plan.pairs[:k])

            def cost(angle: float) -> float:
                v = np.array([np.cos(angle), np.sin(angle)])
                return float(max((v @ n for n in near), default=0.0) - 0.35 * (v @ outwards)
                             - 0.08 * v[1])

            angles = sorted(np.arange(16) * np.pi / 8, key=cost)
            angle = float(angles[min(2 * turned, 15)])
            self.plan.loops[k] = np.array([np.cos(angle), np.sin(angle)])
        return self.plan.loops[k]

    def _bends(self, discs: Sequence[Disc]) -> dict[int, float]:
        if self.plan.bends is None:
            self.plan.bends = self._chosen_bends(discs)
        return self.plan.bends

    def _chosen_bends(self, discs: Sequence[Disc]) -> dict[int, float]:
        """Edges that share both ends bow apart; others only where they would run over a node."""
        every = Discs.of(discs)
        together: dict[frozenset[int], list[int]] = {}
        for k, (a, z) in enumerate(self.plan.pairs):
            if a != z:
                together.setdefault(frozenset((a, z)), []).append(k)
        bends: dict[int, float] = {}
        for ends, members in together.items():
            if len(members) == 1:
                k = members[0]
                a, z = self.plan.pairs[k]
                bends[k] = clear_bend((discs[a], discs[z]), every, tuple(ends), BENDS)
                continue
            first = self.plan.pairs[members[0]]
            for n, k in enumerate(members):
                side = 1.0 if self.plan.pairs[k] == first else -1.0
                step = n - (len(members) - 1) / 2
                bends[k] = -BOW * 2 * step * side / max(1, len(members) - 1) * (
                    1 if len(members) == 2 else 1.5)
        return bends

    def _paths(self, k: int) -> list[Path]:
        a, z, *rest = self.plan.edges[k]
        paths: list[Path] = [(("edge", a, z, *rest),)]
        if not self.plan.directed and a != z:
            paths.append((("edge", z, a, *rest),))
        return paths

    def _edges(self, ways: list[Points]) -> None:
        b, theme = self.b, self.b.theme
        color = b.rgb(theme.muted)
        paint = Paint(color, 0.0, color, theme.stroke * 0.75)
        dashed = bool(b.style.get("dashed"))
        skin = arrow_skin(1, dashed=dashed) if self.plan.directed else None
        for k, way in enumerate(ways):
            leaf = self.model.add(self._line(way), paint, "line", self._paths(k), skin=skin,
                                  stage=1)
            self.ways.append(leaf)

    def _line(self, way: Points) -> Points:
        return self.to_local(way) if len(way) else way

    def _words(self, ways: list[Points], texts: Sequence[str]) -> None:
        b = self.b
        size = self._small()
        gap = AIR * size * 0.01
        marks = Marks.of(Discs.of(self.discs), [flatten(way, 12) for way in ways])
        shade = b.rgb(b.theme.background)
        for k, text in enumerate(texts):
            if not text or not len(ways[k]):
                continue
            setting = typeset(text, size=size, tabular=True)
            x0, y0, x1, y1 = setting.ink
            half = np.array([max(x1 - x0, 0.3 * size * 0.01), y1 - y0]) / 2
            self.plan.spots[k] = choose_spot(
                k, ways[k], half, marks, gap, self.plan.spots.get(k))
            at = spot_beside(ways[k], *self.plan.spots[k], half, gap)
            marks.boxes.append(Box(*(at - half), *(at + half)))
            first = len(self.model.leaves)
            local = self.to_local(at[None])[0]
            paths = self._paths(k)
            added = put(b, self.model, setting, local, paths[0], b.ink, rigid=self.rigid, stage=2)
            for path in paths[1:]:
                self.model.parts.setdefault(path, []).extend(added)
            if added:
                around = np.vstack([self.model.leaves[i].outline for i in added])
                halo = Leaf(around, Paint(shade, 0.0, shade, 6.0, 0.75), "own",
                            self.model.leaves[added[0]].anchor, plain=True, soft=True, stage=2)
                _insert(self.model, first, halo, paths)
            self.words[k] = self.model.leaves[first:], half

    def _small(self) -> float:
        """Size of the letters beside edges, in points."""
        return max(LEAST, 0.9 * self.nodes.size)

    # ------------------------------------------------------------ nodes that verbs moved

    def rejoined(self, leaves: Sequence[Leaf], out: list[Points], moved: set[Path]) -> None:
        """Draw anew the edges of nodes that were moved: ``out`` are outlines in the scene."""
        place = {id(leaf): i for i, leaf in enumerate(leaves)}
        discs: list[Disc] = []
        for disc, frame in zip(self.discs, self.frames, strict=True):
            box = Box.of(out[place[id(frame)]])
            assert box is not None
            half = np.array([box.width, box.height]) / 2
            shrunk = float(half[0] / disc.half[0]) if disc.half[0] else 1.0
            discs.append(Disc(box.center, half, min(disc.radius * shrunk, float(half.min()))))
        changed = {n for n, key in enumerate(self.plan.nodes) if (("node", *key),) in moved}
        for k, (a, z) in enumerate(self.plan.pairs):
            if not changed & {a, z}:
                continue
            if any(path in moved for path in self._paths(k)):
                continue
            new = self.way(k, discs)
            old = out[place[id(self.ways[k])]]
            out[place[id(self.ways[k])]] = new
            if k in self.words and len(new):
                words, half = self.words[k]
                gap = AIR * self._small() * 0.01
                at = spot_beside(new, *self.plan.spots[k], half, gap)
                inked = [out[place[id(leaf)]] for leaf in words if not leaf.plain]
                box = Box.of(np.vstack(inked)) if inked else None
                if box is not None:
                    for leaf in words:
                        i = place[id(leaf)]
                        out[i] = out[i] + at - box.center
            del old


def _insert(model: Model, at: int, leaf: Leaf, paths: Sequence[Path]) -> None:
    """Put a leaf in before others that were added last."""
    model.leaves.insert(at, leaf)
    lists = {id(v): v for v in (*model.parts.values(), *model.reveals.values())}
    for indices in lists.values():
        indices[:] = [i + 1 if i >= at else i for i in indices]
    for path in paths:
        model.parts.setdefault(path, []).append(at)
    inner = model.pieces
    if inner is not None:
        model.pieces = lambda path: (
            None if (found := inner(path)) is None else [i + 1 if i >= at else i for i in found]
        )
