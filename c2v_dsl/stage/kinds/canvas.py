"""Axes with ticks and numbers, for planes and for charts that have axes of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Affine, Box, Points, polyline
from ..leaves import Leaf, Model, Path
from ..paint import Paint
from ..skins import arrow_skin
from ..ticks import nice_step, values, written
from ..typeset import typeset
from .words import put

__all__ = ["OVER", "TICK", "Canvas", "X", "Y", "axes_in"]

X: Path = (("x",),)
Y: Path = (("y",),)
Range = tuple[float, float]

OVER = 0.3
"""Rows by which an axis runs on past its last number, so that its head covers no mark."""

TICK = 0.075
"""Half a tick mark, in scene units."""


class Canvas:
    """Draws a plane's furniture: lines in units, marks and numbers that never scale."""

    def __init__(self, b: Build, frame: Affine, plain: bool = False) -> None:
        """``plain``: in the theme's colours, whatever its object's."""
        self.b, self.frame, self.plain = b, frame, plain
        self.model = Model(frame=frame)
        self.taken: list[Box] = []
        self.size = float(b.style.get("size", b.theme.scale.tick))
        color = None if plain else b.style.get("color")
        self.ink = b.rgb(color) if color is not None else b.ink
        self.numbers = b.rgb(color) if color is not None else b.muted

    def line(
        self, a: Sequence[float] | Points, z: Sequence[float] | Points, paint: Paint,
        parts: Sequence[Path] = (), **more: Any,
    ) -> None:
        ends = self.frame(np.array([a, z], float))
        more.setdefault("soft", self.plain)
        self.model.add(polyline(ends), paint, "line", parts, **more)

    def axis(
        self, a: Sequence[float] | Points, z: Sequence[float] | Points, part: Path, tip: bool = True
    ) -> None:
        paint = Paint(self.ink, 0.0, self.ink, self.b.theme.thin + 0.5)
        self.line(a, z, paint, (part,), skin=arrow_skin(1) if tip else None)

    def tick(self, at: Sequence[float], upright: bool, part: Path) -> None:
        mark = np.array([[0.0, -TICK], [0.0, TICK]]) if upright else np.array(
            [[-TICK, 0.0], [TICK, 0.0]]
        )
        paint = Paint(self.ink, 0.0, self.ink, self.b.theme.thin)
        self.model.add(
            polyline(mark), paint, "line", (part,), anchor=self.frame(np.array(at, float)),
            stage=1, soft=self.plain,
        )

    def words(
        self, text: str, at: Sequence[float], offset: tuple[float, float], part: Path,
        size: float | None = None, align: tuple[float, float] = (0.0, 0.0), ink: bool = False,
    ) -> None:
        """Words whose box's share ``align`` (-1…1) lies ``offset`` from a point in units.

        They stand on a thin halo; a number that would touch what stands there already is left out.
        """
        setting = typeset(text, size=size or self.size)
        x0, y0, x1, y1 = setting.ink
        half = np.array([x1 - x0, y1 - y0]) / 2
        anchor = self.frame(np.array(at, float))
        move = np.array(offset) - np.array(align) * half
        spot = self.b.to_scene(anchor) + move
        box = Box(*(spot - half), *(spot + half))
        if not setting.glyphs or (not ink and any(_meet(box, other) for other in self.taken)):
            return
        self.taken.append(box)
        first = len(self.model.leaves)
        middle = np.array([x0 + x1, y0 + y1]) / 2
        shade = self.b.rgb(self.b.theme.background)
        around = np.vstack([glyph.outline for glyph in setting.glyphs]) - middle
        self.model.put(Leaf(around, Paint(shade, 0.0, shade, 6.0, 0.8), "own", anchor, plain=True,
                            soft=True, stage=2))
        put(self.b, self.model, setting, anchor, None,
            color=self.ink if ink else self.numbers, rigid=True, stage=2,
            soft=self.plain or not ink)
        for leaf in self.model.leaves[first:]:
            leaf.outline = leaf.outline + move
        self.model.parts.setdefault(part, []).extend(range(first, len(self.model.leaves)))

    def bar(self, a: Sequence[float] | Points, z: Sequence[float] | Points) -> None:
        """Let numbers keep clear of a line between two points in units."""
        box = Box.of(self.b.to_scene(self.frame(np.array([a, z], float))))
        if box is not None:
            self.taken.append(box.grown(0.03))


def _meet(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def _steps(given: Any, wide: float, high: float, x: Range, y: Range) -> Range:
    """Steps of the numbers of both axes, given or chosen for lengths in rows; 0 for none."""
    if isinstance(given, int | float):
        given = (given, given)
    pair: list[float] = [float(v) for v in given] if given is not None else []
    sx = pair[0] if pair else nice_step(x[1] - x[0], max(2, int(wide / 0.7)))
    sy = pair[1] if len(pair) > 1 else nice_step(y[1] - y[0], max(2, int(high / 0.5)))
    while sx > 0 and (x[1] - x[0]) / sx > 40:
        sx *= 2
    while sy > 0 and (y[1] - y[0]) / sy > 40:
        sy *= 2
    return sx, sy


def _close_step(x: Range, width: float, size: float) -> float:
    """The least nice step whose numbers stand clear of one another on ``width`` scene units."""
    span = x[1] - x[0]
    for most in (10, 8, 6, 5, 4, 3):
        step = nice_step(span, most)
        widest = max((typeset(written(v, step), size=size).ink[2] * 2
                      for v in values(*x, step)), default=0.0)
        if widest + 0.006 * size <= step / span * width:
            return step
    return nice_step(span, 3)


def _marked(number: float, crossing: float) -> bool:
    """Whether a number stands at an axis: not at zero, where the other axis crosses it."""
    return crossing != 0 or abs(number) > 1e-9


def axes_in(
    b: Build, room: Box, x: Range, y: Range, labels: Sequence[str] = (), ticks: Any = None,
    *, chart: bool = False, whole: tuple[bool, bool] = (False, False),
) -> Canvas:
    """Two axes that fill ``room``, in rows, each with its own unit.

    Args:
        labels: what stands at their ends.
        ticks: a step, or one for each axis; nice ones without it.
        chart: they stand at the left and below, and end at the last number; otherwise they cross
            at zero and run on to an arrow head.
        whole: axes that take whole numbers only.
    """
    row = b.row()
    size = float(b.style.get("size", b.theme.scale.tick))
    em = size * 0.01 / row
    named = b.theme.scale.small * 0.01 / row
    zero_x, zero_y = min(max(0.0, x[0]), x[1]), min(max(0.0, y[0]), y[1])
    if chart:
        zero_x, zero_y = x[0], y[0]
    sx, sy = _steps(ticks, room.width, room.height, x, y)
    if chart:
        sx = _close_step(x, room.width * row * 0.9, size)
    sx, sy = (max(1.0, s) if only else s for s, only in zip((sx, sy), whole, strict=True))
    tick_y = list(values(*y, sy))
    widest = max((typeset(written(v, sy), size=size).ink[2] * 2 for v in tick_y), default=0) / row
    below = 1.3 * em + 0.06 if sx > 0 and zero_y - y[0] < (y[1] - y[0]) * 0.09 else 0.05
    aside = widest + 0.22 if sy > 0 and zero_x - x[0] < (x[1] - x[0]) * 0.09 else 0.05
    over = 0.0 if chart else OVER
    right, top = (0.12, 0.5 * em) if chart else (OVER, OVER)
    if len(labels) > 0 and labels[0]:
        right += typeset(labels[0], size=b.theme.scale.small).ink[2] * 2 / row + 0.06
    if len(labels) > 1 and labels[1]:
        top += named * 1.25 + 0.04
    inner = Box(room.x0 + aside, room.y0 + below, room.x1 - right, room.y1 - top)
    if inner.width <= 0.2 or inner.height <= 0.2:
        inner = room
    unit = np.array([inner.width / (x[1] - x[0]), inner.height / (y[1] - y[0])])
    frame = Affine(np.diag(unit), np.array([inner.x0 - x[0] * unit[0], inner.y0 - y[0] * unit[1]]))
    canvas = Canvas(b, frame, plain=chart)
    over_x, over_y = over / unit[0], over / unit[1]
    canvas.axis((x[0], zero_y), (x[1] + over_x, zero_y), X, tip=not chart)
    canvas.axis((zero_x, y[0]), (zero_x, y[1] + over_y), Y, tip=not chart)
    drop = TICK + 0.09
    small = b.theme.scale.small
    if len(labels) > 0 and labels[0]:
        canvas.words(labels[0], (x[1] + over_x, zero_y), (0.08, 0), X, small, (-1, 0), ink=True)
    if len(labels) > 1 and labels[1]:
        near_left = zero_x - x[0] < (x[1] - x[0]) * 0.09
        canvas.words(labels[1], (zero_x, y[1] + over_y), (-0.1 if near_left else 0, 0.08), Y,
                     small, (-1 if near_left else 0, -1), ink=True)
    canvas.bar((x[0], zero_y), (x[1], zero_y))
    canvas.bar((zero_x, y[0]), (zero_x, y[1]))
    for v in values(*x, sx):
        if chart or _marked(v, zero_x):
            canvas.tick((v, zero_y), True, X)
            canvas.words(written(v, sx), (v, zero_y), (0, -drop), X, align=(0, 1))
    for v in tick_y:
        if chart or _marked(v, zero_y):
            canvas.tick((zero_x, v), False, Y)
            canvas.words(written(v, sy), (zero_x, v), (-drop, 0), Y, align=(1, 0))
    if not chart and zero_x == x[0] == 0 and zero_y == y[0] == 0 and sx > 0 and sy > 0:
        canvas.words("0", (0, 0), (-drop * 0.7, -drop * 0.7), X, align=(1, 1))
    return canvas
