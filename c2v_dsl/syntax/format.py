"""The formatter: one canonical form, comments kept, meaning never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from ..diagnostics import Finding, has_errors
from . import tree
from .layout import STEP, WIDTH, flat, lay_out
from .parser import parse
from .printer import statement


@dataclass(frozen=True, slots=True)
class FormatResult:
    """``text`` is None if the file has errors; ``findings`` are those of the parser."""

    text: str | None
    findings: tuple[Finding, ...]


def format_source(text: str, path: str = "<stdin>") -> FormatResult:
    """The canonical form of a storyboard.

    Line ends stay as the file has them; a byte order mark goes. Comments stay with what they stand
    at; one blank line stays where there were any.

    Raises:
        AssertionError: the formatter has a bug and would have changed the file's meaning.
    """
    parsed = parse(text, path)
    if has_errors(parsed.findings):
        return FormatResult(None, parsed.findings)
    result = print_file(parsed.tree, text)
    again = parse(result, path)
    if not (same(parsed.tree, again.tree) and print_file(again.tree, result) == result):
        raise AssertionError(f"formatting {path} would change what it means")
    first = text.find("\n")
    if first > 0 and text[first - 1] == "\r":
        result = result.replace("\n", "\r\n")
    return FormatResult(result, parsed.findings)


def print_file(file: tree.File, source: str = "") -> str:
    """The text of a tree. Comments and blank lines are taken over from ``source``, if it is given;
    without it a blank line stands between scenes and between beats."""
    writer = _Writer(file.comments, source)
    writer.file(file)
    return "\n".join(writer.lines) + "\n" if writer.lines else ""


def same(one: Any, other: Any) -> bool:
    """Whether two trees mean the same: equal but for spans and the kind of line ends."""
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if is_dataclass(one) and type(one) is type(other):
        return all(
            same(getattr(one, field.name), getattr(other, field.name))
            for field in fields(one) if field.name not in ("span", "piece_spans")
        )
    return bool(one == other)


@dataclass(frozen=True, slots=True)
class _Edition:
    start: int
    end: int


def body_of(node: object) -> tuple[Any, ...] | None:
    """The statements in a node's block, in the order of the file; None if it has no block."""
    match node:
        case tree.Storyboard(settings=settings):
            return settings
        case tree.Scene(body=tree.SceneBody() as body) | tree.Template(body=body):
            items: list[Any] = [*body.lets, *body.objects, *body.beats]
            return tuple(sorted(items, key=lambda item: item.span.start))
        case tree.Scene():
            return None
        case (
            tree.Component(body=body) | tree.ActionDef(body=body) | tree.Objects(body=body)
            | tree.OnBlock(body=body) | tree.ForObjects(body=body) | tree.Beat(body=body)
            | tree.Together(body=body) | tree.Stagger(body=body) | tree.When(body=body)
            | tree.ForBeats(body=body) | tree.ForActions(body=body)
        ):
            return body
    return None


class _Writer:
    def __init__(self, comments: tuple[tree.Comment, ...], source: str) -> None:
        self.comments = list(comments) if source else []
        self.source = source
        self.lines: list[str] = []
        self._next = 0

    def file(self, file: tree.File) -> None:
        items: list[Any] = [*file.items]
        if file.storyboard:
            items.insert(0, file.storyboard)
        items.sort(key=lambda item: item.span.start)
        if file.edition is not None:
            at = self._edition()
            end = items[0].span.start if items else len(self.source)
            found = re.match(r"c2v[ \t]+\d+", self.source[at:end])
            items.insert(0, _Edition(at, at + (found.end() if found else 0)))
        self._block(items, "", len(self.source))

    def _edition(self) -> int:
        at = 0
        while found := re.compile(r"[\s\ufeff]+|#[^\n\r]*").match(self.source, at):
            at = found.end()
        return at

    def _block(self, items: list[Any], indent: str, end: int) -> None:
        """The statements of a block that ends at ``end``, with the comments between them."""
        before: int | None = None
        for item in items:
            start, stop = _range(item)
            before = self._own_line(start, indent, before)
            if before is not None and self._blank(before, start, item):
                self.lines.append("")
            self._item(item, indent)
            before = self._trailing(stop)
        self._own_line(end, indent, before)

    def _own_line(self, until: int, indent: str, before: int | None) -> int | None:
        """Comments before ``until``; where the last of them, or what was before, ends."""
        while self._next < len(self.comments):
            comment = self.comments[self._next]
            if comment.span.start >= until:
                break
            if before is not None and self._blank(before, comment.span.start, comment):
                self.lines.append("")
            self.lines.append(indent + comment.text)
            before = comment.span.end
            self._next += 1
        return before

    def _trailing(self, stop: int) -> int:
        """The comment behind a statement that ends at ``stop``, on the same line."""
        if self._next < len(self.comments):
            comment = self.comments[self._next]
            between = self.source[stop : comment.span.start]
            if not comment.own_line and "\n" not in between and "\r" not in between:
                self.lines[-1] += f"  {comment.text}"
                self._next += 1
                return comment.span.end
        return stop

    def _blank(self, before: int, start: int, item: object) -> bool:
        if not self.source:
            return isinstance(item, (tree.Scene, tree.Template, tree.Component, tree.ActionDef,
                                     tree.Beat, tree.Objects))
        return len(re.findall(r"\r\n|\n|\r", self.source[before:start])) > 1

    def _item(self, item: Any, indent: str) -> None:
        if isinstance(item, _Edition):
            self.lines.append("c2v 1")
            return
        body = body_of(item)
        start, end = _range(item)
        inner = self._inside(start, body[0].span.start if body else end)
        if body is None:
            if inner:
                self._verbatim(item, indent)
            else:
                self.lines.append(indent + lay_out(statement(item), indent))
            return
        head = statement(item)
        if self._one_line(item, body, indent):
            return
        header = [comment for comment in inner if not comment.own_line]
        inside = [*header, *(comment for comment in inner if comment.own_line)]
        text = lay_out(head, indent)
        if not body and not self._inside(start, end):
            self.lines.append(f"{indent}{text} {{}}")
            return
        self.lines.append(f"{indent}{text} {{")
        if header:
            self.lines[-1] += f"  {header[0].text}"
            self.comments[self._next : self._next + len(inside)] = inside
            self._next += 1
        self._block(list(body), indent + STEP, end)
        self.lines.append(indent + "}")

    def _inside(self, start: int, end: int) -> list[tree.Comment]:
        found: list[tree.Comment] = []
        for comment in self.comments[self._next :]:
            if comment.span.start >= end:
                break
            if comment.span.start > start:
                found.append(comment)
        return found

    def _one_line(self, item: Any, body: tuple[Any, ...], indent: str) -> bool:
        """Write a block on one line if it was, and still can be."""
        start, end = _range(item)
        if not body or not self.source or re.search(r"[\r\n]", self.source[start:end]):
            return False
        line = indent + _flat_block(item)
        if len(line) > WIDTH:
            return False
        self.lines.append(line)
        return True

    def _verbatim(self, item: Any, indent: str) -> None:
        """A statement with comments within it stays as it is; only its lines move together."""
        start, end = _range(item)
        text = self.source[start:end].replace("\r\n", "\n")
        old = len(self.source[: start].rsplit("\n", 1)[-1])
        first, *rest = text.split("\n")
        shift = len(indent) - old
        if '"""' not in text:
            rest = [_shifted(line, shift) for line in rest]
        self.lines.append("\n".join([indent + first, *rest]))
        while self._next < len(self.comments) and self.comments[self._next].span.start < end:
            self._next += 1


def _shifted(line: str, shift: int) -> str:
    stripped = line.lstrip(" \t")
    width = max(0, len(line) - len(stripped) + shift)
    return (" " * width + stripped).rstrip()


def _flat_block(item: Any) -> str:
    body = body_of(item)
    head = flat(statement(item))
    if body is None:
        return head
    inner = "; ".join(_flat_block(part) for part in body)
    return f"{head} {{ {inner} }}" if inner else f"{head} {{}}"


def _range(item: Any) -> tuple[int, int]:
    if isinstance(item, _Edition):
        return item.start, item.end
    return item.span.start, item.span.end
