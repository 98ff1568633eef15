"""``c2v compile``: a storyboard as Manim code."""

from __future__ import annotations

from typing import Annotated

import typer

from .faults import ERRORS
from .files import read_text, write_text
from .report import tell
from .targets import folder_for

EXAMPLES = """
c2v compile lesson.c2v                   lesson_scenes/scene_01_area.py and so on
c2v compile lesson.c2v -o code
c2v compile lesson.c2v --standalone      with all it needs, for plain `manim render`
"""


def compile_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A storyboard; - is standard input.")
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="DIR", help="The folder; beside FILE if not said."),
    ] = None,
    standalone: Annotated[
        bool, typer.Option("--standalone", help="Carry the runtime along; c2v is not needed then.")
    ] = False,
) -> None:
    """Write a storyboard as Manim code, a file for each scene."""
    from .. import compile_source

    folder = folder_for(file, out, "_scenes")
    result = compile_source(*read_text(file), standalone=standalone)
    tell(result.findings, result.sources)
    if not result.ok:
        raise typer.Exit(ERRORS)
    for name, code in result.files.items():
        write_text(folder / name, code)
    for scene in result.scenes:
        print(f"{folder / scene.filename}: manim render {scene.filename} {scene.class_name}")
