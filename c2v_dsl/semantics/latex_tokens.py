"""The tokens of a formula in LaTeX, and what reading it gives: marks and problems."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.|$)|\s+|\d+(?:\.\d+)?|'+|.", re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A command, a run of blanks, a number, primes or one character, with its offsets."""

    text: str
    start: int
    end: int

    @property
    def command(self) -> str:
        """The command's name, empty for what is none."""
        return self.text[1:] if self.text.startswith("\\") else ""

    @property
    def blank(self) -> bool:
        """Whether it is nothing but blanks."""
        return self.text.isspace()


ProblemKind = Literal[
    "syntax", "command", "color", "environment", "backslash", "dollar", "foreign"
]  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """What is wrong in a formula, where (offsets in it), and what to write instead.

    ``wrong`` is a word that is none of ``choices``, one of which was probably meant.
    """

    message: str
    start: int
    end: int
    help: str = ""
    kind: ProblemKind = "syntax"
    wrong: str = ""
    choices: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mark:
    """The stretch of a formula that something drawn comes from.

    ``word`` is what its letters spell where it is text; ``color`` one that the formula gives.
    """

    start: int
    end: int
    color: str | None = None
    word: str | None = None


@dataclass(frozen=True)
class Converted:
    """Typst's maths for a formula. ``mk(#k, …)`` in it stands for the k-th of ``marks``."""

    typst: str
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]


def tokenize(latex: str) -> list[Token]:
    """Every token of a formula, blanks among them."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(latex):
        text, start = match[0], match.start()
        if text.startswith("\\") and text.endswith("*") and text != "\\operatorname*":
            star = text[:-1].removeprefix("\\")
            if star and star not in ("hspace", "tag"):
                tokens.append(Token(text[:-1], start, match.end() - 1))
                tokens.append(Token("*", match.end() - 1, match.end()))
                continue
        tokens.append(Token(text, start, match.end()))
    return tokens


ESCAPED = frozenset("\\#$*_`<>@=-+/~'\"[](){}&^,;:!|.?%⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⌜⌝⌞⌟⟦⟧⦃⦄‖√∛∜")
"""Characters that mean something in Typst's maths."""


def literal(character: str) -> str:
    """A character as Typst's maths writes it."""
    return f"\\{character}" if character in ESCAPED else character


def quoted(text: str) -> str:
    """A text as a string of Typst."""
    return json.dumps(text, ensure_ascii=False)
