"""The stage's geometry as plain numbers, read by the checker and the stage alike.

Everything is in scene units: the frame is 16:9, 8 units high, the origin at its centre, y upwards.
One row of the grid is ``ROW`` scene units and the language's unit of length.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

Layout = Literal["notes", "wide"]

FRAME_HEIGHT = 8.0
FRAME_WIDTH = FRAME_HEIGHT * 16 / 9
ROWS = 6
COLUMNS = 6

STEP = 0.15
"""The rhythm: margins, gutters and paddings are whole multiples of it."""

MARGIN = 4 * STEP
"""Empty border of the frame on the left, right and bottom."""

ROW = 7 * STEP
"""Height of one row: the unit of length of the language."""

TITLE_HEIGHT = FRAME_HEIGHT - ROWS * ROW - MARGIN
"""Height of the band over the grid in which the title stands."""

LECTURE_WIDTH = 25 * STEP
"""Width of the column of lecture lines in ``notes`` scenes."""

GUTTER = 3 * STEP
"""Empty space between lecture column and grid."""

CELL_PADDING = 0.5 * STEP
"""What ``in`` keeps free on each side of an area, so that neighbours never touch."""

GAP = 0.25
"""Gap in rows of ``above``, ``below``, ``left_of`` and ``right_of`` where none is given."""


class Rect(NamedTuple):
    """An upright rectangle, ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def center(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def inset(self, by: float) -> Rect:
        """The rectangle with ``by`` taken off every side, never turned inside out."""
        x, y = min(by, self.width / 2), min(by, self.height / 2)
        return Rect(self.x0 + x, self.y0 + y, self.x1 - x, self.y1 - y)

    def overlaps(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether both share an area more than ``slack`` deep."""
        return (
            self.x0 + slack < other.x1
            and other.x0 + slack < self.x1
            and self.y0 + slack < other.y1
            and other.y0 + slack < self.y1
        )

    def contains(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether ``other`` lies inside, or sticks out by no more than ``slack``."""
        return (
            self.x0 - slack <= other.x0
            and other.x1 <= self.x1 + slack
            and self.y0 - slack <= other.y0
            and other.y1 <= self.y1 + slack
        )


FRAME = Rect(-FRAME_WIDTH / 2, -FRAME_HEIGHT / 2, FRAME_WIDTH / 2, FRAME_HEIGHT / 2)

_BOTTOM = FRAME.y0 + MARGIN
_TOP = _BOTTOM + ROWS * ROW
_LEFT = FRAME.x0 + MARGIN
_RIGHT = FRAME.x1 - MARGIN

TITLE = Rect(_LEFT, _TOP, _RIGHT, FRAME.y1)
"""The band of the title."""

LECTURE = Rect(_LEFT, _BOTTOM, _LEFT + LECTURE_WIDTH, _TOP)
"""The column of lecture lines; ``wide`` scenes have none."""

GRIDS: dict[str, Rect] = {
    "notes": Rect(LECTURE.x1 + GUTTER, _BOTTOM, _RIGHT, _TOP),
    "wide": Rect(_LEFT, _BOTTOM, _RIGHT, _TOP),
}


def grid_rect(layout: str) -> Rect:
    """The whole 6×6 grid of a layout."""
    return GRIDS.get(layout, GRIDS["notes"])


def column_width(layout: str) -> float:
    """Width of one column in scene units."""
    return grid_rect(layout).width / COLUMNS


def area_rect(layout: str, row1: int, column1: int, row2: int, column2: int) -> Rect:
    """The rectangle from cell ``(row1, column1)`` to cell ``(row2, column2)``, both included.

    Rows and columns count from 0 at the top left; corners may be given in any order.
    """
    grid = grid_rect(layout)
    width = grid.width / COLUMNS
    top, bottom = min(row1, row2), max(row1, row2)
    left, right = min(column1, column2), max(column1, column2)
    return Rect(
        grid.x0 + left * width,
        grid.y1 - (bottom + 1) * ROW,
        grid.x0 + (right + 1) * width,
        grid.y1 - top * ROW,
    )


def cell_rect(layout: str, place: Sequence[int]) -> Rect:
    """The rectangle of a cell ``(row, column)`` or an area ``(row1, column1, row2, column2)``."""
    numbers = tuple(place)
    if len(numbers) == 2:
        return area_rect(layout, numbers[0], numbers[1], numbers[0], numbers[1])
    return area_rect(layout, *numbers)


def to_scene(layout: str, point: Sequence[float]) -> tuple[float, float]:
    """A point in rows about the centre of the grid, as scene coordinates."""
    x, y = grid_rect(layout).center
    return x + point[0] * ROW, y + point[1] * ROW


def to_rows(layout: str, point: Sequence[float]) -> tuple[float, float]:
    """Scene coordinates as a point in rows about the centre of the grid."""
    x, y = grid_rect(layout).center
    return (point[0] - x) / ROW, (point[1] - y) / ROW
