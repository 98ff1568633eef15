"""Ranges and steps of planes and of what is spread over them: what no picture can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics.codes import objects as codes
from .model import ObjectModel
from .typed import is_number
from .values import List

if TYPE_CHECKING:
    from .builder import Builder

FARTHEST = 1e15
"""Numbers beyond this are not told apart as pictures have to."""

NARROWEST = 1e-9
"""A range must be wider than this share of its numbers, and than this cubed."""

MOST_TICKS = 100
MOST_ARROWS = 1500
MOST_BARS = 500
SLIMMEST = 60
"""A plane of equal units is at most so many times as wide as high, or as high as wide."""


def describe_plane(builder: Builder, model: ObjectModel) -> None:
    """Report ranges, steps and bases of a plane that cannot be drawn."""
    spans = model.arg_spans

    def say(name: str, message: str, help: str) -> None:
        builder.report.add(codes.WRONG_ARGUMENT, spans.get(name, model.span), message, help=help)

    ends: dict[str, tuple[float, float]] = {}
    for name in ("x", "y"):
        known = _interval(model, name)
        if known is None:
            continue
        ends[name] = known
        _range(say, name, *known)
    r: Any = model.args.get("r")
    if is_number(r) and not 0 < r <= FARTHEST:
        say("r", f"the outermost circle cannot have a radius of {r:g}", "write `r=3`")
    _ticks(say, model.args.get("ticks"), ends)
    if model.kind.name in ("plane", "complex") and len(ends) == 2:
        wide, high = (z - a for a, z in ends.values())
        if max(wide, high) > SLIMMEST * min(wide, high):
            say("x" if "x" in spans else "y",
                f"with equal units a plane {wide:g} wide and {high:g} high is a mere line",
                "`axes` have a unit of their own in each direction")
    _basis(say, model.args.get("basis"))


def _interval(model: ObjectModel, name: str) -> tuple[float, float] | None:
    """The ends of a range, given or not; None if they are not known or wrong already."""
    given: Any = model.args.get(name)
    if given is None:
        given = next((a.default for a in model.kind.args if a.name == name), None)
    if isinstance(given, List | tuple) and len(given) == 2 and all(map(is_number, given)):
        low, high = float(given[0]), float(given[1])
        return (low, high) if low < high else None
    return None


def _range(say: Any, name: str, low: float, high: float) -> None:
    most = max(abs(low), abs(high))
    if most > FARTHEST:
        say(name, f"`{name}` goes as far as {most:g}, more than a picture can show",
            "count in larger units, such as millions")
    elif high - low <= max(NARROWEST * most, NARROWEST**3):
        say(name, f"`{name}` goes from {low!r} to {high!r}, too little to be told apart",
            "count from another number or in smaller units")


def _ticks(say: Any, given: Any, ends: dict[str, tuple[float, float]]) -> None:
    steps = (given, given) if is_number(given) else given
    if not isinstance(steps, List | tuple):
        return
    for step, (low, high) in zip(steps, ends.values(), strict=False):
        count = (high - low) / step if is_number(step) and step > 0 else 0
        if count > MOST_TICKS:
            say("ticks", f"steps of {step:g} would be {_many(count)} numbers from {low:g} to "
                f"{high:g}, at most {MOST_TICKS} can be read",
                "leave `ticks` away, or say a greater step")
            return


def _many(count: float) -> str:
    return f"{count:,.0f}" if count < 1e7 else f"{count:.0e}".replace("e+0", "e").replace("e+", "e")


def _basis(say: Any, given: Any) -> None:
    if not isinstance(given, List) or len(given) != 2:
        return
    (a, b), (c, d) = given[0], given[1]
    if abs(a * d - b * c) <= 1e-9 * max(abs(v) for v in (a, b, c, d, 1e-30)) ** 2:
        say("basis", "both vectors of the basis lie on one line, so they span no grid",
            "write two vectors, as columns, that point in different directions")


def describe_spread(builder: Builder, model: ObjectModel) -> None:
    """Report how many arrows or bars something on a plane would have."""
    plane = builder.scene.objects.get(model.plane or "")
    spans = model.arg_spans
    if model.kind.name == "riemann":
        n: Any = model.args.get("n")
        if is_number(n) and not 1 <= n <= MOST_BARS:
            builder.report.add(
                codes.WRONG_ARGUMENT, spans.get("n", model.span),
                f"there are from 1 to {MOST_BARS} bars under a curve, not {n:,g}",
                help="write `n=50` for bars that can hardly be told from the area")
        return
    step = model.args.get("step")
    steps = (step, step) if is_number(step) else step
    if plane is None or not isinstance(steps, List | tuple):
        return
    x, y = _interval(plane, "x"), _interval(plane, "y")
    if x is None or y is None:
        return
    across, upwards = ((z - a) / s for (a, z), s in zip((x, y), steps, strict=True))
    if across * upwards > MOST_ARROWS:
        builder.report.add(
            codes.WRONG_ARGUMENT, spans["step"],
            f"this would be {_many(across * upwards)} arrows, at most {MOST_ARROWS:,} are drawn",
            help="say a greater `step`, or leave it away")
    elif across < 1.5 or upwards < 1.5:
        builder.report.add(
            codes.WRONG_ARGUMENT, spans["step"],
            f"arrows so far apart leave hardly one on a plane {x[1] - x[0]:g} wide and "
            f"{y[1] - y[0]:g} high", help="say a smaller `step`, or leave it away")
