"""Whatever a model answers, nothing is raised and everything is on record."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Request
from c2v_dsl.agents.planner import Bench, make_outline, write_scene, write_scenes
from c2v_dsl.agents.planner import assemble as put_together
from c2v_dsl.pipeline import check

from ..scripted import Scripted
from .lessons import ANSWER, OUTLINE, RING, SCENES, WISH, fenced

WORDS = ["{", "}", '"', '"""', "```", "scene", "ring", "objects {", "beat", "# ring@spoke#1\n",
         "# line 3\n", "draw", "at C3", "$", "\\frac", "#{", "(", ")", "\n", "\0", "é", "let x =",
         "continues slices", "import", "over", "2s", ",", "[", "]", "=", "python(\"x\")", "\r"]


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """``text`` with pieces taken out, doubled, and words put in."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(["cut", "double", "put", "end"]))
        if change == "cut":
            text = text[:start] + text[end:]
        elif change == "double":
            text = text[:end] + text[start:]
        elif change == "put":
            text = text[:start] + draw(st.sampled_from(WORDS)) + text[start:]
        else:
            text = text[: max(start, 1)]
    return text


def answers(*texts: str) -> st.SearchStrategy[list[str]]:
    one = st.one_of(*[spoilt(fenced(text)) for text in texts], *[spoilt(text) for text in texts])
    return st.lists(one, min_size=3, max_size=3)


def cycling(texts: list[str]) -> Callable[[Request], str]:
    """One after the other, again and again; what is empty is the client's affair."""
    said = iter(range(1000))
    told = [text if text.strip() else "-" for text in texts]
    return lambda request: told[next(said) % len(told)]


@settings(max_examples=60, deadline=None)
@example(['scene ring "' + RING, "```c2v\n# flash middle\n```", fenced(RING)])
@given(answers(RING, "# ring@spoke#1\nflash middle\n", "# line 4\n    middle = dot(ring)\n"))
def test_a_scene_of_anything(texts: list[str]) -> None:
    model = Scripted(cycling(texts))
    draft = write_scene(Client(model), WISH, OUTLINE, 0, tries=(1, 1, 1),
                        bench=Bench(measure=False))
    assert len(draft.attempts) == len(model.asked)
    assert [a.characters_in for a in draft.attempts] == [r.characters for r in model.asked]
    said = cycling(texts)
    assert [a.answer for a in draft.attempts] == [said(r) for r in model.asked]
    left = [a.findings_after for a in draft.attempts if a.kept]
    assert draft.remarks or (left[-1] if left else 0) == len(draft.findings)
    if draft.usable:
        assert check(put_together(OUTLINE, [draft])).ok


@settings(max_examples=20, deadline=None)
@given(answers(*SCENES.values()))
def test_a_lesson_of_anything(texts: list[str]) -> None:
    model = Scripted(cycling(texts))
    drafts = write_scenes(Client(model), WISH, OUTLINE, tries=(1, 0, 1), workers=2,
                          bench=Bench(measure=False))
    assert sum(len(d.attempts) for d in drafts) == len(model.asked)
    whole = put_together(OUTLINE, drafts)
    if all(d.usable for d in drafts):
        assert check(whole).ok, whole


@settings(max_examples=60, deadline=None)
@given(spoilt(ANSWER), spoilt(ANSWER))
def test_an_outline_of_anything(first: str, second: str) -> None:
    from c2v_dsl.agents.client import Unanswered

    model = Scripted(cycling([first, second]))
    try:
        outline = make_outline(Client(model), WISH)
    except Unanswered:
        return
    assert outline.scenes
    assert all(scene.beats for scene in outline.scenes)
    assert len({scene.id for scene in outline.scenes}) == len(outline.scenes)
    assert outline.model_validate_json(outline.model_dump_json()) == outline
