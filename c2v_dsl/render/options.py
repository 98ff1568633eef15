"""What a caller may choose about a rendering."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .confine import Sandbox

QualityName = Literal["draft", "low", "medium", "high", "4k"]


@dataclass(frozen=True)
class Quality:
    """Size in pixels, frames a second, and how hard x264 works.

    ``fps`` divides 60, so that every frame falls on a frame of the timeline. ``threads`` is fixed,
    because the encoder's bytes depend on it.
    """

    name: QualityName
    width: int
    height: int
    fps: int
    preset: str
    crf: int
    threads: int


QUALITIES: dict[str, Quality] = {
    q.name: q
    for q in (
        Quality("draft", 854, 480, 15, "ultrafast", 23, 2),
        Quality("low", 854, 480, 30, "superfast", 19, 2),
        Quality("medium", 1280, 720, 30, "superfast", 19, 4),
        Quality("high", 1920, 1080, 60, "superfast", 19, 4),
        Quality("4k", 3840, 2160, 60, "superfast", 19, 4),
    )
}


@dataclass(frozen=True)
class RenderOptions:
    """How to render.

    Attributes:
        quality: a name out of ``QUALITIES``.
        scenes: ids of scenes to render; none means all.
        beats: beats to render as ``scene@beat``, beside those of ``scenes``; none means all.
        jobs: child processes at once; 0 takes one for each processor.
        cache: folder of the segments; None takes the user's cache folder.
        cache_bytes: the cache is pruned to this size, oldest use first.
        cache_days: segments unused for longer are dropped.
        silence: seconds without a sign of life after which a scene's child is given up.
        subtitles: whether SRT and WebVTT are written beside the video.
        sound: a WAV file to lay under the picture from its beginning, or None.
        sandbox: whether hatch code runs in the strongest walls there are, or in none.
    """

    quality: QualityName = "high"
    scenes: tuple[str, ...] = ()
    beats: tuple[str, ...] = ()
    jobs: int = 0
    cache: Path | None = None
    cache_bytes: int = 4 << 30
    cache_days: float = 30.0
    silence: float = 180.0
    subtitles: bool = True
    sound: Path | None = None
    sandbox: Sandbox = "auto"

    @property
    def workers(self) -> int:
        return self.jobs if self.jobs > 0 else len(_processors())


def _processors() -> range:
    try:
        return range(len(os.sched_getaffinity(0)))
    except AttributeError:  # not on Linux
        return range(os.cpu_count() or 1)


def frame_at(position: int, fps: int) -> int:
    """The rendered frame in which frame ``position`` of the timeline (1/60 s) begins.

    Rounded by absolute position, so that rounding never adds up.
    """
    return (2 * position * fps + 60) // 120
