"""Faults put in by rule, where nobody chose the place: a second look at the figures.

Of each good hatch some lines are changed, one at a time, as the rules say. What neither reading nor
running notices is no fault and is left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.agents.hatches.cases import Case, cases

Rule = Callable[[str, random.Random], str]


def _swapped(found: re.Match[str], rng: random.Random) -> str:
    """A word with two neighbouring letters in each other's place."""
    word = found[0]
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _by(pattern: str, change: Callable[[re.Match[str], random.Random], str]) -> Rule:
    def rule(line: str, rng: random.Random) -> str:
        places = list(re.finditer(pattern, line))
        if not places:
            return line
        found = rng.choice(places)
        return line[: found.start()] + change(found, rng) + line[found.end() :]

    return rule


RULES: dict[str, Rule] = {
    "misspelt attribute": _by(r"(?<=\.)[a-z_]{4,}(?=\()", _swapped),
    "misspelt name": _by(r"(?<![.\w\"'])[a-z]{4,}(?![\w=\"'(])", _swapped),
    "misspelt class": _by(r"\b[A-Z][a-z]{3,}[A-Za-z]*(?=\()", _swapped),
    "wrong keyword": _by(r"\b[a-z_]{4,}(?==[^=])(?<=[(, ].{4})", _swapped),
    "one too many": _by(r"range\(([^()]+)\)", lambda m, _: f"range({m[1]} + 1)"),
    "one too few": _by(r"range\((\w+)\)", lambda m, _: f"range(1, {m[1]} + 1)"),
    "two coordinates": _by(r", 0\]", lambda *_: "]"),
    "a text for a number": _by(r"(?<![\w.\"'])\d+(\.\d+)?(?![\w.\"'])", lambda m, _: f'"{m[0]}"'),
    "no star": _by(r"\*(?=\[)", lambda *_: ""),
    "an argument lost": _by(r"\((\w+), ", lambda *_: "("),
    "no return": _by(r"\breturn (?=\w)", lambda *_: "result = "),
    "index": _by(r"\[(\w)\]", lambda m, _: f"[{m[1]} + 1]"),
    "zero": _by(r"/ (\d+)", lambda *_: "/ 0"),
}


def mutants(count: int, seed: int = 1) -> Iterator[Case]:
    """About ``count`` cases, as evenly from all hatches and rules as can be."""
    rng = random.Random(seed)
    found: list[Case] = []
    known = {case.faulty for case in cases()}
    for case in cases():
        lines = case.good.splitlines()
        for name, rule in RULES.items():
            places = [(n, new) for n, line in enumerate(lines)
                      if (new := rule(line, rng)) != line]
            if not places:
                continue
            at, new = rng.choice(places)
            marked = [("", line) for line in lines]
            marked[at : at + 1] = [("-", new), ("+", lines[at])]
            mutant = replace(case, name=f"{case.name}:{at + 1}", fault=name, marked=tuple(marked))
            if mutant.faulty not in known:
                found.append(mutant)
    rng.shuffle(found)
    yield from found[:count]
