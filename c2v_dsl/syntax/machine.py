"""The LALR machine: shifts tokens, reduces rules, and can try out what would be accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from .lexer import END, Token
from .tables import Rule, Tables
from .words import CONTEXTUAL

MAX_DEPTH = 80
"""Brackets and operators one within another, beyond which a statement is refused."""

MAX_BLOCKS = 40
"""Blocks one within another."""


class Frame(NamedTuple):
    """One symbol on the stack; the stack is the chain of ``below``, so that it can be kept."""

    state: int
    value: Any
    start: int
    end: int
    depth: int
    height: int
    below: Frame | None


class TooDeep(Exception):
    """A statement nests deeper than ``MAX_DEPTH``."""


class Builder(Protocol):
    """Makes the value of a rule from those of its parts."""

    statements: frozenset[str]
    """Rules whose nesting counts for itself, not for the block around it."""

    def __call__(self, rule: str, children: list[Any], start: int, end: int, /) -> Any: ...


class Machine:
    """A parse under way. ``top`` is the stack; to go back, set it to a frame kept earlier."""

    def __init__(self, tables: Tables, start: str, builder: Builder) -> None:
        self._rows = tables.rows
        self._gotos = tables.gotos
        self._rules = tables.rules
        self._words = tables.words
        self._builder = builder
        self._shallow = builder.statements
        self._end = tables.ends[start]
        self.bottom = Frame(tables.starts[start], None, 0, 0, 0, 0, None)
        self.top = self.bottom

    def _terminal(self, token: Token, path: _Path) -> str:
        """The terminal that ``token`` is on the stack ``path``: keyword or name."""
        if token.type != "NAME":
            return token.type
        word = self._words.get(token.text)
        if word is None or token.problem:
            return "NAME"
        # A row alone may hold more words than can really stand here.
        if token.text in CONTEXTUAL and (
            word not in self._rows[path.state] or self._step(path, word) is None
        ):
            return "NAME"
        return word

    def feed(self, token: Token) -> bool:
        """Take ``token``; False, and nothing has changed, if it cannot stand here.

        Raises:
            TooDeep: the statement nests too deeply.
        """
        top = self.top
        kind = self._terminal(token, _Path(top, ()))
        rows, gotos, rules = self._rows, self._gotos, self._rules
        while True:
            action = rows[top.state].get(kind)
            if action is None:
                return False
            if action >= 0:
                if kind == END:
                    self.top = top
                    return True
                self.top = Frame(
                    action, token, token.start, token.end, 0, top.height + 1, top
                )
                return True
            rule = rules[-1 - action]
            size = rule.size
            if rule.unit and size == 1:
                below = top.below
                assert below is not None
                top = Frame(
                    gotos[below.state][rule.origin], top.value, top.start, top.end, top.depth,
                    top.height, below,
                )
                continue
            children: list[Any] = []
            depth = 0
            start = end = top.end
            at = top
            for index in range(size - 1, -1, -1):
                if index in rule.keep:
                    children.append(at.value)
                depth = max(depth, at.depth)
                start = at.start
                assert at.below is not None
                at = at.below
            children.reverse()
            if rule.origin[0] == "_":
                value: Any = _grown(children, rule)
            else:
                depth += 1
                if depth > MAX_DEPTH:
                    raise TooDeep
                if rule.spread:
                    children = _spread(children, rule.keep, rule.spread)
                value = self._builder(rule.callback, children, start, end)
                if rule.callback in self._shallow:
                    depth = 0
            state = gotos[at.state][rule.origin]
            if state == self._end and kind == END:
                self.top = Frame(state, value, start, end, depth, at.height + 1, at)
                return True
            top = Frame(state, value, start, end, depth, at.height + 1, at)

    def accepts(self, terminal: str) -> bool:
        """Whether ``terminal`` could stand here."""
        return self._step(_Path(self.top, ()), terminal) is not None

    def expected(self) -> set[str]:
        """All terminals that could stand here."""
        return {name for name in self._rows[self.top.state] if self.accepts(name)}

    def reach(self, tokens: Iterable[Token], top: Frame | None = None) -> int:
        """How many of ``tokens`` would be taken from here (or from ``top``) before one is not."""
        path: _Path | None = _Path(top or self.top, ())
        count = 0
        for token in tokens:
            assert path is not None
            path = self._step(path, self._terminal(token, path))
            if path is None:
                break
            count += 1
        return count

    def _step(self, path: _Path, kind: str) -> _Path | None:
        while True:
            action = self._rows[path.state].get(kind)
            if action is None:
                return None
            if action >= 0:
                return path.push(action)
            rule = self._rules[-1 - action]
            path = path.pop(rule.size)
            state = self._gotos[path.state][rule.origin]
            path = path.push(state)
            if state == self._end and kind == END:
                return path


class _Path(NamedTuple):
    """A stack of states only: a kept frame with states on top of it."""

    base: Frame
    states: tuple[int, ...]

    @property
    def state(self) -> int:
        return self.states[-1] if self.states else self.base.state

    def push(self, state: int) -> _Path:
        return _Path(self.base, (*self.states, state))

    def pop(self, count: int) -> _Path:
        if count <= len(self.states):
            return _Path(self.base, self.states[: len(self.states) - count])
        base = self.base
        for _ in range(count - len(self.states)):
            assert base.below is not None
            base = base.below
        return _Path(base, ())


class _List(NamedTuple):
    """The first ``size`` of ``items``: lists that grow share one store, so that a long list takes
    linear time; a stack that was kept still sees only what it had."""

    items: list[Any]
    size: int


def _grown(children: list[Any], rule: Rule) -> _List:
    """The list that a rule for repetition makes of what it had and what comes to it."""
    first = children[0] if children else None
    if isinstance(first, _List) and rule.keep[0] == 0 and 0 in rule.spread:
        items = first.items
        if len(items) != first.size:
            items = items[: first.size]
        rest, keep = children[1:], rule.keep[1:]
    else:
        items, rest, keep = [], children, rule.keep
    items.extend(_spread(rest, keep, rule.spread))
    return _List(items, len(items))


def _spread(children: list[Any], keep: Sequence[int], spread: frozenset[int]) -> list[Any]:
    flat: list[Any] = []
    for index, child in zip(keep, children, strict=True):
        if index in spread:
            flat.extend(child.items[: child.size])
        else:
            flat.append(child)
    return flat
