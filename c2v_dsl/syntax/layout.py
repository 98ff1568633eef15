"""Lines from pieces that may break: texts, groups in brackets, chains.

A piece is a text, a ``Group`` (brackets whose items may stand on lines of their own) or a
``Chain`` (parts between which a new line is free, as behind an operator or a comma).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 100
STEP = "  "


@dataclass(frozen=True, slots=True)
class Group:
    """Items in brackets; ``separators[i]`` stands behind item ``i`` (without a blank)."""

    opener: str
    items: tuple[Piece, ...]
    separators: tuple[str, ...]
    closer: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts with ``joints[i]`` behind part ``i``: an operator or a comma, without blanks."""

    parts: tuple[Piece, ...]
    joints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side."""

    pieces: tuple[Piece, ...]


Piece = str | Group | Chain | Row


def bracketed(opener: str, items: Sequence[Piece], closer: str) -> Piece:
    """``items`` with commas between them, in brackets."""
    if not items:
        return opener + closer
    commas = (",",) * (len(items) - 1) + ("",)
    return Group(opener, tuple(items), commas, closer)


def listed(items: Sequence[Piece]) -> Piece:
    """``items`` with commas between them."""
    if len(items) == 1:
        return items[0]
    return Chain(tuple(items), (",",) * (len(items) - 1) + ("",))


def flat(piece: Piece) -> str:
    """The piece on one line (but for texts that have several)."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Row):
        return "".join(flat(part) for part in piece.pieces)
    if isinstance(piece, Chain):
        parts, joints = piece.parts, piece.joints
    else:
        parts, joints = piece.items, piece.separators
    inner = " ".join(flat(part) + joint for part, joint in zip(parts, joints, strict=True))
    return inner if isinstance(piece, Chain) else f"{piece.opener}{inner}{piece.closer}"


def lay_out(piece: Piece, indent: str) -> str:
    """The piece as lines; all but the first are indented by ``indent`` and what they need."""
    line = flat(piece)
    if _width(indent + line) <= WIDTH:
        return line
    out = _Lines(indent)
    out.put(piece, 0)
    return "".join(out.pieces)


def _width(text: str) -> int:
    return max((len(line) for line in text.split("\n")), default=0)


def _tail(piece: Piece) -> bool:
    """Whether breaking the piece is of use: it holds more than one text."""
    if isinstance(piece, Group):
        return not (len(piece.items) == 1 and isinstance(piece.items[0], str))
    return not isinstance(piece, str)


def _flattened(piece: Piece) -> list[Piece]:
    if not isinstance(piece, Row):
        return [piece]
    return [part for inner in piece.pieces for part in _flattened(inner)]


class _Lines:
    def __init__(self, indent: str) -> None:
        self.indent = indent
        self.pieces: list[str] = []
        self.column = len(indent)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        last = text.rfind("\n")
        self.column = self.column + len(text) if last < 0 else len(text) - last - 1

    def newline(self, level: int) -> None:
        self.write("\n" + self.indent + STEP * level)

    def fits(self, text: str, after: int = 0) -> bool:
        first, _, rest = text.partition("\n")
        return self.column + len(first) + (0 if rest else after) <= WIDTH

    def put(self, piece: Piece, level: int, after: int = 0) -> None:
        """Write ``piece``; ``after`` columns are wanted behind it."""
        line = flat(piece)
        if isinstance(piece, str) or self.fits(line, after) or not _tail(piece):
            self.write(line)
        elif isinstance(piece, Row):
            self._row(_flattened(piece), level, after)
        elif isinstance(piece, Chain):
            self._fill(piece.parts, piece.joints, level + 1, after)
        else:
            self.write(piece.opener)
            self.newline(level + 1)
            self._fill(piece.items, piece.separators, level + 1, 0)
            self.newline(level)
            self.write(piece.closer)

    def _row(self, pieces: list[Piece], level: int, after: int) -> None:
        """Pieces side by side, of which the widest is broken; the others only if they must."""
        widths = [len(flat(part)) if _tail(part) else -1 for part in pieces]
        widest = max(range(len(pieces)), key=lambda index: widths[index], default=0)
        if not pieces or widths[widest] < 0:
            self.write("".join(map(flat, pieces)))
            return
        before, part, behind = pieces[:widest], pieces[widest], pieces[widest + 1 :]
        rest = len("".join(map(flat, behind)).partition("\n")[0]) + after
        self.put(Row(tuple(before)), level, 1)
        self.put(part, level, rest)
        self.put(Row(tuple(behind)), level, after)

    def _fill(
        self, parts: Sequence[Piece], joints: Sequence[str], level: int, after: int
    ) -> None:
        for index, (part, joint) in enumerate(zip(parts, joints, strict=True)):
            last = index == len(parts) - 1
            if index:
                line = flat(part) + joint
                whole = joints[index - 1] == ";" or not self.fits(
                    " " + line, after if last else 0)
                if whole:
                    self.newline(level)
                else:
                    self.write(" ")
            self.put(part, level, len(joint) + (after if last else 0))
            self.write(joint)
