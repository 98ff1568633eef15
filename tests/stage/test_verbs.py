"""What verbs do, when, and that they are exact."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics import frame
from c2v_dsl.stage import After, P, look
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def center(place):
    return np.array(frame.cell_rect("wide", (ord(place[0]) - 65, int(place[1]) - 1)).center)


def paint(thing, k=0):
    return thing.strokes()[k].paint


@pytest.mark.parametrize("enter", [s.Show, s.Draw, s.Write, s.Grow, s.Pop, s.Add])
@pytest.mark.parametrize("leave", [s.Hide, s.Erase, s.Shrink, s.Remove])
def test_things_come_and_go_and_are_as_declared(bench, enter, leave):
    things = [s.square().style(fill=("blue", 0.5)), s.math("x^2"), s.arrow(P(0, 0), P(1, 1)),
              s.axes().fit("A1:C3"), s.bars(s.L(1, 2)), s.dot(P(1, 1))]
    for thing in things:
        assert not thing.there
    bench.play(enter(*things))
    for thing in things:
        plain = [k.points for k in thing.strokes()]
        shown = [k.points for k in thing.shown_strokes(())]
        assert all(np.array_equal(a, b) for a, b in zip(plain, shown, strict=True))
        assert thing.submobjects
    bench.play(leave(*things))
    assert not any(thing.there or thing.submobjects for thing in things)
    assert bench.picture.things == []


def test_half_way_is_between(bench):
    box = s.square().at("B2")
    bench.play(s.Add(box))
    run = bench.play(s.Move(box, to="B4", ease="linear"), until=0.25)
    assert box.middle() == pytest.approx(center("B2") * 0.75 + center("B4") * 0.25)
    run.finish()
    assert np.allclose(box.middle(), center("B4"), atol=1e-12)


def test_a_verb_without_time_acts_at_once(bench):
    box = s.square().at("B2")
    bench.play(s.Add(box))
    bench.play(s.Move(box, to="C3", run_time=0))
    assert box.middle() == pytest.approx(center("C3"))


def test_each_begins_from_the_state_at_its_own_start(bench):
    box = s.square(side=1).at("B2")
    bench.play(s.Add(box))
    bench.play(
        s.Shift(box, by=P(1, 0), run_time=1),
        After(1, s.Shift(box, by=P(0, 1), run_time=1)),
        After(2, s.Rotate(box, by=np.pi / 2, about=P(0, 0), run_time=0.5)),
    )
    expected = frame.to_rows("wide", center("B2")) + np.array([1, 1])
    assert box.center == pytest.approx((-expected[1], expected[0]))


def test_turning_and_scaling_at_once_keep_the_centre(bench):
    p = bench.p
    p.t = 0
    box = s.rect(w=2, h=1).at(lambda: P(p.t, 0))
    bench.play(s.Add(box))
    bench.play(s.Rotate(box, by=np.pi / 2), s.Scale(box, by=2, run_time=0), s.Set(t=2))
    assert box.center == pytest.approx((2, 0))
    assert (box.box().width, box.box().height) == pytest.approx((2 * frame.ROW, 4 * frame.ROW))


def test_moves_beside_along_and_between(bench):
    a, b, c = s.square().at("A1"), s.square().at("C4"), s.square(side=0.5).at("F6")
    line = s.line(P(-2, 0), P(2, 1))
    bench.play(s.Add(a, b, c, line))
    bench.play(s.Move(a, below=b, gap=0.2))
    assert a.box().y1 == pytest.approx(b.box().y0 - 0.2 * frame.ROW)
    bench.play(s.Move(c, between=(a, b)))
    assert c.middle() == pytest.approx((a.middle() + b.middle()) / 2)
    bench.play(s.Move(a, along=line))
    assert a.center == pytest.approx((2, 1))


def test_a_group_moves_and_turns_as_one(bench):
    a, b = s.dot(P(-1, 0)), s.dot(P(1, 0))
    both = s.group(a, b)
    bench.play(s.Add(both))
    bench.play(s.Rotate(both, by=np.pi / 2))
    assert a.center == pytest.approx((0, -1)) and b.center == pytest.approx((0, 1))
    bench.play(s.Move(both, to="C3"))
    assert (a.middle() + b.middle()) / 2 == pytest.approx(center("C3"))


def test_colours_fills_strokes_and_dimming(bench):
    box = s.square().style(fill=("blue", 0.4))
    bench.play(s.Add(box))
    bench.play(s.Color(box, "red"))
    assert paint(box).stroke == look.rgb("red") and paint(box).fill == look.rgb("red")
    bench.play(s.Fill(box, color="gold", opacity=0.8), s.Stroke(box, color="teal", width=7))
    assert (paint(box).fill, paint(box).fill_opacity) == (look.rgb("gold"), 0.8)
    assert (paint(box).stroke, paint(box).width) == (look.rgb("teal"), 7)
    bench.play(s.Fill(box, color=None))
    assert paint(box).fill_opacity == 0
    bench.play(s.Dim(box, to=0.2))
    assert paint(box).opacity == pytest.approx(0.2)
    bench.play(s.Undim(box))
    assert paint(box).opacity == 1


def test_parts_take_verbs_of_their_own(bench):
    m = s.matrix(s.L(s.L(2, 1), s.L(0, 5)))
    bench.play(s.Write(m.part("row", 0)))
    assert m.item(0, 1).thing.there
    seen = len(m.submobjects)
    assert 0 < seen < len(m.strokes())
    bench.play(s.Write(m))
    assert len(m.submobjects) == len(m.strokes())
    bench.play(s.Color(m.part("col", 1), "red"), s.Dim(m.item(0, 0)))
    assert {k.paint.fill for k in m.item(1, 1).strokes()} == {look.rgb("red")}
    assert m.item(0, 0).strokes()[0].paint.opacity == pytest.approx(0.3)
    assert m.item(1, 0).strokes()[0].paint.opacity == 1


def test_colour_of_a_box_leaves_its_inside_readable(bench):
    arr = s.array(s.L(3, 1, 2))
    inside = arr.item(1).strokes()[0].paint.fill
    bench.play(s.Add(arr))
    bench.play(s.Color(arr.item(1), "green"))
    frame_, digit = (k.paint for k in arr.item(1).strokes())
    assert frame_.stroke == digit.fill == look.rgb("green") and frame_.fill == inside
    bench.play(s.Fill(arr.item(1), color="gold"))
    assert arr.item(1).strokes()[0].paint.fill_opacity < 0.5
    assert arr.item(1).strokes()[1].paint.fill == look.rgb("green")


def test_swapping_boxes_of_an_array(bench):
    arr = s.array(s.L(3, 1, 2)).at("C3")
    first, last = arr.item(0).box().center, arr.item(2).box().center
    bench.play(s.Add(arr))
    bench.play(s.Swap(arr.item(0), arr.item(2)))
    assert arr.item(0).box().center == pytest.approx(last)
    assert arr.item(2).box().center == pytest.approx(first)


def test_families_come_one_after_another(bench):
    dots = [s.dot(P(k, 0)) for k in range(3)]
    verb = s.Pop(*dots, run_time=1, stagger=0.5)
    assert verb.run_time == pytest.approx(2)
    run = bench.play(verb, until=0.75)
    assert [dot.there for dot in dots] == [True, True, False]
    run.finish()
    assert all(dot.there for dot in dots)


def test_set_works_out_its_aims_when_it_starts(bench):
    p = bench.p
    p.t, p.v = 0, s.L(1, 2)
    bench.play(s.Set(t=3), After(1, s.Set(t=lambda: p.t + 1, v=s.L(5, 6))))
    assert p.t == 4 and p.v == s.L(5, 6)
    run = bench.play(s.Set(v=s.L(7, 6), ease="linear"), until=0.5)
    assert p.v == pytest.approx(s.L(6, 6))
    run.finish()


def test_morph_leaves_only_the_other(bench):
    a, b = s.math("x^2 + 1").at("A1"), s.math("1 + x^2").at("C3")
    bench.play(s.Add(a))
    run = bench.play(s.Morph(a, into=b, ease="linear"), until=0.5)
    assert not a.there and b.there
    middle = np.vstack([k.points for k in b.shown_strokes(())]).mean(axis=0)
    assert np.hypot(*(middle - (center("A1") + center("C3")) / 2)) < 0.9
    run.finish()
    bench.picture.refresh()
    assert not a.there and len(b.submobjects) == len(b.strokes())
    assert b.middle() == pytest.approx(center("C3"), abs=0.08)


def test_copy_leaves_both_and_lists_pair_off(bench):
    a, b = s.square().at("A1"), s.circle().at("A2")
    goals = [s.triangle().at("C1"), s.star().at("C2")]
    bench.play(s.Add(a, b))
    bench.play(s.Copy(a, into=goals[0]))
    assert a.there and goals[0].there
    bench.play(s.Morph(a, b, into=(goals[1], s.dot(P(0, 0)))))
    assert not a.there and not b.there and goals[1].there


def test_rewrite_keeps_colours_and_fits_again(bench):
    rule = s.math("x = 2", pieces=["x"]).fit("A1")
    bench.play(s.Add(rule), s.Color(rule.piece("x"), "red", run_time=0))
    bench.play(s.Rewrite(rule, text=r"x = \frac{1 + 2 + 3 + 4 + 5 + 6 + 7}{y + z + w + 10}"))
    assert {k.paint.fill for k in rule.piece("x").strokes()} == {look.rgb("red")}
    area = frame.cell_rect("wide", (0, 0))
    assert rule.box().x0 >= area.x0 and rule.box().x1 <= area.x1


@pytest.mark.parametrize("point", [
    s.Flash, s.Highlight, s.Outline, s.Wiggle, s.Focus, s.PointAt, s.Pulse,
])
def test_pointing_leaves_no_trace(bench, point):
    p = bench.p
    p.t = 0
    things = [s.square().style(fill="blue"), s.dot(lambda: P(p.t, 0)), s.math("a+b").at("A1")]
    bench.play(s.Add(*things))
    before = [(k.points.copy(), k.paint) for t in things for k in t.shown_strokes(())]
    run = bench.play(point(*things, run_time=1), until=0.4)
    assert bench.picture.overlays or any(t.effects.active for t in things)
    run.finish()
    bench.picture.refresh()
    after = [(k.points, k.paint) for t in things for k in t.shown_strokes(())]
    assert bench.picture.overlays == [] and not bench.picture.submobjects[-1].submobjects
    for (p0, q0), (p1, q1) in zip(before, after, strict=True):
        assert np.array_equal(p0, p1) and q0 == q1


def test_clear_takes_all_but_what_is_kept(bench):
    a, b = s.square(), s.circle()
    bench.play(s.Add(a, b))
    bench.play(s.Clear(except_=a))
    assert bench.picture.present() == [a]
    bench.play(s.Clear())
    assert bench.picture.present() == []


def test_there_and_back_ends_where_it_began(bench):
    box = s.square().at("B2")
    bench.play(s.Add(box))
    bench.play(s.Shift(box, by=P(2, 0), ease="there_and_back"),
               s.Color(box, "red", ease="there_and_back"))
    assert box.middle() == pytest.approx(center("B2"))
    assert paint(box).stroke == look.ink()


def test_an_instance_of_a_component_is_a_goal_like_any_other(bench):
    gate = s.component()
    gate.frame = s.square(side=1).at(P(2, 0))
    d = s.dot().at(P(-2, 0))
    bench.play(s.Add(gate, d))
    bench.play(s.Move(d, to=gate))
    assert d.middle() == pytest.approx(gate.frame.middle())
    bench.play(s.Move(d, below=gate))
    assert d.box().y1 < gate.frame.box().y0
    bench.play(s.Rotate(d, by=1.0, about=gate), s.PointAt(gate), s.Focus(gate))
