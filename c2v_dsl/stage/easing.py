"""The ways from 0 to 1 that ``ease`` names."""

from __future__ import annotations

import math
from collections.abc import Callable

Ease = Callable[[float], float]


def smooth(t: float) -> float:
    """Starts and ends at rest, soft in its acceleration too."""
    return t * t * t * (10 + t * (6 * t - 15))


def linear(t: float) -> float:
    return t


def in_(t: float) -> float:
    """Starts at rest."""
    return t * t * t


def out(t: float) -> float:
    """Ends at rest."""
    return 1 - (1 - t) ** 3


def bounce(t: float) -> float:
    """Falls to its end and bounces there."""
    n, d = 7.5625, 2.75
    if t >= 1:
        return 1.0
    if t < 1 / d:
        return n * t * t
    if t < 2 / d:
        return n * (t - 1.5 / d) ** 2 + 0.75
    if t < 2.5 / d:
        return n * (t - 2.25 / d) ** 2 + 0.9375
    return n * (t - 2.625 / d) ** 2 + 0.984375


def there_and_back(t: float) -> float:
    return smooth(2 * t) if t < 0.5 else smooth(2 - 2 * t)


def wave(t: float) -> float:
    """Up and down again, at rest at both ends."""
    return math.sin(math.pi * t) ** 2


EASES: dict[str, Ease] = {
    "smooth": smooth, "linear": linear, "in": in_, "out": out, "bounce": bounce,
    "there_and_back": there_and_back,
}
