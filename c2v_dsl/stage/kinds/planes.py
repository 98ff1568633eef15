"""Planes: axes, grids and lines of numbers, in which other things stand."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Affine, Box, Points, arc
from ..leaves import Model
from ..paint import Paint
from ..thing import Thing
from ..ticks import nice_step, values, written
from ..typeset import typeset
from .canvas import OVER, TICK, Canvas, X, Y, axes_in

__all__ = ["axes", "complex", "number_line", "plane", "polar"]

def axes(x: Any = (-5, 5), y: Any = (-3, 3), labels: Any = None, ticks: Any = None) -> Thing:
    """Two axes that fill their area, each with its own unit."""
    args = {"x": x, "y": y, "labels": labels, "ticks": ticks}
    return Thing("axes", _axes, args, fit="fill")


def plane(
    x: Any = (-5, 5), y: Any = (-3, 3), labels: Any = None, ticks: Any = None, basis: Any = None
) -> Thing:
    """A grid with equal units across and upwards."""
    args = {"x": x, "y": y, "labels": labels, "ticks": ticks, "basis": basis}
    return Thing("plane", _plane, args, fit="ratio")


def complex(x: Any = (-5, 5), y: Any = (-3, 3), ticks: Any = None) -> Thing:
    """The complex plane."""
    args = {"x": x, "y": y, "ticks": ticks, "complex": True}
    return Thing("complex", _plane, args, fit="ratio")


def polar(r: Any = 3) -> Thing:
    """Circles and rays around an origin."""
    return Thing("polar", _polar, {"r": r}, fit="ratio")


def number_line(x: Any = (-5, 5), ticks: Any = None) -> Thing:
    """One axis."""
    return Thing("number_line", _number_line, {"x": x, "ticks": ticks}, fit="fill")


NATURAL = Box(-3.4, -2.0, 3.4, 2.0)
"""Room in rows of a plane that has no area."""

def _interval(given: Any) -> tuple[float, float]:
    low, high = float(given[0]), float(given[1])
    return (low, high) if low < high else (high, low) if high < low else (low, low + 1.0)


def _axes(b: Build) -> Model:
    x, y = _interval(b("x")), _interval(b("y"))
    room = b.area() or NATURAL
    canvas = axes_in(b, room, x, y, [str(text) for text in b("labels") or ()], b("ticks"))
    canvas.model.box = room
    canvas.model.data = {"clip": Box(x[0], y[0], x[1], y[1]), "x": x, "y": y}
    return canvas.model


def _fitted(room: Box, x: tuple[float, float], y: tuple[float, float]) -> Affine:
    """Equal units, as large as the room allows, centred in it."""
    unit = min(room.width / (x[1] - x[0]), room.height / (y[1] - y[0]))
    middle = np.array([(x[0] + x[1]) / 2, (y[0] + y[1]) / 2])
    return Affine(np.eye(2) * unit, room.center - middle * unit)


def _plane(b: Build) -> Model:
    x, y = _interval(b("x")), _interval(b("y"))
    frame = _fitted(b.area() or NATURAL, x, y)
    basis = b("basis")
    canvas = Canvas(b, frame)
    unit = float(frame.linear[0, 0])
    step = nice_step(1.0, max(1, int(unit / 0.35))) if unit < 0.35 else 1.0
    step = max(step, nice_step(x[1] - x[0], max(2, int((x[1] - x[0]) * unit / 0.35))))
    if unit >= 0.35:
        least = min(x[1] - x[0], y[1] - y[0])
        step = 1.0 if least >= 2 else nice_step(least, max(2, int(least * unit / 0.6)))
    grid = b.rgb(b.theme.grid)
    strong = Paint(grid, 0.0, grid, b.theme.thin * 0.8)
    weak = Paint(grid, 0.0, grid, b.theme.thin * 0.5, 0.55)
    given = np.array([[float(v) for v in r] for r in basis]) if basis is not None else np.eye(2)
    for offset, paint in ((0.0, strong), (0.5, weak)):
        if offset and (unit * step < 0.75 or basis is not None):
            continue
        for a, z in grid_lines(x, y, step, offset, given):
            canvas.line(a, z, paint, soft=True)
    zero = (x[0] <= 0 <= x[1], y[0] <= 0 <= y[1])
    if basis is not None:
        e1, e2 = given[:, 0], given[:, 1]
        for e, part in ((e1, X), (e2, Y)):
            ends = clipped_line(np.zeros(2), e, Box(x[0], y[0], x[1], y[1]))
            if ends is not None:
                canvas.axis(ends[0], ends[1], part, tip=False)
    else:
        if zero[1]:
            canvas.axis((x[0], 0), (x[1], 0), X, tip=False)
        if zero[0]:
            canvas.axis((0, y[0]), (0, y[1]), Y, tip=False)
    for leaf in canvas.model.leaves:
        leaf.stage = 0
    if basis is None and zero[1]:
        canvas.bar((x[0], 0), (x[1], 0))
    if basis is None and zero[0]:
        canvas.bar((0, y[0]), (0, y[1]))
    _names(b, canvas, x, y)
    complex_ = bool(b.thing.args.get("complex"))
    every = step * next((k for k in (1, 2, 4, 5, 10, 20, 50) if step * k * unit >= 0.62), 100)
    given_steps = b("ticks")
    steps = (every, every) if given_steps is None else np.broadcast_to(given_steps, 2).tolist()
    if basis is None and zero[1]:
        for v in values(*x, steps[0]):
            if abs(v) > 1e-9 and x[0] < v < x[1]:
                canvas.words(written(v, steps[0]), (v, 0), (0.0, -0.11), X, align=(0, 1))
    if basis is None and zero[0]:
        for v in values(*y, steps[1]):
            if abs(v) > 1e-9 and y[0] < v < y[1]:
                text = written(v, steps[1])
                if complex_:
                    text = {"1": "$i$", "−1": "$-i$"}.get(text, f"${text.replace('−', '-')}i$")
                canvas.words(text, (0, v), (-0.11, 0.0), Y, align=(1, 0))
    canvas.model.box = Box.of(frame(np.array([[x[0], y[0]], [x[1], y[1]]])))
    canvas.model.data = {"clip": Box(x[0], y[0], x[1], y[1]), "x": x, "y": y}
    return canvas.model


def _names(b: Build, canvas: Canvas, x: tuple[float, float], y: tuple[float, float]) -> None:
    """What a plane's axes are called: inside it, at their ends."""
    names = [str(name) for name in b("labels") or ()]
    small = b.theme.scale.small
    if names and names[0]:
        across = min(max(0.0, y[0]), y[1])
        canvas.words(names[0], (x[1], across), (-0.08, 0.1), X, small, (1, -1), ink=True)
    if len(names) > 1 and names[1]:
        upwards = min(max(0.0, x[0]), x[1])
        canvas.words(names[1], (upwards, y[1]), (0.1, -0.08), Y, small, (-1, 1), ink=True)


def grid_lines(
    x: tuple[float, float], y: tuple[float, float], step: float, offset: float, basis: Points
) -> list[tuple[Points, Points]]:
    """The lines of a lattice inside the rectangle, as ends in units."""
    box = Box(x[0], y[0], x[1], y[1])
    if abs(np.linalg.det(basis)) < 1e-9:
        basis = np.eye(2)
    corners = box.corners() @ np.linalg.inv(basis).T
    lines: list[tuple[Points, Points]] = []
    for axis in (0, 1):
        low, high = corners[:, axis].min(), corners[:, axis].max()
        for k in values(float(low), float(high), step)[:200]:
            coordinate = k + offset * step
            start = basis[:, axis] * coordinate
            ends = clipped_line(start, basis[:, 1 - axis], box)
            if ends is not None and not (offset == 0 and abs(coordinate) < 1e-9):
                lines.append((ends[0], ends[1]))
    return lines


def clipped_line(start: Points, direction: Points, box: Box) -> Points | None:
    """The endless line through ``start`` as far as it lies in ``box``."""
    low, high = -np.inf, np.inf
    for axis, a, z in ((0, box.x0, box.x1), (1, box.y0, box.y1)):
        if abs(direction[axis]) < 1e-12:
            if not a - 1e-9 <= start[axis] <= z + 1e-9:
                return None
            continue
        t0, t1 = sorted(((a - start[axis]) / direction[axis], (z - start[axis]) / direction[axis]))
        low, high = max(low, t0), min(high, t1)
    if not low < high - 1e-9:
        return None
    return np.array([start + direction * low, start + direction * high])


def _polar(b: Build) -> Model:
    r = float(b("r"))
    room = b.area() or NATURAL
    row = b.row()
    margin = b.theme.scale.tick * 0.01 / row * 1.1
    room_in = Box(room.x0 + margin, room.y0 + margin, room.x1 - margin, room.y1 - margin)
    frame = _fitted(room_in, (-r, r), (-r, r))
    canvas = Canvas(b, frame)
    unit = float(frame.linear[0, 0])
    grid = b.rgb(b.theme.grid)
    strong = Paint(grid, 0.0, grid, b.theme.thin * 0.8)
    weak = Paint(grid, 0.0, grid, b.theme.thin * 0.5, 0.7)
    step = nice_step(r, max(2, int(r * unit / 0.5)))
    rings = [v for v in values(0, r, step) if v > 1e-9]
    if not rings or rings[-1] < r - 1e-9:
        rings.append(r)
    for v in rings:
        canvas.model.add(frame(arc(0, 2 * np.pi, v)), strong, "line", soft=True)
    for k in range(12):
        angle = k * np.pi / 6
        if k % 3:
            canvas.line((0, 0), (r * np.cos(angle), r * np.sin(angle)), weak, soft=True)
    canvas.axis((-r, 0), (r, 0), X, tip=False)
    canvas.axis((0, -r), (0, r), Y, tip=False)
    for v in rings:
        if v < r - 1e-9 or r * unit > 1:
            canvas.words(written(v, step), (v, 0), (-0.06, -0.08), X, align=(1, 1))
    canvas.model.box = Box.of(frame(np.array([[-r, -r], [r, r]])))
    canvas.model.data = {"clip": Box(-r, -r, r, r), "x": (-r, r), "y": (-r, r), "radius": r}
    return canvas.model


def _number_line(b: Build) -> Model:
    x = _interval(b("x"))
    room = b.area() or Box(-3.4, -0.4, 3.4, 0.4)
    row = b.row()
    given = b("ticks")
    if isinstance(given, list | tuple):
        given = given[0] if given else None
    step = nice_step(x[1] - x[0], max(2, int(room.width / 0.7))) if given is None else float(given)
    while step > 0 and (x[1] - x[0]) / step > 60:
        step *= 2
    size = float(b.style.get("size", b.theme.scale.small))
    edge, other = (typeset(written(v, step), size=size).ink[2] / row for v in x)
    unit = (room.width - max(1.2 * OVER, other) - edge) / (x[1] - x[0])
    center = room.center
    shift = np.array([room.x0 + edge - x[0] * unit, center[1] + size * 0.01 / row * 0.5])
    frame = Affine(np.eye(2) * unit, shift)
    canvas = Canvas(b, frame)
    canvas.size = size
    over = OVER / unit
    canvas.axis((x[0] - over * 0.4, 0), (x[1] + over, 0), X)
    for v in values(*x, step):
        canvas.tick((v, 0), True, X)
        canvas.words(written(v, step), (v, 0), (0, -TICK - 0.1), X, align=(0, 1))
    canvas.model.data = {"clip": Box(x[0], -1e6, x[1], 1e6), "x": x, "y": (-1e6, 1e6)}
    return canvas.model
