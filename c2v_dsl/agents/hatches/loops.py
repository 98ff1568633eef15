"""Loops that never end, as far as that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst


def endless(loop: cst.While) -> str:
    """Why a loop never ends, or nothing where it may."""
    if any(isinstance(node, cst.Return | cst.Raise) for node in _inside(loop.body)) or any(
            isinstance(node, cst.Break) for node in _inside(loop.body, loops=False)):
        return ""
    if _always(loop.test):
        return "nothing leaves it"
    looked_at: set[str] = set()
    for node in _all(loop.test):
        match node:
            case cst.Name(value=value):
                looked_at.add(value)
            case cst.Call() | cst.Attribute() | cst.Subscript() | cst.NamedExpr():
                return ""
    changed = {name for node in _all(loop.body) for name in _given(node)}
    if looked_at & changed:
        return ""
    names = " and ".join(f"`{name}`" for name in sorted(looked_at))
    return f"nothing in it changes {names}"


def _always(test: cst.BaseExpression) -> bool:
    match test:
        case cst.Name(value="True"):
            return True
        case cst.Integer(value=value):
            return value != "0"
    return False


def _given(node: cst.CSTNode) -> Iterator[str]:
    """Names that a node gives a value to, and names whose methods it calls."""
    match node:
        case cst.AssignTarget(target=target) | cst.AugAssign(target=target) | (
                cst.For(target=target)) | cst.NamedExpr(target=target):
            for part in _all(target):
                if isinstance(part, cst.Name):
                    yield part.value
        case cst.Call(func=cst.Attribute(value=cst.Name(value=value))):
            yield value
        case cst.Nonlocal(names=names) | cst.Global(names=names):
            yield from (item.name.value for item in names if isinstance(item.name, cst.Name))


def _all(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    yield node
    for child in node.children:
        yield from _all(child)


def _inside(node: cst.CSTNode, loops: bool = True) -> Iterator[cst.CSTNode]:
    """Nodes below, without functions and (if wanted) without inner loops."""
    for child in node.children:
        if isinstance(child, cst.FunctionDef | cst.Lambda | cst.ClassDef):
            continue
        if not loops and isinstance(child, cst.While | cst.For):
            continue
        yield child
        yield from _inside(child, loops)
