"""The part of ``c2v check --hatches`` that reads the code of hatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .faults import Fault

if TYPE_CHECKING:
    from ..diagnostics import Finding
    from ..pipeline import CheckResult


def needs_libcst() -> None:
    """Raise a `Fault` where what reads Python is not installed."""
    try:
        import libcst  # noqa: F401
    except ImportError:
        raise Fault("hatches are read with libcst, which is not installed: "
                    "pip install 'c2v[gemini]'") from None


def hatch_findings(result: CheckResult) -> list[Finding]:
    """What reading the hatches of a storyboard's own file finds."""
    needs_libcst()
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
