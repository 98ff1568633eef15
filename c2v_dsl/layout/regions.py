"""What is seen, as regions of the frame that can be cut with one another (by shapely)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from shapely import (
    GeometryCollection,
    LineString,
    MultiPoint,
    Polygon,
    STRtree,
    box,
    linestrings,
    make_valid,
    unary_union,
)
from shapely.geometry.base import BaseGeometry

from .seen import Body, Ink, Points

NOTHING: BaseGeometry = GeometryCollection()

SHOWN = 0.25
"""What is less opaque (coming, going) is not yet there, or no longer."""


def _clipped(found: BaseGeometry, ink: Ink) -> BaseGeometry:
    if ink.clip is None or found.is_empty:
        return found
    return found.intersection(Polygon(ink.clip))


def hull(points: Points) -> BaseGeometry:
    """The convex hull of points; for letters, about what the eye takes for the word."""
    return MultiPoint(points).convex_hull if len(points) else NOTHING


def _tangled(points: Points) -> bool:
    """Whether a way crosses itself so often (some thousand times, guessed from a sample) that
    working out what it covers would take minutes; its hull does then."""
    if len(points) < 200 or LineString(points).is_simple:
        return False
    parts = np.asarray(linestrings(np.stack([points[:-1], points[1:]], axis=1)))
    sample = parts[:: max(1, len(parts) // 32)]
    met = STRtree(parts).query(sample, predicate="crosses").shape[1]
    return bool(met * len(parts) / len(sample) / 2 > 5000)


def region(ink: Ink) -> BaseGeometry:
    """The part of the frame that an ink covers."""
    if ink.form in ("word", "picture"):
        return _clipped(hull(ink.points), ink)
    if _tangled(ink.points):
        return _clipped(hull(ink.points), ink)
    if ink.form == "line":
        return _clipped(LineString(ink.points).buffer(max(ink.width, 0.01) / 2, quad_segs=2), ink)
    if len(ink.points) < 4:
        return NOTHING
    return _clipped(make_valid(Polygon(ink.points)), ink)


@dataclass(frozen=True, eq=False)
class Region:
    """A body's inks as regions.

    Attributes:
        words: each with its ink, soft ones (numbers of axes) left out.
        marks: the soft words.
        lines: strokes that are no grid, as covered regions; ``rules`` those that are.
        areas: what is filled; ``pictures`` raster images.
    """

    body: Body

    def _of(self, form: str, soft: bool | None = False) -> list[tuple[Ink, BaseGeometry]]:
        found = []
        for ink in self.body.inks:
            if ink.form == form and ink.opacity >= SHOWN and (soft is None or ink.soft == soft):
                shape = region(ink)
                if not shape.is_empty:
                    found.append((ink, shape))
        return found

    @cached_property
    def words(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("word")

    @cached_property
    def marks(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("word", True)

    @cached_property
    def lines(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("line")

    @cached_property
    def rules(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("line", True)

    @cached_property
    def areas(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("area")

    @cached_property
    def pictures(self) -> list[tuple[Ink, BaseGeometry]]:
        return self._of("picture")

    @cached_property
    def all(self) -> list[tuple[Ink, BaseGeometry]]:
        """Everything but what is soft."""
        return [*self.words, *self.lines, *self.areas, *self.pictures]

    @cached_property
    def extent(self) -> BaseGeometry:
        """The box around everything, soft or not."""
        shapes = [shape for form in ("word", "line", "area", "picture")
                  for _, shape in self._of(form, None)]
        return box(*unary_union(shapes).bounds) if shapes else NOTHING

    @cached_property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """``x0, y0, x1, y1`` of everything."""
        if self.extent.is_empty:
            return None
        x0, y0, x1, y1 = self.extent.bounds
        return x0, y0, x1, y1


def depth(one: BaseGeometry, other: BaseGeometry) -> float:
    """How deep two regions reach into one another: the smaller side of what they share."""
    shared = one.intersection(other)
    if shared.is_empty:
        return 0.0
    x0, y0, x1, y1 = shared.bounds
    return float(min(x1 - x0, y1 - y0))


def near_pairs(regions: list[BaseGeometry]) -> list[tuple[int, int]]:
    """Pairs of regions whose boxes touch, each once, the earlier first."""
    if len(regions) < 2:
        return []
    first, second = STRtree(regions).query(regions)
    keep = first < second
    return sorted(zip(first[keep].tolist(), second[keep].tolist(), strict=True))


def letters_hull(points: Points) -> BaseGeometry:
    """The box of words that stand still (title, lecture lines)."""
    if not len(points):
        return NOTHING
    (x0, y0), (x1, y1) = np.min(points, axis=0), np.max(points, axis=0)
    found: BaseGeometry = box(x0, y0, x1, y1)
    return found
