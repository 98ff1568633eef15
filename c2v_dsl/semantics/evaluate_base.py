"""What every part of the evaluator stands on: findings, residuals and the code of constants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from ..diagnostics import Fix, Related, Span
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_functions import (
    BUILTINS,
    NOTHING,
    PYTHON_NAMES,
    FunctionValue,
    SolutionValue,
)
from .evaluate_operators import (
    LEVELS,
    Duration,
    Operands,
    kind,
)
from .lower import (
    ABSENT,
    ATOM,
    POWER,
    SIGN,
    UNKNOWN,
    Residual,
    literal,
    python_name,
    reference,
    variable,
    wrapped,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .values import (
    BUDGET,
    Exhausted,
    List,
    Mismatch,
    NoValue,
    Point,
    is_number,
)
from .walk import bare

Resolve = Callable[[tree.Expr, Scope], tuple[Ref, ...] | None]


class Reporter(Protocol):
    """Where findings go: `report.Report` is one."""

    def add(
        self, code: str, span: Span, message: str, *, label: str = "", help: str = "",
        related: tuple[Related, ...] = (), fix: Fix | None = None,
    ) -> None: ...


def initial_of(value: Any) -> Any:
    """The value when the scene begins, or a mark."""
    return value.initial if type(value) is Residual else value


def reads_of(values: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Params and objects that any of ``values`` reads."""
    params: frozenset[str] = NOTHING
    objects: frozenset[str] = NOTHING
    for value in values:
        if isinstance(value, (Residual, FunctionValue)):
            params |= value.params
            objects |= value.objects
    return params, objects


class Base:
    """Findings, and how values become code."""

    def __init__(self, report: Reporter, resolve: Resolve | None = None) -> None:
        self.report = report
        self.resolve = resolve
        self._open: list[str] = []
        self._walk: dict[type, Callable[[Any, Scope], Any]] = {}

    def _eval(self, node: tree.Expr, scope: Scope) -> Any:
        """A constant, `Residual`, function value, `Ref`, `Duration`, or MISSING."""
        left = BUDGET.left
        if left is not None:
            BUDGET.left = left - 1
            if left < 1:
                raise Exhausted("this takes too many steps to work out")
        return self._walk[type(node)](node, scope)

    def _finding(self, code: str, node: tree.Node | Span, message: str, **more: Any) -> Any:
        """Report and answer MISSING."""
        span = node.span if isinstance(node, tree.Node) else node
        self.report.add(code, span, message, **more)
        return MISSING

    def _problem(self, problem: Exception, node: tree.Node) -> Any:
        """What a library function raised, as a finding."""
        if isinstance(problem, Exhausted):
            raise problem
        if isinstance(problem, Operands):
            return self._finding(codes.OPERANDS, node, str(problem), help=problem.help)
        if isinstance(problem, Mismatch):
            return self._finding(codes.TYPE, node, str(problem))
        return self._finding(codes.NO_VALUE, node, f"there is no value here: {problem}")

    def _operand(self, value: Any, node: tree.Expr) -> Any:
        """``value`` for arithmetic: an object means its centre."""
        if isinstance(value, Ref):
            return Residual(f"{reference(value)}.center", ATOM, NOTHING,
                            frozenset((value.object,)), UNKNOWN)
        if type(value) is List and value and isinstance(tuple.__getitem__(value, 0), Ref):
            return self._finding(
                codes.SEVERAL, node, f"these are {len(value)} objects, one is expected here",
                help="name one of them, as in `tile[0]`")
        return value

    def _truth(self, node: tree.Expr, scope: Scope) -> Any:
        """True, False, a residual or MISSING."""
        value = self._eval(node, scope)
        known = initial_of(value)
        if isinstance(known, bool) or known is UNKNOWN or known is ABSENT or value is MISSING:
            return value
        hint = "say what it is compared with, like `x > 0`" if is_number(known) else ""
        return self._finding(
            codes.TYPE, node, f"true or false is expected here, this is {kind(known)}", help=hint)

    def _code(self, node: tree.Expr, value: Any, scope: Scope, wanted: int = 0) -> str:
        """``value``, which ``node`` gave, as code that binds at least like ``wanted``."""
        if type(value) is Residual:
            return wrapped(value.code, value.level, wanted)
        code, level = self._kept(node, scope) or self._constant_code(value)
        return wrapped(code, level, wanted)

    def _constant_code(self, value: Any) -> tuple[str, int]:
        if isinstance(value, FunctionValue):
            return value.code, value.level
        if isinstance(value, SolutionValue):
            return value.code, ATOM
        if isinstance(value, Duration):
            return literal(value.seconds)
        if isinstance(value, List):
            return f"L({', '.join(self._constant_code(item)[0] for item in value)})", ATOM
        return literal(value)

    def _kept(self, node: tree.Expr, scope: Scope) -> tuple[str, int] | None:
        """The code of a constant as it was written, where it names lets or ``pi`` and costs
        little; None where its value does as well."""
        match node:
            case tree.Name():
                if node.text in ("pi", "e", "tau"):
                    return node.text, ATOM
                binding = scope.lookup(node.text)
                if binding is None or not binding.python:
                    return None
                return binding.python, ATOM
            case tree.Paren():
                return self._kept(node.expr, scope)
            case tree.Unary(op="-"):
                inner = self._kept(node.expr, scope)
                return (f"-{wrapped(*inner, SIGN)}", SIGN) if inner else None
            case tree.Binary(op="+" | "-" | "*" | "/" | "%" | "^"):
                kept = self._kept_parts((node.left, node.right), scope)
                if not kept:
                    return None
                (left, right) = kept
                if node.op == "^":
                    exponent = bare(node.right)
                    if isinstance(exponent, tree.Number) and isinstance(exponent.value, int):
                        return f"{wrapped(*left, ATOM)}**{right[0]}", POWER
                    return f"power({left[0]}, {right[0]})", ATOM
                level = LEVELS[node.op]
                return f"{wrapped(*left, level)} {node.op} {wrapped(*right, level + 1)}", level
            case tree.Tuple() | tree.ListExpr():
                kept = self._kept_parts(node.items, scope)
                head = "P" if isinstance(node, tree.Tuple) else "L"
                return (f"{head}({', '.join(code for code, _ in kept)})", ATOM) if kept else None
            case tree.Call(
                func=tree.Name(text="uniform" | "normal" as name),
                args=(tree.Arg(value=tree.Number() as seed), tree.Arg(value=tree.Number() as n)),
            ) if not scope.lookup(name):
                return f"{name}({literal(seed.value)[0]}, {literal(n.value)[0]})", ATOM
            case tree.Call(func=tree.Name(text=name), args=args):
                if name not in BUILTINS or not BUILTINS[name].cheap or scope.lookup(name):
                    return None
                kept = self._kept_parts(tuple(arg.value for arg in args), scope)
                if not kept:
                    return None
                called = PYTHON_NAMES.get(name, name)
                return f"{called}({', '.join(code for code, _ in kept)})", ATOM
            case tree.Attr(base=tree.Name() as base, name=tree.Ident(text="x" | "y" as name)):
                kept_base = self._kept(base, scope)
                return (f"{kept_base[0]}.{name}", ATOM) if kept_base and isinstance(
                    self._eval(base, scope), Point) else None
            case tree.Index(items=(tree.Number() as index,)):
                listed = self._kept(node.base, scope)
                if listed is None or listed[1] != ATOM:
                    return None
                return f"{listed[0]}[{index.value}]", ATOM
        return None

    def _kept_parts(
        self, nodes: tuple[tree.Expr, ...], scope: Scope
    ) -> list[tuple[str, int]] | None:
        kept = [self._kept(node, scope) for node in nodes]
        if not any(kept):
            return None
        return [
            part or self._constant_code(self._eval(node, scope))
            for part, node in zip(kept, nodes, strict=True)
        ]

    @contextmanager
    def _variables(
        self, names: Sequence[str], scope: Scope, order: int, span: Span
    ) -> Iterator[tuple[str, ...]]:
        """Bind the variables of a function or loop in ``scope`` while its body is lowered, under
        names that no variable around it has in emitted code."""
        chosen: list[str] = []
        for name in names:
            base = python = python_name(name)
            number = 2
            while python in self._open or python in chosen or (
                scope.taken(python) not in (None, name)
            ):
                python = f"{base}_{number}"
                number += 1
            chosen.append(python)
            scope.bind(name, "argument", variable(python, order), span)
        before = len(self._open)
        self._open.extend(chosen)
        try:
            yield tuple(chosen)
        finally:
            del self._open[before:]

    def _residual(
        self, code: str, level: int, parts: Any, compute: Callable[..., Any], node: tree.Node
    ) -> Any:
        """A residual over ``parts``; ``compute`` makes its initial value from theirs."""
        params, objects = reads_of(parts)
        initials = [initial_of(part) for part in parts]
        initial: Any
        if any(value is UNKNOWN for value in initials):
            initial = UNKNOWN
        elif any(value is ABSENT for value in initials):
            initial = ABSENT
        else:
            try:
                initial = compute(*initials)
            except Exhausted:
                raise
            except Mismatch as problem:
                return self._problem(problem, node)
            except NoValue:
                initial = ABSENT
        return Residual(code, level, params, objects, initial)
