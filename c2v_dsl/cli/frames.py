"""``c2v frames``: the last picture of every beat."""

from __future__ import annotations

from typing import Annotated

import typer

from .render import QualityWord

EXAMPLES = """
c2v frames lesson.c2v                       lesson_frames/01_area_01_unit.png and so on
c2v frames lesson.c2v --sheet lesson.png    all of them on one sheet
c2v frames lesson.c2v --grid                with the 6x6 grid drawn over
"""


def frames(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A storyboard; - is standard input.")
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="DIR", help="The folder; beside FILE if not said."),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar="PNG", help="Put all pictures on one sheet as well."),
    ] = None,
    grid: Annotated[
        bool, typer.Option("--grid", help="Draw the grid's cells over the pictures.")
    ] = False,
    quality: Annotated[
        QualityWord, typer.Option("--quality", "-q", help="Size of the pictures.")
    ] = QualityWord.medium,
) -> None:
    """Draw the last frame of every beat."""
