"""How long words take to say, and when in them a mark comes.

Where no voice has spoken them yet, length is words ÷ pace. Scripts that put no blanks between
words are counted by letters, at the rates such languages are read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

__all__ = ["DEFAULT_PACE", "Spoken", "frames_of", "read", "words"]

DEFAULT_PACE = 150.0
"""Words a minute."""

_MARK = re.compile(r"<([^\W\d]\w*)>[ \t]*")
_WORD = re.compile(r"[^\W_]")

_LETTERS: tuple[tuple[int, int, float], ...] = (
    (0x0E00, 0x0EFF, 0.2),
    (0x1000, 0x109F, 0.2),
    (0x1780, 0x17FF, 0.2),
    (0x3040, 0x30FF, 0.4),
    (0x3400, 0x9FFF, 0.6),
    (0xAC00, 0xD7A3, 0.4),
    (0xF900, 0xFAFF, 0.6),
    (0x20000, 0x323AF, 0.6),
)
"""First, last, and the share of a word each letter takes: Thai and Lao, Burmese, Khmer, kana,
ideographs, Hangul."""


@dataclass(frozen=True)
class Spoken:
    """``text`` without marks; ``marks`` name → share (0…1) of the words that come before it."""

    text: str
    words: float
    marks: dict[str, float]


def _weight(letter: str) -> float:
    code = ord(letter)
    if code < 0x0E00:
        return 0.0
    return next((share for first, last, share in _LETTERS if first <= code <= last), 0.0)


def words(text: str) -> float:
    """How many words ``text`` counts as; signs alone count nothing."""
    total = 0.0
    for token in text.split():
        letters = 0.0
        plain = []
        for letter in token:
            weight = _weight(letter)
            letters += weight
            plain.append(" " if weight else letter)
        rest = "".join(plain).split() if letters else [token]
        total += letters + sum(1 for part in rest if _WORD.search(part))
    return total


def read(text: str, marks: Iterable[str]) -> Spoken:
    """Take the ``<mark>`` moments named in ``marks`` out of ``text``; the first of a name holds."""
    known = set(marks)
    plain: list[str] = []
    before: dict[str, float] = {}
    at = 0
    count = 0.0
    for found in _MARK.finditer(text):
        if found[1] not in known:
            continue
        piece = text[at : found.start()]
        plain.append(piece)
        count += words(piece)
        before.setdefault(found[1], count)
        at = found.end()
    plain.append(text[at:])
    total = count + words(text[at:])
    shares = {name: (n / total if total else 0.0) for name, n in before.items()}
    return Spoken(" ".join("".join(plain).split()), total, shares)


def frames_of(count: float, pace: float, fps: int = 60) -> int:
    """Whole frames that ``count`` words take at ``pace`` words a minute, rounded up."""
    if pace <= 0:
        pace = DEFAULT_PACE
    return ceil(round(count * 60 * fps / pace, 6))
