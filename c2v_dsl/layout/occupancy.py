"""What stands where, moment by moment, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from ..semantics import frame
from ..semantics.themes import theme
from ..timeline.model import FPS, SceneSpec, Timeline
from .rows import BeatRows, Row
from .scene import MeasuredScene
from .seen import Moment, SceneSeen


def occupancy(timeline: Timeline, scene: SceneSpec, seen: SceneSeen) -> Iterator[BeatRows]:
    """The table of a scene, beat by beat."""
    measured = MeasuredScene(scene, seen, theme(timeline.theme))
    for moment in seen.ends():
        yield BeatRows(f"{scene.id}@{moment.beat}", moment.frame / FPS, rows(measured, moment))


def rows(measured: MeasuredScene, moment: Moment) -> tuple[Row, ...]:
    """What is seen at a moment, back to front."""
    found = []
    for item in measured.shown(moment):
        bounds = item.region.bounds
        if bounds is None:
            continue
        x0, y0 = frame.to_rows(measured.layout, bounds[:2])
        x1, y1 = frame.to_rows(measured.layout, bounds[2:])
        letters = item.region.body.letters / frame.FRAME_HEIGHT * 480
        found.append(Row(item.id, item.spec.kind, measured.cells(bounds),
                         (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)),
                         round(letters, 1)))
    return tuple(found)
