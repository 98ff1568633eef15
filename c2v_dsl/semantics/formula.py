"""Formulas: LaTeX's syntax outside, Typst inside, and the pieces that beats speak of.

`convert` reads a formula, `check_formulas` says what is wrong with it, `find_pieces` finds a piece
in a formula or a text. Checker and stage use the same functions, so they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from .fonts import typeset
from .latex import convert
from .latex_symbols import ACCENTS, BIG, SPACES, TEXTS, UPRIGHT
from .latex_tokens import Converted, Mark, Problem, tokenize
from .words import split_maths

__all__ = [
    "PREAMBLE", "Converted", "Mark", "Problem", "check_formulas", "convert", "find_pieces",
    "words_preamble",
]  # fmt: skip

PREAMBLE = """\
#let shade(k) = rgb(calc.quo(k, 65536), calc.rem(calc.quo(k, 256), 256), calc.rem(k, 256))
#let mk(k, body) = text(fill: shade(k), body)
#let hsp(ems) = h(ems * 1em)
#let mkbox(k, body) = box(stroke: 0.05em + shade(k), inset: (x: 0.35em, y: 0.3em), \
baseline: 0.3em, radius: 0.12em, $display(body)$)
#let mkhide(body) = hide($display(body)$)
#let mkghost(thin, body) = if thin { box(width: 0pt, hide($display(body)$)) } else \
{ box(height: 0pt, hide($display(body)$)) }
"""
"""Typst definitions that converted formulas use."""


def words_preamble(font: str, code_font: str, shrink: float = 0.94) -> str:
    """Typst definitions for ``\\text`` inside formulas.

    Args:
        shrink: size of its letters against those of the formula.
    """
    common = f"size: {shrink}em, fill: shade(k)"
    return f"""\
#let mkt(k, body) = text(font: "{font}", weight: 400, style: "normal", {common}, body)
#let mktb(k, body) = text(font: "{font}", weight: 600, style: "normal", {common}, body)
#let mkti(k, body) = text(font: "{font}", weight: 400, style: "italic", {common}, body)
#let mktt(k, body) = text(font: "{code_font}", weight: 400, style: "normal", {common}, body)
"""


def check_formulas(formulas: Iterable[str]) -> list[tuple[Problem, ...]]:
    """What is wrong in each formula: nothing, or problems in the order of their places.

    Formulas that read well are compiled too, all of a call together in a few milliseconds.
    """
    latexes = list(formulas)
    found: list[tuple[Problem, ...]] = []
    compile_one = None
    for latex in latexes:
        converted = convert(latex)
        problems = tuple(sorted(converted.problems, key=lambda p: p.start))
        if not problems and not converted.typst.strip(' "'):
            problems = (Problem("the formula is empty", 0, len(latex)),)
        if not problems:
            compile_one = compile_one or _compiler()
            message = compile_one(converted.typst)
            if message:
                problems = (
                    Problem(f"this formula cannot be set: {message}", 0, len(latex),
                            "write it in a simpler way"),
                )  # fmt: skip
        found.append(problems)
    return found


@lru_cache(maxsize=1)
def _compiler() -> Any:
    """A function that compiles Typst maths and answers with the error's message, if any."""
    import typst

    preamble = PREAMBLE + words_preamble("Source Sans Pro", "DejaVu Sans Mono")

    def message(maths: str) -> str:
        try:
            typeset(f"{preamble}$display({maths})$")
        except typst.TypstError as error:
            return str(error.message)
        return ""

    return message


# Pieces

_SKIPPED = frozenset(
    {"left", "right", "middle", "limits", "nolimits", "displaystyle", "textstyle"}
    | set(BIG) | set(SPACES)
)  # fmt: skip
_WORDS = TEXTS | UPRIGHT | {"operatorname", "operatorname*"}
_ONE_DIGIT = frozenset({"frac", "dfrac", "tfrac", "cfrac", "binom", "sqrt"} | set(ACCENTS))
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\s+|.", re.DOTALL)
_EACH = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u3040-\u30ff\U00020000-\U0003ffff]")

Unit = tuple[str, int, int]


def find_pieces(source: str, piece: str, maths: bool) -> list[tuple[int, int]]:
    """Where ``piece`` stands in ``source``, as offsets of its start and end.

    A piece is made of whole symbols, words or TeX groups: ``3`` is not found in ``13`` or ``3.5``,
    ``if`` not in ``iff``. Blanks and the stretching of brackets do not count.

    Args:
        maths: ``source`` is a formula, else a text with formulas between dollar signs.
    """
    wanted: Sequence[Unit]
    if not maths and piece.startswith("$") and piece.endswith("$") and len(piece) > 1:
        wanted = _formula_units(piece[1:-1], 0)
    else:
        wanted = _formula_units(piece, 0) if maths else _text_units(piece)
    if not wanted:
        return []
    if maths:
        whole = _formula_units(source, 0)
        places = _search(whole, wanted, True) + _search(whole, _word_units(piece), True)
        return sorted(set(places))
    found: list[tuple[int, int]] = []
    as_formula = _formula_units(piece.strip("$"), 0)
    if any(is_maths for _, _, is_maths in split_maths(piece)) and len(split_maths(piece)) > 1:
        return _search(_text_units(source), wanted, False)
    for part, offset, is_maths in split_maths(source):
        if is_maths:
            found += _search(_formula_units(part, offset), as_formula, True)
        elif not piece.startswith("$"):
            units = [(text, a + offset, b + offset) for text, a, b in _word_units(part)]
            found += _search(units, wanted, False)
    return found


def _search(units: Sequence[Unit], wanted: Sequence[Unit], maths: bool) -> list[tuple[int, int]]:
    texts = [unit[0] for unit in units]
    goal = [unit[0] for unit in wanted]
    found: list[tuple[int, int]] = []
    at = 0
    while at + len(goal) <= len(texts):
        if texts[at : at + len(goal)] == goal and (not maths or _balanced(goal)):
            found.append((units[at][1], units[at + len(goal) - 1][2]))
            at += len(goal)
        else:
            at += 1
    return found


def _balanced(texts: Sequence[str]) -> bool:
    depth = 0
    for text in texts:
        depth += (text == "{") - (text == "}")
        if depth < 0:
            return False
    return depth == 0


def _text_units(text: str) -> list[Unit]:
    units: list[Unit] = []
    for part, offset, maths in split_maths(text):
        found = _formula_units(part, 0) if maths else _word_units(part)
        units += [(unit, a + offset, b + offset) for unit, a, b in found]
    return units


def _word_units(text: str) -> list[Unit]:
    units: list[Unit] = []
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        if word.isspace():
            continue
        if _EACH.search(word):
            units += [(letter, start + k, start + k + 1) for k, letter in enumerate(word)]
        else:
            units.append((word, start, match.end()))
    return units


@lru_cache(maxsize=4096)
def _formula_units(latex: str, offset: int) -> tuple[Unit, ...]:
    """The units of a formula that pieces are compared by: blanks, sizes of brackets and braces
    around a single symbol left out."""
    units: list[Unit] = []
    tokens = [token for token in tokenize(latex) if not token.blank]
    index = 0
    single = False
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token.command in _WORDS and index < len(tokens) and tokens[index].text == "{":
            units.append((token.text, token.start + offset, token.end + offset))
            close = _group_end(tokens, index)
            begin = tokens[index].end
            end = tokens[close].start if close < len(tokens) else len(latex)
            units += [(w, a + begin + offset, b + begin + offset)
                      for w, a, b in _text_units(latex[begin:end])]  # fmt: skip
            index = close + 1
            single = False
            continue
        if token.command in _SKIPPED:
            if token.command in ("left", "right") and index < len(tokens) and (
                tokens[index].text == "."
            ):
                index += 1
            continue
        if token.text == "{" and index + 1 < len(tokens) and tokens[index + 1].text == "}":
            inner, end = tokens[index], tokens[index + 1].end
            units.append((inner.text, token.start + offset, end + offset))
            index += 2
            single = False
            continue
        if token.text[0].isdigit() and len(token.text) > 1 and single:
            units.append((token.text[0], token.start + offset, token.start + 1 + offset))
            units.append((token.text[1:], token.start + 1 + offset, token.end + offset))
            single = False
            continue
        units.append((token.text, token.start + offset, token.end + offset))
        single = token.text in ("^", "_") or token.command in _ONE_DIGIT
    return tuple(units)


def _group_end(tokens: Sequence[Any], opening: int) -> int:
    depth = 0
    for index in range(opening, len(tokens)):
        depth += (tokens[index].text == "{") - (tokens[index].text == "}")
        if depth == 0:
            return index
    return len(tokens)
