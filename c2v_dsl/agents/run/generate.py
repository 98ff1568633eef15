"""From a wish to a video, through a folder that can be read, stopped and gone on with."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..client import Client
from ..prompts import prompts_version
from . import scenes, storyboard, video
from .asked import keep_wish, wish_of
from .events import OnRunProgress
from .folder import STORYBOARD, BadRun, RunFolder
from .record import OptionsRecord, RunRecord, SceneState, StageState, Status, Versions
from .report import write_report
from .work import NoWay, Work

if TYPE_CHECKING:
    from ..planner import Outline, Wish


@dataclass(frozen=True)
class RunResult:
    """What came of a run.

    Attributes:
        folder: where everything is.
        record: what ``run.json`` says.
        video: the file, or None where there is none.
        lost: kind of the question without an answer that ended asking, or empty: ``budget``,
            ``key``, ``network``…
    """

    folder: Path
    record: RunRecord
    video: Path | None = None
    lost: str = ""

    @property
    def ok(self) -> bool:
        """Whether the video is whole."""
        return self.record.status is Status.complete


def generate(
    wish: Wish,
    folder: Path,
    client: Client,
    options: OptionsRecord | None = None,
    on_progress: OnRunProgress | None = None,
) -> RunResult:
    """Make a video of ``wish`` in ``folder``, or go on with the run that is there.

    What a model answered before is not asked again; what was changed by hand is respected. Faults
    of models, scenes and the machine are in the result. ``KeyboardInterrupt`` passes after the
    folder is in order.

    Args:
        options: None takes those of the run that is there.

    Raises:
        BadRun: the folder is something else, another wish's run, or in use.
        OSError: the folder cannot be written.
    """
    place = RunFolder(folder)
    place.check_free()
    with place.locked():
        record = _record(place, wish, options)
        own = replace(wish, path=str(place / STORYBOARD))
        return _Run(Work(place, record, own, client, on_progress)).go()


def _record(place: RunFolder, wish: Wish, options: OptionsRecord | None) -> RunRecord:
    if not place.is_run:
        return RunRecord(wish=keep_wish(place, wish), options=options or OptionsRecord())
    record = place.load()
    if replace(wish, path="") != replace(wish_of(place, record.wish), path=""):
        raise BadRun(f"{place.path} is a run about “{record.wish.topic}”, asked for otherwise; go "
                     f"on with it by c2v generate --resume {place.path}, or choose another folder "
                     "with -o")
    record.options = options or record.options
    record.reasons = []
    return record


class _Run:
    def __init__(self, work: Work) -> None:
        self.work = work
        self.outline: Outline | None = None

    def go(self) -> RunResult:
        work, record = self.work, self.work.record
        record.status, record.model = Status.running, work.client.provider.model
        record.versions = Versions(
            c2v=version("c2v"), python=platform.python_version(), manim=version("manim"),
            prompts=prompts_version())
        work.exchanges.forget(
            scenes={s.id for s in record.scenes if s.state is SceneState.missing}
            | set(record.critic.not_judged),
            agents=("coder", "refine") if record.stage("hatches").state is StageState.failed
            else ())
        made: Path | None = None
        try:
            self._storyboard()
            made = self._video()
        except NoWay as end:
            work.reason(str(end))
        except BaseException as error:
            record.status = Status.stopped
            work.reason("it was stopped" if isinstance(error, KeyboardInterrupt)
                        else f"it was stopped by {type(error).__name__}: {error}")
            self._close()
            raise
        record.status = Status.incomplete if record.reasons else Status.complete
        self._close()
        return RunResult(work.folder.path, record, made, work.lost_kind)

    def _storyboard(self) -> None:
        work = self.work
        if storyboard.taken_over(work):
            return
        self.outline = found = scenes.outline(work)
        drafts = scenes.write_scenes(work, found)
        storyboard.level_attempts(work)
        storyboard.assemble(work, found, drafts)
        storyboard.mend(work, found)
        storyboard.fill(work)
        storyboard.criticise(work)

    def _video(self) -> Path:
        """Make the video; where a scene's code fails, once more with its placeholder."""
        work = self.work
        for last in (self.outline is None, True):
            result = storyboard.finish_findings(work)
            assert result.timeline is not None
            video.compile_code(work, result)
            made = video.render_video(work, result.timeline, last=last)
            if made.video is not None:
                return made.video
            broken = {fault.scene: f"it could not be drawn: {fault.message}"
                      for fault in made.scene_faults if not fault.hatch}
            assert self.outline is not None
            work.becomes(storyboard.stand_in(work, self.outline, work.text, broken))
        raise AssertionError("the last rendering has a video or an error")

    def _close(self) -> None:
        self.work.save()
        write_report(self.work.folder, self.work.record)
