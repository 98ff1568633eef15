"""Pictures out of a video, for who looks at it without playing it."""

from __future__ import annotations

import io


def glimpses(video: bytes, fps: float, most: int) -> list[tuple[float, bytes]]:
    """Frames of a video at even distances: the second of each, and its picture as PNG.

    Args:
        fps: frames a second that are wanted.
        most: frames that are taken at most; for longer videos they stand further apart.

    Raises:
        ValueError: it is no video that can be read.
    """
    import av
    from PIL import Image

    try:
        with av.open(io.BytesIO(video), "r") as source:
            stream = source.streams.video[0]
            seconds = float(stream.duration * stream.time_base) if (
                stream.duration and stream.time_base) else (source.duration or 0) / av.time_base
            apart = max(1 / fps, seconds / most)
            found: list[tuple[float, bytes]] = []
            for frame in source.decode(stream):
                moment = frame.time or 0.0
                if moment + 1e-6 >= len(found) * apart and len(found) < most:
                    file = io.BytesIO()
                    Image.fromarray(frame.to_ndarray(format="rgb24")).save(file, "PNG")
                    found.append((moment, file.getvalue()))
            return found
    except (av.error.FFmpegError, IndexError) as error:
        raise ValueError(f"a video cannot be read: {error}") from None
