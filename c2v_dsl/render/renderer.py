"""Manim's Cairo renderer with its own clock, its own frames and no files of Manim's.

Time is counted in frames of 1/60 s and turned into rendered frames by absolute position. A beat
is drawn or stepped through: stepping updates everything as drawing would and draws nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from manim import Animation, Mobject, Scene
from manim.renderer.cairo_renderer import CairoRenderer
from manim.utils.iterables import list_update

from ..timeline.model import FPS
from .camera import BufferCamera
from .encoder import Pixels
from .options import frame_at


class Sink(Protocol):
    """Where drawn frames go."""

    def borrow(self) -> Pixels: ...

    def frame(self, pixels: Pixels, hold: int) -> None: ...


@dataclass
class _Sections:
    skip_animations: bool = False


class _NoFiles:
    """Stands where Manim expects a writer of files."""

    def __init__(self) -> None:
        self.sections = [_Sections()]
        self.subcaptions: list[Any] = []

    def next_section(self, *args: Any, **options: Any) -> None: ...

    def add_sound(self, *args: Any, **options: Any) -> None: ...

    def abort_encode_jobs(self, *args: Any, **options: Any) -> None: ...

    def finish(self) -> None: ...


class SegmentRenderer(CairoRenderer):
    """Plays animations frame by frame into a sink.

    Attributes:
        drawing: whether frames are drawn now, or only stepped through.
        clock: frames of 1/60 s since the scene began.
        shown: rendered frames since the scene began, drawn or not.
        seconds: time spent on drawing.
        mended: frames that a scene's code showed too many or too few, against its timeline.
        limit: the rendered frame at which the beat ends; what would come later is not drawn.
        glances: rendered frames at which ``glance`` is called while stepping through.
    """

    def __init__(self, fps: int, sink: Sink | None, tick: Callable[[int], None]) -> None:
        super().__init__(camera_class=BufferCamera)
        assert isinstance(self.camera, BufferCamera)
        self.eye = self.camera
        self.fps = fps
        self.sink = sink
        self.drawing = False
        self.clock = 0
        self.shown = 0
        self.limit: int | None = None
        self.glances: frozenset[int] = frozenset()
        self.glance: Callable[[int], None] = lambda number: None
        self.seconds = 0.0
        self.mended = 0
        self._tick = tick
        self._own: Pixels = self.eye.pixel_array.astype(np.uint8)

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        self.file_writer = _NoFiles()

    def play(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        scene.compile_animation_data(*args, **kwargs)
        scene.begin_animations()
        length = max(0, round(scene.duration * FPS))
        begin, end = self.clock, self.clock + length
        first, last = frame_at(begin, self.fps), frame_at(end, self.fps)
        if scene.is_current_animation_frozen_frame():
            self._hold(scene, last - first)
        else:
            self._animate(scene, begin, first, last)
        self.clock = end
        self.time = end / FPS
        self.num_plays += 1
        self._tick(self.shown)

    def _animate(self, scene: Scene, begin: int, first: int, last: int) -> None:
        animations: Sequence[Animation] = scene.animations or ()
        if self.drawing and first < last:
            behind = self._still(scene)
            for number in range(first, last):
                moment = max(0.0, number / self.fps - begin / FPS)
                scene.update_to_time(min(moment, scene.duration))
                if getattr(scene, "static_changed", False):
                    behind = self._still(scene)
                    scene.static_changed = False  # type: ignore[attr-defined]
                self._draw(scene.moving_mobjects, behind, 1)
                if scene.stop_condition is not None and scene.stop_condition():
                    break
        elif self._needs_every_frame(scene):
            for number in range(first, last):
                scene.update_to_time(max(0.0, number / self.fps - begin / FPS))
                self.shown += 1
                if number in self.glances:
                    self.glance(number)
        else:
            for number in sorted(self.glances & frozenset(range(first, last))):
                scene.update_to_time(max(0.0, number / self.fps - begin / FPS))
                self.glance(number)
            self.shown += last - first
        scene.update_to_time(scene.duration)
        for animation in animations:
            animation.finish()
            animation.clean_up_from_scene(scene)
        scene.update_mobjects(0)

    def _hold(self, scene: Scene, frames: int) -> None:
        for number in sorted(self.glances & frozenset(range(self.shown, self.shown + frames))):
            self.glance(number)
        if frames > 0:
            self._draw(list_update(scene.mobjects, scene.foreground_mobjects), None, frames)

    @staticmethod
    def _needs_every_frame(scene: Scene) -> bool:
        """Whether the end of a play depends on the frames it went through."""
        if scene.updaters or getattr(scene, "every_frame", False):
            return True
        return any(m.has_time_based_updater() for m in scene.get_mobject_family_members())

    def _still(self, scene: Scene) -> Pixels:
        """A picture of all that does not move during this play."""
        camera = self.eye
        camera.aim(self._own)
        camera.reset()
        camera.capture_mobjects(scene.static_mobjects)
        return self._own

    def _draw(self, mobjects: Sequence[Mobject], behind: Pixels | None, hold: int) -> None:
        room = hold if self.limit is None else min(hold, self.limit - self.shown)
        self.shown += hold
        if not self.drawing or self.sink is None or room <= 0:
            return
        camera = self.eye
        pixels = self.sink.borrow()
        began = time.perf_counter()
        camera.aim(pixels)
        if behind is None:
            camera.reset()
        else:
            pixels[:] = behind
        camera.capture_mobjects(mobjects)
        camera.aim(self._own)
        self.seconds += time.perf_counter() - began
        self.sink.frame(pixels, room)
        self._tick(self.shown)

    def settle(self, scene: Scene, position: int) -> None:
        """Bring the clock to ``position`` exactly, holding the picture for frames still missing."""
        missing = frame_at(position, self.fps) - self.shown
        self.mended += abs(missing)
        if missing > 0:
            self._hold(scene, missing)
        self.clock = position
        self.shown = frame_at(position, self.fps)
        self.time = position / FPS

    def picture(self, scene: Scene) -> Pixels:
        """The scene as it stands, drawn once; the array is the renderer's own."""
        self.eye.aim(self._own)
        self.eye.reset()
        self.eye.capture_mobjects(list_update(scene.mobjects, scene.foreground_mobjects))
        return self._own

    def scene_finished(self, scene: Scene) -> None: ...
