"""Small cures that hold for any statement: something put in, taken out or spelled otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics import Finding, Related
from ..diagnostics.codes import syntax as codes
from . import respell
from .expected import PLACES, STYLES, TIMES
from .lexer import END, NEWLINE, Token
from .site import CLOSERS, CONTINUES, Repair, Site, instead
from .words import RESERVED


def cure(site: Site) -> Repair | None:
    """The first small change with which the statement can be read to its end."""
    for attempt in _ATTEMPTS:
        found = attempt(site)
        if found is not None:
            return found
    return None


# ---------------------------------------------------------------- lines and brackets


def _brace_on_next_line(site: Site) -> Repair | None:
    if site.token.type != NEWLINE or site.after(1).text != "{":
        return None
    if not site.machine.reach([site.after(1)]):
        return None
    between = site.gap()._replace(end=site.after(1).start)
    return instead(site, site.finding(
        codes.EXTRA_MARK, "the `{` stands on a line of its own; it ends the line of its statement",
        span=site.span(site.after(1)), help="write `{` behind the statement's words",
        fix=site.edit("move the brace up", between, " ", safe="#" not in site.text[
            between.start : between.end]),
    ), taken=1)


def _open_bracket(site: Site) -> Repair | None:
    if not site.depth:
        return None
    openers = [token for _, token in site.opens[-site.depth :]]
    fresh = site.first_on_line or site.token.type == END or site.token.text == "}"
    for count in range(1, len(openers) + 1):
        inner = openers[-count:]
        put = tuple(site.mark(CLOSERS[token.text]) for token in reversed(inner))
        ended = (*put, site.newline()) if site.first_on_line else put
        if fresh:
            good = site.helps(ended, depth=site.depth, least=2)
            if not good and site.first_on_line:
                good = site.machine.reach([*ended, site.token]) == len(ended) + 1
        else:
            good = site.helps(put, depth=site.depth)
        if not good:
            continue
        opener = inner[-1]
        closer = "".join(token.text for token in put)
        return instead(site, site.finding(
            codes.UNCLOSED_BRACKET,
            f"this `{opener.text}` is not closed: {site.shown()} comes before a "
            f"`{CLOSERS[opener.text]}`",
            span=site.span(opener), label="opened here", help=f"put `{closer}` behind the last "
            "thing that belongs into the brackets",
            related=(Related(site.here(), "this cannot stand inside the brackets"),),
            fix=site.insert(closer),
        ), ended if fresh else put)
    return None


def _wrong_closer(site: Site) -> Repair | None:
    if site.token.text not in (")", "]") or not site.depth:
        return None
    opener = site.opens[-1][1]
    right = CLOSERS[opener.text]
    if right == site.token.text:
        return None
    put = (site.mark(right, site.token.start)._replace(end=site.token.end),)
    if not site.helps(put, site.at + 1, least=1):
        return None
    return instead(site, site.finding(
        codes.UNCLOSED_BRACKET, f"this `{site.token.text}` closes a `{opener.text}`",
        help=f"write `{right}`", related=(Related(site.span(opener), "opened here"),),
        fix=site.edit(f"write `{right}`", site.here(), right),
    ), put, 1)


def _dangling(site: Site) -> Repair | None:
    """A comma or operator at the end of a line that carried the statement too far."""
    if site.continued is None or site.depth:
        return None
    index, top, mark = site.continued
    if index < site.statement:
        return None
    window = _plain_window(site, index + 1)
    ended = Token(NEWLINE, "\n", mark.end, mark.end)
    if mark.text == ",":
        if site.machine.reach([ended, *window], top) != len(window) + 1:
            return None
        span = site.span(mark)
        return Repair(site.finding(
            codes.EXTRA_MARK, "the line ends in a comma, but nothing that belongs to it follows",
            span=span, label="the statement goes on behind a comma",
            help="take the comma out, or write what is missing",
            fix=site.edit("take the comma out", span, ""),
        ), index, index + 1, (ended,), top)
    for value in site.stand_ins():
        put = (mark, value._replace(start=mark.end, end=mark.end), ended)
        if site.machine.reach([*put, *window], top) == len(window) + 3:
            return Repair(site.finding(
                codes.MISSING_VALUE, f"nothing stands behind `{mark.text}`; expected a value",
                span=site.span(mark), label="a value is missing behind this",
            ), index, index + 1, put, top)
    return None


def _plain_window(site: Site, index: int) -> list[Token]:
    result: list[Token] = []
    level = 0
    for token in site.tokens[index : index + 60]:
        if token.type == NEWLINE and (level > 0 or (result and result[-1].text in CONTINUES)):
            continue
        level += (token.text in ("(", "[")) - (token.text in (")", "]"))
        result.append(token)
        if token.type in (NEWLINE, END) or token.text in ("{", "}", ";"):
            break
    return result


# ---------------------------------------------------------------- something missing


def _comma(site: Site) -> Repair | None:
    if site.first_on_line and not site.depth:
        return None
    if site.token.type in (NEWLINE, END) or site.token.text in CONTINUES:
        return None
    put = (site.mark(","),)
    if not site.helps(put, least=6):
        return None
    return instead(site, site.finding(
        codes.MISSING_COMMA,
        f"a comma is missing between {site.shown(site.previous)} and {site.shown()}"
        if site.previous.text else f"a comma is missing before {site.shown()}",
        span=site.gap()._replace(start=max(0, site.gap().start - 1), end=site.token.end)
        if not site.previous.text else site.span(site.previous, site.token),
        help="put a comma between them", fix=site.insert(",", safe=True),
    ), put)


def _word_or_mark(site: Site) -> Repair | None:
    """``=``, ``{``, ``at``, ``to``, brackets: what a statement cannot do without."""
    tries: list[tuple[tuple[str, ...], str]] = [
        (("=",), " ="), (("at",), " at"), (("to",), " to"), (("by",), " by"), (("in",), " in"),
        (("on",), " on"),
    ]
    if site.token.type == NEWLINE or site.first_on_line:
        tries = []
    for words, text in tries:
        put = tuple(site.mark(word) for word in words)
        if site.helps(put):
            return instead(site, _missing(site, words[0], text), put)
    put = (site.mark("("), site.mark(")"))
    if site.helps(put):
        return instead(site, _missing(site, "()", "()"), put)
    return _block_mark(site)


def _block_mark(site: Site) -> Repair | None:
    brace = site.mark("{")
    if not site.machine.reach([brace]):
        return None
    if _needs_closing(site):
        start = site.at + (site.token.type == NEWLINE)
        window = _plain_window(site, start)
        if site.machine.reach([brace, *window]) >= min(3, len(window) + 1):
            return instead(site, _missing(site, "{", " {"), (brace,))
    put = (brace, site.mark("}"))
    if site.helps(put):
        return instead(site, _missing(site, "{ }", " { }"), put)
    return None


VERB_WORDS = {
    "move": "to", "rotate": "by", "shift": "by", "scale": "by", "morph": "into", "copy": "into",
    "rewrite": "as", "apply": "to", "dim": "to", "zoom": "to", "pulse": "along",
}
"""The word that a verb cannot do without."""


def _phrase_word(site: Site) -> Repair | None:
    """``rotate a 90deg``: the word of the verb is missing."""
    word = VERB_WORDS.get(site.head.text)
    if word is None or site.token.type in (NEWLINE, END) or site.first_on_line or site.depth:
        return None
    between = site.tokens[site.statement : site.at]
    if any(token.text == word for token in between) or site.token.text in CONTINUES:
        return None
    put = (site.mark(word),)
    if not site.helps(put):
        return None
    return instead(site, _missing(site, word, f" {word}"), put)


def _needs_closing(site: Site) -> bool:
    level = sum(1 for _, token in site.opens if token.text == "{")
    for token in site.tokens[site.at :]:
        level += (token.text == "{") - (token.text == "}")
        if level < 0:
            return True
    return False


def _missing(site: Site, mark: str, text: str) -> Finding:
    return site.finding(
        codes.MISSING_MARK, f"`{mark}` is missing before {site.shown()}",
        label=f"expected `{mark}` before this", help=f"write `{text.strip()}` there",
        fix=site.insert(text),
    )


def _value(site: Site) -> Repair | None:
    previous = site.previous
    if site.at == site.statement:
        return None
    for lead in ((), ("=",), ("(",)):
        marks = tuple(site.mark(word) for word in lead)
        for value in site.stand_ins():
            closing = (site.mark(")"),) if lead == ("(",) else ()
            if lead == ("=",) and site.head.text == "param":
                value = value._replace(problem="")
            put = (*marks, value, *closing)
            if not site.helps(put, least=0):
                continue
            if lead == ("=",):
                return instead(site, site.finding(
                    codes.MISSING_VALUE, f"`{previous.text}` has no value; expected `= …`",
                    span=site.span(previous), help=f"write `{previous.text} = 0`"), put)
            if value.type == "NAME" and not site.machine.reach([value._replace(type="NUMBER")]):
                return _name(site, value)
            return instead(site, _no_value(site, value), put)
    return None


def _name(site: Site, value: Token) -> Repair | None:
    """A name is missing where a statement needs one."""
    token, head = site.token, site.head
    named = head.text in ("beat", "scene", "template", "component", "action")
    put = value._replace(problem="" if named else "missing")
    help = "names are letters, digits and `_`"
    fix = None
    if token.type == "STRING" and named:
        slug = re.sub(r"[^a-z0-9]+", "_", token.text.lower()).strip("_")
        slug = "_".join(slug.split("_")[:3])
        if slug and not slug[0].isdigit() and slug not in RESERVED:
            help = f"write `{head.text} {slug} {token.text}`"
            fix = site.insert(f" {slug}")
    after = f"`{site.previous.text}`" if site.previous.text else "this"
    return instead(site, site.finding(
        codes.MISSING_MARK, f"a name is missing behind {after}",
        span=site.span(site.previous), help=help, fix=fix,
    ), (put,))


def _no_value(site: Site, value: Token) -> Finding:
    previous = site.previous
    word = previous.text
    examples = {
        "over": "over 2s", "wait": "wait 1s", "color": "color gold", "fill": "fill blue 0.4",
        "stroke": "stroke blue 4", "size": "size 32", "opacity": "opacity 40%", "at": "at B2",
        "in": "in B2:E5", "gap": "gap 0.2", "layer": "layer 2", "scale": "scale 0.8", "to": "to B3",
        "by": "by (1, 0)", "into": "into b", "lasts": "lasts 6s", "say": 'say "…"',
        "rotated": "rotated 30deg", "below": "below a", "above": "above a", "stagger":
        "stagger 0.1s", "ease": "ease smooth", "align": "align left", "on": "on ax",
        "glow": "glow gold", "font": 'font "Source Sans Pro"', "import": 'import "path.c2v"',
        "as": 'as "…"', "storyboard": 'storyboard "title" { }',
    }
    wanted = "a text in quotes" if value.type == "STRING" else "a value"
    if previous.type == "NAME" and word in examples:
        help = f"write for example `{examples[word]}`"
    elif word in (",", "(", "["):
        help = f"write a value, or take the `{word}` out" if word == "," else "write a value"
    else:
        help = "write a value behind it"
    before = f"`{word}`" if word else "this"
    return site.finding(
        codes.MISSING_VALUE, f"nothing stands behind {before}; expected {wanted}",
        span=site.span(previous) if word else site.here(),
        label="a value is missing behind this", help=help,
    )


# ---------------------------------------------------------------- something too many, or other


def _extra(site: Site) -> Repair | None:
    token = site.token
    if token.text in ("with", "and", "has") and site.helps((), site.at + 1, least=2):
        return instead(site, site.finding(
            codes.EXTRA_MARK, f"the `{token.text}` is too many: statements have no such word",
            help="take it out", fix=site.edit("take it out", site.here(), site.parting()),
        ), taken=1)
    if token.text in (",", ":", "=", ";", ".") and site.helps((), site.at + 1, least=4):
        why = {
            ":": "words and values stand beside each other",
            "=": "words and values stand beside each other",
            ",": "no comma stands here",
        }.get(token.text, "it has no place here")
        return instead(site, site.finding(
            codes.EXTRA_MARK, f"the `{token.text}` is too many: {why}", help="take it out",
            fix=site.edit("take it out", site.here(), site.parting()),
        ), taken=1)
    top = site.machine.top
    if not isinstance(top.value, Token) or top.value.text != "," or top.below is None:
        return None
    if not site.helps((), site.at, top.below):
        return None
    span = site.span(top.value)
    return Repair(site.finding(
        codes.EXTRA_MARK, "this comma is too many: nothing stands behind it", span=span,
        help="take it out", fix=site.edit("take it out", span, "", safe=True),
    ), site.at, site.at, (), top.below)


def _semicolon(site: Site) -> Repair | None:
    token = site.token
    if (token.type != "NAME" and token.text != "{") or site.depth or site.first_on_line:
        return None
    if token.text in PLACES | STYLES | TIMES:
        return None
    put = (site.newline(),)
    if not site.helps(put, least=3):
        return None
    return instead(site, site.finding(
        codes.ONE_A_LINE, f"a new statement begins at {site.shown()} on the same line",
        help="put it on a line of its own, or `;` between them",
        fix=site.insert(";", safe=True),
    ), put)


_Attempt = Callable[[Site], "Repair | None"]
_ATTEMPTS: tuple[_Attempt, ...] = (
    _brace_on_next_line, respell.text_in_live_value, respell.misspelled, respell.brackets,
    _wrong_closer, respell.reserved, respell.misspelled_head, _dangling, _phrase_word,
    respell.without_quotes,
    respell.other_mark, _extra, respell.kind_without_brackets, _comma, _open_bracket,
    _word_or_mark, _semicolon,
    respell.unquoted, _value,
)
