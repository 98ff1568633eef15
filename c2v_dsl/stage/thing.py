"""Things: a picture made from arguments, a place, a style and what verbs have done to it.

What is drawn is worked out anew when, and only when, something it was made from has changed:

    model      outlines and paints from the arguments, in the thing's own coordinates
    placed     where they stand: style's scale and rotation, then the place
    scene      verbs' warps and poses, then the coordinates' way into the scene
    drawing    paint, entrances and pointing verbs, then Manim's mobjects
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
from manim import Group

from . import place as places
from .brush import Brush, Stroke, tell
from .clipping import cut, fence, lost
from .geometry import Box, Points
from .leaves import Model, Path
from .live import Node, untracked
from .reads import Source
from .standing import Standing
from .target import Gone


class Thing(Standing):
    """One object of a storyboard as a Manim group of what is seen of it."""

    def _prepare(self) -> None:
        super()._prepare()
        self._strokes: Node[list[Stroke] | None] = Node(self._make_strokes)
        self._drawing: Node[list[Any]] = Node(self._make_drawing, [])
        self._drawn = -1
        self._brushes: list[Brush] = []

    @property
    def thing(self) -> Thing:
        return self

    def _make_strokes(self) -> list[Stroke] | None:
        scene, model = self._scene.value(), self._model.value()
        if scene is None or model is None:
            return None
        strokes = [
            Stroke(leaf, points, leaf.paint)
            for leaf, points in zip(model.leaves, scene, strict=True)
        ]
        self._widen(strokes)
        self.coat.read()
        from .look import current

        theme = current()
        words = all(leaf.role == "word" for leaf in model.leaves)
        for tint in self.coat.tints:
            for i in model.select(tint.path) or []:
                stroke = strokes[i]
                if stroke.leaf.soft and tint.sort != "dim":
                    continue
                if stroke.leaf.role == "word" and tint.sort == "stroke" and not words:
                    continue
                stroke.paint = tint.applied(
                    stroke.paint, stroke.leaf.role, stroke.leaf.paint.opacity,
                    theme.fill_opacity, theme.stroke,
                )
        return strokes

    def _widen(self, strokes: list[Stroke]) -> None:
        """Give lines that grow with the thing the width of its present size."""
        placed = self._placed.value()
        if placed is None or not any(stroke.leaf.grows for stroke in strokes):
            return
        area = np.linalg.det(placed.linear) * np.linalg.det(self.motion.whole.linear)
        times = float(np.sqrt(abs(area)))
        if abs(times - 1) < 1e-9:
            return
        for stroke in strokes:
            if stroke.leaf.grows:
                stroke.paint = replace(stroke.paint, width=stroke.paint.width * times)

    def strokes(self) -> list[Stroke]:
        return self.strokes_of(())

    def strokes_of(self, path: Path) -> list[Stroke]:
        strokes = self._strokes.value()
        if strokes is None:
            raise Gone(self.kind)
        chosen = strokes if not path else [strokes[i] for i in self._indices(path)]
        return [Stroke(s.leaf, s.points, s.paint) for s in chosen]

    def _make_drawing(self) -> list[Any]:
        self.presence.read()
        if not self.presence.there or lost(self):
            return []
        strokes, seen = self._shown()
        drawn: list[Any] = []
        if len(self._brushes) < len(strokes):
            self._brushes.extend(Brush() for _ in range(len(strokes) - len(self._brushes)))
        edges = fence(self)
        own = cut(edges, strokes[: len(self.model().leaves)]) if edges else ()
        cuts = itertools.chain(own, itertools.repeat((True, None)))
        for brush, stroke, visible, (inside, corners) in zip(
            self._brushes, strokes, seen, cuts, strict=False
        ):
            if visible and inside:
                pin = self._pin(stroke)
                for mobject in brush.draw(stroke, self.stand.view):
                    tell(mobject, fence=corners, pin=pin)
                    drawn.append(mobject)
        return drawn

    def _pin(self, stroke: Stroke) -> Points | None:
        """The middle of a dot, which grows less than what is around it when the camera is near."""
        if len(stroke.points) == 0:
            return None
        if self.kind in ("dot", "point_on"):
            return self.box().center
        if stroke.leaf.role != "solid" or stroke.leaf.anchor is None:
            return None
        box = Box.of(stroke.points)
        return None if box is None else box.center

    def _shown(self) -> tuple[list[Stroke], list[bool]]:
        """Strokes with all that comes, goes and points; which of them are seen."""
        strokes, model = self._strokes.value(), self._model.value()
        if strokes is None or model is None:
            return [], []
        self.effects.read()
        self.transitions.read()
        strokes = [Stroke(s.leaf, s.points, s.paint) for s in strokes]
        seen = self._reveal(model, strokes)
        for path, effect in self.effects.active:
            chosen = model.select(path) or []
            effect(self, [strokes[i] for i in chosen if seen[i]])
        for transition in self.transitions.active:
            chosen = [i for i in model.select(transition.path) or [] if i < len(seen) and seen[i]]
            mixed = transition([strokes[i] for i in chosen])
            for i in chosen:
                seen[i] = False
            strokes.extend(mixed)
            seen.extend([True] * len(mixed))
        return strokes, seen

    def shown_strokes(self, path: Path) -> list[Stroke]:
        """What is seen of it, or of a part, at this moment."""
        strokes, seen = self._shown()
        model = self.model()
        chosen = set(model.select(path) or [])
        if not path or self.transitions.active:
            chosen = set(range(len(strokes)))
        shown = [s for i, s in enumerate(strokes) if seen[i] and i in chosen]
        return shown or self.strokes_of(path)

    def _reveal(self, model: Model, strokes: list[Stroke]) -> list[bool]:
        seen = [False] * len(strokes)
        under_way: list[tuple[Any, list[int]]] = []
        for reveal in self.presence.reveals:
            chosen = model.select(reveal.path) or []
            if reveal.entering and reveal.path in model.reveals:
                chosen = [*chosen, *model.reveals[reveal.path]]
            elif reveal.path and not reveal.entering:
                chosen = [i for i in chosen if not model.leaves[i].shared]
            if reveal.effect is None:
                for i in chosen:
                    seen[i] = reveal.entering
                continue
            chosen = [i for i in chosen if seen[i] != reveal.entering]
            under_way.append((reveal, chosen))
            for i in chosen:
                seen[i] = True
        for reveal, chosen in under_way:
            if chosen:
                reveal.effect(self, [strokes[i] for i in chosen], reveal.amount)
        return seen

    def hangs_on(self, sources: set[Source]) -> bool:
        """Whether its picture would change with any of them."""
        return self._drawing.stale or not sources.isdisjoint(self._drawing.sources)

    def refresh(self) -> bool:
        """Bring what is drawn up to date; whether it changed."""
        drawn = self._drawing.value()
        if self._drawn == self._drawing.version:
            return False
        self._drawn = self._drawing.version
        self.submobjects = drawn
        return True

    def enter(self) -> None:
        """Measure a relative place, which holds from now on."""
        with untracked():
            places.freeze(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        """What is seen of it now, or would be, as a plain Manim group that follows nothing."""
        with untracked():
            strokes = self._shown()[0] if self.there else (self._strokes.value() or [])
            seen = self._shown()[1] if self.there else [True] * len(strokes)
            drawn = [
                mobject for stroke, visible in zip(strokes, seen, strict=False) if visible
                for mobject in Brush().draw(stroke)
            ]
        copied = Group(*drawn)
        memo[id(self)] = copied
        return copied
