"""Words in colours that hardly stand out from the background."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Span
from ...diagnostics.codes import objects as codes
from ...syntax import tree
from ..kind_lists import WORDS
from ..lowered import Live, Ref
from ..model import ObjectModel
from ..suggest import listing
from ..themes import READABLE_CONTRAST, Theme, contrast, theme
from ..values import Color
from .context import Context


def check(context: Context) -> None:
    look = theme(context.settings["theme"])
    for scene in context.scenes:
        for model in scene.objects.values():
            if model.kind.name in WORDS and not model.carried:
                _words(context, look, model)
        for beat in dict.fromkeys(model.tree for model in scene.beats):
            if isinstance(beat.color, tree.Name | tree.Color):
                _color(context, look, Color(beat.color.text) if _known(look, beat.color.text)
                       else None, beat.color.span, "a lecture line")


def _known(look: Theme, text: str) -> bool:
    return text.startswith("#") or text in look.palette


def _words(context: Context, look: Theme, model: ObjectModel) -> None:
    if model.place is not None and model.place.word in ("at", "inside") and isinstance(
        model.place.target, Ref
    ):
        return  # what it stands on may be filled; measuring tells
    value: Any = model.style.get("color")
    if isinstance(value, Live):
        value = value.initial
    style = next((s for s in model.decl.styles if s.word.text == "color"), None)
    span = style.span if style else model.span
    _color(context, look, value, span, f"`{model.id}`")


def _color(context: Context, look: Theme, color: Any, span: Span, whose: str) -> None:
    if not isinstance(color, Color):
        return
    ratio = contrast(color.hex(look.palette), look.background)
    if ratio >= READABLE_CONTRAST:
        return
    better = [name for name in ("white", "gold", "blue", "green", "red", "black")
              if contrast(look.palette[name], look.background) >= READABLE_CONTRAST]
    context.report.add(
        codes.TOO_DARK, span,
        f"{whose} is hard to read: {color} on the {look.name} theme has a contrast of "
        f"{ratio:.1f}, words need {READABLE_CONTRAST:g}",
        help=f"readable are {listing((f'`{b}`' for b in better[:4]), 'or')}")
