"""The walk over expressions: constants are worked out, the rest becomes Python."""

from __future__ import annotations

from typing import Any

from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import Reporter, Resolve, initial_of, reads_of
from .evaluate_functions import (
    FunctionValue,
    SolutionValue,
)
from .evaluate_lists import Lists
from .evaluate_operators import (
    LEVELS,
    Duration,
    Operands,
    binary,
    compare,
    kind,
    negative,
    positive,
)
from .lower import (
    ABSENT,
    AND,
    ATOM,
    COMPARE,
    NOT,
    OR,
    POWER,
    SIGN,
    SUM,
    TERNARY,
    UNKNOWN,
    Residual,
    string,
    wrapped,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .values import (
    Cell,
    Color,
    List,
    NoValue,
    Point,
    e,
    is_format,
    is_number,
    pi,
    show,
    tau,
)

CONSTANTS: dict[str, Any] = {
    "true": True, "false": False, "none": None, "pi": pi, "e": e, "tau": tau,
}
_UNITS = {"": 1, "deg": pi / 180, "%": 0.01}


class Expressions(Lists):
    """Literals and operators; `Calls` adds names and functions."""

    def __init__(self, report: Reporter, resolve: Resolve | None = None) -> None:
        super().__init__(report, resolve)
        self._walk = {
            tree.Number: self._number, tree.Str: self._string, tree.Color: self._color,
            tree.CellRef: self._cell, tree.AreaRef: self._area, tree.Name: self._name,
            tree.Paren: self._paren, tree.Tuple: self._tuple, tree.ListExpr: self._list,
            tree.Comprehension: self._comprehension, tree.Range: self._range,
            tree.Unary: self._unary, tree.Binary: self._binary, tree.Compare: self._compare,
            tree.IfElse: self._if_else, tree.Equation: self._equation, tree.Call: self._call,
            tree.Lambda: self._lambda, tree.All: self._all, tree.Index: self._index,
            tree.Attr: self._attr,
        }

    def _number(self, node: tree.Number, scope: Scope) -> Any:
        unit = node.unit
        if unit == "":
            return node.value
        if unit == "s":
            return Duration(float(node.value))
        if unit == "ms":
            return Duration(node.value / 1000)
        if unit == "i":
            return complex(0, node.value)
        return node.value / 100 if unit == "%" else node.value * _UNITS[unit]

    def _color(self, node: tree.Color, scope: Scope) -> Any:
        return Color(node.text)

    def _cell(self, node: tree.CellRef, scope: Scope) -> Any:
        return Cell.named(node.text)

    def _area(self, node: tree.AreaRef, scope: Scope) -> Any:
        first, last = Cell.named(node.first.text), Cell.named(node.last.text)
        try:
            from .values import Area

            return Area(*first, *last)
        except NoValue as problem:
            return self._finding(codes.BOUNDS, node, str(problem))

    def _paren(self, node: tree.Paren, scope: Scope) -> Any:
        return self._eval(node.expr, scope)

    def _equation(self, node: tree.Equation, scope: Scope) -> Any:
        return self._finding(codes.TYPE, node, "an equation stands only inside `solve(…)`")

    def _all(self, node: tree.All, scope: Scope) -> Any:
        return self._finding(codes.TYPE, node, "`all` stands only in the index of objects")

    def _tuple(self, node: tree.Tuple, scope: Scope) -> Any:
        if len(node.items) != 2:
            return self._finding(
                codes.TYPE, node, f"a point has two numbers, not {len(node.items)}",
                help="round brackets are points, square brackets lists: `[1, 2, 3]`")
        x, y = (self._operand(self._eval(item, scope), item) for item in node.items)
        if x is MISSING or y is MISSING:
            return MISSING
        for value, item in ((x, node.items[0]), (y, node.items[1])):
            known = initial_of(value)
            if known is UNKNOWN or known is ABSENT or is_number(known):
                continue
            return self._finding(
                codes.TYPE, item, f"a point has two numbers, this is {kind(known)}")
        if type(x) is Residual or type(y) is Residual:
            first, last = node.items
            code = f"P({self._code(first, x, scope)}, {self._code(last, y, scope)})"
            return self._residual(code, ATOM, (x, y), Point, node)
        return Point(x, y)

    def _list(self, node: tree.ListExpr, scope: Scope) -> Any:
        items = [self._eval(item, scope) for item in node.items]
        if any(item is MISSING for item in items):
            return MISSING
        if any(type(item) is Residual for item in items):
            items = [
                self._operand(v, n) if isinstance(v, Ref) else v
                for n, v in zip(node.items, items, strict=True)]
            code = ", ".join(
                self._code(n, v, scope) for n, v in zip(node.items, items, strict=True))
            return self._residual(f"L({code})", ATOM, items, List, node)
        return List.of(items)

    def _string(self, node: tree.Str, scope: Scope) -> Any:
        if len(node.pieces) == 1 and isinstance(node.pieces[0], str):
            return node.pieces[0]
        parts: list[Any] = []
        for piece in node.pieces:
            part = piece if isinstance(piece, str) else self._interpolated(piece, scope)
            parts.append(part)
        if any(part is MISSING for part in parts):
            return MISSING
        if not any(type(part) is Residual for part in parts):
            return "".join(parts)
        joined: list[Any] = []
        for part in parts:
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            elif part != "":
                joined.append(part)
        code = " + ".join(
            string(part) if isinstance(part, str) else part.code for part in joined)
        level = SUM if len(joined) > 1 else ATOM
        return self._residual(code, level, joined, lambda *texts: "".join(texts), node)

    def _interpolated(self, node: tree.Interp, scope: Scope) -> Any:
        value = self._operand(self._eval(node.expr, scope), node.expr)
        if value is MISSING:
            return MISSING
        spec = node.format
        if spec is not None and not is_format(spec):
            return MISSING  # reading the string has reported it
        if isinstance(value, (FunctionValue, SolutionValue, Duration)):
            return self._finding(
                codes.TYPE, node.expr, f"{kind(value)} cannot be shown in a text",
                help="show one of its values, like `#{f(2)}`" if callable(
                    getattr(value, "fn", None)) else "")
        if type(value) is Residual:
            shown = f', "{spec}"' if spec else ""
            return self._residual(f"show({value.code}{shown})", ATOM, (value,),
                                  lambda v: show(v, spec), node.expr)
        try:
            return show(value, spec)
        except NoValue as problem:
            return self._problem(problem, node.expr)

    def _binary(self, node: tree.Binary, scope: Scope) -> Any:
        if node.op in ("and", "or"):
            return self._logic(node, scope)
        chain = [node]
        while type(chain[-1].left) is tree.Binary and chain[-1].left.op not in ("and", "or"):
            chain.append(chain[-1].left)
        value = self._operand(self._eval(chain[-1].left, scope), chain[-1].left)
        for link in reversed(chain):
            right = self._operand(self._eval(link.right, scope), link.right)
            if value is MISSING or right is MISSING:
                value = MISSING
            elif type(value) is Residual or type(right) is Residual:
                value = self._arithmetic_code(link, value, right, scope)
            else:
                try:
                    value = binary(link.op, value, right)
                except NoValue as problem:
                    value = self._problem(problem, link)
        return value

    def _arithmetic_code(self, node: tree.Binary, left: Any, right: Any, scope: Scope) -> Any:
        op = node.op
        for value, side in ((left, node.left), (right, node.right)):
            if isinstance(value, (FunctionValue, SolutionValue)):
                return self._problem(Operands(f"`{op}` does not go with {kind(value)}"), side)
        if op == "^":
            if type(right) is int and 0 <= right <= 64:
                code = f"{self._code(node.left, left, scope, ATOM)}**{right}"
                level = POWER
            else:
                code = (f"power({self._code(node.left, left, scope)}, "
                        f"{self._code(node.right, right, scope)})")
                level = ATOM
        else:
            level = LEVELS[op]
            code = (f"{self._code(node.left, left, scope, level)} {op} "
                    f"{self._code(node.right, right, scope, level + 1)}")
        return self._residual(code, level, (left, right), lambda a, b: binary(op, a, b), node)

    def _unary(self, node: tree.Unary, scope: Scope) -> Any:
        if node.op == "not":
            value = self._truth(node.expr, scope)
            if type(value) is Residual:
                code = f"not {wrapped(value.code, value.level, NOT)}"
                return self._residual(code, NOT, (value,), lambda v: not v, node)
            return MISSING if value is MISSING else not value
        value = self._operand(self._eval(node.expr, scope), node.expr)
        if value is MISSING:
            return MISSING
        operate = negative if node.op == "-" else positive
        if type(value) is Residual:
            if node.op == "+":
                return value
            code = f"-{wrapped(value.code, value.level, SIGN)}"
            return self._residual(code, SIGN, (value,), operate, node)
        try:
            return operate(value)
        except NoValue as problem:
            return self._problem(problem, node)

    def _logic(self, node: tree.Binary, scope: Scope) -> Any:
        chain = [node]
        while type(chain[-1].left) is tree.Binary and chain[-1].left.op in ("and", "or"):
            chain.append(chain[-1].left)
        value = self._truth(chain[-1].left, scope)
        for link in reversed(chain):
            decided = link.op == "or"
            if value is MISSING or value is decided:
                continue
            right = self._truth(link.right, scope)
            if type(value) is not Residual or right is MISSING:
                value = right
                continue
            level = OR if decided else AND
            code = (f"{wrapped(value.code, value.level, level)} {link.op} "
                    f"{self._code(link.right, right, scope, level + 1)}")
            if initial_of(value) is decided:
                params, objects = reads_of((value, right))
                value = Residual(code, level, params, objects, decided)
            else:
                value = self._residual(code, level, (value, right), lambda _, b: b, link)
        return value

    def _compare(self, node: tree.Compare, scope: Scope) -> Any:
        nodes = (node.first, *(expr for _, expr in node.rest))
        values = [self._operand(self._eval(n, scope), n) for n in nodes]
        if any(value is MISSING for value in values):
            return MISSING
        ops = [op for op, _ in node.rest]

        def compute(*known: Any) -> bool:
            return all(compare(op, a, b) for op, a, b in zip(ops, known, known[1:], strict=False))

        if any(type(value) is Residual for value in values):
            code = self._code(nodes[0], values[0], scope, SUM)
            for op, n, value in zip(ops, nodes[1:], values[1:], strict=True):
                code += f" {op} {self._code(n, value, scope, SUM)}"
            return self._residual(code, COMPARE, values, compute, node)
        try:
            return compute(*values)
        except NoValue as problem:
            return self._problem(problem, node)

    def _if_else(self, node: tree.IfElse, scope: Scope) -> Any:
        cond = self._truth(node.cond, scope)
        if cond is MISSING:
            return MISSING
        if type(cond) is not Residual:
            return self._eval(node.then if cond else node.other, scope)
        then, other = self._eval(node.then, scope), self._eval(node.other, scope)
        if then is MISSING or other is MISSING:
            return MISSING
        code = (f"{self._code(node.then, then, scope, TERNARY + 1)} if "
                f"{wrapped(cond.code, cond.level, TERNARY + 1)} else "
                f"{self._code(node.other, other, scope, TERNARY)}")
        params, objects = reads_of((cond, then, other))
        initial = cond.initial
        if isinstance(initial, bool):
            initial = initial_of(then if initial else other)
        return Residual(code, TERNARY, params, objects, initial)

    def _name(self, node: tree.Name, scope: Scope) -> Any:
        raise NotImplementedError

    def _call(self, node: tree.Call, scope: Scope) -> Any:
        raise NotImplementedError

    def _lambda(self, node: tree.Lambda, scope: Scope) -> Any:
        raise NotImplementedError
