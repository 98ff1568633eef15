"""Called wrongly, or refused by the machine: one sentence and status 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import C2v


def _sentence(err: str) -> str:
    assert err.startswith("c2v: ")
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("command", ["check", "fmt", "timeline", "compile", "render", "frames"])
def test_a_missing_file(c2v: C2v, command: str) -> None:
    called = c2v(command, "goood.c2v")
    assert called.status == 2
    assert "there is no such file" in _sentence(called.err)
    assert "did you mean good.c2v?" in called.err


@pytest.mark.parametrize("command", ["check", "fmt", "timeline", "compile", "render"])
def test_a_folder_where_a_file_is_needed(c2v: C2v, command: str, tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    called = c2v(command, "lessons")
    assert called.status == 2
    assert "it is a folder" in _sentence(called.err)


def test_a_file_that_is_not_utf_8(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "latin.c2v").write_bytes("c2v 1\n# für\n".encode("latin-1"))
    called = c2v("check", "latin.c2v")
    assert called.status == 2
    assert "byte 9 (line 2) is not UTF-8" in _sentence(called.err)
    assert "standard input" in _sentence(c2v("check", "-", stdin=b"\xff\xfe").err)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    called = c2v("compile", "good.c2v", "-o", "locked/code")
    assert called.status == 2
    assert "may not write there" in _sentence(called.err)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", ""), "that is not the name of a file"),
        (("check", "good\n.c2v"), "that is not the name of a file"),
        (("compile", "good.c2v", "-o", "bad.c2v"), "bad.c2v is a file"),
        (("compile", "good.c2v", "-o", "bad.c2v/code"), "is a file, not a folder"),
        (("render", "good.c2v", "-o", "video.avi"), "should end in .mp4"),
        (("render", "-"), "with standard input, say where it goes"),
        (("render", "good.c2v", "--scene", "on"), "there is no scene called on; did you mean one?"),
        (("render", "good.c2v", "--beat", "one@frist"), "did you mean one@first?"),
        (("frames", "good.c2v", "--sheet", "a.jpg"), "should end in .png"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_one_sentence_for(c2v: C2v, arguments: tuple[str, ...], words: str) -> None:
    called = c2v(*arguments, stdin="")
    assert called.status == 2, called
    assert words in _sentence(called.err)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek", "good.c2v"), "Did you mean 'check'"),
        (("check",), "Missing argument 'FILE'"),
        (("check", "--fromat", "json", "good.c2v"), "--format"),
        (("check", "--format", "xml", "good.c2v"), "there are text, json and sarif"),
        (("check", "--format", "jsn", "good.c2v"), "did you mean json?"),
        (("render", "good.c2v", "--quality", "best"), "there are draft, low, medium"),
        (("render", "good.c2v", "--jobs", "-1"), "-1 is less than 0"),
        (("render", "good.c2v", "--jobs", "two"), "two is not a number"),
    ],
    ids=" ".join,
)
def test_wrong_calls_say_what_was_expected(
    c2v: C2v, arguments: tuple[str, ...], words: str
) -> None:
    called = c2v(*arguments)
    assert called.status == 2
    assert words in called.err


def test_a_fault_of_ours_asks_for_a_report(c2v: C2v, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("tile[2]")

    monkeypatch.setattr("c2v_dsl.pipeline.check", broken)
    called = c2v("check", "good.c2v")
    assert called.status == 2
    assert "a fault of c2v itself (KeyError: 'tile[2]')" in _sentence(called.err)
    report = Path(called.err.rsplit("the file ", 1)[1].strip())
    assert "Traceback" in report.read_text(encoding="utf-8")
    report.unlink()


def test_whoever_stops_reading_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m c2v_dsl kinds | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "KINDS\n"
    assert done.stderr == ""


@pytest.mark.parametrize("command", [
    "new", "check", "render", "frames", "fmt", "timeline", "compile", "kinds", "explain", "schema",
])
def test_help_has_examples(c2v: C2v, command: str) -> None:
    called = c2v(command, "--help")
    assert called.status == 0
    assert f"    c2v {command}" in called.out


def test_help_and_version(c2v: C2v) -> None:
    import c2v_dsl

    assert c2v("--version").out == f"c2v {c2v_dsl.__version__}\n"
    assert "Examples:" in c2v("--help").out
    assert "check" in c2v().out + c2v().err


def test_the_shell_completes_commands_kinds_and_scenes(tmp_path: Path) -> None:
    from .conftest import GOOD

    (tmp_path / "good.c2v").write_text(GOOD, encoding="utf-8")

    def complete(line: str) -> str:
        words = line.split(" ")
        environment = {
            **os.environ, "_C2V_COMPLETE": "complete_bash", "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        return subprocess.run(
            [sys.executable, "-c", "from c2v_dsl.cli import main; main()"], env=environment,
            capture_output=True, text=True, check=False, cwd=tmp_path,
        ).stdout

    assert "check" in complete("c2v che").split()
    assert complete("c2v kinds para").split() == ["parametric"]
    assert complete("c2v render good.c2v --scene o").split() == ["one"]
    assert complete("c2v render good.c2v --beat one@").split() == ["one@first"]
