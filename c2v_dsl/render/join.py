"""Segments into one video, without encoding anything again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import IO, Any

import av
import numpy as np

from .cache import whole_file

_INDEX, _INDEX_FRAME = 8192, 24
"""Bytes kept free at the file's head for its index, so that it plays while it loads."""


class Damaged(ValueError):
    """A segment that is not what it should be; ``path`` is its file."""

    def __init__(self, path: Path, what: str = "cannot be read as a video") -> None:
        super().__init__(f"{path.name} {what}")
        self.path = path


class Mismatch(Damaged):
    """Segments that cannot follow one another: another codec, size or rate."""


def join(
    segments: Sequence[Path],
    out: Path,
    fps: int,
    sound: Path | None = None,
    expected: Sequence[int] = (),
) -> int:
    """Write ``segments`` one after the other to ``out`` and return the number of frames.

    Packets are copied and their times counted anew, so frames fall exactly on ``1/fps``. The
    result depends on the segments' bytes alone. ``sound`` is laid under from the beginning, cut
    where the picture ends. ``expected`` are the segments' frames, if they are known.

    Raises:
        Damaged: a segment is no video, or has another length than expected.
        Mismatch: a segment differs from the first in codec, size, format or rate.
        OSError: a file cannot be read or written; ``out`` is then as it was.
    """
    if not segments:
        raise ValueError("nothing to join")
    lengths = [_frames(path) for path in segments]
    for path, found, planned in zip(segments, lengths, expected or lengths, strict=True):
        if found != planned:
            raise Damaged(path, f"has {found} frames, not {planned}")
    with whole_file(out) as file:
        target = _Target(file)
        try:
            total = _join(segments, sum(lengths), target, fps, sound)
        except av.error.FFmpegError as error:
            if target.refused is not None:
                raise target.refused from error
            raise
        if target.refused is not None:
            raise target.refused
        return total


class _Target:
    """The file to write as the muxer sees it.

    What the system refuses is kept, since PyAV hides it; from then on every call fails without an
    exception, of which PyAV would print all but the last.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.refused: OSError | None = None
        self.tell = file.tell

    def write(self, data: bytes) -> int:
        return self._tried(self._file.write, data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._tried(self._file.seek, offset, whence)

    def _tried(self, call: Callable[..., int], *given: Any) -> int:
        if self.refused is None:
            try:
                return call(*given)
            except OSError as error:
                self.refused = error
        return -1


def _join(
    segments: Sequence[Path], frames: int, file: _Target, fps: int, sound: Path | None
) -> int:
    base = Fraction(1, fps * 256)
    step = 256
    total = 0
    reserved = _INDEX + _INDEX_FRAME * frames
    if sound is not None:
        reserved += _INDEX + _INDEX_FRAME * 48 * frames // fps
    options = {"fflags": "+bitexact", "moov_size": str(reserved)}
    with av.open(str(segments[0])) as first, av.open(
        file, "w", format="mp4", options=options
    ) as target:
        template = first.streams.video[0]
        expected = profile(template)
        stream = target.add_stream_from_template(template)
        stream.time_base = base
        track = None
        if sound is not None:
            track = target.add_stream("aac", rate=48000, layout="stereo")
            track.bit_rate = 160_000
        for path in segments:
            for packet in _packets(path, expected):
                packet.time_base = base
                packet.pts = packet.dts = total * step
                packet.duration = step
                packet.stream = stream
                target.mux(packet)
                total += 1
        if sound is not None:
            _lay_under(target, track, sound, Fraction(total, fps))
    return total


def _packets(path: Path, expected: tuple[Any, ...]) -> Iterator[Any]:
    with av.open(str(path)) as source:
        video = source.streams.video[0]
        if profile(video) != expected:
            raise Mismatch(path, f"is {profile(video)}, not {expected}")
        for packet in source.demux(video):
            if packet.dts is None or packet.pts is None:
                continue
            if packet.pts != packet.dts:
                raise Mismatch(path, "shows frames in another order than it holds")
            yield packet


def _frames(path: Path) -> int:
    try:
        with av.open(str(path)) as source:
            return source.streams.video[0].frames
    except (av.error.FFmpegError, IndexError) as error:
        raise Damaged(path) from error


def profile(stream: Any) -> tuple[Any, ...]:
    """What the streams of segments must have in common to follow one another."""
    context = stream.codec_context
    return (
        context.name, context.width, context.height, context.pix_fmt,
        str(stream.average_rate), bytes(context.extradata or b""),
    )


def _lay_under(target: Any, track: Any, sound: Path, length: Fraction) -> None:
    """Encode ``sound`` up to ``length`` seconds into ``track``, with silence where it is short."""
    rate = track.rate
    wanted = int(length * rate)
    resampler = av.AudioResampler(format="fltp", layout=track.layout.name, rate=rate)
    written = 0
    with av.open(str(sound)) as source:
        for frame in _resampled(source, resampler):
            samples = frame.to_ndarray()[:, : wanted - written]
            if samples.shape[1]:
                written += _write(target, track, samples, written)
            if written >= wanted:
                break
    while written < wanted:
        silence = np.zeros((2, min(rate, wanted - written)), np.float32)
        written += _write(target, track, silence, written)
    target.mux(track.encode(None))


def _resampled(source: Any, resampler: av.AudioResampler) -> Iterator[av.AudioFrame]:
    for frame in source.decode(audio=0):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _write(target: Any, track: Any, samples: Any, at: int) -> int:
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples), format="fltp", layout=track.layout.name
    )
    frame.sample_rate = track.rate
    frame.pts = at
    frame.time_base = Fraction(1, track.rate)
    target.mux(track.encode(frame))
    return int(samples.shape[1])
