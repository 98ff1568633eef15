"""The theme in use: one for a whole scene file, chosen by its ``use_theme`` line."""

from __future__ import annotations

from ..semantics import themes
from ..semantics.themes import Theme

_chosen = themes.theme(themes.DEFAULT_THEME)
_maths = "typst"


def use_theme(name: str, maths: str = "typst") -> None:
    """Make the theme called ``name`` the look of all that is built from now on.

    Args:
        maths: what sets formulas, ``typst`` or ``latex``.
    """
    global _chosen, _maths
    _chosen = themes.theme(name)
    _maths = maths


def maths() -> str:
    """What sets formulas: ``typst`` or ``latex``."""
    return _maths


def current() -> Theme:
    """The theme in use."""
    return _chosen
