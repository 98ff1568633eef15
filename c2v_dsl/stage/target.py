"""What verbs act on: things, and parts of things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .geometry import Box, Points
from .leaves import Path

if TYPE_CHECKING:
    from .brush import Stroke
    from .thing import Thing


class Gone(ArithmeticError):
    """Something was asked of a thing that has no picture at this moment."""


def body(given: Any) -> Any:
    """A component's instance as the group of its members; anything else as it is."""
    return getattr(given, "_body", given)


class Target:
    """A thing or a part of it."""

    @property
    def thing(self) -> Thing:
        raise NotImplementedError

    @property
    def path(self) -> Path:
        return ()

    def item(self, *index: Any) -> Any:
        """An indexed part: ``m[0, 1]``, ``chart[2]``."""
        return Part(self.thing, (*self.path, ("item", *index)))

    def part(self, name: str, *index: Any) -> Any:
        """A named part: ``m.row[0]``, ``ax.x``."""
        return Part(self.thing, (*self.path, (name, *index)))

    def piece(self, text: str, which: int | str = 0) -> Any:
        """A piece of a formula or text by what it reads."""
        return Part(self.thing, (*self.path, ("piece", text, which)))

    def style(self, **words: Any) -> Any:
        """Style of a part before it appears."""
        self.thing.part_styles.append((self.path, words))
        return self

    def outlines(self) -> list[Points]:
        """Its outlines in the scene now, without what comes and goes."""
        return self.thing.outlines_of(self.path)

    def box(self) -> Box:
        """Its box in the scene now.

        Raises:
            Gone: nothing of it has a picture.
        """
        return self.thing.box_of(self.path)

    def strokes(self) -> list[Stroke]:
        """Its leaves as they stand and are painted now."""
        return self.thing.strokes_of(self.path)

    def middle(self) -> Points:
        """Its centre in the scene."""
        return self.box().center

    def way(self) -> Points:
        """The outline that stands for it where a line or curve is wanted, in the scene.

        Raises:
            Gone: it has no picture at this moment.
        """
        raise NotImplementedError

    def course(self) -> Points:
        """The way of whoever goes along it: a line, or an edge from node to node."""
        return self.way()

    # what live values ask of it, in its plane's units or in rows

    def _local(self, scene_point: Points) -> Any:
        from ..semantics.values import P

        x, y = self.thing.to_scene().inverse()(scene_point)
        return P(float(x), float(y))

    @property
    def center(self) -> Any:
        """Its centre as a point of its coordinates."""
        return self._local(self.middle())

    @property
    def x(self) -> float:
        return float(self.center[0])

    @property
    def y(self) -> float:
        return float(self.center[1])

    @property
    def start(self) -> Any:
        """Where a line begins, in its coordinates."""
        return self._local(self.way()[0])

    @property
    def end(self) -> Any:
        """Where a line ends, in its coordinates."""
        return self._local(self.way()[-1])


class Part(Target):
    """Some leaves of a thing, by name."""

    def __init__(self, thing: Thing, path: Path) -> None:
        self._thing = thing
        self._path = path

    @property
    def thing(self) -> Thing:
        return self._thing

    @property
    def path(self) -> Path:
        return self._path

    def way(self) -> Points:
        """The outline that stands for it where a line or curve is wanted, in the scene.

        Raises:
            Gone: it has no picture at this moment.
        """
        found = self.thing.way_of(self.path)
        for points in [found] if found is not None else self.outlines():
            if len(points):
                return points
        raise Gone(repr(self))

    def course(self) -> Points:
        """The way of whoever goes along it: a line, or an edge from node to node."""
        found = self.thing.course_of(self.path)
        return self.way() if found is None or not len(found) else found

    def __repr__(self) -> str:
        return f"{self._thing!r}{''.join(str(list(step)) for step in self._path)}"
