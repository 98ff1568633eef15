"""The verbs of the language as Manim animations."""

from .becoming import Copy, Morph, Rewrite
from .changing import Apply, Color, Dim, Fill, Set, Stroke, Undim
from .entering import (
    Add,
    Clear,
    Draw,
    Erase,
    Grow,
    Hide,
    Pop,
    Remove,
    Show,
    Shrink,
    Write,
)
from .filming import Follow, Zoom
from .moving import Move, Rotate, Scale, Shift, Swap
from .pointing import Flash, Focus, Highlight, Outline, PointAt, Pulse, Wiggle

__all__ = [
    "Add", "Apply", "Clear", "Color", "Copy", "Dim", "Draw", "Erase", "Fill", "Flash", "Focus",
    "Follow", "Grow", "Hide", "Highlight", "Morph", "Move", "Outline", "PointAt", "Pop", "Pulse",
    "Remove", "Rewrite", "Rotate", "Scale", "Set", "Shift", "Show", "Shrink", "Stroke", "Swap",
    "Undim", "Wiggle", "Write", "Zoom",
]
