"""What this terminal can do."""

from __future__ import annotations

import os
from typing import TextIO


def colored(stream: TextIO) -> bool:
    """Whether ANSI colours may go to ``stream``: a terminal, and nobody said no."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
