"""How far a rendering is: a bar with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from .terminal import colored

if TYPE_CHECKING:
    from ..render import Progress

EVERY_SECONDS = 10.0
"""How often a line is written where the output is no terminal."""


def clock(seconds: float) -> str:
    """``0:07``, ``1:02``, ``1:00:00``: minutes and seconds, hours where there are some."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, last = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{last:02}" if hours else f"{minutes}:{last:02}"


class StatusLine:
    """A context in which one line of ``stream`` is written over and over, where it is a terminal.

    ``wide`` is the length of the bar in characters.
    """

    wide = 24

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._color = colored(self._stream)
        self._open = False
        self._said = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wipe()

    def _draw(self, before: str, share: float, after: str) -> None:
        """Write the line: words, a bar that is filled as far as ``share``, words."""
        full = round(share * self.wide)
        bar = "█" * full + "░" * (self.wide - full)
        room = max(0, shutil.get_terminal_size().columns - len(before) - self.wide - 2)
        if self._color:
            bar = f"\x1b[36m{bar}\x1b[0m"
        self._stream.write(f"\r\x1b[K{before}{bar}{after[:room]}")
        self._stream.flush()
        self._open = True

    def _wipe(self) -> None:
        if self._open:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._open = False


class ProgressBar(StatusLine):
    """A context in which calls with a ``Progress`` are shown on ``stream``."""

    _last = ""

    def __call__(self, progress: Progress) -> None:
        if progress.phase in ("planning", "done"):
            return
        if self._live:
            self._redraw(progress)
        else:
            self._line(progress)

    def _redraw(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        self._draw("", share, f" {share:4.0%}  {_left(progress)}  {_what(progress)}")

    def _line(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.phase == "drawing" and now - self._said < EVERY_SECONDS:
            return
        self._said = now
        share = progress.done / progress.total if progress.total else 0.0
        words = [f"{share:.0%}", _left(progress), _what(progress)]
        text = progress.phase if progress.phase != "drawing" else ", ".join(filter(None, words))
        if text != self._last:
            print(text, file=self._stream, flush=True)
        self._last = text


def _left(progress: Progress) -> str:
    if progress.seconds_left is None:
        return ""
    return f"{clock(progress.seconds_left)} left"


def _what(progress: Progress) -> str:
    if progress.phase != "drawing" or progress.scene is None:
        return progress.phase
    return f"{progress.scene}@{progress.beat}" if progress.beat else progress.scene
