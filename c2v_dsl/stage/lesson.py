"""The base of every emitted scene: title, lecture lines, beats and exact time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

import numpy as np
from manim import Animation, FadeOut, ManimColor, Mobject, Scene, Wait, config
from manim.utils.family import extract_mobject_family_members
from tqdm import tqdm  # type: ignore[import-untyped]

from . import theme
from .clock import FPS, frames, rendered
from .compose import Together
from .furniture import FADE, TURN, Beat, Furniture, fade, notice, turn
from .names import Objects, Params, declaring
from .picture import Picture

__all__ = ["CLOSING", "Beat", "Lesson"]

CLOSING = 30
"""Frames of 1/60 s of the clear at a scene's end."""


_NOTHING = Mobject()
"""Stands for "nothing moves": given no mobjects at all, Manim draws all of them once more."""


class Lesson(Scene):
    """A scene of a storyboard.

    A subclass declares objects and params in ``declare(o, p)`` and has a method ``beat_NAME(o, p)``
    for each of its ``beats``, which run in order. `play` and `wait` keep an exact clock in frames
    of 1/60 s; what is drawn is chosen by absolute position at whatever rate is rendered.

    Attributes:
        title: shown on top, with ``$maths$`` inside.
        layout: ``notes`` (lecture lines on the left) or ``wide``.
        clears: whether everything is taken away at the end, as it is unless the next goes on.
        on_beat_start, on_beat_end: called with the index of each beat, if set.
    """

    title: ClassVar[str] = ""
    layout: ClassVar[str] = "notes"
    beats: ClassVar[tuple[Beat, ...]] = ()
    clears: ClassVar[bool] = True

    on_beat_start: Callable[[int], None] | None = None
    on_beat_end: Callable[[int], None] | None = None

    o: Objects
    p: Params

    def declare(self, o: Any, p: Any) -> None:
        """Declare params and objects; showing nothing."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Lesson:
        """Itself: a mobject that is copied may hold on to its scene."""
        return self

    def setup(self) -> None:
        """Prepare the stage: background, namespaces, furniture."""
        config.disable_caching = True
        look = theme.current()
        camera: Any = self.camera
        camera.background_color = ManimColor(look.background)
        self.o = Objects()
        self.p = Params()
        self._clock = 0
        self._beat = -1
        self._turned = -TURN
        self._closing: int | None = None
        self.static_changed = False
        self._beneath: list[Mobject] = []
        self._recalling = False
        self._deadline: int | None = None
        self.furniture = Furniture(self.title, self.layout, self.beats, look)
        self.picture = Picture(self.layout, self.p)
        self.add(self.furniture, self.picture)
        self._paint(0)

    def construct(self) -> None:
        """Declare, play every beat, and clear the stage."""
        for scene in self._ancestors():
            self._recall(scene)
        with declaring(self.o):
            self.declare(self.o, self.p)
        for index, beat in enumerate(self.beats):
            self._enter(index)
            getattr(self, f"beat_{beat.name}")(self.o, self.p)
            if self.on_beat_end is not None:
                self.on_beat_end(index)
        if self.clears:
            self.close()

    @classmethod
    def _ancestors(cls) -> list[type[Lesson]]:
        """The scenes this one goes on from, the first one first: its base classes."""
        bases = [base for base in cls.__mro__[1:] if issubclass(base, Lesson)]
        return [base for base in reversed(bases) if base is not Lesson]

    def _recall(self, scene: type[Lesson]) -> None:
        """Be where ``scene`` ended: all that it does, in no time."""
        self._recalling = True
        with declaring(self.o):
            scene.declare(self, self.o, self.p)
        for beat in scene.beats:
            getattr(scene, f"beat_{beat.name}")(self, self.o, self.p)
        self._recalling = False

    def _enter(self, index: int) -> None:
        if self.on_beat_start is not None:
            self.on_beat_start(index)
        self._clock = self.clock
        self._beat = index
        self._turned = self._clock

    def close(self) -> None:
        """Take everything away in half a second."""
        from .verbs import Clear

        self._closing = self._clock = self.clock
        strangers = [m for m in self.mobjects if m not in (self.furniture, self.picture)]
        time = CLOSING / FPS
        self.play(Clear(run_time=time), *(FadeOut(m, run_time=time) for m in strangers))

    @property
    def clock(self) -> int:
        """Frames of 1/60 s since the scene began, up to the play under way."""
        kept = getattr(self.renderer, "clock", None)
        return self._clock if kept is None else int(kept)

    def play(self, *animations: Any, **options: Any) -> None:
        """Play animations side by side; those in `After` begin later.

        The play takes the longest one's time in whole frames of 1/60 s; one of no length is done
        at once.
        """
        self._clock = self.clock
        together = Together([self._prepared(a, options) for a in animations])
        length = self._allowed(together.length)
        if length == 0 or self._recalling:
            together._setup_scene(self)
            together.begin()
            together.finish()
            self.update_mobjects(0)
            return
        self._perform(together, length)

    def wait(self, duration: float = 1.0, *_: Any, **__: Any) -> None:
        """Hold the picture for ``duration`` seconds."""
        if self._recalling:
            return
        self._clock = self.clock
        length = self._allowed(frames(duration))
        moving = min(length, self._restless())
        if moving:
            self._perform(Wait(run_time=moving / FPS, frozen_frame=False), moving)
        if length > moving:
            still = length - moving
            self._perform(Wait(run_time=still / FPS, frozen_frame=True), still)

    def _allowed(self, length: int) -> int:
        """``length``, or what is left of a hatch's time."""
        return length if self._deadline is None else min(length, self._deadline - self._clock)

    @staticmethod
    def _prepared(given: Any, options: dict[str, Any]) -> Animation:
        animation: Animation = given if isinstance(given, Animation) else given.build()
        for name in ("run_time", "rate_func", "lag_ratio"):
            if name in options:
                setattr(animation, name, options[name])
        return animation

    def _perform(self, animation: Animation, length: int) -> None:
        begin, end = self._clock, self._clock + length
        self._span = begin, end
        if hasattr(self.renderer, "clock") or self._count(begin, end):
            super().play(animation)
        else:
            animation._setup_scene(self)
            animation.begin()
            animation.finish()
            animation.clean_up_from_scene(self)
            self.update_mobjects(0)
        self._clock = end
        self._paint(end)

    def _count(self, begin: int, end: int) -> int:
        """Frames that plain Manim draws of a play."""
        rate = config.frame_rate
        return rendered(end, rate) - rendered(begin, rate)

    def add_mobjects_from_animations(self, animations: list[Animation]) -> None:
        """Nothing: `Together` adds what its animations move when each begins."""

    def get_run_time(self, animations: list[Animation]) -> float:
        begin, end = self._span
        if hasattr(self.renderer, "clock") or self.renderer.skip_animations:
            return (end - begin) / FPS
        return (self._count(begin, end) + 1e-3) / float(config.frame_rate)

    def get_time_progression(
        self,
        run_time: float,
        description: str,
        n_iterations: int | None = None,
        override_skip_animations: bool = False,
    ) -> tqdm[float]:
        begin, end = self._span
        times: Iterable[float] = [(end - begin) / FPS]
        if not self.renderer.skip_animations:
            rate = config.frame_rate
            numbers = np.arange(rendered(begin, rate), rendered(end, rate))
            times = np.clip(numbers / rate - begin / FPS, 0, (end - begin) / FPS)
        return tqdm(
            times,
            desc=description,
            leave=config["progress_bar"] == "leave",
            disable=config["progress_bar"] == "none",
        )

    def update_to_time(self, t: float) -> None:
        dt = t - self.last_t
        self.last_t = t
        length = (self._span[1] - self._span[0]) / FPS
        for animation in self.animations or ():
            animation.update_mobjects(dt)
            animation.interpolate(min(1.0, t / length) if length else 1.0)
        self.update_mobjects(dt)
        if self.picture.stale:
            self._wake()
        self._paint(self._span[0] + t * FPS)

    def get_moving_and_static_mobjects(
        self, animations: Iterable[Animation]
    ) -> tuple[list[Mobject], list[Mobject]]:
        """What a play redraws at every frame, and what lies unchanged behind it."""
        moving, static = super().get_moving_and_static_mobjects(animations)
        taking_part: set[Mobject] = set()
        for animation in animations:
            if isinstance(animation, Together):
                taking_part.update(animation.participants())
        if taking_part:
            lowest = min(m.z_index for m in taking_part)
            above = {m for m in static if m.z_index >= lowest or m in taking_part}
            moving = [m for m in self._families() if m in above or m in set(moving)]
            static = [m for m in static if m not in above]
        if self._restless():
            furniture = set(self.furniture.get_family())
            static = [m for m in static if m not in furniture]
            moving = [
                *(m for m in moving if m not in furniture),
                *self.furniture.family_members_with_points(),
            ]
        self._beneath = static
        resting = self.picture.rest(
            [a for t in animations for a in (t.animations() if isinstance(t, Together) else [t])]
        )
        still = set(resting)
        moving = [m for m in moving if m not in still and len(m.points)]
        return moving or [_NOTHING], [*static, *resting]

    def _wake(self) -> None:
        """Something that was thought to rest has changed: draw what lies still anew."""
        self.picture.stale = False
        self.static_mobjects = [*self._beneath, *self.picture.resting()]
        self.relayer()
        self.static_changed = True
        if not hasattr(self.renderer, "clock"):
            self.renderer.save_static_frame_data(self, self.static_mobjects)

    def _families(self) -> list[Mobject]:
        found: list[Mobject] = extract_mobject_family_members(
            [*self.mobjects, *self.foreground_mobjects],
            use_z_index=self.renderer.camera.use_z_index,
            only_those_with_points=True,
        )
        return found

    def relayer(self) -> None:
        """Redraw what came and went in the middle of a play too."""
        static = set(self.static_mobjects)
        self.moving_mobjects = [m for m in self._families() if m not in static] or [_NOTHING]

    def _restless(self) -> int:
        """Frames for which the furniture still changes by itself."""
        now = self._clock
        ends = [self._turned + TURN if self._beat >= 0 else 0]
        if not self._ancestors():
            ends.append(FADE)
        if self._closing is not None:
            ends.append(self._closing + CLOSING)
        return max(0, max(ends) - now)

    def _paint(self, now: float) -> None:
        opacity = 1.0 if self._ancestors() else fade(now)
        if self._closing is not None:
            opacity *= 1 - fade((now - self._closing) * FADE / CLOSING)
        before = self._beat - 1 if self._beat > 0 else None
        self.furniture.paint(self._beat, turn(now - self._turned), before, opacity)

    def hatch_action(
        self, intent: str, code: Callable[..., Any] | None = None, run_time: float = 1.0
    ) -> None:
        """Run a hatch's own code, which may play, then hold for what is left of its time.

        It gets its time and no more: what it plays beyond is done at once. Without code, or where
        the code fails, a box says what was meant.
        """
        end = self.clock + frames(run_time)
        failed = code is None
        if code is not None and not self._recalling:
            self._deadline = end
            try:
                code(self.o, self.p, run_time)
            except Exception as error:
                failed = True
                from .hatch import report

                report(self.picture.stand.problems, intent, error)
            finally:
                self._deadline = None
        left = max(0, end - self.clock)
        if failed and not self._recalling:
            box = notice(intent, self.layout, theme.current())
            self.add(box)
            self.wait(left / FPS)
            self.remove(box)
        elif left:
            self.wait(left / FPS)
