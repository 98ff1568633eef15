"""``c2v explain``: what a finding means, why it matters, how it goes right."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import Fault
from .terminal import colored

if TYPE_CHECKING:
    from ..diagnostics import Code

EXAMPLES = """
c2v explain C2V101
c2v explain unknown-name
c2v explain
"""

_WIDTH = 88


def complete_code(incomplete: str) -> list[tuple[str, str]]:
    """Codes and names that go on from ``incomplete``, with their summaries."""
    from ..diagnostics.codes import every_code

    words = [(word, code.summary) for code in every_code() for word in (code.code, code.name)]
    return [pair for pair in words if pair[0].lower().startswith(incomplete.lower())]


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A code or its name; without one, all are listed.",
            autocompletion=complete_code,
        ),
    ] = None,
) -> None:
    """Explain a finding: why it matters, wrong and right."""
    from ..diagnostics.codes import every_code

    known = every_code()
    if code is None:
        width = max(len(entry.name) for entry in known)
        for entry in known:
            print(f"{entry.code}  {entry.level:<7}  {entry.name:<{width}}  {entry.summary}")
        return
    found = _find(code, known)
    if found is None:
        from ..semantics.suggest import nearest

        near = nearest(code, [word for entry in known for word in (entry.code, entry.name)])
        hint = f"did you mean {near}?" if near else "`c2v explain` lists them all"
        raise Fault(f"there is no finding called {code}; {hint}")
    print(format_explanation(found, color=colored(sys.stdout)))


def _find(word: str, known: list[Code]) -> Code | None:
    key = word.strip().strip("[]")
    if key.isdecimal():
        key = f"C2V{int(key):03}"
    for entry in known:
        if key.upper() == entry.code or key.lower().replace("_", "-") == entry.name:
            return entry
    return None


def format_explanation(code: Code, *, color: bool = False) -> str:
    """The page on ``code``; with ``color``, ANSI styles for headings."""

    def strong(text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if color else text

    parts = [
        strong(f"{code.code} {code.name}") + f" ({code.level})",
        code.summary,
        textwrap.fill(code.why, _WIDTH),
    ]
    if code.bad:
        parts += [strong("Instead of"), _indented(code.bad)]
    if code.good:
        parts += [strong("write"), _indented(code.good)]
    return "\n\n".join(parts)


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.strip("\n").splitlines())
