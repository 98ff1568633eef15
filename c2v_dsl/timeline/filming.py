"""The camera's verbs: what ``zoom`` and ``follow`` are about, and that one camera obeys one."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Span
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Live, Ref
from ..semantics.vocabulary.declare import Verb
from ..semantics.walk import bare
from ..syntax import tree
from .casting import Casting, Moment
from .conflicts import Use
from .context import Context, Stage
from .parts import WHOLE
from .reading import NOTHING, Reader

__all__ = ["Camera"]

CAMERA = "the camera"
"""Stands for the camera where objects' names stand."""


class Camera:
    """Works out the arguments of the camera's verbs and what they collide with."""

    def __init__(self, stage: Stage, reader: Reader, casting: Casting) -> None:
        self.stage = stage
        self.reader = reader
        self.casting = casting

    def zoom(
        self, verb: Verb, node: tree.Act, phrases: dict[str, tree.Phrase], context: Context,
        moment: Moment,
    ) -> dict[str, Any] | None:
        """The arguments of ``zoom``; None after a finding."""
        self.claim(verb, moment, node.span)
        if node.targets:
            first = node.targets[0].span
            self._report(codes.WRONG_PHRASE, first, "`zoom` goes to what stands behind `to`",
                         "write `zoom to a`, or `zoom out`")
            return None
        if "out" in phrases:
            if "by" in phrases:
                self._report(codes.WRONG_PHRASE, phrases["by"].span, "`zoom out` goes back to the "
                             "whole stage, it takes no `by`", "leave `by` out")
            return {"out": True}
        goal = self._goal(verb, node, phrases["to"], context, moment)
        if goal is None:
            return None
        args: dict[str, Any] = {"to": goal}
        if "by" in phrases:
            factor = self._factor(verb, phrases["by"], context)
            if factor is NOTHING:
                return None
            args["by"] = factor
        return args

    def claim(self, verb: Verb, moment: Moment, span: Span) -> None:
        """One camera does one thing at a time: a finding where another is at work on it."""
        start, end = moment.of(0)
        self.stage.claims += 1
        use = Use(start, end, WHOLE, frozenset({"camera"}), verb.name, span, self.stage.claims)
        collision = self.stage.conflicts.claim(CAMERA, use, start)
        if collision:
            self.casting.collide(Ref(CAMERA), use, *collision)

    def _goal(
        self, verb: Verb, node: tree.Act, phrase: tree.Phrase, context: Context, moment: Moment
    ) -> Any:
        """Refs of what is on screen, or a cell, an area, a point; None after a finding."""
        operands = phrase.operands
        if len(operands) == 1 and not self.reader.is_target(operands[0], context.scope):
            place = self.reader.read("place", operands[0], context.scope, "`zoom to`")
            return None if place is NOTHING else place
        refs = self.casting.present(verb, operands, context.scope, moment, node.span)
        if not refs:
            return None
        return refs[0] if len(refs) == 1 else tuple(refs)

    def _factor(self, verb: Verb, phrase: tree.Phrase, context: Context) -> Any:
        if len(phrase.operands) != 1:
            self._report(codes.WRONG_VALUE, phrase.span, "`zoom … by` takes one number, found "
                         f"{len(phrase.operands)}", f"write it like `{verb.example}`")
            return NOTHING
        expr = phrase.operands[0]
        value = self.reader.read("number", expr, context.scope, "`zoom … by`")
        known = value.initial if isinstance(value, Live) else value
        if isinstance(known, int | float) and not LEAST <= known <= MOST:
            shown = bare(expr)
            found = shown.text if isinstance(shown, tree.Number) else f"{known:g}"
            self._report(codes.WRONG_VALUE, expr.span,
                         f"`zoom … by` takes how many times nearer, from {LEAST:g} to {MOST:g}, "
                         f"found {found}",
                         "`by 2` shows everything twice as large; `zoom out` goes back")
            return NOTHING
        return value

    def _report(self, code: str, span: Span, message: str, help: str) -> None:
        self.stage.scene.report.add(code, span, message, help=help)


LEAST, MOST = 0.25, 50.0
"""Factors of ``zoom … by``: below, everything would be a speck; above, the stage an empty field."""
