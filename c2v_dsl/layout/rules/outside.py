"""What leaves the frame, and what lies over the title or the lecture lines."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..regions import depth, letters_hull
from ..scene import MeasuredScene, Verdict

SLACK = 0.02
"""So far, in scene units, may something reach over the frame's edge."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Objects beyond the frame, and over what stands there from the start."""
    fixed = [("the title", letters_hull(scene.seen.title))]
    fixed += [(f"lecture line {k}", letters_hull(line))
              for k, line in enumerate(scene.seen.lines, 1)]
    fixed = [(name, shape.buffer(-0.03)) for name, shape in fixed if not shape.is_empty]
    for moment, shown in scene.moments():
        near = moment.shot is not None
        for item in shown:
            bounds = item.region.bounds
            if bounds is None:
                continue
            moving = item.presence.moving
            out = 0.0 if near else _beyond(bounds)
            if out > SLACK:
                yield Verdict(codes.OUTSIDE, item.id, moment.beat, out / frame.ROW, moving=moving,
                              detail=_side(bounds))
            for name, shape in fixed if not near else ():
                for _, region in item.region.all:
                    if region.intersects(shape) and (deep := depth(region, shape)) > SLACK:
                        yield Verdict(codes.OVER_FURNITURE, item.id, moment.beat,
                                      deep / frame.ROW, name, moving)
                        break


def _beyond(bounds: tuple[float, float, float, float]) -> float:
    """How far a box reaches over the frame's edge."""
    x0, y0, x1, y1 = bounds
    whole = frame.FRAME
    return max(whole.x0 - x0, whole.y0 - y0, x1 - whole.x1, y1 - whole.y1)


def _side(bounds: tuple[float, float, float, float]) -> str:
    x0, y0, x1, y1 = bounds
    whole = frame.FRAME
    sides = {"left": whole.x0 - x0, "bottom": whole.y0 - y0, "right": x1 - whole.x1,
             "top": y1 - whole.y1}
    return max(sides, key=lambda side: sides[side])
