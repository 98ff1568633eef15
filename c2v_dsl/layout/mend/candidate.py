"""What could be changed about a finding, and what is needed to think of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil, copysign

from shapely import STRtree, box
from shapely.geometry.base import BaseGeometry

from ...patch.model import Operation
from ...semantics import frame
from ...semantics.lowered import Live, Ref
from ...timeline.model import ObjectSpec, Step
from ..belonging import GROUPS
from ..regions import depth
from ..scene import Verdict
from ..seen import Ink, Moment
from .effects import Effect
from .statements import Statements
from .trial import Box, Trial


@dataclass(frozen=True)
class Candidate:
    """A change that may cure a finding.

    Attributes:
        title: what it does, as an order: ``put `m` in E4:F6``.
        operations: of a patch of the storyboard's file.
        effects: what it would do to the scene as measured; none where only measuring can tell.
        cost: how much it changes; about the way that something moves, in cells.
        timed: it changes when things happen, so that nothing more is known without measuring.
        safe: it cannot change what the author meant; others are proposed and not made.
    """

    title: str
    operations: tuple[Operation, ...]
    effects: tuple[Effect, ...]
    cost: float
    timed: bool = False
    safe: bool = True


CLOSE = 0.18
"""Nearer than this, in scene units, things look as if they touched."""


ACROSS, OVER, DEEP = 2.0, 6.0, 0.15
"""What it costs to lie across something, and to lie over it deeper than so many scene units."""

MARGIN = 0.05
"""So far, in scene units, may something reach over the grid's edge."""


class Others:
    """The shapes of other things, and whether a box has room among them."""

    def __init__(self, inks: list[tuple[Ink, BaseGeometry]]) -> None:
        self._shapes = [shape for _, shape in inks]
        self._filled = [ink.form in ("area", "picture") for ink, _ in inks]
        self._words = [ink.form == "word" for ink, _ in inks]
        self._tree = STRtree(self._shapes)

    def nested(self, room: Box) -> bool:
        """Whether a box lies within something filled, or words lie within it."""
        here = box(*room)
        return any((self._filled[n] and self._shapes[n].contains(here))
                   or (self._words[n] and here.contains(self._shapes[n]))
                   for n in self._tree.query(here))

    def crowding(self, room: Box) -> float:
        """What it costs to stand in a box: nothing where it is free or within something filled,
        a little close to something, much across something."""
        here = box(*room)
        cost = 0.0
        for number in self._tree.query(here.buffer(CLOSE)):
            shape = self._shapes[number]
            if shape.contains(here):
                continue
            apart = shape.distance(here)
            if apart == 0:
                cost = max(cost, ACROSS if depth(here, shape) < DEEP else OVER)
            elif apart < CLOSE:
                cost = max(cost, 0.1 + 0.5 * (1 - apart / CLOSE))
        return cost


class Case:
    """A finding, with all that its cures depend on.

    Attributes:
        verdicts: those told in one finding; ``verdict`` is the one by which it is told.
        moment: when to look at it.
    """

    def __init__(
        self, trial: Trial, statements: Statements, verdicts: list[Verdict], moment: Moment
    ) -> None:
        self.trial = trial
        self.statements = statements
        self.verdicts = verdicts
        self.verdict = max(verdicts, key=lambda v: v.amount)
        self.moment = moment
        self.scene = trial.spec
        self.layout = trial.spec.layout
        self.objects = trial.measured.objects
        self.reasons: list[str] = []
        self._others: dict[frozenset[str], Others] = {}

    def reason(self, why: str) -> None:
        """Note why something cannot be changed."""
        if why not in self.reasons:
            self.reasons.append(why)

    def spec(self, name: str) -> ObjectSpec | None:
        return self.objects.get(name)

    def box(self, name: str) -> Box | None:
        """Around an object, and around all that stands on it if it draws nothing itself."""
        found = self.trial.box(name, self.moment)
        if found is None:
            boxes = [self.trial.box(other, self.moment) for other in self.members(name)]
            some = [box for box in boxes if box is not None]
            if some:
                found = (min(b[0] for b in some), min(b[1] for b in some),
                         max(b[2] for b in some), max(b[3] for b in some))
        return found

    def holder(self, name: str) -> str:
        """What an object is placed with: the group, row or component that holds it, or itself."""
        spec = self.objects[name]
        if spec.component is not None and spec.component in self.objects:
            return self.holder(spec.component)
        for other in self.scene.objects:
            if other.kind in GROUPS and name != other.id and any(
                ref.object == name for ref in refs(other.args.values())
            ):
                placed = other.place is not None or other.kind != "group"
                return self.holder(other.id) if placed else name
        return name

    def members(self, name: str) -> frozenset[str]:
        """What a group or component holds."""
        spec = self.objects.get(name)
        found = {other.id for other in self.scene.objects if other.component == name}
        if spec is not None and spec.kind in GROUPS:
            found |= {ref.object for ref in refs(spec.args.values())}
        return frozenset(found)

    def moved_with(self, name: str, hanging_only: bool = False) -> frozenset[str]:
        """An object and all that goes where it goes.

        Args:
            hanging_only: without what was placed beside it when it entered.
        """
        found = {name, *self.members(name)}
        grown = True
        while grown:
            grown = False
            for spec in self.scene.objects:
                if spec.id not in found and self._hangs(spec, found, hanging_only):
                    found |= {spec.id, *self.members(spec.id)}
                    grown = True
        return frozenset(found)

    def _hangs(self, spec: ObjectSpec, on: set[str], hanging_only: bool) -> bool:
        if spec.plane in on or spec.component in on:
            return True
        named = {ref.object for ref in refs(spec.args.values())}
        if spec.place is not None:
            if hanging_only or spec.place.word in ("at", "in"):
                target = {ref.object for ref in refs([spec.place.target])}
                return bool(target) and target <= on and not hanging_only
            named = {ref.object for ref in refs([spec.place.target])}
        return bool(named) and named <= on and spec.kind not in GROUPS

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps of the scene, in the order of time."""
        return tuple(sorted((s for b in self.scene.beats for s in b.steps), key=lambda s: s.start))

    def steps_of(self, name: str) -> Iterator[Step]:
        """The steps that act on an object as a whole, or on what holds it."""
        names = {name, self.holder(name)}
        return (s for s in self.steps if any(r.object in names and not r.path for r in s.targets))

    def others(self, names: frozenset[str]) -> Others:
        """What else is seen besides ``names`` while one of them is, at the case's moment and at
        the ends of beats."""
        if names not in self._others:
            measured = self.trial.measured
            inks: dict[int, list[tuple[Ink, BaseGeometry]]] = {}
            for moment in (self.moment, *(m for m in self.trial.seen.ends() if m.shot is None)):
                if any(p.object in names for p in moment.shown):
                    for item in measured.shown(moment):
                        if item.id not in names:
                            inks[item.presence.body] = item.region.all
            self._others[names] = Others([ink for found in inks.values() for ink in found])
        return self._others[names]

    def distance(self, dx: float, dy: float) -> float:
        """A way in scene units, as cells; straight ways along rows and columns are shorter."""
        columns, rows = abs(dx) / frame.column_width(self.layout), abs(dy) / frame.ROW
        both = 0.5 if min(columns, rows) > 0.05 else 0.0
        return columns + rows + both

    def weight(self, box: Box) -> float:
        """How much of a change it is to move something of this size."""
        grid = frame.grid_rect(self.layout)
        return 1 + 2 * (box[2] - box[0]) * (box[3] - box[1]) / (grid.width * grid.height)


def refs(values: Iterable[object]) -> Iterator[Ref]:
    """The objects that values name."""
    for value in values:
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, Live):
            yield from (Ref(name) for name in value.objects)
        elif isinstance(value, tuple | list):
            yield from refs(value)


def beyond(case: Case, box: Box) -> float:
    """What it costs to reach beyond the grid."""
    grid = frame.grid_rect(case.layout)
    over = max(grid.x0 - box[0], grid.y0 - box[1], box[2] - grid.x1, box[3] - grid.y1)
    return 0.0 if over < MARGIN else 2.0 + 2 * over


def back(case: Case, box: Box) -> tuple[float, float]:
    """The least shift, in whole quarters of a row, that brings a box onto the grid; to its middle
    where it is larger."""
    grid = frame.grid_rect(case.layout)

    def way(low: float, high: float, first: float, last: float) -> float:
        if high - low > last - first:
            return (first + last - low - high) / 2
        short = max(first - low, 0.0) - max(high - last, 0.0)
        quarter = frame.ROW / 4
        return copysign(ceil(abs(short) / quarter - 1e-9) * quarter, short) if short else 0.0

    return way(box[0], box[2], grid.x0, grid.x1), way(box[1], box[3], grid.y0, grid.y1)


def center(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def numeral(value: float) -> str:
    """A number as people write it."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0") if value else "0"
