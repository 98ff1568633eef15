"""What objects become: arguments, places, styles, families, planes."""

from __future__ import annotations

import pytest

import c2v_dsl
from c2v_dsl.resources import data_folder
from c2v_dsl.semantics.lowered import Function, Live, Ref
from c2v_dsl.semantics.values import Area, Cell, Color, List, Point
from c2v_dsl.semantics.vocabulary import KINDS
from c2v_dsl.semantics.vocabulary.storyboards import kind_storyboard
from tests.semantics.telling import clean, one, said, scene

FILES = data_folder("grammar") / "pictures" / "files"

ON = "ax = plane(x=[0, 4], y=[0, 3]) in A1:F5\non ax {{ {} }}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda k: k.name)
def test_every_kind_s_example_is_right(kind) -> None:  # type: ignore[no-untyped-def]
    result = c2v_dsl.check(kind_storyboard(kind), str(FILES / "example.c2v"))
    assert {f.name for f in result.findings} <= {"hatch-without-code"}


def test_arguments_by_place_and_by_name() -> None:
    assert one("a = line((0, 0), q=(1, 2))").args == {"p": Point(0, 0), "q": Point(1, 2)}
    assert one("a = rect(w=2, h=1) at B2").args == {"w": 2, "h": 1}
    assert one("a = rect((0, 0), (2, 1))").args == {"p": Point(0, 0), "q": Point(2, 1)}
    assert one(ON.format("a = vector((1, 2))")).args == {"p": Point(1, 2)}
    assert one(ON.format("a = vector(1, 2)")).args == {"x": 1, "y": 2}


def test_the_unnamed_rest_is_collected() -> None:
    corners = (Point(0, 0), Point(1, 0), Point(0, 1))
    assert one("a = polygon((0, 0), (1, 0), (0, 1))").args == {"*points": corners}
    assert one("a = path([(0, 0), (1, 0), (0, 1)])").args == {"*points": corners}
    assert one('a = bullets("x", "y") in A1:C3').args == {"*items": ("x", "y")}


def test_what_mentions_a_param_is_live() -> None:
    dot = one(ON.format("a = dot((t, f(t))) color (gold if t < 1 else red)"),
              "param t = 0\nlet f(x) = x^2")
    at, color = dot.args["p"], dot.style["color"]
    assert isinstance(at, Live)
    assert at.python == "P(p.t, f(p.t))"
    assert at.initial == Point(0, 0)
    assert isinstance(color, Live)
    assert color.initial == Color("gold")
    assert dot.follows_params() == ("t",)


def test_functions_by_name_lambda_and_bare_expression() -> None:
    for given in ("f", "x -> x^2", "x^2"):
        curve = one(ON.format(f"a = plot({given}, x=[0, t])"), "param t = 1\nlet f(x) = x^2")
        assert isinstance(curve.args["f"], Function)
        assert isinstance(curve.args["x"], Live)
        assert curve.plane == "ax"


def test_places() -> None:
    def place(text: str):  # type: ignore[no-untyped-def]
        return one(f"o1 = square() at A1\no2 = square() at A2\na = circle() {text}").place

    assert place("at B2").target == Cell(1, 1)
    assert place("in cell(1, 2)").target == Cell(1, 2)
    assert place("in B2:C4").target == Area(1, 1, 2, 3)
    assert place("at (1, 2)").target == Point(1, 2)
    assert place("at o1").target == Ref("o1")
    assert place("inside o1").word == "inside"
    assert place("between o1, o2").target == (Ref("o1"), Ref("o2"))
    below = place("below o1 gap 0.4 align left")
    assert (below.word, below.target, below.gap, below.align) == ("below", Ref("o1"), 0.4, "left")


def test_on_a_plane_by_block_and_by_place() -> None:
    assert one(ON.format("a = dot((1, 2))")).plane == "ax"
    circle = one("ax = plane() in A1:F5\na = circle(r=0.3) on ax at (1, 2)")
    assert circle.plane == "ax"
    assert circle.place is not None
    assert circle.place.target == Point(1, 2)


def test_numbers_are_points_of_the_complex_plane() -> None:
    dots = clean("ax = complex() in A1:F6\non ax { a = dot(2)\n b = dot(1 + 2i) }").objects
    assert dots["a"].args["p"] == Point(2, 0)
    assert dots["b"].args["p"] == Point(1, 2)


def test_styles() -> None:
    style = one("a = circle() at B2 stroke gold 3 fill none glow red opacity 40% rotated 90deg "
                "dashed layer -1 scale 0.5").style
    assert style["stroke"] == (Color("gold"), 3)
    assert style["fill"] == (None, None)
    assert style["glow"] == Color("red")
    assert style["opacity"] == pytest.approx(0.4)
    assert style["rotated"] == pytest.approx(1.5708, abs=1e-4)
    assert style["dashed"] is True
    assert style["layer"] == -1


def test_parts_get_their_style_before_they_appear() -> None:
    objects = clean("m = matrix([[1, 2], [3, 4]]) at B2\nfor i in 0..1 { s[i] = square() at C3 }\n"
                    "style m.col[0] color teal\nstyle s fill red").objects
    assert objects["m"].part_styles == [
        (Ref("m", (("part", "col"), ("item", 0))), {"color": Color("teal")})]
    assert objects["s[1]"].style == {"fill": (Color("red"), None)}


def test_families_over_ranges_lists_and_conditions() -> None:
    made = clean("for i in 0..3 if i != 2 { a[i] = dot((i, 0)) }\n"
                 'for s in ["x", "y"] { b[s] = text(s) at B2 }\n'
                 "for i in 0..1 { let y = i / 2\n for j in 1..2 { c[i, j] = dot((j, y)) } }")
    assert list(made.objects) == [
        "a[0]", "a[1]", "a[3]", 'b["x"]', 'b["y"]', "c[0, 1]", "c[0, 2]", "c[1, 1]", "c[1, 2]",
    ]
    assert made.objects["c[1, 2]"].args["p"] == Point(2, 0.5)
    assert made.families["c"].width == 2


def test_what_hangs_on_several_objects_hangs_on_a_group_of_them() -> None:
    made = clean("for i in 0..1 { a[i] = square() at cell(2, i) }\nb = brace(a)\n"
                 "c = text(\"x\") below a")
    assert made.objects["b"].args["obj"] == Ref("b_group")
    assert made.objects["b_group"].args["*members"] == (Ref("a[0]"), Ref("a[1]"))
    assert made.objects["c"].place is not None
    assert made.objects["c"].place.target == Ref("c_group")


def test_listings_are_not_touched() -> None:
    listing = one('a = code("""\nx = "#{not live}"\n""", lang="python") in A1:C4')
    assert listing.args == {"listing": 'x = "#{not live}"', "lang": "python"}


def test_entries_are_counted() -> None:
    assert one('a = table([["x", 1], ["y", 2]], rows=["p", "q"]) in A1:C3').count == (2, 2)
    assert one("a = array([t, 2 * t, 3]) at B2", "param t = 1").count == (3,)
    assert isinstance(one("a = bars([t, 2]) in A1:C3", "param t = 1").args["values"], Live)
    assert one("a = array([1, 2]) at B2").args["items"] == List(1, 2)


@pytest.mark.parametrize(
    ("objects", "name", "words"),
    [
        ("a = Circle(radius=1)", "unknown-kind", "circle(r=1)"),
        ("a = MathTex(1)", "unknown-kind", 'math("…")'),
        ("a = squre()", "unknown-kind", "did you mean `square`"),
        ("a = circle(radius=1)", "unknown-argument", "write `r=1`"),
        ("a = circle(r=1, color=BLUE)", "unknown-argument", "`color blue` behind"),
        ('a = text("x", font_size=32)', "unknown-argument", "`size 32` behind"),
        ("a = circle(run_time=2)", "unknown-argument", "over 2s"),
        ("a = axes(x_range=[0, 5, 1])", "unknown-argument", "`x=[0, 5]`"),
        ("a = square(sid=1)", "unknown-argument", "did you mean `side`"),
        ("a = circle(1)", "argument-needs-name", "circle(r=1)"),
        ("a = rect(2, 1)", "argument-needs-name", "rect(w=2, h=1)"),
        ("a = rect((0, 0))", "missing-argument", "needs `q`"),
        ("a = line((0, 0))", "missing-argument", "line(p, q)"),
        ("a = circle(r=1, r=2)", "too-many-arguments", "twice"),
        ("a = circle(r=-1)", "wrong-argument", "never negative"),
        ('a = circle(r="x")', "wrong-argument", 'the text "x"'),
        ("a = axes(x=(0, 5))", "wrong-argument", "`[0, 5]`"),
        ("a = axes(x=[5, 0])", "wrong-argument", "upwards"),
        ("a = text(5)", "wrong-argument", '"5"'),
        ("a = star(n=2.5)", "wrong-argument", "whole number"),
        ("a = line([0, 0], (1, 1))", "wrong-argument", "round brackets"),
        ("b = circle()\nc = line((0, 0), (1, 1))\na = angle(b, c)", "wrong-argument",
         "needs a line"),
        ("a = plot(x^2)", "needs-plane", "on ax"),
        ("b = circle()\non b { a = dot((0, 0)) }", "not-a-plane", "is a circle"),
        (ON.format("a = dot(B2)"), "not-on-plane", "a point"),
        (ON.format("a = circle() in B2:C3"), "not-on-plane", "grid"),
        (ON.format("a = axes()"), "not-on-plane", "before the `on` block"),
        ("a = circle() in (1, 2)", "wrong-place", "`at` for a point"),
        ("a = circle() below B2", "wrong-place", "needs an object"),
        ("b = circle()\na = circle() below b align top", "wrong-place", "`left` or `right`"),
        ("a = dot((1, 1)) at B2", "place-not-taken", "leave the place away"),
        ("b = circle()\na = brace(b) at B2", "place-not-taken", "side="),
        ("b = circle() below a\na = circle()", "used-above", "declared below"),
        ("a = line((0, 0), (1, 1)) fill red", "style-not-taken", "`color` gives"),
        ("a = circle() bold", "style-not-taken", "it takes color"),
        ("a = circle() color BLUE", "wrong-style", "did you mean `blue`"),
        ('a = circle() color "gold"', "wrong-style", "without quotes"),
        ("a = circle() opacity 40", "wrong-style", "40%"),
        ("a = circle() color none", "wrong-style", "only `fill` and `stroke`"),
        ("a = circle() color 3", "wrong-style", "the number 3"),
        ("for i in 0..2 { a = dot((i, 0)) }", "no-family", "a[i]"),
        ("for i in 0..2 { a[0] = dot((i, 0)) }", "family-mixed", "a[i]"),
        ("a = circle()\na = square()", "name-taken", "another name"),
        ("a = polygon((0, 0), (1, 1))", "too-few-points", "line(p, q)"),
        ("a = matrix([[1, 2], [3]])", "ragged-rows", "row 1 has 1 entry"),
        ('a = bars([1, 2], labels=["x"])', "ragged-rows", "2 bars"),
        ('a = image("cat.png") in B2:C3', "file-not-found", "cat.png"),
        ('a = image("cat.gif") in B2:C3', "wrong-file-type", ".png"),
        ("a = group(square())", "not-an-object", "declare it first"),
    ],
)
def test_mistakes_and_habits(objects: str, name: str, words: str) -> None:
    _, findings = scene(objects)
    assert [f.name for f in findings] == [name], [f.message for f in findings]
    assert words in f"{findings[0].message} {findings[0].help}"


def test_a_param_does_not_decide_how_many_there_are() -> None:
    assert said("for i in 0..t { a[i] = dot((i, 0)) }", "param t = 3") == ["param-decides-count"]
    assert said("for i in 0..3 if i < t { a[i] = dot((i, 0)) }", "param t = 3") == [
        "param-decides-count"]


def test_a_thousand_objects_are_enough() -> None:
    assert said("for i in 1..40 { for j in 1..30 { a[i, j] = dot((i / 10, j / 10)) } }") == [
        "too-many-objects"]
    assert said("for i in 1..40 { for j in 1..25 { a[i, j] = dot((i / 10, j / 10)) } }") == []


def test_a_broken_declaration_is_spoken_of_once() -> None:
    assert said('a = circel() at B2\nb = label("x", a)\nc = box(b)') == ["unknown-kind"]
    assert said("on nothing1 { a = plot(x) }\nb = label(\"x\", a)") == ["unknown-object"]


def test_fixes_cure_what_they_are_for() -> None:
    objects = "a = circle(color=BLUE, radius=1)"
    text = ("c2v 1\nstoryboard \"x\" {}\nscene s \"S\" {\nobjects {\n" + objects
            + "\n}\nbeat b \"B\" { show a }\n}\n")
    from c2v_dsl.semantics.analyse import analyse
    from c2v_dsl.syntax import parse

    for _ in range(2):
        finding = next(f for f in analyse(parse(text)).findings if f.fix)
        assert finding.fix is not None
        for edit in sorted(finding.fix.edits, key=lambda e: -e.span.start):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert "a = circle(r=1) color blue\n" in text
    assert not analyse(parse(text)).findings


def test_a_side_may_be_chosen_where_it_is_fixed() -> None:
    model, findings = scene(
        'for j in 0..3 {\n  d[j] = dot() at cell(2, j)\n'
        '  n[j] = label("n", d[j], side=(up if j < 2 else down))\n}\n'
        'k = label("k", d[0], side=where)', 'let where = "left"')
    assert not findings
    assert [model.objects[f"n[{j}]"].args["side"] for j in range(4)] == ["up", "up", "down", "down"]
    assert model.objects["k"].args["side"] == "left"
    assert said('d = dot() at B2\nq = label("q", d, side=(left if t > 1 else up))', "param t = 0")
