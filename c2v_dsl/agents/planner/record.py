"""What became of a scene, try by try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...diagnostics import Finding

Level = Literal["draft", "line", "block", "scene"]
LEVELS: tuple[Level, ...] = ("line", "block", "scene")
"""Of repair, from the narrowest."""


@dataclass(frozen=True)
class Attempt:
    """One question about a scene and what its answer did.

    Attributes:
        level: ``draft``, or what was asked for anew: statements, blocks, the scene.
        findings_before: errors and warnings that the scene had.
        findings_after: those it has with the answer, whether that was kept or not.
        characters_in: of words sent; ``characters_out`` of the answer.
        parsed: the answer has no errors of syntax, ``checked`` none at all, ``measured`` it was
            looked at and nothing is wrong with its layout.
        kept: whether the scene is now what the answer made of it.
        why: why it was not kept.
        mended: fixes applied to the answer without a model.
        clean: nothing is wrong with it, measured.
        answer: all that the model said.
    """

    level: Level
    findings_before: int
    findings_after: int
    characters_in: int
    characters_out: int
    parsed: bool = False
    checked: bool = False
    measured: bool = False
    kept: bool = False
    why: str = ""
    mended: int = 0
    clean: bool = False
    answer: str = ""


@dataclass(frozen=True)
class SceneDraft:
    """A scene as far as it came.

    Attributes:
        text: the scene, formatted, with the imports, lets and definitions that it brought; empty
            if no answer was a scene.
        ok: it checks and measures clean.
        findings: errors and warnings that are left.
        model: who wrote it.
        remarks: what else is to be known of it, in sentences: why it was not measured, why nothing
            more was asked.
    """

    scene_id: str
    text: str
    ok: bool
    attempts: tuple[Attempt, ...]
    findings: tuple[Finding, ...]
    model: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it can be drawn: there is a scene, and no error but of its layout."""
        return bool(self.text) and not any(
            f.level == "error" and not f.code.startswith("C2V7") for f in self.findings)
