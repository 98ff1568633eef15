"""What rests is drawn once, and the pictures are the same as if it were not."""

from __future__ import annotations

import numpy as np

from c2v_dsl import stage as s
from c2v_dsl.stage import P
from c2v_dsl.stage.picture import Picture
from tests.stage.bench import Bench, frames


def declare(o, p):
    p.t = 0
    o.ax = s.plane(x=(-2, 2), y=(-1, 1)).fit("A1:F3")
    with s.on(o.ax):
        o.follows = s.dot(lambda: P(p.t, 0)).style(color="red")
        o.still = s.circle(r=0.5).style(fill="blue")
    o.name = s.label("here", o.follows)
    o.late = s.square().at("E2").style(fill="gold", layer=-1)
    o.sum = s.math("x^2").at("F6")


def beat(scene, o, p):
    scene.play(s.Draw(o.ax, run_time=0.3))
    scene.play(s.Show(o.still, o.follows, o.name, run_time=0.3))
    scene.wait(0.2)
    scene.play(s.Write(o.sum, run_time=0.3), s.After(0.1, s.Set(t=1, run_time=0.3)))
    scene.play(s.Show(o.late, run_time=0.3))
    scene.play(s.Move(o.ax, to="D3", run_time=0.3), s.Flash(o.sum, run_time=0.3))
    scene.wait(0.2)


def test_frames_are_the_same_with_and_without_rest(monkeypatch):
    with_rest = frames(declare, beat)
    monkeypatch.setattr(Picture, "rest", lambda self, animations: [])
    without = frames(declare, beat)
    assert len(with_rest) == len(without) > 15
    for a, b in zip(with_rest, without, strict=True):
        assert np.abs(a.astype(int) - b.astype(int)).max() <= 2


def test_a_wrong_forecast_is_noticed():
    bench = Bench()
    p = bench.p
    p.t = 0
    back, front = s.dot(lambda: P(p.t, 0)), s.square()
    bench.play(s.Add(back, front))
    picture = bench.picture
    assert len(picture.rest([s.Show(front)])) == 1
    p.t = 1
    picture.refresh()
    assert picture.stale and picture.resting() == []


def test_only_what_lies_behind_the_change_rests():
    bench = Bench()
    p = bench.p
    p.t = 0
    things = [s.square(), s.dot(lambda: P(p.t, 0)), s.circle()]
    bench.play(s.Add(*things))
    picture = bench.picture
    assert len(picture.rest([s.Set(t=1)])) == 1
    assert len(picture.rest([s.Wiggle(things[2])])) == 2
    assert picture.rest([s.Clear()]) == []
    assert picture.rest([object()]) == []
