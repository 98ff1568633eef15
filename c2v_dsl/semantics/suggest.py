"""What was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from ..syntax.words import distance


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` is a slip of, or None if none is near enough.

    Case counts for nothing; longer words may have more slips; a known word that ``word`` begins
    (or that begins ``word``) with three letters or more counts as near.
    """
    low = word.lower()
    best: tuple[int, str] | None = None
    for candidate in known:
        other = candidate.lower()
        longer, shorter = max(len(low), len(other)), min(len(low), len(other))
        limit = 1 if longer <= 4 else 2 if longer <= 8 else 3
        if shorter <= 2:
            limit = 1
        score = distance(low, other, limit)
        if score > limit and shorter >= 3 and (other.startswith(low) or low.startswith(other)):
            score = limit
        if score <= limit and score < longer:
            found = (score, candidate)
            if best is None or found < best:
                best = found
    return best[1] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean `x`?`` or nothing."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


def listing(words: Iterable[str], last: str = "and", limit: int = 12) -> str:
    """``a, b and c``; of more than ``limit`` words the first ones and ``…``."""
    items = list(words)
    if len(items) > limit:
        return ", ".join(items[:limit]) + ", …"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """``1 member``, ``3 members``."""
    return f"{n} {one if n == 1 else many or one + 's'}"
