"""Hatches: read before they run, filled by the Coder, mended in the smallest scope that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .attempt import Attempt
    from .filling import Filled, fill

__all__ = ["Attempt", "Filled", "fill"]


def __getattr__(name: str) -> Any:
    """Loaded when asked for: who only reads hatches needs neither layout nor renderer."""
    if name == "Attempt":
        from .attempt import Attempt

        return Attempt
    if name in ("Filled", "fill"):
        from . import filling

        return getattr(filling, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
