"""Whether a file that came from behind walls is what was asked for."""

from __future__ import annotations

import io
from typing import Any

from .job import Job
from .options import Quality, frame_at


def usable(job: Job, name: str, data: bytes) -> bool:
    """Whether ``data`` is the segment or still ``name`` of ``job``; measures are judged by who
    reads them."""
    if job.kind == "segments":
        part = next(part for part in job.parts if part.name == name)
        fps = job.quality.fps
        return is_segment(data, job.quality, frame_at(part.end, fps) - frame_at(part.start, fps))
    return job.kind == "measure" or is_still(data, job.quality)


def is_segment(data: bytes, quality: Quality, frames: int) -> bool:
    """Whether ``data`` is a segment as the encoder writes them, of that many frames."""
    import av

    from .join import profile

    try:
        with av.open(io.BytesIO(data), "r", format="mp4") as source:
            [stream] = source.streams
            if stream.type != "video" or profile(stream) != _profile_of(quality):
                return False
            packets = [p for p in source.demux(stream) if p.dts is not None]
            return len(packets) == frames == stream.frames and all(
                p.pts == p.dts for p in packets)
    except Exception:  # a stranger's file may break its reader anywhere
        return False


def is_still(data: bytes, quality: Quality) -> bool:
    """Whether ``data`` is a whole PNG of that size."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            if picture.size != (quality.width, quality.height) or picture.mode != "RGB":
                return False
            picture.load()
    except Exception:  # the same
        return False
    return True


def _profile_of(quality: Quality) -> tuple[Any, ...]:
    """What `profile` says of this quality's segments, found out from a segment of one frame."""
    if quality.name not in _PROFILES:
        import av

        from .encoder import sample
        from .join import profile

        with av.open(io.BytesIO(sample(quality)), "r") as source:
            _PROFILES[quality.name] = profile(source.streams.video[0])
    return _PROFILES[quality.name]


_PROFILES: dict[str, tuple[Any, ...]] = {}
