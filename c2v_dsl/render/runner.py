"""The parent's side of a child process: start it, listen to it, never leave it behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from .answers import Nonsense, next_answer
from .job import Failure, Job, Outcome
from .options import frame_at

Sound = Callable[[Job, str, bytes], bool]
"""Whether what a hatch's child wrote for a part of a job can be used."""

OnFrames = Callable[[Job, str | None, int], None]
"""Told of a job, the beat that is running, and the frames the job has drawn so far."""

_KEPT = (
    "PATH", "HOME", "LANG", "LANGUAGE", "TMPDIR", "TEMP", "TMP", "TZ", "PYTHONPATH",
    "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "FONTCONFIG_FILE",
    "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "SYSTEMROOT",
    "C2V_CACHE",
)
_MOST = 1000
"""Hatches that may fail in one job."""
_LOADING = 120.0
"""Seconds that a child may take to load what it draws with, on a busy machine."""


@dataclass(frozen=True)
class Start:
    """How a child is started.

    Attributes:
        strict: it may be hostile: a line that makes no sense ends it, and so does ``lasts``.
        grace: seconds that it has to stop by itself when asked.
        lasts: seconds after which it is ended whatever it says.
    """

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    strict: bool = False
    grace: float = 5.0
    lasts: float | None = None


class Children:
    """The children of one rendering. ``stop`` ends them all, and none begins after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self.stopped = False

    def start(self, how: Start) -> subprocess.Popen[bytes]:
        with self._lock:
            if self.stopped:
                raise InterruptedError("stopped")
            process = subprocess.Popen(
                how.arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=how.folder,
                env=how.environment,
                start_new_session=True,
            )
            self._running.add(process)
            return process

    def ended(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.discard(process)

    def stop(self) -> None:
        with self._lock:
            self.stopped = True
            for process in self._running:
                end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a child and what it started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def environment() -> dict[str, str]:
    """What a child may know of ours: paths and languages, no keys."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    kept.update({k: v for k, v in os.environ.items() if k.startswith("LC_")})
    package = str(Path(__file__).resolve().parents[2])
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [package, kept.get("PYTHONPATH")]))
    kept["PYTHONHASHSEED"] = "0"
    kept["PYTHONDONTWRITEBYTECODE"] = os.environ.get("PYTHONDONTWRITEBYTECODE", "")
    return kept


def run_job(
    job: Job,
    children: Children | None = None,
    on_frames: OnFrames | None = None,
    silence: float = 180.0,
) -> Outcome:
    """Draw one scene in a child process and wait for it.

    Never raises for what the child does; raises ``OSError`` where no temporary folder can be made.
    Idempotent: what it writes is named by content and appears whole.
    """
    return run_batch([job], children, on_frames, silence)[0]


def run_batch(
    jobs: list[Job],
    children: Children | None = None,
    on_frames: OnFrames | None = None,
    silence: float = 180.0,
    sound: Sound | None = None,
) -> list[Outcome]:
    """The outcomes of ``jobs``, which one child does in their order.

    A job that fails is followed by the next one; if the child is lost over a job, another child
    takes up those behind it. Jobs with hatch code have a child each, in walls; what that wrote
    counts if ``sound`` says so. Raises as `run_job` does.
    """
    from .hatched import run_hatched
    from .usable import usable

    children = children or Children()
    outcomes: list[Outcome] = []
    while len(outcomes) < len(jobs):
        rest = jobs[len(outcomes):]
        if rest[0].hatches:
            told = [run_hatched(rest[0], children, on_frames, silence, sound or usable)]
        else:
            together = takewhile(lambda job: not job.hatches, rest)
            told = _in_one_child(list(together), children, on_frames, silence)
        outcomes += told
        failure = told[-1].failure
        if failure is not None and (failure.kind == "import" or children.stopped):
            outcomes += [Outcome(job.scene, failure=failure) for job in jobs[len(outcomes):]]
    return outcomes


def _in_one_child(
    jobs: list[Job], children: Children, on_frames: OnFrames | None, silence: float
) -> list[Outcome]:
    """Outcomes of the jobs that one child came to, at least of the first."""
    with tempfile.TemporaryDirectory(prefix="c2v-", ignore_cleanup_errors=True) as folder:
        order = Path(folder) / "jobs.json"
        order.write_text(Job.list_to_json(jobs), encoding="utf-8")
        how = Start(child_command(jobs[0], str(order)), folder, environment())
        return attend(how, jobs, children, on_frames, silence)


def child_command(job: Job, *files: str) -> list[str]:
    """What does jobs of this kind."""
    room = "layout" if job.kind == "measure" else "render"
    return [sys.executable, "-P", "-m", f"c2v_dsl.{room}.child", *files]


def attend(
    how: Start, jobs: list[Job], children: Children, on_frames: OnFrames | None, silence: float,
    watched: Callable[[Callable[[], None]], contextlib.AbstractContextManager[None]] | None = None,
) -> list[Outcome]:
    """Start a child and hear it out; outcomes of the jobs it came to, at least of the first.

    ``watched`` makes a context that holds while the child runs and may end it by what it is given.
    """
    outcomes: list[Outcome] = []
    try:
        process = children.start(how)
    except InterruptedError:
        return [Outcome(jobs[0].scene, failure=Failure("lost", "stopped"))]
    errors = _Tail(process)
    watch = _Watch(process, max(silence, _LOADING), how)
    try:
        with watched(lambda: end(process)) if watched else contextlib.nullcontext():
            for job in jobs:
                outcome = Outcome(job.scene)
                outcomes.append(outcome)
                try:
                    if not _listen(process, job, outcome, on_frames, silence, watch):
                        break
                except Nonsense as error:
                    outcome.failure = Failure("lost", f"{NONSENSE}: {error}", cause="forbidden")
                    break
    finally:
        watch.done()
        end(process)
        process.wait()
        children.ended(process)
        tail = errors.close()
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
    last = outcomes[-1]
    if last.failure is None and "drawn" not in last.stats:
        last.failure = _lost(process.returncode, tail)
    return outcomes


NONSENSE = "said what no child says"


class _Tail:
    """Reads a child's standard error as long as it speaks, and keeps the end of it."""

    MOST = 4000

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stderr is not None
        self._stream = process.stderr
        self._kept = b""
        self._thread = threading.Thread(target=self._read, name="errors", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := os.read(self._stream.fileno(), 1 << 16):
                self._kept = (self._kept + data)[-self.MOST:]

    def close(self) -> str:
        """What was said last, once the child has ended."""
        self._thread.join(timeout=1)
        if not self._thread.is_alive():
            self._stream.close()
        return self._kept.decode("utf-8", "replace")


class _Watch:
    """Wakes a child that is silent for too long, and ends it if that does not help."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, how: Start) -> None:
        self._process = process
        self._how = how
        self._seconds = seconds
        self._signs = 0
        now = time.monotonic()
        self._due = now + seconds
        self._end = None if how.lasts is None else now + how.lasts
        self._done = threading.Event()
        self.killed = False
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    def alive(self, seconds: float | None = None) -> None:
        """A sign of life; ``seconds`` is from now on the time until the next one is due."""
        self._signs += 1
        self._seconds = seconds or self._seconds
        self._due = time.monotonic() + self._seconds

    def done(self) -> None:
        self._done.set()

    def _look(self) -> None:
        while True:
            now = time.monotonic()
            if self._end is not None and now >= self._end:
                break
            if now >= self._due and not self._woke():
                break
            next_look = self._due if self._end is None else min(self._due, self._end)
            if self._done.wait(max(0.01, min(1.0, next_look - time.monotonic()))):
                return
        self.killed = True
        end(self._process)

    def _woke(self) -> bool:
        """Whether the child stirs when it is asked to stop, or has ended by itself."""
        signs = self._signs
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin:
                os.write(self._process.stdin.fileno(), b"!")
        end_of_grace = time.monotonic() + self._how.grace
        while time.monotonic() < end_of_grace:
            if self._signs != signs or self._done.wait(0.05) or self._process.poll() is not None:
                return True
        return False


def _listen(
    process: subprocess.Popen[bytes],
    job: Job,
    outcome: Outcome,
    on_frames: OnFrames | None,
    silence: float,
    watch: _Watch,
) -> bool:
    """Hear what a child says of a job, and say whether it may go on to another.

    Raises:
        Nonsense: it says what no child of ours says.
    """
    beat: str | None = None
    most = frame_at(max((part.end for part in job.parts), default=0), job.quality.fps)
    files = sum(part.path is not None for part in job.parts) + len(job.glances)
    assert process.stdout is not None
    while (answer := next_answer(process.stdout)) is not None:
        watch.alive(silence if answer.event != "began" else None)
        if answer.event == "frames":
            outcome.drawn = min(answer.drawn, most)
            beat = answer.name or None
            if on_frames and job.kind == "segments":
                on_frames(job, beat, outcome.drawn)
        elif answer.event == "entered":
            outcome.entered = answer.name
        elif answer.event == "written":
            outcome.finished.append(answer.name)
            if on_frames and job.kind != "segments":
                on_frames(job, answer.name, len(outcome.finished))
        elif answer.event == "hatch" and answer.failure:
            outcome.hatches.append(answer.failure)
        elif answer.event == "failure" and answer.failure:
            outcome.failure = answer.failure
            return outcome.failure.kind not in ("import", "lost")
        elif answer.event == "done":
            outcome.stats = answer.stats or {}
            outcome.drawn = min(answer.drawn, most)
            return True
        if len(outcome.finished) > files or len(outcome.hatches) > _MOST:
            raise Nonsense("too many answers")
    if watch.killed:
        outcome.failure = Failure("silent", "no sign of life", beat=beat, cause="time")
    return False


def _lost(code: int, tail: str) -> Failure:
    if code > 128:  # what a shell and bubblewrap make of a signal
        code = 128 - code
    if code < 0:
        try:
            how = f"was ended by {signal.Signals(-code).name}"
        except ValueError:
            how = f"was ended by signal {-code}"
    else:
        how = f"ended with status {code}"
    return Failure("lost", how, trace=tail, number=abs(code), cause="ended")
