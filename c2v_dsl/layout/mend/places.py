"""Other places for an object: free cells and areas near, the other sides of its neighbour."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from ...semantics import frame
from ...semantics.kind_lists import OWN_PLACE, WORDS
from ...semantics.lowered import Ref
from ...semantics.values import Area, Cell, Point
from ...semantics.vocabulary import KINDS
from ...timeline.model import ObjectSpec
from .candidate import Candidate, Case, back, beyond, center, numeral
from .effects import Motion
from .movers import RELATIVE, Mover, movers
from .trial import Box

OTHER_SHAPE = 1.0
"""What it costs to change the shape of an area, for each row or column."""

OTHER_WORD = 0.8
"""What it costs to say a place in another way: `in` instead of `at`."""

SHRINKING = 4.0
"""What it costs to halve something, twice."""

UPWARDS = 0.1
"""What it costs to go up: what comes later is read further down."""

OUT_OF = 1.5
"""What it costs to take something out of what it stands in, or from what stands in it."""

LANES = 0.2
"""What it costs to change several places alike."""

GAPS = (0.25, 0.5, 0.75, 1.0, 1.5)
"""Gaps tried beside a neighbour, in rows."""

STEPS = tuple(0.25 * k for k in range(1, 17))
"""How far points are shifted, in rows."""


@dataclass(frozen=True)
class Slot:
    """A place as it is written, the box (scene units) that the object would take, and what it
    costs beside the way there."""

    text: str
    box: Box
    cost: float = 0.0


def places(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that put an object (or what it is placed with) elsewhere."""
    for mover in movers(case, name):
        box = case.box(mover.name)
        if box is None:
            continue
        weight = case.weight(box)
        together = case.moved_with(mover.name, hanging_only=mover.step)
        nested = case.others(together).nested(box)
        for slot in _slots(case, mover, box):
            motion = _motion(together, box, slot.box, mover)
            way = case.distance(*_way(box, slot.box)) * weight
            cost = max(way, 0.3) + slot.cost + _unaligned(case, mover, slot)
            cost += beyond(case, slot.box)
            cost += case.others(together).crowding(slot.box) + (0.2 if mover.step else 0.0)
            if nested and not case.others(together).nested(slot.box):
                cost += OUT_OF
            cost += UPWARDS if _way(box, slot.box)[1] > 0.05 else 0.0
            yield Candidate(
                _title(mover, slot), (mover.write(slot.text, case.statements),), (motion,), cost)


def lanes(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that let an object go its way along another row or column: where it stands and
    where it goes, changed alike."""
    box = case.box(name)
    if box is None or name not in case.objects:
        return
    way = list(movers(case, name, every=True))
    if case.reasons or len(way) < 2 or not all(
        isinstance(m.target, Cell) and m.name == name and m.word == "at" for m in way
    ):
        return
    column = frame.column_width(case.layout)
    together = case.moved_with(name)
    for far in (1, 2, 3):
        for down, right in ((far, 0), (-far, 0), (0, far), (0, -far)):
            cells = [(m.target[0] + down, m.target[1] + right) for m in way]
            if not all(0 <= c < frame.ROWS and 0 <= d < frame.COLUMNS for c, d in cells):
                continue
            shift = right * column, -down * frame.ROW
            operations = tuple(m.write(f"at {Cell(*cell)}", case.statements)
                               for m, cell in zip(way, cells, strict=True))
            line = f"row {'ABCDEF'[cells[0][0]]}" if down else f"column {cells[0][1] + 1}"
            yield Candidate(f"let `{name}` go along {line}", operations,
                            (Motion(together, shift),),
                            case.distance(*shift) * case.weight(box) + LANES)


def _title(mover: Mover, slot: Slot) -> str:
    if mover.word == "shift":
        return f"shift `{mover.name}` by {slot.text}"
    if mover.step:
        return f"move `{mover.name}` to {slot.text.removeprefix('at ')}"
    return f"put `{mover.name}` {slot.text}"


def _slots(case: Case, mover: Mover, box: Box) -> Iterator[Slot]:
    target, word = mover.target, mover.word
    if word == "shift":
        yield from _shifted(case, box, target, "")
    elif word in ("at", "in") and isinstance(target, Area):
        yield from _areas(case, mover, box, target)
    elif word in ("at", "in") and isinstance(target, Cell):
        if word == "in":
            yield from _areas(case, mover, box, Area(*target, *target))
        else:
            yield from _cells(case, box, target)
            yield from _rooms(case, mover, box)
    elif word == "at" and target is None:
        yield from _cells(case, box, None)
        yield from _rooms(case, mover, box)
    elif word == "at" and isinstance(target, Point):
        if mover.spec.plane is None:
            yield from _shifted(case, box, target, "at ")
        elif mover.spec.kind in WORDS:
            yield from _on_plane(case, mover, box, target)
    elif isinstance(target, Ref) and word in (*RELATIVE, "at"):
        yield from _beside(case, mover, box, target)


def _cells(case: Case, box: Box, now: Cell | None) -> Iterator[Slot]:
    before = (frame.cell_rect(case.layout, now).center if now is not None
              else frame.grid_rect(case.layout).center)
    for row, column in itertools.product(range(frame.ROWS), range(frame.COLUMNS)):
        cell = Cell(row, column)
        if cell != now:
            x, y = frame.cell_rect(case.layout, cell).center
            yield Slot(f"at {cell}", _shift(box, x - before[0], y - before[1]))


def _areas(case: Case, mover: Mover, box: Box, now: Area) -> Iterator[Slot]:
    rows, columns = now[2] - now[0] + 1, now[3] - now[1] + 1
    for high, wide in itertools.product(range(1, 7), range(1, 7)):
        change = abs(high - rows) + abs(wide - columns)
        if change > 3 or (mover.word == "at" and change):
            continue
        for top, left in itertools.product(range(7 - high), range(7 - wide)):
            area = Area(top, left, top + high - 1, left + wide - 1)
            if area == now:
                continue
            room = _fitted(case, mover, box, now, area)
            if room is not None:
                new, factor = room
                yield Slot(_area(mover, area), new,
                           OTHER_SHAPE * change + SHRINKING * max(0.0, 1 - factor))


def _rooms(case: Case, mover: Mover, box: Box) -> Iterator[Slot]:
    """Areas for what has been `at` a cell: as high as it needs, rather wider than it is."""
    if mover.step or mover.spec.kind not in WORDS:
        return
    width, height = box[2] - box[0], box[3] - box[1]
    rows = min(6, max(1, round(height / frame.ROW + 0.4)))
    for wide in range(1, 7):
        for top, left in itertools.product(range(7 - rows), range(7 - wide)):
            area = Area(top, left, top + rows - 1, left + wide - 1)
            room = frame.cell_rect(case.layout, area).inset(frame.CELL_PADDING)
            factor = min(1.0, room.width / width, room.height / height)
            if factor < 0.5 or room.width > width + 2 * frame.column_width(case.layout):
                continue
            size = width * factor, height * factor
            yield Slot(f"in {_named(area)}", _about(room.center, size),
                       OTHER_WORD + SHRINKING * (1 - factor))


def _fitted(
    case: Case, mover: Mover, box: Box, now: Area, then: Area
) -> tuple[Box, float] | None:
    """The box in another area, and by how much it shrinks there; None where it would lose more
    than half."""
    before = frame.cell_rect(case.layout, now).inset(frame.CELL_PADDING)
    after = frame.cell_rect(case.layout, then).inset(frame.CELL_PADDING)
    width, height = box[2] - box[0], box[3] - box[1]
    if mover.word == "at":
        return _about(after.center, (width, height)), 1.0
    across, down = after.width / before.width, after.height / before.height
    fit = KINDS[mover.spec.kind].fit if mover.spec.kind in KINDS else "shrink"
    if fit == "fill":
        if min(across, down) < 0.5:
            return None
        return (after.center[0] - width * across / 2, after.center[1] - height * down / 2,
                after.center[0] + width * across / 2, after.center[1] + height * down / 2
                ), min(1.0, across, down)
    room = min(after.width / width, after.height / height)
    tight = fit == "ratio" or (
        abs(before.width - width) < 0.04 or abs(before.height - height) < 0.04)
    factor = min(room, max(across, down)) if tight else min(1.0, room)
    if factor < 0.5:
        return None
    x, y = after.center
    align = mover.spec.place.align if mover.spec.place else None
    new = _about((x, y), (width * factor, height * factor))
    if align == "left":
        new = _shift(new, after.x0 - new[0], 0)
    elif align == "right":
        new = _shift(new, after.x1 - new[2], 0)
    elif align == "top":
        new = _shift(new, 0, after.y1 - new[3])
    elif align == "bottom":
        new = _shift(new, 0, after.y0 - new[1])
    return new, factor


def _area(mover: Mover, area: Area) -> str:
    align = mover.spec.place.align if mover.spec.place else None
    return f"{mover.word} {_named(area)}" + (f" align {align}" if align else "")


def _named(area: Area) -> str:
    return str(area.first) if area.first == area.last else str(area)


def _shifted(case: Case, box: Box, now: Point, word: str) -> Iterator[Slot]:
    """Points around, in straight and slanting lines; first the nearest one on the grid."""
    dx, dy = back(case, box)
    if dx or dy:
        yield Slot(
            f"{word}({numeral(now[0] + dx / frame.ROW)}, {numeral(now[1] + dy / frame.ROW)})",
            _shift(box, dx, dy))
    for far in STEPS:
        for x, y in itertools.product((-1, 0, 1), repeat=2):
            if x or y:
                dx, dy = x * far, y * far
                yield Slot(f"{word}({numeral(now[0] + dx)}, {numeral(now[1] + dy)})",
                           _shift(box, dx * frame.ROW, dy * frame.ROW))


def _on_plane(case: Case, mover: Mover, box: Box, now: Point) -> Iterator[Slot]:
    """Points of a plane around; its unit is taken from its ranges and its box."""
    plane = case.spec(mover.spec.plane or "")
    room = case.box(plane.id) if plane else None
    if plane is None or room is None:
        return
    ranges = [plane.args.get("x"), plane.args.get("y")]
    if not all(isinstance(r, tuple | list) and len(r) == 2 and all(
            isinstance(v, int | float) for v in r) for r in ranges):
        return
    (a, b), (c, d) = ranges  # type: ignore[misc]
    across, down = (room[2] - room[0]) / (b - a), (room[3] - room[1]) / (d - c)
    for far in STEPS[:8]:
        for x, y in itertools.product((-1, 0, 1), repeat=2):
            if x or y:
                dx, dy = x * far * frame.ROW, y * far * frame.ROW
                point = now[0] + dx / across, now[1] + dy / down
                yield Slot(f"at ({numeral(point[0])}, {numeral(point[1])})", _shift(box, dx, dy))


def _beside(case: Case, mover: Mover, box: Box, target: Ref) -> Iterator[Slot]:
    """Other sides of the neighbour, and other distances from it."""
    named = case.box(target.object)
    entry = mover.entry.node
    place = next((p for p in getattr(entry, "places", ()) if p.operands and p.word != "on"), None)
    if named is None or place is None or target.path:
        return
    span = place.operands[0].span
    name = case.statements.text[span.start : span.end]
    place_spec = mover.spec.place
    align = place_spec.align if place_spec else None
    gap_now = place_spec.gap if place_spec and isinstance(place_spec.gap, int | float) else None
    size = box[2] - box[0], box[3] - box[1]
    for word in RELATIVE:
        upright = word in ("above", "below")
        kept = align if align in (("left", "right") if upright else ("top", "bottom")) else None
        for gap in (gap_now, *GAPS):
            room = (frame.GAP if gap is None else gap) * frame.ROW
            if gap is None and gap_now is not None:
                continue
            if word == mover.word and gap == gap_now:
                continue
            words = f"{word} {name}"
            words += f" gap {numeral(gap)}" if gap is not None else ""
            words += f" align {kept}" if kept else ""
            cost = (0.3 if gap not in (None, gap_now) else 0.0) + 0.5 * (word != mover.word)
            yield Slot(words, _at_side(named, size, word, room, kept), cost)


def _at_side(
    named: Box, size: tuple[float, float], word: str, gap: float, align: str | None
) -> Box:
    x, y = center(named)
    w, h = size
    if word in ("above", "below"):
        x = {"left": named[0] + w / 2, "right": named[2] - w / 2}.get(align or "", x)
        y = named[3] + gap + h / 2 if word == "above" else named[1] - gap - h / 2
    else:
        y = {"top": named[3] - h / 2, "bottom": named[1] + h / 2}.get(align or "", y)
        x = named[2] + gap + w / 2 if word == "right_of" else named[0] - gap - w / 2
    return _about((x, y), size)


def _motion(together: frozenset[str], box: Box, new: Box, mover: Mover) -> Motion:
    wide, high = max(box[2] - box[0], 1e-6), max(box[3] - box[1], 1e-6)
    factor = (new[2] - new[0]) / wide, (new[3] - new[1]) / high
    if max(abs(factor[0] - 1), abs(factor[1] - 1)) < 1e-6:
        factor = 1.0, 1.0
    return Motion(together, _way(box, new), factor, center(box), mover.ramp)


def _way(box: Box, new: Box) -> tuple[float, float]:
    (x0, y0), (x1, y1) = center(box), center(new)
    return x1 - x0, y1 - y0


def _shift(box: Box, dx: float, dy: float) -> Box:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _about(middle: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (w, h) = middle, size
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2


def _unaligned(case: Case, mover: Mover, slot: Slot) -> float:
    """What it costs to leave the row or column of others, as their cells say."""
    place = mover.spec.place
    if place is None or not isinstance(place.target, Cell | Area):
        return 0.0
    new = _cell_lines(slot.text)
    if new is None:
        return 0.0
    rows, columns = _lines(mover.spec)
    lost = 0.0
    for other in case.scene.objects:
        if other.id == mover.name or other.place is None or other.kind in OWN_PLACE or not (
            isinstance(other.place.target, Cell | Area)
        ):
            continue
        its_rows, its_columns = _lines(other)
        if its_rows == rows and new[0] != rows:
            lost += 0.2
        if its_columns == columns and new[1] != columns:
            lost += 0.2
    return min(lost, 0.6)


def _lines(spec: ObjectSpec) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last row, first and last column."""
    assert spec.place is not None
    target = spec.place.target
    if isinstance(target, Cell):
        return (target.row, target.row), (target.col, target.col)
    return (target[0], target[2]), (target[1], target[3])


def _cell_lines(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    word, _, rest = text.partition(" ")
    if word not in ("at", "in") or rest.startswith("("):
        return None
    first, _, last = rest.split()[0].partition(":")
    last = last or first
    rows = "ABCDEF".index(first[0]), "ABCDEF".index(last[0])
    return rows, (int(first[1]) - 1, int(last[1]) - 1)
