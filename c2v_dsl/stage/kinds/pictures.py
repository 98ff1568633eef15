"""Pictures from files, and what stands where a picture cannot be had."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import numpy as np

from ...assets import icons, images
from ...assets import svg as svg_files
from .. import drawing
from ..build import Build
from ..drawing import Drawing
from ..geometry import Box
from ..leaves import Leaf, Model
from ..paint import RGB, Paint, Role
from ..raster import Raster
from ..thing import Thing
from ..typeset import typeset
from .shapes import rounded
from .words import put

__all__ = ["icon", "image", "svg"]

MOST_PIXELS = 2000
"""Larger pictures are made this wide or high."""

POINTS = 100.0
"""Manim's points in a scene unit."""

THIN = 0.6
"""Share of their width that the lines of icons have: sets draw them for a few pixels. Large ones
have somewhat thinner lines yet."""


def image(file: str) -> Thing:
    """A picture from a file (PNG, JPEG)."""
    return Thing("image", _image, {"file": file}, fit="ratio", rigid=True, entrance="fade")


def svg(file: str) -> Thing:
    """A drawing from an SVG file."""
    return Thing("svg", _svg, {"file": file}, fit="ratio", rigid=True)


def icon(name: str) -> Thing:
    """A drawing from the library of icons."""
    return Thing("icon", _icon, {"name": name}, fit="ratio", rigid=True)


def _problem(b: Build, what: str) -> None:
    named = b.thing.args.get("file") or b.thing.args.get("name")
    note = (f"{b.thing.kind} {named}", what)
    if note not in b.thing.stand.problems:
        b.thing.stand.problems.append(note)


def _room(b: Build, ratio: float, natural: float) -> Box:
    """A box of that ratio (width to height), as large as the area allows."""
    area = b.area()
    if area is None:
        return Box(-natural * ratio / 2, -natural / 2, natural * ratio / 2, natural / 2)
    height = min(area.height, area.width / ratio)
    x, y = area.center
    return Box(x - height * ratio / 2, y - height / 2, x + height * ratio / 2, y + height / 2)


@lru_cache(maxsize=32)
def _pixels(file: str) -> Any:
    """RGBA of 8 bits each, turned upright and no larger than a video needs."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with FilePath(file).open("rb") as data:
            facts = images.look(data)
        if isinstance(facts, str):
            return facts
        with Image.open(file, formats=("PNG", "JPEG")) as opened:
            opened.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
            picture: Image.Image = opened
            if opened.mode.startswith(("I", "F")):
                grey = np.asarray(opened, np.float64) / (257 if opened.mode != "L" else 1)
                picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
            if picture.mode in ("P", "PA", "LA", "1") or "transparency" in picture.info:
                picture = picture.convert("RGBA")
            picture.thumbnail((MOST_PIXELS, MOST_PIXELS))
            return np.array(ImageOps.exif_transpose(picture).convert("RGBA"))
    except (OSError, ValueError, SyntaxError, MemoryError, UnidentifiedImageError,
            Image.DecompressionBombError) as error:
        return str(error) or type(error).__name__


def _image(b: Build) -> Model:
    pixels = _pixels(str(b("file")))
    if isinstance(pixels, str):
        _problem(b, pixels)
        return placeholder(b, f"{FilePath(str(b('file'))).name}")
    height, width = pixels.shape[:2]
    room = _room(b, width / height, 2.0)
    corners = np.array([[room.x0, room.y1], [room.x1, room.y1], [room.x0, room.y0],
                        [room.x1, room.y0]])
    leaf = Leaf(corners, Paint(), "own", image=Raster(pixels))
    if b.on_plane:
        leaf.anchor, leaf.outline = np.zeros(2), corners * b.row()
    return Model([leaf])


@lru_cache(maxsize=32)
def _drawing(file: str) -> Drawing | str:
    try:
        with FilePath(file).open("rb") as data:
            found = svg_files.clean(data.read(svg_files.MOST_BYTES + 1))
    except (OSError, ValueError) as error:
        return str(error) or type(error).__name__
    return found if isinstance(found, str) else drawing.read(found.text)


def _svg(b: Build) -> Model:
    found = _drawing(str(b("file")))
    if isinstance(found, str):
        _problem(b, found)
        return placeholder(b, FilePath(str(b("file"))).name)
    return _drawn(b, found, found.ink, 2.0, one_colour=False)


def _icon(b: Build) -> Model:
    name = str(b("name"))
    icon = icons.there(icons.wanted(name))
    found = drawing.read(icon.svg) if icon else "there is no such icon here"
    if isinstance(found, str):
        _problem(b, found)
        return placeholder(b, name)
    box = found.ink
    if found.page is not None:
        margin = found.page.height / 12
        box = Box.around([found.page.grown(-margin), box]) or box
    return _drawn(b, found, box, 1.0, one_colour=len(_colours(found)) <= 1)


def _colours(found: Drawing) -> set[Any]:
    return {c for s in found.shapes for c in (s.fill, s.stroke) if c is not None}


def _drawn(b: Build, found: Drawing, box: Box, natural: float, one_colour: bool) -> Model:
    """A drawing whose ``box`` fills the area, or is ``natural`` rows high without one.

    What has no colour of its own is drawn in ink; in ``one_colour`` the drawing is a sign, which
    takes colours as shapes do.
    """
    ratio = max(box.width, 1e-9) / max(box.height, 1e-9)
    room = _room(b, min(max(ratio, 0.02), 50.0), natural)
    factor = min(room.width / max(box.width, 1e-9), room.height / max(box.height, 1e-9))
    points = factor * b.row() * POINTS
    if one_colour:
        points *= THIN * max(room.height / natural, 1.0) ** -0.25
    model = Model()
    for shape in found.shapes:
        def colour(given: Any) -> RGB:
            return b.ink if one_colour or given == "ink" else given

        paint = Paint(
            colour(shape.fill or "ink"), shape.fill_opacity, colour(shape.stroke or "ink"),
            shape.width * points, shape.stroke_opacity,
        )
        role: Role = "own"
        if one_colour:
            role = "solid" if shape.fill is not None else "frame" if shape.closed else "line"
        outline = (shape.outline - box.center) * factor
        leaf = Leaf(outline + room.center, paint, role, closed=shape.closed,
                    dashed=shape.dashed, grows=True)
        if b.on_plane:
            leaf.anchor, leaf.outline = np.zeros(2), outline * b.row()
        model.put(leaf)
    if one_colour and not b.on_plane:
        half = np.array([box.width, box.height]) / 2 * factor
        (x0, y0), (x1, y1) = room.center - half, room.center + half
        model.box = Box(float(x0), float(y0), float(x1), float(y1))
    return model


def placeholder(b: Build, words: str) -> Model:
    """A dashed box with words in it, filling the area."""
    area = b.area() or Box(-1.5, -0.75, 1.5, 0.75)
    row = b.row()
    model = Model()
    muted, panel = b.muted, b.rgb(b.theme.panel)
    box = area
    if b.on_plane:
        box = Box(-1.5, -0.75, 1.5, 0.75)
    outline = rounded(box, 0.1)
    paint = Paint(panel, 1.0, muted, b.theme.thin)
    leaf = model.add(outline, paint, "shape", dashed=True, closed=True)
    if b.on_plane:
        leaf.anchor, leaf.outline = np.zeros(2), outline * row
    size = b.theme.scale.small
    while True:
        setting = typeset(words, size=size, width=box.width * row * 0.86, align="center")
        if setting.height <= box.height * row * 0.86 or size < 12:
            break
        size *= 0.9
    at = np.zeros(2) if b.on_plane else box.center
    if setting.height <= box.height * row:
        put(b, model, setting, at, None, color=b.ink)
    return model
