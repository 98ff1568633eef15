"""Who read what: live values note the sources they read and know when one has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Source:
    """Something that live values read and that changes: a param, an object's geometry.

    Call `read` wherever its value is handed out, `change` whenever it became another.
    """

    __slots__ = ("version",)

    generation = 0
    """Counts the changes of all sources: while it stands still, nothing is out of date."""

    def __init__(self) -> None:
        self.version = 0

    def read(self) -> None:
        """Note this source in every reading under way."""
        for notes in _open:
            notes[self] = self.version

    def change(self) -> None:
        """Make all that read this source out of date."""
        self.version += 1
        Source.generation += 1


_open: list[dict[Source, int]] = []


class Reading(Generic[T]):
    """A function of no arguments together with what it read when it last ran."""

    __slots__ = ("_checked", "_function", "_read", "_value")

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self._read: dict[Source, int] | None = None
        self._value: T | None = None
        self._checked = -1

    @property
    def sources(self) -> frozenset[Source]:
        """What the last run read; empty before the first."""
        return frozenset(self._read or ())

    @property
    def stale(self) -> bool:
        """Whether it never ran or something it read has changed since."""
        if self._read is None:
            return True
        if self._checked == Source.generation:
            return False
        if any(source.version != version for source, version in self._read.items()):
            return True
        self._checked = Source.generation
        return False

    def run(self) -> T:
        """Work the value out again and note what it reads, also for readings around this one.

        Raises:
            whatever the function raises; what it read until then is noted all the same.
        """
        notes: dict[Source, int] = {}
        _open.append(notes)
        try:
            self._value = self._function()
        finally:
            _open.pop()
            self._read = notes
            self._checked = -1
        return self._value

    def drop(self) -> None:
        """Forget the value and what it read."""
        self._read = None
        self._value = None

    def value(self) -> T:
        """The value, worked out only if it is stale; sources count as read either way."""
        if self.stale:
            return self.run()
        for notes in _open:
            notes.update(self._read or {})
        return self._value  # type: ignore[return-value]
