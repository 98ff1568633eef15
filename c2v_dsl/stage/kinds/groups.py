"""Objects spoken of, and placed, as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

import numpy as np

from ..geometry import Affine, Box, Points, rotation
from ..held import hangs, measured
from ..leaves import Model
from ..live import Node, untracked, value
from ..names import Family
from ..place import Place, beside, free, into, padded_area
from ..target import Gone, Target, body
from ..thing import Thing

__all__ = ["column", "component", "group", "row"]


def group(*members: Any) -> Thing:
    """Objects spoken of, and placed, as one."""
    return Group("group", members)


def row(*members: Any, gap: Any = 0.25, align: str | None = None) -> Thing:
    """Objects side by side."""
    return Group("row", members, gap, align)


def column(*members: Any, gap: Any = 0.25, align: str | None = None) -> Thing:
    """Objects one below another."""
    return Group("column", members, gap, align)


class Group(Thing):
    """A group: no picture of its own; its place moves and shrinks its members."""

    def __init__(self, kind: str, members: Any, gap: Any = 0.25, align: str | None = None) -> None:
        from ..verbs.base import flat

        super().__init__(kind, lambda b: Model(), {})
        self.held: list[Thing] = [target.thing for target in flat(members)]
        self.gap, self.align = gap, align
        self.adopt()
        self._layout: Node[dict[int, Affine] | None] = Node(self._arranged)

    def adopt(self) -> None:
        """Let its place hold for its members."""
        for member in self.held:
            if member._holder is None:
                member.holder = self

    def style(self, **words: Any) -> Self:
        super().style(**words)
        if "layer" in words:
            for member in self.members():
                member.layer = member.layer or words["layer"]
        return self

    def item(self, *index: Any) -> Any:
        return self.held[index[0]]

    def members(self) -> Iterator[Thing]:
        for member in self.held:
            yield from member.members()

    def enter(self) -> None:
        pass

    @property
    def there(self) -> bool:
        return any(member.there for member in self.held)

    def box(self) -> Box:
        return self._around([_box(member) for member in self.held])

    def box_of(self, path: Any) -> Box:
        return self.box()

    def middle(self) -> Points:
        return self.box().center

    def outlines_of(self, path: Any) -> list[Points]:
        return [points for member in self.members() for points in member.outlines()]

    def strokes_of(self, path: Any) -> Any:
        return [stroke for member in self.members() for stroke in member.strokes()]

    def _around(self, boxes: list[Box | None]) -> Box:
        box = Box.around(boxes)
        if box is None:
            raise Gone(self.kind)
        return box

    def adjust(self, member: Thing) -> Affine | None:
        """What its place does to a member, in the scene; None for nothing."""
        layout = self._layout.value()
        return None if layout is None else layout.get(id(member))

    def _arranged(self) -> dict[int, Affine] | None:
        boxes = {id(member): self.natural(member) for member in self.held}
        moves = {key: np.zeros(2) for key in boxes}
        if self.kind != "group":
            moves = self._lined_up(boxes)
        elif self.place is None and not {"scale", "rotated"} & set(self.styles):
            return None
        arranged = Box.around(
            Box(b.x0 + moves[k][0], b.y0 + moves[k][1], b.x1 + moves[k][0], b.y1 + moves[k][1])
            for k, b in boxes.items() if b is not None
        )
        if arranged is None:
            return None
        turn = self._turn()
        arranged = Box.of(turn(arranged.corners())) or arranged
        factor, center = self._target(arranged)
        linear = turn.linear * factor
        shift = center - arranged.center * factor + turn.shift * factor
        return {key: Affine(linear, linear @ move + shift) for key, move in moves.items()}

    def _turn(self) -> Affine:
        """Its style's scale and rotation, about the scene's origin."""
        angle, scale = value(self.styles.get("rotated", 0)), value(self.styles.get("scale", 1))
        return Affine(rotation(angle) * scale, np.zeros(2))

    def natural(self, member: Thing) -> Box | None:
        """A member's box in the scene by its own place alone."""
        if isinstance(member, Group):
            layout = member._layout.value() or {}
            boxes = []
            for inner in member.held:
                box = member.natural(inner)
                move = layout.get(id(inner))
                if box is not None and move is not None:
                    box = Box.of(move(box.corners()))
                boxes.append(box)
            return Box.around(boxes)
        own = None if hangs(member) else member.own_place()
        if own is None:
            return None
        hull = np.vstack(member.local_hull(member.model()))
        return Box.of(member.to_scene()(own(hull)))

    def _lined_up(self, boxes: dict[int, Box | None]) -> dict[int, Points]:
        unit = float(self.stand.rows.linear[0, 0])
        gap = float(value(self.gap)) * unit
        across = self.kind == "row"
        moves: dict[int, Points] = {}
        lines = self._baselines() if across else {}
        drop = _common(lines, boxes)
        cursor = 0.0
        for member in self.held:
            box = boxes[id(member)]
            if box is None:
                moves[id(member)] = np.zeros(2)
                continue
            if across:
                x = cursor + box.width / 2
                y = {"top": -box.height / 2, "bottom": box.height / 2}.get(self.align or "", 0.0)
                if self.align is None and id(member) in lines:
                    y = box.center[1] - lines[id(member)] + drop
                cursor += box.width + gap
            else:
                y = -(cursor + box.height / 2)
                x = {"left": box.width / 2, "right": -box.width / 2}.get(self.align or "", 0.0)
                cursor += box.height + gap
            moves[id(member)] = np.array([x, y]) - box.center
        return moves

    def _baselines(self) -> dict[int, float]:
        """Heights in the scene of the baselines of members that are words, by their own place."""
        found: dict[int, float] = {}
        for member in self.held:
            if isinstance(member, Group) or {"rotated"} & set(member.styles):
                continue
            own, model = member.own_place(), member._model.value()
            if own is not None and model is not None and model.line is not None:
                at = np.array([0.0, model.line[1]])
                found[id(member)] = float(member.to_scene()(own(at))[1])
        return found

    def _target(self, box: Box) -> tuple[float, Points]:
        """Factor and centre that the group's place asks for."""
        place = self.place
        if place is None:
            return 1.0, self._rest() if self.kind != "group" else box.center
        operand = value(place.operands[0])
        if place.word == "fit":
            area = padded_area(self, operand)
            wide, tall = max(box.width, 1e-9), max(box.height, 1e-9)
            factor = min(1.0, area.width / wide, area.height / tall)
            return factor, into(area, (wide * factor, tall * factor), place.align)
        if place.word == "at":
            rect = self.stand.area(operand)
            if rect is not None:
                return 1.0, rect.center
            if isinstance(operand, Target):
                return 1.0, self._measured(place)[0].center
            from ..geometry import point

            return 1.0, self.to_scene()(point(operand))
        boxes = self._measured(place)
        if place.word == "between":
            return 1.0, (boxes[0].center + boxes[1].center) / 2
        if place.word == "inside":
            room = free(boxes[0])
            wide, tall = max(box.width, 1e-9), max(box.height, 1e-9)
            factor = min(1.0, room.width / wide, room.height / tall)
            return factor, into(room, (wide * factor, tall * factor), place.align)
        from ...semantics import frame

        unit = float(self.stand.rows.linear[0, 0])
        gap = float(frame.GAP if place.gap is None else value(place.gap)) * unit
        return 1.0, beside(boxes[0], (box.width, box.height), place.word, gap, place.align)

    def _rest(self) -> Points:
        """Where a row without a place stands: about where its members are."""
        box = Box.around(self.natural(member) for member in self.held)
        return box.center if box is not None else np.zeros(2)

    def _measured(self, place: Place) -> tuple[Box, ...]:
        if place.measured is None:
            with untracked():
                place.measured = tuple(measured(self, operand) for operand in place.operands)
        return place.measured


def _common(lines: dict[int, float], boxes: dict[int, Box | None]) -> float:
    """Where the baseline of words in a row lies under the row's middle: that of the highest ink
    of them all, centred."""
    around = [
        (box.y0 - line, box.y1 - line)
        for key, line in lines.items() if (box := boxes[key]) is not None
    ]
    if not around:
        return 0.0
    return -(min(low for low, _ in around) + max(high for _, high in around)) / 2


def _box(member: Thing) -> Box | None:
    try:
        return member.box()
    except Gone:
        return None


class Component(Family):
    """An instance of a component: its parts by name, its members placed as one."""

    def __init__(self) -> None:
        super().__init__()
        self._body = _Body(self)
        self._body.stand.components.append(self._body)

    def at(self, target: Any) -> Component:
        self._body.at(target)
        return self

    def fit(self, area: Any) -> Component:
        self._body.fit(area)
        return self

    def above(self, other: Any, gap: Any = None, align: str | None = None) -> Component:
        self._body.above(other, gap, align)
        return self

    def below(self, other: Any, gap: Any = None, align: str | None = None) -> Component:
        self._body.below(other, gap, align)
        return self

    def left_of(self, other: Any, gap: Any = None, align: str | None = None) -> Component:
        self._body.left_of(other, gap, align)
        return self

    def right_of(self, other: Any, gap: Any = None, align: str | None = None) -> Component:
        self._body.right_of(other, gap, align)
        return self

    def inside(self, other: Any) -> Component:
        self._body.inside(other)
        return self

    def between(self, a: Any, b: Any) -> Component:
        self._body.between(a, b)
        return self

    def sweep(self, **values: tuple[Any, ...]) -> Component:
        self._body.sweep(**values)
        return self

    def style(self, **words: Any) -> Component:
        self._body.style(**words)
        return self


class _Body(Group):
    """The group of a component's members, whatever has been declared in it so far."""

    def __init__(self, component: Component) -> None:
        self._component = component
        super().__init__("group", ())

    @property
    def held(self) -> list[Thing]:
        found: list[Thing] = []
        for member in self._component.objects():
            thing = body(member)
            if isinstance(thing, Thing):
                found.append(thing)
        return found

    @held.setter
    def held(self, members: list[Thing]) -> None:
        pass

    def adopt(self) -> None:
        super().adopt()
        for member in self.members():
            member.layer = member.layer or self.layer


def component() -> Component:
    """An instance of a component; what is declared under its name becomes its members."""
    return Component()
