"""The part of ``c2v check --hatches`` that reads the code of hatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..diagnostics import Finding
    from ..pipeline import CheckResult


def hatch_findings(result: CheckResult) -> list[Finding]:
    """What reading the hatches of a storyboard's own file finds."""
    from ..agents.hatches.api import load_api
    from ..agents.hatches.around import around_of
    from ..agents.hatches.code import hatches_of
    from ..agents.hatches.reading import read_hatch

    hatches = [hatch for hatch in hatches_of(result.parsed) if hatch.code is not None]
    if not hatches:
        return []
    api = load_api()
    return [finding for hatch in hatches
            for finding in read_hatch(hatch, api, around_of(hatch, result.timeline))]
