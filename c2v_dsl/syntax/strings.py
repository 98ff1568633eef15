"""Inside strings: escapes, live values, and the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..diagnostics import Span
from . import tree

_MARKED = re.compile(r"\\(?:\r\n|.)|#\{|\r\n", re.DOTALL)
_MARK = re.compile(r"<([A-Za-z_][A-Za-z0-9_]*)>")
_QUOTED = re.compile(r'"(?:"|[^\s",;)\]}])[^\r\n]*\}[^\r\n]*"')
_FORMAT = re.compile(r"\+?0?[0-9]{0,2}(\.[0-9]{1,2})?")

Live = Callable[[int, int, bool], "tree.Interp | None"]
"""Reads what stands between ``#{`` and ``}``; given the offsets of both ends and whether there is
a ``}``."""


def quoted_inside(text: str, end: int) -> bool:
    """Whether the quote at ``end``, which closes a text within its ``#{``, was meant to open one:
    a word touches it, and the line has a ``}`` and another quote behind it."""
    return _QUOTED.match(text, end) is not None


def plain(span: Span, raw: str, start: int, long: bool) -> tree.Str:
    """A string that is not touched (hatch code, listings); ``start`` is where ``raw`` begins."""
    pieces = (raw,) if raw else ()
    spans = (Span(start, start + len(raw), span.path),) if raw else ()
    return tree.Str(span, pieces, spans, raw, long)


def split(span: Span, raw: str, start: int, long: bool, live: Live) -> tree.Str:
    """A string with its live values; ``start`` is where ``raw`` begins in the file."""
    pieces: list[str | tree.Interp] = []
    spans: list[Span] = []
    text: list[str] = []
    first = done = 0

    def close(end: int) -> None:
        text.append(raw[done:end])
        if joined := "".join(text):
            pieces.append(joined)
            spans.append(Span(start + first, start + end, span.path))
        text.clear()

    at = 0
    while found := _MARKED.search(raw, at):
        at = found.end()
        word = found.group()
        if word in ('\\"', "\\#", "\r\n"):
            text.append(raw[done : found.start()])
            text.append("\n" if word == "\r\n" else word[1])
            done = at
        elif word == "#{":
            end = raw.find("}", at)
            close(found.start())
            stop = len(raw) if end < 0 else end
            value = live(start + at, start + stop, end >= 0)
            at = len(raw) if end < 0 else end + 1
            if value is not None:
                pieces.append(value)
                spans.append(Span(start + found.start(), start + at, span.path))
            first = done = at
    close(len(raw))
    return tree.Str(span, tuple(pieces), tuple(spans), raw, long)


def split_format(text: str) -> tuple[int, str | None]:
    """Where the expression of ``expr:format`` ends, and the format, None if there is none."""
    depth = 0
    for index, char in enumerate(text):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == ":" and depth <= 0:
            return index, text[index + 1 :]
    return len(text), None


def is_format(text: str) -> bool:
    """Whether ``text`` is a number format: ``.2`` ``+.1`` ``04``."""
    return bool(text) and text != "+" and _FORMAT.fullmatch(text) is not None


def better_format(text: str) -> str:
    """What a wrong format was probably meant to be; empty if nothing comes near."""
    found = re.search(r"(\+?)(0[0-9])?(\.[0-9])?", text.strip().rstrip("fdeg%"))
    better = found.group() if found else ""
    return better if is_format(better) else ""


def marks(text: tree.Str) -> tuple[tree.Ident, ...]:
    """The ``<name>`` moments of a speech."""
    return tuple(_marks(text))


def _marks(text: tree.Str) -> Iterator[tree.Ident]:
    quotes = 3 if text.long else 1
    for piece, span in zip(text.pieces, text.piece_spans, strict=True):
        if isinstance(piece, str):
            start = span.start - text.span.start - quotes
            raw = text.raw[start : span.end - text.span.start - quotes]
            for found in _MARK.finditer(raw):
                where = Span(span.start + found.start(1), span.start + found.end(1), span.path)
                yield tree.Ident(where, found.group(1))


def text_offset(text: tree.Str, piece: int, offset: int) -> int:
    """Where character ``offset`` of the text ``text.pieces[piece]`` stands in the file.

    Offsets past the piece's end mean its end.
    """
    span = text.piece_spans[piece]
    shift = text.span.start + (3 if text.long else 1)
    raw = text.raw[span.start - shift : span.end - shift]
    at = gone = 0
    for found in _MARKED.finditer(raw):
        if found.group() not in ('\\"', "\\#", "\r\n"):
            continue
        if found.start() - gone >= offset:
            break
        gone += 1
        at = found.end()
    return min(span.end, max(span.start + at, span.start + offset + gone))
