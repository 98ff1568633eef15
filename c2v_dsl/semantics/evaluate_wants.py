"""From what an expression is worth to what is wanted of it."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Edit, Fix, Related
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import initial_of, reads_of
from .evaluate_calls import Calls
from .evaluate_functions import (
    Closure,
    FunctionValue,
    SolutionValue,
)
from .evaluate_operators import (
    Duration,
    kind,
)
from .evaluate_types import ALIGNMENTS, CHECKS, OBJECT_WANTS, ROUGH, SIDES, Unfit, unlike, wanted
from .lower import (
    ABSENT,
    ATOM,
    LAMBDA,
    LOCAL,
    UNKNOWN,
    Residual,
    names_in_code,
    without_variable,
)
from .lowered import Function, Live, Ref, Value
from .scope import MISSING, Scope
from .suggest import counted, did_you_mean, listing
from .values import (
    Cell,
    Color,
    Exhausted,
    List,
    Mismatch,
    Point,
    pi,
)
from .vocabulary.declare import Arg
from .walk import bare, nodes

LONGEST = 8_000
"""Characters of Python that one live value may have."""

DEEPEST = 80
"""Brackets in brackets that one live value may have; Python itself gives up at 200."""

_CODES = {"type": codes.TYPE, "unit": codes.UNIT, "bounds": codes.BOUNDS, "none": codes.NO_VALUE,
          "follows": codes.FOLLOWS}


class Wants(Calls):
    """Types, units and bounds; functions and loops; values for the world outside."""

    def _too_long(self, expr: tree.Expr) -> Any:
        return self._finding(
            codes.TOO_LONG, expr, "this value follows a param through too long an expression",
            help="name its parts with `let` outside of loops, components and actions")

    def _wanted(self, expr: tree.Expr, scope: Scope, want: str | None, arg: Arg | None) -> Value:
        if want is None:
            return self._public(self._eval(expr, scope), expr, scope)
        if want == "function":
            return self._function(expr, scope, (arg.variables if arg else ()) or ("x",))
        if want in ("side", "align", "word"):
            return self._word(expr, scope, want, arg)
        if want in ("listing", "file") and isinstance(expr, tree.Str):
            return expr.raw.replace('\\"', '"') if want == "listing" else self._fixed_text(
                expr, scope)
        if want in OBJECT_WANTS:
            return self._objects(expr, scope, want)
        if want == "points" and isinstance(bare(expr), tree.ListExpr):
            return self._points(bare(expr), scope)
        return self._coerce(self._eval(expr, scope), expr, scope, want)

    def _fixed_text(self, expr: tree.Str, scope: Scope) -> Any:
        return self._public(self._string(expr, scope), expr, scope)

    def _coerce(self, value: Any, expr: tree.Expr, scope: Scope, want: str) -> Value:
        """``value`` as ``want`` says, for the world outside."""
        if value is MISSING:
            return MISSING
        check = CHECKS.get(want)
        if check is None:
            return self._public(value, expr, scope)
        if isinstance(value, Ref) and want not in ("point", "place"):
            if want in ("number", "length", "count"):
                return self._unfit(Unfit(
                    "type", f"{wanted(want)} is expected here, this is an object",
                    "its coordinates are `p.x` and `p.y`"), expr, scope)
            value = self._operand(value, expr)
        if type(value) is List and value and isinstance(tuple.__getitem__(value, 0), Ref) and (
            want in ("point", "place", "number")
        ):
            return self._unfit_several(value, expr)
        try:
            if type(value) is Residual:
                return self._public(self._rough(value, want, check), expr, scope)
            if isinstance(value, (FunctionValue, SolutionValue)):
                raise unlike(want, value)
            self._check_literal(expr, value, want)
            result = check(value)
        except Unfit as problem:
            return self._unfit(problem, expr, scope)
        if want == "angle" and abs(result) > 2 * pi + 1e-9 and not self._has_angle(expr, scope):
            number = f"{result:g}"
            return self._finding(
                codes.DEGREES, expr, f"{number} is an angle in radians, more than a whole turn",
                help=f"degrees are written `{number}deg`",
                fix=Fix(f"write `{number}deg`", (Edit(expr.span, f"{number}deg"),))
                if isinstance(bare(expr), tree.Number) else None)
        return result if want == "duration" else self._public(result, expr, scope)

    def _check_literal(self, expr: tree.Expr, value: Any, want: str) -> None:
        inner = bare(expr)
        if isinstance(inner, tree.Unary):
            inner = bare(inner.expr)
        if not isinstance(inner, tree.Number):
            return
        if want in ("point", "place"):
            if not isinstance(value, complex):
                raise unlike(want, value)
        elif inner.unit == "deg" and want != "angle" and want != "number":
            raise Unfit("unit", f"{wanted(want)} is expected here, this is an angle",
                        "leave `deg` away")

    def _rough(self, value: Residual, want: str, check: Any) -> Residual:
        """A residual checked by its first value, as far as that is known."""
        known = value.initial
        if want == "duration":
            raise Unfit("follows", "a duration cannot follow a param", "write it as `2s`")
        if known is UNKNOWN or known is ABSENT:
            return value
        result = ROUGH.get(want, check)(known)
        if want in ("point", "place") and isinstance(result, Point) and not isinstance(
            known, Point
        ):
            return Residual(f"P({value.code})", ATOM, value.params, value.objects, result)
        return value

    def _unfit(self, problem: Unfit, expr: tree.Expr, scope: Scope) -> Any:
        related: tuple[Related, ...] = ()
        inner = bare(expr)
        if isinstance(inner, tree.Name):
            binding = scope.lookup(inner.text)
            if binding is not None:
                related = (Related(binding.span, "declared here"),)
        fix = None
        if isinstance(inner, tree.Number) and inner.unit == "" and problem.help.startswith("write"):
            text = problem.help.removeprefix("write ").strip("`")
            fix = Fix(problem.help, (Edit(inner.span, text),))
        return self._finding(_CODES[problem.code], expr, problem.message, help=problem.help,
                             related=related, fix=fix)

    def _unfit_several(self, value: Any, expr: tree.Expr) -> Any:
        return self._finding(
            codes.SEVERAL, expr, f"these are {counted(len(value), 'object')}, one is expected here",
            help="name one of them, as in `tile[0]`")

    def _has_angle(self, expr: tree.Expr, scope: Scope) -> bool:
        """Whether an angle was meant as one: ``deg``, ``pi`` or a function of angles is in it."""
        seen: set[str] = set()
        todo = [(expr, scope)]
        while todo:
            root, where = todo.pop()
            for node in nodes(root):
                if isinstance(node, tree.Number) and node.unit == "deg":
                    return True
                if isinstance(node, tree.Name):
                    if node.text in ("pi", "tau", "atan2", "arg", "acos", "asin", "atan"):
                        return True
                    binding = where.lookup(node.text)
                    if binding is None or node.text in seen:
                        continue
                    seen.add(node.text)
                    if isinstance(binding.value, Closure):
                        todo.append((binding.value.body, binding.value.scope))
                    elif binding.expr is not None:
                        todo.append((binding.expr, where))
                    elif binding.kind == "argument":
                        return True
        return False

    def _word(self, expr: tree.Expr, scope: Scope, want: str, arg: Arg | None) -> Any:
        words = (arg.words if arg else ()) or {"side": SIDES, "align": ALIGNMENTS}.get(want, ())
        inner = bare(expr)
        value: Any = None
        if isinstance(inner, tree.Name):
            if inner.text in words or (not words and scope.lookup(inner.text) is None):
                return inner.text
            if scope.lookup(inner.text) is None:
                help = did_you_mean(inner.text, words) or f"write {listing(words, 'or')}"
                return self._finding(
                    codes.TYPE, expr, f"{wanted(want)} is expected here, not `{inner.text}`",
                    help=help)
        value = self._eval(expr, scope)
        if value is MISSING:
            return MISSING
        if isinstance(value, str) and (value in words or not words):
            return value
        help = f"write {listing(words, 'or')}" if words else ""
        return self._finding(
            codes.TYPE, expr, f"{wanted(want)} is expected here, this is {kind(initial_of(value))}",
            help=help)

    def _objects(self, expr: tree.Expr, scope: Scope, want: str) -> Any:
        if self.resolve is None:
            value = self._eval(expr, scope)
            return value if isinstance(value, Ref) else MISSING
        found = self.resolve(expr, scope)
        if found is None:
            return MISSING
        if want == "objects":
            return found
        if len(found) != 1:
            return self._unfit_several(found, expr)
        return found[0]

    def _points(self, expr: tree.ListExpr, scope: Scope) -> Any:
        items = [self._wanted(item, scope, "point", None) for item in expr.items]
        if any(item is MISSING for item in items):
            return MISSING
        if all(isinstance(item, (Point, Cell)) for item in items):
            return List.of(items)
        return tuple(items)

    def _function(self, expr: tree.Expr, scope: Scope, variables: tuple[str, ...]) -> Any:
        order = scope.now()
        inner = scope.call(order)
        own = () if isinstance(expr, tree.Lambda) else variables
        with self._variables(own, inner, order, expr.span) as names:
            value = self._operand(self._eval(expr, inner), expr)
        if value is MISSING:
            return MISSING
        if isinstance(value, FunctionValue) and any(p.startswith(LOCAL) for p in value.params):
            return self._unfit(Unfit(
                "type", "this function mixes its own variables with those that stand here",
                f"write one of them: `({', '.join(variables)}) -> …`"), expr, scope)
        if not isinstance(value, FunctionValue):
            if type(value) is not Residual and (
                isinstance(value, bool) or not has_code(value)
                or isinstance(value, (str, Color)) or value is None
            ):
                return self._unfit(unlike("function", value), expr, scope)
            closure = Closure("the function", variables, expr, scope, order, expr.span)
            params, closure.objects = reads_of((value,))
            closure.params = without_variable(params, order)
            code = self._code(expr, value, inner)
            if isinstance(initial_of(value), FunctionValue):
                code = f"{code}({', '.join(names)})"
            closure.code, closure.level = f"lambda {', '.join(names)}: {code}", LAMBDA
            closure.make = lambda: self._compile(closure, code, names)
            value = closure
        if not value.least <= len(variables) <= value.most:
            wanted_names = f"({', '.join(variables)})"
            return self._finding(
                codes.ARGUMENTS, expr, f"a function of {counted(len(variables), 'variable')} is "
                f"expected here, `{value.name}` has {value.least}",
                help=f"write it in its own variables: `{wanted_names} -> …`")
        if not self._tried(value, len(variables), expr):
            return MISSING
        return self._public(value, expr, scope)

    def _tried(self, function: FunctionValue, arity: int, expr: tree.Expr) -> bool:
        """Whether a few values suit ``function``; one finding if it does not go with numbers."""
        fn = function.fn
        if fn is None:
            return True
        problem: Exception | None = None
        samples: list[tuple[Any, ...]] = [
            tuple(sample + i / 7 for i in range(arity)) for sample in (0.7390851, 2.718, -1.3)]
        if arity == 1:
            samples.append((Point(0.7, 1.3),))
        for sample in samples:
            try:
                fn(*sample)
                return True
            except Exhausted:
                raise
            except (Mismatch, TypeError, AttributeError, IndexError) as found:
                problem = found
            except (ArithmeticError, ValueError):
                return True
            except RecursionError:
                return True
        said = str(problem) if isinstance(problem, Mismatch) else "it does not go with numbers"
        self._finding(codes.TYPE, expr, f"this function has no value for numbers: {said}")
        return False

    def _iterable(self, expr: tree.Expr, scope: Scope) -> Any:
        value = self._eval(expr, scope)
        if value is MISSING:
            return MISSING
        if type(value) is Residual:
            names = listing(f"`{name}`" for name in sorted(value.params or value.objects))
            return self._finding(
                codes.FOLLOWS, expr, f"this follows {names}, which may not decide how often a loop "
                "runs", help="loop over all and let the param decide what is seen, as in "
                "`opacity (1 if i < n else 0)`")
        if isinstance(value, Ref):
            return (value,)
        if isinstance(value, List):
            return tuple(value)
        return self._finding(codes.TYPE, expr, self._not_a_list(value),
                             help="write `0..3` or `[a, b]`")

    def _public(self, value: Any, expr: tree.Node, scope: Scope) -> Value:
        if type(value) is Residual:
            if len(value.code) > LONGEST or _depth(value.code) > DEEPEST:
                return self._too_long(expr)  # type: ignore[arg-type]
            scope.mark(names_in_code(value.code))
            initial = value.initial
            live = Live(
                value.code, tuple(sorted(value.params)), tuple(sorted(value.objects)),
                None if initial is UNKNOWN or initial is ABSENT else initial)
            object.__setattr__(live, "_residual", value)
            return live
        if isinstance(value, FunctionValue):
            scope.mark(names_in_code(value.code))
            function = Function(value.code, tuple(sorted(value.params)))
            object.__setattr__(function, "_value", value)
            return function
        if isinstance(value, Duration):
            return self._finding(
                codes.UNIT, expr, "a duration stands only where time is asked for",
                help="leave the unit away")
        if isinstance(value, SolutionValue):
            return self._finding(
                codes.TYPE, expr, "this is a whole solution, not one of its functions",
                help=f"write one of {listing(f'`.{n}`' for n in value.solution.names_)} behind it")
        if isinstance(value, List) and value and isinstance(tuple.__getitem__(value, 0), Ref):
            return tuple(value)
        return value


def has_code(value: Any) -> bool:
    """Whether a constant can be written down in emitted code."""
    if isinstance(value, List):
        return all(has_code(item) for item in value)
    return isinstance(value, (str, int, float, complex, Point, Color, Cell)) or value is None or (
        type(value).__name__ == "Area")


def _depth(code: str) -> int:
    if code.count("(") + code.count("[") <= DEEPEST:
        return 0
    deepest = depth = 0
    for char in code:
        if char in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif char in ")]":
            depth -= 1
    return deepest
