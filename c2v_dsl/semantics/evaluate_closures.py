"""Functions of the storyboard: lowered when declared, compiled when first called."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Related
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import initial_of, reads_of
from .evaluate_expr import Expressions
from .evaluate_functions import (
    BUILTINS,
    MANY,
    Closure,
    Fn,
    FunctionValue,
    compiled,
    fresh_namespace,
    plain,
)
from .evaluate_operators import (
    Duration,
    kind,
)
from .lower import (
    ABSENT,
    ATOM,
    LAMBDA,
    LOCAL,
    UNKNOWN,
    Residual,
    without_variable,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .suggest import listing
from .values import (
    Exhausted,
    Mismatch,
    NoValue,
    Outside,
    finite,
)
from .walk import nodes


class Closures(Expressions):
    """Lets with variables, and lambdas."""

    def _apply(self, node: tree.Call, function: Closure, args: list[Any], scope: Scope) -> Any:
        dynamic = function.reads or any(
            type(value) is Residual or isinstance(value, Ref)
            or (isinstance(value, FunctionValue) and value.reads)
            for value in args)
        if not dynamic:
            fn = function.fn
            if fn is not None and not any(isinstance(value, Duration) for value in args):
                try:
                    result = finite(fn(*map(plain, args)))
                except (ArithmeticError, TypeError, AttributeError, ValueError,
                        RecursionError) as problem:
                    return self._call_problem(problem, node, function, args)
                if not callable(result) and not hasattr(result, "until_"):
                    return result
            return self._walk_body(function, args)
        if function.python is None:
            return self._walk_body(function, args)
        args = [
            self._operand(value, arg.value)
            for value, arg in zip(args, node.args, strict=True)
        ]
        if any(value is MISSING for value in args):
            return MISSING
        initial: Any = UNKNOWN
        if not function.objects:
            initial = self._initial_call(node, function, args)
            if initial is MISSING:
                return MISSING
        if callable(initial):
            return self._walk_body(function, args)
        code = f"{function.python}({self._arguments(node, args, scope)})"
        params, objects = reads_of((function, *args))
        return Residual(code, ATOM, params, objects, initial)

    def _walk_body(self, function: Closure, args: list[Any]) -> Any:
        inner = function.scope.call(function.order)
        for name, value in zip(function.parameters, args, strict=True):
            inner.bind(name, "argument", value, function.span)
        return self._eval(function.body, inner)

    def _lambda(self, node: tree.Lambda, scope: Scope) -> Any:
        names = tuple(param.text for param in node.params)
        closure = self._closure("the function", names, node.body, scope, node.span)
        return MISSING if closure.broken else closure

    def _closure(
        self, name: str, parameters: tuple[str, ...], body: tree.Expr, scope: Scope, span: Any,
        python: str | None = None,
    ) -> Closure:
        """A function of the storyboard, lowered at once so that its mistakes are found."""
        order = scope.now()
        closure = Closure(name, parameters, body, scope, order, span)
        closure.python = python
        inner = scope.call(order)
        with self._variables(parameters, inner, order, span) as arguments:
            value = self._operand(self._eval(body, inner), body)
            if value is MISSING:
                closure.broken = True
                return closure
            code = self._code(body, value, inner)
        params, closure.objects = reads_of((value,))
        closure.params = without_variable(params, order)
        closure.code = python or f"lambda {', '.join(arguments)}: {code}"
        closure.level = ATOM if python else LAMBDA
        closure.make = lambda: self._compile(closure, code, arguments)
        if python:
            self._publish(scope, python, arguments, code, closure, span)
        return closure

    def _publish(
        self, scope: Scope, python: str, arguments: tuple[str, ...] | None, code: str,
        value: Any, span: Any,
    ) -> None:
        raise NotImplementedError

    def _compile(self, closure: Closure, code: str, arguments: tuple[str, ...]) -> Fn | None:
        if closure.objects or any(name.startswith(LOCAL) for name in closure.params):
            return None
        counted_by_walking = any(isinstance(n, tree.Comprehension) for n in nodes(closure.body))
        fn = None
        if not counted_by_walking:
            fn = compiled(code, arguments, self._namespace(closure.scope))
        return fn or self._walked(closure)

    def _walked(self, closure: Closure) -> Fn:
        def call(*args: Any) -> Any:
            values = [self._as_value(arg) for arg in args]
            result = initial_of(self._walk_body(closure, values))
            if result is MISSING or result is ABSENT or result is UNKNOWN:
                raise NoValue("there is no value")
            return plain(result)

        return call

    def _as_value(self, value: Any) -> Any:
        if callable(value) and not isinstance(value, FunctionValue):
            return FunctionValue(getattr(value, "__name__", "f"), 0, MANY, "", value)
        return value

    def _namespace(self, scope: Scope) -> dict[str, Any]:
        """What lowered code of this scene or file may name."""
        root = scope.root
        if root.namespace is None:
            outer = self._namespace(root.parent) if root.parent is not None else None
            root.namespace = dict(outer) if outer is not None else fresh_namespace()
            root.namespace["p"] = _Params()
        return root.namespace

    def _arguments(self, node: tree.Call, args: list[Any], scope: Scope) -> str:
        return ", ".join(
            self._code(arg.value, value, scope)
            for arg, value in zip(node.args, args, strict=True))

    def _usage(self, function: FunctionValue) -> str:
        if isinstance(function, Closure):
            return f"{function.name}({', '.join(function.parameters)})"
        if function.name in BUILTINS:
            return BUILTINS[function.name].usage
        return f"{function.name}(x)"

    def _initial_call(self, node: tree.Call, function: FunctionValue, args: list[Any]) -> Any:
        initials = [initial_of(value) for value in args]
        if any(value is UNKNOWN for value in initials):
            return UNKNOWN
        if any(value is ABSENT for value in initials):
            return ABSENT
        fn = function.fn
        known = [plain(value) for value in initials]
        if fn is None or any(
            k is None and isinstance(v, FunctionValue) for k, v in zip(known, initials, strict=True)
        ):
            return UNKNOWN
        try:
            return finite(fn(*known))
        except Exhausted:
            raise
        except Mismatch as problem:
            return self._call_problem(problem, node, function, initials)
        except ArithmeticError:
            return ABSENT
        except (TypeError, AttributeError, ValueError, RecursionError) as problem:
            return self._call_problem(problem, node, function, initials)

    def _call_problem(
        self, problem: Exception, node: tree.Call, function: FunctionValue, args: list[Any]
    ) -> Any:
        if isinstance(problem, (Exhausted, RecursionError)):
            raise problem
        related: tuple[Related, ...] = ()
        if isinstance(function, Closure):
            related = (Related(function.span, "declared here"),)
        if isinstance(problem, (Mismatch, TypeError, AttributeError)):
            said = str(problem)
            if not isinstance(problem, Mismatch):
                said = f"`{function.name}` does not go with {listing(map(kind, args))}"
            help = "" if function.name not in BUILTINS else f"write `{self._usage(function)}`"
            return self._finding(codes.TYPE, node, said, related=related, help=help)
        if isinstance(problem, Outside):
            return self._finding(codes.BOUNDS, node, str(problem))
        why = str(problem) if isinstance(problem, NoValue) else "division by zero" if isinstance(
            problem, ZeroDivisionError) else "the result is too large"
        return self._finding(codes.NO_VALUE, node, f"`{function.name}` has no value here: {why}",
                             related=related)


class _Params:
    """Params by name while checking, with the values they have when the scene begins."""
