"""Timeline in, readable Manim code and a source map out."""

from .scene import emit_scene
from .source_map import EmittedScene, Mapping

__all__ = ["EmittedScene", "Mapping", "emit_scene"]
