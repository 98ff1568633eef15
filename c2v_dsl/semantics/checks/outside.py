"""Objects that constant numbers put where nobody sees them."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Span
from ...diagnostics.codes import objects as codes
from ...syntax import tree
from ..frame import FRAME, Rect, grid_rect, to_rows
from ..model import ObjectModel, SceneModel
from ..typed import is_number
from ..values import Point
from ..walk import nodes
from .context import Context

MOVING = frozenset({"move", "shift", "swap", "apply", "morph", "rotate", "scale"})
"""Verbs that may bring into sight what is declared outside of it."""

SLACK = 0.25
"""How far, in rows, something may stand over the grid's edge."""


def check(context: Context) -> None:
    for scene in context.scenes:
        free = moved(scene) | {ref.object for m in scene.objects.values() for ref in m.members}
        for model in scene.objects.values():
            name = model.decl.name.text
            if model.carried or model.component or name in free or model.id in free:
                continue
            found = _box(model)
            if found is None:
                continue
            if model.plane is None:
                _on_stage(context, scene, model, *found)
            else:
                _on_plane(context, scene.objects.get(model.plane), model, *found)


def moved(scene: SceneModel) -> set[str]:
    """Names that an action moves or that an action of the file may move."""
    names: set[str] = set()
    for beat in scene.beats:
        for node in nodes(beat.tree.body):
            if isinstance(node, tree.Do) or (
                isinstance(node, tree.Act) and node.verb.text in MOVING
            ):
                names.update(n.text for n in nodes(node) if isinstance(n, tree.Name))
    return names


def _on_stage(
    context: Context, scene: SceneModel, model: ObjectModel, box: Rect, span: Span
) -> None:
    grid = grid_rect(scene.layout)
    low, high = (to_rows(scene.layout, corner) for corner in (grid[:2], grid[2:]))
    edge = to_rows(scene.layout, FRAME[:2]), to_rows(scene.layout, FRAME[2:])
    room = Rect(low[0] - SLACK, low[1] - SLACK, high[0] + SLACK, high[1] + SLACK)
    if _apart(box, Rect(*edge[0], *edge[1])):
        where = "outside the frame, where nobody sees it"
    elif _apart(box, room):
        where = "outside the grid"
    else:
        return
    context.report.add(
        codes.OFF_GRID, span, f"`{model.id}` stands {where}",
        help=f"in rows about the middle the grid goes from ({low[0]:.1f}, {low[1]:.0f}) to "
             f"({high[0]:.1f}, {high[1]:.0f})")


def _on_plane(
    context: Context, plane: ObjectModel | None, model: ObjectModel, box: Rect, span: Span
) -> None:
    if plane is None or plane.kind.name not in ("axes", "plane", "complex"):
        return
    ranges = [_range(plane, name) for name in "xy"]
    x, y = ranges
    if x is None or y is None:
        return
    loose = 0.1 if model.kind.family == "words" else 0.01
    near = Rect(x[0], y[0], x[1], y[1])
    room = Rect(x[0] - loose * near.width, y[0] - loose * near.height,
                x[1] + loose * near.width, y[1] + loose * near.height)
    if not _apart(box, room):
        return
    context.report.add(
        codes.OFF_PLANE, span, f"`{model.id}` stands outside its plane `{plane.id}`, so it is "
        "never seen",
        help=f"x goes from {x[0]:g} to {x[1]:g} there, y from {y[0]:g} to {y[1]:g}")


def _range(plane: ObjectModel, name: str) -> tuple[float, float] | None:
    """The numbers at the ends of an axis, None where they follow a param."""
    value: Any = plane.args.get(name)
    if value is None:
        value = next((a.default for a in plane.kind.args if a.name == name), None)
    ends = tuple(value) if isinstance(value, tuple | list) else ()
    return (ends[0], ends[1]) if len(ends) == 2 and all(map(is_number, ends)) else None


def _apart(one: Rect, other: Rect) -> bool:
    return (one.x1 < other.x0 or other.x1 < one.x0 or one.y1 < other.y0 or other.y1 < one.y0)


def _box(model: ObjectModel) -> tuple[Rect, Span] | None:
    """Around where constant numbers put the object, as far as they tell, and where they stand."""
    args = model.args
    place = model.place
    if place is not None:
        if place.word != "at" or not isinstance(place.target, Point):
            return None
        written = model.decl.places
        span = written[-1].span if written else model.decl.call.span
        x, y = place.target
        sizes = [args.get(a.name, a.default) for a in model.kind.args
                 if a.name in ("r", "side", "w", "h")]
        if not all(map(is_number, sizes)):
            return None
        half = max(sizes, default=0)
        return Rect(x - half, y - half, x + half, y + half), span
    if model.kind.name not in ("dot", "line", "arrow", "double_arrow", "polygon", "path", "rect"):
        return None
    points = [*(args[name] for name in "pq" if name in args), *args.get("*points", ())]
    if not points or not all(isinstance(point, Point) for point in points):
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Rect(min(xs), min(ys), max(xs), max(ys)), model.decl.call.span
