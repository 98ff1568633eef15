"""Python text, line by line, with the map back to the storyboard."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable
from pathlib import PurePath

from ..diagnostics import Source, Span
from .source_map import Mapping

WIDTH = 92
"""Columns of code; the place it came from may stand behind."""

STEP = "    "


class Writer:
    """Collects lines; ``statement`` adds the place it came from as a comment and to the map."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.lines: list[str] = []
        self.map: list[Mapping] = []
        self._sources = sources
        self._function_above = False

    def line(self, text: str = "", indent: int = 0) -> None:
        self.lines.append(STEP * indent + text if text else "")
        self._function_above = False

    def statement(self, text: str | list[str], indent: int, span: Span | None, id: str) -> None:
        """One statement of one or more lines."""
        lines = [text] if isinstance(text, str) else text
        first = len(self.lines) + 1
        self._function_above = any(line.lstrip().startswith("return ") for line in lines)
        comment = self._comment(span)
        for number, line in enumerate(lines):
            full = STEP * indent + line
            if number == 0 and comment:
                full += comment
            self.lines.append(full)
        if span:
            self.map.append(Mapping(first, len(self.lines), span, id))

    def apart(self, indent: int, of_functions: bool) -> None:
        """Leave blank lines between a function, or what follows one, and what stands above."""
        last = self.lines[-1] if self.lines else ""
        if not last or last.endswith(":") or not (of_functions or self._function_above):
            return
        self.lines.extend([""] * (1 if indent else 2))

    def _comment(self, span: Span | None) -> str:
        """``# determinant.c2v:13``, or nothing where the file's text is not at hand."""
        source = self._sources.get(span.path) if span else None
        if span is None or source is None:
            return ""
        return f"  # {PurePath(span.path).name}:{source.position(span.start).line}"

    def text(self) -> str:
        return "\n".join(self.lines).rstrip() + "\n"


Link = tuple[str, list[str]]
"""A call in a chain: its name and its arguments."""


def call(name: str, args: Iterable[str], indent: int = 0) -> list[str]:
    """``name(args)`` on one line, or with an argument a line where it would be too long."""
    args = list(args)
    flat = f"{name}({', '.join(args)})"
    if len(STEP) * indent + len(flat) <= WIDTH or not args:
        return [flat]
    return [f"{name}(", *(f"{STEP}{arg}," for arg in args), ")"]


def filled(code: str, indent: int) -> list[str]:
    """A statement on one line, or on as few as hold it, broken behind commas inside brackets."""
    if len(STEP) * indent + len(code) <= WIDTH:
        return [code]
    breaks, depth = [], 0
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.OP:
            depth += (token.string in "([{") - (token.string in ")]}")
            if token.string == "," and depth:
                breaks.append(token.end[1])
    lines: list[str] = []
    begin = 0
    for here, after in zip(breaks, [*breaks[1:], len(code)], strict=True):
        room = WIDTH - len(STEP) * (indent + bool(lines))
        if after - begin > room:
            lines.append(STEP * bool(lines) + code[begin:here].strip())
            begin = here
    return [*lines, STEP * bool(lines) + code[begin:].strip()]


def chain(target: str, links: list[Link], indent: int) -> list[str]:
    """``target = first(…).second(…)``, with a call a line where one line would be too long."""
    flat = f"{target} = " + ".".join(f"{name}({', '.join(args)})" for name, args in links)
    if len(STEP) * indent + len(flat) <= WIDTH:
        return [flat]
    if len(links) == 1:
        return call(f"{target} = {links[0][0]}", links[0][1], indent)
    lines = [f"{target} = ("]
    for number, (name, args) in enumerate(links):
        head = f".{name}" if number else name
        lines.extend(STEP + line for line in call(head, args, indent + 1))
    return [*lines, ")"]
