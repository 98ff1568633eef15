"""``c2v fill`` and ``c2v check --hatches``, as somebody uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.hatches import fill
from c2v_dsl.agents.providers.replay import Recorder
from c2v_dsl.cli.app import app
from tests.agents.hatches.cases import Case
from tests.agents.scripted import Scripted

BROKEN = "ring = Circle(radius=1)\nreturn VGroup(ring, Square(side=1))\n"
ANSWER = "```python\nreturn VGroup(ring, Square(side_length=1))\n```"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "lesson.c2v"
    path.write_text(Case("x", "object", "a ring and a box", "", ()).storyboard(BROKEN))
    return path


def _run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.output


def test_reading_is_shown_to_people_at_the_place_in_the_storyboard(lesson: Path) -> None:
    status, said = _run("check", "--hatches", str(lesson))
    assert status == 1
    assert "`Square` takes no `side=`" in said
    assert "return VGroup(ring, Square(side=1))" in said
    assert "write `side_length=`" in said
    assert _run("check", str(lesson))[0] == 0


def test_a_hatch_is_mended_shown_and_written(lesson: Path, tmp_path: Path) -> None:
    text, answers = lesson.read_text(), tmp_path / "answers"
    told = fill(text, str(lesson), Client(Recorder(Scripted([ANSWER]), answers)))
    assert told.ok
    words = ("fill", str(lesson), "--model", f"replay:{answers}")

    status, said = _run(*words, "--dry-run")
    assert status == 0, said
    assert said.startswith("looking at the hatches …")
    assert "+      return VGroup(ring, Square(side_length=1))" in said
    assert "nothing written" in said
    assert lesson.read_text() == text

    status, said = _run(*words)
    assert status == 0, said
    assert "0 filled, 1 mended, 0 left" in said
    assert lesson.read_text() == told.text
    assert "      # by " in told.text

    status, said = _run(*words)
    assert status == 0, said
    assert "0 filled, 0 mended, 0 left" in said


def test_what_stays_broken_is_told_and_nothing_is_written(lesson: Path, tmp_path: Path) -> None:
    text, answers = lesson.read_text(), tmp_path / "answers"
    fill(text, str(lesson), Client(Recorder(Scripted(["no"]), answers)), tries=(1, 0, 0, 0))
    status, said = _run("fill", str(lesson), "--model", f"replay:{answers}", "--tries", "1")
    assert status == 1, said
    assert "hatch lesson.it" in said
    assert "0 filled, 0 mended, 1 left" in said
    assert lesson.read_text() == text


@pytest.mark.parametrize(("words", "told"), [
    (("--hatch", "itt"), "did you mean it?"),
    (("--tries", "many"), "up to four numbers"),
    (("--model", "gemni"), "did you mean gemini?"),
])
def test_slips_are_answered_in_a_sentence(lesson: Path, words: tuple[str, ...], told: str) -> None:
    status, said = _run("fill", str(lesson), *words)
    assert status == 2
    assert told in said


def test_a_storyboard_with_errors_or_without_hatches(tmp_path: Path) -> None:
    path = tmp_path / "a.c2v"
    path.write_text('c2v 1\nstoryboard "A" {}\nscene a "A" {\n  beat b "B" { wait 1s }\n}\n')
    assert _run("fill", str(path)) == (0, f"{path}: there are no hatches\n")
    path.write_text(path.read_text().replace("wait 1s", "show b"))
    status, said = _run("fill", str(path))
    assert status == 1
    assert "C2V" in said
    assert _run("fill", "-")[0] == 2
