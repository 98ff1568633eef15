"""LaTeX asked for where it is not installed."""

from __future__ import annotations

import shutil

from ...diagnostics.codes import words as codes
from ..suggest import listing
from .context import Context

PROGRAMS = ("latex", "dvisvgm")


def check(context: Context) -> None:
    block = context.file.storyboard
    if block is None or context.settings.get("maths") != "latex":
        return
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if not missing:
        return
    setting = next((s for s in block.settings if s.word.text == "maths"), None)
    names = listing([f"`{name}`" for name in missing])
    context.report.add(
        codes.NO_LATEX, setting.span if setting else block.span,
        f"{names} {'is' if len(missing) == 1 else 'are'} not installed here, so Typst sets the "
        "formulas",
        help="install LaTeX (TeX Live has both programs), or write `maths typst`")
