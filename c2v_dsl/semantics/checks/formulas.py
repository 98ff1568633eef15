"""Maths that does not convert, and letters that no font has: every string that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Edit, Fix, Span
from ...diagnostics.codes import words as codes
from ...syntax import tree
from ...syntax.strings import text_offset
from ..fonts import missing_glyphs, unusual
from ..formula import Problem, check_formulas
from ..suggest import listing, nearest
from ..themes import theme
from ..walk import nodes
from ..words import split_maths
from .context import Context, shown_strings

LIVE = "0"
"""What stands for a live value while a formula is read."""

_CODES = {
    "syntax": codes.FORMULA, "command": codes.COMMAND, "dollar": codes.DOLLARS,
    "foreign": codes.FOREIGN, "backslash": codes.FORMULA, "color": codes.FORMULA,
    "environment": codes.FORMULA,
}  # fmt: skip


def check(context: Context) -> None:
    look = theme(str(context.settings.get("theme", "")))
    seen: set[Span] = set()
    for text, maths in _shown(context):
        if text.span in seen:
            continue
        seen.add(text.span)
        shown = Shown(text)
        parts = [(shown.text, 0, True)] if maths else split_maths(shown.text)
        for part, offset, is_maths in parts:
            if is_maths:
                _plain_words(context, shown, part, offset)
                for problem in check_formulas([part])[0]:
                    if problem.kind != "backslash" or not context.broken:
                        _report(context, shown, problem, offset)
        if unusual(shown.text):
            scripts = missing_glyphs(shown.text, look)
            if scripts:
                context.report.add(
                    codes.NO_FONT, text.span,
                    f"no font here has the {listing(scripts)} letters of this text",
                    help="install a font for them, such as one of the Noto family, or write it "
                    "in other letters")


NAMES = (
    "arccos|arcsin|arctan|sinh|cosh|tanh|sin|cos|tan|log|ln|exp|lim|sqrt|frac|sum|int|alpha|beta|"
    "gamma|delta|theta|lambda|sigma|omega|pi|infty|cdot|dot|times|leq|geq"
)
_PLAIN = re.compile(rf"(?<![\\A-Za-z])({NAMES})(?![A-Za-z])|\^\(([^()]*)\)")
_UPRIGHT = re.compile(
    r"\\(?:text|textbf|textit|texttt|mathrm|mathbf|mathsf|mathtt|operatorname\*?|mbox|color|"
    r"textcolor|begin|end)\s*\{[^{}]*\}")
_SPELLED = {"dot": "cdot"}
"""Typst's names for what LaTeX calls otherwise."""


def _plain_words(context: Context, shown: Shown, part: str, offset: int) -> None:
    """Words and brackets that LaTeX reads otherwise than they look."""
    hidden = _UPRIGHT.sub(lambda match: " " * len(match.group()), part)
    for match in _PLAIN.finditer(hidden):
        name, inner = match[1], match[2]
        span = shown.span(match.start() + offset, match.end() + offset)
        if name:
            right = f"\\{_SPELLED.get(name, name)}"
            said = f"`{name}` here is {'·'.join(name)}, letter by letter"
        elif len(inner) < 2:
            continue
        else:
            right = f"^{{{part[match.start(2) : match.end(2)]}}}"
            said = f"`^({inner})` raises only the bracket"
        context.report.add(codes.PLAIN_MATHS, span, said, help=f"write `{right}`",
                           fix=Fix(f"write `{right}`", (Edit(span, right),)))


def _report(context: Context, shown: Shown, problem: Problem, offset: int) -> None:
    span = shown.span(problem.start + offset, problem.end + offset)
    near = nearest(problem.wrong, problem.choices) if problem.wrong else None
    if near is None:
        context.report.add(_CODES[problem.kind], span, problem.message, help=problem.help)
        return
    wanted = f"\\{near}" if problem.kind == "command" else near
    at = context.library.slice(span).find(problem.wrong) - (problem.kind == "command")
    start = span.start + max(0, at)
    place = Span(start, start + len(problem.wrong) + (problem.kind == "command"), span.path)
    context.report.add(
        _CODES[problem.kind], span, problem.message, help=f"did you mean `{wanted}`?",
        fix=Fix(f"write `{wanted}`", (Edit(place, wanted),)))


class Shown:
    """The text that a string shows, and the way from its offsets back to the file."""

    def __init__(self, text: tree.Str) -> None:
        self.node = text
        self.starts: list[tuple[int, int, bool]] = []
        parts: list[str] = []
        at = 0
        for index, piece in enumerate(text.pieces):
            part = piece if isinstance(piece, str) else LIVE
            self.starts.append((at, index, isinstance(piece, str)))
            parts.append(part)
            at += len(part)
        self.text = "".join(parts)

    def place(self, offset: int, end: bool = False) -> int:
        """Where in the file the ``offset``-th letter stands; with ``end``, where the one before
        it ends."""
        for start, index, plain in reversed(self.starts):
            if start < offset or (start == offset and not end):
                if plain:
                    return text_offset(self.node, index, offset - start)
                span = self.node.piece_spans[index]
                return span.end if end else span.start
        return self.node.span.start + (3 if self.node.long else 1)

    def span(self, start: int, end: int) -> Span:
        first = self.place(start)
        return Span(first, max(first, self.place(end, end=True)), self.node.span.path)


def _shown(context: Context) -> Iterator[tuple[tree.Str, bool]]:
    """Every string that is shown, and whether it is a formula as a whole."""
    for item in context.file.items:
        if isinstance(item, tree.Scene) and item.title is not None:
            yield item.title, False
    for _, body in context.bodies():
        formulas: dict[str, bool] = {}
        for node in context.below(body):
            if isinstance(node, tree.ObjectDecl) and isinstance(node.call.func, tree.Name):
                kind = node.call.func.text
                formulas[node.name.text] = kind in ("math", "matrix")
                if kind == "matrix":
                    for inner in nodes(node.call.args):
                        if isinstance(inner, tree.Str):
                            yield inner, True
            elif isinstance(node, tree.Act) and node.verb.text == "rewrite" and node.targets:
                names = [n.text for n in nodes(node.targets[0]) if isinstance(n, tree.Name)]
                if names and names[0] in formulas:
                    for inner in nodes((node.values, node.phrases)):
                        if isinstance(inner, tree.Str):
                            yield inner, formulas[names[0]]
        for text, kind in shown_strings(context.below(body)):
            yield text, kind == "math"
