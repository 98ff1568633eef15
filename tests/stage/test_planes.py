"""Coordinates of planes, and curves in them."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P
from c2v_dsl.stage.geometry import flatten, subpaths
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def units(plane, points):
    return plane.inner().inverse()(np.asarray(points))


def test_units_are_the_planes(bench):
    ax = s.axes(x=(0, 60), y=(0, 1)).fit("A1:F6")
    with s.on(ax):
        dot = s.dot(P(30, 0.5))
        ring = s.circle(r=0.25).at(P(30, 0.5))
    assert units(ax, dot.middle()) == pytest.approx([30, 0.5])
    low, high = units(ax, ring.box().corners()[[0, 2]])
    assert low == pytest.approx([29.75, 0.25]) and high == pytest.approx([30.25, 0.75])


def test_dots_and_words_never_scale_with_a_plane(bench):
    free = s.dot().box().width
    free_word = s.text("word").box().height
    ax = s.axes(x=(0, 1000), y=(0, 0.01)).fit("A1:F6")
    with s.on(ax):
        dot, word = s.dot(P(500, 0.005)), s.text("word").at(P(500, 0.005))
    assert dot.box().width == pytest.approx(free) and dot.box().height == pytest.approx(free)
    assert word.box().height == pytest.approx(free_word)


def test_equal_units_on_planes_and_unequal_on_axes(bench):
    for kind, equal in ((s.plane, True), (s.complex, True), (s.axes, False)):
        linear = kind(x=(-2, 2), y=(-9, 9)).fit("A1:B6").inner().linear
        assert bool(abs(linear[0, 0] - linear[1, 1]) < 1e-9) is equal


def test_a_complex_number_is_a_point(bench):
    with s.on(s.complex(x=(-2, 2), y=(-2, 2)).fit("A1:F6")) as ax:
        dot = s.dot(1 + 1j)
    assert units(ax, dot.middle()) == pytest.approx([1, 1])


def test_curves_are_cut_exactly_at_the_edge(bench):
    ax = s.axes(x=(-3, 3), y=(0, 4)).fit("A1:F6")
    with s.on(ax):
        curve = s.plot(lambda x: x * x)
    points = units(ax, flatten(curve.way(), 10))
    assert points[:, 1].max() == pytest.approx(4, abs=1e-3)
    assert points[0] == pytest.approx([-2, 4], abs=0.01)
    middle = points[np.abs(points[:, 0]) < 1.9]
    assert np.abs(middle[:, 1] - middle[:, 0] ** 2).max() < 2e-3


def test_no_line_joins_the_branches_at_a_pole(bench):
    ax = s.axes(x=(-3, 3), y=(-4, 4)).fit("A1:F6")
    with s.on(ax):
        poles = s.plot(lambda x: s.tan(x))
        jump = s.plot(lambda x: s.floor(x))
        root = s.plot(lambda x: s.sqrt(x))
        inverse = s.plot(lambda x: 1 / float(x))
    branches = subpaths(poles.way())
    assert len(branches) == 3
    for branch in branches:
        assert np.all(np.diff(flatten(branch)[:, 0]) > 0)
    assert len(subpaths(jump.way())) == 6
    assert len(subpaths(inverse.way())) == 2
    begins = units(ax, root.way())[0]
    assert begins == pytest.approx([0, 0], abs=0.01)


def test_areas_and_bars_are_cut_to_the_plane(bench):
    ax = s.axes(x=(0, 4), y=(0, 4)).fit("A1:F6")
    with s.on(ax):
        area = s.region(lambda x: x * x, 0)
        bars = s.riemann(lambda x: x * x, x=(0, 4), n=4)
        far = s.secant(lambda x: x * x, 1, 2)
    for thing in (area, bars, far):
        points = units(ax, np.vstack(thing.outlines()))
        assert points.min() > -1e-6 and points.max() < 4 + 1e-6
    assert bars.item(1).box().height < bars.item(2).box().height


def test_implicit_curves_close(bench):
    ax = s.plane(x=(-2, 2), y=(-2, 2)).fit("A1:F6")
    with s.on(ax):
        ring = s.implicit(lambda x, y: x * x + y * y - 1)
    points = units(ax, flatten(ring.way()))
    assert np.abs(np.hypot(*points.T) - 1).max() < 2e-3
    assert len(subpaths(ring.way())) == 1


def test_points_ride_on_curves(bench):
    p = bench.p
    p.x = 1.0
    ax = s.axes(x=(-3, 3), y=(-1, 9)).fit("A1:F6")
    with s.on(ax):
        curve = s.plot(lambda x: x * x)
        rider = s.point_on(curve, at=lambda: p.x)
        touch = s.tangent(lambda x: x * x, at=lambda: p.x, length=2)
    p.x = 2.0
    assert units(ax, rider.middle()) == pytest.approx([2, 4])
    a, b = units(ax, touch.way())[[0, -1]]
    assert (b - a)[1] / (b - a)[0] == pytest.approx(4)
    assert np.hypot(*(b - a)) == pytest.approx(2)


def test_what_stands_on_a_plane_goes_with_it(bench):
    ax = s.plane(x=(-2, 2), y=(-2, 2)).fit("A1:C3")
    with s.on(ax):
        square = s.polygon(P(0, 0), P(1, 0), P(1, 1), P(0, 1))
        dot = s.dot(P(1, 1))
    wide = dot.box().width
    bench.play(s.Add(ax, square, dot))
    bench.play(s.Move(ax, to="E5"), s.Scale(ax, by=0.5))
    assert units(ax, square.box().corners()[2]) == pytest.approx([1, 1])
    assert units(ax, dot.middle()) == pytest.approx([1, 1])
    assert dot.box().width == pytest.approx(wide)


def test_apply_is_about_the_planes_origin(bench):
    ax = s.plane(x=(-2, 4), y=(-2, 4)).fit("A1:C3")
    with s.on(ax):
        square = s.polygon(P(0, 0), P(1, 0), P(1, 1), P(0, 1))
        arrow, dot = s.vector(1, 1), s.dot(P(1, 0))
    matrix = s.L(s.L(2, 1), s.L(0, 1.5))
    bench.play(s.Add(ax, square, arrow, dot))
    bench.play(s.Apply(matrix, ax, square, arrow, dot))
    assert units(ax, square.way()[4:12:4]) == pytest.approx(np.array([[2, 0], [3, 1.5]]))
    assert units(ax, arrow.way()[-1]) == pytest.approx([3, 1.5])
    assert units(ax, dot.middle()) == pytest.approx([2, 0])
    bench.play(s.Apply(lambda z: P(z.x + z.y, z.y), square))
    assert units(ax, square.box().corners()[2]) == pytest.approx([4.5, 1.5])


def test_a_step_of_nothing_leaves_the_numbers_of_an_axis_away(bench):
    both = s.axes(x=(0, 4), y=(0, 4), ticks=(1, 1)).fit("A1:F6")
    up = s.axes(x=(0, 4), y=(0, 4), ticks=(0, 1)).fit("A1:F6")
    none = s.axes(x=(0, 4), y=(0, 4), ticks=0).fit("A1:F6")
    count = [len(thing.model().leaves) for thing in (both, up, none)]
    assert count[0] > count[1] > count[2] == 2
    assert len(s.number_line(x=(0, 4), ticks=0).fit("C1:C6").model().leaves) == 1


def test_a_plane_s_names_stand_inside_it_at_the_ends_of_its_axes(bench):
    plain = s.plane(x=(-2, 2), y=(-1, 1)).fit("A1:F6")
    named = s.plane(x=(-2, 2), y=(-1, 1), labels=("across", "up")).fit("A1:F6")
    assert len(named.model().leaves) > len(plain.model().leaves)
    assert named.part("x").box().x1 == pytest.approx(plain.part("x").box().x1, abs=0.02)
    assert named.part("x").box().y1 > plain.part("x").box().y1 + 0.1


def test_a_curve_keeps_its_values_at_corners_whatever_the_axes_units(bench):
    ax = s.axes(x=(0, 1.6), y=(0, 140)).fit("A1:F6")

    def beat(x):
        return 8 + 112 * max(0, np.sin(np.pi * (x - 0.15) / 0.3)) if x < 0.5 else 8

    with s.on(ax):
        curve = s.plot(beat)
    local = ax.inner().inverse()(flatten(curve.outlines()[0], 8))
    off = [abs(y - beat(x)) for x, y in local]
    assert max(off) < 2.5
    assert np.all(np.diff(local[:, 0]) >= -1e-9)
