"""Which stroke of one picture becomes which of another.

Words and formulas go over in whole atoms (`atoms`): the longest equal runs first, then equal atoms
that change their order, then what is left of atoms that changed in part. Words in cells, nodes and
bars stay with the item of the same name; so do shapes, and pair off in order where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from .brush import Stroke
from .geometry import Box, Points

NEAR = 0.8
"""Scene units within which an atom that changed in part is taken for the same."""

MOST_LEFT = 80
"""More atoms than these without a partner are not looked through for changed orders."""

Pairs = list[tuple[int | None, int | None]]
Bows = dict[tuple[int, int], Points]


@dataclass(eq=False)
class Group:
    """An atom's strokes by index; ``sign`` what they look like, ``item`` where they belong."""

    members: list[int]
    item: Any
    sign: tuple[Any, ...]
    solid: bool
    at: Points
    tall: float


@dataclass
class Run:
    """Neighbouring atoms that go over together."""

    old: int
    new: int
    length: int


@dataclass
class Match:
    """Which stroke goes over into which.

    Attributes:
        pairs: partners by index, None where there is no partner.
        bows: how far aside those swing that change places with others.
        drifts: how far the points of those go along that fade, by ``(True, old)`` and
            ``(False, new)``.
    """

    pairs: Pairs
    bows: Bows
    drifts: dict[tuple[bool, int], Points]


def matched(old: Sequence[Stroke], new: Sequence[Stroke]) -> Match:
    """Partners for all strokes of two pictures."""
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
    pairs: Pairs = [(i, j) for j, i in partner.items()]
    pairs.extend(_shapes(old, new, bool(partner)))
    used_old, used_new = {i for i, _ in pairs}, {j for _, j in pairs}
    alone_old = [i for i in range(len(old)) if i not in used_old]
    alone_new = [j for j in range(len(new)) if j not in used_new]
    order: Pairs = [(i, None) for i in alone_old]
    order.extend(sorted([*pairs, *((None, j) for j in alone_new)], key=lambda pair: pair[1] or 0))
    return Match(order, bows, _drifts(old, new, alone_old, alone_new))


def _shapes(old: Sequence[Stroke], new: Sequence[Stroke], words: bool) -> Pairs:
    """Shapes turn into shapes: those of one name, else in order; marks of axes into such.

    Where one picture is all words and the other all shapes, letters and shapes do.
    """
    pairs: Pairs = []
    for soft in (False, True):
        a, b = ([i for i, s in enumerate(side) if s.leaf.key is None and _side(s) == soft]
                for side in (old, new))
        named_a, named_b = _by_item(old, a), _by_item(new, b)
        common = [item for item in named_b if item in named_a and item]
        for item in common:
            pairs.extend(zip(named_a[item], named_b[item], strict=False))
        if not common and len(named_a) > 1 and len(named_b) > 1:
            for x, y in _spread(list(named_a.values()), list(named_b.values())):
                pairs.extend(_spread(x, y))
        elif not common and soft:
            pairs.extend(zip(a, b, strict=True) if len(a) == len(b) else ())
        elif not common and _are_drawings(old, a) and _are_drawings(new, b):
            pairs.extend(_nearest(old, a, new, b))
        elif not common:
            pairs.extend(_spread(*_alike(old, a, new, b)))
        elif not soft:
            pairs.extend(zip(named_a.get((), ()), named_b.get((), ()), strict=False))
    sorts = [{s.leaf.key is None for s in side} for side in (old, new)]
    if not words and sorts in ([{True}, {False}], [{False}, {True}]):
        return _spread(range(len(old)), range(len(new)))
    return pairs


def _alike(
    old: Sequence[Stroke], a: list[int], new: Sequence[Stroke], b: list[int]
) -> tuple[list[int], list[int]]:
    """Where one picture has closed shapes alone and the other lines beside them, the shapes."""
    closed_a, closed_b = ([i for i in chosen if _closed(strokes[i])]
                          for strokes, chosen in ((old, a), (new, b)))
    if closed_a == a and closed_b:
        return a, closed_b
    if closed_b == b and closed_a:
        return closed_a, b
    return a, b


def _are_drawings(strokes: Sequence[Stroke], chosen: list[int]) -> bool:
    return len(chosen) > 1 and all(strokes[i].leaf.grows for i in chosen)


def _nearest(
    old: Sequence[Stroke], a: list[int], new: Sequence[Stroke], b: list[int]
) -> list[tuple[int, int]]:
    """Parts of drawings turn into parts of about their size at about their place in the drawing;
    those left over split off from, or melt into, the nearest."""
    ours, theirs = _marks(old, a), _marks(new, b)
    far = np.abs(ours[:, None] - theirs[None]) @ np.array([1.0, 1.0, 1.5, 1.5])
    pairs: list[tuple[int, int]] = []
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    for flat in np.argsort(far, axis=None, kind="stable"):
        i, j = divmod(int(flat), len(b))
        if i in free_a and j in free_b:
            pairs.append((i, j))
            free_a.discard(i)
            free_b.discard(j)
    pairs += [(i, int(far[i].argmin())) for i in sorted(free_a)]
    pairs += [(int(far[:, j].argmin()), j) for j in sorted(free_b)]
    return [(a[i], b[j]) for i, j in pairs]


def _marks(strokes: Sequence[Stroke], chosen: list[int]) -> Points:
    """Middle and size of each part, in shares of the whole drawing's size."""
    boxes = [Box.of(strokes[i].points) or Box(0, 0, 0, 0) for i in chosen]
    whole = Box.around(boxes)
    assert whole is not None
    size = max(whole.width, whole.height, 1e-9)
    return np.array([[*(box.center - whole.center) / size, box.width / size, box.height / size]
                     for box in boxes])


def _side(stroke: Stroke) -> bool:
    """Whether it is beside the point: marks of axes and the like."""
    return stroke.leaf.soft or stroke.leaf.stage > 0


def _closed(stroke: Stroke) -> bool:
    points = stroke.points
    return len(points) > 0 and bool(np.abs(points[0] - points[-1]).max() < 1e-6)


def _by_item(strokes: Sequence[Stroke], chosen: list[int]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = {}
    for i in chosen:
        found.setdefault(strokes[i].item, []).append(i)
    return found


def _spread(a: Sequence[Any], b: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Each of ``a`` with one of ``b`` in order; of the longer list several with one."""
    if not a or not b:
        return []
    most = max(len(a), len(b))
    return [(a[k * len(a) // most], b[k * len(b) // most]) for k in range(most)]


def _drifts(
    old: Sequence[Stroke], new: Sequence[Stroke], alone_old: list[int], alone_new: list[int]
) -> dict[tuple[bool, int], Points]:
    """What fades goes along with its item, an edge with its nodes, or all with the whole."""
    places = [_centers(old), _centers(new)]
    found: dict[tuple[bool, int], Points] = {}
    for leaving, strokes, alone in ((True, old, alone_old), (False, new, alone_new)):
        for index in alone:
            item, points = strokes[index].item, strokes[index].points
            if not all(() in side for side in places):
                continue
            nodes = [(name,) for name in item] if len(item) == 2 else []
            own = places[0 if leaving else 1]
            if all(node in own for node in nodes) and nodes:
                (a, z), way = (own[node] for node in nodes), _way(places, nodes[0])
                along = np.clip((points - a) @ (z - a) / max(float((z - a) @ (z - a)), 1e-9), 0, 1)
                found[leaving, index] = way + np.outer(along, _way(places, nodes[1]) - way)
            else:
                found[leaving, index] = np.tile(_way(places, item), (len(points), 1))
    return found


def _way(places: Sequence[dict[Any, Points]], item: Any) -> Points:
    """How far an item goes; one that is only in one picture goes along with the whole."""
    item = item if all(item in side for side in places) else ()
    return np.asarray(places[1][item] - places[0][item])


def _centers(strokes: Sequence[Stroke]) -> dict[Any, Points]:
    """The middles of items; of everything under ``()``."""
    held: dict[Any, list[Points]] = {}
    for stroke in strokes:
        if len(stroke.points):
            for item in {stroke.item, ()}:
                held.setdefault(item, []).append(stroke.points)
    middles = {}
    for item, outlines in held.items():
        box = Box.of(np.vstack(outlines))
        assert box is not None
        middles[item] = box.center
    return middles


def groups(strokes: Sequence[Stroke]) -> list[Group]:
    """The atoms of what has a look to be known by, in the order of drawing."""
    held: dict[Any, list[int]] = {}
    for i, stroke in enumerate(strokes):
        if stroke.leaf.key is not None:
            held.setdefault((stroke.item, stroke.leaf.atom or ("alone", i)), []).append(i)
    return [
        Group(
            members, strokes[members[0]].item,
            (*(strokes[i].leaf.key for i in members), strokes[members[0]].leaf.soft),
            strokes[members[0]].leaf.atom is None or bool(strokes[members[0]].leaf.atom[-1]),
            np.asarray(strokes[members[0]].points.mean(axis=0)),
            float(np.ptp(strokes[members[0]].points[:, 1])),
        )
        for members in held.values()
    ]


def _runs(before: list[Group], after: list[Group]) -> list[Run]:
    """What is equal in items of one name; equal runs in one order, the longest first; then what
    is left, in any order."""
    runs = _same_items(before, after)
    old: list[tuple[Any, ...]] = [g.sign for g in before]
    new: list[tuple[Any, ...]] = [g.sign for g in after]
    for n, run in enumerate(runs):
        old[run.old], new[run.new] = ("old", n), ("new", n)
    lone = {sign for sign in old if old.count(sign) == 1 and new.count(sign) == 1}
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    runs.extend(Run(block.a, block.b, block.size) for block in blocks if block.size)
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
                if size == 0 or (size == 1 and not before[a].solid and old[a] not in lone):
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


def _same_items(before: list[Group], after: list[Group]) -> list[Run]:
    """Words that stand unchanged in items of one name: cells, nodes, bars."""
    held: dict[Any, list[int]] = {}
    for a, group in enumerate(before):
        if group.item:
            held.setdefault((group.item, group.sign), []).append(a)
    runs = []
    for b, group in enumerate(after):
        same = held.get((group.item, group.sign))
        if same:
            runs.append(Run(same.pop(0), b, 1))
    return runs


def _bows(runs: list[Run], before: list[Group], after: list[Group]) -> Bows:
    """How far aside runs swing that pass one another: each to the left of its own way, as it is
    seen by one who goes along with all of them."""
    found: Bows = {}
    ways = [after[r.new + k].at - before[r.old + k].at for r in runs for k in range(r.length)]
    common = np.mean(ways, axis=0) if ways else np.zeros(2)
    for run in runs:
        if not any((run.old - other.old) * (run.new - other.new) < 0 for other in runs):
            continue
        way = np.mean([
            after[run.new + k].at - before[run.old + k].at for k in range(run.length)
        ], axis=0) - common
        length = float(np.hypot(*way))
        if length < 0.15:
            continue
        tall = max(after[run.new + k].tall for k in range(run.length))
        bow = np.array([-way[1], way[0]]) / length * min(0.6, max(0.65 * tall, 0.28 * length))
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
