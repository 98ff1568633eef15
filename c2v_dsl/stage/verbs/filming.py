"""The camera's verbs: nearer to something, along with something, back out."""

from __future__ import annotations

from typing import Any

from ..geometry import Box, point
from ..live import untracked, value
from ..target import Gone, Target
from ..thing import Thing
from ..view import Shot, View, heart
from .base import Verb, flat

__all__ = ["Follow", "Zoom"]


class _Camera(Verb):
    """Verbs that move the camera, and with it everything that is seen."""

    expands = False

    def count(self) -> int:
        return 1

    def concerned(self) -> tuple[list[Thing], list[str]] | None:
        return None

    @property
    def view(self) -> View:
        return self.picture.stand.view

    def step(self, index: int, state: Any, amount: float) -> None:
        self.view.go(amount)

    def stop(self, index: int, state: Any) -> None:
        self.view.end()


class Zoom(_Camera):
    """Nearer, or with ``out`` back to the whole stage.

    Args:
        to: a target, several, a cell, an area, or a point in rows: where it stands as this
            begins comes into the middle.
        by: so many times as large as without a camera; without it as large as fits.
        out: back, instead.
    """

    def __init__(self, to: Any = None, *, by: Any = None, out: bool = False, **options: Any):
        self.to, self.by, self.out = to, by, out
        super().__init__(**options)

    def start(self, index: int) -> Any:
        view = self.view
        if self.out or self.to is None:
            view.begin(view.home)
            return None
        with untracked():
            by = None if self.by is None else float(value(self.by))
            shot = view.framing(self._room(), by)
            held = view.followed
            if held is not None and _same(held, value(self.to)):
                view.begin(Shot(heart(held), shot.factor), held)
            else:
                view.begin(shot)
        return None

    def _room(self) -> Box:
        """What it goes to, in the scene.

        Raises:
            Gone: nothing of it has a picture.
        """
        stand = self.picture.stand
        to = value(self.to)
        cells = stand.area(to)
        if cells is not None:
            return cells
        targets = list(flat(to if isinstance(to, tuple | list) and _targets(to) else [to]))
        if targets:
            room = Box.around(_box(target) for target in targets)
            if room is None:
                raise Gone("zoom")
            return room
        x, y = stand.rows(point(to))
        return Box(x, y, x, y)


class Follow(_Camera):
    """Something comes into the middle, and stays there while it moves, until the next zoom."""

    def start(self, index: int) -> Any:
        if self.targets:
            target = self.targets[0]
            with untracked():
                self.view.begin(Shot(heart(target), self.view.shot.factor), target)
        return None


def _box(target: Target) -> Box | None:
    try:
        return target.box()
    except Gone:
        return None


def _targets(given: tuple[Any, ...] | list[Any]) -> bool:
    return not all(isinstance(item, int | float) for item in given)


def _same(a: Target, b: Any) -> bool:
    return isinstance(b, Target) and a.thing is b.thing and a.path == b.path
