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
