"""What leaves the frame."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..scene import MeasuredScene, Verdict

SLACK = 0.02
"""So far, in scene units, may something reach over the frame's edge."""

Bounds = tuple[float, float, float, float]


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Objects that are cut off by the frame's edge, and those that are never seen.

    What is somewhere wholly outside comes from there or goes there, so it may cross the edge.
    """
    found: dict[str, list[Verdict]] = {}
    gone: set[str] = set()
    seen: set[str] = set()
    for moment, shown in scene.moments():
        if moment.shot is not None:
            continue
        for item in shown:
            bounds = item.region.bounds
            if bounds is None:
                continue
            out = _beyond(bounds)
            if _is_gone(bounds):
                gone.add(item.id)
            else:
                seen.add(item.id)
            if out > SLACK:
                found.setdefault(item.id, []).append(Verdict(
                    codes.OUTSIDE, item.id, moment.beat, out / frame.ROW,
                    moving=item.presence.moving or _is_gone(bounds), detail=_side(bounds)))
    for id, verdicts in found.items():
        if id not in seen:
            yield verdicts[0]
        else:
            yield from (v for v in verdicts if not v.moving or id not in gone)


def _beyond(bounds: Bounds) -> float:
    """How far a box reaches over the frame's edge."""
    x0, y0, x1, y1 = bounds
    whole = frame.FRAME
    return max(whole.x0 - x0, whole.y0 - y0, x1 - whole.x1, y1 - whole.y1)


def _is_gone(bounds: Bounds) -> bool:
    x0, y0, x1, y1 = bounds
    whole = frame.FRAME
    return x1 < whole.x0 or x0 > whole.x1 or y1 < whole.y0 or y0 > whole.y1


def _side(bounds: Bounds) -> str:
    x0, y0, x1, y1 = bounds
    whole = frame.FRAME
    sides = {"left": whole.x0 - x0, "bottom": whole.y0 - y0, "right": x1 - whole.x1,
             "top": y1 - whole.y1}
    return max(sides, key=lambda side: sides[side])
