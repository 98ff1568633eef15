"""Raw RGBA frames in, H.264 segments out, on a thread of its own beside the drawing.

A frame is converted to YUV once, however long it is held. The bytes of a segment depend on its
pixels and on the quality alone: fixed threads, no timestamps, no file names.
"""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from .cache import whole_file
from .options import Quality

Pixels = NDArray[np.uint8]

CODEC = "libx264"
PIXEL_FORMAT = "yuv420p"
REORDER = 2
"""Frames by which H.264 may show later than it decodes; fixed, so that joining can count on it."""


class _SegmentFile:
    """One segment being encoded into memory."""

    def __init__(self, quality: Quality) -> None:
        self.buffer = io.BytesIO()
        self.frames = 0
        self._time_base = Fraction(1, quality.fps)
        self._container = av.open(
            self.buffer, "w", format="mp4", options={"fflags": "+bitexact"}
        )
        stream = self._container.add_stream(
            CODEC,
            rate=quality.fps,
            options={
                "preset": quality.preset,
                "crf": str(quality.crf),
                "threads": str(quality.threads),
                "g": str(quality.fps * 4),
                "flags": "+cgop",
                "x264-params": (
                    f"bframes={0 if quality.preset == 'ultrafast' else REORDER}:b-pyramid=none:"
                    "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"
                ),
            },
        )
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = quality.width, quality.height
        stream.pix_fmt = PIXEL_FORMAT
        stream.time_base = self._time_base
        self._stream = stream

    def write(self, picture: av.VideoFrame) -> None:
        picture.pts = self.frames
        picture.time_base = self._time_base
        self.frames += 1
        self._container.mux(self._stream.encode(picture))

    def finish(self) -> memoryview:
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self.buffer.getbuffer()


@dataclass(frozen=True)
class _Frame:
    pixels: Pixels
    hold: int


@dataclass(frozen=True)
class _Cut:
    path: Path
    name: str


class Encoder:
    """Takes frames in order; ``cut`` ends a segment and gives it its name.

    Drawing borrows a buffer from ``borrow``, fills it and hands it back with ``frame``. The pool
    is small, so drawing never runs far ahead. An error of the encoder's thread is raised by the
    next call.

    Args:
        finished: told from the encoder's thread of every segment written: name and frames.
    """

    BUFFERS = 4

    def __init__(self, quality: Quality, finished: Callable[[str, int], None]) -> None:
        self._quality = quality
        self._finished = finished
        self._work: queue.Queue[_Frame | _Cut | None] = queue.Queue()
        self._free: queue.Queue[Pixels] = queue.Queue()
        for _ in range(self.BUFFERS):
            self._free.put(np.zeros((quality.height, quality.width, 4), np.uint8))
        self._error: BaseException | None = None
        self.seconds = 0.0
        self._thread = threading.Thread(target=self._run, name="encoder", daemon=True)
        self._thread.start()

    def borrow(self) -> Pixels:
        """A buffer to draw into; waits until one is free."""
        self._raise()
        return self._free.get()

    def frame(self, pixels: Pixels, hold: int) -> None:
        """Show ``pixels``, a borrowed buffer, for ``hold`` frames; the buffer goes back."""
        self._raise()
        self._work.put(_Frame(pixels, hold))

    def cut(self, path: Path, name: str) -> None:
        """What was shown since the last cut becomes the segment ``path``."""
        self._raise()
        self._work.put(_Cut(path, name))

    def close(self) -> None:
        """Wait until everything is written; frames since the last cut are dropped."""
        self._work.put(None)
        self._thread.join()
        self._raise()

    def abandon(self) -> None:
        """Stop without an error: what was cut stays, the rest is dropped."""
        self._work.put(None)
        self._thread.join()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        file: _SegmentFile | None = None
        convert = _Converter(self._quality)
        while (item := self._work.get()) is not None:
            if self._error is not None:
                if isinstance(item, _Frame):
                    self._free.put(item.pixels)
                continue
            try:
                if isinstance(item, _Frame):
                    file = file or _SegmentFile(self._quality)
                    picture = convert(item.pixels)
                    self._free.put(item.pixels)
                    for _ in range(item.hold):
                        file.write(picture)
                elif file is not None:
                    with whole_file(item.path) as out:
                        out.write(file.finish())
                    frames, file = file.frames, None
                    self._finished(item.name, frames)
            except BaseException as error:  # a thread's boundary: raised again by the next call
                self._error = error
                if isinstance(item, _Frame):
                    self._free.put(item.pixels)


class _Converter:
    """RGBA to YUV 4:2:0 in BT.709, without copying the source."""

    def __init__(self, quality: Quality) -> None:
        self._size = (quality.width, quality.height)
        self._reformatter = VideoReformatter()

    def __call__(self, pixels: Pixels) -> av.VideoFrame:
        source = av.VideoFrame.from_numpy_buffer(pixels, format="rgba")
        return self._reformatter.reformat(
            source,
            *self._size,
            PIXEL_FORMAT,
            dst_colorspace=Colorspace.ITU709,
            interpolation=Interpolation.AREA,
        )


