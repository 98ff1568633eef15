"""Words of about the colour of what lies beneath them."""

from __future__ import annotations

from collections.abc import Iterator

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...diagnostics.codes import layout as codes
from ...semantics.themes import READABLE_CONTRAST, contrast, rgb
from ..scene import MeasuredScene, Shown, Verdict
from ..seen import Ink
from .reading import FIGURES

PARTS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Where along a word one looks at what is beneath it."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Words with too little contrast at a beat's end."""
    for moment in scene.seen.ends():
        shown = scene.shown(moment)
        for item in shown:
            if item.spec.kind in FIGURES:
                continue
            worst = min((_contrast(word, shape, item, shown, scene)
                         for word, shape in item.region.words), default=None)
            if worst is not None and worst[0] < READABLE_CONTRAST:
                ratio, beneath = worst
                yield Verdict(codes.LOW_CONTRAST, item.id, moment.beat, ratio, beneath)


def _contrast(
    word: Ink, shape: BaseGeometry, item: Shown, shown: list[Shown], scene: MeasuredScene
) -> tuple[float, str]:
    """Contrast of a word with what it stands on, and whose that is: the worst but for a fifth of
    its length, which a dot may take. Dimmed words count as if they were not: who dims them means
    them to stand back."""
    x0, y0, x1, y1 = shape.bounds
    found = []
    for part in PARTS:
        point = Point(x0 + part * (x1 - x0), (y0 + y1) / 2)
        ground = rgb(scene.theme.background)
        whose = ""
        for other in shown[: item.order + 1]:
            for ink, area in other.region.areas:
                if area.contains(point):
                    ground = _over(ink.color, ground, ink.opacity)
                    whose = other.id if other is not item else whose
        found.append((contrast(_hex(word.color), _hex(ground)), whose))
    return sorted(found)[1]


def _over(
    color: tuple[float, float, float], ground: tuple[float, float, float], opacity: float
) -> tuple[float, float, float]:
    r, g, b = (g + (c - g) * opacity for c, g in zip(color, ground, strict=True))
    return r, g, b


def _hex(color: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, c))):02x}" for c in color)
