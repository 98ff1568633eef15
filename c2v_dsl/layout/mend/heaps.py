"""Heaps spread over free cells, and names that are to go along with what they name."""

from __future__ import annotations

from collections.abc import Iterator

from ...patch.model import Operation, ReplaceBlock
from ...semantics import frame
from ...semantics.lowered import Ref
from ...semantics.values import Cell
from ...syntax import tree
from ..rules.crowds import CROWD
from ..scene import Shown
from .candidate import Candidate, Case, center
from .effects import Effect, Motion
from .movers import Mover, movers

_SIDES = {"above": "up", "below": "down", "left_of": "left", "right_of": "right"}


def spread(case: Case) -> Iterator[Candidate]:
    """Put those that are too many in a cell into free cells near."""
    scene = case.trial.measured
    heap: list[tuple[Shown, Mover]] = []
    count = 0
    for item in scene.shown(case.moment):
        bounds = item.region.bounds
        if bounds is None or scene.cell(*center(bounds)) != case.verdict.detail:
            continue
        count += 1
        mover = next((m for m in movers(case, item.id) if not m.step and m.word == "at"), None)
        if mover is None:
            return
        heap.append((item, mover))
    surplus = count - CROWD + 1
    taken = frozenset(p.object for p in case.moment.shown)
    cells = _free_cells(case, taken)
    if len(cells) < surplus:
        case.reason("there are too few free cells")
        return
    operations: list[Operation] = []
    effects: list[Effect] = []
    way = 0.0
    for (_, mover), cell in zip(heap[-surplus:], cells, strict=False):
        box = case.box(mover.name)
        if box is None:
            return
        (x0, y0), (x1, y1) = center(box), frame.cell_rect(case.layout, cell).center
        operations.append(mover.write(f"at {cell}", case.statements))
        effects.append(Motion(case.moved_with(mover.name), (x1 - x0, y1 - y0)))
        way += case.distance(x1 - x0, y1 - y0)
    names = ", ".join(f"`{mover.name}`" for _, mover in heap[-surplus:])
    yield Candidate(f"spread {names} over free cells", tuple(operations), tuple(effects), way)


def _free_cells(case: Case, names: frozenset[str]) -> list[Cell]:
    """Cells in which nothing stands, the nearest to the heap first."""
    boxes = [b for b in (case.box(name) for name in sorted(names)) if b is not None]
    row, column = "ABCDEF".index(case.verdict.detail[0]), int(case.verdict.detail[1]) - 1
    found = []
    for cell in (Cell(r, c) for r in range(frame.ROWS) for c in range(frame.COLUMNS)):
        room = frame.cell_rect(case.layout, cell)
        if not any(room.overlaps(frame.Rect(*b)) for b in boxes):
            found.append(cell)
    return sorted(found, key=lambda c: (abs(c.row - row) + abs(c.col - column), c))


def as_label(case: Case) -> Iterator[Candidate]:
    """Make words that were put beside something a label of it, which goes along."""
    name = case.verdict.object
    spec = case.objects[name]
    entry = case.statements.own_place(spec)
    if spec.kind not in ("text", "math") or spec.place is None or isinstance(entry, str):
        return
    node = entry.node
    assert isinstance(node, tree.ObjectDecl)
    target = spec.place.target
    places = [p for p in node.places if p.word in _SIDES]
    if not isinstance(target, Ref) or len(places) != 1 or len(node.call.args) != 1:
        return
    if any(s.verb in ("move", "shift") for s in case.steps_of(name)):
        case.reason(f"`{name}` is moved by itself")
        return
    text = case.statements.text
    words = node.call.args[0].value.span
    said = text[words.start : words.end]
    if spec.kind == "math":
        said = f'"${said[1:-1]}$"' if said.startswith('"') and not said.startswith('"""') else ""
    if not said:
        return
    place = places[0]
    written = text[place.operands[0].span.start : place.operands[0].span.end]
    changes = {
        node.call.span: f"label({said}, {written}, side={_SIDES[place.word]})",
        place.span._replace(start=node.call.span.end): ""}
    yield Candidate(
        f"make `{name}` a label of `{target.object}`",
        (ReplaceBlock(op="replace_block", id=entry.id,
                      text=case.statements.with_changes(entry, changes)),),
        (), 1.0, timed=True)
