"""Charts of many values: how often they fall into bins, and points as dots."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from ...semantics.binning import bin_count, bin_counts, bin_range, whole
from ..build import Build
from ..geometry import Box, Points, polyline
from ..leaves import Leaf, Model
from ..live import value
from ..ranges import ranges
from ..thing import Thing
from ..ticks import nice_step
from .canvas import axes_in
from .charts import follows
from .shapes import _DISC

__all__ = ["histogram", "scatter"]

ROOM = Box(-3.0, -1.8, 3.0, 1.8)
"""Room in rows of a chart that has no area."""


def histogram(values: Any, bins: Any = None, x: Any = None, labels: Any = None) -> Thing:
    """How often numbers fall into bins."""
    args = {"values": values, "bins": bins, "x": x, "labels": labels}
    return Thing("histogram", _histogram, args, fit="fill", rigid=True)


def scatter(points: Any, x: Any = None, y: Any = None, labels: Any = None) -> Thing:
    """A dot for each point."""
    args = {"points": points, "x": x, "y": y, "labels": labels}
    return Thing("scatter", _scatter, args, fit="fill", rigid=True)


def _span(values: Iterable[float], *known: tuple[float, float] | None) -> tuple[float, float]:
    """The range of values and of ranges; from 0 to 1 where there is nothing."""
    found = [*values, *(v for pair in known if pair is not None for v in pair)]
    return (min(found), max(found)) if found else (0.0, 1.0)


def _histogram(b: Build) -> Model:
    given = b.thing.args["values"]
    numbers = [float(v) for v in b("values") or ()]
    live = follows(given)
    bins = bin_count(numbers, b("bins"), live)
    counted = not live and whole(numbers)
    wanted = b("x")
    if wanted is not None:
        low, high = float(wanted[0]), float(wanted[1])
    else:
        ever = ranges(b.thing, "values", lambda: [[float(v) for v in value(given) or ()]])
        low, high = bin_range(*_span(numbers, *ever), bins, centred=counted)
    if not high > low:
        low, high = low - 0.5, low + 0.5
    counts = bin_counts(numbers, low, high, bins)
    most = ranges(b.thing, "counts", lambda: [
        bin_counts([float(v) for v in value(given) or ()], low, high, bins)])
    top = max(1.0, *(pair[1] for pair in most if pair is not None), *counts)
    room = b.area() or ROOM
    step = max(1.0, nice_step(top, max(2, int(room.height / 0.5))))
    top = math.ceil(top / step - 1e-9) * step
    canvas = axes_in(b, room, (low, high), (0.0, top), _labels(b), chart=True,
                     whole=(counted, True))
    model, frame = canvas.model, canvas.frame
    furniture = len(model.leaves)
    width = (high - low) / bins
    across = float(frame.linear[0, 0]) * width * b.row()
    gap = min(0.02, 0.08 * across) / across * width / 2
    color = b.solid(b.rgb(b.theme.accent), 0.9)
    for k, count in enumerate(counts):
        left, right = low + k * width + gap, low + (k + 1) * width - gap
        corners = np.array([[left, 0.0], [right, 0.0], [right, count], [left, count]])
        outline = frame(polyline(corners, closed=True)) if count else np.zeros((0, 2))
        model.add(outline, color, "tint", ((("item", k),),), closed=True, upright=True)
    _behind(model, furniture)
    model.frame, model.box = None, room
    return model


def _labels(b: Build) -> list[str]:
    return [str(text) for text in b("labels") or ()]


def _behind(model: Model, furniture: int) -> None:
    """Put what was added last behind the ``furniture`` leaves that were there first."""
    count = len(model.leaves)
    order = [*range(furniture, count), *range(furniture)]
    model.leaves[:] = [model.leaves[i] for i in order]
    at = {old: new for new, old in enumerate(order)}
    for indices in {id(v): v for v in model.parts.values()}.values():
        indices[:] = [at[i] for i in indices]


def _scatter(b: Build) -> Model:
    spots = _spots(b, b("points"))
    radius = dot_radius(len(spots), b.theme.dot_radius)
    paint = b.solid(b.rgb(b.theme.accent), 1.0 if len(spots) <= 60 else 0.75)
    model, frame = Model(), None
    if not b.on_plane:
        model, frame = _own_axes(b, spots)
    for k, spot in enumerate(spots):
        at = spot if frame is None else frame(spot)
        model.put(Leaf(_DISC * radius, paint, "solid", anchor=at, closed=True), ((("item", k),),))
    return model


def _spots(b: Build, given: Any) -> Points:
    return np.array([b.point(item) for item in given or ()]).reshape(-1, 2)


def dot_radius(count: int, largest: float) -> float:
    """Radius in scene units of each of ``count`` dots: smaller the more they are."""
    return largest * min(0.9, max(0.36, math.sqrt(24 / max(1, count))))


def _own_axes(b: Build, spots: Points) -> tuple[Model, Any]:
    given = b.thing.args["points"]

    def rows() -> Sequence[Iterable[float]]:
        now = _spots(b, value(given))
        return now[:, 0].tolist(), now[:, 1].tolist()

    ever = (*ranges(b.thing, "points", rows), None, None)
    room = b.area() or ROOM
    spans = []
    for axis, name in enumerate("xy"):
        wanted = b(name)
        low, high = _span(spots[:, axis].tolist(), ever[axis])
        spans.append((float(wanted[0]), float(wanted[1])) if wanted is not None
                     else _around(low, high))
    across, upwards = (not follows(given) and bool((spots[:, i] == np.floor(spots[:, i])).all())
                       for i in (0, 1))
    canvas = axes_in(b, room, spans[0], spans[1], _labels(b), chart=True,
                     whole=(across, upwards))
    canvas.model.frame, canvas.model.box = None, room
    return canvas.model, canvas.frame


def _around(low: float, high: float) -> tuple[float, float]:
    """A range with a little room around values, from zero where they begin near it."""
    if high - low < 1e-9 * max(1.0, abs(high)):
        half = max(1.0, abs(high) * 0.1)
        return low - half, high + half
    if 0 <= low < 0.35 * high:
        return 0.0, high * 1.04
    if 0 >= high > 0.35 * low:
        return low * 1.04, 0.0
    margin = 0.04 * (high - low)
    return low - margin, high + margin
