"""Every node below a node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..syntax import tree

_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def _field_names(node_type: type[Any]) -> tuple[str, ...]:
    """Fields of a node in reverse order, but for its span."""
    names = _FIELDS.get(node_type)
    if names is None:
        names = tuple(f.name for f in reversed(fields(node_type)) if f.name != "span")
        _FIELDS[node_type] = names
    return names


def nodes(root: Any) -> Iterator[tree.Node]:
    """``root`` and every node in it, each before what it holds, in the order of the text."""
    stack = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, tree.Node):
            yield item
            stack.extend(getattr(item, name) for name in _field_names(type(item)))
        elif isinstance(item, tuple):
            stack.extend(reversed(item))


def names_in(root: Any) -> Iterator[tree.Name]:
    """Every name used as a value, function, kind or object below ``root``."""
    for node in nodes(root):
        if isinstance(node, tree.Name):
            yield node


def bare(expr: Any) -> Any:
    """``expr`` without the brackets around it."""
    while isinstance(expr, tree.Paren):
        expr = expr.expr
    return expr
