"""Several questions at once, in threads that keep nobody waiting."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")


def side_by_side(calls: Sequence[Callable[[], T]], workers: int) -> Iterator[tuple[int, T]]:
    """The answers of ``calls`` with their numbers, as they come.

    Threads do not keep the process from ending: who waits for a model's answer can be interrupted.
    """
    waiting: SimpleQueue[int] = SimpleQueue()
    done: SimpleQueue[tuple[int, Future[T]]] = SimpleQueue()
    for number in range(len(calls)):
        waiting.put(number)

    def work() -> None:
        while True:
            try:
                number = waiting.get_nowait()
            except Empty:
                return
            future: Future[T] = Future()
            try:
                future.set_result(calls[number]())
            except BaseException as error:  # raised again where it is waited for
                future.set_exception(error)
            done.put((number, future))

    threads = [threading.Thread(target=work, daemon=True, name=f"scene-{k}")
               for k in range(min(workers, len(calls)))]
    for thread in threads:
        thread.start()
    try:
        for _ in calls:
            number, future = done.get()
            yield number, future.result()
    finally:
        with contextlib.suppress(Empty):
            while True:
                waiting.get_nowait()
