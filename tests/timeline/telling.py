"""Storyboards told in tests: text in, timeline and findings out."""

from __future__ import annotations

from dataclasses import dataclass

from c2v_dsl.diagnostics import Finding
from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.syntax import parse
from c2v_dsl.timeline import build
from c2v_dsl.timeline.model import BeatSpec, SceneSpec, Step, Timeline
from c2v_dsl.timeline.text import reference

OBJECTS = """
  a = square(side=1) at B2
  b = circle(r=0.5) at B4
  c = circle(r=0.5) at D4
  m = matrix([[1, 2], [3, 4]]) at E2
  eq = math("x^2 + y = 1") at E5
  way = line((0, 0), (2, 0))
  ax = plane(x=[-2, 2], y=[-2, 2]) in C1:F3
  p = dot((1, 1)) on ax
  for i in 0..3 { tile[i] = square(side=0.4) at cell(0, i) }
"""


@dataclass
class Told:
    text: str
    timeline: Timeline
    findings: list[Finding]
    sources: dict[str, str]

    @property
    def scene(self) -> SceneSpec:
        return self.timeline.scenes[0]

    @property
    def beat(self) -> BeatSpec:
        return self.scene.beats[0]

    @property
    def steps(self) -> list[Step]:
        """Every step of the first scene but the closing clear."""
        return [s for beat in self.scene.beats for s in beat.steps][:-1]

    @property
    def codes(self) -> list[str]:
        """The codes of errors, and of warnings from beats, in the order of the text."""
        kept = [f for f in self.findings
                if f.level == "error" or (f.code.startswith("C2V4") and f.level != "note")]
        return [f.code for f in sorted(kept, key=lambda f: f.span)]

    @property
    def finding(self) -> Finding:
        """The one finding there is from beats."""
        found = [f for f in self.findings if f.level == "error" or f.code.startswith("C2V4")]
        assert len(found) == 1, [f"{f.code} {f.message}" for f in found]
        return found[0]

    def at(self, finding: Finding) -> str:
        """The text that ``finding`` is about."""
        return self.text[finding.span.start : finding.span.end]

    def short(self) -> list[str]:
        """``show a 0-60`` for each step."""
        return [
            f"{s.verb} {', '.join(map(reference, s.targets))} {s.start}-{s.start + s.frames}"
            for s in self.steps
        ]


def told(text: str, files: dict[str, str] | None = None) -> Told:
    """A whole file."""
    result = parse(text, "a.c2v")
    analysis = analyse(result, MemoryLoader(files or {}))
    timeline, findings = build(analysis)
    return Told(text, timeline, [*result.findings, *analysis.findings, *findings], files or {})


def story(beat: str, objects: str = OBJECTS, before: str = "", head: str = "") -> Told:
    """One scene with one beat; ``before`` holds lets and params, ``head`` stands above it."""
    return told(
        f'c2v 1\nstoryboard "Told" {{}}\n{head}\nscene one "One" {{\n{before}\n'
        f'objects {{\n{objects}\n}}\nbeat go "Go on" {{\n{beat}\n}}\n}}\n'
    )


def beats(text: str, objects: str = OBJECTS, before: str = "") -> Told:
    """One scene with beats of its own."""
    return told(
        f'c2v 1\nstoryboard "Told" {{}}\nscene one "One" {{\n{before}\n'
        f"objects {{\n{objects}\n}}\n{text}\n}}\n"
    )
