"""A picture with the grid and the ids of what it shows, set where they hide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import dist
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from ..render.cache import whole_file
from ..render.sheet import font
from ..semantics import frame
from ..semantics.themes import theme
from .scene import MeasuredScene, Shown
from .seen import Moment

FEW = 8
"""A family of more members than this is named once."""

_REACH = 6
"""So many times its own height may a name stand off from what it names."""

_ANCHORS = 12
"""At so many points of a line its name is tried."""

_SPARSE = 0.6
"""What fills less of its box is named at a point of its own."""

_CLOSE = 30
"""Pixels between points of two lines within which one takes the one for the other."""

_DOUBT = 400
"""So much it costs to name a line there, in pixels hidden."""

_INDICES = re.compile(r"\[[^\]]*\]$")

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """Something to be named in a picture.

    Attributes:
        name: its id.
        bounds: around it, ``x0, y0, x1, y1`` in scene units of the frame.
        color: what it is drawn in, ``#rrggbb``.
        way: points on it, where its box says little of where it is, as of a curve.
    """

    name: str
    bounds: Box
    color: str
    way: tuple[tuple[float, float], ...] = ()


def marks(measured: MeasuredScene, moment: Moment) -> list[Mark]:
    """What is seen at a moment, back to front; a large family has one mark."""
    found: dict[str, list[Mark]] = {}
    for item in measured.shown(moment):
        mark = _mark(item)
        if mark is not None:
            found.setdefault(family(mark.name), []).append(mark)
    named: list[Mark] = []
    for name, members in found.items():
        if len(members) > FEW:
            boxes = [mark.bounds for mark in members]
            named.append(Mark(f"{name}[…] × {len(members)}", around(boxes), members[0].color))
        else:
            named += members
    return named


def family(id: str) -> str:
    """What an object and others declared with it are called: ``tile`` for ``tile[2]``."""
    return _INDICES.sub("", id)


def around(boxes: Sequence[Box]) -> Box:
    """The box around boxes."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes),
            max(b[2] for b in boxes), max(b[3] for b in boxes))


def _mark(item: Shown) -> Mark | None:
    region = item.region
    if region.bounds is None:
        return None
    inks = [ink for ink, _ in region.all] or [
        ink for kind in (region.rules, region.marks) for ink, _ in kind]
    most = max(inks, key=lambda ink: ink.opacity)
    color = "#" + "".join(f"{round(255 * part):02x}" for part in most.color)
    way: list[tuple[float, float]] = []
    drawn = [*region.lines, *region.areas]
    area = sum(shape.area for _, shape in drawn)
    boxed = [*region.words, *region.marks, *region.pictures, *region.rules]
    if not boxed and area < _SPARSE * _area(region.bounds):
        for ink, shape in drawn:
            x0, y0, x1, y1 = shape.bounds
            points = [(float(x), float(y)) for x, y in ink.points.tolist()
                      if x0 <= x <= x1 and y0 <= y <= y1]
            way += points[:: max(1, len(points) // _ANCHORS)]
    return Mark(item.id, region.bounds, color, tuple(way))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def draw_over(
    path: Path, layout: str, theme_name: str, named: Iterable[Mark], out: Path | None = None
) -> None:
    """Draw the grid, and the corners and names of objects, over the picture ``path``.

    Args:
        layout: ``notes`` or ``wide``.
        named: what is seen in it.
        out: where the drawn picture goes, PNG; None: in the place of ``path``.

    Raises:
        OSError: it cannot be read or written.
    """
    look = theme(theme_name)
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    pen = _Pen(picture, layout, look.background)
    pen.grid(look.color("pink"))
    pen.names([replace(mark, color=look.ink) if _alike(mark.color, look.background) else mark
               for mark in named])
    with whole_file(out or path) as file:
        pen.finished().save(file, format="PNG")


class _Pen:
    """Draws marks, each name where there is least below it."""

    def __init__(self, picture: Image.Image, layout: str, background: str) -> None:
        self._picture = picture
        self._layout = layout
        back = _rgb(background)
        self._scale = picture.width / frame.FRAME.width
        self._thin = max(1, picture.height // 540)
        self._letters = font(max(11, round(picture.height / 46)))
        self._high = _size("Ag", self._letters)[1] + 4
        self._layer = Image.new("RGBA", picture.size)
        self._draw = ImageDraw.Draw(self._layer)
        plain = Image.new("RGB", picture.size, back)
        seen = ImageChops.difference(picture.convert("RGB"), plain).convert("L")
        self._ink = seen.point(lambda value: 255 if value > 24 else 0)
        self._taken: list[Box] = []

    def finished(self) -> Image.Image:
        return Image.alpha_composite(self._picture, self._layer).convert("RGB")

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (x - frame.FRAME.x0) * self._scale, (frame.FRAME.y1 - y) * self._scale

    def _pixels(self, box: Box) -> Box:
        return *self._point(box[0], box[3]), *self._point(box[2], box[1])

    def grid(self, color: str) -> None:
        """Fine lines between the cells; letters of the rows and numbers of the columns beside."""
        line, name = (*_rgb(color), 80), (*_rgb(color), 255)
        whole = self._pixels(frame.grid_rect(self._layout))
        letters = font(max(12, round(self._picture.height / 36)), bold=True)
        for row in range(frame.ROWS):
            for column in range(frame.COLUMNS):
                cell = self._pixels(frame.area_rect(self._layout, row, column, row, column))
                self._draw.rectangle(cell, outline=line, width=self._thin)
                if row == frame.ROWS - 1:
                    self._draw.text(((cell[0] + cell[2]) / 2, whole[3] + 4), str(column + 1), name,
                                    letters, anchor="mt")
            self._draw.text((whole[0] - 8, (cell[1] + cell[3]) / 2), "ABCDEF"[row], name, letters,
                            anchor="rm")

    def names(self, named: Sequence[Mark]) -> None:
        """The corners of what is named, and the name beside, in or (of a line) at it."""
        ways = [[self._point(*point) for point in mark.way] for mark in named]
        for number, (mark, way) in enumerate(zip(named, ways, strict=True)):
            box = self._pixels(mark.bounds)
            wide = self._draw.textlength(mark.name, self._letters) + 6
            if way:
                others = [p for k, other in enumerate(ways) if k != number for p in other]
                choices = [(self._cost(tag, point) + _DOUBT * _near(point, others), tag, point)
                           for point in way for tag in self._places((*point, *point), wide)]
            else:
                box = (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3)
                self._corners(box, mark.color)
                choices = []
                for tag in self._places(box, wide):
                    at = _nearest(box, tag)
                    choices.append((self._cost(tag, at), tag, at))
            _, tag, at = min(choices)
            self._name(mark, tag, at)

    def _name(self, mark: Mark, tag: Box, at: tuple[float, float]) -> None:
        shade = _rgb(mark.color)
        self._taken.append(tag)
        edge = _nearest(tag, at)
        if dist(at, edge) > 3 or mark.way:
            self._draw.line((*at, *edge), shade, self._thin)
        if mark.way:
            self._draw.ellipse((at[0] - 3, at[1] - 3, at[0] + 3, at[1] + 3), shade)
        self._draw.rectangle(tag, fill=(*shade, 225))
        bright = 0.299 * shade[0] + 0.587 * shade[1] + 0.114 * shade[2]
        self._draw.text((tag[0] + 3, (tag[1] + tag[3]) / 2), mark.name,
                        "#000000" if bright > 140 else "#ffffff", self._letters, anchor="lm")

    def _corners(self, box: Box, color: str) -> None:
        x0, y0, x1, y1 = box
        wide, high = min(14, (x1 - x0) / 3), min(14, (y1 - y0) / 3)
        for x, dx in ((x0, wide), (x1, -wide)):
            for y, dy in ((y0, high), (y1, -high)):
                self._draw.line((x, y, x + dx, y), color, self._thin + 1)
                self._draw.line((x, y, x, y + dy), color, self._thin + 1)

    def _places(self, box: Box, wide: float) -> Iterator[Box]:
        """Where a name may stand: along the box's edges, outside and inside, ever farther off."""
        x0, y0, x1, y1 = box
        high = self._high
        for step in range(_REACH * 2):
            off = 2 + step * high / 2
            rows = [y0 - off - high, y1 + off, y0 + off, y1 - off - high]
            columns = [x0 - off - wide, x1 + off]
            across = [x0, x1 - wide, (x0 + x1 - wide) / 2]
            down = [y0, y1 - high, (y0 + y1 - high) / 2]
            for x, y in [*((x, y) for y in rows for x in across),
                         *((x, y) for x in columns for y in down)]:
                yield x, y, x + wide, y + high

    def _cost(self, tag: Box, at: tuple[float, float]) -> float:
        """How much a name at ``tag`` hides, and how far it is from the point that it names."""
        x0, y0, x1, y1 = tag
        if x0 < 0 or y0 < 0 or x1 > self._picture.width or y1 > self._picture.height:
            return float("inf")
        shared = sum(_shared(tag, other) for other in self._taken)
        ink = self._ink.crop((int(x0), int(y0), int(x1) + 1, int(y1) + 1)).histogram()[255]
        return 3 * ink + 20 * shared + 2 * dist(at, _nearest(tag, at))


def _near(point: tuple[float, float], others: Iterable[tuple[float, float]]) -> bool:
    """Whether a line's point could be taken for another line's."""
    return any(dist(point, other) < _CLOSE for other in others)


def _alike(color: str, background: str) -> bool:
    return sum(abs(a - b) for a, b in zip(_rgb(color), _rgb(background), strict=True)) < 120


def _nearest(box: Box, to: Box | tuple[float, float]) -> tuple[float, float]:
    """The point of ``box`` nearest to the middle of ``to``."""
    x = (to[0] + to[2]) / 2 if len(to) == 4 else to[0]
    y = (to[1] + to[3]) / 2 if len(to) == 4 else to[1]
    return min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])


def _shared(a: Box, b: Box) -> float:
    """The area that two boxes share, in pixels."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _size(
    text: str, letters: ImageFont.FreeTypeFont | ImageFont.ImageFont
) -> tuple[float, float]:
    x0, y0, x1, y1 = letters.getbbox(text)
    return x1 - x0, y1 - y0


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
