"""What stands on a plane is cut off at its edges."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P, on
from c2v_dsl.stage.view import EDGES
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


def test_labels_go_with_their_dots(bench):
    p = bench.p
    p.t = 0
    with on(s.axes(x=(0, 1), y=(0, 1)).fit("B2:E5")):
        dot = s.dot(lambda: P(p.t, 1))
        name = s.label("name", dot)
    bench.play(s.Add(dot, name))
    assert name.submobjects
    bench.play(s.Set(t=2))
    assert not name.submobjects
    bench.play(s.Set(t=1))
    assert name.submobjects


def test_a_polar_plane_ends_in_a_circle(bench):
    with on(s.polar(r=2).fit("A1:F6")):
        inside, corner = s.circle(r=1.9), s.square(side=3.9)
        dots = s.dot(P(1.9, 0)), s.dot(P(1.9, 1.9))
    bench.play(s.Add(inside, corner, *dots))
    assert not any(fences(inside))
    edges = corner.submobjects[0].fence
    center = edges.mean(axis=0)
    reach = np.hypot(*(edges - center).T)
    assert np.ptp(reach) < 1e-9
    assert [len(d.submobjects) for d in dots] == [1, 0]


def test_what_a_bent_plane_holds_is_cut_at_the_stage(bench):
    plane = s.plane(x=(-2, 2), y=(-2, 2)).fit("A1:C3")
    with on(plane):
        box = s.square()
    wide = s.L(s.L(40, 0), s.L(0, 1))
    bench.play(s.Add(plane, box), s.Apply(wide, plane, box))
    edges = EDGES["wide"]
    for thing in (plane, box):
        cut = next(m.fence for m in thing.submobjects if m.fence is not None)
        assert np.allclose(cut.min(axis=0), (edges.x0, edges.y0))


def test_what_has_no_length_is_not_seen(bench):
    with on(s.plane(x=(-2, 2), y=(-2, 2)).fit("A1:C3")):
        nothing = s.vector(0, 0).style(glow="gold")
    speck = s.line(P(1, 1), P(1, 1))
    bench.play(s.Add(nothing, speck))
    assert not nothing.submobjects and not speck.submobjects


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


@pytest.mark.parametrize("sides", [1, 2])
def test_functions_of_complex_numbers_bend_complex_planes(bench, sides):
    plane = s.complex(x=(-2, 2), y=(-2, 2)).fit("A1:F6")
    with on(plane):
        dot, word = s.dot(P(0, 1)), s.text("w").at(P(1, 1))
        line = s.line(P(-1, 1), P(1, 1))
    bench.play(s.Add(plane, dot, word, line))
    size = word.box().width
    square = (lambda z: z * z) if sides == 1 else (lambda x, y: P(x * x - y * y, 2 * x * y))
    bench.play(s.Apply(square, plane, dot, word, line))
    at = plane.inner().inverse()
    assert at(dot.middle()) == pytest.approx((-1, 0))
    assert at(word.middle()) == pytest.approx((0, 2), abs=0.05)
    assert word.box().width == pytest.approx(size)
    assert at(line.outlines()[0][0]) == pytest.approx((0, -2), abs=1e-6)
    bench.play(s.Apply(square, dot))
    assert at(dot.middle()) == pytest.approx((1, 0))


def test_where_a_function_has_no_value_there_is_a_gap(bench):
    with on(s.complex(x=(-2, 2), y=(-2, 2)).fit("A1:F6")):
        line, dot = s.line(P(-1, 0), P(1, 0)), s.dot(P(0, 0))
    bench.play(s.Add(line, dot), s.Apply(lambda z: 1 / z if z else s.log(0), line, dot))
    outline = line.outlines()[0]
    assert len(outline) and np.isfinite(outline).all()
    assert not dot.submobjects
