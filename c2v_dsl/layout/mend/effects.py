"""What a change would do to a measured scene, worked out without measuring it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..seen import Body, Form, Moment, Presence, SceneSeen

Color = tuple[float, float, float]


@dataclass(frozen=True)
class Motion:
    """Objects grown about a point, then shifted, all in scene units.

    Attributes:
        factor: how many times as wide and high they become.
        ramp: frames and how much of it holds from there on (0 to 1, even in between); empty
            means all of it, always.
    """

    objects: frozenset[str]
    shift: tuple[float, float] = (0.0, 0.0)
    factor: tuple[float, float] = (1.0, 1.0)
    about: tuple[float, float] = (0.0, 0.0)
    ramp: tuple[tuple[int, float], ...] = ()

    def share(self, moment: int) -> float:
        """How much of it holds at a frame."""
        if not self.ramp:
            return 1.0
        frames, shares = zip(*self.ramp, strict=True)
        return float(np.interp(moment, frames, shares))

    def changed(self, body: Body, share: float) -> Body:
        factor = 1 + (np.array(self.factor) - 1) * share
        about, shift = np.array(self.about), np.array(self.shift) * share

        def put(points: np.ndarray) -> np.ndarray:
            moved: np.ndarray = about + (points - about) * factor + shift
            return moved

        inks = tuple(
            ink._replace(points=put(ink.points),
                         clip=None if ink.clip is None else put(ink.clip))
            for ink in body.inks)
        return Body(inks, body.letters * float(factor[1]))


@dataclass(frozen=True)
class Paint:
    """Words (or areas) of objects in another colour."""

    objects: frozenset[str]
    color: Color
    form: Form = "word"

    def share(self, moment: int) -> float:
        return 1.0

    def changed(self, body: Body, share: float) -> Body:
        return body._replace(inks=tuple(
            ink._replace(color=self.color) if ink.form == self.form else ink for ink in body.inks))


@dataclass(frozen=True)
class Gone:
    """Objects that leave at a frame."""

    objects: frozenset[str]
    frame: int

    def share(self, moment: int) -> float:
        return float(moment >= self.frame)

    def changed(self, body: Body, share: float) -> Body | None:
        return None


Effect = Motion | Paint | Gone


def objects_of(effects: tuple[Effect, ...]) -> frozenset[str]:
    """Every object that effects change."""
    return frozenset().union(*(effect.objects for effect in effects))


def tried(seen: SceneSeen, effects: tuple[Effect, ...]) -> SceneSeen:
    """The scene as it would look. Bodies that stay keep their numbers."""
    bodies = list(seen.bodies)
    known: dict[tuple[int, int, float], int | None] = {}

    def changed(presence: Presence, frame: int) -> Presence | None:
        number: int | None = presence.body
        for place, effect in enumerate(effects):
            if presence.object not in effect.objects or number is None:
                continue
            share = round(effect.share(frame), 2)
            if share == 0:
                continue
            key = number, place, share
            if key not in known:
                body = effect.changed(bodies[number], share)
                known[key] = None if body is None else len(bodies)
                if body is not None:
                    bodies.append(body)
            number = known[key]
        return None if number is None else presence._replace(body=number)

    moments: list[Moment] = []
    for moment in seen.moments:
        shown = (changed(presence, moment.frame) for presence in moment.shown)
        moments.append(replace(moment, shown=tuple(p for p in shown if p is not None)))
    return replace(seen, bodies=tuple(bodies), moments=tuple(moments))
