"""Graphs, trees, networks and timelines as they are seen: nothing covers, all fits, edges stay."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P
from c2v_dsl.stage.geometry import Box
from c2v_dsl.stage.kinds.graph_layers import layered
from c2v_dsl.stage.kinds.graph_layouts import (
    branches,
    circle,
    crossings,
    grid,
    spread,
    springs,
    tidy,
)
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


SQUARE = (["a", "b", "c", "d"], [["a", "b"], ["b", "c"], ["c", "d"], ["d", "a"]])


def apart(boxes, gap=0.0):
    return all(
        a.x1 + gap <= b.x0 or b.x1 + gap <= a.x0 or a.y1 + gap <= b.y0 or b.y1 + gap <= a.y0
        for a, b in itertools.combinations(boxes, 2))


def inside(box, room, slack=1e-6):
    return (box.x0 >= room.x0 - slack and box.y0 >= room.y0 - slack
            and box.x1 <= room.x1 + slack and box.y1 <= room.y1 + slack)


# layouts


def test_spreading_moves_as_little_as_it_can():
    at = spread(np.array([0.0, 0.1, 5.0]), np.array([1.0, 1.0]))
    assert at == pytest.approx([-0.45, 0.55, 5.0])
    assert spread(np.array([3.0]), np.zeros(0)) == pytest.approx([3.0])


def test_springs_draw_planar_graphs_without_crossings_and_the_same_every_time():
    wheel = tuple((0, k) for k in range(1, 7)) + tuple((k, k % 6 + 1) for k in range(1, 7))
    ladder = (*((k, k + 1) for k in range(4)), *((k, k + 1) for k in range(5, 9)),
              *((k, k + 5) for k in range(5)))
    for count, edges in ((7, wheel), (10, ladder), (31, tuple((k, (k - 1) // 2)
                                                              for k in range(1, 31)))):
        at = springs(count, edges, 1.5)
        assert crossings(at, edges) == 0
        springs.cache_clear()
        assert np.array_equal(at, springs(count, edges, 1.5))


def test_a_chain_is_straight():
    at = springs(5, ((0, 1), (1, 2), (2, 3), (3, 4)), 1.5)
    assert np.ptp(at[:, 1]) < 0.05 * np.ptp(at[:, 0])


def test_what_does_not_hang_together_stands_apart():
    at = springs(6, ((0, 1), (1, 2), (3, 4), (4, 5)), 1.5)
    one, other = Box.of(at[:3]), Box.of(at[3:])
    assert apart([one, other], 0.5)


def test_subtrees_that_are_alike_are_drawn_alike():
    children = [[1, 2], [3, 4], [5, 6], [], [], [], []]
    x, depth = tidy(children, [0], np.ones(7), 0.5)
    assert depth == [0, 1, 1, 2, 2, 2, 2]
    assert x[4] - x[3] == pytest.approx(x[6] - x[5])
    assert x[0] == pytest.approx((x[1] + x[2]) / 2)
    assert np.diff(sorted(x[3:])).min() == pytest.approx(1.5)


def test_small_subtrees_stand_evenly_between_large_ones():
    children = [[1, 2, 3], [4, 5, 6], [], [7, 8, 9], *([] for _ in range(6))]
    x, _ = tidy(children, [0], np.ones(10), 0.5)
    assert x[2] == pytest.approx((x[1] + x[3]) / 2)


def test_a_graph_as_a_tree_hangs_from_its_first_node():
    children, roots = branches(4, [(0, 1), (1, 2), (0, 3), (2, 3)])
    assert roots == [0]
    assert children == [[1, 3], [2], [], []]


def test_layers_lead_one_way_and_break_circles():
    layers = layered(4, ((0, 1), (1, 2), (2, 0), (2, 3)))
    assert layers.level == (0, 1, 2, 3)
    assert list(layers.bends) == [2]
    crossed = layered(4, ((0, 3), (1, 2)))
    assert np.sign(crossed.across[0] - crossed.across[1]) == np.sign(
        crossed.across[3] - crossed.across[2])


def test_circle_and_grid():
    assert circle(4)[0] == pytest.approx([0, 1])
    assert circle(4)[1] == pytest.approx([1, 0])
    at = grid(6, 1.5)
    assert sorted(set(at[:, 0])) == pytest.approx([-1, 0, 1])
    assert at[0, 1] > at[3, 1]


# graphs


@pytest.mark.parametrize("layout", ["spring", "circle", "grid", "tree", "layers"])
@pytest.mark.parametrize("area", ["A1:F6", "A1:B6", "A1:F2", "C3"])
@pytest.mark.parametrize("names", [list("abcdef"), ["one", "two words", "three", "4", "5", "$x_6$"],
                                   list(range(6))])
def test_nodes_keep_apart_and_inside_their_area(bench, layout, area, names):
    edges = [[names[i], names[j]] for i, j in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 3))]
    g = s.graph(nodes=names, edges=edges, layout=layout).fit(area)
    boxes = [g.part("node", name).box() for name in names]
    room = bench.picture.stand.area(area)
    assert area == "C3" or apart(boxes)
    if area == "A1:F6":
        assert all(inside(box, room) for box in boxes)


def test_words_fit_in_their_nodes(bench):
    names = ["a", "a long name", "$\\frac{a}{b}$", "Übergröße"]
    g = s.graph(nodes=names, edges=[]).fit("A1:F6")
    for name in names:
        frame, *letters = g.part("node", name).outlines()
        words = Box.around(Box.of(points) for points in letters)
        assert inside(words, Box.of(frame))


def test_edges_stop_at_the_borders_of_their_nodes(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b"]], at=[P(-2, 0), P(2, 0)])
    way = g.part("edge", "a", "b").way()
    assert way[0][0] == pytest.approx(g.part("node", "a").box().x1, abs=0.02)
    assert way[-1][0] == pytest.approx(g.part("node", "b").box().x0, abs=0.02)


def test_an_edge_named_from_its_end_runs_backwards(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b"]], at=[P(-2, 0), P(2, 0)])
    there, back = g.part("edge", "a", "b"), g.part("edge", "b", "a")
    assert np.allclose(there.way()[::-1], back.way())
    dot = s.dot(g.part("node", "b"))
    bench.play(s.Add(g), s.Add(dot))
    bench.play(s.Move(dot, along=back))
    assert dot.middle() == pytest.approx(g.part("node", "a").middle(), abs=0.02)


def test_both_directions_bow_apart_and_loops_stay_outside(bench):
    g = s.graph(nodes=[1, 2], edges=[[1, 2], [2, 1], [2, 2]], directed=True).fit("A1:F6")
    one, other, loop = (g.part("edge", *e).way() for e in ((1, 2), (2, 1), (2, 2)))
    middle = [way[len(way) // 2 - 1: len(way) // 2 + 1].mean(axis=0) for way in (one, other)]
    assert np.hypot(*(middle[0] - middle[1])) > 0.3
    box = g.part("node", 2).box()
    assert np.hypot(*(loop - box.center).T).max() > box.width
    assert np.hypot(*(loop - box.center).T).min() > 0.9 * box.width / 2


def test_an_edge_bows_around_a_node_in_its_way(bench):
    g = s.graph(nodes=["a", "b", "c"], edges=[["a", "c"]], at=[P(-3, 0), P(0, 0), P(3, 0)])
    way = g.part("edge", "a", "c").way()
    curve = s.geometry.flatten(way, 24)
    b = g.part("node", "b").box()
    assert np.hypot(*(curve - b.center).T).min() > b.width / 2


def test_weights_touch_neither_nodes_nor_their_edge(bench):
    g = s.graph(nodes=list("abcd"), edges=[[*e, k + 10] for k, e in enumerate(
        (("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "c")))]).fit("A1:F6")
    nodes = [g.part("node", n).box() for n in "abcd"]
    words = []
    for e in ("ab", "bc", "cd", "da", "ac"):
        edge = g.part("edge", *e)
        letters = [stroke.points for stroke in edge.strokes()
                   if stroke.leaf.role == "word"]
        words.append(Box.around(Box.of(points) for points in letters))
        way = s.geometry.flatten(edge.way(), 24)
        inner = words[-1]
        assert not ((way > [inner.x0, inner.y0]) & (way < [inner.x1, inner.y1])).all(axis=1).any()
    assert apart(words)
    assert all(apart([node, word]) for node in nodes for word in words)


def test_edges_and_their_weights_follow_a_node_that_is_moved(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b", 7]], at=[P(-2, 0), P(2, 0)])
    bench.play(s.Add(g))
    edge = g.part("edge", "a", "b")
    before = edge.box()
    bench.play(s.Move(g.part("node", "b"), to=P(2, 2)))
    node = g.part("node", "b").box()
    assert node.center == pytest.approx(bench.picture.stand.rows(np.array([2.0, 2.0])), abs=0.02)
    end = edge.way()[-1]
    assert np.hypot(*(end - node.center)) == pytest.approx(node.width / 2, abs=0.03)
    assert edge.box().y1 > before.y1 + 1


def test_places_may_follow_a_param(bench):
    bench.p.t = 0.0
    g = s.graph(nodes=["a", "b"], edges=lambda: [["a", "b", bench.p.t]],
                at=[P(-2, 0), lambda: P(2, bench.p.t)])
    bench.play(s.Add(g))
    bench.p.t = 2.0
    node = g.part("node", "b").box()
    assert node.center == pytest.approx(bench.picture.stand.rows(np.array([2.0, 2.0])), abs=0.02)
    assert np.hypot(*(g.part("edge", "a", "b").way()[-1] - node.center)) < node.width


def test_places_in_an_area_keep_their_measure_while_one_moves(bench):
    bench.p.t = 0.0
    g = s.graph(nodes=["a", "b", "c"], edges=[], at=[P(0, 0), P(4, 0), lambda: P(2, bench.p.t)])
    g.fit("A1:F6").sweep(t=(8.0,))
    bench.play(s.Add(g))
    before = [g.part("node", n).middle() for n in "ab"]
    bench.p.t = 8.0
    assert np.allclose(before, [g.part("node", n).middle() for n in "ab"])
    assert inside(g.part("node", "c").box(), bench.picture.stand.area("A1:F6"))


def test_a_graph_on_a_plane_stands_in_its_units_and_keeps_its_shape(bench):
    ax = s.axes(x=(0, 10), y=(0, 1)).fit("A1:F6")
    with s.on(ax):
        g = s.graph(nodes=["a", "b"], edges=[["a", "b"]], at=[P(2, 0.5), P(8, 0.5)])
    box = g.part("node", "a").box()
    assert box.center == pytest.approx(ax.inner()(np.array([2.0, 0.5])), abs=0.02)
    assert box.width == pytest.approx(box.height)


def test_live_values_read_where_parts_are(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b"]], at=[P(-2, 0), P(2, 1)])
    dot = s.dot(lambda: P(g.part("node", "b").center.x, g.part("node", "b").y))
    bench.play(s.Add(g), s.Add(dot))
    assert np.allclose(dot.middle(), g.part("node", "b").middle())
    bench.play(s.Move(g.part("node", "b"), to=P(0, 2)))
    assert np.allclose(dot.center, (0, 2), atol=0.02)
    assert g.part("edge", "a", "b").start.x < g.part("edge", "a", "b").end.x


def test_colours_of_parts(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b", 1]]).fit("A1:F6")
    g.part("node", "a").style(color="gold")
    bench.play(s.Add(g))
    gold = s.look.rgb("gold")
    assert g.part("node", "a").strokes()[0].paint.stroke == gold
    assert g.part("node", "b").strokes()[0].paint.stroke != gold
    bench.play(s.Color(g.part("edge", "b", "a"), "red"))
    assert {stroke.paint.stroke for stroke in g.part("edge", "a", "b").strokes()
            if not stroke.leaf.plain} == {s.look.rgb("red")}


def test_a_node_may_be_there_before_the_rest(bench):
    g = s.graph(nodes=["a", "b"], edges=[["a", "b"]]).fit("A1:F6")
    bench.play(s.Show(g.part("node", "a")))
    seen = {id(stroke.leaf) for stroke in g.shown_strokes(())}
    assert seen == {id(stroke.leaf) for stroke in g.part("node", "a").strokes()}
    bench.play(s.Draw(g))
    assert len(g.shown_strokes(())) == len(g.model().leaves)


# trees


def test_equal_names_in_a_tree_are_parts_of_their_own(bench):
    t = s.tree(["r", ["x", "y"], ["x", "y"]]).fit("A1:F6")
    assert t.part("node", "x", 0).box().x1 < t.part("node", "x", 1).box().x0
    assert t.part("edge", "r", "x", 1).way()[0][1] > t.part("edge", "r", "x", 1).way()[-1][1]
    assert t.part("node", "r").middle()[1] > t.part("node", "x", 0).middle()[1]


@pytest.mark.parametrize("area", ["A1:F6", "A1:F3", "C2:D5"])
def test_a_large_tree_fits(bench, area):
    words = ["root", *(["branch", *(f"leaf {i}{j}" for j in range(3))] for i in range(4))]
    t = s.tree(words).fit(area)
    names = [("root",), *(("branch", k) for k in range(4)),
             *((f"leaf {i}{j}",) for i in range(4) for j in range(3))]
    boxes = [t.part("node", *name).box() for name in names]
    assert apart(boxes)
    if area == "A1:F6":
        assert all(inside(box, bench.picture.stand.area(area)) for box in boxes)


# networks


def test_a_network_has_its_parts_and_leaves_out_the_middle_of_large_layers(bench):
    net = s.network([784, 3]).fit("A1:F6")
    assert net.model().select((("node", 0, 783),))
    assert net.model().select((("node", 0, 400),)) is None
    assert len([p for p in net.model().parts if p[0][0] == "edge"]) == 8 * 3
    boxes = [net.part("node", 0, k).box() for k in (0, 1, 2, 3, 780, 781, 782, 783)]
    assert apart(boxes)
    assert boxes[4].y1 < boxes[3].y0 - boxes[0].height


def test_values_brighten_their_nodes_as_they_change(bench):
    bench.p.x = 0.0
    net = s.network([2, 1], values=lambda: [[bench.p.x, 1.0]]).fit("A1:F6")
    bench.play(s.Add(net))
    dark = net.part("node", 0, 0).strokes()[0].paint.fill
    bright = net.part("node", 0, 1).strokes()[0].paint.fill
    bench.p.x = 1.0
    assert dark != bright
    assert net.part("node", 0, 0).strokes()[0].paint.fill == bright


def test_weights_show_their_sign_and_size(bench):
    net = s.network([2, 1], weights=[[[2.0, -0.5]]]).fit("A1:F6")
    strong, weak = (net.part("edge", 0, k, 0).strokes()[0].paint for k in (0, 1))
    assert strong.width > weak.width
    assert strong.stroke == s.look.rgb("blue")
    assert weak.stroke == s.look.rgb("red")


# timelines

EVENTS = [["1905", "Special relativity"], ["1915", "General relativity"],
          ["1925", "Quantum mechanics"], ["1927", "Uncertainty"], ["1928", "Dirac's equation"],
          ["1932", "The neutron is found"], ["1938", "Fission"], ["2012", "Higgs found"]]


def cards(days, count):
    """Boxes of the words of each event."""
    return [
        Box.around(Box.of(stroke.points) for stroke in days.item(k).strokes()
                   if stroke.leaf.role == "word")
        for k in range(count)
    ]


@pytest.mark.parametrize("layout", ["wide", "notes"])
@pytest.mark.parametrize("area", ["A1:F6", "B1:E6", "C1:D6", "A1:F2"])
def test_events_never_cover_one_another(layout, area):
    bench = Bench(layout)
    days = s.timeline(EVENTS).fit(area)
    found = cards(days, len(EVENTS))
    assert apart(found)
    assert all(inside(box, bench.picture.stand.area(area), 0.05) for box in found)


def test_dates_are_true_to_scale(bench):
    days = s.timeline([["1900", "a"], ["44 BC", "b"], ["2000", "c"], ["500", "d"]]).fit("B1:E6")
    at = [next(stroke.points for stroke in days.item(k).strokes()
               if stroke.leaf.role == "solid").mean(axis=0)[0] for k in range(4)]
    years = np.array([1900, -44, 2000, 500])
    assert np.corrcoef(at, years)[0, 1] == pytest.approx(1.0)


def test_what_is_no_date_is_spaced_evenly(bench):
    days = s.timeline([["soon", "a"], ["later", "b"], ["last", "c"]]).fit("B1:E6")
    at = [next(stroke.points for stroke in days.item(k).strokes()
               if stroke.leaf.role == "solid").mean(axis=0)[0] for k in range(3)]
    assert at[1] - at[0] == pytest.approx(at[2] - at[1])


def test_a_narrow_area_has_its_line_upright(bench):
    days = s.timeline(EVENTS[:4]).fit("A1:F2")
    found = cards(days, 4)
    assert [box.y1 for box in found] == sorted((box.y1 for box in found), reverse=True)


def test_the_line_comes_with_the_first_event_and_stays(bench):
    days = s.timeline(EVENTS[:3]).fit("B1:E6")
    bench.play(s.Show(days.item(1)))
    lines = [stroke for stroke in days.shown_strokes(()) if stroke.leaf.shared]
    assert len(lines) == 1
    bench.play(s.Hide(days.item(1)))
    assert [stroke for stroke in days.shown_strokes(()) if stroke.leaf.shared]
