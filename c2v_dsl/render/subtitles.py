"""What is said, as subtitles: SubRip and WebVTT."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from ..timeline.model import FPS, Speech, Timeline
from .cache import whole_file
from .options import frame_at
from .segments import Segment

LINE = 42
"""Characters of a line, as broadcasters hold it."""
LINES = 2
SHORTEST = Fraction(1)
"""Seconds below which a cue goes together with its neighbour, if both fit."""


@dataclass(frozen=True)
class Cue:
    """``text``, one or two lines, from ``start`` to ``end`` seconds."""

    start: Fraction
    end: Fraction
    text: str


def cues(timeline: Timeline, segments: Iterable[Segment], fps: int) -> list[Cue]:
    """Cues of a video made of ``segments``, in order; speech outside them is left out."""
    spoken = {
        (scene.id, beat.name): beat.speech for scene in timeline.scenes for beat in scene.beats
    }
    found: list[Cue] = []
    origin = 0
    for segment in segments:
        first = frame_at(segment.start, fps)
        for speech in spoken.get((segment.scene, segment.beat), ()):
            start = Fraction(origin - first, fps) + Fraction(speech.start, FPS)
            end = start + Fraction(speech.frames, FPS)
            found.extend(split(speech, start, min(end, Fraction(origin + segment.frames, fps))))
        origin += segment.frames
    return found


def split(speech: Speech, start: Fraction, end: Fraction) -> list[Cue]:
    """The cues of one ``say``, their times shared out by words."""
    pieces = _pieces(" ".join(speech.text.split()))
    total = sum(map(_words, pieces))
    pieces = _together(pieces, SHORTEST * total / (end - start) if end > start else 0)
    result = []
    said = 0
    for piece in pieces:
        begin = start + (end - start) * Fraction(said, total)
        said += _words(piece)
        finish = start + (end - start) * Fraction(said, total)
        if finish > begin:
            result.append(Cue(begin, finish, wrap(piece)))
    return result


def _words(text: str) -> int:
    """How long ``text`` takes to say, in words; scripts without spaces count by letters."""
    dense = sum(1 for letter in text if "\u3040" <= letter <= "\u9fff")
    return max(1, len(text.split()) + dense // 2)


def _together(pieces: list[str], least: Fraction | int) -> list[str]:
    """Neighbours in one piece where one alone has fewer than ``least`` words."""
    joined: list[str] = []
    for piece in pieces:
        short = joined and min(_words(joined[-1]), _words(piece)) < least
        if short and _fits(f"{joined[-1]} {piece}"):
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined


_BREAKS = (
    r"(?<=[.!?…。！？])[\"'”’)\]]*\s+(?=[^a-z0-9])|(?<=[。！？])",
    r"(?<=[;:—–；：])\s+",
    r"(?<=[,،、，])\s*(?=\D)",
)


def _pieces(text: str) -> list[str]:
    """``text`` in pieces that fit two lines: at sentences, else at clauses, else between words."""
    if not text:
        return []
    sentences = _apart(text, _BREAKS[0])
    pieces: list[str] = []
    for sentence in sentences:
        pieces.extend(_halve(sentence))
    return pieces


def _apart(text: str, pattern: str) -> list[str]:
    cuts = [0, *(match.end() for match in re.finditer(pattern, text)), len(text)]
    return [p for a, b in pairwise(cuts) if (p := text[a:b].strip())]


def _fits(text: str) -> bool:
    return len(_lines(text, LINE)) <= LINES


def _lines(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _halve(text: str) -> list[str]:
    """Cut at the punctuation nearest the middle until every piece fits two lines."""
    if _fits(text):
        return [text]
    middle = len(text) / 2
    for pattern in (*_BREAKS[1:], r"\s+"):
        cuts = [m.end() for m in re.finditer(pattern, text) if 8 <= m.end() <= len(text) - 8]
        near = [c for c in cuts if abs(c - middle) <= len(text) * 0.3]
        if near:
            cut = min(near, key=lambda c: abs(c - middle))
            break
    else:
        cut = int(middle)
    return [*_halve(text[:cut].strip()), *_halve(text[cut:].strip())]


def wrap(text: str) -> str:
    """``text`` on one line, or two of about the same length."""
    if len(text) <= LINE:
        return text
    for width in range(len(text) // 2, LINE + 1):
        lines = _lines(text, width)
        if len(lines) <= LINES:
            return "\n".join(lines)
    return "\n".join(_lines(text, LINE))


def srt(cues: Iterable[Cue]) -> str:
    """SubRip."""
    blocks = [
        f"{number}\n{_time(cue.start, ',')} --> {_time(cue.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    ]
    return "\n".join(blocks)


def vtt(cues: Iterable[Cue]) -> str:
    """WebVTT."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{_time(cue.start, '.')} --> {_time(cue.end, '.')}\n{text}\n")
    return "\n".join(blocks)


def _time(seconds: Fraction, mark: str) -> str:
    milliseconds = round(seconds * 1000)
    rest, milliseconds = divmod(milliseconds, 1000)
    rest, second = divmod(rest, 60)
    hour, minute = divmod(rest, 60)
    return f"{hour:02}:{minute:02}:{second:02}{mark}{milliseconds:03}"


def write_subtitles(
    timeline: Timeline, segments: tuple[Segment, ...], video: Path, fps: int
) -> tuple[Path, ...]:
    """SRT and WebVTT beside ``video``; nothing where nothing is said.

    Raises ``OSError``.
    """
    found = cues(timeline, segments, fps)
    if not found:
        return ()
    written = []
    for suffix, text in ((".srt", srt(found)), (".vtt", vtt(found))):
        path = video.with_suffix(suffix)
        with whole_file(path) as file:
            file.write(text.encode("utf-8"))
        written.append(path)
    return tuple(written)
