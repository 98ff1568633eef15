"""The parent's side of a child process: start it, listen to it, never leave it behind."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .job import Failure, Job, Outcome

OnFrames = Callable[[Job, str | None, int], None]
"""Told of a job, the beat that is running, and the frames the job has drawn so far."""

_KEPT = (
    "PATH", "HOME", "LANG", "LANGUAGE", "TMPDIR", "TEMP", "TMP", "TZ", "PYTHONPATH",
    "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "FONTCONFIG_FILE",
    "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "SYSTEMROOT",
    "C2V_CACHE",
)
_GRACE = 5.0
_LOADING = 120.0
"""Seconds that a child may take to load what it draws with, on a busy machine."""


class Children:
    """The children of one rendering. ``stop`` ends them all, and none begins after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self.stopped = False

    def start(self, arguments: list[str], errors: Any, folder: str) -> subprocess.Popen[bytes]:
        with self._lock:
            if self.stopped:
                raise InterruptedError("stopped")
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=folder,
                env=environment(),
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
                with contextlib.suppress(OSError):
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
) -> list[Outcome]:
    """The outcomes of ``jobs``, which one child does in their order.

    A job that fails is followed by the next one; if the child is lost over a job, another child
    takes up those behind it. Raises as `run_job` does.
    """
    children = children or Children()
    outcomes: list[Outcome] = []
    while len(outcomes) < len(jobs):
        told = _in_one_child(jobs[len(outcomes):], children, on_frames, silence)
        outcomes += told
        failure = told[-1].failure
        if failure is not None and (failure.kind == "import" or children.stopped):
            outcomes += [Outcome(job.scene, failure=failure) for job in jobs[len(outcomes):]]
    return outcomes


def _in_one_child(
    jobs: list[Job], children: Children, on_frames: OnFrames | None, silence: float
) -> list[Outcome]:
    """Outcomes of the jobs that one child came to, at least of the first."""
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="c2v-", ignore_cleanup_errors=True) as folder:
        order = Path(folder) / "jobs.json"
        order.write_text(Job.list_to_json(jobs), encoding="utf-8")
        with (Path(folder) / "errors.txt").open("w+b") as errors:
            room = "layout" if jobs[0].kind == "measure" else "render"
            arguments = [sys.executable, "-m", f"c2v_dsl.{room}.child", str(order)]
            try:
                process = children.start(arguments, errors, folder)
            except InterruptedError:
                return [Outcome(jobs[0].scene, failure=Failure("lost", "stopped"))]
            watch = _Watch(process, max(silence, _LOADING))
            try:
                for job in jobs:
                    outcome = Outcome(job.scene)
                    outcomes.append(outcome)
                    if not _listen(process, job, outcome, on_frames, silence, watch):
                        break
            finally:
                watch.done()
                with contextlib.suppress(OSError):
                    process.kill()
                process.wait()
                children.ended(process)
                for stream in (process.stdin, process.stdout):
                    if stream:
                        with contextlib.suppress(OSError):
                            stream.close()
            last = outcomes[-1]
            if last.failure is None and "drawn" not in last.stats:
                last.failure = _lost(process.returncode, errors)
    return outcomes


class _Watch:
    """Wakes a child that is silent for too long, and ends it if that does not help."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._seconds = seconds
        self._timer: threading.Timer | None = None
        self._signs = 0
        self.killed = False
        self.alive()

    def alive(self, seconds: float | None = None) -> None:
        """A sign of life; ``seconds`` is from now on the time until the next one is due."""
        self.done()
        self._signs += 1
        self._seconds = seconds or self._seconds
        self._timer = threading.Timer(self._seconds, self._wake)
        self._timer.daemon = True
        self._timer.start()

    def done(self) -> None:
        if self._timer:
            self._timer.cancel()

    def _wake(self) -> None:
        signs = self._signs
        with contextlib.suppress(OSError):
            if hasattr(signal, "SIGUSR1"):
                self._process.send_signal(signal.SIGUSR1)
                end = time.monotonic() + _GRACE
                while time.monotonic() < end:
                    if self._signs != signs or self._process.poll() is not None:
                        return
                    time.sleep(0.05)
            self.killed = True
            self._process.kill()


def _listen(
    process: subprocess.Popen[bytes],
    job: Job,
    outcome: Outcome,
    on_frames: OnFrames | None,
    silence: float,
    watch: _Watch,
) -> bool:
    """Hear what a child says of a job, and say whether it may go on to another."""
    beat: str | None = None
    assert process.stdout is not None
    for line in process.stdout:
        try:
            event = json.loads(line)
            name = event.pop("event")
        except (ValueError, AttributeError, KeyError):
            continue
        watch.alive(silence if name != "began" else None)
        if name == "frames":
            outcome.drawn = event["drawn"]
            beat = event["beat"] or None
            if on_frames and job.kind == "segments":
                on_frames(job, beat, outcome.drawn)
        elif name == "written":
            outcome.finished.append(event["name"])
            if on_frames and job.kind != "segments":
                on_frames(job, event["name"], len(outcome.finished))
        elif name == "hatch":
            outcome.hatches.append(Failure.from_data(event))
        elif name == "failure":
            outcome.failure = Failure.from_data(event)
            return outcome.failure.kind not in ("import", "lost")
        elif name == "done":
            outcome.stats = event
            outcome.drawn = event["drawn"]
            return True
    if watch.killed:
        outcome.failure = Failure("silent", "no sign of life", beat=beat)
    return False


def _lost(code: int, errors: Any) -> Failure:
    errors.seek(0)
    tail = errors.read()[-4000:].decode("utf-8", "replace")
    if code < 0:
        try:
            how = f"was ended by {signal.Signals(-code).name}"
        except ValueError:
            how = f"was ended by signal {-code}"
    else:
        how = f"ended with status {code}"
    return Failure("lost", how, trace=tail, number=code)
