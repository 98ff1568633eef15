"""The namespace ``o`` of a scene's objects, and families of objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Family:
    """Objects under one name: ``o.tile[2]``, ``o.wire[0, 1]``, ``o.peg.disk[2]``."""

    def __init__(self) -> None:
        self._members: dict[Any, Any] = {}

    def __setitem__(self, key: Any, member: Any) -> None:
        self._members[key] = member
        _entered(member)

    def __getitem__(self, key: Any) -> Any:
        if key not in self._members and _declaring:
            self._members[key] = Family()
        return self._members[key]

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if not name.startswith("_"):
            _entered(value)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or not _declaring:
            raise AttributeError(f"no part called {name}")
        holder = Family()
        object.__setattr__(self, name, holder)
        return holder

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members.values())

    def __len__(self) -> int:
        return len(self._members)

    def keys(self) -> tuple[Any, ...]:
        """The values the members bear, in the order of their declaration."""
        return tuple(self._members)

    def objects(self) -> Iterator[Any]:
        """Every object in here and below, in the order of declaration."""
        held = [v for k, v in vars(self).items() if not k.startswith("_")]
        for member in [*self._members.values(), *held]:
            if isinstance(member, Family):
                yield from member.objects()
            else:
                yield member


class Objects(Family):
    """All objects of a scene: ``o.square``, ``o.tile[2]``, in the order of declaration."""

    def __init__(self) -> None:
        super().__init__()
        self._declared: list[Any] = []

    @property
    def declared(self) -> tuple[Any, ...]:
        """Every object, in the order of declaration, which is their depth."""
        return tuple(self._declared)


def family() -> Family:
    """A name for several objects."""
    return Family()


_declaring: list[Objects] = []


def _entered(thing: Any) -> None:
    if _declaring and not isinstance(thing, Family):
        declared = _declaring[-1]._declared
        if not any(thing is other for other in declared):
            declared.append(thing)


class declaring:
    """While this context is open, objects put into namespaces are noted in ``objects``."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects

    def __enter__(self) -> Objects:
        _declaring.append(self.objects)
        return self.objects

    def __exit__(self, *_: object) -> None:
        _declaring.pop()
