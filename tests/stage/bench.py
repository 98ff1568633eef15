"""A stage without a renderer: verbs are driven by hand, frames are drawn only where asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import tempconfig

from c2v_dsl.stage import Beat, Lesson
from c2v_dsl.stage.compose import Together
from c2v_dsl.stage.names import Params
from c2v_dsl.stage.picture import Picture
from c2v_dsl.stage.verbs.base import Verb

DRAFT = {
    "pixel_width": 427, "pixel_height": 240, "frame_rate": 10, "progress_bar": "none",
    "verbosity": "ERROR", "disable_caching": True, "write_to_movie": False, "dry_run": True,
}


class _Camera:
    display_image_mobject: Any = None
    display_vectorized: Any = None


class Bench:
    """A scene that draws nothing. ``p`` are its params."""

    def __init__(self, layout: str = "wide") -> None:
        self.p = Params()
        self.layout = layout
        self.camera = _Camera()
        self.picture = Picture(layout, self.p)

    def add(self, mobject: Any) -> None:
        pass

    def play(self, *verbs: Verb, until: float | None = None) -> Together:
        """Run verbs together to their end, or to a moment in seconds; to be gone on with."""
        together = Together(list(verbs))
        together._setup_scene(self)  # type: ignore[arg-type]
        together.begin()
        if until is None:
            together.finish()
        else:
            together.interpolate(until * 60 / together.length)
        self.picture.refresh()
        return together


def frames(
    declare: Callable[[Any, Any], None],
    beat: Callable[[Any, Any, Any], None],
    layout: str = "wide",
) -> list[np.ndarray[Any, Any]]:
    """Every frame of a one-beat scene, at ten a second and 427 × 240."""

    def declare_(self: Any, o: Any, p: Any) -> None:
        declare(o, p)

    def beat_(self: Any, o: Any, p: Any) -> None:
        beat(self, o, p)

    scene_class = type("Shown", (Lesson,), {
        "title": "", "layout": layout, "beats": (Beat("only"),),
        "declare": declare_, "beat_only": beat_,
    })
    grabbed: list[np.ndarray[Any, Any]] = []
    with tempconfig(DRAFT):
        scene = scene_class()

        def grab(frame: Any, num_frames: int = 1) -> None:
            grabbed.extend([np.array(frame)[:, :, :3]] * num_frames)

        scene.renderer.add_frame = grab
        scene.render()
    return grabbed


def colored(frame: np.ndarray[Any, Any], rgb: tuple[int, int, int], slack: int = 40) -> int:
    """How many pixels of a frame are near a colour."""
    off = np.abs(frame.astype(int) - np.array(rgb)).max(axis=2)
    return int((off <= slack).sum())
