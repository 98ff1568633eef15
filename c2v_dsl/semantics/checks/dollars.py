"""Dollar signs: those in words come in pairs, formulas have none."""

from __future__ import annotations

from ...diagnostics.codes import objects as codes
from ...syntax import tree
from .context import Context, shown_strings


def check(context: Context) -> None:
    for item in context.file.items:
        if isinstance(item, tree.Scene) and item.title is not None:
            _words(context, item.title)
    for _, body in context.bodies():
        for text, kind in shown_strings(context.below(body)):
            if kind != "math":
                _words(context, text)


def _words(context: Context, text: tree.Str) -> None:
    open_at = None
    for piece, span in zip(text.pieces, text.piece_spans, strict=False):
        if not isinstance(piece, str):
            continue
        at = 0
        while at < len(piece):
            if piece[at] == "\\":
                at += 2
                continue
            if piece[at] == "$":
                open_at = span if open_at is None else None
            at += 1
    if open_at is not None:
        context.report.add(
            codes.UNBALANCED, text.span, "a dollar sign opens maths here and none closes it",
            help=r"maths stands between two: `$x_0$`; a dollar sign itself is `\$`")
