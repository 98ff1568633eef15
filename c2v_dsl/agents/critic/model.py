"""What came of a criticism, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ...diagnostics import Finding
from ...patch import Patch
from .answers import Problem

Fate = Literal["kept", "refused", "not better", "no patch", "not judged"]
"""``refused``: it cannot be made, or checks or measures worse; ``not better``: nobody sees or hears
that it helps."""


@dataclass(frozen=True)
class Judged:
    """What the judge said of two versions.

    Attributes:
        better: which one looked better; ``neither`` is a tie.
        first: which of them was shown first.
        why: in the judge's words.
        moments: what was shown, in words.
    """

    better: Literal["new", "old", "neither"]
    first: Literal["new", "old"]
    why: str
    moments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reviewed:
    """A problem and what became of its patch.

    Attributes:
        fate: ``not judged`` where the judge had no answer.
        reason: why the patch was not kept, in words.
        patch: for the storyboard as it was looked at; None where it could not be made.
        inverse: takes this patch back, where it and those kept before it are made.
    """

    problem: Problem
    fate: Fate
    reason: str = ""
    patch: Patch | None = None
    inverse: Patch | None = None
    judged: Judged | None = None


@dataclass(frozen=True)
class SceneReview:
    """What the critic says of a scene.

    Attributes:
        judged: whether it could look and say; False is unknown, not fine.
        why: what kept it from judging.
        looked_at: the moments it was shown, in words.
    """

    scene: str
    judged: bool
    why: str = ""
    problems: tuple[Reviewed, ...] = ()
    looked_at: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[Reviewed, ...]:
        return tuple(one for one in self.problems if one.fate == "kept")

    def unjudged(self, why: str) -> SceneReview:
        return replace(self, judged=False, why=why)


@dataclass(frozen=True)
class Mending:
    """A layout finding that geometry mended, and the patch that did it."""

    finding: str
    title: str
    patch: Patch
    inverse: Patch


@dataclass(frozen=True)
class Critique:
    """A storyboard criticised.

    Attributes:
        text: the storyboard with everything kept.
        scenes: what was said of each scene that was asked about.
        mended: what geometry mended first.
        before, after: findings of checking and of measuring, before and after.
        undo: the patch that takes all of it back, byte for byte; None where nothing changed.
    """

    text: str
    scenes: tuple[SceneReview, ...]
    mended: tuple[Mending, ...] = ()
    before: tuple[Finding, ...] = ()
    after: tuple[Finding, ...] = ()
    undo: Patch | None = None

    @property
    def judged(self) -> bool:
        """Whether every scene was judged."""
        return all(scene.judged for scene in self.scenes)

    @property
    def summary(self) -> str:
        """``judged: 3 scenes, nothing to mend · not judged: area (the answer was cut off)``."""
        told = [scene for scene in self.scenes if scene.judged]
        kept = sum(len(scene.kept) for scene in self.scenes)
        found = sum(len(scene.problems) for scene in told)
        parts = []
        if told:
            what = f"{_count(kept, 'patch', 'patches')} kept" if kept else (
                "nothing changed" if found else "nothing to mend")
            parts.append(f"judged: {_count(len(told), 'scene', 'scenes')}, {what}")
        missing = [f"{scene.scene} ({scene.why})" for scene in self.scenes if not scene.judged]
        if missing:
            parts.append(f"not judged: {', '.join(missing)}")
        return " · ".join(parts)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
