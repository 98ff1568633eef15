"""Names and calls, and what to say where there is neither."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Edit, Fix, Related
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import initial_of, reads_of
from .evaluate_expr import CONSTANTS
from .evaluate_functions import (
    FUNCTIONS,
    MANY,
    Closure,
    FunctionValue,
    SolutionValue,
    plain,
)
from .evaluate_names import DIRECTIONS, FOREIGN_FUNCTIONS, MODULES, RENAMED, python_word
from .evaluate_operators import (
    Duration,
    kind,
)
from .evaluate_solve import Equations
from .lower import (
    ABSENT,
    ATOM,
    KIND_NAMES,
    UNKNOWN,
    Residual,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .suggest import counted, nearest
from .values import (
    COLOR_NAMES,
    Color,
    List,
    Solution,
    finite,
)

_UNSET = object()


class Calls(Equations):
    """Adds names and the language's own functions."""

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

    def _call(self, node: tree.Call, scope: Scope) -> Any:
        func = node.func
        if isinstance(func, tree.Name):
            if func.text == "solve" and scope.lookup("solve") is None:
                return self._solve(node, scope)
            if func.text == "range" and scope.lookup("range") is None:
                return self._python_range(node, func)
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

    def _python_range(self, node: tree.Call, func: tree.Name) -> Any:
        """``range(4)``, answered with what it would be here."""
        numbers = [
            arg.value.value for arg in node.args
            if isinstance(arg.value, tree.Number) and isinstance(arg.value.value, int)
        ]
        fix, word = None, "0..3"
        if len(numbers) == len(node.args) and 1 <= len(numbers) <= 2:
            first, beyond = numbers if len(numbers) == 2 else (0, numbers[0])
            word = f"{first}..{beyond - 1}"
            fix = Fix(f"write `{word}`", (Edit(node.span, word),))
        return self._finding(
            codes.FOREIGN, func, "`range` is no function of this language",
            help=f"write `{word}`, both ends included", fix=fix)

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
            word = RENAMED.get(name)
            return self._finding(
                codes.FOREIGN, func, f"`{name}` is no function of this language",
                help=FOREIGN_FUNCTIONS[name],
                fix=Fix(f"write `{word}`", (Edit(func.span, word),)) if word else None)
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

    def _call_residual(
        self, node: tree.Call, function: Residual, args: list[Any], scope: Scope
    ) -> Any:
        code = f"{function.code}({self._arguments(node, args, scope)})"
        params, objects = reads_of((function, *args))
        initial: Any = UNKNOWN
        if isinstance(function.initial, FunctionValue):
            if not self._fits(node, function.initial):
                return MISSING
            initial = self._initial_call(node, function.initial, args)
        return initial if initial is MISSING else Residual(code, ATOM, params, objects, initial)

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
            if isinstance(result, Solution):
                return SolutionValue(
                    result, f"{function.code}({self._arguments(node, args, scope)})")
            if callable(result):
                code = f"{function.code}({self._arguments(node, args, scope)})"
                return FunctionValue(f"{function.name}(…)", 1, 1, code, result)
            return result
        code = f"{function.code}({self._arguments(node, args, scope)})"
        params, objects = reads_of((function, *args))
        if function.name == "derivative" and isinstance(args[0], FunctionValue):
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
