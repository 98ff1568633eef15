"""Values worked out on demand and kept until something they read has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from .reads import Reading, Source, _open
from .target import body

T = TypeVar("T")

VANISHING = (ArithmeticError, ValueError)
"""What a value that does not exist at this moment raises (`NoValue` is an `ArithmeticError`)."""


class Node(Reading[T]):
    """A `Reading` that counts its runs and holds ``missing`` where there is no value."""

    __slots__ = ("_busy", "_missing", "version")

    def __init__(self, function: Callable[[], T], missing: Any = None) -> None:
        super().__init__(function)
        self._missing = missing
        self._busy = False
        self.version = 0

    def run(self) -> T:
        if self._busy:
            return self._value if self._value is not None else self._missing
        self._busy = True
        try:
            return super().run()
        except VANISHING:
            self._value = self._missing
            return self._missing  # type: ignore[no-any-return]
        finally:
            self._busy = False
            self.version += 1

    def forget(self) -> None:
        """Work it out again at the next read."""
        self._read = None
        Source.generation += 1


def kept(function: Callable[[], T]) -> Callable[[], T]:
    """A let that follows params: worked out once for all who ask while nothing it reads changes."""
    reading = Reading(function)

    @wraps(function)
    def value() -> T:
        try:
            return reading.value()
        except VANISHING:
            reading.drop()
            raise

    return value


@contextmanager
def untracked() -> Iterator[None]:
    """Reads in here are nobody's business."""
    kept = _open[:]
    _open.clear()
    try:
        yield
    finally:
        _open[:] = kept


def value(given: Any) -> Any:
    """A value or what a zero-argument function says now; inside lists and tuples too."""
    given = body(given() if callable(given) else given)
    if isinstance(given, tuple | list) and any(_has_live(item) for item in given):
        parts = [value(item) for item in given]
        return type(given)(parts) if type(given) in (tuple, list) else type(given)(*parts)
    return given


def _has_live(given: Any) -> bool:
    if isinstance(given, tuple | list):
        return any(_has_live(item) for item in given)
    return callable(given)
