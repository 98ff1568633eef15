"""Names that stand far from what they name."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import unary_union

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ...semantics.lowered import Ref
from ..scene import MeasuredScene, Shown, Verdict

BESIDE = frozenset({"above", "below", "left_of", "right_of"})
"""Places that put words beside what they speak of."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Labels, and words put beside something, more than a row away from it at a beat's end."""
    for moment in scene.seen.ends():
        by_id = {item.id: item for item in scene.shown(moment)}
        for item in by_id.values():
            named = by_id.get(_named(scene, item) or "")
            if named is None or named.region.words:
                continue
            shapes = [shape for _, shape in (*named.region.all, *named.region.marks)]
            far = item.region.extent.distance(unary_union(shapes)) if shapes else 0.0
            if far > frame.ROW:
                yield Verdict(codes.FAR_LABEL, item.id, moment.beat, far / frame.ROW, named.id)


def _named(scene: MeasuredScene, item: Shown) -> str | None:
    """What an object is the name of; words that are moved themselves name nothing."""
    spec = item.spec
    target = spec.args.get("obj") if spec.kind in ("label", "brace") else None
    if target is None and spec.kind in ("text", "math", "number") and spec.place is not None and (
        item.id not in scene.actions.displaced
    ):
        target = spec.place.target if spec.place.word in BESIDE else None
    return target.object if isinstance(target, Ref) and not target.path else None
