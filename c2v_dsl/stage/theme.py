"""The theme in use: one for a whole scene file, chosen by its ``use_theme`` line."""

from __future__ import annotations

from ..semantics import themes
from ..semantics.themes import Theme

_chosen = themes.theme(themes.DEFAULT_THEME)


def use_theme(name: str) -> None:
    """Make the theme called ``name`` the look of all that is built from now on."""
    global _chosen
    _chosen = themes.theme(name)


def current() -> Theme:
    """The theme in use."""
    return _chosen
