"""A beat's picture depends on what it shows, and on nothing else."""

from __future__ import annotations

import pytest

from c2v_dsl.render.trace import Code

FILE = '''"""Area. Made from area.c2v by c2v."""
from c2v_dsl.stage import *

use_theme("chalk")

A = L(L(2, 1), L(0, 1.5))  # area.c2v:7
B = 3


class Area(Lesson):
    title = "Area"
    layout = "notes"
    beats = (
        Beat("unit", "Start"),
        Beat("shear", "Lean", color="gold"),
        Beat("end", "Stop"),
    )

    def declare(self, o, p):
        p.t = 0  # area.c2v:10
        p.u = 1
        o.ax = plane(x=(-1, 4)).fit("A1:F5")
        with on(o.ax):
            o.square = polygon(P(0, 0), P(1, 0)).style(fill=("blue", 0.4))
            o.corner = dot(lambda: mix(P(1, 1), A * P(1, 1), p.t))
        o.m = math("A").fit("A6:B6")
        o.m.part("row", 0).style(color="red")
        o.tile = family()
        o.tile[0] = square(side=0.8).at("C1")
        o.ans = math(lambda: show(B * p.u)).below(o.m)
        o.pair = row(o.square, o.tile[0], gap=0.2).at("B2")
        o.odd = hatch("odd", code=self.hatch_odd)

    def beat_unit(self, o, p):
        self.play(Draw(o.ax))
        self.play(Pop(o.corner))

    def beat_shear(self, o, p):
        self.play(Write(o.m))

    def beat_end(self, o, p):
        self.play(Show(o.ans), Show(o.odd), Show(o.square))

    def hatch_odd(self, o, p):
        return Circle()
'''


def changed(old: str, new: str, text: str = FILE) -> list[str]:
    """Beats whose picture may differ once ``old`` reads ``new``."""
    assert old in text
    names = ["unit", "shear", "end"]
    before, after = Code(text, "Area"), Code(text.replace(old, new), "Area")
    return [n for i, n in enumerate(names) if before.up_to(names[: i + 1])
            != after.up_to(names[: i + 1])]


EVERY = ["unit", "shear", "end"]


@pytest.mark.parametrize(
    ("old", "new", "beats"),
    [
        ("# area.c2v:7", "# area.c2v:70", []),
        ("Made from area.c2v", "Made from other.c2v", []),
        ("Pop(o.corner)", "Show(o.corner)", EVERY),
        ("Write(o.m)", "Show(o.m)", ["shear", "end"]),
        ('"Stop"', '"Halt"', EVERY),  # every line is on screen from the start
        ('use_theme("chalk")', 'use_theme("paper")', EVERY),
        ("x=(-1, 4)", "x=(-1, 5)", EVERY),
        ("L(2, 1)", "L(2, 2)", EVERY),  # the corner's matrix
        ("p.t = 0", "p.t = 1", EVERY),
        ("p.u = 1", "p.u = 2", ["end"]),
        ("B = 3", "B = 4", ["end"]),
        ("A6:B6", "A5:B6", ["shear", "end"]),
        ('color="red"', 'color="blue"', ["shear", "end"]),
        ("Circle()", "Square()", ["end"]),
        ("gap=0.2", "gap=0.3", ["end"]),  # the row moves the square, shown last
        ("side=0.8", "side=0.9", ["end"]),  # and its place depends on the tile
        ("P(1, 0)", "P(2, 0)", ["end"]),
    ],
)
def test_a_change_reaches_only_what_shows_it(old: str, new: str, beats: list[str]) -> None:
    assert changed(old, new) == beats


def test_in_a_wide_scene_later_lines_are_not_seen() -> None:
    wide = FILE.replace('"notes"', '"wide"')
    assert changed('Beat("end", "Stop")', 'Beat("end", "Halt")', wide) == ["end"]


def test_code_that_takes_all_objects_depends_on_all() -> None:
    text = FILE.replace("self.play(Pop(o.corner))", "self.hatch_action('x', o)")
    assert changed("side=0.8", "side=0.9", text) == EVERY
