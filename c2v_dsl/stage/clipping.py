"""What stands on a plane is cut off at the plane's edges, on a bent plane at the stage's.

Words and what hangs on other objects are not, nor is what a verb has taken off its plane. Dots
are there or not, by their centre, and their labels with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import cairo
import numpy as np

from .brush import Stroke
from .geometry import IDENTITY, NOTHING, Affine, Box, Points
from .target import Gone, Target
from .view import EDGES

if TYPE_CHECKING:
    from .thing import Thing

UNCLIPPED = frozenset({
    "text", "math", "code", "bullets", "number", "label", "brace", "box", "underline", "cross",
    "matrix", "table", "array", "bars", "pie", "histogram", "image", "svg", "python",
})
"""Kinds that are drawn whole wherever they stand."""

PLANES = frozenset({"axes", "plane", "complex", "polar", "number_line"})

SLACK = 0.03
"""So far, in scene units, an outline may pass over an edge and still be drawn whole."""

_ROUND = np.column_stack([np.cos(np.linspace(0, 2 * np.pi, 96, endpoint=False)),
                          np.sin(np.linspace(0, 2 * np.pi, 96, endpoint=False))])

_FAR = np.array([[-20.0, -20.0], [20.0, -20.0], [20.0, 20.0], [-20.0, 20.0]])


class Fence:
    """The edges of the plane a thing stands on, or of the stage.

    Attributes:
        corners: of what is kept, in the scene, or points all around it.
    """

    def __init__(self, edges: Box, to_scene: Affine = NOTHING, radius: float | None = None) -> None:
        self._back = to_scene.inverse()
        frame = Box.of(self._back(_FAR))
        assert frame is not None
        kept = Box(max(edges.x0, frame.x0), max(edges.y0, frame.y0),
                   min(edges.x1, frame.x1), min(edges.y1, frame.y1))
        around = kept.corners() if radius is None else edges.center + radius * _ROUND
        self.corners: Points = to_scene(around)
        self._slack = np.abs(self._back.linear).sum(axis=1) * SLACK
        self._low = np.array([edges.x0, edges.y0]) - self._slack
        self._high = np.array([edges.x1, edges.y1]) + self._slack
        self._center, self._radius = edges.center, radius

    def holds(self, points: Points) -> bool:
        """Whether all of ``points`` lie inside."""
        local = self._back(points)
        if self._radius is not None:
            reach = self._radius + float(self._slack.max())
            return bool((np.hypot(*(local - self._center).T) <= reach).all())
        return bool((local >= self._low).all() and (local <= self._high).all())


def fence(thing: Thing) -> Fence | None:
    """What cuts ``thing`` off, if anything does: its plane, or the stage if that is bent."""
    thing.motion.read()
    plane = thing if thing.kind in PLANES else thing.plane
    if plane is None or (thing.plane is not None and (thing.loose or thing.kind in UNCLIPPED)):
        return None
    try:
        if bent(plane):
            return Fence(Box(*EDGES.get(thing.stand.layout, EDGES["notes"])))
        if thing.plane is None:
            return None
        data = thing.plane.model().data or {}
        if "clip" not in data:
            return None
        placed = thing.to_scene()
        return _edged(data["clip"], np.asarray(placed.linear, float).tobytes(),
                      np.asarray(placed.shift, float).tobytes(), data.get("radius"))
    except Gone:
        return None


@lru_cache(maxsize=256)
def _edged(edges: Box, linear: bytes, shift: bytes, radius: float | None) -> Fence:
    """The fence of a plane that stands so; all that stands on it has the same at every frame."""
    to_scene = Affine(np.frombuffer(linear).reshape(2, 2), np.frombuffer(shift))
    return Fence(edges, to_scene, radius)


def lost(label: Thing) -> bool:
    """Whether a label's point lies beyond the edges of its plane, so that it is not drawn."""
    point = label.args.get("obj") if label.kind == "label" else None
    thing = point.thing if isinstance(point, Target) else None
    if thing is None or thing.kind not in ("dot", "point_on"):
        return False
    edges = fence(thing)
    try:
        return edges is not None and not edges.holds(thing.box().center[None])
    except Gone:
        return False


def bent(plane: Thing) -> bool:
    """Whether verbs have bent a plane, so that its edges are no more where they were."""
    plane.motion.read()
    return any(warp.amount > 0 and warp.turn is IDENTITY for warp in plane.motion.warps)


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
