"""Ways through a hatch's code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst
from libcst.metadata import Assignment, MetadataWrapper, ParentNodeProvider, ScopeProvider

from .types import Types


def dotted(node: cst.CSTNode | None) -> str:
    match node:
        case cst.Name(value=value):
            return value
        case cst.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr.value}"
    return ""


def nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """``node`` and all below it."""
    yield node
    for child in node.children:
        yield from nodes(child)


def own_nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The same without the insides of functions and classes."""
    for child in node.children:
        yield child
        if not isinstance(child, cst.FunctionDef | cst.ClassDef | cst.Lambda):
            yield from own_nodes(child)


def assigned(wrapper: MetadataWrapper, types: Types) -> None:
    """Tell ``types`` what every name of a code is given."""
    parents = wrapper.resolve(ParentNodeProvider)
    scopes = {scope for scope in wrapper.resolve(ScopeProvider).values() if scope is not None}
    for scope in scopes:
        for assignment in scope.assignments:
            if isinstance(assignment, Assignment) and assignment.scope is scope:
                types.give(scope, assignment.name, value_of(assignment.node, parents))


def value_of(
    node: cst.CSTNode, parents: Mapping[cst.CSTNode, cst.CSTNode]
) -> cst.CSTNode | None:
    """What a name is given where it stands alone on the left, or its definition."""
    if isinstance(node, cst.FunctionDef):
        return None if node.decorators else node
    parent = parents.get(node)
    if isinstance(parent, cst.AssignTarget):
        statement = parents[parent]
        if isinstance(statement, cst.Assign):
            return statement.value
    if isinstance(parent, cst.AnnAssign | cst.NamedExpr):
        return parent.value
    return None
