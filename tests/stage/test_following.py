"""What hangs on other things, and on params, follows."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics import frame
from c2v_dsl.stage import P
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def test_live_arguments_follow_their_param(bench):
    p = bench.p
    p.t = 0
    ring = s.circle(r=lambda: 1 + p.t)
    dot = s.dot(lambda: P(p.t, 2 * p.t))
    assert ring.box().width == pytest.approx(2 * frame.ROW)
    p.t = 1
    assert ring.box().width == pytest.approx(4 * frame.ROW)
    assert dot.middle() == pytest.approx(frame.to_scene("wide", (1, 2)))
    assert dot.center == pytest.approx(P(1, 2))


def test_only_what_read_a_param_is_made_again(bench):
    p = bench.p
    p.t, p.u = 0, 0
    made = []
    follows = s.dot(lambda: made.append("t") or P(p.t, 0))
    other = s.dot(lambda: made.append("u") or P(p.u, 0))
    bench.play(s.Add(follows, other))
    made.clear()
    p.t = 1
    bench.picture.refresh()
    bench.picture.refresh()
    assert made == ["t"]


def test_marks_and_labels_follow_a_moving_thing(bench):
    home = s.square(side=1).at("B2")
    marks = [s.brace(home, side="down"), s.box(home), s.underline(home), s.cross(home),
             s.label("name", home, side="up")]
    before = [m.middle() for m in marks]
    bench.play(s.Add(home, *marks))
    bench.play(s.Move(home, to="D5"))
    way = home.middle() - np.array(frame.cell_rect("wide", (1, 1)).center)
    for mark, was in zip(marks, before, strict=True):
        assert mark.middle() - was == pytest.approx(way)


def test_lines_stop_at_the_edges_of_what_they_join(bench):
    a, b = s.circle(r=0.5).at("C1"), s.circle(r=0.5).at("C5")
    arrow = s.arrow(a, b)
    start, end = arrow.way()[0], arrow.way()[-1]
    assert a.box().x1 < start[0] < a.box().x1 + 0.12
    assert b.box().x0 - 0.15 < end[0] < b.box().x0
    bench.play(s.Add(a, b, arrow))
    bench.play(s.Move(b, to="A5"))
    reach = np.hypot(*(arrow.way()[-1] - b.middle()))
    assert reach == pytest.approx(0.5 * frame.ROW + 0.1, abs=0.02)


@pytest.mark.parametrize("bend", [-3, -0.8, 0, 0.8, 3, 6.2])
def test_bows_leave_to_the_side_of_their_bend(bench, bend):
    way = s.curved_arrow(P(0, 0), P(2, 0), bend=bend).way()
    origin = np.array(frame.to_scene("wide", (0, 0)))
    assert way[0] == pytest.approx(origin)
    assert way[-1] == pytest.approx(frame.to_scene("wide", (2, 0)))
    assert np.sign(round((way[1] - way[0])[1], 9)) == np.sign(bend)
    assert np.abs(way - origin).max() < 40


def test_angles_follow_their_lines(bench):
    p = bench.p
    p.a = np.pi / 2
    base = s.line(P(0, 0), P(2, 0))
    hand = s.line(P(0, 0), lambda: P(2 * np.cos(p.a), 2 * np.sin(p.a)))
    bow = s.angle(base, hand)
    corner = s.right_angle(base, hand)
    origin = np.array(frame.to_scene("wide", (0, 0)))
    assert np.hypot(*(bow.way() - origin).T[:, [0, -1]]) == pytest.approx(0.42, abs=0.1)
    assert len(corner.way()) == 8
    ends = bow.way()[[0, -1]] - origin
    assert np.arctan2(*ends[1][::-1]) == pytest.approx(np.pi / 2)
    p.a = np.pi / 6
    ends = bow.way()[[0, -1]] - origin
    assert np.arctan2(*ends[1][::-1]) == pytest.approx(np.pi / 6)


def test_what_has_no_value_is_not_drawn_and_comes_back(bench):
    p = bench.p
    p.x = 1.0
    dot = s.dot(lambda: P(p.x, s.log(p.x)))
    name = s.label("here", dot)
    bench.play(s.Add(dot, name))
    assert dot.submobjects and name.submobjects
    p.x = -1.0
    bench.picture.refresh()
    assert not dot.submobjects and not name.submobjects
    p.x = 2.0
    bench.picture.refresh()
    assert dot.submobjects and name.submobjects


def test_a_trace_sees_the_whole_way_whatever_the_steps(bench):
    p = bench.p
    p.t = 0
    dot = s.dot(lambda: P(np.cos(p.t), np.sin(p.t)))
    trail = s.trace(dot)
    bench.play(s.Add(dot, trail))
    bench.play(s.Set(t=np.pi, run_time=1))
    radius = np.hypot(*(trail.way() - np.array(frame.to_scene("wide", (0, 0)))).T)
    assert radius[::4] == pytest.approx(frame.ROW, abs=1e-6)
    assert len(radius) > 150


def test_live_words_keep_their_pieces(bench):
    p = bench.p
    p.n = 7
    ans = s.math(lambda: f"x = {p.n}", pieces=["x"])
    bench.play(s.Add(ans), s.Color(ans.piece("x"), "red", run_time=0))
    red = list(ans.strokes_of((("piece", "x", 0),)))
    p.n = 12345
    again = ans.strokes_of((("piece", "x", 0),))
    assert [k.paint.fill for k in red] == [k.paint.fill for k in again]
    assert len(ans.strokes()) == 7


def test_objects_are_points_for_live_values(bench):
    a, b = s.dot(P(1, 1)), s.dot(P(3, 2))
    middle = s.dot(lambda: s.mix(a, b, 0.5))
    assert middle.center == pytest.approx(P(2, 1.5))
    line = s.line(P(0, 0), P(2, 4))
    assert line.end == pytest.approx(P(2, 4)) and line.start == pytest.approx(P(0, 0))
    assert (a.x, b.y) == pytest.approx((1, 2))
