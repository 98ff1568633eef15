"""What of an emitted scene a beat's picture depends on.

An emitted file is taken apart into units: definitions, declarations of objects and params,
methods of hatches and beats. A beat needs the units that it and the beats before it name, and
those that these name in turn; a change anywhere else leaves its picture as it was.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_GROUPS = {"group", "row", "column"}
"""Kinds whose place moves other objects: needed as soon as one of their members is."""

_ALL = "*"


@dataclass(frozen=True)
class _Unit:
    """``names`` it gives a value to, ``reads`` it looks at, ``text`` what it says.

    ``members`` pull it in as its names do. Names are ``o.square``, ``p.t``, ``self.hatch_spiral``
    or plain ones.
    """

    names: frozenset[str]
    reads: frozenset[str]
    members: frozenset[str]
    text: str

    @property
    def always(self) -> bool:
        return not self.names


class Code:
    """An emitted file as units.

    Raises ``SyntaxError`` where ``text`` is not Python.
    """

    def __init__(self, text: str, class_name: str) -> None:
        self._units: list[_Unit] = []
        self._beats: dict[str, _Unit] = {}
        self._listed: tuple[list[ast.expr], bool] = ([], True)
        tree = ast.parse(text)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name == class_name:
                self._class(node)
            elif not _is_docstring(node):
                self._units.append(_unit(node))

    def _class(self, node: ast.ClassDef) -> None:
        wide = any(_assigned(n, "layout") == ["wide"] for n in node.body)
        for statement in node.body:
            name = statement.name if isinstance(statement, ast.FunctionDef) else ""
            if name.startswith("beat_"):
                self._beats[name.removeprefix("beat_")] = _unit(statement)
            elif name == "declare":
                assert isinstance(statement, ast.FunctionDef)
                self._units.extend(_declarations(statement.body, frozenset(), ""))
            elif name:
                unit = _unit(statement)
                own = frozenset({f"self.{name}"}) if name.startswith("hatch_") else frozenset()
                self._units.append(_Unit(own, unit.reads, frozenset(), unit.text))
            elif (beats := _elements(statement, "beats")) is not None:
                self._listed = beats, wide
            elif not _is_docstring(statement):
                self._units.append(_Unit(frozenset(), _reads(statement), frozenset(),
                                         ast.dump(statement)))
        bases = ast.dump(ast.List([*node.bases, *node.decorator_list], ast.Load()))
        self._units.append(_Unit(frozenset(), frozenset(), frozenset(), bases))

    def up_to(self, beats: Sequence[str]) -> str:
        """All that the last of ``beats`` can show, without comments and places.

        ``beats`` are names from the first on; others than beats (the closing) say nothing.
        """
        shown = [self._beats[name] for name in beats if name in self._beats]
        listed, wide = self._listed
        lines = listed[: len(beats)] if wide else listed
        needed: set[str] = set()
        taken: set[int] = set()
        for unit in shown:
            needed |= unit.reads
        while True:
            more = [i for i, u in enumerate(self._units) if i not in taken and _wants(u, needed)]
            if not more:
                break
            taken.update(more)
            for index in more:
                needed |= self._units[index].reads | self._units[index].names
        kept = [unit.text for index, unit in enumerate(self._units) if index in taken]
        return "\n".join([*kept, *map(ast.dump, lines), *(unit.text for unit in shown)])


def _wants(unit: _Unit, needed: set[str]) -> bool:
    if unit.always or unit.names & needed or unit.members & needed:
        return True
    return any(f"{name.partition('.')[0]}.{_ALL}" in needed for name in unit.names if "." in name)


def _unit(node: ast.stmt) -> _Unit:
    return _Unit(_names(node), _reads(node), _members(node), ast.dump(node))


def _declarations(
    body: list[ast.stmt], context: frozenset[str], around: str
) -> Iterator[_Unit]:
    """The statements of ``declare``, those in a ``with`` each with its plane."""
    for node in body:
        if isinstance(node, ast.With):
            heads = [item.context_expr for item in node.items]
            reads = context.union(*(_reads(head) for head in heads))
            inner = around + "".join(ast.dump(head) for head in heads)
            yield from _declarations(node.body, reads, inner)
        else:
            unit = _unit(node)
            yield _Unit(unit.names, unit.reads | context, unit.members, around + unit.text)


def _names(node: ast.stmt) -> frozenset[str]:
    match node:
        case ast.Assign(targets=[target]):
            found = _root(target)
        case ast.FunctionDef(name=name):
            found = name
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=inner))):
            found = _root(inner)
            if found and not found.startswith("o."):
                found = None
        case _:
            found = None
    return frozenset({found} if found else ())


def _root(node: ast.expr) -> str | None:
    """``o.peg.disk[2]`` and ``o.peg.part(0)`` as ``o.peg``; a plain name as itself."""
    owner: ast.expr | None = None
    while True:
        match node:
            case ast.Attribute(value=value) | ast.Subscript(value=value):
                owner, node = node, value
            case ast.Call(func=func):
                owner, node = node, func
            case ast.Name(id=name):
                if isinstance(owner, ast.Attribute) and name in ("o", "p"):
                    return f"{name}.{owner.attr}"
                return name if owner is None else None
            case _:
                return None


def _reads(node: ast.AST) -> frozenset[str]:
    found: set[str] = set()
    owned: set[int] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            if part.value.id in ("o", "p", "self"):
                found.add(f"{part.value.id}.{part.attr}")
                owned.add(id(part.value))
        elif isinstance(part, ast.Name) and id(part) not in owned:
            bare = part.id in ("o", "p") and isinstance(part.ctx, ast.Load)
            found.add(f"{part.id}.{_ALL}" if bare else part.id)
    return frozenset(found)


def _members(node: ast.stmt) -> frozenset[str]:
    kinds = {part.func.id for part in ast.walk(node)
             if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
    if not kinds & _GROUPS:
        return frozenset()
    return frozenset(name for name in _reads(node) if name.startswith("o."))


def _elements(node: ast.stmt, name: str) -> list[ast.expr] | None:
    match node:
        case ast.Assign(targets=[ast.Name(id=found)], value=ast.Tuple(elts=elements)):
            return elements if found == name else None
    return None


def _assigned(node: ast.stmt, name: str) -> list[object]:
    match node:
        case ast.Assign(targets=[ast.Name(id=found)], value=ast.Constant(value=value)):
            return [value] if found == name else []
    return []


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
