"""Habits of Manim and Python are answered with the author's own names and values."""

from __future__ import annotations

import pytest

import c2v_dsl
from c2v_dsl.diagnostics import Finding, Source
from c2v_dsl.diagnostics.codes import wrap
from c2v_dsl.syntax import apply_fixes, format_source, parse

OBJECTS = """param t = 0
objects {{
  sq = square(side=1) at C3
  f = math("a^2 + b^2") at D3
  ax = axes(x=[0, 4], y=[0, 4]) in D1:F6
  {}
}}
beat one "One" {{
  show sq, ax
  set t to 1
  {}
  show f
}}
"""


def only(objects: str, actions: str) -> tuple[str, Finding]:
    text = wrap(OBJECTS.format(objects, actions))
    found = [f for f in c2v_dsl.check(text, "a.c2v").findings if f.level == "error"]
    assert len(found) == 1, [f"{f.code} {f.message}" for f in found]
    return text, found[0]


@pytest.mark.parametrize(
    ("objects", "actions", "help"),
    [
        ("", "sq.animate.shift(UP)", "write `shift sq by (0, 1)`"),
        ("", "sq.animate.shift(2*LEFT + UP)", "write `shift sq by (-2, 1)`"),
        ("", "self.play(sq.animate.move_to(ax), run_time=2)", "write `move sq to ax over 2s`"),
        ("", "sq.animate.next_to(ax, UP)", "write `move sq above ax`"),
        ("", "sq.animate.rotate(90 * DEGREES)", "write `rotate sq by 90deg`"),
        ("", "sq.animate.rotate(PI / 2)", "write `rotate sq by pi / 2`"),
        ("", "sq.animate.set_color(RED)", "write `color sq red`"),
        ("", "t.animate.set_value(3)", "write `set t to 3`"),
        ("", "FadeOut(sq)", "write `hide sq`"),
        ("", "Indicate(sq, ax)", "write `highlight sq, ax`"),
        ("", "move sq next_to ax", "write `right_of`"),
        ("", "set t to 3 in 2s", "write `over`"),
        ("", "flash sq if t > 2", "let what is seen follow the param"),
        ("z = circle(r=1) next_to sq", "show z", "write `right_of`"),
        ('z = text("a") at B2 font_size 40', "show z", "write `size`"),
        ("z = circle(r=1) at B2 fill_opacity 0.5", "show z", "write `fill blue 0.5`"),
        ("z = circle(r=1) at B2 color gold fill_opacity 0.5", "show z", "write `fill gold 0.5`"),
        ("z = circle(r=1) at B2 fill gold fill_opacity 0.5", "show z", "write `fill gold 0.5`"),
        ("z = circle(r=1) at B2 color gold stroke_width 3", "show z", "write `stroke gold 3`"),
        ("z = circle(r=1) at B2 stroke_width=4", "show z", "write `stroke white 4`"),
        ("z = circle(r=1) at B2 width=2", "show z", "sizes are arguments"),
        ("z = plot(lambda x: x**2) on ax", "show z", "write `x -> x^2`"),
        ("z = implicit(lambda u, v: u + v) on ax", "show z", "write `(u, v) -> u + v`"),
        ('z = label("r", sq, side=above)', "show z", "write `up`"),
    ],
)
def test_what_to_write(objects: str, actions: str, help: str) -> None:
    text, finding = only(objects, actions)
    assert help in finding.help
    if finding.fix is not None:
        fixed = apply_fixes(Source("a.c2v", text), [finding], unsafe=True).text
        assert not [f for f in c2v_dsl.check(fixed, "a.c2v").findings if f.level == "error"], fixed


@pytest.mark.parametrize("action", ["sq.animate.shift(UP).scale(2)", "sq.animate.foo(3)",
                                    "sq.animate.shift(UP"])
def test_what_is_not_certain_is_not_translated(action: str) -> None:
    text = wrap(OBJECTS.format("", action))
    found = [f for f in parse(text, "a.c2v").findings if f.code == "C2V017"]
    assert [f.fix for f in found] == [None]


@pytest.mark.parametrize("place", ["at (1, 2) on ax", "on ax at (1, 2)"])
def test_a_point_on_a_plane_stands_in_either_order(place: str) -> None:
    text = wrap(OBJECTS.format(f"z = circle(r=0.25) {place} color gold", "show z"))
    assert c2v_dsl.check(text, "a.c2v").findings == ()
    assert "z = circle(r=0.25) on ax at (1, 2) color gold" in (format_source(text).text or "")


@pytest.mark.parametrize("depth", [30, 50, 60, 200])
def test_deep_blocks_are_answered_at_once(depth: int) -> None:
    text = wrap(OBJECTS.format("", "together {\n" * depth + "flash sq\n" + "}\n" * depth))
    codes = [f.code for f in parse(text, "a.c2v").findings]
    assert codes == ([] if depth == 30 else ["C2V026"])
