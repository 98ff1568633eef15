"""What parses and still is a mistake of form: findings made while the tree is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

from ..diagnostics import Edit, Finding, Fix, Related, Span
from ..diagnostics.codes import syntax as codes
from . import tree
from .habits import bad_cell, cell_like, manim_call
from .manim import FORMS, VERBS, translate
from .respell import reserved_name
from .words import RESERVED, words

_COMMANDS = words(
    """frac tfrac dfrac sqrt cdot times div pm mp alpha beta gamma delta epsilon varepsilon zeta
    eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi
    omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega sin cos tan cot sec csc
    arcsin arccos arctan sinh cosh tanh log ln exp lim max min sup inf det dim ker gcd sum prod
    int iint oint partial nabla infty le leq ge geq ne neq approx equiv sim cong propto in notin
    subset subseteq supset cup cap emptyset forall exists neg land lor to rightarrow leftarrow
    Rightarrow Leftarrow iff implies mapsto begin end left right text mathrm mathbf mathbb
    mathcal mathit operatorname vec hat bar tilde dot ddot overline underline overbrace
    underbrace binom quad qquad ldots cdots vdots ddots dots langle rangle lfloor rfloor lceil
    rceil mid parallel perp angle circ bullet star prime hspace vspace color textbf textit
    limits pmod bmod"""
)
_DOUBLED = re.compile(r"\\\\([A-Za-z]*)|\\.", re.DOTALL)


def name(word: tree.Ident) -> Iterator[Finding]:
    """A declared name that is a reserved word."""
    if word.text in RESERVED:
        yield reserved_name(word.span, word.text)


def duration(value: tree.Expr | None, word: str) -> Iterator[Finding]:
    """A duration written as a bare number."""
    while isinstance(value, tree.Paren):
        value = value.expr
    if isinstance(value, tree.Number) and not value.unit and value.value != 0:
        better = f"{value.text}s"
        yield Finding(
            codes.MISSING_UNIT, value.span, f"`{word} {value.text}` lacks its unit",
            help=f"write `{word} {better}` for seconds, `{value.text}ms` for milliseconds",
            fix=Fix(f"write `{better}`", (Edit(value.span, better),), "safe"),
        )


def once(parts: Iterable[tuple[str, Span]]) -> Iterator[Finding]:
    """Words that a statement says a second time."""
    seen: dict[str, Span] = {}
    for word, span in parts:
        if word in seen:
            yield Finding(
                codes.SAID_TWICE, span, f"this statement says `{word}` twice",
                label="the second", help="keep one of them",
                related=(Related(seen[word], "the first"),),
                fix=Fix("remove the second", (Edit(span, ""),)),
            )
        else:
            seen[word] = span


def places(found: tuple[tree.Place, ...]) -> Iterator[Finding]:
    """More than one place, but for ``on AX at (x, y)``, in either order."""
    rest = found[2:] if {p.word for p in found[:2]} == {"on", "at"} else found[1:]
    for place in rest:
        yield Finding(
            codes.TWO_PLACES, place.span,
            f"a second place, `{place.word}`: an object stands in one place",
            label="the second place", help="keep one of them",
            related=(Related(found[0].span, "the first place"),),
            fix=Fix("remove the second place", (Edit(place.span, ""),)),
        )


def misplaced_cells(place: tree.Place) -> list[tree.Name]:
    """Operands that look like cells and are none: ``A7``, ``b2``."""
    if place.word not in ("at", "in"):
        return []
    return [
        operand for operand in place.operands
        if isinstance(operand, tree.Name) and cell_like(operand.text)
    ]


def not_a_cell(operand: tree.Name) -> Finding:
    return bad_cell(operand.span, operand.text)


def style(word: tree.Ident, values: tuple[tree.Expr, ...]) -> Iterator[Finding]:
    """``fill(blue, 0.4)`` and ``opacity f(t)``."""
    first = values[0] if values else None
    glued = first is not None and first.span.start == word.span.end
    if isinstance(first, tree.Tuple) and len(values) == 1 and glued:
        parts = first.items
        simple = all(isinstance(p, (tree.Number, tree.Name, tree.Color, tree.Str)) for p in parts)
        form = "the values stand behind the word, without brackets and commas"
        yield Finding(
            codes.STYLE_BRACKETS, first.span, f"`{word.text}` is a style, not a call: {form}",
            help=f"write `{word.text} …`" if not simple else f"write `{word.text} "
            + " ".join(_short(p) for p in parts) + "`",
            fix=Fix("take the brackets out", (Edit(
                first.span, " " + " ".join(_short(p) for p in parts)),), "safe")
            if simple else None,
        )
    for value, behind in pairwise(values):
        if isinstance(behind, (tree.Paren, tree.Tuple)) and isinstance(
            value, (tree.Name, tree.Index, tree.Attr)
        ) and value.span.end == behind.span.start:
            span = value.span.to(behind.span)
            yield Finding(
                codes.STYLE_BRACKETS, span,
                "what is calculated stands in brackets in a style",
                help="put brackets around the call",
                fix=Fix("put it in brackets", (
                    Edit(span._replace(end=span.start), "("),
                    Edit(span._replace(start=span.end), ")"),
                ), "safe"),
            )


def _short(value: tree.Expr) -> str:
    return value.raw if isinstance(value, tree.Str) else getattr(value, "text", "")


def call_style(values: tuple[tree.Expr, ...]) -> tuple[tree.Expr, ...]:
    """The values of a style with glued calls put together, as they were meant."""
    result: list[tree.Expr] = []
    for value in values:
        last = result[-1] if result else None
        if isinstance(value, (tree.Paren, tree.Tuple)) and isinstance(
            last, (tree.Name, tree.Index, tree.Attr)
        ) and last.span.end == value.span.start:
            items = value.items if isinstance(value, tree.Tuple) else (value.expr,)
            args = tuple(tree.Arg(item.span, None, item) for item in items)
            result[-1] = tree.Call(last.span.to(value.span), last, args)
        else:
            result.append(value)
    return tuple(result)


def call_like(verb: tree.Ident, targets: tuple[tree.Expr, ...]) -> Finding | None:
    """``show(a)`` and ``FadeIn(a)``: an action written as a call."""
    first = targets[0] if targets else None
    if not isinstance(first, (tree.Paren, tree.Tuple)) or first.span.start != verb.span.end:
        return None
    inner = first.items if isinstance(first, tree.Tuple) else (first.expr,)
    span = first.span
    edits: tuple[Edit, ...] = (
        Edit(Span(span.start, inner[0].span.start, span.path), " "),
        Edit(Span(inner[-1].span.end, span.end, span.path), ""),
    )
    if verb.text in VERBS:
        said = VERBS[verb.text]
        finding = manim_call(verb.span, verb.text, said)
        names = ", ".join(item.text if isinstance(item, tree.Name) else "?" for item in inner)
        own = translate(f"{verb.text}({names})")
        if own is not None:
            whole = Edit(verb.span.to(span), own)
            return replace(finding, help=f"write `{own}`", fix=Fix(f"write `{own}`", (whole,)))
        if said in FORMS:
            return finding
        edits = (Edit(verb.span, said), *edits)
        return replace(finding, fix=Fix(f"write `{said} …`", edits))
    return Finding(
        codes.ACTION_BRACKETS, verb.span.to(span), f"`{verb.text}` takes no brackets: an action "
        "is a verb and its targets", help=f"write `{verb.text} …` without them",
        fix=Fix("take the brackets out", edits, "safe"),
    )


def text(value: tree.Str) -> Iterator[Finding]:
    """LaTeX commands with two backslashes."""
    if "\\\\" not in value.raw:
        return
    start = value.span.start + (3 if value.long else 1)
    path = value.span.path
    wrong = [
        found for found in _DOUBLED.finditer(value.raw)
        if found.group(1) and found.group(1) in _COMMANDS
    ]
    if wrong:
        first = wrong[0]
        where = Span(start + first.start(), start + first.end(), path)
        edits = tuple(
            Edit(Span(start + w.start(), start + w.start() + 2, path), "\\") for w in wrong
        )
        yield Finding(
            codes.DOUBLED_BACKSLASH, where,
            f"`\\\\{first.group(1)}` has a backslash too many: strings are raw",
            help=f"write `\\{first.group(1)}`", fix=Fix("take one backslash out", edits, "safe"),
        )


def declared(node: object) -> Iterator[str]:
    """All names declared in a tree, at any depth."""
    stack: list[object] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, tuple):
            stack.extend(item)
        elif is_dataclass(item):
            if isinstance(item, (tree.ObjectDecl, tree.Let, tree.Param, tree.ForClause,
                                 tree.Parameter, tree.Component, tree.Template, tree.ActionDef)):
                yield item.name.text
            if isinstance(item, (tree.Let, tree.Lambda)):
                yield from (ident.text for ident in item.params or ())
            stack.extend(getattr(item, field.name) for field in fields(item)
                         if field.name != "span")
