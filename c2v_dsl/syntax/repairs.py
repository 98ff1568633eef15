"""Small cures that hold for any statement: something put in, taken out or spelled otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics import Edit, Finding, Fix, Related, Span
from ..diagnostics.codes import syntax as codes
from .expected import PLACES, STYLES, TIMES
from .lexer import END, NEWLINE, Token
from .site import CLOSERS, CONTINUES, Repair, Site
from .words import RESERVED, closest, proposal

SYNONYMS = {
    "colour": "color", "coloured": "color", "colored": "color", "under": "below",
    "beneath": "below", "left": "left_of", "right": "right_of", "leftof": "left_of",
    "rightof": "right_of", "over": "above", "duration": "over", "during": "over", "for": "over",
    "easing": "ease", "width": "stroke", "background": "fill", "filled": "fill",
    "outlined": "stroke", "alpha": "opacity", "transparent": "opacity", "rotate": "rotated",
    "fontsize": "size", "centered": "at", "around": "about", "until": "to", "with": "by",
    "placed": "at", "located": "at", "within": "inside", "object": "objects", "elements": "objects",
    "section": "scene", "slide": "scene", "step": "beat", "parallel": "together",
    "simultaneously": "together", "then": "if", "otherwise": "else", "elif": "else", "dash": "dashed",
    "zindex": "layer", "function": "let", "const": "let", "var": "let", "variable": "param",
}


def cure(site: Site) -> Repair | None:
    """The first small change with which the statement can be read to its end."""
    for attempt in _ATTEMPTS:
        found = attempt(site)
        if found is not None:
            return found
    return None


def _at(site: Site, finding: Finding, put: tuple[Token, ...] = (), taken: int = 0) -> Repair:
    return Repair(finding, site.at, site.at + taken, put, site.machine.top)


# ---------------------------------------------------------------- lines and brackets


def _brace_on_next_line(site: Site) -> Repair | None:
    if site.token.type != NEWLINE or site.after(1).text != "{":
        return None
    if not site.machine.reach([site.after(1)]):
        return None
    between = site.gap()._replace(end=site.after(1).start)
    return _at(site, site.finding(
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
        return _at(site, site.finding(
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
    return _at(site, site.finding(
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


# ---------------------------------------------------------------- words


def _misspelled(site: Site) -> Repair | None:
    token = site.token
    if token.type != "NAME" or (token.text in RESERVED and token.text not in SYNONYMS):
        return None
    for word in _near(token.text, site.words):
        put = (token._replace(text=word),)
        if site.helps(put, site.at + 1, least=2):
            return _at(site, _spelling(site, token, word), put, 1)
    return None


def _misspelled_head(site: Site) -> Repair | None:
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


def _reserved(site: Site) -> Repair | None:
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


# ---------------------------------------------------------------- something missing


def _comma(site: Site) -> Repair | None:
    if site.first_on_line and not site.depth:
        return None
    if site.token.type in (NEWLINE, END) or site.token.text in CONTINUES:
        return None
    put = (site.mark(","),)
    if not site.helps(put, least=6):
        return None
    return _at(site, site.finding(
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
        (("on",), " on"), (("->",), " ->"),
    ]
    if site.token.type == NEWLINE or site.first_on_line:
        tries = []
    for words, text in tries:
        put = tuple(site.mark(word) for word in words)
        if site.helps(put):
            return _at(site, _missing(site, words[0], text), put)
    put = (site.mark("("), site.mark(")"))
    if site.helps(put):
        return _at(site, _missing(site, "()", "()"), put)
    return _block_mark(site)


def _block_mark(site: Site) -> Repair | None:
    brace = site.mark("{")
    if not site.machine.reach([brace]):
        return None
    if _needs_closing(site):
        start = site.at + (site.token.type == NEWLINE)
        window = _plain_window(site, start)
        if site.machine.reach([brace, *window]) >= min(3, len(window) + 1):
            return _at(site, _missing(site, "{", " {"), (brace,))
    put = (brace, site.mark("}"))
    if site.helps(put):
        return _at(site, _missing(site, "{ }", " { }"), put)
    return None


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
            put = (*marks, value, *closing)
            if not site.helps(put, least=0):
                continue
            if lead == ("=",):
                return _at(site, site.finding(
                    codes.MISSING_VALUE, f"`{previous.text}` has no value; expected `= …`",
                    span=site.span(previous), help=f"write `{previous.text} = 0`"), put)
            if value.type == "NAME" and not site.machine.reach([value._replace(type="NUMBER")]):
                return _name(site, value)
            return _at(site, _no_value(site, value), put)
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
    return _at(site, site.finding(
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
    if token.text in (",", ":", "=", ";", ".") and site.helps((), site.at + 1, least=4):
        why = {
            ":": "words and values stand beside each other",
            "=": "words and values stand beside each other",
            ",": "no comma stands here",
        }.get(token.text, "it has no place here")
        return _at(site, site.finding(
            codes.EXTRA_MARK, f"the `{token.text}` is too many: {why}", help="take it out",
            fix=site.edit("take it out", site.here(), ""),
        ), taken=1)
    top = site.machine.top
    if isinstance(top.value, Token) and top.value.text == "," and top.below is not None:
        if site.helps((), site.at, top.below):
            span = site.span(top.value)
            return Repair(site.finding(
                codes.EXTRA_MARK, "this comma is too many: nothing stands behind it", span=span,
                help="take it out", fix=site.edit("take it out", span, "", safe=True),
            ), site.at, site.at, (), top.below)
    return None


def _other_mark(site: Site) -> Repair | None:
    token = site.token
    swaps = {
        "=": ("==", "to"), "==": ("=",), ":": ("=", ","), ";": (",",), ".": (",",), "..": (",",),
        "->": ("=",),
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
        return _at(site, site.finding(
            code, message, help=f"write `{mark}`",
            fix=site.edit(f"write `{mark}`", site.here(), mark),
        ), put, 1)
    return None


def _semicolon(site: Site) -> Repair | None:
    token = site.token
    if (token.type != "NAME" and token.text != "{") or site.depth or site.first_on_line:
        return None
    if token.text in PLACES | STYLES | TIMES:
        return None
    put = (site.newline(),)
    if not site.helps(put, least=3):
        return None
    return _at(site, site.finding(
        codes.ONE_A_LINE, f"a new statement begins at {site.shown()} on the same line",
        help="put it on a line of its own, or `;` between them",
        fix=site.insert(";", safe=True),
    ), put)


def _unquoted(site: Site) -> Repair | None:
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


def _without_quotes(site: Site) -> Repair | None:
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
    return _at(site, site.finding(
        codes.EXTRA_MARK, "a name stands without quotes", help=f"write `{inner}`",
        fix=site.edit("take the quotes out", site.here(), inner),
    ), put, 1)


def _kind_without_brackets(site: Site) -> Repair | None:
    """``t = text "abc"``."""
    if site.token.type not in ("STRING", "NUMBER") or site.previous.type != "NAME":
        return None
    put = (site.mark("("), site.token, site.mark(")", site.token.end))
    if not site.helps(put, site.at + 1, least=3):
        return None
    span = site.span(site.token)
    inner = site.text[span.start : span.end]
    edits = (Edit(site.gap()._replace(end=span.end), f"({inner})"),)
    return _at(site, site.finding(
        codes.MISSING_MARK, f"what `{site.previous.text}` takes stands in brackets",
        help=f"write `{site.previous.text}({inner})`" if len(inner) < 40 else "write `(…)`",
        fix=Fix("put it in brackets", edits, "safe"),
    ), put, 1)


def _brackets(site: Site) -> Repair | None:
    """``say("…")``, ``wait(1s)``, ``clear()``: a call where an action takes no brackets."""
    if site.token.text != "(" or site.at != site.statement + 1:
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


_Attempt = Callable[[Site], "Repair | None"]
_ATTEMPTS: tuple[_Attempt, ...] = (
    _brace_on_next_line, _misspelled, _brackets, _wrong_closer, _reserved, _misspelled_head,
    _dangling, _without_quotes, _other_mark, _extra, _kind_without_brackets, _comma, _open_bracket,
    _word_or_mark, _semicolon, _unquoted, _value,
)
