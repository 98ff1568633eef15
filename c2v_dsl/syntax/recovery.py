"""Driving the machine over the tokens, and going on after a mistake."""

from __future__ import annotations

from ..diagnostics import Finding, Span
from .lexer import BAD, END, NEWLINE, Token
from .machine import Frame, Machine, TooDeep

CONTINUES = frozenset("+ - * / ^ ** % < <= > >= == != = , -> .. ; and or not".split())


class Recovery:
    def __init__(
        self, text: str, path: str, tokens: tuple[Token, ...], findings: list[Finding],
        lost: set[str],
    ) -> None:
        self.text = text
        self.path = path
        self.tokens = tokens
        self.findings = findings
        self.lost = lost
        self.opens: list[tuple[int, Token]] = []

    def untouched(self, token: Token) -> bool:
        """Whether the string ``token``, being read now, is the listing of ``code("…")``."""
        if not self.opens or self.opens[-1][1].text != "(":
            return False
        before = self.text[: self.opens[-1][1].start].rstrip()
        return before.endswith("code") and not before[-5:-4].isalnum()

    def run(self, machine: Machine, start: str) -> object:
        inside = start == "expression"
        opens = self.opens
        at = 0
        previous = Token(NEWLINE, "", 0, 0)
        while True:
            token = self.tokens[at]
            at += 1
            if token.type == NEWLINE and (
                inside or (opens and opens[-1][1].text != "{") or previous.text in CONTINUES
            ):
                continue
            try:
                taken = token.type != BAD and machine.feed(token)
            except TooDeep:
                taken = False
            if not taken:
                self.findings.append(Finding(
                    "C2V003", Span(token.start, token.end, self.path), f"`{token.text}` cannot stand here"))
                if inside:
                    return None
                at = self._skip(machine, at - 1)
                if at < 0:
                    return None
                previous = Token(NEWLINE, "", 0, 0)
                continue
            if token.type == END:
                return machine.top.value
            if token.text in ("(", "[", "{"):
                opens.append((machine.top.height, token))
            elif token.text in (")", "]", "}") and opens:
                opens.pop()
            previous = token

    def _skip(self, machine: Machine, at: int) -> int:
        depth = 0
        while True:
            token = self.tokens[at]
            if token.type == END:
                break
            if token.text == "{":
                depth += 1
            elif token.text == "}":
                if depth == 0:
                    break
                depth -= 1
            elif token.type == NEWLINE and depth == 0:
                at += 1
                break
            at += 1
        frame: Frame | None = machine.top
        token = self.tokens[at]
        while frame is not None:
            if machine.statement(frame.state) :
                machine.top = frame
                if token.type == END or machine.reach([token]):
                    break
            frame = frame.below
        if frame is None or token.type == END:
            return -1
        machine.top = frame
        while self.opens and self.opens[-1][0] > frame.height:
            self.opens.pop()
        return at
