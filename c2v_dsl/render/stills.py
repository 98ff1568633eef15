"""The last picture of every beat, or those of some moments, without rendering the video."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from ..emit import EmittedScene, emit_scene
from ..timeline.model import FPS, BeatSpec, SceneSpec, Timeline
from .confine import Level, Sandbox
from .events import Meter, OnProgress
from .faults import MachineFault, SceneFault, os_fault
from .job import Job, Part
from .methods import methods
from .options import QUALITIES, QualityName, RenderOptions, frame_at
from .pool import run_jobs
from .report import faults_of
from .segments import latex_version
from .trust import allowed, reached
from .video import selection


@dataclass(frozen=True)
class Still:
    """The picture at the end of a beat, or at a ``moment`` in it.

    ``position`` is the moment in frames of 1/60 s from the video's beginning.
    """

    path: Path
    scene: SceneSpec
    beat: BeatSpec
    position: int
    moment: bool = False


@dataclass(frozen=True)
class FramesResult:
    """What came of drawing stills.

    Attributes:
        stills: pictures that were made, in the storyboard's order; where a scene failed, those
            before the failure.
        isolation: what stands around hatch code; None where there is none.
        sheet: the contact sheet, where one was asked for and nothing failed.
        wanted: how many pictures were asked for.
    """

    stills: tuple[Still, ...]
    wanted: int
    sheet: Path | None = None
    seconds: float = 0.0
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()
    isolation: Level | None = None

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
    at: tuple[float, ...] = (),
    sandbox: Sandbox = "auto",
) -> FramesResult:
    """Draw the last picture of every beat as ``01_area_02_shear.png`` into the folder ``out``.

    Args:
        at: moments in seconds from the video's beginning; where there are any, their pictures are
            drawn, as ``at_0036.50_area_shear.png``, instead of those of beats.
        sheet: put them all on one picture as well, ``.png``.
        grid: draw the 6×6 grid and the names of its cells over them.
        scenes: ids of scenes wanted, and ``beats`` ids of beats; where both are empty, all.
        jobs: scenes at once; 0 takes one for each processor.
        sandbox: whether hatch code runs in the strongest walls there are, or in none.

    Faults are in the result, not raised.
    """
    began = time.monotonic()
    timeline, refused = allowed(timeline, sandbox)
    stills = _moments(timeline, Path(out), at) if at else planned(
        timeline, Path(out), scenes, beats)
    drawn = {still.scene.id for still in stills}
    refused = tuple(fault for fault in refused if fault.scene in drawn)
    isolation = reached(timeline, sandbox, tuple(drawn))
    result = FramesResult((), len(stills))
    try:
        result = _draw(timeline, Path(out), stills, quality, jobs, on_progress, sandbox)
        finished = _finish(timeline, result, sheet, grid)
    except OSError as error:
        fault = os_fault(error, "writing", error.filename or out)
        return FramesResult(
            result.stills, result.wanted, None, time.monotonic() - began,
            (*refused, *result.scene_faults), (*result.machine_faults, fault), isolation,
        )
    return FramesResult(
        result.stills, result.wanted, finished, time.monotonic() - began,
        (*refused, *result.scene_faults), result.machine_faults, isolation,
    )


def planned(
    timeline: Timeline, out: Path, scenes: tuple[str, ...] = (), beats: tuple[str, ...] = ()
) -> list[Still]:
    """The last picture of every beat by its name in ``out``; see `frames`."""
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


def _moments(timeline: Timeline, out: Path, at: tuple[float, ...]) -> list[Still]:
    """Stills at moments in seconds; what lies beyond a scene's last beat means its end."""
    found = []
    for seconds in sorted(set(at)):
        position = max(0, round(seconds * FPS))
        origin = 0
        for scene in timeline.scenes:
            last = position < origin + scene.frames or scene is timeline.scenes[-1]
            if last and scene.beats:
                inside = min(position - origin, scene.beats[-1].start + scene.beats[-1].frames - 1)
                beat = next(b for b in reversed(scene.beats) if b.start <= max(0, inside))
                name = f"at_{seconds:07.2f}_{scene.id}_{beat.name}.png"
                found.append(Still(out / name, scene, beat, origin + inside, moment=True))
                break
            origin += scene.frames
    return found


def _draw(
    timeline: Timeline,
    out: Path,
    stills: list[Still],
    quality: QualityName,
    jobs: int,
    on_progress: OnProgress | None,
    sandbox: Sandbox,
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
            _job(timeline, mine, emitted[id], quality, str(Path(media) / id), sandbox)
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
        tuple(s for s in stills if (s.scene.id, _name(s)) in made), len(stills), None, 0.0,
        tuple(scene_faults), tuple(machine_faults),
    )


def _name(still: Still) -> str:
    """What the child calls a picture when it is made."""
    return str(still.path.absolute()) if still.moment else still.beat.name


def _job(
    timeline: Timeline, stills: list[Still], emitted: EmittedScene, quality: QualityName,
    media: str, sandbox: Sandbox,
) -> Job:
    paths = {s.beat.name: "" if s.moment else str(s.path.absolute()) for s in stills}
    origin = 0
    for scene in timeline.scenes:
        if scene.id == stills[0].scene.id:
            break
        origin += scene.frames
    fps = QUALITIES[quality].fps
    ends = {s.beat.name: frame_at(s.beat.start + s.beat.frames, fps) - 1 for s in stills}
    glances = tuple((max(0, min(frame_at(s.position - origin, fps), ends[s.beat.name])), _name(s))
                    for s in stills if s.moment)
    parts = tuple(
        Part(beat.name, beat.start, beat.start + beat.frames, paths.get(beat.name))
        for beat in stills[0].scene.beats
    )
    return Job(
        stills[0].scene.id, "stills", emitted.text, emitted.filename, emitted.class_name,
        QUALITIES[quality], parts, media, glances=glances, hatches=methods(emitted.text),
        sandbox=sandbox, reads=timeline.assets, latex=latex_version(timeline),
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
