"""The statements of a hatch's code, and which of them give a name its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

_CHANGING = frozenset({"append", "add", "extend", "insert", "update", "remove", "pop", "arrange",
                       "set_points_as_corners", "set_points_smoothly", "become"})
"""Methods that change what they are called on."""

Compound = cst.BaseCompoundStatement


@dataclass
class Statement:
    """A simple statement, or the head of a compound one.

    Attributes:
        first, last: its lines, from 1.
        head: it opens a block of its own.
        home: the statements that it stands among, and ``index`` its place there.
        above: the heads of the blocks that it stands in, the outermost first.
        reads: names in it, in the order of the text; ``uses`` those whose value it looks at.
        gives: names that it gives a value to, or whose value it changes.
    """

    node: cst.CSTNode
    first: int
    last: int
    head: bool
    home: Sequence[cst.CSTNode]
    index: int
    above: tuple[Statement, ...]
    reads: tuple[str, ...] = ()
    gives: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    end: int = 0
    """The last line of the whole compound statement."""

    @property
    def function(self) -> Statement | None:
        """The head of the function that it stands in."""
        return next((head for head in reversed(self.above)
                     if isinstance(head.node, cst.FunctionDef)), None)


@dataclass
class Statements:
    """All statements of a code that parses.

    Raises:
        cst.ParserSyntaxError: it does not.
    """

    text: str
    found: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        wrapper = MetadataWrapper(cst.parse_module(self.text), unsafe_skip_copy=True)
        self.module = wrapper.module
        self._places = wrapper.resolve(PositionProvider)
        self._body(self.module.body, ())

    def _body(self, body: Sequence[cst.CSTNode], above: tuple[Statement, ...]) -> None:
        for index, node in enumerate(body):
            self._statement(node, body, index, above)

    def _statement(
        self, node: cst.CSTNode, body: Sequence[cst.CSTNode], index: int,
        above: tuple[Statement, ...],
    ) -> None:
        place = self._lines(node)
        blocks = list(_blocks(node))
        if not blocks or not isinstance(node, Compound | cst.Else | cst.Finally
                                        | cst.ExceptHandler | cst.MatchCase):
            self._add(node, *place, False, body, index, above, place[1], (node,))
            return
        parts = tuple(child for child in node.children if not isinstance(
            child, cst.IndentedBlock | cst.Else | cst.If | cst.Finally | cst.ExceptHandler
            | cst.MatchCase))
        inner = blocks[0].body
        last = self._lines(inner[0])[0] - 1 if inner else place[1]
        head = self._add(node, place[0], max(place[0], self._head_end(node, last)), True, body,
                         index, above, place[1], parts)
        self._body(inner, (*above, head))
        for other in node.children:
            if isinstance(other, cst.Else | cst.If | cst.Finally | cst.ExceptHandler
                          | cst.MatchCase) and other is not node:
                self._statement(other, body, index, above)

    def _head_end(self, node: cst.CSTNode, last: int) -> int:
        """The last line of a head, without blank lines and comments below it."""
        lines = self.text.splitlines()
        while last > self._lines(node)[0] and (
                not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        return last

    def _lines(self, node: cst.CSTNode) -> tuple[int, int]:
        place: CodeRange = self._places[node]
        end = place.end.line - (place.end.column == 0 and place.end.line > place.start.line)
        return place.start.line, end

    def _add(
        self, node: cst.CSTNode, first: int, last: int, head: bool, home: Sequence[cst.CSTNode],
        index: int, above: tuple[Statement, ...], end: int, parts: Sequence[cst.CSTNode],
    ) -> Statement:
        gives = frozenset(name for part in parts for name in _given(part))
        if isinstance(node, cst.For):
            gives |= frozenset(_names(node.target))
        reads = tuple(dict.fromkeys(name for part in parts for name in _names(part)))
        uses = frozenset(name for part in parts for name in _used(part)
                         if not (isinstance(node, cst.For) and part is node.target))
        made = Statement(node, first, last, head, home, index, above, reads, gives, uses, end)
        self.found.append(made)
        return made

    def at(self, line: int) -> Statement | None:
        """The smallest statement that holds a line, or the last one before it."""
        holding = [s for s in self.found if s.first <= line <= s.last]
        if holding:
            return max(holding, key=lambda s: (s.first, -s.last))
        before = [s for s in self.found if s.last < line]
        return max(before, key=lambda s: s.last, default=self.found[0] if self.found else None)

    def givers(self, name: str, at: Statement) -> list[Statement]:
        """Statements that may have given ``name`` the value that ``at`` sees, the nearest above
        first; those that come round in a loop last."""
        inside = at.above
        seen: list[Statement] = []
        for function in (*(h for h in reversed(inside) if isinstance(h.node, cst.FunctionDef)),
                         None):
            here = [s for s in self.found if name in s.gives and s is not at
                    and s.function is function]
            here += [s for s in self.found if s is not at and s is not function
                     and isinstance(s.node, cst.FunctionDef) and s.function is function
                     and s.node.name.value == name]
            above = [s for s in here if s.first <= at.first]
            below = [s for s in here if s.first > at.first]
            heads = [h for h in inside if name in h.gives and h.function is function]
            seen = list({id(s): s for s in (*reversed(heads), *reversed(above), *below)}.values())
            if seen:
                return seen
            if function is not None and name in _parameters(function.node):
                return self.callers(function)
        return seen

    def callers(self, function: Statement) -> list[Statement]:
        """Statements outside a function that name it."""
        assert isinstance(function.node, cst.FunctionDef)
        called = function.node.name.value
        return [s for s in self.found if called in s.reads and function not in s.above]

    def ends_of(self, function: Statement | None) -> list[Statement]:
        """What gives a function (or the code itself) its result: ``return`` statements from the
        last on, and the last statement."""
        inside = [s for s in self.found if s.function is function and s is not function]
        returns = [s for s in inside if isinstance(s.node, cst.SimpleStatementLine)
                   and any(isinstance(part, cst.Return) for part in s.node.body)]
        return list({id(s): s for s in (*reversed(returns), *inside[-1:])}.values())


def _blocks(node: cst.CSTNode) -> Iterator[cst.IndentedBlock]:
    yield from (child for child in node.children if isinstance(child, cst.IndentedBlock))


def _parameters(node: cst.CSTNode) -> frozenset[str]:
    if not isinstance(node, cst.FunctionDef):
        return frozenset()
    params = node.params
    listed = [*params.posonly_params, *params.params, *params.kwonly_params]
    return frozenset(param.name.value for param in listed)


def _names(node: cst.CSTNode) -> Iterator[str]:
    """Names in a piece of code, without keywords of calls and what stands behind a dot."""
    match node:
        case cst.Name(value=value):
            yield value
        case cst.Attribute(value=value):
            yield from _names(value)
        case cst.Arg(value=value):
            yield from _names(value)
        case cst.Param(default=default, annotation=_):
            if default is not None:
                yield from _names(default)
        case _:
            for child in node.children:
                yield from _names(child)


def _used(node: cst.CSTNode) -> Iterator[str]:
    """The same without names that are only given a value."""
    match node:
        case cst.AssignTarget(target=cst.Name()) | cst.NameItem():
            return
        case cst.AssignTarget(target=cst.Tuple(elements=elements)):
            for element in elements:
                if not isinstance(element.value, cst.Name):
                    yield from _used(element)
        case cst.Name() | cst.Attribute() | cst.Arg() | cst.Param():
            yield from _names(node)
        case _:
            for child in node.children:
                yield from _used(child)


def _given(node: cst.CSTNode) -> Iterator[str]:
    match node:
        case cst.AssignTarget(target=target) | cst.AnnAssign(target=target) | (
                cst.AugAssign(target=target)) | cst.NamedExpr(target=target):
            yield from _bases(target)
        case cst.AsName(name=name):
            yield from _bases(name)
        case cst.ImportAlias(name=name, asname=None):
            yield from _bases(name)
        case cst.Call(func=cst.Attribute(value=cst.Name(value=value), attr=attr)) if (
                attr.value in _CHANGING):
            yield value
    for child in node.children:
        if not isinstance(child, cst.Lambda):
            yield from _given(child)


def _bases(target: cst.CSTNode) -> Iterator[str]:
    """``a`` and ``b`` of ``a, b[0], c.x``: names that an assignment changes, ``c`` too."""
    match target:
        case cst.Name(value=value):
            yield value
        case cst.Attribute(value=value) | cst.Subscript(value=value):
            yield from _bases(value)
        case cst.Tuple() | cst.List() | cst.StarredElement() | cst.Element():
            for child in target.children:
                yield from _bases(child)
