"""Pictures in no time, for tests of what becomes of them."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from c2v_dsl.agents.critic import bench
from c2v_dsl.render.stills import FramesResult, Still
from c2v_dsl.timeline.model import FPS, SceneSpec, Timeline


@pytest.fixture
def sketched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenes are not drawn: every different thing on the stage makes a different pattern."""
    monkeypatch.setattr(bench, "frames", sketch)


def sketch(timeline: Timeline, out: Path, *, at: tuple[float, ...], **_: Any) -> FramesResult:
    """Stands in for `render.stills.frames`."""
    stills = []
    for seconds in at:
        position = frame = round(seconds * FPS)
        for scene in timeline.scenes:
            if frame < scene.frames:
                break
            frame -= scene.frames
        beat = next(b for b in reversed(scene.beats) if b.start <= frame)
        path = out / f"{position}.png"
        _pattern(scene, frame, timeline.theme).save(path)
        stills.append(Still(path, scene, beat, position, moment=True))
    return FramesResult(tuple(stills), len(at))


def _pattern(scene: SceneSpec, frame: int, theme: str) -> Image.Image:
    steps = [(step.verb, step.targets, step.args) for beat in scene.beats for step in beat.steps
             if step.start <= frame]
    passing = [step.targets for beat in scene.beats for step in beat.steps
               if step.start <= frame < step.start + step.frames]
    told = re.sub(r"Span\([^)]*\)", "", repr((scene.objects, steps, passing, theme)))
    dice = random.Random(told)
    picture = Image.new("RGB", (320, 180), "white")
    pen = ImageDraw.Draw(picture)
    for _ in range(30):
        x, y = dice.randrange(300), dice.randrange(160)
        pen.rectangle((x, y, x + 20, y + 20), fill=dice.choice(["red", "blue", "black"]))
    return picture
