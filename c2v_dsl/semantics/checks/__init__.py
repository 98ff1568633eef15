"""What is checked beyond names and types: one file for each check.

Each module has ``check(context)``, which adds to ``context.report``.
"""

from __future__ import annotations

from . import (
    braces,
    contrast,
    dollars,
    escapes,
    formulas,
    hatches,
    latex_there,
    lecture_lines,
    outside,
    unused_names,
    unused_objects,
)
from .context import Context

ALL = (
    lecture_lines, dollars, braces, escapes, contrast, formulas, latex_there, hatches, outside,
    unused_objects, unused_names,
)


def run_checks(context: Context) -> None:
    """Every check in order."""
    for module in ALL:
        module.check(context)


__all__ = ["ALL", "Context", "run_checks"]
