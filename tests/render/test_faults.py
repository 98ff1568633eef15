"""Whatever goes wrong: one sentence, no half file, no orphan, and nothing drawn is lost."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from c2v_dsl.render import RenderResult

from .scenes import MOVES, RESTS, TURNS, Beat, scene

Film = Callable[..., RenderResult]
ROOT = Path(__file__).resolve().parents[2]


def leftovers(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*.part")]


def test_code_that_raises_is_told_with_its_place_and_the_rest_is_kept(
    film: Film, tmp_path: Path
) -> None:
    wrong = Beat("wrong", 60, ["self.add(self.square)", "self.play(1 / 0)"])
    good, bad = scene("good", [MOVES]), scene("bad", [RESTS, wrong, TURNS])
    result = film(good, bad)

    assert not result.ok and not (tmp_path / "film.mp4").exists()
    [fault] = result.scene_faults
    assert (fault.scene, fault.beat, fault.id) == ("bad", "wrong", "bad@wrong")
    assert fault.span == bad[0].beats[1].span
    assert fault.message == "ZeroDivisionError: division by zero"
    assert "1 / 0" in fault.trace
    assert leftovers(tmp_path) == []

    mended = film(good, scene("bad", [RESTS, Beat("wrong", 60, ["self.wait(1)"]), TURNS]))
    assert mended.ok
    # what was drawn before the fault, and the other scene, is not drawn again
    assert mended.drawn == mended.frames - 23 - 8


def test_a_killed_child_is_told_and_the_next_run_goes_on(film: Film, tmp_path: Path) -> None:
    flag = tmp_path / "killed"
    dies = Beat("dies", 60, [
        "import os, pathlib",
        f"flag = pathlib.Path({str(flag)!r})",
        "if not flag.exists():",
        "    import time; time.sleep(0.5)",
        "    flag.touch(); os.kill(os.getpid(), 9)",
        "self.play(FadeIn(self.square), run_time=1)",
    ])
    first = film(scene("one", [MOVES, dies]))
    assert first.video is None and not (tmp_path / "film.mp4").exists()
    [fault] = first.machine_faults
    assert "SIGKILL" in fault.message and "scene one" in fault.message and fault.way_out

    second = film(scene("one", [MOVES, dies]))
    assert second.ok and 0 < second.drawn < second.frames


def test_code_that_never_ends_is_given_up_where_it_was(film: Film) -> None:
    loops = Beat("loops", 60, ["while True:", "    pass"])
    code = scene("one", [RESTS, loops])
    result = film(code, silence=2.0)

    [fault] = result.scene_faults
    assert fault.beat == "loops" and fault.span == code[0].beats[1].span
    assert "2 s" in fault.message


def test_a_failed_hatch_is_told_and_the_video_is_made(film: Film) -> None:
    stands = Beat("stands", 30, [
        "from c2v_dsl.stage.stand import Stand",
        "try:",
        "    raise ValueError('no such spiral')",
        "except ValueError as error:",
        "    Stand.current.problems.append(('a spiral', error))",
        "self.wait(0.5)",
    ])
    one = scene("one", [stands])
    result = film(one)

    assert result.ok
    [fault] = result.scene_faults
    assert fault.hatch and fault.message == "ValueError: no such spiral"
    assert fault.span == one[0].beats[0].span
    # and it is said again when the picture comes out of the cache
    again = film(scene("one", [stands]))
    assert again.drawn == 0
    assert [(f.message, f.span) for f in again.scene_faults] == [(fault.message, fault.span)]


def test_a_hatch_that_never_ends_is_given_up_and_the_video_is_made(film: Film) -> None:
    loops = Beat("loops", 30, [
        "def hatch_spin():",
        "    while True:",
        "        pass",
        "from c2v_dsl.stage.stand import Stand",
        "try:",
        "    hatch_spin()",
        "except Exception as error:",
        "    Stand.current.problems.append(('spin', error))",
        "self.wait(0.5)",
    ])
    result = film(scene("one", [loops]), silence=2.0)

    assert result.ok
    [fault] = result.scene_faults
    assert fault.hatch and "does not come to an end" in fault.message


def test_prints_of_a_scene_do_no_harm(film: Film) -> None:
    loud = Beat("loud", 30, ["print('{\"event\": \"failure\"}')", "self.wait(0.5)"])
    assert film(scene("one", [loud])).ok


def test_a_missing_library_is_named(
    film: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    (shadow / "cairo.py").write_text(
        "raise ImportError('libcairo.so.2: cannot open shared object file: No such file')"
    )
    monkeypatch.setenv("PYTHONPATH", str(shadow))
    result = film(scene("one", [MOVES]))

    [fault] = result.machine_faults
    assert "libcairo.so.2" in fault.message and "apt-get install" in fault.way_out


def test_no_key_of_ours_reaches_a_child(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "secret")
    nosy = Beat("nosy", 30, ["import os", "assert 'SOME_API_KEY' not in os.environ",
                             "self.wait(0.5)"])
    assert film(scene("one", [nosy])).ok


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_while_joining_leaves_what_was_there(
    film: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "film.mp4").write_bytes(b"the film of yesterday")

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    result = film(scene("one", [MOVES]))

    assert result.video is None
    [fault] = result.machine_faults
    assert ("disk is full" in fault.message) == (number == errno.ENOSPC)
    assert (tmp_path / "film.mp4").read_bytes() == b"the film of yesterday"
    assert leftovers(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16k", "c2v-test", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("needs leave to mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


NOISE = Beat("noise", 60, [
    "rng = np.random.default_rng(1)",
    "self.add(*[Dot([x, y, 0], color=random_bright_color()) for x, y in "
    "rng.uniform(-4, 4, (300, 2))])",
    "self.play(Rotate(Group(*self.mobjects), PI), run_time=1)",
])


def test_a_full_cache_disk_is_told(film: Film, small_disk: Path, tmp_path: Path) -> None:
    result = film(scene("one", [NOISE]), cache=small_disk)

    [fault] = result.machine_faults
    assert "disk is full" in fault.message
    assert leftovers(small_disk) == [] and not (tmp_path / "film.mp4").exists()


def test_a_full_disk_for_the_video_is_told(film: Film, small_disk: Path) -> None:
    result = film(scene("one", [NOISE]), out=small_disk / "film.mp4")

    [fault] = result.machine_faults
    assert "disk is full" in fault.message and "-o" in fault.way_out
    assert list(small_disk.iterdir()) == []


def test_a_read_only_folder_is_noticed_before_drawing(film: Film, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    result = film(scene("one", [MOVES]), out=small_disk / "film.mp4")

    [fault] = result.machine_faults
    assert "may not be written to" in fault.message and result.drawn == 0


def test_a_folder_where_the_video_should_go_is_told(film: Film, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").mkdir()
    [fault] = film(scene("one", [MOVES])).machine_faults
    assert "is a folder" in fault.message


SCRIPT = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
sys.path.insert(0, {root!r})
import c2v_dsl.render.video as video
from c2v_dsl.render import RenderOptions, render
from tests.render.scenes import Beat, scene, timeline

slow = Beat("slow", 6000, [
    "import os, pathlib",
    "pathlib.Path({folder!r}, 'child').write_text(str(os.getpid()))",
    "import time",
    "self.square.add_updater(lambda m, dt: time.sleep(0.05))",
    "self.add(self.square)",
    "self.wait(100)",
])
spec, code = scene("one", [slow])
video.emit_scene = lambda *_: code
options = RenderOptions(quality="draft", cache=Path({folder!r}) / "cache")
render(timeline(spec), Path({folder!r}) / "film.mp4", options)
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_when_the_parent_ends_its_children_end(tmp_path: Path, sent: signal.Signals) -> None:
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT.format(root=str(ROOT), folder=str(tmp_path))))
    parent = subprocess.Popen(
        [sys.executable, str(script)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    told = tmp_path / "child"
    try:
        assert until(lambda: told.exists() and told.read_text() != "", 30)
        child = int(told.read_text())
        assert running(child)
        parent.send_signal(sent)
        _, errors = parent.communicate(timeout=20)
    finally:
        parent.kill()
    assert until(lambda: not running(child), 10)
    if sent == signal.SIGINT:
        assert b"KeyboardInterrupt" in errors
    assert not (tmp_path / "film.mp4").exists()
    assert leftovers(tmp_path) == []


def until(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return true()


def running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
