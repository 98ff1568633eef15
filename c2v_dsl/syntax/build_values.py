"""What the rules of the grammar for values become, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable
from math import isinf
from typing import Any, NamedTuple

from ..diagnostics import Edit, Finding, Fix, Span
from ..diagnostics.codes import syntax as codes
from . import checks, strings, tree
from .lexer import Token
from .words import words

LOST: Any = object()
"""Stands for a statement that could not be read, until its block leaves it out."""

STATEMENTS = words(
    """object style_stmt let_value let_function param import_ setting act paint zoom_out clear
    set wait say do hatch"""
)
BLOCKS = words("on_block for_objects for_beats stagger when for_actions")

UNITS = ("ms", "s", "deg", "%", "i")

OPERATORS: dict[str, str] = {
    "binary_add": "+", "binary_sub": "-", "binary_mul": "*", "binary_div": "/",
    "binary_mod": "%", "binary_pow": "^", "binary_and": "and", "binary_or": "or",
}


class Part(NamedTuple):
    """A piece of a node that is not a node: what it is, where, and its values."""

    kind: str
    span: Span
    values: list[Any]


class ValueBuilder:
    """Makes nodes for the machine; findings on what parses and still is wrong go to a list."""

    statements = STATEMENTS | BLOCKS | {
        "body", "objects_body", "beats_body", "actions", "beat", "objects",
    }

    def __init__(
        self,
        path: str,
        findings: list[Finding],
        lost: set[str],
        missing: set[int],
        live: strings.Live,
        untouched: Callable[[Token], bool],
    ) -> None:
        self.path = path
        self.findings = findings
        self.cells: list[tuple[tree.Name, tree.ObjectDecl]] = []
        self._lost = lost
        self._missing = missing
        self._live = live
        self._untouched = untouched
        self._methods: dict[str, Callable[[list[Any], Span], Any]] = {}

    def __call__(self, rule: str, children: list[Any], start: int, end: int) -> Any:
        span = Span(start, end, self.path)
        method = self._methods.get(rule)
        if method is None:
            method = getattr(self, "on_" + rule.rstrip("_"), None) or self._other(rule)
            self._methods[rule] = method
        if self._missing and (rule in STATEMENTS or rule in BLOCKS):
            stop = end if rule in STATEMENTS else children[-1].span.start
            if any(start <= offset <= stop for offset in self._missing):
                return self._lose(children)
        return method(children, span)

    def _lose(self, children: list[Any]) -> Any:
        """Leave a statement out, remembering what it would have declared."""
        for child in children:
            if isinstance(child, Token):
                self._lost.add(child.text)
                break
            if isinstance(child, tree.ForClause):
                self._lost.add(child.name.text)
            if isinstance(child, Part):
                self._lost.update(checks.declared(tuple(child.values)))
        return LOST

    def _whole(self, items: list[Any]) -> tuple[Any, ...]:
        return tuple(item for item in items if item is not LOST)

    def _declare(self, token: Token) -> tree.Ident:
        word = self.ident(token)
        if token.problem != "name":
            self.findings.extend(checks.name(word))
        return word

    def _other(self, rule: str) -> Callable[[list[Any], Span], Any]:
        if operator := OPERATORS.get(rule):
            return lambda c, span: tree.Binary(span, operator, c[0], c[1])  # type: ignore[arg-type]
        return lambda c, span: Part(rule, span, c)

    def ident(self, token: Token) -> tree.Ident:
        return tree.Ident(Span(token.start, token.end, self.path), token.text)

    # ------------------------------------------------------------ values

    def on_number(self, c: list[Any], span: Span) -> tree.Expr:
        text = c[0].text
        unit: Any = next((unit for unit in UNITS if text.endswith(unit)), "")
        digits = text[: len(text) - len(unit)]
        value: float | int
        value = int(digits) if digits.isdigit() and len(digits) < 300 else float(digits)
        if isinf(value):
            self.findings.append(Finding(
                codes.BAD_NUMBER, span, "this number is too large to be counted with",
                help="numbers go up to 1e308",
            ))
            value = 0
        return tree.Number(span, value, unit, text)

    def on_string(self, c: list[Any], span: Span) -> tree.Str:
        value = self._string(c, span)
        if "\\\\" in value.raw and not self._untouched(c[0]):
            self.findings.extend(checks.text(value))
        return value

    def _string(self, c: list[Any], span: Span) -> tree.Str:
        token: Token = c[0]
        long = token.type == "LONG_STRING"
        quotes = 3 if long else 1
        raw = token.text[quotes:-quotes]
        if self._untouched(token):
            return strings.plain(span, raw, span.start + quotes, long)
        return strings.split(span, raw, span.start + quotes, long, self._live)

    def on_hatch_code(self, c: list[Any], span: Span) -> Part:
        raw = c[0].text[3:-3]
        return Part("code", span, [strings.plain(span, raw, span.start + 3, True)])

    def on_color(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Color(span, c[0].text)

    def on_cell(self, c: list[Any], span: Span) -> tree.CellRef:
        return tree.CellRef(span, c[0].text)

    def on_area(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.AreaRef(span, c[0], c[1])

    def on_name(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Name(span, c[0].text)

    def on_paren(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Paren(span, c[0])

    def on_tuple(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Tuple(span, tuple(c))

    def on_list(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.ListExpr(span, tuple(c))

    def on_comprehension(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Comprehension(span, c[0], tuple(c[1:]))

    def on_for_part(self, c: list[Any], span: Span) -> tree.ForClause:
        clause: tree.ForClause = c[0]
        return clause

    def on_for_clause(self, c: list[Any], span: Span) -> tree.ForClause:
        return tree.ForClause(span, self._declare(c[0]), c[1], c[2] if len(c) > 2 else None)

    def on_range(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Range(span, c[0], c[1], c[2] if len(c) > 2 else None)

    def on_negative(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Unary(span, "-", c[0])

    on_unary_minus = on_negative

    def on_unary_plus(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Unary(span, "+", c[0])

    def on_unary_not(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Unary(span, "not", c[0])

    def on_compare(self, c: list[Any], span: Span) -> tree.Expr:
        pairs = zip(c[1::2], c[2::2], strict=True)
        return tree.Compare(span, c[0], tuple((op.values[0].text, value) for op, value in pairs))

    def on_if_else(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.IfElse(span, c[0], c[1], c[2])

    def on_lambda(self, c: list[Any], span: Span) -> tree.Expr:
        first = c[0]
        if isinstance(first, Token):
            params = [self._declare(first)]
        else:
            items = first.items if isinstance(first, tree.Tuple) else (first.expr,)
            params = []
            for item in items:
                if isinstance(item, tree.Name):
                    params.append(tree.Ident(item.span, item.text))
                    self.findings.extend(checks.name(params[-1]))
                else:
                    params.append(tree.Ident(item.span, "_"))
                    self.findings.append(Finding(
                        codes.BAD_PARAMETER, item.span, "a parameter of a function is a name",
                        label="not a name", help="write `(u, v) -> u * v`",
                    ))
        return tree.Lambda(span, tuple(params), c[1])

    def on_call(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Call(span, c[0], c[1].values)

    def on_indexed(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Index(span, c[0], c[1].values)

    def on_picked(self, c: list[Any], span: Span) -> tree.Expr:
        """``[a, b][i]``; ``[a, b] [c]`` and ``[a, b][c, d]`` lack a comma."""
        base: tree.ListExpr = c[0]
        index: Part = c[1]
        rows = any(isinstance(item, tree.ListExpr) for item in base.items)
        if base.span.end == index.span.start and (len(index.values) == 1 or rows):
            return tree.Index(span, base, tuple(index.values))
        where = Span(base.span.end - 1, index.span.start + 1, self.path)
        gap = Span(base.span.end, base.span.end, self.path)
        self.findings.append(Finding(
            codes.MISSING_COMMA, where, "a comma is missing between `]` and `[`",
            help="put a comma between them", fix=Fix("insert `,`", (Edit(gap, ","),), "safe")))
        return base

    def on_attribute(self, c: list[Any], span: Span) -> tree.Expr:
        return tree.Attr(span, c[0], self.ident(c[1].values[0]))

    def on_index(self, c: list[Any], span: Span) -> Part:
        items = [
            tree.All(item.span) if isinstance(item, tree.Name) and item.text == "all" else item
            for item in c
        ]
        return Part("index", span, tuple(items))  # type: ignore[arg-type]

    def on_call_args(self, c: list[Any], span: Span) -> Part:
        group = 0
        args: list[tree.Arg] = []
        for child in c:
            if isinstance(child, tree.Arg):
                args.append(child if not group else tree.Arg(
                    child.span, child.name, child.value, group))
            else:
                group += child.values[0].text == ";"
        return Part("call_args", span, tuple(args))  # type: ignore[arg-type]

    def on_arg(self, c: list[Any], span: Span) -> tree.Arg:
        return tree.Arg(span, None, c[0])

    def on_named_arg(self, c: list[Any], span: Span) -> tree.Arg:
        return tree.Arg(span, self.ident(c[0].values[0]), c[1])

    def on_equation(self, c: list[Any], span: Span) -> tree.Arg:
        return tree.Arg(span, None, tree.Equation(span, self.ident(c[0]), c[1]))
