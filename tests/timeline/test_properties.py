"""Two actions at once, and what follows a param or an object."""

from __future__ import annotations

import pytest
from telling import story, told


@pytest.mark.parametrize(
    "body",
    [
        "move a to B5; shift a by (1, 0)",
        "color a red; fill a blue",
        "dim a; undim a",
        "scale a by 2; scale a by 3",
        "rotate a by 90deg about (0, 0); move a to B5",
        "hide a; dim a",
        "morph a into c; move a to B5",
        "morph a into c; color c red",
        "swap a, b; move b to B5",
        "show c; show c",
        "hide a; erase a",
    ],
)
def test_two_at_once_on_one_property(body: str) -> None:
    out = story(f"show a, b\ntogether {{ {body} }}")
    first = out.codes[0]
    assert first in ("C2V420", "C2V411"), out.codes
    if first == "C2V420":
        related = out.finding.related[0]
        assert related.span.start < out.finding.span.start


@pytest.mark.parametrize(
    "body",
    [
        "move a to B5; scale a by 2; rotate a by 90deg; color a red; dim a",
        "move a to B5; move b to B6",
        "move a to B5; flash a; highlight a; wiggle a",
        "fill a red; stroke a blue",
        "show c; move c to B5",
        "hide a; move a to B5",
        "apply [[2, 1], [0, 1]] to a; color a red",
        "copy a into c; move a to B5",
        "set t to 1; set u to 2",
    ],
)
def test_what_may_go_together(body: str) -> None:
    out = story(f"show a, b\ntogether {{ {body} }}", before="param t = 0\nparam u = 0")
    assert out.codes == [], [f.message for f in out.findings]


def test_the_message_names_verbs_property_and_time() -> None:
    out = story("show a\ntogether { move a to B5 over 2s; shift a by (1, 0) }")
    finding = out.finding
    assert finding.message == "`shift` changes the place of `a` while `move` does, until 3s"
    assert out.at(finding) == "shift a by (1, 0)"
    assert out.text[slice(*finding.related[0].span[:2])] == "move a to B5 over 2s"


def test_overlap_in_time_counts_not_the_block() -> None:
    assert story("show a\nstagger 1s { move a to B5; shift a by (1, 0) }").codes == []
    assert story("show a\nstagger 0.5s { move a to B5; shift a by (1, 0) }").codes == ["C2V420"]
    speech = 'say "one two three <x> four five six seven eight nine ten"\nshow a over 0s\n'
    assert story(speech + "together { move a to B5 over 1s; when x { shift a by (1, 0) } }"
                 ).codes == []
    assert story(speech + "together { move a to B5 over 3s; when x { shift a by (1, 0) } }"
                 ).codes == ["C2V420"]


def test_a_loop_in_together_may_collide_with_itself() -> None:
    out = story("show a\ntogether { for i in 0..1 { move a to cell(0, i) } }")
    assert out.codes == ["C2V420"]
    assert "twice at the same time" in out.finding.message


def test_parts_and_wholes() -> None:
    assert story("show m\ntogether { color m.row[0] red; color m.col[1] blue }").codes == ["C2V420"]
    assert story("show m\ntogether { color m.row[0] red; color m.row[1] blue }").codes == []
    assert story("show m\ntogether { color m red; color m[0, 0] blue }").codes == ["C2V420"]
    assert story("show m\ntogether { color m red; dim m[0, 0] }").codes == []
    both = "a = circle()\nb = circle()\nboth = group(a, b)"
    assert story("show both\ntogether { move both to B2; move a to B5 }", both).codes == ["C2V420"]
    assert story("show both\ntogether { move both to B2; color a red }", both).codes == []
    assert story('show eq\ntogether { color eq["y"] red; color eq["x^2"] blue }').codes == []


def test_a_param_is_set_by_one_at_a_time() -> None:
    out = story("show a\ntogether { set t to 1; set t to 2 over 2s }", before="param t = 0")
    assert out.codes == ["C2V420"]
    assert "`t` is set here while another `set` is at work on it" in out.finding.message


# ---------------------------------------------------------------- params


LIVE = """
  moved = dot((t, 0))
  grown = circle(r=t) at B2
  tinted = square() at B4 color (red if t > 1 else blue)
  faded = square() at B5 opacity (t / 3)
  filled = square() at B6 fill red (t / 3)
  said = text("t is #{t}") at C3
  placed = square() at (t, 1)
  bent = polygon((0, 0), (t, 0), (0, 1))
"""


@pytest.mark.parametrize(
    ("action", "property"),
    [
        ("move moved to B2", "the place of"),
        ("shift moved by (1, 0)", "the place of"),
        ("scale grown by 2", "the size of"),
        ("color tinted red", "the colour of"),
        ("dim faded", "the opacity of"),
        ("fill filled blue", "the fill of"),
        ("color filled blue", "the fill of"),
        ('rewrite said as "no"', "of `said`"),
        ("move placed to B2", "the place of"),
        ("move bent to B2", "the place of"),
        ("apply [[1, 1], [0, 1]] to bent", "of `bent`"),
        ("rotate bent by 90deg", "the direction of"),
        ("swap moved, grown", "the place of"),
    ],
)
def test_what_follows_a_param_is_not_changed_by_a_verb(action: str, property: str) -> None:
    out = story("show moved, grown, said, tinted, faded, filled, placed, bent\nset t to 2\n"
                + action, LIVE, before="param t = 1")
    found = [f for f in out.findings if f.code == "C2V421"]
    assert len(found) == 1, [f.message for f in out.findings]
    assert property in found[0].message
    assert "set t to" in found[0].help


@pytest.mark.parametrize(
    "action",
    [
        "color moved red", "scale moved by 2", "move grown to B2", "color grown red",
        "move tinted to B2", "dim tinted", "move said to D3", "color said red", "scale said by 2",
        "flash moved", "hide moved", "morph moved into other", "copy moved into other",
        "color bent red", "dim bent",
    ],
)
def test_what_does_not_follow_may_change(action: str) -> None:
    out = story("show moved, grown, tinted, faded, filled, said, placed, bent\n" + action
                + "\nset t to 2", LIVE + "\n  other = square() at E5", before="param t = 1")
    assert "C2V421" not in out.codes, [f.message for f in out.findings]


def test_params_are_followed_through_lets_and_functions() -> None:
    out = story("show d\nmove d to B2\nset t to 2", "d = dot((f(2), 0))",
                before="param t = 1\nlet k = 2 * t\nlet f(x) = k + x")
    assert out.codes == ["C2V421"]


def test_styled_parts_follow_too() -> None:
    objects = "m = matrix([[1, 2], [3, 4]]) at C3\nstyle m.row[0] color (red if t > 1 else blue)"
    shown = "show m\nset t to 2\n"
    assert story(shown + "color m[0, 1] gold", objects, "param t = 1").codes == ["C2V421"]
    assert story(shown + "color m[1, 1] gold", objects, "param t = 1").codes == []


# ---------------------------------------------------------------- what hangs on objects


HANGS = """
  a = dot((0, 0))
  b = dot((2, 0))
  name = label("A", a)
  way = line(a, b)
  frame = box(a)
"""


@pytest.mark.parametrize(
    ("action", "follows"),
    [
        ("move name to B2", "`name` stays with `a`"),
        ("shift way by (1, 0)", "`way` stays with"),
        ("scale frame by 2", "`frame` stays with `a`"),
    ],
)
def test_what_hangs_on_an_object_moves_with_it(action: str, follows: str) -> None:
    out = story(f"show a, b, name, way, frame\n{action}", HANGS)
    assert out.codes == ["C2V422"]
    assert follows in out.finding.message


def test_what_hangs_may_change_its_looks_and_move_in_a_group() -> None:
    shown = "show a, b, name, way, frame\n"
    assert story(shown + "color name red\ndim way\nflash frame\nmove a to B2", HANGS).codes == []
    grouped = HANGS + "  both = group(a, name)"
    assert story(shown + "move both to B2", grouped).codes == []


# ---------------------------------------------------------------- sweep


def test_sweep_holds_what_beats_set_params_to() -> None:
    out = story("show said\nset t to 2\nset t to 30 over 2s\nset u to 1",
                'said = text("t is #{t}") in B2\nstill = text("still") in C3',
                before="param t = 1\nparam u = 0")
    spec = {o.id: o.sweep for o in out.scene.objects}
    assert spec["said"] == {"t": (2, 30)}
    assert spec["still"] == {}


def test_sweep_knows_goals_that_count_on() -> None:
    out = story("show said\nfor i in 1..3 { set t to 2 * t + u }\nset u to t",
                'said = text("t is #{t} and #{u}")', before="param t = 1\nparam u = 1")
    assert out.codes == []
    assert {o.id: o.sweep for o in out.scene.objects}["said"] == {"t": (3, 7, 15), "u": (15,)}


def test_goals_of_one_set_are_worked_out_together() -> None:
    out = story("show said\nset t to u, u to t", 'said = text("#{t} #{u}")',
                before="param t = 1\nparam u = 5")
    assert {o.id: o.sweep for o in out.scene.objects}["said"] == {"t": (5,), "u": (1,)}


def test_sweep_of_a_group_is_that_of_its_members() -> None:
    out = story("show both\nset t to 20",
                'said = text("t is #{t}")\nstill = text("x")\nboth = row(said, still) in C1:C6',
                before="param t = 1")
    assert {o.id: o.sweep for o in out.scene.objects}["both"] == {"t": (20,)}


# ---------------------------------------------------------------- actions


ACTION = """
action greet(x, colour=red, times=2) {
  show x
  color x colour over (0.5s)
  do wave(x)
}
action wave(y) { wiggle y; wiggle y }
"""


def test_actions_are_unfolded() -> None:
    out = story("do greet(a)\ndo greet(tile, colour=blue)\ntogether { do wave(a); flash b }\n"
                "show b", head=ACTION)
    assert out.codes == ["C2V410"]
    out = story("show b\ndo greet(a)\ntogether { do wave(a); flash b }", head=ACTION)
    assert out.codes == []
    assert out.short() == [
        "show b 0-60", "show a 60-120", "color a 120-150", "wiggle a 150-210",
        "wiggle a 210-270", "wiggle a 270-330", "flash b 270-330", "wiggle a 330-390",
    ]


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ("do great(a)", "C2V440", "no action `great`"),
        ("do greet()", "C2V441", "needs `x` too"),
        ("do greet(a, red, 2, 3)", "C2V441", "one too many"),
        ("do greet(a, color=red)", "C2V441", "no parameter `color`"),
        ("do greet(a, x=b)", "C2V441", "twice"),
    ],
)
def test_actions_called_wrongly(call: str, code: str, words: str) -> None:
    out = story(call, head=ACTION)
    assert out.codes == [code]
    assert words in out.finding.message


def test_actions_that_do_themselves() -> None:
    head = "action one(x) { do two(x) }\naction two(x) { show x; do one(x) }\n"
    out = story("do one(a)", head=head)
    assert out.codes == ["C2V442"]
    assert "one → two → one" in out.finding.message


def test_actions_may_set_params_they_are_given() -> None:
    head = "action up(q) { set q to 3 }\n"
    out = story("show d\ndo up(t)", "d = dot((t, 0))", before="param t = 0", head=head)
    assert out.codes == []
    assert out.steps[1].args == {"values": {"t": 3}}


def test_imported_actions() -> None:
    text = ('c2v 1\nstoryboard "Told" {}\nimport "lib.c2v"\nscene one "One" {\n'
            'objects { a = dot((0, 0)) }\nbeat go "Go" { do greet(a) }\n}\n')
    out = told(text, {"lib.c2v": "c2v 1\naction greet(x) { show x; flash x }\n"})
    assert out.codes == []
    assert out.short() == ["show a 0-60", "flash a 60-120"]
