"""Hatch code behind walls: what the hostile ones of ``tests/hostile`` try, none of them gets."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from c2v_dsl.layout.measure import Measured, measure
from c2v_dsl.pipeline import check
from c2v_dsl.render import RenderOptions, frames, render
from c2v_dsl.render.confine.levels import Level, works
from c2v_dsl.render.faults import SceneFault
from c2v_dsl.render.trust import written_by
from c2v_dsl.stage import latex
from c2v_dsl.timeline.model import Timeline

HOSTILE = Path(__file__).parents[1] / "hostile"
ROOT = Path(__file__).parents[2]
HEAD = 'c2v 1\nstoryboard "Hatches" {\n  audience "anyone"\n  theme chalk\n}\n'
GOOD = """
scene good "Good" {
  objects { ring = circle(r=1) at C3 }
  beat a "A" { draw ring over 0.2s }
}
"""


@pytest.fixture(params=["full", "strong"])
def walls(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Level:
    """A level that works here; hatches run at it."""
    wanted: Level = request.param
    if not works(wanted):
        pytest.skip(f"this machine has no walls at the level {wanted}")
    at(wanted, monkeypatch)
    return wanted


def at(level: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c2v_dsl.render.hatched.GIB", 1 << 28)  # limits that are reached soon
    for room in ("hatched", "trust"):
        monkeypatch.setattr(f"c2v_dsl.render.{room}.level", lambda: level)


class Canary:
    """What must not be reached, and whether it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "outside"
        self.folder.mkdir()
        (self.folder / "kept").mkdir()
        self.file = self.folder / "canary"
        self.file.write_text("secret")
        self.before = self.state()
        self.tcp, self.udp = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
        self.tcp.bind(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp.bind(("127.0.0.1", self.port))
        self.unix = socket.socket(socket.AF_UNIX)
        self.unix.bind(str(folder / "unix"))
        self.listening = (self.tcp, self.unix)
        for one in self.listening:
            one.listen()
        for one in (*self.listening, self.udp):
            one.setblocking(False)
        self.open = os.open(self.file, os.O_RDONLY)
        os.set_inheritable(self.open, True)
        self.words = {
            "canary": str(self.file), "folder": str(self.folder), "home": str(Path.home()),
            "checkout": str(ROOT), "parent": str(os.getpid()), "port": str(self.port),
            "unix": str(folder / "unix"),
        }

    def state(self) -> object:
        status = self.file.stat()
        return (self.file.read_text(), status.st_mode, status.st_mtime, status.st_nlink,
                status.st_uid, sorted(self.folder.iterdir()))

    def assert_unreached(self, *names: str) -> None:
        assert self.state() == self.before
        for one in self.listening:
            with pytest.raises(BlockingIOError):
                one.accept()
        with pytest.raises(BlockingIOError):
            self.udp.recv(10)
        for name in names:
            for place in ("/tmp", "/var/tmp", "/dev/shm", f"{ROOT}/c2v_dsl"):
                assert not list(Path(place).glob(f"{name}*"))
        assert children() == self.children

    def __enter__(self) -> Canary:
        self.children = children()
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.open)
        for one in (*self.listening, self.udp):
            one.close()


def children() -> set[str]:
    """Processes that this one has started."""
    found = Path("/proc/self/task").glob("*/children")
    return {number for path in found for number in path.read_text().split()}


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Canary]:
    monkeypatch.setenv("CANARY_API_KEY", "secret")
    with Canary(tmp_path) as found:
        yield found


def hatch(path: Path, canary: Canary) -> tuple[str, str]:
    """The code of a hostile hatch, and what is told of it."""
    _, told, code = path.read_text().split("\n", 2)
    for word, meaning in {**canary.words, "name": path.stem}.items():
        code = code.replace(f"@{word}@", meaning)
    return code, told.removeprefix("# told: ")


def scene(codes: dict[str, str], name: str = "bad") -> str:
    objects = "".join(f'    {id} = python("{id}") in C3:D4 """\n{code}\n"""\n'
                      for id, code in codes.items())
    shown = "".join(f"    draw {id} over 0.1s\n" for id in codes)
    return (f'\nscene {name} "Bad" {{\n  objects {{\n{objects}  }}\n'
            f'  beat a "A" {{\n{shown}  }}\n}}\n')


def timeline(*scenes: str) -> Timeline:
    result = check(HEAD + "".join(scenes))
    assert result.timeline is not None, result.findings
    return result.timeline


def measured(codes: dict[str, str], silence: float = 20) -> tuple[Measured, dict[str, SceneFault]]:
    found = measure(timeline(scene(codes)), silence=silence)
    assert found.machine_faults == ()
    return found, {fault.id or "": fault for fault in found.scene_faults}


def assert_told(fault: SceneFault, told: str) -> None:
    assert fault.hatch
    assert "reached" not in fault.message
    if told == "reached nothing":
        assert fault.message.startswith("OSError: nothing")
    elif told in ("forbidden", "memory", "space", "time"):
        assert fault.cause == told, fault
    else:
        assert re.search(told, f"{fault.cause} {fault.message}"), fault


TOLD = sorted((HOSTILE / "told").glob("*.hatch"))
LOST = sorted((HOSTILE / "lost").glob("*.hatch"))


def test_what_they_try_is_refused_and_told_each_at_its_place(
    walls: Level, canary: Canary
) -> None:
    hatches = {path.stem: hatch(path, canary) for path in TOLD}
    assert len(hatches) >= 20
    found, faults = measured({name: code for name, (code, _) in hatches.items()})

    assert found.isolation == walls
    assert len(found.scenes) == 1
    assert faults.keys() == hatches.keys()
    for name, (_, told) in hatches.items():
        assert_told(faults[name], told)
    canary.assert_unreached(*hatches)


@pytest.mark.parametrize("path", LOST, ids=lambda path: path.stem)
def test_those_that_will_not_end_well_are_ended_and_their_placeholder_stands_there(
    walls: Level, canary: Canary, path: Path
) -> None:
    code, told = hatch(path, canary)
    found, faults = measured({path.stem: code}, silence=1 if told == "time" else 5)

    [seen] = found.scenes
    assert any(presence.object == path.stem for m in seen.ends() for presence in m.shown)
    assert_told(faults[path.stem], told)
    canary.assert_unreached(path.stem)


def test_the_same_bytes_come_from_behind_every_wall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spiral = (
        "t = np.linspace(0, 6, 90)\n"
        "words = Text('Ωmega', font_size=24)\n"
        "return VGroup(VMobject().set_points_smoothly(\n"
        "    np.stack([t * np.cos(t) / 6, t * np.sin(t) / 6, 0 * t], 1)), words)")
    bytes_by_level = {}
    for level in ("none", "weak", "strong", "full"):
        if level in ("strong", "full") and not works(level):
            continue
        at(level, monkeypatch)
        out = tmp_path / f"{level}.mp4"
        options = RenderOptions("draft", cache=tmp_path / level,
                                sandbox="off" if level == "none" else "auto")
        result = render(timeline(scene({"spiral": spiral})), out, options)
        assert result.ok and result.scene_faults == () and result.isolation == level
        bytes_by_level[level] = out.read_bytes()
    assert len(set(bytes_by_level.values())) == 1


def test_other_scenes_and_what_is_kept_of_them_are_out_of_reach(
    walls: Level, canary: Canary, tmp_path: Path
) -> None:
    codes = {name: hatch(HOSTILE / kind / f"{name}.hatch", canary)[0]
             for kind, name in (("told", "reads_a_file"), ("lost", "leaves"))}
    spoiler = {"spoiler": "import __main__\n"
               "import c2v_dsl.render.encoder as encoder\n"
               "encoder.CODEC = 'mpeg4'\n"
               "encoder._SegmentFile.finish = lambda self: b'no video'\n"
               "return Circle()"}
    alone = render(timeline(GOOD), tmp_path / "alone.mp4",
                   RenderOptions("draft", cache=tmp_path / "a"))
    beside = render(timeline(scene(codes), GOOD, scene(spoiler, "worse")), tmp_path / "beside.mp4",
                    RenderOptions("draft", cache=tmp_path / "b", jobs=1))

    assert alone.ok and beside.ok
    kept = {path.name: path.read_bytes() for path in (tmp_path / "b").rglob("*.mp4")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "a").rglob("*.mp4")}.items() <= (
        kept.items())
    assert sorted(fault.id or "" for fault in beside.scene_faults) == [
        "leaves", "reads_a_file", "spoiler"]
    again = render(timeline(scene(codes), GOOD, scene(spoiler, "worse")), tmp_path / "again.mp4",
                   RenderOptions("draft", cache=tmp_path / "b", jobs=1))
    assert again.drawn == 0
    assert {f.message for f in again.scene_faults} == {f.message for f in beside.scene_faults}
    canary.assert_unreached()


def test_a_models_hatch_runs_where_walls_hold_or_when_asked_to(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = timeline(scene({"models": "# by gemini-x\nreturn Circle()",
                             "persons": "return Square()"}))
    at("weak", monkeypatch)
    found = measure(lesson)
    [fault] = found.scene_faults
    assert (fault.id, fault.cause, found.isolation) == ("models", "untrusted", "weak")
    assert "gemini-x wrote its code" in fault.message and "bubblewrap" in fault.message
    asked = measure(lesson, sandbox="off")
    assert asked.scene_faults == () and asked.isolation == "none"


@pytest.mark.parametrize(("code", "name"), [
    ("# by gemini-x\nreturn Circle()", "gemini-x"), ("\n  #by GPT\nreturn Circle()", "GPT"),
    ("# by\nreturn Circle()", "a model"), ("# by \nreturn Circle()", "a model"),
    ("# bye\nreturn Circle()", None), ("return Circle()  # by me", None), (None, None),
])
def test_who_wrote_a_hatch_stands_in_its_first_line(code: str | None, name: str | None) -> None:
    assert written_by(code) == name


def test_without_walls_time_is_still_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    found = measure(timeline(scene({"loops": "while True:\n    pass"})), silence=1, sandbox="off")
    [fault] = found.scene_faults
    assert fault.cause == "time" and fault.code_line in (1, 2)


def test_two_bad_hatches_of_one_scene_are_both_left_out() -> None:
    _, faults = measured({
        "one": "import os\nos._exit(3)", "fine": "return Circle()",
        "two": "import os\nos.abort()", "wrong": "return Circl()",
    })
    assert {id: fault.message for id, fault in faults.items()} == {
        "one": "its process ended with status 3", "two": "its process was ended by SIGABRT",
        "wrong": "NameError: name 'Circl' is not defined"}
    assert faults["wrong"].code_line == 2 and faults["wrong"].error == "NameError"


@pytest.mark.skipif(not latex.installed(), reason="needs LaTeX")
def test_formulas_are_set_by_latex_before_the_walls_are_up(
    walls: Level, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEAD.replace("chalk", "chalk\n  maths latex") + """
scene one "One" {
  objects {
    law = math("\\frac{a}{b}") at B3
    ring = python("a ring") in C3:D4 \"""
      return Circle()
    \"""
  }
  beat a "A" {
    write law over 0.1s
    draw ring over 0.1s
  }
}
"""
    result = check(text)
    lesson = result.timeline
    assert lesson is not None, result.findings
    pictures = []
    for sandbox in ("auto", "off"):
        monkeypatch.setenv("C2V_CACHE", str(tmp_path / sandbox))
        drawn = frames(lesson, tmp_path / sandbox, quality="draft",
                       sandbox="off" if sandbox == "off" else "auto")
        assert drawn.ok and drawn.scene_faults == ()
        pictures.append(drawn.stills[0].path.read_bytes())
    assert list((tmp_path / "auto" / "latex").glob("*.json"))
    assert pictures[0] == pictures[1]


def test_the_level_is_found_out_by_trying(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c2v_dsl.render.confine.bubble.program", lambda: sys.executable)
    assert not works("full")
    monkeypatch.setattr("c2v_dsl.render.confine.landlock.version", lambda: 1)
    assert not works("strong")


def test_every_call_of_the_filter_has_the_kernels_own_number() -> None:
    from c2v_dsl.render.confine.seccomp import _DENIED, program

    header = Path("/usr/include/asm-generic/unistd.h")
    mine = "#include <asm/unistd.h>"
    numbers = [(mine, 0)] + ([(f'#include "{header}"', 1)] if header.exists() else [])
    if os.uname().machine != "x86_64":
        numbers = numbers[1:]
    for source, column in numbers:
        try:
            told = subprocess.run(["cc", "-E", "-dM", "-D__BITS_PER_LONG=64", "-"], input=source,
                                  capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("no headers of the kernel here")
        known = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)\n", told))
        for name, pair in _DENIED.items():
            if name in known:
                assert int(known[name]) == pair[column], name
        assert len(known.keys() & _DENIED.keys()) > 70
    assert {len(program(machine, 1)) % 8 for machine in ("x86_64", "aarch64")} == {0}
