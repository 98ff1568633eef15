"""Where in a file something is spoken of by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..diagnostics import Span
from ..semantics.vocabulary import KINDS
from ..syntax import tree
from .index import Entry, Index

_VARIABLES = {
    kind.name: frozenset(v for form in (kind.args, *kind.forms) for a in form for v in a.variables)
    for kind in KINDS.values()
}
"""Letters of bare expressions, ``x`` in ``plot(x^2)``, by kind."""

_IN_CODE = re.compile(r"\b[op]\.([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True)
class Reference:
    """A place that names something; ``act`` is the action whose ``target`` does."""

    span: Span
    act: Entry | None = None
    target: tree.Expr | None = None


def references_of(entry: Entry, index: Index) -> list[Reference]:
    """Every place that names what ``entry`` declares, itself not counted, in order."""
    node, name = entry.node, _name(entry.node)
    if name is None:
        return []
    if isinstance(node, tree.Beat | tree.Setting):
        return []
    if isinstance(node, tree.Scene | tree.Template | tree.Component | tree.ActionDef):
        return [Reference(span) for span in _top_level_uses(node, name.text, index)]
    calls = isinstance(node, tree.Let) and node.params is not None
    found: list[Reference] = []
    for scene in _seen_from(entry, index):
        targets = _targets(scene, name.text, index)
        inside = {t.span for t in targets.values()}
        found += [Reference(t.span, act, t) for (act, t) in
                  ((index.entries[key[0]], t) for key, t in targets.items())]
        for use in _uses(scene.node, name.text, calls):
            if not any(span.start <= use.start < span.end for span in inside):
                found.append(Reference(use))
    return sorted(found, key=lambda reference: reference.span.start)


def name_spans(entry: Entry, index: Index) -> list[Span]:
    """The spans of just the name, wherever ``entry`` is declared or named."""
    node, name = entry.node, _name(entry.node)
    assert name is not None
    if isinstance(node, tree.Beat):
        return [name.span]
    if isinstance(node, tree.Scene | tree.Template | tree.Component | tree.ActionDef):
        return [name.span, *_top_level_uses(node, name.text, index)]
    calls = isinstance(node, tree.Let) and node.params is not None
    spans = [name.span]
    for scene in _seen_from(entry, index):
        spans += _uses(scene.node, name.text, calls)
    if isinstance(node, tree.ObjectDecl):
        spans += [other.name.span for other in _declarations(index.entries[entry.scene].node)
                  if other.name.text == name.text]
    return sorted(set(spans))


def _name(node: tree.Node) -> tree.Ident | None:
    found = getattr(node, "name", None)
    return found if isinstance(found, tree.Ident) else None


def _declarations(root: tree.Node) -> Iterator[tree.ObjectDecl]:
    for node in _below(root):
        if isinstance(node, tree.ObjectDecl):
            yield node


def _seen_from(entry: Entry, index: Index) -> list[Entry]:
    """What may speak of something: its scene and those that go on from it; for a let of the file
    everything."""
    tops = [e for e in index.blocks["file"].entries if not isinstance(e.node, tree.Import)]
    if entry.scene == "":
        return [e for e in tops if e is not entry]
    found = [index.entries[entry.scene]]
    if isinstance(entry.node, tree.Let):
        return found
    for top in tops:
        scene = top.node
        if isinstance(scene, tree.Scene) and scene.continues is not None and any(
            scene.continues.text == before.id for before in found
        ):
            found.append(top)
    return found


def _top_level_uses(node: tree.Node, name: str, index: Index) -> list[Span]:
    found: list[Span] = []
    for part in _below(index.file):
        match part:
            case tree.Scene(continues=tree.Ident(text=text) as ident) if text == name:
                if isinstance(node, tree.Scene):
                    found.append(ident.span)
            case tree.Call(func=tree.Name(text=text) as func) if text == name:
                if not isinstance(node, tree.Scene):
                    found.append(func.span)
    return found


def _targets(scene: Entry, name: str, index: Index) -> dict[tuple[str, int], tree.Expr]:
    """Targets of actions in ``scene`` that name something, by the action's id and place."""
    found: dict[tuple[str, int], tree.Expr] = {}
    for entry in {id(e): e for e in index}.values():
        if entry.scene == scene.id and isinstance(entry.node, tree.Act):
            for number, target in enumerate(entry.node.targets):
                if _root(target) == name:
                    found[entry.id, number] = target
    return found


def _root(expr: tree.Expr) -> str | None:
    while True:
        match expr:
            case tree.Name(text=text):
                return text
            case tree.Index(base=base) | tree.Attr(base=base):
                expr = base
            case tree.Paren(expr=inner):
                expr = inner
            case _:
                return None


def _below(root: Any) -> Iterator[tree.Node]:
    from ..semantics.walk import nodes

    return iter(nodes(root))


def _uses(root: tree.Node, name: str, calls: bool) -> list[Span]:
    """Where ``name`` is used below ``root``, wherever nothing nearer has the same name."""
    found: list[Span] = []
    _visit(root, name, calls, found)
    return found


def _visit(node: Any, name: str, calls: bool, found: list[Span]) -> None:
    match node:
        case tuple():
            _visit_block(node, name, calls, found)
        case tree.Name(text=text):
            if text == name:
                found.append(node.span)
        case tree.Call(func=func, args=args):
            _visit_call(node, func, args, name, calls, found)
        case tree.Lambda(params=params, body=body):
            if all(param.text != name for param in params):
                _visit(body, name, calls, found)
        case tree.Comprehension(body=body, clauses=clauses):
            for clause in clauses:
                _visit(clause.iterable, name, calls, found)
                if clause.name.text == name:
                    return
                _visit(clause.cond, name, calls, found)
            _visit(body, name, calls, found)
        case (tree.ForObjects(clause=clause, body=body) | tree.ForBeats(clause=clause, body=body)
              | tree.ForActions(clause=clause, body=body)):
            _visit(clause.iterable, name, calls, found)
            if clause.name.text != name:
                _visit(clause.cond, name, calls, found)
                _visit(body, name, calls, found)
        case tree.Let(params=params, value=value):
            if all(param.text != name for param in params or ()):
                _visit(value, name, calls, found)
        case tree.Template() | tree.Component() | tree.ActionDef():
            for param in node.params:
                _visit(param.default, name, calls, found)
            if all(param.name.text != name for param in node.params):
                _visit(node.body, name, calls, found)
        case tree.SceneBody(lets=lets, objects=objects, beats=beats):
            _visit((*lets, *objects, *beats), name, calls, found)
        case tree.ObjectDecl(code=code) | tree.HatchAct(code=code):
            _visit_fields(node, name, calls, found)
            if code is not None:
                _visit_code(code, name, found)
        case tree.Node():
            _visit_fields(node, name, calls, found)


def _visit_block(items: tuple[Any, ...], name: str, calls: bool, found: list[Span]) -> None:
    """Statements in order; a let of the same name hides it from those below."""
    ordered = sorted(items, key=lambda n: n.span.start) if all(
        isinstance(n, tree.Node) for n in items) else items
    nested = not any(isinstance(n, _OF_SCENES) for n in ordered)
    for item in ordered:
        _visit(item, name, calls, found)
        if nested and isinstance(item, tree.Let) and item.name.text == name:
            return


def _visit_call(
    node: tree.Call, func: tree.Expr, args: tuple[tree.Arg, ...], name: str, calls: bool,
    found: list[Span],
) -> None:
    if not isinstance(func, tree.Name):
        _visit(func, name, calls, found)
    elif calls and func.text == name:
        found.append(func.span)
    bound = _VARIABLES.get(func.text, frozenset()) if isinstance(func, tree.Name) else frozenset()
    equations = {a.value.name.text for a in args if isinstance(a.value, tree.Equation)}
    for arg in args:
        hidden = bound | equations | ({"t"} if equations else set())
        if name not in hidden or (arg.name is not None and not equations):
            _visit(arg.value, name, calls, found)


def _visit_fields(node: tree.Node, name: str, calls: bool, found: list[Span]) -> None:
    for key in node.__dataclass_fields__:
        value = getattr(node, key)
        if key not in ("span", "name", "piece_spans") and isinstance(value, tree.Node | tuple):
            if isinstance(value, tuple) and not isinstance(node, _BLOCKS):
                for item in value:
                    if isinstance(item, tuple):
                        for part in item:
                            _visit(part, name, calls, found)
                    elif isinstance(item, tree.Node):
                        _visit(item, name, calls, found)
            else:
                _visit(value, name, calls, found)


_OF_SCENES = (tree.Param, tree.Objects, tree.Beat, tree.ForBeats)
"""A let among these is the one that the whole scene sees."""

_BLOCKS = (tree.Objects, tree.OnBlock, tree.Beat, tree.Together, tree.Stagger, tree.When)


def _visit_code(code: tree.Str, name: str, found: list[Span]) -> None:
    """Names that a hatch's code reads as ``o.NAME`` or ``p.NAME``."""
    for piece, span in zip(code.pieces, code.piece_spans, strict=True):
        if isinstance(piece, str):
            for match in _IN_CODE.finditer(piece):
                if match[1] == name:
                    start = span.start + match.start(1)
                    found.append(Span(start, start + len(name), span.path))
