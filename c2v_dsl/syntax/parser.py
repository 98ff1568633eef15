"""Text to tree and findings: always both, whatever the text is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..diagnostics import Finding, Source, Span
from . import strings, tree
from .build import Builder
from .lexer import END, NEWLINE, Token, lex
from .machine import Machine
from .recovery import Recovery
from .tables import load


@dataclass(frozen=True, slots=True)
class ParseResult:
    """What reading a file gave.

    ``lost`` are names that statements which could not be read would have declared: whoever looks
    names up should not report them as unknown.
    """

    tree: tree.File
    findings: tuple[Finding, ...]
    source: Source
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ExpressionResult:
    """What reading an expression gave; ``expr`` is None if it could not be read."""

    expr: tree.Expr | None
    findings: tuple[Finding, ...]


def parse(text: str, path: str = "<stdin>") -> ParseResult:
    """Read a storyboard. Never raises for what is in ``text``.

    Spans count code points of ``text`` as it was given; a byte order mark is skipped.
    """
    reader = _Reader(text, path)
    value = reader.run("start", 1 if text.startswith("\ufeff") else 0, len(text))
    whole = Span(0, len(text), path)
    if not isinstance(value, tree.File):
        value = tree.File(whole, None, None, (), ())
    value = replace(value, span=whole, comments=tuple(reader.comments))
    findings = sorted(reader.findings, key=lambda finding: (finding.span.start, finding.code))
    return ParseResult(value, tuple(findings), Source(path, text), frozenset(reader.lost))


def parse_expression(
    text: str, path: str = "<expression>", start: int = 0, end: int | None = None
) -> ExpressionResult:
    """Read ``text[start:end]`` as one expression; spans are offsets in ``text``."""
    reader = _Reader(text, path)
    value = reader.run("expression", start, len(text) if end is None else end)
    return ExpressionResult(value, tuple(reader.findings))  # type: ignore[arg-type]


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.findings: list[Finding] = []
        self.comments: list[tree.Comment] = []
        self.lost: set[str] = set()

    def run(self, start: str, first: int, end: int) -> object:
        """Read from ``first`` to ``end``; the value of the whole, or None."""
        tables = load()
        lexed = lex(self.text, tables, self.path, first, end)
        if start == "start":
            self.comments.extend(lexed.comments)
        recovery = Recovery(self.text, self.path, lexed.tokens, self.findings, self.lost)
        builder = Builder(self.path, self.findings, self._live, recovery.untouched)
        machine = Machine(tables, start, builder)
        return recovery.run(machine, start)

    def _live(self, start: int, end: int) -> tree.Interp | None:
        """The live value whose inside is ``text[start:end]``."""
        inside = self.text[start:end]
        stop, form = strings.split_format(inside)
        value = self.run("expression", start, start + stop)
        if value is None:
            return None
        return tree.Interp(Span(start - 2, end + 1, self.path), value, form)  # type: ignore[arg-type]


__all__ = ["END", "NEWLINE", "ExpressionResult", "ParseResult", "Token", "parse", "parse_expression"]
