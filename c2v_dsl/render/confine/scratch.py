"""A child's folder, seen from outside: nothing in it is believed."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from .walls import Limits

_EVERY = 0.25


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A fresh folder, gone afterwards whatever has been made in it.

    Raises:
        OSError: none can be made.
    """
    folder = Path(tempfile.mkdtemp(prefix="c2v-")).resolve()
    try:
        yield folder
    finally:
        remove(folder)


def take(path: Path, most: int) -> bytes | None:
    """What a regular file holds, if it has one name and at most ``most`` bytes; else None."""
    try:
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(number, "rb") as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1 or status.st_size > most:
            return None
        data = file.read(most + 1)
    return data if len(data) <= most else None


def remove(folder: Path) -> None:
    """Remove ``folder``, however deeply its folders lie in each other and whatever they allow.

    Folders inside are brought up to the top one by one, so that no path grows long.
    """
    waiting = [folder]
    brought = 0
    while waiting:
        here = waiting.pop()
        with contextlib.suppress(OSError):
            here.chmod(0o700)
            with os.scandir(here) as entries:
                found = [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries]
            for path, is_folder in found:
                with contextlib.suppress(OSError):
                    if not is_folder:
                        Path(path).unlink()
                    else:
                        Path(path).chmod(0o700)
                        brought += 1
                        target = folder.parent / f"{folder.name}-{brought}"
                        waiting.append(Path(path).rename(target))
            here.rmdir()


class Watch:
    """Looks at a folder now and then, and calls ``too_much`` once it holds too much."""

    def __init__(self, folder: Path, limits: Limits, too_much: Callable[[], None]) -> None:
        self._folder = folder
        self._limits = limits
        self._too_much = too_much
        self._done = threading.Event()
        self.passed = False
        self._thread = threading.Thread(target=self._look, name="scratch", daemon=True)
        self._thread.start()

    def done(self) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_EVERY):
            if not _fits(self._folder, self._limits):
                self.passed = True
                self._too_much()
                return


def _fits(folder: Path, limits: Limits) -> bool:
    files, written = 0, 0
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    files += 1
                    if files > limits.files:
                        return False
                    with contextlib.suppress(OSError):
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
                        else:
                            written += entry.stat(follow_symlinks=False).st_size
                    if written > limits.written:
                        return False
        except FileNotFoundError:
            continue
        except OSError:  # too deep, or closed to us
            return False
    return True
