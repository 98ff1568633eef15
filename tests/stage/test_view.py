"""The camera: nearer, along, back out; title and lines stay where they are."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics import frame
from c2v_dsl.stage import P, look
from c2v_dsl.stage.picture import Picture
from c2v_dsl.stage.view import EDGES, NEAREST, SHARE, View
from tests.stage.bench import Bench, colored, frames

GRID = frame.grid_rect("wide")


@pytest.fixture
def bench():
    return Bench("wide")


def view(bench):
    return bench.picture.stand.view


def seen(bench, thing):
    return view(bench)(thing.middle())


# ---------------------------------------------------------------- zoom


def test_zoom_brings_a_thing_into_the_middle_and_out_goes_back_exactly(bench):
    box = s.square().at("C4")
    bench.play(s.Add(box))
    before = box.box()
    bench.play(s.Zoom(box, by=2))
    assert seen(bench, box) == pytest.approx(GRID.center)
    assert view(bench).box(box.box()).width == pytest.approx(2 * before.width)
    assert box.box() == before
    bench.play(s.Zoom(out=True))
    assert view(bench).still
    assert view(bench).veils() == []


@pytest.mark.parametrize(
    ("room", "share"),
    [("B2:E5", SHARE), ("C1:D6", SHARE), ("A1", None)],
)
def test_without_a_factor_it_fills_a_good_share_of_the_stage(bench, room, share):
    bench.play(s.Zoom(room))
    cells = bench.picture.stand.area(room)
    shown = view(bench).box(cells)
    wide, high = shown.width / GRID.width, shown.height / GRID.height
    if share is None:
        assert view(bench).shot.factor == NEAREST
    elif cells.width > 0.9 * GRID.width:
        assert view(bench).shot.factor == 1
    else:
        assert max(wide, high) == pytest.approx(share)


def test_several_things_are_seen_together(bench):
    a, b = s.square().at("B2"), s.square().at("D4")
    bench.play(s.Add(a, b))
    bench.play(s.Zoom((a, b)))
    middle = (a.middle() + b.middle()) / 2
    assert view(bench)(middle) == pytest.approx(GRID.center)
    bench.play(s.Zoom(P(0, 0), by=3))
    assert view(bench).shot.factor == 3


@pytest.mark.parametrize("layout", ["wide", "notes"])
@pytest.mark.parametrize("room", ["A1", "A6", "F1", "F6", "C1", "F3"])
def test_nothing_beyond_the_stage_is_shown(layout, room):
    bench = Bench(layout)
    bench.play(s.Zoom(room, by=2))
    edges = EDGES[layout]
    corners = view(bench)(np.array([[edges.x0, edges.y0], [edges.x1, edges.y1]]))
    assert corners[0, 0] <= edges.x0 + 1e-9 and corners[0, 1] <= edges.y0 + 1e-9
    assert corners[1, 0] >= edges.x1 - 1e-9 and corners[1, 1] >= edges.y1 - 1e-9


def test_the_picture_grows_about_one_point(bench):
    bench.play(s.Zoom("B2", by=3))
    near = view(bench).shot
    home = View("wide").home
    stays = None
    for share in (0.25, 0.5, 0.75):
        shot = home.towards(near, share)
        fixed = (home.focus - shot.factor * shot.focus) / (1 - shot.factor)
        assert stays is None or fixed == pytest.approx(stays)
        stays = fixed
    assert home.towards(near, 0) is home and home.towards(near, 1) is near


# ---------------------------------------------------------------- follow


def test_what_is_followed_stays_in_the_middle(bench):
    bench.p.t = 0
    dot = s.dot(lambda: P(bench.p.t, -1))
    bench.play(s.Add(dot))
    bench.play(s.Zoom(dot, by=2))
    bench.play(s.Follow(dot))
    assert seen(bench, dot) == pytest.approx(GRID.center)
    for moment in (0.1, 0.4, 0.9):
        bench.play(s.Set(t=4, run_time=1), until=moment).finish()
        bench.picture.refresh()
        assert seen(bench, dot) == pytest.approx(GRID.center)
    assert view(bench).shot.factor == 2
    bench.play(s.Zoom(dot, by=3))
    bench.play(s.Set(t=0))
    assert seen(bench, dot) == pytest.approx(GRID.center)
    bench.play(s.Zoom(out=True))
    bench.play(s.Set(t=2))
    assert view(bench).still


def test_a_trace_is_followed_where_it_grows(bench):
    dot = s.dot(P(0, 0))
    trace = s.trace(dot)
    bench.play(s.Add(dot, trace))
    bench.play(s.Follow(trace))
    bench.play(s.Move(dot, to=P(3, 1)))
    assert view(bench)(dot.middle()) == pytest.approx(GRID.center)


@pytest.mark.parametrize("steps", [1, 7, 60])
def test_the_camera_stays_where_what_it_followed_left(bench, steps):
    bench.p.t = 0
    dot = s.dot(lambda: P(bench.p.t, 0))
    bench.play(s.Add(dot))
    bench.play(s.Follow(dot))
    run = bench.play(s.Hide(dot, run_time=0.5), s.Set(t=4, run_time=1, ease="linear"), until=0)
    for step in range(1, steps + 1):
        run.interpolate(step / steps)
        bench.picture.refresh()
    run.finish()
    bench.picture.refresh()
    expected = bench.picture.stand.rows(np.array([2.0, 0.0]))
    assert view(bench).shot.focus == pytest.approx(expected)


# ---------------------------------------------------------------- frames


def declare(o, p):
    p.t = 0
    o.ax = s.plane(x=(-2, 2), y=(-1, 1)).fit("A1:F6")
    with s.on(o.ax):
        o.moving = s.dot(lambda: P(p.t, 0)).style(color="red")
        o.still = s.circle(r=0.5).style(fill="blue")
    o.sum = s.math("x^2").at("B2").style(color="gold")


def beat(scene, o, p):
    scene.play(s.Add(o.ax, o.still, o.moving, o.sum))
    scene.wait(1)
    scene.play(s.Zoom(o.moving, by=2.5, run_time=0.5))
    scene.wait(0.2)
    scene.play(s.Follow(o.moving, run_time=0.3))
    scene.play(s.Set(t=0.8, run_time=0.5), s.Flash(o.still, run_time=0.3))
    scene.play(s.Color(o.sum, color="teal", run_time=0.3))
    scene.play(s.Zoom(out=True, run_time=0.5))
    scene.play(s.Set(t=0, run_time=0), s.Color(o.sum, color="gold", run_time=0))
    scene.wait(0.3)


def test_only_the_stage_moves_and_the_end_is_as_the_beginning():
    shown = frames(declare, beat, layout="notes")
    before, after = shown[9], shown[-8]
    assert np.array_equal(before, after)
    high, wide = before.shape[:2]
    left = int((EDGES["notes"].x0 + frame.FRAME.x1) / frame.FRAME_WIDTH * wide) - 1
    top = int((frame.FRAME.y1 - EDGES["notes"].y1) / frame.FRAME_HEIGHT * high) - 1
    near = shown[16]
    assert (near[:, left + 2:] != before[:, left + 2:]).any()
    for picture in shown[9:-8]:
        assert np.array_equal(picture[:, :left], before[:, :left])
        assert np.array_equal(picture[:top], before[:top])


def test_dots_and_strokes_grow_less_than_the_rest():
    shown = frames(declare, beat, layout="notes")
    shade = tuple(round(255 * level) for level in look.rgb("red"))
    red = [colored(picture, shade, 60) for picture in (shown[9], shown[16])]
    assert red[0] > 10
    assert red[1] / red[0] == pytest.approx(2.5, rel=0.35)


def test_frames_are_the_same_with_and_without_rest(monkeypatch):
    with_rest = frames(declare, beat)
    monkeypatch.setattr(Picture, "rest", lambda self, animations: [])
    without = frames(declare, beat)
    assert len(with_rest) == len(without)
    for a, b in zip(with_rest, without, strict=True):
        assert np.abs(a.astype(int) - b.astype(int)).max() <= 2
