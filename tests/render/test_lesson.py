"""Emitted scenes: ours and plain Manim show the same, frame by frame."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from c2v_dsl.render.job import Job, Outcome, Part
from c2v_dsl.render.join import join
from c2v_dsl.render.options import QUALITIES
from c2v_dsl.render.runner import run_job

ROOT = Path(__file__).resolve().parents[2]
CODE = '''"""Area."""
from c2v_dsl.stage import *

use_theme("chalk")

A = L(L(2, 1), L(0, 1.5))


class Area(Lesson):
    title = "Area under a matrix"
    layout = "notes"
    beats = (
        Beat("unit", "Start from the unit square"),
        Beat("shear", "A matrix turns it into a parallelogram", color="gold"),
    )

    def declare(self, o, p):
        p.t = 0
        o.ax = plane(x=(-1, 4), y=(-1, 3)).fit("A1:F5")
        with on(o.ax):
            o.square = polygon(P(0, 0), P(1, 0), P(1, 1), P(0, 1)).style(fill=("blue", 0.4))
            o.corner = dot(lambda: mix(P(1, 1), A * P(1, 1), p.t)).style(color="gold")

    def beat_unit(self, o, p):
        self.play(Draw(o.ax, run_time=0.55))
        self.play(Show(o.square, run_time=0.02))
        self.play(Pop(o.corner, run_time=0.3))

    def beat_shear(self, o, p):
        self.wait(0.55)
        self.play(Apply(A, o.square), After(0.25, Set(t=1)))
'''
PARTS = (("unit", 0, 52), ("shear", 52, 160), ("", 160, 190))
FRAMES = 48  # 190 sixtieths at 15 frames a second, rounded


def draw(folder: Path, *wanted: str) -> Outcome:
    parts = tuple(
        Part(name, start, end, str(folder / f"{name}.mp4") if name in wanted else None)
        for name, start, end in PARTS
    )
    outcome = run_job(Job("area", "segments", CODE, "scene_01_area.py", "Area",
                          QUALITIES["draft"], parts, str(folder / "media")))
    assert outcome.failure is None, outcome.failure
    return outcome


def pictures(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as file:
        return [frame.to_ndarray(format="gray").astype(int) for frame in file.decode(video=0)]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ours")
    assert draw(folder, *(name for name, _, _ in PARTS)).drawn == FRAMES
    join([folder / f"{name}.mp4" for name, _, _ in PARTS], folder / "whole.mp4", 15)
    return folder


def test_plain_manim_renders_it_to_the_same_frames(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "scene_01_area.py").write_text(CODE)
    command = [sys.executable, "-m", "manim", "render", "-ql", "--progress_bar", "none",
               "scene_01_area.py", "Area"]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
                         capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr

    [theirs] = (tmp_path / "media").rglob("Area.mp4")
    mine, plain = pictures(ours / "whole.mp4"), pictures(theirs)
    assert len(mine) == len(plain) == FRAMES
    apart = [float(np.abs(a - b).mean()) for a, b in zip(mine, plain, strict=True)]
    # other codecs' settings and colour matrices differ by a shade, a wrong moment by far more
    assert max(apart) < 2.5


@pytest.mark.parametrize("part", ["unit", "shear", ""])
def test_a_beat_alone_has_the_bytes_it_has_in_the_whole(
    ours: Path, tmp_path: Path, part: str
) -> None:
    draw(tmp_path, part)
    assert (tmp_path / f"{part}.mp4").read_bytes() == (ours / f"{part}.mp4").read_bytes()
