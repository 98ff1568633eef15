"""Picture files looked into, before anything is drawn: whether they can be, and what is lost."""

from __future__ import annotations

import errno
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from .files import Loader

__all__ = ["Looked", "look", "why_none"]


@dataclass(frozen=True)
class Looked:
    """``problem`` ends the sentence that begins with the file's name; empty for a sound picture.
    ``left_out`` are things in a drawing that are not drawn, in a few words each."""

    problem: str = ""
    help: str = ""
    left_out: tuple[str, ...] = ()


def look(loader: Loader, kind: str, path: str) -> Looked:
    """What is in the file at ``path``, for the ``kind`` that is to show it."""
    try:
        file = loader.open(path)
        if file is None:
            return Looked()
        with file:
            return _svg(file) if kind == "svg" else _image(file)
    except OSError as error:
        return Looked(f"cannot be read: {error.strerror or error}", "look at who may read the file")


def _image(file: BinaryIO) -> Looked:
    from ..assets import images

    facts = images.look(file)
    if not isinstance(facts, str):
        return Looked()
    help = "`image` shows PNG and JPEG files; save the picture as one of them"
    if "million pixels" in facts:
        help = "save it smaller: 4000 pixels across are more than any video shows"
    return Looked(facts, help)


def _svg(file: BinaryIO) -> Looked:
    from ..assets import svg

    found = svg.clean(file.read(svg.MOST_BYTES + 1))
    if isinstance(found, str):
        return Looked(found, "open it in a browser to see what it holds, and save it anew")
    if found.left_out == ("words",):
        help = "turn words into paths where the drawing was made, or write them with `text(…)`"
    else:
        help = "nothing in a drawing is run or fetched"
    return Looked(help=help, left_out=found.left_out)


def why_none(path: str) -> str:
    """Why a path names no file, where that is not plain: a folder, a loop of links; or nothing."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return "goes round in a circle of links" if error.errno == errno.ELOOP else ""
    except ValueError:
        return ""
    return "is a folder" if stat.S_ISDIR(mode) else "is no ordinary file"
