"""The folder of a run: where everything is, written whole or not at all, one process at a time."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...render.cache import whole_file
from ..keys import scrub
from .record import FORMAT, RunRecord

RECORD = "run.json"
STORYBOARD = "lesson.c2v"
VIDEO = "lesson.mp4"
OUTLINE = "outline.json"
REPORT = "report.md"
_LOCK = "run.lock"


class BadRun(Exception):
    """A folder cannot be used as a run; the message says why and what to do."""


def text_hash(*texts: str) -> str:
    """Names texts by content, 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]


class RunFolder:
    """Files of a run by their names in its folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    @property
    def is_run(self) -> bool:
        return (self.path / RECORD).is_file()

    def check_free(self) -> None:
        """Make sure that a run may begin here.

        Raises:
            BadRun: there is a file of this name, or a folder with something else in it.
        """
        if self.path.exists() and not self.path.is_dir():
            raise BadRun(f"{self.path} is a file; choose another folder with -o")
        if self.path.is_dir() and not self.is_run:
            others = [entry.name for entry in self.path.iterdir() if entry.name != _LOCK]
            if others:
                raise BadRun(f"{self.path} is no run and not empty ({sorted(others)[0]} is in it); "
                             "choose another folder with -o")

    def load(self) -> RunRecord:
        """What is recorded of the run.

        Raises:
            BadRun: there is no run, or one that this version cannot read.
        """
        if not self.path.exists():
            raise BadRun(f"there is no folder {self.path}")
        if not self.is_run:
            raise BadRun(f"{self.path} is no run: it has no {RECORD}")
        try:
            data = json.loads((self / RECORD).read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:
            raise BadRun(f"{self / RECORD} cannot be read ({error})") from error
        found = data.get("format") if isinstance(data, dict) else None
        if isinstance(found, int) and found > FORMAT:
            made = (data.get("versions") or {}).get("c2v") or "a newer version"
            raise BadRun(f"{self.path} was made by c2v {made}, whose runs this one cannot read; "
                         "install that version, or begin anew with another -o")
        try:
            return RunRecord.model_validate(data)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise BadRun(f"{self / RECORD} is damaged at {where}: {first['msg']}") from error

    def save(self, record: RunRecord) -> None:
        self.write(RECORD, record.model_dump_json(indent=1) + "\n")

    def write(self, name: str, text: str) -> Path:
        """Put a text into a file of the folder; keys of this process are not in it.

        Raises:
            OSError: the system refuses; what was there stays.
        """
        path = self.path / name
        with whole_file(path) as out:
            out.write(scrub(text).encode())
        return path

    def write_json(self, name: str, data: Any) -> Path:
        return self.write(name, json.dumps(data, indent=1, ensure_ascii=False) + "\n")

    def read(self, name: str) -> str | None:
        """A file's text, None where there is none."""
        try:
            return (self.path / name).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes out; the system frees the lock of one that dies.

        Raises:
            BadRun: another process is at work here.
            OSError: the folder cannot be made.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        number = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                who = os.read(number, 32).decode("ascii", "replace").strip()
                raise BadRun(f"another c2v (process {who or '?'}) is at work in {self.path}; "
                             "wait for it or choose another folder with -o") from error
            os.ftruncate(number, 0)
            os.write(number, f"{os.getpid()}\n".encode())
            for left in self.path.rglob(".*.part"):
                left.unlink(missing_ok=True)
            yield
        finally:
            os.close(number)
