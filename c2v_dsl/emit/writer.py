"""Python text, line by line, with the map back to the storyboard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from ..diagnostics import Source, Span
from .source_map import Mapping

WIDTH = 100
STEP = "    "


class Writer:
    """Collects lines; ``statement`` adds the place it came from as a comment and to the map."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.lines: list[str] = []
        self.map: list[Mapping] = []
        self._sources = sources

    def line(self, text: str = "", indent: int = 0) -> None:
        self.lines.append(STEP * indent + text if text else "")

    def statement(self, text: str | list[str], indent: int, span: Span | None, id: str) -> None:
        """One statement of one or more lines."""
        lines = [text] if isinstance(text, str) else text
        first = len(self.lines) + 1
        comment = self._comment(span)
        for number, line in enumerate(lines):
            full = STEP * indent + line
            if number == 0 and comment:
                full += comment
            self.lines.append(full)
        if span:
            self.map.append(Mapping(first, len(self.lines), span, id))

    def _comment(self, span: Span | None) -> str:
        """``# determinant.c2v:13``, or nothing where the file's text is not at hand."""
        source = self._sources.get(span.path) if span else None
        if span is None or source is None:
            return ""
        return f"  # {PurePath(span.path).name}:{source.position(span.start).line}"

    def text(self) -> str:
        return "\n".join(self.lines).rstrip() + "\n"


def call(head: str, args: Iterable[str], tail: str = "", indent: int = 0) -> list[str]:
    """``head(args)tail`` on one line, or with an argument a line where it would be too long."""
    args = list(args)
    flat = f"{head}({', '.join(args)}){tail}"
    if len(STEP) * indent + len(flat) <= WIDTH or not args:
        return [flat]
    return [f"{head}(", *(f"{STEP}{arg}," for arg in args), f"){tail}"]
