"""Texts as the language means them: words, ``$maths$`` between them, line ends."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_BLANKS = re.compile(r"[ \t]+|\n")


@dataclass(frozen=True)
class Run:
    """A stretch of a text: a word, a formula (``text`` without its dollars), blanks, a line end.

    ``start`` is the offset of ``text`` in the whole.
    """

    kind: Literal["word", "math", "blank", "newline"]
    text: str
    start: int


def split_maths(text: str) -> list[tuple[str, int, bool]]:
    """``text`` cut at its formulas: ``(piece, offset, is it maths)``.

    ``\\$`` is a dollar sign; one that is never closed is a dollar sign too.
    """
    parts: list[tuple[str, int, bool]] = []
    at = begin = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] == "$":
            at += 2
        elif text[at] == "$":
            end = _closing(text, at + 1)
            if end < 0 or not text[at + 1 : end].strip():
                at += 1
                continue
            if begin < at:
                parts.append((text[begin:at], begin, False))
            parts.append((text[at + 1 : end], at + 1, True))
            at = begin = end + 1
        else:
            at += 1
    if begin < len(text):
        parts.append((text[begin:], begin, False))
    return parts


def _closing(text: str, at: int) -> int:
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == "$":
            return at
        at += 1
    return -1


def runs(text: str) -> list[Run]:
    """The stretches of a text in order; ``\\$`` counts as the dollar sign it means."""
    found: list[Run] = []
    for piece, offset, maths in split_maths(text):
        if maths:
            found.append(Run("math", piece, offset))
            continue
        at = 0
        for blank in [*_BLANKS.finditer(piece), None]:
            end = blank.start() if blank else len(piece)
            if end > at:
                found.append(Run("word", piece[at:end], offset + at))
            if blank is None:
                break
            kind: Literal["blank", "newline"] = "newline" if blank[0] == "\n" else "blank"
            found.append(Run(kind, blank[0], offset + blank.start()))
            at = blank.end()
    return found


def plain(word: str) -> str:
    """A word's letters as shown."""
    return word.replace("\\$", "$")


def right_to_left(text: str) -> bool:
    """Whether its first letter with a direction runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
