"""From a timeline to a video beside its subtitles."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..emit import EmittedScene, emit_scene
from ..resources import cache_folder
from ..timeline.model import SceneSpec, Timeline
from .cache import Cache, writable
from .confine import Level
from .credits import write_credits
from .events import Meter, OnProgress
from .faults import MachineFault, SceneFault, os_fault
from .job import Failure, Job, Outcome, Part
from .join import Damaged, join
from .methods import methods
from .options import QUALITIES, Quality, RenderOptions
from .pool import run_jobs
from .report import CACHE_WAY_OUT, faults_of, relocated
from .segments import Segment, latex_version, plan
from .subtitles import write_subtitles
from .trust import allowed, reached


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
        credits: whose icons are in it, a text beside it.
        isolation: what stands around hatch code; None where there is none.
    """

    video: Path | None
    subtitles: tuple[Path, ...] = ()
    frames: int = 0
    drawn: int = 0
    seconds: float = 0.0
    scene_faults: tuple[SceneFault, ...] = ()
    machine_faults: tuple[MachineFault, ...] = ()
    credits: Path | None = None
    isolation: Level | None = None

    @property
    def ok(self) -> bool:
        return self.video is not None


_LEAST_SECONDS = 8
"""Seconds of video below which starting another child does not pay."""


@dataclass
class _Scene:
    spec: SceneSpec
    emitted: EmittedScene
    segments: tuple[Segment, ...]
    wanted: tuple[Segment, ...]
    missing: tuple[Segment, ...] = ()
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def drawn(self) -> int:
        return sum(outcome.drawn for outcome in self.outcomes)


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
    options = options or RenderOptions()
    with contextlib.ExitStack() as stack:
        if options.cache is None:
            folder = cache_folder()
            if not writable(folder) and "C2V_CACHE" not in os.environ:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="c2v-")))
            options = replace(options, cache=folder)
        return _Rendering(timeline, Path(out), options, on_progress, executor).run()


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
        self.timeline, self.refused = allowed(timeline, options.sandbox)
        self.isolation = reached(self.timeline, options.sandbox, self._ids(options))
        self.out = out
        self.options = options
        self.quality: Quality = QUALITIES[options.quality]
        assert options.cache is not None
        self.cache = Cache(options.cache)
        self.executor = executor
        self.drawn_before = 0
        self.scenes = self._plan()
        wanted = [s for scene in self.scenes for s in scene.wanted]
        missing = [s for scene in self.scenes for s in scene.missing]
        self.total = sum(s.frames for s in wanted)
        kept = self.total - sum(s.frames for s in missing)
        self.meter = Meter(self.total, kept, on_progress)

    def _ids(self, options: RenderOptions) -> tuple[str, ...]:
        return (*options.scenes, *(beat.partition("@")[0] for beat in options.beats))

    def _plan(self) -> list[_Scene]:
        scenes = []
        for spec in self.timeline.scenes:
            wanted_beats = selection(self.options.scenes, self.options.beats, spec)
            if wanted_beats is not None and not wanted_beats:
                continue
            emitted = emit_scene(self.timeline, spec)
            segments = plan(
                self.timeline, spec, emitted, self.quality, self.options.sandbox)
            wanted = tuple(
                s for s in segments
                if s.frames > 0 and (wanted_beats is None or s.beat in wanted_beats)
            )
            missing = tuple(s for s in wanted if not self.cache.holds(s.key))
            scenes.append(_Scene(spec, emitted, segments, wanted, missing))
        return scenes

    def run(self, again: bool = True) -> RenderResult:
        """Draw and join; a kept segment that turns out damaged is drawn anew once."""
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
            if again:
                self.drawn_before = self._drawn()
                self.scenes = self._plan()
                return self.run(again=False)
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
        pieces = [
            (scene, number, piece)
            for scene in to_draw
            for number, piece in enumerate(shares(scene.missing, self._share(to_draw)))
        ]
        pieces.sort(key=lambda share: -sum(s.frames for s in share[2]))
        with tempfile.TemporaryDirectory(prefix="c2v-media-", ignore_cleanup_errors=True) as media:
            outcomes = run_jobs(
                [self._job(*share, Path(media)) for share in pieces],
                self.options.workers, self.options.silence, self.meter.drawn, self.executor,
            )
        for (scene, _, _), outcome in zip(pieces, outcomes, strict=True):
            scene.outcomes.append(outcome)

    def _share(self, scenes: list[_Scene]) -> int:
        """Frames that one child should draw, so that every worker has about the same to do."""
        total = sum(s.frames for scene in scenes for s in scene.missing)
        return max(-(-total // self.options.workers), _LEAST_SECONDS * self.quality.fps)

    def _job(
        self, scene: _Scene, number: int, piece: tuple[Segment, ...], media: Path
    ) -> Job:
        missing = {s.key for s in piece}
        parts = tuple(
            Part(s.beat, s.start, s.end, str(self.cache.path(s.key)) if s.key in missing else None)
            for s in scene.segments
        )
        return Job(
            scene.spec.id, "segments", scene.emitted.text, scene.emitted.filename,
            scene.emitted.class_name, self.quality, parts,
            str(media / f"{scene.spec.id}-{number}"), number,
            hatches=methods(scene.emitted.text), sandbox=self.options.sandbox,
            reads=self.timeline.assets, latex=latex_version(self.timeline),
        )

    def _faults(self) -> tuple[list[SceneFault], list[MachineFault]]:
        ids = {scene.spec.id for scene in self.scenes}
        scene_faults = [fault for fault in self.refused if fault.scene in ids]
        machine_faults: list[MachineFault] = []
        for scene in self.scenes:
            failures = [failure for outcome in scene.outcomes for failure in outcome.all]
            failures += [
                relocated(Failure.from_data(note), scene.emitted)
                for segment in scene.wanted for note in self.cache.notes(segment.key)
            ]
            lost = [s.id for s in scene.missing if not self.cache.holds(s.key)]
            if lost and all(failure.kind == "hatch" for failure in failures):
                failures.append(Failure("lost", f"left {lost[0]} undrawn"))
            told = faults_of(
                failures, scene.spec, scene.emitted, self.options.silence, CACHE_WAY_OUT
            )
            scene_faults += told[0]
            machine_faults += [fault for fault in told[1] if fault not in machine_faults]
        return scene_faults, machine_faults

    def _failed(
        self, machine: list[MachineFault], scenes: list[SceneFault] | None = None
    ) -> RenderResult:
        return RenderResult(
            None, drawn=self._drawn(), seconds=time.monotonic() - self.began,
            scene_faults=tuple(scenes or ()), machine_faults=tuple(machine),
            isolation=self.isolation,
        )

    def _drawn(self) -> int:
        return self.drawn_before + sum(scene.drawn for scene in self.scenes)

    def _join(self, scene_faults: list[SceneFault]) -> RenderResult:
        wanted = [s for scene in self.scenes for s in scene.wanted]
        paths = [self.cache.path(s.key) for s in wanted]
        if not paths:
            fault = MachineFault("There is nothing to render: no frame was asked for",
                                 "Ask for a scene or beat that has a length")
            return self._failed([fault], scene_faults)
        frames = join(
            paths, self.out, self.quality.fps, self.options.sound, [s.frames for s in wanted]
        )
        subtitles = (
            write_subtitles(self.timeline, tuple(wanted), self.out, self.quality.fps)
            if self.options.subtitles else ()
        )
        drawn = [scene.spec for scene in self.scenes if scene.wanted]
        credits = write_credits(drawn, self.timeline.title, self.out)
        self.cache.prune(
            self.options.cache_bytes, self.options.cache_days, keep=frozenset(paths)
        )
        self.meter.phase("done")
        return RenderResult(
            self.out, subtitles, frames, self._drawn(), time.monotonic() - self.began,
            tuple(scene_faults), credits=credits, isolation=self.isolation,
        )


def shares(segments: tuple[Segment, ...], most: int) -> list[tuple[Segment, ...]]:
    """``segments`` in runs of about equal length, as few as keep each near ``most`` frames.

    A run's earlier beats are stepped through before it is drawn, so runs cost little more than
    the whole.
    """
    total = sum(segment.frames for segment in segments)
    count = max(1, round(total / most))
    runs: list[list[Segment]] = [[] for _ in range(count)]
    done = 0
    for segment in segments:
        runs[min(count - 1, (2 * done + segment.frames) * count // (2 * total))].append(segment)
        done += segment.frames
    return [tuple(run) for run in runs if run]


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
