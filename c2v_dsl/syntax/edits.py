"""Changing text by edits, so that everything not edited stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..diagnostics import Edit, Finding, Source


class EditConflict(ValueError):
    """Two edits change the same place, or one lies outside the text."""

    def __init__(self, message: str, first: Edit, second: Edit | None = None) -> None:
        super().__init__(message)
        self.first = first
        self.second = second


@dataclass(frozen=True, slots=True)
class FixResult:
    """``text`` after the fixes of ``applied``; ``skipped`` have fixes that clash with those."""

    text: str
    applied: tuple[Finding, ...]
    skipped: tuple[Finding, ...]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all ``edits`` made; their spans are offsets in ``text`` as it is given.

    Edits may be given in any order. Those that are equal count once; insertions at one place are
    made in the order given.

    Raises:
        EditConflict: two edits overlap, or one is not within the text.
    """
    ordered = sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end))
    pieces: list[str] = []
    done = 0
    before: Edit | None = None
    for edit in ordered:
        start, end = edit.span.start, edit.span.end
        if not 0 <= start <= end <= len(text):
            raise EditConflict(
                f"an edit of {start} to {end} in a text of {len(text)} characters", edit)
        if start < done:
            raise EditConflict(f"two edits change the place {start} to {done}", edit, before)
        pieces += (text[done:start], edit.text)
        done, before = end, edit
    pieces.append(text[done:])
    return "".join(pieces)


def apply_fixes(source: Source, findings: Sequence[Finding], unsafe: bool = False) -> FixResult:
    """``source`` with the fixes of ``findings``: the safe ones, and the others if ``unsafe``.

    A fix that touches a place another one has changed, or another file, is skipped: parse again to
    get it, if it is still wanted.
    """
    applied: list[Finding] = []
    skipped: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or (fix.applicability != "safe" and not unsafe):
            continue
        new = [edit for edit in fix.edits if edit not in taken]
        if any(edit.span.path != source.path for edit in fix.edits) or any(
            _touch(edit, other) for edit in new for other in taken
        ):
            skipped.append(finding)
            continue
        taken += new
        applied.append(finding)
    return FixResult(apply_edits(source.text, taken), tuple(applied), tuple(skipped))


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end
