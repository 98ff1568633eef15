"""The rules of layout, one file for each kind of trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..scene import MeasuredScene, Verdict
from . import (
    contrast,
    covering,
    crowds,
    empty,
    furniture,
    labels,
    lingering,
    outside,
    reading,
)

Rule = Callable[[MeasuredScene], Iterator[Verdict]]

RULES: tuple[Rule, ...] = (
    outside.check, furniture.check, covering.check, reading.check, contrast.check, labels.check,
    crowds.check, lingering.check, empty.check,
)
