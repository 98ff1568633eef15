"""Which stroke of one picture becomes which of another.

Words and formulas go over in whole atoms (`atoms`): the longest equal runs first, then equal atoms
that change their order, then what is left of atoms that changed in part. Shapes pair off in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from .brush import Stroke
from .geometry import Points

NEAR = 0.8
"""Scene units within which an atom that changed in part is taken for the same."""

MOST_LEFT = 80
"""More atoms than these without a partner are not looked through for changed orders."""

Pairs = list[tuple[int | None, int | None]]
Bows = dict[tuple[int, int], Points]


@dataclass(eq=False)
class Group:
    """An atom's strokes by index; ``sign`` what they look like."""

    members: list[int]
    sign: tuple[Any, ...]
    solid: bool
    at: Points


@dataclass
class Run:
    """Neighbouring atoms that go over together."""

    old: int
    new: int
    length: int


def matched(old: Sequence[Stroke], new: Sequence[Stroke]) -> tuple[Pairs, Bows]:
    """Partners by index, None where there is no partner, and on which bows those travel that
    change places with others."""
    before, after = groups(old), groups(new)
    runs = _runs(before, after)
    partner = {
        j: i
        for run in runs
        for k in range(run.length)
        for i, j in zip(before[run.old + k].members, after[run.new + k].members, strict=True)
    }
    bows = _bows(runs, before, after)
    _in_part(runs, before, after, old, new, partner)
    words = bool(partner) or all(s.leaf.key is not None for s in (*old, *new))
    used = set(partner.values())
    rest_old = [i for i in range(len(old)) if i not in used]
    rest_new = [j for j in range(len(new)) if j not in partner]
    if words:
        shapes_old = [i for i in rest_old if old[i].leaf.key is None]
        shapes_new = [j for j in rest_new if new[j].leaf.key is None]
        partner.update(zip(shapes_new, shapes_old, strict=False))
        used = set(partner.values())
        pairs: Pairs = [(i, None) for i in range(len(old)) if i not in used]
        pairs.extend((partner.get(j), j) for j in range(len(new)))
        return pairs, bows
    pairs = []
    if rest_old and rest_new:
        most = max(len(rest_old), len(rest_new))
        pairs.extend(
            (rest_old[k * len(rest_old) // most], rest_new[k * len(rest_new) // most])
            for k in range(most)
        )
    else:
        pairs.extend((i, None) for i in rest_old)
        pairs.extend((None, j) for j in rest_new)
    return pairs, bows


def groups(strokes: Sequence[Stroke]) -> list[Group]:
    """The atoms of what has a look to be known by, in the order of drawing."""
    held: dict[Any, list[int]] = {}
    for i, stroke in enumerate(strokes):
        if stroke.leaf.key is not None:
            held.setdefault(stroke.leaf.atom or ("alone", i), []).append(i)
    return [
        Group(
            members, tuple(strokes[i].leaf.key for i in members),
            strokes[members[0]].leaf.atom is None or bool(strokes[members[0]].leaf.atom[-1]),
            np.asarray(strokes[members[0]].points.mean(axis=0)),
        )
        for members in held.values()
    ]


def _runs(before: list[Group], after: list[Group]) -> list[Run]:
    """Equal runs: in one order, the longest first; then what is left, in any order."""
    old, new = [g.sign for g in before], [g.sign for g in after]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    runs = [Run(block.a, block.b, block.size) for block in blocks if block.size]
    left_old = set(range(len(old))) - {r.old + k for r in runs for k in range(r.length)}
    left_new = set(range(len(new))) - {r.new + k for r in runs for k in range(r.length)}
    if max(len(left_old), len(left_new)) > MOST_LEFT:
        return runs
    while True:
        best: tuple[float, Run] | None = None
        for a in left_old:
            for b in left_new:
                size = 0
                while (a + size in left_old and b + size in left_new
                       and old[a + size] == new[b + size]):
                    size += 1
                if size == 0 or (size == 1 and not before[a].solid):
                    continue
                far = float(np.hypot(*(before[a].at - after[b].at)))
                worth = sum(len(old[a + k]) for k in range(size)) * 100 - far
                if best is None or worth > best[0]:
                    best = worth, Run(a, b, size)
        if best is None:
            return runs
        run = best[1]
        runs.append(run)
        left_old -= set(range(run.old, run.old + run.length))
        left_new -= set(range(run.new, run.new + run.length))


def _bows(runs: list[Run], before: list[Group], after: list[Group]) -> Bows:
    """How far aside runs swing that pass one another: each to the left of its own way."""
    found: Bows = {}
    for run in runs:
        if not any((run.old - other.old) * (run.new - other.new) < 0 for other in runs):
            continue
        way = np.mean([
            after[run.new + k].at - before[run.old + k].at for k in range(run.length)
        ], axis=0)
        length = float(np.hypot(*way))
        if length < 0.15:
            continue
        bow = np.array([-way[1], way[0]]) / length * min(0.6, max(0.3, 0.28 * length))
        for k in range(run.length):
            for i, j in zip(before[run.old + k].members, after[run.new + k].members, strict=True):
                found[i, j] = bow
    return found


def _in_part(
    runs: list[Run], before: list[Group], after: list[Group], old: Sequence[Stroke],
    new: Sequence[Stroke], partner: dict[int, int],
) -> None:
    """What stays of atoms that changed in part and hardly moved: ``x^2`` and ``x^3``."""
    taken_old = {r.old + k for r in runs for k in range(r.length)}
    taken_new = {r.new + k for r in runs for k in range(r.length)}
    free = [g for a, g in enumerate(before) if a not in taken_old]
    for b, goal in enumerate(after):
        if b in taken_new:
            continue
        near = [
            g for g in free
            if g.sign[0] == goal.sign[0] and float(np.hypot(*(g.at - goal.at))) < NEAR
        ]
        if not near:
            continue
        source = min(near, key=lambda g: float(np.hypot(*(g.at - goal.at))))
        free.remove(source)
        rest = list(source.members)
        for j in goal.members:
            same = [n for n, i in enumerate(rest) if old[i].leaf.key == new[j].leaf.key]
            if same:
                partner[j] = rest[same[0]]
                rest = rest[same[0] + 1 :]
