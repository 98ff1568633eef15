"""What belongs together in words and formulas: a symbol with its scripts, a number, a word."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)

_WHOLE = frozenset(
    rf"\{name}" for name in
    ("text", "mathrm", "operatorname", "mathbf", "textbf", "mathit", "textit", "mathtt", "texttt")
)
_SIGNS = frozenset(
    rf"\{name}" for name in
    ("cdot", "times", "div", "pm", "mp", "left", "right", "to", "le", "leq", "ge", "geq", "ne",
     "neq", "approx", "equiv", "in", "quad", "qquad", "frac", "sqrt", "dots", "cdots", "ldots",
     "Rightarrow", "rightarrow", "implies", "iff", "mid", "vert", "lvert", "rvert", "big", "Big")
)

Atom = tuple[int, bool]
"""A number that atoms of one source do not share, and whether it is more than a mere sign."""


@lru_cache(maxsize=1024)
def atoms(source: str, kind: str) -> tuple[Atom, ...]:
    """For every offset of a source the atom that it belongs to."""
    if kind == "math":
        return tuple(_formula(source, 0))
    found: list[Atom] = []
    for number, part in enumerate(re.split(r"(?<!\\)\$", source)):
        if number:
            found.append((len(source) + len(found), False))
        if number % 2 and kind == "text":
            found.extend(_formula(part, len(found)))
        else:
            for word in _WORD.finditer(part):
                atom = len(found), word[0][0].isalnum()
                found.extend([atom] * len(word[0]))
    return tuple(found[: len(source)])


def _formula(source: str, first: int) -> list[Atom]:
    found: list[Atom] = []
    current: Atom = (first, False)
    tokens = [match[0] for match in _TOKEN.finditer(source)]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        held = [token]
        if token in ("_", "^"):
            while at + len(held) < len(tokens) and tokens[at + len(held)].isspace():
                held.append(tokens[at + len(held)])
            held.extend(_argument(tokens, at + len(held)))
        elif token in _WHOLE:
            current = first + len(found), True
            held.extend(_argument(tokens, at + 1))
        else:
            if token not in "{}'" and not token.isspace():
                sign = token in _SIGNS or not (token[0].isalnum() or token[0] == "\\")
                current = first + len(found), not sign
        at += len(held)
        found.extend([current] * sum(map(len, held)))
    return found


def _argument(tokens: list[str], at: int) -> list[str]:
    """The tokens of one argument: a token, or all in braces."""
    if at >= len(tokens) or tokens[at] != "{":
        return tokens[at : at + 1]
    depth = 0
    for end in range(at, len(tokens)):
        depth += (tokens[end] == "{") - (tokens[end] == "}")
        if depth == 0:
            return tokens[at : end + 1]
    return tokens[at:]
