"""Where code goes on to: loops that never end, bodies that end without a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def ends(body: Sequence[cst.CSTNode]) -> bool:
    """Whether no way leads past the end of ``body``."""
    if not body:
        return False
    match body[-1]:
        case cst.SimpleStatementLine(body=[*_, last]):
            return isinstance(last, cst.Raise) or (
                isinstance(last, cst.Return) and last.value is not None)
        case cst.If() as branch:
            return _all_branches_end(branch)
        case cst.With(body=inner) | cst.For(orelse=cst.Else(body=inner)):
            return ends(inner.body)
        case cst.While(test=test, body=inner):
            return _always(test) and not any(
                isinstance(node, cst.Break) for node in _inside(inner, loops=False))
        case cst.Try(body=inner, handlers=handlers, finalbody=final):
            return (final is not None and ends(final.body.body)) or (
                ends(inner.body) and all(ends(handler.body.body) for handler in handlers))
        case cst.Match(cases=cases):
            return all(ends(case.body.body) for case in cases)
    return False


def _all_branches_end(branch: cst.If) -> bool:
    if not ends(branch.body.body):
        return False
    match branch.orelse:
        case cst.If() as other:
            return _all_branches_end(other)
        case cst.Else(body=inner):
            return ends(inner.body)
    return False


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
