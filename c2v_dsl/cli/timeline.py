"""``c2v timeline``: what happens when."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from .faults import ERRORS
from .files import read_text
from .report import tell

EXAMPLES = """
c2v timeline lesson.c2v
c2v timeline --format json lesson.c2v
"""


class TimelineFormat(StrEnum):
    """How a timeline is printed."""

    text = "text"
    json = "json"


def timeline(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A storyboard; - is standard input.")
    ],
    form: Annotated[
        TimelineFormat, typer.Option("--format", help="For people or for tools.")
    ] = TimelineFormat.text,
) -> None:
    """Print when every beat and action begins, and how long it is."""
    from ..pipeline import check
    from ..timeline.json import to_json
    from ..timeline.text import format_text

    result = check(*read_text(file))
    tell(result.findings, result.sources)
    if result.timeline is None:
        raise typer.Exit(ERRORS)
    if form is TimelineFormat.json:
        print(json.dumps(to_json(result.timeline, result.sources), ensure_ascii=False, indent=2))
    else:
        print(format_text(result.timeline).rstrip("\n"))
