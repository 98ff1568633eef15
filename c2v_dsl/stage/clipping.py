"""What stands on a plane is cut off at the plane's edges.

Words and what hangs on other objects are not, nor is what a verb has taken off its plane. Dots
are there or not, by their centre.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import cairo
import numpy as np

from .brush import Stroke
from .geometry import Box, Points
from .target import Gone

if TYPE_CHECKING:
    from .thing import Thing

UNCLIPPED = frozenset({
    "text", "math", "code", "bullets", "number", "label", "brace", "box", "underline", "cross",
    "matrix", "table", "array", "bars", "pie", "histogram", "image", "svg", "python",
})
"""Kinds that are drawn whole wherever they stand."""

SLACK = 0.03
"""So far, in scene units, an outline may pass over an edge and still be drawn whole."""

_FAR = np.array([[-20.0, -20.0], [20.0, -20.0], [20.0, 20.0], [-20.0, 20.0]])


class Fence:
    """The edges of the plane a thing stands on.

    Attributes:
        corners: of the plane in the scene.
    """

    def __init__(self, thing: Thing, edges: Box) -> None:
        to_scene = thing.to_scene()
        self._back = to_scene.inverse()
        frame = Box.of(self._back(_FAR))
        assert frame is not None
        kept = Box(max(edges.x0, frame.x0), max(edges.y0, frame.y0),
                   min(edges.x1, frame.x1), min(edges.y1, frame.y1))
        self.corners: Points = to_scene(kept.corners())
        slack = np.abs(self._back.linear).sum(axis=1) * SLACK
        self._low = np.array([edges.x0, edges.y0]) - slack
        self._high = np.array([edges.x1, edges.y1]) + slack

    def holds(self, points: Points) -> bool:
        """Whether all of ``points`` lie inside."""
        local = self._back(points)
        return bool((local >= self._low).all() and (local <= self._high).all())


def fence(thing: Thing) -> Fence | None:
    """What cuts ``thing`` off, if anything does."""
    if thing.plane is None or thing.loose or thing.kind in UNCLIPPED:
        return None
    try:
        edges = (thing.plane.model().data or {}).get("clip")
        return Fence(thing, edges) if edges is not None else None
    except Gone:
        return None


def cut(edges: Fence, strokes: Iterable[Stroke]) -> Iterator[tuple[bool, Points | None]]:
    """For each stroke whether it is drawn, and the corners it is cut off at if it crosses them."""
    around = False
    for stroke in strokes:
        leaf, points = stroke.leaf, stroke.points
        if leaf.plain or len(points) == 0:
            yield True, edges.corners if around else None
        elif leaf.anchor is not None:
            box = Box.of(points)
            yield leaf.role != "solid" or box is None or edges.holds(box.center[None]), None
        elif edges.holds(points):
            yield True, None
        else:
            around = True
            yield True, edges.corners


def teach(camera: Any) -> None:
    """Make a camera keep to the corners that mobjects bear as ``fence``."""
    plain = camera.display_vectorized

    def display(vmobject: Any, ctx: cairo.Context[Any]) -> Any:
        corners = getattr(vmobject, "fence", None)
        if corners is None:
            return plain(vmobject, ctx)
        ctx.save()
        ctx.new_path()
        for x, y in corners:
            ctx.line_to(x, y)
        ctx.close_path()
        ctx.clip()
        plain(vmobject, ctx)
        ctx.restore()
        return camera

    camera.display_vectorized = display
