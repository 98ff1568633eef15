"""What goes where when one thing becomes another."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P
from c2v_dsl.stage.blend import Blend
from c2v_dsl.stage.geometry import Box
from c2v_dsl.stage.matching import matched
from c2v_dsl.stage.verbs.becoming import visible
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def pairs(bench, a, b):
    """Items or letters that go over, as ``(old, new)`` by what each belongs to."""
    bench.play(s.Add(a, b))
    old, new = visible(a), visible(b)
    return old, new, matched(old, new)


def alike(old, new, match):
    return [(i, j) for i, j in match.pairs
            if i is not None and j is not None and old[i].leaf.key == new[j].leaf.key is not None]


def test_equal_symbols_travel_and_others_fade(bench):
    a, b = s.math("x^2 + 2x = 3").at("A1"), s.math("x^2 + 2x + 1 = 4").at("B3")
    old, new, match = pairs(bench, a, b)
    assert len(alike(old, new, match)) == len(old) - 1
    gone = [i for i, j in match.pairs if j is None]
    came = [j for i, j in match.pairs if i is None]
    assert (len(gone), len(came)) == (1, 3)
    assert np.allclose(match.drifts[True, gone[0]], b.box().center - a.box().center)


def test_the_one_equals_sign_goes_to_the_other(bench):
    old, new, match = pairs(bench, s.math(r"\frac{a}{b} = \frac{c}{d}"), s.math("a d = b c"))
    assert len(alike(old, new, match)) == len(new) == 5


def test_cells_of_one_content_pair_and_indices_stay_with_indices(bench):
    a, b = s.array(s.L(5, 2, 9, 1)).at("B2"), s.array(s.L(1, 2, 5, 9)).at("E4")
    old, new, match = pairs(bench, a, b)
    assert all(i is not None and j is not None for i, j in match.pairs)
    for i, j in match.pairs:
        assert old[i].leaf.soft == new[j].leaf.soft
        assert (old[i].leaf.key is None) == (new[j].leaf.key is None)
        if old[i].leaf.soft or old[i].leaf.key is None:
            assert old[i].item == new[j].item
        else:
            assert (5, 2, 9, 1)[old[i].item[0]] == (1, 2, 5, 9)[new[j].item[0]]


def test_dots_become_bars_one_by_one(bench):
    dots = [s.dot(P(k, 1)) for k in range(4)]
    chart = s.bars(s.L(1, 3, 2, 4), labels=s.L("a", "b", "c", "d")).fit("A1:F3")
    bench.play(s.Add(*dots))
    run = bench.play(s.Morph(*dots, into=chart, ease="linear"), until=0.5)
    solid = [k for k in chart.shown_strokes(()) if k.leaf.role == "tint"]
    assert len(solid) == 4
    for number, stroke in enumerate(solid):
        middle = Box.of(stroke.points).center
        goal = chart.box_of((("item", number),))
        assert abs(middle[0] - (dots[number].middle()[0] + goal.center[0]) / 2) < 0.05
    run.finish()
    assert not any(dot.there for dot in dots)
    assert chart.there


def test_bars_become_a_family_one_by_one(bench):
    chart = s.bars(s.L(1, 3, 2)).fit("A1:F3")
    squares = [s.square(side=0.5).at(P(k, -2)) for k in range(3)]
    bench.play(s.Add(chart))
    bench.play(s.Morph(chart, into=(*squares,), ease="linear"), until=0.01)
    for number, square in enumerate(squares):
        near, = (k for k in square.shown_strokes(()) if k.leaf.role == "shape")
        bar = chart.box_of((("item", number),)).center
        assert abs(Box.of(near.points).center[0] - bar[0]) < 0.1


def test_nodes_of_one_name_pair(bench):
    nodes, fewer = s.L("a", "b", "c"), s.L("c", "b")
    a = s.graph(nodes=nodes, edges=s.L(s.L("a", "b"), s.L("b", "c"))).fit("A1:C3")
    b = s.graph(nodes=fewer, edges=s.L(s.L("c", "b"))).fit("D4:F6")
    old, new, match = pairs(bench, a, b)
    over = [(old[i].item, new[j].item) for i, j in match.pairs if None not in (i, j)]
    assert {(x, y) for x, y in over if len(x) == 1} == {(("b",), ("b",)), (("c",), ("c",))}


def test_a_shape_that_splits_covers_no_more_than_before(bench):
    one = s.circle().style(fill=("teal", 0.5))
    bench.play(s.Add(one))
    three = [s.square().at(P(k, 0)) for k in range(3)]
    bench.play(s.Add(*three))
    old, new = visible(one), [k for thing in three for k in visible(thing)]
    shown = Blend(old)(new, 0.0)
    clear = np.prod([1 - k.paint.fill_opacity for k in shown])
    assert len(shown) == 3
    assert 1 - clear == pytest.approx(0.5)


def test_heads_grow_where_a_line_becomes_an_arrow(bench):
    line, arrow = s.line(P(0, 0), P(2, 0)), s.arrow(P(0, 1), P(2, 1))
    old, new, _ = pairs(bench, line, arrow)
    heads = [Blend(old)(new, share)[0].paint.head for share in (0.01, 0.5, 0.99)]
    assert heads == sorted(heads)
    assert heads[0] < 0.05 < 0.9 < heads[2]


def test_outlines_do_not_turn_inside_out(bench):
    """A polygon of more corners keeps its area on the way, instead of passing through nothing."""
    a, b = s.triangle().style(fill="blue"), s.circle().style(fill="red").at("C3")
    old, new, _ = pairs(bench, a, b)
    areas = [_area(Blend(old)(new, share)[0].points) for share in (0.0, 0.25, 0.5, 0.75)]
    ends = _area(old[0].points), _area(new[0].points)
    assert all(min(ends) * 0.8 < area < max(ends) * 1.2 for area in areas)


def _area(points):
    x, y = points[::4].T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def test_a_copied_picture_leaves_the_first_as_it_is(bench, tmp_path):
    from PIL import Image

    path = tmp_path / "a.png"
    Image.new("RGB", (8, 8), "red").save(path)
    picture, goal = s.image(str(path)).at("B2"), s.circle().at("E5")
    bench.play(s.Add(picture))
    place = picture.submobjects[0].points.copy()
    bench.play(s.Copy(picture, into=goal), until=0.4)
    assert picture.submobjects[0].shown_opacity == 1
    assert np.array_equal(picture.submobjects[0].points, place)
