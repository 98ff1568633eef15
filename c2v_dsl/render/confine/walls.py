"""What a child takes away from itself before it loads a scene's code."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from typing import NamedTuple

from . import landlock, seccomp

GIB = 1 << 30


class Limits(NamedTuple):
    """What a child may use: seconds of processor, bytes of memory, of one file and of all that it
    writes together, files in its folder, open files; processes of its user, where none are
    forbidden (None: no limit)."""

    cpu: int = 600
    memory: int = 4 * GIB
    file: int = GIB
    written: int = 2 * GIB
    files: int = 20_000
    open: int = 256
    processes: int | None = None


class Walls(NamedTuple):
    """What a child may reach.

    Attributes:
        read: files and folders to be read.
        write: folders to be written to.
        use: devices.
        landlock, seccomp: which walls stand around that.
    """

    read: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    use: tuple[str, ...] = ("/dev/null",)
    landlock: bool = False
    seccomp: bool = False
    limits: Limits | None = None

    def to_json(self) -> str:
        return json.dumps(self)

    @classmethod
    def from_json(cls, text: str) -> Walls:
        read, write, use, landlock, seccomp, limits = json.loads(text)
        return cls(tuple(read), tuple(write), tuple(use), landlock, seccomp,
                   Limits(*limits) if limits else None)


def enter(walls: Walls) -> None:
    """Put up ``walls`` around this process, which has one thread.

    Raises:
        OSError: the system refuses one of them.
    """
    if walls.limits is not None:
        _limit(walls.limits)
    if walls.landlock or walls.seccomp:
        _give_up_root()
    if walls.landlock:
        landlock.restrict(walls.read, walls.write, walls.use)
    if walls.seccomp:
        seccomp.restrict()


def _limit(limits: Limits) -> None:
    import resource

    for name, most in (
        ("RLIMIT_CPU", limits.cpu), ("RLIMIT_FSIZE", limits.file), ("RLIMIT_DATA", limits.memory),
        ("RLIMIT_AS", limits.memory + 2 * GIB), ("RLIMIT_NOFILE", limits.open),
        ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", limits.processes),
    ):  # fmt: skip
        which = getattr(resource, name, None)
        if which is None or most is None:
            continue
        _, hard = resource.getrlimit(which)
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(which, (value, value))
        except (ValueError, OSError):
            if name not in ("RLIMIT_AS", "RLIMIT_DATA"):  # macOS knows none of memory
                raise


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


def _give_up_root() -> None:
    """Leave every capability behind, which matters where the user is root."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    for number in range(64):
        libc.prctl(24, number, 0, 0, 0)  # PR_CAPBSET_DROP; refused where there is none to drop
    libc.prctl(47, 4, 0, 0, 0)  # PR_CAP_AMBIENT_CLEAR_ALL
    header, none = _Header(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if libc.capset(ctypes.byref(header), ctypes.byref(none)):
        raise OSError(ctypes.get_errno(), "capset")
    if libc.prctl(4, 0, 0, 0, 0):  # PR_SET_DUMPABLE: nobody of this user looks into it
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
