"""The place of a mistake: what stands there, what could stand there, and whether a cure helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics import Edit, Finding, Fix, Related, Span
from .lexer import BAD, END, NEWLINE, Token, lex
from .machine import Frame, Machine
from .tables import CELL, Tables
from .words import RESERVED, words

CONTINUES = words("+ - * / ^ ** % < <= > >= == != = , -> .. and or not")
"""After these a new line does not end the statement."""

CLOSERS = {"(": ")", "[": "]", "{": "}"}
WINDOW = 80
"""A cure that gets this many tokens further is believed."""


@dataclass(frozen=True, slots=True)
class Repair:
    """``tokens`` take the place of ``tokens[first:last]``, and reading goes on with ``top``."""

    finding: Finding | None
    first: int
    last: int
    tokens: tuple[Token, ...]
    top: Frame


def instead(
    site: Site, finding: Finding, put: tuple[Token, ...] = (), taken: int = 0
) -> Repair:
    """``put`` in the place of the wrong token (``taken=1``) or before it."""
    return Repair(finding, site.at, site.at + taken, put, site.machine.top)


@dataclass
class Site:
    """Token ``at`` is the first that cannot be taken on the stack ``machine.top``."""

    text: str
    path: str
    tables: Tables
    tokens: list[Token]
    machine: Machine
    at: int
    previous: Token
    opens: Sequence[tuple[int, Token]]
    statement: int
    """Index of the first token of the statement."""
    base: Frame
    """The stack before the statement."""
    continued: tuple[int, Frame, Token] | None
    """Where the last new line after a comma or operator was: index, stack before that, and it."""
    lost: set[str] = field(default_factory=set)

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def first_on_line(self) -> bool:
        return self.at > 0 and self.tokens[self.at - 1].type == NEWLINE

    @cached_property
    def depth(self) -> int:
        """How many round and square brackets are open within the innermost block."""
        count = 0
        for _, opener in reversed(self.opens):
            if opener.text == "{":
                break
            count += 1
        return count

    @cached_property
    def words(self) -> set[str]:
        """Keywords that could stand here."""
        expected = self.machine.expected()
        return {word for word, name in self.tables.words.items() if name in expected}

    @cached_property
    def head(self) -> Token:
        """The first token of the statement."""
        return self.tokens[min(self.statement, len(self.tokens) - 1)]

    @cached_property
    def line_end(self) -> int:
        """Offset of the end of the line the mistake is on."""
        found = [p for p in (self.text.find(c, self.token.start) for c in "\r\n") if p >= 0]
        return min(found, default=len(self.text))

    def after(self, count: int) -> Token:
        """The token ``count`` places behind the wrong one (before it, if negative)."""
        return self.tokens[max(0, min(self.at + count, len(self.tokens) - 1))]

    def indent(self, offset: int) -> int:
        """Blanks before the first thing on the line of ``offset``."""
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        line = self.text[start : start + 200]
        return len(line) - len(line.lstrip())

    def span(self, first: Token, last: Token | None = None) -> Span:
        return Span(first.start, (last or first).end, self.path)

    def here(self) -> Span:
        """The wrong token; at the end of a line or of the file, the last character before it."""
        token = self.token
        if token.type in (NEWLINE, END):
            return Span(max(self.previous.start, self.previous.end - 1), self.previous.end,
                        self.path)
        return self.span(token)

    def parting(self) -> str:
        """What has to stay where the wrong token is taken out: a blank, if words would meet."""
        before, behind = self.text[: self.token.start][-1:], self.text[self.token.end :][:1]
        meet = (before.isalnum() or before == "_") and (behind.isalnum() or behind in ("_", '"'))
        return " " if meet else ""

    def gap(self) -> Span:
        """The place right behind what was read last, for something to be put in."""
        return Span(self.previous.end, self.previous.end, self.path)

    # ------------------------------------------------------------ making tokens

    def mark(self, text: str, offset: int | None = None) -> Token:
        """A mark or a word put in by a cure."""
        where = self.previous.end if offset is None else offset
        return Token(self.tables.marks.get(text, "NAME"), text, where, where)

    def newline(self) -> Token:
        return Token(NEWLINE, "\n", self.previous.end, self.previous.end)

    def stand_ins(self) -> Iterator[Token]:
        """Values to try where one is missing."""
        where = self.previous.end
        for kind, text in (
            ("NUMBER", "0"), ("NAME", "unnamed"), ("STRING", '""'), ("A1", "A1"),
            ("LONG_STRING", '""""""'),
        ):
            yield Token(kind, text, where, where, "missing")

    # ------------------------------------------------------------ trying

    def window(self, put: Sequence[Token], index: int, depth: int | None = None) -> list[Token]:
        """``put`` and what follows from ``index`` on, as the machine would get them, to the end
        of the statement."""
        level = self.depth if depth is None else depth
        result: list[Token] = []
        before = self.previous
        for inserted, token in self._stream(put, index):
            if token.type == NEWLINE and (
                level > 0 or (before.text in CONTINUES and before.type != BAD)
            ):
                continue
            result.append(token)
            before = token
            if token.text in ("(", "["):
                level += 1
            elif token.text in (")", "]"):
                level -= 1
            elif not inserted and level <= 0 and (
                token.type in (NEWLINE, END) or token.text in ("{", "}", ";")
            ):
                break
            if len(result) >= WINDOW:
                break
        return result

    def _stream(self, put: Sequence[Token], index: int) -> Iterator[tuple[bool, Token]]:
        for token in put:
            yield True, token
        for place in range(index, len(self.tokens)):
            yield False, self.tokens[place]

    def helps(
        self, put: Sequence[Token], index: int | None = None, top: Frame | None = None,
        depth: int | None = None, least: int = 0,
    ) -> bool:
        """Whether the statement can be read to its end with ``put`` before token ``index``.

        With ``least``, that many tokens behind ``put`` are enough.
        """
        tokens = self.window(put, self.at if index is None else index, depth)
        reached = self.machine.reach(tokens, top)
        return reached == len(tokens) or (least > 0 and reached >= len(put) + least)

    def relex(self, start: int, end: int, index: int) -> tuple[Token, ...]:
        """Tokens of ``text[start:end]`` anew, up to (not with) the tokens that begin at ``end``."""
        return lex(self.text, self.tables, self.path, start, end).tokens[:-1]

    def index_at(self, offset: int) -> int:
        """Index of the first token that begins at ``offset`` or later."""
        index = self.at
        while self.tokens[index].start < offset and self.tokens[index].type != END:
            index += 1
        return index

    # ------------------------------------------------------------ saying

    def finding(
        self, code: str, message: str, *, span: Span | None = None, label: str = "",
        help: str = "", related: tuple[Related, ...] = (), fix: Fix | None = None,
    ) -> Finding:
        return Finding(code, span or self.here(), message, label, help, related, fix)

    def edit(self, title: str, span: Span, text: str, safe: bool = False) -> Fix:
        return Fix(title, (Edit(span, text),), "safe" if safe else "unsafe")

    def insert(self, text: str, safe: bool = False) -> Fix:
        """A fix that puts ``text`` behind what was read last."""
        return self.edit(f"insert `{text.strip()}`", self.gap(), text, safe)

    def shown(self, token: Token | None = None) -> str:
        """A token in words, for messages."""
        token = token or self.token
        if token.type == END:
            return "the end of the file" if token.end >= len(self.text) else "the end"
        if token.type == NEWLINE:
            return "the end of the line"
        if token.type in ("STRING", "LONG_STRING"):
            return "a text"
        if token.type == CELL:
            return f"the cell `{token.text}`"
        text = token.text if len(token.text) <= 30 else token.text[:27] + "…"
        if token.type == "NAME" and token.text in RESERVED and token.text in self.tables.words:
            return f"the word `{text}`"
        return f"`{text}`"
