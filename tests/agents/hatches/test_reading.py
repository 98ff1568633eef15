"""What reading a hatch's code finds, before anything runs."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from c2v_dsl.agents.hatches.api import load_api
from c2v_dsl.agents.hatches.code import HatchCode, hatches_of
from c2v_dsl.agents.hatches.reading import Around, read_code, read_hatch
from c2v_dsl.diagnostics import Source
from c2v_dsl.diagnostics.codes import wrap
from c2v_dsl.diagnostics.codes.hatches import CODES
from c2v_dsl.diagnostics.registry import CODES as REGISTRY
from c2v_dsl.syntax import parse

API = load_api()


def _told(text: str, kind: str = "object", around: Around | None = None) -> list[str]:
    """``line code message; help`` of each problem."""
    return [f"{p.line} {REGISTRY[p.code].name}: {p.message}; {p.help}"
            for p in read_code(text, kind, API, around)]  # type: ignore[arg-type]


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_each_code_hold(code: str) -> None:
    for example, expected in ((REGISTRY[code].bad, [code]), (REGISTRY[code].good, [])):
        (hatch,) = hatches_of(parse(wrap(example)))
        assert [finding.code for finding in read_hatch(hatch, API)] == expected


def test_the_index_is_loaded_quickly_and_without_manim() -> None:
    program = """
import sys, time
from c2v_dsl.agents.hatches.api import load_api
load_api()
load_api.cache_clear()
began = time.perf_counter()
load_api()
print(time.perf_counter() - began)
assert not {"manim", "numpy"} & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          check=True)
    assert float(done.stdout) < 0.2


def test_keywords_are_followed_to_what_is_really_taken() -> None:
    square = API.constructor("Square")
    assert square is not None
    assert square.own == ("side_length=2.0",)
    assert {"color", "fill_opacity", "z_index"} <= set(square.more)
    assert not {"height", "width"} & set(square.more), "Square gives these to Rectangle itself"
    flash = API.constructor("FadeIn")
    assert flash is not None
    assert {"shift", "run_time", "rate_func"} <= set(flash.keywords)
    assert not square.open


@pytest.mark.parametrize(("code", "told"), [
    ("return Circle(radius=1, color=BLEU)",
     ["1 hatch-unknown-name: there is no name `BLEU`; did you mean `BLUE`?"]),
    ("return ShowCreation(Circle())",
     ["1 hatch-unknown-name: this Manim has no `ShowCreation`; write `Create(mobject)`"]),
    ("x = math.sin(1)\nreturn Dot([x, 0, 0])",
     ["1 hatch-unknown-name: this Manim has no `math`; write np, or `import math` first"]),
    ("c = Circle()\nc.set_colour(RED)\nreturn c",
     ["2 hatch-unknown-attribute: Circle has no `set_colour`, and keeping a value under that name "
      "draws nothing; write `set_color(color)`"]),
    ("g = VGroup()\ng.append(Dot())\nreturn g",
     ["2 hatch-unknown-attribute: VGroup has no `append`; write `add(mobject)`"]),
    ("return Dot().shfit(UP)",
     ["1 hatch-unknown-attribute: Dot has no `shfit`; did you mean `shift`?"]),
    ("return Dot(ORIGIN, size=0.1)",
     ["1 hatch-wrong-argument: `Dot` takes no `size=`; it takes `point`, `radius`, "
      "`stroke_width`, `fill_opacity`, `color`, `num_components`, `tip_length`, `normal_vector`, "
      "`tip_style` and `fill_color`"]),
    ("return Line(LEFT, RIGHT, thickness=3)",
     ["1 hatch-wrong-argument: `Line` takes no `thickness=`; write `stroke_width=`"]),
    ("return Brace(DOWN) if p.t else ArcBetweenPoints(LEFT)",
     ["1 hatch-wrong-argument: `ArcBetweenPoints` also needs `end`; it takes "
      "`ArcBetweenPoints(start, end, angle=TAU / 4, radius=None, …)`"]),
    ("return Square(1, 2)",
     ["1 hatch-wrong-argument: `Square` takes 1 arguments without a name, not 2; they are "
      "`side_length`; name the others"]),
    ("def spot(x, y):\n    return Dot([x, y, 0])\nreturn spot(1)",
     ["3 hatch-wrong-argument: `spot` also needs `y`; it takes `spot(x, y)`"]),
    ("return Dot(np.arry([0, 0, 0]))",
     ["1 hatch-unknown-attribute: `np` has no `arry`; did you mean `np.array`?"]),
    ("rows = []\nrows.push(1)\nreturn VGroup()",
     ["2 hatch-unknown-attribute: list has no `push`; "]),
    ("while True:\n    n = 1\nreturn Dot()",
     ["1 hatch-endless: this loop never ends: nothing leaves it; leave it with `break`, or count "
      "with `for i in range(…)`"]),
    ("import os\nreturn Text(os.environ['HOME'])",
     ["1 hatch-forbidden: `os` reaches for the machine; a hatch works with Manim, NumPy and the "
      "storyboard's own values alone"]),
    ("return Dot().__class__()",
     ["1 hatch-forbidden: `__class__` reaches for the interpreter; a hatch works with Manim, "
      "NumPy and the storyboard's own values alone"]),
    ("dot = Dot(\nreturn dot",
     ["1 hatch-not-python: this is not Python: '(' was never closed; "]),
    ("return MathTex('x^2')",
     ["1 hatch-forbidden: `MathTex` starts LaTeX, another program; write "
      "`MathTypst(\"x^2\")` or `Text(\"…\")`"]),
    ("return Dot().scale(Text('a').width())",
     ["1 hatch-unknown-attribute: `width` of Text is a value, not a method; write it without "
      "brackets"]),
    ("def at(k):\n    spot = [k, 0, 0]\nreturn Dot(at(3))",
     ["2 hatch-no-return: `at` ends here without returning anything; end it with `return` and "
      "the result"]),
    ("if p.t > 1:\n    return Dot()",
     ["1 hatch-no-return: the code ends without returning what it has made; end it with "
      "`return mobject`"]),
    ("return VGroup(Dot(), Dot()).arrange(RIGHT, gap=1)",
     ["1 hatch-wrong-argument: `VGroup.arrange` takes no `gap=`; write `buff=`"]),
    ("ring = Circle()\ndots = VGroup(ring)\ndots.arrange(RIGHT)",
     ["3 hatch-no-return: the code ends without returning what it has made; end it with "
      "`return dots`"]),
])
def test_what_is_said_of_an_objects_code(code: str, told: list[str]) -> None:
    assert _told(code) == told


@pytest.mark.parametrize("code", [
    "import math\nreturn Dot([math.pi, 0, 0])",
    "rng = np.random.default_rng(3)\nreturn VGroup(*[Dot([*rng.random(2), 0]) for _ in range(9)])",
    "dot = Dot()\ndot.speed = 3\nreturn dot.shift(dot.speed * RIGHT)",
    "n = 1\nwhile n < 100:\n    n *= 2\nreturn Dot().scale(n)",
    "class Leaf(Circle):\n    def __init__(self, **given):\n        super().__init__(**given)\n"
    "return Leaf(radius=2)",
    "def grow(n):\n    return VGroup() if n == 0 else VGroup(Dot(), grow(n - 1))\nreturn grow(3)",
    "total = sum(x for x in range(3))\nreturn Text(f'{total}')",
    "axes = Axes(x_range=[0, 4], axis_config={'include_tip': False})\n"
    "curve = axes.plot(lambda x: x ** 2, color=BLUE)\nreturn VGroup(axes, curve)",
    "circle = Circle().set(color=RED)\nreturn circle.get_center() and circle",
    "tri = RegularPolygon(n=3)\nreturn tri.set_fill(BLUE, opacity=0.5)",
    "try:\n    x = 1 / 0\nexcept ZeroDivisionError as error:\n    x = 0\nreturn Dot([x, 0, 0])",
    "return Angle(Line(LEFT, RIGHT), Line(LEFT, UP), radius=0.4, color=BLUE, stroke_width=3)",
    "return Integer(3, mob_class=Text)",
    "dot = Dot()\ndef turn(mob, dt):\n    mob.rotate(dt)\ndot.add_updater(turn)\nreturn dot",
    "for k in range(3):\n    if k == 2:\n        return Dot()\nelse:\n    return Circle()",
    "return VGroup(*[Dot([x, y, 0]) for x in range(3) for y in range(3) if x * y])",
    "a, *rest = [1, 2, 3]\nreturn VGroup(*[Dot() for _ in rest])",
])
def test_what_is_right_is_left_alone(code: str) -> None:
    assert _told(code) == []


def test_an_actions_code_plays_and_has_its_time() -> None:
    code = "dot = Dot()\nself.play(dot.animate.shift(UP), run_time=duration)"
    assert _told(code, "action") == []
    assert _told("self.play(o.ball.animate.shift(UP), run_time=duration)", "action",
                 Around(frozenset({"ball"}), frozenset())) == []
    assert _told("self.play(Create(dot), run_tme=1)\nself.wiat(1)", "action") == [
        "1 hatch-unknown-name: there is no name `dot`; did you mean `Dot`?",
        "1 hatch-wrong-argument: `Lesson.play` takes no `run_tme=`; did you mean `run_time=`?",
        "2 hatch-unknown-attribute: Lesson has no `wiat`; did you mean `wait`?",
    ]


def test_the_storyboards_own_names_are_known() -> None:
    around = Around(frozenset({"ball", "tile"}), frozenset({"t"}))
    code = "x = o.bal.get_center()[0] + p.u\nreturn Dot(x * RIGHT + t)"
    assert _told(code, "object", around) == [
        "1 hatch-unknown-attribute: the scene has no object `bal`; did you mean `o.ball`?",
        "1 hatch-unknown-attribute: the scene has no param `u`; there are `p.t`",
        "2 hatch-unknown-name: there is no name `t` here; the storyboard's own is `p.t`",
    ]


def test_places_are_those_of_the_storyboard() -> None:
    text = wrap('''
objects {
  it = python("dots") in B2 """

      # two of them
      a = Dot()
      return a.shfit(
          UP)
  """
}
''')
    (hatch,) = hatches_of(parse(text))
    (finding,) = read_hatch(hatch, API)
    assert Source("", text).slice(finding.span) == "shfit"
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "shift"


@pytest.mark.parametrize("raw", [
    "\n    a = 1\n    \n    if a:\n        b = 2\n\n    return b\n  ",
    "\r\n  a = 1\r\n  return a\r\n",
    "return 1",
    "\n\ta = 1\n\treturn a\n",
])
def test_only_changed_lines_of_code_change_their_bytes(raw: str) -> None:
    code = HatchCode(raw)
    assert code.replaced(code.text) == raw
    lines = code.text.splitlines()
    changed = "\n".join(["x = 0", *lines[1:]]) + "\n"
    again = HatchCode(code.replaced(changed))
    assert again.text == changed
    kept = raw.splitlines(keepends=True)[code.skipped + 1:]
    assert again.raw.splitlines(keepends=True)[code.skipped + 1:] == kept


def test_reading_is_quick() -> None:
    code = "\n".join(f"c{n} = Circle(radius={n}, color=BLUE).shift({n} * RIGHT)"
                     for n in range(60)) + "\nreturn VGroup(c1)"
    began = time.perf_counter()
    assert _told(code) == []
    assert time.perf_counter() - began < 2
