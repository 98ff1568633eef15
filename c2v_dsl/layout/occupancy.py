"""What stands where at the end of each beat: as a table, and drawn over the frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from ..render.cache import whole_file
from ..render.sheet import font
from ..semantics import frame
from ..semantics.themes import theme
from ..timeline.model import FPS, SceneSpec, Timeline
from .rows import BeatRows, Row
from .scene import MeasuredScene
from .seen import SceneSeen

_SHADES = ("blue", "gold", "green", "pink", "teal", "orange", "purple", "red")


def occupancy(timeline: Timeline, scene: SceneSpec, seen: SceneSeen) -> Iterator[BeatRows]:
    """The table of a scene, beat by beat."""
    measured = MeasuredScene(scene, seen, theme(timeline.theme))
    for moment in seen.ends():
        rows = []
        for item in measured.shown(moment):
            bounds = item.region.bounds
            if bounds is None:
                continue
            x0, y0 = frame.to_rows(scene.layout, bounds[:2])
            x1, y1 = frame.to_rows(scene.layout, bounds[2:])
            letters = item.region.body.letters / frame.FRAME_HEIGHT * 480
            rows.append(Row(item.id, item.spec.kind, measured.cells(bounds),
                            (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)),
                            round(letters, 1)))
        yield BeatRows(f"{scene.id}@{moment.beat}", moment.frame / FPS, tuple(rows))


def draw_over(path: Path, layout: str, theme_name: str, rows: tuple[Row, ...]) -> None:
    """Draw the objects' boxes and ids over the picture ``path``.

    Raises ``OSError``.
    """
    look = theme(theme_name)
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    scale = picture.width / frame.FRAME.width
    layer = Image.new("RGBA", picture.size)
    pen = ImageDraw.Draw(layer)
    letters = font(max(11, round(picture.height / 48)))
    high = pen.textbbox((0, 0), "Ag", letters, anchor="lt")[3] + 4
    taken: list[tuple[float, float, float, float]] = []
    for number, row in enumerate(rows):
        shade = _rgb(look.color(_SHADES[number % len(_SHADES)]))
        x0, y0 = frame.to_scene(layout, row.bounds[:2])
        x1, y1 = frame.to_scene(layout, row.bounds[2:])
        left, right = (x0 - frame.FRAME.x0) * scale, (x1 - frame.FRAME.x0) * scale
        top, bottom = (frame.FRAME.y1 - y1) * scale, (frame.FRAME.y1 - y0) * scale
        pen.rectangle((left, top, right, bottom), outline=(*shade, 230),
                      width=max(1, picture.height // 400))
        box = _free((left + 3, top - high - 1, left + 3 + pen.textlength(row.id, letters), top - 1),
                    taken)
        taken.append(box)
        pen.rectangle((box[0] - 3, box[1], box[2] + 3, box[3]), fill=(*shade, 235))
        pen.text((box[0], (box[1] + box[3]) / 2), row.id, _rgb(look.background), letters,
                 anchor="lm")
    with whole_file(path) as file:
        Image.alpha_composite(picture, layer).convert("RGB").save(file, format="PNG")


def _free(
    box: tuple[float, float, float, float], taken: list[tuple[float, float, float, float]]
) -> tuple[float, float, float, float]:
    """``box`` moved up until it is on none of the others."""
    x0, y0, x1, y1 = box
    for _ in range(20):
        if not any(x0 < b[2] + 6 and b[0] < x1 + 6 and y0 < b[3] + 3 and b[1] < y1 + 3
                   for b in taken):
            break
        y0, y1 = y0 - 4, y1 - 4
    return x0, y0, x1, y1


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
