"""Pictures from files, and what stands where a picture cannot be had."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any
from xml.etree import ElementTree

import numpy as np
from manim import SVGMobject, VMobject

from ..build import Build
from ..geometry import Box
from ..leaves import Leaf, Model, paint_of
from ..paint import Paint
from ..raster import Raster
from ..thing import Thing
from ..typeset import typeset
from .shapes import rounded
from .words import put

__all__ = ["image", "svg"]

MOST_PIXELS = 2000
"""Larger pictures are made this wide or high."""

MOST_BYTES = 8_000_000
"""Larger drawings are not read."""

MOST_ELEMENTS = 4000
"""Drawings with more elements are not read."""


def image(file: str) -> Thing:
    """A picture from a file (PNG, JPEG)."""
    return Thing("image", _image, {"file": file}, fit="ratio", rigid=True, entrance="fade")


def svg(file: str) -> Thing:
    """A drawing from an SVG file."""
    return Thing("svg", _svg, {"file": file}, fit="ratio", rigid=True)


def _problem(b: Build, what: str) -> None:
    note = (f"{b.thing.kind} {b.thing.args['file']}", what)
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
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(file) as opened:
            opened.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
            opened.thumbnail((MOST_PIXELS, MOST_PIXELS))
            return np.array(opened.convert("RGBA"))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError,
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


_BARRED = {"script", "foreignObject", "image", "iframe", "animate", "set", "handler", "listener"}


@lru_cache(maxsize=32)
def _drawing(file: str) -> SVGMobject | str:
    try:
        path = FilePath(file)
        if path.stat().st_size > MOST_BYTES:
            return "the file is too large"
        tree = ElementTree.parse(path)
        root = tree.getroot()
        count = sum(1 for _ in root.iter())
        if count > MOST_ELEMENTS:
            return f"the drawing has {count} elements"
        for parent in list(root.iter()):
            for child in list(parent):
                if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _BARRED:
                    parent.remove(child)
        with tempfile.TemporaryDirectory() as folder:
            clean = FilePath(folder) / "drawing.svg"
            tree.write(clean)
            mobject = SVGMobject(str(clean), use_svg_cache=False)
    except (OSError, ElementTree.ParseError, ValueError, KeyError, TypeError, IndexError,
            AttributeError, ArithmeticError, RecursionError) as error:
        return str(error) or type(error).__name__
    members = mobject.family_members_with_points()
    if not members or mobject.height < 1e-9 or mobject.width < 1e-9:
        return "the drawing is empty"
    if sum(len(member.points) for member in members) > 400_000:
        return "the drawing is too fine"
    return mobject


def _svg(b: Build) -> Model:
    drawing = _drawing(str(b("file")))
    if isinstance(drawing, str):
        _problem(b, drawing)
        return placeholder(b, FilePath(str(b("file"))).name)
    room = _room(b, drawing.width / drawing.height, 2.0)
    factor = room.height / drawing.height
    center = drawing.get_center()[:2]
    model = Model()
    for member in drawing.family_members_with_points():
        if not isinstance(member, VMobject):
            continue
        outline = (np.asarray(member.points[:, :2]) - center) * factor
        paint = paint_of(member)
        leaf = Leaf(outline + room.center, paint, "own", closed=True)
        if b.on_plane:
            leaf.anchor, leaf.outline = np.zeros(2), outline * b.row()
        model.put(leaf)
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
