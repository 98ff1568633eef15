"""Hatches: what the language cannot say, as Manim code, or as a box that says what is meant."""

from __future__ import annotations

import functools
import sys
import traceback
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import manim
import numpy as np
from manim import Mobject

from ..semantics.fonts import folders
from ..semantics.values import NoValue
from . import look
from .build import Build
from .kinds.pictures import placeholder
from .leaves import Model
from .target import Gone
from .thing import Thing
from .verbs.base import Verb

__all__ = ["HatchAct", "hatch", "hatch_code"]


def hatch_code(function: types.FunctionType) -> Callable[..., Any]:
    """Let a hatch's own code see Manim's names and ``np``, and none of the storyboard's.

    What it draws with is plain Manim: ``Write``, ``Rotate``, ``Circle`` mean Manim's there. Only
    words that name no font and colour have those of the theme.
    """
    names = {"__builtins__": __builtins__, "__name__": function.__module__, "np": np}
    names |= {name: value for name, value in vars(manim).items() if not name.startswith("_")}
    seen = types.FunctionType(function.__code__, names, function.__name__, function.__defaults__)

    @functools.wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        theme = look.current()
        _know_fonts()
        for words in (manim.Text, manim.MarkupText):
            words.set_default(font=theme.font, color=theme.ink)
        for typst in (manim.Typst, manim.MathTypst):
            typst.set_default(color=theme.ink)
        return seen(*given, **named)

    return run


@functools.cache
def _know_fonts() -> None:
    """Let Pango find the theme's fonts, which are no fonts of the machine's."""
    import manimpango

    for folder in folders():
        for style in ("Regular", "It", "Bold", "BoldIt"):
            for path in Path(folder).glob(f"*-{style}.ttf"):
                manimpango.register_font(str(path))


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
    except (NoValue, Gone):
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
