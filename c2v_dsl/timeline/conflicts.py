"""Actions that run at once may not change one property of one thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics import Span
from .parts import Key, overlap

__all__ = ["PROPERTY_WORDS", "Conflicts", "Use"]


@dataclass(frozen=True)
class Use:
    """A verb at work on ``keys`` of an object from ``start`` to ``end``."""

    start: int
    end: int
    keys: frozenset[Key]
    properties: frozenset[str]
    verb: str
    span: Span
    action: int = 0
    """Uses of one action never collide with each other."""


@dataclass
class Conflicts:
    """What is under way, by object; a param counts as the object ``param NAME``."""

    _uses: dict[str, list[Use]] = field(default_factory=dict)

    def claim(self, object: str, use: Use, now: int) -> tuple[Use, str] | None:
        """Enter ``use``; an earlier one that it collides with, and the property, if there is one.

        ``now`` is the frame of the walk: what ended before it is forgotten.
        """
        if use.end <= use.start or not use.properties:
            return None
        under_way = [u for u in self._uses.get(object, ()) if u.end > now]
        self._uses[object] = [*under_way, use]
        for other in under_way:
            if other.action == use.action and use.action:
                continue
            if other.start < use.end and use.start < other.end and overlap(
               other.keys, use.keys):
                shared = other.properties & use.properties
                if shared:
                    return other, min(shared, key=_ORDER.index)
        return None


_ORDER = ("presence", "position", "rotation", "size", "shape", "text", "color", "fill", "stroke",
          "opacity", "param", "camera", "none")

PROPERTY_WORDS = {
    "presence": "whether it is on screen", "position": "its place", "rotation": "its direction",
    "size": "its size", "shape": "its shape", "text": "its text", "color": "its colour",
    "fill": "its fill", "stroke": "its stroke", "opacity": "its opacity", "param": "its value",
    "camera": "the camera", "none": "it",
}
"""Properties as messages name them."""
