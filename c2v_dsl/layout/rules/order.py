"""Whether a picture is in order: labels near, no heaps, nothing left over, room used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shapely import unary_union

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ...semantics.lowered import Ref
from ..scene import MeasuredScene, Shown, Verdict

CROWD = 8
"""So many objects whose middles lie in one cell are a heap."""

SMALL = 0.5
"""Share of a cell's height under which an object counts as small."""

LINGER = 3
"""Beats after which something no longer spoken of lingers."""

CORNER = 0.12
"""Share of the grid that everything together takes, at most, to lie in a corner."""

TINY = 0.3
"""Height, in rows, under which everything in a corner is small."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Far labels, crowded cells, lingering things, empty space."""
    for moment in scene.seen.ends():
        shown = scene.shown(moment)
        yield from _labels(scene, shown, moment.beat)
        yield from _crowds(scene, shown, moment.beat)
        if moment.shot is None:
            yield from _corner(scene, shown, moment.beat)
    yield from _lingering(scene)


def _labels(scene: MeasuredScene, shown: list[Shown], beat: str) -> Iterator[Verdict]:
    by_id = {item.id: item for item in shown}
    for item in shown:
        target = item.spec.args.get("obj") if item.spec.kind in ("label", "brace") else None
        named = by_id.get(target.object) if isinstance(target, Ref) and not target.path else None
        if named is None:
            continue
        shapes = [shape for _, shape in (*named.region.all, *named.region.marks)]
        far = item.region.extent.distance(unary_union(shapes)) if shapes else 0.0
        if far > frame.ROW:
            yield Verdict(codes.FAR_LABEL, item.id, beat, far / frame.ROW, named.id)


def _crowds(scene: MeasuredScene, shown: list[Shown], beat: str) -> Iterator[Verdict]:
    cells: Counter[str] = Counter()
    last: dict[str, str] = {}
    for item in shown:
        bounds = item.region.bounds
        if bounds is None or item.spec.plane is not None or not item.region.words:
            continue
        x0, y0, x1, y1 = bounds
        if y1 - y0 < SMALL * frame.ROW:
            cell = scene.cell((x0 + x1) / 2, (y0 + y1) / 2)
            cells[cell] += 1
            last[cell] = item.id
    for cell, count in cells.items():
        if count >= CROWD:
            yield Verdict(codes.CROWDED, last[cell], beat, float(count), detail=cell)


def _corner(scene: MeasuredScene, shown: list[Shown], beat: str) -> Iterator[Verdict]:
    boxes = [item.region.bounds for item in shown]
    found = [box for box in boxes if box is not None]
    if not found or len(found) != len(boxes):
        return
    width = max(b[2] for b in found) - min(b[0] for b in found)
    height = max(b[3] for b in found) - min(b[1] for b in found)
    share = width * height / (scene.grid.width * scene.grid.height)
    highest = max(b[3] - b[1] for b in found) / frame.ROW
    if share < CORNER and highest < TINY and len(found) > 1:
        yield Verdict(codes.EMPTY, shown[-1].id, beat, share)


def _lingering(scene: MeasuredScene) -> Iterator[Verdict]:
    names = [beat.name for beat in scene.spec.beats]
    spoken: dict[str, int] = {}
    for number, beat in enumerate(scene.spec.beats):
        for step in beat.steps:
            for ref in step.targets:
                spoken[ref.object] = number
    last = {moment.beat: {p.object for p in moment.shown} for moment in scene.seen.ends()}
    used = _used(scene)
    for name, number in spoken.items():
        spec = scene.objects.get(name)
        if spec is None or name in used or spec.sweep:
            continue
        if number + LINGER >= len(names):
            continue
        if all(name in last.get(beat, set()) for beat in names[number:]):
            yield Verdict(codes.LINGERING, name, names[number],
                          float(len(names) - 1 - number))


def _used(scene: MeasuredScene) -> set[str]:
    """Objects that others stand on, name or follow: they are needed as long as those are."""
    found: set[str] = set()
    for spec in scene.spec.objects:
        found |= {n for n in (spec.plane, spec.component) if n}
        values = [*spec.args.values(), spec.place.target if spec.place else None]
        for value in values:
            for part in value if isinstance(value, tuple | list) else (value,):
                if isinstance(part, Ref):
                    found.add(part.object)
    return found
