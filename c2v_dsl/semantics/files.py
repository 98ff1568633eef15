"""Where files come from: a disk, or texts in memory for tests and tools."""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from ..resources import data_folder


class Loader(Protocol):
    """Files by path. Paths are as the storyboard that was given spells them."""

    def join(self, base: str, relative: str) -> str:
        """The path that ``relative`` means in the file ``base``."""

    def read(self, path: str) -> str | None:
        """The text of a file, or None where there is none that can be read as UTF-8."""

    def exists(self, path: str) -> bool:
        """Whether ``path`` is a file."""

    def open(self, path: str) -> BinaryIO | None:
        """A file's bytes; None where nothing is known of them.

        Raises:
            OSError: it may not be read.
        """

    def neighbours(self, path: str) -> list[str]:
        """Names of the files in the folder of ``path``."""

    def absolute(self, path: str) -> str:
        """A path that holds from everywhere, the same for every spelling of one file."""


class DiskLoader:
    """Files of this machine. Standard input (``<stdin>``) lies in the working directory."""

    def join(self, base: str, relative: str) -> str:
        folder = Path() if base.startswith("<") else Path(base).parent
        return str(folder / relative)

    def read(self, path: str) -> str | None:
        try:
            return Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError, ValueError):
            return None

    def exists(self, path: str) -> bool:
        try:
            return Path(path).is_file()
        except (OSError, ValueError):
            return False

    def open(self, path: str) -> BinaryIO | None:
        return Path(path).open("rb")

    def neighbours(self, path: str) -> list[str]:
        try:
            return sorted(entry.name for entry in Path(path).parent.iterdir() if entry.is_file())
        except (OSError, ValueError):
            return []

    def absolute(self, path: str) -> str:
        return os.path.realpath(path) if "\0" not in path else path


class MemoryLoader:
    """Files given as texts: ``MemoryLoader({"lib.c2v": "c2v 1\\n…"})``; those given as bytes are
    looked into as pictures."""

    def __init__(self, files: Mapping[str, str | bytes] | None = None) -> None:
        self.files = dict(files or {})

    def join(self, base: str, relative: str) -> str:
        folder = PurePosixPath() if base.startswith("<") else PurePosixPath(base).parent
        return os.path.normpath(str(folder / relative))

    def read(self, path: str) -> str | None:
        text = self.files.get(path)
        return text if isinstance(text, str) else None

    def exists(self, path: str) -> bool:
        return path in self.files

    def open(self, path: str) -> BinaryIO | None:
        data = self.files.get(path)
        return BytesIO(data) if isinstance(data, bytes) else None

    def neighbours(self, path: str) -> list[str]:
        folder = PurePosixPath(path).parent
        return sorted(p.name for p in map(PurePosixPath, self.files) if p.parent == folder)

    def absolute(self, path: str) -> str:
        return path


def library_file(relative: str) -> str | None:
    """The path of a file of the standard library, or None."""
    try:
        folder = data_folder("stdlib_scenes").resolve()
        path = (folder / relative).resolve()
        inside = path.is_relative_to(folder) and path.is_file()
    except (OSError, ValueError):
        return None
    return str(path) if inside else None


def library_names() -> list[str]:
    """Every file of the standard library, as an import would name it."""
    try:
        folder = data_folder("stdlib_scenes")
        return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.c2v"))
    except OSError:
        return []
