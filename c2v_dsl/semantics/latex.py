"""LaTeX's maths read into Typst's, with a mark on every symbol that says where it came from.

Reading never fails: what is wrong is noted as a `Problem` with its place, and reading goes on.
Commands for symbols that are not in the tables here are looked up by tylax.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .latex_symbols import (
    ACCENTS,
    ALIGNED,
    BIG,
    CLASSES,
    DOTS,
    FONT_SWITCHES,
    FONTS,
    LIMIT_OPERATORS,
    MATRICES,
    NOT_YET,
    OPERATORS,
    SPACED,
    SPACES,
    SYMBOLS,
    TEXTS,
    UPRIGHT,
)
from .themes import COLOR_NAMES

TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.|$)|\s+|\d+(?:\.\d+)?|'+|.", re.DOTALL)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}$")


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


@lru_cache(maxsize=4096)
def convert(latex: str, first_mark: int = 1, offset: int = 0) -> Converted:
    """Read a formula.

    Args:
        first_mark: number of its first mark.
        offset: added to all offsets, where it stands inside a longer text.
    """
    reader = _Reader(latex, first_mark, offset)
    typst = reader.whole()
    return Converted(typst, tuple(reader.marks), tuple(reader.problems))


def known_commands() -> frozenset[str]:
    """Names of all commands that the tables know, for suggestions."""
    return _known()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    tables = (SYMBOLS, SPACED, OPERATORS, LIMIT_OPERATORS, ACCENTS, FONTS, UPRIGHT, TEXTS, BIG,
              SPACES, _COMMANDS, _SWITCHES)  # fmt: skip
    names = {name for table in tables for name in table if name.isalpha()}
    return frozenset(names | {"left", "right", "middle", "begin", "end", "limits", "nolimits"})


_ESCAPED = frozenset("\\#$*_`<>@=-+/~'\"[](){}&^,;:!|.?%⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⌜⌝⌞⌟⟦⟧⦃⦄‖")


def _literal(character: str) -> str:
    return f"\\{character}" if character in _ESCAPED else character


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_CHARACTERS = {
    "-": "−", "*": "∗", "/": 'class("normal", \\/)', "|": 'class("normal", \\|)',
    ":": 'class("relation", \\:)', ".": "\\.", "<": "<", ">": ">", "=": "\\=", "+": "\\+",
    "!": 'class("closing", \\!)', "@": "\\@", "?": 'class("closing", \\?)', "`": "\\`", '"': '\\"',
    "%": 'class("normal", \\%)', "[": "\\[", "]": "\\]",
}  # fmt: skip

_ESCAPES = {"{": "\\{", "}": "\\}", "%": 'class("normal", \\%)', "$": 'class("normal", \\$)',
            "#": 'class("normal", \\#)', "&": 'class("normal", \\&)', "_": 'class("normal", \\_)',
            "|": 'class("normal", ‖)'}  # fmt: skip

_DELIMITERS = {"(": "\\(", ")": "\\)", "[": "\\[", "]": "\\]", "|": "|", "/": "\\/", ".": "",
               "<": "\\⟨", ">": "\\⟩", "\\{": "\\{", "\\}": "\\}", "\\|": "‖"}  # fmt: skip


class _Reader:
    """Reads one formula by recursive descent over its tokens."""

    def __init__(self, latex: str, first_mark: int, offset: int) -> None:
        self.latex = latex
        self.tokens = tokenize(latex)
        self.at = 0
        self.first_mark = first_mark
        self.offset = offset
        self.marks: list[Mark] = []
        self.problems: list[Problem] = []
        self.color: str | None = None
        self.depth = 0

    # Tokens

    def peek(self) -> Token | None:
        """The next token that is no blank."""
        at = self.at
        while at < len(self.tokens) and self.tokens[at].blank:
            at += 1
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self) -> Token | None:
        """The next token that is no blank, read."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if not token.blank:
                return token
        return None

    def accept(self, text: str) -> bool:
        token = self.peek()
        if token is None or token.text != text:
            return False
        self.take()
        return True

    def problem(
        self, message: str, start: int, end: int, help: str = "",
        kind: ProblemKind = "syntax", wrong: str = "", choices: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        offset = self.offset
        found = Problem(message, start + offset, end + offset, help, kind, wrong, choices)
        self.problems.append(found)

    def mark(self, start: int, end: int, body: str, word: str | None = None) -> str:
        """``body`` marked as coming from ``latex[start:end]``."""
        self.marks.append(Mark(start + self.offset, end + self.offset, self.color, word))
        function = "mkt" if word is not None else "mk"
        return f"{function}(#{self.first_mark + len(self.marks) - 1}, {body})"

    def reserve(self) -> int:
        """A place among the marks, filled when the end of what it marks is known."""
        self.marks.append(Mark(0, 0))
        return len(self.marks) - 1

    def fill(self, place: int, start: int, end: int, body: str, color: str | None) -> str:
        self.marks[place] = Mark(start + self.offset, end + self.offset, color)
        return f"mk(#{self.first_mark + place}, {body})"

    # Sequences

    def whole(self) -> str:
        """The whole formula; lines and columns at top level are set like ``aligned``."""
        rows: list[list[str]] = [[]]
        while True:
            rows[-1].append(self.sequence({"&", "\\\\", "}"}))
            token = self.take()
            if token is None:
                break
            if token.text == "&":
                continue
            if token.text == "\\\\":
                self.newline(token)
                rows.append([])
            else:
                self.problem("there is a `}` that no `{` opens", token.start, token.end)
                
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0]
        return self.aligned(rows)

    def newline(self, token: Token) -> None:
        """Checks what follows ``\\\\``: a command whose backslash was doubled?"""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        letters = re.match(r"[A-Za-z]+", self.latex[token.end :])
        if following is not None and letters and not following.blank:
            name = letters[0]
            if len(name) > 1 and (name in _known() or name in ("begin", "end", "left", "right")):
                end = token.end + len(name)
                self.problem(
                    f"`\\\\{name}` is a line end and then letters, not the command `\\{name}`",
                    token.start, end, f"write `\\{name}`: backslashes are not doubled here",
                    "backslash",
                )  # fmt: skip
        if following is not None and following.text == "[":
            close = self.latex.find("]", following.end)
            if close > 0 and re.fullmatch(r"[-\d.]+\s*[a-z]+", self.latex[following.end : close]):
                while self.at < len(self.tokens) and self.tokens[self.at].start <= close:
                    self.at += 1

    def sequence(self, stops: set[str], stop_commands: frozenset[str] = frozenset()) -> str:
        """What stands up to one of the stops, which is left unread."""
        items: list[str] = []
        color = self.color
        wrap: list[str] = []
        infix: tuple[str, str] | None = None
        self.depth += 1
        while (token := self.peek()) is not None:
            if token.text in stops or token.command in stop_commands:
                break
            if token.command in ("over", "choose", "atop", "brack", "brace"):
                self.take()
                infix = (token.command, "".join(items))
                items = []
                continue
            if token.command in _SWITCHES:
                self.take()
                wrap.append("".join(items) + f" {_SWITCHES[token.command]}(")
                items = []
                continue
            if token.command in FONT_SWITCHES:
                self.take()
                opening = FONTS[FONT_SWITCHES[token.command]] + "("
                wrap.append("".join(items) + f" {opening}")
                items = []
                continue
            if token.command == "color":
                self.take()
                self.color_command(token, items)
                continue
            items.append(self.item())
        self.depth -= 1
        self.color = color
        body = "".join(items)
        for opening in reversed(wrap):
            body = opening + body + ")" * opening.rpartition(" ")[2].count("(")
        if infix is not None:
            word, above = infix
            body = {
                "over": f"frac({above}, {body})", "choose": f"binom({above}, {body})",
                "atop": f"mat(delim: #none, {above}; {body})",
                "brack": f'mat(delim: "[", {above}; {body})',
                "brace": f'mat(delim: "{{", {above}; {body})',
            }[word]  # fmt: skip
        return body

    def color_command(self, token: Token, items: list[str]) -> None:
        """``\\color{red}{x}`` colours x; ``\\color{red}`` what follows in its group."""
        name = self.raw_argument(token)
        color = self.color_name(name, token)
        following = self.peek()
        if following is not None and following.text == "{":
            outer, self.color = self.color, color
            items.append(self.item())
            self.color = outer
        else:
            self.color = color

    def color_name(self, name: str | None, token: Token) -> str | None:
        if name is None:
            return self.color
        name = name.strip()
        if name in COLOR_NAMES or _HEX.match(name):
            return name
        start = self.latex.find(name, token.end)
        self.problem(f"`{name}` is no colour", start, start + len(name),
                     "name one of the language's colours", "color", name,
                     frozenset(COLOR_NAMES))  # fmt: skip
        return self.color

    # One item with what hangs on it

    def item(self) -> str:
        """One symbol, group or command with its exponents and indices."""
        token = self.take()
        if token is None:
            return ""
        if token.text in ("^", "_") or token.text.startswith("'"):
            self.at -= 1
            return self.scripts('""', None)
        if token.command in ("overbrace", "underbrace", "overbracket", "underbracket"):
            return self.brace(token)
        nucleus = self.nucleus(token)
        if token.command in SPACES or not nucleus:
            return nucleus
        return self.scripts(nucleus, token)

    def scripts(self, nucleus: str, token: Token | None) -> str:
        """``nucleus`` with the exponents, indices and primes that follow."""
        above: list[str] = []
        below: list[str] = []
        raised = lowered = False
        while (following := self.peek()) is not None:
            text = following.text
            if text == "^":
                self.take()
                if raised:
                    self.twice("exponent", following)
                raised = True
                above.append(self.argument(following))
            elif text == "_":
                self.take()
                if lowered:
                    self.twice("index", following)
                lowered = True
                below.append(self.argument(following))
            elif text.startswith("'"):
                self.take()
                primes = "′″‴⁗"[len(text) - 1] if len(text) <= 4 else "′" * len(text)
                above.append(self.mark(following.start, following.end, primes))
            elif text in ("\\limits", "\\nolimits"):
                self.take()
                nucleus = f"{'scripts' if 'no' in text else 'limits'}({nucleus})"
            else:
                break
        if not above and not below:
            return nucleus
        ends = []
        if above:
            ends.append(f"t: {''.join(above)}")
        if below:
            ends.append(f"b: {''.join(below)}")
        return f"attach({nucleus}, {', '.join(ends)})"

    def twice(self, what: str, token: Token) -> None:
        sign = token.text
        self.problem(
            f"a second {what} with nothing between", token.start, token.end,
            f"put both in one group, `{sign}{{a b}}`, or the first in braces, "
            f"`{{x{sign}a}}{sign}b`",
        )  # fmt: skip

    def brace(self, token: Token) -> str:
        """Braces over or under something, with the note that ``^`` or ``_`` gives them."""
        place, color = self.reserve(), self.color
        body = self.argument(token)
        end = self.end()
        note = ""
        sign = "^" if token.command.startswith("over") else "_"
        if self.accept(sign):
            note = ", " + self.argument(token)
        return self.fill(place, token.start, end, f"{token.command}({body}{note})", color)

    def end(self) -> int:
        """Where the last token read ends."""
        return self.tokens[self.at - 1].end if self.at else 0

    def nucleus(self, token: Token) -> str:
        """What ``token`` begins, without exponents."""
        text = token.text
        if text == "{":
            return self.group(token)
        if token.command or text.startswith("\\"):
            return self.command(token)
        if text == "$":
            if not any(p.message.startswith("a formula needs no dollar") for p in self.problems):
                self.problem(
                    "a formula needs no dollar signs", token.start, token.end,
                    "everything in it is maths already: leave the `$` away", "dollar",
                )  # fmt: skip
            return ""
        if text == "&":
            self.problem(
                "`&` stands outside a matrix or aligned lines", token.start, token.end,
                r"write `\&` for the sign",
            )  # fmt: skip
            return ""
        if text == "~":
            return "hsp(#0.3333)"
        if text == "}":
            self.problem("there is a `}` that no `{` opens", token.start, token.end)
            return ""
        return self.mark(token.start, token.end, self.character(text))

    def character(self, text: str) -> str:
        if text in _CHARACTERS:
            return _CHARACTERS[text]
        if text[0].isdigit() or text in _ESCAPED:
            return text if text[0].isdigit() else _literal(text)
        if len(text) == 1 and (text.isascii() or text in _MATH_LETTERS):
            return text
        return _quoted(text)

    def group(self, opening: Token) -> str:
        """The inside of braces, whose opening one is read."""
        begin = self.at
        body = self.sequence({"}"})
        if not self.accept("}"):
            self.problem("this `{` is never closed", opening.start, opening.end, "add a `}`")
        inner = [t for t in self.tokens[begin : self.at - 1] if not t.blank]
        if not inner:
            return '""'
        if len(inner) == 1 and not inner[0].text.isalnum() and not inner[0].command:
            return f'class("normal", {body})'
        return body

    def argument(self, owner: Token) -> str:
        """What a command takes: a group, or one symbol."""
        token = self.peek()
        if token is None or token.text in ("}", "&", "\\\\", "^", "_") or token.command in (
            "right", "end",
        ):  # fmt: skip
            name = f"`{owner.text}`"
            self.problem(f"{name} has nothing to act on", owner.start, owner.end,
                         f"put what belongs to it in braces: `{owner.text}{{…}}`")  # fmt: skip
            return '""'
        self.take()
        if token.text[0].isdigit() and len(token.text) > 1:
            # TeX takes one digit; the rest of the number stays.
            rest = Token(token.text[1:], token.start + 1, token.end)
            self.tokens[self.at - 1] = Token(token.text[0], token.start, token.start + 1)
            self.tokens.insert(self.at, rest)
            token = self.tokens[self.at - 1]
        return self.nucleus(token)

    def option(self) -> str | None:
        """What stands in square brackets, if they come next."""
        if not self.accept("["):
            return None
        body = self.sequence({"]"})
        self.accept("]")
        return body

    def raw_argument(self, owner: Token) -> str | None:
        """The source inside the braces that follow, as it stands."""
        token = self.peek()
        if token is None or token.text != "{":
            if token is not None and token.text not in ("}", "&", "\\\\"):
                self.take()
                return token.text
            self.problem(f"`{owner.text}` has nothing to act on", owner.start, owner.end,
                         f"write `{owner.text}{{…}}`")  # fmt: skip
            return None
        self.take()
        depth, begin = 1, token.end
        while self.at < len(self.tokens):
            here = self.tokens[self.at]
            self.at += 1
            if here.text == "{":
                depth += 1
            elif here.text == "}":
                depth -= 1
                if depth == 0:
                    return self.latex[begin : here.start]
        self.problem("this `{` is never closed", token.start, token.end, "add a `}`")
        return self.latex[begin:]

    # Commands

    def command(self, token: Token) -> str:
        name = token.command
        if name in SPACES:
            return f"hsp(#({SPACES[name] / 18:.4f}))"
        if name in _ESCAPES:
            return self.mark(token.start, token.end, _ESCAPES[name])
        if name in DOTS:
            return self.dots(token)
        if name in SYMBOLS:
            return self.mark(token.start, token.end, self.symbol(name))
        if name in SPACED:
            arrow = self.mark(token.start, token.end, SPACED[name])
            return f"hsp(#0.28){arrow}hsp(#0.28)"
        if name in OPERATORS:
            return self.mark(token.start, token.end, f"op({_quoted(name)})")
        if name in LIMIT_OPERATORS:
            word = _quoted(LIMIT_OPERATORS[name].replace(" ", "\u2009"))
            return self.mark(token.start, token.end, f"op({word}, limits: #true)")
        if name in ACCENTS:
            return self.wrapped(token, lambda body: f"accent({body}, {_accent(name)})")
        if name in FONTS:
            opening = FONTS[name]
            return f"{opening}({self.argument(token)}" + ")" * (1 + opening.count("("))
        if name in UPRIGHT:
            return self.upright(token)
        if name in TEXTS:
            return self.text(token)
        if name in BIG:
            return self.delimiter(token, BIG[name])
        if name in _COMMANDS:
            return _COMMANDS[name](self, token)
        return self.unknown(token)

    def symbol(self, name: str) -> str:
        character = SYMBOLS[name]
        shown = _literal(character) if character in _ESCAPED else character
        return f'class("{CLASSES[name]}", {shown})' if name in CLASSES else shown

    def dots(self, token: Token) -> str:
        """Dots, with a thin space where they touch a letter, number or bracket."""
        before = [t for t in self.tokens[: self.at - 1] if not t.blank][-1:]
        after = self.peek()
        left = "hsp(#0.1667)" if before and _touches(before[0], ")]}!'") else ""
        right = "hsp(#0.1667)" if after and _touches(after, "([{") else ""
        return left + self.mark(token.start, token.end, self.symbol(token.command)) + right

    def wrapped(self, token: Token, make: Callable[[str], str]) -> str:
        """A command of one argument whose own ink counts as the whole."""
        place, color = self.reserve(), self.color
        body = self.argument(token)
        return self.fill(place, token.start, self.end(), make(body), color)

    def unknown(self, token: Token) -> str:
        name = token.command
        if name in NOT_YET:
            self.problem(f"`\\{name}` cannot be used here", token.start, token.end,
                         NOT_YET[name], "foreign")  # fmt: skip
            return ""
        if not name or not name.isalpha():
            shown = token.text
            self.problem(f"`{shown}` is no command", token.start, token.end)
            return ""
        found = _from_tylax(name)
        if found is not None:
            return self.mark(token.start, token.end, found)
        self.problem(
            f"`\\{name}` is no known command", token.start, token.end,
            f"for upright letters write `\\mathrm{{{name}}}`, "
            f"for a function `\\operatorname{{{name}}}`", "command", name, _known(),
        )  # fmt: skip
        return self.mark(token.start, token.end, _quoted(name))

    # Words

    def upright(self, token: Token) -> str:
        """Upright letters: several in a row are one word."""
        following = self.peek()
        if following is not None and following.text == "{":
            start = following.end
            close = self.latex.find("}", start)
            inner = self.latex[start:close] if close >= 0 else ""
            letters = inner.strip()
            if re.fullmatch(r"[A-Za-z]{2,}", letters):
                self.raw_argument(token)
                at = start + inner.index(letters)
                return self.mark(at, at + len(letters), f"upright({_quoted(letters)})")
        return f"upright({self.argument(token)})"

    def text(self, token: Token) -> str:
        """Words inside a formula, with ``$maths$`` between them if need be."""
        following = self.peek()
        begin = following.end if following is not None and following.text == "{" else None
        raw = self.raw_argument(token)
        if raw is None or begin is None:
            if raw is None:
                return ""
            begin, raw = self.end() - len(raw), raw
        out = self.words(raw, begin, _TEXT_STYLES.get(token.command, ""))
        return f'class("normal", {"".join(out)})' if out else ""

    def words(self, raw: str, begin: int, style: str) -> list[str]:
        """Words and inner formulas of a text that begins at ``begin``."""
        out: list[str] = []
        for position, part in enumerate(raw.split("$")):
            if position % 2:
                inner = _Reader(part, self.first_mark + len(self.marks), self.offset + begin)
                inner.color = self.color
                out.append(inner.whole())
                self.marks += inner.marks
                self.problems += inner.problems
            else:
                for piece in _TEXT_PIECE.finditer(part):
                    at = begin + piece.start()
                    if piece["style"]:
                        inner_style = _TEXT_STYLES.get(piece["style"], "")
                        out += self.words(piece["inner"], begin + piece.start("inner"), inner_style)
                    elif piece[0].isspace():
                        out.append("hsp(#0.25)")
                    else:
                        word = re.sub(r"\\([%$#&_{}])", r"\1", piece[0])
                        mark = self.mark(at, at + len(piece[0]), _quoted(word), word)
                        out.append(mark.replace("mkt(", f"mkt{style}(", 1))
            begin += len(part) + 1
        return out

    def operator(self, token: Token) -> str:
        limits = token.command.endswith("*")
        raw = self.raw_argument(token)
        if raw is None:
            return ""
        word = re.sub(r"\\[,;: ]", "\u2009", raw.replace("\\-", "-"))
        word = re.sub(r"[{}]|\\[a-z]+", "", word).strip()
        if self.accept("\\limits"):
            limits = True
        return self.mark(token.start, self.end(),
                         f"op({_quoted(word)}, limits: #{'true' if limits else 'false'})")  # fmt: skip

    # Delimiters

    def delimiter_sign(self, owner: Token) -> tuple[str, Token] | None:
        token = self.take()
        if token is None or token.text in ("}", "&"):
            if token is not None:
                self.at -= 1
            self.problem(f"`{owner.text}` wants a bracket after it", owner.start, owner.end,
                         f"write `{owner.text}(`, or `{owner.text}.` for none")  # fmt: skip
            return None
        if token.text in _DELIMITERS:
            return _DELIMITERS[token.text], token
        if token.command in SYMBOLS:
            return _literal(SYMBOLS[token.command]), token
        self.problem(f"`{token.text}` is no bracket that `{owner.text}` can stretch",
                     token.start, token.end, f"write `{owner.text}(`, or `{owner.text}.` for none")  # fmt: skip
        return None

    def delimiter(self, owner: Token, height: float) -> str:
        found = self.delimiter_sign(owner)
        if found is None or not found[0]:
            return ""
        sign, token = found
        kinds = {"l": "opening", "r": "closing", "m": "relation"}
        kind = kinds.get(owner.command[-1] if owner.command[-1] in "lrm" else "")
        if kind is None and sign in ("|", "‖", "\\/"):
            kind = "normal"
        body = f"lr({sign}, size: #{height}em)"
        marked = self.mark(owner.start, token.end, body)
        return f'class("{kind}", {marked})' if kind else marked

    def left(self, token: Token) -> str:
        opening = self.delimiter_sign(token)
        first = self.mark(token.start, opening[1].end, opening[0]) if opening and opening[0] else ""
        body = self.sequence({"}", "&", "\\\\"}, frozenset({"right"}))
        if not self.accept("\\right"):
            self.problem(
                r"this `\left` has no `\right`", token.start, token.end,
                r"add `\right)`, or `\right.` for no bracket",
            )  # fmt: skip
            return f"{first}{body}"
        closing_command = self.tokens[self.at - 1]
        closing = self.delimiter_sign(closing_command)
        last = ""
        if closing and closing[0]:
            last = self.mark(closing_command.start, closing[1].end, closing[0])
        return f"lr({first}{body}{last})"

    def right(self, token: Token) -> str:
        self.problem(r"this `\right` has no `\left`", token.start, token.end,
                     r"add `\left(` before it, or `\left.` for no bracket")  # fmt: skip
        self.delimiter_sign(token)
        return ""

    def middle(self, token: Token) -> str:
        found = self.delimiter_sign(token)
        if found is None or not found[0]:
            return ""
        return f"mid({self.mark(token.start, found[1].end, found[0])})"

    # Fractions, roots, stacks

    def fraction(self, token: Token) -> str:
        place, color = self.reserve(), self.color
        above, below = self.argument(token), self.argument(token)
        body = f"frac({above}, {below})"
        if token.command in ("dfrac", "cfrac"):
            body = f"display({body})"
        elif token.command == "tfrac":
            body = f"inline({body})"
        return self.fill(place, token.start, self.end(), body, color)

    def binomial(self, token: Token) -> str:
        place, color = self.reserve(), self.color
        above, below = self.argument(token), self.argument(token)
        body = f"binom({above}, {below})"
        if token.command == "tbinom":
            body = f"inline({body})"
        return self.fill(place, token.start, self.end(), body, color)

    def root(self, token: Token) -> str:
        place, color = self.reserve(), self.color
        index = self.option()
        body = self.argument(token)
        made = f"root({index}, {body})" if index is not None else f"sqrt({body})"
        return self.fill(place, token.start, self.end(), made, color)

    def stack(self, token: Token) -> str:
        """``\\overset{a}{b}``, ``\\underset{a}{b}``, ``\\stackrel{a}{b}``."""
        note, body = self.argument(token), self.argument(token)
        side = "b" if token.command == "underset" else "t"
        made = f"attach(limits({body}), {side}: {note})"
        return f'class("relation", {made})' if token.command == "stackrel" else made

    def arrow(self, token: Token) -> str:
        """An arrow as long as the notes over and under it."""
        arrows = {"xrightarrow": "→", "xleftarrow": "←", "xRightarrow": "⇒", "xLeftarrow": "⇐",
                  "xleftrightarrow": "↔", "xmapsto": "↦", "xlongequal": "\\=",
                  "xrightleftharpoons": "⇌", "xhookrightarrow": "↪"}  # fmt: skip
        place, color = self.reserve(), self.color
        below = self.option()
        above = self.argument(token)
        sign = self.fill(place, token.start, self.end(), arrows[token.command], color)
        ends = f"t: hsp(#0.5){above}hsp(#0.5)"
        if below is not None:
            ends += f", b: hsp(#0.5){below}hsp(#0.5)"
        return f'class("relation", attach(stretch({sign}), {ends}))'

    def substack(self, token: Token) -> str:
        if not self.accept("{"):
            self.argument(token)
            return ""
        rows = self.rows({"}"}, frozenset())
        self.accept("}")
        cells = "; ".join("".join(row) for row in rows)
        return f"mat(delim: #none, row-gap: #0.25em, {cells})"

    def colored(self, token: Token) -> str:
        color = self.color_name(self.raw_argument(token), token)
        outer, self.color = self.color, color
        body = self.argument(token)
        self.color = outer
        return body

    def negated(self, token: Token) -> str:
        following = self.take()
        if following is None:
            self.problem(r"`\not` has nothing to strike out", token.start, token.end)
            return ""
        pairs = {"=": "≠", "<": "≮", ">": "≯", "\\in": "∉", "\\equiv": "≢", "\\subset": "⊄",
                 "\\subseteq": "⊈", "\\sim": "≁", "\\approx": "≉", "\\exists": "∄", "\\mid": "∤",
                 "\\parallel": "∦", "\\leq": "≰", "\\geq": "≱", "\\le": "≰", "\\ge": "≱",
                 "\\cong": "≇", "\\ni": "∌", "\\supset": "⊅", "\\supseteq": "⊉"}  # fmt: skip
        if following.text in pairs:
            return self.mark(token.start, following.end, pairs[following.text])
        place, color = self.reserve(), self.color
        body = self.nucleus(following)
        return self.fill(place, token.start, self.end(), f"cancel({body})", color)

    def boxed(self, token: Token) -> str:
        place, color = self.reserve(), self.color
        body = self.argument(token)
        number = self.first_mark + place
        made = f"mkbox(#{number}, {body})"
        self.fill(place, token.start, self.end(), "", color)
        return made

    def stray_end(self, token: Token) -> str:
        name = self.raw_argument(token) or ""
        self.problem(f"`\\end{{{name}}}` closes nothing", token.start, self.end(),
                     f"write `\\begin{{{name}}}` before it")  # fmt: skip
        return ""

    def modulo(self, token: Token) -> str:
        word = self.mark(token.start, token.start + len(token.text), 'upright("mod")')
        if token.command == "bmod":
            return f"hsp(#0.22){word}hsp(#0.22)"
        if token.command == "mod":
            return f"hsp(#0.8){word}hsp(#0.3)"
        body = self.argument(token)
        return f"hsp(#0.8)\\({word}hsp(#0.3){body}\\)"

    def ignored(self, token: Token) -> str:
        if token.command in ("label", "tag", "tag*"):
            self.raw_argument(token)
        return ""

    def horizontal(self, token: Token) -> str:
        raw = (self.raw_argument(token) or "").strip()
        match = re.fullmatch(r"(-?[\d.]+)\s*(em|ex|pt|mu|cm|mm)", raw)
        if not match:
            self.problem(f"`{raw}` is no width", token.start, token.end, "write it in ems: `1em`")
            return ""
        share = {"em": 1, "ex": 0.45, "pt": 0.1, "mu": 1 / 18, "cm": 2.85, "mm": 0.285}[match[2]]
        return f"hsp(#({float(match[1]) * share:.4f}))"

    # Environments

    def environment(self, token: Token) -> str:
        name = (self.raw_argument(token) or "").strip()
        plain = name.removesuffix("*")
        columns = ""
        if plain in ("array", "alignat", "alignedat", "darray", "subarray"):
            columns = self.raw_argument(token) or ""
        elif plain not in MATRICES and plain not in ALIGNED and plain not in _CASES:
            self.problem(
                f"`{name}` is no environment for maths", token.start, self.end(),
                "known are matrices, cases, array and aligned lines", "environment", plain,
                frozenset({*MATRICES, *ALIGNED, *_CASES, "array"}),
            )  # fmt: skip
        place, color = self.reserve(), self.color
        lines: list[int] = []
        rows = self.rows(set(), frozenset({"end"}), lines)
        ending = self.take()
        if ending is None:
            self.problem(f"`\\begin{{{name}}}` has no `\\end{{{name}}}`", token.start,
                         token.start + len("\\begin") + len(name) + 2,
                         f"add `\\end{{{name}}}`")  # fmt: skip
        else:
            other = (self.raw_argument(ending) or "").strip()
            if other != name:
                self.problem(f"`\\end{{{other}}}` does not close `\\begin{{{name}}}`",
                             ending.start, self.end(), f"write `\\end{{{name}}}`")  # fmt: skip
        return self.fill(place, token.start, self.end(), self.table(plain, rows, columns, lines),
                         color)  # fmt: skip

    def table(self, name: str, rows: list[list[str]], columns: str, lines: list[int]) -> str:
        if name in ALIGNED:
            return self.aligned(rows)
        if name in _CASES:
            display = name.startswith("d")
            cells = _cells(rows, "display({})" if display else "{}")
            delim = '(#none, "}")' if "r" in name[:2] else '("{", #none)'
            return f"mat(delim: #{delim.replace('#', '')}, align: #left, column-gap: #1em, row-gap: #0.36em, {cells})"
        delim = MATRICES.get(name, "#none")
        options = [f"delim: {delim}"]
        letters = re.sub(r"[^lcr|]", "", columns)
        bars = [len(letters[:i].replace("|", "")) for i, c in enumerate(letters) if c == "|"]
        width = len(letters.replace("|", ""))
        inner = [bar for bar in bars if 0 < bar < width]
        augment = []
        if inner:
            augment.append(f"vline: ({', '.join(map(str, inner))},)")
        inside = [line for line in lines if 0 < line < len(rows)]
        if inside:
            augment.append(f"hline: ({', '.join(map(str, inside))},)")
        if augment:
            options.append(f"augment: #({', '.join(augment)})")
        sides = set(letters) - {"|"}
        if len(sides) == 1 and "c" not in sides:
            options.append(f"align: #{'left' if 'l' in sides else 'right'}")
        if name == "smallmatrix":
            options.append("column-gap: #0.5em, row-gap: #0.2em")
            return f"inline(mat({', '.join(options)}, {_cells(rows, 'script({})')}))"
        options.append("column-gap: #0.9em, row-gap: #0.32em")
        return f"mat({', '.join(options)}, {_cells(rows, '{}')})"

    def aligned(self, rows: list[list[str]]) -> str:
        """Lines with alignment points."""
        while rows and not any(rows[-1]):
            rows = rows[:-1]
        lines = []
        for row in rows:
            cells = [f"display({cell})" if cell else '""' for cell in row]
            lines.append(" & ".join(cells))
        return f"mat(delim: #none, row-gap: #0.4em, {'; '.join(lines)})"

    def rows(
        self, stops: set[str], stop_commands: frozenset[str], lines: list[int] | None = None
    ) -> list[list[str]]:
        """Cells up to a stop, which is left unread; ``lines`` collects rows with a rule above."""
        rows: list[list[str]] = [[]]
        while True:
            cell = self.sequence({"&", "\\\\", "\\hline"} | stops, stop_commands)
            token = self.peek()
            if token is not None and token.text == "\\hline":
                self.take()
                if lines is not None:
                    lines.append(len(rows) - 1)
                if not cell:
                    continue
            rows[-1].append(cell)
            if token is None or token.text in stops or token.command in stop_commands:
                break
            self.take()
            if token.text == "\\\\":
                self.newline(token)
                rows.append([])
        if len(rows) > 1 and not any(rows[-1]):
            rows.pop()
        return rows


_TEXT_STYLES = {"textbf": "b", "textit": "i", "emph": "i", "textsl": "i", "texttt": "t"}
_TEXT_PIECE = re.compile(
    r"\\(?P<style>text[a-z]*|emph)\{(?P<inner>[^{}]*)\}|\s+|(?:(?!\\text|\\emph)\S)+"
)

_CASES = ("cases", "dcases", "rcases", "drcases")


def _cells(rows: list[list[str]], form: str) -> str:
    width = max(map(len, rows), default=1)
    filled = [[form.format(c) if c else '""' for c in row] + ['""'] * (width - len(row))
              for row in rows]  # fmt: skip
    return "; ".join(", ".join(row) for row in filled)


def _accent(name: str) -> str:
    return ACCENTS[name]


def _touches(token: Token, brackets: str) -> bool:
    return token.text.isalnum() or token.text[0] in brackets or (
        token.command in SYMBOLS and SYMBOLS[token.command].isalpha()
    ) or token.command in ("sqrt", "frac", "left")


_MATH_LETTERS = frozenset(SYMBOLS.values())

_SWITCHES = {"displaystyle": "display", "textstyle": "inline", "scriptstyle": "script",
             "scriptscriptstyle": "sscript", "rm": "upright"}  # fmt: skip

_COMMANDS: dict[str, Callable[[_Reader, Token], str]] = {
    "frac": _Reader.fraction, "dfrac": _Reader.fraction, "tfrac": _Reader.fraction,
    "cfrac": _Reader.fraction, "binom": _Reader.binomial, "dbinom": _Reader.binomial,
    "tbinom": _Reader.binomial, "sqrt": _Reader.root,
    "overset": _Reader.stack, "underset": _Reader.stack, "stackrel": _Reader.stack,
    "substack": _Reader.substack, "textcolor": _Reader.colored, "not": _Reader.negated,
    "left": _Reader.left, "right": _Reader.right, "middle": _Reader.middle,
    "begin": _Reader.environment, "end": _Reader.stray_end,
    "operatorname": _Reader.operator, "operatorname*": _Reader.operator,
    "pmod": _Reader.modulo, "bmod": _Reader.modulo, "mod": _Reader.modulo,
    "overline": lambda r, t: r.wrapped(t, "overline({})".format),
    "underline": lambda r, t: r.wrapped(t, "underline({})".format),
    "boxed": lambda r, t: r.boxed(t),
    "cancel": lambda r, t: r.wrapped(t, "cancel({})".format),
    "bcancel": lambda r, t: r.wrapped(t, "cancel({}, inverted: #true)".format),
    "xcancel": lambda r, t: r.wrapped(t, "cancel({}, cross: #true)".format),
    "phantom": lambda r, t: f"mkhide({r.argument(t)})",
    "hphantom": lambda r, t: f"mkghost(#false, {r.argument(t)})",
    "vphantom": lambda r, t: f"mkghost(#true, {r.argument(t)})",
    "mathop": lambda r, t: f'class("large", limits({r.argument(t)}))',
    "mathbin": lambda r, t: f'class("binary", {r.argument(t)})',
    "mathrel": lambda r, t: f'class("relation", {r.argument(t)})',
    "mathord": lambda r, t: f'class("normal", {r.argument(t)})',
    "mathopen": lambda r, t: f'class("opening", {r.argument(t)})',
    "mathclose": lambda r, t: f'class("closing", {r.argument(t)})',
    "mathpunct": lambda r, t: f'class("punctuation", {r.argument(t)})',
    "mathstrut": lambda r, t: "",
    "ensuremath": lambda r, t: r.argument(t),
    "hspace": _Reader.horizontal, "hspace*": _Reader.horizontal, "mspace": _Reader.horizontal,
    "label": _Reader.ignored, "tag": _Reader.ignored, "nonumber": _Reader.ignored,
    "notag": _Reader.ignored, "displaylimits": _Reader.ignored, "null": _Reader.ignored,
    "relax": _Reader.ignored, "allowbreak": _Reader.ignored, "nobreak": _Reader.ignored,
    **{
        arrow: _Reader.arrow
        for arrow in ("xrightarrow", "xleftarrow", "xRightarrow", "xLeftarrow", "xleftrightarrow",
                      "xmapsto", "xlongequal", "xrightleftharpoons", "xhookrightarrow")
    },
}  # fmt: skip


@lru_cache(maxsize=512)
def _from_tylax(name: str) -> str | None:
    """Typst's name of a symbol that tylax knows, or None."""
    import tylax

    typst: str = tylax.latex_to_typst(f"\\{name}").strip()
    if typst == name or not re.fullmatch(r"[a-zA-Z]+(\.[a-zA-Z]+)*", typst):
        return None
    return typst if "." in typst or typst in _TYPST_NAMES else None


_TYPST_NAMES = frozenset(
    "alpha beta gamma delta prop qed lt gt eq minus plus star circle square diamond".split()
)
