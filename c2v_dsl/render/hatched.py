"""Scenes with hatch code: a child each, in walls, whose files are looked at before they count.

A child that was lost over a hatch, or did not say the truth, is followed by another in which that
hatch's code is replaced by its placeholder, so that the rest of the scene is there.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ..resources import cache_folder
from .cache import notes_path, whole_file
from .confine import GIB, SAFE, Level, Limits, level
from .confine.levels import command, walls_for
from .confine.places import environment
from .confine.scratch import Watch, scratch_folder, take
from .job import Failure, Job, Outcome, Part
from .methods import named_bodies, spans, without
from .options import frame_at
from .runner import Children, OnFrames, Sound, Start, attend, child_command, run_batch
from .trust import written_by

_TRIES = 3

PATIENCE = {"measure": 20.0, "stills": 60.0, "segments": 60.0}
"""Seconds without a sign of life after which hatch code is given up."""

MEMORY = "it used up the memory that a hatch may have"
TIME = "it does not come to an end"
SPACE = "it wrote more than a hatch may"
SPOILT = "it spoilt the scene's picture or what the renderer says of it"


def run_hatched(
    job: Job, children: Children, on_frames: OnFrames | None, silence: float, sound: Sound
) -> Outcome:
    """Do a job whose scene has hatch code; see `run_job`."""
    reached: Level = "none" if job.sandbox == "off" else level()
    told = {} if reached in SAFE or job.sandbox == "off" else _untrusted(job)
    if job.latex:
        _set_formulas(job, children, silence)
    silence = min(silence, PATIENCE[job.kind])
    for left in range(_TRIES, -1, -1):
        code = without(job.code, set(told))
        whole = told.keys() >= set(job.hatches)
        outcome = _once(
            replace(job, code=code), reached, children, on_frames, silence, sound, whole)
        outcome.isolation = reached
        outcome.hatches = [f for f in outcome.hatches if not told.keys() & {n for n, _ in f.spots}]
        outcome.hatches = [*told.values(), *outcome.hatches]
        failure = outcome.failure
        missing = failure is not None and failure.kind == "import" and not outcome.entered
        if failure is None or children.stopped or missing or whole:
            break
        for name in _guilty(job, outcome, set(told)) if left > 1 else set(job.hatches) - set(told):
            told[name] = _blame(name, failure)
    if job.kind == "segments" and outcome.finished:
        _note(job, outcome)
    return outcome


def _set_formulas(job: Job, children: Children, silence: float) -> None:
    """Let LaTeX set the scene's own formulas, which are kept: behind walls it cannot be started.

    No hatch's code is left in the child that asks for them.
    """
    last = max((k for k, part in enumerate(job.parts) if part.path is not None), default=-1)
    with scratch_folder() as folder:
        parts = tuple(replace(part, path=str(folder / "seen.json") if k == last else None)
                      for k, part in enumerate(job.parts))
        plain = replace(
            job, kind="measure", code=without(job.code, set(job.hatches)), parts=parts,
            media=str(folder / "media"), hatches=(), objects=(), moves=(), glances=(),
        )
        run_batch([plain], children, None, silence)


def _note(job: Job, outcome: Outcome) -> None:
    """Note beside each segment which hatches failed in it."""
    drawn = [part for part in job.parts if part.path and part.name in outcome.finished]
    beats = {part.name for part in drawn}
    for part in drawn:
        mine = [asdict(f) for f in outcome.hatches
                if f.beat == part.name or (f.beat not in beats and part is drawn[0])]
        if mine:
            with whole_file(notes_path(Path(str(part.path)))) as out:
                out.write(json.dumps(mine).encode())


def _untrusted(job: Job) -> dict[str, Failure]:
    """The hatches that a model wrote, which do not run; usually there are none left by now."""
    return {
        name: Failure("hatch", "a model wrote its code, and there are no walls", hatch=name,
                      cause="untrusted")
        for name, code in named_bodies(job.code) if written_by(code)
    }


def _guilty(job: Job, outcome: Outcome, known: set[str]) -> set[str]:
    """The hatches that a failure is laid to, of those not known yet."""
    assert outcome.failure is not None
    hatches = set(job.hatches) - known
    named = [name for name, _ in outcome.failure.spots if name in hatches]
    for line in outcome.failure.lines:
        named += [name for name, first, last in spans(job.code) if first <= line <= last]
    for name in (*named, outcome.entered):
        if name in hatches:
            return {name}
    return hatches


def _blame(name: str, failure: Failure) -> Failure:
    """What is told of the hatch ``name``, whose code is left out because of ``failure``."""
    message = {"time": TIME, "memory": MEMORY, "space": SPACE, "forbidden": SPOILT}.get(
        failure.cause, failure.message)
    if failure.kind == "lost" and failure.cause == "ended":
        message = f"its process {failure.message}"
    elif failure.kind != "lost" and failure.cause != "time":
        message = failure.message
    return replace(failure, kind="hatch", message=message, hatch=name)


@dataclass(frozen=True)
class _Wanted:
    """A file that the child is to make: its place in the scratch folder and where it goes."""

    scratch: str
    path: Path
    name: str
    part: Part | None


def _once(
    job: Job, reached: Level, children: Children, on_frames: OnFrames | None, silence: float,
    sound: Sound, trusted: bool,
) -> Outcome:
    """Do the job in one child; ``trusted`` where no hatch's code is left in it."""
    with scratch_folder() as folder:
        scratch = folder / "scratch"
        scratch.mkdir()
        inside, wanted = _moved(job, scratch)
        lasts = _lasts(job)
        limits = _limits(job, lasts)
        files = (folder / "jobs.json", folder / "walls.json")
        reads = (*map(str, files), *(str(Path(path).absolute()) for path in job.reads))
        known = environment(str(scratch))
        if job.latex:
            known |= {"C2V_LATEX": job.latex, "C2V_CACHE": str(cache_folder())}
            reads = (*reads, str(cache_folder() / "latex"))
        walls = walls_for(reached, reads, str(scratch), limits)
        files[0].write_text(Job.list_to_json([inside]), encoding="utf-8")
        files[1].write_text(walls.to_json(), encoding="utf-8")
        how = Start(
            command(reached, walls, str(scratch), child_command(job, *map(str, files))),
            str(scratch), known, strict=True, grace=min(5.0, silence),
            lasts=lasts,
        )
        full: list[Watch] = []

        @contextlib.contextmanager
        def watched(stop: Callable[[], None]) -> Iterator[None]:
            watch = Watch(scratch, limits, stop)
            full.append(watch)
            try:
                yield
            finally:
                watch.done()

        [outcome] = attend(how, [inside], children, on_frames, silence, watched)
        outcome.finished = []
        if full and full[0].passed:
            outcome.failure = Failure("lost", SPACE, cause="space")
        if outcome.failure is None or trusted or children.stopped:
            _adopt(job, outcome, wanted, scratch, sound)
        return outcome


def _moved(job: Job, scratch: Path) -> tuple[Job, list[_Wanted]]:
    """The job with its files in the scratch folder, and where they belong."""
    wanted: list[_Wanted] = []

    def inside(path: str | None, name: str, part: Part | None) -> str | None:
        if not path:
            return path
        place = f"{len(wanted)}{Path(path).suffix}"
        wanted.append(_Wanted(place, Path(path), name, part))
        return str(scratch / place)

    parts = tuple(replace(part, path=inside(part.path, part.name, part)) for part in job.parts)
    glances = tuple((number, inside(path, path, None) or "") for number, path in job.glances)
    media = str(scratch / "media")
    return replace(job, parts=parts, glances=glances, media=media, reads=()), wanted


def _limits(job: Job, lasts: float) -> Limits:
    """What the child may use; a scene that is drawn in 4K needs 1.2 GB."""
    if job.kind == "segments":
        return Limits(cpu=int(lasts) * 4)
    return Limits(cpu=int(lasts) * 2, memory=2 * GIB, file=GIB >> 6, written=GIB >> 2, files=5000)


def _lasts(job: Job) -> float:
    """Seconds that a child may take in all, whatever it says: plenty."""
    frames = frame_at(max((part.end for part in job.parts), default=0), job.quality.fps)
    size = job.quality.width * job.quality.height / 1e6
    return 120 + (0 if job.kind == "measure" else frames * (0.2 + 0.2 * size))


def _adopt(
    job: Job, outcome: Outcome, wanted: list[_Wanted], scratch: Path, sound: Sound
) -> None:
    """Take what is sound to where it belongs, with what is to be told about it."""
    most = _limits(job, 0).file
    for one in wanted:
        data = take(scratch / one.scratch, most)
        if data is None or not sound(job, one.name, data):
            if outcome.failure is None:
                outcome.failure = Failure("lost", SPOILT, cause="forbidden")
            continue
        with whole_file(one.path) as out:
            out.write(data)
        outcome.finished.append(one.name)
