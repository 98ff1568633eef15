"""A run from a wish to a video, and all that may come between."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.agents.exchange import ProviderFault
from c2v_dsl.agents.keys import Key
from c2v_dsl.agents.run import BadRun, RunFolder, Status
from c2v_dsl.agents.run.events import STAGES
from c2v_dsl.agents.run.placeholder import MARK
from c2v_dsl.timeline.model import Timeline

from .lesson import QUICK, SHAPES, WISH, model, run, scene

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True, scope="module")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What one test draws and measures, the next need not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("C2V_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def test_a_run_is_a_folder_in_which_everything_is(tmp_path: Path) -> None:
    told = []
    result = run(tmp_path / "run", model(), on_progress=told.append)
    assert result.ok, result.record.reasons
    folder = result.folder
    assert result.video == folder / "lesson.mp4" and result.video.stat().st_size > 1000
    assert (folder / "lesson.srt").is_file() == bool(result.record.files.subtitles)
    assert sorted(p.name for p in (folder / "scenes").iterdir()) == [
        "01_one", "02_two", "03_three"]
    assert [p.name for p in sorted((folder / "code").iterdir())] == result_names(result.record)
    assert len(list((folder / "exchanges").glob("*.json"))) == 4
    clips = sorted(path.stem for path in (folder / "segments").iterdir())
    assert clips == ["01_one_01_only", "02_two_01_only", "03_three_01_only"]
    assert sorted(path.stem for path in (folder / "frames").iterdir()) == [*clips, "sheet"]
    data = json.loads((folder / "run.json").read_text())
    assert data["status"] == "complete" and data["reasons"] == []
    assert data["tokens_by_agent"]["planner.scene"]["exchanges"] == 3
    assert data["tokens_by_scene"]["two"]["prompt"] > 0
    assert data["seconds"]["render"] > 0 and data["seconds"]["ours"] > 0
    assert [p.stage for p in told if p.ended] == list(STAGES)
    report = (folder / "report.md").read_text()
    assert "The run is complete" in report and "Shape two" in report


def test_no_file_of_a_run_has_a_key(tmp_path: Path) -> None:
    secret = Key("sk-pasted-into-the-notes-by-mistake", "OPENAI_API_KEY").reveal()
    asked = model(agents={"planner.scene": scene("one").replace("Shape one comes", secret)})
    result = run(tmp_path / "run", asked)
    texts = [path for path in result.folder.rglob("*")
             if path.suffix in {".json", ".md", ".c2v", ".py", ".srt", ".vtt"}]
    assert len(texts) > 10
    assert [path for path in texts if secret in path.read_text(encoding="utf-8")] == []


def result_names(record: object) -> list[str]:
    return [Path(name).name for name in record.files.code]  # type: ignore[attr-defined]


def test_the_same_command_again_asks_nothing(tmp_path: Path) -> None:
    first = run(tmp_path / "run", model())
    asked = model()
    again = run(tmp_path / "run", asked)
    assert again.ok and asked.asked == []
    assert again.record.tokens == first.record.tokens
    assert again.record.seconds.total > first.record.seconds.total


def test_killed_at_any_moment_and_gone_on_with(tmp_path: Path) -> None:
    """One run is killed wherever it can be, each time a little later; nothing is asked twice."""
    folder = tmp_path / "run"
    for moment in ("outline", "scenes", "scenes+", *STAGES[2:], ""):
        done = subprocess.run(
            [sys.executable, "-m", "tests.agents.run.killed", str(folder), moment], cwd=ROOT,
            capture_output=True, text=True, check=False)
        assert done.returncode == (-9 if moment else 0), (moment, done.stderr[-2000:])
        if moment:
            assert RunFolder(folder).load().status is Status.running
    whole = run(tmp_path / "whole", model())
    assert (folder / "lesson.c2v").read_text() == (whole.folder / "lesson.c2v").read_text()
    assert RunFolder(folder).load().status is Status.complete
    asked = Counter((tmp_path / "run.asked").read_text().split())
    assert len(asked) == 4 and set(asked.values()) == {1}


def test_a_scene_that_is_never_clean_is_a_placeholder_and_the_run_incomplete(
    tmp_path: Path,
) -> None:
    broken = model({"two": lambda request: scene("two", do="show nothing_there")})
    result = run(tmp_path / "run", broken)
    assert result.record.status is Status.incomplete and result.video is not None
    assert [s.state.value for s in result.record.scenes] == ["clean", "missing", "clean"]
    assert "scene two could not be made" in result.record.reasons[0]
    text = (result.folder / "lesson.c2v").read_text()
    assert text.count(MARK) == 1 and "This part could not be made." in text
    assert "Shape two comes" in text
    asked = model()
    again = run(tmp_path / "run", asked)
    assert again.ok, "what was missing is asked for again"
    assert {request.scene for request in asked.asked} == {"two"}
    assert MARK not in (result.folder / "lesson.c2v").read_text()


@pytest.mark.parametrize("kind", ["network", "key", "garbage", "quota"])
def test_a_model_that_is_lost_in_the_middle(tmp_path: Path, kind: str) -> None:
    def lost(request: object) -> ProviderFault:
        return ProviderFault(kind, "nobody answers")

    result = run(tmp_path / "run", model({"three": lost}))
    assert result.record.status is Status.incomplete and result.video is not None
    assert result.record.scenes[2].state.value == "missing"
    assert "nobody answers" in result.record.scenes[2].why
    assert result.record.tokens_by_agent["planner.scene"].faults >= 1
    assert run(tmp_path / "run", model()).ok


def test_a_budget_spent_in_the_middle_leaves_what_there_is(tmp_path: Path) -> None:
    from c2v_dsl.agents.budget import Budget
    from c2v_dsl.agents.client import Client
    from c2v_dsl.agents.run import generate

    asked = model()
    client = Client(asked, Budget(tokens=14_000))
    options = QUICK.model_copy(update={"jobs": 1})
    result = generate(WISH, tmp_path / "run", client, options)
    assert result.record.status is Status.incomplete and result.lost == "budget"
    states = [scene.state.value for scene in result.record.scenes]
    assert states[0] == "clean" and states[2] == "missing"
    assert result.video is not None and len(asked.asked) < 4
    assert "the budget of 14,000 tokens is used up" in result.record.scenes[2].why
    assert run(tmp_path / "run", model(), None).ok


def test_no_scene_at_all_is_no_video(tmp_path: Path) -> None:
    broken = model({name: lambda request: "I cannot." for name in SHAPES})
    result = run(tmp_path / "run", broken)
    assert result.video is None and not (tmp_path / "run" / "lesson.c2v").exists()
    assert result.record.reasons == ["no scene could be made: no answer was a scene"]


def test_a_scene_that_cannot_be_drawn_is_a_placeholder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from c2v_dsl.render import RenderResult, SceneFault, video

    draw = video.render

    def render(timeline: Timeline, *args: Any) -> RenderResult:
        if any(spec.id.endswith("it") for spec in timeline.scenes[1].objects):
            return RenderResult(None, scene_faults=(SceneFault("two", None, "ValueError: oh"),))
        return draw(timeline, *args)

    monkeypatch.setattr(video, "render", render)
    result = run(tmp_path / "run", model())
    assert result.video is not None and result.record.status is Status.incomplete
    assert result.record.scenes[1].why == "it could not be drawn: ValueError: oh"
    assert MARK in (tmp_path / "run" / "lesson.c2v").read_text()


def test_a_fault_of_ours_costs_one_scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from c2v_dsl.agents import planner

    write = planner.write_scene

    def broken(client: Any, wish: Any, outline: Any, index: int, **options: Any) -> Any:
        return 1 / 0 if index == 1 else write(client, wish, outline, index, **options)

    monkeypatch.setattr(planner, "write_scene", broken)
    result = run(tmp_path / "run", model())
    assert [s.state.value for s in result.record.scenes] == ["clean", "missing", "clean"]
    assert "ZeroDivisionError" in result.record.scenes[1].why
    assert "1 / 0" in (tmp_path / "run" / "scenes" / "02_two" / "fault.txt").read_text()


def test_without_an_outline_there_is_no_video_but_a_reason(tmp_path: Path) -> None:
    from tests.agents.scripted import Scripted

    result = run(tmp_path / "run", Scripted(lambda r: ProviderFault("key", "no such key")))
    assert result.video is None and result.lost == "key"
    assert result.record.reasons == ["there is no outline: no such key"]
    assert "no such key" in (result.folder / "report.md").read_text()


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    with RunFolder(tmp_path / "run").locked(), pytest.raises(BadRun, match="is at work in"):
        run(tmp_path / "run", model())


def test_a_storyboard_changed_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    folder = run(tmp_path / "run", model()).folder
    text = (folder / "lesson.c2v").read_text().replace("gold", "red")
    (folder / "lesson.c2v").write_text(text)
    (folder / "outline.json").write_text("{}")
    asked = model()
    result = run(folder, asked)
    assert result.ok and asked.asked == []
    assert (folder / "lesson.c2v").read_text() == text
    assert "changed by hand" in result.record.stages["scenes"].detail


def test_a_storyboard_broken_by_hand_is_told_with_its_line(tmp_path: Path) -> None:
    folder = run(tmp_path / "run", model()).folder
    text = (folder / "lesson.c2v").read_text().replace("show it", "shwo it", 1)
    (folder / "lesson.c2v").write_text(text)
    result = run(folder, model())
    assert result.video is None and result.record.status is Status.incomplete
    line = text[:text.index("shwo")].count("\n") + 1
    assert f"lesson.c2v:{line}: C2V" in result.record.reasons[0]


def test_only_the_scenes_whose_plan_was_changed_are_written_anew(tmp_path: Path) -> None:
    folder = run(tmp_path / "run", model()).folder
    outline = json.loads((folder / "outline.json").read_text())
    outline["scenes"][1]["goal"] = "to see that it has corners"
    (folder / "outline.json").write_text(json.dumps(outline))
    asked = model({"two": lambda request: scene("two", shape="circle(r=2) color gold")})
    result = run(folder, asked)
    assert result.ok and {request.scene for request in asked.asked} == {"two"}
    assert "circle(r=2)" in (folder / "lesson.c2v").read_text()
    assert "changed by hand" in result.record.stages["outline"].detail


@pytest.mark.parametrize("text", ["{", '{"scenes": 3}', '{"scenes": []}', "[]"])
def test_an_outline_spoilt_by_hand(tmp_path: Path, text: str) -> None:
    folder = run(tmp_path / "run", model(), QUICK).folder
    (folder / "outline.json").write_text(text)
    result = run(folder, model())
    assert result.record.status is Status.incomplete
    assert "outline" in result.record.reasons[0] and "delete it" in result.record.reasons[0]


def test_folders_that_cannot_be_gone_on_with(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.tex").write_text("…")
    with pytest.raises(BadRun, match="no run and not empty"):
        run(other, model())
    assert sorted(p.name for p in other.iterdir()) == ["thesis.tex"]
    folder = run(tmp_path / "run", model()).folder
    record = json.loads((folder / "run.json").read_text())
    (folder / "run.json").write_text(json.dumps(record | {"format": 99}))
    with pytest.raises(BadRun, match=r"made by c2v 0\.1\.0, whose runs this one cannot read"):
        run(folder, model())
    record["wish"]["topic"] = "Something else"
    (folder / "run.json").write_text(json.dumps(record))
    with pytest.raises(BadRun, match="is a run about “Something else”"):
        run(folder, model())
    assert WISH.topic == "Three shapes" and len(SHAPES) == 3


HATCHED = 'python("a red cross")'
CROSS = "```python\nreturn Cross(Square(1))\n```"


def test_hatches_are_filled_and_that_is_told(tmp_path: Path) -> None:
    asked = model({"two": lambda r: scene("two", shape=HATCHED)}, {"coder": CROSS})
    result = run(tmp_path / "run", asked)
    assert result.ok, result.record.reasons
    text = (tmp_path / "run" / "lesson.c2v").read_text()
    assert "# by scripted" in text and "Cross(Square(1))" in text
    assert result.record.levels["hatch code"].tried == 1 and result.record.isolation
    again = model()
    assert run(tmp_path / "run", again).ok and not again.asked


def test_a_hatch_that_nobody_fills_makes_the_run_incomplete(tmp_path: Path) -> None:
    asked = model({"two": lambda r: scene("two", shape=HATCHED)},
                  {"coder": ProviderFault("blocked", "no code today"),
                   "refine": ProviderFault("blocked", "no code today")})
    result = run(tmp_path / "run", asked)
    assert result.video is not None and result.record.status is Status.incomplete
    assert any("hatch two.it" in reason for reason in result.record.reasons)


CRITICAL = QUICK.model_copy(update={"critic": 1})


def test_a_critic_that_has_nothing_to_say(tmp_path: Path) -> None:
    result = run(tmp_path / "run", model(agents={"critic": '{"problems": []}'}), CRITICAL)
    assert result.ok, result.record.reasons
    assert result.record.critic.judged == list(SHAPES) and not result.record.critic.not_judged
    again = model()
    assert run(tmp_path / "run", again, None).ok and not again.asked


@pytest.mark.parametrize("said", ["It is all fine!", ProviderFault("request", "no pictures")])
def test_a_critic_that_failed_is_never_fine(tmp_path: Path, said: str | ProviderFault) -> None:
    result = run(tmp_path / "run", model(agents={"critic": said}), CRITICAL)
    assert result.video is not None and result.record.status is Status.incomplete
    assert set(result.record.critic.not_judged) == set(SHAPES)
    assert "not judged" in (tmp_path / "run" / "report.md").read_text()
    good = model(agents={"critic": '{"problems": []}'})
    assert run(tmp_path / "run", good, CRITICAL).ok, "it is asked again"
    assert {request.agent for request in good.asked} == {"critic"}
