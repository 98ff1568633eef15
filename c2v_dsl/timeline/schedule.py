"""Branches of a beat run side by side in the order of time.

A branch is a generator. It yields `Until` to go on at a frame, or `Fork` to run branches beside
one another and go on when all of them are done; it returns the frame at which it ends. Whatever
happens between two yields happens at that frame, so that branches see one another's effects in
the order in which a viewer would.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any, NamedTuple

__all__ = ["Branch", "Fork", "Until", "run"]


class Until(NamedTuple):
    """Go on at ``frame``; of several branches at one frame those of lower ``rank`` come first,
    then those that stand first in the text."""

    frame: int
    rank: int = 0


class Fork(NamedTuple):
    """Run ``branches`` and go on when all are done; the answer is the frame the last one ends."""

    branches: tuple[Branch, ...]


Branch = Generator["Until | Fork", Any, int]


@dataclass
class _Task:
    branch: Branch
    order: tuple[int, ...]
    parent: _Task | None = None
    open: int = 0
    end: int = 0
    answer: Any = field(default=None)


def run(branch: Branch) -> int:
    """Run ``branch`` and everything it forks; the frame at which it ends."""
    root = _Task(branch, ())
    heap: list[tuple[int, int, tuple[int, ...], _Task]] = []
    ready: list[_Task] = [root]
    while True:
        while ready:
            task = ready.pop()
            try:
                request = task.branch.send(task.answer)
            except StopIteration as stop:
                if task.parent is None:
                    return int(stop.value)
                _done(task.parent, int(stop.value), ready)
                continue
            task.answer = None
            if isinstance(request, Until):
                heappush(heap, (request.frame, request.rank, task.order, task))
            else:
                _fork(task, request.branches, ready)
        task = heappop(heap)[3]
        ready.append(task)


def _fork(parent: _Task, branches: Sequence[Branch], ready: list[_Task]) -> None:
    parent.open, parent.end = len(branches), 0
    if not branches:
        ready.append(parent)
        return
    children = [_Task(b, (*parent.order, n), parent) for n, b in enumerate(branches)]
    ready.extend(reversed(children))


def _done(parent: _Task, end: int, ready: list[_Task]) -> None:
    parent.open -= 1
    parent.end = max(parent.end, end)
    if parent.open == 0:
        parent.answer = parent.end
        ready.append(parent)
