"""What a storyboard says of a thing: its arguments, place and style, and what verbs make of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Self

from manim import Group

from .brush import Stroke
from .build import Build
from .leaves import Model, Path
from .motion import Coat, Motion, Presence
from .place import Place
from .reads import Source
from .stand import Stand
from .target import Target, body

if TYPE_CHECKING:
    from .thing import Thing

Builder = Callable[[Build], Model]

_serials = itertools.count()


class Effects(Source):
    """What pointing verbs do to a thing while they last: path and function of its strokes."""

    __slots__ = ("active",)

    def __init__(self) -> None:
        super().__init__()
        self.active: list[tuple[Path, Callable[[Thing, list[Stroke]], None]]] = []


class Transitions(Source):
    """Morphs and rewritings under way: functions of a thing's strokes."""

    __slots__ = ("active",)

    def __init__(self) -> None:
        super().__init__()
        self.active: list[Any] = []


class Declared(Target, Group):
    """What a `Thing` is given and what has become of it.

    Args:
        kind: the kind's name in the language.
        build: makes its `Model`.
        args: by argument name; values may be functions without arguments (live).
        fit: what ``fit`` does: ``shrink``, or ``ratio`` and ``fill`` where the builder takes the
            area itself.
        rigid: on a plane it keeps its size and shape.
    """

    def __init__(
        self,
        kind: str,
        build: Builder,
        args: dict[str, Any] | None = None,
        *,
        fit: str = "shrink",
        rigid: bool = False,
        entrance: str = "draw",
    ) -> None:
        super().__init__()
        self.kind = kind
        self.args = {name: body(given) for name, given in (args or {}).items()}
        self.fit_mode = fit
        self.rigid = rigid
        self.entrance = entrance
        self.stand = Stand.current
        self.plane: Thing | None = self.stand.planes[-1] if self.stand.planes else None
        self.loose = False
        """A verb has taken it off the plane it was declared on."""
        self.place: Place | None = None
        self.styles: dict[str, Any] = {}
        self.part_styles: list[tuple[Path, dict[str, Any]]] = []
        self.sweeps: dict[str, tuple[Any, ...]] = {}
        self.measured: dict[str, tuple[tuple[float, float] | None, ...]] = {}
        self._holder: Any = None
        self.hangs: bool | None = None
        """Whether it follows others of its group, once known (see `held.hangs`)."""
        self.motion = Motion()
        self.coat = Coat()
        self.presence = Presence()
        self.effects = Effects()
        self.transitions = Transitions()
        self.texts = Source()
        self.rewritten: dict[Path, Any] = {}
        self.layer: float = 0
        self.serial = next(_serials)
        self.stand.count += 1
        self._build = build
        self._prepare()

    def _prepare(self) -> None:
        """Make what works its picture out."""

    @property
    def holder(self) -> Any:
        """The group or component whose place holds for it, or None."""
        if self._holder is None and self.stand.components:
            self.stand.adopt()
        return self._holder

    @holder.setter
    def holder(self, group: Any) -> None:
        self._holder = group

    def _placed_by(self, place: Place) -> Self:
        place.operands = tuple(body(operand) for operand in place.operands)
        self.place = place
        return self

    def at(self, target: Any) -> Self:
        """Centred on a cell, area, point or object, in its natural size."""
        return self._placed_by(Place("at", (target,)))

    def fit(self, area: Any, align: str | None = None) -> Self:
        """In the middle of a cell or area, or at one of its edges, and made to fit it."""
        return self._placed_by(Place("fit", (area,), None, align))

    def above(self, other: Any, gap: Any = None, align: str | None = None) -> Self:
        return self._placed_by(Place("above", (other,), gap, align))

    def below(self, other: Any, gap: Any = None, align: str | None = None) -> Self:
        return self._placed_by(Place("below", (other,), gap, align))

    def left_of(self, other: Any, gap: Any = None, align: str | None = None) -> Self:
        return self._placed_by(Place("left_of", (other,), gap, align))

    def right_of(self, other: Any, gap: Any = None, align: str | None = None) -> Self:
        return self._placed_by(Place("right_of", (other,), gap, align))

    def inside(self, other: Any, align: str | None = None) -> Self:
        """Shrunk into the middle of another object, or to one of its edges."""
        return self._placed_by(Place("inside", (other,), None, align))

    def between(self, a: Any, b: Any) -> Self:
        """Half-way between two objects."""
        return self._placed_by(Place("between", (a, b)))

    def sweep(self, **values: tuple[Any, ...]) -> Self:
        """The values that beats give the params it follows; ``fit`` holds for all."""
        self.sweeps = values
        return self

    def style(self, **words: Any) -> Self:
        """Style words of the language; a pair is a colour with an opacity or a width."""
        self.styles.update(words)
        if "layer" in words:
            self.layer = words["layer"]
        return self

    # picture

    @property
    def rank(self) -> tuple[float, int]:
        """Its order: by layer, then by declaration."""
        return self.layer, self.serial

    def changes(self) -> set[Source]:
        """What verbs change about it."""
        return {self.motion, self.coat, self.presence, self.effects, self.transitions, self.texts}

    @property
    def there(self) -> bool:
        """Whether any of it may be on screen."""
        return self.presence.there

    def members(self) -> Iterator[Thing]:
        """The things it stands for: itself, or a group's members."""
        yield self.thing

    def __repr__(self) -> str:
        return f"<{self.kind}>"
