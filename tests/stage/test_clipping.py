"""What stands on a plane is cut off at its edges."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P, on
from tests.stage.bench import Bench, frames


@pytest.fixture
def bench():
    return Bench("wide")


def fences(thing):
    return [getattr(mobject, "fence", None) is not None for mobject in thing.submobjects]


def test_shapes_over_an_edge_are_cut_and_others_are_not(bench):
    ax = s.plane(x=(-2, 2), y=(-1, 1)).fit("B2:E5")
    with on(ax):
        inside, over = s.square(), s.circle(r=1.5).style(fill="red", glow="red")
        edge = s.polygon(P(-2, -1), P(2, -1), P(2, 1))
        word, name = s.text("far").at(P(3, 0)), s.label("name", over)
    bench.play(s.Add(inside, over, edge, word, name))
    assert not any(fences(inside) + fences(edge) + fences(word) + fences(name))
    assert any(fences(over))


def test_dots_beyond_an_edge_are_not_drawn(bench):
    p = bench.p
    p.t = 0
    with on(s.axes(x=(0, 1), y=(0, 1)).fit("B2:E5")):
        dots = s.dot(P(1, 1)), s.dot(P(1.2, 0.5)), s.dot(lambda: P(p.t, 0.5))
    bench.play(s.Add(*dots))
    assert [len(d.submobjects) for d in dots] == [1, 0, 1]
    bench.play(s.Set(t=2))
    assert [len(d.submobjects) for d in dots] == [1, 0, 0]


def test_what_verbs_bend_is_cut_and_what_they_take_away_is_not(bench):
    with on(s.plane(x=(-2, 2), y=(-2, 2)).fit("A1:C3")):
        box, other = s.square(), s.square()
    free = s.dot(P(3, -2))
    bench.play(s.Add(box, other, free), s.Apply(s.L(s.L(8, 0), s.L(0, 1)), box))
    assert any(fences(box))
    bench.play(s.Move(other, to="F6"))
    assert not any(fences(other))
    bench.play(s.Move(other, to=P(2, 0)))
    assert any(fences(other))
    bench.play(s.Swap(other, free))
    assert not any(fences(other))


def test_nothing_of_a_cut_shape_is_seen_outside():
    def declare(o, p):
        o.ax = s.plane(x=(-2, 2), y=(-2, 2)).fit("B2:E5")
        with on(o.ax):
            o.disc = s.circle(r=6).style(fill=("red", 1), stroke=("red", 4))

    def beat(self, o, p):
        self.play(s.Add(o.disc))
        self.wait(0.5)

    picture = frames(declare, beat)[2]
    rows, columns = np.nonzero(picture[:, :, 0] > 150)
    height, width = picture.shape[:2]
    assert len(rows) > 0.1 * height * width
    assert rows.min() > 0.2 * height and columns.max() - columns.min() < height
