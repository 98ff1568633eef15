"""Charts show their numbers truly, and what follows a param keeps its scale."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics.binning import bin_count, bin_counts, bin_range
from c2v_dsl.stage import P
from c2v_dsl.stage.geometry import flatten
from c2v_dsl.stage.kinds.charts import slice_outline
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def area_of(outline):
    x, y = flatten(outline, 24).T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def fills(thing, path):
    return [stroke for stroke in thing.strokes_of(path) if stroke.leaf.role == "tint"]


def words(thing):
    """Boxes of what is written, one for each part."""
    found = []
    for leaf_path in thing.model().parts:
        outlines = [st.points for st in thing.strokes_of(leaf_path) if st.leaf.role == "word"]
        if outlines:
            points = np.vstack(outlines)
            found.append((points.min(axis=0), points.max(axis=0)))
    return found


def test_slices_are_as_large_as_their_shares_and_begin_at_the_top(bench):
    pie = s.pie([1, 2, 5]).fit("A1:F6")
    sizes = [area_of(fills(pie, (("slice", k),))[0].points) for k in range(3)]
    assert np.array(sizes) / sum(sizes) == pytest.approx([1 / 8, 2 / 8, 5 / 8], abs=0.01)
    first = fills(pie, (("slice", 0),))[0].points
    center = (pie.box().x0 + pie.box().x1) / 2
    assert first[:, 0].min() > center - 0.05
    assert first[:, 1].max() == pytest.approx(pie.box().y1, abs=0.05)


def test_slices_differ_in_colour_even_the_last_from_the_first(bench):
    for count in (2, 7, 8, 15, 21):
        pie = s.pie([1] * count).fit("A1:F6")
        colors = [fills(pie, (("slice", k),))[0].paint.fill for k in range(count)]
        pairs = itertools.pairwise([*colors, colors[0]])
        assert all(a != b for a, b in pairs)


@pytest.mark.parametrize("angle", [1e-6, 0.001, 0.2, math.pi, 6.0, 2 * math.pi])
def test_a_slice_of_any_angle_stays_inside_its_circle(angle):
    outline = flatten(slice_outline(0.7, angle, 2.0), 12)
    assert np.isfinite(outline).all()
    assert np.hypot(*outline.T).max() < 2.0 + 1e-3


def test_zero_and_tiny_slices_are_parts_too(bench):
    pie = s.pie([3, 0, 1e-4], labels=["a", "b", "c"]).fit("A1:F6")
    assert len(fills(pie, (("slice", 1),))[0].points) == 0
    assert area_of(fills(pie, (("slice", 2),))[0].points) > 0
    bench.play(s.Show(pie))
    bench.play(s.Shift(pie.part("slice", 0), by=P(0.2, 0)), s.Color(pie.part("slice", 1), "red"))


def test_names_beside_slices_never_cover_one_another(bench):
    names = [f"name {k}" for k in range(12)]
    for numbers in ([20, *[0.2] * 11], [1] * 12, [0.1] * 6 + [5] + [0.1] * 5):
        boxes = words(s.pie(numbers, labels=names).fit("A1:F6"))
        assert len(boxes) == 12
        for (a0, a1), (b0, b1) in itertools.combinations(boxes, 2):
            assert not ((a0 < b1 - 0.01) & (b0 < a1 - 0.01)).all()


def test_live_slices_turn_and_a_part_moved_stays_moved(bench):
    p = bench.p
    p.t = 1.0
    pie = s.pie(lambda: [1, p.t], labels=["a", "b"]).fit("A1:F6").sweep(t=(3.0,))
    bench.play(s.Show(pie))
    radius = area_of(fills(pie, (("slice", 0),))[0].points)
    before = pie.part("slice", 0).box().center
    bench.play(s.Shift(pie.part("slice", 0), by=P(1, 0)))
    assert pie.part("slice", 0).box().center[0] > before[0] + 0.5
    p.t = 3.0
    assert area_of(fills(pie, (("slice", 0),))[0].points) == pytest.approx(radius / 2, rel=0.02)


def test_bins_count_every_number_once():
    assert bin_counts([0, 1, 1, 2, 3], 0, 3, 3) == [1, 2, 2]
    assert bin_counts([5, -1], 0, 3, 3) == [0, 0, 0]
    assert bin_range(2, 2, 4, centred=False) == (1.5, 2.5)
    assert bin_range(1, 6, 6, centred=True) == (0.5, 6.5)
    assert bin_count([1, 2, 6], None) == 6
    assert bin_count([0.5, 2, 6], None) == bin_count([1, 2], None, live=True) == 10


def test_bins_touch_and_stand_on_the_axis(bench):
    chart = s.histogram([1, 2, 2, 3, 3, 3], bins=3).fit("A1:F6")
    boxes = [chart.item(k).box() for k in range(3)]
    heights = [box.height for box in boxes]
    assert heights == pytest.approx([heights[0], 2 * heights[0], 3 * heights[0]])
    for left, right in itertools.pairwise(boxes):
        assert 0 < right.x0 - left.x1 < 0.03
    assert len({round(box.y0, 6) for box in boxes}) == 1


def test_live_bins_keep_their_scale(bench):
    p = bench.p
    p.t = 1.0
    chart = s.histogram(lambda: [p.t * v for v in (1, 2, 3, 4)], bins=4).fit("A1:F6")
    chart.sweep(t=(0.1,))
    width = chart.item(0).box().width
    p.t = 0.1
    assert chart.item(0).box().width == pytest.approx(width)
    assert chart.box().y1 <= s.histogram([1]).fit("A1:F6").box().y1 + 0.01


def test_dots_stand_where_their_points_are(bench):
    points = [P(1, 2), P(2, 5), P(3, 3)]
    ax = s.axes(x=(0, 4), y=(0, 6)).fit("A1:F6")
    with s.on(ax):
        inside = s.scatter(points)
    for k, (x, y) in enumerate(points):
        assert ax.inner().inverse()(inside.item(k).middle()) == pytest.approx([x, y])
    alone = s.scatter(points, x=(0, 4), y=(0, 6)).fit("A1:F6")
    spots = np.array([alone.item(k).middle() for k in range(3)])
    steps = np.diff(spots, axis=0)
    assert steps[0, 0] == pytest.approx(steps[1, 0])
    assert steps[1, 1] / steps[0, 1] == pytest.approx(-2 / 3)


def test_the_more_dots_the_smaller(bench):
    sizes = [s.scatter([P(k, 0) for k in range(n)]).fit("A1:F6").item(0).box().width
             for n in (5, 100, 1000)]
    assert sizes[0] > sizes[1] > sizes[2] > 0.05


@pytest.mark.parametrize("points", [[P(1, 1)], [P(0, 0), P(0, 5)], [P(-3, -1), P(-2, -1)],
                                    [P(1e-9, 1e9), P(2e-9, 3e9)]])
def test_odd_points_have_axes_around_them(bench, points):
    chart = s.scatter(points).fit("A1:C3")
    room = s.axes().fit("A1:C3").box()
    for k in range(len(points)):
        at = chart.item(k).middle()
        assert room.x0 - 0.1 < at[0] < room.x1 + 0.1 and room.y0 - 0.1 < at[1] < room.y1 + 0.1


def test_long_names_below_bars_stand_in_lines_and_apart(bench):
    names = ["a rather long name", "another long name", "short", "a name of middle length", "x"]
    boxes = words(s.bars([5, 4, 3, 2, 1], labels=names).fit("A1:C3"))
    for (_, a1), (b0, _) in itertools.pairwise(boxes):
        assert a1[0] < b0[0] + 0.02


def test_charts_take_their_colour_but_their_axes_do_not(bench):
    from c2v_dsl.stage import look

    gold = look.rgb("gold")
    chart = s.histogram([1, 2, 2]).fit("A1:F6").style(color="gold")
    assert all(st.paint.fill == gold for st in fills(chart, ()))
    lines = [st for st in chart.strokes() if st.leaf.role == "line"]
    assert lines and all(st.paint.stroke != gold for st in lines)


def test_bars_say_their_numbers_with_as_many_decimals_as_asked(bench):
    plain = s.bars((1, 2.25)).fit("A1:F6")
    whole = s.bars((1, 2.25), decimals=0).fit("A1:F6")
    long = s.bars((1, 2.25), decimals=3).fit("A1:F6")
    glyphs = [sum(leaf.role == "word" for leaf in t.model().leaves) for t in (plain, whole, long)]
    assert glyphs == [len("1") + len("2.25"), len("1") + len("2"), len("1.000") + len("2.250")]
