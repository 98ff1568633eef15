"""Verbs that point: they change nothing and leave nothing behind."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
from manim import Mobject

from .. import look
from ..brush import Stroke, shape
from ..easing import smooth, wave
from ..geometry import Box, Points, arc, flatten, lengths, polyline, rotation
from ..live import untracked
from ..paint import Paint, recolored
from ..skins import arrow_skin
from ..target import Gone, Target
from .base import Verb

__all__ = ["Flash", "Focus", "Highlight", "Outline", "PointAt", "Pulse", "Wiggle"]


def signal() -> tuple[float, float, float]:
    """The colour that pointing verbs take."""
    return look.rgb("yellow" if look.current().dark else "orange")


def own_color(target: Target) -> tuple[float, float, float]:
    """The colour a thing is seen by."""
    try:
        for stroke in target.strokes():
            paint = stroke.paint
            if paint.fill_opacity > 0.5:
                return paint.fill
            if paint.width > 0:
                return paint.stroke
    except Gone:
        pass
    return look.ink()


def _near(a: tuple[float, float, float], b: tuple[float, float, float]) -> bool:
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) < 0.35


class _Effect(Verb):
    """Changes the strokes of its target while it lasts."""

    def start(self, index: int) -> Any:
        if not self.targets:
            return None
        target = self.targets[index]
        state = {"amount": 0.0}

        def effect(thing: Any, strokes: list[Stroke]) -> None:
            if strokes:
                self.change(target, strokes, state["amount"])

        entry = (target.path, effect)
        target.thing.effects.active.append(entry)
        return state, entry

    def step(self, index: int, state: Any, amount: float) -> None:
        if state is not None:
            state[0]["amount"] = amount
            self.targets[index].thing.effects.change()

    def stop(self, index: int, state: Any) -> None:
        if state is not None:
            effects = self.targets[index].thing.effects
            if state[1] in effects.active:
                effects.active.remove(state[1])
            effects.change()

    def change(self, target: Target, strokes: list[Stroke], amount: float) -> None:
        raise NotImplementedError


def _center(strokes: list[Stroke]) -> Points:
    box = Box.of(np.vstack([s.points for s in strokes if len(s.points)] or [np.zeros((1, 2))]))
    assert box is not None
    return box.center


class Highlight(_Effect):
    """Grows a little and takes on a signal colour, then back."""

    def change(self, target: Target, strokes: list[Stroke], amount: float) -> None:
        share = wave(amount)
        center = _center(strokes)
        box = Box.of(np.vstack([s.points for s in strokes if len(s.points)]))
        size = max(box.width, box.height) if box else 1.0
        factor = 1 + share * min(0.25, 0.25 / max(size, 0.5))
        color = signal()
        for stroke in strokes:
            stroke.points = center + (stroke.points - center) * factor
            role = stroke.leaf.role
            if stroke.leaf.image is None and not stroke.leaf.soft:
                goal = recolored(stroke.paint, "tint" if role == "own" else role, color)
                if role == "shape" and stroke.paint.fill_opacity:
                    goal = replace(goal, fill=color)
                stroke.paint = stroke.paint.mixed(goal, share)


class Wiggle(_Effect):
    """Shakes."""

    def change(self, target: Target, strokes: list[Stroke], amount: float) -> None:
        share = wave(amount)
        turn = rotation(0.05 * 2 * np.pi * 0.5 * share * np.sin(6 * np.pi * amount))
        linear = turn * (1 + 0.1 * share)
        center = _center(strokes)
        for stroke in strokes:
            stroke.points = center + (stroke.points - center) @ linear.T


class _Overlay(Verb):
    """Draws something over the picture while it lasts, for a group once."""

    expands = False

    def start(self, index: int) -> Any:
        if not self.targets:
            return None
        target = self.targets[index]
        state = {"amount": 0.0}

        def overlay() -> list[Mobject]:
            with untracked():
                try:
                    return self.drawn(target, min(1.0, max(0.0, state["amount"])))
                except Gone:
                    return []

        self.picture.overlays.append(overlay)
        return state, overlay

    def step(self, index: int, state: Any, amount: float) -> None:
        if state is not None:
            state[0]["amount"] = amount

    def stop(self, index: int, state: Any) -> None:
        if state is not None and state[1] in self.picture.overlays:
            self.picture.overlays.remove(state[1])

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        raise NotImplementedError

    def seen(self, target: Target) -> Box:
        """Its box where the camera shows it."""
        return self.picture.stand.view.box(target.box())


class Flash(_Overlay):
    """Rays run out from it."""

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        box = self.seen(target)
        center = box.center
        half = np.array([box.width, box.height]) / 2
        size = float(np.hypot(*half))
        round_ = target.thing.kind in ("dot", "circle", "point_on") and not target.path
        reach = 0.28 + 0.12 * min(size, 1.5)
        count = 12 if size < 0.5 else 16 if size < 1.5 else 20
        color = signal()
        head, tail = min(1.0, amount * 1.5), max(0.0, amount * 1.5 - 0.5)
        head, tail = 1 - (1 - head) ** 2, tail**1.5
        lines: list[Points] = []
        for k in range(count):
            angle = 2 * np.pi * (k + 0.5) / count
            way = np.array([np.cos(angle), np.sin(angle)])
            if round_:
                edge = way * float(half.max())
            else:
                edge = way / max(*(np.abs(way) / np.maximum(half, 0.05)))
            start = center + edge + way * (0.1 + reach * tail)
            end = center + edge + way * (0.1 + reach * head)
            if np.hypot(*(end - start)) > 1e-4:
                lines.append(polyline(np.array([start, end])))
        if not lines:
            return []
        paint = Paint(color, 0.0, color, 4.0, 1.0, 1 - max(0.0, amount - 0.6) * 1.5)
        return [shape(np.vstack(lines), paint)]


class Outline(_Overlay):
    """A box is drawn about it and goes."""

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        from ..geometry import partial
        from ..kinds.shapes import rounded

        box = self.seen(target).grown(0.1)
        frame = rounded(box, 0.1)
        color = signal()
        head = smooth(min(1.0, amount / 0.55))
        tail = smooth(max(0.0, (amount - 0.55) / 0.45))
        shown = partial(frame, tail, head)
        return [shape(shown, Paint(color, 0.0, color, 4.0))] if len(shown) else []


class Focus(_Overlay):
    """A spot of light narrows on it: what is around it darkens gently. Several things that do
    not come one after another are in one spot."""

    def count(self) -> int:
        return super().count() if self.lag else 1

    def seen(self, target: Target) -> Box:
        if self.lag:
            return super().seen(target)
        room = Box.around(_box(other) for other in self.targets)
        if room is None:
            raise Gone("focus")
        return self.picture.stand.view.box(room)

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        box = self.seen(target)
        center = box.center
        least = float(np.hypot(box.width, box.height)) / 2 + 0.15
        close = smooth(min(1.0, amount / 0.6))
        radius = least + (WIDE_SPOT - min(least, WIDE_SPOT)) * (1 - close)
        strength = smooth(min(1.0, amount / 0.3)) * (1 - smooth(max(0.0, (amount - 0.75) / 0.25)))
        if strength <= 0:
            return []
        shade = look.background()
        frame = np.array([[-9.0, -6.0], [9.0, -6.0], [9.0, 6.0], [-9.0, 6.0]])
        around = polyline(frame, closed=True)
        drawn: list[Mobject] = []
        for ring in range(RINGS):
            share = min(1.0, max(0.0, strength * RINGS - ring))
            if share <= 0:
                break
            paint = Paint(shade, DARKENING * share, shade, 0.0)
            hole = arc(2 * np.pi, 0, radius + 0.7 * (ring / RINGS) ** 1.5) + center
            drawn.append(shape(np.vstack([around, hole]), paint))
        return drawn


WIDE_SPOT = 4.0
"""Radius in scene units from which the spot narrows."""

RINGS, DARKENING = 5, 0.2
"""So many veils with ever wider holes make the soft edge, each of that opacity; they
come one after another, for colours of low opacity are rounded badly."""


class PointAt(_Overlay):
    """An arrow comes, points at it, and goes."""

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        box = self.seen(target)
        side = np.array([-0.75, -0.66]) if box.center[1] > -2.6 else np.array([-0.75, 0.66])
        if box.center[0] < -1.5:
            side = side * np.array([-1, 1])
        half = np.array([box.width, box.height]) / 2
        edge = side / max(*(np.abs(side) / np.maximum(half, 0.05)))
        come = smooth(min(1.0, amount / 0.3))
        leave = smooth(max(0.0, (amount - 0.8) / 0.2))
        nod = 0.07 * np.sin(np.clip((amount - 0.3) / 0.5, 0, 1) * 2 * np.pi * 2)
        tip = box.center + edge + side * (0.1 + 0.4 * (1 - come) + nod)
        start = tip + side * 0.95
        color = signal()
        opacity = come * (1 - leave)
        paint = Paint(color, 0.0, color, 6.0, 1.0, opacity)
        line = polyline(np.array([start, tip]))
        from ..leaves import Leaf

        return list(arrow_skin(1)(Leaf(line, paint, "line"), line, paint))


class Pulse(_Overlay):
    """A light runs along it, or along another line."""

    expands = True

    def __init__(
        self, *targets: Any, along: Target | None = None, backwards: bool = False, **options: Any
    ) -> None:
        self.along, self.backwards = along, backwards
        super().__init__(*targets, **options)

    def drawn(self, target: Target, amount: float) -> list[Mobject]:
        line = self.along if self.along is not None else target
        view = self.picture.stand.view
        only = line.thing.way_of(line.path)
        lines = _lines(line) if only is None else [only]
        ways = [view(points) for points in lines if len(points) >= 4]
        color = signal()
        beams = ((9.0, 0.25), (4.5, 0.9))
        if not look.current().dark:
            color = look.rgb("red") if _near(own_color(line), color) else color
            beams = ((15.0, 0.35), (8.0, 1.0))
        elif _near(own_color(line), color):
            color = look.ink()
        glow: list[Mobject] = []
        if self.along is not None:
            ways = ways[:1]
        for points in ways[:60]:
            way = flatten(points, 16)
            if self.backwards:
                way = way[::-1]
            done = lengths(way)
            total = float(done[-1])
            if total < 1e-6:
                continue
            window = min(0.25 * total, 1.1)
            front = amount * (total + window)
            a, b = max(0.0, front - window), min(total, front)
            if b - a < 1e-6:
                continue
            cuts = np.linspace(a, b, 9)
            for n, (u, v) in enumerate(itertools.pairwise(cuts)):
                share = (n + 1) / 8
                inner = done[(done > u) & (done < v)]
                at = np.concatenate([[u], inner, [v]])
                knots = np.column_stack([np.interp(at, done, way[:, 0]),
                                         np.interp(at, done, way[:, 1])])
                for width, strength in beams:
                    paint = Paint(color, 0.0, color, width * (0.4 + 0.6 * share), strength * share)
                    glow.append(shape(polyline(knots), paint))
        return glow


def _box(target: Target) -> Box | None:
    try:
        return target.box()
    except Gone:
        return None


def _lines(target: Target) -> list[Points]:
    """The outlines that a light runs along: not those of letters and marks beside shapes."""
    strokes = target.strokes()
    shapes = [s.points for s in strokes if s.leaf.key is None and not s.leaf.soft]
    return shapes or [s.points for s in strokes]
