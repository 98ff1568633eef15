"""What models cost: list prices in US dollars for a million tokens, as of `CHECKED`.

Sources: https://ai.google.dev/gemini-api/docs/pricing, https://openai.com/api/pricing,
https://platform.claude.com/docs/en/about-claude/pricing.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from .exchange import Usage

CHECKED = datetime.date(2026, 10, 7)


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens.

    Attributes:
        answer: of the answer and of thinking.
        cached: of what of the question the provider had kept.
        since: the day from which it holds.
        long: tokens of a question above which ``long_prompt`` and ``long_answer`` hold for all.
    """

    prompt: float
    answer: float
    cached: float
    since: datetime.date = datetime.date.min
    long: int | None = None
    long_prompt: float = 0.0
    long_answer: float = 0.0


_PRICES: dict[str, tuple[Price, ...]] = {
    "gemini-3.8-flash": (
        Price(0.75, 3.75, 0.075),
        Price(1.50, 7.50, 0.15, since=datetime.date(2027, 1, 1)),
    ),
    "gemini-3.5-flash": (Price(1.50, 9.00, 0.15),),
    "gemini-3.5-flash-lite": (Price(0.30, 2.50, 0.03),),
    "gemini-3.1-pro-preview": (
        Price(2.00, 12.00, 0.20, long=200_000, long_prompt=4.00, long_answer=18.00),
    ),
    "gemini-3-flash-preview": (Price(0.50, 3.00, 0.05),),
    "gpt-5.6-sol": (Price(5.00, 30.00, 0.50),),
    "gpt-5.6-terra": (Price(2.00, 12.00, 0.20),),
    "gpt-5.6-luna": (Price(0.20, 1.20, 0.02),),
    "claude-opus-5": (Price(5.00, 25.00, 0.50),),
    "claude-sonnet-4-6": (Price(3.00, 15.00, 0.30),),
    "claude-haiku-4-5": (Price(1.00, 5.00, 0.10),),
}

_DATED = re.compile(r"(?:models/)?(.+?)(?:-\d{4}-\d{2}-\d{2}|-\d{8}|-\d{3})?")


def price(model: str, day: datetime.date | None = None) -> Price | None:
    """The price of ``model`` on ``day`` (today), or None where it is not known.

    A snapshot of a model (``…-2026-07-09``, ``…-001``) costs what the model costs.
    """
    day = day or datetime.date.today()
    found = _DATED.fullmatch(model)
    for one in reversed(_PRICES.get(found[1] if found else model, ())):
        if one.since <= day:
            return one
    return None


def money(model: str, usage: Usage, day: datetime.date | None = None) -> float | None:
    """US dollars that ``usage`` costs with ``model``, or None where its price is not known."""
    one = price(model, day)
    if one is None:
        return None
    long = one.long is not None and usage.prompt > one.long
    prompt, answer = (one.long_prompt, one.long_answer) if long else (one.prompt, one.answer)
    cached = one.cached * prompt / one.prompt
    return ((usage.prompt - usage.cached) * prompt + usage.cached * cached
            + (usage.answer + usage.thinking) * answer) / 1e6
