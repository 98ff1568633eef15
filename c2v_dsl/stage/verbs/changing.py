"""Verbs that bend, colour and dim things, and set params."""

from __future__ import annotations

from typing import Any

from .. import look
from ..geometry import IDENTITY, Affine
from ..live import untracked, value
from ..motion import Pose, Tint
from ..target import Target
from ..thing import Thing
from ..warp import Warp
from .base import Verb

__all__ = ["Apply", "Color", "Dim", "Fill", "Set", "Stroke", "Undim"]


class Apply(Verb):
    """A matrix or a function of points, about the origin of the coordinates."""

    def __init__(self, map: Any, *targets: Any, **options: Any) -> None:
        self.map = map
        super().__init__(*targets, **options)

    def start(self, index: int) -> Any:
        target = self.targets[index]
        thing = target.thing
        with untracked():
            fold(thing)
            plane = thing if thing.model().frame is not None else thing.plane
            numbers = plane is not None and plane.kind == "complex"
            warp = Warp.of(self.map, _own_coordinates(thing), numbers)
        thing.motion.warps.append(warp)
        return thing, warp

    def step(self, index: int, state: Any, amount: float) -> None:
        thing, warp = state
        warp.amount = amount
        thing.motion.change()


def _own_coordinates(thing: Thing) -> Affine | None:
    """For a plane: from its units into the coordinates it is warped in."""
    inner = thing.model().frame
    if inner is None:
        return None
    return thing.to_scene().inverse().after(thing.inner())


def fold(thing: Thing) -> None:
    """Make the whole's pose the last of its warps, so that another may follow."""
    motion = thing.motion
    pose = motion.whole
    if pose.still:
        return
    to_scene = thing.to_scene()
    linear = to_scene.inverse().linear @ pose.linear @ to_scene.linear
    if pose.linear is IDENTITY:
        motion.warps.append(Warp.affine(Affine(IDENTITY, pose.shift)))
    else:
        center = thing.local_center()
        motion.warps.append(
            Warp.affine(Affine(linear, center + pose.shift - linear @ center), pose.linear)
        )
    motion.whole = Pose()
    motion.change()


class _Paint(Verb):
    """Verbs that change the paint of things."""

    sort = "color"

    def tint(self) -> Any:
        raise NotImplementedError

    def start(self, index: int) -> Tint:
        target = self.targets[index]
        with untracked():
            return target.thing.coat.begin(target.path, self.sort, self.tint())

    def step(self, index: int, state: Tint, amount: float) -> None:
        state.amount = amount
        self.targets[index].thing.coat.change()

    def stop(self, index: int, state: Tint) -> None:
        coat = self.targets[index].thing.coat
        if state.amount == 0:
            coat.tints.remove(state)
            coat.change()
        else:
            coat.settle(state)


class Color(_Paint):
    """A colour, for lines and areas."""

    def __init__(self, *targets: Any, color: Any = None, **options: Any) -> None:
        targets, color = _split(targets, color)
        self.color = color
        super().__init__(*targets, **options)

    def tint(self) -> Any:
        return look.rgb(value(self.color))


class Fill(_Paint):
    """Its inside: a colour (None: no more), perhaps an opacity."""

    sort = "fill"

    def __init__(
        self, *targets: Any, color: Any = None, opacity: Any = None, **options: Any
    ) -> None:
        targets, color = _split(targets, color)
        self.color, self.opacity = color, opacity
        super().__init__(*targets, **options)

    def tint(self) -> Any:
        color, opacity = value(self.color), value(self.opacity)
        return (
            None if color is None else look.rgb(color),
            None if opacity is None else float(opacity),
        )


class Stroke(_Paint):
    """Its outline: a colour (None: no more), perhaps a width."""

    sort = "stroke"

    def __init__(
        self, *targets: Any, color: Any = None, width: Any = None, **options: Any
    ) -> None:
        targets, color = _split(targets, color)
        self.color, self.width = color, width
        super().__init__(*targets, **options)

    def tint(self) -> Any:
        color, width = value(self.color), value(self.width)
        return None if color is None else look.rgb(color), None if width is None else float(width)


def _split(targets: tuple[Any, ...], color: Any) -> tuple[tuple[Any, ...], Any]:
    """Targets and a colour that may stand last among them."""
    if color is None and targets and not _is_target(targets[-1]):
        return targets[:-1], targets[-1]
    return targets, color


def _is_target(given: Any) -> bool:
    from ..names import Family

    return isinstance(given, Target | Family | tuple | list) and type(given).__name__ != "Color"


class Dim(_Paint):
    """Taken back to a share of its opacity."""

    sort = "dim"

    def __init__(self, *targets: Any, to: Any = 0.3, **options: Any) -> None:
        self.to = to
        super().__init__(*targets, **options)

    def tint(self) -> Any:
        return float(value(self.to))


class Undim(_Paint):
    """Dimmed no more."""

    sort = "dim"

    def tint(self) -> Any:
        return 1.0


class Set(Verb):
    """Changes params to values, worked out when it starts; all that follows them follows."""

    def __init__(
        self,
        run_time: float | None = None,
        ease: str = "smooth",
        stagger: float = 0.0,
        **values: Any,
    ) -> None:
        self.values = values
        super().__init__(run_time=run_time, ease=ease, stagger=stagger)

    def count(self) -> int:
        return 1

    def concerned(self) -> tuple[list[Thing], list[str]]:
        return [], list(self.values)

    def start(self, index: int) -> Any:
        with untracked():
            return {
                name: (getattr(self.params, name), value(to)) for name, to in self.values.items()
            }

    def step(self, index: int, state: Any, amount: float) -> None:
        for name, (start, end) in state.items():
            setattr(self.params, name, blended(start, end, amount))


def blended(start: Any, end: Any, amount: float) -> Any:
    """The way between two values of one sort; exactly the ends at 0 and 1."""
    if amount == 1:
        return end
    if amount == 0:
        return start
    numeric = int | float | complex
    if isinstance(start, bool) or isinstance(end, bool):
        return start
    if isinstance(start, numeric) and isinstance(end, numeric):
        return start + (end - start) * amount
    if isinstance(start, tuple | list) and isinstance(end, tuple | list) and len(start) == len(end):
        parts = [blended(a, b, amount) for a, b in zip(start, end, strict=True)]
        return type(end)(parts) if type(end) in (tuple, list) else type(end)(*parts)
    if type(start).__name__ == "Color" or type(end).__name__ == "Color":
        from ...semantics.values import mix

        return mix(start, end, min(1.0, max(0.0, amount)))
    return start
