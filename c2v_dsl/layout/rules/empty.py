"""Small things in a corner while the rest of the grid is empty."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..scene import MeasuredScene, Shown, Verdict
from .crowds import CROWD

CORNER = 0.12
"""Share of the grid that everything together takes, at most, to lie in a corner."""

TINY = 0.4
"""Height, in rows, under which things without words are small."""

FINE = 0.17
"""Height of letters, in scene units, under which words are; those of no other size have 0.2."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Scenes that show small things in one part of the grid, and never anything else."""
    boxes = set()
    beat = last = ""
    for moment in scene.seen.ends():
        for item in scene.shown(moment):
            bounds = item.region.bounds
            if bounds is None or moment.shot is not None or not _is_small(item, bounds):
                return
            boxes.add(bounds)
            beat, last = moment.beat, item.id
    if not 2 <= len(boxes) < CROWD:
        return
    width = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    height = max(b[3] for b in boxes) - min(b[1] for b in boxes)
    share = width * height / (scene.grid.width * scene.grid.height)
    if share < CORNER:
        yield Verdict(codes.EMPTY, last, beat, share)


def _is_small(item: Shown, bounds: tuple[float, float, float, float]) -> bool:
    letters = item.region.body.letters
    return letters < FINE if letters else bounds[3] - bounds[1] < TINY * frame.ROW
