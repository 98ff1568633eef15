"""What follows a param, against the same picture by hand: ``python -m tests.bench.followers``.

A param drives 50 things for some seconds, dots alone or dots, lines, curves and live numbers; the
same in Manim with a ValueTracker and updaters. Both are rendered to a video, one after the other.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from c2v_dsl.render.options import QUALITIES

from .render import Work, ours, plain, works

TARGET = 1.3
"""Times the seconds that the scene written by hand may take."""

_STORYBOARD = """c2v 1
storyboard "Followers" {{
  theme chalk
}}

scene bench "Followers" layout wide {{
  param t = 0

  objects {{
    ax = axes(x=[0, 10], y=[-2, 2]) in A1:F6
    on ax {{
{objects}
    }}
  }}

  beat run {{
    add ax, {names}
    set t to {seconds} over {seconds}s ease linear
  }}
}}
"""
_MANIM = """
from manim import *


class Bench(Scene):
    def construct(self):
        ax = Axes(x_range=[0, 10], y_range=[-2, 2], x_length=12, y_length=6)
        t = ValueTracker(0)
        self.add(Text("Followers", font_size=36).to_edge(UP), ax)
{objects}
        self.play(t.animate(rate_func=linear).set_value({seconds}), run_time={seconds})
        self.wait(0.5)
"""

DOTS = (
    _STORYBOARD.format(
        objects="for i in 0..49 { d[i] = dot((i / 5, sin(i / 5 + t))) color gold }", names="d",
        seconds=5),
    _MANIM.format(objects="""
        for i in range(50):
            d = Dot(color=GOLD)
            d.add_updater(lambda m, i=i: m.move_to(ax.c2p(i / 5, np.sin(i / 5 + t.get_value()))))
            self.add(d)
""", seconds=5))
MIXED = (
    _STORYBOARD.format(
        objects="""
for i in 0..9 { c[i] = plot(sin(x + t + i / 5) * (i + 1) / 6) stroke blue 2 }
for i in 0..14 { d[i] = dot((i / 2, sin(i / 2 + t))) color gold }
for i in 0..14 { l[i] = line((i / 2, 0), (i / 2, sin(i / 2 + t))) stroke teal 3 }
for i in 0..9 { n[i] = number(sin(i + t), decimals=2) at (i + 0.4, 1.6) size 20 }
""", names="c, d, l, n", seconds=1),
    _MANIM.format(objects="""
        for i in range(10):
            self.add(always_redraw(lambda i=i: ax.plot(
                lambda x: np.sin(x + t.get_value() + i / 5) * (i + 1) / 6, color=BLUE)))
        for i in range(15):
            d = Dot(color=GOLD)
            d.add_updater(lambda m, i=i: m.move_to(ax.c2p(i / 2, np.sin(i / 2 + t.get_value()))))
            line = Line()
            line.add_updater(lambda m, i=i: m.put_start_and_end_on(
                ax.c2p(i / 2, 0), ax.c2p(i / 2, np.sin(i / 2 + t.get_value()) + 1e-6)))
            self.add(d, line)
        for i in range(10):
            n = DecimalNumber(0, font_size=20, mob_class=Text)
            n.add_updater(lambda m, i=i: m.set_value(np.sin(i + t.get_value())).move_to(
                ax.c2p(i + 0.4, 1.6)))
            self.add(n)
""", seconds=1))


def both(storyboard: str, by_hand: str, quality: str = "medium") -> tuple[float, float]:
    """Our seconds for a picture and those of Manim, loading of either left out: the least of three
    runs in turns, since other work on the machine only adds."""
    mine, theirs = [], []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            path = folder / "followers.c2v"
            path.write_text(storyboard, encoding="utf-8")
            mine.append(ours(works(str(path))[0], QUALITIES[quality], folder)["scene"])
            theirs.append(plain(Work(by_hand, "Bench", ()), QUALITIES[quality], folder))
    return min(mine), min(theirs)


def main(quality: str = "medium") -> None:
    for name, (storyboard, by_hand) in {"50 dots": DOTS, "50 mixed": MIXED}.items():
        mine, theirs = both(storyboard, by_hand, quality)
        print(f"a param drives {name}, {quality}: {mine:.2f} s, by hand in Manim {theirs:.2f} s, "
              f"{mine / theirs:.2f} times, target {TARGET}")


if __name__ == "__main__":
    main(*sys.argv[1:])
