"""The running theme as the stage's kinds use it: colours, widths, sizes."""

from __future__ import annotations

from typing import Any

from ..semantics import themes
from ..semantics.themes import Theme
from .paint import RGB


def current() -> Theme:
    """The theme in use."""
    from . import theme

    return theme.current()


def rgb(color: Any) -> RGB:
    """A colour's name, ``#rrggbb`` or a `Color` as numbers from 0 to 1."""
    if isinstance(color, str):
        return themes.rgb(current().color(color))
    x, y, z = color.rgb(current().palette)
    return (x, y, z)


def ink() -> RGB:
    return themes.rgb(current().ink)


def muted() -> RGB:
    return themes.rgb(current().muted)


def grid() -> RGB:
    return themes.rgb(current().grid)


def background() -> RGB:
    return themes.rgb(current().background)


def series(index: int) -> RGB:
    """The colour of the ``index``-th of several things side by side; the first ones differ most,
    later ones are the lighter, then the darker ones of the same hues."""
    theme = current()
    hues = theme.beats
    shade = ("", "light_", "dark_")[index // len(hues) % 3]
    return rgb(shade + hues[index % len(hues)])


def over(color: RGB) -> RGB:
    """The colour of words on ``color``: the background's or ink, whichever reads better."""
    def shade(rgb_: RGB) -> str:
        return "#" + "".join(f"{round(255 * v):02x}" for v in rgb_)

    return max((background(), ink()), key=lambda c: themes.contrast(shade(c), shade(color)))
