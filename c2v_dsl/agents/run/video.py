"""The last stages: readable code, and the video with what lies beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ...pipeline import CheckResult
from ...resources import cache_folder
from ...semantics.suggest import counted
from .folder import VIDEO
from .record import StageState
from .work import NoWay, Work

if TYPE_CHECKING:
    from ...render import Progress, RenderResult
    from ...timeline.model import Timeline

CODE, SEGMENTS, FRAMES = "code", "segments", "frames"
SHEET = f"{FRAMES}/sheet.png"


def compile_code(work: Work, result: CheckResult) -> None:
    """The Manim code of every scene, for people."""
    from ...emit import emit_scene

    assert result.timeline is not None
    with work.stage("code") as stage:
        names = []
        for scene in result.timeline.scenes:
            emitted = emit_scene(result.timeline, scene, dict(result.sources))
            work.folder.write(f"{CODE}/{emitted.filename}", emitted.text)
            names.append(f"{CODE}/{emitted.filename}")
        _only(work.folder / CODE, names)
        work.record.files.code = names
        stage.detail = counted(len(names), "file")


def render_video(work: Work, timeline: Timeline, last: bool = True) -> RenderResult:
    """The video, its subtitles and credits.

    Args:
        last: whether there will be no other try without the scenes that failed.

    Raises:
        NoWay: the machine, or a scene's code in the last try, kept it from being made.
    """
    from ...render import RenderOptions, render

    began = time.monotonic()
    try:
        with work.stage("video", "drawing") as stage:
            options = RenderOptions(quality=work.options.quality, jobs=work.options.jobs,
                                    sandbox=work.options.sandbox)
            made = render(timeline, work.folder / VIDEO, options, lambda p: _progress(work, p))
            work.record.isolation = made.isolation or ""
            if made.video is None and not last and not made.machine_faults:
                stage.detail = "a scene could not be drawn"
                return made
            if made.video is None:
                faults = [str(f) for f in made.machine_faults] or [
                    f"scene {f.scene} stopped: {f.message}" for f in made.scene_faults]
                raise NoWay("there is no video: " + "; ".join(faults))
            files = work.record.files
            files.video = VIDEO
            files.subtitles = [path.name for path in made.subtitles]
            files.credits = made.credits.name if made.credits else None
            for fault in made.scene_faults:
                work.reason(f"the hatch {fault.id or fault.scene} shows its placeholder: "
                            f"{fault.message}")
            _keep_segments(work, timeline)
            stage.detail = f"{VIDEO}, {made.frames:,} frames, {made.drawn:,} drawn now"
            stage.state = StageState.done
    finally:
        work.rendering += time.monotonic() - began
        work.save()
    return made


def _progress(work: Work, progress: Progress) -> None:
    what = progress.phase
    if progress.phase == "drawing" and progress.scene:
        what_at = f"{progress.scene}@{progress.beat}" if progress.beat else progress.scene
        work.say("video", progress.done, progress.total, what_at, progress.seconds_left)
    elif what == "joining":
        work.say("video", progress.done, progress.total, what)


def _keep_segments(work: Work, timeline: Timeline) -> None:
    """Every beat as a clip of its own and its last picture, named for people, and all pictures on
    one sheet. Clips take no room of their own where the cache lies on the same disk."""
    from ...emit import emit_scene
    from ...render.cache import Cache
    from ...render.lasts import last_picture
    from ...render.options import QUALITIES
    from ...render.segments import plan
    from ...render.sheet import contact_sheet
    from ...render.stills import planned
    from ...render.trust import allowed

    cache = Cache(cache_folder())
    timeline, _ = allowed(timeline, work.options.sandbox)
    wanted = {(s.scene.id, s.beat.name): s for s in planned(timeline, work.folder / FRAMES)}
    clips, pictures = [], []
    for scene in timeline.scenes:
        segments = plan(timeline, scene, emit_scene(timeline, scene),
                        QUALITIES[work.options.quality], work.options.sandbox)
        for segment in segments:
            still = wanted.get((scene.id, segment.beat))
            if still is None or not segment.frames:
                continue
            clip = f"{SEGMENTS}/{still.path.stem}.mp4"
            if _linked(cache.path(segment.key), work.folder / clip):
                clips.append(clip)
                last_picture(work.folder / clip, still.path)
                pictures.append(still)
    if pictures:
        contact_sheet(timeline, tuple(pictures), work.folder / SHEET)
        work.record.files.sheet = SHEET
    _only(work.folder / SEGMENTS, clips)
    _only(work.folder / FRAMES, [SHEET, *(still.path.name for still in pictures)])


def _linked(source: Path, target: Path) -> bool:
    if not source.is_file():
        return False
    target.parent.mkdir(exist_ok=True)
    partial = target.with_name(f".{target.name}.part")
    partial.unlink(missing_ok=True)
    try:
        os.link(source, partial)
    except OSError:
        with contextlib.suppress(OSError):
            shutil.copyfile(source, partial)
    if not partial.exists():
        return False
    partial.replace(target)
    return True


def _only(folder: Path, names: list[str]) -> None:
    """Remove files of earlier runs from ``folder``."""
    wanted = {Path(name).name for name in names}
    if folder.is_dir():
        for path in folder.iterdir():
            if path.is_file() and path.name not in wanted:
                path.unlink(missing_ok=True)
