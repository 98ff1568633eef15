"""Raw RGBA frames in, H.264 segments out, on threads of their own beside the drawing.

A frame is converted to YUV once, however long it is held. The bytes of a segment depend on its
pixels and on the quality alone: fixed threads, no timestamps, no file names.
"""

from __future__ import annotations

import io
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from .cache import whole_file
from .options import Quality

Pixels = NDArray[np.uint8]

CODEC = "libx264"
PIXEL_FORMAT = "yuv420p"


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
                    "bframes=0:rc-lookahead=0:mbtree=0:scenecut=0:weightp=0:"
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


def sample(quality: Quality) -> bytes:
    """A segment of one black frame."""
    segment = _SegmentFile(quality)
    pixels = np.zeros((quality.height, quality.width, 4), np.uint8)
    segment.write(av.VideoFrame.from_ndarray(pixels, "rgba").reformat(format=PIXEL_FORMAT))
    return bytes(segment.finish())


@dataclass(frozen=True)
class _Frame:
    picture: Any
    hold: int


@dataclass(frozen=True)
class _Cut:
    path: Path
    name: str


_Item = _Frame | _Cut | None


class Broken(BaseException):
    """Encoding or writing failed with ``error``; no Exception, so that no scene's code eats it."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(error))
        self.error = error


class Encoder:
    """Takes frames in order; ``cut`` ends a segment and gives it its name.

    Drawing borrows a buffer from ``borrow``, fills it and hands it back with ``frame``. One thread
    converts, another encodes; both lag behind by a few frames at most. Their errors are raised by
    the next call, as `Broken`.

    Args:
        finished: told of every segment written, from the encoding thread: name and frames.
    """

    BUFFERS = 4

    def __init__(self, quality: Quality, finished: Callable[[str, int], None]) -> None:
        self._quality = quality
        self._finished = finished
        self._raw: queue.Queue[_Item] = queue.Queue()
        self._converted: queue.Queue[_Item] = queue.Queue(self.BUFFERS)
        self._free: queue.Queue[Pixels] = queue.Queue()
        for _ in range(self.BUFFERS):
            self._free.put(np.zeros((quality.height, quality.width, 4), np.uint8))
        self._error: BaseException | None = None
        self._segment: _SegmentFile | None = None
        self.seconds = {"convert": 0.0, "encode": 0.0}
        self._threads = [
            threading.Thread(target=work, name=work.__name__, daemon=True)
            for work in (self._convert, self._encode)
        ]
        for thread in self._threads:
            thread.start()

    def borrow(self) -> Pixels:
        """A buffer to draw into; waits until one is free."""
        self._raise()
        return self._free.get()

    def frame(self, pixels: Pixels, hold: int) -> None:
        """Show ``pixels``, a borrowed buffer, for ``hold`` frames; the buffer goes back."""
        self._raw.put(_Frame(pixels, hold))

    def cut(self, path: Path, name: str) -> None:
        """What was shown since the last cut becomes the segment ``path``."""
        self._raw.put(_Cut(path, name))
        self._raise()

    def close(self) -> None:
        """Wait until everything is written; frames since the last cut are dropped."""
        self.abandon()
        self._raise()

    def abandon(self) -> None:
        """As ``close``, but silent about errors."""
        self._raw.put(None)
        for thread in self._threads:
            thread.join()

    def _raise(self) -> None:
        if self._error is not None:
            raise Broken(self._error) from self._error

    def _convert(self) -> None:
        reformatter = VideoReformatter()
        size = (self._quality.width, self._quality.height)
        while (item := self._raw.get()) is not None:
            if isinstance(item, _Frame):
                began = time.perf_counter()
                try:
                    source = av.VideoFrame.from_numpy_buffer(item.picture, format="rgba")
                    picture = reformatter.reformat(
                        source, *size, PIXEL_FORMAT, dst_colorspace=Colorspace.ITU709,
                        interpolation=Interpolation.AREA,
                    )
                except BaseException as error:  # a thread's boundary
                    self._error = self._error or error
                    continue
                finally:
                    self._free.put(item.picture)
                item = _Frame(picture, item.hold)
                self.seconds["convert"] += time.perf_counter() - began
            self._converted.put(item)
        self._converted.put(None)

    def _encode(self) -> None:
        while (item := self._converted.get()) is not None:
            if self._error is not None:
                continue
            began = time.perf_counter()
            try:
                if isinstance(item, _Frame):
                    self._show(item)
                else:
                    self._finish(item)
            except BaseException as error:  # a thread's boundary
                self._error = error
            self.seconds["encode"] += time.perf_counter() - began

    def _show(self, frame: _Frame) -> None:
        self._segment = self._segment or _SegmentFile(self._quality)
        for _ in range(frame.hold):
            self._segment.write(frame.picture)

    def _finish(self, cut: _Cut) -> None:
        if self._segment is None:
            return
        data, frames = self._segment.finish(), self._segment.frames
        self._segment = None
        with whole_file(cut.path) as out:
            out.write(data)
        self._finished(cut.name, frames)
