"""Who is on screen when.

Every object, and every part of one that was spoken of, has a history: it came (at the first
frame of its entrance) or went (at the last frame of its exit). A part's history goes on from its
whole's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics import Span
from ..semantics.lowered import Ref
from .parts import Key, either_way, keys_of, overlap, path_of, within

__all__ = ["Change", "Presence"]


@dataclass(frozen=True)
class Change:
    """Came (``there``) or went at ``frame`` by ``verb``; ``begin`` is where the verb started.

    ``assumed`` marks a presence that was missing and has been reported once.
    """

    frame: int
    begin: int
    order: int
    there: bool
    verb: str
    span: Span
    assumed: bool = False


@dataclass
class _History:
    parts: dict[Key, list[Change]] = field(default_factory=dict)


@dataclass
class Presence:
    """The histories of one scene. ``counts`` are rows and columns of tables, ``either_way`` the
    graphs whose edges may be named from either end."""

    counts: Mapping[str, tuple[int, ...]]
    either_way: frozenset[str] = frozenset()
    _objects: dict[str, _History] = field(default_factory=dict)
    _order: int = 0

    def keys(self, ref: Ref) -> frozenset[Key]:
        keys = keys_of(ref, self.counts)
        if ref.path and ref.object in self.either_way:
            return frozenset(map(either_way, keys))
        return keys

    def last(self, ref: Ref, frame: int) -> Change | None:
        """The last that happened to ``ref`` until ``frame``, by way of itself or of its whole.

        Of a reference with several entries the one that is on screen, if any is.
        """
        best: Change | None = None
        for key in self.keys(ref):
            change = self._last(ref.object, key, frame)
            if change and (best is None or (change.there, change.order) > (best.there, best.order)):
                best = change
        return best

    def _last(self, object: str, key: Key, frame: int) -> Change | None:
        history = self._objects.get(object)
        if history is None:
            return None
        best: Change | None = None
        for outer, changes in history.parts.items():
            if not within(key, outer):
                continue
            for change in reversed(changes):
                if change.frame <= frame:
                    if best is None or (change.frame, change.order) > (best.frame, best.order):
                        best = change
                    break
        return best

    def there(self, ref: Ref, frame: int) -> bool:
        """Whether ``ref`` or any part of it is on screen at ``frame``."""
        change = self.last(ref, frame)
        return bool(change and change.there) or bool(self.shown_parts(ref, frame))

    def complete(self, ref: Ref, frame: int) -> Change | None:
        """The entrance by which all of ``ref`` is on screen at ``frame``, else None."""
        keys = self.keys(ref)
        found: Change | None = None
        for key in keys:
            change = self._last(ref.object, key, frame)
            if change is None or not change.there or change.assumed:
                return None
            found = change
        return None if self._missing(ref.object, keys, frame) else found

    def _missing(self, object: str, keys: frozenset[Key], frame: int) -> bool:
        history = self._objects[object]
        for inner in history.parts:
            if inner not in keys and any(within(inner, key) for key in keys):
                change = self._last(object, inner, frame)
                if change and not change.there:
                    return True
        return False

    def shown_parts(self, ref: Ref, frame: int) -> list[Change]:
        """Entrances of parts of ``ref`` that are on screen at ``frame``."""
        history = self._objects.get(ref.object)
        if history is None:
            return []
        keys = self.keys(ref)
        shown = []
        for inner in history.parts:
            if inner not in keys and any(within(inner, key) for key in keys):
                change = self._last(ref.object, inner, frame)
                if change and change.there:
                    shown.append(change)
        return shown

    def leaving(self, ref: Ref, frame: int) -> Change | None:
        """The exit that ``ref`` is in the midst of at ``frame``, if there is one."""
        history = self._objects.get(ref.object)
        if history is None:
            return None
        keys = self.keys(ref)
        for outer, changes in history.parts.items():
            if any(within(key, outer) for key in keys):
                for change in reversed(changes):
                    if change.frame <= frame:
                        break
                    if not change.there and change.begin <= frame:
                        return change
        return None

    def share(self, some: Ref, other: Ref) -> bool:
        """Whether two references overlap."""
        return some.object == other.object and overlap(self.keys(some), self.keys(other))

    def enter(self, ref: Ref, frame: int, verb: str, span: Span, *, assumed: bool = False) -> None:
        self._record(ref, Change(frame, frame, self._next(), True, verb, span, assumed))

    def leave(self, ref: Ref, start: int, end: int, verb: str, span: Span) -> None:
        """Goes from ``start`` on and is gone at ``end``."""
        self._record(ref, Change(end, start, self._next(), False, verb, span))

    def _next(self) -> int:
        self._order += 1
        return self._order

    def _record(self, ref: Ref, change: Change) -> None:
        parts = self._objects.setdefault(ref.object, _History()).parts
        for key in self.keys(ref):
            parts.setdefault(key, []).append(change)

    def entrances(self, ref: Ref) -> list[Change]:
        """Every entrance of ``ref``, its whole or its parts, in the order of time."""
        history = self._objects.get(ref.object)
        if history is None:
            return []
        keys = self.keys(ref)
        found = {
            change.order: change
            for key, changes in history.parts.items()
            if overlap(frozenset({key}), keys)
            for change in changes
            if change.there and not change.assumed
        }
        return sorted(found.values(), key=lambda change: (change.frame, change.order))

    def on_screen(self, frame: int) -> list[Ref]:
        """Everything on screen at ``frame``: wholes, and parts of wholes that are not, in the
        order in which they came."""
        shown: list[tuple[int, Ref]] = []
        for object, history in self._objects.items():
            whole = self._last(object, (), frame)
            if whole and whole.there:
                shown.append((whole.order, Ref(object)))
                continue
            for key in history.parts:
                change = self._last(object, key, frame) if key else None
                if change and change.there:
                    shown.append((change.order, Ref(object, path_of(key))))
        return [ref for _, ref in sorted(shown, key=lambda pair: pair[0])]
