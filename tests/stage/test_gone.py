"""Verbs about things that have no picture at the moment take their time and do no harm."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics.values import NoValue
from c2v_dsl.stage import P
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def nowhere():
    raise NoValue("log of a negative number")


CHANGES = {
    "move": lambda a, b: s.Move(a, to=b), "beside": lambda a, b: s.Move(a, below=b),
    "between": lambda a, b: s.Move(a, between=(b, b)), "along": lambda a, b: s.Move(a, along=b),
    "inside": lambda a, b: s.Move(a, inside=b), "shift": lambda a, b: s.Shift(a, by=P(1, 0)),
    "about": lambda a, b: s.Rotate(a, by=1, about=b), "scale": lambda a, b: s.Scale(a, by=2),
    "apply": lambda a, b: s.Apply(lambda p: P(p.y, p.x), a), "swap": lambda a, b: s.Swap(a, b),
    "color": lambda a, b: s.Color(a, "red"), "dim": lambda a, b: s.Dim(a, b),
    "flash": lambda a, b: s.Flash(a, b), "point_at": lambda a, b: s.PointAt(a, b),
    "pulse": lambda a, b: s.Pulse(a, along=b), "highlight": lambda a, b: s.Highlight(a, b),
}


@pytest.mark.parametrize("run_time", [0, 1])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_no_picture_stops_no_verb(bench, change, run_time):
    for make in (lambda: s.dot(nowhere), lambda: s.line(P(0, 0), nowhere)):
        gone, here = make(), s.square()
        bench.play(s.Show(gone), s.Add(here))
        for a, b in ((gone, here), (here, gone), (gone, gone)):
            verb = change(a, b)
            verb.each = verb.run_time = run_time
            bench.play(verb)
        bench.play(s.Hide(gone), s.Hide(here))
    assert bench.picture.present() == []


def test_what_has_no_picture_becomes_another_and_the_other_way_round(bench):
    gone, here = s.dot(nowhere), s.square()
    bench.play(s.Show(gone))
    bench.play(s.Morph(gone, into=here))
    assert bench.picture.present() == [here]
    bench.play(s.Morph(here, into=gone))
    assert bench.picture.present() == [gone]


def test_functions_of_points_move_dots_and_words(bench):
    dot, word = s.dot(P(1, 2)), s.text("a").at(P(1, 2))
    bench.play(s.Add(dot, word))
    bench.play(s.Apply(lambda p: P(p.y, p.x), dot, word))
    for thing in (dot, word):
        assert np.allclose(thing.to_scene().inverse()(thing.middle()), (2, 1), atol=0.02)


@pytest.mark.parametrize("enter", [s.Show, s.Draw, s.Write, s.Grow, s.Pop])
@pytest.mark.parametrize("leave", [s.Hide, s.Erase, s.Shrink])
def test_empty_outlines_come_and_go(bench, enter, leave):
    with s.on(s.axes(x=(100, 101), y=(-5, -1)).fit("A1:C3")):
        things = [s.region(lambda x: x**2, 0, x=(0, 1)), s.riemann(lambda x: x, x=(0, 2), n=3)]
    things.append(s.bars(s.L(0, 2, 0)).fit("D1:F6"))
    for verb in (enter, leave):
        run = bench.play(verb(*things), until=0.3)
        for share in (0.6, 0.9):
            run.interpolate(share)
            bench.picture.refresh()
        run.finish()
    assert bench.picture.present() == []
