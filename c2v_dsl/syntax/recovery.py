"""Driving the machine over the tokens, and going on after a mistake.

A mistake is first cured if something is known that lets the statement be read to its end
(``repairs``, ``habits``): then the tree keeps the statement. Otherwise the statement is left out
and reading goes on with the next one.
"""

from __future__ import annotations

from ..diagnostics import Finding
from ..diagnostics.codes import syntax as codes
from . import blocks, habits, repairs, unreadable
from .expected import describe, elsewhere
from .lexer import BAD, END, NEWLINE, Token
from .machine import MAX_BLOCKS, MAX_DEPTH, Frame, Machine, TooDeep
from .site import CLOSERS, CONTINUES, Repair, Site
from .tables import Tables

MOST_FINDINGS = 100
MOST_ON_A_LINE = 5
MOST_RESTARTS = 8
MOST_TRIES = 8
OPENERS = frozenset(CLOSERS)
SHUTTERS = frozenset(CLOSERS.values())


class Again(Exception):
    """Read the file again from the start, without the token that was taken out."""


class Recovery:
    """One run over ``tokens``; findings and lost names are added to the given collections."""

    def __init__(
        self, text: str, path: str, tables: Tables, tokens: tuple[Token, ...],
        findings: list[Finding], lost: set[str], missing: set[int],
    ) -> None:
        self.text = text
        self.path = path
        self.tables = tables
        self.tokens = list(tokens)
        self._original = tokens
        self._removed: set[int] = set()
        self.findings = findings
        self.lost = lost
        self.missing = missing
        self.opens: list[tuple[int, Token]] = []
        self.closed: list[tuple[Token, Token]] = []
        self._tries: dict[int, int] = {}
        self._reported = 0
        self._lines: dict[int, int] = {}
        self._left = -1
        self._stray: tuple[str | None, Frame | None, int] | None = None

    def untouched(self, token: Token) -> bool:
        """Whether the string ``token``, being read now, is the listing of ``code("…")``."""
        if not self.opens or self.opens[-1][1].text != "(":
            return False
        before = self.text[: self.opens[-1][1].start].rstrip()
        return before.endswith("code") and not (before[-5:-4].isalnum() or before[-5:-4] == "_")

    def run(self, machine: Machine, inside: bool) -> object:
        """The value of the whole, or None; ``inside`` a string new lines mean nothing."""
        first = machine.top
        kept = len(self.findings)
        again: list[Finding] = []
        while True:
            try:
                return self._run(machine, inside)
            except Again as stop:
                again.append(stop.args[0])
                self.findings[kept:] = again
                self.tokens[:] = [
                    token for token in self._original
                    if token.text != "}" or token.start not in self._removed
                ]
                self.missing.clear()
                self._reported = len(again)
                self._lines.clear()
                self._stray, self._left = None, -1
                machine.top = first
                self.opens.clear()
                self.closed.clear()
                self._tries.clear()

    def _run(self, machine: Machine, inside: bool) -> object:
        tokens, opens = self.tokens, self.opens
        at = 0
        previous = Token(NEWLINE, "", 0, 0)
        statement, base = 0, machine.top
        continued: tuple[int, Frame, Token] | None = None
        before = machine.top
        while True:
            token = tokens[at]
            if token.type == NEWLINE and (
                inside or (opens and opens[-1][1].text != "{") or previous.text in CONTINUES
            ):
                if not inside and not (opens and opens[-1][1].text != "{"):
                    continued = (at, before, previous)
                at += 1
                continue
            deep = len(opens) >= MAX_BLOCKS and token.text in OPENERS and (
                len(opens) >= MAX_DEPTH or token.text == "{"
            )
            held = machine.top
            try:
                taken = token.type != BAD and not deep and machine.feed(token)
            except TooDeep:
                taken, deep = False, True
            if not taken:
                site = Site(
                    self.text, self.path, self.tables, tokens, machine, at, previous, opens,
                    statement, base, continued, self.lost,
                )
                if inside:
                    self.findings.append(self._say(site, deep))
                    return None
                at = self._mend(site, deep)
                if at < 0:
                    return None
                height = machine.top.height
                while opens and opens[-1][0] > height:
                    opens.pop()
                if machine.top is base:
                    previous = Token(NEWLINE, "", tokens[at].start, tokens[at].start)
                    statement = at
                else:
                    previous = self._last(machine, previous)
                continued = None
                continue
            if token.type == END:
                return machine.top.value
            before = held
            text = token.text
            if text in OPENERS:
                opens.append((machine.top.height, token))
            elif text in SHUTTERS and opens:
                self.closed.append((opens.pop()[1], token))
            if token.type == NEWLINE or text in ("{", "}") or (
                text == ";" and not (opens and opens[-1][1].text != "{")
            ):
                statement, base = at + 1, machine.top
                continued = None
            previous = token
            at += 1

    def _last(self, machine: Machine, previous: Token) -> Token:
        value = machine.top.value
        if isinstance(value, Token):
            return value
        return Token(previous.type, "", machine.top.start, machine.top.end)

    # ------------------------------------------------------------ after a mistake

    def _mend(self, site: Site, deep: bool) -> int:
        """Cure or leave out; the index to go on from, or -1 at the end of everything."""
        tries = self._tries[site.token.start] = self._tries.get(site.token.start, 0) + 1
        if tries > MOST_TRIES:
            site.machine.top = site.base
            return site.at + 1 if site.token.type != END else -1
        said: Finding | None = None
        if self._reported < MOST_FINDINGS and not deep and tries <= 4:
            if site.token.type != BAD:
                said = habits.say(site)
            found = self._cure(site) if said is None else habits.cure(site)
            if found is not None:
                if found.finding is not None:
                    self._report(found.finding)
                return self._apply(site, found)
        finding = said or self._say(site, deep)
        if not self._follows(site, finding):
            self._report(finding)
        self._left = self._leave_out(site, deep)
        return self._left

    def _follows(self, site: Site, finding: Finding) -> bool:
        """Whether this is one more of several statements in a row in the wrong block, or what is
        left of the one before it."""
        if site.at == site.statement == self._left and site.token.type not in ("NAME", END) and (
            site.token.text != "}"
        ):
            return True
        there = elsewhere(site) if finding.code == codes.NOT_A_STATEMENT else None
        before, self._stray = self._stray, (there, site.base.below, site.base.height)
        return there is not None and before is not None and (
            before[0] == there and before[1] is site.base.below
        )

    def _cure(self, site: Site) -> Repair | None:
        if site.token.type == BAD:
            return unreadable.cure(site)
        if len(self._removed) < MOST_RESTARTS:
            surplus = blocks.surplus(site, self.closed)
            if surplus is not None and surplus[1].start not in self._removed:
                finding, brace = surplus
                self._removed.add(brace.start)
                raise Again(finding)
        return habits.cure(site) or blocks.cure(site, self.closed) or repairs.cure(site)

    def _report(self, finding: Finding) -> None:
        line = self.text.rfind("\n", 0, finding.span.start)
        self._lines[line] = self._lines.get(line, 0) + 1
        if self._lines[line] > MOST_ON_A_LINE:
            return
        self._reported += 1
        if self._reported <= MOST_FINDINGS:
            self.findings.append(finding)
        elif self._reported == MOST_FINDINGS + 1:
            self.findings.append(Finding(
                codes.UNEXPECTED, finding.span,
                f"there are more than {MOST_FINDINGS} mistakes; the rest is not listed",
            ))

    def _apply(self, site: Site, repair: Repair) -> int:
        self.tokens[repair.first : repair.last] = repair.tokens
        self.missing.update(
            token.start for token in repair.tokens if token.problem == "missing"
        )
        site.machine.top = repair.top
        return repair.first

    def _say(self, site: Site, deep: bool) -> Finding:
        if deep:
            return Finding(
                codes.TOO_DEEP, site.here(),
                f"this nests too deep: more than {MAX_DEPTH} levels, or {MAX_BLOCKS} blocks",
                help="give a part of it a name with `let`",
            )
        if site.token.type == BAD:
            return unreadable.say(site)
        return describe(site)

    def _leave_out(self, site: Site, deep: bool) -> int:
        """Skip the statement and take the stack back to where one may begin."""
        machine, tokens = site.machine, self.tokens
        self._lose(site)
        at = site.at
        if site.token.type != END:
            header = None if deep else blocks.header(site)
            if header is not None:
                return self._apply(site, header)
            at = self._skip(site)
        token = tokens[at]
        machine.top = site.base
        if token.type == END:
            return self._finish(site, at)
        if not machine.reach([token]):
            if machine.reach([site.newline(), token]) == 2:
                tokens.insert(at, Token(NEWLINE, "\n", token.start, token.start))
            elif at == site.at and site.at == site.statement:
                at += 1
        return at

    def _finish(self, site: Site, at: int) -> int:
        """At the end of the file: close what is open, so that it stays in the tree."""
        end = self.tokens[at]
        for count in range(len(self.opens) + 1):
            closers = [site.mark("}", end.start)] * count
            if site.machine.reach([*closers, end]) == count + 1:
                self.tokens[at:at] = closers
                return at
        return -1

    def _lose(self, site: Site) -> None:
        """Remember the names that the statement left out would have declared."""
        tokens = self.tokens
        first = tokens[site.statement : site.statement + 2]
        if len(first) < 2:
            return
        if first[0].text in ("let", "param", "component", "action", "template", "scene", "for"):
            self.lost.add(first[1].text)
        elif first[0].type == "NAME":
            self.lost.add(first[0].text)
            if first[1].type == "NAME":
                self.lost.add(first[1].text)

    def _skip(self, site: Site) -> int:
        """Index of what follows the statement: behind its line's end, or at the closing brace."""
        tokens = self.tokens
        at = site.at
        level, brackets = 0, site.depth
        indent = site.indent(site.head.start)
        while True:
            token = tokens[at]
            if token.type == END:
                return at
            if token.text in ("(", "["):
                brackets += 1
            elif token.text in (")", "]"):
                brackets = max(0, brackets - 1)
            elif token.text == "{":
                level += 1
                brackets = 0
            elif token.text == "}":
                if level == 0:
                    return at
                level -= 1
            elif token.type == NEWLINE and level == 0:
                following = tokens[at + 1]
                if tokens[at - 1].text == ":" and site.indent(following.start) > indent and (
                    site.head.text in habits.STATEMENTS
                ):
                    at = self._skip_indented(at, indent)
                    continue
                deeper = site.indent(following.start) > indent or following.text in (")", "]")
                if brackets <= 0 or not deeper or following.text == "}":
                    return at + 1
            at += 1

    def _skip_indented(self, at: int, indent: int) -> int:
        """Index of the new line behind the lines that are indented more than ``indent``."""
        tokens = self.tokens
        at += 1
        while True:
            while tokens[at].type not in (NEWLINE, END):
                at += 1
            following = tokens[min(at + 1, len(tokens) - 1)]
            start = self.text.rfind("\n", 0, following.start) + 1
            if tokens[at].type == END or following.start - start <= indent:
                return at
            at += 1
