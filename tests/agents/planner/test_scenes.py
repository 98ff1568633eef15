"""Scenes are written side by side, and become one storyboard."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Picture, Request
from c2v_dsl.agents.planner import (
    Attempt,
    Bench,
    Outline,
    SceneDraft,
    ScenePlan,
    assemble,
    write_scene,
    write_scenes,
)
from c2v_dsl.agents.planner.together import Together
from c2v_dsl.pipeline import check
from c2v_dsl.syntax import format_source

from ..scripted import Scripted
from .lessons import LAID, OUTLINE, RING, SCENES, SLICES, WISH, fenced


def by_scene(request: Request) -> str:
    return fenced(SCENES[request.scene])


def draft(scene: str, text: str) -> SceneDraft:
    return SceneDraft(scene, text, True, (), ())


def lesson(*texts: str) -> str:
    outline = Outline(title="T", language="en", theme="chalk", scenes=[
        ScenePlan(id=f"s{n}", title="S", continues=f"s{n - 1}" if " continues " in text else "")
        for n, text in enumerate(texts)])
    return assemble(outline, [draft(f"s{n}", text) for n, text in enumerate(texts)])


def test_all_scenes_are_written_and_measured_clean() -> None:
    model = Scripted(by_scene)
    told: list[int] = []
    drafts = write_scenes(Client(model), WISH, OUTLINE, workers=3,
                          on_scene=lambda number, _: told.append(number))
    assert [d.scene_id for d in drafts] == ["ring", "slices", "slices_laid"]
    assert all(d.ok for d in drafts), [d.findings for d in drafts]
    assert sorted(told) == [0, 1, 2]
    whole = assemble(OUTLINE, drafts)
    assert not check(whole).findings
    assert format_source(whole).text == whole
    assert [whole.index(f"scene {d.scene_id} ") for d in drafts] == sorted(
        whole.index(f"scene {d.scene_id} ") for d in drafts)


def test_a_scene_that_continues_waits_and_sees_what_was_written() -> None:
    model = Scripted(by_scene)
    write_scenes(Client(model), WISH, OUTLINE, workers=3, bench=Bench(measure=False))
    asked = {request.scene: request for request in model.asked}
    told = asked["slices_laid"].messages[-1].parts[0]
    assert isinstance(told, str)
    assert SLICES.rstrip() in told
    systems = {request.messages[0].parts for request in model.asked}
    assert len(systems) == 1, "what comes before the task is the same for all scenes"


def test_the_order_of_answers_changes_nothing() -> None:
    def shuffled(seed: int) -> list[SceneDraft]:
        chance = random.Random(seed)
        waits = {name: chance.random() / 20 for name in SCENES}

        def answer(request: Request) -> str:
            time.sleep(waits[request.scene])
            if request.agent == "planner.repair":
                return fenced("# ring@spoke#1\nflash middle\n")
            return by_scene(request).replace("flash middle", "flash centre")

        return write_scenes(Client(Scripted(answer)), WISH, OUTLINE, workers=1 + seed,
                            bench=Bench(measure=False))

    first = shuffled(0)
    assert [len(d.attempts) for d in first] == [2, 1, 1]
    assert all(shuffled(seed) == first for seed in (1, 2, 3))


def test_a_scene_whose_base_could_not_be_made_begins_anew() -> None:
    broken = SceneDraft("slices", "", False, (), ())
    own = LAID.replace("  beat", '  objects { word = text("slices") at C3 }\n\n  beat').replace(
        "    for i in 0..7 {\n      move slice[i] to (1.1 * i - 3.85, -2) over 500ms\n    }",
        "    write word")
    model = Scripted([fenced(own)])
    found = write_scene(Client(model), WISH, OUTLINE, 2, before=[broken],
                        bench=Bench(measure=False))
    assert found.usable
    assert " continues " not in found.text


def test_scenes_that_are_known_are_not_asked_for() -> None:
    model = Scripted(by_scene)
    drafts = write_scenes(Client(model), WISH, OUTLINE, bench=Bench(measure=False),
                          known={0: draft("ring", RING), 1: draft("slices", SLICES)})
    assert [request.scene for request in model.asked] == ["slices_laid"]
    assert drafts[2].usable


def test_the_reference_is_shown_where_the_outline_asks_for_it() -> None:
    from dataclasses import replace

    picture = Picture(b"png")
    outline = OUTLINE.model_copy(deep=True)
    outline.scenes[1].reference = True
    model = Scripted(by_scene)
    write_scenes(Client(model), replace(WISH, reference=picture), outline,
                 bench=Bench(measure=False))
    shown = {request.scene: picture in request.messages[-1].parts for request in model.asked}
    assert shown == {"ring": False, "slices": True, "slices_laid": False}


def test_tokens_are_counted_by_scene_and_every_question_is_on_record() -> None:
    attempts: list[tuple[int, Attempt]] = []

    def answer(request: Request) -> str:
        if request.agent == "planner.repair":
            return fenced("# ring@spoke#1\nflash middle\n")
        return by_scene(request).replace("flash middle", "flash centre")

    model = Scripted(answer)
    client = Client(model)
    write_scenes(client, WISH, OUTLINE, bench=Bench(measure=False),
                 on_attempt=lambda number, attempt: attempts.append((number, attempt)))
    assert sorted((number, attempt.level) for number, attempt in attempts) == [
        (0, "draft"), (0, "line"), (1, "draft"), (2, "draft")]
    assert sum(a.characters_out for _, a in attempts) == sum(
        len(answer(request)) for request in model.asked)
    assert sum(a.characters_in for _, a in attempts) == sum(r.characters for r in model.asked)
    assert {request.scene for request in model.asked} == set(SCENES)


# one storyboard

def scene(number: int, radius: str = "1", head: str = "") -> str:
    return (f'{head}scene s{number} "S" {{\n  objects {{\n    c = circle(r={radius}) at C3\n'
            f'  }}\n\n  beat one "A line" {{\n    draw c\n  }}\n}}\n')


def test_imports_and_definitions_of_several_scenes_stand_once() -> None:
    head = 'import "quiz.c2v"\n\nlet r = 2\n\ncomponent twin(q=1) { a = circle(r=q * r) }\n\n'
    used = scene(0, "r", head).replace("circle(r=r)", "twin()")
    text = lesson(used, used.replace("s0", "s1"))
    assert text.count("import") == text.count("let r = 2") == text.count("component twin") == 1
    assert not check(text).findings


def test_what_is_called_alike_and_is_not_the_same_gets_names_of_its_own() -> None:
    def head(value: int) -> str:
        return (f"let r = {value}\n\n"
                "component twin(q=1) {\n  a = circle(r=q * r / 4)\n  b = dot(a)\n}\n\n")

    first = scene(0, "r", head(2)).replace("circle(r=r)", "twin()")
    second = scene(1, "r", head(3)).replace("circle(r=r)", "twin()")
    text = lesson(first, second)
    assert not check(text).findings
    assert "let r_2 = 3" in text
    assert "component twin_2" in text
    assert "c = twin_2()" in text[text.index("scene s1") :]
    assert "c = twin()" in text[: text.index("scene s1")]


def test_names_are_made_unique_through_scenes_that_go_on() -> None:
    head = "component pair(q=1) { a = circle(r=q) }\n\n"
    other = "component pair(q=1) { a = square(side=q) }\n\n"
    base = scene(1, head=other).replace("circle(r=1)", "pair()")
    goes_on = ('scene s2 "S" continues s1 {\n  objects {\n    d = pair(q=0.5) at E3\n  }\n'
               '  beat two "On" { draw d }\n}\n')
    text = lesson(scene(0, head=head).replace("circle(r=1)", "pair()"), base, goes_on)
    assert not check(text).findings
    assert "d = pair_2(q=0.5)" in text


def test_shared_values_that_no_scene_uses_are_left_out() -> None:
    outline = OUTLINE.model_copy(deep=True)
    outline.shared += [type(outline.shared[0])(name="half", value="radius / 2"),
                       type(outline.shared[0])(name="quarter", value="half / 2")]
    text = assemble(outline, [draft(name, text) for name, text in SCENES.items()])
    assert "let radius" in text
    assert "half" not in text
    used = {**SCENES, "ring": RING.replace("r=radius", "r=quarter")}
    text = assemble(outline, [draft(name, text) for name, text in used.items()])
    assert not check(text).findings
    assert text.count("let ") == 3


def test_a_scene_that_could_not_be_made_leaves_the_others_in_order() -> None:
    text = assemble(OUTLINE, [draft("ring", RING), draft("slices", ""), draft("slices_laid", "")])
    assert text.count("scene ") == 1
    assert check(text).ok


# what threads share

def test_who_waits_is_worked_for_together() -> None:
    batches: list[int] = []
    begun, go = threading.Event(), threading.Event()

    def work(items: Sequence[int]) -> list[int]:
        batches.append(len(items))
        begun.set()
        go.wait(5)
        return [item * 10 for item in items]

    together = Together(work)
    answers: dict[int, int] = {}
    threads = [threading.Thread(target=lambda n=n: answers.update({n: together(n)}))
               for n in range(6)]
    threads[0].start()
    begun.wait(5)
    for thread in threads[1:]:
        thread.start()
    time.sleep(0.1)
    go.set()
    for thread in threads:
        thread.join(5)
    assert answers == {n: 10 * n for n in range(6)}
    assert batches == [1, 5]


def test_what_work_raises_all_raise_and_the_next_is_worked_for() -> None:
    def work(items: Sequence[int]) -> list[int]:
        if 0 in items:
            raise OSError("no disk")
        return list(items)

    together = Together(work)
    with pytest.raises(OSError, match="no disk"):
        together(0)
    assert together(1) == 1
