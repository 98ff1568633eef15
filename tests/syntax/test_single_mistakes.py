"""One mistake, one finding: a hundred ways to go wrong, and what is said."""

from __future__ import annotations

import pytest

from c2v_dsl.diagnostics import Source
from c2v_dsl.syntax import apply_fixes, parse, print_file

GOOD = """\
c2v 1
storyboard "T" {
  theme chalk
}

let k = 3

scene s "A scene" {
  param t = 0
  objects {
    ax = axes(x=[0, 4], y=[0, 2]) in B1:F6
    on ax {
      p = dot((1, 1)) color gold
      q = plot(x^2) stroke blue 4
    }
    m = math("a + b") in A1:A6
    for i in 0..3 { tile[i] = square(side=0.5) at cell(2, i) }
  }
  beat one "First" {
    draw ax over 2s
    show p, q
    together { flash p; flash q }
  }
  beat two "Second" color gold {
    write m
    say "Hello <here> world"
    when here { highlight m["a"] }
    set t to 1 over 2s
    move p to (2, 1) on ax
    for i in 0..3 { pop tile[i] }
  }
}
"""

# What stands there, what stands there instead, the code expected.
MISTAKES = [
    ("c2v 1\n", "", "C2V001"),
    ("c2v 1", "c2v 2", "C2V002"),
    ("c2v 1", "c2v", "C2V001"),
    ("\"T\" {", "\"T {", "C2V004"),
    ("storyboard \"T\" {", "storyboard T {", "C2V036"),
    ("theme chalk", "theme = chalk", "C2V034"),
    ("theme chalk", "theme: chalk", "C2V034"),
    ("let k = 3", "let k 3", "C2V033"),
    ("let k = 3", "let k == 3", "C2V025"),
    ("let k = 3", "let = 3", "C2V033"),
    ("let k = 3", "lte k = 3", "C2V027"),
    ("let k = 3", "def k(x): return 3", "C2V016"),
    ("let k = 3", "import numpy as np", "C2V016"),
    ("let k = 3", "let by = 3", "C2V011"),
    ("let k = 3", "let red = 3", "C2V011"),
    ("let k = 3", "let k = 2x", "C2V024"),
    ("let k = 3", "let k = (1 + 2", "C2V005"),
    ("let k = 3", "let k = [1, 2)", "C2V005"),
    ("let k = 3", "let k = 3 +", "C2V009"),
    ("let k = 3", "let k = a && b", "C2V037"),
    ("let k = 3", "let f = x => x", "C2V037"),
    ("let k = 3", "let k = 'abc'", "C2V015"),
    ("let k = 3", "let k = f\"abc\"", "C2V016"),
    ("let k = 3", "let k = c ? 1 : 2", "C2V037"),
    ("let k = 3", "let k = .5", "C2V024"),
    ("let k = 3", "let k = “abc”", "C2V015"),
    ("let k = 3", "k = 3", "C2V010"),
    ("let k = 3", "let k += 3", "C2V016"),
    ("let k = 3", "let k = 10%3", "C2V024"),
    ("let k = 3", "// note\nlet k = 3", "C2V013"),
    ("let k = 3", "let k = 3 #note", "C2V013"),
    ("let k = 3", "let k = 3 // note", "C2V013"),
    ("let k = 3", "let k = lambda x: x", "C2V016"),
    ("scene s \"A scene\" {", "scene \"A scene\" {", "C2V033"),
    ("scene s \"A scene\" {", "scene s \"A scene\"", "C2V033"),
    ("scene s \"A scene\" {", "scene s \"A scene\"\n{", "C2V034"),
    ("scene s \"A scene\" {", "scen s \"A scene\" {", "C2V027"),
    ("param t = 0", "param t", "C2V009"),
    ("param t = 0", "parm t = 0", "C2V027"),
    ("objects {", "object {", "C2V027"),
    ("objects {", "objects", "C2V033"),
    ("in B1:F6", "in B1:G6", "C2V012"),
    ("in B1:F6", "in b1:f6", "C2V012"),
    ("in B1:F6", "in A7", "C2V012"),
    ("in B1:F6", "inn B1:F6", "C2V027"),
    ("x=[0, 4], y", "x=[0, 4] y", "C2V008"),
    ("x=[0, 4]", "x=[0 4]", "C2V008"),
    ("y=[0, 2])", "y=[0, 2]", "C2V005"),
    ("y=[0, 2])", "y=[0, 2)", "C2V005"),
    ("y=[0, 2])", "y=[0, 2]))", "C2V007"),
    ("color gold\n      q", "colour gold\n      q", "C2V027"),
    ("color gold\n      q", "color\n      q", "C2V009"),
    ("color gold\n      q", "fill(blue, 0.4)\n      q", "C2V019"),
    ("color gold\n      q", "color #FC0\n      q", "C2V035"),
    ("color gold\n      q", "color=gold\n      q", "C2V034"),
    ("color gold\n      q", ".set_color(gold)\n      q", "C2V017"),
    ("color gold\n      q", ", color gold\n      q", "C2V034"),
    ("on ax {\n", "on ax \n", "C2V033"),
    ("    }\n    m =", "    m =", "C2V006"),
    ("math(\"a + b\")", "math(\"a + b)", "C2V004"),
    ("math(\"a + b\")", "math \"a + b\"", "C2V033"),
    ("math(\"a + b\")", "math(\"\\\\frac{a}{b}\")", "C2V023"),
    ("math(\"a + b\")", "math(\"a #{t\")", "C2V021"),
    ("math(\"a + b\")", "math(\"a #{t:.2f}\")", "C2V022"),
    ("math(\"a + b\")", "math(\"a #{}\")", "C2V021"),
    ("in A1:A6", "in A1:A6 at B2", "C2V020"),
    ("for i in 0..3 { tile", "for i in 0...3 { tile", "C2V037"),
    ("for i in 0..3 { tile", "for i 0..3 { tile", "C2V033"),
    ("for i in 0..3 { tile", "for i in 0..3: { tile", "C2V034"),
    ("beat one \"First\" {", "beat \"First\" {", "C2V033"),
    ("beat one \"First\" {", "baet one \"First\" {", "C2V027"),
    ("beat one \"First\" {", "beat one First {", "C2V036"),
    ("over 2s\n    show", "over 2\n    show", "C2V018"),
    ("over 2s\n    show", "over\n    show", "C2V009"),
    ("over 2s\n    show", "run_time=2\n    show", "C2V017"),
    ("over 2s\n    show", "ovr 2s\n    show", "C2V027"),
    ("show p, q", "show p q", "C2V008"),
    ("show p, q", "FadeIn(p)", "C2V017"),
    ("show p, q", "show(p, q)", "C2V038"),
    ("show p, q", "self.play(FadeIn(p))", "C2V017"),
    ("show p, q", "show p, q,", "C2V034"),
    ("show p, q", "show p, q draw m", "C2V032"),
    ("show p, q", "show p, $q", "C2V014"),
    ("show p, q", "play(FadeIn(p), run_time=2)", "C2V017"),
    ("together {", "togther {", "C2V027"),
    ("flash q }", "flash q", "C2V006"),
    ("    together", "    }\n    together", "C2V007"),
    ("say \"Hello <here> world\"", "say Hello world", "C2V036"),
    ("say \"Hello <here> world\"", "say(\"Hello <here> world\")", "C2V038"),
    ("say \"Hello <here> world\"", "say \"Hello <here> world", "C2V004"),
    ("when here {", "when {", "C2V033"),
    ("set t to 1", "set t = 1", "C2V033"),
    ("set t to 1", "set t 1", "C2V033"),
    ("move p to (2, 1)", "move p to (2, 1", "C2V005"),
    ("move p to (2, 1) on ax", "if t > 1 {\n show p\n }", "C2V016"),
    ("move p to (2, 1) on ax", "param z = 1", "C2V010"),
    ("  beat two", "  }\n  beat two", "C2V007"),
    ("flash p; flash q }\n  }", "flash p; flash q }\n", "C2V006"),
    ("[i] }\n  }\n}", "[i] }\n  }\n", "C2V006"),
    ("move p to (2, 1) on ax", "move p to (2, 1) over 1s over 2s", "C2V029"),
    ("move p to (2, 1) on ax", "wait 2sec", "C2V024"),
    ("move p to (2, 1) on ax", "for i in range(3):\n      show p", "C2V016"),
    ("move p to (2, 1) on ax", "python(\"x\") \"\"\"\nfoo\n", "C2V004"),
    ("let k = 3", "let k = " + "(" * 150 + "1" + ")" * 150, "C2V026"),
    ("let k = 3", "let é = 3", "C2V014"),
    ("let k = 3", "let k\0 = 3", "C2V014"),
    ("let k = 3", "let f = (1, x) -> x", "C2V031"),
    ("math(\"a + b\")", "math(\"a #{t +} b\")", "C2V003"),
    ("math(\"a + b\")", "math(\"a #{t u} b\")", "C2V003"),
    ("math(\"a + b\")", "math('a + b')", "C2V015"),
    ("let k = 3", "let f(x): x + 1", "C2V033"),
    ("c2v 1\n", "c2v 1.5\n", "C2V002"),
    ("c2v 1\n", "C2V 1\n", "C2V001"),
    ("c2v 1\n", "c2v one\n", "C2V001"),
    ("show p, q", "move p B3", "C2V033"),
    ("show p, q", "show p for 2s", "C2V027"),
    ("show p, q", "wait", "C2V009"),
    ("show p, q", "wait 1 second", "C2V024"),
    ("show p, q", "rotate p 90deg", "C2V033"),
    ("show p, q", "set t 3", "C2V033"),
    ("show p, q", "say \"a\" \"b\"", "C2V003"),
    ("show p, q", "show p over 2s, hide q", "C2V003"),
    ("show p, q", "draw p { }", "C2V003"),
    ("show p, q", "do nod", "C2V033"),
    ("show p, q", "parallel { show p; show q }", "C2V027"),
    ("show p, q", "for i in 0..3 show p", "C2V003"),
    ("show p, q", "when here: show p", "C2V003"),
    ("show p, q", "p.show()", "C2V017"),
    ("show p, q", "show p # comment\n #bad", "C2V013"),
    ("show p, q", "morph p q", "C2V033"),
    ("show p, q", "highlight m[\"a]", "C2V004"),
    ("show p, q", "let x = {1, 2}", "C2V003"),
    ("show p, q", "let x = [1..]", "C2V009"),
    ("show p, q", "let x = 1,2", "C2V003"),
    ("show p, q", "let x = a[1", "C2V005"),
    ("show p, q", "let x = f(1))", "C2V007"),
    ("show p, q", "let x = \"a\" + 'b'", "C2V015"),
    ("show p, q", "let x = if a then b else c", "C2V003"),
    ("show p, q", "let x = a ^^ b", "C2V009"),
    ("show p, q", "let x = a <> b", "C2V009"),
    ("show p, q", "let x = -", "C2V009"),
    ("show p, q", "let x = a.", "C2V033"),
    ("show p, q", "let x = .a", "C2V034"),
    ("show p, q", "let x = 3..", "C2V009"),
    ("show p, q", "let x = 5 mod 3", "C2V033"),
    ("show p, q", "let x = 2(3)", "C2V003"),
    ("show p, q", "let x = (1, 2)(3)", "C2V003"),
    ("color gold\n      q", "color gold fill\n      q", "C2V009"),
    ("color gold\n      q", "with color gold\n      q", "C2V034"),
    ("color gold\n      q", "size=3\n      q", "C2V034"),
    ("color gold\n      q", "color \"gold\" 3 4 +\n      q", "C2V003"),
    ("p = dot((1, 1)) color gold", "p: dot((1, 1)) color gold", "C2V033"),
    ("p = dot((1, 1)) color gold", "p dot((1, 1)) color gold", "C2V033"),
    ("p = dot((1, 1)) color gold", "dot((1, 1)) color gold", "C2V033"),
    ("p = dot((1, 1)) color gold", "dot p = ((1, 1)) color gold", "C2V003"),
    ("p = dot((1, 1)) color gold", "let p = dot((1, 1)) color gold", "C2V003"),
    ("p = dot((1, 1)) color gold", "p = (1, 1)", "C2V003"),
    ("p = dot((1, 1)) color gold", "p = \"x\"", "C2V003"),
    ("p = dot((1, 1)) color gold", "p = dot((1, 1)) below", "C2V009"),
    ("p = dot((1, 1)) color gold", "p = dot((1, 1)) next to m", "C2V003"),
    ("p = dot((1, 1)) color gold", "p = dot((1, 1)) left of m", "C2V027"),
    ("p = dot((1, 1)) color gold", "p = dot((1, 1)) at (1, 2", "C2V005"),
    ("p = dot((1, 1)) color gold", "p = dot((1, 1)) between m and q", "C2V033"),
    ("for i in 0..3 { tile", "for i = 0..3 { tile", "C2V033"),
    ("for i in 0..3 { tile", "for (i in 0..3) { tile", "C2V038"),
    ("for i in 0..3 { tile", "for i, j in 0..3 { tile", "C2V003"),
    ("for i in 0..3 { tile", "for i in 0..3 if { tile", "C2V009"),
    ("for i in 0..3 { tile", "foreach i in 0..3 { tile", "C2V003"),
    ("beat one \"First\" {", "beat one, \"First\" {", "C2V034"),
    ("beat one \"First\" {", "beat one: \"First\" {", "C2V034"),
    ("beat one \"First\" {", "beat one \"First\" gold {", "C2V003"),
    ("beat one \"First\" {", "beat one \"First\" color {", "C2V009"),
    ("beat one \"First\" {", "beat one \"First\" lasts 6 {", "C2V018"),
    ("beat one \"First\" {", "beat 1 \"First\" {", "C2V003"),
    ("beat one \"First\" {", "beat \"one\" \"First\" {", "C2V034"),
    ("beat one \"First\" {", "beat one-two \"First\" {", "C2V036"),
    ("scene s \"A scene\" {", "scene s \"A scene\" wide {", "C2V003"),
    ("scene s \"A scene\" {", "scene s \"A scene\" layout=wide {", "C2V034"),
    ("scene s \"A scene\" {", "scene s A scene {", "C2V036"),
    ("scene s \"A scene\" {", "scene s(\"A scene\") {", "C2V038"),
]


def broken(good: str, bad: str) -> str:
    assert good in GOOD
    return GOOD.replace(good, bad, 1)


def test_the_storyboard_is_good_without_a_mistake() -> None:
    assert parse(GOOD).findings == ()


@pytest.mark.parametrize(("good", "bad", "code"), MISTAKES, ids=[m[1][:40] for m in MISTAKES])
def test_one_mistake_gives_one_finding(good: str, bad: str, code: str) -> None:
    result = parse(broken(good, bad), "lesson.c2v")
    assert [finding.code for finding in result.findings] == [code], result.findings
    finding = result.findings[0]
    assert finding.message and not finding.message.endswith(".")
    assert finding.span.path == "lesson.c2v"
    assert len(result.tree.items) >= 1


@pytest.mark.parametrize(("good", "bad", "code"), MISTAKES, ids=[m[1][:40] for m in MISTAKES])
def test_a_fix_cures_its_mistake(good: str, bad: str, code: str) -> None:
    text = broken(good, bad)
    result = parse(text)
    if result.findings[0].fix is None:
        assert result.findings[0].help or result.findings[0].label
        return
    fixed = apply_fixes(Source("<stdin>", text), result.findings, unsafe=True)
    assert fixed.applied == result.findings
    assert parse(fixed.text).findings == (), fixed.text


@pytest.mark.parametrize(("good", "bad", "code"), MISTAKES, ids=[m[1][:40] for m in MISTAKES])
def test_the_mistake_is_found_on_its_line(good: str, bad: str, code: str) -> None:
    text = broken(good, bad)
    changed = GOOD.index(good)
    first = text.count("\n", 0, changed) + 1
    last = text.count("\n", 0, changed + len(bad)) + 1
    result = parse(text)
    finding = result.findings[0]
    places = [finding.span, *(related.span for related in finding.related)]
    lines = [result.source.position(span.start).line for span in places]
    if code in ("C2V006", "C2V007"):
        assert min(lines) <= last and max(lines) >= first
    else:
        assert any(first <= line <= last for line in lines), (lines, first, last)


@pytest.mark.parametrize(("manim", "wanted"), [
    ("self.play(FadeIn(p))", "show p"),
    ("self.play(FadeIn(p), Create(q), run_time=2)", "together { show p over 2s; draw q over 2s }"),
    ("self.play(Transform(p, q), run_time=1.5)", "morph p into q over 1.5s"),
    ("FadeIn(p, q, run_time=3)", "show p, q over 3s"),
    ("self.wait(2)", "wait 2s"), ("self.wait()", "wait 1s"), ("self.add(p, q)", "add p, q"),
])
def test_manim_is_said_in_this_language(manim: str, wanted: str) -> None:
    text = GOOD.replace("show p, q", manim)
    result = parse(text)
    assert [finding.code for finding in result.findings] == ["C2V017"]
    fixed = apply_fixes(Source("<stdin>", text), result.findings, unsafe=True)
    assert fixed.text == GOOD.replace("show p, q", wanted)
    assert print_file(parse(fixed.text).tree) == print_file(result.tree)


@pytest.mark.parametrize("manim", [
    "self.play(p.animate.shift(UP))", "self.play(FadeIn(Circle()))", 'self.play(Write(Text("x")))',
    "self.play(*animations)", "self.camera.frame.move_to(p)",
])
def test_other_manim_is_one_finding(manim: str) -> None:
    result = parse(GOOD.replace("show p, q", manim))
    assert [finding.code for finding in result.findings] == ["C2V017"]
