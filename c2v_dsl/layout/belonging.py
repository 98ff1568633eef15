"""Which objects were declared to belong together, so that they may touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..semantics.lowered import Live, Ref
from ..timeline.model import ObjectSpec, SceneSpec

MARKS = frozenset({
    "brace", "angle", "right_angle", "box", "cross", "underline", "trace", "label", "point_on",
    "tangent", "secant",
})
"""Kinds that stand on what they name."""

LINES = frozenset({"line", "arrow", "double_arrow", "curve", "curved_arrow", "path", "polygon"})
"""Kinds that may be drawn from object to object."""

GROUPS = frozenset({"group", "row", "column", "component"})

TOUCHING = frozenset({"at", "inside", "between"})
"""Places that put one object on another."""


class Belonging:
    """Answers whether two objects of a scene may touch.

    They may if one is placed on the other or on the same plane, marks or labels it, begins or
    ends at it, is morphed or copied into it, or if both are parts of one group or component.
    """

    def __init__(self, scene: SceneSpec) -> None:
        self._specs = {spec.id: spec for spec in scene.objects}
        self._pairs: set[frozenset[str]] = set()
        self._homes: dict[str, set[str]] = {spec.id: set() for spec in scene.objects}
        for spec in scene.objects:
            self._declared(spec)
        for beat in scene.beats:
            for step in beat.steps:
                if step.verb in ("morph", "copy", "swap"):
                    others = [ref.object for ref in _refs(step.args.values())]
                    self._join([ref.object for ref in step.targets], others)
                    if step.verb == "swap":
                        self._join([ref.object for ref in step.targets],
                                   [ref.object for ref in step.targets])
                elif step.verb == "move":
                    for value in step.args.values():
                        self._join([ref.object for ref in step.targets],
                                   [ref.object for ref in _refs([value])])

    def _declared(self, spec: ObjectSpec) -> None:
        if spec.plane is not None:
            self._homes[spec.id].add(spec.plane)
        if spec.component is not None:
            self._homes[spec.id].add(spec.component)
        named = [ref.object for ref in _refs(spec.args.values())]
        if spec.kind in MARKS or spec.kind in LINES or spec.kind in GROUPS:
            self._join([spec.id], named)
        else:
            self._join([spec.id], [ref.object for ref in _refs(spec.args.values(), live=False)])
        if spec.kind in GROUPS:
            for name in named:
                if name in self._homes:
                    self._homes[name].add(spec.id)
        if spec.place is not None and spec.place.word in TOUCHING:
            self._join([spec.id], [ref.object for ref in _refs([spec.place.target])])

    def _join(self, some: Iterable[str], others: Iterable[str]) -> None:
        others = list(others)
        self._pairs.update(frozenset((a, b)) for a in some for b in others if a != b)

    def __call__(self, one: str, other: str) -> bool:
        """Whether the objects ``one`` and ``other`` belong together."""
        if one == other or frozenset((one, other)) in self._pairs:
            return True
        mine, its = self._around(one), self._around(other)
        if one in its or other in mine or mine & its:
            return True
        return any(frozenset((a, b)) in self._pairs
                   for a in (one, *mine) for b in (other, *its) if self._is_group(a)
                   or self._is_group(b))

    def _is_group(self, name: str) -> bool:
        spec = self._specs.get(name)
        return spec is not None and spec.kind in GROUPS

    def _around(self, name: str) -> set[str]:
        """The planes, groups and components that an object stands in, outer ones too."""
        found: set[str] = set()
        todo = [name]
        while todo:
            for home in self._homes.get(todo.pop(), ()):
                if home not in found:
                    found.add(home)
                    todo.append(home)
        return found


def _refs(values: Iterable[Any], live: bool = True) -> Iterator[Ref]:
    for value in values:
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, Live):
            if live:
                yield from (Ref(name) for name in value.objects)
        elif isinstance(value, tuple | list):
            yield from _refs(value, live)
