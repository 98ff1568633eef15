"""`{t}` where `#{t}` was meant: braces around a param's or let's name."""

from __future__ import annotations

import re

from ...diagnostics import Edit, Fix, Span
from ...diagnostics.codes import objects as codes
from ...syntax import tree
from .context import Context, shown_strings

_BRACED = re.compile(r"\{([A-Za-z_]\w*)((?:\[[^\]{}]*\]|\([^){}]*\))?)(:[+.\d]*)?\}")
_LATEX_BEFORE = re.compile(r"(?:[\^_}\]]|\\[A-Za-z]+|\\[A-Za-z]+\[[^\]]*\])\s*$")


def check(context: Context) -> None:
    shared = {let.name.text for let in context.library.lets}
    for _, body in context.bodies():
        below = context.below(body)
        names = shared | {
            n.name.text for n in below
            if isinstance(n, tree.Let | tree.Param | tree.ForClause)
        }
        for text, kind in shown_strings(below):
            for piece, span in zip(text.pieces, text.piece_spans, strict=False):
                if isinstance(piece, str) and "{" in piece:
                    _piece(context, piece, span, names, maths=kind == "math")


def _piece(context: Context, piece: str, span: Span, names: set[str], maths: bool) -> None:
    dollars = 0
    done = 0
    for match in _BRACED.finditer(piece):
        dollars += piece.count("$", done, match.start())
        done = match.start()
        if match[1] not in names:
            continue
        if (maths or dollars % 2) and _LATEX_BEFORE.search(piece[: match.start()]):
            continue
        exact = span.end - span.start == len(piece)
        at = span
        if exact:
            at = Span(span.start + match.start(), span.start + match.end(), span.path)
        insert = Edit(Span(at.start, at.start, at.path), "#")
        context.report.add(
            codes.PLAIN_BRACES, at,
            f"`{match[0]}` shows the letters, not the value of `{match[1]}`",
            help=f"write `#{match[0]}`",
            fix=Fix("put a `#` before it", (insert,)) if exact else None)
