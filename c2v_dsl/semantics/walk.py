"""Every node below a node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..syntax import tree

_FIELDS: dict[type[Any], tuple[str, ...]] = dict.fromkeys(
    (tree.Ident, tree.Number, tree.Color, tree.CellRef, tree.Name, tree.All), ()
)

_PLAIN = frozenset({"span", "piece_spans", "raw", "op", "unit"})
"""Fields that never hold nodes."""


def _field_names(node_type: type[Any]) -> tuple[str, ...]:
    """Fields of a node that may hold nodes, in reverse order."""
    names = tuple(f.name for f in reversed(fields(node_type)) if f.name not in _PLAIN)
    _FIELDS[node_type] = names
    return names


def nodes(root: Any) -> list[tree.Node]:
    """``root`` and every node in it, each before what it holds, in the order of the text."""
    found: list[tree.Node] = []
    stack = [root]
    pop, push, known = stack.pop, stack.append, _FIELDS.get
    while stack:
        item = pop()
        if type(item) is tuple:
            stack.extend(item[::-1])
            continue
        names = known(type(item))
        if names is None:
            if not isinstance(item, tree.Node):
                continue
            names = _field_names(type(item))
        found.append(item)
        for name in names:
            value = getattr(item, name)
            if value is not None:
                push(value)
    return found


def names_in(root: Any) -> Iterator[tree.Name]:
    """Every name used as a value, function, kind or object below ``root``."""
    return (node for node in nodes(root) if type(node) is tree.Name)


def bare(expr: Any) -> Any:
    """``expr`` without the brackets around it."""
    while isinstance(expr, tree.Paren):
        expr = expr.expr
    return expr
