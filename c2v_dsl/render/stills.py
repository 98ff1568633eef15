"""The last picture of every beat, without rendering the video."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from ..emit import EmittedScene, emit_scene
from ..timeline.model import BeatSpec, SceneSpec, Timeline
from .events import Meter, OnProgress
from .faults import MachineFault, SceneFault, os_fault
from .job import Job, Part
from .options import QUALITIES, QualityName, RenderOptions
from .pool import run_jobs
from .report import faults_of
from .video import selection


@dataclass(frozen=True)
class Still:
    """The picture at the end of a beat.

    ``position`` is the moment in frames of 1/60 s from the video's beginning.
    """

    path: Path
    scene: SceneSpec
    beat: BeatSpec
    position: int


@dataclass(frozen=True)
class FramesResult:
    """What came of drawing stills.

    Attributes:
        stills: pictures that were made, in the storyboard's order; where a scene failed, those
            before the failure.
        sheet: the contact sheet, where one was asked for and nothing failed.
        wanted: how many pictures were asked for.
    """

    stills: tuple[Still, ...]
    wanted: int
    sheet: Path | None = None
    seconds: float = 0.0
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()

    @property
    def ok(self) -> bool:
        return len(self.stills) == self.wanted and not self.machine_faults


def frames(
    timeline: Timeline,
    out: Path,
    sheet: Path | None = None,
    grid: bool = False,
    quality: QualityName = "medium",
    scenes: tuple[str, ...] = (),
    beats: tuple[str, ...] = (),
    jobs: int = 0,
    on_progress: OnProgress | None = None,
) -> FramesResult:
    """Draw the last picture of every beat as ``01_area_02_shear.png`` into the folder ``out``.

    Args:
        sheet: put them all on one picture as well, ``.png``.
        grid: draw the 6×6 grid and the names of its cells over them.
        scenes: ids of scenes wanted, and ``beats`` ids of beats; where both are empty, all.
        jobs: scenes at once; 0 takes one for each processor.

    Faults are in the result, not raised.
    """
    began = time.monotonic()
    stills = _stills(timeline, Path(out), scenes, beats)
    result = FramesResult((), len(stills))
    try:
        result = _draw(timeline, Path(out), stills, quality, jobs, on_progress)
        finished = _finish(timeline, result, sheet, grid)
    except OSError as error:
        fault = os_fault(error, "writing", error.filename or out)
        return FramesResult(
            result.stills, result.wanted, None, time.monotonic() - began, result.scene_faults,
            (*result.machine_faults, fault),
        )
    return FramesResult(
        result.stills, result.wanted, finished, time.monotonic() - began, result.scene_faults,
        result.machine_faults,
    )


def _stills(
    timeline: Timeline, out: Path, scenes: tuple[str, ...], beats: tuple[str, ...]
) -> list[Still]:
    found = []
    origin = 0
    wide = max(2, len(str(len(timeline.scenes))))
    for number, scene in enumerate(timeline.scenes, 1):
        wanted = selection(scenes, beats, scene)
        digits = max(2, len(str(len(scene.beats))))
        for order, beat in enumerate(scene.beats, 1):
            if wanted is None or beat.name in wanted:
                name = f"{number:0{wide}}_{scene.id}_{order:0{digits}}_{beat.name}.png"
                found.append(Still(out / name, scene, beat, origin + beat.start + beat.frames))
        origin += scene.frames
    return found


def _draw(
    timeline: Timeline,
    out: Path,
    stills: list[Still],
    quality: QualityName,
    jobs: int,
    on_progress: OnProgress | None,
) -> FramesResult:
    out.mkdir(parents=True, exist_ok=True)
    meter = Meter(len(stills), 0, on_progress)
    meter.phase("drawing")
    by_scene: dict[str, list[Still]] = {}
    for still in stills:
        by_scene.setdefault(still.scene.id, []).append(still)
    emitted = {id: emit_scene(timeline, mine[0].scene) for id, mine in by_scene.items()}
    options = RenderOptions(jobs=jobs)
    with tempfile.TemporaryDirectory(prefix="c2v-media-", ignore_cleanup_errors=True) as media:
        orders = [
            _job(mine, emitted[id], quality, str(Path(media) / id))
            for id, mine in by_scene.items()
        ]
        outcomes = run_jobs(orders, options.workers, options.silence, meter.drawn)
    scene_faults: list[SceneFault] = []
    machine_faults: list[MachineFault] = []
    made = set()
    for outcome, (id, mine) in zip(outcomes, by_scene.items(), strict=True):
        told = faults_of(outcome.all, mine[0].scene, emitted[id], options.silence)
        scene_faults += told[0]
        machine_faults += [fault for fault in told[1] if fault not in machine_faults]
        made |= {(id, name) for name in outcome.finished}
    meter.phase("done")
    return FramesResult(
        tuple(s for s in stills if (s.scene.id, s.beat.name) in made), len(stills), None, 0.0,
        tuple(scene_faults), tuple(machine_faults),
    )


def _job(stills: list[Still], emitted: EmittedScene, quality: QualityName, media: str) -> Job:
    paths = {still.beat.name: str(still.path.absolute()) for still in stills}
    parts = tuple(
        Part(beat.name, beat.start, beat.start + beat.frames, paths.get(beat.name))
        for beat in stills[0].scene.beats
    )
    return Job(
        stills[0].scene.id, "stills", emitted.text, emitted.filename, emitted.class_name,
        QUALITIES[quality], parts, media,
    )


def _finish(
    timeline: Timeline, result: FramesResult, sheet: Path | None, grid: bool
) -> Path | None:
    from .sheet import contact_sheet, overlay

    if grid:
        for still in result.stills:
            overlay(still.path, still.scene.layout, timeline.theme)
    if sheet is None or not result.ok or not result.stills:
        return None
    contact_sheet(timeline, result.stills, Path(sheet))
    return Path(sheet)
