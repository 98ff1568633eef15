"""Walls around hatch code: the option of commands that run it, and what is said of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .model_options import SandboxWord

if TYPE_CHECKING:
    from ..render.confine import Level
    from ..render.confine import Sandbox as Wanted


def wanted_sandbox(word: SandboxWord | None) -> Wanted:
    """What an option `Sandbox` that may not have been said means."""
    return "auto" if word is None else word.value


def tell_isolation(level: Level | None) -> None:
    """Say it, in a line, when hatch code ran below the safe level."""
    from ..render.confine import WAY_OUT

    if level == "weak":
        print(f"c2v: hatch code ran within limits but without walls; {WAY_OUT}", file=sys.stderr)
    elif level == "none":
        print("c2v: hatch code ran without walls, as --sandbox off asks", file=sys.stderr)
