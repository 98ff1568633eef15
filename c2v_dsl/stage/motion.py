"""What verbs have changed about a thing: where it is, how it is painted, whether it is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .geometry import IDENTITY, ZERO, Points, rotation
from .leaves import Path
from .paint import Paint, Role, filled, recolored, stroked
from .reads import Source
from .warp import Warp


@dataclass(slots=True)
class Pose:
    """How far something was moved (in local units), turned and scaled about its centre (as seen
    in the scene)."""

    shift: Points = field(default_factory=lambda: ZERO)
    angle: float = 0.0
    factor: float = 1.0

    @property
    def linear(self) -> Points:
        """Turning and scaling as a matrix; the constant ``IDENTITY`` where there is neither."""
        if self.angle == 0 and self.factor == 1:
            return IDENTITY
        return np.asarray(rotation(self.angle) * self.factor)

    @property
    def still(self) -> bool:
        return self.shift is ZERO and self.angle == 0 and self.factor == 1


class Motion(Source):
    """Geometry changed by verbs: ``warps`` first, then the whole's pose, then the parts' poses."""

    __slots__ = ("parts", "warps", "whole")

    def __init__(self) -> None:
        super().__init__()
        self.warps: list[Warp] = []
        self.whole = Pose()
        self.parts: dict[Path, Pose] = {}

    def pose(self, path: Path) -> Pose:
        return self.parts.setdefault(path, Pose()) if path else self.whole

    @property
    def still(self) -> bool:
        return self.whole.still and not self.warps and not self.parts


@dataclass(slots=True)
class Tint:
    """One change of paint: ``amount`` from 0 to 1 of it has happened."""

    path: Path
    sort: str
    value: Any
    amount: float = 0.0

    def applied(
        self, paint: Paint, role: Role, base: float, fill_opacity: float, width: float
    ) -> Paint:
        from dataclasses import replace

        value = self.value
        if self.sort == "color":
            new = recolored(paint, role, value)
            if role == "shape" and paint.fill_opacity:
                new = replace(new, fill=value)
        elif self.sort == "fill":
            if role in ("word", "line"):
                return paint
            full = 1.0 if role in ("solid", "tint") else fill_opacity
            new = filled(paint, value[0], value[1], full)
        elif self.sort == "stroke":
            new = stroked(paint, value[0], value[1], width)
        else:
            new = replace(paint, opacity=base * value)
        return paint.mixed(new, self.amount)


class Coat(Source):
    """Paint changed by verbs, oldest first."""

    __slots__ = ("tints",)

    def __init__(self) -> None:
        super().__init__()
        self.tints: list[Tint] = []

    def begin(self, path: Path, sort: str, value: Any) -> Tint:
        tint = Tint(path, sort, value)
        self.tints.append(tint)
        return tint

    def settle(self, tint: Tint) -> None:
        """``tint`` is complete: drop the earlier ones that it covers wholly."""
        tint.amount = 1.0
        at = self.tints.index(tint)
        covered = {"color": {"color"}, "dim": {"dim"}}.get(tint.sort, set())
        self.tints[:at] = [
            old for old in self.tints[:at]
            if not (old.sort in covered and old.amount == 1.0
                    and old.path[: len(tint.path)] == tint.path)
        ]
        self.change()


@dataclass(slots=True)
class Reveal:
    """One coming or going: ``amount`` of it is there, shown by ``effect``."""

    path: Path
    entering: bool
    amount: float
    effect: Any = None


class Presence(Source):
    """What of a thing is there. Later reveals count more; an entrance leaves what is there."""

    __slots__ = ("reveals",)

    def __init__(self) -> None:
        super().__init__()
        self.reveals: list[Reveal] = []

    @property
    def there(self) -> bool:
        """Whether anything of it may be seen."""
        return any(r.entering or r.amount > 0 for r in self.reveals)

    @property
    def settled(self) -> bool:
        return all(r.effect is None for r in self.reveals)

    def begin(self, path: Path, entering: bool, effect: Any) -> Reveal:
        reveal = Reveal(path, entering, 0.0 if entering else 1.0, effect)
        self.reveals.append(reveal)
        self.change()
        return reveal

    def settle(self, reveal: Reveal) -> None:
        """The coming or going is over; reveals it covers wholly are forgotten."""
        reveal.amount = 1.0 if reveal.entering else 0.0
        reveal.effect = None
        if reveal not in self.reveals:
            return
        at = self.reveals.index(reveal)
        depth = len(reveal.path)
        self.reveals[:at] = [
            old for old in self.reveals[:at]
            if old.effect is not None or old.path[:depth] != reveal.path
        ]
        if not reveal.path and not reveal.entering and len(self.reveals) == 1:
            self.reveals.clear()
        self.change()

    def put(self, path: Path, there: bool) -> None:
        """There, or gone, at once."""
        self.settle(self.begin(path, there, None))
