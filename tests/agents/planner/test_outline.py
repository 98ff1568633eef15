"""An outline is validated by more than its shape, and slips are mended without asking."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from c2v_dsl.agents.client import Client, Unanswered
from c2v_dsl.agents.exchange import Picture
from c2v_dsl.agents.planner import Outline, Wish, chains, make_outline
from c2v_dsl.agents.planner.assets import icon, near_icons
from c2v_dsl.agents.planner.plan import beats_for, header, identifier, problems, shortened
from c2v_dsl.agents.planner.wish import language_name, language_tag
from c2v_dsl.pipeline import check

from ..scripted import Scripted
from .lessons import ANSWER, OUTLINE, RING, WISH


def planned(*answers: str, wish: Wish = WISH) -> tuple[Outline, Scripted, list[str]]:
    model, told = Scripted(answers), list[str]()
    return make_outline(Client(model), wish, say=told.append), model, told


def changed(**values: Any) -> str:
    """The outline with values of its first scene, or its own ``shared``, changed."""
    data = json.loads(ANSWER)
    if "shared" in values:
        data["shared"] = values.pop("shared")
    data["scenes"][0] |= values
    return json.dumps(data)


def test_a_good_outline_is_taken_as_it_is() -> None:
    outline, model, told = planned(ANSWER)
    assert outline == OUTLINE.model_copy(update={"audience": "pupils of 14"})
    assert told == []
    request = model.asked[0]
    assert request.agent == "planner.outline"
    assert request.schema is not None
    assert "shows" in request.schema["$defs"]["BeatPlan"]["required"]


def test_the_wish_is_told_whole() -> None:
    wish = replace(WISH, audience="nurses", minutes=4, language="de-AT", notes="Kreise sind rund.",
                   reference=Picture(b"png", name="circle.png"), pictures=("pi.png",))
    _, model, _ = planned(ANSWER, ANSWER, wish=wish)
    words, picture = model.asked[0].messages[0].parts
    assert isinstance(words, str)
    for told in ("nurses", "about 4 minutes", "German (de-AT)", "Kreise sind rund.", "`pi.png`",
                 "12 to 48"):
        assert told in words
    assert picture == wish.reference


@pytest.mark.parametrize(("values", "expected"), [
    ({"id": "the-ring"}, ("id", "the_ring")),
    ({"id": "scene"}, ("id", "scene_")),
    ({"id": "2nd"}, ("id", "scene_1_2nd")),
    ({"id": "Fläche"}, ("id", "flache")),
    ({"id": "slices"}, ("id", "slices")),
    ({"layout": "Wide layout"}, ("layout", "wide")),
    ({"layout": "columns"}, ("layout", "notes")),
    ({"title": "  Two\nlines "}, ("title", "Two lines")),
    ({"continues": "nowhere"}, ("continues", "")),
    ({"continues": None}, ("continues", "")),
    ({"icons": None}, ("icons", [])),
    ({"icons": "sun, moon"}, ("icons", ["sun", "moon"])),
    ({"icons": [{"name": "light bulb"}, "quantum foam", "unicorns of kafka"]},
     ("icons", ["light-bulb"])),
    ({"pictures": ["pi.png", "none.png"]}, ("pictures", [])),
])
def test_small_slips_are_mended_without_asking(
    values: dict[str, Any], expected: tuple[str, Any]
) -> None:
    outline, model, _ = planned(changed(**values))
    assert getattr(outline.scenes[0], expected[0]) == expected[1]
    assert len({scene.id for scene in outline.scenes}) == 3
    assert len(model.asked) == 1


def test_beats_may_be_lines_alone_and_scenes_that_continue_follow_a_new_name() -> None:
    data = json.loads(ANSWER)
    data["scenes"][1]["id"] = "the slices"
    data["scenes"][2]["continues"] = "the slices"
    outline, _, told = planned(json.dumps(data))
    assert outline.scenes[2].continues == "the_slices"
    assert chains(outline) == [[0], [1, 2]]
    assert told == ["the scene `the slices` is called `the_slices`"]


@pytest.mark.parametrize(("line", "short"), [
    ("A circle has a middle.", "A circle has a middle"),
    ('"Quoted"', "Quoted"),
    ("One two three four five six seven eight nine ten (and more)",
     "One two three four five six seven eight nine ten"),
    ("The area of the circle is pi times the radius squared",
     "The area of the circle is pi times radius squared"),
    ("one two three four five six seven eight nine ten eleven",
     "one two three four five six seven eight nine ten eleven"),
    (r"The wave (a square) is $f(x) = (a)$ a sum of all the sines",
     r"The wave is $f(x) = (a)$ a sum of all the sines"),
])
def test_long_lines_lose_what_they_can_do_without(line: str, short: str) -> None:
    assert shortened(line) == short


def test_words_of_other_languages_are_no_articles() -> None:
    line = "Il y a un cercle et il a une aire très facile"
    assert shortened(line, "fr") == line


BEAT = {"line": "A line", "shows": "something"}


@pytest.mark.parametrize(("values", "said"), [
    ({"beats": []}, "Scene `ring` has no beats."),
    ({"beats": [BEAT] * 8}, "Scene `ring` has 8 beats; there is room for 7"),
    ({"beats": [{"line": "", "shows": "x"}]}, "Scene `ring`, beat 1: there is no lecture line."),
    ({"beats": [{"line": "x", "shows": ""}]}, "it does not say what is to be seen."),
    ({"beats": [{"line": "one " * 14, "shows": "x"}]}, "has 14 words; at most 10"),
    ({"shared": [{"name": "radius", "value": "rad(2"}]}, "The shared value `radius` is wrong"),
])
def test_what_is_wrong_is_told_once_in_sentences(values: dict[str, Any], said: str) -> None:
    outline, model, _ = planned(changed(**values), ANSWER)
    assert outline == OUTLINE
    assert len(model.asked) == 2
    told = model.asked[1].messages[-1].parts[0]
    assert isinstance(told, str)
    assert said in told
    assert model.asked[1].messages[-2].parts == (changed(**values),)


def test_a_second_outline_with_problems_is_taken_and_they_are_said() -> None:
    bad = changed(beats=[{"line": "x", "shows": ""}], shared=[{"name": "k", "value": "foo("}])
    outline, model, told = planned(bad, bad)
    assert len(model.asked) == 2
    assert any("does not say what is to be seen" in line for line in told)
    assert outline.shared[0].value == ""
    assert "foo" not in header(outline)


def test_a_worse_second_outline_is_not_taken() -> None:
    outline, _, _ = planned(changed(beats=[{"line": "x", "shows": ""}]), '{"scenes": []}')
    assert [scene.id for scene in outline.scenes] == ["ring", "slices", "slices_laid"]


def test_no_scenes_at_all_is_no_outline() -> None:
    with pytest.raises(Unanswered, match="no scenes"):
        planned('{"title": "x", "scenes": []}', '{"title": "x", "scenes": []}')


def test_how_long_a_video_is_decides_how_many_beats_it_has() -> None:
    assert beats_for(3) == (9, 36)
    assert any("It has 4 beats in all; a video of 10 minutes has 30 to 120." in line
               for line in problems(OUTLINE, 10))


@pytest.mark.parametrize(("name", "there"), [
    ("rabbits", "rabbit"), ("Apple icon", "apple"), ("telescop", "telescope"),
    ("roman soldier", "soldier"), ("tabler:home", "tabler:home"), ("quantum foam", None),
    ("iconify:mdi/cat", None), ("", None),
])
def test_an_icon_is_one_that_is_there(name: str, there: str | None) -> None:
    assert icon(name) == there


def test_icons_that_are_not_there_have_neighbours() -> None:
    assert "building-lighthouse" in near_icons("light tower")
    assert near_icons("zzzqq") in ([], ["zzz", "zzz-off"])


def test_the_head_of_the_storyboard_says_what_was_wished() -> None:
    text = header(OUTLINE.model_copy(update={"title": 'A "round" #{thing}'}))
    assert check(text + RING).ok
    assert "let radius = 1.2" in text
    assert 'audience "pupils of 14"' in text


@pytest.mark.parametrize(("given", "tag"), [
    ("de", "de"), ("German", "de"), ("deutsch", "de"), ("pt-br", "pt-BR"), ("zh_hant", "zh-Hant"),
    ("中文", "zh"), ("French", "fr"), ("Klingonese", None), ("", None),
])
def test_languages_are_tags_or_names(given: str, tag: str | None) -> None:
    assert language_tag(given) == tag


def test_a_language_is_told_by_its_name() -> None:
    assert language_name("de-AT") == "German (de-AT)"
    assert language_name("tlh") == "tlh"


def test_ids_are_letters_digits_and_underscores() -> None:
    assert identifier("The-first step!", "x") == "the_first_step"
    assert identifier("数学", "scene_3") == "scene_3"
    assert [identifier(name, "x") for name in ("A", "basisB", "θ", "Δx", "e", "A1", "2nd")] == [
        "A", "basisB", "theta", "delta_x", "e1", "a1", "x_2nd"]
