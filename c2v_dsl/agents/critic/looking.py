"""What the critic is shown of a scene, and what it is asked."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...layout.mend.state import State
from ...layout.occupancy import rows
from ...layout.overlay import FEW, draw_over, family, marks
from ...layout.rows import Row
from ...layout.scene import MeasuredScene
from ...render.confine import Sandbox
from ...render.options import RenderOptions
from ...render.video import render
from ...semantics.themes import theme
from ...timeline.model import FPS, SceneSpec, Timeline
from ...timeline.text import format_text
from ..exchange import Content, Message, Picture, Request, Video
from ..language import language_prompt
from ..prompts import prompt
from .addressed import addressed
from .answers import operations_text
from .bench import Unseen
from .moments import Key

Drawn = Mapping[tuple[str, int], tuple[bytes, str]]
"""PNG files and the names of their contents, by scene and frame."""

WORDS_A_SECOND = 2.6
"""At which a voice speaks that is easy to follow."""


@dataclass(frozen=True)
class Look:
    """A scene as the critic sees it.

    Attributes:
        pictures: names and PNG files, marks drawn on.
        request: the question.
    """

    pictures: Mapping[str, bytes]
    request: Request


def look(
    state: State, scene: SceneSpec, keys: list[Key], drawn: Drawn, *, video: bool,
    sandbox: Sandbox = "auto",
) -> Look:
    """The question about a scene.

    Args:
        drawn: the pictures of ``keys``, without marks.
        video: send the scene's video too.

    Raises:
        Unseen: the video could not be drawn.
        OSError: no temporary folder can be made.
    """
    timeline = state.timeline
    measured = MeasuredScene(scene, state.seen[scene.id], theme(timeline.theme))
    parts: list[Content] = [_task(state, scene)]
    pictures: dict[str, bytes] = {}
    for number, key in enumerate(keys, 1):
        data, content = drawn[scene.id, key.frame]
        name = f"{number}_{key.beat}_{key.frame / FPS:05.1f}s.png"
        pictures[name] = marked(data, scene, timeline.theme, measured, key)
        parts += [
            f"\n## Picture {number}: {key.words}\n{_table(rows(measured, key.moment))}\n",
            Picture(pictures[name], name=name, content=f"marked {content}"),
        ]
    if video:
        parts += ["\n## The whole scene as a video, without marks\n", _video(state, scene, sandbox)]
    system = prompt("critic", language=language_prompt(timeline.title),
                    operations=operations_text())
    messages = (Message("system", (system,)), Message("user", tuple(parts)))
    return Look(pictures, Request("critic", messages, scene=scene.id))


def marked(
    data: bytes, scene: SceneSpec, theme_name: str, measured: MeasuredScene, key: Key
) -> bytes:
    """A PNG file with the grid and the ids of what it shows drawn on."""
    with tempfile.TemporaryDirectory(prefix="c2v-marks-") as folder:
        path = Path(folder) / "picture.png"
        path.write_bytes(data)
        draw_over(path, scene.layout, theme_name, marks(measured, key.moment))
        return path.read_bytes()


def about(timeline: Timeline) -> str:
    """A video in a few lines: title, audience, its scenes."""
    lines = [f'"{timeline.title}"']
    audience = timeline.settings.get("audience")
    if audience:
        lines.append(f"For: {audience}")
    lines += [f'- `{scene.id}` "{scene.title}"' for scene in timeline.scenes]
    return "\n".join(lines)


def _task(state: State, scene: SceneSpec) -> str:
    parsed = state.result.parsed
    wanted = {scene.id} | ({scene.continues} if scene.continues else set())
    told = [t.finding for t in state.told if t.scene == scene.id]
    return prompt(
        "critic_scene",
        video=about(state.timeline),
        scene=scene.id,
        text=addressed(parsed.tree, parsed.source, wanted),
        timeline=schedule(state.timeline, scene),
        findings="\n".join(f"- {finding.message}" for finding in told) or "Nothing.",
    )


def schedule(timeline: Timeline, scene: SceneSpec) -> str:
    """When each beat and action of a scene begins and how long it lasts, and how fast is spoken."""
    table = format_text(replace(timeline, scenes=(scene,))).split("\n\n", 1)[1].rstrip()
    lines = ["begins  lasts (seconds from the scene's beginning)", *table.splitlines()[1:]]
    for beat in scene.beats:
        words = sum(len(speech.text.split()) for speech in beat.speech)
        if words:
            least = words / WORDS_A_SECOND
            lines.append(f"beat {beat.name}: {words} words are spoken in "
                         f"{beat.frames / FPS:.1f} s; at an easy pace they take {least:.1f} s")
    return "\n".join(lines)


def _table(found: tuple[Row, ...]) -> str:
    """The objects of a picture, a line each; members of a large family on one."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(family(row.id), []).append(row)
    lines = []
    for name, members in groups.items():
        if len(members) > FEW:
            cells = sorted({corner for row in members for corner in row.cells.split(":")})
            lines.append(f"- `{name}[…]`: {len(members)} × {members[0].kind}, "
                         f"{cells[0]} to {cells[-1]}")
        else:
            lines += [f"- `{row.id}`: {row.kind}, {row.cells}"
                      + (f", letters {row.letters:.0f} px of 480" if row.letters else "")
                      for row in members]
    return "\n".join(lines) or "Nothing is on the stage."


def _video(state: State, scene: SceneSpec, sandbox: Sandbox) -> Video:
    with tempfile.TemporaryDirectory(prefix="c2v-critic-") as folder:
        options = RenderOptions("low", scenes=(scene.id,), subtitles=False, sandbox=sandbox)
        made = render(state.timeline, Path(folder) / "scene.mp4", options)
        if made.video is None:
            faults = [*made.machine_faults, *made.scene_faults]
            raise Unseen(f"its video could not be drawn: {faults[0] if faults else 'no reason'}")
        data = made.video.read_bytes()
    content = hashlib.sha256(f"{scene.id}\0{state.text}".encode()).hexdigest()
    return Video(data, name="scene.mp4", content=content)
