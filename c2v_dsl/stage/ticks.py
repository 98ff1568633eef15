"""Numbers along axes: nice steps, and how they are written."""

from __future__ import annotations

import math


def nice_step(span: float, most: int) -> float:
    """The least of 1, 2, 5 times a power of ten that cuts ``span`` into at most ``most``."""
    if span <= 0 or most < 1:
        return 1.0
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 5, 10):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10 * power


def values(low: float, high: float, step: float) -> list[float]:
    """Multiples of ``step`` from ``low`` to ``high``, at most a thousand."""
    if step <= 0:
        return []
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [k * step for k in range(first, min(last, first + 1000) + 1)]


LARGE, SMALL = 1e5, 1e-4
"""Steps from which on, and below which, numbers are written with powers of ten."""


def written(value: float, step: float) -> str:
    """A tick's number with as many decimals as its step needs, and a real minus; very large and
    very small ones as multiples of a power of ten."""
    if step > 0 and not SMALL <= step < LARGE:
        if abs(value) < 0.5 * step:
            return "0"
        power = math.floor(math.log10(step) + 1e-9)
        factor = f"{value / 10**power:.6g}"
        return f"${factor} \\cdot 10^{{{power}}}$" if factor != "1" else f"$10^{{{power}}}$"
    decimals = 0
    while decimals < 6 and abs(round(step, decimals) - step) > 1e-9 * max(1.0, abs(step)):
        decimals += 1
    text = f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", "−")
