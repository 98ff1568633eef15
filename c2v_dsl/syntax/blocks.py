"""Braces: those that are missing, those too many, and blocks whose first line is broken."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Finding, Fix, Related
from ..diagnostics.codes import syntax as codes
from .expected import INSIDE, elsewhere, room
from .lexer import END, NEWLINE, Token
from .site import Repair, Site
from .words import words

TOP_WORDS = words("storyboard scene template component action import")
INNER_WORDS = words("objects beat param")
Closed = Sequence[tuple[Token, Token]]


def _balance(site: Site) -> int:
    """Open braces left over before the next scene or the end; negative if there are too few."""
    level = sum(1 for _, token in site.opens if token.text == "{")
    fresh = True
    for token in site.tokens[site.at :]:
        if fresh and token.text in TOP_WORDS and token.start > site.token.start:
            break
        if token.text == "{":
            level += 1
        elif token.text == "}":
            level -= 1
        fresh = token.type == NEWLINE
    return level


def _alone(site: Site, opener: Token, closer: Token) -> bool:
    """Whether opener and closer stand on different lines with different indents."""
    line_start = site.text.rfind("\n", 0, closer.start) + 1
    if line_start <= opener.start or site.text[line_start : closer.start].strip():
        return False
    return site.indent(opener.start) != site.indent(closer.start)


def _behind_others(site: Site, opener: Token, closer: Token) -> bool:
    """Whether a brace closes a block of other lines, and stands behind something on its own."""
    line_start = site.text.rfind("\n", 0, closer.start) + 1
    return line_start > opener.start and bool(site.text[line_start : closer.start].strip())


def surplus(site: Site, closed: Closed) -> tuple[Finding, Token] | None:
    """The closing brace too many that threw the statements from here on out of their block."""
    if site.at != site.statement or not site.first_on_line or not closed:
        return None
    if site.token.type == END or _balance(site) >= 0 or site.token.text == "}":
        return None
    opens = [token for _, token in site.opens if token.text == "{"]
    first = opens[-1].start if opens else -1
    recent = [pair for pair in closed if pair[0].text == "{" and pair[0].start > first]
    if not recent:
        return None
    outer = recent[-1][0].start
    recent = [
        pair for pair in recent if pair[0].start >= outer and pair[1].end > pair[1].start
    ]
    wrong = [pair for pair in recent if _alone(site, *pair)]
    wrong = wrong or [pair for pair in recent if _behind_others(site, *pair)]
    if not wrong:
        return None
    opener, closer = wrong[0]
    where, _ = INSIDE[room(site)]
    finding = site.finding(
        codes.STRAY_CLOSER,
        f"this `}}` closes a block too early: {site.shown()} cannot stand {where}",
        span=site.span(closer), label="one brace too many",
        help="take it out",
        related=(
            Related(site.span(opener), "it closes the block opened here"),
            Related(site.here(), "this is then outside of its block"),
        ),
        fix=site.edit("remove the brace", site.span(closer), ""),
    )
    return finding, closer


def _orphans(site: Site) -> Repair | None:
    """Statements of a block whose first line is missing: all of them, with its closing brace."""
    if site.at != site.statement or not site.first_on_line or _balance(site) >= 0:
        return None
    found = elsewhere(site)
    if found is None:
        return None
    level, last = 0, site.at
    while True:
        token = site.tokens[last]
        level += (token.text == "{") - (token.text == "}")
        last += 1
        if level < 0 or token.type == END:
            break
    closer = site.tokens[last - 1]
    if closer.type == END or site.indent(closer.start) >= site.indent(site.token.start):
        return None
    where, _ = INSIDE[room(site)]
    openers = {"beat": "`beat NAME \"…\" {`", "objects": "`objects {`"}
    opener = openers.get(found, "a line that ends in `{`")
    return Repair(
        site.finding(
            codes.NOT_A_STATEMENT,
            f"{site.shown()} cannot stand {where}: the line that opens its block is missing",
            label="in no block", help=f"put {opener} before it",
            related=(Related(site.span(closer), "this brace then closes nothing"),),
        ),
        site.at, last, (), site.machine.top,
    )


def cure(site: Site, closed: Closed) -> Repair | None:
    """The cure for a brace or bracket missing or too many."""
    token = site.token
    if (orphans := _orphans(site)) is not None:
        return orphans
    if token.text in ("}", ")", "]"):
        return _stray(site)
    braces = [opener for _, opener in site.opens if opener.text == "{"]
    if not braces or site.depth:
        return None
    at_end = token.type == END
    if not at_end and not (site.at == site.statement and site.first_on_line):
        return None
    if not at_end and token.text not in TOP_WORDS | INNER_WORDS | {"let"}:
        return None
    if token.text in INNER_WORDS and _balance(site) <= 0:
        return None
    for count in range(1, len(braces) + 1):
        put = [site.mark("}", token.start)] * count
        if not at_end:
            put.append(Token(NEWLINE, "\n", token.start, token.start))
        if site.machine.reach([*put, token]) == len(put) + 1:
            break
    else:
        return None
    opener = _culprit(site, braces[-count:], closed)
    line = site.text.count("\n", 0, opener.start) + 1
    found = site.shown(token)
    return Repair(
        site.finding(
            codes.UNCLOSED_BLOCK,
            f"this `{{` has no `}}`: {found} comes before the block is closed",
            span=site.span(opener), label="opened here",
            help=f"put a `}}` where the block of line {line} ends",
            related=(Related(site.here(), f"{found} cannot stand inside the block"),),
            fix=_closing(site, site.indent(opener.start), count if opener is braces[-1] else 1),
        ),
        site.at, site.at, tuple(put), site.machine.top,
    )


def _closing(site: Site, indent: int, count: int) -> Fix:
    """A fix that puts closing braces on a line of their own before the token."""
    text, start = site.text, site.token.start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    lead = "" if line == start or not text[line:start].strip() else "\n"
    if site.token.type == END and start > line:
        lead, line = "\n", start
    braces = "".join(f"{' ' * (indent - 2 * step)}}}\n" for step in range(count))
    return site.edit("close the block", site.gap()._replace(start=line, end=line), lead + braces)


def _culprit(site: Site, braces: list[Token], closed: Closed) -> Token:
    """Of the open braces and those closed within them, the one probably left open."""
    for opener, closer in closed:
        if opener.text == "{" and opener.start > braces[0].start and _alone(site, opener, closer):
            return opener
    return braces[-1]


def _stray(site: Site) -> Repair | None:
    token = site.token
    braces = any(opener.text == "{" for _, opener in site.opens)
    if (token.text == "}" and braces) or (token.text != "}" and site.depth):
        return None
    if not (token.text == "}" or site.helps((), site.at + 1)):
        return None
    opening = {"}": "{", ")": "(", "]": "["}[token.text]
    return Repair(
        site.finding(
            codes.STRAY_CLOSER, f"this `{token.text}` closes nothing: no `{opening}` is open",
            label="nothing to close", help="take it out",
            fix=site.edit("remove it", site.span(token), ""),
        ),
        site.at, site.at + 1, (), site.machine.top,
    )


def header(site: Site) -> Repair | None:
    """For a block whose first line cannot be read: the least that opens it, so that what is
    inside is still read."""
    head, tokens = site.head, site.tokens
    brace = site.at
    while tokens[brace].text != "{":
        if tokens[brace].type in (NEWLINE, END) or tokens[brace].text == "}":
            return None
        brace += 1
    second = tokens[site.statement + 1]
    name = second if second.type == "NAME" and second.text not in site.tables.words else None
    where = site.token.start
    unnamed = name or Token("NAME", "unnamed", where, where)
    lost = name or Token("NAME", "unnamed", where, where, "missing")
    zero = Token("NUMBER", "0", where, where, "missing")
    word = head.text
    put: list[Token] = [head]
    if word in ("beat", "scene"):
        put.append(unnamed)
        third = tokens[site.statement + 2]
        if third.type == "STRING" and third.start < tokens[brace].start:
            put.append(third)
    elif word in ("template", "component", "action"):
        put += [unnamed, site.mark("(", where), site.mark(")", where)]
    elif word == "for":
        put += [lost, site.mark("in", where), zero]
    elif word == "stagger":
        put.append(zero)
    elif word in ("when", "on"):
        put.append(lost._replace(problem="missing"))
    elif word == "storyboard":
        put.append(Token("STRING", '""', where, where))
    elif word not in ("objects", "together"):
        return None
    if site.machine.reach([*put, tokens[brace]], site.base) != len(put) + 1:
        return None
    return Repair(None, site.statement, brace, tuple(put), site.base)
