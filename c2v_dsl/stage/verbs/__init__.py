"""The verbs of the language as Manim animations."""

from .changing import (
    Apply,
    Color,
    Dim,
    Fill,
    Move,
    Rotate,
    Scale,
    Set,
    Shift,
    Stroke,
    Swap,
    Undim,
)
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

__all__ = [
    "Add", "Apply", "Clear", "Color", "Dim", "Draw", "Erase", "Fill", "Grow", "Hide", "Move", "Pop",
    "Remove", "Rotate", "Scale", "Set", "Shift", "Show", "Shrink", "Stroke", "Swap", "Undim",
    "Write",
]
