"""macOS: a profile for ``sandbox-exec``, which knows files, processes and the network."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .walls import Walls

PROGRAM = "/usr/bin/sandbox-exec"


def command(walls: Walls, arguments: list[str]) -> list[str]:
    """``arguments`` inside the profile that ``walls`` mean."""
    return [PROGRAM, "-p", profile(walls), *arguments]


def profile(walls: Walls) -> str:
    """The rules, in the sandbox's own words; the last that fits wins."""
    return "\n".join((
        "(version 1)",
        "(deny default)",
        "(allow sysctl-read)",
        "(allow file-read-metadata)",
        "(allow process-exec (literal " + json.dumps(str(Path(sys.executable).resolve())) + "))",
        "(allow signal (target self))",
        f"(allow file-read* {_paths((*walls.read, '/usr/lib', '/dev'))})",
        f"(allow file-read* file-write-create file-write-data file-write-unlink "
        f"{_paths(walls.write)})",
        f"(allow file-write-data {_paths(walls.use)})",
        "(deny file-link)",
        "(deny file-write-create (vnode-type SYMLINK))",
        "(deny network*)",
        "(deny process-fork)",
    ))


def _paths(paths: tuple[str, ...]) -> str:
    real = dict.fromkeys(str(Path(path).resolve()) for path in paths)
    return " ".join(f"(subpath {json.dumps(path)})" for path in real)
