"""Work of several threads done in one go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class _Ticket(Generic[Item, Result]):
    def __init__(self, item: Item) -> None:
        self.item = item
        self.result: Result | None = None
        self.error: BaseException | None = None
        self.done = False


class Together(Generic[Item, Result]):
    """Calls ``work`` with what all threads that wait have, one batch at a time.

    Who comes while a batch is worked on waits for the next one; one of those who wait does the
    work for all. What ``work`` raises, each of its batch raises.

    Args:
        company: a batch is held open for others until nobody has come for so many seconds.
    """

    def __init__(
        self, work: Callable[[Sequence[Item]], Sequence[Result]], company: float = 0.0
    ) -> None:
        self._work = work
        self._company = company
        self._waiting: list[_Ticket[Item, Result]] = []
        self._list = threading.Lock()
        self._running = threading.Lock()

    def __call__(self, item: Item) -> Result:
        ticket: _Ticket[Item, Result] = _Ticket(item)
        with self._list:
            self._waiting.append(ticket)
        with self._running:
            if not ticket.done:
                here = 0
                while self._company and here < len(self._waiting):
                    here = len(self._waiting)
                    time.sleep(self._company)
                self._batch()
        if ticket.error is not None:
            raise ticket.error
        assert ticket.result is not None
        return ticket.result

    def _batch(self) -> None:
        with self._list:
            batch, self._waiting = self._waiting, []
        try:
            results = self._work([ticket.item for ticket in batch])
            for ticket, result in zip(batch, results, strict=True):
                ticket.result = result
        except BaseException as error:
            for ticket in batch:
                ticket.error = error
            raise
        finally:
            for ticket in batch:
                ticket.done = True
