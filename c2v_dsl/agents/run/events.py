"""Progress of a run: which stage, how far, what it has cost so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

STAGES = ("outline", "scenes", "storyboard", "layout", "hatches", "critic", "code", "video")
"""In their order."""


@dataclass(frozen=True)
class RunProgress:
    """A moment of a run.

    Attributes:
        stage: one of `STAGES`.
        done: how much of the stage is done, out of ``total``; 0 of 0 where that is unknown.
        ended: whether the stage is over; ``detail`` then says what came of it.
        detail: what is being done.
        tokens: asked and answered since the run began.
        money: US dollars since this command began, None where prices are unknown.
        seconds_left: of the stage, None until there is something to base it on.
    """

    stage: str
    done: int = 0
    total: int = 0
    ended: bool = False
    detail: str = ""
    tokens: int = 0
    money: float | None = None
    seconds_left: float | None = None


OnRunProgress = Callable[[RunProgress], None]
