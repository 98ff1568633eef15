"""Expressions of a storyboard: worked out where they are constant, else turned into Python.

An `Evaluator` belongs to one scene (or to a file's lets). Everything is asked of it with an
expression, the `Scope` it stands in, and what is wanted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import names as name_codes
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_calls import Calls
from .evaluate_expr import Reporter, Resolve, initial_of, reads_of
from .evaluate_functions import Closure, FunctionValue, SolutionValue, compiled
from .evaluate_operators import Duration, kind
from .evaluate_types import ALIGNMENTS, CHECKS, OBJECT_WANTS, ROUGH, SIDES, Unfit, unlike, wanted
from .lower import (
    ABSENT,
    ATOM,
    LAMBDA,
    UNKNOWN,
    Residual,
    member_name,
    names_in_code,
    python_name,
    variable,
    without_variable,
)
from .lowered import Definition, Function, Live, Ref, Value
from .scope import MISSING, Binding, BindingKind, Scope
from .suggest import counted, did_you_mean, listing
from .values import (
    BUDGET,
    Cell,
    Color,
    Exhausted,
    List,
    Mismatch,
    NoValue,
    Point,
    as_point,
    is_number,
    pi,
)
from .vocabulary.declare import Arg
from .walk import bare, nodes

STEPS = 400_000
"""Steps that one expression may take, well under a second."""

ALL_STEPS = 6_000_000
"""Steps that all expressions of one evaluator may take together."""

LONGEST = 8_000
"""Characters of Python that one live value may have."""

DEEPEST = 80
"""Brackets in brackets that one live value may have; Python itself gives up at 200."""

_CODES = {"type": codes.TYPE, "unit": codes.UNIT, "bounds": codes.BOUNDS, "none": codes.NO_VALUE,
          "follows": codes.FOLLOWS}


class Evaluator(Calls):
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

    # ------------------------------------------------------------ values

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

    # ------------------------------------------------------------ declarations

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
        elif _has_code(raw):
            value, node = raw, let.value
            self._namespace(scope)[python] = value
            scope.define(python, lambda: Definition(
                python, None, self._code(node, value, scope), where, span))  # type: ignore
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

    def bind(
        self, name: str, value: Any, scope: Scope, span: Span, kind: BindingKind = "argument"
    ) -> Binding:
        """Bind a value that `argument`, `value` or `iterable` gave."""
        return scope.bind(name, kind, _raw(value), span)

    # ------------------------------------------------------------ inside

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

    def _too_long(self, expr: tree.Expr) -> Any:
        return self._finding(
            codes.TOO_LONG, expr, "this value follows a param through too long an expression",
            help="name its parts with `let` outside of loops, components and actions")

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

    # ------------------------------------------------------------ functions and loops

    def _function(self, expr: tree.Expr, scope: Scope, variables: tuple[str, ...]) -> Any:
        order = scope.now()
        inner = scope.call(order)
        names = tuple(map(python_name, variables))
        for name in variables:
            inner.bind(name, "argument", variable(name, order), expr.span)
        value = self._operand(self._eval(expr, inner), expr)
        if value is MISSING:
            return MISSING
        if not isinstance(value, FunctionValue):
            if type(value) is not Residual and (
                isinstance(value, bool) or not _has_code(value)
                or isinstance(value, (str, Color)) or value is None
            ):
                return self._unfit(unlike("function", value), expr, scope)
            closure = Closure("the function", variables, expr, scope, order, expr.span)
            params, closure.objects = reads_of((value,))
            closure.params = without_variable(params, order)
            code = self._code(expr, value, inner)
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

    # ------------------------------------------------------------ to the world outside

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


def _has_code(value: Any) -> bool:
    """Whether a constant can be written down in emitted code."""
    if isinstance(value, List):
        return all(_has_code(item) for item in value)
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


def _call_of(expr: tree.Expr, name: str) -> tree.Name | None:
    """Where ``expr`` mentions ``name``, unless a lambda or loop inside gives it a meaning."""
    for node in nodes(expr):
        if isinstance(node, tree.Name) and node.text == name:
            return node
    return None


__all__ = ["MISSING", "Evaluator", "Reporter", "as_point", "is_number"]
