"""Manim's camera, drawing into borrowed buffers and remembering outlines."""

from __future__ import annotations

from typing import Any, cast
from weakref import WeakKeyDictionary

import cairo
import numpy as np
from manim import Camera, VMobject
from numpy.typing import NDArray

from .encoder import Pixels


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
        ctx.new_path()
        super().set_cairo_context_path(ctx, vmobject)
        self._paths[vmobject] = (points.copy(), ctx.copy_path())
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
