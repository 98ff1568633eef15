"""What a scene's actions do to where things stand, read off its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..semantics.lowered import Live, Ref, Value
from ..semantics.vocabulary.verbs import VERBS
from ..timeline.model import SceneSpec, Step

LOOKS = frozenset({"color", "fill", "stroke", "dim", "undim"})
"""Verbs that change only how things look."""

DISPLACING = frozenset({"move", "shift", "swap"})
"""Verbs that put things somewhere else."""

GROUPS = frozenset({"group", "row", "column", "component"})
"""Kinds whose objects hold others."""


class Actions:
    """Answers when things of a scene come, go and move."""

    def __init__(self, scene: SceneSpec) -> None:
        self._steps = [step for beat in scene.beats for step in beat.steps]
        self._inside: dict[str, list[str]] = {}
        for spec in scene.objects:
            if spec.component is not None:
                self._inside.setdefault(spec.component, []).append(spec.id)
            if spec.kind in GROUPS:
                held = self._inside.setdefault(spec.id, [])
                held += [ref.object for ref in refs(spec.args.values())]
        self.displaced = frozenset(
            id for step in self._steps if step.verb in DISPLACING
            for ref in step.targets for id in self.members(ref.object))
        """What is moved somewhere else in some beat."""
        self._changing: dict[str, list[tuple[int, int]]] = {}
        for step in self._steps:
            if VERBS[step.verb].role in ("in", "out"):
                for id, start, end in self._spans(step):
                    self._changing.setdefault(id, []).append((start, end))

    def members(self, id: str) -> Iterator[str]:
        """An object and, for a group or component, all that it holds."""
        yield id
        for inner in self._inside.get(id, ()):
            yield from self.members(inner)

    def is_passing(self, id: str, frame: int) -> bool:
        """Whether an object is on its way in or out."""
        return any(start < frame < end for start, end in self._changing.get(id, ()))

    def moves(self) -> tuple[tuple[int, int], ...]:
        """The frames in which something may move, as spans that do not overlap."""
        spans = sorted((step.start, step.start + step.frames) for step in self._steps
                       if VERBS[step.verb].role in ("change", "become")
                       and step.verb not in LOOKS and step.frames)
        found: list[tuple[int, int]] = []
        for start, end in spans:
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return tuple(found)

    def _spans(self, step: Step) -> Iterator[tuple[str, int, int]]:
        for number, ref in enumerate(step.targets):
            start = step.start + number * step.lag
            for id in self.members(ref.object):
                yield id, start, start + step.each


def refs(values: Iterable[Value], live: bool = True) -> Iterator[Ref]:
    """The objects that values name; ``live`` with those that they follow."""
    for value in values:
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, Live):
            if live:
                yield from (Ref(name) for name in value.objects)
        elif isinstance(value, tuple | list):
            yield from refs(value, live)
