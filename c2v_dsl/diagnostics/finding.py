"""What a phase has to say about a storyboard: data, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .registry import CODES, Level
from .span import Span

Applicability = Literal["safe", "unsafe"]


@dataclass(frozen=True)
class Edit:
    """Replace the text of ``span`` by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True)
class Fix:
    """Edits that together cure a finding. ``safe`` ones never change what the author meant."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = "unsafe"


@dataclass(frozen=True)
class Related:
    """A second place that a finding speaks of, with a few words: ``first shown here``."""

    span: Span
    label: str


@dataclass(frozen=True)
class Finding:
    """One mistake or remark.

    ``message`` is one sentence without a final full stop: what was found and what was expected.
    ``label`` stands under the carets, ``help`` says what to write instead.
    """

    code: str
    span: Span
    message: str
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def level(self) -> Level:
        return CODES[self.code].level

    @property
    def name(self) -> str:
        return CODES[self.code].name


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    return any(f.level == "error" for f in findings)
