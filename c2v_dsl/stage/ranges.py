"""Ranges of what a thing shows over all that beats do, so that its scale stands still meanwhile."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .live import VANISHING, untracked

if TYPE_CHECKING:
    from .thing import Thing

LIMIT = 256
"""At most so many combinations of params' values are tried."""

Range = tuple[float, float]


def ranges(
    thing: Thing, name: str, read: Callable[[], Sequence[Iterable[float]]], limit: int = LIMIT
) -> tuple[Range | None, ...]:
    """The least and the greatest of several rows of numbers for all the values that beats give
    the params, on the way between them too.

    Args:
        name: what is measured; it is measured once.
        read: the rows with the params as they are now; what has no value then counts for nothing.

    Returns:
        One range a row, None for a row that never had a number.
    """
    known = thing.measured.get(name)
    if known is None:
        with untracked():
            known = thing.measured[name] = _measured(thing, read, limit)
    return known


def numbers(thing: Thing, name: str) -> tuple[float, ...]:
    """The range of a live list of numbers; nothing where it never has any."""
    from .live import value

    found = ranges(thing, name, lambda: [[float(v) for v in value(thing.args[name]) or ()]])
    return found[0] if found and found[0] is not None else ()


def _measured(
    thing: Thing, read: Callable[[], Sequence[Iterable[float]]], limit: int
) -> tuple[Range | None, ...]:
    params = thing.stand.params
    names = [given for given in thing.sweeps if given in params]
    before = {given: getattr(params, given) for given in names}
    ways = [_way([before[given], *thing.sweeps[given]]) for given in names]
    found: list[Range | None] = []
    try:
        for choice in itertools.islice(itertools.product(*ways), limit):
            for given, number in zip(names, choice, strict=True):
                setattr(params, given, number)
            try:
                rows = [[v for v in row if math.isfinite(v)] for row in read()]
            except VANISHING:
                continue
            found.extend([None] * (len(rows) - len(found)))
            for i, row in enumerate(rows):
                if row:
                    low, high = found[i] or (math.inf, -math.inf)
                    found[i] = min(low, *row), max(high, *row)
    finally:
        for given, number in before.items():
            setattr(params, given, number)
    return tuple(found)


def _way(values: list[Any]) -> list[Any]:
    """Values and three between each of them and the next."""
    found = values[:1]
    for a, z in itertools.pairwise(values):
        if all(isinstance(v, int | float) and not isinstance(v, bool) for v in (a, z)):
            found.extend(a + (z - a) * k / 4 for k in (1, 2, 3))
        found.append(z)
    return found
