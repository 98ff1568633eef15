"""Pictures of beats side by side, and the grid drawn over them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from ..semantics.frame import COLUMNS, FRAME, ROWS, area_rect
from ..semantics.themes import DEFAULT_THEME, THEMES, Theme
from ..timeline.model import FPS, Timeline
from .cache import whole_file

if TYPE_CHECKING:
    from .stills import Still

_THUMB = 480
_GAP = 24
_MARGIN = 48
_CAPTION = 34


def contact_sheet(timeline: Timeline, stills: tuple[Still, ...], out: Path) -> None:
    """Put ``stills`` on one picture, a row of their own for each scene's name.

    Raises ``OSError``.
    """
    theme = THEMES.get(timeline.theme, THEMES[DEFAULT_THEME])
    scenes: dict[str, list[Still]] = {}
    for still in stills:
        scenes.setdefault(still.scene.id, []).append(still)
    most = max(len(mine) for mine in scenes.values())
    columns = min(4 if len(stills) > 9 else 3, most)
    height = _THUMB * 9 // 16
    row = height + _CAPTION + _GAP
    rows = sum(-(-len(mine) // columns) for mine in scenes.values())
    size = (
        2 * _MARGIN + columns * _THUMB + (columns - 1) * _GAP,
        2 * _MARGIN + 72 + len(scenes) * 52 + rows * row - _GAP,
    )
    page = Image.new("RGB", size, theme.panel)
    draw = ImageDraw.Draw(page)
    y = _MARGIN
    draw.text((_MARGIN, y), _cut(timeline.title, 40, size[0] - 2 * _MARGIN), theme.ink,
              font(40, bold=True))
    y += 72
    for mine in scenes.values():
        scene = mine[0].scene
        draw.text((_MARGIN, y), _cut(f"{scene.title}", 24, size[0] - 2 * _MARGIN),
                  theme.color(theme.accent), font(24, bold=True))
        y += 52
        for index, still in enumerate(mine):
            x = _MARGIN + index % columns * (_THUMB + _GAP)
            top = y + index // columns * row
            _thumb(page, draw, still, (x, top), height, theme)
        y += -(-len(mine) // columns) * row
    with whole_file(out) as file:
        page.save(file, format="PNG")


def _thumb(
    page: Image.Image, draw: ImageDraw.ImageDraw, still: Still, corner: tuple[int, int],
    height: int, theme: Theme,
) -> None:
    with Image.open(still.path) as picture:
        page.paste(picture.resize((_THUMB, height), Image.Resampling.LANCZOS), corner)
    x, y = corner
    draw.rectangle((x - 1, y - 1, x + _THUMB, y + height), outline=theme.grid)
    draw.text((x, y + height + 7), still.beat.id, theme.ink, font(18))
    seconds = still.position / FPS
    moment = f"{int(seconds) // 60}:{seconds % 60:04.1f}"
    draw.text((x + _THUMB, y + height + 7), moment, theme.muted, font(18), anchor="ra")


def overlay(path: Path, layout: str, theme_name: str) -> None:
    """Draw the grid and the names of its cells over the picture ``path``.

    Raises ``OSError``.
    """
    theme = THEMES.get(theme_name, THEMES[DEFAULT_THEME])
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    scale = picture.width / FRAME.width
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    line = (*_rgb(theme.color("pink")), 150)
    name = (*_rgb(theme.color("pink")), 235)
    letters = font(max(11, round(picture.height / 45)), bold=True)
    for row in range(ROWS):
        for column in range(COLUMNS):
            cell = area_rect(layout, row, column, row, column)
            left, right = ((x - FRAME.x0) * scale for x in (cell.x0, cell.x1))
            top, bottom = ((FRAME.y1 - y) * scale for y in (cell.y1, cell.y0))
            draw.rectangle((left, top, right, bottom), outline=line,
                           width=max(1, picture.height // 540))
            draw.text((left + 5, top + 3), f"{'ABCDEF'[row]}{column + 1}", name, letters)
    with whole_file(path) as file:
        Image.alpha_composite(picture, layer).convert("RGB").save(file, format="PNG")


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The type of the stage where it is installed, else Pillow's own."""
    spec = find_spec("font_source_sans_pro")
    for root in (spec.submodule_search_locations if spec else None) or ():
        path = Path(root) / "files" / f"SourceSansPro-{'Semibold' if bold else 'Regular'}.ttf"
        if path.exists():
            return ImageFont.truetype(str(path), size)
    return ImageFont.load_default(size)


def _cut(text: str, size: int, room: int) -> str:
    """``text`` without mathematics' dollars, shortened to ``room`` pixels."""
    text = text.replace("$", "")
    if font(size, bold=True).getlength(text) <= room:
        return text
    while text and font(size, bold=True).getlength(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
