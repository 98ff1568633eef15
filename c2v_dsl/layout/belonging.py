"""Which objects were declared to belong together, so that they may touch."""

from __future__ import annotations

from collections.abc import Iterable

from ..timeline.model import ObjectSpec, SceneSpec
from .actions import GROUPS, refs

__all__ = ["GROUPS", "LINES", "MARKS", "Belonging"]

MARKS = frozenset({
    "brace", "angle", "right_angle", "box", "cross", "underline", "trace", "label", "point_on",
    "tangent", "secant",
})
"""Kinds that stand on what they name."""

LINES = frozenset({"line", "arrow", "double_arrow", "curve", "curved_arrow", "path", "polygon"})
"""Kinds that may be drawn from object to object."""

TOUCHING = frozenset({"at", "inside"})
"""Places that put one object on another."""


class Belonging:
    """Answers which objects of a scene may touch.

    They may if one is placed on the other, marks or labels it, begins or ends at it, or if both
    are parts of one group or component. What is morphed or copied into another may touch it on
    its way. What stands on one plane shares that plane and no more.
    """

    def __init__(self, scene: SceneSpec) -> None:
        self._specs = {spec.id: spec for spec in scene.objects}
        self._pairs: set[frozenset[str]] = set()
        self._flights: set[frozenset[str]] = set()
        self._homes: dict[str, set[str]] = {spec.id: set() for spec in scene.objects}
        for spec in scene.objects:
            self._declared(spec)
        for beat in scene.beats:
            for step in beat.steps:
                targets = [ref.object for ref in step.targets]
                others = [ref.object for ref in refs(step.args.values())]
                if step.verb in ("morph", "copy", "swap"):
                    _join(self._flights, targets, others)
                    _join(self._flights, targets, targets)
                elif step.verb == "move":
                    _join(self._pairs, targets, others)

    def _declared(self, spec: ObjectSpec) -> None:
        if spec.component is not None:
            self._homes[spec.id].add(spec.component)
        named = [ref.object for ref in refs(spec.args.values())]
        if spec.kind in MARKS or spec.kind in LINES or spec.kind in GROUPS:
            _join(self._pairs, [spec.id], named)
        else:
            known = refs(spec.args.values(), live=False)
            _join(self._pairs, [spec.id], [ref.object for ref in known])
        if spec.kind in GROUPS:
            for name in named:
                if name in self._homes:
                    self._homes[name].add(spec.id)
        if spec.place is not None and spec.place.word in TOUCHING:
            _join(self._pairs, [spec.id], [ref.object for ref in refs([spec.place.target])])

    def together(self, one: str, other: str) -> bool:
        """Whether two objects belong together wherever they stand."""
        if one == other or frozenset((one, other)) in self._pairs:
            return True
        mine, its = self._around(one), self._around(other)
        if one in its or other in mine or mine & its:
            return True
        return any(frozenset((a, b)) in self._pairs
                   for a in (one, *mine) for b in (other, *its)
                   if self._is_group(a) or self._is_group(b))

    def in_flight(self, one: str, other: str) -> bool:
        """Whether one turns into the other, or they change places."""
        return any(frozenset((a, b)) in self._flights
                   for a in (one, *self._around(one)) for b in (other, *self._around(other)))

    def plane(self, name: str) -> str | None:
        """The plane an object stands on, by itself or with what it is a part or mark of."""
        for inner in (name, *self._around(name)):
            spec = self._specs.get(inner)
            if spec is not None and spec.plane is not None:
                return spec.plane
        return None

    def _is_group(self, name: str) -> bool:
        spec = self._specs.get(name)
        return spec is not None and spec.kind in GROUPS

    def _around(self, name: str) -> set[str]:
        """The groups and components that an object stands in, outer ones too."""
        found: set[str] = set()
        todo = [name]
        while todo:
            for home in self._homes.get(todo.pop(), ()):
                if home not in found:
                    found.add(home)
                    todo.append(home)
        return found


def _join(pairs: set[frozenset[str]], some: Iterable[str], others: Iterable[str]) -> None:
    others = list(others)
    pairs.update(frozenset((a, b)) for a in some for b in others if a != b)
