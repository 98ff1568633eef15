"""The methods of an emitted scene that hold a hatch's own code."""

from __future__ import annotations

import re
from collections.abc import Iterator

_METHOD = re.compile(r"^    @hatch_code\n    def (\w+)\(.*\n((?:(?: {8}.*)?\n)*)", re.M)


def methods(code: str) -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(found[1] for found in _METHOD.finditer(code))


def bodies(code: str) -> str:
    """All of their code."""
    return "".join(found[0] for found in _METHOD.finditer(code))


def named_bodies(code: str) -> Iterator[tuple[str, str]]:
    """The name of each and the code below its ``def``."""
    return ((found[1], found[2]) for found in _METHOD.finditer(code))


def spans(code: str) -> Iterator[tuple[str, int, int]]:
    """Name, first and last line of each, from 1; the ``def`` is the second line."""
    for found in _METHOD.finditer(code):
        first = code.count("\n", 0, found.start()) + 1
        yield found[1], first, first + found[0].count("\n") - 1


def without(code: str, names: set[str]) -> str:
    """``code`` where the methods ``names`` do nothing but fail; every line keeps its number."""

    def emptied(found: re.Match[str]) -> str:
        if found[1] not in names:
            return found[0]
        head = found[0][: len(found[0]) - len(found[2])]
        return head + "        raise RuntimeError\n" + "\n" * (found[2].count("\n") - 1)

    return _METHOD.sub(emptied, code)
