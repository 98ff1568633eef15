"""bubblewrap: a child in namespaces of its own, where only what it needs exists."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

from .places import outermost
from .walls import Walls


@cache
def program() -> str | None:
    """bubblewrap on this machine."""
    return shutil.which("bwrap", path="/usr/bin:/usr/local/bin:/bin:" + os.environ.get("PATH", ""))


def command(walls: Walls, folder: str, arguments: list[str]) -> list[str]:
    """``arguments`` in a system of files that holds what ``walls`` name and nothing else.

    Processes, network, memory shared between processes and users are its own; there is no
    ``/proc``. bubblewrap itself must be started with the child's clean environment, for its
    first process keeps it.
    """
    found = program()
    assert found is not None
    out = [
        found, "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc",
        "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session",
        "--cap-drop", "ALL", "--hostname", "c2v",
    ]  # fmt: skip
    for path in outermost(walls.read):
        out += _bind("--ro-bind", path)
    for device in walls.use:
        out += ["--dev-bind", device, device]
    for path in walls.write:
        out += _bind("--bind", path)
    return [*out, "--remount-ro", "/", "--chdir", folder, "--", *arguments]


def _bind(how: str, path: str) -> list[str]:
    return [how, str(Path(path).resolve()), path] if Path(path).exists() else []
