"""Verbs that change where things are, how they are turned and how large they are."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..geometry import Box, Points, along, point, rotation
from ..live import untracked, value
from ..motion import Pose
from ..place import beside
from ..target import Gone, Target
from ..thing import Thing
from .base import Verb, expanded

__all__ = ["Move", "Rotate", "Scale", "Shift", "Swap"]


class Hold:
    """A target's pose when a verb began: what moves, and where its middle was."""

    def __init__(self, target: Target, pivot: Points | None = None) -> None:
        self.thing: Thing = target.thing
        self.path = target.path
        self.pose: Pose = self.thing.motion.pose(target.path)
        self.shift0 = self.pose.shift
        self.angle0, self.factor0 = self.pose.angle, self.pose.factor
        with untracked():
            to_scene = self.thing.to_scene()
            self.back = to_scene.inverse().linear
            self.middle = target.box().center if target.path else self.thing.middle()

    def moved(self, by: Points) -> None:
        """Stand ``by`` (scene units) from where it stood."""
        self.pose.shift = self.shift0 + self.back @ by
        self.thing.motion.change()

    def turned(self, angle: float, about: Points | None) -> None:
        """Turned since then, about a point of the scene or its own middle."""
        self.pose.angle = self.angle0 + angle
        self._about(rotation(angle), about)

    def scaled(self, factor: float, about: Points | None) -> None:
        """Scaled since then."""
        self.pose.factor = self.factor0 * factor
        self._about(np.eye(2) * factor, about)

    def _about(self, linear: Points, about: Points | None) -> None:
        if about is not None:
            offset = self.middle - about
            self.pose.shift = self.shift0 + self.back @ (linear @ offset - offset)
        self.thing.motion.change()


class _Bodies(Verb):
    """Verbs that treat a group as one body."""

    expands = False

    def concerned(self) -> tuple[list[Thing], list[str]]:
        return [m.thing for target in self.targets for m in expanded(target)], []

    def holds(self, index: int) -> list[Hold]:
        found: list[Hold] = []
        for member in expanded(self.targets[index]):
            try:
                found.append(Hold(member))
            except Gone:
                continue
        return found

    def body(self, index: int) -> Points | None:
        """Centre of a group, None for a single thing."""
        target = self.targets[index]
        if target.path or list(target.thing.members()) == [target.thing]:
            return None
        with untracked():
            return target.box().center


class Move(_Bodies):
    """To a place, beside something, or along a line or curve.

    Args:
        to: point, cell, area or object.
        on: the plane in whose coordinates the point is.
        above, below, left_of, right_of, inside, between, along: objects.
        gap: rows between it and what it moves beside.
        align: the edge shared with it.
    """

    def __init__(
        self,
        *targets: Any,
        to: Any = None,
        on: Any = None,
        gap: Any = None,
        align: str | None = None,
        along: Target | None = None,
        run_time: float | None = None,
        ease: str = "smooth",
        stagger: float = 0.0,
        **beside: Any,
    ) -> None:
        self.to, self.on, self.gap, self.align, self.along = to, on, gap, align, along
        self.beside = beside
        super().__init__(*targets, run_time=run_time, ease=ease, stagger=stagger)

    def start(self, index: int) -> Any:
        holds = self.holds(index)
        if not holds:
            return None
        with untracked():
            target = self.targets[index]
            for member in expanded(target):
                member.thing.loose = self._leaves(member.thing)
            whole = self.body(index)
            center = holds[0].middle if whole is None else whole
            if self.along is not None:
                return holds, center, None
            return holds, center, self._destination(target, center) - center

    def _leaves(self, thing: Thing) -> bool:
        """Whether it is taken off the plane it stands on."""
        to = value(self.to)
        goals = [self.along, to, *(value(other) for other in self.beside.values())]
        marks = [g for goal in goals for g in (goal if isinstance(goal, list | tuple) else [goal])
                 if isinstance(g, Target)]
        if marks:
            return any(mark.thing.plane is not thing.plane for mark in marks)
        on = self.on.thing if self.on is not None else thing.plane
        return on is not thing.plane or thing.stand.area(to) is not None

    def _destination(self, target: Target, center: Points) -> Points:
        from ...semantics import frame

        stand = target.thing.stand
        for word, other in self.beside.items():
            other = value(other)
            if word == "between":
                a, b = (o.box() for o in other)
                return np.asarray((a.center + b.center) / 2)
            box: Box = other.box()
            if word == "inside":
                return box.center
            own = target.box()
            gap = frame.GAP if self.gap is None else float(value(self.gap))
            spot = beside(
                box, (own.width, own.height), word, gap * stand.rows.linear[0, 0], self.align
            )
            return np.asarray(spot + center - own.center)
        to = value(self.to)
        area = stand.area(to)
        if area is not None:
            return np.asarray(area.center + (center - target.box().center))
        if isinstance(to, Target):
            return to.middle()
        coordinates = self.on.inner() if self.on is not None else target.thing.to_scene()
        return np.asarray(coordinates(point(to)))

    def step(self, index: int, state: Any, amount: float) -> None:
        if state is None:
            return
        holds, center, way = state
        if way is not None:
            by = way * amount
        else:
            assert self.along is not None
            with untracked():
                line = self.along.course()
            late = (center - line[0]) * (1 - min(1.0, amount)) ** 6
            by = along(line, amount) + late - center
        for hold in holds:
            hold.moved(by)


class Shift(_Bodies):
    """By a distance, in the units of its own coordinates."""

    def __init__(self, *targets: Any, by: Any, **options: Any) -> None:
        self.by = by
        super().__init__(*targets, **options)

    def start(self, index: int) -> Any:
        with untracked():
            by = point(value(self.by))
            target = self.targets[index]
            return self.holds(index), target.thing.to_scene().linear @ by

    def step(self, index: int, state: Any, amount: float) -> None:
        holds, by = state
        for hold in holds:
            hold.moved(by * amount)


class Rotate(_Bodies):
    """By an angle in radians against the clock, about its centre or a point or object."""

    def __init__(self, *targets: Any, by: Any, about: Any = None, **options: Any) -> None:
        self.by, self.about = by, about
        super().__init__(*targets, **options)

    def start(self, index: int) -> Any:
        with untracked():
            about = value(self.about)
            pivot = self.body(index)
            if isinstance(about, Target):
                pivot = about.middle()
            elif about is not None:
                pivot = self.targets[index].thing.to_scene()(point(about))
            return self.holds(index), float(value(self.by)), pivot

    def step(self, index: int, state: Any, amount: float) -> None:
        holds, by, pivot = state
        for hold in holds:
            hold.turned(by * amount, pivot)


class Scale(_Bodies):
    """By a factor about its centre."""

    def __init__(self, *targets: Any, by: Any, **options: Any) -> None:
        self.by = by
        super().__init__(*targets, **options)

    def start(self, index: int) -> Any:
        with untracked():
            return self.holds(index), float(value(self.by)), self.body(index)

    def step(self, index: int, state: Any, amount: float) -> None:
        holds, by, pivot = state
        for hold in holds:
            hold.scaled(1 + (by - 1) * amount, pivot)


class Swap(_Bodies):
    """Two things change places, on bows so that they do not run into each other."""

    def count(self) -> int:
        return 1

    def start(self, index: int) -> Any:
        if len(self.targets) < 2:
            return None
        with untracked():
            pairs = []
            a, b = self.targets[:2]
            ca, cb = a.box().center, b.box().center
            high = clearing(cb - ca, a.box(), b.box())
            apart = a.thing.plane is not b.thing.plane
            for target, way in ((a, cb - ca), (b, ca - cb)):
                for member in expanded(target):
                    member.thing.loose = apart
                pairs.append(([Hold(member) for member in expanded(target)], way, high))
            return pairs

    def step(self, index: int, state: Any, amount: float) -> None:
        for holds, way, high in state or ():
            share = min(1.0, max(0.0, amount))
            length = max(float(np.hypot(*way)), 1e-9)
            bow = np.array([-way[1], way[0]]) / length * high * np.sin(np.pi * share) ** BOW
            late = amount - 0.7 * np.sin(2 * np.pi * share) / (2 * np.pi)
            if amount in (0.0, 1.0):
                bow, late = np.zeros(2), amount
            for hold in holds:
                hold.moved(way * late - bow)


BOW = 0.75
"""How soon bows rise: below 1 they are fuller than a sine."""


def clearing(way: Points, a: Box, b: Box) -> float:
    """Height of bows on which two boxes that change places along ``way`` pass one another."""
    length = float(np.hypot(*way))
    if length < 1e-9:
        return 0.0
    normal = np.abs(np.array([-way[1], way[0]]) / length)
    sizes = np.array([a.width + b.width, a.height + b.height])
    return max(0.3 * length, float(normal @ sizes) / 4 * 1.25 + 0.06)
