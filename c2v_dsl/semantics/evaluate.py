"""Expressions of a storyboard: worked out where they are constant, else turned into Python.

An `Evaluator` belongs to one scene (or to a file's lets). Everything is asked of it with an
expression, the `Scope` it stands in, and what is wanted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..diagnostics import Related, Span
from ..diagnostics.codes import names as name_codes
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import Reporter, Resolve
from .evaluate_functions import (
    Closure,
    FunctionValue,
    SolutionValue,
    compiled,
    plain,
)
from .evaluate_wants import LONGEST, Wants, has_code
from .lower import (
    ATOM,
    LAMBDA,
    UNKNOWN,
    Residual,
    member_name,
    python_name,
)
from .lowered import Definition, Function, Live, Value
from .scope import MISSING, Binding, BindingKind, Scope
from .suggest import listing
from .values import (
    BUDGET,
    Exhausted,
    List,
    NoValue,
)
from .vocabulary.declare import Arg
from .walk import nodes

STEPS = 400_000
"""Steps that one expression may take, well under a second."""

ALL_STEPS = 6_000_000
"""Steps that all expressions of one evaluator may take together."""


class Evaluator(Wants):
    """Evaluates expressions.

    Args:
        report: where findings go.
        resolve: which objects an expression names; it reports what it does not know.

    What values become: constants of ``semantics.values`` (durations become seconds), `Live` where
    they follow a param or read an object, `Function`, `Ref`, tuples of these, or MISSING after a
    finding.
    """

    def __init__(self, report: Reporter, resolve: Resolve | None = None) -> None:
        super().__init__(report, resolve)
        self._spent = 0

    def value(self, expr: tree.Expr, scope: Scope, want: str | Arg | None = None) -> Value:
        """The value of ``expr``.

        Args:
            want: an argument type of the vocabulary (or ``duration``, ``place``, ``list``), or
                the declaration of the argument itself, whose words, variables and ``live`` then
                count too; None takes anything.
        """
        arg = want if isinstance(want, Arg) else None
        kind_wanted: str | None = want.type if isinstance(want, Arg) else want
        if arg is not None and not arg.live:
            return self._fixed(expr, scope, kind_wanted, arg)
        return self._guarded(expr, self._wanted, expr, scope, kind_wanted, arg)

    def constant(self, expr: tree.Expr, scope: Scope, want: str | Arg | None = None) -> Any:
        """The value of ``expr`` where it may not follow a param nor read an object's place."""
        arg = want if isinstance(want, Arg) else None
        return self._fixed(expr, scope, want.type if isinstance(want, Arg) else want, arg)

    def argument(self, expr: tree.Expr, scope: Scope) -> Any:
        """The value of ``expr`` to be bound in another scope (for components, templates and
        actions): functions keep what they are, durations their unit."""
        return self._guarded(expr, self._eval, expr, scope)

    def text(self, node: tree.Str, scope: Scope) -> str | Live | Any:
        """A string with its live values: folded where they are constant."""
        return self._guarded(node, self._wanted, node, scope, None, None)

    def function(
        self, expr: tree.Expr, scope: Scope, variables: tuple[str, ...] = ("x",)
    ) -> Function | Any:
        """A function of ``variables``: its name, ``(u) -> …``, or an expression in them."""
        return self._guarded(expr, self._function, expr, scope, variables)

    def iterable(
        self, expr: tree.Expr, scope: Scope, limit: int = 10_000, what: str = "times"
    ) -> tuple[Any, ...] | Any:
        """What a loop runs over, at most ``limit`` values; ``what`` it makes names them."""
        values = self._guarded(expr, self._iterable, expr, scope)
        if values is MISSING:
            return MISSING
        if len(values) > limit:
            return self._finding(
                codes.TOO_MANY, expr, f"this loop runs {len(values):,} times, at most "
                f"{limit:,} {what} are possible")
        return values

    def loop(
        self, clause: tree.ForClause, scope: Scope, limit: int = 10_000, what: str = "times"
    ) -> Iterator[tuple[Any, Scope]]:
        """The values of a loop whose condition holds, each with the scope of its round."""
        values = self.iterable(clause.iterable, scope, limit, what)
        if values is MISSING:
            return
        for value in values:
            inner = scope.block(repeats=True)
            inner.bind(clause.name.text, "loop", value, clause.name.span)
            if clause.cond is not None:
                holds = self.constant(clause.cond, inner, "flag")
                if holds is MISSING:
                    return
                if not holds:
                    continue
            yield value, inner

    def claim(self, name: tree.Ident, scope: Scope) -> bool:
        """Whether ``name`` may be declared in ``scope``; a finding where it is taken."""
        taken = scope.declared(name.text)
        if taken is None:
            return True
        self._finding(
            name_codes.DUPLICATE, name, f"`{name.text}` is declared twice in this scene"
            if scope.root.kind == "scene" else f"`{name.text}` is declared twice in this file",
            help="give one of them another name",
            related=(Related(taken.span, "first declared here"),))
        return False

    def declare_let(self, let: tree.Let, scope: Scope) -> Binding | None:
        """Bind a ``let``; None after a finding that its name is taken."""
        name = let.name.text
        if not self.claim(let.name, scope):
            return None
        python = None if scope.repeats else scope.python_name(name)
        if let.params is not None:
            return self._declare_function(let, scope, python)
        raw = self._guarded(let.value, self._eval, let.value, scope)
        if type(raw) is Residual and len(raw.code) > LONGEST:
            raw = self._too_long(let.value)
        binding = scope.bind(name, "let", raw, let.name.span)
        binding.expr = let.value
        if raw is MISSING or python is None:
            return binding
        where = "file" if scope.root.kind == "file" else "scene"
        span = let.name.span
        if type(raw) is Residual:
            scope.define(python, Definition(python, (), raw.code, where, span))  # type: ignore
            if not raw.objects:
                namespace = self._namespace(scope)
                namespace[python] = compiled(raw.code, (), namespace) or _nothing
            binding.value = Residual(f"{python}()", ATOM, raw.params, raw.objects, raw.initial)
            return binding
        if isinstance(raw, Closure) and raw.python is None:
            arguments = tuple(map(python_name, raw.parameters))
            body = raw.code.partition(": ")[2]
            raw.python = python
            raw.name = name
            raw.span = span
            self._publish(scope, python, arguments, body, raw, span)
            raw.code, raw.level = python, ATOM
            binding.kind = "function"
            return binding
        binding.python = python
        if isinstance(raw, FunctionValue):
            self._define_constant(scope, python, raw.code, raw.fn, span)
            binding.value = FunctionValue(
                name, raw.least, raw.most, python, raw.fn, raw.params, raw.objects)
        elif isinstance(raw, SolutionValue):
            self._define_constant(scope, python, raw.code, raw.solution, span)
            binding.value = SolutionValue(raw.solution, python)
        elif has_code(raw):
            value, node = raw, let.value
            self._namespace(scope)[python] = value
            scope.define(python, lambda: Definition(
                python, None, self._code(node, value, scope), where, span))  # type: ignore
        elif isinstance(raw, List) and all(map(_emitted, raw)):
            self._define_constant(scope, python, self._constant_code(raw)[0], plain(raw), span)
        else:
            binding.python = None
        return binding

    def _define_constant(
        self, scope: Scope, python: str, code: str, value: Any, span: Span
    ) -> None:
        where: Any = "file" if scope.root.kind == "file" else "scene"
        self._namespace(scope)[python] = value
        scope.define(python, Definition(python, None, code, where, span))

    def _declare_function(
        self, let: tree.Let, scope: Scope, python: str | None
    ) -> Binding:
        name = let.name.text
        parameters = let.params or ()
        names = tuple(p.text for p in parameters)
        for i, parameter in enumerate(parameters):
            if parameter.text in names[:i]:
                self._finding(
                    name_codes.DUPLICATE, parameter,
                    f"the function has two variables called `{parameter.text}`",
                    help="give one of them another name")
        calls = None if name in names else _call_of(let.value, name)
        closure: Any
        if calls is not None and scope.lookup(name) is None:
            closure = self._finding(
                codes.RECURSION, calls, f"`{name}` calls itself, which no function may",
                label="here", help="repetition is said by `iterate(f, x0, n)`",
                related=(Related(let.name.span, "declared here"),))
        else:
            closure = self._guarded(
                let.value, self._closure, name, names, let.value, scope, let.name.span, python)
        if isinstance(closure, Closure) and closure.broken:
            closure = MISSING
        return scope.bind(name, "function", closure, let.name.span)

    def _publish(
        self, scope: Scope, python: str, arguments: tuple[str, ...] | None, code: str,
        value: Any, span: Span,
    ) -> None:
        where: Any = "file" if scope.root.kind == "file" else "scene"
        scope.define(python, Definition(python, arguments, code, where, span))
        if isinstance(value, Closure) and not value.objects:
            self._namespace(scope)[python] = _Late(value)

    def declare_param(self, param: tree.Param, scope: Scope) -> Binding | None:
        """Bind a ``param`` with its first value; None after a finding that its name is taken."""
        if not self.claim(param.name, scope):
            return None
        initial = self.constant(param.value, scope)
        return self.bind_param(param.name.text, initial, scope, param.name.span)

    def bind_param(self, name: str, initial: Any, scope: Scope, span: Span) -> Binding:
        """A param with a known first value, such as one taken over from another scene."""
        if initial is MISSING:
            return scope.bind(name, "param", MISSING, span)
        setattr(self._namespace(scope)["p"], member_name(name), initial)
        value = Residual(f"p.{member_name(name)}", ATOM, frozenset((name,)), frozenset(), initial)
        return scope.bind(name, "param", value, span)

    @contextmanager
    def at(self, scope: Scope, params: Mapping[str, Any]) -> Iterator[Callable[[Any], Any]]:
        """What values and functions would be with ``params`` at other values than at first.

        The function given answers a constant with itself, a `Live` with its value, and a
        `Function` with a Python function, None where it can only be measured.
        """
        namespace = self._namespace(scope)
        here = namespace["p"]
        before = {name: getattr(here, member_name(name), None) for name in params}

        def now(value: Any) -> Any:
            if isinstance(value, Function):
                return getattr(_raw(value), "fn", None)
            if isinstance(value, Live):
                read = compiled(value.python, (), namespace)
                return read() if read is not None else None
            return value

        try:
            for name, given in params.items():
                setattr(here, member_name(name), given)
            yield now
        finally:
            for name, given in before.items():
                setattr(here, member_name(name), given)

    def bind(
        self, name: str, value: Any, scope: Scope, span: Span, kind: BindingKind = "argument"
    ) -> Binding:
        """Bind a value that `argument`, `value` or `iterable` gave."""
        return scope.bind(name, kind, _raw(value), span)

    def _fixed(self, expr: tree.Expr, scope: Scope, want: str | None, arg: Arg | None) -> Any:
        value = self._guarded(expr, self._wanted, expr, scope, want, arg)
        if isinstance(value, Live):
            if value.params:
                names = listing(f"`{name}`" for name in value.params)
                return self._finding(
                    codes.FOLLOWS, expr, f"this follows the param {names}, but must be fixed here",
                    help="use a number or a `let` that mentions no param")
            names = listing(f"`{name}`" for name in value.objects)
            return self._finding(
                codes.FOLLOWS, expr, f"this depends on where {names} is, but must be fixed here",
                help="write the numbers themselves")
        return value

    def _guarded(self, expr: tree.Node, work: Callable[..., Any], *args: Any) -> Any:
        """``work(*args)`` on the budget; what exceeds it is a finding."""
        outermost = BUDGET.left is None
        if outermost:
            granted = max(2_000, min(STEPS, ALL_STEPS - self._spent))
            BUDGET.left = granted
        try:
            return work(*args)
        except Exhausted as problem:
            return self._finding(
                codes.TOO_LONG, expr, str(problem) or "this takes too many steps to work out",
                help="use fewer steps or a shorter list")
        except RecursionError:
            return self._finding(codes.TOO_LONG, expr, "this expression is nested too deeply",
                                 help="give parts of it names with `let`")
        finally:
            if outermost:
                self._spent += granted - (BUDGET.left or 0)
                BUDGET.left = None


def _emitted(value: Any) -> bool:
    """Whether a member of a list has code of its own, functions and solutions too."""
    if isinstance(value, List):
        return all(map(_emitted, value))
    return isinstance(value, FunctionValue | SolutionValue) or has_code(value)


def _nothing() -> Any:
    raise NoValue("there is no value")


class _Late:
    """A function of the storyboard in the namespace of another's code, compiled when called."""

    __slots__ = ("closure",)

    def __init__(self, closure: Closure) -> None:
        self.closure = closure

    def __call__(self, *args: Any) -> Any:
        fn = self.closure.fn
        if fn is None:
            raise NoValue("there is no value")
        return fn(*args)


def _raw(value: Any) -> Any:
    """What a public value was inside the evaluator."""
    if isinstance(value, Live):
        kept = getattr(value, "_residual", None)
        return kept or Residual(value.python, LAMBDA, frozenset(value.params),
                                frozenset(value.objects),
                                UNKNOWN if value.initial is None else value.initial)
    if isinstance(value, Function):
        kept = getattr(value, "_value", None)
        return kept or FunctionValue("the function", 0, 99, value.python, None,
                                     frozenset(value.params), level=LAMBDA)
    return value


def _call_of(expr: tree.Expr, name: str) -> tree.Name | None:
    """Where ``expr`` mentions ``name``, unless a lambda or loop inside gives it a meaning."""
    for node in nodes(expr):
        if isinstance(node, tree.Name) and node.text == name:
            return node
    return None


__all__ = ["MISSING", "Evaluator", "Reporter"]
