"""Progress: what is being done, how far it is, how long it will take."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .job import Job

Phase = Literal["planning", "drawing", "joining", "done"]


@dataclass(frozen=True)
class Progress:
    """A moment of a rendering.

    Attributes:
        scene: the scene that moved last, or None.
        beat: its beat, or None outside beats.
        done: frames finished, cached ones included.
        total: frames of the whole rendering.
        seconds_left: an estimate, None until there is something to base it on.
    """

    phase: Phase
    scene: str | None
    beat: str | None
    done: int
    total: int
    seconds_left: float | None


OnProgress = Callable[[Progress], None]


class Meter:
    """Adds up the frames of all scenes and tells the listener, at most ten times a second.

    The estimate divides what is left by the speed since drawing began, the last seconds
    weighing most; only drawn frames count, cached ones cost nothing.
    """

    def __init__(self, total: int, cached: int, listener: OnProgress | None) -> None:
        self._total = total
        self._cached = cached
        self._listener = listener
        self._lock = threading.Lock()
        self._drawn: dict[str, int] = {}
        self._told = 0.0
        self._speed: float | None = None
        self._mark: tuple[float, int] | None = None

    def drawn(self, job: Job, beat: str | None, frames: int) -> None:
        """``frames`` of ``job`` have been drawn so far."""
        with self._lock:
            self._drawn[job.id] = frames
            now = time.monotonic()
            if now - self._told < 0.1:
                return
            self._told = now
            self._tell("drawing", job.scene, beat, now)

    def phase(self, phase: Phase) -> None:
        with self._lock:
            self._tell(phase, None, None, time.monotonic())

    def _tell(self, phase: Phase, scene: str | None, beat: str | None, now: float) -> None:
        if self._listener is None:
            return
        drawn = sum(self._drawn.values())
        done = self._total if phase in ("joining", "done") else min(
            self._total, self._cached + drawn
        )
        self._listener(Progress(phase, scene, beat, done, self._total, self._left(drawn, now)))

    def _left(self, drawn: int, now: float) -> float | None:
        if self._mark is None:
            self._mark = (now, drawn) if drawn else None
            return None
        at, before = self._mark
        if now - at >= 0.5 and drawn > before:
            recent = (drawn - before) / (now - at)
            self._speed = recent if self._speed is None else 0.7 * self._speed + 0.3 * recent
            self._mark = (now, drawn)
        left = self._total - self._cached - drawn
        if left <= 0:
            return 0.0
        return left / self._speed if self._speed else None
