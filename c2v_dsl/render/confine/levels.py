"""How strong the walls are that this machine allows."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

from . import bubble, landlock, mac, places, seccomp
from .probe import PROGRAM
from .walls import Limits, Walls

Level = Literal["full", "strong", "weak", "none"]
"""``full``: namespaces, calls filtered, files by Landlock where the kernel has it, limits; or
macOS's sandbox. ``strong``: the same without namespaces, with Landlock. ``weak``: limits and a
clean environment. ``none``: limits of time."""

Sandbox = Literal["auto", "off"]
"""What is wanted: the strongest walls there are, or none."""

SAFE: frozenset[Level] = frozenset({"full", "strong"})
"""Levels at which code that nobody has read may run."""

_PATIENCE = 20.0

_MORE = 256
"""Processes and threads that a child may start where it may start any."""

WAY_OUT = (
    "install bubblewrap (`apt-get install bubblewrap` or `dnf install bubblewrap`), or use a "
    "Linux kernel with Landlock, 6.2 or later"
)
"""How a machine comes to a safe level."""


@cache
def level() -> Level:
    """The strongest level that works here, tried out once in a process."""
    forced = os.environ.get("C2V_ISOLATION")
    tried: tuple[Level, ...] = ("full", "strong")
    if forced in ("strong", "weak"):
        tried = tried[1:] if forced == "strong" else ()
    return next((one for one in tried if works(one)), "weak")


def walls_for(level: Level, read: tuple[str, ...], scratch: str, limits: Limits) -> Walls:
    """What stands around a child at ``level``."""
    linux = sys.platform == "linux"
    walled = linux and level in SAFE
    devices = tuple(device for device in places.DEVICES if Path(device).exists())
    return Walls(
        (*places.readable(), *read), (scratch,), devices,
        landlock=walled and landlock.version() >= (1 if level == "full" else landlock.LEAST),
        seccomp=walled,
        limits=None if level == "none" else limits._replace(
            memory=min(limits.memory, _memory()),
            processes=None if walled else _processes() + _MORE),
    )


def command(level: Level, walls: Walls, folder: str, arguments: list[str]) -> list[str]:
    """``arguments`` as they are started at ``level``, in ``folder``."""
    if level != "full":
        return arguments
    if sys.platform == "darwin":
        return mac.command(walls, arguments)
    return bubble.command(walls, folder, arguments)


def works(level: Level) -> bool:
    """Whether ``level``'s walls can be put up here and hold."""
    if sys.platform == "linux":
        if not seccomp.known() or (level == "full" and bubble.program() is None):
            return False
        if level == "strong" and landlock.version() < landlock.LEAST:
            return False
    elif sys.platform != "darwin" or level != "full":
        return False
    with contextlib.suppress(OSError, subprocess.TimeoutExpired), tempfile.TemporaryDirectory(
        prefix="c2v-probe-"
    ) as folder:
        scratch, secret = Path(folder) / "scratch", Path(folder) / "secret"
        scratch.mkdir()
        secret.write_text("kept")
        walls = walls_for(level, (), str(scratch), Limits(cpu=10))
        arguments = [sys.executable, "-I", "-S", "-c", PROGRAM, str(Path(__file__).parent),
                     walls.to_json(), str(scratch), str(secret), str(os.getpid())]
        done = subprocess.run(
            command(level, walls, str(scratch), arguments), env=places.environment(str(scratch)),
            cwd=scratch, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=_PATIENCE, start_new_session=True, check=False,
        )
        return done.returncode == 0 and secret.read_text() == "kept"
    return False


def _processes() -> int:
    """How many processes and threads this user has."""
    found = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.getuid():
                found += len(list((folder / "task").iterdir()))
    return found


def _memory() -> int:
    """Half of the machine's memory, at least 2 GiB."""
    try:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return 4 << 30
    return max(2 << 30, whole // 2)
