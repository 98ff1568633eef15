"""Names and calls: lets, the language's functions, closures, ``solve``."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Edit, Fix, Related
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_expr import CONSTANTS, Expressions, initial_of, reads_of
from .evaluate_functions import (
    BUILTINS,
    FUNCTIONS,
    MANY,
    Closure,
    Fn,
    FunctionValue,
    SolutionValue,
    compiled,
    fresh_namespace,
    plain,
)
from .evaluate_names import (
    DIRECTIONS,
    FOREIGN_FUNCTIONS,
    FOREIGN_VALUES,
    MODULES,
    python_word,
)
from .evaluate_operators import Duration, kind
from .lower import (
    ABSENT,
    ATOM,
    KIND_NAMES,
    LAMBDA,
    LOCAL,
    UNKNOWN,
    Residual,
    member_name,
    python_name,
    variable,
    without_variable,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .suggest import counted, listing, nearest
from .values import (
    COLOR_NAMES,
    Color,
    Exhausted,
    List,
    Mismatch,
    NoValue,
    Outside,
    finite,
    is_number,
    solve,
)
from .walk import nodes

_UNSET = object()


class Calls(Expressions):
    """Adds names and functions to `Expressions`."""

    # ------------------------------------------------------------ names

    def _name(self, node: tree.Name, scope: Scope) -> Any:
        text = node.text
        binding = scope.lookup(text)
        if binding is not None:
            binding.used = True
            if binding.kind == "object" and not isinstance(binding.value, (Ref, List)):
                return self._object(node, scope)
            return binding.value
        constant = CONSTANTS.get(text, _UNSET)
        if constant is not _UNSET:
            return constant
        if text in COLOR_NAMES:
            return Color(text)
        function = FUNCTIONS.get(text)
        if function is not None:
            return function
        return self._unknown(node, scope)

    def _unknown(self, node: tree.Name, scope: Scope) -> Any:
        name, span = node.text, node.span
        below = scope.below(name)
        if below is not None:
            return self._finding(
                codes.BELOW, node, f"`{name}` is declared further down, values see only what "
                "stands above them", help="move the declaration up",
                related=(Related(below, "declared here"),))
        word = python_word(name)
        if word is not None:
            return self._foreign(node, word)
        if name in DIRECTIONS:
            return self._finding(
                codes.UNKNOWN, node, f"`{name}` is a side, not a value",
                help=f"as a point it is `{DIRECTIONS[name]}`")
        if name in ("i", "j"):
            return self._finding(
                codes.UNKNOWN, node, f"nothing here is called `{name}`",
                help="the imaginary unit is written `1i`")
        if name in ("deg", "degrees"):
            return self._finding(
                codes.UNKNOWN, node, f"`{name}` is a unit and stands right behind a number",
                help="write `45deg`")
        if name in KIND_NAMES:
            return self._finding(
                codes.UNKNOWN, node, f"`{name}` is a kind of object, not a value",
                help="name the object that was declared with it")
        near = nearest(name, self._known(scope))
        fix = Fix(f"write `{near}`", (Edit(span, near),)) if near else None
        return self._finding(
            codes.UNKNOWN, node, f"nothing here is called `{name}`",
            help=f"did you mean `{near}`?" if near else "declare it above with `let` or `param`",
            fix=fix)

    def _foreign(self, node: tree.Name, word: str) -> Any:
        name = node.text
        if name in DIRECTIONS:
            help = f"as a point it is `{DIRECTIONS[name]}`"
            if word:
                help += f", as a side `{word}`"
            return self._finding(codes.FOREIGN, node, f"`{name}` is a word of Manim", help=help)
        if word == "deg":
            return self._finding(codes.FOREIGN, node, f"`{name}` is a word of Manim",
                                 help="angles carry their unit: `45deg`")
        of = "Python" if name in ("True", "False", "None") else "Manim"
        return self._finding(
            codes.FOREIGN, node, f"`{name}` is a word of {of}", help=f"write `{word}`",
            fix=Fix(f"write `{word}`", (Edit(node.span, word),), "safe"))

    def _foreign_module(self, node: tree.Attr, scope: Scope) -> bool:
        base = node.base
        if not isinstance(base, tree.Name) or base.text not in MODULES:
            return False
        if scope.lookup(base.text) is not None:
            return False
        name = node.name.text
        known = name if name in CONSTANTS or name in FUNCTIONS else None
        help = f"write `{known}`" if known else FOREIGN_FUNCTIONS.get(
            name, "the functions of the language stand alone: `sin(x)`")
        fix = Fix(f"write `{known}`", (Edit(node.span, known),), "safe") if known else None
        self._finding(codes.FOREIGN, node, f"`{base.text}` is a module of Python", help=help,
                      fix=fix)
        return True

    def _known(self, scope: Scope) -> list[str]:
        return [*(b.name for b in scope.bindings()), *CONSTANTS, *COLOR_NAMES, *FUNCTIONS]

    # ------------------------------------------------------------ calls

    def _call(self, node: tree.Call, scope: Scope) -> Any:
        func = node.func
        if isinstance(func, tree.Name):
            if func.text == "solve" and scope.lookup("solve") is None:
                return self._solve(node, scope)
            function = self._called(func, scope)
        elif isinstance(func, tree.Attr) and self._foreign_module(func, scope):
            function = MISSING
        else:
            function = self._eval(func, scope)
        if isinstance(function, FunctionValue):
            if not self._fits(node, function):
                return MISSING
        elif function is not MISSING and type(function) is not Residual:
            return self._finding(
                codes.NO_FUNCTION, func, f"{kind(function)} cannot be called like a function")
        args = [self._eval(arg.value, scope) for arg in node.args]
        if function is MISSING or any(arg is MISSING for arg in args):
            return MISSING
        if type(function) is Residual:
            return self._call_residual(node, function, args, scope)
        if isinstance(function, Closure):
            return self._apply(node, function, args, scope)
        return self._apply_own(node, function, args, scope)

    def _called(self, func: tree.Name, scope: Scope) -> Any:
        name = func.text
        binding = scope.lookup(name)
        if binding is not None:
            binding.used = True
            value = binding.value
            if value is MISSING or isinstance(value, FunctionValue):
                return value
            if type(value) is Residual and value.initial is UNKNOWN and not value.reads_scene:
                return value
        if name in FUNCTIONS:
            return FUNCTIONS[name]
        if binding is not None:
            return self._finding(
                codes.NO_FUNCTION, func, f"`{name}` is {self._described(binding.value)}, not a "
                "function", related=(Related(binding.span, "declared here"),),
                help=f"to multiply write `{name} * (…)`")
        below = scope.below(name)
        if below is not None:
            return self._unknown(func, scope)
        if name in KIND_NAMES:
            return self._finding(
                codes.NO_FUNCTION, func, f"`{name}` is a kind of object, not a function",
                help=f"declare one in `objects`, as in `a = {name}(…)`, and use its name")
        if name in FOREIGN_FUNCTIONS:
            return self._finding(
                codes.FOREIGN, func, f"`{name}` is no function of this language",
                help=FOREIGN_FUNCTIONS[name])
        known = [*(b.name for b in scope.bindings() if isinstance(b.value, FunctionValue)),
                 *FUNCTIONS, "solve"]
        near = nearest(name, known)
        fix = Fix(f"write `{near}`", (Edit(func.span, near),)) if near else None
        return self._finding(
            codes.NO_FUNCTION, func, f"there is no function `{name}`",
            help=f"did you mean `{near}`?" if near else f"declare it: `let {name}(x) = …`",
            fix=fix)

    def _described(self, value: Any) -> str:
        known = initial_of(value)
        if isinstance(known, Ref):
            return "an object"
        if known is UNKNOWN or known is ABSENT or known is MISSING:
            return "a value"
        return kind(known)

    def _fits(self, node: tree.Call, function: FunctionValue) -> bool:
        """Whether the call gives as many arguments as ``function`` takes; else a finding."""
        named = next((arg for arg in node.args if arg.name is not None), None)
        usage = self._usage(function)
        if named is not None and named.name is not None:
            self._finding(
                codes.ARGUMENTS, named, f"`{function.name}` takes its values in order, not by name",
                help=f"write `{usage}`")
            return False
        given = len(node.args)
        if function.least <= given <= function.most:
            return True
        if function.name == "derivative" and given == 2:
            self._finding(
                codes.ARGUMENTS, node, "`derivative` takes a function and gives one",
                help="name it first: `let df = derivative(f)`, then write `df(x)`")
            return False
        wanted = counted(function.least, "value")
        if function.most == MANY:
            wanted = f"at least {wanted}"
        elif function.most > function.least:
            wanted = f"{function.least} or {function.most} values"
        related: tuple[Related, ...] = ()
        if isinstance(function, Closure):
            related = (Related(function.span, "declared here"),)
        self._finding(
            codes.ARGUMENTS, node, f"`{function.name}` takes {wanted}, here "
            f"{'is' if given == 1 else 'are'} {given or 'none'}", help=f"write `{usage}`",
            related=related)
        return False

    def _usage(self, function: FunctionValue) -> str:
        if isinstance(function, Closure):
            return f"{function.name}({', '.join(function.parameters)})"
        if function.name in BUILTINS:
            return BUILTINS[function.name].usage
        return f"{function.name}(x)"

    def _arguments(self, node: tree.Call, args: list[Any], scope: Scope) -> str:
        return ", ".join(
            self._code(arg.value, value, scope)
            for arg, value in zip(node.args, args, strict=True))

    def _call_residual(
        self, node: tree.Call, function: Residual, args: list[Any], scope: Scope
    ) -> Any:
        code = f"{function.code}({self._arguments(node, args, scope)})"
        params, objects = reads_of((function, *args))
        return Residual(code, ATOM, params, objects, UNKNOWN)

    # ------------------------------------------------------------ the language's functions

    def _apply_own(
        self, node: tree.Call, function: FunctionValue, args: list[Any], scope: Scope
    ) -> Any:
        args = [
            self._operand(value, arg.value)
            for value, arg in zip(args, node.args, strict=True)
        ]
        for value, arg in zip(args, node.args, strict=True):
            if value is MISSING:
                return MISSING
            if isinstance(value, Duration):
                return self._finding(
                    codes.UNIT, arg.value, f"`{function.name}` takes numbers, not a duration",
                    help="leave the unit away")
            if isinstance(value, FunctionValue) and not self._takes(function, value, arg.value):
                return MISSING
        fn = function.fn
        dynamic = function.reads or any(
            type(value) is Residual or (isinstance(value, FunctionValue) and value.reads)
            for value in args)
        if not dynamic and fn is not None:
            try:
                result = finite(fn(*map(plain, args)))
            except (ArithmeticError, TypeError, AttributeError, ValueError, RecursionError) as p:
                return self._call_problem(p, node, function, args)
            if callable(result):
                code = f"{function.code}({self._arguments(node, args, scope)})"
                return FunctionValue(f"{function.name}(…)", 1, 1, code, result)
            return result
        code = f"{function.code}({self._arguments(node, args, scope)})"
        params, objects = reads_of((function, *args))
        if function.name == "derivative":
            slope = plain(args[0])
            made = fn(slope) if fn is not None and slope is not None else None
            return FunctionValue("derivative(…)", 1, 1, code, made, params, objects)
        initial = self._initial_call(node, function, args)
        return initial if initial is MISSING else Residual(code, ATOM, params, objects, initial)

    def _takes(self, function: FunctionValue, value: FunctionValue, node: tree.Expr) -> bool:
        """Whether ``value`` suits a function that takes functions of one number."""
        if function.name not in ("derivative", "integral", "iterate"):
            return True
        if value.least <= 1 <= value.most:
            return True
        self._finding(
            codes.ARGUMENTS, node,
            f"`{function.name}` takes a function of one variable, `{value.name}` has {value.least}",
            help=f"fix the others: `(x) -> {value.name}(x, …)`")
        return False

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

    # ------------------------------------------------------------ closures

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
        for parameter in parameters:
            inner.bind(parameter, "argument", variable(parameter, order), span)
        value = self._operand(self._eval(body, inner), body)
        if value is MISSING:
            closure.broken = True
            return closure
        code = self._code(body, value, inner)
        arguments = tuple(map(python_name, parameters))
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

    # ------------------------------------------------------------ solve

    def _solve(self, node: tree.Call, scope: Scope) -> Any:
        usage = "solve(y' = -y; y=1; t=[0, 10])"
        equations = [arg for arg in node.args if isinstance(arg.value, tree.Equation)]
        named = [arg for arg in node.args if arg.name is not None]
        stray = next((arg for arg in node.args if arg not in equations and arg not in named), None)
        if stray is not None or not equations:
            return self._finding(
                codes.ARGUMENTS, stray or node, "`solve` takes equations, initial values and times",
                help=f"write `{usage}`")
        slopes = {arg.value.name.text: arg.value for arg in equations
                  if isinstance(arg.value, tree.Equation)}
        given = {arg.name.text: arg for arg in named if arg.name is not None}
        times = [name for name in given if name not in slopes]
        lacking = [name for name in slopes if name not in given]
        if lacking:
            return self._finding(
                codes.ARGUMENTS, node, f"`solve` needs an initial value for {listing(lacking)}",
                help=f"add it behind the first `;`, as in `{usage}`")
        if len(times) != 1:
            odd = given[times[1]] if times else node
            what = f"`{times[1]}` has no equation" if times else "`solve` needs the times"
            return self._finding(codes.ARGUMENTS, odd, what, help=f"write `{usage}`")
        time = times[0]
        over = self._eval(given[time].value, scope)
        start = {name: self._eval(given[name].value, scope) for name in slopes}
        for name, value in ((time, over), *start.items()):
            if value is MISSING:
                return MISSING
            if type(value) is Residual:
                if value.reads_scene:
                    return self._no_params_in_solve(given[name].value)
                continue
            numbers = is_number(value) or isinstance(value, complex)
            if name != time and not numbers:
                return self._finding(
                    codes.TYPE, given[name].value,
                    f"an initial value is a number, this is {kind(value)}")
        return self._follow(node, slopes, time, over, start, scope)

    def _no_params_in_solve(self, node: tree.Expr) -> Any:
        return self._finding(
            codes.FOLLOWS, node, "`solve` cannot follow a param in this edition",
            help="solve for a few fixed values and `mix` between them")

    def _follow(
        self, node: tree.Call, slopes: dict[str, tree.Equation], time: str, over: Any,
        start: dict[str, Any], scope: Scope,
    ) -> Any:
        names = (time, *slopes)
        bodies = [equation.expr for equation in slopes.values()]
        inner = scope.call(0)
        order = inner.now()
        for name in names:
            inner.bind(name, "argument", variable(name, order), node.span)
        values = [self._operand(self._eval(body, inner), body) for body in bodies]
        if any(value is MISSING for value in values):
            return MISSING
        for value, body in zip(values, bodies, strict=True):
            if type(value) is Residual and value.reads_scene:
                return self._no_params_in_solve(body)
        arguments = tuple(map(python_name, names))
        parts = [self._code(b, v, inner) for b, v in zip(bodies, values, strict=True)]
        rhs = f"({', '.join(parts)})" if len(parts) > 1 else parts[0]
        initial = ", ".join(
            f"{member_name(name)}={self._value_code(value)}" for name, value in start.items())
        ends = self._value_code(over)
        code = f"solve(lambda {', '.join(arguments)}: {rhs}, {ends}, {initial})"
        params, objects = reads_of((over, *start.values(), *values))
        params = without_variable(params, order)
        if params:
            return Residual(code, ATOM, params, objects, UNKNOWN)
        fn = compiled(rhs, arguments, self._namespace(scope))
        if fn is None:
            return self._finding(codes.TOO_LONG, node, "these equations are nested too deeply")
        try:
            found = solve(fn, over, **{member_name(name): start[name] for name in start})
        except NoValue as problem:
            return self._call_problem(problem, node, FunctionValue("solve", 1, MANY, "", None), [])
        return SolutionValue(found, code)

    def _value_code(self, value: Any) -> str:
        return value.code if type(value) is Residual else self._constant_code(value)[0]

    def _curve(self, node: tree.Attr, solution: SolutionValue) -> Any:
        name = node.name.text
        known = solution.solution.names_
        member = member_name(name)
        if member not in known:
            near = nearest(name, known)
            return self._finding(
                codes.TYPE, node.name, f"this solution has no `{name}`",
                help=f"did you mean `{near}`?" if near else f"it has {listing(known)}")
        return FunctionValue(name, 1, 1, f"{solution.code}.{member}",
                             getattr(solution.solution, member))


class _Params:
    """Params by name while checking, with the values they have when the scene begins."""


__all__ = ["FOREIGN_VALUES", "Calls"]
