"""Places in source text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of code points in the file called ``path``."""

    start: int
    end: int
    path: str

    def to(self, other: Span) -> Span:
        """The smallest span that holds both, which must lie in one file."""
        return Span(min(self.start, other.start), max(self.end, other.end), self.path)


class Position(NamedTuple):
    """A place as people count it: line and column both from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file as it was read, and the way from offsets to lines."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of ``offset``; offsets past the end mean the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its end; empty outside the file."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].removesuffix("\r")

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]
