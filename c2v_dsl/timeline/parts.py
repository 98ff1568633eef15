"""What of an object a reference covers, so that parts and wholes can be compared.

The path of a reference becomes a set of keys. Rows and columns of a table are the entries in
them; other parts are themselves. A key is a tuple of steps; one key lies within another that it
begins with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..semantics.lowered import Ref

__all__ = ["WHOLE", "Key", "either_way", "keys_of", "overlap", "path_of", "within"]

Key = tuple[tuple[Any, ...], ...]

WHOLE: frozenset[Key] = frozenset({()})
"""The keys of an object itself."""


def _steps(path: Key) -> Key:
    """The path with a named part and its index as one step: ``("row", 0)``."""
    steps: list[tuple[Any, ...]] = []
    open_part = False
    for step in path:
        if step[:1] == ("item",) and open_part:
            steps[-1] = (*steps[-1], *step[1:])
            open_part = False
        elif step[:1] == ("part",):
            steps.append(step[1:])
            open_part = True
        else:
            steps.append(step)
            open_part = False
    return tuple(steps)


def keys_of(ref: Ref, counts: Mapping[str, tuple[int, ...]]) -> frozenset[Key]:
    """What ``ref`` covers; ``counts`` gives rows and columns of objects that have them."""
    if not ref.path:
        return WHOLE
    steps = _steps(ref.path)
    first, rest = steps[0], steps[1:]
    count = counts.get(ref.object, ())
    if len(count) == 2 and len(first) == 2 and first[0] in ("row", "col"):
        at = first[1]
        entries = (
            [("item", at, j) for j in range(count[1])] if first[0] == "row"
            else [("item", i, at) for i in range(count[0])]
        )
        if entries:
            return frozenset((entry, *rest) for entry in entries)
    return frozenset({steps})


def either_way(key: Key) -> Key:
    """The key of an edge, whichever of its ends was named first."""
    name, *ends = key[0] if key else ("",)
    if name != "edge" or len(ends) < 2:
        return key
    first, second = sorted(ends[:2], key=lambda end: (isinstance(end, str), end))
    return (("edge", first, second, *ends[2:]), *key[1:])


def path_of(key: Key) -> Key:
    """The path of a reference that covers ``key``."""
    path: list[tuple[Any, ...]] = []
    for step in key:
        if step[0] in ("item", "piece"):
            path.append(step)
        else:
            path.append(("part", step[0]))
            if step[1:]:
                path.append(("item", *step[1:]))
    return tuple(path)


def _same(a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
    if a == b:
        return True
    return (
        len(a) == len(b) == 3 and a[0] == b[0] == "piece" and a[1] == b[1] and "all" in (a[2], b[2])
    )


def _holds(outer: tuple[Any, ...], inner: tuple[Any, ...]) -> bool:
    """Whether a step is, or holds as a row or column, another."""
    if _same(outer, inner):
        return True
    if len(outer) == 2 and outer[0] == "layer" and inner[0] == "node":
        return bool(outer[1] == inner[1])
    if len(inner) == 3 and len(outer) == 2 and inner[0] == "item":
        return bool((outer[0] == "row" and outer[1] == inner[1]) or (
            outer[0] == "col" and outer[1] == inner[2]))
    return False


def within(inner: Key, outer: Key) -> bool:
    """Whether ``inner`` is ``outer`` or a part of it."""
    return len(inner) >= len(outer) and all(
        _holds(b, a) for a, b in zip(inner, outer, strict=False)
    )


def overlap(some: frozenset[Key], others: frozenset[Key]) -> bool:
    """Whether two references into one object share anything."""
    if some is WHOLE or others is WHOLE or some & others:
        return True
    return any(within(a, b) or within(b, a) for a in some for b in others)
