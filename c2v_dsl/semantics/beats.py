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
        for beat in self._unfold(items, scope, ()):
            first = found.setdefault(beat.name, beat)
            if first is not beat:
                self._twice(beat, first)
        return tuple(found.values())

    def _unfold(
        self, items: Items, scope: Scope, loops: tuple[str, ...]
    ) -> Iterator[BeatModel]:
        for item in items:
            if isinstance(item, tree.Beat):
                name = self._name(item, scope, loops)
                if name is not None:
                    yield BeatModel(name, item, scope)
                continue
            inside = (*loops, item.clause.name.text)
            values = self.evaluator.iterable(item.clause.iterable, scope, MOST_BEATS, "beats")
            self.broken = self.broken or values is MISSING
            for _, inner in self.evaluator.loop(item.clause, scope, MOST_BEATS, "beats"):
                yield from self._unfold(item.body, inner, inside)

    def _name(self, beat: tree.Beat, scope: Scope, loops: tuple[str, ...]) -> str | None:
        """``step_2`` for ``beat step[2]``; None after a finding."""
        name = beat.name.text
        if loops and not beat.indices:
            end = Span(beat.name.span.end, beat.name.span.end, beat.span.path)
            index = f"[{', '.join(loops)}]"
            self.report.add(
                object_codes.LOOP_NAME, beat.name.span,
                f"each pass of the loop makes a beat `{name}` again",
                help=f"write `beat {name}{index}`",
                fix=Fix("give each its number", (Edit(end, index),)))
            self.broken = True
            return None
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

    def _twice(self, beat: BeatModel, first: BeatModel) -> None:
        again = first.tree is beat.tree
        self.report.add(
            codes.DUPLICATE_BEAT, beat.tree.name.span,
            f"there are two beats `{beat.name}` in this scene", label="the second one",
            help="write the variable of every loop behind its name" if again
            else "give one of them another name",
            related=() if again else (Related(first.tree.name.span, "the first one"),))
