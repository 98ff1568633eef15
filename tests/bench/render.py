"""Rendering measured against plain Manim: ``python -m tests.bench.render [quality]``.

The same scene, eight objects and twelve plays over fifteen seconds, goes through Manim's own
renderer and writer and through ours, one after the other in processes of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
Bench().render()
print(json.dumps(time.perf_counter() - began))
'''


def plain(quality: Quality, folder: Path) -> float:
    """Seconds that plain Manim takes, its import left out."""
    code = PLAIN.format(
        size=(quality.width, quality.height, quality.fps), media=str(folder / "plain"), code=SCENE
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(json.loads(run.stdout.splitlines()[-1]))


def ours(quality: Quality, folder: Path, cached: int = 0) -> dict[str, float]:
    """Our seconds, and those of which the encoder worked; the first ``cached`` beats are there."""
    cache = Cache(folder)
    starts = (0, *ENDS[:-1])
    paths = [cache.path(f"{n:064x}") for n in range(len(ENDS))]
    parts = tuple(
        Part(f"b{n}", starts[n], ENDS[n], None if n < cached else str(paths[n]))
        for n in range(len(ENDS))
    )
    job = Job("bench", "segments", SCENE, "bench.py", "Bench", quality, parts, str(folder / "m"))
    began = time.perf_counter()
    outcome = run_job(job)
    assert outcome.failure is None, outcome.failure
    whole = time.perf_counter() - began
    began = time.perf_counter()
    join(paths, folder / "bench.mp4", quality.fps)
    return {**outcome.stats["seconds"], "whole": whole, "join": time.perf_counter() - began}


def main(name: str = "high") -> None:
    quality = QUALITIES[name]
    frames = frame_at(ENDS[-1], quality.fps)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        theirs = plain(quality, folder)
        mine = ours(quality, folder)
        last = ours(quality, folder, cached=3)
        size = (folder / "bench.mp4").stat().st_size
    each = 1000 / frames
    print(f"{name}: {frames} frames, {quality.width}x{quality.height}, {size // 1024} KB")
    print(f"plain Manim  {theirs:6.2f} s  {theirs * each:6.2f} ms a frame")
    print(f"c2v          {mine['scene']:6.2f} s  {mine['scene'] * each:6.2f} ms a frame  "
          f"ratio {theirs / mine['scene']:.1f}")
    for word in ("encode", "convert", "draw"):
        if word in mine:
            print(f"  {word:10} {mine[word]:6.2f} s  {mine[word] * each:6.2f} ms a frame")
    print(f"as a process {mine['whole']:6.2f} s, import {mine['import']:.2f} s, "
          f"join {mine['join'] * 1000:.0f} ms")
    print(f"last beat redrawn, the rest stepped through: {last['whole']:.2f} s as a process")


if __name__ == "__main__":
    main(*sys.argv[1:])
