"""``c2v render``: a storyboard becomes a video."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import ERRORS, FAULT
from .files import read_text
from .isolation import tell_isolation, wanted_sandbox
from .model_options import Sandbox
from .progress import ProgressBar, clock
from .report import tell
from .scene_faults import fault_findings
from .selection import complete_beat, complete_scene, known_beat, known_scene
from .targets import file_for

if TYPE_CHECKING:
    from ..render import RenderResult

EXAMPLES = """
c2v render lesson.c2v                         lesson.mp4, 1080p
c2v render lesson.c2v --quality draft         a quick look
c2v render lesson.c2v --scene area -o area.mp4
c2v render lesson.c2v --beat area@shear -o beat.mp4

Subtitles (.srt and .vtt) go beside the video, and whose icons are in it (.credits.txt). What was
drawn before is not drawn again.
Exit status: 0 done, 1 errors in the storyboard, 2 called wrongly or a fault of the machine.
"""


class QualityWord(StrEnum):
    """Size and rate of the picture."""

    draft = "draft"
    low = "low"
    medium = "medium"
    high = "high"
    k4 = "4k"


def render(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A storyboard; - is standard input.")
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT",
                     help="The video, or a folder for it; beside FILE if not said."),
    ] = None,
    quality: Annotated[
        QualityWord,
        typer.Option(
            "--quality", "-q",
            help="draft 480p15, low 480p30, medium 720p30, high 1080p60, 4k 2160p60.",
        ),
    ] = QualityWord.high,
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
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, metavar="N",
                     help="Scenes drawn at once; one for each processor if 0."),
    ] = 0,
    sandbox: Sandbox = None,
) -> None:
    """Render a storyboard to a video."""
    from ..pipeline import check

    target = file_for(file, out, ".mp4")
    result = check(*read_text(file))
    tell(result.findings, result.sources)
    if result.timeline is None:
        raise typer.Exit(ERRORS)
    scenes = known_scene(result.timeline, scene or ())
    beats = known_beat(result.timeline, beat or ())

    from ..render import RenderOptions
    from ..render import render as run

    options = RenderOptions(quality=quality.value, scenes=scenes, beats=beats, jobs=jobs,
                            sandbox=wanted_sandbox(sandbox))
    with ProgressBar() as bar:
        rendered = run(result.timeline, target, options, bar)
    tell(fault_findings(rendered.scene_faults, result.parsed.source.path), result.sources)
    tell_isolation(rendered.isolation)
    for fault in rendered.machine_faults:
        print(f"c2v: {fault}", file=sys.stderr)
    if rendered.video is None:
        raise typer.Exit(FAULT if rendered.machine_faults else ERRORS)
    print(_done(rendered))


def _done(rendered: RenderResult) -> str:
    parts = [f"{rendered.video}", f"rendered in {clock(rendered.seconds)}"]
    if rendered.subtitles:
        parts.append("subtitles " + " ".join(path.name for path in rendered.subtitles))
    if rendered.credits:
        parts.append(f"credits {rendered.credits.name}")
    return ", ".join(parts)
