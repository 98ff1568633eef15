"""What asking may cost: tokens, money, time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Budget:
    """Limits of asking; None sets none.

    Attributes:
        tokens: of questions, answers and thinking together.
        money: US dollars.
        seconds: of wall time, from the first question.
    """

    tokens: int | None = None
    money: float | None = None
    seconds: float | None = None
