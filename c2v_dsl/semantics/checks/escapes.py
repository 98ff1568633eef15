"""``\\n`` and ``\\t`` in words: strings are raw, so they stay two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Span
from ...diagnostics.codes import objects as codes
from ...syntax import tree
from .context import Context, shown_strings

_ESCAPE = re.compile(r"\\[nt](?![A-Z])")
_MATHS = re.compile(r"(?<!\\)\$[^$]*\$")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def check(context: Context) -> None:
    for _, body in context.bodies():
        below = context.below(body)
        for text, kind in (*shown_strings(below), *_listings(below)):
            if kind == "math" or text.long:
                continue
            for piece, span in zip(text.pieces, text.piece_spans, strict=False):
                if isinstance(piece, str) and "\\" in piece:
                    _piece(context, piece, span, kind)


def _listings(below: list[tree.Node]) -> Iterator[tuple[tree.Str, str]]:
    for node in below:
        if (
            isinstance(node, tree.ObjectDecl)
            and isinstance(node.call.func, tree.Name)
            and node.call.func.text == "code"
        ):
            for arg in node.call.args:
                if isinstance(arg.value, tree.Str):
                    yield arg.value, "code"


def _piece(context: Context, piece: str, span: Span, kind: str) -> None:
    outside = (_QUOTED if kind == "code" else _MATHS).sub(lambda m: " " * len(m[0]), piece)
    match = _ESCAPE.search(outside)
    if match is None:
        return
    at = span
    if span.end - span.start == len(piece):
        at = Span(span.start + match.start(), span.start + match.end(), span.path)
    what = "a new line" if match[0] == "\\n" else "a tab"
    context.report.add(
        codes.ESCAPE, at, f"`{match[0]}` stays two letters, it does not mean {what}",
        help='write the lines themselves between `"""` and `"""`')
