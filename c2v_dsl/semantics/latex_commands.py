"""LaTeX's commands one by one: what each reads after it and what it becomes in Typst."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from .latex_symbols import (
    ACCENTS,
    BIG,
    CLASSES,
    DOTS,
    FONTS,
    LIMIT_OPERATORS,
    NOT_YET,
    OPERATORS,
    SPACED,
    SPACES,
    SWITCHES,
    SYMBOLS,
    TEXTS,
    UPRIGHT,
)  # fmt: skip
from .latex_tables import environment, substack
from .latex_tokens import Token, literal, quoted

if TYPE_CHECKING:
    from .latex import Reader

ESCAPES = {
    "{": "\\{", "}": "\\}",
    **{sign: f'class("normal", \\{sign})' for sign in "%$#&_"},
}  # fmt: skip

DELIMITERS = {"(": "\\(", ")": "\\)", "[": "\\[", "]": "\\]", "|": "|", "/": "\\/", ".": "",
               "<": "\\⟨", ">": "\\⟩", "\\{": "\\{", "\\}": "\\}", "\\|": "‖"}  # fmt: skip

ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xRightarrow": "⇒", "xLeftarrow": "⇐",
          "xleftrightarrow": "↔", "xmapsto": "↦", "xlongequal": "\\=",
          "xrightleftharpoons": "⇌", "xhookrightarrow": "↪"}  # fmt: skip


def command(reader: Reader, token: Token) -> str:
    """What a command and all it takes become."""
    name = token.command
    if name in SPACES:
        return f"hsp(#({SPACES[name] / 18:.4f}))"
    if name == "|":
        return reader.mark(token.start, token.end, reader.bar(token, "‖"))
    if name in ESCAPES:
        return reader.mark(token.start, token.end, ESCAPES[name])
    if name in DOTS:
        return dots(reader, token)
    if name in SYMBOLS:
        return reader.mark(token.start, token.end, symbol(name))
    if name in SPACED:
        arrow = reader.mark(token.start, token.end, SPACED[name])
        return f"hsp(#0.28){arrow}hsp(#0.28)"
    if name in OPERATORS:
        return reader.mark(token.start, token.end, f"op({quoted(name)})")
    if name in LIMIT_OPERATORS:
        word = quoted(LIMIT_OPERATORS[name].replace(" ", "\u2009"))
        return reader.mark(token.start, token.end, f"op({word}, limits: #true)")
    if name in ACCENTS:
        return wrapped(reader, token, lambda body: f"accent({body}, {ACCENTS[name]})")
    if name in FONTS:
        opening = FONTS[name]
        return f"{opening}({reader.argument(token)}" + ")" * (1 + opening.count("("))
    if name in UPRIGHT:
        return upright(reader, token)
    if name in TEXTS:
        return text(reader, token)
    if name in BIG:
        return delimiter(reader, token, BIG[name])
    if name in COMMANDS:
        return COMMANDS[name](reader, token)
    return unknown(reader, token)


@lru_cache(maxsize=1)
def known_commands() -> frozenset[str]:
    """Names of all commands, for suggestions."""
    tables = (SYMBOLS, SPACED, OPERATORS, LIMIT_OPERATORS, ACCENTS, FONTS, UPRIGHT, TEXTS, BIG,
              SPACES, COMMANDS, SWITCHES)  # fmt: skip
    names = {name for table in tables for name in table if name.isalpha()}
    return frozenset(names | {"limits", "nolimits"})


def symbol(name: str) -> str:
    """A symbol, with its spacing class where Unicode's differs from TeX's."""
    character = SYMBOLS[name]
    shown = literal(character)
    return f'class("{CLASSES[name]}", {shown})' if name in CLASSES else shown


def dots(reader: Reader, token: Token) -> str:
    """Dots, with a thin space where they touch a letter, number or bracket."""
    before = [t for t in reader.tokens[: reader.at - 1] if not t.blank][-1:]
    after = reader.peek()
    left = "hsp(#0.1667)" if before and touches(before[0], ")]}!'") else ""
    right = "hsp(#0.1667)" if after and touches(after, "([{") else ""
    return left + reader.mark(token.start, token.end, symbol(token.command)) + right


def wrapped(reader: Reader, token: Token, make: Callable[[str], str]) -> str:
    """A command of one argument whose own ink counts as the whole."""
    place, color = reader.reserve(), reader.color
    body = reader.argument(token)
    return reader.fill(place, token.start, reader.end(), make(body), color)


def unknown(reader: Reader, token: Token) -> str:
    """What no table knows: asks tylax, else a problem."""
    name = token.command
    if name in NOT_YET:
        reader.problem(f"`\\{name}` cannot be used here", token.start, token.end,
                       NOT_YET[name], "foreign")  # fmt: skip
        return ""
    if not name or not name.isalpha():
        shown = token.text
        reader.problem(f"`{shown}` is no command", token.start, token.end)
        return ""
    found = from_tylax(name)
    if found is not None:
        return reader.mark(token.start, token.end, found)
    reader.problem(
        f"`\\{name}` is no known command", token.start, token.end,
        f"for upright letters write `\\mathrm{{{name}}}`, "
        f"for a function `\\operatorname{{{name}}}`", "command", name, known_commands(),
    )  # fmt: skip
    return reader.mark(token.start, token.end, quoted(name))


def upright(reader: Reader, token: Token) -> str:
    """Upright letters: several in a row are one word."""
    following = reader.peek()
    if following is not None and following.text == "{":
        start = following.end
        close = reader.latex.find("}", start)
        inner = reader.latex[start:close] if close >= 0 else ""
        letters = inner.strip()
        if re.fullmatch(r"[A-Za-z]{2,}", letters):
            reader.raw_argument(token)
            at = start + inner.index(letters)
            return reader.mark(at, at + len(letters), f"upright({quoted(letters)})")
    return f"upright({reader.argument(token)})"


def text(reader: Reader, token: Token) -> str:
    """Words inside a formula, with ``$maths$`` between them if need be."""
    following = reader.peek()
    begin = following.end if following is not None and following.text == "{" else None
    raw = reader.raw_argument(token)
    if raw is None or begin is None:
        if raw is None:
            return ""
        begin, raw = reader.end() - len(raw), raw
    out = words(reader, raw, begin, TEXT_STYLES.get(token.command, ""))
    return f'class("normal", {"".join(out)})' if out else ""


def words(reader: Reader, raw: str, begin: int, style: str) -> list[str]:
    """Words and inner formulas of a text that begins at ``begin``."""
    out: list[str] = []
    for position, part in enumerate(raw.split("$")):
        if position % 2:
            inner = type(reader)(part, reader.first_mark + len(reader.marks), reader.offset + begin)
            inner.color = reader.color
            out.append(inner.whole())
            reader.marks += inner.marks
            reader.problems += inner.problems
        else:
            for piece in TEXT_PIECE.finditer(part):
                at = begin + piece.start()
                if piece["style"]:
                    inner_style = TEXT_STYLES.get(piece["style"], "")
                    out += words(reader, piece["inner"], begin + piece.start("inner"), inner_style)
                elif piece[0].isspace():
                    out.append("hsp(#0.25)")
                else:
                    word = re.sub(r"\\([%$#&_{}])", r"\1", piece[0])
                    mark = reader.mark(at, at + len(piece[0]), quoted(word), word)
                    out.append(mark.replace("mkt(", f"mkt{style}(", 1))
        begin += len(part) + 1
    return out


def operator(reader: Reader, token: Token) -> str:
    """``\\operatorname{…}``: a function in upright letters."""
    limits = token.command.endswith("*")
    raw = reader.raw_argument(token)
    if raw is None:
        return ""
    word = re.sub(r"\\[,;: ]", "\u2009", raw.replace("\\-", "-"))
    word = re.sub(r"[{}]|\\[a-z]+", "", word).strip()
    if reader.accept("\\limits"):
        limits = True
    return reader.mark(token.start, reader.end(),
                       f"op({quoted(word)}, limits: #{'true' if limits else 'false'})")  # fmt: skip


def delimiter_sign(reader: Reader, owner: Token) -> tuple[str, Token] | None:
    """The bracket after ``\\left``, ``\\big`` and their kin, with its token."""
    token = reader.take()
    if token is None or token.text in ("}", "&"):
        if token is not None:
            reader.at -= 1
        reader.problem(f"`{owner.text}` wants a bracket after it", owner.start, owner.end,
                       f"write `{owner.text}(`, or `{owner.text}.` for none")  # fmt: skip
        return None
    if token.text in DELIMITERS:
        return DELIMITERS[token.text], token
    if token.command in SYMBOLS:
        return literal(SYMBOLS[token.command]), token
    reader.problem(
        f"`{token.text}` is no bracket that `{owner.text}` can stretch", token.start, token.end,
        f"write `{owner.text}(`, or `{owner.text}.` for none",
    )  # fmt: skip
    return None


def delimiter(reader: Reader, owner: Token, height: float) -> str:
    """A bracket of fixed size: ``\\big(``."""
    found = delimiter_sign(reader, owner)
    if found is None or not found[0]:
        return ""
    sign, token = found
    kinds = {"l": "opening", "r": "closing", "m": "relation"}
    kind = kinds.get(owner.command[-1] if owner.command[-1] in "lrm" else "")
    if kind is None and sign in ("|", "‖", "\\/"):
        kind = "normal"
    body = f"lr({sign}, size: #{height}em)"
    marked = reader.mark(owner.start, token.end, body)
    return f'class("{kind}", {marked})' if kind else marked


def left(reader: Reader, token: Token) -> str:
    """``\\left( … \\right)``: brackets as high as what they hold."""
    opening = delimiter_sign(reader, token)
    first = reader.mark(token.start, opening[1].end, opening[0]) if opening and opening[0] else ""
    body = reader.sequence({"}", "&", "\\\\"}, frozenset({"right"}))
    if not reader.accept("\\right"):
        reader.problem(
            r"this `\left` has no `\right`", token.start, token.end,
            r"add `\right)`, or `\right.` for no bracket",
        )  # fmt: skip
        return f"{first}{body}"
    closing_command = reader.tokens[reader.at - 1]
    closing = delimiter_sign(reader, closing_command)
    last = ""
    if closing and closing[0]:
        last = reader.mark(closing_command.start, closing[1].end, closing[0])
    return f"lr({first}{body}{last})"


def right(reader: Reader, token: Token) -> str:
    """A ``\\right`` that no ``\\left`` opened."""
    reader.problem(r"this `\right` has no `\left`", token.start, token.end,
                   r"add `\left(` before it, or `\left.` for no bracket")  # fmt: skip
    delimiter_sign(reader, token)
    return ""


def middle(reader: Reader, token: Token) -> str:
    """``\\middle|`` between stretched brackets."""
    found = delimiter_sign(reader, token)
    if found is None or not found[0]:
        return ""
    return f"mid({reader.mark(token.start, found[1].end, found[0])})"


def fraction(reader: Reader, token: Token) -> str:
    """``\\frac`` and its sizes."""
    place, color = reader.reserve(), reader.color
    above, below = reader.argument(token), reader.argument(token)
    body = f"frac({above}, {below})"
    if token.command in ("dfrac", "cfrac"):
        body = f"display({body})"
    elif token.command == "tfrac":
        body = f"inline({body})"
    return reader.fill(place, token.start, reader.end(), body, color)


def binomial(reader: Reader, token: Token) -> str:
    """``\\binom`` and its sizes."""
    place, color = reader.reserve(), reader.color
    above, below = reader.argument(token), reader.argument(token)
    body = f"binom({above}, {below})"
    if token.command == "tbinom":
        body = f"inline({body})"
    return reader.fill(place, token.start, reader.end(), body, color)


def root(reader: Reader, token: Token) -> str:
    """``\\sqrt[n]{x}``."""
    place, color = reader.reserve(), reader.color
    index = reader.option()
    body = reader.argument(token)
    made = f"root({index}, {body})" if index is not None else f"sqrt({body})"
    return reader.fill(place, token.start, reader.end(), made, color)


def stack(reader: Reader, token: Token) -> str:
    """``\\overset{a}{b}``, ``\\underset{a}{b}``, ``\\stackrel{a}{b}``."""
    note, body = reader.argument(token), reader.argument(token)
    side = "b" if token.command == "underset" else "t"
    made = f"attach(limits({body}), {side}: {note})"
    return f'class("relation", {made})' if token.command == "stackrel" else made


def arrow(reader: Reader, token: Token) -> str:
    """An arrow as long as the notes over and under it."""
    place, color = reader.reserve(), reader.color
    below = reader.option()
    above = reader.argument(token)
    sign = reader.fill(place, token.start, reader.end(), ARROWS[token.command], color)
    ends = f"t: hsp(#0.5){above}hsp(#0.5)"
    if below is not None:
        ends += f", b: hsp(#0.5){below}hsp(#0.5)"
    return f'class("relation", attach(stretch({sign}), {ends}))'


def colored(reader: Reader, token: Token) -> str:
    """``\\textcolor{red}{x}``."""
    color = reader.color_name(reader.raw_argument(token), token)
    outer, reader.color = reader.color, color
    body = reader.argument(token)
    reader.color = outer
    return body


def negated(reader: Reader, token: Token) -> str:
    """``\\not=``: the struck-out sign where there is one, else a stroke through it."""
    following = reader.take()
    if following is None:
        reader.problem(r"`\not` has nothing to strike out", token.start, token.end)
        return ""
    pairs = {"=": "≠", "<": "≮", ">": "≯", "\\in": "∉", "\\equiv": "≢", "\\subset": "⊄",
             "\\subseteq": "⊈", "\\sim": "≁", "\\approx": "≉", "\\exists": "∄", "\\mid": "∤",
             "\\parallel": "∦", "\\leq": "≰", "\\geq": "≱", "\\le": "≰", "\\ge": "≱",
             "\\cong": "≇", "\\ni": "∌", "\\supset": "⊅", "\\supseteq": "⊉"}  # fmt: skip
    if following.text in pairs:
        return reader.mark(token.start, following.end, pairs[following.text])
    place, color = reader.reserve(), reader.color
    body = reader.nucleus(following) or '""'
    return reader.fill(place, token.start, reader.end(), f"cancel({body})", color)


def boxed(reader: Reader, token: Token) -> str:
    """``\\boxed{x}``."""
    place, color = reader.reserve(), reader.color
    body = reader.argument(token)
    number = reader.first_mark + place
    made = f"mkbox(#{number}, {body})"
    reader.fill(place, token.start, reader.end(), "", color)
    return made


def stray_end(reader: Reader, token: Token) -> str:
    """An ``\\end`` that no ``\\begin`` opened."""
    name = reader.raw_argument(token) or ""
    reader.problem(f"`\\end{{{name}}}` closes nothing", token.start, reader.end(),
                   f"write `\\begin{{{name}}}` before it")  # fmt: skip
    return ""


def modulo(reader: Reader, token: Token) -> str:
    """``\\bmod``, ``\\mod`` and ``\\pmod``."""
    word = reader.mark(token.start, token.start + len(token.text), 'upright("mod")')
    if token.command == "bmod":
        return f"hsp(#0.22){word}hsp(#0.22)"
    if token.command == "mod":
        return f"hsp(#0.8){word}hsp(#0.3)"
    body = reader.argument(token)
    return f"hsp(#0.8)\\({word}hsp(#0.3){body}\\)"


def ignored(reader: Reader, token: Token) -> str:
    """Commands about numbering and breaking lines, which mean nothing here."""
    if token.command in ("label", "tag", "tag*"):
        reader.raw_argument(token)
    return ""


def horizontal(reader: Reader, token: Token) -> str:
    """``\\hspace{1em}``."""
    raw = (reader.raw_argument(token) or "").strip()
    match = re.fullmatch(r"(-?[\d.]+)\s*(em|ex|pt|mu|cm|mm)", raw)
    if not match:
        reader.problem(f"`{raw}` is no width", token.start, token.end, "write it in ems: `1em`")
        return ""
    share = {"em": 1, "ex": 0.45, "pt": 0.1, "mu": 1 / 18, "cm": 2.85, "mm": 0.285}[match[2]]
    return f"hsp(#({float(match[1]) * share:.4f}))"


def touches(token: Token, brackets: str) -> bool:
    """Whether dots want a thin space beside ``token``."""
    return token.text.isalnum() or token.text[0] in brackets or (
        token.command in SYMBOLS and SYMBOLS[token.command].isalpha()
    ) or token.command in ("sqrt", "frac", "left")


TEXT_STYLES = {"textbf": "b", "textit": "i", "emph": "i", "textsl": "i", "texttt": "t"}
TEXT_PIECE = re.compile(
    r"\\(?P<style>text[a-z]*|emph)\{(?P<inner>[^{}]*)\}|\s+|(?:(?!\\text|\\emph)\S)+"
)

COMMANDS: dict[str, Callable[[Reader, Token], str]] = {
    "frac": fraction, "dfrac": fraction, "tfrac": fraction,
    "cfrac": fraction, "binom": binomial, "dbinom": binomial,
    "tbinom": binomial, "sqrt": root,
    "overset": stack, "underset": stack, "stackrel": stack,
    "substack": substack, "textcolor": colored, "not": negated,
    "left": left, "right": right, "middle": middle,
    "begin": environment, "end": stray_end,
    "operatorname": operator, "operatorname*": operator,
    "pmod": modulo, "bmod": modulo, "mod": modulo,
    "overline": lambda r, t: wrapped(r, t, "overline({})".format),
    "underline": lambda r, t: wrapped(r, t, "underline({})".format),
    "boxed": boxed,
    "cancel": lambda r, t: wrapped(r, t, "cancel({})".format),
    "bcancel": lambda r, t: wrapped(r, t, "cancel({}, inverted: #true)".format),
    "xcancel": lambda r, t: wrapped(r, t, "cancel({}, cross: #true)".format),
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
    "hspace": horizontal, "hspace*": horizontal, "mspace": horizontal,
    "label": ignored, "tag": ignored, "nonumber": ignored,
    "notag": ignored, "displaylimits": ignored, "null": ignored,
    "relax": ignored, "allowbreak": ignored, "nobreak": ignored,
    **dict.fromkeys(ARROWS, arrow),
}  # fmt: skip


@lru_cache(maxsize=512)
def from_tylax(name: str) -> str | None:
    """Typst's name of a symbol that tylax knows, or None."""
    import tylax

    typst: str = tylax.latex_to_typst(f"\\{name}").strip()
    if typst == name or not re.fullmatch(r"[a-zA-Z]+(\.[a-zA-Z]+)*", typst):
        return None
    return typst if "." in typst or typst in _TYPST_NAMES else None


_TYPST_NAMES = frozenset({"prop", "qed", "eq", "star", "circle", "square", "diamond"})
