"""Cures by spelling something otherwise: a word, a mark, quotes, brackets."""

from __future__ import annotations

import re

from ..diagnostics import Edit, Finding, Fix, Span
from ..diagnostics.codes import syntax as codes
from .lexer import END, NEWLINE, Token
from .site import Repair, Site, instead
from .strings import quoted_inside
from .words import RESERVED, closest, proposal

SYNONYMS = {
    "colour": "color", "coloured": "color", "colored": "color", "under": "below",
    "beneath": "below", "left": "left_of", "right": "right_of", "leftof": "left_of",
    "rightof": "right_of", "over": "above", "duration": "over", "during": "over", "for": "over",
    "easing": "ease", "width": "stroke", "background": "fill", "filled": "fill",
    "outlined": "stroke", "alpha": "opacity", "transparent": "opacity", "rotate": "rotated",
    "fontsize": "size", "centered": "at", "around": "about", "until": "to", "with": "by",
    "placed": "at", "located": "at", "within": "inside", "object": "objects",
    "elements": "objects",
    "section": "scene", "slide": "scene", "step": "beat", "parallel": "together",
    "simultaneously": "together", "then": "if", "otherwise": "else", "elif": "else",
    "dash": "dashed",
    "zindex": "layer", "function": "let", "const": "let", "var": "let", "variable": "param",
}


def misspelled(site: Site) -> Repair | None:
    token = site.token
    if token.type != "NAME" or (token.text in RESERVED and token.text not in SYNONYMS):
        return None
    for word in _near(token.text, site.words):
        put = (token._replace(text=word),)
        if site.helps(put, site.at + 1, least=2):
            return instead(site, _spelling(site, token, word), put, 1)
    return None


def misspelled_head(site: Site) -> Repair | None:
    head = site.head
    if site.at <= site.statement or head.type != "NAME" or site.depth:
        return None
    expected = {
        word for word, name in site.tables.words.items()
        if site.machine.reach([Token(name, word, 0, 0)], site.base)
    }
    if head.text in expected:
        return None
    rest = tuple(site.tokens[site.statement + 1 : site.at])
    if any(token.type == NEWLINE for token in rest):
        return None
    for word in _near(head.text, expected):
        put = (head._replace(text=word), *rest)
        if site.helps(put, site.at, site.base, least=2):
            return Repair(_spelling(site, head, word), site.statement, site.at, put, site.base)
    return None


def _near(word: str, choices: set[str]) -> list[str]:
    found = [SYNONYMS.get(word.lower(), ""), closest(word, sorted(choices)) or ""]
    return [choice for choice in dict.fromkeys(found) if choice in choices and choice != word]


def _spelling(site: Site, token: Token, word: str) -> Finding:
    return site.finding(
        codes.MISSPELLED_WORD, f"`{token.text}` is not a word of the language here",
        span=site.span(token), help=f"did you mean `{word}`?",
        fix=site.edit(f"write `{word}`", site.span(token), word),
    )


def reserved(site: Site) -> Repair | None:
    token = site.token
    if token.type != "NAME" or token.text not in RESERVED:
        return None
    if "NAME" not in site.machine.expected():
        return None
    name = token._replace(problem="name")
    if not site.helps((name,), site.at + 1, least=3):
        return None
    known = token.text in site.lost
    site.lost.add(token.text)
    finding = None if known else reserved_name(site.span(token), token.text)
    return Repair(finding, site.at, site.at + 1, (name,), site.machine.top)


def reserved_name(span: Span, word: str) -> Finding:
    """The finding for a reserved word as a name."""
    better = proposal(word)
    return Finding(
        codes.RESERVED_NAME, span,
        f"`{word}` is a word of the language and cannot be a name",
        help=f"choose another name, `{better}` for example",
    )


def other_mark(site: Site) -> Repair | None:
    token = site.token
    swaps = {
        "=": ("==", "to", "in"), "and": (",",), "mod": ("%",), "==": ("=",), ":": ("=", ","),
        ";": (",",), ".": (",",), "..": (",",), "->": ("=",),
    }
    for mark in swaps.get(token.text, ()):
        put = (site.mark(mark, token.start)._replace(end=token.end),)
        if not site.helps(put, site.at + 1, least=3):
            continue
        if {token.text, mark} == {"=", "=="}:
            code = codes.WRONG_EQUALS
            message = ("`==` asks whether two values are equal; a value is given with `=`"
                       if mark == "=" else
                       "`=` gives a value; whether two are equal is asked with `==`")
        else:
            code, message = codes.MISSING_MARK, f"`{mark}` belongs here, not `{token.text}`"
        return instead(site, site.finding(
            code, message, help=f"write `{mark}`",
            fix=site.edit(f"write `{mark}`", site.here(), mark),
        ), put, 1)
    return None


def unquoted(site: Site) -> Repair | None:
    """Words where a text in quotes is wanted."""
    expected = site.machine.expected()
    if "STRING" not in expected or site.token.type in (NEWLINE, END, "STRING"):
        return None
    if "NUMBER" in expected and site.head.text != "say":
        return None
    last = site.at
    while site.tokens[last].type not in (NEWLINE, END) and site.tokens[last].text not in (
        "{", "}", ";",
    ):
        last += 1
    if last == site.at or (
        site.head.text == "import" and not site.text.startswith(".c2v", site.tokens[last].start - 4)
    ):
        return None
    first, final = site.token, site.tokens[last - 1]
    words = site.text[first.start : final.end]
    string = Token("STRING", '""', first.start, final.end)
    if not site.helps((string,), last):
        return None
    span = site.span(first, final)
    quoted = '"' + words.replace('"', '\\"') + '"'
    return Repair(site.finding(
        codes.UNQUOTED_TEXT, "a text stands in quotes", span=span,
        help=f"write `{quoted}`" if len(quoted) < 60 else 'write `"…"`',
        fix=site.edit("put it in quotes", span, quoted),
    ), site.at, last, (string,), site.machine.top)


def text_in_live_value(site: Site) -> Repair | None:
    """``"#{"left" if a else "right"}"``: the text ends where its live value's quotes begin; what
    follows up to its last quote is left out (the text itself says what is wrong)."""
    before = site.previous
    if before.type != "STRING" or before.end != site.token.start:
        return None
    opened = before.text.rfind("#{")
    if opened < 0 or "}" in before.text[opened:] or not quoted_inside(site.text, before.end - 1):
        return None
    count = 0
    while (token := site.after(count)).type not in (NEWLINE, END):
        count += 1
        if "}" in token.text and token.text.endswith('"'):
            return Repair(None, site.at, site.at + count, (), site.machine.top)
    return None


def without_quotes(site: Site) -> Repair | None:
    """A name in quotes: ``scene "intro" { … }`` is caught as a missing name before this."""
    if site.token.type != "STRING" or "NAME" not in site.machine.expected():
        return None
    inner = site.token.text[1:-1]
    if site.head.text in ("beat", "scene") and site.after(1).type != "STRING":
        return None
    if not re.fullmatch(r"[A-Za-z_]\w*", inner):
        return None
    put = (Token("NAME", inner, site.token.start, site.token.end),)
    if not site.helps(put, site.at + 1, least=3):
        return None
    return instead(site, site.finding(
        codes.EXTRA_MARK, "a name stands without quotes", help=f"write `{inner}`",
        fix=site.edit("take the quotes out", site.here(), inner),
    ), put, 1)


def kind_without_brackets(site: Site) -> Repair | None:
    """``t = text "abc"``."""
    if site.token.type not in ("STRING", "NUMBER") or site.previous.type != "NAME":
        return None
    put = (site.mark("("), site.token, site.mark(")", site.token.end))
    if not site.helps(put, site.at + 1, least=3):
        return None
    span = site.span(site.token)
    inner = site.text[span.start : span.end]
    edits = (Edit(site.gap()._replace(end=span.end), f"({inner})"),)
    return instead(site, site.finding(
        codes.MISSING_MARK, f"what `{site.previous.text}` takes stands in brackets",
        help=f"write `{site.previous.text}({inner})`" if len(inner) < 40 else "write `(…)`",
        fix=Fix("put it in brackets", edits, "safe"),
    ), put, 1)


def brackets(site: Site) -> Repair | None:
    """``say("…")``, ``wait(1s)``, ``clear()``: a call where an action takes no brackets."""
    name = 1 if site.head.text in ("scene", "beat") else 0
    if site.token.text != "(" or site.at != site.statement + 1 + name:
        return None
    level, last = 0, site.at
    while site.tokens[last].type not in (NEWLINE, END):
        level += (site.tokens[last].text == "(") - (site.tokens[last].text == ")")
        if level == 0:
            break
        last += 1
    if site.tokens[last].text != ")":
        return None
    inner = tuple(site.tokens[site.at + 1 : last])
    if not site.helps(inner, last + 1):
        return None
    opener, closer = site.token, site.tokens[last]
    inside = site.text[opener.end : closer.start].strip()
    span = site.span(opener, closer)
    return Repair(site.finding(
        codes.ACTION_BRACKETS, f"`{site.previous.text}` takes no brackets", span=span,
        help=f"write `{site.previous.text} {inside}`" if len(inside) < 40 else "take them out",
        fix=Fix("take the brackets out", (Edit(span, f" {inside}" if inside else ""),), "safe"),
    ), site.at, last + 1, inner, site.machine.top)
