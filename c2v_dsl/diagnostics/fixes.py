"""Applying the fixes that findings carry."""

from __future__ import annotations

from collections.abc import Iterable

from .finding import Edit, Finding
from .span import Source


def apply_safe_fixes(source: Source, findings: Iterable[Finding]) -> tuple[str, int]:
    """``source`` with every safe fix that touches only this file and no place twice.

    Of fixes that overlap, the first is applied; checking again offers the others.

    Returns:
        The new text and how many fixes went into it.
    """
    taken: list[Edit] = []
    count = 0
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.applicability != "safe":
            continue
        if any(edit.span.path != source.path for edit in fix.edits):
            continue
        if any(_clash(edit, other) for edit in fix.edits for other in taken):
            continue
        taken += fix.edits
        count += 1
    text = source.text
    for edit in sorted(taken, key=lambda e: (e.span.start, e.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text, count


def _clash(a: Edit, b: Edit) -> bool:
    """Whether two edits touch: neighbours may be two cures of one mistake."""
    return a.span.start <= b.span.end and b.span.start <= a.span.end
