"""The walk over expressions: constants are worked out, the rest becomes Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ..diagnostics import Fix, Related, Span
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_functions import (
    BUILTINS,
    FUNCTIONS,
    NOTHING,
    PYTHON_NAMES,
    Closure,
    FunctionValue,
    SolutionValue,
    fresh_namespace,
)
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
    literal,
    member_name,
    python_name,
    reference,
    string,
    variable,
    without_variable,
    wrapped,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .values import (
    BUDGET,
    COLOR_NAMES,
    Cell,
    Color,
    Exhausted,
    List,
    Mismatch,
    NoValue,
    Point,
    as_point,
    e,
    is_format,
    is_number,
    pi,
    show,
    steps,
    tau,
)
from .walk import bare

Resolve = Callable[[tree.Expr, Scope], tuple[Ref, ...] | None]

CONSTANTS: dict[str, Any] = {
    "true": True, "false": False, "none": None, "pi": pi, "e": e, "tau": tau,
}
LIVE = object()
_UNITS = {"": 1, "deg": pi / 180, "%": 0.01}


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


class Expressions:
    """Evaluates nodes; `Calls` adds functions, `Evaluator` what is wanted of a value."""

    def __init__(self, report: Reporter, resolve: Resolve | None = None) -> None:
        self.report = report
        self.resolve = resolve
        self._walk: dict[type, Callable[[Any, Scope], Any]] = {
            tree.Number: self._number, tree.Str: self._string, tree.Color: self._color,
            tree.CellRef: self._cell, tree.AreaRef: self._area, tree.Name: self._name,
            tree.Paren: self._paren, tree.Tuple: self._tuple, tree.ListExpr: self._list,
            tree.Comprehension: self._comprehension, tree.Range: self._range,
            tree.Unary: self._unary, tree.Binary: self._binary, tree.Compare: self._compare,
            tree.IfElse: self._if_else, tree.Equation: self._equation, tree.Call: self._call,
            tree.Lambda: self._lambda, tree.All: self._all, tree.Index: self._index,
            tree.Attr: self._attr,
        }

    def _eval(self, node: tree.Expr, scope: Scope) -> Any:
        """A constant, `Residual`, function value, `Ref`, `Duration`, or MISSING."""
        left = BUDGET.left
        if left is not None:
            BUDGET.left = left - 1
            if left < 1:
                raise Exhausted("this takes too many steps to work out")
        return self._walk[type(node)](node, scope)

    # ------------------------------------------------------------ findings

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

    # ------------------------------------------------------------ code of parts

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

    # ------------------------------------------------------------ literals

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

    # ------------------------------------------------------------ operators

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

    def _truth(self, node: tree.Expr, scope: Scope) -> Any:
        """True, False, a residual or MISSING."""
        value = self._eval(node, scope)
        known = initial_of(value)
        if isinstance(known, bool) or known is UNKNOWN or known is ABSENT or value is MISSING:
            return value
        hint = "say what it is compared with, like `x > 0`" if is_number(known) else ""
        return self._finding(
            codes.TYPE, node, f"true or false is expected here, this is {kind(known)}", help=hint)

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

    # ------------------------------------------------------------ lists

    def _range(self, node: tree.Range, scope: Scope) -> Any:
        nodes = [node.first, node.last] + ([node.step] if node.step else [])
        values = [self._operand(self._eval(n, scope), n) for n in nodes]
        if any(value is MISSING for value in values):
            return MISSING
        if any(type(value) is Residual for value in values):
            code = ", ".join(self._code(n, v, scope) for n, v in zip(nodes, values, strict=True))
            return self._residual(f"span({code})", ATOM, values,
                                  lambda *ends: List.of(steps(*ends)), node)
        try:
            return List.of(steps(*values))
        except NoValue as problem:
            if "too long" in str(problem):
                return self._finding(codes.TOO_MANY, node, str(problem))
            return self._problem(problem, node)

    def _comprehension(self, node: tree.Comprehension, scope: Scope) -> Any:
        items: list[Any] = []
        state = self._gather(node, 0, scope, items)
        if state is MISSING:
            return MISSING
        if state is None and not any(type(item) is Residual for item in items):
            return List.of(items)
        initials = [initial_of(item) for item in items]
        initial: Any = List.of(initials)
        if state is UNKNOWN or any(value is UNKNOWN for value in initials):
            initial = UNKNOWN
        elif state is ABSENT or any(value is ABSENT for value in initials):
            initial = ABSENT
        return self._comprehension_code(node, scope, initial)

    def _gather(self, node: tree.Comprehension, depth: int, scope: Scope, items: list[Any]) -> Any:
        """Fill ``items`` with how things begin.

        Answers None where all is constant, `LIVE`, `UNKNOWN` or `ABSENT` where a param or variable
        decides which items there are, or MISSING.
        """
        if depth == len(node.clauses):
            value = self._eval(node.body, scope)
            items.append(value)
            return MISSING if value is MISSING else None
        clause = node.clauses[depth]
        over = self._eval(clause.iterable, scope)
        state: Any = None
        if type(over) is Residual:
            state, over = LIVE, over.initial
            if over is UNKNOWN or over is ABSENT:
                return over
        if over is MISSING:
            return MISSING
        if not isinstance(over, List):
            return self._finding(codes.TYPE, clause.iterable, self._not_a_list(over))
        for item in over:
            inner = scope.call(0)
            inner.bind(clause.name.text, "loop", item, clause.name.span)
            if clause.cond is not None:
                holds = self._truth(clause.cond, inner)
                if type(holds) is Residual:
                    state, holds = LIVE, holds.initial
                    if holds is UNKNOWN or holds is ABSENT:
                        return holds
                if holds is MISSING:
                    return MISSING
                if not holds:
                    continue
            found = self._gather(node, depth + 1, inner, items)
            if found is MISSING:
                return MISSING
            if found is UNKNOWN or found is ABSENT:
                return found
            state = state or found
        return state

    def _not_a_list(self, value: Any) -> str:
        return f"a range or a list is expected here, this is {kind(value)}"

    def _comprehension_code(self, node: tree.Comprehension, scope: Scope, initial: Any) -> Any:
        inner = scope
        code = ""
        parts: list[Any] = []
        orders: list[int] = []
        for clause in node.clauses:
            over = self._eval(clause.iterable, inner)
            code += f" for {python_name(clause.name.text)} in "
            code += self._range_code(clause.iterable, over, inner)
            inner = inner.call(0)
            order = inner.now()
            orders.append(order)
            inner.bind(clause.name.text, "loop", variable(clause.name.text, order),
                       clause.name.span)
            parts.append(over)
            if clause.cond is not None:
                cond = self._truth(clause.cond, inner)
                if cond is MISSING:
                    return MISSING
                code += f" if {self._code(clause.cond, cond, inner, OR)}"
                parts.append(cond)
        body = self._eval(node.body, inner)
        if body is MISSING:
            return MISSING
        parts.append(body)
        code = f"L(*({self._code(node.body, body, inner)}{code}))"
        params, objects = reads_of(parts)
        for order in orders:
            params = without_variable(params, order)
        return Residual(code, ATOM, params, objects, initial)

    def _range_code(self, node: tree.Expr, over: Any, scope: Scope) -> str:
        """What a comprehension runs over, ranges as they were written."""
        inner = bare(node)
        if type(over) is Residual or not isinstance(inner, tree.Range):
            return self._code(node, over, scope, OR)
        ends = [inner.first, inner.last] + ([inner.step] if inner.step else [])
        return f"span({', '.join(self._code(n, self._eval(n, scope), scope) for n in ends)})"

    def _index(self, node: tree.Index, scope: Scope) -> Any:
        if self._names_object(node, scope):
            return self._object(node, scope)
        base = self._eval(node.base, scope)
        if base is MISSING:
            return MISSING
        value = base
        for item in node.items:
            if isinstance(item, (tree.Str, tree.All)):
                return self._finding(
                    codes.TYPE, item, "lists are indexed by numbers, counted from 0",
                    help="pieces and `all` belong to objects")
            index = self._operand(self._eval(item, scope), item)
            if index is MISSING:
                return MISSING
            value = self._item(node, item, value, index, scope)
            if value is MISSING:
                return MISSING
        return value

    def _item(self, node: tree.Index, item: tree.Expr, base: Any, index: Any, scope: Scope) -> Any:
        known = initial_of(base)
        if known is not UNKNOWN and known is not ABSENT and not isinstance(known, List):
            hint = "its coordinates are `p.x` and `p.y`" if isinstance(known, Point) else ""
            return self._finding(
                codes.TYPE, node.base, f"only lists have items, this is {kind(known)}", help=hint)
        if type(base) is Residual or type(index) is Residual:
            inner = self._code(item, index, scope)
            if type(base) is Residual:
                left = wrapped(base.code, base.level, ATOM)
            else:
                left = self._code(node.base, base, scope, ATOM)
            return self._residual(f"{left}[{inner}]", ATOM, (base, index),
                                  lambda b, i: b[i], node)
        try:
            return base[index]
        except Exhausted:
            raise
        except Mismatch as problem:
            return self._finding(codes.TYPE, item, str(problem))
        except NoValue as problem:
            known_list = bare(node.base)
            related: tuple[Related, ...] = ()
            if isinstance(known_list, tree.Name):
                binding = scope.lookup(known_list.text)
                if binding:
                    related = (Related(binding.span, "declared here"),)
            return self._finding(codes.INDEX, item, str(problem), related=related)

    # ------------------------------------------------------------ objects

    def _names_object(self, node: tree.Expr, scope: Scope) -> bool:
        while isinstance(node, (tree.Index, tree.Attr, tree.Paren)):
            node = node.expr if isinstance(node, tree.Paren) else node.base
        if not isinstance(node, tree.Name):
            return False
        binding = scope.lookup(node.text)
        if binding is None:
            return False
        value = binding.value
        return binding.kind == "object" or isinstance(value, Ref) or (
            isinstance(value, tuple) and len(value) > 0
            and isinstance(tuple.__getitem__(value, 0), Ref)
        )

    def _object(self, node: tree.Expr, scope: Scope) -> Any:
        """The object that ``node`` names, a list of several, or MISSING."""
        if self.resolve is None:
            return Ref(node.text) if isinstance(node, tree.Name) else MISSING
        found = self.resolve(node, scope)
        if found is None:
            return MISSING
        return found[0] if len(found) == 1 else List.of(found)

    def _attr(self, node: tree.Attr, scope: Scope) -> Any:
        name = node.name.text
        if self._names_object(node, scope):
            if name in ("x", "y", "start", "end", "center"):
                owner = self._object(node.base, scope)
                owner = self._operand(owner, node.base)
                if type(owner) is not Residual:
                    return owner
                code = owner.code.removesuffix(".center")
                return Residual(f"{code}.{name}", ATOM, NOTHING, owner.objects, UNKNOWN)
            return self._object(node, scope)
        if self._foreign_module(node, scope):
            return MISSING
        base = self._operand(self._eval(node.base, scope), node.base)
        if base is MISSING:
            return MISSING
        if isinstance(base, SolutionValue):
            return self._curve(node, base)
        known = initial_of(base)
        if known is UNKNOWN or known is ABSENT:
            return self._residual(f"{wrapped(base.code, base.level, ATOM)}.{member_name(name)}",
                                  ATOM, (base,), lambda v: v, node)
        numeric = is_number(known) or isinstance(known, complex)
        if name in ("x", "y") and (numeric or isinstance(known, Point)):
            if type(base) is not Residual:
                return getattr(as_point(base), name)
            if numeric:
                code = f"{'re' if name == 'x' else 'im'}({base.code})"
            else:
                code = f"{wrapped(base.code, base.level, ATOM)}.{name}"
            return self._residual(code, ATOM, (base,), lambda v: getattr(as_point(v), name), node)
        hint = "points have `.x` and `.y`"
        return self._finding(codes.TYPE, node.name, f"{kind(known)} has no `.{name}`", help=hint)

    # ------------------------------------------------------------ added by `Calls`

    def _name(self, node: tree.Name, scope: Scope) -> Any:
        raise NotImplementedError

    def _call(self, node: tree.Call, scope: Scope) -> Any:
        raise NotImplementedError

    def _lambda(self, node: tree.Lambda, scope: Scope) -> Any:
        raise NotImplementedError

    def _curve(self, node: tree.Attr, solution: SolutionValue) -> Any:
        raise NotImplementedError

    def _foreign_module(self, node: tree.Attr, scope: Scope) -> bool:
        raise NotImplementedError


__all__ = ["COLOR_NAMES", "CONSTANTS", "FUNCTIONS", "Closure", "Expressions", "Reporter",
           "Resolve", "fresh_namespace", "initial_of", "reads_of"]
