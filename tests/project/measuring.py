"""How large what is drawn is, read from the stage's own objects and from frames."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from c2v_dsl.semantics.frame import FRAME_HEIGHT
from c2v_dsl.semantics.themes import POINT, theme
from c2v_dsl.stage.furniture import lecture_settings, title_setting
from c2v_dsl.stage.lesson import Lesson
from c2v_dsl.timeline.model import SceneSpec

CAPITAL = 0.65
"""Height of capitals and digits in ems: 0.66 in Source Sans, 0.66 in New Computer Modern."""
PIXEL = FRAME_HEIGHT / 720
"""A pixel at 720p, in scene units."""
SEEN = 0.05
"""Letters fainter than this are not there to be read."""


def letters(stage: Lesson) -> Iterator[tuple[float, str]]:
    """Heights of capitals in pixels at 720p, of all words that are on the stage now, and whose.

    Indices and exponents count as large as the formula they stand in. What shrinks, squeezes or
    turns words is measured: a letter's outline as drawn, against what it was set as.
    """
    for thing in stage.picture.present():
        for stroke in thing.shown_strokes(()):
            if stroke.leaf.em and stroke.paint.opacity > SEEN and len(stroke.points):
                drawn = _length(stroke.points) / max(_length(stroke.leaf.outline), 1e-9)
                yield stroke.leaf.em * drawn * CAPITAL / PIXEL, repr(thing)


def furniture(scene: SceneSpec, theme_name: str) -> Iterator[tuple[float, str]]:
    """The same of a scene's title and lecture lines."""
    look = theme(theme_name)
    yield title_setting(scene.title, look).em * CAPITAL / PIXEL, "title"
    if scene.layout == "notes":
        size = lecture_settings([beat.line or "" for beat in scene.beats], look)[1]
        yield size * POINT * CAPITAL / PIXEL, "lecture lines"


def _length(points: Any) -> float:
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def ink(frame: Any) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs from the background, in pixels.

    Raises ``ValueError`` of an empty frame.
    """
    away = np.abs(frame.astype(int) - frame[1, 1].astype(int)).max(axis=2) > 40
    rows, columns = np.flatnonzero(away.any(axis=1)), np.flatnonzero(away.any(axis=0))
    if not len(rows):
        raise ValueError("nothing is drawn")
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
