"""Several animations in one play, each with its own beginning and end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from manim import Animation, Group, Mobject, Scene, Wait, linear

from .clock import FPS, frames


class After(Animation):
    """``After(0.5, Show(o.a))``: an animation that begins half a second into its play."""

    def __init__(self, offset: float, animation: Animation) -> None:
        self.offset = offset
        self.animation = animation
        run_time = offset + animation.run_time
        super().__init__(animation.mobject, run_time=run_time, rate_func=linear)


class Together(Animation):
    """Animations side by side. Each begins at its own moment and is finished at its own end.

    Manim's ``AnimationGroup`` begins all of them at once, so that a second animation of one
    object would start from the state before the first.
    """

    def __init__(self, animations: Sequence[Animation]) -> None:
        self.entries: list[tuple[int, int, Animation]] = []
        for animation in animations:
            offset = 0.0
            while isinstance(animation, After):
                offset += animation.offset
                animation = animation.animation
            start = frames(offset)
            self.entries.append((start, start + frames(animation.run_time), animation))
        self.entries.sort(key=lambda entry: entry[0])
        self.length = max((end for _, end, _ in self.entries), default=0)
        """In frames of 1/60 s."""
        self._next = 0
        self._running: list[tuple[int, int, Animation]] = []
        self._scene: Scene | None = None
        self._at = 0.0
        self._shown = 0.0
        group = Group(*(a.mobject for _, _, a in self.entries if a.mobject is not None))
        super().__init__(group, run_time=self.length / FPS, rate_func=linear)

    def animations(self) -> list[Animation]:
        """What it plays side by side."""
        return [animation for _, _, animation in self.entries]

    def participants(self) -> list[Mobject]:
        """Every mobject that one of the animations concerns."""
        family: list[Any] = []
        for _, _, animation in self.entries:
            if animation.mobject is not None:
                family.extend(animation.mobject.get_family())
        return family

    def _setup_scene(self, scene: Scene) -> None:
        self._scene = scene

    def begin(self) -> None:
        self._advance(0)

    def update_mobjects(self, dt: float) -> None:
        for _, _, animation in self._running:
            animation.update_mobjects(dt)

    def interpolate(self, alpha: float) -> None:
        self._reach(alpha * self.length)

    def finish(self) -> None:
        self._reach(self.length)

    def clean_up_from_scene(self, scene: Scene) -> None:
        pass

    def get_all_mobjects(self) -> Sequence[Any]:
        return [self.mobject]

    def _reach(self, now: float) -> None:
        """Go on to ``now``; frame by frame where a trace must see all of it."""
        picture = getattr(self._scene, "picture", None)
        if picture is not None and picture.tracing:
            for moment in range(int(self._at) + 1, math.ceil(now)):
                self._advance(moment)
                picture.note()
        self._advance(now)
        self._at = now

    def _advance(self, now: float) -> None:
        """Bring every animation to the moment ``now``, in frames, ends before beginnings."""
        while True:
            upcoming = self.entries[self._next][0] if self._next < len(self.entries) else None
            ending = min((end for _, end, _ in self._running), default=None)
            if ending is not None and ending <= now + 1e-9 and (
                upcoming is None or ending <= upcoming
            ):
                self._end(ending)
            elif upcoming is not None and upcoming <= now + 1e-9:
                self._begin(upcoming)
            else:
                break
        self._show(now)

    def _show(self, moment: float) -> None:
        """Bring what runs to a moment at which nothing begins or ends."""
        self._shown = moment
        for start, end, animation in self._running:
            animation.interpolate(min(1.0, max(0.0, (moment - start) / max(1, end - start))))

    def _begin(self, moment: int) -> None:
        if moment > self._shown:
            self._show(moment)
        entry = self.entries[self._next]
        self._next += 1
        animation = entry[2]
        scene = self._scene
        assert scene is not None
        moved: Any = animation.mobject
        if moved is not None and moved.family_members_with_points() and (
            animation.is_introducer() or moved not in scene.get_mobject_family_members()
        ):
            scene.add(moved)
        animation._setup_scene(scene)
        animation.begin()
        self._running.append(entry)
        _changed(scene)

    def _end(self, moment: int) -> None:
        scene = self._scene
        assert scene is not None
        if moment > self._shown:
            self._show(moment)
        for entry in [e for e in self._running if e[1] == moment]:
            self._running.remove(entry)
            entry[2].finish()
            entry[2].clean_up_from_scene(scene)
        _changed(scene)


def _changed(scene: Any) -> None:
    """Tell the scene that what it holds may have changed in the middle of a play."""
    picture = getattr(scene, "picture", None)
    if picture is not None:
        picture.stand.view.keep()
    relayer = getattr(scene, "relayer", None)
    if relayer is not None:
        relayer()


def pause(seconds: float, frozen: bool) -> Wait:
    """A play in which nothing is asked to move."""
    return Wait(run_time=seconds, frozen_frame=frozen)
