"""Shifting what stands where its arguments say: lines, dots and polygons of plain points."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ...diagnostics import Span
from ...patch.model import ReplaceBlock
from ...semantics import frame
from ...semantics.kind_lists import OWN_PLACE
from ...syntax import tree
from .candidate import Candidate, Case, back, beyond, numeral
from .effects import Motion
from .statements import literal

STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""How far, in rows."""


def shifted_points(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that shift all points of an object's arguments, if they are plain numbers."""
    spec = case.objects[name]
    if spec.plane is not None or (spec.kind not in OWN_PLACE and spec.kind != "dot"):
        return
    entry = case.statements.declared(spec)
    box = case.box(name)
    if isinstance(entry, str) or box is None:
        return
    node = entry.node
    assert isinstance(node, tree.ObjectDecl)
    values = [arg.value for arg in node.call.args if arg.name is None]
    points = [v for v in values if isinstance(v, tree.Tuple) and len(v.items) == 2]
    if not points or len(points) < len(values) or node.indices or node.places or not all(
        literal(point) for point in points
    ):
        return
    together = case.moved_with(name)
    weight = case.weight(box)
    ways = [(x * far, y * far) for far, x, y in itertools.product(STEPS, (-1, 0, 1), (-1, 0, 1))]
    across, up = back(case, box)
    for dx, dy in ((across / frame.ROW, up / frame.ROW), *ways):
        if not dx and not dy:
            continue
        changes = {point.span: _moved(case, point, dx, dy) for point in points}
        shift = dx * frame.ROW, dy * frame.ROW
        new = box[0] + shift[0], box[1] + shift[1], box[2] + shift[0], box[3] + shift[1]
        yield Candidate(
            f"shift `{name}` by ({numeral(dx)}, {numeral(dy)})",
            (ReplaceBlock(op="replace_block", id=entry.id,
                          text=case.statements.with_changes(entry, changes)),),
            (Motion(together, shift),),
            0.3 + case.distance(*shift) * weight + beyond(case, new)
            + case.others(together).crowding(new))


def _moved(case: Case, point: tree.Tuple, dx: float, dy: float) -> str:
    x, y = (_number(case, item) for item in point.items)
    return f"({numeral(x + dx)}, {numeral(y + dy)})"


def _number(case: Case, expr: tree.Expr) -> float:
    span: Span = expr.span
    return float("".join(case.statements.text[span.start : span.end].split()).strip("()"))
