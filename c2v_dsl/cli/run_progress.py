"""How far a run is: a line for each stage that is over, and one for the stage that is running."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

from .progress import EVERY_SECONDS, StatusLine, clock

if TYPE_CHECKING:
    from ..agents.run import RunProgress

_NAME = 10


class RunBar(StatusLine):
    """A context in which calls with a ``RunProgress`` are shown on ``stream``."""

    wide = 16

    def __init__(self, stream: TextIO | None = None) -> None:
        super().__init__(stream)
        self._began = self._said
        self._stage = ""

    def __call__(self, progress: RunProgress) -> None:
        if progress.stage != self._stage:
            self._stage, self._began = progress.stage, time.monotonic()
        if progress.ended:
            self._wipe()
            took = clock(time.monotonic() - self._began)
            words = [progress.detail, took, *_cost(progress)]
            print(f"{progress.stage:<{_NAME}}  {', '.join(filter(None, words))}",
                  file=self._stream, flush=True)
        elif self._live:
            self._redraw(progress)
        elif time.monotonic() - self._said >= EVERY_SECONDS:
            self._said = time.monotonic()
            print(f"{progress.stage:<{_NAME}}  {', '.join(_words(progress))}",
                  file=self._stream, flush=True)

    def _redraw(self, progress: RunProgress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        self._draw(f"{progress.stage:<{_NAME}}  ", share, "  " + ", ".join(_words(progress)))


def _words(progress: RunProgress) -> list[str]:
    words = []
    if progress.total and progress.stage != "video":
        words.append(f"{progress.done} of {progress.total}")
    elif progress.total:
        words.append(f"{progress.done / progress.total:.0%}")
    if progress.seconds_left is not None:
        words.append(f"{clock(progress.seconds_left)} left")
    return [*words, *filter(None, [progress.detail]), *_cost(progress)]


def _cost(progress: RunProgress) -> list[str]:
    if not progress.tokens:
        return []
    words = [f"{progress.tokens:,} tokens"]
    if progress.money:
        words.append(f"${progress.money:.2f}")
    return words
