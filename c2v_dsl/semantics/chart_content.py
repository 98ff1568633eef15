"""What a chart holds: its entries counted, numbers that it cannot show reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics.codes import objects as codes
from .argument_values import initial
from .binning import MOST_BINS, bin_count
from .lowered import Live
from .model import ObjectModel
from .plane_content import FARTHEST
from .suggest import counted
from .typed import is_number
from .values import List, Point

if TYPE_CHECKING:
    from .builder import Builder

ENTRIES = {"bars": "bar", "pie": "slice", "histogram": "bin", "scatter": "dot"}
"""What an entry of each chart is called."""

MOST = {"bars": 200, "pie": 60, "scatter": 1000}
"""How many entries a chart shows at most."""


def describe_chart(builder: Builder, model: ObjectModel) -> None:
    """Fill ``count`` of ``model``, and report what cannot be drawn."""
    kind = model.kind.name
    name = "points" if kind == "scatter" else "values"
    given = model.args.get(name)
    items = initial(given)
    if not isinstance(items, List):
        return
    span = model.arg_spans.get(name, model.span)

    def say(code: str, message: str, help: str) -> None:
        builder.report.add(code, span, message, help=help)

    model.count = (len(items),)
    word = ENTRIES[kind]
    if not items:
        what = "point" if kind == "scatter" else "number"
        say(codes.TOO_FEW, f"{_a(kind)} at least one {what}, this list is empty",
            f"give it at least one {what}")
        return
    most = MOST.get(kind, len(items))
    if len(items) > most:
        say(codes.WRONG_ARGUMENT,
            f"{_a(kind, 'show')} at most {most:,} {word}s, this list has {len(items):,}",
            "a `histogram` shows how often numbers fall into bins" if kind == "bars" else
            "put the smallest together" if kind == "pie" else "leave some of the points out")
    far = [v for v in _numbers(items) if abs(v) > FARTHEST]
    if far:
        say(codes.WRONG_ARGUMENT, f"{far[0]:g} is more than a chart can show",
            "count in larger units, such as millions")
    if kind == "bars":
        _bars(builder, model, items)
    if kind == "pie":
        _pie(say, items)
    if kind == "histogram":
        _histogram(builder, model, items, isinstance(given, Live))
    labels = initial(model.args.get("labels"))
    if not isinstance(labels, List):
        return
    if kind in ("bars", "pie") and len(labels) != len(items):
        builder.report.add(
            codes.RAGGED, model.arg_spans.get("labels", model.span),
            f"{counted(len(labels), 'name')} for {counted(len(items), word)}",
            help=f"give each {word} its name")
    elif kind in ("histogram", "scatter") and len(labels) > 2:
        builder.report.add(
            codes.RAGGED, model.arg_spans.get("labels", model.span),
            f"{counted(len(labels), 'name')} for two axes",
            help='write what stands at their ends: `labels=["x", "y"]`')


def _a(kind: str, verb: str = "need") -> str:
    return f"bars {verb}" if kind == "bars" else f"a {kind} {verb}s"


def _numbers(items: List) -> list[float]:
    """The numbers among items, coordinates of points too."""
    flat = [c for v in items for c in (v if isinstance(v, Point) else (v,))]
    return [float(v) for v in flat if is_number(v)]


def _bars(builder: Builder, model: ObjectModel, items: List) -> None:
    top: Any = model.args.get("max")
    high = max(_numbers(items), default=0.0)
    if not is_number(top) or isinstance(model.args.get("values"), Live) or high <= top > 0:
        return
    builder.report.add(
        codes.WRONG_ARGUMENT, model.arg_spans.get("max", model.span),
        f"the bar of {high:g} would be cut off at {top:g}" if top > 0 else
        f"`max` is above zero, found {top:g}",
        help=f"write `max={high:g}`, or leave it away" if high > 0 else "leave it away")


def _pie(say: Any, items: List) -> None:
    below = [v for v in items if is_number(v) and v < 0]
    if below:
        say(codes.WRONG_ARGUMENT, f"a slice cannot show {below[0]:g}: it is less than nothing",
            "`bars` show numbers below zero")
    elif not any(is_number(v) and v > 0 for v in items):
        say(codes.WRONG_ARGUMENT, "all slices are zero, so there is nothing to share out",
            "give at least one slice a number above zero")


def _histogram(builder: Builder, model: ObjectModel, items: List, live: bool) -> None:
    bins = initial(model.args.get("bins"))
    span = model.arg_spans.get("bins", model.span)
    if is_number(bins) and not 1 <= bins <= MOST_BINS:
        builder.report.add(
            codes.WRONG_ARGUMENT, span, f"a histogram has from 1 to {MOST_BINS} bins, not "
            f"{bins:,g}", help="leave `bins` away, or say how many bars there should be")
    numbers = [float(v) for v in items if is_number(v)]
    model.count = (bin_count(numbers, int(bins) if is_number(bins) else None, live),)
    wanted = initial(model.args.get("x"))
    if isinstance(wanted, List) and len(wanted) == 2 and numbers and not any(
        wanted[0] <= v <= wanted[1] for v in numbers
    ):
        builder.report.add(
            codes.WRONG_ARGUMENT, model.arg_spans.get("x", model.span),
            f"none of the numbers lies between {wanted[0]:g} and {wanted[1]:g}",
            help=f"they go from {min(numbers):g} to {max(numbers):g}")
