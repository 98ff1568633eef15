"""What a declared object holds: its entries counted, its strings for pieces, its shape checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Span
from ..diagnostics.codes import objects as codes
from .argument_values import initial
from .chart_content import describe_chart
from .graph_content import describe_graph
from .lowered import Live, Value
from .model import ObjectModel
from .plane_content import describe_plane, describe_spread
from .suggest import counted
from .values import List

if TYPE_CHECKING:
    from .builder import Builder


def describe_content(builder: Builder, model: ObjectModel) -> None:
    """Fill ``count`` and ``says`` of ``model``, and report shapes that cannot be drawn."""
    values = model.args
    match model.kind.name:
        case "text" | "label":
            _says(model, (), values.get("text"))
        case "math":
            _says(model, (), values.get("latex"))
        case "code":
            listing = values.get("listing")
            if isinstance(listing, str):
                model.count = (len(listing.splitlines()),)
        case "bullets":
            items = values.get("*items", ())
            model.count = (len(items),)
            for index, item in enumerate(items):
                _says(model, (index,), item)
        case "matrix" | "table":
            _table(builder, model)
        case "array":
            _row(builder, model)
        case "bars" | "pie" | "histogram" | "scatter":
            describe_chart(builder, model)
        case "axes" | "plane" | "polar" | "complex" | "number_line":
            describe_plane(builder, model)
        case "field" | "riemann":
            describe_spread(builder, model)
        case "polygon" | "path":
            _points(builder, model)
        case "graph" | "tree" | "network" | "timeline":
            describe_graph(builder, model)
        case "group" | "row" | "column":
            model.count = (len(model.members),)
        case "text_list":
            return


def _says(model: ObjectModel, index: tuple[int, ...], value: Value) -> None:
    if value is not None:
        model.says[index] = value


def _table(builder: Builder, model: ObjectModel) -> None:
    cells = initial(model.args.get("cells"))
    if not isinstance(cells, List):
        return
    span = model.arg_spans.get("cells", model.span)
    widths = [len(row) for row in cells]
    if not widths or not any(widths):
        builder.report.add(codes.TOO_FEW, span, f"a {model.kind.name} needs an entry",
                           help="write its rows: `[[1, 2], [3, 4]]`")
        return
    odd = next((i for i, width in enumerate(widths) if width != widths[0]), None)
    if odd is not None:
        builder.report.add(
            codes.RAGGED, _row_span(builder, model, odd) or span,
            f"row {odd} has {counted(widths[odd], 'entry', 'entries')}, row 0 has {widths[0]}",
            help="all rows have as many entries")
        return
    model.count = (len(widths), widths[0])
    live = isinstance(model.args.get("cells"), Live)
    for i, row in enumerate(cells):
        for j, entry in enumerate(row):
            shown: Any = _shown(entry)
            _says(model, (i, j), Live("", initial=shown) if live else shown)
    _names(builder, model, "rows", len(widths), "row")
    _names(builder, model, "cols", widths[0], "column")


def _row_span(builder: Builder, model: ObjectModel, index: int) -> Span | None:
    """Where row ``index`` stands, if the rows are written out."""
    from ..syntax import tree

    for arg in model.decl.call.args:
        if arg.value.span == model.arg_spans.get("cells") and isinstance(arg.value, tree.ListExpr):
            return arg.value.items[index].span if index < len(arg.value.items) else None
    return None


def _names(builder: Builder, model: ObjectModel, arg: str, count: int, word: str) -> None:
    names = initial(model.args.get(arg))
    if isinstance(names, List) and len(names) != count:
        builder.report.add(
            codes.RAGGED, model.arg_spans.get(arg, model.span),
            f"{counted(len(names), 'name')} for {counted(count, word)}",
            help=f"give each {word} its name")


def _row(builder: Builder, model: ObjectModel) -> None:
    items = initial(model.args.get("items"))
    if not isinstance(items, List):
        return
    model.count = (len(items),)
    if not items:
        builder.report.add(codes.TOO_FEW, model.arg_spans.get("items", model.span),
                           "an array needs an entry", help="give it at least one number")
    for index, item in enumerate(items):
        _says(model, (index,), _shown(item))


def _points(builder: Builder, model: ObjectModel) -> None:
    given = model.args.get("*points")
    if not isinstance(given, tuple):
        return
    count = len(given)
    if count == 1 and isinstance(given[0], Live):
        start = given[0].initial
        if not isinstance(start, List):
            return
        count = len(start)
    needed = 3 if model.kind.name == "polygon" else 2
    if count < needed:
        builder.report.add(codes.TOO_FEW, model.arg_spans.get("points", model.span),
                           f"a {model.kind.name} needs {needed} points or more, found {count}",
                           help="a `line(p, q)` joins two points" if count == 2 else "")


def _shown(entry: Any) -> str:
    from .values import show

    return entry if isinstance(entry, str) else show(entry)
