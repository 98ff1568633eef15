"""``c2v layout``: what stands where."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import ERRORS, FAULT
from .files import read_text
from .isolation import tell_isolation, wanted_sandbox
from .model_options import Sandbox
from .report import tell
from .scene_faults import fault_findings
from .selection import complete_scene, known_scene
from .targets import folder_for

if TYPE_CHECKING:
    from pathlib import Path

    from ..layout.rows import BeatRows
    from ..layout.seen import SceneSeen
    from ..render.confine import Sandbox as Wanted
    from ..timeline.model import Timeline

EXAMPLES = """
c2v layout lesson.c2v                     a table for each beat
c2v layout lesson.c2v --format json       the same for programs
c2v layout lesson.c2v --overlay boxes     pictures with grid and ids
"""


class Form(StrEnum):
    """How the table is printed."""

    text = "text"
    json = "json"


def layout(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A storyboard; - is standard input.")
    ],
    form: Annotated[Form, typer.Option("--format", help="How the table is printed.")] = Form.text,
    overlay: Annotated[
        str | None,
        typer.Option("--overlay", metavar="DIR",
                     help="Draw grid and ids over the last frame of every beat."),
    ] = None,
    scene: Annotated[
        list[str] | None,
        typer.Option("--scene", metavar="NAME", autocompletion=complete_scene,
                     help="Only this scene; may be given several times."),
    ] = None,
    sandbox: Sandbox = None,
) -> None:
    """Say what stands where at the end of each beat, measured without drawing."""
    from ..pipeline import check

    result = check(*read_text(file))
    tell(result.findings, result.sources)
    if result.timeline is None:
        raise typer.Exit(ERRORS)
    scenes = known_scene(result.timeline, scene or ())

    from ..layout.measure import measure
    from ..layout.occupancy import occupancy
    from ..layout.rows import format_layout_json

    measured = measure(result.timeline, scenes, sandbox=wanted_sandbox(sandbox))
    specs = {spec.id: spec for spec in result.timeline.scenes}
    beats = [beat for seen in measured.scenes
             for beat in occupancy(result.timeline, specs[seen.scene], seen)]
    if form is Form.json:
        print(format_layout_json(result.timeline.path, beats), end="")
    else:
        print(_table(beats), end="")
    if overlay is not None:
        _draw(result.timeline, measured.scenes, folder_for(file, overlay, "_layout"),
              wanted_sandbox(sandbox))
    tell_isolation(measured.isolation)
    tell(fault_findings(measured.scene_faults, result.parsed.source.path), result.sources)
    for fault in measured.machine_faults:
        print(f"c2v: {fault}", file=sys.stderr)
    if measured.machine_faults or measured.scene_faults:
        raise typer.Exit(FAULT if measured.machine_faults else ERRORS)


def _table(beats: Iterable[BeatRows]) -> str:
    """A block of lines for each beat, objects from the front to the back."""
    blocks: list[str] = []
    for beat in beats:
        lines = [f"{beat.beat}  at {beat.seconds:.1f} s" + ("" if beat.rows else ", empty")]
        wide = max((len(row.id) for row in beat.rows), default=0)
        kinds = max((len(row.kind) for row in beat.rows), default=0)
        for row in reversed(beat.rows):
            x0, y0, x1, y1 = row.bounds
            letters = f"  letters of {row.letters:.0f} px" if row.letters else ""
            lines.append(f"  {row.id:<{wide}}  {row.kind:<{kinds}}  {row.cells:<5}  "
                         f"x {x0:5.2f} to {x1:5.2f}  y {y0:5.2f} to {y1:5.2f}{letters}".rstrip())
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _draw(
    timeline: Timeline, seen: Iterable[SceneSeen], folder: Path, sandbox: Wanted
) -> None:
    from ..layout.overlay import draw_over, marks
    from ..layout.scene import MeasuredScene
    from ..render import frames
    from ..semantics.themes import theme

    scenes = {one.scene: one for one in seen}
    drawn = frames(
        timeline, folder, scenes=tuple(scenes), sandbox=sandbox) if scenes else None
    for still in drawn.stills if drawn is not None else ():
        one = scenes[still.scene.id]
        moment = next(moment for moment in one.ends() if moment.beat == still.beat.name)
        measured = MeasuredScene(still.scene, one, theme(timeline.theme))
        draw_over(still.path, still.scene.layout, timeline.theme, marks(measured, moment))
        print(still.path, file=sys.stderr)
