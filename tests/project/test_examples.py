"""The lessons that come with the project: clean, of a length a class can bear, and readable."""

from __future__ import annotations

from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.timeline.model import Timeline
from scripts.pictures import moments
from tests.project.measuring import furniture, ink, letters

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))
SIZE = 640, 360
MARGIN = 7
"""Pixels at the frame's edges that stay empty."""
READABLE = 14
"""Pixels at 720p that capitals and digits are high at least."""


def timeline_of(path: Path) -> Timeline:
    result = c2v_dsl.check(path.read_text(encoding="utf-8"), str(path))
    assert [finding.message for finding in result.findings] == []
    assert result.timeline is not None
    return result.timeline


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_clean_and_lasts_one_to_two_and_a_half_minutes(path: Path) -> None:
    timeline = timeline_of(path)
    assert 60 <= timeline.frames / 60 <= 150
    assert all(beat.speech or beat.line for s in timeline.scenes for beat in s.beats)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_beat_ends_readable_and_inside_its_margins(path: Path) -> None:
    timeline = timeline_of(path)
    small: set[str] = set()
    outside: set[str] = set()
    for scene in timeline.scenes:
        heights = list(furniture(scene, timeline.theme))
        ends = tuple((beat.name, 1.0) for beat in scene.beats)
        frames = moments(timeline, scene, ends, SIZE,
                         on_end=lambda stage, heights=heights: heights.extend(letters(stage)))
        small |= {f"{scene.id}: {whose}, {height:.1f} px" for height, whose in heights
                  if height < READABLE}
        for frame, beat in zip(frames, scene.beats, strict=True):
            left, top, right, bottom = ink(frame)
            if min(left, top, SIZE[0] - right, SIZE[1] - bottom) <= MARGIN:
                outside.add(beat.id)
    assert not small
    assert not outside


def example(objects: str) -> Timeline:
    text = (f'c2v 1\nstoryboard "Small" {{}}\nscene s "Small" layout wide {{\n  objects {{\n'
            f"{objects}\n  }}\n  beat b {{ add a }}\n}}\n")
    timeline = c2v_dsl.check(text).timeline
    assert timeline is not None
    return timeline


@pytest.mark.parametrize(("objects", "least"), [
    ('a = text("Words") at C3 size 40', 23.4),
    ('a = text("Words") at C3 size 40 scale 0.5 rotated 30deg', 11.7),
    ('a = math("x^{2^2}") at C3 size 40', 23.4),
    ('a = math("a + b + c + d + e + f + g + h + i + j") in C3', 0),
    ('a = axes(x=[0, 1], y=[0, 1]) in A1:F6', 14),
])
def test_letters_are_measured_as_they_are_drawn(objects: str, least: float) -> None:
    timeline = example(objects)
    heights: list[tuple[float, str]] = []
    moments(timeline, timeline.scenes[0], (("b", 1.0),), SIZE,
            on_end=lambda stage: heights.extend(letters(stage)))
    smallest = min(height for height, _ in heights)
    assert smallest >= READABLE if least == 14 else (
        smallest == pytest.approx(least, abs=0.2) if least else smallest < READABLE)


def test_what_leaves_the_frame_is_seen() -> None:
    timeline = example("a = circle(r=1) at (-6, 0) fill red")
    [frame] = moments(timeline, timeline.scenes[0], (("b", 1.0),), SIZE)
    assert ink(frame)[0] <= MARGIN
