"""All things of a scene as one Manim mobject: who is there, in which order, what lies over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from manim import Animation, Group, Mobject, Wait

from . import clipping, stand, view
from .brush import tell
from .names import Params
from .reads import Source
from .thing import Thing

Overlay = Callable[[], Iterable[Mobject]]


class Picture(Group):
    """The things on screen, by layer and then in the order of their declaration.

    It brings itself up to date once a frame; only things that something happened to are drawn
    anew. ``overlays`` are what pointing verbs put on top while they last.
    """

    def __init__(self, layout: str, params: Params) -> None:
        super().__init__()
        self.stand = stand.begin(layout, params)
        self.things: list[Thing] = []
        self.overlays: list[Overlay] = []
        self.relayer: Callable[[], None] | None = None
        self.stale = False
        """Whether something that was taken for resting has changed since `rest`."""
        self._resting: dict[int, list[Mobject]] = {}
        self.taught: Any = None
        self._over = Group()
        self._veils: list[Mobject] = []
        self._shown: list[Any] = []
        self.add_updater(lambda picture: picture.refresh(), call_updater=False)

    def enter(self, thing: Thing) -> None:
        """Let a thing be drawn from now on, as far as its presence says so."""
        if thing not in self.things:
            self.things.append(thing)
            self.things.sort(key=lambda t: t.rank)

    def rest(self, animations: Iterable[Animation]) -> list[Mobject]:
        """What lies behind all that these animations may change, and so need be drawn only once.

        It is a forecast from what the things' pictures were made of; where it fails, `stale` says
        so and `resting` gives what still rests.
        """
        self.stale = False
        self._resting = {}
        concerned = self._concerned(animations)
        if concerned is None:
            return []
        things, sources = concerned
        followed = self.stand.view.followed
        if followed is not None and any(
            member.thing in things or member.thing.hangs_on(sources)
            for member in followed.thing.members()
        ):
            return []
        lowest = min((thing.rank for thing in things), default=(math.inf, 0))
        for thing in self.things:
            if hasattr(thing, "note") or thing.rank >= lowest or thing.hangs_on(sources):
                break
            self._resting[id(thing)] = thing.family_members_with_points()
        return self.resting()

    def resting(self) -> list[Mobject]:
        """The mobjects that rest, back to front."""
        return [m for thing in self.things for m in self._resting.get(id(thing), ())]

    def _concerned(
        self, animations: Iterable[Animation]
    ) -> tuple[list[Thing], set[Source]] | None:
        things: list[Thing] = []
        sources: set[Source] = set()
        params: dict[str, Source] = object.__getattribute__(self.stand.params, "_sources")
        for animation in animations:
            if isinstance(animation, Wait):
                continue
            found = getattr(animation, "concerned", lambda: None)()
            if found is None:
                return None
            things += found[0]
            sources.update(params[name] for name in found[1] if name in params)
        for thing in things:
            sources |= thing.changes()
        return things, sources

    def _woken(self, thing: Thing) -> None:
        """Something changed: it and all before it rest no more."""
        if id(thing) in self._resting:
            rank = thing.rank
            for other in self.things:
                if other.rank >= rank:
                    self._resting.pop(id(other), None)
            self.stale = True

    def present(self) -> list[Thing]:
        """The things that are there, back to front."""
        return [thing for thing in self.things if thing.there]

    @property
    def tracing(self) -> bool:
        """Whether a trace is there, which must see every moment."""
        return any(hasattr(thing, "note") and thing.there for thing in self.things)

    def note(self) -> None:
        """Let traces take note of this moment."""
        for thing in self.things:
            if hasattr(thing, "note"):
                thing.note()

    def _overlaid(self) -> list[Mobject]:
        """What pointing verbs put on top, in the frame as it is seen."""
        drawn = [m for overlay in self.overlays for m in overlay()]
        for mobject in drawn:
            tell(mobject, flat=True)
        return drawn

    def refresh(self) -> bool:
        """Bring all that is drawn up to date; whether anything changed."""
        changed = False
        for thing in self.things:
            if thing.refresh():
                changed = True
                self._woken(thing)
        gone = [thing for thing in self.things if not thing.there]
        if gone:
            self.things = [thing for thing in self.things if thing.there]
            changed = True
        turned = self.stand.view.refresh()
        if turned:
            self.stale = self.stale or bool(self._resting)
            self._resting = {}
            self._veils = self.stand.view.veils()
        if turned or self.overlays or len(self._over.submobjects) > len(self._veils):
            self._over.submobjects = [*self._veils, *self._overlaid()]
            changed = True
        if changed:
            self.submobjects = [*self.things, self._over]
            if self.relayer is not None:
                self.relayer()
        return changed


def picture_of(scene: Any) -> Picture:
    """The scene's picture; a plain Manim scene is given one."""
    found = getattr(scene, "picture", None)
    if not isinstance(found, Picture):
        found = Picture(getattr(scene, "layout", "notes"), getattr(scene, "p", Params()))
        scene.picture = found
        scene.add(found)
    if found.taught is not scene.camera:
        clipping.teach(scene.camera)
        view.teach(scene.camera, found.stand.view)
        found.taught = scene.camera
    found.relayer = getattr(scene, "relayer", None)
    return found
