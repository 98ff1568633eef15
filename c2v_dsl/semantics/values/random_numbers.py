"""Numbers that look random and are the same on every machine."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .errors import BUDGET, MAX_ITEMS, NoValue
from .functions import total, whole
from .lists import List

_MASK = (1 << 64) - 1


def _bits(seed: int) -> Iterator[int]:
    """SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        yield z ^ (z >> 31)


def _many(n: Any) -> int:
    count = whole(n, "how many numbers")
    if not 0 <= count <= MAX_ITEMS:
        raise NoValue(f"{count:,} random numbers: 0 to {MAX_ITEMS:,} are possible")
    BUDGET.spend(count)
    return count


@total
def uniform(seed: Any, n: Any) -> List:
    """``n`` numbers from 0 to below 1, evenly spread; the same for the same ``seed``."""
    return _uniform(whole(seed, "a seed"), _many(n))


@lru_cache(64)
def _uniform(seed: int, count: int) -> List:
    bits = _bits(seed)
    return List.of((next(bits) >> 11) * 2.0**-53 for _ in range(count))


@total
def normal(seed: Any, n: Any) -> List:
    """``n`` numbers spread around 0 with deviation 1; the same for the same ``seed``.

    By the transform of Box and Muller, "A note on the generation of random normal deviates", 1958.
    """
    return _normal(whole(seed, "a seed"), _many(n))


@lru_cache(64)
def _normal(seed: int, count: int) -> List:
    bits = _bits(seed)
    numbers = []
    for _ in range(count):
        u = ((next(bits) >> 11) + 1) * 2.0**-53
        v = (next(bits) >> 11) * 2.0**-53
        numbers.append(math.sqrt(-2 * math.log(u)) * math.cos(math.tau * v))
    return List.of(numbers)
