"""Maps of the plane that bend things: matrices and functions of points, part of the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from ..semantics.values.maps import point_map
from .geometry import IDENTITY, NOTHING, Affine, Points, point, split
from .live import VANISHING


class Warp:
    """``amount`` of the way from each point to its image.

    ``turn`` is what it does to letters and the like, which move but are not bent.
    """

    def __init__(
        self,
        map: Callable[[Points], Points],
        linear: bool,
        amount: float = 0.0,
        turn: Points = IDENTITY,
    ) -> None:
        self.map = map
        self.linear = linear
        self.amount = amount
        self.turn = turn

    def __call__(self, points: Points) -> Points:
        if self.amount == 0 or len(points) == 0:
            return points
        image = self.map(points)
        return image if self.amount == 1 else points + (image - points) * self.amount

    def bend(self, outline: Points) -> Points:
        """An outline's image; straight lines are cut fine first where they may become curves."""
        if self.amount == 0:
            return outline
        if self.linear:
            return self(outline)
        bent = self(refined(outline))
        gaps = np.isnan(bent).any(axis=1)
        if gaps.any():
            bent = bent[~np.repeat(gaps.reshape(-1, 4).any(axis=1), 4)]
        return bent

    @staticmethod
    def affine(map: Affine, turn: Points = IDENTITY) -> Warp:
        """Done already."""
        return Warp(map, True, 1.0, turn)

    @staticmethod
    def of(given: Any, coordinates: Affine | None, numbers: bool = False) -> Warp:
        """A matrix (rows) or a function of points, in ``coordinates``.

        With ``numbers`` the function is taken for one of complex numbers where it may be.
        """
        here = coordinates or NOTHING
        back = here.inverse()
        if not callable(given):
            matrix = np.array([[float(v) for v in row] for row in given])
            whole = here.after(Affine(matrix, np.zeros(2))).after(back)
            return Warp(whole, True)

        function = point_map(given, numbers)
        known: dict[bytes, Points] = {}

        def image(points: Points) -> Points:
            key = points.tobytes()
            found = known.get(key)
            if found is None:
                inside = np.atleast_2d(back(points))
                out = np.array([_image(function, float(x), float(y)) for x, y in inside])
                found = here(out.reshape(points.shape))
                if len(known) >= KEPT:
                    known.clear()
                known[key] = found
            return found

        return Warp(image, False)


KEPT = 500
"""So many outlines have their images remembered: all that changes from frame to frame is how far
they are on the way."""

NOWHERE = np.full(2, np.nan)
"""The image of a point at which a function has no value."""


def _image(function: Callable[[float, float], Any], x: float, y: float) -> Points:
    try:
        return point(function(x, y))
    except VANISHING:
        return NOWHERE


def refined(outline: Points) -> Points:
    """The same outline in more curves."""
    count = len(outline) // 4
    if count == 0:
        return outline
    pieces = max(1, min(16, 96 // count))
    if pieces == 1:
        return outline
    cuts = np.linspace(0, 1, pieces + 1)
    out: list[Points] = []
    for k in range(count):
        curve = outline[4 * k : 4 * k + 4]
        out.extend(split(curve, a, b) for a, b in itertools.pairwise(cuts))
    return np.vstack(out)
