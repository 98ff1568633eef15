"""The last pictures of segments, read out of what is drawn already."""

from __future__ import annotations

from pathlib import Path

import av
from PIL import Image

from .cache import whole_file
from .join import Damaged


def last_picture(segment: Path, out: Path) -> None:
    """Write the last frame of ``segment`` to the PNG ``out``.

    Raises:
        Damaged: the segment is no video, or has no frames.
        OSError: a file cannot be read or written.
    """
    last: av.VideoFrame | None = None
    try:
        with av.open(str(segment)) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            container.seek(stream.duration or 0, stream=stream)
            for frame in container.decode(stream):
                last = frame
    except (av.error.FFmpegError, IndexError) as error:
        raise Damaged(segment) from error
    if last is None:
        raise Damaged(segment, "has no frames")
    with whole_file(out) as file:
        Image.fromarray(last.to_ndarray(format="rgb24")).save(file, format="PNG")
