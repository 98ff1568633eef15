"""A measured scene as rules see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..semantics import frame
from ..semantics.themes import Theme
from ..timeline.model import ObjectSpec, SceneSpec
from .actions import Actions
from .belonging import Belonging
from .regions import Region
from .seen import Moment, Presence, SceneSeen, Shot
from .verdict import Verdict

__all__ = ["MeasuredScene", "Shown", "Verdict"]


@dataclass(frozen=True)
class Shown:
    """An object at a moment."""

    spec: ObjectSpec
    region: Region
    presence: Presence
    order: int
    """Its depth: what is later lies over what is earlier."""

    @property
    def id(self) -> str:
        return self.spec.id


class MeasuredScene:
    """A scene's specification and what was seen of it.

    Attributes:
        layout: ``notes`` or ``wide``.
    """

    def __init__(self, spec: SceneSpec, seen: SceneSeen, theme: Theme) -> None:
        self.spec = spec
        self.seen = seen
        self.theme = theme
        self.layout = spec.layout
        self.objects = {item.id: item for item in spec.objects}
        self._regions: dict[tuple[int, Shot | None], Region] = {}

    @cached_property
    def belong(self) -> Belonging:
        return Belonging(self.spec)

    @cached_property
    def actions(self) -> Actions:
        return Actions(self.spec)

    def is_passing(self, moment: Moment, object: str) -> bool:
        """Whether an object is on its way in or out: it is judged where it stays."""
        return not moment.last and self.actions.is_passing(object, moment.frame)

    @cached_property
    def grid(self) -> frame.Rect:
        return frame.grid_rect(self.layout)

    def region(self, moment: Moment, presence: Presence) -> Region:
        """What an object covers at a moment."""
        key = presence.body, moment.shot
        found = self._regions.get(key)
        if found is None:
            found = self._regions[key] = Region(self.seen.seen(moment, presence))
        return found

    def take_over(self, other: MeasuredScene) -> None:
        """Use the regions of another look at the same scene, of which all bodies are bodies of
        this one."""
        self._regions.update(other._regions)
        self.__dict__["belong"] = other.belong

    def shown(self, moment: Moment) -> list[Shown]:
        """The objects that are seen, back to front."""
        return [
            Shown(self.objects[p.object], self.region(moment, p), p, order)
            for order, p in enumerate(moment.shown) if p.object in self.objects
        ]

    def moments(self) -> Iterator[tuple[Moment, list[Shown]]]:
        """Every moment with what is seen then."""
        for moment in self.seen.moments:
            yield moment, self.shown(moment)

    def cell(self, x: float, y: float) -> str:
        """The cell that a point of the frame lies in, or the nearest one."""
        grid = self.grid
        column = int(min(5, max(0, (x - grid.x0) / (grid.width / 6))))
        row = int(min(5, max(0, (grid.y1 - y) / frame.ROW)))
        return f"{'ABCDEF'[row]}{column + 1}"

    def cells(self, bounds: tuple[float, float, float, float]) -> str:
        """The area of cells that a box of the frame covers: ``B2:C4`` or ``B2``."""
        x0, y0, x1, y1 = bounds
        dx, dy = min(0.02, (x1 - x0) / 2), min(0.02, (y1 - y0) / 2)
        first, last = self.cell(x0 + dx, y1 - dy), self.cell(x1 - dx, y0 + dy)
        return first if first == last else f"{first}:{last}"
