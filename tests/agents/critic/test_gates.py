"""What a patch must pass before it is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.critic import Critique, bench, criticise
from c2v_dsl.agents.critic.model import Judged
from c2v_dsl.agents.exchange import Answer, Finish, ProviderFault, Request
from c2v_dsl.patch import apply_patch, read_patch

from ..scripted import Said, Scripted
from .conftest import sketch
from .saying import better, critic, knows, pictures, problem, words

BOARD = """c2v 1
storyboard "Two scenes" { theme paper }
scene one "Names" {
  objects {
    a = text("first") at B3
    b = text("second") at D3
  }
  beat both "Both" {
    say "One, two."
    show a, b
  }
}
scene two "Sums" {
  objects {
    sum = math("2 + 2 = 5") at B3 size 60
    rest = text("a remark") at E3
  }
  beat sum "A sum" {
    say "Two and two is four."
    write sum
  }
  beat rest "The rest" {
    say "And a remark."
    highlight sum
    show rest
  }
}
""".replace("\n", "\r\n").rstrip()


def board(count: int) -> str:
    """A storyboard of small scenes ``s0`` …"""
    return 'c2v 1\nstoryboard "Many" { theme paper }\n' + "".join(
        f'scene s{n} "Scene {n}" {{\n  objects {{ a = text("words") at C3 }}\n'
        f'  beat one "One" {{ show a }}\n}}\n' for n in range(count))


pytestmark = pytest.mark.usefixtures("sketched")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Critique, Path]]:
    """One criticism in which every gate closes once."""
    folder = tmp_path_factory.mktemp("critique")
    client, _ = critic({
        "one": [
            problem("both", "unknown id", {"op": "text", "id": "one.c", "text": "x"}),
            problem("both", "new error",
                    {"op": "insert", "into": "one@both", "text": "move nobody to B2"}),
            problem("both", "over the other", {"op": "place", "id": "one.b", "place": "at B3"}),
        ],
        "two": [
            problem("sum", "five", {"op": "text", "id": "two.sum", "text": "2 + 2 = 4"}),
            problem("rest", "a tie",
                    {"op": "text", "id": "two.rest", "text": "another remark"}),
            problem("rest", "it is not said",
                    {"op": "text", "id": "two@rest#0", "text": "And a GOOD remark."}),
        ],
    }, _judge, again={
        "one": [
            problem("both", "no such word", {"op": "style", "id": "one.a", "set": "shiny 3"}),
            problem("both", "nothing", {"op": "text", "id": "one.a", "text": "first"}),
            problem("both", "no patch"),
        ]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bench, "frames", sketch)
        yield criticise(BOARD, "board.c2v", client, folder), folder


def _judge(request: Request) -> str:
    """Prefers words with GOOD in them; of pictures alone neither."""
    files = [picture.name for picture in pictures(request)]
    assert files[: len(files) // 2] == files[len(files) // 2 :], "names tell nothing"
    return knows("GOOD")(request)


def test_a_patch_that_cannot_be_made_or_makes_worse_is_refused(
    done: tuple[Critique, Path]
) -> None:
    first, second, third = done[0].scenes[0].problems
    assert [r.fate for r in (first, second, third)] == ["refused"] * 3
    assert first.reason.startswith("it cannot be made")
    assert second.reason == "it changes nothing"
    assert "the layout gets worse" in third.reason
    assert "C2V701" in third.reason, "the second answer had no patch for it"


def test_what_was_refused_is_asked_for_once_more_with_the_reasons() -> None:
    client, provider = critic(
        {"s0": [problem("one", "too high", {"op": "place", "id": "s0.a", "place": "at Z9"})]},
        lambda _: better("neither"),
        again={"s0": [problem("one", "", {"op": "place", "id": "s0.a", "place": "at D3"})]})
    found = criticise(board(1), "m.c2v", client)
    asked = [request.agent for request in provider.asked]
    assert asked == ["critic", "critic", "judge"]
    told = provider.asked[1].messages[-1].parts[0]
    assert isinstance(told, str)
    assert "too high" in told
    assert "Z9" in told
    assert [r.fate for r in found.scenes[0].problems] == ["not better"]
    assert found.scenes[0].problems[0].problem.wrong == "too high"
    assert found.text == board(1)
    assert found.undo is None
    assert found.summary == "judged: 1 scene, nothing changed"


def test_a_tie_is_not_kept(done: tuple[Critique, Path]) -> None:
    for reviewed in done[0].scenes[1].problems[:2]:
        assert reviewed.fate == "not better"
        assert reviewed.judged is not None
        assert reviewed.judged.better == "neither"
        assert reviewed.reason == "neither version is better: It is right now."
        assert reviewed.inverse is not None


def test_words_alone_are_judged_as_words(done: tuple[Critique, Path]) -> None:
    said = done[0].scenes[1].problems[2]
    assert said.fate == "kept"
    assert said.judged is not None
    assert said.judged.moments == ("the words of beat `rest`",)
    assert "And a GOOD remark." in done[0].text


def test_line_ends_stay_and_undo_gives_every_byte_back(done: tuple[Critique, Path]) -> None:
    critique, folder = done
    assert critique.undo is not None
    assert critique.text != BOARD
    assert apply_patch(critique.text, critique.undo, "board.c2v").text == BOARD
    undo = read_patch((folder / "undo.json").read_text(encoding="utf-8"))
    assert undo == critique.undo


def test_the_record_has_what_was_seen_proposed_and_said(done: tuple[Critique, Path]) -> None:
    critique, folder = done
    report = json.loads((folder / "critique.json").read_text(encoding="utf-8"))
    assert report["summary"] == critique.summary
    assert [scene["judged"] for scene in report["scenes"]] == [True, True]
    proposed = report["scenes"][1]["problems"][0]["proposed"]
    assert proposed == [{"op": "text", "id": "two.sum", "text": "2 + 2 = 4"}]
    assert report["scenes"][1]["problems"][0]["judge"]["first"] in ("new", "old")
    assert (folder / "two" / "1_1" / "1_new.png").stat().st_size > 500
    assert (folder / "two" / "1_1" / "1_old.png").stat().st_size > 500
    assert sorted(p.name for p in (folder / "two" / "look_1").iterdir())
    for reviewed, number in zip(critique.scenes[1].problems, (1, 2, 3), strict=True):
        kept = read_patch((folder / "two" / f"patch_{number}.json").read_text(encoding="utf-8"))
        assert kept == reviewed.patch


def test_ids_mean_the_text_that_was_looked_at_whatever_other_patches_change() -> None:
    client, _ = critic({"two": [
        problem("rest", "earlier", {"op": "insert", "into": "two@rest", "at": "start",
                                    "text": "wait 2s"}),
        problem("rest", "words", {"op": "text", "id": "two@rest#0", "text": "GOOD words."}),
    ]}, lambda request: knows("GOOD", "lasts 4.0")(request))
    found = criticise(BOARD, "b.c2v", client, scenes=["two"])
    assert [r.fate for r in found.scenes[0].problems] == ["kept", "kept"]
    assert found.text.index("wait 2s") < found.text.index('say "GOOD words."')


def test_what_nobody_sees_or_hears_is_not_kept_and_not_judged_by_anybody() -> None:
    client, provider = critic({"s0": [
        problem("one", "a comment", {"op": "insert", "into": "s0.objects", "text": "# a note"}),
    ]}, lambda _: better("first"))
    found = criticise(board(1), "m.c2v", client)
    assert "judge" not in [request.agent for request in provider.asked]
    assert {r.fate for r in found.scenes[0].problems} <= {"refused", "not better"}
    assert found.text == board(1)


def test_a_scene_keeps_to_itself() -> None:
    text = board(2).replace('{ a = text("words")', '{ a = text("#{word}")').replace(
        "scene s0", 'let word = "words"\nscene s0')
    client, _ = critic({"s0": [
        problem("one", "other", {"op": "replace_block", "id": "file.word",
                                 "text": 'let word = "others"'})]}, lambda _: better("first"))
    found = criticise(text, "m.c2v", client)
    assert found.scenes[0].problems[0].reason == "it would change other scenes too: s1"
    assert found.text == text


FAILED: list[tuple[str, Said, str]] = [
    ("s0", Answer("{", Finish.length), "the answer was cut off"),
    ("s1", Answer("", Finish.blocked), "the answer was held back by the model's provider"),
    ("s2", "what a nice scene", "the answer was not what was asked for"),
    ("s3", ProviderFault("credit", "no money is left"), "no money is left"),
]
"""Scenes, what the critic answers about them, and why they are not judged then."""


@pytest.mark.parametrize(("scene", "why"), [(scene, why) for scene, _, why in FAILED])
def test_a_critic_that_failed_has_not_judged(scene: str, why: str) -> None:
    review = {r.scene: r for r in _failures().scenes}[scene]
    assert not review.judged
    assert review.why == why


def test_a_judge_that_failed_has_not_judged_and_nothing_is_kept() -> None:
    found = _failures()
    review = found.scenes[4]
    assert not review.judged
    assert review.why == "the judge: the answer was not what was asked for"
    assert review.problems[0].fate == "not judged"
    assert found.text == board(6)


def test_not_judged_is_never_fine() -> None:
    found = _failures()
    assert found.scenes[5].judged
    assert not found.judged
    assert found.summary.startswith("judged: 1 scene, nothing to mend · not judged: s0 (the answer "
                                    "was cut off), s1 (")


_FOUND: list[Critique] = []


def _failures() -> Critique:
    """Six scenes, asked about at once: four critics and a judge fail, one is content."""
    if _FOUND:
        return _FOUND[0]
    together = threading.Barrier(6, timeout=60)
    answers = {scene: said for scene, said, _ in FAILED}
    answers["s4"] = json.dumps({"problems": [
        problem("one", "lower", {"op": "place", "id": "s4.a", "place": "at E3"})]})
    seen: set[str] = set()

    def say(request: Request) -> Said:
        if request.agent == "judge":
            return "the left one, I think"
        if request.scene not in seen:
            seen.add(request.scene)
            together.wait()
        return answers.get(request.scene, '{"problems": []}')

    _FOUND.append(criticise(board(6), "m.c2v", Client(Scripted(say), retries=0)))
    return _FOUND[0]


def test_a_storyboard_with_errors_is_not_judged() -> None:
    client, provider = critic({}, lambda _: better("first"))
    found = criticise(board(2).replace("show a", "show q"), "m.c2v", client)
    assert [s.judged for s in found.scenes] == [False, False]
    assert found.scenes[0].why == "the storyboard has errors"
    assert provider.asked == []


def test_a_second_round_looks_only_at_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = Judged("new", "new", "It is higher.")
    monkeypatch.setattr("c2v_dsl.agents.critic.critic.prefer", lambda *_: judged)
    client, provider = critic(
        {"s1": [problem("one", "higher", {"op": "place", "id": "s1.a", "place": "at A3"})]},
        lambda _: better("neither"))
    found = criticise(board(2), "m.c2v", client, rounds=2)
    looks = [(request.scene, "at A3" in words(request)) for request in provider.asked
             if request.agent == "critic" and len(request.messages) == 2]
    assert sorted(looks) == [("s0", False), ("s1", False), ("s1", True)]
    assert [r.fate for r in found.scenes[1].problems] == ["kept", "refused"]
    assert found.scenes[1].problems[1].reason == "it changes nothing"
