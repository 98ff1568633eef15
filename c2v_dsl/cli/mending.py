"""The part of ``c2v check --layout --fix`` that changes storyboards and says what it did."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING

import typer

from .faults import FAULT

if TYPE_CHECKING:
    from ..layout.mend.mending import Mended
    from ..pipeline import CheckResult
    from ..render.confine import Sandbox

_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}


def difference(path: str, old: str, new: str, what: str, *, color: bool) -> str:
    """The lines in which two texts differ, for a person to read."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), path, f"{path} ({what})", lineterm="")
    return "".join(f"{_COLORS.get(line[:1], '')}{line}\x1b[0m\n" if color else f"{line}\n"
                   for line in lines)


def mend_layout(result: CheckResult, sandbox: Sandbox) -> CheckResult:
    """A storyboard with its layout mended as far as it can be; what was done and what was not is
    told on standard error. Nothing is written."""
    from ..layout.mend.mending import Mender

    mender = Mender(sandbox=sandbox)
    state = mender.measurer.states([result])[0]
    for fault in dict.fromkeys(mender.measurer.faults):
        print(f"c2v: {fault}", file=sys.stderr)
    if mender.measurer.faults:
        raise typer.Exit(FAULT)
    if state is None:
        return result
    mended = mender.mend(state)
    _tell(result, mended)
    return mended.state.result


def _tell(result: CheckResult, mended: Mended) -> None:
    source = result.parsed.source
    for cure in mended.done:
        finding = cure.told.finding
        print(f"{source.path}: {finding.code} {finding.message}: {cure.candidate.title}",
              file=sys.stderr)
    for left in mended.left:
        finding = left.told.finding
        after = mended.state.result.sources.get(finding.span.path)
        line = after.position(finding.span.start).line if after else 0
        print(f"{finding.span.path}:{line}: {finding.code} stays: {left.why}", file=sys.stderr)
    count = len(mended.done)
    if count or mended.left:
        print(f"{source.path}: {count} mended, {len(mended.left)} left", file=sys.stderr)
