"""The layout of a storyboard judged, scene by scene, each kept by its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from ..diagnostics import Finding, Source
from ..emit import emit_scene
from ..render.cache import whole_file
from ..render.faults import MachineFault, SceneFault
from ..render.segments import Segment, plan
from ..resources import cache_folder
from ..timeline.model import SceneSpec, Timeline
from .judge import findings, silenced, verdicts
from .measure import QUALITY, measure
from .scene import Verdict


@dataclass(frozen=True)
class LayoutResult:
    """What is wrong with a storyboard's layout; faults where a scene could not be measured."""

    findings: tuple[Finding, ...]
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()
    measured: int = 0
    """How many scenes were measured now; the others were known."""


def check_layout(
    timeline: Timeline, sources: Mapping[str, Source], jobs: int = 0, folder: Path | None = None
) -> LayoutResult:
    """Measure and judge every scene; what was judged before is taken from the cache.

    Args:
        sources: text of the storyboard's files, in which comments may allow findings.
        jobs: scenes measured at once; 0 takes one for each processor.
        folder: of the cache; None takes this machine's.

    Raises:
        OSError: no temporary folder can be made.
    """
    home = (folder or cache_folder()) / "layout"
    keys = {scene.id: _key(timeline, scene) for scene in timeline.scenes if scene.beats}
    known = {id: kept for id, key in keys.items() if (kept := _kept(home / f"{key}.json"))
             is not None}
    wanted = tuple(id for id in keys if id not in known)
    measured = measure(timeline, wanted, jobs) if wanted else None
    by_id = {scene.id: scene for scene in timeline.scenes}
    for seen in measured.scenes if measured else ():
        known[seen.scene] = verdicts(timeline, by_id[seen.scene], seen)
        _keep(home / f"{keys[seen.scene]}.json", known[seen.scene])
    found = [f for scene in timeline.scenes if scene.id in known
             for f in findings(timeline, scene, known[scene.id])]
    return LayoutResult(
        tuple(silenced(found, sources)),
        measured.scene_faults if measured else (), measured.machine_faults if measured else (),
        len(measured.scenes) if measured else 0)


def _key(timeline: Timeline, scene: SceneSpec) -> str:
    """Of all that a scene's verdicts depend on."""
    segments: tuple[Segment, ...] = plan(timeline, scene, emit_scene(timeline, scene), QUALITY)
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
