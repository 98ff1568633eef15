"""The namespaces of a scene: ``p`` for params, ``o`` for objects, families of objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reads import Source


class Params:
    """Params by name: ``p.t = 0`` declares or changes one, ``p.t`` reads it.

    Reading inside a live value makes that value follow the param.
    """

    def __init__(self) -> None:
        object.__setattr__(self, "_values", {})
        object.__setattr__(self, "_sources", {})

    def __getattr__(self, name: str) -> Any:
        values: dict[str, Any] = object.__getattribute__(self, "_values")
        if name not in values:
            raise AttributeError(f"no param called {name}")
        self._sources[name].read()
        return values[name]

    def __setattr__(self, name: str, value: Any) -> None:
        source = self._sources.setdefault(name, Source())
        if name in self._values and self._values[name] is value:
            return
        self._values[name] = value
        source.change()

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values


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
