"""A measured scene on which changes are tried before anything is measured again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ...diagnostics.codes import layout as codes
from ...semantics.themes import theme
from ...timeline.model import SceneSpec, Timeline
from ..judge import Key, judged, key_of
from ..scene import MeasuredScene, Verdict
from ..seen import Moment, Presence, SceneSeen
from .effects import Effect, objects_of, tried

Box = tuple[float, float, float, float]

WORSE = 0.05
"""By so many rows may what is wrong anyhow become worse."""

_WHOLE = frozenset({codes.CROWDED, codes.LINGERING, codes.EMPTY})
"""Rules that look at all that is shown at once."""

_REACH = 0.2
"""Things nearer than this, in scene units, are looked at together."""


class Trial:
    """A scene as measured, what is wrong with it, and whether a change makes it better."""

    def __init__(self, timeline: Timeline, spec: SceneSpec, seen: SceneSeen) -> None:
        self.spec = spec
        self.seen = seen
        self.theme = theme(timeline.theme)
        self.measured = MeasuredScene(spec, seen, self.theme)

    @cached_property
    def verdicts(self) -> list[Verdict]:
        return judged(self.measured)

    @cached_property
    def known(self) -> dict[Key, Verdict]:
        return {key_of(verdict): verdict for verdict in self.verdicts}

    def box(self, name: str, moment: Moment) -> Box | None:
        """Around an object at a moment, in scene units, without the camera."""
        for presence in moment.shown:
            if presence.object == name:
                return self._bounds(presence)
        return None

    def _bounds(self, presence: Presence) -> Box | None:
        still = Moment(0, "", ())
        return self.measured.region(still, presence).bounds

    def moment(self, verdict: Verdict) -> Moment | None:
        """When to look at it: the last time in its beat that it holds, or that its objects are
        seen."""
        inside = [m for m in self.seen.moments if m.beat == verdict.beat]
        names = {verdict.object, verdict.other} & set(self.measured.objects)
        both = [m for m in inside if names <= {p.object for p in m.shown}]
        if verdict.rule in _WHOLE or not both:
            return both[-1] if both else None
        for moment in reversed(both):
            alone = replace(self.seen, moments=(replace(moment, last=True),))
            if any(key_of(found) == key_of(verdict) for found in judged(self._with(alone))):
                return moment
        return both[-1]

    def helps(self, effects: tuple[Effect, ...], goal: frozenset[Key]) -> bool:
        """Whether a change does away with ``goal`` and makes nothing else wrong, as far as can be
        told without measuring."""
        if not goal or not any(key[0] in _WHOLE for key in goal):
            near = self._near(effects)
            if not _better(judged(self._with(near)), self.known, goal, partial=True):
                return False
        return _better(judged(self._with(tried(self.seen, effects))), self.known, goal)

    def _with(self, seen: SceneSeen) -> MeasuredScene:
        """The scene with another look, what is known of it taken over."""
        other = MeasuredScene(self.spec, seen, self.theme)
        other.take_over(self.measured)
        return other

    def _near(self, effects: tuple[Effect, ...]) -> SceneSeen:
        """The changed objects and what is near them, each picture once."""
        names = objects_of(effects)
        seen = tried(self.seen, effects)
        whole = self._with(seen)
        still = Moment(0, "", ())
        kept: list[Moment] = []
        known: set[object] = set()
        for moment in seen.moments:
            boxes = {p: whole.region(still, p).bounds for p in moment.shown}
            ours = [box for p, box in boxes.items() if p.object in names and box]
            if not ours:
                continue
            shown = tuple(p for p in moment.shown
                          if p.object in names or _any_near(boxes[p], ours))
            picture = shown, moment.shot, moment.last
            if picture not in known:
                known.add(picture)
                kept.append(replace(moment, shown=shown))
        return replace(seen, moments=tuple(kept))


def _any_near(box: Box | None, others: list[Box]) -> bool:
    if box is None:
        return False
    x0, y0, x1, y1 = box
    return any(x0 < b[2] + _REACH and b[0] < x1 + _REACH and y0 < b[3] + _REACH
               and b[1] < y1 + _REACH for b in others)


def _better(
    found: Iterable[Verdict], known: dict[Key, Verdict], goal: frozenset[Key],
    partial: bool = False,
) -> bool:
    """Whether nothing of ``goal`` is found and the rest is no worse than what was known."""
    for verdict in found:
        if partial and verdict.rule in _WHOLE:
            continue
        if worse(verdict, known.get(key_of(verdict))) or key_of(verdict) in goal:
            return False
    return True


def worse(verdict: Verdict, before: Verdict | None) -> bool:
    """Whether something is wrong that was not, or was less so."""
    if before is None:
        return True
    if before.moving and not verdict.moving:
        return True
    if verdict.rule in (codes.TOO_SMALL, codes.LOW_CONTRAST, codes.EMPTY):
        return verdict.amount < before.amount - WORSE
    return verdict.amount > before.amount + WORSE
