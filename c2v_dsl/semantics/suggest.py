"""What was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def distance(a: str, b: str, limit: int) -> int:
    """Damerau–Levenshtein distance of two words (neighbours swapped count once), or ``limit + 1``
    where it is greater than ``limit``."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` is a slip of, or None if none is near enough.

    Case counts for nothing; longer words may have more slips; a known word that ``word`` begins
    (or that begins ``word``) with three letters or more counts as near.
    """
    low = word.lower()
    limit = 1 if len(low) <= 4 else 2 if len(low) <= 8 else 3
    best: tuple[int, str] | None = None
    for candidate in known:
        other = candidate.lower()
        score = distance(low, other, limit)
        if score > limit and min(len(low), len(other)) >= 3 and (
            other.startswith(low) or low.startswith(other)
        ):
            score = limit
        if score <= limit and score < max(len(low), len(other)):
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
