"""Segments as plain files under the hash of what they show.

Files appear under their name complete or not at all, whatever dies when; any number of
processes may share one cache.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

SUFFIX = ".mp4"


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value


_UMASK = _umask()


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes the name ``path`` when the block ends well, and never otherwise.

    Raises ``OSError`` from wherever the system refuses; what was at ``path`` stays then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(PermissionError):  # in walls
            partial.chmod(0o666 & ~_UMASK)
        partial.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise


def notes_path(segment: Path) -> Path:
    """Beside a segment, a JSON list of what is to be told about it; none where there is nothing."""
    return segment.with_suffix(".json")


def writable(folder: Path) -> bool:
    """Whether files can be made in ``folder``, which is made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


class Cache:
    """The folder of segments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        return self.folder / "segments" / key[:2] / f"{key[2:]}{SUFFIX}"

    def holds(self, key: str) -> bool:
        """Whether the segment is there; if so it counts as used now."""
        path = self.path(key)
        try:
            if path.stat().st_size == 0:
                return False
        except OSError:
            return False
        with contextlib.suppress(OSError):
            os.utime(path)
        return True

    def notes(self, key: str) -> list[dict[str, Any]]:
        """What was to be said about the segment when it was drawn; see ``notes_path``."""
        try:
            found = json.loads(notes_path(self.path(key)).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return found if isinstance(found, list) else []

    def prune(self, most: int, days: float, keep: frozenset[Path] = frozenset()) -> int:
        """Drop what was unused for ``days``, then the longest unused until ``most`` bytes are left.

        ``keep`` stays in any case. Returns the number of files dropped.
        """
        entries: list[tuple[float, int, Path]] = []
        for path in (self.folder / "segments").glob("??/*[!n]"):  # not *.json
            with contextlib.suppress(OSError):
                status = path.stat()
                entries.append((status.st_mtime, status.st_size, path))
        entries.sort()
        size = sum(entry[1] for entry in entries)
        oldest = time.time() - days * 86400
        dropped = 0
        for used, length, path in entries:
            stale = path.suffix == ".part" and used < time.time() - 86400
            if path in keep or not (used < oldest or size > most or stale):
                continue
            with contextlib.suppress(OSError):
                path.unlink()
                notes_path(path).unlink(missing_ok=True)
                size -= length
                dropped += 1
        return dropped
