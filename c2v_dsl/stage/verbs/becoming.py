"""Verbs by which one thing becomes another, or its words become others."""

from __future__ import annotations

from typing import Any

from ..blend import Blend
from ..brush import Stroke
from ..live import untracked
from ..target import Gone, Target
from ..thing import Thing
from .base import Verb, expanded, flat

__all__ = ["Copy", "Morph", "Rewrite"]


class Transition:
    """A thing's strokes on their way from others; held by the thing while it lasts."""

    def __init__(self, target: Target, old: list[Stroke]) -> None:
        self.target = target
        self.path = target.path
        self.blend = Blend(old)
        self.amount = 0.0

    def __call__(self, strokes: list[Stroke]) -> list[Stroke]:
        named(self.target, strokes)
        return self.blend(strokes, self.amount)


class Morph(Verb):
    """The first are gone, the others are there; lists pair off in order."""

    leaves_source = False

    def __init__(self, *targets: Any, into: Any, **options: Any) -> None:
        goals = into if isinstance(into, tuple | list) else (into,)
        self.into = [member for goal in flat(goals) for member in expanded(goal)]
        super().__init__(*targets, **options)

    def count(self) -> int:
        return max(1, len(self.into))

    def concerned(self) -> tuple[list[Thing], list[str]]:
        return [target.thing for target in (*self.targets, *self.into)], []

    def begin(self) -> None:
        self._taken: set[int] = set()
        super().begin()

    def start(self, index: int) -> Any:
        if not self.into:
            return None
        goal = self.into[index]
        thing = goal.thing
        old: list[Stroke] = []
        sources = self._sources(index)
        with untracked():
            for number, source in enumerate(sources):
                strokes = self._share(source, index, visible(source))
                if len(sources) > 1:
                    for stroke in strokes:
                        stroke.item = (number, *stroke.item)
                old.extend(strokes)
        for source in sources:
            if not self.leaves_source and self._last_use(source, index):
                source.thing.presence.put(source.path, False)
        if not thing.there:
            thing.enter()
        self.picture.enter(thing)
        thing.presence.put(goal.path, True)
        transition = Transition(goal, old)
        thing.transitions.active.append(transition)
        thing.transitions.change()
        return transition

    def _sources(self, index: int) -> list[Target]:
        """The sources that go into the ``index``-th goal."""
        have, want = len(self.targets), len(self.into)
        if have <= want:
            return [self.targets[index * have // want]] if have else []
        return [s for k, s in enumerate(self.targets) if k * want // have == index]

    def _share(self, source: Target, index: int, strokes: list[Stroke]) -> list[Stroke]:
        """What of a source goes into the ``index``-th goal: where it goes into several, some of
        its items, and to the first what belongs to none; all of it where it has no items."""
        goals = [k for k in range(self.count()) if source in self._sources(k)]
        items = list(dict.fromkeys(s.item for s in strokes if s.item and not s.leaf.soft))
        if len(goals) < 2 or len(items) < 2:
            return strokes
        at, many = goals.index(index), len(goals)
        if len(items) < many:
            mine = {items[at * len(items) // many]}
        else:
            mine = {item for k, item in enumerate(items) if k * many // len(items) == at}
        return [s for s in strokes if s.item in mine or (at == 0 and s.item not in items)]

    def _last_use(self, source: Target, index: int) -> bool:
        later = range(index + 1, len(self.into)) if self.lag else range(0)
        return not any(source in self._sources(k) for k in later)

    def step(self, index: int, state: Any, amount: float) -> None:
        if state is not None:
            state.amount = amount
            self.into[index].thing.transitions.change()

    def stop(self, index: int, state: Any) -> None:
        if state is not None:
            transitions = self.into[index].thing.transitions
            if state in transitions.active:
                transitions.active.remove(state)
            transitions.change()


class Copy(Morph):
    """As `Morph`, but the first stay."""

    leaves_source = True


def visible(target: Target) -> list[Stroke]:
    """What is seen of a target, or all of it if nothing is."""
    try:
        strokes = [
            stroke for stroke in target.thing.shown_strokes(target.path) if stroke.paint.opacity > 0
        ]
        named(target, strokes)
    except Gone:
        return []
    return strokes


ITEMS = frozenset({"item", "index", "slice", "node", "edge"})
"""Parts that have a name of their own, by which they find one another."""


def named(target: Target, strokes: list[Stroke]) -> None:
    """Tell strokes of a thing which of its items they belong to."""
    model = target.thing.model()
    items: dict[int, tuple[Any, ...]] = {}
    for path, indices in model.parts.items():
        if len(path) == 1 and path[0][0] in ITEMS:
            for index in indices:
                items[id(model.leaves[index])] = path[0][1:]
    for stroke in strokes:
        stroke.item = items.get(id(stroke.leaf), ())


class Rewrite(Verb):
    """Other words for a text or formula; pieces that stay go where they belong."""

    def __init__(self, *targets: Any, text: Any = None, **options: Any) -> None:
        if text is None and len(targets) > 1:
            *rest, text = targets
            targets = tuple(rest)
        self.text = text
        super().__init__(*targets, **options)

    def start(self, index: int) -> Any:
        if not self.targets:
            return None
        target = self.targets[index]
        thing = target.thing
        old = visible(thing)
        thing.rewritten[target.path] = self.text
        if thing.place is not None:
            thing.place.factor = None
        thing.texts.change()
        transition = Transition(thing, old)
        thing.transitions.active.append(transition)
        thing.transitions.change()
        return transition

    def step(self, index: int, state: Any, amount: float) -> None:
        if state is not None:
            state.amount = amount
            self.targets[index].thing.transitions.change()

    def stop(self, index: int, state: Any) -> None:
        if state is not None:
            transitions = self.targets[index].thing.transitions
            if state in transitions.active:
                transitions.active.remove(state)
            transitions.change()
