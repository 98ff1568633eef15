"""A formula as LaTeX itself takes it, with the colours that tell whose ink each glyph is.

What `convert` reads is wider than LaTeX in places (environments for whole displays, colours of
the language, letters of Unicode); here such things become what LaTeX knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from .latex_commands import ARROWS
from .latex_symbols import (
    ACCENTS,
    BIG,
    FONTS,
    LIMIT_OPERATORS,
    MATRICES,
    OPERATORS,
    SYMBOLS,
    TEXTS,
    UPRIGHT,
)
from .latex_tokens import Mark, Token, tokenize

_ENVIRONMENTS = {
    "align": "aligned", "flalign": "aligned", "split": "aligned", "eqnarray": "aligned",
    "equation": "aligned", "displaymath": "aligned", "math": "aligned", "alignat": "alignedat",
    "gather": "gathered", "multline": "gathered", "darray": "array",
}  # fmt: skip
_ARGUMENTS = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "overset",
                     "underset", "stackrel"), 2),
    **dict.fromkeys((*ACCENTS, *FONTS, *UPRIGHT, *ARROWS), 1),
    **dict.fromkeys(("sqrt", "overbrace", "underbrace", "overbracket", "underbracket", "overline",
                     "underline", "boxed", "cancel", "bcancel", "xcancel", "phantom", "hphantom",
                     "vphantom", "mathop", "mathbin", "mathrel", "mathord", "mathopen",
                     "mathclose", "mathpunct", "ensuremath", "pmod", "mod"), 1),
    "mod": 0, "rm": 0, "bf": 0, "cal": 0, "bold": 1,
}  # fmt: skip
_RAW = frozenset({"operatorname", "operatorname*", "hspace", "hspace*", "mspace"})
_DROPPED = frozenset({"label", "tag", "tag*"})
_FRACTIONS = frozenset({"over", "choose", "atop", "brack", "brace"})
_COMMANDS = {letter: name for name, letter in reversed(SYMBOLS.items()) if not letter.isascii()}
_SKIP = re.compile(r"\s*[-\d.]+\s*[a-z]+\s*\]")
_BARE = re.compile(r"(?<!\\)[%#&]")


def preamble() -> str:
    """What stands before formulas: packages where they are installed, names LaTeX lacks."""
    lines = ["\\documentclass[10pt]{article}", "\\usepackage{amsmath,amssymb}"]
    lines += [
        f"\\IfFileExists{{{name}.sty}}{{\\usepackage{{{name}}}}}{{}}"
        for name in ("mathtools", "mathrsfs", "cancel", "stmaryrd")
    ]
    for name in sorted(OPERATORS):
        lines.append(f"\\providecommand\\{name}{{\\operatorname{{{name}}}}}")
    for name, word in LIMIT_OPERATORS.items():
        shown = word.replace(" ", "\\,")
        lines.append(f"\\providecommand\\{name}{{\\operatorname*{{{shown}}}}}")
    lines += [
        "\\providecommand\\bm{\\boldsymbol}", "\\providecommand\\degree{{}^\\circ}",
        "\\pagestyle{empty}",
        "\\def\\cvp#1{\\special{color push rgb #1}}", "\\def\\cvq{\\special{color pop}}",
        "\\def\\cvc#1{\\cvq\\cvp{#1}}", "\\begin{document}",
    ]  # fmt: skip
    return "\n".join(lines)


@lru_cache(maxsize=2048)
def real(latex: str, marks: tuple[Mark, ...] | None = None) -> str:
    """``latex`` for LaTeX's maths mode.

    Args:
        marks: those of `convert`; each symbol is then drawn in the colour of its number, within
            ``\\cvp{0 0 0}`` and ``\\cvq``. Such a formula is spaced in another way, but it has
            the same glyphs in the same order.
    """
    numbers: dict[int, int] = {}
    for number, mark in enumerate(marks or (), 1):
        numbers.setdefault(mark.start, number)
    writer = _Writer(latex, tokenize(latex), numbers, marks is not None)
    body = writer.until(frozenset(), frozenset())
    if writer.lines:
        return f"\\begin{{aligned}}{body}\\end{{aligned}}"
    return body


def shade(number: int) -> str:
    """The colour of a mark's number, as drivers of DVI take it."""
    parts = (number >> 16, number >> 8 & 255, number & 255)
    return " ".join(f"{part / 255:.5f}" for part in parts)


class _Writer:
    def __init__(
        self, latex: str, tokens: Sequence[Token], numbers: dict[int, int], marking: bool
    ) -> None:
        self.latex = latex
        self.tokens = list(tokens)
        self.numbers = numbers
        self.marking = marking
        self.at = 0
        self.now = 0
        self.depth = 0
        self.lines = False

    def peek(self) -> Token | None:
        at = self.at
        while at < len(self.tokens) and self.tokens[at].blank:
            at += 1
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self) -> Token | None:
        while self.at < len(self.tokens):
            self.at += 1
            if not self.tokens[self.at - 1].blank:
                return self.tokens[self.at - 1]
        return None

    def turn(self, number: int) -> str:
        """From here on the ink is that of a mark."""
        self.now = number
        return f"\\cvc{{{shade(number)}}}" if self.marking else ""

    def mark(self, offset: int) -> str:
        return self.turn(self.numbers[offset]) if offset in self.numbers else ""

    def inside(self, body: str, before: int) -> str:
        """``body`` whose colours do not reach out of it."""
        self.now = before
        return f"\\cvp{{{shade(before)}}}{body}\\cvq{{}}" if self.marking else body

    def until(self, stops: frozenset[str], commands: frozenset[str]) -> str:
        out: list[str] = []
        while (token := self.peek()) is not None:
            if token.text in stops or token.command in commands:
                break
            self.take()
            out.append(self.unit(token))
        return "".join(out)

    def unit(self, token: Token) -> str:
        """One symbol or command with its arguments."""
        text, name = token.text, token.command
        if text == "{":
            self.depth += 1
            body = self.group()
            self.depth -= 1
            return body
        if text in ("^", "_"):
            return text + self.argument()
        if text.startswith("'"):
            return self.primes(token)
        if text in ("&", "\\\\"):
            self.lines = self.lines or self.depth == 0
            return text if text == "&" else text + self.skip()
        if text in ("%", "#"):
            return f"{self.mark(token.start)}\\{text}"
        if not name:
            known = _COMMANDS.get(text)
            return self.mark(token.start) + (f"\\{known} " if known else text)
        return self.command(token, name)

    def command(self, token: Token, name: str) -> str:
        start = self.mark(token.start) if name != "begin" else ""
        if name == "begin":
            return self.environment(token)
        if name in ("color", "textcolor"):
            self.raw()
            return self.argument() if name == "textcolor" else ""
        if name in _DROPPED:
            self.raw()
            return ""
        if name in _RAW:
            return f"{start}\\{name}{{{self.raw()}}}"
        if name in TEXTS:
            return self.words(token)
        if name in ("left", "right", "middle") or name in BIG:
            sign = self.take()
            return f"{start}\\{name}{sign.text if sign else '.'} "
        if name in _FRACTIONS:
            return f"{self.turn(0)}\\{name} "
        if name == "substack" and (opening := self.peek()) is not None and opening.text == "{":
            self.take()
            self.depth += 1
            body = self.until(frozenset("}"), frozenset())
            self.depth -= 1
            self.take()
            return f"\\substack{{{body}}}"
        out = f"{start}\\{name}" + (" " if name.isalpha() else "")
        count = _ARGUMENTS.get(name, 0)
        following = self.peek()
        if count and following is not None and following.text == "[" and (
            name == "sqrt" or name in ARROWS
        ):
            before = self.now
            self.take()
            option = self.inside(self.until(frozenset("]"), frozenset()), before)
            self.take()
            out += f"[{{{option}}}]"
        return out + "".join(self.argument() for _ in range(count))

    def group(self) -> str:
        before = self.now
        body = self.until(frozenset("}"), frozenset())
        self.take()
        return f"{{{self.inside(body, before)}}}"

    def argument(self) -> str:
        """A group, or one symbol as a group."""
        self.depth += 1
        token = self.take()
        if token is None:
            out = "{}"
        elif token.text == "{":
            out = self.group()
        else:
            before = self.now
            if token.text[0].isdigit() and len(token.text) > 1:
                rest = Token(token.text[1:], token.start + 1, token.end)
                token = Token(token.text[0], token.start, token.start + 1)
                self.tokens.insert(self.at, rest)
            out = f"{{{self.inside(self.unit(token), before)}}}"
        self.depth -= 1
        return out

    def primes(self, token: Token) -> str:
        before = self.now
        body = self.mark(token.start) + "\\prime " * len(token.text)
        following = self.peek()
        if following is not None and following.text == "^":
            self.take()
            body += self.argument()
        return f"^{{{self.inside(body, before)}}}"

    def skip(self) -> str:
        """The space that ``\\\\[2pt]`` asks for."""
        if self.at < len(self.tokens) and self.tokens[self.at].text == "[":
            start = self.tokens[self.at].end
            if found := _SKIP.match(self.latex, start):
                while self.at < len(self.tokens) and self.tokens[self.at].start < found.end():
                    self.at += 1
                return f"[{found[0]}"
        following = self.peek()
        return "\\relax " if following is not None and following.text in ("[", "*") else ""

    def raw(self) -> str:
        token = self.take()
        if token is None or token.text != "{":
            return token.text if token else ""
        depth = 1
        while self.at < len(self.tokens):
            here = self.tokens[self.at]
            self.at += 1
            depth += (here.text == "{") - (here.text == "}")
            if depth == 0:
                return self.latex[token.end : here.start]
        return self.latex[token.end :]

    def environment(self, token: Token) -> str:
        before = self.mark(token.start)
        own = self.now
        name = self.raw().strip()
        plain = name.removesuffix("*")
        shown = _ENVIRONMENTS.get(plain, plain if plain not in MATRICES else name)
        options = ""
        if shown in ("array", "alignedat", "subarray"):
            options = f"{{{self.raw()}}}"
        self.depth += 1
        out: list[str] = []
        last = 0
        while (here := self.peek()) is not None and here.command != "end":
            self.take()
            out.append(self.unit(here))
            if here.text not in ("\\\\", "\\hline", "&"):
                last = len(out)
        self.depth -= 1
        if self.take() is not None:
            self.raw()
        out.insert(last, self.turn(own))
        return f"{before}\\begin{{{shown}}}{options}{''.join(out)}\\end{{{shown}}}"

    def words(self, token: Token) -> str:
        """Words in a formula, with formulas between dollar signs."""
        opening = self.peek()
        raw = self.raw()
        at = opening.end if opening is not None and opening.text == "{" else token.end
        out: list[str] = []
        for place, part in enumerate(raw.split("$")):
            if place % 2:
                tokens = [Token(t.text, t.start + at, t.end + at) for t in tokenize(part)]
                inner = _Writer(self.latex, tokens, self.numbers, self.marking)
                inner.depth = 1
                out.append(f"${inner.until(frozenset(), frozenset())}$")
                self.now = inner.now
            else:
                out.append(self.letters(part, at))
            at += len(part) + 1
        return f"\\{token.command}{{{''.join(out)}}}"

    def letters(self, part: str, at: int) -> str:
        """Words, each word's ink turned to its mark."""
        cuts = [0, *(k for k in range(1, len(part)) if at + k in self.numbers), len(part)]
        out: list[str] = []
        for cut, end in pairwise(cuts):
            out += [self.mark(at + cut), _BARE.sub(r"\\\g<0>", part[cut:end])]
        return "".join(out)
