"""Arrows and colours over a plane tell what the function does there."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P, look
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def on_plane(make, x=(-3, 3), y=(-2, 2), kind=s.plane):
    ax = kind(x=x, y=y).fit("A1:F6")
    with s.on(ax):
        return ax, make()


def arrows(thing):
    """Middle and way of every arrow in the scene."""
    return [((st.points[0] + st.points[-1]) / 2, st.points[-1] - st.points[0])
            for st in thing.strokes()]


def test_arrows_point_the_way_of_the_field(bench):
    ax, field = on_plane(lambda: s.field(lambda x, y: -y, lambda x, y: x))
    found = arrows(field)
    assert 50 < len(found) < 300
    for middle, way in found:
        x, y = ax.inner().inverse()(middle)
        assert way @ np.array([x, y]) == pytest.approx(0, abs=1e-6)
        assert way @ np.array([-y, x]) > 0


@pytest.mark.parametrize("kind, x", [(s.plane, (-3, 3)), (s.axes, (0, 60))])
def test_arrows_never_touch(bench, kind, x):
    _, field = on_plane(lambda: s.field(lambda x, y: y, lambda x, y: 1 + x), x, kind=kind)
    found = arrows(field)
    reach = max(float(np.hypot(*way)) for _, way in found) / 2
    apart = min(float(np.hypot(*(a - b))) for (a, _), (b, _) in itertools.combinations(found, 2))
    assert 2 * reach < apart


def test_a_field_may_be_one_function_of_points(bench):
    _, two = on_plane(lambda: s.field(lambda x, y: y, lambda x, y: x * y))
    _, one = on_plane(lambda: s.field(F=lambda x, y: P(y, x * y)))
    for (a, way), (b, other) in zip(arrows(two), arrows(one), strict=True):
        assert a == pytest.approx(b) and way == pytest.approx(other)


def test_no_arrow_where_there_is_nothing(bench):
    ax, field = on_plane(lambda: s.field(lambda x, y: s.sqrt(x), lambda x, y: 0))
    assert all(ax.inner().inverse()(middle)[0] > 0 for middle, _ in arrows(field))
    assert arrows(on_plane(lambda: s.field(lambda x, y: 0, lambda x, y: 0))[1]) == []


def test_the_stronger_the_longer_though_one_is_near_a_pole(bench):
    ax, field = on_plane(lambda: s.field(lambda x, y: 1 / (x - 0.001), lambda x, y: 0))
    by_x = sorted((abs(ax.inner().inverse()(m)[0]), float(np.hypot(*w))) for m, w in arrows(field))
    lengths = [length for _, length in by_x]
    assert all(a >= b - 1e-2 for a, b in itertools.pairwise(lengths))
    assert lengths[-1] > 0.3 * lengths[0]


def test_arrows_keep_one_scale_while_a_param_moves(bench):
    p = bench.p
    p.t = 1.0
    _, field = on_plane(lambda: s.field(lambda x, y: p.t, lambda x, y: 0).sweep(t=(4.0,)))
    weak = np.hypot(*arrows(field)[0][1])
    p.t = 4.0
    assert np.hypot(*arrows(field)[0][1]) > 1.5 * weak


def test_steps_are_kept(bench):
    ax, field = on_plane(lambda: s.field(lambda x, y: 1, lambda x, y: 1, step=(1.5, 0.5)))
    spots = np.array([ax.inner().inverse()(middle) for middle, _ in arrows(field)])
    assert np.diff(np.unique(spots[:, 0].round(6))) == pytest.approx(1.5)
    assert np.diff(np.unique(spots[:, 1].round(6))) == pytest.approx(0.5)


def pixels(thing):
    (stroke,) = thing.strokes()
    return np.asarray(stroke.leaf.image.pixel_array).astype(int)


def test_colours_of_both_signs_and_none_at_zero(bench):
    seen = pixels(on_plane(lambda: s.heat(lambda x, y: x))[1])
    cold, warm = (np.array(look.rgb(name)) * 255 for name in ("blue", "orange"))
    row = seen[seen.shape[0] // 2]
    assert row[2, :3] == pytest.approx(cold, abs=2) and row[-3, :3] == pytest.approx(warm, abs=2)
    assert row[len(row) // 2, 3] < 10 < 150 < row[2, 3]
    assert (row[:, 3] < 215).all()


def test_colours_of_one_sign_rise(bench):
    seen = pixels(on_plane(lambda: s.heat(lambda x, y: s.exp(x)))[1])
    row = seen[seen.shape[0] // 2, :, 3]
    assert (np.diff(row) >= 0).all() and row[-1] > row[0] + 100


def test_the_upper_edge_is_above(bench):
    seen = pixels(on_plane(lambda: s.heat(lambda x, y: y + 2))[1])
    assert seen[2, 10, 3] > seen[-3, 10, 3] + 50


def test_gaps_end_sharply_where_values_end(bench):
    seen = pixels(on_plane(lambda: s.heat(lambda x, y: s.sqrt(x * x + y * y - 1) + 1))[1])
    height, width = seen.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    r = np.hypot((x + 0.5) / width * 6 - 3, (y + 0.5) / height * 4 - 2)
    assert (seen[r < 0.97, 3] == 0).all() and (seen[r > 1.03, 3] > 0).all()


def test_a_range_and_a_colour_that_are_given(bench):
    _, heat = on_plane(lambda: s.heat(lambda x, y: x, range=(0, 1)).style(color="red"))
    row = pixels(heat)[10]
    assert row[-1, :3] == pytest.approx(np.array(look.rgb("red")) * 255, abs=2)
    assert row[-1, 3] == row[int(len(row) * 0.7), 3] > row[0, 3]


def test_a_verb_gives_it_another_colour(bench):
    ax, heat = on_plane(lambda: s.heat(lambda x, y: x))
    bench.play(s.Show(ax), s.Show(heat))
    bench.play(s.Color(heat, "red"))
    (image,) = heat.submobjects
    assert np.asarray(image.pixel_array)[10, -1, :3] == pytest.approx(
        np.array(look.rgb("red")) * 255, abs=2)


def test_round_planes_are_filled_to_their_edge(bench):
    ax = s.polar(r=2).fit("A1:F6")
    with s.on(ax):
        heat, field = s.heat(lambda x, y: 1 + x * x), s.field(lambda x, y: 1, lambda x, y: 0)
    seen = pixels(heat)[:, :, 3]
    assert (seen[:20, :20] == 0).all() and (seen[len(seen) // 2] > 0).all()
    assert all(np.hypot(*ax.inner().inverse()(middle)) < 2 for middle, _ in arrows(field))


@pytest.mark.parametrize("f", [lambda x, y: s.sqrt(-1 - x * x), lambda x, y: 5,
                               lambda x, y: 1 / (x * 0), lambda x, y: 1e300 * x])
def test_odd_surfaces_do_no_harm(bench, f):
    for make in (lambda: s.heat(f), lambda: s.field(f, f)):
        ax, thing = on_plane(make)
        bench.play(s.Show(ax), s.Show(thing))
        bench.play(s.Hide(thing))
