"""The corpus of layouts: storyboards with what a person would say of each picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import c2v_dsl
from c2v_dsl.diagnostics import Finding, Source, Span
from c2v_dsl.layout.check import LayoutResult, check_layouts
from c2v_dsl.pipeline import CheckResult

FOLDER = Path(__file__).parent.parent / "corpus" / "layout"
CODES = ("C2V701", "C2V702", "C2V703", "C2V704")
"""Covering, passing over, leaving the frame, lying over furniture: what is counted."""

_EXPECTED = re.compile(r"# !((?: C2V\d{3})+)")


@dataclass(frozen=True)
class Spot:
    """A code at a line of a file, in a scene."""

    scene: str
    line: int
    code: str


@dataclass
class Judgement:
    """What was found in a file against what is expected there."""

    name: str
    hits: list[Spot]
    missed: list[Spot]
    false: list[tuple[Spot, str]]
    scenes: int
    faulty: int
    """Scenes of which something is expected."""


def checked() -> dict[str, CheckResult]:
    """Every file of the corpus, by its name."""
    return {path.name: c2v_dsl.check(path.read_text(encoding="utf-8"), str(path))
            for path in sorted(FOLDER.glob("*.c2v"))}


def measured(results: Iterable[CheckResult], folder: Path) -> list[LayoutResult]:
    """The files measured together, kept in ``folder``."""
    works = []
    for result in results:
        assert result.timeline is not None, result.findings
        works.append((result.timeline, result.sources))
    return check_layouts(works, folder=folder)


def expected(result: CheckResult) -> Iterator[Spot]:
    """What the comments of a file expect."""
    source = result.parsed.source
    assert result.timeline is not None
    for match in _EXPECTED.finditer(source.text):
        line = source.position(match.start()).line
        scene = next(s.id for s in result.timeline.scenes
                     if s.span.start <= match.start() < s.span.end)
        yield from (Spot(scene, line, code) for code in match[1].split())


def judge(name: str, result: CheckResult, layout: LayoutResult) -> Judgement:
    """Compare. A finding about two objects is right where either bears its code."""
    assert result.timeline is not None
    wanted = list(expected(result))
    source = result.parsed.source
    hits: set[Spot] = set()
    false: list[tuple[Spot, str]] = []
    for finding in layout.findings:
        if finding.code not in CODES:
            continue
        scene = next(s.id for s in result.timeline.scenes if _within(finding, s.span))
        lines = _lines(finding, source)
        met = [spot for spot in wanted
               if spot.code == finding.code and spot.scene == scene and spot.line in lines]
        hits.update(met[:1] if met and met[0].line == lines[0] else met)
        if not met:
            false.append((Spot(scene, lines[0], finding.code), finding.message))
    scenes = {s.id for s in result.timeline.scenes}
    return Judgement(name, sorted(hits, key=str), [s for s in wanted if s not in hits], false,
                     len(scenes), len({s.scene for s in wanted}))


def _lines(finding: Finding, source: Source) -> list[int]:
    spans = [finding.span, *(r.span for r in finding.related if r.label.endswith("declared here"))]
    return [source.position(span.start).line for span in spans]


def _within(finding: Finding, span: Span) -> bool:
    """Whether a finding was seen in the scene of that span."""
    beats = [r.span for r in finding.related if r.label.startswith("seen in")]
    return any(span.start <= s.start < span.end for s in beats or [finding.span])
