"""Verbs that bring things and take them away."""

from __future__ import annotations

from typing import Any

from .. import effects
from ..effects import Effect
from ..motion import Reveal
from ..target import Target
from ..thing import Thing
from .base import Verb, expanded, flat

__all__ = [
    "Add", "Clear", "Draw", "Erase", "Grow", "Hide", "Pop", "Remove", "Show", "Shrink", "Write",
]


class _Enter(Verb):
    effect: Effect = staticmethod(effects.fade)

    def start(self, index: int) -> Reveal | None:
        if not self.targets:
            return None
        target = self.targets[index]
        thing = target.thing
        if not thing.there:
            thing.enter()
        self.picture.enter(thing)
        return thing.presence.begin(target.path, True, self.chosen(target))

    def chosen(self, target: Target) -> Effect:
        return type(self).effect

    def step(self, index: int, state: Reveal | None, amount: float) -> None:
        if state is not None:
            state.amount = amount
            self.targets[index].thing.presence.change()

    def stop(self, index: int, state: Reveal | None) -> None:
        if state is not None:
            self.targets[index].thing.presence.settle(state)


class Show(_Enter):
    """Fades in."""


class Draw(_Enter):
    """Outlines along their length, then their inside; words are written."""

    effect = staticmethod(effects.draw)

    def chosen(self, target: Target) -> Effect:
        return effects.write if target.thing.entrance == "write" else effects.draw


class Write(_Enter):
    """Letter by letter, stroke by stroke."""

    effect = staticmethod(effects.write)

    def chosen(self, target: Target) -> Effect:
        return effects.write if target.thing.entrance == "write" else effects.draw


class Grow(_Enter):
    """From the centre; arrows from their tail."""

    effect = staticmethod(effects.grow)


class Pop(_Enter):
    """From the centre with a little bounce."""

    effect = staticmethod(effects.pop)


class Add(_Enter):
    """At once."""

    seconds = 0.0


class _Leave(Verb):
    effect: Effect = staticmethod(effects.fade)

    def start(self, index: int) -> Reveal | None:
        if not self.targets:
            return None
        target = self.targets[index]
        return target.thing.presence.begin(target.path, False, self.chosen(target))

    def chosen(self, target: Target) -> Effect:
        return type(self).effect

    def step(self, index: int, state: Reveal | None, amount: float) -> None:
        if state is not None:
            state.amount = 1 - amount
            self.targets[index].thing.presence.change()

    def stop(self, index: int, state: Reveal | None) -> None:
        if state is not None:
            self.targets[index].thing.presence.settle(state)


class Hide(_Leave):
    """Fades out."""


class Erase(_Leave):
    """The drawing taken back."""

    effect = staticmethod(effects.draw)

    def chosen(self, target: Target) -> Effect:
        return effects.write if target.thing.entrance == "write" else effects.draw


class Shrink(_Leave):
    """To the centre, and gone."""

    effect = staticmethod(effects.grow)


class Remove(_Leave):
    """At once."""

    seconds = 0.0


class Clear(_Leave):
    """Everything fades out, or what is named, or everything but ``except_``."""

    def __init__(self, *targets: Any, except_: Any = (), **options: Any) -> None:
        self._named = bool(targets)
        kept = except_ if isinstance(except_, tuple | list) else (except_,)
        self._kept = [member for target in flat(kept) for member in expanded(target)]
        options.pop("stagger", None)
        super().__init__(*targets, **options)

    def count(self) -> int:
        return 1

    def concerned(self) -> tuple[list[Thing], list[str]] | None:
        return super().concerned() if self._named else None

    def start(self, index: int) -> Any:
        leaving: list[Target] = self.targets
        if not self._named:
            kept = {id(target.thing) for target in self._kept}
            leaving = [thing for thing in self.picture.present() if id(thing) not in kept]
        return [
            (target.thing, target.thing.presence.begin(target.path, False, effects.fade))
            for target in leaving
        ]

    def step(self, index: int, state: Any, amount: float) -> None:
        for thing, reveal in state:
            reveal.amount = 1 - amount
            thing.presence.change()

    def stop(self, index: int, state: Any) -> None:
        for thing, reveal in state:
            thing.presence.settle(reveal)
