"""Making broken storyboards of good ones, always the same ones for a seed."""

from __future__ import annotations

import random

ALPHABET = (
    "abcexyz019 \t\n\r\"'#{}()[]<>.,;:=+-*/^%!&|$@\\~?_éπ漢“”\0\ufeff\u00a0\u2028😀"
)
SNIPPETS = (
    '"""', "#{", "}", "{", "..", "->", "=>", "//", "#x", "\r\n", "beat ", "scene ", "over ", " at ",
    "in ", "for ", "if ", "let ", "'", '"', "((((((((", "]]]]", "1e999", "0x10", ".5", "A7", "a1",
    "FadeIn(x)", "run_time=2", "c2v 1\n", "objects {\n", "}\n}\n", "\\", "\\\\frac",
)


def mutate(text: str, rng: random.Random) -> str:
    """``text`` with one to four changes: lines dropped, doubled or swapped; characters changed,
    put in or taken out; pieces moved."""
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        text = rng.choice(_CHANGES)(text, rng)
    return text


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _drop_line(text: str, rng: random.Random) -> str:
    lines = _lines(text)
    del lines[rng.randrange(len(lines))]
    return "".join(lines)


def _double_line(text: str, rng: random.Random) -> str:
    lines = _lines(text)
    at = rng.randrange(len(lines))
    lines.insert(at, lines[at])
    return "".join(lines)


def _swap_lines(text: str, rng: random.Random) -> str:
    lines = _lines(text)
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def _change_character(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(ALPHABET) + text[at + 1 :]


def _insert_character(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(ALPHABET) + text[at:]


def _delete_character(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + 1 :]


def _insert_snippet(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(SNIPPETS) + text[at:]


def _delete_piece(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.randrange(1, 40) :]


def _copy_piece(text: str, rng: random.Random) -> str:
    at, to = rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)
    return text[:to] + text[at : at + rng.randrange(1, 40)] + text[to:]


_CHANGES = (
    _drop_line, _double_line, _swap_lines, _change_character, _insert_character,
    _delete_character, _insert_snippet, _delete_piece, _copy_piece,
)
