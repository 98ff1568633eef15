"""What lies over the title or the lecture lines."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..regions import depth, letters_hull
from ..scene import MeasuredScene, Verdict

SLACK = 0.02
"""So deep, in scene units, may something reach into the words' boxes."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Objects over what stands in the frame from the start."""
    fixed = [("the title", letters_hull(scene.seen.title))]
    fixed += [(f"lecture line {k}", letters_hull(line))
              for k, line in enumerate(scene.seen.lines, 1)]
    fixed = [(name, shape) for name, shape in fixed if not shape.is_empty]
    known: dict[int, list[tuple[str, float]]] = {}
    for moment, shown in scene.moments():
        if moment.shot is not None:
            continue
        for item in shown:
            body = item.presence.body
            if body not in known:
                known[body] = [
                    (name, deep) for name, shape in fixed
                    if (deep := max((depth(region, shape) for _, region in item.region.all
                                     if region.intersects(shape)), default=0.0)) > SLACK]
            for name, deep in known[body]:
                yield Verdict(codes.OVER_FURNITURE, item.id, moment.beat, deep / frame.ROW, name,
                              item.presence.moving)
