"""What is wrong with a scene goes back by address: statements, then blocks, then the scene."""

from __future__ import annotations

import pytest

from c2v_dsl.agents.client import Client, Spent, Unanswered
from c2v_dsl.agents.exchange import Answer, Finish, Picture, ProviderFault, Request
from c2v_dsl.agents.planner import Attempt, Bench, SceneDraft, write_scene
from c2v_dsl.agents.planner.addresses import Places, Unplaced
from c2v_dsl.agents.planner.answers import read_changes
from c2v_dsl.agents.planner.bench import Judged
from c2v_dsl.agents.planner.plan import header
from c2v_dsl.pipeline import CheckResult, check

from ..scripted import Said, Scripted
from .lessons import OUTLINE, RING, SLICES, WISH, fenced

HEAD = header(OUTLINE)

WRONG_NAME = RING.replace("flash middle", "flash centre")
WRONG_KIND = WRONG_NAME.replace("dot(ring)", "spot(ring)")
"""Two statements are wrong."""
UNCLOSED = RING.replace("pop middle\n  }", "pop middle")


def written(
    *answers: Said, tries: tuple[int, int, int] = (2, 2, 1), bench: Bench | None = None,
    picture: Picture | None = None,
) -> tuple[SceneDraft, Scripted]:
    model = Scripted(answers)
    told: list[Attempt] = []
    draft = write_scene(Client(model, retries=1), WISH, OUTLINE, 0, tries=tries,
                        on_attempt=told.append, bench=bench or Bench(measure=False))
    assert tuple(told) == draft.attempts
    assert len(draft.attempts) == len(model.asked)
    for attempt, request in zip(draft.attempts, model.asked, strict=True):
        assert attempt.characters_in == request.characters
        assert attempt.characters_out == len(attempt.answer)
        assert request.scene == "ring"
    return draft, model


def judged(text: str) -> Judged:
    return Bench(measure=False).judge(HEAD, text, "lesson.c2v")


def levels(draft: SceneDraft) -> list[str]:
    return [attempt.level for attempt in draft.attempts]


def task(request: Request) -> str:
    words = request.messages[-1].parts[0]
    assert isinstance(words, str)
    return words


def test_a_clean_scene_is_asked_for_once() -> None:
    draft, model = written(fenced(RING))
    assert draft.text == RING
    assert levels(draft) == ["draft"]
    assert draft.findings == ()
    assert not draft.ok, "nothing was measured"
    assert draft.attempts[0].checked
    assert model.asked[0].agent == "planner.scene"
    assert model.asked[0].grammar == "c2v"


def test_what_is_safe_is_mended_without_asking() -> None:
    draft, _ = written(fenced(RING.replace("over 2s", "over 2")
                              .replace("objects {", "objects {\n    let unused = 3")))
    assert draft.text == RING
    assert draft.attempts[0].mended == 2


def test_an_answer_that_is_no_scene_is_told_once() -> None:
    draft, model = written("I cannot.", fenced(RING))
    assert draft.text == RING
    assert [(a.level, a.parsed, a.kept) for a in draft.attempts] == [
        ("draft", False, False), ("draft", True, True)]
    assert "holds no scene" in task(model.asked[1])
    assert model.asked[1].messages[-2].parts == ("I cannot.",)


def test_a_model_that_never_answers_with_a_scene_leaves_a_record() -> None:
    draft, model = written("I cannot.", "Still not.")
    assert (draft.text, draft.ok, draft.usable) == ("", False, False)
    assert len(model.asked) == 2
    assert draft.remarks == ("no answer was a scene",)


# lines

def test_statements_go_back_by_their_ids_with_what_is_wrong() -> None:
    draft, model = written(
        fenced(WRONG_KIND),
        fenced("# ring.middle\nmiddle = dot(ring) color gold\n\n# ring@spoke#1\nflash middle\n"))
    assert draft.text == RING
    assert levels(draft) == ["draft", "line"]
    told = task(model.asked[1])
    assert "- `ring.middle`: error C2V301: there is no kind `spot`." in told
    assert "# ring.middle\nmiddle = spot(ring) color gold\n\n# ring@spoke#1\nflash centre" in told
    assert "file.radius: let radius = 1.2" not in told, "nothing wrong speaks of it"
    assert model.asked[1].agent == "planner.repair"


def test_everything_else_stays_byte_for_byte() -> None:
    draft, _ = written(fenced(WRONG_NAME),
                       fenced("# ring@spoke#1\nflash middle\nwait 1s\n"))
    before, after = WRONG_NAME.splitlines(), draft.text.splitlines()
    at = before.index("    flash centre")
    assert after == [*before[:at], "    flash middle", "    wait 1s", *before[at + 1 :]]


@pytest.mark.parametrize("answer", [
    "```c2v\n# ring@spoke#1\nflash middle\n```",
    "# ring@spoke#1\nflash middle",
    "```\n#ring@spoke#1:\nflash middle\n```",
    "```\n# 1\nflash middle\n```",
    "```\nflash middle\n```",
    '{"changes": [{"id": "ring@spoke#1", "text": "flash middle"}]}',
    '```json\n{"ring@spoke#1": "flash middle"}\n```',
    '[{"address": "ring@spoke#1", "text": "flash middle"}]',
    fenced(RING),
    fenced('beat spoke "From there it is one radius" {\n  draw out\n  flash middle\n}\n')
    .replace("```c2v\n", "```c2v\n# ring@spoke\n"),
    "```\n# ring@spoke#1\n# ring@spoke\nbeat spoke \"From there it is one radius\" {\n"
    "  draw out\n  flash middle\n}\n```",
])
def test_an_answer_is_understood_in_every_form(answer: str) -> None:
    draft, _ = written(fenced(WRONG_NAME), answer, tries=(1, 0, 0))
    if answer.count("# ring@spoke") == 2:
        assert draft.attempts[1].why == "Two of the changes are for the same place; give one."
    else:
        assert draft.text == RING


def test_an_empty_text_takes_a_statement_away() -> None:
    draft, _ = written(fenced(WRONG_NAME), fenced("# ring@spoke#1\n"))
    assert draft.text == RING.replace("    flash middle\n", "")
    assert draft.findings == ()


def test_what_makes_it_worse_is_discarded_and_the_next_try_is_told_why() -> None:
    draft, model = written(
        fenced(WRONG_NAME), fenced("# ring@spoke#1\nflash centre, nothing\n"),
        fenced("# ring@spoke#1\nflash middle\n"))
    assert draft.text == RING
    assert [a.kept for a in draft.attempts] == [True, False, True]
    bad = draft.attempts[1]
    assert (bad.findings_before, bad.findings_after) == (1, 2)
    told = task(model.asked[2])
    assert "Your last answer to this was not taken over: with it, this would be wrong:" in told
    assert "there is no object `nothing` in this scene" in told
    assert "flash centre" in told, "what stands there is still the first answer"


@pytest.mark.parametrize(("answer", "why"), [
    (fenced("# ring@spoke#1\nflash centre\n"), "It changes nothing."),
    (fenced("# ring@spoke#1\nflash  centre over 1s\n"), "The findings are still there."),
    (fenced("# ring@nowhere#1\nflash middle\n"), "There is nothing called `ring@nowhere#1`."),
    ("I do not know.", "It gives nothing below the addresses `# ring@spoke#1`."),
    (fenced("# storyboard.theme\ntheme paper\n"), "`storyboard.theme` cannot be changed here."),
    (fenced("# ring@spoke#1\nflash middle }\n"), "with it, this would be wrong:"),
])
def test_why_an_answer_is_not_taken_over(answer: str, why: str) -> None:
    draft, _ = written(fenced(WRONG_NAME), answer, tries=(1, 0, 0))
    assert draft.attempts[1].why.startswith(why)
    assert not draft.attempts[1].kept
    assert draft.text == WRONG_NAME
    assert [f.code for f in draft.findings] == ["C2V101"]


# blocks

def test_blocks_follow_lines() -> None:
    beat = 'beat spoke "From there it is one radius" {\n  grow out\n  flash middle\n}\n'
    draft, model = written(fenced(WRONG_NAME), "?", "?", fenced("# ring@spoke\n" + beat))
    assert levels(draft) == ["draft", "line", "line", "block"]
    assert draft.findings == ()
    assert draft.text == RING.replace("draw out", "grow out")
    assert "# ring@spoke\nbeat spoke" in task(model.asked[3])


def test_blocks_are_known_by_their_names_too() -> None:
    beat = 'beat spoke "From there it is one radius" {\n  grow out\n  flash middle\n}\n'
    draft, _ = written(fenced(WRONG_NAME), fenced(beat), tries=(0, 1, 0))
    assert draft.findings == ()


# scenes

def test_the_whole_scene_is_the_last_that_is_asked_for() -> None:
    draft, model = written(fenced(WRONG_NAME), "?", "?", "?", "?", fenced(RING))
    assert levels(draft) == ["draft", "line", "line", "block", "block", "scene"]
    assert draft.text == RING
    assert "`centre`: error C2V101" in task(model.asked[5])


def test_each_level_has_its_own_number_of_tries() -> None:
    draft, _ = written(fenced(WRONG_NAME), "?", "?", "?", tries=(1, 0, 2))
    assert levels(draft) == ["draft", "line", "scene", "scene"]
    assert draft.text == WRONG_NAME


def test_what_no_answer_mends_is_mended_by_the_likeliest_fix_and_that_is_said() -> None:
    draft, _ = written(fenced(RING.replace("circle(", "circl(")), "?", tries=(1, 0, 0))
    assert draft.text == RING
    assert draft.findings == ()
    assert draft.remarks == (
        "what no answer mended was mended by guess: there is no kind `circl`",)


# what cannot be read

def test_what_does_not_parse_goes_back_by_lines() -> None:
    places = Places(judged(UNCLOSED))
    spots = places.statements()
    assert all(spot.address.startswith("line") for spot in spots)
    assert [f.code for spot in spots for f in spot.findings] == ["C2V006"]
    at = UNCLOSED.splitlines().index("    pop middle") + 1
    draft, _ = written(fenced(UNCLOSED), fenced(f"# line {at}\n    pop middle\n  }}\n"))
    assert draft.text == RING
    assert draft.attempts[1].kept


def test_blocks_of_what_does_not_parse_are_lines() -> None:
    spots = Places(judged(UNCLOSED)).blocks()
    assert spots[0].address.startswith("lines ")
    draft, _ = written(
        fenced(UNCLOSED), fenced(f"# {spots[0].address}\n{_mended(spots[0].text)}"),
        tries=(0, 1, 0))
    assert draft.findings == ()


def _mended(block: str) -> str:
    return block.rstrip().replace("    pop middle", "    pop middle\n  }") + "\n"


def test_names_are_addresses_also_beside_what_cannot_be_read() -> None:
    text = WRONG_NAME.replace("color blue", "colr blue").replace("draw out", "draw out ) over")
    addresses = {spot.address for spot in Places(judged(text)).statements()}
    assert addresses == {"ring.ring", "line 13", "line 14"}


def test_a_block_is_addressed_by_its_head_where_that_is_wrong() -> None:
    long = "A circle has a middle and a lot more of which one could speak"
    text = RING.replace("A circle has a middle", long)
    spot, = Places(judged(text)).statements()
    assert spot.address == "ring@whole head"
    assert spot.text == f'beat whole "{long}" {{'
    draft, _ = written(
        fenced(text), fenced('# ring@whole head\nbeat whole "A circle has a middle" {\n'))
    assert draft.text == RING


def test_shared_values_that_a_statement_uses_are_shown() -> None:
    text = RING.replace("circle(r=radius)", "circle(r=radius, q=1)")
    places = Places(judged(text))
    assert places.used(places.statements()) == ["file.radius: let radius = 1.2"]


def test_lines_out_of_range_and_the_head_cannot_be_addressed() -> None:
    places = Places(judged(RING))
    for address in ("line 0", "line 99", "lines 3-2", "file", "storyboard", "ring@x", "", "`"):
        with pytest.raises(Unplaced):
            places.changed({address: "x"})


def test_texts_of_several_lines_are_indented_as_what_they_replace() -> None:
    new = Places(judged(RING)).changed({"ring@spoke#1": "together {\n  flash middle\n}"})
    assert "    together {\n      flash middle\n    }\n" in new


def test_changes_come_in_the_order_of_addresses() -> None:
    spots = Places(judged(WRONG_KIND)).statements()
    assert read_changes("```\n# 2\nflash middle\n# 1\nmiddle = dot(ring)\n```", spots) == {
        "ring@spoke#1": "flash middle", "ring.middle": "middle = dot(ring)"}


# models that stop answering

def test_no_answer_at_all_is_raised() -> None:
    with pytest.raises(Unanswered):
        write_scene(Client(Scripted([ProviderFault("key", "refused")])), WISH, OUTLINE, 0)


@pytest.mark.parametrize("last", [
    ProviderFault("credit", "no money left"), Answer("", Finish.blocked, detail="a filter"),
])
def test_a_draft_outlives_a_model_that_stops_answering(last: Said) -> None:
    draft = write_scene(Client(Scripted([fenced(WRONG_NAME), last]), retries=1), WISH, OUTLINE, 0,
                        bench=Bench(measure=False))
    assert draft.text == WRONG_NAME
    assert [f.code for f in draft.findings] == ["C2V101"]
    assert draft.remarks[0].startswith("nothing more was asked: ")
    assert not draft.usable


def test_a_budget_that_is_used_up_leaves_the_draft() -> None:
    class Poor(Client):
        def ask(self, request: Request) -> Answer:
            if request.agent == "planner.repair":
                raise Spent("100 tokens were allowed")
            return super().ask(request)

    draft = write_scene(Poor(Scripted([fenced(WRONG_NAME)])), WISH, OUTLINE, 0,
                        bench=Bench(measure=False))
    assert draft.text == WRONG_NAME
    assert draft.remarks == ("nothing more was asked: 100 tokens were allowed",)


# what is measured

COVERED = RING.replace(
    "    out =", '    word = text("a circle") at C3\n    other = text("a disc") at C3\n    out ='
).replace("draw out", "write word, other\n    draw out")


def test_layouts_are_mended_without_a_model() -> None:
    draft, model = written(fenced(COVERED), bench=Bench())
    assert len(model.asked) == 1
    assert draft.ok
    attempt = draft.attempts[0]
    assert attempt.measured
    assert attempt.clean
    assert attempt.mended >= 1
    assert draft.text != COVERED


def test_what_mending_cannot_cure_goes_back_with_the_beat_it_is_seen_in() -> None:
    loop = RING.replace(
        "    out =", '    for i in 0..1 { word[i] = text("words") at cell(4, 1) }\n    out ='
    ).replace("draw out", "show word\n    draw out")
    bench = Bench()
    found = bench.judge(HEAD, loop, "lesson.c2v")
    assert found.checked
    assert found.measured
    assert [f.code for f in found.wrong] == ["C2V701"]
    assert found.rank[3] > 0
    places = Places(found)
    assert any(spot.address.startswith("ring.") for spot in places.statements())
    assert {spot.address for spot in places.blocks()} == {"ring.objects", "ring@spoke"}
    draft, _ = written(
        fenced(loop),
        fenced(f"# {places.statements()[0].address}\n"
               'word[i] = text("words") at cell(4, 1 + 3 * i)\n'), bench=bench)
    assert draft.ok
    assert levels(draft) == ["draft", "line"]


def test_what_has_errors_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    from c2v_dsl.agents.planner import bench as module

    def never(*_: object) -> object:
        raise AssertionError("measured")

    monkeypatch.setattr(module, "check_layouts", never)
    assert not Bench().judge(HEAD, WRONG_NAME, "lesson.c2v").measured


def test_a_text_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from c2v_dsl.agents.planner import bench as module

    calls: list[str] = []

    def counted(text: str, path: str) -> CheckResult:
        calls.append(text)
        return check(text, path)

    monkeypatch.setattr(module, "check", counted)
    bench = Bench(measure=False)
    first = bench.judge(HEAD, SLICES, "lesson.c2v")
    count = len(calls)
    assert bench.judge(HEAD, SLICES, "lesson.c2v") is first
    assert bench.judge(HEAD, first.text, "lesson.c2v") is first
    assert len(calls) == count


def test_what_stands_where_is_told_where_the_layout_is_wrong() -> None:
    loop = RING.replace(
        "    out =", '    for i in 0..1 { word[i] = text("words") at cell(4, 1) }\n    out ='
    ).replace("draw out", "show word\n    draw out")
    draft, model = written(fenced(loop), "?", "?", tries=(1, 0, 1), bench=Bench())
    for request in model.asked[1:]:
        assert "- `ring@spoke`: ring B2:D4, middle C3, word[0] E2" in task(request)
    assert not draft.ok
    assert draft.usable
