"""Tiny scenes on plain Manim, so that rendering is tested without the stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from c2v_dsl.diagnostics import Span
from c2v_dsl.emit import EmittedScene, Mapping
from c2v_dsl.timeline.model import BeatSpec, SceneSpec, Speech, Timeline

HEAD = '''"""A test scene."""
from manim import *


class {name}(Scene):
    def construct(self):
        self.setting()
        for name in {beats!r}:
            getattr(self, "beat_" + name)()
        self.clear()
        self.wait(0.5)

    def setting(self):
        self.square = Square().set_fill(BLUE, 1)
        self.dot = Dot(color=RED).shift(LEFT * 3)
'''


@dataclass
class Beat:
    """A beat's name, its length in frames of 1/60 s, its code and what is said in it."""

    name: str
    frames: int
    code: Sequence[str]
    speech: Sequence[Speech] = field(default=())


MOVES = Beat("moves", 60, ["self.add(self.square)",
                           "self.play(self.square.animate.shift(RIGHT * 2), run_time=1)"])
RESTS = Beat("rests", 30, ["self.wait(0.5)"])
TURNS = Beat("turns", 40, ["self.play(Rotate(self.square, PI / 2), FadeIn(self.dot), "
                           "run_time=2 / 3)"])


def scene(name: str, beats: Sequence[Beat], closing: int = 30) -> tuple[SceneSpec, EmittedScene]:
    """A scene of ``beats`` and the emitted file that plays it."""
    class_name = name.title()
    lines = HEAD.format(name=class_name, beats=[b.name for b in beats]).splitlines()
    specs = []
    mappings = []
    at = 0
    for number, beat in enumerate(beats):
        span = Span(number * 10, number * 10 + 9, "test.c2v")
        lines += ["", f"    def beat_{beat.name}(self):"]
        first = len(lines)
        lines += [f"        {line}" for line in beat.code]
        mappings.append(Mapping(first, len(lines), span, f"{name}@{beat.name}"))
        specs.append(BeatSpec(f"{name}@{beat.name}", beat.name, None, None, at, beat.frames, (),
                              tuple(beat.speech), span))
        at += beat.frames
    spec = SceneSpec(name, name, "wide", None, (), (), (), (), tuple(specs), at + closing,
                     Span(0, 1, "test.c2v"))
    emitted = EmittedScene(name, f"scene_{name}.py", class_name, "\n".join(lines) + "\n",
                           tuple(mappings))
    return spec, emitted


def timeline(*scenes: SceneSpec) -> Timeline:
    return Timeline("test.c2v", "Test", "chalk", {}, scenes)
