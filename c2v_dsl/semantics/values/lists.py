"""Lists, vectors and matrices (lists of lists)."""

from __future__ import annotations

import builtins
from typing import Any

from .errors import BUDGET, MAX_ITEMS, Mismatch, NoValue
from .points import Point, is_number


class List(tuple[Any, ...]):
    """``[a, b, …]``: ``L(a, b)`` in Python.

    ``+`` and ``-`` go by elements, ``*`` is the matrix product (or scales by a number), ``/``
    divides by a number, ``**`` is a whole power of a square matrix. Counted from 0; an index
    outside has no value.
    """

    __slots__ = ()

    def __new__(cls, *items: Any) -> List:
        return tuple.__new__(cls, items)

    @classmethod
    def of(cls, items: Any) -> List:
        """A list of what ``items`` yields."""
        return tuple.__new__(cls, items)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return List.of(tuple.__getitem__(self, index))
        if isinstance(index, List):
            count = len(self)
            return List.of(tuple.__getitem__(self, position(i, count)) for i in index)
        if type(index) is tuple:
            value: Any = self
            for step in index:
                if not isinstance(value, List):
                    raise Mismatch("only lists have items")
                value = value[step]
            return value
        return tuple.__getitem__(self, position(index, len(self)))

    def __add__(self, other: Any) -> List:
        return _elementwise(self, other, lambda a, b: a + b)

    def __radd__(self, other: Any) -> List:
        return _elementwise(other, self, lambda a, b: a + b)

    def __sub__(self, other: Any) -> List:
        return _elementwise(self, other, lambda a, b: a - b)

    def __rsub__(self, other: Any) -> List:
        return _elementwise(other, self, lambda a, b: a - b)

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, complex) or is_number(other):
            return List.of(item * other for item in self)
        if isinstance(other, (List, Point)):
            return product(self, other)
        raise Mismatch("a list is multiplied by a number, a matrix or a vector")

    def __rmul__(self, other: Any) -> Any:
        if isinstance(other, complex) or is_number(other):
            return List.of(other * item for item in self)
        if isinstance(other, Point):
            return Point(*product(List(*other), self))
        raise Mismatch("a list is multiplied by a number, a matrix or a vector")

    def __truediv__(self, divisor: Any) -> List:
        if not (isinstance(divisor, complex) or is_number(divisor)):
            raise Mismatch("a list is divided by a number")
        if divisor == 0:
            raise NoValue("division by zero")
        return List.of(item / divisor for item in self)

    def __pow__(self, exponent: Any) -> List:
        rows, columns = shape(self)
        if rows != columns:
            raise Mismatch(f"only square matrices have powers, this one is {rows}×{columns}")
        if not is_number(exponent) or exponent != int(exponent) or builtins.abs(exponent) > 1000:
            raise Mismatch("a matrix's power is a whole number")
        base = inverse(self) if exponent < 0 else self
        result = identity(rows)
        for bit in bin(builtins.abs(int(exponent)))[2:]:
            result = product(result, result)
            if bit == "1":
                result = product(result, base)
        return result

    def __neg__(self) -> List:
        return List.of(-item for item in self)

    def __pos__(self) -> List:
        return self

    def __repr__(self) -> str:
        return f"L({', '.join(map(repr, self))})"


def position(index: Any, count: int) -> int:
    """``index`` as a position among ``count`` things counted from 0.

    Raises:
        Mismatch: it is no number.
        NoValue: it is not whole or outside.
    """
    if not is_number(index):
        raise Mismatch("an index is a whole number, counted from 0")
    if not -1e15 < index < 1e15 or index != int(index):
        raise NoValue(f"an index is a whole number, {index:g} is none")
    if not 0 <= index < count:
        there = f"there are {count}, counted from 0" if count else "there is none"
        raise NoValue(f"there is no item {int(index)}: {there}")
    return int(index)


def span(first: Any, last: Any, step: Any = 1) -> List:
    """``first..last step step``: both ends included, none when ``last`` is beyond ``first``."""
    return List.of(steps(first, last, step))


def steps(first: Any, last: Any, step: Any = 1) -> range | list[float]:
    """The numbers of a range, worked out as they are wanted where they are whole."""
    for value in (first, last, step):
        if not is_number(value):
            raise Mismatch("a range runs between two numbers: 0..4")
        if not -1e15 < value < 1e15:
            raise NoValue("a range's ends must be finite")
    if step == 0:
        raise NoValue("a range's step must not be zero")
    count = max(0, int((last - first) / step + 1e-9) + 1) if (last - first) * step >= 0 else 0
    if count > MAX_ITEMS:
        raise NoValue(f"a range of {count:,} numbers is too long, {MAX_ITEMS:,} are allowed")
    BUDGET.spend(count)
    if first == int(first) and step == int(step):
        return range(int(first), int(first) + count * int(step), int(step))
    return [first + i * step for i in range(count)]


def _elementwise(left: Any, right: Any, operate: Any) -> List:
    if not (isinstance(left, (List, Point)) and isinstance(right, (List, Point))):
        raise Mismatch("a list is added to another list of the same length")
    if len(left) != len(right):
        raise Mismatch(f"lists of {len(left)} and {len(right)} do not go together by elements")
    return List.of(operate(a, b) for a, b in zip(left, right, strict=True))


def is_vector(value: Any) -> bool:
    return isinstance(value, Point) or (
        isinstance(value, List)
        and len(value) > 0
        and all(isinstance(item, complex) or is_number(item) for item in value)
    )


def is_matrix(value: Any) -> bool:
    return (
        isinstance(value, List)
        and len(value) > 0
        and all(isinstance(row, List) and is_vector(row) for row in value)
        and len({len(row) for row in value}) == 1
    )


def shape(value: Any) -> tuple[int, int]:
    """Rows and columns.

    Raises:
        Mismatch: ``value`` is no matrix.
    """
    if not is_matrix(value):
        raise Mismatch("a matrix is a list of rows of the same length, like [[1, 0], [0, 1]]")
    return len(value), len(value[0])


def product(left: Any, right: Any) -> Any:
    """The matrix product; a point on the right gives a point."""
    if is_matrix(left):
        rows, columns = shape(left)
        if is_matrix(right):
            if columns != len(right):
                raise Mismatch(
                    f"a {rows}×{columns} matrix times one with {len(right)} rows has no product"
                )
            BUDGET.spend(rows * columns * len(right[0]))
            cut = list(zip(*right, strict=True))
            return List.of(List.of(_dot(row, column) for column in cut) for row in left)
        if is_vector(right):
            if columns != len(right):
                raise Mismatch(
                    f"a {rows}×{columns} matrix times a vector of {len(right)} has no product"
                )
            image = List.of(_dot(row, right) for row in left)
            return Point(*image) if isinstance(right, Point) and rows == 2 else image
    elif is_vector(left) and is_matrix(right):
        if len(left) != len(right):
            raise Mismatch(
                f"a vector of {len(left)} times a matrix with {len(right)} rows has no product"
            )
        return List.of(_dot(left, column) for column in zip(*right, strict=True))
    if is_vector(left) and is_vector(right):
        raise Mismatch("two vectors are multiplied by dot(a, b) or cross(a, b)")
    raise Mismatch("these two have no matrix product")


def _dot(left: Any, right: Any) -> Any:
    return builtins.sum(a * b for a, b in zip(left, right, strict=True))


def dot(a: Any, b: Any) -> Any:
    """The scalar product of two vectors or points."""
    if not (is_vector(a) and is_vector(b)):
        raise Mismatch("dot takes two vectors or points")
    if len(a) != len(b):
        raise Mismatch(f"dot takes two vectors of one length, not {len(a)} and {len(b)}")
    return _dot(a, b)


def cross(a: Any, b: Any) -> Any:
    """The vector product in space; in the plane the signed area, a number."""
    if not (is_vector(a) and is_vector(b)) or len(a) != len(b) or len(a) not in (2, 3):
        raise Mismatch("cross takes two vectors of two or of three numbers")
    if len(a) == 2:
        return a[0] * b[1] - a[1] * b[0]
    return List(
        a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    )


def transpose(m: Any) -> List:
    """Rows become columns."""
    shape(m)
    return List.of(List.of(column) for column in zip(*m, strict=True))


def identity(n: int) -> List:
    """The unit matrix of ``n`` rows."""
    return List.of(List.of(int(i == j) for j in range(n)) for i in range(n))


def det(m: Any) -> Any:
    """The determinant: exact for whole numbers (Bareiss 1968), else by elimination with pivots."""
    rows, columns = shape(m)
    if rows != columns:
        raise Mismatch(f"only square matrices have a determinant, this one is {rows}×{columns}")
    BUDGET.spend(rows**3)
    a = [list(row) for row in m]
    if all(isinstance(x, int) for row in a for x in row):
        return _bareiss(a)
    result: Any = 1
    for k in range(rows):
        best = builtins.max(range(k, rows), key=lambda i: builtins.abs(a[i][k]))
        if a[best][k] == 0:
            return 0
        if best != k:
            a[k], a[best] = a[best], a[k]
            result = -result
        result = result * a[k][k]
        for i in range(k + 1, rows):
            factor = a[i][k] / a[k][k]
            for j in range(k, rows):
                a[i][j] -= factor * a[k][j]
    return result


def _bareiss(a: list[list[int]]) -> int:
    n, sign, previous = len(a), 1, 1
    for k in range(n - 1):
        if a[k][k] == 0:
            other = next((i for i in range(k + 1, n) if a[i][k] != 0), None)
            if other is None:
                return 0
            a[k], a[other] = a[other], a[k]
            sign = -sign
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                a[i][j] = (a[i][j] * a[k][k] - a[i][k] * a[k][j]) // previous
        previous = a[k][k]
    return sign * a[n - 1][n - 1]


def inverse(m: Any) -> List:
    """The inverse by Gauss–Jordan elimination with pivots.

    Raises:
        NoValue: ``m`` is singular.
    """
    rows, columns = shape(m)
    if rows != columns:
        raise Mismatch(f"only square matrices have an inverse, this one is {rows}×{columns}")
    if det(m) == 0:
        raise NoValue("this matrix has no inverse, its determinant is zero")
    BUDGET.spend(2 * rows**3)
    a = [[*row, *unit] for row, unit in zip(m, identity(rows), strict=True)]
    for k in range(rows):
        best = builtins.max(range(k, rows), key=lambda i: builtins.abs(a[i][k]))
        if a[best][k] == 0:
            raise NoValue("this matrix has no inverse")
        a[k], a[best] = a[best], a[k]
        pivot = a[k][k]
        a[k] = [value / pivot for value in a[k]]
        for i in range(rows):
            if i != k and a[i][k] != 0:
                factor = a[i][k]
                a[i] = [x - factor * y for x, y in zip(a[i], a[k], strict=True)]
    return List.of(List.of(row[rows:]) for row in a)
