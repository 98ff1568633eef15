"""Measuring a storyboard: a child for each scene, what it saw kept by content."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..emit import EmittedScene, emit_scene
from ..render.faults import MachineFault, SceneFault
from ..render.job import Job, Part
from ..render.options import QUALITIES, RenderOptions
from ..render.pool import run_jobs
from ..render.report import faults_of
from ..semantics.lower import object_path
from ..timeline.model import SceneSpec, Timeline
from .seen import SceneSeen, read

QUALITY = QUALITIES["draft"]


@dataclass(frozen=True)
class Measured:
    """What came of measuring: the scenes that could be, and faults of the others."""

    scenes: tuple[SceneSeen, ...]
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()


def measure(timeline: Timeline, scenes: tuple[str, ...] = (), jobs: int = 0) -> Measured:
    """What stands where in a storyboard's scenes, without drawing them.

    Args:
        scenes: ids of scenes; none means all.
        jobs: scenes at once; 0 takes one for each processor.

    Raises:
        OSError: no temporary folder can be made.
    """
    wanted = [s for s in timeline.scenes if (not scenes or s.id in scenes) and s.beats]
    emitted = {scene.id: emit_scene(timeline, scene) for scene in wanted}
    options = RenderOptions(jobs=jobs)
    with tempfile.TemporaryDirectory(prefix="c2v-layout-", ignore_cleanup_errors=True) as folder:
        paths = {scene.id: Path(folder) / f"{scene.id}.json" for scene in wanted}
        orders = [_job(scene, emitted[scene.id], paths[scene.id], folder) for scene in wanted]
        outcomes = run_jobs(orders, options.workers, options.silence)
        seen: list[SceneSeen] = []
        scene_faults: list[SceneFault] = []
        machine_faults: list[MachineFault] = []
        for scene, outcome in zip(wanted, outcomes, strict=True):
            told = faults_of(outcome.all, scene, emitted[scene.id], options.silence)
            scene_faults += told[0]
            machine_faults += [fault for fault in told[1] if fault not in machine_faults]
            if paths[scene.id].exists():
                seen.append(read(scene.id, paths[scene.id].read_text(encoding="utf-8")))
    return Measured(tuple(seen), tuple(scene_faults), tuple(machine_faults))


def _job(scene: SceneSpec, emitted: EmittedScene, path: Path, media: str) -> Job:
    last = len(scene.beats) - 1
    parts = tuple(
        Part(beat.name, beat.start, beat.start + beat.frames, str(path) if k == last else None)
        for k, beat in enumerate(scene.beats))
    objects = tuple((spec.id, object_path(spec.id)) for spec in scene.objects)
    return Job(scene.id, "measure", emitted.text, emitted.filename, emitted.class_name, QUALITY,
               parts, media, objects=objects)
