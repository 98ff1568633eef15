"""What is wrong, by the statements and blocks it is wrong in, each with an address.

A statement is addressed by its id, as in patches (``area.m``, ``area@answer#2``), ``area@answer
head`` is a block's first line. Where something cannot be read, statements have no numbers, so what
has no name is addressed by lines (``line 7``, ``lines 7-12``), counted from where the text in
question begins; where braces do not match, everything is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ...diagnostics import Edit, Finding, Source, Span
from ...patch.draft import reindented
from ...patch.index import Entry, Index
from ...syntax import apply_edits, tree
from ...syntax.edits import EditConflict
from .bench import Judged

_LINES = re.compile(r"\W*lines?\s+(\d+)(?:\s*(?:-|–|to|\.\.)\s*(\d+))?\W*", re.I)
_HEAD = re.compile(r"(.*\S)\s+head", re.I)
_BLOCK_LINE = re.compile(r"[ \t]*(?:objects|beat|scene|let|param|for)\b")

BLOCKS = (tree.Beat, tree.Objects)
UNMATCHED = ("C2V004", "C2V005", "C2V006", "C2V007")
"""Codes after which it is uncertain which block a statement stands in."""

_OPENING = (*BLOCKS, tree.Scene, tree.OnBlock, tree.ForObjects, tree.ForActions, tree.ForBeats,
            tree.Together, tree.Stagger, tree.When)
_DECLARING = (tree.ObjectDecl, tree.Let, tree.Param, tree.Component, tree.ActionDef, tree.Template)

_Placing = Callable[[Finding], "list[tuple[str, Span]]"]
_Wanted = Callable[[Entry], bool]


@dataclass(frozen=True)
class Spot:
    """A piece of a text with what is wrong in it."""

    address: str
    span: Span
    text: str
    findings: tuple[Finding, ...]


class Unplaced(Exception):
    """An answer that cannot be put into the text: a sentence."""


class Places:
    """The addresses of a judged text."""

    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        self.text = judged.whole
        self.start = len(judged.head)
        self.source = Source("", judged.text)
        matched = not any(f.code in UNMATCHED for f in judged.findings)
        self.index = Index(judged.result.parsed.tree, self.text) if matched else None

    def statements(self) -> list[Spot]:
        """The smallest statements with everything that is wrong, in order."""
        return self._spots(self.judged.wrong, self._statement)

    def blocks(self) -> list[Spot]:
        """The beats and blocks of objects around everything that is wrong."""
        return self._spots(self.judged.wrong, self._block)

    def used(self, spots: Iterable[Spot]) -> list[str]:
        """The statements of the head that declare what ``spots`` name."""
        words = {word for spot in spots for word in re.findall(r"[A-Za-z_]\w*", spot.text)}
        found = {entry.span: self._flat(entry) for entry in self.index or ()
                 if isinstance(entry.node, _DECLARING) and entry.node.name.text in words
                 and entry.span.end <= self.start}
        return [found[span] for span in sorted(found)]

    def changed(self, changes: Mapping[str, str]) -> str:
        """The text with what stands at addresses written anew; empty takes it away.

        Raises:
            Unplaced: an address means nothing, or two changes are at odds.
        """
        edits = [self._edit(address, text) for address, text in changes.items()]
        try:
            return apply_edits(self.text, edits)[self.start :]
        except EditConflict:
            raise Unplaced("Two of the changes are for the same place; give one.") from None

    def _shown(self, span: Span) -> str:
        """A piece of the text without the blanks that its lines begin with."""
        line = self.text.rfind("\n", 0, span.start) + 1
        before = self.text[line : span.start]
        text = self.text[span.start : span.end]
        return text if before.strip() else reindented(before + text, "")

    # addresses

    def _spots(self, findings: Iterable[Finding], place: _Placing) -> list[Spot]:
        found: dict[str, tuple[Span, list[Finding]]] = {}
        for finding in findings:
            for address, span in place(finding):
                found.setdefault(address, (span, []))[1].append(finding)
        spots = [Spot(address, span, self._shown(span), tuple(told))
                 for address, (span, told) in found.items()]
        spots.sort(key=lambda spot: (spot.span.start, -spot.span.end))
        return [spot for spot in spots if not any(
            other is not spot and other.span.start <= spot.span.start
            and spot.span.end <= other.span.end and not (
                other.span == spot.span and other.address > spot.address)
            for other in spots)]

    def _statement(self, finding: Finding) -> list[tuple[str, Span]]:
        spans = [finding.span] if finding.span.end > self.start else []
        if finding.code.startswith("C2V7"):
            spans += [r.span for r in finding.related
                      if r.span.start >= self.start and not r.label.startswith("seen in beat")]
        if not spans:
            spans = [r.span for r in finding.related if r.span.start >= self.start]
        if self.index is None:
            return [self._lines(span, span) for span in spans]
        return [self._smallest(span) for span in spans]

    def _block(self, finding: Finding) -> list[tuple[str, Span]]:
        spans = [span for _, span in self._statement(finding)] + [
            r.span for r in finding.related
            if r.span.start >= self.start and r.label.startswith("seen in beat")]
        if self.index is None:
            return [self._segment(span) for span in spans]
        return [self._enclosing(span) for span in spans]

    def _smallest(self, span: Span) -> tuple[str, Span]:
        entry = self._holding(span, lambda e: True)
        if entry is None:
            return self._lines(span, span)
        block = entry.block
        inside = block is not None and span.start >= block.start and span.end < entry.span.end
        if inside or self._uncounted(entry.id):
            return self._lines(span, span)
        if block is not None and span.start < block.start and isinstance(entry.node, _OPENING):
            return f"{entry.id} head", Span(entry.span.start, block.start, "")
        return entry.id, entry.span

    def _enclosing(self, span: Span) -> tuple[str, Span]:
        entry = self._holding(span, lambda e: isinstance(e.node, BLOCKS)) or self._holding(
            span, lambda e: True)
        return (entry.id, entry.span) if entry is not None else self._lines(span, span)

    def _holding(self, span: Span, wanted: _Wanted) -> Entry | None:
        assert self.index is not None
        around = [e for e in self.index if e.home is not None and e.span.start >= self.start
                  and e.span.start <= span.start and span.end <= e.span.end and wanted(e)]
        return min(around, key=lambda e: e.span.end - e.span.start, default=None)

    def _uncounted(self, address: str) -> bool:
        return "#" in address and not self.judged.parsed

    def _lines(self, first: Span, last: Span) -> tuple[str, Span]:
        a = self.source.position(max(0, first.start - self.start)).line
        b = self.source.position(max(0, last.end - 1 - self.start, first.start - self.start)).line
        return self._range(a, b)

    def _range(self, first: int, last: int) -> tuple[str, Span]:
        lines = self.judged.text.splitlines(keepends=True)
        last = min(last, max(1, len(lines)))
        first = min(first, last)
        start = self.start + sum(map(len, lines[: first - 1]))
        end = start + sum(map(len, lines[first - 1 : last]))
        if self.text[start:end].endswith("\n"):
            end -= 1
        return (f"line {first}" if first == last else f"lines {first}-{last}"), Span(start, end, "")

    def _segment(self, span: Span) -> tuple[str, Span]:
        """The lines from one that begins a block to the next such line."""
        lines = self.judged.text.splitlines()
        here = self.source.position(max(0, span.start - self.start)).line
        depth = min((len(x) - len(x.lstrip()) for x in lines[1:] if _BLOCK_LINE.match(x)),
                    default=0)
        begins = [n for n, line in enumerate(lines, 1) if n > 1 and _BLOCK_LINE.match(line)
                  and len(line) - len(line.lstrip()) == depth]
        first = max((n for n in begins if n <= here), default=1)
        last = min((n for n in begins if n > here), default=len(lines) + 1) - 1
        return self._range(first, last)

    # answers

    def _edit(self, address: str, text: str) -> Edit:
        span = self._span(address)
        if span is None:
            raise Unplaced(f"There is nothing called `{address}`.")
        if span.start < self.start:
            raise Unplaced(f"`{address}` cannot be changed here.")
        text = text.strip("\n")
        line = self.text.rfind("\n", 0, span.start) + 1
        before = self.text[line : span.start]
        if not text.strip():
            return self._gone(span, before)
        blanks = re.match(r"[ \t]*", self.text[line:])
        depth = blanks.group() if blanks else ""
        new = reindented(text, depth)
        return Edit(span, new if not before else new[len(depth) :])

    def _gone(self, span: Span, before: str) -> Edit:
        """Taken away, with its line if it has one of its own."""
        end = self.text.find("\n", span.end)
        end = len(self.text) if end < 0 else end
        if before.strip() or self.text[span.end : end].strip():
            return Edit(span, "")
        return Edit(Span(span.start - len(before), min(len(self.text), end + 1), ""), "")

    def _span(self, address: str) -> Span | None:
        address = address.strip().strip("`")
        if match := _LINES.fullmatch(address):
            first, last = int(match[1]), int(match[2] or match[1])
            count = len(self.judged.text.splitlines())
            return self._range(first, last)[1] if 1 <= first <= last <= count else None
        if self.index is None or self._uncounted(address):
            return None
        if match := _HEAD.fullmatch(address):
            entry = self.index.find(match[1])
            if entry is None or entry.block is None:
                return None
            return Span(entry.span.start, entry.block.start, "")
        entry = self.index.find(address)
        return entry.span if entry is not None and entry.home is not None else None

    def _flat(self, entry: Entry) -> str:
        """A statement that declares something, shown where it is used: with its id, and of a
        component, template or action the first line alone."""
        text = self.text[entry.span.start : entry.span.end]
        if entry.block is not None:
            text = self.text[entry.span.start : entry.block.start] + " … }"
        return f"{entry.id}: {text}"

