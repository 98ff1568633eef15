"""LaTeX's maths read into Typst's, with a mark on every symbol that says where it came from.

Reading never fails: what is wrong is noted as a `Problem` with its place, and reading goes on.
Commands for symbols that are not in the tables here are looked up by tylax.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .latex_commands import command, known_commands
from .latex_symbols import FONT_SWITCHES, FONTS, SPACES, SWITCHES, SYMBOLS
from .latex_tables import aligned
from .latex_tokens import (
    Converted,
    Mark,
    Problem,
    ProblemKind,
    Token,
    literal,
    quoted,
    tokenize,
)  # fmt: skip
from .themes import COLOR_NAMES

_HEX = re.compile(r"#[0-9A-Fa-f]{6}$")


@lru_cache(maxsize=4096)
def convert(latex: str, first_mark: int = 1, offset: int = 0) -> Converted:
    """Read a formula.

    Args:
        first_mark: number of its first mark.
        offset: added to all offsets, where it stands inside a longer text.
    """
    reader = Reader(latex, first_mark, offset)
    typst = reader.whole()
    return Converted(typst, tuple(reader.marks), tuple(reader.problems))


CHARACTERS = {
    "-": "−", "*": "∗", "/": 'class("normal", \\/)', "|": 'class("normal", \\|)',
    ":": 'class("relation", \\:)', ".": "\\.", "<": "<", ">": ">", "=": "\\=", "+": "\\+",
    "!": 'class("closing", \\!)', "@": "\\@", "?": 'class("closing", \\?)', "`": "\\`", '"': '\\"',
    "%": 'class("normal", \\%)', "[": "\\[", "]": "\\]",
}  # fmt: skip

MATH_LETTERS = frozenset(SYMBOLS.values())


OPENS_AFTER = frozenset({
    *"=<>+-*/,;:([{&^_", "\\\\", "\\cdot", "\\times", "\\le", "\\ge", "\\leq", "\\geq", "\\pm",
    "\\ne", "\\neq", "\\left", "\\quad", "\\implies",
})  # fmt: skip
"""What an opening stroke stands after."""

EMPTY = '""'
"""Nothing, as Typst's maths writes it."""

DEEPEST = 60
"""Groups inside groups that are read; what is deeper is a problem."""


class Reader:
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
        """Whether ``text`` comes next; it is read then."""
        token = self.peek()
        if token is None or token.text != text:
            return False
        self.take()
        return True

    def problem(
        self, message: str, start: int, end: int, help: str = "",
        kind: ProblemKind = "syntax", wrong: str = "", choices: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        """Note a problem; its offsets are those in this formula."""
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
        """Give the reserved place its stretch of the source; ``body`` marked with it."""
        self.marks[place] = Mark(start + self.offset, end + self.offset, color)
        return f"mk(#{self.first_mark + place}, {body})"

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
        return aligned(rows)

    def newline(self, token: Token) -> None:
        """Checks what follows ``\\\\``: a command whose backslash was doubled?"""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        letters = re.match(r"[A-Za-z]+", self.latex[token.end :])
        if following is not None and letters and not following.blank:
            name = letters[0]
            if len(name) > 1 and name in known_commands():
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
        if self.depth > DEEPEST and self.at < len(self.tokens):
            here = self.tokens[self.at]
            self.problem("this formula is nested too deeply", here.start, here.end,
                         "write it with fewer groups inside groups")  # fmt: skip
            self.at = len(self.tokens)
        while (token := self.peek()) is not None:
            if token.text in stops or token.command in stop_commands:
                break
            if token.command in ("over", "choose", "atop", "brack", "brace"):
                self.take()
                infix = (token.command, "".join(items))
                items = []
                continue
            if token.command in SWITCHES:
                self.take()
                wrap.append("".join(items) + f" {SWITCHES[token.command]}(")
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
        if wrap or infix:
            body = body or EMPTY
        for opening in reversed(wrap):
            body = opening + body + ")" * opening.rpartition(" ")[2].count("(")
        if infix is not None:
            word, above = infix[0], infix[1] or EMPTY
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
        """A colour that the formula names, or the one that holds already if it is none."""
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

    def item(self) -> str:
        """One symbol, group or command with its exponents and indices."""
        token = self.take()
        if token is None:
            return ""
        if token.text in ("^", "_") or token.text.startswith("'"):
            self.at -= 1
            return self.scripts(EMPTY, None)
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
        """A second exponent or index: TeX would not know which is meant."""
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
            return command(self, token)
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
        if text == "|":
            return self.mark(token.start, token.end, self.bar(token, "\\|"))
        return self.mark(token.start, token.end, self.character(text))

    def bar(self, token: Token, sign: str) -> str:
        """A stroke, opening where nothing or an operator stands before it, as in ``|-3|``."""
        before = [t for t in self.tokens[: self.at - 1] if not t.blank][-1:]
        opens = not before or before[0].text in OPENS_AFTER
        return f'class("{"opening" if opens else "normal"}", {sign})'

    def character(self, text: str) -> str:
        """A character that is no command, as Typst writes it."""
        if text in CHARACTERS:
            return CHARACTERS[text]
        if text[0].isdigit():
            return text
        if len(text) == 1 and (text.isascii() or text in MATH_LETTERS):
            return literal(text)
        return quoted(text)

    def group(self, opening: Token) -> str:
        """The inside of braces, whose opening one is read."""
        begin = self.at
        body = self.sequence({"}"})
        if not self.accept("}"):
            self.problem("this `{` is never closed", opening.start, opening.end, "add a `}`")
        inner = [t for t in self.tokens[begin : self.at - 1] if not t.blank]
        if not inner:
            return EMPTY
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
            return EMPTY
        self.take()
        if token.text[0].isdigit() and len(token.text) > 1:
            # TeX takes one digit; the rest of the number stays.
            rest = Token(token.text[1:], token.start + 1, token.end)
            self.tokens[self.at - 1] = Token(token.text[0], token.start, token.start + 1)
            self.tokens.insert(self.at, rest)
            token = self.tokens[self.at - 1]
        return self.nucleus(token) or EMPTY

    def option(self) -> str | None:
        """What stands in square brackets, if they come next."""
        if not self.accept("["):
            return None
        body = self.sequence({"]"})
        self.accept("]")
        return body or EMPTY

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
