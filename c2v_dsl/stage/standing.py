"""Where a thing stands: its model, placed, moved and bent, and what others measure of it."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import place as places
from .build import Build
from .declared import Declared
from .geometry import IDENTITY, NOTHING, Affine, Box, Points, flatten, polyline, rotation
from .leaves import Leaf, Model, Path
from .live import VANISHING, Node
from .live import value as now
from .target import Gone


class Standing(Declared):
    """A declared thing with its outlines in the scene."""

    def _prepare(self) -> None:
        super()._prepare()
        self._model: Node[Model | None] = Node(self._make_model)
        self._placed: Node[Affine | None] = Node(self._make_placed)
        self._scene: Node[list[Points] | None] = Node(self._make_scene)
        self._inner: Node[Affine] = Node(self._make_inner, NOTHING)
        self._box: Node[Box | None] = Node(self._make_box)

    def _make_model(self) -> Model | None:
        self.texts.read()
        return Build(self.thing).model(self._build)

    def attempt(self) -> Model | None:
        """A model for the params as they are now, kept nowhere."""
        try:
            return Build(self.thing).model(self._build)
        except VANISHING:
            return None

    def _make_placed(self) -> Affine | None:
        model = self._model.value()
        if model is None:
            return None
        return places.placed(self.thing, model)

    def own_place(self) -> Affine | None:
        """Where its own place puts it, whatever group it is in."""
        model = self._model.value()
        return None if model is None else places.own(self.thing, model)

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
