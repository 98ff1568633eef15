"""The last picture of every beat, without the video."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from c2v_dsl.render import FramesResult, frames
from c2v_dsl.render import stills as stills_module

from .scenes import MOVES, RESTS, TURNS, Beat, scene, timeline

Shoot = Callable[..., FramesResult]


@pytest.fixture
def shoot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shoot:
    def run(*scenes: Any, **options: Any) -> FramesResult:
        emitted = {spec.id: code for spec, code in scenes}
        monkeypatch.setattr(stills_module, "emit_scene", lambda _, spec: emitted[spec.id])
        made = timeline(*(spec for spec, _ in scenes))
        return frames(made, tmp_path / "stills", **{"quality": "draft", **options})

    return run


def middle(path: Path) -> float:
    """The blue square's middle in scene units from the frame's."""
    pixels = np.asarray(Image.open(path))
    columns = np.nonzero((pixels[:, :, 2] > 150).any(axis=0))[0]
    return float((columns.mean() - pixels.shape[1] / 2) * 8 * 16 / 9 / pixels.shape[1])


def test_each_beat_has_its_last_picture(shoot: Shoot, tmp_path: Path) -> None:
    back = Beat("back", 60, ["self.play(self.square.animate.shift(LEFT * 3), run_time=1)"])
    result = shoot(scene("one", [MOVES, RESTS, back]), scene("two", [MOVES]))

    assert result.ok
    assert [still.path.name for still in result.stills] == [
        "01_one_01_moves.png", "01_one_02_rests.png", "01_one_03_back.png", "02_two_01_moves.png",
    ]
    assert [still.position for still in result.stills] == [60, 90, 150, 240]
    assert [middle(s.path) for s in result.stills] == pytest.approx([2, 2, -1, 2], abs=0.03)
    assert Image.open(result.stills[0].path).size == (854, 480)


def test_some_beats_only(shoot: Shoot) -> None:
    result = shoot(scene("one", [MOVES, RESTS, TURNS]), scene("two", [MOVES]),
                   beats=("one@rests",), scenes=("two",))
    assert [still.beat.id for still in result.stills] == ["one@rests", "two@moves"]


def test_a_sheet_shows_them_all(shoot: Shoot, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"
    result = shoot(scene("one", [MOVES, RESTS]), scene("two", [MOVES]), sheet=sheet)

    assert result.sheet == sheet
    with Image.open(sheet) as page:
        assert page.width > 2 * 480 and page.height > 2 * 270


def test_the_grid_is_drawn_over(shoot: Shoot) -> None:
    plain = np.asarray(Image.open(shoot(scene("one", [MOVES])).stills[0].path))
    grid = np.asarray(Image.open(shoot(scene("one", [MOVES]), grid=True).stills[0].path))
    changed = (plain != grid).any(axis=2)
    assert 0.005 < changed.mean() < 0.1


def test_a_folder_that_refuses_is_told(shoot: Shoot, tmp_path: Path) -> None:
    (tmp_path / "stills").mkdir()
    (tmp_path / "stills" / "01_one_01_moves.png").mkdir()
    result = shoot(scene("one", [MOVES]))

    assert not result.ok and result.stills == ()
    [fault] = result.machine_faults
    assert "01_one_01_moves.png is a folder" in fault.message


def test_a_scene_that_fails_is_told_and_has_no_sheet(shoot: Shoot, tmp_path: Path) -> None:
    wrong = Beat("wrong", 60, ["raise ValueError('no')"])
    result = shoot(scene("one", [MOVES, wrong]), sheet=tmp_path / "sheet.png")

    assert not result.ok and result.wanted == 2
    assert [still.beat.id for still in result.stills] == ["one@moves"]
    assert [fault.beat for fault in result.scene_faults] == ["wrong"]
    assert not (tmp_path / "sheet.png").exists()


MOVING = """c2v 1
storyboard "Moving" {}
scene first "First" layout wide {
  objects { spot = circle(r=0.4) at (-4, 0) fill blue 1 }
  beat one {
    add spot
    shift spot by (8, 0) over 2s ease linear
    wait 1s
  }
}
scene second "Second" layout wide {
  objects { other = circle(r=0.4) at (4, 2) fill red 1 }
  beat one { add other; wait 1s }
}
"""


def blob(path: Path) -> tuple[float, float]:
    """Where the coloured spot is, as shares of the picture's width and height."""
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"), float)
    ys, xs = np.nonzero(pixels.max(axis=2) - pixels.min(axis=2) > 60)
    return float(xs.mean() / pixels.shape[1]), float(ys.mean() / pixels.shape[0])


def test_moments_are_drawn_as_the_video_shows_them(tmp_path: Path) -> None:
    import c2v_dsl

    board = c2v_dsl.check(MOVING).timeline
    assert board is not None
    result = frames(board, tmp_path, quality="draft", at=(1.0, 0.5, 2.6, 4.0, 99.0))
    assert result.ok
    assert [still.path.name for still in result.stills] == [
        "at_0000.50_first_one.png", "at_0001.00_first_one.png", "at_0002.60_first_one.png",
        "at_0004.00_second_one.png", "at_0099.00_second_one.png"]
    quarter, half, end, other, last = (blob(still.path) for still in result.stills)
    assert half[0] == pytest.approx(0.5, abs=0.02)
    assert quarter[0] == pytest.approx((half[0] * 3 - end[0]) / 2, abs=0.03)
    assert end[0] == pytest.approx(1 - (2 * quarter[0] - half[0]), abs=0.03)
    assert other == pytest.approx(last, abs=1e-6)
    assert other[1] < half[1]
