"""Integrals, derivatives, iterations and differential equations, all by number."""

from __future__ import annotations

import builtins
import cmath
import math
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from .errors import BUDGET, MAX_ITEMS, Exhausted, Mismatch, NoValue
from .functions import finite, kind_of, real, scalar, total
from .points import Point

_NODES = (
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144691693213, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0.0,
)
_KRONROD = (
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
)
_GAUSS = (
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
)
_PIECES = 400


def called(function: Any, what: str) -> Callable[..., Any]:
    """``function`` if it is one."""
    if not callable(function):
        raise Mismatch(f"{what} takes a function, not {kind_of(function)}")
    return function  # type: ignore[no-any-return]


@total
def integral(f: Any, a: Any, b: Any) -> Any:
    """The integral of ``f`` from ``a`` to ``b``, to about ten digits.

    Gauss–Kronrod with 7 and 15 points, halving where the two disagree most (Piessens et al.,
    QUADPACK, 1983). The ends are not evaluated, so an integrable pole may lie there.
    """
    f, a, b = called(f, "integral"), real(a, "integral"), real(b, "integral")
    if a == b:
        return 0
    pieces = [_kronrod(f, a, b)]
    for _ in range(_PIECES):
        whole_value = builtins.sum(value for _, value, _, _ in pieces)
        error = math.fsum(piece[0] for piece in pieces)
        if error <= 1e-10 * builtins.max(1e-3, builtins.abs(whole_value)):
            return finite(whole_value)
        worst = builtins.max(range(len(pieces)), key=lambda i: pieces[i][0])
        _, _, left, right = pieces.pop(worst)
        middle = (left + right) / 2
        pieces += [_kronrod(f, left, middle), _kronrod(f, middle, right)]
    if error <= 1e-5 * builtins.max(1e-3, builtins.abs(whole_value)):
        return finite(whole_value)
    raise NoValue("the integral does not settle on a value")


def _kronrod(f: Callable[..., Any], a: float, b: float) -> tuple[float, Any, float, float]:
    BUDGET.spend(15)
    middle, half = (a + b) / 2, (b - a) / 2
    fine: Any = 0.0
    coarse: Any = 0.0
    for i, node in enumerate(_NODES):
        values = scalar(f(middle + half * node), "integral")
        if node:
            values = values + scalar(f(middle - half * node), "integral")
        fine = fine + _KRONROD[i] * values
        if i % 2:
            coarse = coarse + _GAUSS[i // 2] * values
    return builtins.abs((fine - coarse) * half), fine * half, a, b


class Derivative:
    """``derivative(f)``: the slope of ``f``, real or complex, to about twelve digits.

    Central differences with Richardson's extrapolation, after C. J. F. Ridders, "Accurate
    computation of F'(x) and F'(x)F''(x)", 1982: exact but for rounding for polynomials up to
    degree 14.
    """

    _ROWS = 7

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.__name__ = "derivative"

    def __call__(self, x: Any) -> Any:
        x = scalar(x, "a derivative")
        step = 0.125 * builtins.max(0.125, builtins.abs(x)) if x else 0.125
        best, error = None, math.inf
        problem: ArithmeticError = NoValue("there is no slope here")
        for _ in range(10):
            try:
                slope, doubt = _ridders(self.function, x, step, self._ROWS)
                doubt /= builtins.max(1.0, _size(slope))
                if doubt < error:
                    best, error = slope, doubt
                if error < 1e-10:
                    break
            except (Mismatch, Exhausted):
                raise
            except ArithmeticError as found:
                problem = found
            step /= 16
        if best is None or error > 1e-3:
            raise problem
        return best


@total
def _ridders(f: Callable[..., Any], x: Any, step: float, rows: int) -> tuple[Any, float]:
    BUDGET.spend(2)
    f(x)
    best, error = None, math.inf
    last: list[Any] = []
    for i in range(rows):
        BUDGET.spend(2)
        ahead, behind = x + step, x - step
        row = [(f(ahead) - f(behind)) / (ahead - behind)]
        factor = 4.0
        for j in range(i):
            row.append(row[j] + (row[j] - last[j]) / (factor - 1))
            factor *= 4
            new = builtins.max(_size(row[j + 1] - row[j]), _size(row[j + 1] - last[j]))
            if new <= error:
                best, error = row[j + 1], new
        if i and (error == 0 or _size(row[i] - last[i - 1]) >= 4 * error > 0):
            break
        last = row
        step /= 2
    return best, error


def _size(value: Any) -> float:
    if isinstance(value, tuple):
        return builtins.max(map(_size, value), default=0.0)
    return float(builtins.abs(value))


@total
def derivative(f: Any) -> Derivative:
    """The derivative of a function of one number: a function again."""
    return Derivative(called(f, "derivative"))


@total
def iterate(f: Any, start: Any, steps: Any) -> Any:
    """``f(f(… f(start)))``, ``steps`` times; the whole part of ``steps`` counts."""
    f = called(f, "iterate")
    count = math.floor(real(steps, "iterate"))
    if count < 0:
        raise NoValue("iterate takes no negative number of steps")
    if count > MAX_ITEMS:
        raise NoValue(f"iterate takes at most {MAX_ITEMS:,} steps")
    value = start
    for _ in range(count):
        BUDGET.spend()
        following = finite(f(value))
        if following == value:
            return following
        value = following
    return value


_C = (1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0)
_A = (
    (1 / 5,),
    (3 / 40, 9 / 40),
    (44 / 45, -56 / 15, 32 / 9),
    (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
)
_E = (71 / 57600, 0.0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40)
_D = (
    -12715105075 / 11282082432, 0.0, 87487479700 / 32700410799, -10690763975 / 1880347072,
    701980252875 / 199316789632, -1453857185 / 822651844, 69997945 / 29380423,
)
_STEPS = 20_000
_State = tuple[Any, ...]


class Solution:
    """What `solve` gives: ``.S`` is the function of time called S."""

    def __init__(self, names: tuple[str, ...], first: float) -> None:
        self._names = names
        self._times = [first]
        self._coefficients: list[tuple[float, tuple[_State, ...]]] = []
        self._end = "whole"

    def __getattr__(self, name: str) -> SolutionCurve:
        if not name.startswith("_") and name in self._names:
            return SolutionCurve(self, self._names.index(name), name)
        raise AttributeError(f"this solution has no {name}")

    @property
    def names_(self) -> tuple[str, ...]:
        """The unknowns, in the order of their equations."""
        return self._names

    @property
    def until_(self) -> float:
        """The last time that has values: before the end asked for where a solution blows up."""
        return self._times[-1]

    @property
    def end_(self) -> str:
        """How it ends: ``whole`` at the time asked for; before it ``grows`` beyond all bounds in
        finite time, becomes too ``large``, has no ``value`` any more, or takes too many
        ``steps``."""
        return self._end

    def _at(self, t: float, which: int) -> Any:
        first, last = self._times[0], self._times[-1]
        slack = 1e-9 * (last - first)
        if not first - slack <= t <= last + slack or not self._coefficients:
            raise NoValue(f"the solution reaches from {first:g} to {last:g}, not to {t:g}")
        step = builtins.min(bisect_right(self._times, t) - 1, len(self._coefficients) - 1)
        step = builtins.max(step, 0)
        length, (c0, c1, c2, c3, c4) = self._coefficients[step]
        s = (t - self._times[step]) / length
        r = 1 - s
        k = which
        return c0[k] + s * (c1[k] + r * (c2[k] + s * (c3[k] + r * c4[k])))


class SolutionCurve:
    """One unknown of a solution, as a function of time."""

    def __init__(self, solution: Solution, which: int, name: str) -> None:
        self.__name__ = name
        self._solution = solution
        self._which = which

    def __call__(self, t: Any) -> Any:
        return self._solution._at(real(t, self.__name__), self._which)


def solve(rhs: Callable[..., Any], over: Any, /, **start: Any) -> Solution:
    """Follow first-order equations from their initial values.

    Args:
        rhs: takes the time and the unknowns in the order of ``start``, gives their slopes.
        over: first and last time.
        start: every unknown's initial value.

    The method of Dormand and Prince, 1980, with its own step control and the continuous extension
    of Hairer, Nørsett and Wanner, "Solving ordinary differential equations I", to about eight
    digits. Where the solution blows up it ends.
    """
    return _solve(rhs, over, start)


@total
def _solve(rhs: Callable[..., Any], over: Any, start: dict[str, Any]) -> Solution:
    if not (isinstance(over, tuple) and len(over) == 2) or isinstance(over, Point):
        raise Mismatch("solve takes its times as [first, last]")
    t, end = float(real(over[0], "solve")), float(real(over[1], "solve"))
    if not t < end:
        raise NoValue("solve runs forwards: the last time must be greater than the first")
    if not start:
        raise Mismatch("solve takes an initial value for every unknown")
    y: _State = tuple(scalar(value, "solve") + 0.0 for value in start.values())
    solution = Solution(tuple(start), t)
    k1 = _slopes(rhs, t, y)
    length = end - t
    h = _first_step(k1, y, length)
    for _ in range(_STEPS):
        if t >= end - 1e-12 * length:
            return solution
        h = builtins.min(h, end - t, length / 20)
        try:
            ks, after = _step(rhs, t, y, h, k1)
            error = _error(ks, y, after, h)
        except Exhausted:
            raise Exhausted(f"it has come no further than t = {t:.3g} then") from None
        except Mismatch:
            raise
        except (ArithmeticError, ValueError):
            error = math.inf
        if error <= 1:
            solution._coefficients.append((h, _dense(ks, y, after, h)))
            t = t + h
            if end - t <= 1e-12 * length:
                t = end
            solution._times.append(t)
            y, k1 = after, ks[6]
            h *= builtins.min(5.0, 0.9 * (error + 1e-12) ** -0.2)
        else:
            h *= 0.1 if error == math.inf else builtins.max(0.2, 0.9 * error**-0.2)
        high = builtins.max(map(builtins.abs, y))
        if h < 1e-10 * length or high > 1e12:
            tight = h < 1e-6 * length
            solution._end = "grows" if high > 1e6 and tight else "value" if tight else "large"
            return solution
    solution._end = "steps"
    return solution


def _slopes(rhs: Callable[..., Any], t: float, y: _State) -> _State:
    BUDGET.spend(2)
    slopes = rhs(t, *y)
    if not isinstance(slopes, tuple) or isinstance(slopes, Point):
        slopes = (slopes,)
    result = tuple(scalar(slope, "solve") for slope in slopes)
    for slope in result:
        if not cmath.isfinite(slope):
            raise NoValue("the result is too large")
    if len(result) != len(y):
        raise Mismatch(f"{len(result)} equations for {len(y)} unknowns")
    return result


def _first_step(k: _State, y: _State, length: float) -> float:
    speed = builtins.max((builtins.abs(slope) / (builtins.abs(value) + 1e-6)
                          for slope, value in zip(k, y, strict=True)), default=0.0)
    return builtins.min(length / 100, 0.01 / speed) if speed > 0 else length / 100


def _step(
    rhs: Callable[..., Any], t: float, y: _State, h: float, k1: _State
) -> tuple[list[_State], _State]:
    ks = [k1]
    point = y
    for stage, weights in enumerate(_A):
        point = tuple(
            value + h * builtins.sum(w * k[i] for w, k in zip(weights, ks, strict=True))
            for i, value in enumerate(y)
        )
        ks.append(_slopes(rhs, t + h * (_C[stage] if stage < 5 else 1.0), point))
    return ks, point


def _error(ks: list[_State], y: _State, after: _State, h: float) -> float:
    worst = 0.0
    for i, (a, b) in enumerate(zip(y, after, strict=True)):
        scale = 1e-9 + 1e-8 * builtins.max(builtins.abs(a), builtins.abs(b))
        size = builtins.abs(h * builtins.sum(w * k[i] for w, k in zip(_E, ks, strict=True)))
        worst = builtins.max(worst, size / scale)
    return worst if math.isfinite(worst) else math.inf


def _dense(ks: list[_State], y: _State, after: _State, h: float) -> tuple[_State, ...]:
    change = tuple(b - a for a, b in zip(y, after, strict=True))
    bend = tuple(h * k - d for k, d in zip(ks[0], change, strict=True))
    third = tuple(
        d - h * k - s for d, k, s in zip(change, ks[6], bend, strict=True)
    )
    fourth = tuple(
        h * builtins.sum(w * k[i] for w, k in zip(_D, ks, strict=True)) for i in range(len(y))
    )
    return y, change, bend, third, fourth


__all__ = ["Derivative", "Solution", "SolutionCurve", "derivative", "integral", "iterate", "solve"]
