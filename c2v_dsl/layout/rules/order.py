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

TINY = 0.4
"""Height, in rows, under which things without words are small."""

FINE = 0.17
"""Height of letters, in scene units, under which words are; those of no other size have 0.2."""

BESIDE = frozenset({"above", "below", "left_of", "right_of"})


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Far labels, crowded cells, lingering things, empty space."""
    for moment in scene.seen.ends():
        shown = scene.shown(moment)
        yield from _labels(scene, shown, moment.beat)
        yield from _crowds(scene, shown, moment.beat)
    yield from _corner(scene)
    yield from _lingering(scene)


def _labels(scene: MeasuredScene, shown: list[Shown], beat: str) -> Iterator[Verdict]:
    by_id = {item.id: item for item in shown}
    for item in shown:
        named = by_id.get(_named(item) or "")
        if named is None or named.region.words:
            continue
        shapes = [shape for _, shape in (*named.region.all, *named.region.marks)]
        far = item.region.extent.distance(unary_union(shapes)) if shapes else 0.0
        if far > frame.ROW:
            yield Verdict(codes.FAR_LABEL, item.id, beat, far / frame.ROW, named.id)


def _named(item: Shown) -> str | None:
    """What an object is the name of: words that were put beside something, and labels."""
    spec = item.spec
    target = spec.args.get("obj") if spec.kind in ("label", "brace") else None
    if target is None and spec.kind in ("text", "math", "number") and spec.place is not None:
        target = spec.place.target if spec.place.word in BESIDE else None
    return target.object if isinstance(target, Ref) and not target.path else None


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


def _corner(scene: MeasuredScene) -> Iterator[Verdict]:
    """Small things in one part of the grid, and never anything else."""
    boxes = []
    beat = last = ""
    for moment in scene.seen.ends():
        for item in scene.shown(moment):
            bounds = item.region.bounds
            if bounds is None or moment.shot is not None or not _is_small(item, bounds):
                return
            boxes.append(bounds)
            beat, last = moment.beat, item.id
    if not 2 <= len(set(boxes)) < CROWD:
        return
    width = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    height = max(b[3] for b in boxes) - min(b[1] for b in boxes)
    share = width * height / (scene.grid.width * scene.grid.height)
    if share < CORNER:
        yield Verdict(codes.EMPTY, last, beat, share)


def _is_small(item: Shown, bounds: tuple[float, float, float, float]) -> bool:
    letters = item.region.body.letters
    return letters < FINE if letters else bounds[3] - bounds[1] < TINY * frame.ROW


def _lingering(scene: MeasuredScene) -> Iterator[Verdict]:
    names = [beat.name for beat in scene.spec.beats]
    spoken: dict[str, int] = {}
    for number, beat in enumerate(scene.spec.beats):
        for step in beat.steps:
            if step.verb == "clear":
                continue
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
