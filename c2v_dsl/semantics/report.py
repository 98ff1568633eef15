"""Where a phase puts what it has to say."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Finding, Fix, Related, Span


class Report:
    """Findings in order, each code at most once for a place: loops and instances of components
    and templates come by one place many times."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._seen: set[tuple[str, Span]] = set()

    def add(
        self,
        code: str,
        span: Span,
        message: str,
        *,
        label: str = "",
        help: str = "",
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        self.extend((Finding(code, span, message, label, help, related, fix),))

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            key = (finding.code, finding.span)
            if key not in self._seen:
                self._seen.add(key)
                self.findings.append(finding)

    def drain(self) -> list[Finding]:
        """What was found since the last call."""
        found, self.findings = self.findings, []
        return found
