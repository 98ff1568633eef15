"""The lessons that come with the project: clean, of a length a class can bear, and they draw."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

import c2v_dsl
from c2v_dsl.render import frames

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_clean_and_is_of_a_bearable_length(path: Path) -> None:
    result = c2v_dsl.check(path.read_text(encoding="utf-8"), str(path))
    assert [finding.message for finding in result.findings] == []
    assert result.timeline is not None
    assert 60 <= result.timeline.frames / 60 <= 150
    assert all(beat.speech or beat.line for s in result.timeline.scenes for beat in s.beats)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_last_picture_of_every_beat_stays_inside_its_margins(
    path: Path, tmp_path: Path
) -> None:
    timeline = c2v_dsl.check(path.read_text(encoding="utf-8"), str(path)).timeline
    assert timeline is not None
    result = frames(timeline, tmp_path, quality="draft")
    assert result.ok
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == sum(len(scene.beats) for scene in timeline.scenes)
    for picture in pictures:
        with Image.open(picture) as image:
            grey = image.convert("L")
        empty = Image.new("L", grey.size, grey.getpixel((1, 1)))
        ink = ImageChops.difference(grey, empty).point([0] * 40 + [255] * 216)
        box = ink.getbbox()
        assert box is not None, f"{picture.name} is empty"
        assert box[0] > 10 and box[1] > 10, picture.name
        assert box[2] < grey.width - 10 and box[3] < grey.height - 10, picture.name
        share = sum(ink.histogram()[128:]) / (grey.width * grey.height)
        assert 0.005 < share < 0.5, picture.name
