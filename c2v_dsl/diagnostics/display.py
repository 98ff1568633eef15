"""How wide text stands on a terminal: tabs, East Asian letters, marks that take no room."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

_TAB = 4
WIDEST = 140
_LEAD = 40

def _cell(character: str, column: int) -> str:
    if character == "\t":
        return " " * (_TAB - column % _TAB)
    if category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return "\N{REPLACEMENT CHARACTER}"
    return character


def _width(cell: str) -> int:
    if len(cell) != 1:
        return len(cell)
    if combining(cell) or category(cell) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if east_asian_width(cell) in "WF" else 1


class Columns:
    """The columns of one line of source as a terminal shows it."""

    def __init__(self, line: str) -> None:
        self._edges = [0]
        for character in line:
            column = self._edges[-1]
            self._edges.append(column + _width(_cell(character, column)))

    def at(self, column: int) -> int:
        """Where the character in ``column`` (from 1) begins, counted from 0."""
        return self._edges[min(max(column - 1, 0), len(self._edges) - 1)]

    @property
    def width(self) -> int:
        """Columns of the whole line."""
        return self._edges[-1]


def display(line: str) -> str:
    """``line`` with tabs as blanks and characters that would disturb a terminal replaced."""
    out: list[str] = []
    column = 0
    for character in line:
        cell = _cell(character, column)
        out.append(cell)
        column += _width(cell)
    return "".join(out)


def clip(line: str, around: int) -> tuple[str, int]:
    """A displayed line cut to a readable width about column ``around``.

    Returns:
        The text to show and by how many columns it moved to the left.
    """
    widths = [_width(character) for character in line]
    if sum(widths) <= WIDEST:
        return line, 0
    column = first = 0
    while first < len(line) and column < around - _LEAD:
        column += widths[first]
        first += 1
    left = "…" if first else ""
    shown = len(left)
    last = first
    while last < len(line) and shown + widths[last] < WIDEST:
        shown += widths[last]
        last += 1
    right = "…" if last < len(line) else ""
    return left + line[first:last] + right, column - len(left)
