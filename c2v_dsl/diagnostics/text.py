"""Findings as text for people: the sentence, the lines it speaks of, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .display import WIDEST, Columns, clip, display
from .finding import Edit, Finding, Fix
from .ordering import arranged, tally
from .span import Source, Span

_RESET = "\x1b[0m"
_TONES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
    "help": "\x1b[1;32m",
    "added": "\x1b[32m",
    "removed": "\x1b[31m",
    "frame": "\x1b[34m",
    "second": "\x1b[1;34m",
    "strong": "\x1b[1m",
}
_PREVIEW_LINES = 8


def format_findings(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    *,
    color: bool = False,
    summary: bool = True,
) -> str:
    """All findings, file by file in the order of the text, then a line that counts them.

    Args:
        findings: in any order; those said twice are said once.
        sources: the text of each file by its path; without it a finding has no snippet.
        color: with ANSI colours, for a terminal.
        summary: end with ``3 errors and 1 warning in lesson.c2v``.

    Returns:
        Text that ends in a newline, or nothing where there are no findings.
    """
    ordered = arranged(findings)
    if not ordered:
        return ""
    blocks = [format_finding(finding, sources, color=color) for finding in ordered]
    if summary:
        worst = ordered_worst(ordered)
        blocks.append(_tone(tally(ordered), worst, color) + "\n")
    return "\n".join(blocks)


def ordered_worst(findings: Sequence[Finding]) -> str:
    """The gravest level among ``findings``."""
    levels = {finding.level for finding in findings}
    return next(level for level in ("error", "warning", "note") if level in levels)


def format_finding(
    finding: Finding, sources: Mapping[str, Source], *, color: bool = False
) -> str:
    """One finding as text, ended by a newline."""
    return _Report(finding, sources, color).text()


def _tone(text: str, tone: str, color: bool) -> str:
    return f"{_TONES[tone]}{text}{_RESET}" if color and text else text


@dataclass(frozen=True)
class _Mark:
    """An underline on one line, in columns of the line as displayed; the last one is left out."""

    start: int
    end: int
    label: str
    primary: bool

    def moved(self, by: int) -> _Mark:
        """The mark on a line cut on the left by ``by`` columns; it never leaves the page."""
        start = max(0, self.start - by)
        return replace(self, start=start, end=max(start + 1, min(self.end - by, WIDEST + 1)))


class _Report:
    def __init__(self, finding: Finding, sources: Mapping[str, Source], color: bool) -> None:
        self.finding = finding
        self.sources = sources
        self.color = color
        self.rows: list[str] = []
        self.gutter = len(str(max(self._line_numbers(), default=1)))

    def text(self) -> str:
        finding = self.finding
        head = self.tone(f"{finding.level}[{finding.code} {finding.name}]", finding.level)
        self.rows.append(f"{head}: {self.tone(finding.message, 'strong')}")
        by_file: dict[str, list[tuple[Span, str, bool]]] = {
            finding.span.path: [(finding.span, finding.label, True)]
        }
        for related in finding.related:
            place = (related.span, related.label, False)
            by_file.setdefault(related.span.path, []).append(place)
        for path, places in by_file.items():
            self.snippet(path, places)
        if finding.help:
            self.remark("help", finding.help)
        if finding.fix is not None:
            self.fix(finding.fix)
        return "\n".join(self.rows) + "\n"

    def tone(self, text: str, tone: str) -> str:
        return _tone(text, tone, self.color)

    def row(self, number: int | str, text: str = "", mark: str = "|") -> None:
        left = self.tone(f"{number:>{self.gutter}} {mark}", "frame")
        self.rows.append(f"{left} {text}" if text else left)

    def remark(self, word: str, text: str) -> None:
        lines = text.splitlines() or [""]
        edge = self.tone(f"{'':>{self.gutter}} =", "frame")
        self.rows.append(f"{edge} {self.tone(word + ':', 'help')} {lines[0]}")
        indent = " " * (self.gutter + len(word) + 5)
        self.rows.extend(indent + line for line in lines[1:])

    def _line_numbers(self) -> Iterable[int]:
        spans = [self.finding.span, *(related.span for related in self.finding.related)]
        if self.finding.fix is not None:
            spans += [edit.span for edit in self.finding.fix.edits]
        for span in spans:
            source = self.sources.get(span.path)
            if source is not None:
                yield source.position(max(span.start, span.end - 1)).line

    def snippet(self, path: str, places: list[tuple[Span, str, bool]]) -> None:
        source = self.sources.get(path)
        first = places[0][0]
        arrow = self.tone(f"{'':>{self.gutter}}{'-->' if places[0][2] else ':::'}", "frame")
        if source is None:
            self.rows.append(f"{arrow} {path}")
            return
        at = source.position(first.start)
        self.rows.append(f"{arrow} {path}:{at.line}:{at.column}")
        self.row("")
        marks: dict[int, list[_Mark]] = {}
        block: tuple[int, int, str] | None = None
        for span, label, primary in places:
            start = source.position(span.start)
            last = source.position(max(span.start, span.end - 1))
            if primary and last.line > start.line:
                block = (start.line, last.line, label)
                continue
            columns = Columns(source.line(start.line))
            left = columns.at(start.column)
            right = (
                columns.at(last.column + 1) if last.line == start.line else columns.width
            )
            if span.end <= span.start:
                right = left + 1
            mark = _Mark(left, max(right, left + 1), label, primary)
            marks.setdefault(start.line, []).append(mark)
        self.lines(source, marks, block)

    def lines(
        self,
        source: Source,
        marks: dict[int, list[_Mark]],
        block: tuple[int, int, str] | None,
    ) -> None:
        shown = set(marks)
        if block is not None:
            first, last, _ = block
            shown |= {first, last} | ({first + 1} if last - first <= 3 else set())
            shown |= {last - 1} if last - first <= 3 else set()
        previous = 0
        for number in sorted(shown):
            inside = block is not None and block[0] < number <= block[1]
            if previous and number == previous + 2:
                between = previous + 1
                edge = "| " if inside else "  " if block is not None else ""
                self.row(between, edge + display(source.line(between)))
            elif previous and number > previous + 2:
                self.rows.append(self.tone("." * max(3, self.gutter), "frame"))
            previous = number
            edge = ""
            if block is not None:
                edge = "/ " if number == block[0] else "| " if inside else "  "
            here = marks.get(number, [])
            around = min((mark.start for mark in here), default=0)
            text, by = clip(display(source.line(number)), around)
            here = [mark.moved(by) for mark in here]
            level = self.finding.level
            self.row(number, self.tone(edge[:1].strip(), level).ljust(1) + edge[1:] + text
                     if edge else text)
            pad = ""
            if block is not None:
                pad = self.tone("|", level) + " " if block[0] <= number < block[1] else "  "
            for under in self.underline(here):
                self.row("", pad + under)
            if block is not None and number == block[1]:
                width = Columns(source.line(number)).width
                foot = "|" + "_" * max(1, width) + "^" + (f" {block[2]}" if block[2] else "")
                self.row("", self.tone(foot, level))

    def underline(self, marks: list[_Mark]) -> list[str]:
        if not marks:
            return []
        level = self.finding.level
        width = max(mark.end for mark in marks)
        cells: list[tuple[str, str]] = [(" ", "")] * width
        for mark in sorted(marks, key=lambda m: m.primary):
            for column in range(mark.start, mark.end):
                cells[column] = ("^", level) if mark.primary else ("-", "second")
        ordered = sorted(marks, key=lambda m: (m.start, m.end))
        last = ordered[-1]
        inline = all(mark.end <= last.start for mark in ordered[:-1])
        row = self.paint(cells)
        waiting = [mark for mark in ordered if mark.label]
        if inline and last.label:
            row += " " + self.tone(last.label, level if last.primary else "second")
            waiting = [mark for mark in waiting if mark is not last]
        rows = [row]
        while waiting:
            mark = waiting.pop()
            stems = [(" ", "")] * mark.start
            for other in waiting:
                if other.start < mark.start:
                    stems[other.start] = ("|", level if other.primary else "second")
            tone = level if mark.primary else "second"
            rows.append(self.paint(stems) + self.tone(mark.label, tone))
        return rows

    def paint(self, cells: list[tuple[str, str]]) -> str:
        out: list[str] = []
        at = 0
        while at < len(cells):
            tone = cells[at][1]
            end = at
            while end < len(cells) and cells[end][1] == tone:
                end += 1
            run = "".join(cell for cell, _ in cells[at:end])
            out.append(self.tone(run, tone) if tone else run)
            at = end
        return "".join(out)

    def fix(self, fix: Fix) -> None:
        self.remark("fix" if fix.applicability == "safe" else "perhaps", fix.title)
        paths = {edit.span.path for edit in fix.edits}
        if len(paths) != 1:
            return
        source = self.sources.get(paths.pop())
        if source is None:
            return
        for number, sign, text in _preview(source, fix.edits):
            tone = "added" if sign == "+" else "removed"
            label = str(number) if number else ""
            left = self.tone(f"{label:>{self.gutter}}", "frame")
            self.rows.append(f"{left} {self.tone(f'{sign} {text}'.rstrip(), tone)}")


def _preview(source: Source, edits: tuple[Edit, ...]) -> list[tuple[int, str, str]]:
    """The lines that ``edits`` take away and put there, at most a handful."""
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    first = source.position(start).line
    last = source.position(end).line
    base = start - (source.position(start).column - 1)
    old = "\n".join(source.line(number) for number in range(first, last + 1))
    new = old
    for edit in sorted(edits, key=lambda e: e.span.start, reverse=True):
        new = new[: edit.span.start - base] + edit.text + new[edit.span.end - base :]
    before, after = old.split("\n"), new.split("\n")
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    gone = before[head : len(before) - tail]
    come = after[head : len(after) - tail]
    if len(gone) + len(come) > _PREVIEW_LINES:
        return []
    rows = [(first + head + at, "-", display(line)) for at, line in enumerate(gone)]
    return rows + [(first + head + at, "+", display(line)) for at, line in enumerate(come)]
