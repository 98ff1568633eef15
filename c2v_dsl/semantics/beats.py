"""The beats of a scene, loops over them unfolded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import names as codes
from ..diagnostics.codes import objects as object_codes
from ..syntax import tree
from .evaluate import Evaluator
from .model import BeatModel
from .report import Report
from .scope import MISSING, Scope
from .target_words import show_index

MOST_BEATS = 500

Items = tuple[tree.Beat | tree.ForBeats, ...]


class BeatReader:
    """Reads the beats of one scene; ``broken`` where a loop over them could not be worked out."""

    def __init__(self, evaluator: Evaluator, report: Report) -> None:
        self.evaluator = evaluator
        self.report = report
        self.broken = False

    def read(self, items: Items, scope: Scope) -> tuple[BeatModel, ...]:
        """Every beat in order, each name once; findings for the others."""
        found: dict[str, BeatModel] = {}
        for beat, loops in self._unfold(items, scope, ()):
            first = found.setdefault(beat.name, beat)
            if first is not beat:
                self._twice(beat, first, loops)
        return tuple(found.values())

    def _unfold(
        self, items: Items, scope: Scope, loops: tuple[str, ...]
    ) -> Iterator[tuple[BeatModel, tuple[str, ...]]]:
        for item in items:
            if isinstance(item, tree.Beat):
                name = self._name(item, scope)
                if name is not None:
                    yield BeatModel(name, item, scope), loops
                continue
            inside = (*loops, item.clause.name.text)
            values = self.evaluator.iterable(item.clause.iterable, scope, MOST_BEATS, "beats")
            self.broken = self.broken or values is MISSING
            for _, inner in self.evaluator.loop(item.clause, scope, MOST_BEATS, "beats"):
                yield from self._unfold(item.body, inner, inside)

    def _name(self, beat: tree.Beat, scope: Scope) -> str | None:
        """``step_2`` for ``beat step[2]``; None after a finding."""
        name = beat.name.text
        for item in beat.indices:
            value = self.evaluator.constant(item, scope)
            shown = None if value is MISSING else show_index(value)
            if shown is None or not re.fullmatch(r"\w+", shown.strip('"')):
                if shown is not None:
                    self.report.add(
                        object_codes.FAMILY_MIXED, item.span,
                        f"the number of a beat is whole and not below 0, found {shown}",
                        help="count with `for k in 0..3 { beat NAME[k] … }`")
                self.broken = True
                return None
            name += "_" + shown.strip('"')
        return name

    def _twice(self, beat: BeatModel, first: BeatModel, loops: tuple[str, ...]) -> None:
        name = beat.tree.name
        index = f"[{', '.join(loops)}]"
        if first.tree is not beat.tree:
            self.report.add(
                codes.DUPLICATE_BEAT, name.span,
                f"there are two beats `{beat.name}` in this scene", label="the second one",
                help="give one of them another name",
                related=(Related(first.tree.name.span, "the first one"),))
        elif beat.tree.indices:
            self.report.add(
                codes.DUPLICATE_BEAT, name.span,
                f"the loop makes two beats `{beat.name}`",
                help=f"write the variable of every loop behind its name: `beat {name.text}{index}`")
        else:
            end = Span(name.span.end, name.span.end, name.span.path)
            self.report.add(
                object_codes.LOOP_NAME, name.span,
                f"each pass of the loop makes a beat `{name.text}` again",
                help=f"write `beat {name.text}{index}`",
                fix=Fix("give each its number", (Edit(end, index),)))
