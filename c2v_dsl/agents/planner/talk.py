"""What is sent: prompts as messages, findings and addresses as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...diagnostics import Finding, Source
from ..exchange import Content, Message
from ..prompts import prompt
from .addresses import Spot

_TASK = "\n# The task\n"


def messages(name: str, /, *shown: Content, **values: str) -> tuple[Message, ...]:
    """The prompt ``name``: what stands before its task, the same for many questions, as the
    system's message, the task as the user's, with what is ``shown`` behind it."""
    stable, mark, task = prompt(name, **values).rpartition(_TASK)
    system = (Message("system", (stable,)),) if mark else ()
    return (*system, Message("user", (mark.lstrip() + task, *shown)))


def listed(spots: Sequence[Spot]) -> str:
    """The findings by address, one a line."""
    return "\n".join(f"- `{spot.address}`: {said(finding)}" for spot in spots
                     for finding in spot.findings)


def said(finding: Finding) -> str:
    """A finding as sentences."""
    text = f"{finding.level} {finding.code}: {finding.message}."
    return f"{text} {_sentence(finding.help)}" if finding.help else text


def shown(spots: Iterable[Spot]) -> str:
    """The statements, each below its address."""
    return "\n\n".join(f"# {spot.address}\n{spot.text}" for spot in spots)


def placed(findings: Iterable[Finding], source: Source) -> str:
    """Findings with the words they are about, for who writes the whole anew."""
    lines = []
    for finding in findings:
        words = " ".join(source.slice(finding.span).split())
        where = f"`{words}`: " if 0 < len(words) <= 80 else ""
        lines.append(f"- {where}{said(finding)}")
    return "\n".join(dict.fromkeys(lines))


def _sentence(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."
