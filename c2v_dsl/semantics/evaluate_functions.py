"""Function values while a storyboard is checked: the language's own, lets, lambdas, solutions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..syntax import tree
from . import values as library
from .lower import ATOM, UNKNOWN, names_in_code
from .scope import Scope
from .values import BUDGET, EMITTED, Exhausted, Solution

Fn = Callable[..., Any]
NOTHING: frozenset[str] = frozenset()
MANY = 99


class FunctionValue:
    """Something that can be called.

    Attributes:
        least, most: how many arguments it takes.
        code: how emitted code calls it, and ``level`` how tightly that binds.
        params, objects: what it reads beside its arguments.
        fn: the Python function, for params as they are when the scene begins; not for functions
            that read objects.
    """

    __slots__ = ("_fn", "code", "least", "level", "most", "name", "objects", "params")

    def __init__(
        self,
        name: str,
        least: int,
        most: int,
        code: str,
        fn: Fn | None,
        params: frozenset[str] = NOTHING,
        objects: frozenset[str] = NOTHING,
        level: int = ATOM,
    ) -> None:
        self.name = name
        self.least = least
        self.most = most
        self.code = code
        self.level = level
        self.params = params
        self.objects = objects
        self._fn = fn

    @property
    def fn(self) -> Fn | None:
        return self._fn

    @property
    def reads(self) -> bool:
        return bool(self.params or self.objects)


class Closure(FunctionValue):
    """A function of the storyboard. ``python`` is the name it is emitted under, if it is."""

    __slots__ = ("body", "broken", "make", "order", "parameters", "python", "scope", "span")

    def __init__(
        self, name: str, parameters: tuple[str, ...], body: tree.Expr, scope: Scope, order: int,
        span: Any,
    ) -> None:
        super().__init__(name, len(parameters), len(parameters), "", None)
        self.parameters = parameters
        self.body = body
        self.scope = scope
        self.order = order
        self.span = span
        self.python: str | None = None
        self.broken = False
        self.make: Callable[[], Fn | None] | None = None

    @property
    def fn(self) -> Fn | None:
        if self.make is not None:
            make, self.make = self.make, None
            self._fn = make()
        return self._fn


class SolutionValue:
    """What ``solve`` gives, with the code that emitted programs know it by."""

    __slots__ = ("code", "solution")

    def __init__(self, solution: Solution, code: str) -> None:
        self.solution = solution
        self.code = code


@dataclass(frozen=True)
class Builtin:
    """A function of the language: its arity and whether recomputing it in every frame is cheap."""

    name: str
    least: int
    most: int
    usage: str
    cheap: bool = True


def _table(text: str, cheap: bool = True) -> dict[str, Builtin]:
    found = {}
    for usage in text.split("; "):
        name, _, inner = usage.strip().partition("(")
        wanted = [part.strip() for part in inner.rstrip(")").split(",")]
        optional = sum(part.startswith("[") for part in wanted)
        many = "…" in wanted
        least = 1 if many else len(wanted) - optional
        shown = usage.strip().replace("[", "").replace("]", "")
        found[name] = Builtin(name, least, MANY if many else len(wanted), shown, cheap)
    return found


BUILTINS = {
    **_table(
        "len(list); floor(x); ceil(x); round(x, [digits]); abs(x); sign(x); sqrt(x); exp(x); "
        "log(x, [base]); sin(x); cos(x); tan(x); asin(x); acos(x); atan(x); atan2(y, x); "
        "min(a, b, …); max(a, b, …); binomial(n, k); factorial(n); gcd(a, b, …); "
        "powmod(a, n, m); det(M); inverse(M); transpose(M); dot(p, q); cross(p, q); norm(v); "
        "re(z); im(z); arg(z); mix(a, b, t); from_polar(r, a); project(p, q); cell(row, column); "
        "area(row, column, row, column); softmax(list); sort(list)"
    ),
    **_table(
        "sum(a, b, …); integral(f, a, b); derivative(f); iterate(f, x0, n); uniform(seed, n); "
        "normal(seed, n)", cheap=False,
    ),
}
"""Every function but ``solve``, which has a syntax of its own."""

PYTHON_NAMES = {"dot": "dot_product", "cross": "cross_product"}
"""Functions whose own names are kinds in emitted code."""


def _own(builtin: Builtin) -> FunctionValue:
    code = PYTHON_NAMES.get(builtin.name, builtin.name)
    return FunctionValue(builtin.name, builtin.least, builtin.most, code, getattr(library, code))


FUNCTIONS = {name: _own(builtin) for name, builtin in BUILTINS.items()}


def fresh_namespace() -> dict[str, Any]:
    """What emitted expressions may name, for evaluating them while checking."""
    names: dict[str, Any] = {name: getattr(library, name) for name in EMITTED}
    names["__builtins__"] = {}
    return names


def compiled(code: str, parameters: tuple[str, ...], namespace: dict[str, Any]) -> Fn | None:
    """A lowered function body as a Python function that draws on the budget; None where it reads
    objects or Python itself finds it nested too deeply."""
    if "o" in names_in_code(code):
        return None
    try:
        raw: Fn = eval(f"lambda {', '.join(parameters)}: {code}", namespace)
    except (SyntaxError, RecursionError, MemoryError):
        return None
    cost = 1 + len(code) // 12

    def call(*args: Any) -> Any:
        left = BUDGET.left
        if left is not None:
            BUDGET.left = left - cost
            if left < cost:
                raise Exhausted("this takes too many steps to work out")
        return raw(*args)

    return call


def plain(value: Any) -> Any:
    """``value`` as the library's functions take it: Python functions for function values."""
    if isinstance(value, FunctionValue):
        return value.fn
    if isinstance(value, SolutionValue):
        return value.solution
    if isinstance(value, library.List) and any(
        isinstance(item, (FunctionValue, SolutionValue, library.List)) for item in value
    ):
        return library.List.of(plain(item) for item in value)
    return value


__all__ = [
    "BUILTINS", "FUNCTIONS", "MANY", "NOTHING", "PYTHON_NAMES", "UNKNOWN", "Builtin", "Closure",
    "FunctionValue", "SolutionValue", "compiled", "fresh_namespace", "plain",
]
