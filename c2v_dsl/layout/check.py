"""The layout of a storyboard judged, scene by scene, each kept by its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Finding, Source
from ..emit import emit_scene
from ..render.cache import whole_file
from ..render.confine import Level, Sandbox
from ..render.faults import MachineFault, SceneFault
from ..render.options import QUALITIES
from ..render.segments import Segment, plan
from ..render.trust import allowed, reached
from ..resources import cache_folder
from ..timeline.model import SceneSpec, Timeline
from .judge import findings, silenced, verdicts
from .verdict import Verdict

if TYPE_CHECKING:
    from .measure import Measured
    from .seen import SceneSeen


@dataclass(frozen=True)
class LayoutResult:
    """What is wrong with a storyboard's layout; faults where a scene could not be measured."""

    findings: tuple[Finding, ...]
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()
    measured: int = 0
    """How many scenes were measured now; the others were known."""
    scenes: tuple[SceneSeen, ...] = ()
    """Those scenes."""
    isolation: Level | None = None
    """What stands around hatch code; None where there is none."""


def check_layout(
    timeline: Timeline, sources: Mapping[str, Source], jobs: int = 0, folder: Path | None = None,
    sandbox: Sandbox = "auto",
) -> LayoutResult:
    """Measure and judge every scene; what was judged before is taken from the cache.

    Args:
        sources: text of the storyboard's files, in which comments may allow findings.
        jobs: children at once; 0 takes one for each processor.
        folder: of the cache; None takes this machine's.
        sandbox: whether hatch code runs in the strongest walls there are, or in none.

    Raises:
        OSError: no temporary folder can be made.
    """
    return check_layouts([(timeline, sources)], jobs, folder, sandbox)[0]


def check_layouts(
    works: Sequence[tuple[Timeline, Mapping[str, Source]]], jobs: int = 0,
    folder: Path | None = None, sandbox: Sandbox = "auto",
) -> list[LayoutResult]:
    """The same of several storyboards, measured together."""
    trusted = [allowed(timeline, sandbox) for timeline, _ in works]
    refused = [faults for _, faults in trusted]
    works = [(timeline, sources)
             for (timeline, _), (_, sources) in zip(trusted, works, strict=True)]
    home = (folder or cache_folder()) / "layout"
    wanted: list[tuple[int, SceneSpec, Path]] = []
    known: list[dict[str, list[Verdict]]] = [{} for _ in works]
    for number, (timeline, _) in enumerate(works):
        for scene in timeline.scenes:
            if scene.beats:
                path = home / f"{scene_key(timeline, scene, sandbox)}.json"
                kept = _kept(path)
                if kept is None:
                    wanted.append((number, scene, path))
                else:
                    known[number][scene.id] = kept
    told: list[list[Measured]] = [[] for _ in works]
    if wanted:
        from .measure import measure_scenes

        measured = measure_scenes([(works[n][0], scene) for n, scene, _ in wanted], jobs,
                                  sandbox=sandbox)
        for (number, scene, path), result in zip(wanted, measured, strict=True):
            told[number].append(result)
            for seen in result.scenes:
                found = known[number][scene.id] = verdicts(works[number][0], scene, seen)
                if not result.scene_faults:
                    _keep(path, found)
    return [replace(_result(timeline, sources, known[number], told[number], refused[number]),
                    isolation=reached(timeline, sandbox))
            for number, (timeline, sources) in enumerate(works)]


def _result(
    timeline: Timeline, sources: Mapping[str, Source], known: Mapping[str, list[Verdict]],
    told: Sequence[Measured], refused: tuple[SceneFault, ...],
) -> LayoutResult:
    found = [finding for scene in timeline.scenes if scene.id in known
             for finding in findings(timeline, scene, known[scene.id])]
    return LayoutResult(
        tuple(silenced(found, sources)),
        (*refused, *(fault for one in told for fault in one.scene_faults)),
        tuple(dict.fromkeys(fault for one in told for fault in one.machine_faults)),
        sum(len(one.scenes) for one in told),
        tuple(seen for one in told for seen in one.scenes))


def scene_key(timeline: Timeline, scene: SceneSpec, sandbox: Sandbox = "auto") -> str:
    """Of all that a scene's verdicts depend on."""
    segments: tuple[Segment, ...] = plan(timeline, scene, emit_scene(timeline, scene),
                                       QUALITIES["draft"], sandbox)
    digest = hashlib.sha256(_rules().encode())
    digest.update(timeline.theme.encode())
    for segment in segments:
        digest.update(segment.key.encode())
    return digest.hexdigest()


@cache
def _rules() -> str:
    """The bytes of this room."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _kept(path: Path) -> list[Verdict] | None:
    try:
        return [Verdict(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, found: list[Verdict]) -> None:
    try:
        with whole_file(path) as out:
            out.write(json.dumps([asdict(verdict) for verdict in found]).encode())
    except OSError:
        return
