"""The table of what finished runs say, made from a run written by hand; and the trial."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.agents.run.folder import RunFolder
from c2v_dsl.agents.run.record import (
    AttemptRecord,
    RunRecord,
    SceneRecord,
    SceneState,
    Status,
    WishRecord,
)
from tests.agents import figures, trial

STORYBOARD = """c2v 1
storyboard "Yeast" {
  theme chalk
}

scene yeast "Yeast" {
  objects {
    a = text("Yeast eats sugar") at C3
    b = text("and makes gas") at C3
    c = python("bubbles") in E1:F6
  }

  beat eat "Yeast eats sugar" {
    write a
    write b
    draw c
  }
}
"""


def _attempt(level: str, got: str, **more: Any) -> dict[str, Any]:
    """An attempt that parses (``p``), checks (``c``), measures (``m``), is clean (``k``)."""
    return {"level": level, "findings_before": 0, "findings_after": 0, "characters_in": 10,
            "characters_out": 20, "parsed": "p" in got, "checked": "c" in got,
            "measured": "m" in got, "clean": "k" in got, "mended": 0} | more


def _exchange(place: RunFolder, number: int, agent: str, asked: list[Any], said: str) -> None:
    messages = [{"role": "user", "parts": asked}]
    place.write_json(f"exchanges/{number:04}-{agent}-x.json", {
        "agent": agent, "scene": "", "request": {"messages": messages},
        **({"answer": said.split("\n")} if said else {"fault": {"kind": "server"}})})


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Four scenes: clean at once, after a repair, after three of them, and never answered."""
    place = RunFolder(tmp_path / "01" / "run")
    tries = {
        "one": [_attempt("draft", "pcmk")],
        "two": [_attempt("draft", "p"), _attempt("line", "pcmk")],
        "three": [_attempt("draft", ""), _attempt("line", "pc"), _attempt("line", "pc"),
                  _attempt("scene", "pcmk")],
    }
    scenes = [SceneRecord(id=id, title=id, folder=f"scenes/{id}", state=SceneState.clean)
              for id in tries]
    scenes[2].state = SceneState.missing
    scenes.append(SceneRecord(id="four", title="nobody answered", folder="scenes/four"))
    for id, attempts in tries.items():
        place.write_json(f"scenes/{id}/attempts.json", attempts)
    record = RunRecord(wish=WishRecord(topic="Yeast | life"), model="m", scenes=scenes,
                       status=Status.complete)
    record.files.video = "lesson.mp4"
    place.save(record)
    place.write("lesson.c2v", STORYBOARD)
    place.write("exchanges/said/s.md", "s" * 100)
    _exchange(place, 1, "planner.outline", [{"file": "exchanges/said/s.md"}, ["ab", "c"]], "outl")
    _exchange(place, 2, "planner.scene", [["abc"], {"file": "exchanges/said/p.png"}], "scene\n1")
    _exchange(place, 3, "planner.repair", [["abc"]], "fix")
    _exchange(place, 4, "planner.repair", [["abc"]], "")
    _exchange(place, 5, "judge", [["abc"]], "B")
    return place.path


def test_a_scene_counts_from_the_first_answer_that_got_so_far(run: Path) -> None:
    one = figures.lesson(run, measure=False)
    assert one.reached == {"parsed": [2, 3, 3], "checked": [1, 3, 3], "measured": [1, 2, 2],
                           "clean": [1, 2, 2]}
    assert (one.scenes, one.answered, one.missing, one.untouched) == (4, 3, 1, 1)
    assert one.rendered


def test_characters_are_counted_by_what_they_were_for(run: Path) -> None:
    one = figures.lesson(run, measure=False)
    assert one.written == {"outline": 4, "scenes": 7, "repairs": 3, "critic": 1}
    assert one.sent == {"outline": 104, "scenes": 3, "repairs": 6, "critic": 3}
    assert (one.characters, one.questions) == (15, 5)


def test_the_final_storyboard_is_measured(run: Path) -> None:
    one = figures.lesson(run)
    assert (one.text_on_text, one.hatches, one.allowed) == (1, 1, 0)
    assert one.layout_findings


def test_without_its_own_file_attempts_are_those_of_the_record(run: Path) -> None:
    place = RunFolder(run)
    (run / "scenes" / "one" / "attempts.json").unlink()
    record = place.load()
    record.scenes[0].attempts = [
        AttemptRecord(level="draft", parsed=True, checked=True, measured=True, findings_after=1)]
    place.save(record)
    one = figures.lesson(run, measure=False)
    assert one.reached["measured"][0] == 1
    assert one.reached["clean"][0] == 0


def test_the_table_and_its_json_say_the_same(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert figures.main([str(run.parent.parent), "--no-measure"]) == 0
    table = capsys.readouterr().out
    assert r"| Yeast \| life | 4 | 3 | 2 | 1 | 1 | 1 | 2 | 2 | 1 | 15 |" in table
    assert "| clean | 33.3 % | 66.7 % | 66.7 % |" in table
    assert "Rendered: 1 of 1." in table
    assert figures.main([str(run), "--json", "--no-measure"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["total"]["rates"]["parsed"] == [66.7, 100.0, 100.0]
    assert data["total"]["written"] == data["lessons"][0]["written"]["scenes"] + 8
    assert data["total"]["share"] == [0.0, 0.0]


def test_means_are_of_lessons_that_have_ended(run: Path) -> None:
    done = figures.lesson(run, measure=False)
    begun = replace(done, status="running", written={"outline": 1000})
    told = figures.total([done, begun])
    assert (told["lessons"], told["ended"], told["written"]) == (2, 1, 15)
    assert figures.total([begun])["written"] == 1000


def test_no_run_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.main([str(tmp_path)]) == 2
    assert "there is no run" in capsys.readouterr().err


def test_topics_are_chosen_all_over_the_list_by_the_seed() -> None:
    topics = [f"{n}" for n in range(97)]
    chosen = trial.choose(topics, 20, 1)
    assert chosen == trial.choose(topics, 20, 1) != trial.choose(topics, 20, 2)
    assert [int(topic) * 20 // 97 for topic in chosen] == pytest.approx(range(20), abs=1)
    assert len(set(chosen)) == 20
    assert trial.choose(topics, 200, 1) == topics


def test_without_the_data_the_trial_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("C2V_DATA", str(tmp_path))
    assert trial.main(["-o", str(tmp_path / "out")]) == 0
    assert "skipped" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


class _Quick(trial.Lesson):
    """A lesson that is made at once, unless its topic is ``fails``."""

    def command(self) -> list[str]:
        made = f"import pathlib; p = pathlib.Path({str(self.run)!r}); p.mkdir(); " \
               "(p / 'run.json').write_text('{\"status\": \"complete\"}')"
        return [sys.executable, "-c", "exit(1)" if self.topic == "fails" else made]


def test_the_trial_makes_what_is_not_complete_and_closes_the_mailboxes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lessons = [_Quick(tmp_path / name, name, 3) for name in ("a", "fails", "b")]
    assert trial.trial(lessons, at_once=2, every=0) == 1
    assert all((one.mail / "DONE").exists() for one in lessons)
    assert "fails    0 answered  ended with 1, see" in capsys.readouterr().out
    again = [_Quick(tmp_path / name, name, 3) for name in ("a", "fails", "b")]
    assert trial.trial(again, at_once=2, every=0) == 1
    assert "a    0 answered  complete" in capsys.readouterr().out
