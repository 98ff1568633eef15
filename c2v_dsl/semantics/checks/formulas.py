"""Maths that does not convert: every formula of the file, live ones as they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...diagnostics import Span
from ...diagnostics.codes import objects as codes
from ...syntax import tree
from ...syntax.strings import text_offset
from ..formula import check_formulas
from ..lowered import Live
from ..model import ObjectModel, SceneModel
from ..walk import bare, nodes
from ..words import split_maths
from .context import Context

FORMULAS = frozenset({"math", "matrix"})
"""Kinds whose strings are LaTeX as a whole."""


@dataclass(frozen=True)
class Place:
    """Where a formula stands: at ``offset`` in ``shown``, which the string ``node`` shows."""

    span: Span
    node: tree.Str | None
    shown: str
    offset: int

    def at(self, start: int, end: int) -> Span:
        """The span of the formula's ``start``…``end``."""
        if self.node is None:
            return self.span
        first = _source(self.node, self.shown, self.offset + start)
        last = _source(self.node, self.shown, self.offset + end)
        return Span(first, max(first, last), self.span.path)


def check(context: Context) -> None:
    found: dict[str, list[Place]] = {}
    for latex, place in _all(context):
        found.setdefault(latex, []).append(place)
    for places, problems in zip(found.values(), check_formulas(found), strict=True):
        for problem in problems:
            for place in dict.fromkeys(places):
                context.report.add(codes.BAD_FORMULA, place.at(problem.start, problem.end),
                                   problem.message, help=problem.help)


def _all(context: Context) -> Iterator[tuple[str, Place]]:
    for scene in context.scenes:
        for model in scene.objects.values():
            if not model.carried:
                yield from _object(model)
        lines = [beat.line for beat in scene.beats]
        for text in (scene.title_tree, *lines):
            if text is not None:
                yield from _string(text, _constant(text), maths=False)
        for beat in scene.beats:
            yield from _rewritten(scene, beat)


def _object(model: ObjectModel) -> Iterator[tuple[str, Place]]:
    if not model.says and "labels" not in model.args and "cols" not in model.args:
        return
    maths = model.kind.name in FORMULAS
    alone = model.says.get(()) if len(model.says) == 1 else None
    for arg in model.decl.call.args:
        inner = bare(arg.value)
        if alone is not None and isinstance(inner, tree.Str):
            shown = alone.initial if isinstance(alone, Live) else alone
            if isinstance(shown, str):
                yield from _string(inner, shown, maths)
            return
        for node in nodes(arg.value):
            if isinstance(node, tree.Str) and _constant(node) is not None:
                yield from _string(node, _constant(node), maths)
    for shown in model.says.values():
        text = shown.initial if isinstance(shown, Live) else shown
        if alone is None and isinstance(text, str):
            for latex, _ in _formulas(text, maths):
                yield latex, Place(model.decl.call.span, None, text, 0)


def _rewritten(scene: SceneModel, beat: tree.Beat) -> Iterator[tuple[str, Place]]:
    for node in nodes(beat.body):
        if not (isinstance(node, tree.Act) and node.verb.text == "rewrite" and node.targets):
            continue
        for phrase in node.phrases:
            text = bare(phrase.operands[0]) if phrase.operands else None
            if phrase.word.text != "as" or not isinstance(text, tree.Str):
                continue
            refs = scene.resolve(node.targets[0], quiet=True) or ()
            kind = scene.kind_of(refs[0]) if refs else None
            if kind is not None:
                yield from _string(text, _constant(text), kind.name in FORMULAS)


def _constant(text: tree.Str) -> str | None:
    """What a string without live values says."""
    if all(isinstance(piece, str) for piece in text.pieces):
        return "".join(str(piece) for piece in text.pieces)
    return None


def _string(node: tree.Str, shown: str | None, maths: bool) -> Iterator[tuple[str, Place]]:
    for latex, offset in _formulas(shown or "", maths):
        yield latex, Place(node.span, node, shown or "", offset)


def _formulas(text: str, maths: bool) -> Iterator[tuple[str, int]]:
    if maths:
        if text.strip():
            yield text, 0
        return
    if "$" in text:
        for piece, offset, is_maths in split_maths(text):
            if is_maths:
                yield piece, offset


def _source(node: tree.Str, shown: str, at: int) -> int:
    """Where character ``at`` of what ``node`` shows stands in the file."""
    cursor = 0
    last: Any = node.span.start
    for index, piece in enumerate(node.pieces):
        if not isinstance(piece, str):
            last = node.piece_spans[index].start
            continue
        begin = shown.find(piece, cursor)
        if begin < 0:
            return node.span.start
        if at < begin:
            return int(last)
        if at <= begin + len(piece):
            return text_offset(node, index, at - begin)
        cursor = begin + len(piece)
    return node.span.end
