"""Which names mean what, where.

A `Scope` is a chain of small dictionaries. The outermost is a file's, below it stand a scene's,
below that those of blocks, loops, components and actions. A name is seen only below its
declaration: closures remember how far they saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, Literal

from ..diagnostics import Span
from .lowered import Definition

BindingKind = Literal["let", "function", "param", "object", "loop", "argument"]
ScopeKind = Literal["file", "scene", "block"]

_orders = count(1)


class Missing:
    """The type of `MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Any = Missing()
"""No value, because of a mistake that was already reported: say nothing more about it."""


class Binding:
    """What a name stands for.

    ``value`` is a constant, `MISSING`, a `Ref`, or one of the evaluator's own values (a residual
    of what follows a param, a function). ``python`` is its name in emitted code, where it has one.
    ``used`` tells whether an expression has read it. ``expr`` is the expression of a ``let``.
    """

    __slots__ = ("expr", "kind", "name", "order", "python", "span", "used", "value")

    def __init__(
        self, name: str, kind: BindingKind, value: Any, span: Span, python: str | None = None
    ) -> None:
        self.name = name
        self.kind = kind
        self.value = value
        self.span = span
        self.python = python
        self.used = False
        self.expr: Any = None
        self.order = next(_orders)


class Scope:
    """Names of one block, and the way outwards.

    Make the outermost with ``Scope.file()``, further ones with `scene` and `block`.
    """

    __slots__ = (
        "_definitions", "_later", "_limit", "_marked", "_names", "_taken", "kind", "namespace",
        "parent", "repeats", "root",
    )

    def __init__(
        self, kind: ScopeKind, parent: Scope | None, *, repeats: bool = False, limit: int = 0
    ) -> None:
        self.kind: ScopeKind = kind
        self.parent = parent
        self._names: dict[str, Binding] = {}
        self._later: dict[str, Span] | None = None
        self._limit = limit
        self.repeats: bool = repeats or (
            parent is not None and parent.repeats and kind == "block"
        )
        self.root: Scope = self if kind != "block" or parent is None else parent.root
        """The scope of the scene (or the file) that this one belongs to."""
        if self.root is self:
            self._definitions: dict[str, Definition | Callable[[], Definition]] = {}
            self._marked: set[str] = set()
            self._taken: dict[str, str] = {}
            self.namespace: dict[str, Any] | None = None

    # ------------------------------------------------------------ making

    @classmethod
    def file(cls, lost: Iterable[str] = ()) -> Scope:
        """A file's scope, empty.

        Args:
            lost: names whose declarations could not be read (``ParseResult.lost``): nothing is
                said about their use.
        """
        scope = cls("file", None)
        for name in lost:
            scope.bind(name, "let", MISSING, Span(0, 0, ""))
        return scope

    def scene(self) -> Scope:
        """A scene's scope, in which the names of this file are seen."""
        return Scope("scene", self)

    def block(self, *, repeats: bool = False) -> Scope:
        """A scope inside this one.

        Args:
            repeats: the block is worked out several times with other values (loops, components,
                actions): its lets are written out where they are used instead of emitted by name.
        """
        return Scope("block", self, repeats=repeats)

    def call(self, before: int) -> Scope:
        """The scope of a function's call, which sees of this one what was there at ``before``."""
        return Scope("block", self, repeats=True, limit=before)

    # ------------------------------------------------------------ names

    @staticmethod
    def now() -> int:
        """A mark in the order of declarations, for `call`."""
        return next(_orders)

    def bind(
        self, name: str, kind: BindingKind, value: Any, span: Span, python: str | None = None
    ) -> Binding:
        """Let ``name`` mean ``value`` from here on, whatever it meant before."""
        binding = Binding(name, kind, value, span, python)
        self._names[name] = binding
        return binding

    def bind_object(self, name: str, span: Span, value: Any = None) -> Binding:
        """``name`` is an object, a family or a component's instance; `Evaluator.resolve` says
        which objects an expression that begins with it names."""
        return self.bind(name, "object", value, span)

    def announce(self, names: Iterable[tuple[str, Span]]) -> None:
        """Names that will be declared further down, for findings that say so."""
        if self._later is None:
            self._later = {}
        for name, span in names:
            self._later.setdefault(name, span)

    def lookup(self, name: str) -> Binding | None:
        """What ``name`` means here, or None."""
        scope: Scope | None = self
        limit = 0
        while scope is not None:
            binding = scope._names.get(name)
            if binding is not None and (not limit or binding.order <= limit):
                return binding
            if scope._limit and (not limit or scope._limit < limit):
                limit = scope._limit
            scope = scope.parent
        return None

    def declared(self, name: str) -> Binding | None:
        """What ``name`` means already in this scene or file, so that it may not be declared again.

        A file's names may be used anew inside scenes.
        """
        scope: Scope | None = self
        while scope is not None:
            binding = scope._names.get(name)
            if binding is not None and binding.span.path:
                return binding
            if scope is scope.root:
                return None
            scope = scope.parent
        return None

    def below(self, name: str) -> Span | None:
        """Where ``name`` is declared further down, if it is."""
        scope: Scope | None = self
        while scope is not None:
            if scope._later and name in scope._later:
                return scope._later[name]
            scope = scope.parent
        return None

    def bindings(self) -> Iterator[Binding]:
        """All that is seen from here, innermost first."""
        seen: set[str] = set()
        scope: Scope | None = self
        while scope is not None:
            for name, binding in scope._names.items():
                if name not in seen:
                    seen.add(name)
                    yield binding
            scope = scope.parent

    def own(self) -> Iterator[Binding]:
        """What was declared in this very scope, in order."""
        return iter(self._names.values())

    # ------------------------------------------------------------ definitions

    def python_name(self, name: str) -> str:
        """A name for emitted code that nothing else in this scene or its file has."""
        from .lower import python_name

        base = python_name(name)
        chosen, number = base, 2
        while self.taken(chosen) is not None:
            chosen = f"{base}_{number}"
            number += 1
        self.root._taken[chosen] = name
        return chosen

    def taken(self, python: str) -> str | None:
        """Whose name in emitted code ``python`` is already."""
        scope: Scope | None = self.root
        while scope is not None:
            if python in scope._taken:
                return scope._taken[python]
            scope = scope.parent.root if scope.parent else None
        return None

    def define(self, python: str, definition: Definition | Callable[[], Definition]) -> None:
        """Note what emitted code calls ``python``; functions are asked when it is wanted."""
        self.root._definitions[python] = definition

    def definition(self, python: str) -> Definition | None:
        """The definition emitted as ``python`` in this scene or its file."""
        scope: Scope | None = self.root
        while scope is not None:
            found = scope._definitions.get(python)
            if found is not None:
                if callable(found):
                    found = found()
                    scope._definitions[python] = found
                return found
            scope = scope.parent.root if scope.parent else None
        return None

    def mark(self, names: Iterable[str]) -> None:
        """Emitted code of this scene uses ``names``."""
        self.root._marked.update(names)

    def definitions(self) -> tuple[Definition, ...]:
        """All definitions that the `Live` and `Function` values of this scene use, a file's
        first, each after those it uses itself."""
        from .lower import names_in_code

        wanted: set[str] = set()
        todo = set(self.root._marked)
        while todo:
            name = todo.pop()
            if name not in wanted:
                wanted.add(name)
                definition = self.definition(name)
                if definition is not None:
                    todo |= names_in_code(definition.python)
        chain: list[Scope] = []
        scope: Scope | None = self.root
        while scope is not None:
            chain.append(scope)
            scope = scope.parent.root if scope.parent else None
        names = [name for s in reversed(chain) for name in s._definitions if name in wanted]
        found = {name: self.definition(name) for name in names}
        return tuple(definition for definition in found.values() if definition is not None)
