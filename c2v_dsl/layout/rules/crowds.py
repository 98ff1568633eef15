"""Heaps of small things in one cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..scene import MeasuredScene, Verdict

CROWD = 8
"""So many objects with words whose middles lie in one cell are a heap."""

SMALL = 0.5
"""Share of a cell's height under which an object counts as small."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Cells with too many words at a beat's end; what stands on a plane is ordered by it."""
    for moment in scene.seen.ends():
        cells: Counter[str] = Counter()
        last: dict[str, str] = {}
        for item in scene.shown(moment):
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
                yield Verdict(codes.CROWDED, last[cell], moment.beat, float(count), detail=cell)
