"""``c2v render`` and ``c2v frames``, and what they say meanwhile."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from c2v_dsl.cli.progress import ProgressBar, clock
from c2v_dsl.render import Progress

from .conftest import GOOD, C2v


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing drawn before counts here."""
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _at(done: int, left: float | None = None) -> Progress:
    return Progress("drawing", "area", "shear", done, 100, left)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (7.4, "0:07"), (62, "1:02"), (3600, "1:00:00"), (-1, "0:00")],
)
def test_times_are_read_at_a_glance(seconds: float, words: str) -> None:
    assert clock(seconds) == words


def test_a_terminal_gets_a_bar_that_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    with ProgressBar(stream) as bar:
        bar(_at(50, 62))
    shown = stream.getvalue()
    assert "████████████░░░░░░░░░░░░  50%  1:02 left  area@shear" in shown
    assert shown.endswith("\r\x1b[K")


def test_elsewhere_lines_are_few_and_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    stream = io.StringIO()
    with ProgressBar(stream) as bar:
        for second in range(40):
            now[0] = float(second)
            bar(_at(2 * second, 40 - second))
    assert stream.getvalue().splitlines() == [
        "20%, 0:30 left, area@shear",
        "40%, 0:20 left, area@shear",
        "60%, 0:10 left, area@shear",
    ]


def test_a_video_and_its_pictures(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("render", "good.c2v", "--quality", "draft", "-o", "videos/")
    assert called.status == 0, called.err
    assert called.out.startswith("videos/good.mp4, rendered in 0:")
    again = c2v("render", "good.c2v", "--quality", "draft", "--beat", "one@first", "-o", "beat")
    assert again.status == 0, again.err
    assert (tmp_path / "beat.mp4").stat().st_size > 1000
    drawn = c2v("frames", "good.c2v", "-q", "draft", "--sheet", "sheet.png", "--grid")
    assert drawn.status == 0, drawn.err
    assert drawn.out.splitlines() == ["good_frames/01_one_01_first.png", "sheet.png"]
    assert (tmp_path / "sheet.png").read_bytes().startswith(b"\x89PNG")


def test_nothing_is_drawn_of_a_storyboard_with_errors(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("render", "bad.c2v")
    assert called.status == 1
    assert "did you mean `dot_`?" in called.err
    assert not (tmp_path / "bad.mp4").exists()


def test_warnings_are_told_and_the_video_is_made(c2v: C2v, tmp_path: Path) -> None:
    text = GOOD.replace("    dot_ =", "    spare = dot((1, 1))\n    dot_ =")
    (tmp_path / "warned.c2v").write_text(text, encoding="utf-8")
    called = c2v("render", "warned.c2v", "-q", "draft")
    assert called.status == 0
    assert "`spare` is never shown" in called.err
    assert (tmp_path / "warned.mp4").exists()
