"""Things: a picture made from arguments, a place, a style and what verbs have done to it.

What is drawn is worked out anew when, and only when, something it was made from has changed:

    model      outlines and paints from the arguments, in the thing's own coordinates
    placed     where they stand: style's scale and rotation, then the place
    scene      verbs' warps and poses, then the coordinates' way into the scene
    drawing    paint, entrances and pointing verbs, then Manim's mobjects
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from manim import Group

from . import place as places
from .brush import Brush, Stroke, tell
from .build import Build
from .clipping import cut, fence, lost
from .geometry import IDENTITY, NOTHING, Affine, Box, Points, flatten, polyline, rotation
from .leaves import Leaf, Model, Path
from .live import VANISHING, Node, untracked
from .live import value as now
from .motion import Coat, Motion, Presence
from .place import Place
from .reads import Source
from .stand import Stand
from .target import Gone, Target, body

Builder = Callable[[Build], Model]


_serials = itertools.count()


class Effects(Source):
    """What pointing verbs do to a thing while they last: path and function of its strokes."""

    __slots__ = ("active",)

    def __init__(self) -> None:
        super().__init__()
        self.active: list[tuple[Path, Callable[[Thing, list[Stroke]], None]]] = []


class Transitions(Source):
    """Morphs and rewritings under way: functions of a thing's strokes."""

    __slots__ = ("active",)

    def __init__(self) -> None:
        super().__init__()
        self.active: list[Any] = []


class Thing(Target, Group):
    """One object of a storyboard as a Manim group of what is seen of it.

    Args:
        kind: the kind's name in the language.
        build: makes its `Model`.
        args: by argument name; values may be functions without arguments (live).
        fit: what ``fit`` does: ``shrink``, or ``ratio`` and ``fill`` where the builder takes the
            area itself.
        rigid: on a plane it keeps its size and shape.
    """

    def __init__(
        self,
        kind: str,
        build: Builder,
        args: dict[str, Any] | None = None,
        *,
        fit: str = "shrink",
        rigid: bool = False,
        entrance: str = "draw",
    ) -> None:
        super().__init__()
        self.kind = kind
        self.args = {name: body(given) for name, given in (args or {}).items()}
        self.fit_mode = fit
        self.rigid = rigid
        self.entrance = entrance
        self.stand = Stand.current
        self.plane: Thing | None = self.stand.planes[-1] if self.stand.planes else None
        self.loose = False
        """A verb has taken it off the plane it was declared on."""
        self.place: Place | None = None
        self.styles: dict[str, Any] = {}
        self.part_styles: list[tuple[Path, dict[str, Any]]] = []
        self.sweeps: dict[str, tuple[Any, ...]] = {}
        self.measured: dict[str, tuple[tuple[float, float] | None, ...]] = {}
        self._holder: Any = None
        self.hangs: bool | None = None
        """Whether it follows others of its group, once known (see `held.hangs`)."""
        self.motion = Motion()
        self.coat = Coat()
        self.presence = Presence()
        self.effects = Effects()
        self.transitions = Transitions()
        self.texts = Source()
        self.rewritten: dict[Path, Any] = {}
        self.layer: float = 0
        self.serial = next(_serials)
        self.stand.count += 1
        self._build = build
        self._model: Node[Model | None] = Node(self._make_model)
        self._placed: Node[Affine | None] = Node(self._make_placed)
        self._scene: Node[list[Points] | None] = Node(self._make_scene)
        self._strokes: Node[list[Stroke] | None] = Node(self._make_strokes)
        self._drawing: Node[list[Any]] = Node(self._make_drawing, [])
        self._inner: Node[Affine] = Node(self._make_inner, NOTHING)
        self._box: Node[Box | None] = Node(self._make_box)
        self._drawn = -1
        self._brushes: list[Brush] = []

    # declaration

    @property
    def thing(self) -> Thing:
        return self

    @property
    def holder(self) -> Any:
        """The group or component whose place holds for it, or None."""
        if self._holder is None and self.stand.components:
            self.stand.adopt()
        return self._holder

    @holder.setter
    def holder(self, group: Any) -> None:
        self._holder = group

    def _placed_by(self, place: Place) -> Thing:
        place.operands = tuple(body(operand) for operand in place.operands)
        self.place = place
        return self

    def at(self, target: Any) -> Thing:
        """Centred on a cell, area, point or object, in its natural size."""
        return self._placed_by(Place("at", (target,)))

    def fit(self, area: Any, align: str | None = None) -> Thing:
        """In the middle of a cell or area, or at one of its edges, and made to fit it."""
        return self._placed_by(Place("fit", (area,), None, align))

    def above(self, other: Any, gap: Any = None, align: str | None = None) -> Thing:
        return self._placed_by(Place("above", (other,), gap, align))

    def below(self, other: Any, gap: Any = None, align: str | None = None) -> Thing:
        return self._placed_by(Place("below", (other,), gap, align))

    def left_of(self, other: Any, gap: Any = None, align: str | None = None) -> Thing:
        return self._placed_by(Place("left_of", (other,), gap, align))

    def right_of(self, other: Any, gap: Any = None, align: str | None = None) -> Thing:
        return self._placed_by(Place("right_of", (other,), gap, align))

    def inside(self, other: Any, align: str | None = None) -> Thing:
        """Shrunk into the middle of another object, or to one of its edges."""
        return self._placed_by(Place("inside", (other,), None, align))

    def between(self, a: Any, b: Any) -> Thing:
        """Half-way between two objects."""
        return self._placed_by(Place("between", (a, b)))

    def sweep(self, **values: tuple[Any, ...]) -> Thing:
        """The values that beats give the params it follows; ``fit`` holds for all."""
        self.sweeps = values
        return self

    def style(self, **words: Any) -> Thing:
        """Style words of the language; a pair is a colour with an opacity or a width."""
        self.styles.update(words)
        if "layer" in words:
            self.layer = words["layer"]
        return self

    # picture

    def _make_model(self) -> Model | None:
        self.texts.read()
        return Build(self).model(self._build)

    def attempt(self) -> Model | None:
        """A model for the params as they are now, kept nowhere."""
        try:
            return Build(self).model(self._build)
        except VANISHING:
            return None

    def _make_placed(self) -> Affine | None:
        model = self._model.value()
        if model is None:
            return None
        return places.placed(self, model)

    def own_place(self) -> Affine | None:
        """Where its own place puts it, whatever group it is in."""
        model = self._model.value()
        return None if model is None else places.own(self, model)

    def to_scene(self) -> Affine:
        """From its coordinates into the scene."""
        return self.plane.inner() if self.plane is not None else self.stand.rows

    def inner(self) -> Affine:
        """From the units of what stands on it into the scene (planes only)."""
        return self._inner.value()

    def _make_inner(self) -> Affine:
        model, placed = self._model.value(), self._placed.value()
        if model is None or placed is None or model.frame is None:
            raise Gone(self.kind)
        return self._pose(model, placed).after(placed).after(model.frame)

    def _pose(self, model: Model, placed: Affine) -> Affine:
        """The whole's pose and the way into the scene as one map."""
        self.motion.read()
        to_scene = self.to_scene()
        pose = self.motion.whole
        if pose.still:
            return to_scene
        if pose.linear is IDENTITY:
            return Affine(to_scene.linear, to_scene(pose.shift))
        center = self.local_center()
        linear = pose.linear @ to_scene.linear
        return Affine(linear, to_scene(center + pose.shift) - linear @ center)

    def local_center(self) -> Points:
        """Centre of the placed and warped picture in its own coordinates, before its pose."""
        model, placed = self._model.value(), self._placed.value()
        if model is None or placed is None:
            raise Gone(self.kind)
        hull = np.vstack([self._warped(placed(c)) for c in self.local_hull(model)])
        box = Box.of(hull[np.isfinite(hull).all(axis=1)])
        if box is None:
            raise Gone(self.kind)
        return box.center

    def local_hull(self, model: Model) -> list[Points]:
        """Points that span the model's box, in its own coordinates."""
        if model.box is not None:
            return [model.box.corners()]
        back = None
        hull: list[Points] = []
        for leaf in model.leaves:
            if leaf.plain or len(leaf.outline) == 0:
                continue
            if leaf.anchor is None:
                hull.append(_tight(leaf.outline))
            else:
                if back is None:
                    back = np.linalg.pinv(self.to_scene().linear)
                hull.append(leaf.anchor + _tight(leaf.outline) @ back.T)
        return hull or [np.zeros((1, 2))]

    def _warped(self, points: Points) -> Points:
        for warp in self.motion.warps:
            points = warp(points)
        return points

    def warped_point(self, at: Points) -> Points:
        """Where verbs have brought a point of its picture, in its own coordinates."""
        model, placed = self.model(), self._placed.value()
        if placed is None:
            raise Gone(self.kind)
        there = self._pose(model, placed)(self._warped(placed(at)))
        if not np.isfinite(there).all():
            raise Gone(self.kind)
        return self.to_scene().inverse()(there)

    def _make_scene(self) -> list[Points] | None:
        model, placed = self._model.value(), self._placed.value()
        if model is None or placed is None:
            return None
        pose = self._pose(model, placed)
        to_scene = self.to_scene()
        warps = self.motion.warps
        whole = pose.after(placed) if not warps else None
        rigid: Points | None = None
        out: list[Points] = []
        for leaf in model.leaves:
            if leaf.anchor is not None:
                if rigid is None:
                    rigid = self.motion.whole.linear
                    for warp in warps:
                        if warp.turn is not IDENTITY:
                            rigid = rigid @ warp.turn
                    if placed.linear is not IDENTITY:
                        f = to_scene.linear
                        rigid = rigid @ f @ placed.linear @ np.linalg.pinv(f)
                anchor = whole(leaf.anchor) if whole else pose(self._warped(placed(leaf.anchor)))
                if not np.isfinite(anchor).all():
                    out.append(np.zeros((0, 2)))
                    continue
                offset = leaf.outline if rigid is IDENTITY else leaf.outline @ rigid.T
                out.append(offset + anchor)
            elif whole is not None:
                out.append(whole(leaf.outline))
            else:
                out.append(pose(self._bent(placed(leaf.outline))))
        for path, part in self.motion.parts.items():
            if not part.still:
                self._pose_part(model, out, path, part.shift, part.linear)
        if model.joined is not None:
            moved = {path for path, part in self.motion.parts.items() if not part.still}
            if moved:
                model.joined(model.leaves, out, moved)
        return out

    def _bent(self, outline: Points) -> Points:
        for warp in self.motion.warps:
            outline = warp.bend(outline)
        return outline

    def _pose_part(
        self, model: Model, out: list[Points], path: Path, shift: Points, linear: Points
    ) -> None:
        chosen = [i for i in model.select(path) or [] if len(out[i])]
        if not chosen:
            return
        box = Box.of(np.vstack([out[i] for i in chosen]))
        assert box is not None
        move = self.to_scene().linear @ shift
        for i in chosen:
            out[i] = (out[i] - box.center) @ linear.T + box.center + move

    # measures

    def _indices(self, path: Path) -> list[int]:
        model = self._model.value()
        found = model.select(path) if model is not None else None
        if not found:
            raise Gone(f"{self.kind} {path}")
        return found

    def model(self) -> Model:
        """Its model now.

        Raises:
            Gone: it has no picture at this moment.
        """
        model = self._model.value()
        if model is None:
            raise Gone(self.kind)
        return model

    def outlines(self) -> list[Points]:
        return self.outlines_of(())

    def outlines_of(self, path: Path) -> list[Points]:
        scene = self._scene.value()
        if scene is None:
            raise Gone(self.kind)
        return scene if not path else [scene[i] for i in self._indices(path)]

    def _make_box(self) -> Box | None:
        return self._box_around(())

    def _box_around(self, path: Path) -> Box | None:
        scene, model = self._scene.value(), self._model.value()
        if scene is None or model is None:
            return None
        kept = [
            _tight(scene[i]) for i in model.select(path) or []
            if not model.leaves[i].plain and len(scene[i])
        ]
        return Box.of(np.vstack(kept)) if kept else None

    def box(self) -> Box:
        return self.box_of(())

    def box_of(self, path: Path) -> Box:
        box = self._box_around(path) if path else self._box.value()
        if box is None:
            raise Gone(self.kind)
        return box

    def middle(self) -> Points:
        """Its centre in the scene; turning it does not move it."""
        if self.motion.whole.linear is IDENTITY:
            return self.box().center
        model, placed = self.model(), self._placed.value()
        if placed is None:
            raise Gone(self.kind)
        return self._pose(model, placed)(self.local_center())

    def level(self) -> float | None:
        """Height in the scene of the middle of its line of words; None if it is none, or turned."""
        model, placed = self.model(), self._placed.value()
        if model.line is None or placed is None or self.motion.whole.linear is not IDENTITY:
            return None
        return float(self._pose(model, placed)(placed(np.array([0.0, model.line[0]])))[1])

    # drawing

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

    @property
    def rank(self) -> tuple[float, int]:
        """Its order: by layer, then by declaration."""
        return self.layer, self.serial

    def changes(self) -> set[Source]:
        """What verbs change about it."""
        return {self.motion, self.coat, self.presence, self.effects, self.transitions, self.texts}

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

    @property
    def there(self) -> bool:
        """Whether any of it may be on screen."""
        return self.presence.there

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

    def members(self) -> Iterator[Thing]:
        """The things it stands for: itself, or a group's members."""
        yield self

    def __repr__(self) -> str:
        return f"<{self.kind}>"

    def way_of(self, path: Path) -> Points | None:
        """The line that a part is, as it runs in the scene; None if it is none."""
        model = self.model()
        found = model.ways.get(path)
        if found is None:
            return None
        leaf, backwards = found
        points = self._outline_of(leaf)
        return points[::-1] if backwards else points

    def _outline_of(self, leaf: Leaf) -> Points:
        leaves = self.model().leaves
        return self.outlines()[next(i for i, other in enumerate(leaves) if other is leaf)]

    def course_of(self, path: Path) -> Points | None:
        """The line that a part is, from the centre of what it joins to the other's."""
        way, joined = self.way_of(path), self.model().ends.get(path)
        if way is None or joined is None or not len(way):
            return way
        first, last = (Box.of(self._outline_of(leaf)) for leaf in joined)
        if first is None or last is None:
            return way
        return np.vstack([polyline(np.array([first.center, way[0]])), way,
                          polyline(np.array([way[-1], last.center]))])

    def way(self) -> Points:
        """The outline that stands for it where a line or curve is wanted, in the scene."""
        for points in self.outlines():
            if len(points):
                return points
        raise Gone(self.kind)


def turned(style: dict[str, Any], center: Points, to_scene: Affine) -> Affine:
    """``scale`` and ``rotated`` of a style about a local centre."""
    factor, angle = now(style.get("scale", 1)), now(style.get("rotated", 0))
    if factor == 1 and angle == 0:
        return NOTHING
    linear = rotation(angle) * factor
    if angle:
        f = to_scene.linear
        linear = np.linalg.pinv(f) @ linear @ f
    return Affine(linear, center - linear @ center)


def _tight(outline: Points) -> Points:
    """Points whose box is the outline's own box."""
    if len(outline) < 4 or len(outline) % 4:
        return outline
    low, high = outline.min(axis=0), outline.max(axis=0)
    ends = outline[[*range(0, len(outline), 4), -1]]
    if np.array_equal(low, ends.min(axis=0)) and np.array_equal(high, ends.max(axis=0)):
        return np.array([low, high])
    way = flatten(outline, 8)
    return np.array([way.min(axis=0), way.max(axis=0)])
