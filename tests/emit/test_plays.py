"""Steps become plays: what overlaps is one play, what does not is a sequence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.diagnostics import Span
from c2v_dsl.emit.plays import Pause, Play, group
from c2v_dsl.timeline.model import Step

SPAN = Span(0, 1, "a.c2v")


def step(start: int, frames: int, id: str = "") -> Step:
    name = id or f"s@b#{start}"
    return Step(name, "show", (), {}, start, frames, frames, 0, "smooth", None, SPAN)


def test_steps_one_after_another_are_plays_one_after_another() -> None:
    first, second = step(0, 60), step(60, 30)
    assert group((first, second), 0, 90) == [Play(0, 60, (first,)), Play(60, 90, (second,))]


def test_a_gap_is_a_pause_and_so_is_the_rest_of_the_beat() -> None:
    late = step(30, 60)
    assert group((late,), 0, 120) == [Pause(30), Play(30, 90, (late,)), Pause(30)]


def test_steps_that_overlap_are_one_play() -> None:
    long, inner = step(0, 120), step(40, 20)
    assert group((long, inner), 0, 120) == [Play(0, 120, (long, inner))]


def test_a_step_without_length_stands_alone_before_what_follows() -> None:
    add, move = step(0, 0, "a"), step(0, 60, "b")
    assert group((add, move), 0, 60) == [Play(0, 0, (add,)), Play(0, 60, (move,))]


def test_a_step_without_length_inside_another_belongs_to_its_play() -> None:
    move, add = step(0, 60, "b"), step(30, 0, "a")
    assert group((move, add), 0, 60) == [Play(0, 60, (move, add))]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 90)), max_size=12))
def test_plays_and_pauses_fill_the_beat_and_keep_every_step(lengths: list[tuple[int, int]]) -> None:
    steps = tuple(step(s, f, f"s@b#{n}") for n, (s, f) in enumerate(lengths))
    parts = group(steps, 0, 400)
    covered = sum(p.frames if isinstance(p, Pause) else p.end - p.start for p in parts)
    assert covered == 400
    plays = [p for p in parts if isinstance(p, Play)]
    assert sorted(s.id for p in plays for s in p.steps) == sorted(s.id for s in steps)
    assert all(a.end <= b.start for a, b in pairwise(plays))
