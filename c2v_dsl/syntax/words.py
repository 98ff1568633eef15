"""The words of edition 1 and what they may stand for."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())


COLOR_ROOTS = (
    "white", "black", "gray", "red", "orange", "gold", "yellow", "green", "teal", "blue",
    "purple", "pink", "brown",
)
COLOR_NAMES = frozenset(
    prefix + root for prefix in ("", "light_", "dark_") for root in COLOR_ROOTS
)

BLOCK_WORDS = words(
    "storyboard scene template component action objects beat together stagger when for on"
)
"""The words that open a block."""

CONSTANTS = frozenset({"pi", "e", "tau", "true", "false"})

RESERVED = words(
    """above align all along and as at backwards below between bold by color dashed do ease else
    false fill font for from gap glow if in inside into italic lasts layer left_of let none not on
    opacity or over param right_of rotated scale size stagger step stroke style to true"""
) | BLOCK_WORDS | COLOR_NAMES | CONSTANTS
"""Words that are never the name of anything."""

CONTEXTUAL = words(
    "c2v import layout continues say wait set clear zoom except out about python"
)
"""Words of the grammar that are ordinary names wherever the grammar does not ask for them."""


def distance(a: str, b: str, limit: int = 3) -> int:
    """Damerau–Levenshtein distance of two words, or ``limit + 1`` if it is more than ``limit``."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return min(row[-1], limit + 1)


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that ``word`` was probably meant to be: at most a third of it is wrong."""
    limit = max(1, min(3, len(word) // 3))
    best: tuple[int, int, str] | None = None
    for choice in choices:
        found = distance(word.lower(), choice.lower(), limit)
        if found <= limit and (best is None or (found, -len(choice), choice) < best):
            best = (found, -len(choice), choice)
    return best[2] if best else None


def proposal(word: str) -> str:
    """A name to use in the place of a reserved word."""
    return {"e": "e1", "all": "everything", "in": "inner", "on": "upper", "to": "goal"}.get(
        word, word + "_"
    )
