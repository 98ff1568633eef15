"""Places: where a thing's picture is put, and how it is made to fit.

A place is an affine map of the thing's own coordinates. Relative places look at other things'
boxes until the thing enters; from then on what was measured holds.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..semantics import frame
from .geometry import NOTHING, Affine, Box, Points, point
from .held import hangs, measured
from .leaves import Model
from .live import untracked, value
from .target import Target

if TYPE_CHECKING:
    from .thing import Thing

RELATIVE = ("above", "below", "left_of", "right_of", "inside", "between")
SWEEP_LIMIT = 24
"""At most so many combinations of params' values are tried for ``fit``."""



@dataclass
class Place:
    """``word`` as in the language but ``fit`` for ``in``. ``measured`` are the boxes of the
    operands when the thing entered; ``factor`` the shrinking found for ``fit``."""

    word: str
    operands: tuple[Any, ...]
    gap: Any = None
    align: str | None = None
    measured: tuple[Box, ...] | None = None
    factor: float | None = None


def placed(thing: Thing, model: Model) -> Affine:
    """The thing's own place, then what the groups that hold it do."""
    own_map = own(thing, model)
    if hangs(thing):
        return own_map
    holder, member = thing.holder, thing
    while holder is not None:
        adjusted = holder.adjust(member)
        if adjusted is not None:
            to_scene = thing.to_scene()
            own_map = to_scene.inverse().after(adjusted).after(to_scene).after(own_map)
        member, holder = holder, holder.holder
    return own_map


def own(thing: Thing, model: Model) -> Affine:
    """The map of the thing's own style and place."""
    from .standing import turned

    style = _turning(thing)
    if thing.place is None and not style:
        return NOTHING
    box = Box.of(np.vstack(thing.local_hull(model)))
    assert box is not None
    turn = turned(style, box.center, thing.to_scene()) if style else NOTHING
    if thing.place is None:
        return turn
    if turn is not NOTHING:
        box = Box.of(turn(np.vstack(thing.local_hull(model))))
        assert box is not None
    if turn is NOTHING and model.line is not None and _in_line(thing, thing.place):
        box = _about_line(box, model.line[0])
    elif turn is NOTHING and model.middle is not None and thing.place.word == "inside" and (
        thing.place.align not in ("top", "bottom")
    ):
        box = _about_line(box, model.middle)
    move = _move(thing, thing.place, box)
    return move if turn is NOTHING else move.after(turn)


def _in_line(thing: Thing, place: Place) -> bool:
    """Whether a place is a cell, an area, beside something, or a point that is on no plane."""
    if place.word in ("left_of", "right_of"):
        return place.align is None
    if place.word not in ("fit", "at"):
        return False
    where = value(place.operands[0])
    if thing.stand.area(where) is not None:
        return True
    return thing.plane is None and not isinstance(where, Target)


def _about_line(box: Box, middle: float) -> Box:
    """The box made as high to both sides of a line of words, so that words in one row stand
    on one line whatever their letters."""
    half = max(box.y1 - middle, middle - box.y0)
    return Box(box.x0, middle - half, box.x1, middle + half)


def _turning(thing: Thing) -> dict[str, Any]:
    words: tuple[str, ...] = ("scale", "rotated")
    return {word: thing.styles[word] for word in words if word in thing.styles}


def _move(thing: Thing, place: Place, box: Box) -> Affine:
    """The shrinking and shift that put the local ``box`` where ``place`` says."""
    if place.word == "fit":
        if thing.fit_mode != "shrink":
            return NOTHING
        area = padded_area(thing, value(place.operands[0]))
        if place.factor is None:
            place.factor = _fit_factor(thing, area, box)
        wide, tall = scene_size(thing, box)
        size = (wide * place.factor, tall * place.factor)
        return _onto(thing, box, into(area, size, place.align), place.factor)
    if place.word == "at":
        target = value(place.operands[0])
        cells = thing.stand.area(target)
        if cells is not None:
            return _onto(thing, box, cells.center)
        if isinstance(target, Target):
            return _onto(thing, box, _boxes(thing, place)[0].center)
        return Affine(np.eye(2), point(target) - box.center)
    boxes = _boxes(thing, place)
    if place.word == "between":
        return _onto(thing, box, (boxes[0].center + boxes[1].center) / 2)
    if place.word == "inside":
        room = free(boxes[0])
        size = scene_size(thing, box)
        factor = min(1.0, *(
            r / s for r, s in zip((room.width, room.height), size, strict=True) if s > 0
        ))
        size = (size[0] * factor, size[1] * factor)
        return _onto(thing, box, into(room, size, place.align), factor)
    size = scene_size(thing, box)
    return _onto(thing, box, beside(boxes[0], size, place.word, _gap(thing, place), place.align))


INSIDE = 0.9
"""Share of an object's box that something `inside` it may take."""


def _gap(thing: Thing, place: Place) -> float:
    given = value(place.gap)
    return float(frame.GAP if given is None else given) * float(thing.stand.rows.linear[0, 0])


def beside(
    box: Box, size: tuple[float, float], word: str, gap: float, align: str | None
) -> Points:
    """Centre of something of ``size`` beside ``box``, all in scene units."""
    x, y = box.center
    w, h = size
    if word in ("above", "below"):
        x = {"left": box.x0 + w / 2, "right": box.x1 - w / 2}.get(align or "", x)
        y = box.y1 + gap + h / 2 if word == "above" else box.y0 - gap - h / 2
    else:
        y = {"top": box.y1 - h / 2, "bottom": box.y0 + h / 2}.get(align or "", y)
        x = box.x1 + gap + w / 2 if word == "right_of" else box.x0 - gap - w / 2
    return np.array([x, y])


def scene_size(thing: Thing, box: Box) -> tuple[float, float]:
    """Size in the scene of a local box."""
    shown = Box.of(thing.to_scene()(box.corners()))
    assert shown is not None
    return shown.width, shown.height


def _onto(thing: Thing, box: Box, scene_center: Points, factor: float = 1.0) -> Affine:
    center = thing.to_scene().inverse()(scene_center)
    return Affine(np.eye(2) * factor, center - box.center * factor)


def into(room: Box, size: tuple[float, float], align: str | None) -> Points:
    """Centre of something of ``size`` in the middle of ``room``, or at one of its edges, all in
    scene units."""
    x, y = room.center
    w, h = size
    x = {"left": room.x0 + w / 2, "right": room.x1 - w / 2}.get(align or "", x)
    y = {"top": room.y1 - h / 2, "bottom": room.y0 + h / 2}.get(align or "", y)
    return np.array([x, y])


def free(box: Box) -> Box:
    """What something `inside` an object may take of its box."""
    half = np.array([box.width, box.height]) * INSIDE / 2
    return Box(*(box.center - half), *(box.center + half))


def _boxes(thing: Thing, place: Place) -> tuple[Box, ...]:
    if place.measured is not None:
        return place.measured
    return tuple(measured(thing, operand) for operand in place.operands)


def padded_area(thing: Thing, area: Any) -> Box:
    """An area's rectangle less the padding, in the scene; an object means its box."""
    rect = thing.stand.area(area)
    if rect is None:
        return area.box()  # type: ignore[no-any-return]
    padded = frame.Rect(rect.x0, rect.y0, rect.x1, rect.y1).inset(frame.CELL_PADDING)
    return Box(*padded)


def _fit_factor(thing: Thing, area: Box, box: Box) -> float:
    sizes = [scene_size(thing, box), *swept_sizes(thing)]
    width, height = max(s[0] for s in sizes), max(s[1] for s in sizes)
    return min(
        1.0,
        area.width / width if width > 0 else 1.0,
        area.height / height if height > 0 else 1.0,
    )


def swept_sizes(thing: Thing) -> list[tuple[float, float]]:
    """Sizes in the scene for the values that beats give the params."""
    if not thing.sweeps:
        return []
    from .standing import turned

    params = thing.stand.params
    names = [name for name in thing.sweeps if name in params]
    style = _turning(thing)
    sizes: list[tuple[float, float]] = []
    with untracked():
        before = {name: getattr(params, name) for name in names}
        choices = itertools.product(*(thing.sweeps[name] for name in names))
        try:
            for values in itertools.islice(choices, SWEEP_LIMIT):
                for name, given in zip(names, values, strict=True):
                    setattr(params, name, given)
                model = thing.attempt()
                if model is None:
                    continue
                hull = np.vstack(thing.local_hull(model))
                if style:
                    hull = turned(style, hull.mean(axis=0), thing.to_scene())(hull)
                box = Box.of(hull)
                if box is not None:
                    sizes.append(scene_size(thing, box))
        finally:
            for name, given in before.items():
                setattr(params, name, given)
    return sizes


def freeze(thing: Thing) -> None:
    """Measure what a relative place looks at; kept while verbs have moved the thing."""
    place = thing.place
    if place is None or not thing.motion.still:
        return
    operands = [value(operand) for operand in place.operands]
    if operands and all(isinstance(operand, Target) for operand in operands):
        place.measured = None
        place.measured = _boxes(thing, place)
        thing.motion.change()
