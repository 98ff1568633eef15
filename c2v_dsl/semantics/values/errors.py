"""What happens where a thing has no value, and how much work one value may take."""

from __future__ import annotations

import threading

MAX_BITS = 4096
"""Integers longer than this have no value: enough for 1,200 digits, little enough to stay quick."""

MAX_ITEMS = 100_000
"""Lists, ranges and iterations longer than this have no value."""


class NoValue(ArithmeticError):
    """``log(-1)``, a point outside a solution, a number too large: nothing is there."""


class Outside(NoValue):
    """A cell or an area that the grid does not have."""


class Mismatch(NoValue):
    """A value of the wrong type: ``sqrt("two")``. Found when a storyboard is checked."""


class Exhausted(NoValue):
    """Working this out takes more steps than are granted."""


class Budget(threading.local):
    """Steps that may still be taken; ``None`` means any number (as when a video is rendered).

    Each thread has its own.
    """

    def __init__(self) -> None:
        self.left: int | None = None

    def spend(self, steps: int = 1) -> None:
        """Take ``steps``.

        Raises:
            Exhausted: none are left.
        """
        if self.left is not None:
            self.left -= steps
            if self.left < 0:
                raise Exhausted("this takes too many steps to work out")


BUDGET = Budget()
"""The one purse that every function of this library draws on."""
