"""Operators on constants, with the language's rules about what goes with what."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .lower import AND, COMPARE, OR, POWER, PRODUCT, SUM
from .values import List, Mismatch, NoValue, Point, finite, is_number, kind_of, power


class Duration:
    """A stretch of time, in seconds: ``2s``, ``500ms``. Only checking knows it."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and other.seconds == self.seconds

    def __hash__(self) -> int:
        return hash(self.seconds)


LEVELS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "%": PRODUCT, "^": POWER,
          "and": AND, "or": OR, "compare": COMPARE}

JOIN_HELP = 'texts are joined inside one string: "#{a}#{b}"'


class Operands(Mismatch):
    """Two values that an operator does not go with; ``help`` says what to write."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


def kind(value: Any) -> str:
    """What ``value`` is, in the language's words."""
    if isinstance(value, Duration):
        return "a duration"
    return _INNER.get(type(value).__name__) or kind_of(value)


_INNER = {"FunctionValue": "a function", "Closure": "a function", "Ref": "an object",
          "SolutionValue": "the solution of equations", "Residual": "a value that follows a param"}


def binary(op: str, a: Any, b: Any) -> Any:
    """``a op b`` for an arithmetic operator.

    Raises:
        Operands: the two do not go together.
        NoValue: there is no result.
    """
    ta, tb = type(a), type(b)
    if (ta is int or ta is float) and (tb is int or tb is float):
        try:
            result: Any = _PLAIN[op](a, b)
        except ZeroDivisionError:
            raise NoValue("division by zero") from None
        except OverflowError:
            raise NoValue("the result is too large") from None
        return result if type(result) is float and -1e300 < result < 1e300 else finite(result)
    if ta is Duration or tb is Duration:
        return _durations(op, a, b)
    for value in (a, b):
        if not (is_number(value) or isinstance(value, (complex, Point, List))):
            texts = isinstance(a, str) or isinstance(b, str)
            raise Operands(f"`{op}` does not go with {kind(value)}",
                           JOIN_HELP if op == "+" and texts else "")
    try:
        result = _GENERAL[op](a, b)
    except NoValue as problem:
        if type(problem) is Mismatch:
            raise Operands(str(problem)) from None
        raise
    except ZeroDivisionError:
        raise NoValue("division by zero") from None
    except OverflowError:
        raise NoValue("the result is too large") from None
    except TypeError:
        raise Operands(f"`{op}` does not go between {kind(a)} and {kind(b)}") from None
    return finite(result)


def _add(a: Any, b: Any) -> Any:
    return a + b


def _sub(a: Any, b: Any) -> Any:
    return a - b


def _mul(a: Any, b: Any) -> Any:
    return a * b


def _div(a: Any, b: Any) -> Any:
    return a / b


def _mod(a: Any, b: Any) -> Any:
    return a % b


_PLAIN: dict[str, Callable[[Any, Any], Any]] = {
    "+": _add, "-": _sub, "*": _mul, "/": _div, "%": _mod, "^": power,
}


def _like(op: str, operate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def function(a: Any, b: Any) -> Any:
        if isinstance(a, List) != isinstance(b, List) or (
            (isinstance(a, Point) and is_number(b)) or (is_number(a) and isinstance(b, Point))
        ):
            raise Operands(f"`{op}` does not go between {kind(a)} and {kind(b)}",
                           f"give both the same kind: (1, 2) {op} (3, 4)")
        return operate(a, b)

    return function


def _times(a: Any, b: Any) -> Any:
    if (isinstance(a, Point) and isinstance(b, (Point, complex))) or (
        isinstance(a, complex) and isinstance(b, Point)
    ):
        raise Operands("`*` does not go between two points",
                       "dot(p, q) and cross(p, q) are their products")
    return a * b


def _over(a: Any, b: Any) -> Any:
    if isinstance(b, (Point, List)):
        help = "a matrix is undone by inverse(M) * v" if isinstance(b, List) else ""
        raise Operands(f"nothing can be divided by {kind(b)}", help)
    return a / b


def _modulo(a: Any, b: Any) -> Any:
    raise Operands(f"`%` goes between two numbers, not {kind(a)} and {kind(b)}")


def _to_the(a: Any, b: Any) -> Any:
    if isinstance(a, Point) or isinstance(b, (Point, List)):
        raise Operands(f"`^` does not go between {kind(a)} and {kind(b)}")
    return power(a, b)


_GENERAL: dict[str, Callable[[Any, Any], Any]] = {
    "+": _like("+", _add), "-": _like("-", _sub), "*": _times, "/": _over, "%": _modulo,
    "^": _to_the,
}


def _durations(op: str, a: Any, b: Any) -> Any:
    if isinstance(a, Duration) and isinstance(b, Duration):
        if op in "+-":
            return Duration(binary(op, a.seconds, b.seconds))
        if op in "/%":
            return binary(op, a.seconds, b.seconds)
    elif isinstance(a, Duration) and is_number(b) and op in "*/":
        return Duration(binary(op, a.seconds, b))
    elif is_number(a) and isinstance(b, Duration) and op == "*":
        return Duration(binary(op, a, b.seconds))
    hint = "a duration is added to another: 2s + 0.5s" if op in "+-" else ""
    raise Operands(f"`{op}` does not go between {kind(a)} and {kind(b)}", hint)


def negative(value: Any) -> Any:
    """``-value``."""
    if isinstance(value, Duration):
        return Duration(-value.seconds)
    if is_number(value) or isinstance(value, (complex, Point, List)):
        try:
            return -value
        except TypeError:
            raise Operands("`-` does not go before all that is in this list") from None
    raise Operands(f"`-` does not go before {kind(value)}")


def positive(value: Any) -> Any:
    """``+value``."""
    if isinstance(value, Duration) or is_number(value) or isinstance(
        value, (complex, Point, List)
    ):
        return value
    raise Operands(f"`+` does not go before {kind(value)}")


def compare(op: str, a: Any, b: Any) -> bool:
    """``a op b`` for a comparison.

    Raises:
        Operands: the two have no order.
    """
    if op in ("==", "!="):
        if isinstance(a, bool) != isinstance(b, bool):
            equal = False
        elif isinstance(a, tuple) and isinstance(b, tuple):
            equal = type(a) is type(b) and tuple(a) == tuple(b)
        else:
            equal = bool(a == b)
        return equal if op == "==" else not equal
    if isinstance(a, Duration) and isinstance(b, Duration):
        a, b = a.seconds, b.seconds
    both_numbers = is_number(a) and is_number(b)
    if not both_numbers and not (isinstance(a, str) and isinstance(b, str)):
        odd = b if is_number(a) else a
        hint = "compare abs(z), re(z) or im(z)" if isinstance(odd, complex) else ""
        raise Operands(f"`{op}` compares numbers, not {kind(a)} and {kind(b)}", hint)
    if op == "<":
        return bool(a < b)
    if op == "<=":
        return bool(a <= b)
    if op == ">":
        return bool(a > b)
    return bool(a >= b)


def is_finite(value: Any) -> bool:
    """Whether ``value`` and all in it are finite."""
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, (Point, List)):
        return all(is_finite(item) for item in value)
    return not isinstance(value, complex) or (
        math.isfinite(value.real) and math.isfinite(value.imag)
    )


__all__ = ["LEVELS", "Duration", "Operands", "binary", "compare", "is_finite", "kind",
           "negative", "positive"]
