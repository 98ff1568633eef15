"""What a scene shows from moment to moment, as plain data.

All places are in scene units of the frame (14.2 × 8, origin in its middle, y upwards), as they are
seen: with the camera's part in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Form = Literal["word", "line", "area", "picture"]


class Ink(NamedTuple):
    """One thing drawn.

    ``word``: points of the letters of a word or formula, of which the hull counts. ``line``: a
    stroke's way, ``width`` wide. ``area``: the border of something filled. ``picture``: the corners
    of a raster image. ``soft`` is furniture of its object: grid lines, tick labels. ``clip`` are
    the corners at which a plane cuts it off, if one does.
    """

    form: Form
    points: Points
    width: float
    opacity: float
    color: tuple[float, float, float]
    soft: bool = False
    clip: Points | None = None


class Body(NamedTuple):
    """An object as it is at some moments: its ink, back to front, and the height of its letters
    (the highest capital or digit, in scene units; 0 without letters)."""

    inks: tuple[Ink, ...]
    letters: float


class Presence(NamedTuple):
    """That an object shows a body at a moment; ``moving`` while an action changes it."""

    object: str
    body: int
    moving: bool


class Shot(NamedTuple):
    """Where the camera looks, and how many times as large things are seen."""

    x: float
    y: float
    factor: float


@dataclass(frozen=True)
class Moment:
    """What is seen at ``frame`` (of 1/60 s from the scene's beginning), back to front."""

    frame: int
    beat: str
    shown: tuple[Presence, ...]
    shot: Shot | None = None
    last: bool = False
    """Whether a beat ends with it."""


@dataclass(frozen=True)
class SceneSeen:
    """A scene from its beginning to its end.

    Attributes:
        bodies: each once; moments name them by number, in scene units without the camera.
        title, lines: letters of the title and of each lecture line.
        home: the point that the camera keeps in the middle.
    """

    scene: str
    bodies: tuple[Body, ...]
    moments: tuple[Moment, ...]
    title: Points
    lines: tuple[Points, ...]
    home: tuple[float, float]
    failed: str = ""

    def seen(self, moment: Moment, presence: Presence) -> Body:
        """A body as it stands in the frame."""
        body = self.bodies[presence.body]
        shot = moment.shot
        if shot is None:
            return body
        focus, home = np.array([shot.x, shot.y]), np.array(self.home)
        return Body(
            tuple(ink._replace(
                points=home + (ink.points - focus) * shot.factor,
                width=ink.width * shot.factor**0.5,
                clip=None if ink.clip is None else home + (ink.clip - focus) * shot.factor,
            ) for ink in body.inks),
            body.letters * shot.factor)

    def ends(self) -> Iterator[Moment]:
        """The last moment of each beat."""
        return (moment for moment in self.moments if moment.last)


@dataclass
class Notes:
    """A `SceneSeen` while it is written down; made into JSON by the process that measures."""

    bodies: list[Any] = field(default_factory=list)
    moments: list[Any] = field(default_factory=list)
    title: list[Any] = field(default_factory=list)
    lines: list[Any] = field(default_factory=list)
    home: tuple[float, float] = (0.0, 0.0)

    def to_json(self) -> str:
        return json.dumps(vars(self), separators=(",", ":"))


SCALE = 1000
"""Places are written down as whole thousandths of a scene unit."""


def packed(points: Points) -> list[int]:
    """Points as whole numbers in one row."""
    whole: list[int] = np.rint(points * SCALE).astype(np.int64).ravel().tolist()
    return whole


def unpacked(numbers: list[int]) -> Points:
    points: Points = np.asarray(numbers, float).reshape(-1, 2) / SCALE
    return points


def read(scene: str, text: str) -> SceneSeen:
    """A scene from what its child wrote down."""
    data = json.loads(text)
    bodies = tuple(
        Body(tuple(
            Ink(form, unpacked(points), width / SCALE, opacity / 255,
                (color[0] / 255, color[1] / 255, color[2] / 255), bool(soft),
                unpacked(clip) if clip else None)
            for form, points, width, opacity, color, soft, clip in inks), letters / SCALE)
        for inks, letters in data["bodies"])
    moments = tuple(
        Moment(frame, beat,
               tuple(Presence(object, body, bool(moving)) for object, body, moving in shown),
               Shot(*shot) if shot else None, bool(last))
        for frame, beat, shown, shot, last in data["moments"])
    home = (float(data["home"][0]), float(data["home"][1]))
    return SceneSeen(scene, bodies, moments, unpacked(data["title"]),
                     tuple(unpacked(line) for line in data["lines"]), home)
