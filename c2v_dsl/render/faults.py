"""What can go wrong outside a storyboard, as data."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Span


@dataclass(frozen=True)
class MachineFault:
    """The machine's fault: one sentence on what happened, one on the way out."""

    message: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.message}. {self.way_out}."


@dataclass(frozen=True)
class SceneFault:
    """A scene's code failed.

    Attributes:
        scene: the scene's id.
        beat: the beat that ran, or None while objects were declared or the scene was closed.
        message: what was raised, as one line.
        span: the statement of the storyboard it stems from, if known.
        id: the object, beat or action there.
        code_line: the line of a hatch's own code (from 1), if the failure lies in one.
        trace: the Python traceback, for whoever repairs it.
        hatch: the failure lay in a hatch and its placeholder was drawn: the video exists.
        error: the name of the exception's type, if there was one.
        cause: as in `Failure`, or ``untrusted`` for code that may not run here.
    """

    scene: str
    beat: str | None
    message: str
    span: Span | None = None
    id: str | None = None
    code_line: int | None = None
    trace: str = ""
    hatch: bool = False
    error: str = ""
    cause: str = ""


class Stopped(Exception):
    """Carries a machine fault from where it is noticed to where it is reported."""

    def __init__(self, fault: MachineFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def os_fault(error: OSError, doing: str, path: Path | str | None = None) -> MachineFault:
    """A sentence for what the operating system answered while ``doing`` something."""
    where = str(path or error.filename or "the folder")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return MachineFault(
                f"The disk is full: {doing} {where} stopped half-way and nothing half-written was "
                "left there",
                "Free some space, or write to another disk with -o, and run it again; what was "
                "drawn before is kept",
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return MachineFault(
                f"{where} may not be written to",
                "Choose another place with -o, or change the folder's permissions",
            )
        case errno.ENOENT | errno.ENOTDIR:
            return MachineFault(
                f"{where} does not exist", "Create the folder, or choose another place with -o"
            )
        case errno.EISDIR:
            return MachineFault(
                f"{where} is a folder", "Name a file in it with -o"
            )
        case errno.ENOMEM:
            return MachineFault(
                f"There was not enough memory for {doing} {where}",
                "Render with --jobs 1 or at a lower quality",
            )
        case errno.EMFILE | errno.ENFILE:
            return MachineFault(
                f"Too many files are open for {doing} {where}", "Render with fewer --jobs"
            )
    return MachineFault(
        f"{doing[:1].upper()}{doing[1:]} {where} failed: {error.strerror or error}",
        "Run it again, or choose another place with -o",
    )
