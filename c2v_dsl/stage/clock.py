"""Time on the stage: whole frames of 1/60 s, whatever the rate rendered at."""

from __future__ import annotations

FPS = 60
"""Frames in a second of a storyboard's time."""


def frames(seconds: float) -> int:
    """A length in whole frames of 1/60 s, never negative."""
    return max(0, round(seconds * FPS))


def rendered(position: int, rate: float) -> int:
    """The rendered frame in which ``position`` begins, at ``rate`` frames a second.

    Rounded by absolute position, so that rounding never adds up.
    """
    return int((2 * position * rate + FPS) // (2 * FPS))


def eased(share: float) -> float:
    """A soft way from 0 to 1."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
