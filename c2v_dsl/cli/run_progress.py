"""How far a run is: a line for each stage that is over, and one for the stage that is running."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from .progress import clock
from .terminal import colored

if TYPE_CHECKING:
    from ..agents.run import RunProgress

_BAR = 16
_NAME = 10
_EVERY_SECONDS = 10.0


class RunBar:
    """A context in which calls with a ``RunProgress`` are shown on ``stream``."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._color = colored(self._stream)
        self._open = False
        self._began = self._said = time.monotonic()
        self._stage = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wipe()

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
        elif time.monotonic() - self._said >= _EVERY_SECONDS:
            self._said = time.monotonic()
            print(f"{progress.stage:<{_NAME}}  {', '.join(_words(progress))}",
                  file=self._stream, flush=True)

    def _redraw(self, progress: RunProgress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        full = round(share * _BAR)
        bar = "█" * full + "░" * (_BAR - full)
        text = "  ".join((f"{progress.stage:<{_NAME}}", bar, ", ".join(_words(progress))))
        text = text[:max(20, shutil.get_terminal_size().columns - 1)]
        if self._color:
            text = text.replace(bar, f"\x1b[36m{bar}\x1b[0m")
        self._stream.write(f"\r\x1b[K{text}")
        self._stream.flush()
        self._open = True

    def _wipe(self) -> None:
        if self._open:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._open = False


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
