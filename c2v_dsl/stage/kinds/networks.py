"""Neural networks, layer by layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...semantics.graph_shapes import ELIDED_FROM, KEPT, kept
from ..build import Build
from ..geometry import Box, Points, arc, polyline
from ..leaves import Leaf, Model, Path
from ..live import value
from ..paint import RGB, Paint
from ..thing import Thing
from ..typeset import Setting, typeset
from .graphs import texts_of
from .words import put

__all__ = ["network"]

LARGEST = 0.34
"""Radius of nodes where there is room, in scene units."""

WIDEST = 3.2
"""Most room between layers."""

_DISC = arc(0, 2 * np.pi)


def network(layers: Any, values: Any = None, weights: Any = None, labels: Any = None) -> Thing:
    """A neural network: nodes in layers, each joined with all of the next."""
    counts = tuple(int(count) for count in value(layers))
    args = {"layers": layers, "values": values, "weights": weights, "labels": labels}
    return Thing("network", lambda b: _network(b, counts), args, fit="fill")


def _network(b: Build, counts: Sequence[int]) -> Model:
    wide, high = 1.5 * len(counts) - 0.7, 0.95 * max(len(kept(count)) for count in counts)
    area = b.area() or Box(-wide / 2, -min(high, 5.6) / 2, wide / 2, min(high, 5.6) / 2)
    row = b.row()
    model = Model()
    labels = texts_of(b, "labels")
    size = min(b.theme.scale.small, float(b.style.get("size", b.theme.scale.small)))
    names = [typeset(text, size=size) for text in labels[: len(counts)]]
    foot = 1.7 * size * 0.01 if any(labels) else 0.0
    at, radius = _positions(counts, area.width * row, area.height * row - foot)
    shift = area.center * row + np.array([0.0, foot / 2])

    def local(points: Points) -> Points:
        return np.asarray((points + shift) / row)

    shown = [kept(count) for count in counts]
    _edges(b, model, counts, shown, at, radius, local)
    activations = [list(line) for line in b("values") or ()]
    _nodes(b, model, shown, at, radius, local, activations)
    _dots(b, model, counts, at, radius, local)
    low = min(float(points[:, 1].min()) for points in at) - radius
    for k, name in enumerate(names):
        if name.glyphs:
            spot = local(np.array([[float(at[k][0, 0]), low - foot * 0.6]]))[0]
            added = put(b, model, name, spot, None, b.muted, rigid=False, centered="line",
                        stage=2)
            model.reveals.setdefault((("layer", k),), []).extend(added)
    if b.area() is not None:
        model.box = area
    return model


def _positions(counts: Sequence[int], width: float, height: float) -> tuple[list[Points], float]:
    """Centres of the drawn nodes of each layer, and their radius."""
    slots = [len(kept(count)) + (1.4 if count >= ELIDED_FROM else 0.0) for count in counts]
    most = max(slots)
    radius = min(LARGEST, height / (2 + 2.7 * (most - 1)), width / (2 + 4.0 * (len(counts) - 1)))
    pitch = min(3.1 * radius, (height - 2 * radius) / max(1.0, most - 1))
    apart = min(WIDEST, (width - 2 * radius) / (len(counts) - 1))
    found = []
    for k, count in enumerate(counts):
        x = (k - (len(counts) - 1) / 2) * apart
        places = np.arange(len(kept(count)), dtype=float)
        if count >= ELIDED_FROM:
            places[KEPT:] += 1.4
        y = (places.max() / 2 - places) * pitch
        found.append(np.column_stack([np.full(len(y), x), y]))
    return found, radius


def _edges(
    b: Build, model: Model, counts: Sequence[int], shown: list[tuple[int, ...]], at: list[Points],
    radius: float, local: Any,
) -> None:
    theme = b.theme
    given = b("weights") or ()
    plain = b.rgb(theme.muted)
    up, down = b.rgb("blue"), b.rgb("red")
    for k in range(len(counts) - 1):
        rows = given[k] if k < len(given) else None
        largest = max((abs(float(v)) for line in rows for v in line), default=0.0) if rows else 0.0
        many = len(shown[k]) * len(shown[k + 1])
        for m, i in enumerate(shown[k]):
            for n, j in enumerate(shown[k + 1]):
                a, z = at[k][m], at[k + 1][n]
                way = (z - a) / max(float(np.hypot(*(z - a))), 1e-9) * radius
                paint = Paint(plain, 0.0, plain, theme.thin * (0.9 if many > 30 else 1.1), 1.0,
                              0.75 if many > 30 else 1.0)
                if rows:
                    weight = float(rows[j][i])
                    share = abs(weight) / largest if largest > 0 else 0.0
                    color = up if weight >= 0 else down
                    paint = Paint(color, 0.0, color, 0.6 + 4.4 * share, 1.0, 0.25 + 0.75 * share)
                path: Path = (("edge", k, i, j),)
                leaf = model.add(local(polyline(np.array([a + way, z - way]))), paint, "line",
                                 (path,), stage=1)
                model.ways[path] = (leaf, False)


def _nodes(
    b: Build, model: Model, shown: list[tuple[int, ...]], at: list[Points], radius: float,
    local: Any, activations: list[list[float]],
) -> None:
    theme = b.theme
    line, inside = b.rgb(theme.accent), b.rgb(theme.panel)
    letters = radius / 0.01 * 0.72
    for k, some in enumerate(shown):
        given = activations[k] if k < len(activations) else []
        numbers = [float(given[i]) for i in some] if given else []
        largest = max([1.0, *(abs(float(v)) for v in given)])
        for m, i in enumerate(some):
            fill: RGB = inside
            if numbers:
                fill = _bright(inside, line, abs(numbers[m]) / largest)
            paint = Paint(fill, 1.0, line, theme.stroke * 0.75)
            path: Path = (("node", k, i),)
            outline = local(_DISC * radius + at[k][m])
            paths = (path, (("layer", k),))
            model.add(outline, paint, "frame", paths, closed=True)
            if numbers and letters >= 0.6 * theme.scale.readable:
                setting = _number(numbers[m], letters)
                ink = b.ink if _light(fill) == _light(inside) else b.rgb(theme.background)
                added = put(b, model, setting, local(at[k][m][None])[0], path, ink, rigid=False)
                model.parts.setdefault(paths[1], []).extend(added)


def _number(given: float, size: float) -> Setting:
    text = f"{given:.2f}".rstrip("0").rstrip(".") if abs(given) < 9.995 else f"{given:.0f}"
    text = {"-0": "0", "": "0"}.get(text, text).replace("-", "−")
    setting = typeset(text, size=size, tabular=True)
    wide = setting.ink[2] - setting.ink[0]
    room = size * 0.01 * 2.05
    return setting if wide <= room else typeset(text, size=size * room / wide, tabular=True)


def _bright(dark: RGB, full: RGB, share: float) -> RGB:
    r, g, b = (a + (z - a) * min(1.0, share) for a, z in zip(dark, full, strict=True))
    return (r, g, b)


def _light(color: RGB) -> bool:
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2] > 0.45


def _dots(
    b: Build, model: Model, counts: Sequence[int], at: list[Points], radius: float, local: Any
) -> None:
    """Three dots where nodes are left out."""
    for k, count in enumerate(counts):
        if count < ELIDED_FROM:
            continue
        middle = (at[k][KEPT - 1] + at[k][KEPT]) / 2
        for step in (-1, 0, 1):
            spot = middle + np.array([0.0, step * 0.62 * radius])
            leaf = Leaf(local(_DISC * 0.13 * radius + spot), b.solid(b.muted), "solid",
                        closed=True)
            model.put(leaf, ((("layer", k),),))
