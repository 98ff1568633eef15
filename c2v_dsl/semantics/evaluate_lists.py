"""Ranges, comprehensions, indices, and what is read off objects."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Related
from ..diagnostics.codes import values as codes
from ..syntax import tree
from .evaluate_base import Base, initial_of, reads_of
from .evaluate_functions import (
    NOTHING,
    SolutionValue,
)
from .evaluate_operators import (
    kind,
)
from .lower import (
    ABSENT,
    ATOM,
    OR,
    UNKNOWN,
    Residual,
    member_name,
    without_variable,
    wrapped,
)
from .lowered import Ref
from .scope import MISSING, Scope
from .values import (
    Exhausted,
    List,
    Mismatch,
    NoValue,
    Point,
    as_point,
    is_number,
    steps,
)
from .walk import bare

LIVE = object()


class Lists(Base):
    """Lists and the parts of things."""

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
        found = self._clause_code(node, 0, scope)
        if found is MISSING:
            return MISSING
        body, clauses, params, objects = found
        return Residual(f"L(*({body}{clauses}))", ATOM, params, objects, initial)

    def _clause_code(self, node: tree.Comprehension, depth: int, scope: Scope) -> Any:
        """Code of the body and of the clauses from ``depth`` on, and what they read."""
        if depth == len(node.clauses):
            body = self._eval(node.body, scope)
            if body is MISSING:
                return MISSING
            return self._code(node.body, body, scope), "", *reads_of((body,))
        clause = node.clauses[depth]
        over = self._eval(clause.iterable, scope)
        inner = scope.call(0)
        order = inner.now()
        cond: Any = None
        test = ""
        with self._variables((clause.name.text,), inner, order, clause.name.span) as (python,):
            if clause.cond is not None:
                cond = self._truth(clause.cond, inner)
                if cond is MISSING:
                    return MISSING
                test = f" if {self._code(clause.cond, cond, inner, OR)}"
            found = self._clause_code(node, depth + 1, inner)
        if found is MISSING:
            return MISSING
        body, rest, params, objects = found
        more_params, more_objects = reads_of((over, cond))
        head = f" for {python} in {self._range_code(clause.iterable, over, scope)}{test}"
        return (body, head + rest, without_variable(params | more_params, order),
                objects | more_objects)

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
        if isinstance(known, SolutionValue):
            curve = self._curve(node, known)
            if curve is MISSING:
                return MISSING
            code = f"{wrapped(base.code, base.level, ATOM)}.{member_name(name)}"
            return self._residual(code, ATOM, (base,), lambda v: curve, node)
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

    def _curve(self, node: tree.Attr, solution: SolutionValue) -> Any:
        raise NotImplementedError

    def _foreign_module(self, node: tree.Attr, scope: Scope) -> bool:
        raise NotImplementedError
