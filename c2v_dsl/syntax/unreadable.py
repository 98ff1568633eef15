"""Characters and tokens that are not of the language: what was meant, and how it is written."""

from __future__ import annotations

import re
import unicodedata

from ..diagnostics import Edit, Finding, Fix
from ..diagnostics.codes import syntax as codes
from .habits import UNIT_WORDS
from .lexer import NEWLINE, Token
from .site import Repair, Site
from .words import RESERVED, proposal

OPERATORS = {
    "&&": "and", "||": "or", "!": "not", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "·": "*",
    "⋅": "*", "÷": "/", "−": "-", "–": "-", "→": "->", "⇒": "->", "≈": "==", "∧": "and", "∨": "or",
    "¬": "not", "…": "..", "@": "*", "=>": "->", "~": "not",
}
COLON_FORMS = {"？": "?", "：": ":", "，": ",", "；": ";", "（": "(", "）": ")", "、": ","}
LETTERS = {"π": "pi", "τ": "tau"}
_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(.*)", re.DOTALL)


def cure(site: Site) -> Repair | None:
    """A reading of the token that the statement can go on with."""
    token = site.token
    if token.problem == "GLUED":
        return _glued(site)
    if token.problem == "OPEN_STRING":
        return _open_string(site)
    if token.problem == "OPEN_LONG":
        return _open_long(site)
    if token.problem == "CURLY":
        return _curly(site)
    if token.problem == "SLASHES":
        return _comment(site, _slashes(site))
    if token.problem == "HASH":
        return _hash(site)
    if token.problem == "WORD":
        return _word(site)
    return _other(site)


def say(site: Site) -> Finding:
    """What is wrong with the token, when no cure is known."""
    problem = site.token.problem
    if problem == "GLUED":
        return _number(site, "", "")
    if problem == "OPEN_STRING":
        return _unclosed(site, None)
    if problem == "OPEN_LONG":
        return _unclosed(site, None)
    if problem == "SLASHES":
        return _slashes(site)
    if problem == "HASH":
        return _hash_finding(site)
    if problem == "WORD":
        return _word_finding(site)
    return _character(site)


def _swap(site: Site, finding: Finding | None, *tokens: Token) -> Repair:
    return Repair(finding, site.at, site.at + 1, tokens, site.machine.top)


# ---------------------------------------------------------------- numbers


def _number(site: Site, better: str, why: str) -> Finding:
    token = site.token
    text = token.text if len(token.text) <= 30 else token.text[:27] + "…"
    return site.finding(
        codes.BAD_NUMBER, f"`{text}` is not a number" + (f": {why}" if why else ""),
        label="cannot be read", help=f"write `{better}`" if better else
        "a product is written with `*`, a unit is one of `s ms deg % i`",
        fix=site.edit(f"write `{better}`", site.span(token), better) if better else None,
    )


def _glued(site: Site) -> Repair | None:
    token = site.token
    found = _UNIT.fullmatch(token.text)
    if found is None:
        return None
    digits, rest = found.groups()
    start, middle, end = token.start, token.start + len(digits), token.end
    number = Token("NUMBER", digits, start, middle)
    if rest.lower() in UNIT_WORDS:
        unit = UNIT_WORDS[rest.lower()]
        finding = _number(site, digits + unit, f"`{rest}` is no unit")
        return _swap(site, finding, Token("NUMBER", digits + unit, start, end))
    plain = re.sub(r"_(?=[0-9])", "", token.text)
    if plain.isdigit():
        finding = _number(site, plain, "digits are not grouped")
        return _swap(site, finding, Token("NUMBER", plain, start, end))
    if rest[0] == "%" and rest[1:]:
        finding = _number(site, f"{digits} % {rest[1:]}", "a remainder has spaces around its `%`")
        inner = site.relex(middle + 1, end, site.at)
        return _swap(site, finding, number, site.mark("%", middle), *inner)
    if re.fullmatch(r"[A-Za-z_]\w*", rest) and not rest[0].isdigit():
        where = Token("NAME", rest, middle, end)
        put = (number, site.mark("*", middle), where)
        if site.helps(put, site.at + 1):
            finding = _number(site, f"{digits} * {rest}", "a product is written with `*`")
            return _swap(site, finding, *put)
    return None


# ---------------------------------------------------------------- strings


def _unclosed(site: Site, end: int | None) -> Finding:
    token = site.token
    long = token.problem == "OPEN_LONG"
    quote = '"""' if long else '"'
    stop = site.text.find("\n", token.start, token.end)
    shown = token if stop < 0 else token._replace(end=stop)
    fix = None
    if end is not None:
        fix = Fix(f"put {quote} behind it", (Edit(site.span(token)._replace(start=end, end=end),
                                                  quote),))
    return site.finding(
        codes.UNCLOSED_STRING,
        f"this text has no closing `{quote}`" + ("" if long else " on its line"),
        span=site.span(shown), label="the text begins here",
        help="close it" if long else
        'close it, or write `"""…"""` for a text over several lines', fix=fix,
    )


def _open_string(site: Site) -> Repair | None:
    token = site.token
    text = token.text.rstrip()
    ends = [len(text)]
    ends += [m.start() for m in re.finditer(
        r"\s*[,)\]}]|\s+(?=in |at |on |color |over |size |\{|below |above |#\s)", text[1:]
    )]
    ends[1:] = [end + 1 for end in ends[1:]]
    for end in dict.fromkeys(ends[1:] if site.depth else ends):
        closed = Token("STRING", text[:end] + '"', token.start, token.start + end)
        if '\\"' in closed.text[-2:] and not closed.text.endswith('\\\\"'):
            continue
        rest = site.relex(token.start + end, token.end, site.at)
        window = site.window((closed, *rest), site.at + 1)
        if site.machine.reach(window) == len(window):
            return Repair(_unclosed(site, token.start + end), site.at, site.at + 1,
                          (closed, *rest), site.machine.top)
    return None


def _open_long(site: Site) -> Repair | None:
    token = site.token
    indent = site.indent(site.head.start)
    end = token.end
    for found in re.finditer(r"\n([ \t]*)(\}|beat |scene |objects |[a-z_]\w* = )", token.text):
        if len(found.group(1)) <= indent:
            end = token.start + found.start()
            break
    text = site.text[token.start : end]
    closed = Token("LONG_STRING", text + '"""', token.start, end)
    rest = site.relex(end, token.end, site.at)
    window = site.window((closed, *rest), site.at + 1)
    if site.machine.reach(window) < min(2, len(window)):
        closed = closed._replace(type="STRING")
        window = site.window((closed, *rest), site.at + 1)
        if site.machine.reach(window) < min(2, len(window)):
            return Repair(_unclosed(site, end), site.at, site.at + 1, rest, site.base)
    return Repair(_unclosed(site, end), site.at, site.at + 1, (closed, *rest), site.machine.top)


def _curly(site: Site) -> Repair | None:
    token = site.token
    inner = token.text[1:-1]
    finding = site.finding(
        codes.WRONG_QUOTES, "this text stands in curly quotes; texts stand in straight ones",
        help=f'write `"{inner}"`' if len(inner) < 40 else 'write `"…"`',
        fix=site.edit("use straight quotes", site.span(token), f'"{inner}"', safe=True),
    )
    return _swap(site, finding, Token("STRING", f'"{inner}"', token.start, token.end))


# ---------------------------------------------------------------- comments and colours


def _slashes(site: Site) -> Finding:
    token = site.token
    block = token.text == "/*"
    return site.finding(
        codes.BAD_COMMENT,
        f"`{token.text[:2]}` does not begin a comment; comments begin with `#` and a space",
        span=site.span(token._replace(end=token.start + 2)),
        help="put `# ` before each line of the comment" if block else "write `# …`",
        fix=None if block else site.edit(
            "write `#`", site.span(token._replace(end=token.start + 2)),
            "#" if token.text[2:3] in (" ", "\t", "") else "# ", safe=True),
    )


def _comment(site: Site, finding: Finding) -> Repair:
    """Leave out the rest of the line (or the ``/* … */``)."""
    token = site.token
    if token.text == "/*":
        end = site.text.find("*/", token.end)
        last = site.index_at(end + 2 if end >= 0 else site.line_end)
    else:
        last = site.at
        while site.tokens[last].type not in (NEWLINE, "$END"):
            last += 1
    return Repair(finding, site.at, max(last, site.at + 1) if token.text == "/*" else last, (),
                  site.machine.top) if last > site.at else _swap(site, finding)


def _hash_finding(site: Site) -> Finding:
    token = site.token
    word = token.text[1:]
    if re.fullmatch(r"[0-9A-Fa-f]+", word) and {"COLOR"} & site.machine.expected():
        better = ""
        if len(word) in (3, 4):
            better = "#" + "".join(char * 2 for char in word[:3])
        elif len(word) == 8:
            better = "#" + word[:6]
        return site.finding(
            codes.BAD_COLOR, f"`{token.text}` is not a colour: colours have six digits, `#RRGGBB`",
            help=f"write `{better}`" if better else "write two digits each for red, green, blue",
            fix=site.edit(f"write `{better}`", site.span(token), better) if better else None,
        )
    where = site.span(token._replace(end=token.start + 1))
    return site.finding(
        codes.BAD_COMMENT, f"`{token.text[:20]}` is neither a comment nor a colour",
        help="a comment begins with `#` and a space; a live value `#{…}` stands in a string",
        fix=site.edit("put a space behind the `#`", where, "# "),
    )


def _hash(site: Site) -> Repair | None:
    token = site.token
    finding = _hash_finding(site)
    if finding.code == codes.BAD_COLOR:
        return _swap(site, finding, Token("COLOR", "#808080", token.start, token.end))
    ended = [Token(NEWLINE, "\n", token.start, token.start)]
    fresh = site.at == site.statement
    if fresh or site.depth or site.machine.reach(ended) or site.previous.text in (",", "{"):
        return _comment(site, finding)
    return None


# ---------------------------------------------------------------- other characters


def _word_finding(site: Site) -> Finding:
    token = site.token
    plain = unicodedata.normalize("NFKD", token.text).encode("ascii", "ignore").decode()
    if token.text in LETTERS:
        plain = LETTERS[token.text]
    ok = re.fullmatch(r"[A-Za-z_]\w*", plain) is not None
    if plain in RESERVED and token.text not in LETTERS:
        plain = proposal(plain)
    return site.finding(
        codes.BAD_CHARACTER,
        f"`{token.text[:30]}` is not a name: names are of the letters a to z, digits and `_`",
        help=f"write `{plain}`" if ok else "texts stand in quotes",
        fix=site.edit(f"write `{plain}`", site.span(token), plain) if ok else None,
    )


def _word(site: Site) -> Repair | None:
    token = site.token
    name = Token("NAME", LETTERS.get(token.text, token.text), token.start, token.end)
    if not site.helps((name,), site.at + 1, least=3):
        return None
    return _swap(site, _word_finding(site), name)


def _character(site: Site) -> Finding:
    char = site.token.text
    if char == "?":
        return site.finding(
            codes.WRONG_OPERATOR, "a choice is not written with `?`",
            help="write `a if condition else b`")
    number = f"U+{ord(char[0]):04X}" if char else ""
    shown = f"`{char}`" if char.isprintable() else f"the invisible character {number}"
    if char.isprintable() and not char.isascii():
        shown += f" ({unicodedata.name(char[0], number).lower()})"
    return site.finding(
        codes.BAD_CHARACTER, f"{shown} means nothing outside of texts and comments",
        help="put it into quotes if it is text" if char.isprintable() else "take it out",
        fix=site.edit("take it out", site.span(site.token), ""),
    )


def _other(site: Site) -> Repair | None:
    token = site.token
    char = token.text
    better = OPERATORS.get(char)
    if better is None and char in COLON_FORMS:
        better = COLON_FORMS[char]
    if better is not None:
        tight = char == "!" and site.after(1).start == token.end
        finding = site.finding(
            codes.WRONG_OPERATOR, f"`{char}` is not an operator here; it is written `{better}`",
            help=f"write `{better}`",
            fix=site.edit(f"write `{better}`", site.span(token), better + " " * tight),
        )
        word = site.mark(better, token.start)._replace(end=token.end)
        if site.helps((word,), site.at + 1, least=2):
            return _swap(site, finding, word)
    if char == "°" and site.previous.type == "NUMBER" and site.previous.text[-1].isdigit():
        below = site.machine.top.below
        assert below is not None
        number = site.previous._replace(text=site.previous.text + "deg", end=token.end)
        return Repair(
            site.finding(
                codes.BAD_NUMBER, "an angle in degrees is written with `deg`",
                help=f"write `{number.text}`",
                fix=site.edit(f"write `{number.text}`", site.span(number), number.text, True),
            ), site.at, site.at + 1, (number,), below,
        )
    if char == "?":
        return None
    last = site.at + 1
    while site.tokens[last].type == "BAD" and site.tokens[last].problem == "OTHER":
        last += 1
    if not site.helps((), last, least=2):
        return None
    return Repair(_character(site), site.at, last, (), site.machine.top)
