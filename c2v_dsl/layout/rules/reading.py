"""Words too small to read."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..scene import MeasuredScene, Verdict

READABLE = 0.125
"""The least height of the highest letter in scene units: 7.5 pixels at 480p."""

FIGURES = frozenset({"image", "svg", "icon", "python"})
"""Kinds whose words, if any, are a picture's."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Words too small at a beat's end."""
    for moment in scene.seen.ends():
        for item in scene.shown(moment):
            letters = item.region.body.letters
            if 0 < letters < READABLE and item.spec.kind not in FIGURES:
                yield Verdict(codes.TOO_SMALL, item.id, moment.beat, letters / frame.ROW,
                              detail=f"{letters / frame.FRAME_HEIGHT * 480:.0f}")
