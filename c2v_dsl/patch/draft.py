"""Edits of a storyboard's text, statement by statement, that leave every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Edit, Span
from ..syntax.edits import EditConflict, apply_edits
from .index import Block, Entry

INDENT = "  "
_LEADING_COMMENTS = re.compile(r"(?:^[ \t]*#[^\n]*\n)+\Z", re.M)
_BLANK_LINE = re.compile(r"(?<=\n)([ \t]*\r?\n)\Z")
_LINE_END = re.compile(r"[ \t]*;?[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)")


@dataclass(frozen=True)
class _Move:
    """``taken`` to ``end`` goes away, a blank line before ``start`` with it; the rest, indented by
    ``depth``, comes to ``to``, with a blank line behind it if it is ``ahead`` of its neighbour."""

    taken: int
    start: int
    end: int
    to: int
    depth: str
    ahead: bool


class Draft:
    """Changes to ``text``, all given by offsets in it as it is, made at once by `finish`.

    New lines end as those of the text do. Changes within a part that moves move with it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[Edit] = []
        self._moves: list[_Move] = []
        self._completed: dict[int, Edit] = {}
        self._opened: set[str] = set()

    # changes

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text`` where ``start`` to ``end`` was; the same change made twice counts once."""
        edit = Edit(Span(start, end, ""), self._native(text))
        if start == end or edit not in self._edits:
            self._edits.append(edit)

    def add(self, at: int, text: str) -> None:
        self.replace(at, at, text)

    def complete(self, at: int, text: str) -> None:
        """Add to a statement what it may have once; the same twice counts once.

        Raises:
            EditConflict: something else was added there.
        """
        edit = Edit(Span(at, at, ""), self._native(text))
        before = self._completed.setdefault(at, edit)
        if before is edit:
            self._edits.append(edit)
        elif before != edit:
            raise EditConflict("two additions to one statement", edit, before)

    def delete(self, entry: Entry) -> None:
        """Take a statement away with the comments on it."""
        start, end = self.extent(entry)
        self.replace(self._with_blank_line(start, end), end, "")

    def insert(self, block: Block, text: str, before: Entry | None, after: Entry | None) -> None:
        """Put statements into a block: before or behind one of its own, else at the end."""
        text = dedent(text).strip("\n")
        if before is None and after is None and block.entries:
            after = block.entries[-1]
        if block.kind == "file":
            self._insert_in_file(text, before, after)
        elif self._on_one_line(block):
            self._insert_in_line(block, text, before, after)
        else:
            self._insert_lines(block, text, before, after)

    def move(self, entry: Entry, home: Block, before: Entry | None, after: Entry | None) -> None:
        """Put a statement that stands on lines of its own somewhere else."""
        start, end = self.extent(entry)
        if not self.alone(entry) or self._on_one_line(home):
            moved = self.text[entry.span.start : entry.span.end]
            self.delete(entry)
            self.insert(home, moved, before, after)
            return
        neighbour = before or after
        assert neighbour is not None
        if not self.alone(neighbour):
            moved = self.text[entry.span.start : entry.span.end]
            self.delete(entry)
            self._beside(moved, neighbour, before is not None)
            return
        first, last = self.extent(neighbour)
        taken = self._with_blank_line(start, end)
        self._moves.append(_Move(taken, start, end, first if before else last,
                                 self.indent(neighbour), before is not None))

    def finish(self) -> str:
        """The text with every change made.

        Raises:
            EditConflict: two changes concern the same place.
        """
        edits = list(self._edits)
        for move in sorted(self._moves, key=lambda m: m.end - m.start):
            if move.start < move.to < move.end:
                raise EditConflict("something would be moved into itself",
                                   Edit(Span(move.start, move.end, ""), ""))
            inside = [e for e in edits if _within(e.span, move.start, move.end)]
            edits = [e for e in edits if e not in inside]
            shifted = [Edit(Span(e.span.start - move.start, e.span.end - move.start, ""), e.text)
                       for e in inside]
            text = apply_edits(self.text[move.start : move.end], _joined(shifted))
            edits.append(Edit(Span(move.taken, move.end, ""), ""))
            edits.append(Edit(Span(move.to, move.to, ""), self._landing(move, text)))
        return apply_edits(self.text, _joined(edits))

    def _landing(self, move: _Move, text: str) -> str:
        """The text of what moves as it comes to stand."""
        text = reindented(text.removesuffix("\n").removesuffix("\r"), move.depth) + self.newline
        if move.taken < move.start:
            text = text + self.newline if move.ahead else self.newline + text
        if move.to > 0 and self.text[move.to - 1] != "\n":
            text = self.newline + text.removesuffix(self.newline)
        return text

    # where statements are

    def alone(self, entry: Entry) -> bool:
        """Whether nothing but a comment shares the statement's lines."""
        start, end = entry.span.start, entry.span.end
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return not before.strip("\ufeff \t") and _LINE_END.match(self.text, end) is not None

    def extent(self, entry: Entry) -> tuple[int, int]:
        """From where to where a statement reaches with its comments, separator or lines."""
        start, end = entry.span.start, entry.span.end
        if self.alone(entry):
            tail = _LINE_END.match(self.text, end)
            assert tail is not None
            first = self.text.rfind("\n", 0, start) + 1
            above = _LEADING_COMMENTS.search(self.text, 0, first)
            return (above.start() if above else first), tail.end()
        behind = re.compile(r"[ \t]*;[ \t]*").match(self.text, end)
        if behind:
            return start, behind.end()
        ahead = re.compile(r"[ \t]*;[ \t]*\Z").search(self.text, 0, start)
        return (ahead.start() if ahead else start), end

    def _with_blank_line(self, start: int, end: int) -> int:
        """``start``, or that of the blank line before it if what follows has one too or ends."""
        above = _BLANK_LINE.search(self.text, 0, start)
        below = re.compile(r"[ \t]*(?:\r?\n|\}|\Z)").match(self.text, end)
        return above.start(1) if above and below else start

    def indent(self, entry: Entry) -> str:
        """The blanks that the line of a statement begins with."""
        line = self.text.rfind("\n", 0, entry.span.start) + 1
        blanks = re.compile(r"[ \t]*").match(self.text, line)
        return blanks.group() if blanks else ""

    def _on_one_line(self, block: Block) -> bool:
        return "\n" not in self.text[block.start : block.end]

    # insertion

    def _insert_in_file(self, text: str, before: Entry | None, after: Entry | None) -> None:
        if before is not None and self.alone(before):
            self.add(self.extent(before)[0], text + "\n\n")
            return
        at = self.extent(after)[1] if after is not None else len(self.text)
        lead = "" if at == 0 or self.text[at - 1] == "\n" else "\n"
        tail = "" if at < len(self.text) and self.text[at] in "\r\n" else "\n"
        self.add(at, f"{lead}\n{text}\n" + (tail if at < len(self.text) else ""))

    def _insert_lines(
        self, block: Block, text: str, before: Entry | None, after: Entry | None
    ) -> None:
        neighbour = before or after
        if neighbour is not None:
            if not self.alone(neighbour):
                self._beside(text, neighbour, before is not None)
                return
            start, end = self.extent(neighbour)
            lines = reindented(text + "\n", self.indent(neighbour))
            self.add(start if before else end, lines)
            return
        close = self.text.rfind("\n", 0, block.end) + 1
        outer = re.compile(r"[ \t]*").match(self.text, close)
        depth = (outer.group() if outer else "") + INDENT
        self.add(close, reindented(text + "\n", depth))

    def _beside(self, text: str, neighbour: Entry, before: bool) -> None:
        """Put a statement on the line of another one."""
        if _simple(text):
            at = neighbour.span.start if before else neighbour.span.end
            self.add(at, f"{text}; " if before else f"; {text}")
            return
        depth = self.indent(neighbour)
        lines = reindented(text, depth)
        if before:
            self.add(neighbour.span.start, lines.lstrip() + "\n" + depth)
        else:
            self.add(neighbour.span.end, "\n" + lines + ("" if self._ends(neighbour) else "\n"))

    def _ends(self, entry: Entry) -> bool:
        """Whether the line ends behind a statement."""
        return _LINE_END.match(self.text, entry.span.end) is not None

    def _insert_in_line(
        self, block: Block, text: str, before: Entry | None, after: Entry | None
    ) -> None:
        inside = self.text[block.start : block.end]
        neighbour = before or after
        if _simple(text):
            if neighbour is not None:
                self._beside(text, neighbour, before is not None)
            elif block.id not in self._opened:
                self.replace(block.start, block.end, f" {text} ")
            else:
                raise EditConflict("two insertions into one empty block",
                                   Edit(Span(block.start, block.end, ""), ""))
            self._opened.add(block.id)
            return
        depth = self._depth_of(block)
        lines = reindented(text, depth + INDENT)
        if neighbour is None:
            self.replace(block.start, block.end, f"\n{lines}\n{depth}")
            return
        self._unfold(block, inside, depth)
        at = neighbour.span.start if before else neighbour.span.end
        self.add(at, f"{lines.lstrip()}\n{depth}{INDENT}" if before else f"\n{lines}")

    def _depth_of(self, block: Block) -> str:
        line = self.text.rfind("\n", 0, block.start) + 1
        blanks = re.compile(r"[ \t]*").match(self.text, line)
        return blanks.group() if blanks else ""

    def _unfold(self, block: Block, inside: str, depth: str) -> None:
        """Give each statement of a one-line block a line of its own."""
        if block.id in self._opened:
            return
        self._opened.add(block.id)
        ends = [block.start, *(e.span.end for e in block.entries)]
        starts = [*(e.span.start for e in block.entries), block.end]
        for number, (end, start) in enumerate(zip(ends, starts, strict=True)):
            last = number == len(block.entries)
            self.replace(end, start, "\n" + depth + ("" if last else INDENT))

    def _native(self, text: str) -> str:
        if self.newline == "\n":
            return text
        return text.replace("\r\n", "\n").replace("\n", "\r\n")


def _within(span: Span, start: int, end: int) -> bool:
    """Whether an edit lies inside; insertions at the ends do not."""
    if span.start == span.end:
        return start < span.start < end
    return start <= span.start and span.end <= end


def _simple(text: str) -> bool:
    """Whether a statement may share its line with others."""
    return "\n" not in text and "#" not in text


def _joined(edits: Sequence[Edit]) -> list[Edit]:
    """Insertions at one place as one, in the order given."""
    insertions: dict[int, str] = {}
    others: list[Edit] = []
    for edit in edits:
        if edit.span.start == edit.span.end:
            insertions[edit.span.start] = insertions.get(edit.span.start, "") + edit.text
        else:
            others.append(edit)
    return [*(Edit(Span(at, at, ""), text) for at, text in insertions.items()), *others]


def _in_strings(text: str) -> set[int]:
    """Numbers of lines that begin within a long string: their blanks are content."""
    inside: set[int] = set()
    for match in re.finditer(r'"""(?:[^"\\]|\\.|"(?!""))*"""', text, re.S):
        first = text.count("\n", 0, match.start())
        inside.update(range(first + 1, first + 1 + match.group().count("\n")))
    return inside


def dedent(text: str) -> str:
    """``text`` without the blanks that all its lines begin with; long strings stay."""
    return reindented(text, "")


def reindented(text: str, depth: str) -> str:
    """``text`` with ``depth`` before the least indented of its lines; long strings stay.

    A first line that lost its blanks stands with the others, or with the bracket that closes what
    it opens.
    """
    lines = text.splitlines(keepends=True)
    fixed = _in_strings(text)
    blanks = {n: len(line) - len(line.lstrip(" \t")) for n, line in enumerate(lines)
              if n not in fixed and line.strip()}
    first, *rest = blanks or [-1]
    if rest and not blanks[first]:
        opens = lines[first].rstrip().endswith(("{", "(", "[", ","))
        closes = any(lines[n].lstrip().startswith(("}", ")", "]")) for n in rest)
        common = min(blanks[n] for n in rest) if closes or not opens else 0
        blanks = dict.fromkeys(rest, common)
        lines[first] = depth + lines[first]
    else:
        common = min(blanks.values(), default=0)
    return "".join(
        depth + line[common:] if n in blanks else line for n, line in enumerate(lines))
