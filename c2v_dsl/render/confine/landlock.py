"""Landlock: a process of this Linux gives up files, for itself and whatever it starts.

Kernel documentation: userspace-api/landlock. What it cannot take away (``chmod``, ``stat`` and
the like) is left to `seccomp`, or in the case of ``stat`` to namespaces.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from collections.abc import Iterable

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on every machine
_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE, _READ, _LIST, _REMOVE_FOLDER, _REMOVE_FILE = (1 << n for n in range(6))
_MAKE_FOLDER, _MAKE_FILE = 1 << 7, 1 << 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_ON_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE
_SCRATCH = (
    _WRITE | _READ | _LIST | _REMOVE_FOLDER | _REMOVE_FILE | _MAKE_FOLDER | _MAKE_FILE | _REFER
    | _TRUNCATE
)  # no links, no sockets, no pipes, no devices, nothing to execute

LEAST = 3
"""The first version that knows of truncating."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Which Landlock the kernel has; 0 for none."""
    if sys.platform != "linux":
        return 0
    answer = int(_libc().syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION)))
    return max(0, answer)


def restrict(read: Iterable[str], write: Iterable[str], use: Iterable[str]) -> None:
    """From now on only these files and folders can be opened; no TCP, no signals to others.

    Holds for the calling thread and those it starts, so it comes before any other thread.

    Args:
        read: to be read, folders with all below them.
        write: folders in which files may be made, changed and removed as well.
        use: devices that are read and written.

    Raises:
        OSError: the kernel refuses.
    """
    abi = version()
    attributes = _Ruleset(
        (1 << min(16, {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16))) - 1,
        0b11 if abi >= 4 else 0,
        0b11 if abi >= 6 else 0,
    )
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = _call(_CREATE, ctypes.byref(attributes), ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for paths, rights in ((read, _READ | _LIST), (write, _SCRATCH), (use, _READ | _WRITE)):
            for path in paths:
                _allow(ruleset, path, rights & attributes.files)
        if _libc().prctl(_NO_NEW_PRIVS, 1, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "no_new_privs")
        _call(_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        number = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there need not be allowed
    try:
        if not stat.S_ISDIR(os.fstat(number).st_mode):
            rights &= _ON_FILES
        rule = _Beneath(rights, number)
        _call(_ADD, ctypes.c_int(ruleset), ctypes.c_int(_PATH_BENEATH), ctypes.byref(rule),
              ctypes.c_uint32(0))
    finally:
        os.close(number)


def _call(number: int, *arguments: object) -> int:
    answer = int(_libc().syscall(number, *arguments))
    if answer < 0:
        raise OSError(ctypes.get_errno(), "Landlock")
    return answer


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
