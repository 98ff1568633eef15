"""``solve(S' = …; S=…; t=[…])``: equations that become functions of time."""

from __future__ import annotations

from math import floor, log10
from typing import Any

from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import reads_of
from .evaluate_closures import Closures
from .evaluate_functions import (
    MANY,
    FunctionValue,
    SolutionValue,
    compiled,
)
from .evaluate_operators import (
    kind,
)
from .lower import (
    ATOM,
    UNKNOWN,
    Residual,
    member_name,
    without_variable,
)
from .scope import MISSING, Scope
from .suggest import listing, nearest
from .values import (
    Exhausted,
    NoValue,
    Solution,
    is_number,
    solve,
)


def _before(first: float, last: float) -> float:
    """A round number a little before ``last``."""
    step = 10.0 ** (floor(log10(last - first)) - 1) if last > first else 1.0
    return floor((last - 1e-9 * step) / step) * step


class Equations(Closures):
    """Adds ``solve``."""

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
            codes.FOLLOWS, node, "the times and the initial values of `solve` follow no param",
            help="its equations may")

    def _follow(
        self, node: tree.Call, slopes: dict[str, tree.Equation], time: str, over: Any,
        start: dict[str, Any], scope: Scope,
    ) -> Any:
        names = (time, *slopes)
        bodies = [equation.expr for equation in slopes.values()]
        inner = scope.call(0)
        order = inner.now()
        with self._variables(names, inner, order, node.span) as arguments:
            values = [self._operand(self._eval(body, inner), body) for body in bodies]
            if any(value is MISSING for value in values):
                return MISSING
            parts = [self._code(b, v, inner) for b, v in zip(bodies, values, strict=True)]
        rhs = f"({', '.join(parts)})" if len(parts) > 1 else parts[0]
        initial = ", ".join(
            f"{member_name(name)}={self._value_code(value)}" for name, value in start.items())
        ends = self._value_code(over)
        code = f"solve(lambda {', '.join(arguments)}: {rhs}, {ends}, {initial})"
        params, objects = reads_of((over, *start.values(), *values))
        params = without_variable(params, order)
        live = Residual(code, ATOM, params, objects, UNKNOWN)
        if objects or (params and not live.reads_scene):
            return live
        fn = compiled(rhs, arguments, self._namespace(scope))
        if fn is None:
            return self._finding(codes.TOO_LONG, node, "these equations are nested too deeply")
        try:
            found = solve(fn, over, **{member_name(name): start[name] for name in start})
        except Exhausted as problem:
            return self._finding(
                codes.TOO_LONG, node, f"this solution takes too many steps: {problem}",
                help="let its times end earlier, or make its slopes less steep")
        except NoValue as problem:
            return self._call_problem(problem, node, FunctionValue("solve", 1, MANY, "", None), [])
        self._report_end(node, time, found, over)
        live.initial = SolutionValue(found, code)
        return live if params else live.initial

    def _report_end(self, node: tree.Call, time: str, found: Solution, over: Any) -> None:
        """Say where a solution ends before the time asked for."""
        if found.end_ == "whole":
            return
        last = f"{time} = {found.until_:.4g}"
        why = {"grows": f"grows beyond all bounds at {last}",
               "large": f"grows beyond a million millions at {last}",
               "value": f"has no value beyond {last}"}.get(
                   found.end_, f"changes too quickly to be followed beyond {last}")
        span = next((a.value for a in node.args if a.name and a.name.text == time), node)
        self._finding(
            codes.SOLUTION_ENDS, span, f"the solution {why}, before {over[1]:g}",
            help=f"end earlier, as in `{time}=[{over[0]:g}, {_before(over[0], found.until_):g}]`: "
                 "beyond its end a curve has a gap")

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
