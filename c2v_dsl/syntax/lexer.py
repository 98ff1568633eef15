"""Text to tokens: everything in the file, with what is wrong in it kept as tokens of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics import Span
from . import tree
from .tables import CELL, Tables

NEWLINE = "_NL"
END = "$END"
BAD = "BAD"


class Token(NamedTuple):
    """A token; ``type`` is its terminal, ``NEWLINE``, ``END`` or ``BAD``.

    ``NAME`` stands for every word, ``problem`` says what is wrong with a ``BAD`` one.
    """

    type: str
    text: str
    start: int
    end: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Lexed:
    tokens: tuple[Token, ...]
    comments: tuple[tree.Comment, ...]


@lru_cache(maxsize=2)
def _scanner(marks: tuple[str, ...], patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """One expression for a token with the blanks before it; its group says which kind it is."""
    known = dict(patterns)
    punctuation = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    number = known["NUMBER"]
    return re.compile(
        r"[ \t\f\v\u00a0]*(?:"
        r"(?P<NAME>[A-Za-z_][A-Za-z0-9_]*)"
        r"|(?P<GLUED>(?>" + number + r")[A-Za-z0-9_]+)"
        r"|(?P<NUMBER>" + number + r")"
        r"|(?P<_NL>\r\n|\n|\r)"
        r"|(?P<COMMENT>\#(?=[ \t\r\n]|\Z)[^\r\n]*)"
        r"|(?P<COLOR>" + known["COLOR"] + r"(?![A-Za-z0-9_]))"
        r"|(?P<LONG_STRING>" + known["LONG_STRING"] + r")"
        r"|(?P<OPEN_LONG>\"\"\")"
        r"|(?P<STRING>" + known["STRING"] + r")"
        r"|(?P<OPEN_STRING>\"[^\r\n]*)"
        r"|(?P<CURLY>[“”„‟«»][^“”„‟«»\"\r\n]*[“”‟«»\"])"
        r"|(?P<SLASHES>//[^\r\n]*|/\*)"
        r"|(?P<HASH>\#[^\s,;()\[\]{}\"]*)"
        r"|(?P<MARK>" + punctuation + r")"
        r"|(?P<WORD>[^\W\d]\w*)"
        r"|(?P<OTHER>&&|\|\||[^\s])"
        r"|(?P<BLANK>[^\S\r\n]+)"
        r")"
    )


def lex(text: str, tables: Tables, path: str, start: int = 0, end: int | None = None) -> Lexed:
    """The tokens of ``text[start:end]``; the last one is of type ``END``."""
    match = _scanner(tuple(tables.marks), tuple(tables.patterns.items())).match
    stop = len(text) if end is None else end
    marks, cells = tables.marks, _cells()
    tokens: list[Token] = []
    comments: list[tree.Comment] = []
    fresh = True
    at = start
    while at < stop:
        found = match(text, at, stop)
        if found is None:
            break
        kind = found.lastgroup or "OTHER"
        first, at = found.span(kind)
        if kind == "NAME":
            word = found.group(kind)
            tokens.append(Token(CELL if word in cells else "NAME", word, first, at))
        elif kind == "MARK":
            word = found.group(kind)
            tokens.append(Token(marks[word], word, first, at))
            if word == ";" and fresh:
                continue
        elif kind == NEWLINE:
            if not tokens or tokens[-1].type != NEWLINE:
                tokens.append(Token(NEWLINE, "\n", first, at))
            fresh = True
            continue
        elif kind == "COMMENT":
            span = Span(first, at, path)
            comments.append(tree.Comment(span, found.group(kind).rstrip(), fresh))
            continue
        elif kind in ("NUMBER", "STRING", "LONG_STRING", "COLOR"):
            tokens.append(Token(kind, found.group(kind), first, at))
        elif kind == "OPEN_LONG":
            at = stop
            tokens.append(Token(BAD, text[first:at], first, at, kind))
        elif kind == "BLANK":
            continue
        else:
            tokens.append(Token(BAD, found.group(kind), first, at, kind))
        fresh = False
    tokens.append(Token(END, "", stop, stop))
    return Lexed(tuple(tokens), tuple(comments))


@lru_cache(maxsize=1)
def _cells() -> frozenset[str]:
    return frozenset(row + column for row in "ABCDEF" for column in "123456")
