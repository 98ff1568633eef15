"""Lecture lines: one for each beat of a ``notes`` scene, short enough to be read at a glance."""

from __future__ import annotations

import re

from ...diagnostics.codes import objects as codes
from ..suggest import counted
from .context import Context

MOST_WORDS = 10

MATHS = re.compile(r"(?<!\\)\$.*?(?<!\\)\$", re.S)
"""A formula in a text, with its dollar signs."""


def words_of(line: str) -> int:
    """How many words a lecture line has; a formula in it is one."""
    return len(MATHS.sub("x", line).split())


def check(context: Context) -> None:
    for scene in context.scenes:
        if scene.layout != "notes":
            continue
        for beat in dict.fromkeys(model.tree for model in scene.beats):
            if beat.line is None:
                if not context.broken:
                    name = beat.name.text
                    context.report.add(
                        codes.MISSING_LINE, beat.name.span,
                        f"the beat `{name}` has no lecture line",
                        help=f'write `beat {name} "What it says"`, or give the scene '
                        "`layout wide`")
                continue
            text = context.library.slice(beat.line.span).strip('"')
            words = words_of(text)
            if words > MOST_WORDS:
                context.report.add(
                    codes.LONG_LINE, beat.line.span,
                    f"this lecture line has {counted(words, 'word')}, at most {MOST_WORDS} are "
                    "read at a glance", help="say the rest with `say`")
