"""What lists say about graphs: how trees nest, how parts are numbered, what networks leave out.

The checker and the stage read the same lists by these functions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from .values import List

Index = tuple[Any, ...]

MAX_NODES = 150
MAX_EDGES = 400
MAX_LAYERS = 12
MAX_EVENTS = 40

ELIDED_FROM = 11
"""Nodes of a layer from which on only the first and the last ones are drawn, and dots between."""
KEPT = 4
"""How many are drawn at either end then."""


class Nested(NamedTuple):
    """A tree: names from the root on, each before its children, and each one's parent's place
    (-1 for the root)."""

    names: tuple[Any, ...]
    parents: tuple[int, ...]


def nested(given: Sequence[Any]) -> Nested:
    """The tree that nested lists describe: a list is a subtree, its first entry is that subtree's
    root, and the others are its children, each a list again or a leaf."""
    names: list[Any] = []
    parents: list[int] = []

    def visit(entry: Any, parent: int) -> None:
        here = len(names)
        if not isinstance(entry, list | tuple):
            names.append(entry)
            parents.append(parent)
            return
        names.append(entry[0])
        parents.append(parent)
        for child in entry[1:]:
            visit(child, here)

    visit(given, -1)
    return Nested(tuple(names), tuple(parents))


def numbered(names: Iterable[Index]) -> tuple[Index, ...]:
    """Indices by which parts are named: their names, and where several have the same ones, which
    of them it is, from 0."""
    given = list(names)
    several = {name for name, count in Counter(given).items() if count > 1}
    met: Counter[Index] = Counter()
    found = []
    for name in given:
        if name in several:
            found.append((*name, met[name]))
            met[name] += 1
        else:
            found.append(name)
    return tuple(found)


def unordered(names: Iterable[Index]) -> list[Index]:
    """Pairs of names, those that join the same two ends written alike."""
    seen: dict[frozenset[Any], Index] = {}
    return [seen.setdefault(frozenset(pair), pair) for pair in names]


def kept(count: int) -> tuple[int, ...]:
    """Which of a layer's nodes are drawn."""
    if count < ELIDED_FROM:
        return tuple(range(count))
    return (*range(KEPT), *range(count - KEPT, count))


def plain(given: Any) -> Any:
    """Whole numbers as such, lists too: names by which nodes are told apart."""
    if isinstance(given, List | list | tuple):
        return tuple(plain(item) for item in given)
    if isinstance(given, float) and given.is_integer():
        return int(given)
    return given
