"""The frame of every verb: targets, one after another by ``stagger``, each from its own start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from manim import Animation, Mobject, Scene
from manim import linear as linear_rate

from ...semantics.values import NoValue
from ..easing import EASES, smooth
from ..names import Family, Params
from ..picture import Picture, picture_of
from ..target import Gone, Target, body
from ..thing import Thing

_ABOVE = 10_000
"""Depth of the empty mobject that stands in for a verb's targets in Manim's bookkeeping: in front
of everything, so that nothing is redrawn on its account."""


_NOTHING = object()
"""The state of a verb that has nothing to do: what it is about has no picture now."""


class Verb(Animation):
    """A verb at work. Where what it is about has no picture, or no value, it only takes its time.

    Args:
        targets: things, parts, groups or families.
        run_time: seconds for each target.
        ease: name of a way from 0 to 1 (see `easing`).
        stagger: seconds between the starts of successive targets.
    """

    seconds = 1.0
    expands = True

    def __init__(
        self,
        *targets: Any,
        run_time: float | None = None,
        ease: str = "smooth",
        stagger: float = 0.0,
    ) -> None:
        given = list(flat(targets))
        self.targets: list[Target] = (
            [member for target in given for member in expanded(target)] if self.expands else given
        )
        self.each = float(self.seconds if run_time is None else run_time)
        self.lag = float(stagger)
        self.ease = EASES.get(ease, smooth)
        self._state: list[Any] = []
        self._done: list[bool] = []
        self.picture: Picture
        self.params: Params
        total = self.each + self.lag * max(0, self.count() - 1)
        stand_in = Mobject()
        stand_in.z_index = _ABOVE
        super().__init__(stand_in, run_time=total or 1e-9, rate_func=linear_rate)
        self.run_time = total

    def count(self) -> int:
        """How many things it does one after another."""
        return max(1, len(self.targets))

    def concerned(self) -> tuple[list[Thing], list[str]] | None:
        """Things and params that it may change; None for anything at all."""
        return [target.thing for target in self.targets], []

    # what a verb is

    def start(self, index: int) -> Any:
        """Begin with the ``index``-th target; what is returned is handed to the others."""

    def step(self, index: int, state: Any, amount: float) -> None:
        """Show ``amount`` of the change, eased."""

    def stop(self, index: int, state: Any) -> None:
        """The change is complete."""

    # Manim's side

    def _setup_scene(self, scene: Scene) -> None:
        self.picture = picture_of(scene)
        self.params = self.picture.stand.params

    def begin(self) -> None:
        self._state = []
        self._done = [False] * self.count()
        if self.run_time > 0:
            self._advance(0.0)

    def interpolate(self, alpha: float) -> None:
        self._advance(alpha * self.run_time)

    def finish(self) -> None:
        for index in range(self.count()):
            if index >= len(self._state):
                self._state.append(self._begun(index))
            if not self._done[index]:
                self._complete(index)

    def clean_up_from_scene(self, scene: Scene) -> None:
        pass

    def update_mobjects(self, dt: float) -> None:
        pass

    def is_introducer(self) -> bool:
        return False

    def _advance(self, now: float) -> None:
        for index in range(self.count()):
            begin = index * self.lag
            if now + 1e-9 < begin:
                break
            if index >= len(self._state):
                self._state.append(self._begun(index))
            if self._done[index]:
                continue
            share = (now - begin) / self.each if self.each > 0 else 1.0
            if share >= 1 - 1e-9 and index < self.count() - 1:
                self._complete(index)
            else:
                self._shown(index, min(1.0, max(0.0, share)))

    def _begun(self, index: int) -> Any:
        try:
            return self.start(index)
        except (Gone, NoValue):
            return _NOTHING

    def _shown(self, index: int, share: float) -> None:
        state = self._state[index]
        if state is not _NOTHING:
            with suppress(Gone, NoValue):
                self.step(index, state, self.ease(share))

    def _complete(self, index: int) -> None:
        self._shown(index, 1.0)
        if self._state[index] is not _NOTHING:
            self.stop(index, self._state[index])
        self._done[index] = True


def flat(given: Iterable[Any]) -> Iterator[Target]:
    """Targets of families and lists, one by one."""
    for item in given:
        item = body(item)
        if isinstance(item, Target):
            yield item
        elif isinstance(item, Family):
            yield from item.objects()
        elif isinstance(item, tuple | list):
            yield from flat(item)


def expanded(target: Target) -> Iterator[Target]:
    """A group's members, however deep; anything else itself."""
    if target.path:
        yield target
    else:
        yield from target.thing.members()
