"""What must hold for any text whatever."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from c2v_dsl.diagnostics import has_errors
from c2v_dsl.syntax import format_source, parse
from c2v_dsl.syntax import tree as t

SLOWEST = 1.0
"""Seconds that no text of the corpus' size may take."""


@dataclass
class Figures:
    """What a run came to."""

    count: int = 0
    clean: int = 0
    findings: int = 0
    slowest: float = 0.0
    faults: list[tuple[str, str]] = field(default_factory=list)


def examine(text: str, figures: Figures) -> None:
    """Parse ``text`` and format it if it is clean; what must not happen goes to ``faults``."""
    figures.count += 1
    start = time.process_time()
    try:
        result = parse(text, "mutant.c2v")
        taken = time.process_time() - start
        problem = wrong(text, result.tree, result.findings)
        if not has_errors(result.findings):
            figures.clean += 1
            formatted = format_source(text, "mutant.c2v").text
            if formatted is None:
                problem = problem or "clean, and yet not formatted"
            elif format_source(formatted).text != formatted:
                problem = problem or "formatting twice differs"
    except Exception as fault:
        figures.faults.append((f"{type(fault).__name__}: {fault}", text))
        return
    figures.findings += len(result.findings)
    figures.slowest = max(figures.slowest, taken)
    if taken > SLOWEST:
        problem = problem or f"took {taken:.2f} s"
    if problem:
        figures.faults.append((problem, text))


def wrong(text: str, tree: object, findings: tuple[object, ...]) -> str:
    """What is wrong with a parse; empty if nothing is."""
    if not isinstance(tree, t.File):
        return "no tree"
    if tree.span.start != 0 or tree.span.end != len(text):
        return "the tree does not span the file"
    for finding in findings:
        span = finding.span  # type: ignore[attr-defined]
        if not 0 <= span.start <= span.end <= len(text):
            return f"a span outside the file: {span}"
        if not finding.message or finding.message.endswith("."):  # type: ignore[attr-defined]
            return f"a message that is no sentence: {finding}"
    return ""
