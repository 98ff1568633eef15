"""Zoom and follow: the same frames however a scene comes to be drawn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from c2v_dsl.render.job import Job, Part
from c2v_dsl.render.join import join
from c2v_dsl.render.options import QUALITIES
from c2v_dsl.render.runner import run_job

from .test_lesson import ROOT, pictures

CODE = '''"""Near."""
from c2v_dsl.stage import *

use_theme("chalk")


class Near(Lesson):
    title = "Near"
    layout = "notes"
    clears = False
    beats = (
        Beat("near", "Nearer"),
        Beat("along", "Along, until it leaves"),
    )

    def declare(self, o, p):
        p.t = 0
        o.ax = plane(x=(-3, 3), y=(-3, 3)).fit("A1:F6")
        with on(o.ax):
            o.ball = dot(lambda: P(p.t, p.t / 2)).style(color="gold")
            o.way = arrow(P(-2, -1), P(2, 1))
            o.name = label("ball", o.ball)

    def beat_near(self, o, p):
        self.play(Add(o.ax, o.way, o.ball, o.name))
        self.play(Zoom(o.ball, by=2.5, run_time=0.7))

    def beat_along(self, o, p):
        self.play(Follow(o.ball, run_time=0.4))
        self.play(Set(t=2, run_time=0.8), Hide(o.name, run_time=0.25),
                  After(0.1, Hide(o.ball, run_time=0.4)))
        self.wait(0.1)


class Back(Near):
    title = "And back"
    layout = "notes"
    clears = False
    beats = (Beat("back", "Back"),)

    def declare(self, o, p):
        pass

    def beat_back(self, o, p):
        self.wait(0.2)
        self.play(Zoom(out=True, run_time=0.5))
'''
PARTS = {
    "Near": (("near", 0, 42), ("along", 42, 120)),
    "Back": (("back", 0, 42),),
}


def draw(folder: Path, name: str, *wanted: str) -> None:
    parts = tuple(
        Part(beat, start, end, str(folder / f"{beat}.mp4") if beat in wanted else None)
        for beat, start, end in PARTS[name]
    )
    outcome = run_job(Job(name.lower(), "segments", CODE, "scene.py", name,
                          QUALITIES["draft"], parts, str(folder / "media")))
    assert outcome.failure is None, outcome.failure


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("camera")
    draw(folder, "Near", "near", "along")
    draw(folder, "Back", "back")
    join([folder / "near.mp4", folder / "along.mp4"], folder / "whole.mp4", 15)
    return folder


def test_a_beat_alone_is_seen_from_where_the_camera_had_come(ours: Path, tmp_path: Path) -> None:
    draw(tmp_path, "Near", "along")
    assert (tmp_path / "along.mp4").read_bytes() == (ours / "along.mp4").read_bytes()


def test_a_scene_that_goes_on_begins_where_the_camera_was(ours: Path) -> None:
    last, first = pictures(ours / "along.mp4")[-1], pictures(ours / "back.mp4")[0]
    stage = np.s_[90:, 300:]
    assert np.abs(last[stage] - first[stage]).mean() < 1
    assert np.abs(first[stage] - pictures(ours / "back.mp4")[-1][stage]).mean() > 3


def test_plain_manim_sees_the_same(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "scene.py").write_text(CODE)
    command = [sys.executable, "-m", "manim", "render", "-ql", "--progress_bar", "none",
               "scene.py", "Near"]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
                         capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    [theirs] = (tmp_path / "media").rglob("Near.mp4")
    mine, plain = pictures(ours / "whole.mp4"), pictures(theirs)
    assert len(mine) == len(plain)
    apart = [float(np.abs(a - b).mean()) for a, b in zip(mine, plain, strict=True)]
    assert max(apart) < 2.5
