"""From an exception's line to the smallest statement, its block, the hatch."""

from __future__ import annotations

import contextlib
import difflib
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import libcst as cst

from .flow import endless
from .statements import Statement, Statements

_WORDS = re.compile(r"[A-Za-z_]\w*")
_INDEX = re.compile(r"(\w+)\s*\[([^\[\]]*)\]\s*$")
_CONTINUED = re.compile(r"\s*(else|elif|except|finally|case)\b")
_FIXED = re.compile(r"\s*(else|try|finally)\s*:|\s*(except|case)\b")
_MISSING = re.compile(
    r"(?:no name `|name '|local variable '|has no attribute '|has no param `)(\w+)")
SURE = ("NameError", "ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError")
"""Exceptions that lie where they are raised."""

NEAR = 3
"""Statements that are shown at first of a fault that may have been made above."""
FAR = 6
"""And those at the second try."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a hatch, as reading or running it told.

    Attributes:
        message: one line: ``ZeroDivisionError: float division by zero``.
        line: of the code, from 1; None where it failed in none of its own.
        callers: lines that the call came through, the innermost first.
        failing: the part of that line that failed, if it is known.
        sure: it was read, not run: it is mended where it stands.
        help: what to write instead, if it is known.
        endless: it did not come to an end, or used up the memory.
    """

    message: str
    line: int | None = None
    callers: tuple[int, ...] = ()
    failing: str = ""
    sure: bool = False
    help: str = ""
    endless: bool = False

    @property
    def error(self) -> str:
        """The exception's name."""
        return self.message.partition(":")[0]


@dataclass(frozen=True)
class Piece:
    """Lines of a code that may be written anew.

    Attributes:
        first, last: its lines, from 1.
        text: as it is shown, without the indentation that it stands in.
        head: only the head of a compound statement, whose block stays.
    """

    first: int
    last: int
    text: str
    head: bool = False

    @property
    def lines(self) -> str:
        """``line 4``, or ``lines 4 to 6``."""
        return (f"line {self.first}" if self.first == self.last
                else f"lines {self.first} to {self.last}")


class Scopes:
    """The scopes of one fault in one code, from the smallest on."""

    def __init__(self, text: str, fault: Fault) -> None:
        self.text = text
        self.fault = fault
        self.lines = text.splitlines()
        self.statements: Statements | None = None
        with contextlib.suppress(cst.ParserSyntaxError, ValueError, RecursionError):
            self.statements = Statements(text)

    @cached_property
    def suspects(self) -> list[Piece]:
        """Statements that may be at fault, the likeliest first."""
        if self.statements is None or not self.statements.found:
            return self._broken()
        found: dict[tuple[int, int], Piece] = {}
        for statement in self._ranked(self.statements):
            if statement.head and _FIXED.match(self.lines[statement.first - 1]):
                continue
            piece = self._piece(statement.first, statement.last, statement.head)
            found.setdefault((piece.first, piece.last), piece)
        return list(found.values())

    def shown(self, attempt: int) -> list[Piece]:
        """The statements of the ``attempt``-th try (from 0) at the level of lines."""
        if self.fault.sure or self.fault.error in SURE:
            return self.suspects[: 1 + len(self._namesakes)]
        return self.suspects[: FAR if attempt else NEAR]

    def block(self) -> Piece:
        """The smallest run of statements that holds as many of the suspects as can be without
        being the whole code; around a lone one, the block that it stands in."""
        if self.statements is None:
            return self._paragraph()
        suspects = self.suspects[:FAR]
        runs = [self._run(suspects[:count]) for count in range(len(suspects), 1, -1)]
        most = max(4, round(0.7 * len(self.lines)))
        for run in runs:
            if run.last - run.first < most:
                return run
        at = self.statements.at(suspects[0].first)
        if at is not None and at.above:
            head = self._opening(at.above[-1])
            return self._piece(head.first, head.end)
        return self._around(suspects[0])

    def whole(self) -> Piece:
        """All of the code."""
        return self._piece(1, len(self.lines))

    # suspects

    def _ranked(self, all: Statements) -> Iterable[Statement]:
        fault = self.fault
        if fault.line is None and fault.endless:
            yield from self._from_any_loop(all)
            return
        if fault.line is None:
            yield from self._from_result(all)
            return
        at = all.at(fault.line)
        if at is None:
            return
        if fault.endless:
            yield from self._from_loop(all, at)
            return
        yield from ([at, *self._namesakes] if self._namesakes else ())
        called = [s for line in fault.callers if (s := all.at(line)) is not None and s is not at]
        near = self._givers(all, at, self._looked_at(at))
        if fault.error in ("IndexError", "ZeroDivisionError") and self._is_bare() and near:
            yield near[0]
        yield at
        yield from near[:2]
        yield from called
        yield from near[2:]
        for one in [*called, *near]:
            yield from self._givers(all, one, one.reads)

    @cached_property
    def _namesakes(self) -> list[Statement]:
        """Where a name is missing: statements that give one like it a value which nothing reads,
        so that it may be misspelt there; else the head of the function, which may lack it."""
        missing = _MISSING.search(self.fault.message)
        if missing is None or self.statements is None:
            return []
        read = {name for s in self.statements.found for name in s.uses}
        found = [s for s in self.statements.found
                 if any(name not in read and difflib.SequenceMatcher(
                     None, name, missing[1]).ratio() > 0.7 for name in s.gives)][:2]
        at = self.statements.at(self.fault.line) if self.fault.line else None
        if not found and at and at.function and missing[1][0].islower() and (
                "attribute" not in self.fault.message):
            return [at.function]
        return found

    def _givers(
        self, all: Statements, at: Statement, names: Iterable[str]
    ) -> list[Statement]:
        found: dict[int, Statement] = {}
        rest: list[Statement] = []
        for name in names:
            givers = all.givers(name, at)
            for giver in givers[:1]:
                if isinstance(giver.node, cst.FunctionDef):
                    rest += all.ends_of(giver)[:2]
                else:
                    found.setdefault(id(giver), giver)
            rest += givers[1:]
        for giver in rest:
            found.setdefault(id(giver), giver)
        return [s for s in found.values() if s is not at]

    def _looked_at(self, at: Statement) -> list[str]:
        """Names that a failing statement reads, those of the part that failed first."""
        failing = _WORDS.findall(self.fault.failing)
        if index := _INDEX.search(self.fault.failing):
            failing = [*_WORDS.findall(index[2]), index[1], *failing]
        elif "/" in self.fault.failing and self.fault.error == "ZeroDivisionError":
            failing = [*_WORDS.findall(self.fault.failing.rpartition("/")[2]), *failing]
        return list(dict.fromkeys([name for name in failing if name in at.reads] + [*at.reads]))

    def _is_bare(self) -> bool:
        """Whether what was out of bounds, or zero, is a name and nothing more."""
        failing = self.fault.failing
        index = _INDEX.search(failing)
        word = index[2] if index else failing.rpartition("/")[2]
        return bool(_WORDS.fullmatch(word.strip()))

    def _from_result(self, all: Statements) -> Iterable[Statement]:
        """The result is no mobject: what returns it, and what made it."""
        for end in all.ends_of(None):
            yield end
            yield from self._givers(all, end, end.reads)

    def _from_loop(self, all: Statements, at: Statement) -> Iterable[Statement]:
        """The loop that never ended, and what changes its condition."""
        loops = [head for head in (*reversed(at.above), at)
                 if isinstance(head.node, cst.While)]
        for loop in loops:
            inside = [s for s in all.found if loop in s.above]
            changing = [s for s in inside if s.gives & set(loop.reads)]
            surely = isinstance(loop.node, cst.While) and endless(loop.node)
            yield from ([loop, *changing] if surely else [*changing[:1], loop, *changing[1:]])
        if not loops and self.fault.error == "MemoryError":
            near = self._givers(all, at, self._looked_at(at))
            yield at
            yield from [head for head in reversed(at.above) if isinstance(head.node, cst.For)]
            yield from near
            return
        if not loops and at.function is not None:  # it calls itself for ever
            yield from [s for s in all.found if s.function is at.function][:2]
            yield at.function
        yield at
        yield from reversed(at.above)

    def _from_any_loop(self, all: Statements) -> Iterable[Statement]:
        """Where it was is not known: what grows by itself, the loops around it, other loops."""
        loops = [s for s in all.found if isinstance(s.node, cst.While | cst.For)]
        for statement in all.found:
            if statement.above and statement.gives & set(statement.reads):
                yield from (head for head in reversed(statement.above) if head in loops)
                yield statement
        yield from loops
        yield from all.found

    # pieces

    def _piece(self, first: int, last: int, head: bool = False) -> Piece:
        text = textwrap.dedent("\n".join(self.lines[first - 1 : last]))
        return Piece(first, last, text, head)

    def _run(self, pieces: Sequence[Piece]) -> Piece:
        """The smallest run of neighbours that holds all ``pieces``."""
        assert self.statements is not None
        found = [s for p in pieces if (s := self.statements.at(p.first)) is not None]
        ways = [(*s.above, s) for s in found]
        depth = 0
        while all(len(way) > depth + 1 for way in ways) and len(
                {id(way[depth]) for way in ways}) == 1:
            depth += 1
        tops = [self._opening(way[depth]) for way in ways]
        return self._piece(min(s.first for s in tops), max(max(s.end, s.last) for s in tops))

    def _opening(self, statement: Statement) -> Statement:
        """The statement that an ``else``, ``elif``, ``except`` … belongs to, or itself."""
        assert self.statements is not None
        if not _CONTINUED.match(self.lines[statement.first - 1]):
            return statement
        return next(s for s in reversed(self.statements.found)
                    if s.above == statement.above and s.first < statement.first <= s.end
                    and not _CONTINUED.match(self.lines[s.first - 1]))

    def _around(self, piece: Piece) -> Piece:
        """A statement that stands in no block, with those that read what it gives."""
        assert self.statements is not None
        tops = [s for s in self.statements.found if not s.above]
        at = next((n for n, s in enumerate(tops) if s.first <= piece.first <= s.end), 0)
        high, given = at, set(tops[at].gives)
        for number in range(at + 1, len(tops)):
            if number > high + 1 or number > at + 3 or not given & set(tops[number].reads):
                break
            high, given = number, given | tops[number].gives
        low = max(0, at - 2) if high == at else at
        high = min(len(tops) - 1, max(high, at + 1))
        return self._piece(tops[low].first, max(tops[high].end, tops[high].last))

    # code that is not Python

    def _broken(self) -> list[Piece]:
        line = min(self.fault.line or 1, len(self.lines))
        found = [self._piece(line, line)]
        if told := re.search(r"on line (\d+)", self.fault.message):
            found.insert(0, self._piece(int(told[1]), int(told[1])))
        above = next((n for n in range(line - 1, 0, -1) if self.lines[n - 1].strip()), None)
        if above:
            found.append(self._piece(above, above))
        return found

    def _paragraph(self) -> Piece:
        """Lines around the fault, from one that is not indented to the next."""
        line = min(self.fault.line or 1, len(self.lines))
        first, last = line, line
        while first > 1 and (not self.lines[first - 1].strip()
                             or self.lines[first - 1][:1].isspace()):
            first -= 1
        while last < len(self.lines) and (not self.lines[last].strip()
                                          or self.lines[last][:1].isspace()):
            last += 1
        return self._piece(max(1, first - 1), min(len(self.lines), last + 1))
