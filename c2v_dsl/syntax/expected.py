"""Saying what could have stood in the place of a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Finding
from ..diagnostics.codes import syntax as codes
from .lexer import END, NEWLINE, Token
from .site import Site
from .words import words

PLACES = words("at in on above below left_of right_of inside between")
STYLES = words("color fill stroke glow size scale opacity dashed rotated bold italic font layer")
PHRASES = words("to by about along into as except backwards")
TIMES = words("over ease stagger")
OPERATORS = words("+ - * / ^ ** % < <= > >= == !=")

INSIDE = {
    "file": (
        "at the top of a file", "`scene`, `let`, `import`, `template`, `component` or `action`",
    ),
    "storyboard": ("in `storyboard`", "a setting, such as `theme chalk`"),
    "scene": ("in a scene", "`let`, `param`, `objects` or `beat`"),
    "objects": ("in `objects`", "an object, such as `a = circle(r=1) in B2`"),
    "beat": ("in a beat", "an action, such as `show a over 2s`"),
}


def room(site: Site) -> str:
    """What kind of block the mistake is in: a key of ``INSIDE``."""
    reach = site.machine.reach
    for name, start in (
        ("beat", ("together", "{")), ("objects", ("a", "=", "a", "(")), ("scene", ("beat", "a")),
        ("file", ("scene", "a")), ("storyboard", ("a", "0")),
    ):
        tokens = [
            site.mark(word) if word != "0" else next(site.stand_ins()) for word in start
        ]
        if reach(tokens, site.base) == len(tokens):
            return name
    return "file"


_OPENING = {
    "file": "c2v 1 ;", "scene": "c2v 1 ; scene a {", "objects": "c2v 1 ; scene a { objects {",
    "beat": "c2v 1 ; scene a { beat a {",
}
KINDS = {
    "file": "stands at the top of the file", "scene": "stands in a scene",
    "objects": "declares an object and stands in `objects`",
    "beat": "is an action and stands in a beat",
}


def elsewhere(site: Site) -> str | None:
    """The block that the statement could stand in, if it is not the one it stands in."""
    here = room(site)
    window = site.window((), site.statement, 0)
    for name, opening in _OPENING.items():
        if name == here:
            continue
        tokens = [
            Token("NUMBER", "1", 0, 0) if word == "1" else site.mark(word)
            for word in opening.split()
        ]
        whole = [*tokens, *window]
        # Whatever ends the statement may belong to the block it really stands in.
        if site.machine.reach(whole, site.machine.bottom) >= len(whole) - (
            window[-1].text == "}" or window[-1].type == END
        ):
            return name
    return None


def joined(words: Iterable[str], last: str = "or") -> str:
    """``a, b or c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def choices(site: Site) -> list[str]:
    """What could stand here, in words, the likeliest first."""
    expected = site.machine.expected()
    names = {v: k for k, v in {**site.tables.words, **site.tables.marks}.items()}
    texts = {names[t] for t in expected if t in names}
    found: list[str] = []
    if {"NUMBER", "LPAR"} <= expected:
        found.append("a value")
    elif "NAME" in expected:
        found.append("a name")
    elif "NUMBER" in expected:
        found.append("a number")
    if "STRING" in expected and "NUMBER" not in expected:
        found.append("a text in quotes")
    if "a value" in found:
        return found
    if len(PLACES & texts) > 3:
        found.append("a place (`at`, `in`, `below` …)")
    if len(STYLES & texts) > 5:
        found.append("a style (`color`, `fill` …)")
    if len(PHRASES & texts) > 3:
        found.append("a phrase (`to`, `by`, `into` …)")
    if len(TIMES & texts) == 3:
        found.append("a time (`over 2s`)")
    grouped = PLACES | STYLES | PHRASES | TIMES | OPERATORS
    rare = words("; gap align from and or if . -> ..")
    rest = sorted(texts - grouped - rare)
    if len(OPERATORS & texts) > 5:
        rest = [text for text in rest if text not in ("(", "[", "'")]
        found.append("an operator")
    found.extend(f"`{text}`" for text in rest[:5])
    if NEWLINE in expected or END in expected:
        found.append("the end of the statement")
    return found


def describe(site: Site) -> Finding:
    """The finding for a mistake nothing more is known about."""
    there = elsewhere(site)
    if there is not None:
        where, wanted = INSIDE[room(site)]
        return site.finding(
            codes.NOT_A_STATEMENT,
            f"`{site.head.text}` {KINDS[there]}, not {where.removeprefix('at ')}"
            if where.startswith("in") else
            f"`{site.head.text}` {KINDS[there]}, not {where}",
            span=site.span(site.head), label="not here", help=f"here stands {wanted}",
        )
    if site.at == site.statement:
        where, wanted = INSIDE[room(site)]
        if site.token.type == "NAME" and site.after(1).text in ("=", "(") and room(site) in (
            "file", "scene",
        ) and "=" in site.text[site.token.end : site.line_end]:
            name = site.token.text
            return site.finding(
                codes.NOT_A_STATEMENT, f"`{name} …` does not begin a statement {where}",
                label="not a statement here",
                help=f"write `let {name} = …` for a value; objects stand in `objects {{ … }}`",
            )
        return site.finding(
            codes.NOT_A_STATEMENT,
            f"{site.shown()} does not begin a statement {where}; expected {wanted}",
            label="not a statement here",
        )
    wanted = joined(choices(site) or [f"`{word}`" for word in sorted(site.words)[:5]])
    wanted = wanted or "the end of the statement"
    return site.finding(
        codes.UNEXPECTED,
        f"{site.shown()} cannot stand here; expected {wanted}",
        label=f"expected {wanted}" if len(wanted) < 40 else "cannot stand here",
    )
