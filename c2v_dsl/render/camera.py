"""Manim's camera, drawing into borrowed buffers and remembering outlines."""

from __future__ import annotations

from typing import Any, cast
from weakref import WeakKeyDictionary

import cairo
import numpy as np
from manim import Camera, VMobject
from numpy.typing import NDArray

from .encoder import Pixels

FINE = 20_000.0
"""Pixels in a scene unit at which outlines are kept. Cairo keeps 1/256 of a pixel, and a kept
outline must be the same from however near it was first seen."""


class BufferCamera(Camera):
    """A camera that draws straight into a buffer it is given.

    An outline is built from points in Python once and handed to Cairo as it is for as long as the
    points stay the same: letters and axes seldom change from frame to frame.
    """

    def __init__(self, **options: Any) -> None:
        self._paths: WeakKeyDictionary[VMobject, tuple[NDArray[np.float64], cairo.Path]]
        self._paths = WeakKeyDictionary()
        super().__init__(**options)

    def aim(self, pixels: Pixels) -> None:
        """Draw into ``pixels`` from now on; they must live as long as the camera."""
        self.pixel_array = cast(Any, pixels)

    def set_cairo_context_path(self, ctx: cairo.Context[Any], vmobject: VMobject) -> BufferCamera:
        points = vmobject.points
        kept = self._paths.get(vmobject)
        if kept is not None and kept[0].shape == points.shape and (kept[0] == points).all():
            ctx.new_path()
            ctx.append_path(kept[1])
            return self
        matrix = ctx.get_matrix()
        ctx.set_matrix(cairo.Matrix(FINE, 0, 0, FINE, 0, 0))
        ctx.new_path()
        super().set_cairo_context_path(ctx, vmobject)
        path = ctx.copy_path()
        ctx.set_matrix(matrix)
        ctx.new_path()
        ctx.append_path(path)
        self._paths[vmobject] = (points.copy(), path)
        return self

    def apply_fill(self, ctx: cairo.Context[Any], vmobject: VMobject) -> BufferCamera:
        colors = self.get_fill_rgbas(vmobject)
        if len(colors) != 1 or colors[0][3]:
            super().apply_fill(ctx, vmobject)
        return self

    def apply_stroke(
        self, ctx: cairo.Context[Any], vmobject: VMobject, background: bool = False
    ) -> BufferCamera:
        if vmobject.get_stroke_width(background):
            colors = self.get_stroke_rgbas(vmobject, background)
            if len(colors) != 1 or colors[0][3]:
                super().apply_stroke(ctx, vmobject, background)
        return self
