"""Scenes become one video: exact frames, equal bytes, nothing drawn twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from c2v_dsl.render import Progress, RenderResult
from c2v_dsl.render import video as video_module
from c2v_dsl.render.options import frame_at
from c2v_dsl.render.segments import Segment
from c2v_dsl.render.video import shares

from .scenes import MOVES, RESTS, TURNS, Beat, scene

Film = Callable[..., RenderResult]


def moments(path: Path) -> list[Fraction]:
    with av.open(str(path)) as file:
        return [frame.pts * Fraction(frame.time_base) for frame in file.decode(video=0)]


def picture(path: Path, number: int) -> np.ndarray:
    with av.open(str(path)) as file:
        for index, frame in enumerate(file.decode(video=0)):
            if index == number:
                return frame.to_ndarray(format="rgb24")
    raise AssertionError(f"no frame {number}")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_two_scenes_become_one_video_with_every_frame_in_its_place(
    film: Film, tmp_path: Path
) -> None:
    told: list[Progress] = []
    result = film(
        scene("one", [MOVES, RESTS, TURNS]), scene("two", [MOVES]), on_progress=told.append
    )

    assert result.ok and result.video == tmp_path / "film.mp4"
    # 130 + 30 and 60 + 30 sixtieths, a fourth of them at 15 frames a second
    wanted = frame_at(160, 15) + frame_at(90, 15)
    assert result.frames == result.drawn == wanted
    assert moments(result.video) == [Fraction(n, 15) for n in range(wanted)]
    assert told[0].phase == "planning"
    assert told[-1].phase == "done" and told[-1].done == told[-1].total == wanted
    assert list(tmp_path.glob(".*")) == []


def test_a_square_is_where_its_frame_says(film: Film) -> None:
    result = film(scene("one", [MOVES, RESTS], closing=0))
    assert result.video is not None

    def middle(number: int) -> float:
        blue = picture(result.video, number)[:, :, 2] > 150
        return float(np.nonzero(blue.any(axis=0))[0].mean())

    unit = 854 / (8 * 16 / 9)
    assert middle(0) == pytest.approx(854 / 2, abs=2)
    assert middle(result.frames - 1) == pytest.approx(854 / 2 + 2 * unit, abs=2)


def test_what_was_drawn_is_never_drawn_again(film: Film, tmp_path: Path) -> None:
    first = film(scene("one", [MOVES, RESTS, TURNS]))
    before = digest(tmp_path / "film.mp4")
    again = film(scene("one", [MOVES, RESTS, TURNS]))

    assert first.drawn == 40 and again.drawn == 0 and again.frames == 40
    assert digest(tmp_path / "film.mp4") == before


def test_a_changed_beat_redraws_itself_and_what_follows(film: Film) -> None:
    film(scene("one", [MOVES, RESTS, TURNS]), scene("two", [MOVES]))
    faster = Beat("turns", 40, ["self.play(Rotate(self.square, PI), run_time=2 / 3)"])
    result = film(scene("one", [MOVES, RESTS, faster]), scene("two", [MOVES]))

    # the turn, and the closing that comes after it; scene two is as it was
    assert result.drawn == frame_at(160, 15) - frame_at(90, 15)
    assert result.ok


def test_stepping_through_shows_what_drawing_would_have_shown(film: Film, tmp_path: Path) -> None:
    beats = [MOVES, RESTS, TURNS]
    film(scene("one", beats))
    whole = digest(tmp_path / "film.mp4")
    still = Beat("turns", 40, ["self.wait(2 / 3)"])
    film(scene("one", [MOVES, RESTS, still]), cache=tmp_path / "other")
    resumed = film(scene("one", beats), cache=tmp_path / "other")

    assert 0 < resumed.drawn < 40
    assert digest(tmp_path / "film.mp4") == whole


def test_two_renderings_from_nothing_are_equal_to_the_byte(film: Film, tmp_path: Path) -> None:
    film(scene("one", [MOVES, TURNS]), cache=tmp_path / "a", out=tmp_path / "a.mp4")
    film(scene("one", [MOVES, TURNS]), cache=tmp_path / "b", out=tmp_path / "b.mp4")

    assert digest(tmp_path / "a.mp4") == digest(tmp_path / "b.mp4")


def test_one_scene_or_one_beat_can_be_had_alone(film: Film) -> None:
    one, two = scene("one", [MOVES, RESTS, TURNS]), scene("two", [MOVES])

    assert film(one, two, scenes=("two",)).frames == frame_at(90, 15)
    beat = film(one, two, beats=("one@turns",))
    assert beat.frames == frame_at(130, 15) - frame_at(90, 15)
    assert beat.drawn == beat.frames


def test_a_beat_shorter_than_a_frame_takes_none_and_time_does_not_drift(film: Film) -> None:
    blink = [Beat(f"b{n}", 3, ["self.play(self.square.animate.shift(RIGHT), run_time=0.05)"])
             for n in range(20)]
    result = film(scene("one", blink, closing=0))

    assert result.frames == frame_at(60, 15) == 15


def test_a_damaged_segment_is_dropped_and_drawn_anew(film: Film, tmp_path: Path) -> None:
    whole = film(scene("one", [MOVES, RESTS]))
    segment = max((tmp_path / "cache").rglob("*.mp4"))
    segment.write_bytes(segment.read_bytes()[:700])
    mended = film(scene("one", [MOVES, RESTS]))

    assert mended.frames == whole.frames and 0 < mended.drawn < whole.frames


def test_any_executor_will_do(film: Film) -> None:
    with ProcessPoolExecutor(1) as pool:
        result = film(scene("one", [RESTS]), scene("two", [RESTS]), executor=pool)
    assert result.ok and result.drawn == result.frames == 30


@pytest.mark.parametrize(
    ("lengths", "most", "wanted"),
    [
        ([40, 30, 20], 1000, [3]),
        ([40, 30, 20], 45, [1, 2]),
        ([10, 10, 10, 10], 20, [2, 2]),
        ([100, 1, 1], 34, [1, 2]),
    ],
)
def test_a_long_scene_is_shared_out_in_runs_of_beats(
    lengths: list[int], most: int, wanted: list[int]
) -> None:
    segments = tuple(Segment("s", str(n), 0, 0, frames, "") for n, frames in enumerate(lengths))
    runs = shares(segments, most)
    assert [len(run) for run in runs] == wanted
    assert tuple(segment for run in runs for segment in run) == segments


def test_a_scene_drawn_by_several_children_has_the_same_bytes(
    film: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats = [MOVES, RESTS, TURNS]
    film(scene("one", beats), cache=tmp_path / "a", out=tmp_path / "a.mp4")
    monkeypatch.setattr(video_module, "_LEAST_SECONDS", 1)
    result = film(scene("one", beats), cache=tmp_path / "b", out=tmp_path / "b.mp4", jobs=3)

    assert result.drawn == result.frames == 40
    assert digest(tmp_path / "a.mp4") == digest(tmp_path / "b.mp4")
