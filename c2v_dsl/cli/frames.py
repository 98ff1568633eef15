"""``c2v frames``: the last picture of every beat."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .faults import ERRORS, FAULT
from .files import read_text
from .isolation import tell_isolation, wanted_sandbox
from .model_options import Sandbox
from .progress import ProgressBar
from .render import QualityWord
from .report import tell
from .scene_faults import fault_findings
from .selection import complete_beat, complete_scene, known_beat, known_scene
from .targets import file_for, folder_for

EXAMPLES = """
c2v frames lesson.c2v                       lesson_frames/01_area_01_unit.png and so on
c2v frames lesson.c2v --sheet lesson.png    all of them on one sheet
c2v frames lesson.c2v --grid                with the 6x6 grid drawn over
c2v frames lesson.c2v --at 36.5 --at 40     of moments, in seconds of the video
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
    scene: Annotated[
        list[str] | None,
        typer.Option("--scene", metavar="NAME", autocompletion=complete_scene,
                     help="Only this scene; may be given several times."),
    ] = None,
    beat: Annotated[
        list[str] | None,
        typer.Option("--beat", metavar="SCENE@BEAT", autocompletion=complete_beat,
                     help="Only this beat; may be given several times."),
    ] = None,
    at: Annotated[
        list[float] | None,
        typer.Option("--at", min=0, metavar="SECONDS",
                     help="The picture of this moment instead; may be given several times."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, metavar="N",
                     help="Scenes drawn at once; one for each processor if 0."),
    ] = 0,
    sandbox: Sandbox = None,
) -> None:
    """Draw the last frame of every beat, or those of some moments."""
    from ..pipeline import check

    folder = folder_for(file, out, "_frames")
    page = file_for(file, sheet, ".png") if sheet is not None else None
    result = check(*read_text(file))
    tell(result.findings, result.sources)
    if result.timeline is None:
        raise typer.Exit(ERRORS)
    scenes = known_scene(result.timeline, scene or ())
    beats = known_beat(result.timeline, beat or ())

    from ..render import frames as run

    with ProgressBar() as bar:
        drawn = run(
            result.timeline, folder, page, grid, quality.value, scenes, beats, jobs, bar,
            tuple(at or ()), wanted_sandbox(sandbox),
        )
    tell(fault_findings(drawn.scene_faults, result.parsed.source.path), result.sources)
    tell_isolation(drawn.isolation)
    for fault in drawn.machine_faults:
        print(f"c2v: {fault}", file=sys.stderr)
    for still in drawn.stills:
        print(still.path)
    if drawn.sheet is not None:
        print(drawn.sheet)
    if not drawn.ok:
        raise typer.Exit(FAULT if drawn.machine_faults else ERRORS)

