"""``c2v generate`` as a user calls it; the model is a recording."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.providers.replay import Recorder
from c2v_dsl.agents.run import generate, keep_asked
from tests.agents.run.lesson import QUICK, WISH, model

from .conftest import C2v

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of a lesson of three small scenes."""
    folder = tmp_path_factory.mktemp("recorded") / "shapes"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("C2V_CACHE", str(tmp_path_factory.mktemp("cache")))
        result = generate(WISH, folder.parent / "run", Client(Recorder(model(), folder)), QUICK)
    assert result.ok
    keep_asked(folder, WISH, QUICK)
    return folder


def test_a_recording_is_made_a_video_without_a_word(c2v: C2v, recorded: Path) -> None:
    called = c2v("generate", "--model", f"replay:{recorded}", "-o", "again")
    assert called.status == 0, called.err
    assert "again/lesson.mp4" in called.out and "report.md" in called.out
    stages = [line.split()[0] for line in called.err.splitlines()]
    assert stages[0] == "outline" and stages[-1] == "video"
    assert Path("again/lesson.c2v").read_text() == (
        recorded.parent / "run" / "lesson.c2v").read_text()
    called = c2v("generate", "--resume", "again")
    assert called.status == 0 and "as before" in called.err


def test_the_exchanges_of_a_run_are_a_recording(c2v: C2v, recorded: Path) -> None:
    called = c2v("generate", "--model", f"replay:{recorded.parent}/run/exchanges", "-o", "again",
                 "--quality", "draft")
    assert called.status == 0, called.err


def test_what_is_not_recorded_makes_the_run_incomplete(c2v: C2v, recorded: Path) -> None:
    few = Path("few")
    few.mkdir()
    for path in recorded.glob("*.json"):
        if "-two-" not in path.name:
            (few / path.name).write_bytes(path.read_bytes())
    called = c2v("generate", WISH.topic, "--minutes", "0.5", "--no-critic", "-q", "draft",
                 "--model", "replay:few", "-o", "out")
    assert called.status == 1
    assert "scene two could not be made" in called.err and "not recorded in few" in called.err
    assert "out/lesson.mp4 is incomplete" in called.out and "--resume out" in called.out


@pytest.mark.parametrize(("words", "sentence"), [
    ([], 'say what the video is about: c2v generate "the topic", or --from notes.md'),
    (["  "], "say what the video is about"),
    (["Dots", "--from", "nothing.md"], "cannot read nothing.md: there is no such file or folder"),
    (["Dots", "--from", "good.c2v", "--reference", "good.c2v"], "good.c2v"),
    (["Dots", "--quality", "hgh"], "there is no hgh; did you mean high?"),
    (["Dots", "--language", "klingonese"], "that is no language"),
    (["Dots", "--theme", "chlak"], "did you mean chalk?"),
    (["Dots", "--minutes", "long"], "--minutes long: that is no number"),
    (["Dots", "--minutes", "0"], "between 0.1 and 60 minutes"),
    (["Dots", "--tries", "2"], "three numbers are needed"),
    (["Dots", "--model", "gemni"], "did you mean gemini?"),
    (["Dots", "-o", "good.c2v"], "good.c2v is a file; choose another folder with -o"),
    (["Dots", "-o", "."], "is no run and not empty (bad.c2v is in it)"),
    (["--resume", "nowhere"], "there is no folder nowhere"),
    (["--resume", "."], ". is no run: it has no run.json"),
    (["Dots", "--resume", "."], "TOPIC cannot be changed any more"),
    (["--resume", ".", "-o", "x"], "leave -o out"),
])
def test_typos_of_a_new_user(c2v: C2v, words: list[str], sentence: str) -> None:
    called = c2v("generate", *words)
    assert called.status == 2
    assert sentence in called.err
    assert "Traceback" not in called.err and [
        path.name for path in sorted(Path().iterdir())] == ["bad.c2v", "good.c2v"]


def test_without_a_key_every_way_to_one_is_told(
    c2v: C2v, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("GEMINI_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    called = c2v("generate", "Dots")
    assert called.status == 2 and len(called.err.splitlines()) == 1
    for way in ("GEMINI_API_KEY", "--api-key-file", "keyring", "make demo-generate"):
        assert way in called.err


def test_another_wish_in_the_folder_of_a_run(c2v: C2v, recorded: Path) -> None:
    assert c2v("generate", "--model", f"replay:{recorded}", "-o", "again").status == 0
    called = c2v("generate", "Dots", "--model", f"replay:{recorded}", "-o", "again")
    assert called.status == 2 and "is a run about “Three shapes”" in called.err


def test_a_disk_that_fills_up_says_how_to_go_on(
    c2v: C2v, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "out/lesson.c2v")

    monkeypatch.setattr("c2v_dsl.agents.run.storyboard.assemble", full, raising=True)
    called = c2v("generate", "--model", f"replay:{recorded}", "-o", "out")
    assert called.status == 2
    assert ("cannot write out/lesson.c2v: the disk is full; "
            "c2v generate --resume out goes on with it") in called.err


def test_stopped_by_a_person_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "a run"
    process = subprocess.Popen(
        [sys.executable, "-m", "c2v_dsl", "generate", "Dots", "--model", f"manual:{tmp_path}/box",
         "-o", str(folder)], cwd=ROOT, stderr=subprocess.PIPE, text=True,
        # A shell lets what it runs in the background ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    for _ in range(900):
        if list(tmp_path.glob("box/*.request.md")):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1] == (
        f"c2v: stopped; c2v generate --resume '{folder}' goes on with it")
