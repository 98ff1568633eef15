"""Scenes measured without Manim: texts are boxes, shapes what they say, for tests of mending.

It knows texts, circles, squares, rects, dots and labels; places `at`, `in`, beside; `show`,
`hide`, `move`, `shift` and `dim`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from c2v_dsl.layout.measure import Measured
from c2v_dsl.layout.seen import Body, Ink, Moment, Points, Presence, SceneSeen
from c2v_dsl.semantics import frame
from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.semantics.themes import rgb, theme
from c2v_dsl.semantics.values import Area, Cell, Point
from c2v_dsl.timeline.model import ObjectSpec, SceneSpec, Timeline

LETTER = 0.0055
"""Width of a letter for each point of size, in scene units; letters are as high as that times
1.2."""


def measured(
    wanted: Sequence[tuple[Timeline, SceneSpec]], jobs: int = 0, silence: float = 0.0,
    sandbox: str = "auto",
) -> list[Measured]:
    """In place of `measure_scenes`."""
    return [Measured((_Pretended(timeline, scene).seen(),)) for timeline, scene in wanted]


class _Pretended:
    def __init__(self, timeline: Timeline, scene: SceneSpec) -> None:
        self.scene = scene
        self.theme = theme(timeline.theme)
        self.specs = {spec.id: spec for spec in scene.objects}
        self.at: dict[str, tuple[float, float]] = {}
        self.factor: dict[str, float] = {}
        self.bodies: list[Body] = []

    def seen(self) -> SceneSeen:
        moments = list(self._moments())
        return SceneSeen(self.scene.id, tuple(self.bodies), tuple(moments), _points(()),
                         (), (0.0, 0.0))

    def _moments(self) -> Iterator[Moment]:
        there: list[str] = []
        for beat in self.scene.beats:
            for step in beat.steps:
                names = [ref.object for ref in step.targets]
                if step.verb in ("show", "write", "draw"):
                    for name in names:
                        self.at[name] = self._center(self.specs[name])
                        there.append(name)
                elif step.verb == "hide":
                    there = [name for name in there if name not in names]
                elif step.verb in ("move", "shift"):
                    ends = {name: self._goal(name, step.args) for name in names}
                    for share in (0.25, 0.5, 0.75):
                        yield self._moment(step.start + round(share * step.frames), beat.name,
                                           there, ends, share)
                    self.at.update(ends)
            yield replace(self._moment(beat.start + beat.frames, beat.name, there, {}, 1.0),
                          last=True)

    def _moment(
        self, when: int, beat: str, there: list[str], ends: dict[str, tuple[float, float]],
        share: float,
    ) -> Moment:
        shown = []
        for spec in self.scene.objects:
            if spec.id not in there:
                continue
            x, y = self._now(spec)
            if spec.id in ends:
                x, y = x + (ends[spec.id][0] - x) * share, y + (ends[spec.id][1] - y) * share
            self.bodies.append(self._body(spec, (x, y)))
            shown.append(Presence(spec.id, len(self.bodies) - 1, spec.id in ends))
        return Moment(when, beat, tuple(shown))

    def _now(self, spec: ObjectSpec) -> tuple[float, float]:
        return self._center(spec) if spec.kind == "label" else self.at[spec.id]

    def _goal(self, name: str, args: dict[str, object]) -> tuple[float, float]:
        if "by" in args:
            by = args["by"]
            assert isinstance(by, Point)
            x, y = self.at[name]
            return x + by[0] * frame.ROW, y + by[1] * frame.ROW
        return self._point(args["to"])

    def _point(self, target: object) -> tuple[float, float]:
        if isinstance(target, Cell | Area):
            return frame.cell_rect(self.scene.layout, target).center
        if isinstance(target, Ref):
            return self.at[target.object]
        assert isinstance(target, Point)
        return frame.to_scene(self.scene.layout, target)

    def _size(self, spec: ObjectSpec) -> tuple[float, float]:
        scale = float(spec.style.get("scale", 1.0)) * self.factor.get(spec.id, 1.0)
        args = spec.args
        match spec.kind:
            case "text" | "label":
                size = float(spec.style.get("size", 32 if spec.kind == "label" else 40))
                return (len(args["text"]) * size * LETTER * scale, size * LETTER * 1.2 * scale)
            case "rect":
                return args["w"] * frame.ROW * scale, args["h"] * frame.ROW * scale
            case "circle":
                return (2 * args.get("r", 1) * frame.ROW * scale,) * 2
            case "square":
                return (args.get("side", 1) * frame.ROW * scale,) * 2
        return 0.18, 0.18

    def _center(self, spec: ObjectSpec) -> tuple[float, float]:
        place = spec.place
        w, h = self._size(spec)
        if spec.kind == "label":
            named = spec.args["obj"].object
            return _beside(self.at[named], self._size(self.specs[named]), (w, h),
                           str(spec.args.get("side", "up")), 0.15)
        if spec.kind == "dot":
            return self._point(spec.args["p"])
        if place is None:
            return frame.grid_rect(self.scene.layout).center
        if place.word == "in":
            room = frame.cell_rect(self.scene.layout, place.target).inset(frame.CELL_PADDING)
            self.factor[spec.id] = min(1.0, room.width / w, room.height / h)
        if place.word in ("at", "in"):
            return self._point(place.target)
        gap = (frame.GAP if place.gap is None else float(place.gap)) * frame.ROW
        side = {"above": "up", "below": "down", "left_of": "left", "right_of": "right"}[place.word]
        return _beside(self.at[place.target.object], self._size(self.specs[place.target.object]),
                       (w, h), side, gap)

    def _body(self, spec: ObjectSpec, middle: tuple[float, float]) -> Body:
        w, h = self._size(spec)
        (x, y), dx, dy = middle, w / 2, h / 2
        box = _points(((x - dx, y - dy), (x + dx, y - dy), (x + dx, y + dy), (x - dx, y + dy),
                       (x - dx, y - dy)))
        color = rgb(self.theme.color(spec.style["color"].text) if "color" in spec.style
                    else self.theme.ink)
        if spec.kind in ("text", "label"):
            return Body((Ink("word", box, 0.0, 1.0, color),), h)
        fill, opacity = spec.style.get("fill", (None, None))
        inks = [Ink("line", box, 0.04, 1.0, color)]
        if fill is not None:
            inks.insert(0, Ink("area", box, 0.0, 0.35 if opacity is None else float(opacity),
                               rgb(self.theme.color(fill.text))))
        return Body(tuple(inks), 0.0)


def _beside(
    named: tuple[float, float], room: tuple[float, float], size: tuple[float, float], side: str,
    gap: float,
) -> tuple[float, float]:
    dx, dy = {"up": (0, 1), "down": (0, -1), "left": (-1, 0), "right": (1, 0)}[side]
    return (named[0] + dx * ((room[0] + size[0]) / 2 + gap),
            named[1] + dy * ((room[1] + size[1]) / 2 + gap))


def _points(points: Sequence[tuple[float, float]]) -> Points:
    return np.array(points, float).reshape(-1, 2)
