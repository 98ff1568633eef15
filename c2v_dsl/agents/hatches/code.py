"""Hatches of a storyboard, and their code as it stands between the quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ...diagnostics import Edit, Span
from ...patch.index import Index
from ...syntax import ParseResult, tree

HatchKind = Literal["object", "action"]

BY = re.compile(r"\A\s*# by (.+)")
"""The first line of code that a model wrote and nobody has vouched for."""


class HatchCode:
    """The code of a hatch without the indentation that all its lines share.

    Attributes:
        raw: as it stands in the storyboard.
        text: what Python sees; its line 1 is the first line of ``raw`` with code on it.
        skipped: lines of ``raw`` before that.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._raw_lines = raw.splitlines(keepends=True)
        full = [line for line in self._raw_lines if line.strip()]
        self.skipped = next((n for n, line in enumerate(self._raw_lines) if line.strip()), 0)
        tail = next((n for n, line in enumerate(reversed(self._raw_lines)) if line.strip()), 0)
        self._end = len(self._raw_lines) - tail
        self.prefix = _common([_indent(line) for line in full])
        self._kept = self._raw_lines[self.skipped : self._end]
        self.text = "".join(self._stripped(line) for line in self._kept).rstrip("\r\n") + "\n"

    def _stripped(self, line: str) -> str:
        body = line.rstrip("\r\n")
        return (body[len(self.prefix):] if body.strip() else "") + "\n"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Lines of ``text``, without their ends."""
        return tuple(self.text.splitlines())

    def line_of(self, raw_line: int) -> int:
        """The line of ``text`` that line ``raw_line`` (from 1) of ``raw`` is."""
        return min(max(raw_line - self.skipped, 1), len(self.lines))

    def offset(self, line: int, column: int) -> int:
        """Where line ``line`` (from 1), column ``column`` (from 0) of ``text`` is in ``raw``."""
        number = line - 1 + self.skipped
        if number >= len(self._raw_lines):
            return len(self.raw)
        before = sum(map(len, self._raw_lines[:number]))
        here = self._raw_lines[number].rstrip("\r\n")
        return before + min(len(here), column + len(self.prefix))

    def replaced(self, new: str) -> str:
        """``raw`` with ``new`` for ``text``; lines at both ends that stay keep their bytes."""
        old, lines = list(self.lines), new.rstrip("\n").split("\n")
        limit = min(len(old), len(lines))
        head = next((i for i in range(limit) if old[i] != lines[i]), limit)
        rest = limit - head
        tail = next((i for i in range(rest) if old[-1 - i] != lines[-1 - i]), rest)
        end = "\r\n" if "\r\n" in self.raw else "\n"
        middle = [(self.prefix + line if line.strip() else "") + end
                  for line in lines[head : len(lines) - tail]]
        first = self.skipped + head
        pieces = [*self._raw_lines[:first], *middle,
                  *self._raw_lines[self._end - tail :]]
        if middle and not tail and self._end == len(self._raw_lines) and not (
                self.raw.endswith("\n")):
            pieces[-1] = pieces[-1].rstrip("\r\n")
        return "".join(pieces)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _common(indents: list[str]) -> str:
    if not indents:
        return ""
    low, high = min(indents), max(indents)
    same = next((i for i, char in enumerate(low) if char != high[i]), len(low))
    return low[:same]


@dataclass(frozen=True)
class Hatch:
    """A hatch of a storyboard's own file.

    Attributes:
        id: its address, as patches have it: ``area.spiral``, ``area@draw#2``.
        scene: the scene (or template, component, action) it stands in.
        beat: the id of an action's beat.
        intent: what it draws or does, in words.
        node: its statement.
        code: None where it has none yet.
    """

    id: str
    kind: HatchKind
    scene: str
    beat: str
    intent: str
    node: tree.ObjectDecl | tree.HatchAct
    code: HatchCode | None

    @property
    def code_span(self) -> Span | None:
        """Between the quotes."""
        if self.node.code is None:
            return None
        span = self.node.code.span
        return Span(span.start + 3, span.end - 3, span.path)

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> Span:
        """The storyboard's place of a place in the code, given as lines from 1 and columns
        from 0."""
        inside = self.code_span
        assert inside is not None
        assert self.code is not None
        return Span(inside.start + self.code.offset(*start), inside.start + self.code.offset(*end),
                    inside.path)

    def edit(self, new: str) -> Edit:
        """The edit that makes ``new`` the hatch's code, where it has one."""
        span = self.code_span
        assert span is not None
        assert self.code is not None
        return Edit(span, self.code.replaced(new))

    @property
    def by(self) -> str:
        """The model that wrote the code, or nothing for a person's."""
        found = BY.match(self.code.text) if self.code else None
        return found[1].strip() if found else ""

    @property
    def names(self) -> tuple[str, ...]:
        """What people may call it."""
        return (self.id, self.id.partition(".")[2] or self.id.partition("@")[2])


def hatches_of(parsed: ParseResult) -> list[Hatch]:
    """The hatches that stand in a storyboard's own file, in the order of the text."""
    index = Index(parsed.tree, parsed.source.text)
    found: dict[int, Hatch] = {}
    for entry in index:
        node = entry.node
        if node.span.start in found:
            continue
        match node:
            case tree.ObjectDecl(call=tree.Call(func=tree.Name(text="python"), args=args)):
                kind: HatchKind = "object"
            case tree.HatchAct(call=tree.Call(args=args)):
                kind = "action"
            case _:
                continue
        said = args[0].value if args else None
        intent = said.raw if isinstance(said, tree.Str) else ""
        beat = entry.id.partition("#")[0] if kind == "action" else ""
        code = HatchCode(node.code.raw) if node.code is not None and node.code.raw.strip() else None
        found[node.span.start] = Hatch(entry.id, kind, entry.scene, beat, intent, node, code)
    return [found[start] for start in sorted(found)]
