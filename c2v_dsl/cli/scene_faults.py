"""What stopped a scene while it was drawn, as findings at the storyboard's lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..diagnostics import Finding, Span
from ..diagnostics.codes.machine import HATCH_FAILED, SCENE_FAILED

if TYPE_CHECKING:
    from ..render import SceneFault


def fault_findings(faults: Iterable[SceneFault], path: str) -> list[Finding]:
    """A finding for each fault; those without a place stand at the beginning of ``path``."""
    return [_finding(fault, path) for fault in faults]


def _finding(fault: SceneFault, path: str) -> Finding:
    span = fault.span or Span(0, 0, path)
    where = f"{fault.scene}@{fault.beat}" if fault.beat else fault.scene
    line = f", in line {fault.code_line} of its code" if fault.code_line else ""
    if fault.cause == "untrusted":
        return Finding(
            HATCH_FAILED,
            span,
            f"the hatch {fault.id or where} does not run: {fault.message}",
            label="its placeholder is shown",
            help="or read the code and take its first line away if you vouch for it, or run it "
            "without walls with --sandbox off",
        )
    if fault.hatch:
        return Finding(
            HATCH_FAILED,
            span,
            f"the hatch {fault.id or where} stopped{line}: {fault.message}",
            label="its placeholder is shown",
            help="mend the code, or take it away and leave the words of what it draws",
        )
    return Finding(
        SCENE_FAILED,
        span,
        f"scene {where} stopped while it was drawn{line}: {fault.message}",
        label="at this statement",
        help="a storyboard that checks clean should render: please report this one",
    )
