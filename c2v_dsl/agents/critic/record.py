"""What a criticism leaves behind: pictures, patches, verdicts, for a person to read."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...diagnostics import Finding
from ...patch import Patch
from ...render.cache import whole_file
from .judging import Pair
from .looking import Look
from .model import Critique, Mending, Reviewed, SceneReview


class Record:
    """Writes into a folder, or nowhere.

    In it: ``critique.json``, ``undo.json``, ``mended_1.json``, and a folder for each scene with
    what was looked at (``look_1/``), what the judge was shown and the patches (``1_2/`` for the
    second problem of the first round).
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def look(self, scene: str, number: int, seen: Look) -> None:
        """Keep what the critic was shown."""
        for name, data in seen.pictures.items():
            self._write(f"{scene}/look_{number}/{name}", data)

    def pair(self, scene: str, number: tuple[int, int], shown: Pair) -> None:
        """Keep what the judge was shown."""
        for name, data in shown.files.items():
            self._write(f"{scene}/{number[0]}_{number[1]}/{name}", data)

    def critique(self, critique: Critique) -> None:
        """Keep what came of it."""
        for number, mending in enumerate(critique.mended, 1):
            self._json(f"mended_{number}.json", patch_data(mending.patch))
        for scene in critique.scenes:
            for number, reviewed in enumerate(scene.problems, 1):
                for name, patch in (("patch", reviewed.patch), ("inverse", reviewed.inverse)):
                    if patch is not None:
                        self._json(f"{scene.scene}/{name}_{number}.json", patch_data(patch))
        if critique.undo is not None:
            self._json("undo.json", patch_data(critique.undo))
        self._json("critique.json", critique_data(critique))

    def revision(
        self, wish: str, why: str, patch: Patch | None, undo: Patch | None
    ) -> None:
        """Keep what came of a wish."""
        if patch is not None and undo is not None:
            self._json("patch.json", patch_data(patch))
            self._json("undo.json", patch_data(undo))
        self._json("revision.json", {"wish": wish, "why": why, "changed": patch is not None})

    def _json(self, name: str, data: Any) -> None:
        self._write(name, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())

    def _write(self, name: str, data: bytes) -> None:
        if self.folder is not None:
            with whole_file(self.folder / name) as file:
                file.write(data)


def critique_data(critique: Critique) -> dict[str, Any]:
    """A criticism as JSON."""
    return {
        "judged": critique.judged,
        "summary": critique.summary,
        "scenes": [_scene(scene) for scene in critique.scenes],
        "mended": [_mending(mending) for mending in critique.mended],
        "findings_before": [_finding(finding) for finding in critique.before],
        "findings_after": [_finding(finding) for finding in critique.after],
        "undo": _patch(critique.undo),
    }


def patch_data(patch: Patch) -> dict[str, Any]:
    """A patch as JSON that `read_patch` takes: what was not given is not there."""
    return {"c2v_patch": 1, **patch.model_dump(mode="json", exclude_unset=True)}


def _scene(scene: SceneReview) -> dict[str, Any]:
    return {
        "scene": scene.scene,
        "judged": scene.judged,
        "why": scene.why,
        "looked_at": list(scene.looked_at),
        "problems": [_reviewed(reviewed) for reviewed in scene.problems],
    }


def _reviewed(reviewed: Reviewed) -> dict[str, Any]:
    return {
        **reviewed.problem.model_dump(exclude={"patch"}),
        "fate": reviewed.fate,
        "reason": reviewed.reason,
        "proposed": [change.given for change in reviewed.problem.patch],
        "patch": _patch(reviewed.patch),
        "inverse": _patch(reviewed.inverse),
        "judge": asdict(reviewed.judged) if reviewed.judged else None,
    }


def _mending(mending: Mending) -> dict[str, Any]:
    return {"finding": mending.finding, "title": mending.title, "patch": _patch(mending.patch),
            "inverse": _patch(mending.inverse)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "level": finding.level, "message": finding.message}


def _patch(patch: Patch | None) -> dict[str, Any] | None:
    return None if patch is None else patch_data(patch)
