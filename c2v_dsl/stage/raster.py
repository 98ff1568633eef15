"""Images on the canvas, drawn by cairo in one step.

Manim 0.22 draws images through Pillow, over the whole frame and only with older Pillows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cairo
import numpy as np
from manim import Camera, ImageMobject
from manim.mobject.types.image_mobject import AbstractImageMobject

from .paint import RGB


class Raster(ImageMobject):
    """An image that remembers its pixels as cairo wants them.

    Args:
        pixels: RGBA, 8 bits each.
    """

    def __init__(self, pixels: Any) -> None:
        super().__init__(pixels)
        self.shown_opacity = 1.0
        self.toned: Callable[[RGB], Raster] | None = None
        """Makes the image in another colour, where its colours stand for values."""
        self._ready: Any = None

    def twin(self) -> Raster:
        """The same picture, to be seen somewhere else at the same time."""
        other = Raster(self.pixel_array)
        other._ready = self._ready
        return other

    def surface(self) -> cairo.ImageSurface:
        if self._ready is None:
            self._ready = surface_of(self.pixel_array)
        ready: cairo.ImageSurface = self._ready
        return ready


def surface_of(pixels: Any) -> cairo.ImageSurface:
    """Pixels multiplied by their opacity, in the order of Manim's canvas."""
    alpha = pixels[:, :, 3:4].astype(np.uint16)
    ready = np.empty(pixels.shape, np.uint8)
    ready[:, :, :3] = (pixels[:, :, :3].astype(np.uint16) * alpha + 127) // 255
    ready[:, :, 3] = pixels[:, :, 3]
    height, width = ready.shape[:2]
    return cairo.ImageSurface.create_for_data(
        memoryview(bytearray(ready.tobytes())), cairo.FORMAT_ARGB32, width, height, width * 4
    )


def show(camera: Camera, image: AbstractImageMobject, pixel_array: Any) -> None:
    """Draw an image over what is on the canvas."""
    if isinstance(image, Raster):
        surface, opacity = image.surface(), image.shown_opacity
    else:
        surface, opacity = surface_of(np.asarray(image.get_pixel_array())), 1.0
    (x0, y0), (x1, y1), (x2, y2) = image.points[:3, :2]
    width, height = surface.get_width(), surface.get_height()
    a, b = (x1 - x0) / width, (y1 - y0) / width
    c, d = (x2 - x0) / height, (y2 - y0) / height
    if abs(a * d - b * c) < 1e-12:
        return
    ctx = camera.get_cairo_context(pixel_array)
    ctx.save()
    ctx.transform(cairo.Matrix(a, b, c, d, x0, y0))
    ctx.set_source_surface(surface, 0, 0)
    ctx.get_source().set_filter(cairo.FILTER_GOOD)
    ctx.rectangle(0, 0, width, height)
    ctx.clip()
    ctx.paint_with_alpha(opacity)
    ctx.restore()


def teach(camera: Any) -> None:
    """Make a camera draw images this way."""
    camera.display_image_mobject = lambda image, pixels: show(camera, image, pixels)
