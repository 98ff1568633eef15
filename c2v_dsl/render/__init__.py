"""Timelines into videos: segments by content, children that draw them, joining, subtitles.

What this package offers is loaded when it is asked for, so that the children, which live in it,
load nothing of the compiler.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .events import OnProgress, Progress
    from .faults import MachineFault, SceneFault
    from .options import QUALITIES, Quality, QualityName, RenderOptions
    from .stills import FramesResult, Still, frames
    from .video import RenderResult, render

__all__ = [
    "QUALITIES", "FramesResult", "MachineFault", "OnProgress", "Progress", "Quality",
    "QualityName", "RenderOptions", "RenderResult", "SceneFault", "Still", "frames", "render",
]

_HOMES = {
    "events": ("OnProgress", "Progress"),
    "faults": ("MachineFault", "SceneFault"),
    "options": ("QUALITIES", "Quality", "QualityName", "RenderOptions"),
    "stills": ("FramesResult", "Still", "frames"),
    "video": ("RenderResult", "render"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

_library_function: Any = import_module("..", __name__).render


class _Room(ModuleType):
    """This package's module, which answers calls as the library's function of its name.

    Once imported, it takes the function's place as ``c2v_dsl.render``.
    """

    def __call__(self, *args: Any, **options: Any) -> Any:
        return _library_function(*args, **options)


sys.modules[__name__].__class__ = _Room
