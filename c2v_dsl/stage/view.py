"""What the camera of a scene shows: all things are drawn through it, title and lines are not.

Everything is worked out in scene units and handed to cairo as a matrix while a mobject is drawn,
so that nothing is built anew for a camera that moves. The picture grows by the factor; strokes,
dots and arrow heads by its square root, so that lines stay lines and a point stays a point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import cairo
import numpy as np
from manim import Mobject, VMobject

from ..semantics import frame
from . import look
from .brush import tell
from .geometry import Box, Points
from .raster import show
from .reads import Source
from .target import Gone, Target

EDGES: dict[str, frame.Rect] = {
    "notes": frame.Rect(
        frame.LECTURE.x1 + frame.STEP, frame.FRAME.y0,
        frame.FRAME.x1, frame.TITLE.y0 + 0.6 * frame.STEP,
    ),
    "wide": frame.Rect(
        frame.FRAME.x0, frame.FRAME.y0, frame.FRAME.x1, frame.TITLE.y0 + 0.6 * frame.STEP
    ),
}
"""What a picture seen through the camera keeps to, so that nothing runs under title and lines."""

VEIL = 2 * frame.STEP
"""So far inwards the picture fades out at those edges that are not the frame's."""

SHARE = 0.7
"""What is zoomed to fills this share of the grid, in width or height."""

NEAREST = 4.0
"""The largest factor where none is given: a dot does not become a ball."""

POINT = 2.0
"""The factor for what has no size, where none is given."""

STROKES = 0.5
"""Strokes, dots and heads grow by this power of the factor."""


class Shot(NamedTuple):
    """A point of the scene and how many times as large as without a camera it is seen there."""

    focus: Points
    factor: float

    def towards(self, goal: Shot, amount: float) -> Shot:
        """On the way to another: the picture grows evenly about one point that stays."""
        if amount == 0 or amount == 1:
            return goal if amount else self
        ratio = math.log(goal.factor / self.factor)
        if abs(ratio) < 1e-6:
            return Shot(self.focus + (goal.focus - self.focus) * amount, self.factor)
        factor = self.factor * math.exp(ratio * amount)
        share = (factor - self.factor) / (goal.factor - self.factor)
        ends = self.focus * self.factor, goal.focus * goal.factor
        return Shot((ends[0] * (1 - share) + ends[1] * share) / factor, factor)


class View(Source):
    """Where the camera is. It counts as changed when its factor has changed.

    Attributes:
        home: the middle of the grid, where everything is seen as it is.
        shot: what is shown now.
        followed: what stays in the middle, if anything does.
    """

    __slots__ = ("_amount", "_begin", "_goal", "edges", "followed", "grid", "home", "shot")

    def __init__(self, layout: str) -> None:
        super().__init__()
        self.grid = frame.grid_rect(layout)
        self.edges = EDGES.get(layout, EDGES["notes"])
        self.home = Shot(np.array(self.grid.center), 1.0)
        self.shot = self.home
        self.followed: Target | None = None
        self._begin = self._goal = self.home
        self._amount = 1.0

    # what verbs do

    def begin(self, goal: Shot, followed: Target | None = None) -> None:
        """Go from what is shown now to ``goal``, or to where ``followed`` is from time to time."""
        self._begin, self._goal, self._amount = self.shot, goal, 0.0
        self.followed = followed

    def go(self, amount: float) -> None:
        """Be so far on the way."""
        self._amount = amount

    def end(self) -> None:
        """The way is over: what is shown now stays, or what is followed stays in the middle."""
        if self._amount != 1:
            self.refresh()
            self._goal, self._amount, self.followed = self.shot, 1.0, None

    def keep(self) -> None:
        """Stay where it is if what is followed has left the screen."""
        if self.followed is not None and not present(self.followed):
            self._goal = self._aim()
            self.followed = None

    def refresh(self) -> bool:
        """Take up what has moved; whether something else is shown now."""
        before = self.shot
        self._goal = self._aim()
        self.shot = self._begin.towards(self._goal, self._amount)
        if self.shot.factor != before.factor:
            self.change()
        return self.shot.factor != before.factor or bool((self.shot.focus != before.focus).any())

    def _aim(self) -> Shot:
        if self.followed is None:
            return self._goal
        try:
            return Shot(heart(self.followed), self._goal.factor)
        except Gone:
            return self._goal

    # what is seen

    @property
    def still(self) -> bool:
        """Whether everything is seen as it is."""
        return self.shot.factor == 1 and not (self.shot.focus != self.home.focus).any()

    @property
    def thin(self) -> float:
        """What strokes, dots and heads are drawn with, so that they grow as they should."""
        self.read()
        return float(self.shot.factor ** (STROKES - 1))

    @property
    def nearness(self) -> float:
        """0 where everything is seen as it is, 1 as soon as the camera has come some way."""
        if self.still:
            return 0.0
        away = abs(math.log(self.shot.factor)) / 0.25
        away += float(np.hypot(*(self.shot.focus - self.home.focus))) / 0.5
        share = min(1.0, away)
        return share * share * (3 - 2 * share)

    def __call__(self, points: Points) -> Points:
        """Where points of the scene are seen in the frame."""
        if self.still:
            return points
        return self.home.focus + (points - self.shot.focus) * self.shot.factor

    def box(self, box: Box) -> Box:
        """Where a box of the scene is seen."""
        if self.still:
            return box
        seen = Box.of(self(box.corners()))
        assert seen is not None
        return seen

    def framing(self, box: Box, by: float | None) -> Shot:
        """The shot that has ``box`` in its middle, ``by`` times as large or as large as fits.

        It shows nothing beyond the stage unless ``box`` itself lies there.
        """
        if by is None:
            sizes = [r / s for r, s in (
                (self.grid.width, box.width), (self.grid.height, box.height)) if s > 1e-6]
            by = min([NEAREST, *(SHARE * size for size in sizes)]) if sizes else POINT
            by = max(1.0, by)
        factor = max(0.05, by)
        focus = [
            self._inside(box.center[axis], low, high, self.home.focus[axis], factor, least, most)
            for axis, (low, high, least, most) in enumerate((
                (self.edges.x0, self.edges.x1, box.x0, box.x1),
                (self.edges.y0, self.edges.y1, box.y0, box.y1),
            ))
        ]
        return Shot(np.array(focus), factor)

    @staticmethod
    def _inside(
        at: float, low: float, high: float, middle: float, factor: float, least: float, most: float
    ) -> float:
        """``at`` moved so that the shot, in one direction, ends at the stage's ends."""
        first = min(low, least) + (middle - low) / factor
        last = max(high, most) - (high - middle) / factor
        return float(min(max(at, first), last)) if first <= last else float(middle)

    # drawing

    @contextmanager
    def through(self, ctx: cairo.Context[Any], mobject: Any) -> Iterator[None]:
        """Draw ``mobject`` as the camera sees it."""
        ctx.save()
        self._clip(ctx)
        if not getattr(mobject, "flat", False):
            (x, y), factor = self.shot
            ctx.translate(*self.home.focus)
            ctx.scale(factor, factor)
            ctx.translate(-x, -y)
            pin = getattr(mobject, "pin", None)
            if pin is not None:
                ctx.translate(*pin)
                ctx.scale(self.thin, self.thin)
                ctx.translate(*-pin)
        try:
            yield
        finally:
            ctx.restore()

    def _clip(self, ctx: cairo.Context[Any]) -> None:
        """Keep to the edges, in whole pixels, which cairo does at no cost."""
        near, edges, whole = self.nearness, self.edges, frame.FRAME
        x0, y0, x1, y1 = (a + (b - a) * near for a, b in zip(whole, edges, strict=True))
        left, top = ctx.user_to_device(x0, y1)
        right, bottom = ctx.user_to_device(x1, y0)
        matrix = ctx.get_matrix()
        ctx.identity_matrix()
        ctx.new_path()
        ctx.rectangle(round(left), round(top), round(right - left), round(bottom - top))
        ctx.clip()
        ctx.set_matrix(matrix)

    def veils(self) -> list[Mobject]:
        """Strips in the background's colour over the edges that are not the frame's."""
        near = self.nearness
        if near == 0:
            return []
        edges, whole = self.edges, frame.FRAME
        strips: list[Mobject] = []
        if edges.x0 > whole.x0:
            strips.append(_veil(Box(edges.x0, edges.y0, edges.x0 + VEIL, edges.y1), (1, 0), near))
        if edges.y1 < whole.y1:
            strips.append(_veil(Box(edges.x0, edges.y1 - VEIL, edges.x1, edges.y1), (0, -1), near))
        return strips


def _veil(box: Box, way: tuple[int, int], strength: float) -> VMobject:
    """A strip that covers at its outer edge and lets more and more through along ``way``."""
    strip = VMobject(stroke_width=0, fill_opacity=1)
    corners = np.zeros((5, 3))
    corners[:4, :2] = box.corners()
    corners[4] = corners[0]
    strip.set_points_as_corners(corners)
    shade = look.background()
    falling = [(1 - share) ** 2 * (1 + 2 * share) for share in np.linspace(0, 1, 7)]
    strip.fill_rgbas = np.array([[*shade, strength * level] for level in falling])
    strip.sheen_direction = np.array([*way, 0.0])
    tell(strip, flat=True)
    return strip


def present(target: Target) -> bool:
    """Whether any of it is on screen."""
    return any(member.there for member in target.thing.members())


def heart(target: Target) -> Points:
    """The point of a thing that is kept in the middle; of a trace, what draws it.

    Raises:
        Gone: it has no picture at this moment.
    """
    traced = target.thing.args.get("obj") if target.thing.kind == "trace" else None
    return heart(traced) if isinstance(traced, Target) else target.middle()


def teach(camera: Any, view: View) -> None:
    """Make a camera draw through ``view`` all that is not marked as ``fixed``."""
    plain = camera.display_vectorized

    def display(vmobject: Any, ctx: cairo.Context[Any]) -> Any:
        if view.still or getattr(vmobject, "fixed", False):
            return plain(vmobject, ctx)
        width = camera.cairo_line_width_multiple
        if not getattr(vmobject, "flat", False):
            camera.cairo_line_width_multiple = width * view.thin
        if getattr(vmobject, "pin", None) is not None:
            camera.cairo_line_width_multiple = width
        with view.through(ctx, vmobject):
            plain(vmobject, ctx)
        camera.cairo_line_width_multiple = width
        return camera

    def image(mobject: Any, pixels: Any) -> None:
        if view.still or getattr(mobject, "fixed", False):
            show(camera, mobject, pixels)
            return
        with view.through(camera.get_cairo_context(pixels), mobject):
            show(camera, mobject, pixels)

    camera.display_vectorized = display
    camera.display_image_mobject = image
