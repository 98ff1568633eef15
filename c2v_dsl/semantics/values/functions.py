"""The functions of the language under their own names.

All are pure and total: where there is no value they raise `NoValue`, and never anything else.
Numbers may be complex wherever that has a meaning; a point counts as a complex number.
"""

from __future__ import annotations

import builtins
import cmath
import math
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

from .colors import Color
from .errors import BUDGET, MAX_BITS, Mismatch, NoValue
from .lists import List, is_vector
from .points import Point, as_point, is_number

pi, e, tau = math.pi, math.e, math.tau

F = TypeVar("F", bound=Callable[..., Any])


def total(function: F) -> F:
    """Let ``function`` raise nothing but `NoValue`."""

    @wraps(function)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return finite(function(*args, **named))
        except NoValue:
            raise
        except ZeroDivisionError:
            raise NoValue("division by zero") from None
        except OverflowError:
            raise NoValue("the result is too large") from None
        except (ValueError, ArithmeticError) as problem:
            raise NoValue(str(problem) or "there is no value") from None
        except (TypeError, AttributeError, IndexError, KeyError) as problem:
            raise Mismatch(f"{function.__name__} cannot take this: {problem}") from None
        except RecursionError:
            raise NoValue("this is nested too deeply") from None

    return cast(F, call)


def finite(value: Any) -> Any:
    """``value``, if it is no infinity, no NaN and no giant."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NoValue("the result is too large")
    elif isinstance(value, int):
        if value.bit_length() > MAX_BITS:
            raise NoValue("the result is too large")
    elif isinstance(value, complex) and not cmath.isfinite(value):
        raise NoValue("the result is too large")
    return value


def real(value: Any, what: str) -> Any:
    """``value`` if it is a real number; a complex one without imaginary part is."""
    if is_number(value):
        return value
    if isinstance(value, complex) and value.imag == 0:
        return value.real
    raise Mismatch(f"{what} takes a number, not {kind_of(value)}")


def whole(value: Any, what: str) -> int:
    """``value`` as an integer, if it is one."""
    value = real(value, what)
    if value != builtins.int(value):
        raise NoValue(f"{what} takes a whole number, not {value:g}")
    return builtins.int(value)


def scalar(value: Any, what: str) -> Any:
    """``value`` as a real or complex number; a point becomes one."""
    if is_number(value) or isinstance(value, complex):
        return value
    if isinstance(value, Point):
        return builtins.complex(value.x, value.y)
    raise Mismatch(f"{what} takes a number, not {kind_of(value)}")


def kind_of(value: Any) -> str:
    """What ``value`` is, in the language's words."""
    if isinstance(value, bool):
        return "a truth value"
    if is_number(value):
        return "a number"
    if isinstance(value, complex):
        return "a complex number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Color):
        return "a colour"
    if isinstance(value, Point):
        return "a point"
    if isinstance(value, List):
        return "a list"
    if callable(value):
        return "a function"
    return {"NoneType": "none", "Cell": "a cell", "Area": "an area"}.get(
        type(value).__name__, f"a {type(value).__name__.lower()}"
    )


def _collected(items: tuple[Any, ...], what: str) -> list[Any]:
    if len(items) == 1 and not is_number(items[0]):
        one = items[0]
        if isinstance(one, (str, Point)) or not isinstance(one, Iterable):
            raise Mismatch(f"{what} takes numbers or a list of them, not {kind_of(one)}")
        return list(one)
    return list(items)


_OWN = (int, float, complex, str, tuple, Color)


def with_builtin(function: F) -> F:
    """Leave what is no value of the language to Python's own function of the same name.

    Emitted code exports these names, and the code of hatches beside it counts arrays with them.
    """
    own = getattr(builtins, function.__name__)

    @wraps(function)
    def call(*args: Any, **named: Any) -> Any:
        if named or not all(isinstance(arg, _OWN) for arg in args):
            return own(*args, **named)
        return function(*args)

    return cast(F, call)


@with_builtin
@total
def sum(*items: Any) -> Any:
    """The sum of the arguments, or of a list of numbers, points or lists; 0 of none."""
    values = _collected(items, "sum")
    if not values:
        return 0
    BUDGET.spend(builtins.len(values))
    if all(isinstance(value, (int, float)) for value in values):
        exact = all(isinstance(value, int) for value in values)
        return builtins.sum(values) if exact else math.fsum(values)
    result = values[0]
    for value in values[1:]:
        result = result + value
    return result


@with_builtin
@total
def min(*items: Any) -> Any:
    """The least of the arguments or of a list."""
    return _extreme(builtins.min, items, "min")


@with_builtin
@total
def max(*items: Any) -> Any:
    """The greatest of the arguments or of a list."""
    return _extreme(builtins.max, items, "max")


def _extreme(pick: Callable[..., Any], items: tuple[Any, ...], what: str) -> Any:
    values = [real(value, what) for value in _collected(items, what)]
    if not values:
        raise NoValue(f"{what} of nothing")
    return pick(values)


@with_builtin
@total
def len(value: Any) -> int:
    """How many items a list has, or characters a text."""
    if isinstance(value, (tuple, str)) and not isinstance(value, Point):
        return builtins.len(value)
    raise Mismatch(f"len takes a list, not {kind_of(value)}")


@total
def floor(x: Any) -> Any:
    """The greatest whole number not above ``x``."""
    return math.floor(real(x, "floor"))


@total
def ceil(x: Any) -> Any:
    """The least whole number not below ``x``."""
    return math.ceil(real(x, "ceil"))


@with_builtin
@total
def round(x: Any, digits: Any = 0) -> Any:
    """The nearest whole number, or number of ``digits`` decimals; halves go away from zero."""
    x, places = real(x, "round"), whole(digits, "round")
    if isinstance(x, int) and places >= 0:
        return x
    if not -300 <= places <= 300:
        raise NoValue("round takes a sensible number of digits")
    factor = 10.0**places
    scaled = builtins.abs(x) * factor
    nearest = math.floor(scaled)
    if scaled - nearest >= 0.5:
        nearest += 1
    result = math.copysign(nearest, x)
    return builtins.int(result) if places <= 0 and factor == 1 else result / factor


@with_builtin
@total
def abs(x: Any) -> Any:
    """The size of a number, real or complex (a point's distance from the origin)."""
    return builtins.abs(scalar(x, "abs"))


@total
def sign(x: Any) -> int:
    """-1, 0 or 1."""
    x = real(x, "sign")
    return builtins.int(x > 0) - builtins.int(x < 0)


@total
def sqrt(x: Any) -> Any:
    """The square root; the principal one of a complex number; none of a negative number."""
    x = scalar(x, "sqrt")
    if isinstance(x, complex):
        return cmath.sqrt(x)
    if x < 0:
        raise NoValue(f"sqrt of a negative number, {x:g}")
    return math.sqrt(x)


@total
def exp(x: Any) -> Any:
    """e to the power of ``x``."""
    x = scalar(x, "exp")
    return cmath.exp(x) if isinstance(x, complex) else math.exp(x)


@total
def log(x: Any, base: Any = None) -> Any:
    """The natural logarithm, or that to ``base``; none of zero and negative numbers."""
    x = scalar(x, "log")
    if base is not None:
        return log(x) / log(base)
    if isinstance(x, complex):
        if x == 0:
            raise NoValue("log of zero")
        return cmath.log(x)
    if x <= 0:
        raise NoValue(f"log of {'zero' if x == 0 else f'a negative number, {x:g}'}")
    return math.log(x)


def _either(name: str, doc: str) -> Callable[[Any], Any]:
    plain, wide = getattr(math, name), getattr(cmath, name)

    def function(x: Any) -> Any:
        x = scalar(x, name)
        return wide(x) if isinstance(x, complex) else plain(x)

    function.__name__, function.__doc__ = name, doc
    return total(function)


sin = _either("sin", "The sine of an angle in radians.")
cos = _either("cos", "The cosine of an angle in radians.")
tan = _either("tan", "The tangent of an angle in radians.")
asin = _either("asin", "The angle whose sine is x, from -1 to 1.")
acos = _either("acos", "The angle whose cosine is x, from -1 to 1.")
atan = _either("atan", "The angle whose tangent is x.")


@total
def atan2(y: Any, x: Any) -> float:
    """The direction of the point ``(x, y)``, from -pi to pi."""
    return math.atan2(real(y, "atan2"), real(x, "atan2"))


@total
def power(base: Any, exponent: Any) -> Any:
    """``base ^ exponent``: matrices to whole powers; no negative number to a broken power."""
    if isinstance(base, List):
        return base**exponent
    base, exponent = scalar(base, "a power"), scalar(exponent, "an exponent")
    if isinstance(base, complex) or isinstance(exponent, complex):
        return base**exponent
    if base == 0 and exponent < 0:
        raise NoValue("division by zero")
    if base < 0 and exponent != builtins.int(exponent):
        raise NoValue(f"a negative number, {base:g}, to the power of {exponent:g}")
    if isinstance(base, int) and isinstance(exponent, int):
        if exponent < 0:
            return float(base) ** exponent
        if builtins.abs(base) > 1 and exponent * base.bit_length() > 2 * MAX_BITS:
            raise NoValue("the result is too large")
    return base**exponent


@total
def binomial(n: Any, k: Any) -> int:
    """How many ways there are to choose ``k`` of ``n``; 0 outside 0 to n."""
    n, k = whole(n, "binomial"), whole(k, "binomial")
    if n < 0:
        raise NoValue("binomial takes no negative number of things")
    if not 0 <= k <= n:
        return 0
    k = builtins.min(k, n - k)
    if n > 10**6 or k > 2000:
        raise NoValue("the result is too large")
    return math.comb(n, k)


@total
def factorial(n: Any) -> int:
    """1 · 2 · … · n."""
    n = whole(n, "factorial")
    if n < 0:
        raise NoValue("factorial of a negative number")
    if n > 1000:
        raise NoValue("the result is too large")
    return math.factorial(n)


@total
def gcd(*numbers: Any) -> int:
    """The greatest common divisor."""
    return math.gcd(*(whole(n, "gcd") for n in _collected(numbers, "gcd")))


@total
def powmod(base: Any, exponent: Any, modulus: Any) -> Any:
    """``base ^ exponent % modulus`` for whole numbers of any size; with a negative exponent by
    the modular inverse, where there is one."""
    base, exponent, modulus = (whole(n, "powmod") for n in (base, exponent, modulus))
    if modulus == 0:
        raise NoValue("division by zero")
    return pow(base, exponent, modulus)


@total
def softmax(values: Any) -> List:
    """Shares of 1 in proportion to the exponentials."""
    if not is_vector(values):
        raise Mismatch(f"softmax takes a list of numbers, not {kind_of(values)}")
    numbers = [real(value, "softmax") for value in values]
    top = builtins.max(numbers)
    weights = [math.exp(number - top) for number in numbers]
    whole_weight = math.fsum(weights)
    return List.of(weight / whole_weight for weight in weights)


@total
def sort(values: Any) -> List:
    """A list of numbers, or of texts, from the least to the greatest."""
    items = list(values) if isinstance(values, List) else [None]
    for kind in (float, str):
        if all(isinstance(item, kind) or (kind is float and is_number(item)) for item in items):
            return List.of(sorted(items))
    raise Mismatch(f"sort takes a list of numbers or of texts, not {kind_of(values)}")


@total
def norm(v: Any) -> float:
    """The length of a vector or point."""
    if isinstance(v, List):
        if not is_vector(v):
            raise Mismatch("norm takes a vector or a point")
        return math.hypot(*(builtins.abs(item) for item in v))
    return float(builtins.abs(scalar(v, "norm")))


@total
def re(z: Any) -> Any:
    """The real part of a complex number, or of a point as one."""
    return scalar(z, "re").real


@total
def im(z: Any) -> Any:
    """The imaginary part of a complex number, or of a point as one."""
    return scalar(z, "im").imag


@total
def arg(z: Any) -> float:
    """The direction of a complex number or a point, from -pi to pi."""
    return cmath.phase(scalar(z, "arg"))


@total
def mix(a: Any, b: Any, t: Any) -> Any:
    """From ``a`` (t = 0) to ``b`` (t = 1): numbers, points, colours, lists of one length."""
    t = real(t, "mix")
    if isinstance(a, Color) or isinstance(b, Color):
        if not (isinstance(a, (Color, str)) and isinstance(b, (Color, str))):
            raise Mismatch(f"mix takes two of a kind, not {kind_of(a)} and {kind_of(b)}")
        return Color.mixed(Color(a), Color(b), t)
    if isinstance(a, List) and isinstance(b, List):
        if builtins.len(a) != builtins.len(b):
            raise Mismatch("mix takes lists of one length")
        return List.of(mix(x, y, t) for x, y in zip(a, b, strict=True))
    numbers = (is_number(a) or isinstance(a, complex)) and (
        is_number(b) or isinstance(b, complex)
    )
    if numbers:
        return a + (b - a) * t if t != 1 else b
    if isinstance(a, (str, List)) or isinstance(b, (str, List)):
        raise Mismatch(f"mix takes two of a kind, not {kind_of(a)} and {kind_of(b)}")
    a, b = as_point(a), as_point(b)
    return a + (b - a) * t


@total
def from_polar(r: Any, a: Any) -> Point:
    """The point at distance ``r`` in the direction of the angle ``a``."""
    r, a = real(r, "from_polar"), real(a, "from_polar")
    return Point(r * math.cos(a), r * math.sin(a))


@total
def project(p: Any, q: Any) -> Any:
    """The projection of ``p`` onto the line through the origin and ``q``."""
    if isinstance(p, List) and isinstance(q, List):
        if not (is_vector(p) and is_vector(q)) or builtins.len(p) != builtins.len(q):
            raise Mismatch("project takes two vectors of one length")
    else:
        p, q = as_point(p), as_point(q)
    square = builtins.sum(x * x for x in q)
    if square == 0:
        raise NoValue("projection onto a vector of length zero")
    return q * (builtins.sum(x * y for x, y in zip(p, q, strict=True)) / square)


__all__ = [
    "abs", "acos", "arg", "asin", "atan", "atan2", "binomial", "ceil", "cos", "e", "exp",
    "factorial", "floor", "from_polar", "gcd", "im", "len", "log", "max", "min", "mix", "norm",
    "pi", "power", "powmod", "project", "re", "round", "sign", "sin", "softmax", "sort", "sqrt",
    "sum", "tan", "tau",
]
