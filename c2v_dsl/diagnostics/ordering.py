"""The order findings are told in, and how many there are in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .finding import Finding

_RANK = {"error": 0, "warning": 1, "note": 2}


def arranged(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, files in the order they first come up, places from top to bottom."""
    files: dict[str, int] = {}
    unique: dict[tuple[str, str, int, int, str], Finding] = {}
    for finding in findings:
        span = finding.span
        files.setdefault(span.path, len(files))
        unique.setdefault((finding.code, span.path, span.start, span.end, finding.message), finding)
    return sorted(
        unique.values(),
        key=lambda f: (files[f.span.path], f.span.start, _RANK[f.level], f.span.end, f.code),
    )


def tally(findings: Sequence[Finding]) -> str:
    """``2 errors and 1 warning in lesson.c2v``; no full stop."""
    counts = [
        (level, sum(finding.level == level for finding in findings))
        for level in ("error", "warning", "note")
    ]
    words = [f"{n} {level}{'' if n == 1 else 's'}" for level, n in counts if n]
    joined = " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
    paths = sorted({finding.span.path for finding in findings})
    where = paths[0] if len(paths) == 1 else f"{len(paths)} files"
    return f"{joined} in {where}" if paths else "no findings"
