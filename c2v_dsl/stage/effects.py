"""How things come and go: strokes changed by how much of the way is done.

An effect is called with the thing, the strokes concerned and the amount, 0 (not there) to 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from .brush import Stroke
from .geometry import Box, Points

if TYPE_CHECKING:
    from .thing import Thing

Effect = Callable[["Thing", list[Stroke], float], None]


def fade(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """Opacity."""
    amount = min(1.0, max(0.0, amount))
    for stroke in strokes:
        stroke.paint = replace(stroke.paint, opacity=stroke.paint.opacity * amount)


def draw(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """Outlines along their length, then what they enclose; axes before ticks before labels."""
    stages = sorted({stroke.leaf.stage for stroke in strokes})
    count = len(stages)
    for number, stage in enumerate(stages):
        members = [stroke for stroke in strokes if stroke.leaf.stage == stage]
        overlap = 0.5
        span = 1 / (1 + (count - 1) * overlap)
        share = _clip((amount - number * span * overlap) / span)
        lag = min(0.6 / max(1, len(members)), 0.12) if stage == 0 else 0.5 / max(1, len(members))
        _lagged(members, share, lag, _draw_one)


def write(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """Letter by letter: the outline first, then its inside."""
    count = len(strokes)
    _lagged(strokes, amount, min(4 / (count + 1), 0.25), _draw_one)


def grow(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """From the centre; arrows from their tail."""
    if thing.entrance == "grow_way":
        for stroke in strokes:
            stroke.end = _clip(amount)
        return None
    if amount <= 0:
        return fade(thing, strokes, 0.0)
    if any(stroke.leaf.upright for stroke in strokes):
        return rise(thing, strokes, amount)
    center = _middle(strokes)
    for stroke in strokes:
        stroke.points = center + (stroke.points - center) * amount
        if stroke.leaf.role != "own" and amount < 1:
            stroke.paint = replace(stroke.paint, width=stroke.paint.width * min(1, 3 * amount))
    return None


def rise(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """Bars from their base line; what else there is fades, the words last."""
    amount = _clip(amount)
    for stroke in strokes:
        if stroke.leaf.upright and len(stroke.points):
            ground = stroke.points[0, 1]
            up = ground + (stroke.points[:, 1] - ground) * amount
            stroke.points = np.column_stack([stroke.points[:, 0], up])
        else:
            share = amount if stroke.leaf.role == "line" else _clip((amount - 0.5) / 0.5)
            stroke.paint = replace(stroke.paint, opacity=stroke.paint.opacity * share)


def pop(thing: Thing, strokes: list[Stroke], amount: float) -> None:
    """From the centre, a little too large, then right."""
    if 0 < amount < 1:
        s = 1.7
        back = amount - 1
        amount = 1 + (s + 1) * back**3 + s * back**2
    if amount <= 0:
        return fade(thing, strokes, 0.0)
    center = _middle(strokes)
    for stroke in strokes:
        stroke.points = center + (stroke.points - center) * amount
    return None


def _middle(strokes: list[Stroke]) -> Points:
    points = [stroke.points for stroke in strokes if len(stroke.points)]
    if not points:
        return np.zeros(2)
    box = Box.of(np.vstack(points))
    assert box is not None
    return box.center


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))


def _lagged(
    strokes: list[Stroke], amount: float, lag: float, one: Callable[[Stroke, float], None]
) -> None:
    total = 1 + lag * (len(strokes) - 1)
    for i, stroke in enumerate(strokes):
        one(stroke, _clip(amount * total - i * lag))


def _draw_one(stroke: Stroke, share: float) -> None:
    paint, leaf = stroke.paint, stroke.leaf
    if share >= 1 or len(stroke.points) == 0:
        return
    if share <= 0:
        stroke.paint = replace(paint, opacity=0.0)
        return
    if leaf.image is not None or leaf.plain:
        stroke.paint = replace(paint, opacity=paint.opacity * share)
    elif paint.fill_opacity == 0 or leaf.role == "line":
        stroke.end = share
    elif leaf.role in ("word", "solid", "own"):
        inside = _clip((share - 0.45) / 0.55)
        around = _clip(share / 0.6)
        color = paint.fill if paint.width == 0 else paint.stroke
        width = max(paint.width, 1.6) if paint.width == 0 else paint.width
        fading = 1 - _clip((share - 0.7) / 0.3) if paint.width == 0 else 1.0
        stroke.paint = replace(
            paint, fill_opacity=paint.fill_opacity * inside, stroke=color,
            width=width * fading, stroke_opacity=paint.stroke_opacity if paint.width else 1.0,
        )
        if inside == 0:
            stroke.end = around
    elif leaf.role == "tint":
        rise = 1 - (1 - share) ** 3
        if leaf.upright:
            ground = stroke.points[0, 1]
            up = ground + (stroke.points[:, 1] - ground) * rise
            stroke.points = np.column_stack([stroke.points[:, 0], up])
        else:
            stroke.paint = replace(paint, fill_opacity=paint.fill_opacity * share)
    else:
        inside = _clip((share - 0.5) / 0.5)
        if paint.width == 0:
            stroke.paint = replace(paint, fill_opacity=paint.fill_opacity * share)
            return
        stroke.paint = replace(paint, fill_opacity=paint.fill_opacity * inside)
        if share < 0.6:
            stroke.end = share / 0.6
