"""Running an emitted scene beat by beat."""

from __future__ import annotations

import linecache
import random
import sys
import types
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Scene

from .job import Part
from .renderer import SegmentRenderer


class Finished(BaseException):
    """Ends a scene early; not an Exception, so that no code of a scene catches it."""


def load(code: str, filename: str, class_name: str) -> type[Scene]:
    """The scene class of an emitted file. Its source stays readable for tracebacks."""
    lines = code.splitlines(keepends=True)
    linecache.cache[filename] = (len(code), None, lines, filename)
    module = types.ModuleType("c2v_scene")
    module.__file__ = filename
    sys.modules[module.__name__] = module
    exec(compile(code, filename, "exec"), module.__dict__)
    found = module.__dict__[class_name]
    assert isinstance(found, type)
    return found


class Drive:
    """Plays ``parts`` of a scene in order and stops after the last one that is wanted.

    Args:
        enter: called as a part begins, with the clock at its start.
        leave: called as it ends, with the clock at its end.
    """

    def __init__(
        self,
        scene: Scene,
        renderer: SegmentRenderer,
        parts: tuple[Part, ...],
        enter: Callable[[Part], None],
        leave: Callable[[Part], None],
    ) -> None:
        self.scene = scene
        self.renderer = renderer
        self.parts = parts
        self.part: Part | None = None
        self._enter_part = enter
        self._leave_part = leave
        wanted = [index for index, part in enumerate(parts) if part.path is not None]
        self._last = max(wanted, default=-1)

    def run(self) -> None:
        """Raises whatever the scene's code raises."""
        if self._last < 0:
            return
        for index, part in enumerate(self.parts):
            if part.name:
                self._wrap(index, part)
        closing = self.parts[-1] if not self.parts[-1].name else None
        try:
            _seed(type(self.scene).__name__)
            self.scene.setup()
            if len(self.parts) == 1 and closing:
                self._enter(closing)
            self.scene.construct()
            if closing:
                if self.part is not closing:
                    self._enter(closing)
                self._leave(len(self.parts) - 1, closing)
        except Finished:
            pass

    def _wrap(self, index: int, part: Part) -> None:
        name = f"beat_{part.name}"
        method = getattr(self.scene, name)

        def beat(*args: Any, **options: Any) -> Any:
            self._enter(part)
            answer = method(*args, **options)
            self._leave(index, part)
            return answer

        setattr(self.scene, name, beat)

    def _enter(self, part: Part) -> None:
        self.part = part
        _seed(f"{type(self.scene).__name__}@{part.name}")
        self.renderer.settle(self.scene, part.start)
        self._enter_part(part)

    def _leave(self, index: int, part: Part) -> None:
        self.renderer.settle(self.scene, part.end)
        self._leave_part(part)
        if index >= self._last:
            raise Finished
        following = self.parts[index + 1]
        if not following.name:
            self._enter(following)


def _seed(text: str) -> None:
    number = zlib.crc32(text.encode())
    random.seed(number)
    np.random.seed(number)
