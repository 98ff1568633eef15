"""The process that draws scenes: ``python -m c2v_dsl.render.child JOBS.json``.

Answers are lines of JSON on what was standard output when it began; whatever a scene prints goes
to standard error. The process ends when its parent does.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from .cache import notes_path, whole_file
from .confine import Walls, enter
from .job import Cause, Failure, Job, Part

if TYPE_CHECKING:
    from manim import Scene

    from .drive import Drive
    from .renderer import SegmentRenderer

_TRACE = 20_000
_FORBIDDEN = (errno.EPERM, errno.EACCES, errno.EROFS, errno.ENOENT, errno.ENOSYS,
              errno.ENETUNREACH)
"""What walls answer: outside of them nothing is, or nothing may be done."""

INTERRUPT = getattr(signal, "SIGUSR1", None)
"""Asks the child to say where it is and stop."""


class TooLong(BaseException):
    """Raised where the scene's code is when the parent asks."""


class HatchTooLong(Exception):
    """The same where a hatch's code is: its placeholder takes its place."""


class Voice:
    """Sends answers, a line each."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out
        self._lock = threading.Lock()

    def say(self, event: str, **data: Any) -> None:
        line = json.dumps({"event": event, **data})
        with self._lock, contextlib.suppress(BrokenPipeError, ValueError):
            self._out.write(line + "\n")
            self._out.flush()

    def fail(self, failure: Failure) -> None:
        self.say("hatch" if failure.kind == "hatch" else "failure", **vars(failure))


def main(argv: list[str], kind: type[Work] | None = None) -> int:
    """Do the jobs that the file ``argv[0]`` holds, one after another, as ``kind`` does them.

    A second file holds the walls to put up around all this.
    """
    voice = Voice(_take_over_output())
    try:
        if argv[1:]:
            enter(Walls.from_json(Path(argv[1]).read_text(encoding="utf-8")))
        _die_with_parent()
        jobs = Job.list_from_json(Path(argv[0]).read_text(encoding="utf-8"))
        voice.say("began")
        for job in jobs:
            try:
                work = (kind or Work)(job, voice)
            except (ImportError, OSError) as error:
                voice.fail(Failure("import", str(error), trace=traceback.format_exc()))
                return 3
            work.run()
    except BaseException as error:  # the process's boundary
        voice.fail(Failure("lost", _line(error), trace=traceback.format_exc()))
        return 4
    return 0


class Work:
    """One job, from imports to the last file."""

    def __init__(self, job: Job, voice: Voice) -> None:
        began = time.perf_counter()
        from . import encoder

        _configure(job)
        self.job = job
        self.voice = voice
        self.drawn = 0
        self.entered = 0
        self.drive: Drive | None = None
        self.scene: Scene | None = None
        self.hatches = 0
        self.inside = ""
        self.encoder = (
            encoder.Encoder(job.quality, self._written) if job.kind == "segments" else None
        )
        self.renderer = self._renderer()
        self.seconds = {"import": time.perf_counter() - began}

    def _renderer(self) -> SegmentRenderer:
        from .renderer import SegmentRenderer

        return SegmentRenderer(self.job.quality.fps, self.encoder, self._tick)

    def run(self) -> None:
        began = time.perf_counter()
        try:
            if INTERRUPT is not None:
                signal.signal(INTERRUPT, _interrupted)
            self.voice.say("ready")
            self._play()
            if self.encoder:
                self.encoder.close()
        except BaseException as error:  # the scene's code is not ours
            if self.encoder:
                self.encoder.abandon()
            if self.drive and self.drive.part:
                self._tell_hatches(Part(self.drive.part.name, 0, 0))
            self.voice.fail(self._failure(getattr(error, "error", error), ours=_is_ours(error)))
            return
        if self.encoder:
            self.seconds.update(self.encoder.seconds)
        self.seconds["draw"] = self.renderer.seconds
        self.seconds["scene"] = time.perf_counter() - began
        self.voice.say(
            "done", drawn=self.drawn, seconds=self.seconds, mended=self.renderer.mended
        )

    def _play(self) -> None:
        from .drive import Drive, load

        scene_class = load(self.job.code, self.job.filename, self.job.class_name)
        for name in self.job.hatches:
            self._announce(scene_class, name)
        self.scene = scene_class(renderer=self.renderer)
        self.drive = Drive(
            self.scene, self.renderer, self.job.parts, self._enter, self._leave
        )
        self.drive.run()

    def _announce(self, scene_class: type[Scene], name: str) -> None:
        """Say when the hatch ``name`` is entered, if it was not the last one."""
        method = getattr(scene_class, name)

        @functools.wraps(method)
        def entered(*args: Any, **options: Any) -> Any:
            if self.inside != name:
                self.inside = name
                self.voice.say("entered", name=name)
            return method(*args, **options)

        setattr(scene_class, name, entered)

    def _enter(self, part: Part) -> None:
        from .options import frame_at

        self.renderer.drawing = self.encoder is not None and part.path is not None
        self.renderer.limit = frame_at(part.end, self.job.quality.fps)
        self.renderer.glances = frozenset(number for number, _ in self.job.glances)
        self.renderer.glance = self._glance
        self.entered = self.renderer.shown

    def _leave(self, part: Part) -> None:
        assert self.scene is not None
        self._tell_hatches(part)
        if self.encoder and self.renderer.drawing and part.path:
            self.drawn += self.renderer.shown - self.entered
            self.encoder.cut(Path(part.path), part.name)
        elif self.encoder is None and part.path:
            with _ours():
                _save_png(self.renderer.picture(self.scene), Path(part.path))
            self.voice.say("written", name=part.name, frames=1)
        self.renderer.drawing = False
        self.voice.say("beat", name=part.name)

    def _glance(self, number: int) -> None:
        assert self.scene is not None
        for wanted, path in self.job.glances:
            if wanted == number:
                with _ours():
                    _save_png(self.renderer.picture(self.scene), Path(path))
                self.voice.say("written", name=path, frames=1)

    def _tell_hatches(self, part: Part) -> None:
        """Say which hatches failed since the last part, and note it beside this part's segment."""
        stand = sys.modules.get("c2v_dsl.stage.stand")
        problems = list(stand.Stand.current.problems) if stand else []
        new = [
            self._failure(problem, "hatch")
            if isinstance(problem, BaseException)
            else Failure("hatch", f"{intent}: {problem}", beat=part.name or None)
            for intent, problem in problems[self.hatches :]
        ]
        self.hatches = len(problems)
        for failure in new:
            self.voice.fail(failure)
        if new and part.path and self.encoder and not self.job.hatches:
            with _ours(), whole_file(notes_path(Path(part.path))) as out:
                out.write(json.dumps([asdict(failure) for failure in new]).encode())

    def _tick(self, shown: int) -> None:
        drawn = self.drawn + (shown - self.entered if self.renderer.drawing else 0)
        part = self.drive.part.name if self.drive and self.drive.part else ""
        self.voice.say("frames", drawn=drawn, beat=part)

    def _written(self, name: str, frames: int) -> None:
        self.voice.say("written", name=name, frames=frames)

    def _failure(self, error: BaseException, kind: str = "code", ours: bool = False) -> Failure:
        beat = self.drive.part.name if self.drive and self.drive.part else ""
        lines: list[int] = []
        spots: list[tuple[str, int]] = []
        for frame, line in traceback.walk_tb(error.__traceback__):
            code = frame.f_code
            if code.co_filename == self.job.filename:
                lines.append(line)
                spots.append((code.co_name, line - code.co_firstlineno))
        if isinstance(error, SyntaxError) and error.filename == self.job.filename:
            lines.append(error.lineno or 1)
        return Failure(
            _kind(error, kind, ours),
            _line(error),
            beat=beat or None,
            lines=tuple(reversed(lines)),
            trace="".join(traceback.format_exception(error))[-_TRACE:],
            number=_errno(error),
            path=str(getattr(error, "filename", "") or "")[:4000],
            spots=tuple(reversed(spots)),
            error=type(error).__name__,
            cause=next(filter(None, map(_cause, _chain(error))), ""),
        )


@contextlib.contextmanager
def _ours() -> Iterator[None]:
    """What the system refuses in here is not the scene's fault."""
    from .encoder import Broken

    try:
        yield
    except OSError as error:
        raise Broken(error) from error


def _is_ours(error: BaseException) -> bool:
    """Whether the encoder failed, not the scene."""
    from .encoder import Broken

    return isinstance(error, Broken)


def _kind(error: BaseException, kind: str, ours: bool) -> Any:
    if kind == "hatch":
        return kind
    if isinstance(error, TooLong):
        return "silent"
    if isinstance(error, MemoryError):
        return "system"
    if ours:
        return "system" if isinstance(error, OSError) else "lost"
    return kind


def _chain(error: BaseException) -> Iterator[BaseException]:
    """``error`` and what led to it."""
    link: BaseException | None = error
    for _ in range(10):
        if link is not None:
            yield link
            link = link.__cause__ or link.__context__


def _cause(error: BaseException) -> Cause:
    if isinstance(error, TooLong | HatchTooLong):
        return "time"
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, OSError):
        if type(error).__name__ == "gaierror":
            return "forbidden"
        if error.errno in (errno.EFBIG, errno.ENOSPC, errno.EDQUOT):
            return "space"
        if error.errno in _FORBIDDEN:
            return "forbidden"
    return ""


def _errno(error: BaseException) -> int:
    if isinstance(error, MemoryError):
        return errno.ENOMEM
    return abs(error.errno or 0) if isinstance(error, OSError) else 0


def _line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:500]}" if text else type(error).__name__


def _interrupted(number: int, frame: Any) -> None:
    while frame is not None:
        if frame.f_code.co_name.startswith("hatch_") and "/" not in frame.f_code.co_filename:
            raise HatchTooLong("it does not come to an end")
        frame = frame.f_back
    raise TooLong("no sign of life")


def _take_over_output() -> IO[str]:
    """Standard output for ourselves; prints go to standard error from now on."""
    sys.stdout.flush()
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "w", encoding="utf-8")


def _die_with_parent() -> None:
    """End when the parent's end of standard input closes, and on Linux by signal as well.

    A byte from there interrupts the scene.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 1):
                if INTERRUPT is not None and (main := threading.main_thread().ident):
                    signal.pthread_kill(main, INTERRUPT)
        os._exit(5)

    threading.Thread(target=watch, name="parent", daemon=True).start()


def _configure(job: Job) -> None:
    """Manim's settings, whatever files of settings lie about."""
    import manim
    from manim import config

    config.digest_file(Path(manim.__file__).parent / "_config" / "default.cfg")
    quality = job.quality
    config.pixel_width, config.pixel_height = quality.width, quality.height
    config.frame_rate = quality.fps
    config.media_dir = job.media
    config.verbosity = "ERROR"
    config.progress_bar = "none"
    config.disable_caching = True
    config.log_to_file = False
    config.seed = 0


def _save_png(pixels: Any, path: Path) -> None:
    from PIL import Image

    with whole_file(path) as out:
        Image.fromarray(pixels).convert("RGB").save(out, format="PNG", optimize=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
