"""What stands behind verbs, and what steps carry."""

from __future__ import annotations

import pytest
from telling import Told, story, told

import c2v_dsl
from c2v_dsl.semantics.lowered import Function, Live, Ref
from c2v_dsl.semantics.values import Area, Cell, Color, List, Point
from c2v_dsl.semantics.vocabulary import Verb
from c2v_dsl.semantics.vocabulary.storyboards import verb_storyboard
from c2v_dsl.semantics.vocabulary.verbs import VERBS


def args(action: str, before: str = "", shown: str = "show a, b, c, eq, way, p, tile") -> dict:  # type: ignore[type-arg]
    out = story(f"{shown} over 0s\n{action}", before=before)
    assert out.codes == [], [f.message for f in out.findings]
    return out.steps[1].args


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("move a to B3", {"to": Cell(1, 2)}),
        ("move a to B3:C4", {"to": Area(1, 2, 2, 3)}),
        ("move a to cell(0, 5)", {"to": Cell(0, 5)}),
        ("move a to (1, 2)", {"to": Point(1, 2)}),
        ("move a to (1, 2) on ax", {"to": Point(1, 2), "on": Ref("ax")}),
        ("move a to b", {"to": Ref("b")}),
        ("move a below b gap 0.2 align left", {"below": Ref("b"), "gap": 0.2, "align": "left"}),
        ("move a inside b", {"inside": Ref("b")}),
        ("move a between b, c", {"between": (Ref("b"), Ref("c"))}),
        ("move a along way", {"along": Ref("way")}),
        ("shift a by (1, 0)", {"by": Point(1, 0)}),
        ("scale a by 1.5", {"by": 1.5}),
        ("rotate a by 90deg", {"by": pytest.approx(1.5707963)}),
        ("rotate a by -90deg about (0, 1)", {"by": pytest.approx(-1.5707963),
                                            "about": Point(0, 1)}),
        ("rotate a by pi about b", {"by": pytest.approx(3.1415926), "about": Ref("b")}),
        ("color a red", {"color": Color("red")}),
        ("color a, b #ff0000", {"color": Color("#ff0000")}),
        ("color a (red if 1 > 2 else blue)", {"color": Color("blue")}),
        ("fill a blue 0.3", {"color": Color("blue"), "opacity": 0.3}),
        ("fill a none", {"color": None}),
        ("stroke a red 4", {"color": Color("red"), "width": 4}),
        ("dim a", {"to": 0.3}),
        ("dim a to 20%", {"to": pytest.approx(0.2)}),
        ("undim a", {}),
        ("apply [[2, 1], [0, 1]] to a, b", {"map": List(List(2, 1), List(0, 1))}),
        ('rewrite eq as "y = 2"', {"text": "y = 2"}),
        ("swap a, b", {}),
        ("pulse a", {}),
        ("pulse a along way backwards", {"along": Ref("way"), "backwards": True}),
        ("flash a", {}),
    ],
)
def test_steps_carry_what_stands_behind_the_verb(action: str, expected: dict) -> None:  # type: ignore[type-arg]
    assert args(action) == expected


def test_apply_takes_functions_too() -> None:
    assert isinstance(args("apply (x, y) -> (x + y, y) to a")["map"], Function)
    assert isinstance(args("apply warp to a", before="let warp(x, y) = (x + y, y)")["map"],
                      Function)
    assert isinstance(args("apply z -> z * 1i to a")["map"], Function)


@pytest.mark.parametrize("map", ['p -> "a"', "p -> p.x > 1", "(x, y) -> [x, y]", "wrong"])
def test_apply_takes_functions_whose_values_are_points(map: str) -> None:
    out = story(f"show a\napply ({map}) to a", before="let wrong(x, y) = red")
    assert out.codes == ["C2V406"]
    assert "points" in out.finding.message


@pytest.mark.parametrize("map", ["z -> z^2", "z -> 1 / z", "(x, y) -> (x + t * y, y)", "right",
                                 "p -> (log(p.x), p.y)", "p -> mix(p, (0, 0), t)"])
def test_apply_takes_whatever_makes_points_of_points(map: str) -> None:
    out = story(f"show a\napply ({map}) to a",
                before="param t = 1\nlet right(x, y) = (x + y, y)")
    assert out.codes == []


def test_values_may_follow_params() -> None:
    value = args("move a to (t, 1)", before="param t = 2")["to"]
    assert isinstance(value, Live)
    assert value.params == ("t",)


def test_set_works_out_its_goals_when_it_starts() -> None:
    out = story("show a\nset t to 3, u to t + 1 over 2s", before="param t = 0\nparam u = 1")
    assert out.codes == []
    values = out.steps[1].args["values"]
    assert values["t"] == 3
    assert isinstance(values["u"], Live)


def test_a_hatch_takes_its_time() -> None:
    out = story('python("a spiral winds in") over 3s """\nself.wait(duration)\n"""')
    step = out.steps[0]
    assert (step.verb, step.frames, step.args) == ("python", 180, {"intent": "a spiral winds in"})
    assert step.code is not None and "self.wait(duration)" in step.code


@pytest.mark.parametrize("verb", list(VERBS.values()), ids=lambda v: v.name)
def test_every_verb_has_an_example_that_is_right(verb: Verb) -> None:
    result = c2v_dsl.check(verb_storyboard(verb))
    assert {f.name for f in result.findings} <= {"hatch-without-code"}
    assert result.timeline is not None
    assert result.timeline.scenes[0].beats[-1].steps[0].verb == verb.name


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("zoom to a by 2", {"to": Ref("a"), "by": 2}),
        ("zoom to a", {"to": Ref("a")}),
        ("zoom to a, tile[1]", {"to": (Ref("a"), Ref("tile[1]"))}),
        ("zoom to B2:C3", {"to": Area(1, 1, 2, 2)}),
        ("zoom to (1, 2) by 3", {"to": Point(1, 2), "by": 3}),
        ("zoom out", {"out": True}),
    ],
)
def test_zoom_goes_to_things_and_places(action: str, expected: dict) -> None:  # type: ignore[type-arg]
    assert args(action) == expected


def test_follow_takes_one_thing_that_is_there() -> None:
    out = story("show a\nfollow a over 2s\nmove a to B3\nzoom out")
    assert out.codes == []
    assert out.short()[1:] == ["follow a 60-180", "move a 180-240", "zoom  240-300"]
    assert "not on screen" in story("follow a").finding.message
    assert "takes one" in story("show a, b\nfollow a, b").finding.message


def test_there_is_one_camera() -> None:
    out = story("show a, b\ntogether { zoom to a; follow b; move a to B3 }")
    assert out.codes == ["C2V420"]
    assert out.finding.message == "`follow` moves the camera here while `zoom` does, until 2s"
    assert story("show a\ntogether { follow a; move a to B3 over 2s }").codes == []


@pytest.mark.parametrize("by", ["0", "-2", "1000", '"near"'])
def test_zoom_takes_a_sensible_factor(by: str) -> None:
    out = story(f"show a\nzoom to a by {by}")
    assert out.codes == ["C2V406"]
    assert out.at(out.finding) == by


# ---------------------------------------------------------------- mistakes


def only(action: str, before: str = "", shown: str = "show a, b, eq, tile, way, ax, m") -> Told:
    return story(f"{shown}\n{action}", before=before)


@pytest.mark.parametrize(
    ("action", "help"),
    [
        ("transform a into c", "write `morph a into c`"),
        ("fade_out a", "write `hide a`"),
        ("FadeOut a", "write `hide a`"),
        ("indicate a", "write `highlight a`"),
        ("Circumscribe a", "write `outline a`"),
        ("next_to a, b", "write `move a right_of b`"),
        ("animate a", "name the verb itself: `show a over 2s`"),
        ("play a", "name the verb itself: `show a over 2s`"),
        ("flsh a", "did you mean `flash`?"),
        ("Flash a", "did you mean `flash`?"),
        ("pause a", "write `wait 1s`"),
        ("speak a", 'write `say "…"`'),
    ],
)
def test_habits_are_answered_in_their_own_words(action: str, help: str) -> None:
    out = only(action)
    assert out.codes == ["C2V401"]
    assert out.finding.help == help


@pytest.mark.parametrize("action", ["show(c)", "show(c, p)"])
def test_calls_are_one_finding_and_count_as_what_was_meant(action: str) -> None:
    out = story(f"{action}\nflash c")
    assert len(out.codes) == 1


def test_an_action_does_not_begin_with_an_object() -> None:
    out = story("show a\na to B3")
    assert out.codes == ["C2V401"]
    assert "`a` is an object" in out.finding.message


def test_a_wrong_verb_brings_its_objects_all_the_same() -> None:
    assert story("fade_in a\nflash a\nhide a").codes == ["C2V401"]
    assert story("frobnicate a\nflash a").codes == ["C2V401"]
    assert story("transform a into b\nflash b").codes in (["C2V401", "C2V410"], ["C2V401"])


@pytest.mark.parametrize(
    ("action", "code", "words"),
    [
        ("move a", "C2V403", "needs `to`, `above`"),
        ("shift a", "C2V403", "needs `by`"),
        ("morph a", "C2V403", "needs `into`"),
        ("rewrite eq", "C2V403", "needs `as`"),
        ("flash a to B3", "C2V404", "takes no `to`"),
        ("move a by (1, 0)", "C2V404", ""),
        ("move a to A7", "C2V012", "is not a cell"),
        ("move a to b3", "C2V012", "is not a cell"),
        ("move a to B2 below b", "C2V404", "takes one goal"),
        ("move a to B2 to B3", "C2V404", "stands twice"),
        ("move a to B2 gap 0.3", "C2V404", "`gap` belongs to"),
        ("color a to red", "C2V404", ""),
        ("scale a to 2", "C2V404", "takes no `to`"),
        ("flash", "C2V405", "needs what it acts on"),
        ("swap a", "C2V405", "takes two objects, found 1"),
        ("swap a, b, eq", "C2V405", "takes two objects, found 3"),
        ('rewrite a as "b"', "C2V405", "found a square"),
        ("shift a by 2", "C2V406", "takes a point, like (1, 2), found the number 2"),
        ("shift a by [1, 2]", "C2V406", "found a list of 2"),
        ("scale a by (1, 2)", "C2V406", "takes a number"),
        ('move a to "B3"', "C2V406", "takes a place"),
        ("color a 3", "C2V406", "takes a colour"),
        ("color a", "C2V406", "needs a colour"),
        ("color red", "C2V405", "needs what it acts on before the colour"),
        ("color a, red", "C2V405", "needs what it acts on before the colour"),
        ("stroke a 3", "C2V406", "found the number 3"),
        ("color a none", "C2V406", "not `none`"),
        ("fill a blue 3", "C2V406", "an opacity from 0 to 1"),
        ("move a along b, way", "C2V406", "takes one, found 2"),
        ("move a along eq", "C2V406", "takes a line or curve"),
        ("move a to (1, 2) on b", "C2V406", "takes a plane"),
        ("move a to B3 on ax", "C2V406", "means nothing on a plane"),
        ("move a below tile", "C2V406", "takes one object, found 4"),
        ("apply 3 to a", "C2V406", "2×2 matrix"),
        ("rotate a by 45", "C2V406", "more than a whole turn"),
        ("dim a to 3", "C2V406", "an opacity"),
        ("rewrite eq as 3", "C2V406", "takes a text"),
    ],
)
def test_what_is_wrong_behind_a_verb(action: str, code: str, words: str) -> None:
    out = only(action)
    assert code in out.codes, [f.message for f in out.findings]
    finding = next(f for f in out.findings if f.code == code)
    assert words in finding.message
    assert not finding.message.endswith(".")


def test_wrong_phrases_with_one_meaning_can_be_mended() -> None:
    for action in ("move a at B3", "scale a to 2", "morph a to c", 'rewrite eq to "x"'):
        out = only(action)
        fix = out.finding.fix
        assert fix is not None
        edit = fix.edits[0]
        assert told(out.text[: edit.span.start] + edit.text + out.text[edit.span.end :]).codes == []


def test_set_changes_params_only() -> None:
    before = "param t = 0\nlet k = 1"
    assert only("set a to 2", before).codes == ["C2V423"]
    assert "an object" in only("set a to 2", before).finding.message
    assert "declare `param k" in only("set k to 2", before).finding.help
    assert only("set tt to 2", before).finding.help == "did you mean `t`?"
    assert only('set t to "two"', before).codes == ["C2V406"]
    assert only("set t to (1, 2)", before).codes == ["C2V406"]
    assert only("set t to 1, t to 2", before).codes == ["C2V404"]
    assert only("set t to 1 stagger 1s", before).codes == ["C2V407"]


def test_what_is_one_change_takes_no_stagger() -> None:
    for action in ("swap a, b stagger 1s", "clear stagger 1s"):
        assert only(action).codes == ["C2V407"]


def test_pieces_are_looked_for_in_the_text_shown_then() -> None:
    head = "show eq\n"
    assert story(head + 'highlight eq["x^2"]').codes == []
    assert story(head + 'highlight eq["z"]').codes == ["C2V105"]
    assert story(head + 'rewrite eq as "z = 3"\nhighlight eq["z"]').codes == []
    assert story(head + 'rewrite eq as "z = 3"\nhighlight eq["x^2"]').codes == ["C2V105"]
    out = story(head + 'highlight eq["y"]\nrewrite eq as "z = 3"\nhighlight eq["z"]')
    spec = next(o for o in out.scene.objects if o.id == "eq")
    assert spec.pieces == ("y", "z")


def test_targets_in_brackets() -> None:
    out = only("flash (a, b)")
    assert len(out.codes) == 1
