"""Where results go: beside the storyboard, unless something else is said."""

from __future__ import annotations

from pathlib import Path

from .faults import Fault
from .files import STDIN


def file_for(file: str, out: str | None, suffix: str) -> Path:
    """The file that is made of storyboard ``file``; ``out`` may name it or its folder.

    Raises:
        Fault: nothing says where, or ``out`` has another ending than ``suffix``.
    """
    if out is None:
        if file == STDIN:
            raise Fault(f"with standard input, say where it goes: -o lesson{suffix}")
        return Path(file).with_suffix(suffix)
    path = Path(out)
    if path.is_dir() or out.endswith("/"):
        return path / Path("lesson" if file == STDIN else file).with_suffix(suffix).name
    if not path.suffix:
        return path.with_suffix(suffix)
    if path.suffix.lower() != suffix:
        raise Fault(f"{out} should end in {suffix}, which is what c2v makes")
    return path


def folder_for(file: str, out: str | None, ending: str) -> Path:
    """The folder for what is made of storyboard ``file``: ``out``, or ``lesson`` + ``ending``.

    Raises:
        Fault: nothing says where, or a file stands there.
    """
    if out is None:
        if file == STDIN:
            raise Fault(f"with standard input, name the folder: -o lesson{ending}")
        out = str(Path(file).with_name(f"{Path(file).stem}{ending}"))
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise Fault(f"{out} is a file, but a folder is needed for what is made")
    return folder
