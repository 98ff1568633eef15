"""Members of groups and components that look at one another.

The place of a group holds for its members: they are put where they stand by themselves, and then
moved and shrunk together. So a member's own place is measured before the group's place holds, and
what is drawn from other members (a line between two of them, a label) follows them as they are
shown and is not moved once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from .geometry import Box
from .live import value
from .target import Target, body

if TYPE_CHECKING:
    from .thing import Thing


def holders(thing: Thing) -> list[Any]:
    """The groups that hold a thing, the innermost first."""
    found: list[Any] = []
    holder = thing.holder
    while holder is not None:
        found.append(holder)
        holder = holder.holder
    return found


def hangs(thing: Thing) -> bool:
    """Whether it is drawn from, or stands on, what a group holds that holds it too."""
    if thing.holder is None:
        return False
    if thing.hangs is None:
        thing.hangs = False
        mine = holders(thing)
        thing.hangs = any(_shared(mine, other) is not None for other in _drawn_from(thing)) or any(
            _shared(mine, other) is not None and hangs(other) for other in _stands_by(thing)
        )
    return thing.hangs


def measured(thing: Thing, operand: Any) -> Box:
    """The box in the scene of what a place looks at; of a member of the same group the one that
    it has before the group's place holds.

    Raises:
        Gone: nothing of it has a picture.
    """
    target: Target = value(operand)
    group = _shared(holders(thing), target.thing)
    if group is None or hangs(target.thing):
        return target.box()
    box = _natural(target)
    if box is None:
        return target.box()
    member = target.thing
    for holder in holders(target.thing):
        if holder is group:
            break
        adjusted = holder.adjust(member)
        if adjusted is not None:
            box = Box.of(adjusted(box.corners())) or box
        member = holder
    return box


def _natural(target: Target) -> Box | None:
    """Its box in the scene by its own place alone."""
    thing = target.thing
    if thing.holder is None or not target.path:
        return thing.holder.natural(thing) if thing.holder is not None else None
    own, model = thing.own_place(), thing.model()
    if own is None:
        return None
    chosen = [model.leaves[i] for i in model.select(target.path) or []]
    back = np.linalg.pinv(thing.to_scene().linear)
    hull = [
        leaf.outline if leaf.anchor is None else leaf.anchor + leaf.outline @ back.T
        for leaf in chosen if not leaf.plain and len(leaf.outline)
    ]
    return Box.of(thing.to_scene()(own(np.vstack(hull)))) if hull else None


def _shared(mine: list[Any], other: Thing) -> Any:
    """The innermost of these groups that holds ``other`` too."""
    theirs = holders(other)
    return next((group for group in mine if group in theirs), None)


def _drawn_from(thing: Thing) -> Iterator[Thing]:
    if thing.plane is not None:
        yield thing.plane
    for given in thing.args.values():
        yield from _targets(given)


def _stands_by(thing: Thing) -> Iterator[Thing]:
    if thing.place is not None:
        yield from _targets(thing.place.operands)


def _targets(given: Any) -> Iterator[Thing]:
    given = body(given)
    if isinstance(given, Target):
        yield given.thing
    elif isinstance(given, tuple | list):
        for item in given:
            yield from _targets(item)
