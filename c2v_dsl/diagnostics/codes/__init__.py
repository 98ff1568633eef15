"""The codes of findings, one module for each room that emits them."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..registry import CODES, Code

__all__ = ["every_code", "wrap"]

_WHOLE = ("c2v ", "storyboard ", "scene ", "import ")


def every_code() -> list[Code]:
    """All codes of all rooms, in the order of their numbers."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return [CODES[code] for code in sorted(CODES)]


def wrap(example: str) -> str:
    """A whole storyboard from an example: as it is, or a fragment put into a scene.

    A fragment is the inside of a ``notes`` scene: ``param`` and ``let`` lines, an ``objects``
    block, beats.
    """
    if example.lstrip().startswith(_WHOLE):
        return example
    body = example.strip("\n")
    return f'c2v 1\nstoryboard "Example" {{}}\nscene example "Example" {{\n{body}\n}}\n'
