"""Points of the plane and cells of the grid."""

from __future__ import annotations

from typing import Any

from .errors import Mismatch, NoValue, Outside

Number = int | float

ROWS = "ABCDEF"
COLUMNS = 6


def is_number(value: object) -> bool:
    """Whether ``value`` is a real number (truth values are none)."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Point(tuple[float, ...]):
    """``(x, y)``, or a complex number standing for one.

    Arithmetic is that of vectors: ``+`` and ``-`` with points and complex numbers, ``*`` and
    ``/`` with numbers.
    """

    __slots__ = ()

    def __new__(cls, x: Any, y: Any = None) -> Point:
        if y is None:
            point = as_point(x)
            return tuple.__new__(cls, (point[0], point[1]))
        if not (is_number(x) and is_number(y)):
            raise Mismatch("a point has two numbers")
        return tuple.__new__(cls, (x, y))

    @property
    def x(self) -> float:
        return tuple.__getitem__(self, 0)

    @property
    def y(self) -> float:
        return tuple.__getitem__(self, 1)

    def __add__(self, other: Any) -> Point:
        other = as_point(other)
        return Point(self[0] + other[0], self[1] + other[1])

    __radd__ = __add__

    def __sub__(self, other: Any) -> Point:
        other = as_point(other)
        return Point(self[0] - other[0], self[1] - other[1])

    def __rsub__(self, other: Any) -> Point:
        other = as_point(other)
        return Point(other[0] - self[0], other[1] - self[1])

    def __mul__(self, factor: Any) -> Point:
        if not is_number(factor):
            raise Mismatch("a point is multiplied by a number; dot(p, q) is the product of two")
        return Point(self[0] * factor, self[1] * factor)

    def __rmul__(self, factor: Any) -> Point:
        return self.__mul__(factor)

    def __truediv__(self, divisor: Any) -> Point:
        if not is_number(divisor):
            raise Mismatch("a point is divided by a number")
        if divisor == 0:
            raise NoValue("division by zero")
        return Point(self[0] / divisor, self[1] / divisor)

    def __neg__(self) -> Point:
        return Point(-self[0], -self[1])

    def __pos__(self) -> Point:
        return self

    def __repr__(self) -> str:
        return f"P({self[0]!r}, {self[1]!r})"


def as_point(value: Any) -> Point:
    """A point, or the point that a complex or real number stands for in the complex plane.

    Objects of a scene stand for their centre: whatever has a ``center`` is read.

    Raises:
        Mismatch: ``value`` is neither.
    """
    if isinstance(value, Point):
        return value
    if isinstance(value, complex):
        return Point(value.real, value.imag)
    if is_number(value):
        return Point(value, 0)
    center = getattr(value, "center", None)
    if isinstance(center, Point):
        return center
    raise Mismatch("a point is expected here, like (1, 2)")


class Cell(tuple[int, ...]):
    """A cell of the 6×6 grid by row and column, both from 0: ``Cell(0, 0)`` is A1."""

    __slots__ = ()

    def __new__(cls, row: Any, col: Any) -> Cell:
        return tuple.__new__(cls, (_place(row, "row"), _place(col, "column")))

    @property
    def row(self) -> int:
        return self[0]

    @property
    def col(self) -> int:
        return self[1]

    @classmethod
    def named(cls, text: str) -> Cell:
        """The cell written ``B3``."""
        return cls(ROWS.index(text[0]), int(text[1:]) - 1)

    def __str__(self) -> str:
        return f"{ROWS[self[0]]}{self[1] + 1}"

    def __repr__(self) -> str:
        return f"Cell({self[0]}, {self[1]})"


class Area(tuple[int, ...]):
    """A block of cells, first and last row and column included: ``Area(1, 1, 4, 4)`` is B2:E5."""

    __slots__ = ()

    def __new__(cls, row1: Any, col1: Any, row2: Any, col2: Any) -> Area:
        first, last = Cell(row1, col1), Cell(row2, col2)
        if last.row < first.row or last.col < first.col:
            raise Outside(f"the area {first}:{last} must run from top left to bottom right")
        return tuple.__new__(cls, (*first, *last))

    @property
    def first(self) -> Cell:
        return Cell(self[0], self[1])

    @property
    def last(self) -> Cell:
        return Cell(self[2], self[3])

    def __str__(self) -> str:
        return f"{self.first}:{self.last}"

    def __repr__(self) -> str:
        return f"Area({self[0]}, {self[1]}, {self[2]}, {self[3]})"


def _place(value: Any, what: str) -> int:
    if not is_number(value):
        raise Mismatch(f"a cell's {what} is a number from 0 to 5")
    if value != int(value) or not 0 <= value < COLUMNS:
        raise Outside(f"there is no {what} {value:g}: rows and columns count from 0 to 5")
    return int(value)


