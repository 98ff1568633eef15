"""Which line of a storyboard an emitted line came from."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Span


@dataclass(frozen=True)
class Mapping:
    """Emitted lines ``first``…``last`` (from 1, both included) stem from ``span``; ``id`` names
    the object, beat, action or hatch. ``code_line`` is the line of the hatch's own code (from 1)
    that ``first`` holds, for lines that were copied from one."""

    first: int
    last: int
    span: Span
    id: str
    code_line: int | None = None


@dataclass(frozen=True)
class EmittedScene:
    """One scene as a Python file.

    Attributes:
        filename: ``scene_01_area.py``, zero-padded so that files sort in order.
        class_name: the Manim scene class in it.
        text: the source.
        map: mappings in order of lines; the innermost wins where two hold a line.
    """

    scene: str
    filename: str
    class_name: str
    text: str
    map: tuple[Mapping, ...]

    def locate(self, line: int) -> Mapping | None:
        """The narrowest mapping that holds emitted ``line``, or None."""
        held = [m for m in self.map if m.first <= line <= m.last]
        return min(held, key=lambda m: m.last - m.first, default=None)
