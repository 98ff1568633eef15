"""Several questions at once, in threads that keep nobody waiting."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")


def side_by_side(calls: Sequence[Callable[[], T]], workers: int) -> Iterator[tuple[int, T]]:
    """The answers of ``calls`` with their numbers, as they come.

    Threads do not keep the process from ending: who waits for a model's answer can be interrupted.
    """
    waiting: SimpleQueue[int] = SimpleQueue()
    done: SimpleQueue[tuple[int, T | None, BaseException | None]] = SimpleQueue()
    for number in range(len(calls)):
        waiting.put(number)

    def work() -> None:
        while True:
            try:
                number = waiting.get_nowait()
            except Empty:
                return
            try:
                done.put((number, calls[number](), None))
            except BaseException as error:  # raised again where it is waited for
                done.put((number, None, error))

    threads = [threading.Thread(target=work, daemon=True, name=f"scene-{k}")
               for k in range(min(workers, len(calls)))]
    for thread in threads:
        thread.start()
    try:
        for _ in calls:
            number, answer, error = done.get()
            if error is not None:
                raise error
            yield number, answer  # type: ignore[misc]
    finally:
        with contextlib.suppress(Empty):
            while True:
                waiting.get_nowait()
