"""Hatches: what the language cannot say, as Manim code, or as a box that says what is meant."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject

from .build import Build
from .kinds.pictures import placeholder
from .leaves import Model
from .live import VANISHING
from .thing import Thing
from .verbs.base import Verb

__all__ = ["HatchAct", "hatch"]


def hatch(intent: str, code: Callable[..., Any] | None = None) -> Thing:
    """What ``code(o, p)`` draws; a labelled box without code, or if it fails."""
    return Thing("python", _hatch, {"intent": intent, "code": (code,)}, entrance="draw")


def _hatch(b: Build) -> Model:
    thing = b.thing
    code = thing.args["code"][0]
    intent = str(thing.args["intent"])
    if code is None:
        return placeholder(b, intent)
    lesson = getattr(code, "__self__", None)
    try:
        drawn = code(getattr(lesson, "o", None), getattr(lesson, "p", thing.stand.params))
        if not isinstance(drawn, Mobject):
            raise TypeError(f"the code returned {type(drawn).__name__}, not a mobject")
        model = Model()
        back = thing.stand.rows.inverse()
        anchor = np.zeros(2) if b.on_plane else None
        model.mobject(drawn, "own", to_local=None if b.on_plane else back, anchor=anchor)
        return model
    except VANISHING:
        raise
    except Exception as error:
        report(thing.stand.problems, intent, error)
        return placeholder(b, intent)


def report(problems: list[Any], intent: str, error: BaseException) -> None:
    """Note a failure once, and say it."""
    if any(known[0] == intent for known in problems):
        return
    problems.append((intent, error))
    last = traceback.format_exception_only(error)[-1].strip()
    print(f"hatch “{intent}” failed: {last}", file=sys.stderr)


class HatchAct(Verb):
    """The time of an action without code."""

    def __init__(self, *_: Any, run_time: float | None = None, **__: Any) -> None:
        super().__init__(run_time=run_time)

    def count(self) -> int:
        return 1
