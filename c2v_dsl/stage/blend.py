"""Ways from one set of strokes to another: outlines matched, aligned and mixed."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from .brush import Stroke
from .geometry import Box, Points, split, subpaths
from .matching import Match, matched
from .paint import Paint


class Blend:
    """From ``old`` strokes to the strokes a thing shows at each moment.

    What looks alike goes over as `matching` says; of the rest, shapes turn into each other in
    order, and letters that have no partner fade.
    """

    def __init__(self, old: Sequence[Stroke]) -> None:
        self.old = [_own(stroke) for stroke in old if len(stroke.points)]
        self._keys: tuple[Any, ...] = ()
        self._match = Match([], {}, {})
        self._copies: tuple[Counter[int | None], Counter[int | None]] = Counter(), Counter()
        self._aligned: dict[tuple[int, int], tuple[int, int, Points, Points]] = {}

    def __call__(self, new: Sequence[Stroke], amount: float) -> list[Stroke]:
        """The strokes at ``amount`` of the way, words in front of shapes."""
        if amount >= 1:
            return list(new)
        keys = tuple(id(stroke.leaf) for stroke in new)
        if len(keys) != len(self._keys):
            self._match = matched(self.old, new)
            self._copies = (
                Counter(i for i, _ in self._match.pairs), Counter(j for _, j in self._match.pairs)
            )
            self._aligned = {}
        self._keys = keys
        shapes: list[Stroke] = []
        words: list[Stroke] = []
        t = min(1.0, max(0.0, amount))
        for i, j in self._match.pairs:
            if i is None and j is not None:
                shown = _faded(new[j], min(1.0, max(0.0, (t - 0.35) / 0.65)))
                self._drift(shown, (False, j), t - 1)
            elif j is None and i is not None:
                shown = _faded(self.old[i], 1 - min(1.0, t / 0.65))
                self._drift(shown, (True, i), t)
            elif i is not None and j is not None:
                shown = self._between(i, j, self.old[i], new[j], amount)
            (shapes if shown.leaf.key is None else words).append(shown)
        return shapes + words

    def _drift(self, shown: Stroke, key: tuple[bool, int], share: float) -> None:
        drift = self._match.drifts.get(key)
        if drift is not None:
            if len(drift) != len(shown.points):
                drift = drift.mean(axis=0)
            shown.points = shown.points + drift * share

    def _between(self, i: int, j: int, a: Stroke, b: Stroke, t: float) -> Stroke:
        if len(b.points) == 0:
            return _faded(a, 1 - t)
        if a.leaf.image is not None or b.leaf.image is not None:
            return _faded(a, 1 - 2 * t) if t < 0.5 else _faded(b, 2 * t - 1)
        if len(a.points) == len(b.points) and a.leaf.key is not None and a.leaf.key == b.leaf.key:
            old, new = a.points, b.points
        else:
            held = self._aligned.get((i, j))
            if held is None or held[0] != id(a.points) or held[1] != len(b.points):
                old, new = aligned(a.points, b.points)
                self._aligned[i, j] = (id(a.points), len(b.points), old, new)
            elif len(held[3]) == len(b.points):
                old, new = held[2], b.points
            else:
                old, new = aligned(a.points, b.points)
        paint = _thinned(a.paint, self._copies[0][i]).mixed(
            _thinned(b.paint, self._copies[1][j]), t)
        skin, head = _skin(a, b, min(1.0, max(0.0, t)))
        if skin is not None and head != 1:
            paint = replace(paint, head=head)
        leaf = replace(b.leaf, skin=skin, dashed=a.leaf.dashed and b.leaf.dashed)
        shown = old + (new - old) * t
        bow = self._match.bows.get((i, j))
        if bow is not None:
            shown = shown + bow * np.sin(np.pi * min(1.0, max(0.0, t)))
        return Stroke(leaf, shown, paint)


def _own(stroke: Stroke) -> Stroke:
    """``stroke`` with a picture of its own: the thing that it comes from may stay."""
    image = stroke.leaf.image
    if image is None:
        return stroke
    leaf = replace(stroke.leaf, image=image.twin())
    return Stroke(leaf, stroke.points, stroke.paint, item=stroke.item)


def _thinned(paint: Paint, copies: int) -> Paint:
    """The paint that, laid on so many times, covers as much as this one once."""
    if copies < 2:
        return paint
    return replace(
        paint, fill_opacity=1 - (1 - paint.fill_opacity) ** (1 / copies),
        stroke_opacity=1 - (1 - paint.stroke_opacity) ** (1 / copies),
    )


def _skin(a: Stroke, b: Stroke, t: float) -> tuple[Any, float]:
    """What an outline on its way is drawn with, and how large its heads are: lines get and lose
    them by and by."""
    if a.leaf.skin is not None and b.leaf.skin is not None:
        return b.leaf.skin, 1.0
    if a.paint.fill_opacity or b.paint.fill_opacity:
        return None, 1.0
    if b.leaf.skin is not None:
        return b.leaf.skin, max(t, 1e-3)
    return a.leaf.skin, max(1 - t, 1e-3)


def _faded(stroke: Stroke, share: float) -> Stroke:
    paint = replace(stroke.paint, opacity=stroke.paint.opacity * min(1.0, max(0.0, share)))
    return Stroke(stroke.leaf, stroke.points, paint)


def aligned(a: Points, b: Points) -> tuple[Points, Points]:
    """Both outlines in as many curves, partner by partner."""
    parts_a, parts_b = subpaths(a), subpaths(b)
    if not parts_a or not parts_b:
        return a[:0], b[:0]
    parts_a.sort(key=_size, reverse=True)
    parts_b.sort(key=_size, reverse=True)
    out_a: list[Points] = []
    out_b: list[Points] = []
    for k in range(max(len(parts_a), len(parts_b))):
        pa = parts_a[k] if k < len(parts_a) else _speck(parts_a[0], len(parts_b[k]))
        pb = parts_b[k] if k < len(parts_b) else _speck(parts_b[0], len(parts_a[k]))
        count = max(len(pa), len(pb)) // 4
        pa, pb = refined(pa, count), refined(pb, count)
        out_a.append(_turned(pa, pb))
        out_b.append(pb)
    return np.vstack(out_a), np.vstack(out_b)


def _size(part: Points) -> float:
    box = Box.of(part)
    return box.width + box.height if box else 0.0


def _speck(part: Points, count: int) -> Points:
    """A closed outline of no size in the middle of another."""
    box = Box.of(part)
    assert box is not None
    return np.tile(box.center, (count, 1))


def refined(part: Points, count: int) -> Points:
    """The same stroke in ``count`` curves, the longest cut first."""
    have = len(part) // 4
    if have >= count:
        return part
    curves = part.reshape(have, 4, 2)
    spans = np.hypot(*(curves[:, 3] - curves[:, 0]).T) + 1e-9
    cuts = np.ones(have, int)
    for _ in range(count - have):
        cuts[int(np.argmax(spans / cuts))] += 1
    out: list[Points] = []
    for curve, pieces in zip(curves, cuts, strict=True):
        edges = np.linspace(0, 1, pieces + 1)
        out.extend(split(curve, u, v) for u, v in itertools.pairwise(edges))
    return np.vstack(out)


def _turned(a: Points, b: Points) -> Points:
    """A closed outline begun where, and run the way, it lies nearest to its partner."""
    if np.abs(a[0] - a[-1]).max() > 1e-6:
        return a
    curves = a.reshape(-1, 4, 2)
    goal = b.reshape(-1, 4, 2)[:, 0]
    goal = goal - goal.mean(axis=0)
    best, best_cost = curves, np.inf
    for way in (curves, curves[::-1, ::-1]):
        starts = way[:, 0] - way[:, 0].mean(axis=0)
        for k in range(len(way)):
            cost = float(np.abs(np.roll(starts, -k, axis=0) - goal).sum())
            if cost < best_cost - 1e-9:
                best, best_cost = np.roll(way, -k, axis=0), cost
    return best.reshape(-1, 2)
