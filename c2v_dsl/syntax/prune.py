"""Taking single places out of a tree."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from . import tree


def without_places(node: Any, operands: frozenset[tree.Name]) -> Any:
    """``node`` without the places that have one of ``operands``; parts not touched are shared."""
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        items = tuple(
            without_places(item, operands) for item in node
            if not (isinstance(item, tree.Place) and operands.intersection(item.operands))
        )
        same = len(items) == len(node) and all(a is b for a, b in zip(items, node, strict=True))
        return node if same else items
    if not is_dataclass(node) or isinstance(node, (tree.Name, tree.Ident, tree.Str)):
        return node
    changed = {
        field.name: value
        for field in fields(node)
        if field.name != "span"
        and (value := without_places(old := getattr(node, field.name), operands)) is not old
    }
    return replace(node, **changed) if changed else node  # type: ignore[type-var]
