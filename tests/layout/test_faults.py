"""What goes wrong while measuring is told, and loses nothing but its own scene."""

from __future__ import annotations

import itertools
import signal
from dataclasses import replace
from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.emit import emit_scene
from c2v_dsl.layout.check import check_layout
from c2v_dsl.layout.measure import measure
from c2v_dsl.render.job import Job, Part
from c2v_dsl.render.options import QUALITIES
from c2v_dsl.render.runner import run_batch
from c2v_dsl.timeline.model import Timeline

SCENE = """
scene {name} "{name}" layout wide {{
  objects {{
    a = text("first words") at C3
    b = {thing} at C3
  }}
  beat one {{ show a, b }}
}}
"""
COVERING = 'text("other words")'
RAISING = 'python("a spiral") {where}"""\nraise ValueError("no such spiral")\n"""'
ENDLESS = 'python("a spiral") {where}"""\nwhile True:\n    pass\n"""'


def _timeline(*things: str) -> Timeline:
    scenes = []
    for number, thing in enumerate(things):
        text = SCENE.format(name=f"s{number}", thing=thing)
        if "{where}" in thing:
            text = text.replace("{where}", "in B2:D4 ").replace(' at C3\n  }', "\n  }")
        scenes.append(text)
    result = c2v_dsl.check('c2v 1\nstoryboard "Faults" {}\n' + "".join(scenes), "faults.c2v")
    assert result.timeline is not None, result.findings
    return result.timeline


def test_hatches_that_fail_or_never_end_are_told_and_the_rest_is_measured() -> None:
    timeline = _timeline(COVERING, ENDLESS, RAISING, COVERING)
    measured = measure(timeline, jobs=1, silence=2)
    assert [seen.scene for seen in measured.scenes] == ["s0", "s1", "s2", "s3"]
    assert [(f.scene, f.hatch) for f in measured.scene_faults] == [("s1", True), ("s2", True)]
    assert "no such spiral" in measured.scene_faults[1].message
    assert not measured.machine_faults


def test_a_fault_is_told_again_the_next_time(tmp_path: Path) -> None:
    timeline = _timeline(RAISING)
    first = check_layout(timeline, {}, folder=tmp_path)
    again = check_layout(timeline, {}, folder=tmp_path)
    assert first.scene_faults
    assert [f.message for f in first.scene_faults] == [f.message for f in again.scene_faults]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_child_loses_one_scene(tmp_path: Path) -> None:
    timeline = _timeline(COVERING, COVERING, COVERING)
    jobs = []
    for number, scene in enumerate(timeline.scenes):
        emitted = emit_scene(timeline, scene)
        parts = tuple(Part(b.name, b.start, b.start + b.frames, str(tmp_path / f"{number}.json"))
                      for b in scene.beats)
        jobs.append(Job(scene.id, "measure", emitted.text, emitted.filename, emitted.class_name,
                        QUALITIES["draft"], parts, str(tmp_path)))
    jobs[1] = replace(jobs[1], code="import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    outcomes = run_batch(jobs)
    assert [outcome.scene for outcome in outcomes] == ["s0", "s1", "s2"]
    assert [outcome.failure and outcome.failure.kind for outcome in outcomes] == [
        None, "lost", None]
    assert [(tmp_path / f"{n}.json").exists() for n in range(3)] == [True, False, True]


def test_a_thousand_objects_are_measured(tmp_path: Path) -> None:
    text = ('c2v 1\nstoryboard "Many" {}\nscene a "Many" layout wide {\n  objects {\n'
            "    for i in 0..39 { for j in 0..24 { s[i, j] = square(side=0.1) at "
            "(-5 + 0.25 * i, -2.8 + 0.22 * j) } }\n  }\n  beat one { add s }\n}\n")
    result = c2v_dsl.check(text, "many.c2v")
    assert result.timeline is not None
    judged = check_layout(result.timeline, result.sources, folder=tmp_path)
    assert (judged.findings, judged.measured) == ((), 1)


def test_moves_are_spans_that_do_not_overlap() -> None:
    from c2v_dsl.layout.actions import Actions

    text = ('c2v 1\nstoryboard "Moves" {}\nscene a "Moves" layout wide {\n  objects {\n'
            "    a = circle() at A1\n    b = circle() at C1\n  }\n"
            "  beat one {\n    show a, b\n"
            "    together { move a to A3 over 2s; shift b by (1, 0) }\n"
            "    wait 1s\n    color a red\n    rotate b by 90deg\n  }\n}\n")
    timeline = c2v_dsl.check(text, "moves.c2v").timeline
    assert timeline is not None
    moves = Actions(timeline.scenes[0]).moves()
    assert moves == ((60, 180), (300, 360))
    assert all(a[1] < b[0] for a, b in itertools.pairwise(moves))
