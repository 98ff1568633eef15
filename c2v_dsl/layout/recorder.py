"""Writing down what a scene shows while it is stepped through."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from manim import Animation, Scene

from ..render.options import frame_at
from ..render.renderer import SegmentRenderer
from ..stage.brush import Stroke
from ..stage.clipping import cut, fence, lost
from ..stage.geometry import Points, flatten, partial, subpaths
from ..stage.live import untracked
from ..stage.thing import Thing
from ..timeline.model import FPS
from .seen import SCALE, Notes, packed

FAINT = 0.06
"""What is less opaque is not seen."""

STRIDE = 0.3
"""How far, in scene units, things may move between two looks at them."""

SOON, LATE = 2, 24
"""Frames between two looks at what moves: the fewest and the most."""

MOST = 60
"""Looks at one action, however long it lasts."""

STEPS = 5
"""Points on each curve of an outline."""

TURN, REACH = 0.1, 0.5
"""How far, in radians and in scene units, a bow goes on between the points kept of it."""

_ANGLES = np.arange(32) * np.pi / 16
_DIRECTIONS = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])

BLANK = 0.8
"""Letters further apart than this share of their height belong to two pieces."""


class Recorder:
    """Notes of a scene; ``look`` adds a moment.

    Args:
        objects: every object's id and how the scene's code calls it.
    """

    def __init__(self, scene: Scene, objects: Iterable[tuple[str, str]]) -> None:
        self.scene: Any = scene
        self.notes = Notes()
        self.beat = ""
        self._objects = tuple(objects)
        self._ids: dict[int, str] = {}
        self._bodies: dict[tuple[int, int], int] = {}
        self._known: dict[int, int] = {}
        self._boxes: list[Points] = []
        self._moved: frozenset[str] = frozenset()
        self._there: frozenset[str] = frozenset()
        self._since = -1

    def begin(self) -> None:
        """Take up what a scene has besides its objects, once it is set up."""
        furniture = self.scene.furniture
        self.notes.title = packed(_letters(furniture.title))
        self.notes.lines = [packed(_letters(line.words)) for line in furniture.lines]
        home = self.scene.picture.stand.view.home.focus
        self.notes.home = float(home[0]), float(home[1])

    def look(self, frame: int, last: bool = False) -> None:
        """Write down what is seen now."""
        picture = self.scene.picture
        picture.refresh()
        shown = []
        for thing in picture.present():
            name = self._id(thing)
            body = self._body(thing)
            if name and body is not None:
                shown.append([name, body, 0])
        view = picture.stand.view
        shot = None if view.still else [*map(float, view.shot.focus), float(view.shot.factor)]
        moment = [frame, self.beat, shown, shot, int(last)]
        moments = self.notes.moments
        if moments and moments[-1][0] == frame and moments[-1][1] == self.beat:
            moments[-1] = moment
        elif not moments or last or _pictures(moments[-1]) != _pictures(moment):
            moments.append(moment)

    def stride(self) -> float:
        """How far things moved between the last two moments, in scene units."""
        if len(self.notes.moments) < 2:
            return 0.0
        before, now = ({name: body for name, body, _ in moment[2]}
                       for moment in self.notes.moments[-2:])
        return max((float(np.abs(self._boxes[before[name]] - self._boxes[body]).max())
                    for name, body in now.items() if name in before and before[name] != body),
                   default=0.0) / SCALE

    def mark_moves(self, first: int, begin: int, end: int) -> None:
        """Say of the moments from number ``first`` on, an action's, what moves in them; what
        comes to rest does so when it has not moved on by the next action."""
        window = self.notes.moments[first:]
        bodies: dict[str, set[int]] = {}
        for moment in window:
            for name, body, _ in moment[2]:
                bodies.setdefault(name, set()).add(body)
        there = frozenset.intersection(*(frozenset(name for name, _, _ in moment[2])
                                         for moment in window))
        moved = frozenset(name for name, kept in bodies.items()
                          if len(kept) > 1 or name not in there)
        new = moved - self._there
        for moment in window:
            still = moved if self._since == begin or moment[0] > begin else new
            known = still & (self._moved | new) if moment[0] == begin else still
            moment[2] = [[name, body, int(name in known)] for name, body, _ in moment[2]]
        self._moved, self._since = moved, end
        self._there = frozenset(name for name, _, _ in window[-1][2])

    def _id(self, thing: Thing) -> str:
        found = self._ids.get(id(thing))
        if found is None:
            self._name()
            found = self._ids.setdefault(id(thing), "")
        return found

    def _name(self) -> None:
        names = {"o": self.scene.o}
        for key, path in self._objects:
            try:
                found = eval(path, {"__builtins__": {}}, names)
            except (AttributeError, KeyError, TypeError):
                continue
            for member in getattr(found, "members", lambda found=found: (found,))():
                if isinstance(member, Thing):
                    self._ids.setdefault(id(member), key)

    def _body(self, thing: Thing) -> int | None:
        version = (id(thing), thing._drawing.version)
        if version in self._bodies:
            return self._bodies[version]
        with untracked():
            strokes = _without_effects(thing)
        data = [_inks(strokes), _letter_height([stroke for stroke, _ in strokes])]
        number = self._number(data) if data[0] else None
        if number is not None:
            self._bodies[version] = number
        return number

    def _number(self, data: Any) -> int:
        key = hash(repr(data))
        if key not in self._known:
            self._known[key] = len(self.notes.bodies)
            self.notes.bodies.append(data)
            self._boxes.append(_box(data[0]))
        return self._known[key]


def _pictures(moment: list[Any]) -> tuple[Any, ...]:
    """What is seen at a moment."""
    return [(name, body) for name, body, _ in moment[2]], moment[3]


def _box(inks: list[Any]) -> Points:
    """The corners around inks, in thousandths of a scene unit."""
    points = np.asarray([number for ink in inks for number in ink[1]], float).reshape(-1, 2)
    return np.concatenate([points.min(axis=0), points.max(axis=0)])


def _letters(group: Any) -> Points:
    points = [m.points[:, :2] for m in group.family_members_with_points()]
    return np.vstack(points) if points else np.zeros((0, 2))


Clipped = tuple[Stroke, Points | None]
"""A stroke and the corners at which its plane cuts it off."""


def _without_effects(thing: Thing) -> list[Clipped]:
    """What is seen of a thing, pointing verbs left out: they disturb nothing."""
    if lost(thing):
        return []
    active, thing.effects.active = thing.effects.active, []
    try:
        strokes, seen = thing._shown()
    finally:
        thing.effects.active = active
    edges = fence(thing)
    own = cut(edges, strokes[: len(thing.model().leaves)]) if edges else ()
    cuts = itertools.chain(own, itertools.repeat((True, None)))
    return [(stroke, corners) for stroke, visible, (inside, corners)
            in zip(strokes, seen, cuts, strict=False) if visible and inside]


def _inks(strokes: Sequence[Clipped]) -> list[Any]:
    inks: list[Any] = []
    word: list[Stroke] = []

    def close() -> None:
        if word:
            points = _outermost(np.vstack([flatten(s.points, 3) for s in word]))
            inks.append(_ink("word", points, word[0], 0.0))
            word.clear()

    for stroke, corners in strokes:
        leaf, paint = stroke.leaf, stroke.paint
        if leaf.plain or len(stroke.points) == 0 or paint.opacity < FAINT:
            continue
        if leaf.image is not None:
            close()
            inks.append(_ink("picture", stroke.points[:, :2], stroke, 0.0))
        elif _is_letter(stroke):
            if word and not _follows(word[-1], stroke):
                close()
            word.append(stroke)
        else:
            close()
            inks += _drawn(stroke, corners)
    close()
    return inks


def _is_letter(stroke: Stroke) -> bool:
    return stroke.leaf.role == "word" or stroke.leaf.atom is not None


def _follows(before: Stroke, stroke: Stroke) -> bool:
    """Whether a letter belongs to the word of the one before it."""
    if before.leaf.soft != stroke.leaf.soft:
        return False
    (ax0, ay0), (ax1, ay1) = before.points.min(axis=0), before.points.max(axis=0)
    (bx0, by0), (bx1, by1) = stroke.points.min(axis=0), stroke.points.max(axis=0)
    high = max(ay1 - ay0, by1 - by0, 0.08)
    apart = max(bx0 - ax1, ax0 - bx1)
    return bool(apart < BLANK * high and by0 < ay1 + 0.5 * high and ay0 < by1 + 0.5 * high)


def _drawn(stroke: Stroke, clip: Points | None) -> list[Any]:
    paint = stroke.paint
    outline = stroke.points
    if stroke.start > 0 or stroke.end < 1:
        outline = partial(outline, stroke.start, stroke.end)
    found: list[Any] = []
    for piece in subpaths(outline):
        way = _simplified(flatten(piece, STEPS))
        if len(way) < 2:
            continue
        if paint.fill_opacity * paint.opacity >= FAINT and len(way) > 2:
            found.append(_ink("area", way, stroke, 0.0, clip))
        if paint.width > 0 and paint.stroke_opacity * paint.opacity >= FAINT:
            found.append(_ink("line", way, stroke, paint.width / 100, clip))
    return found


def _simplified(way: Points) -> Points:
    """The way with points only where it turns: at corners, and on bows every `TURN` or `REACH`."""
    apart = np.hypot(*np.diff(way, axis=0).T) > 1e-6
    way = way[np.concatenate([[True], apart])]
    if len(way) < 3:
        return way
    steps = np.diff(way, axis=0)
    u, v = steps[:-1], steps[1:]
    turns = np.abs(np.arctan2(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0], (u * v).sum(axis=1)))
    bowed = np.where(turns > 1e-5, np.hypot(*u.T), 0.0)
    marks = np.floor(np.cumsum(turns) / TURN) + np.floor(np.cumsum(bowed) / REACH)
    keep = (np.diff(marks, prepend=0.0) > 0) | (turns > TURN)
    return np.vstack([way[:1], way[1:-1][keep], way[-1:]])


def _outermost(points: Points) -> Points:
    """The points furthest out in each direction, around: about the corners of their hull."""
    low, high = points.min(axis=0), points.max(axis=0)
    spread = (points - (low + high) / 2) / np.maximum(high - low, 1e-6)
    chosen = np.argmax(_DIRECTIONS @ spread.T, axis=1)
    return points[list(dict.fromkeys(chosen.tolist()))]


def _ink(
    form: str, points: Points, stroke: Stroke, width: float, clip: Points | None = None
) -> list[Any]:
    paint = stroke.paint
    color = paint.stroke if form == "line" else paint.fill
    alpha = paint.opacity * (paint.stroke_opacity if form == "line" else paint.fill_opacity)
    if form == "picture":
        alpha = paint.opacity
    cut_off = [] if clip is None else packed(clip)
    return [form, packed(points), round(width * SCALE), round(alpha * 255),
            [round(c * 255) for c in color], int(stroke.leaf.soft), cut_off]


def _letter_height(strokes: Sequence[Stroke]) -> int:
    """The height of the highest letter, in thousandths of a scene unit. Signs that are mere
    dashes, where there are no others, are as high as they are long."""
    sizes = [np.ptp(s.points, axis=0) for s in strokes
             if _is_letter(s) and len(s.points) and s.paint.opacity >= FAINT]
    heights = [float(high) for wide, high in sizes if 2 * high > wide]
    dashes = [float(wide) for wide, high in sizes if 2 * high <= wide]
    return round(max(heights or dashes, default=0.0) * SCALE)


class MeasuringRenderer(SegmentRenderer):
    """Steps through a scene and looks at it from time to time; draws nothing.

    Attributes:
        recorder: set before the scene plays.
    """

    recorder: Recorder

    def __init__(
        self, fps: int, tick: Callable[[int], None], moves: Sequence[tuple[int, int]] = ()
    ) -> None:
        super().__init__(fps, None, tick)
        self.moves = moves

    def _animate(self, scene: Scene, begin: int, first: int, last: int) -> None:
        animations: Sequence[Animation] = scene.animations or ()
        length = round(scene.duration * FPS)
        self.recorder.look(begin)
        start = len(self.recorder.notes.moments) - 1
        due = self._next(begin, begin, LATE // 4)
        gap = LATE // 4
        for moment in self._stops(scene, begin, length, first, last):
            if moment < due:
                continue
            if moment >= begin + length:
                break
            scene.update_to_time((moment - begin) / FPS)
            self.recorder.look(moment)
            far = self.recorder.stride()
            gap = LATE if far < 1e-3 else min(LATE, max(SOON, round(gap * STRIDE / far)))
            gap = max(gap, length // MOST)
            due = self._next(begin, moment, gap)
        self.shown += last - first
        scene.update_to_time(scene.duration)
        for animation in animations:
            animation.finish()
            animation.clean_up_from_scene(scene)
        scene.update_mobjects(0)
        self.recorder.look(begin + length)
        self.recorder.mark_moves(start, begin, begin + length)

    def _next(self, begin: int, moment: int, gap: int) -> int:
        """The frame of the next look, in a span in which something moves."""
        due = moment + gap
        for start, end in self.moves:
            if due < end:
                return max(due, start)
        return begin + 10**9

    def _stops(
        self, scene: Scene, begin: int, length: int, first: int, last: int
    ) -> Iterator[int]:
        """Frames at which one may look; where each frame depends on those before, all are gone
        through on the way."""
        if not self._needs_every_frame(scene):
            yield from range(begin, begin + length)
            return
        for number in range(first, last):
            moment = max(0.0, number / self.fps - begin / FPS)
            scene.update_to_time(min(moment, scene.duration))
            yield begin + round(moment * FPS)

    def settle(self, scene: Scene, position: int) -> None:
        self.clock = position
        self.shown = frame_at(position, self.fps)
        self.time = position / FPS
