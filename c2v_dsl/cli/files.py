"""Reading storyboards and writing results, with a sentence for everything that can go wrong."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from .faults import Fault, os_sentence

STDIN = "-"
STDIN_NAME = "<stdin>"


def read_text(path: str) -> tuple[str, str]:
    """The text of a storyboard and the name findings give it; ``-`` is standard input.

    Raises:
        Fault: it cannot be read or is not UTF-8.
    """
    if path == STDIN:
        return _decode(sys.stdin.buffer.read(), "standard input"), STDIN_NAME
    if not path.strip() or not path.isprintable():
        raise Fault(f"cannot read {path!r}: that is not the name of a file")
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise Fault(os_sentence(error, path, "read") + _meant(path)) from error
    return _decode(data, path), path


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Fault(
            f"cannot read {name}: byte {error.start} (line {line}) is not UTF-8; "
            "save the file as UTF-8"
        ) from error


def _meant(path: str) -> str:
    wanted = Path(path)
    if wanted.is_dir():
        inside = sorted(entry.name for entry in wanted.glob("*.c2v"))
        return f"; {wanted / inside[0]}, perhaps" if inside else ""
    if wanted.exists():
        return ""
    from ..semantics.suggest import nearest

    with contextlib.suppress(OSError):
        names = [entry.name for entry in wanted.parent.iterdir() if entry.suffix == ".c2v"]
        near = nearest(wanted.name, names) or nearest(wanted.name + ".c2v", names)
        if near:
            return f"; did you mean {wanted.parent / near}?"
    return ""


def write_text(path: Path, text: str) -> None:
    """Put ``text`` into the file ``path``, whole or not at all; folders are made.

    Raises:
        Fault: it cannot be written.
    """
    import tempfile

    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(path))
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        with contextlib.suppress(OSError):
            Path(temporary).chmod(target.stat().st_mode if target.exists() else _usual_mode())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise Fault(os_sentence(error, str(path), "write")) from error


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
