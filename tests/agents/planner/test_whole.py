"""What is wrong with a scene only among the others is mended as it is when it stands alone."""

from __future__ import annotations

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.planner import Attempt, Bench, SceneDraft, assemble, mend_whole
from c2v_dsl.pipeline import check

from ..scripted import Scripted
from .lessons import OUTLINE, RING, SCENES, SLICES, WISH, fenced


def whole(
    scenes: dict[str, str], *answers: str, known: tuple[str, ...] = ()
) -> tuple[str, str, Scripted, list[tuple[int, Attempt]]]:
    """The storyboard before and after; the findings of ``known`` scenes were there before."""
    drafts = [SceneDraft(name, text, True, (), ()) for name, text in scenes.items()]
    text = assemble(OUTLINE, drafts)
    drafts = [SceneDraft(d.scene_id, d.text, False, (), check(text, WISH.path).findings)
              if d.scene_id in known else d for d in drafts]
    model, told = Scripted(answers), list[tuple[int, Attempt]]()
    after = mend_whole(Client(model), WISH, OUTLINE, text, drafts, tries=(1, 0, 0),
                       bench=Bench(measure=False),
                       on_attempt=lambda number, attempt: told.append((number, attempt)))
    return text, after, model, told


WRONG = {**SCENES, "ring": RING.replace("flash middle", "flash centre")}


def test_a_storyboard_that_is_right_costs_nothing() -> None:
    before, after, model, _ = whole(SCENES)
    assert after == before
    assert model.asked == []


def test_what_is_wrong_is_mended_in_its_place() -> None:
    before, after, model, told = whole(WRONG, fenced("# ring@spoke#1\nflash middle\n"))
    assert after == before.replace("flash centre", "flash middle")
    assert not check(after).findings
    assert [(number, attempt.level, attempt.kept) for number, attempt in told] == [
        (0, "line", True)]
    assert model.asked[0].scene == "ring"


def test_a_scene_that_others_go_on_from_is_mended_too() -> None:
    wrong = {**SCENES, "slices": SLICES.replace("draw slice", "draw slise")}
    _, after, _, told = whole(wrong, fenced("# slices@cut#0\ndraw slice stagger 0.1s\n"))
    assert not check(after).findings
    assert after == assemble(OUTLINE, [SceneDraft(n, t, True, (), ()) for n, t in SCENES.items()])
    assert [number for number, _ in told] == [1]


def test_what_was_wrong_before_is_not_asked_about_again() -> None:
    before, after, model, _ = whole(WRONG, known=("ring",))
    assert after == before
    assert model.asked == []


def test_what_cannot_be_mended_stays() -> None:
    before, after, _, told = whole(WRONG, "I do not know.")
    assert after == before
    assert [attempt.kept for _, attempt in told] == [False]
