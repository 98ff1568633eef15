"""Tries every wall in a throw-away process: ``python -I -S -c`` with `PROGRAM`.

It is given the walls, a file outside that it must not read and one that it must not change. It
ends with 0 if everything that it may do worked and nothing that it may not.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from .walls import Walls, enter

PROGRAM = (
    "import sys, types; room = sys.modules['room'] = types.ModuleType('room'); "
    "room.__path__ = [sys.argv[1]]; from room.probe import main; sys.exit(main(sys.argv[2:]))"
)
"""Loads this module and those it needs, and nothing else of the package: that is quicker."""


def main(argv: list[str]) -> int:
    plan, scratch, secret, parent = argv
    enter(Walls.from_json(plan))
    inside = Path(scratch) / "tried"
    inside.write_text("tried")
    if inside.read_text() != "tried":
        return 2
    inside.unlink()
    tries: list[Callable[[], object]] = [
        lambda: Path(secret).read_text(),
        lambda: Path(secret).write_text("changed"),
        lambda: Path(secret).chmod(0o777),
        lambda: (Path(scratch) / "link").symlink_to(secret),
        lambda: socket.socket(),
        lambda: os.execv(sys.executable, [sys.executable, "-c", "pass"]),
        lambda: os._exit(4) if os.fork() == 0 else None,
        lambda: os.kill(int(parent), 0),
        lambda: Path(f"/proc/{parent}/environ").read_bytes(),
    ]
    return 3 if any(_went_through(attempt) for attempt in tries) else 0


def _went_through(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True
