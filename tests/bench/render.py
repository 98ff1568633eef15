"""Rendering measured against plain Manim: ``python -m tests.bench.render [quality] [storyboard]``.

The same scene goes through Manim's own renderer and writer and through ours, one after the other in
processes of their own: a storyboard's scenes, or eight objects and twelve plays over 15 seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from c2v_dsl.emit import emit_scene
from c2v_dsl.pipeline import check
from c2v_dsl.render.cache import Cache
from c2v_dsl.render.job import Job, Part
from c2v_dsl.render.join import join
from c2v_dsl.render.options import QUALITIES, Quality, frame_at
from c2v_dsl.render.runner import run_job

SCENE = '''
from manim import *


class Bench(Scene):
    def construct(self):
        for number in range(4):
            getattr(self, f"beat_b{number}")()

    def beat_b0(self):
        self.title = MathTypst("integral_0^1 x^2 dif x = 1 / 3").to_edge(UP)
        self.axes = Axes(x_range=[-3, 3], y_range=[-2, 2])
        self.curve = self.axes.plot(lambda x: np.sin(2 * x), color=BLUE)
        self.play(Write(self.title), run_time=1)
        self.play(Create(self.axes), run_time=1)
        self.play(Create(self.curve), run_time=1)

    def beat_b1(self):
        self.dots = VGroup(*[Dot(self.axes.c2p(x, np.sin(2 * x))) for x in np.linspace(-3, 3, 20)])
        self.play(FadeIn(self.dots), run_time=1)
        self.wait(2)
        self.play(self.dots.animate.set_color(RED), run_time=1)

    def beat_b2(self):
        self.square = Square().set_fill(GREEN, 0.5)
        self.circle = Circle().set_fill(YELLOW, 0.5).shift(RIGHT * 3)
        self.play(GrowFromCenter(self.square), run_time=1)
        self.play(self.square.animate.shift(LEFT * 3).rotate(1), run_time=1)
        self.play(FadeIn(self.circle), run_time=1)
        self.wait(2)

    def beat_b3(self):
        self.play(Transform(self.square, self.circle.copy().shift(LEFT)), run_time=1)
        self.play(FadeOut(self.dots), Rotate(self.circle), run_time=1)
        self.play(FadeOut(self.title), run_time=1)
'''
ENDS = (180, 420, 720, 900)

PLAIN = '''
import sys, time, json
from manim import *
from manim import config
config.pixel_width, config.pixel_height, config.frame_rate = {size}
config.media_dir = {media!r}
config.verbosity = "ERROR"; config.progress_bar = "none"; config.disable_caching = True
exec({code!r})
began = time.perf_counter()
{name}().render()
print(json.dumps(time.perf_counter() - began))
'''


@dataclass(frozen=True)
class Work:
    """A scene to render: its code, class and the ends of its beats in frames of 1/60 s."""

    code: str
    name: str
    beats: tuple[tuple[str, int], ...]


def plain(work: Work, quality: Quality, folder: Path) -> float:
    """Seconds that plain Manim takes, its import left out."""
    code = PLAIN.format(
        size=(quality.width, quality.height, quality.fps), media=str(folder / "plain"),
        code=work.code, name=work.name,
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(json.loads(run.stdout.splitlines()[-1]))


def ours(work: Work, quality: Quality, folder: Path, cached: int = 0) -> dict[str, float]:
    """Our seconds, and those of which the encoder worked; the first ``cached`` beats are there."""
    cache = Cache(folder)
    paths = [cache.path(f"{n:064x}") for n in range(len(work.beats))]
    starts = (0, *(end for _, end in work.beats))
    parts = tuple(
        Part(name, starts[n], end, None if n < cached else str(paths[n]))
        for n, (name, end) in enumerate(work.beats)
    )
    job = Job("bench", "segments", work.code, "bench.py", work.name, quality, parts,
              str(folder / "m"))
    began = time.perf_counter()
    outcome = run_job(job)
    assert outcome.failure is None, outcome.failure
    whole = time.perf_counter() - began
    began = time.perf_counter()
    join(paths, folder / "bench.mp4", quality.fps)
    return {**outcome.stats["seconds"], "whole": whole, "join": time.perf_counter() - began}


def works(storyboard: str) -> list[Work]:
    """The scenes of a storyboard, or without one the scene above."""
    if not storyboard:
        return [Work(SCENE, "Bench", tuple((f"b{n}", end) for n, end in enumerate(ENDS)))]
    timeline = check(Path(storyboard).read_text(), storyboard).timeline
    assert timeline is not None
    found = []
    for scene in timeline.scenes:
        emitted = emit_scene(timeline, scene)
        beats = [(b.name, b.start + b.frames) for b in scene.beats]
        if scene.frames > beats[-1][1]:
            beats.append(("", scene.frames))
        found.append(Work(emitted.text, emitted.class_name, tuple(beats)))
    return found


def measure(work: Work, quality: Quality) -> None:
    frames = frame_at(work.beats[-1][1], quality.fps)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        theirs = plain(work, quality, folder)
        mine = ours(work, quality, folder)
        last = ours(work, quality, folder, cached=len(work.beats) - 1)
        size = (folder / "bench.mp4").stat().st_size
    each = 1000 / frames
    print(f"{work.name}, {quality.name}: {frames} frames, {quality.width}x{quality.height}, "
          f"{size // 1024} KB")
    print(f"plain Manim  {theirs:6.2f} s  {theirs * each:6.2f} ms a frame")
    print(f"c2v          {mine['scene']:6.2f} s  {mine['scene'] * each:6.2f} ms a frame  "
          f"ratio {theirs / mine['scene']:.1f}")
    for word in ("draw", "convert", "encode"):
        print(f"  {word:10} {mine[word]:6.2f} s  {mine[word] * each:6.2f} ms a frame")
    print(f"as a process {mine['whole']:6.2f} s, import {mine['import']:.2f} s, "
          f"join {mine['join'] * 1000:.0f} ms")
    print(f"last beat redrawn, the rest stepped through: {last['whole']:.2f} s as a process")


def main(name: str = "high", storyboard: str = "") -> None:
    for work in works(storyboard):
        measure(work, QUALITIES[name])


if __name__ == "__main__":
    main(*sys.argv[1:])
