"""Findings to the terminal or to a tool."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..diagnostics import Finding, Source
from .terminal import colored


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    sarif = "sarif"


def format_report(
    findings: Iterable[Finding], sources: Mapping[str, Source], form: Format, *, color: bool = False
) -> str:
    """Findings in ``form``, ready to print; nothing for ``text`` without findings."""
    if form is Format.json:
        from ..diagnostics.json import format_findings_json

        return format_findings_json(findings, sources)
    if form is Format.sarif:
        from .. import __version__
        from ..diagnostics.sarif import format_findings_sarif

        return format_findings_sarif(findings, sources, version=__version__)
    from ..diagnostics.text import format_findings

    return format_findings(findings, sources, color=color)


def tell(findings: Iterable[Finding], sources: Mapping[str, Source]) -> None:
    """Findings as text to standard error, for commands whose output is something else."""
    text = format_report(findings, sources, Format.text, color=colored(sys.stderr))
    if text:
        print(text, end="", file=sys.stderr)
