"""Objects, places and params once everything about them is worked out: plain frozen data.

What expressions became is a constant or one of `lowered`'s forms. Lengths are in rows, or in the
units of the plane an object stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..diagnostics import Span
from .lowered import Constant, Ref, Value


@dataclass(frozen=True)
class ParamSpec:
    """A param and the value it has when the scene begins."""

    name: str
    initial: Constant
    span: Span


@dataclass(frozen=True)
class PlaceSpec:
    """One place, operands worked out.

    ``word`` as in the language; ``target`` a Point, Cell, Area, Ref, Live point, or for
    ``between`` a pair; ``gap`` in rows; ``plane`` the id of the plane whose coordinates points
    and lengths are in, else None.
    """

    word: Literal["at", "in", "above", "below", "left_of", "right_of", "inside", "between"]
    target: Value
    gap: Value = None
    align: Literal["left", "right", "top", "bottom"] | None = None


@dataclass(frozen=True)
class ObjectSpec:
    """One object, families and components unfolded.

    ``args`` by the names of the kind's declaration, only those given; ``style`` by style word:
    ``color`` Color, ``fill`` (Color | None, opacity | None), ``stroke`` (Color | None, width |
    None), ``glow`` Color, ``size scale opacity rotated layer`` numbers, ``dashed bold italic``
    True, ``font`` text. ``part_styles`` come from ``style`` statements, in order.
    ``pieces`` are the substrings that beats speak of, for formulas and texts.
    ``sweep`` gives, for every param it follows, the values that beats set it to: ``in`` fits all.
    """

    id: str
    kind: str
    args: dict[str, Value]
    place: PlaceSpec | None
    plane: str | None
    style: dict[str, Value]
    part_styles: tuple[tuple[Ref, dict[str, Value]], ...]
    pieces: tuple[str, ...]
    sweep: dict[str, tuple[float, ...]]
    code: str | None
    code_span: Span | None
    component: str | None
    """The component instance it belongs to, whose place holds for its members together."""
    span: Span
