"""Measuring storyboards: their scenes shared among children, each of which does many."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..emit import EmittedScene, emit_scene
from ..render.confine import Level, Sandbox
from ..render.faults import MachineFault, SceneFault
from ..render.job import Job, Outcome, Part
from ..render.methods import methods
from ..render.options import QUALITIES, RenderOptions
from ..render.pool import run_batches
from ..render.report import faults_of
from ..render.segments import latex_version
from ..render.trust import allowed
from ..semantics.lower import object_path
from ..timeline.model import SceneSpec, Timeline
from .actions import Actions
from .seen import SceneSeen, read

QUALITY = QUALITIES["draft"]

SILENCE = 60.0
"""Seconds without a sign of life after which a scene is given up."""

SHARE = 120
"""So much effort (see `_effort`), about a second of it, is worth a child of its own."""


_FAR = 1e7
"""No number that is measured comes near it."""


@dataclass(frozen=True)
class Measured:
    """What came of measuring: the scenes that could be, and faults of the others."""

    scenes: tuple[SceneSeen, ...]
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()
    isolation: Level | None = None
    """What stood around hatch code; None where there was none."""


def measure(
    timeline: Timeline, scenes: tuple[str, ...] = (), jobs: int = 0, silence: float = SILENCE,
    sandbox: Sandbox = "auto",
) -> Measured:
    """What stands where in a storyboard's scenes, without drawing them.

    Args:
        scenes: ids of scenes; none means all.
        jobs: children at once; 0 takes one for each processor, but none for less than `SHARE`.
        silence: seconds without a sign of life after which a scene is given up, which is sooner
            for hatch code.
        sandbox: whether hatch code runs in the strongest walls there are, or in none.

    Raises:
        OSError: no temporary folder can be made.
    """
    wanted = [s for s in timeline.scenes if (not scenes or s.id in scenes) and s.beats]
    return joined(measure_scenes([(timeline, scene) for scene in wanted], jobs, silence, sandbox))


def measure_scenes(
    wanted: Sequence[tuple[Timeline, SceneSpec]], jobs: int = 0, silence: float = SILENCE,
    sandbox: Sandbox = "auto",
) -> list[Measured]:
    """What came of each of several storyboards' scenes; see `measure`."""
    workers = RenderOptions(jobs=jobs).workers
    wanted, refused = _allowed(wanted, sandbox)
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="c2v-layout-", ignore_cleanup_errors=True) as folder:
        emitted = [emit_scene(timeline, scene) for timeline, scene in wanted]
        paths = [Path(folder) / f"{number}.json" for number in range(len(wanted))]
        orders = [
            _job(timeline, scene, code, path, folder, sandbox)
            for (timeline, scene), code, path in zip(wanted, emitted, paths, strict=True)]
        efforts = [_effort(scene) + SHARE * bool(order.hatches)
                   for (_, scene), order in zip(wanted, orders, strict=True)]
        outcomes = _outcomes(orders, efforts, workers, silence)
        for (_, scene), code, path, outcome, refusals in zip(
            wanted, emitted, paths, outcomes, refused, strict=True
        ):
            scene_faults, machine_faults = faults_of(outcome.all, scene, code, silence)
            seen = read(scene.id, path.read_text(encoding="utf-8")) if path.exists() else None
            found.append(Measured((seen,) if seen else (), (*refusals, *scene_faults),
                                  tuple(machine_faults), outcome.isolation))
    return found


def _allowed(
    wanted: Sequence[tuple[Timeline, SceneSpec]], sandbox: Sandbox
) -> tuple[list[tuple[Timeline, SceneSpec]], list[list[SceneFault]]]:
    """``wanted`` without the hatch code that may not run, and what is told instead of each."""
    known = {id(timeline): allowed(timeline, sandbox) for timeline, _ in wanted}
    left, refused = [], []
    for timeline, scene in wanted:
        trusted, faults = known[id(timeline)]
        left.append((trusted, next((s for s in trusted.scenes if s.id == scene.id), scene)
                     if faults else scene))
        refused.append([fault for fault in faults if fault.scene == scene.id])
    return left, refused


def joined(found: Sequence[Measured]) -> Measured:
    """Several results as one; faults of the machine are told once."""
    return Measured(
        tuple(seen for one in found for seen in one.scenes),
        tuple(fault for one in found for fault in one.scene_faults),
        tuple(dict.fromkeys(fault for one in found for fault in one.machine_faults)),
        next((one.isolation for one in found if one.isolation), None))


def _outcomes(
    jobs: list[Job], efforts: list[int], workers: int, silence: float
) -> list[Outcome]:
    """What became of the jobs, shared evenly among children."""
    count = max(1, min(workers, len(jobs), round(sum(efforts) / SHARE)))
    batches: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for number in sorted(range(len(jobs)), key=lambda n: -efforts[n]):
        least = loads.index(min(loads))
        batches[least].append(number)
        loads[least] += efforts[number]
    batches = [batch for batch in batches if batch]
    told = run_batches([[jobs[n] for n in batch] for batch in batches], silence, _sound)
    by_job = {n: outcome for batch, outcomes in zip(batches, told, strict=True)
              for n, outcome in zip(batch, outcomes, strict=True)}
    return [by_job[n] for n in range(len(jobs))]


def _sound(job: Job, _: str, data: bytes) -> bool:
    """Whether what a hatch's child wrote down can be judged: names and numbers that are there."""
    try:
        seen = read(job.scene, data.decode())
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        return False
    beats = {part.name for part in job.parts}
    objects = {id for id, _ in job.objects}
    inks = [ink for body in seen.bodies for ink in body.inks]
    numbers = [seen.title, *seen.lines, *(ink.points for ink in inks),
               *(ink.clip for ink in inks if ink.clip is not None),
               np.array([(ink.width, ink.opacity, *ink.color) for ink in inks], float),
               np.array([body.letters for body in seen.bodies], float),
               np.array([moment.shot for moment in seen.moments if moment.shot], float)]
    return (
        all(isinstance(m.frame, int) and m.beat in beats for m in seen.moments)
        and all(p.object in objects and isinstance(p.body, int) and 0 <= p.body < len(seen.bodies)
                for m in seen.moments for p in m.shown)
        and all(ink.form in ("word", "line", "area", "picture") for ink in inks)
        and all(bool(np.all(np.abs(values) < _FAR)) for values in numbers))


def _effort(scene: SceneSpec) -> int:
    """About how much there is to look at: objects, and those that actions change."""
    return len(scene.objects) + 2 * sum(
        1 + len(step.targets) for beat in scene.beats for step in beat.steps)


def _job(
    timeline: Timeline, scene: SceneSpec, emitted: EmittedScene, path: Path, media: str,
    sandbox: Sandbox,
) -> Job:
    last = len(scene.beats) - 1
    parts = tuple(
        Part(beat.name, beat.start, beat.start + beat.frames, str(path) if k == last else None)
        for k, beat in enumerate(scene.beats))
    objects = tuple((spec.id, object_path(spec.id)) for spec in scene.objects)
    return Job(scene.id, "measure", emitted.text, emitted.filename, emitted.class_name, QUALITY,
               parts, media, objects=objects, moves=Actions(scene).moves(),
               hatches=methods(emitted.text), sandbox=sandbox, reads=timeline.assets,
               latex=latex_version(timeline))
