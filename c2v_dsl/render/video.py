"""From a timeline to a video beside its subtitles."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from ..emit import EmittedScene, emit_scene
from ..timeline.model import SceneSpec, Timeline
from .cache import Cache, default_folder
from .events import Meter, OnProgress
from .faults import MachineFault, SceneFault, os_fault
from .job import Failure, Job, Outcome, Part
from .join import Damaged, join
from .options import QUALITIES, Quality, RenderOptions
from .pool import run_jobs
from .report import faults_of, relocated
from .segments import Segment, plan
from .subtitles import write_subtitles


@dataclass(frozen=True)
class RenderResult:
    """What came of a rendering.

    Attributes:
        video: the file, or None where anything was missing: a video without one of its scenes is
            no video.
        subtitles: files written beside it.
        frames: frames of the video.
        drawn: frames drawn now; the rest was kept from earlier.
        seconds: how long it took.
        scene_faults: scenes whose code failed, and hatches shown as placeholders (``hatch``).
        machine_faults: what the machine refused.
    """

    video: Path | None
    subtitles: tuple[Path, ...] = ()
    frames: int = 0
    drawn: int = 0
    seconds: float = 0.0
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()

    @property
    def ok(self) -> bool:
        return self.video is not None


@dataclass
class _Scene:
    spec: SceneSpec
    emitted: EmittedScene
    segments: tuple[Segment, ...]
    wanted: tuple[Segment, ...]
    missing: tuple[Segment, ...] = ()
    outcome: Outcome | None = field(default=None)


def render(
    timeline: Timeline,
    out: Path,
    options: RenderOptions | None = None,
    on_progress: OnProgress | None = None,
    executor: Executor | None = None,
) -> RenderResult:
    """Render ``timeline`` to the MP4 ``out``, with subtitles beside it.

    Beats whose picture is in the cache are not drawn again. ``out`` appears whole or not at all.
    Faults are in the result, not raised; ``KeyboardInterrupt`` passes, after every child has
    ended.

    Args:
        executor: where scenes are drawn, for tasks that are plain data; on other machines it
            needs a cache folder they share. Threads here by default.
    """
    return _Rendering(timeline, Path(out), options or RenderOptions(), on_progress, executor).run()


class _Rendering:
    def __init__(
        self,
        timeline: Timeline,
        out: Path,
        options: RenderOptions,
        on_progress: OnProgress | None,
        executor: Executor | None,
    ) -> None:
        self.began = time.monotonic()
        self.timeline = timeline
        self.out = out
        self.options = options
        self.quality: Quality = QUALITIES[options.quality]
        self.cache = Cache(options.cache or default_folder())
        self.executor = executor
        self.scenes = self._plan()
        wanted = [s for scene in self.scenes for s in scene.wanted]
        missing = [s for scene in self.scenes for s in scene.missing]
        self.total = sum(s.frames for s in wanted)
        kept = self.total - sum(s.frames for s in missing)
        self.meter = Meter(self.total, kept, on_progress)

    def _plan(self) -> list[_Scene]:
        scenes = []
        for spec in self.timeline.scenes:
            wanted_beats = selection(self.options.scenes, self.options.beats, spec)
            if wanted_beats is not None and not wanted_beats:
                continue
            emitted = emit_scene(self.timeline, spec)
            segments = plan(self.timeline, spec, emitted, self.quality)
            wanted = tuple(
                s for s in segments
                if s.frames > 0 and (wanted_beats is None or s.beat in wanted_beats)
            )
            missing = tuple(s for s in wanted if not self.cache.holds(s.key))
            scenes.append(_Scene(spec, emitted, segments, wanted, missing))
        return scenes

    def run(self) -> RenderResult:
        self.meter.phase("planning")
        try:
            self._check_target()
            self._draw()
        except OSError as error:
            return self._failed([os_fault(error, "writing", error.filename or self.cache.folder)])
        scene_faults, machine_faults = self._faults()
        if machine_faults or any(not fault.hatch for fault in scene_faults):
            return self._failed(machine_faults, scene_faults)
        self.meter.phase("joining")
        try:
            return self._join(scene_faults)
        except OSError as error:
            return self._failed([os_fault(error, "writing", self.out)], scene_faults)
        except Damaged as error:
            error.path.unlink(missing_ok=True)
            fault = MachineFault(
                f"The kept segment {error.path} was damaged and has been dropped",
                "Run it again; only that beat is drawn anew",
            )
            return self._failed([fault], scene_faults)

    def _check_target(self) -> None:
        """Notice a place that cannot be written to before an hour of drawing, not after."""
        folder = self.out.absolute().parent
        folder.mkdir(parents=True, exist_ok=True)
        if self.out.is_dir():
            raise IsADirectoryError(21, "is a folder", str(self.out))
        try:
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder)) from error

    def _draw(self) -> None:
        to_draw = [scene for scene in self.scenes if scene.missing]
        if not to_draw:
            return
        self.cache.folder.mkdir(parents=True, exist_ok=True)
        self.meter.phase("drawing")
        to_draw.sort(key=lambda scene: -sum(s.frames for s in scene.missing))
        with tempfile.TemporaryDirectory(prefix="c2v-media-", ignore_cleanup_errors=True) as media:
            outcomes = run_jobs(
                [self._job(scene, Path(media)) for scene in to_draw],
                self.options.workers, self.options.silence, self.meter.drawn, self.executor,
            )
        for scene, outcome in zip(to_draw, outcomes, strict=True):
            scene.outcome = outcome

    def _job(self, scene: _Scene, media: Path) -> Job:
        missing = {s.key for s in scene.missing}
        parts = tuple(
            Part(s.beat, s.start, s.end, str(self.cache.path(s.key)) if s.key in missing else None)
            for s in scene.segments
        )
        return Job(
            scene.spec.id, "segments", scene.emitted.text, scene.emitted.filename,
            scene.emitted.class_name, self.quality, parts, str(media / scene.spec.id),
        )

    def _faults(self) -> tuple[list[SceneFault], list[MachineFault]]:
        scene_faults: list[SceneFault] = []
        machine_faults: list[MachineFault] = []
        for scene in self.scenes:
            outcome = scene.outcome or Outcome(scene.spec.id)
            for segment in scene.wanted:
                for note in self.cache.notes(segment.key):
                    kept = relocated(Failure.from_data(note), scene.emitted)
                    if kept.message not in [failure.message for failure in outcome.hatches]:
                        outcome.hatches.append(kept)
            if outcome.failure is None:
                lost = [s.id for s in scene.missing if not self.cache.holds(s.key)]
                if lost:
                    outcome.failure = Failure("lost", f"left {lost[0]} undrawn")
            told = faults_of(outcome, scene.spec, scene.emitted, self.options.silence)
            scene_faults += told[0]
            machine_faults += [fault for fault in told[1] if fault not in machine_faults]
        return scene_faults, machine_faults

    def _failed(
        self, machine: list[MachineFault], scenes: list[SceneFault] | None = None
    ) -> RenderResult:
        return RenderResult(
            None, drawn=self._drawn(), seconds=time.monotonic() - self.began,
            scene_faults=tuple(scenes or ()), machine_faults=tuple(machine),
        )

    def _drawn(self) -> int:
        return sum(scene.outcome.drawn for scene in self.scenes if scene.outcome)

    def _join(self, scene_faults: list[SceneFault]) -> RenderResult:
        wanted = [s for scene in self.scenes for s in scene.wanted]
        paths = [self.cache.path(s.key) for s in wanted]
        if not paths:
            fault = MachineFault("There is nothing to render: no frame was asked for",
                                 "Ask for a scene or beat that has a length")
            return self._failed([fault], scene_faults)
        frames = join(paths, self.out, self.quality.fps, self.options.sound)
        subtitles = (
            write_subtitles(self.timeline, tuple(wanted), self.out, self.quality.fps)
            if self.options.subtitles else ()
        )
        self.cache.prune(
            self.options.cache_bytes, self.options.cache_days, keep=frozenset(paths)
        )
        self.meter.phase("done")
        return RenderResult(
            self.out, subtitles, frames, self._drawn(), time.monotonic() - self.began,
            tuple(scene_faults),
        )


def selection(
    scenes: tuple[str, ...], beats: tuple[str, ...], scene: SceneSpec
) -> frozenset[str] | None:
    """Names of the beats wanted of ``scene``; None means all of it, the closing too.

    Args:
        scenes: ids of scenes; ``beats`` ids of beats. Where both are empty, all is wanted.
    """
    if not scenes and not beats:
        return None
    if scene.id in scenes:
        return None
    return frozenset(
        beat.partition("@")[2] for beat in beats if beat.partition("@")[0] == scene.id
    )
