"""How numbers fall into bins, the same for the checker and for the stage."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

DEFAULT_BINS = 10

MOST_BINS = 200
"""More bins than these are thinner than a line of the picture."""

MOST_WHOLE = 30
"""Whole numbers that span no more than this have a bin each where nothing else is said."""


def whole(values: Sequence[float]) -> bool:
    """Whether all values are whole numbers near one another."""
    return all(v == floor(v) for v in values) and (
        max(values, default=0) - min(values, default=0) < MOST_WHOLE)


def bin_count(values: Sequence[float], bins: int | None, live: bool = False) -> int:
    """How many bins there are; one for each whole number where nothing is said."""
    if bins is not None:
        return min(MOST_BINS, max(1, int(bins)))
    if live or not values or not whole(values):
        return DEFAULT_BINS
    return int(max(values) - min(values)) + 1


def bin_range(low: float, high: float, bins: int, *, centred: bool) -> tuple[float, float]:
    """From where to where the bins reach.

    Args:
        centred: the values are whole numbers; as many bins as numbers are centred on them.
    """
    if centred and bins == int(high - low) + 1:
        return low - 0.5, high + 0.5
    if high <= low:
        half = 0.5 * max(1.0, abs(low) * 1e-6)
        return low - half, high + half
    return low, high


def bin_counts(values: Sequence[float], low: float, high: float, bins: int) -> list[int]:
    """How many values lie in each bin; the last bin holds its upper end too, what lies outside
    is not counted."""
    counts = [0] * bins
    width = (high - low) / bins
    for v in values:
        if low <= v <= high:
            counts[min(bins - 1, int((v - low) / width))] += 1
    return counts
