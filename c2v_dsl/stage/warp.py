"""Maps of the plane that bend things: matrices and functions of points, part of the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from .geometry import IDENTITY, NOTHING, Affine, Points, split
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
        return self(outline if self.linear else refined(outline))

    @staticmethod
    def affine(map: Affine, turn: Points = IDENTITY) -> Warp:
        """Done already."""
        return Warp(map, True, 1.0, turn)

    @staticmethod
    def of(given: Any, coordinates: Affine | None) -> Warp:
        """A matrix (rows) or a function of points, in ``coordinates``."""
        here = coordinates or NOTHING
        back = here.inverse()
        if not callable(given):
            matrix = np.array([[float(v) for v in row] for row in given])
            whole = here.after(Affine(matrix, np.zeros(2))).after(back)
            return Warp(whole, True)

        def image(points: Points) -> Points:
            inside = np.atleast_2d(back(points))
            out = np.array([_image(given, p) for p in inside])
            return here(out.reshape(points.shape))

        return Warp(image, False)


def _image(function: Callable[[Any], Any], p: Points) -> Points:
    from ..semantics.values import P
    from .geometry import point

    try:
        return point(function(P(float(p[0]), float(p[1]))))
    except VANISHING:
        return p


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
