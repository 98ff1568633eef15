"""The record of what was tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

LevelName = Literal["code", "line", "block", "hatch", "scene"]
"""``code`` writes what was not there; ``scene`` says it without the hatch."""

TRIES = (2, 2, 1, 1)
"""Attempts at the levels line, block, hatch and scene."""

Outcome = Literal["mended", "written", "unfit", "still", "worse", "unanswered"]


@dataclass(frozen=True)
class Attempt:
    """One question about a hatch, and what came of it.

    Attributes:
        hatch: its id.
        level: the scope that was shown; ``place`` names its lines.
        fault: what was wrong before.
        shown: characters of the scope itself; ``characters_in`` all that was sent.
        characters_out: of the answer.
        outcome: ``mended`` and ``written`` count; ``unfit`` cannot be put into its place, ``still``
            leaves the fault, ``worse`` brings another, ``unanswered``.
        detail: why it does not count.
    """

    hatch: str
    level: LevelName
    place: str
    fault: str
    shown: int
    characters_in: int
    characters_out: int
    outcome: Outcome
    detail: str = ""
    seconds: float = 0.0


OnAttempt = Callable[[Attempt], None]
