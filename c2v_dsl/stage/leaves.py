"""Pictures as flat lists of leaves, each with its outline in local coordinates and its paint.

A leaf's outline is in the units of the object's coordinates (rows, or the plane's units), so that
verbs and planes may bend it; a leaf with an ``anchor`` keeps its own size and shape in scene units
around that point (letters, dots, tick marks on a plane).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from manim import ImageMobject, Mobject, VMobject

from .geometry import Points
from .paint import Paint, Role
from .raster import Raster

Path = tuple[tuple[Any, ...], ...]
"""How a part is named: ``(("row", 0),)``, ``(("item", 0, 1), ("piece", "1.4"))``; ``()`` is all."""

Skin = Callable[["Leaf", Points, Paint], list[VMobject]]
"""Makes what is drawn from a leaf's outline in the scene: dashes, arrow heads."""


@dataclass(slots=True, eq=False)
class Leaf:
    """One outline. ``key`` says which leaves look alike and ``atom`` which belong together (for
    morphs); an atom's last entry says whether it is more than a mere sign."""

    outline: Points
    paint: Paint
    role: Role
    anchor: Points | None = None
    skin: Skin | None = None
    dashed: bool = False
    key: Any = None
    atom: Any = None
    closed: bool = False
    image: Raster | None = None
    soft: bool = False
    """Furniture of its object (tick labels, grid lines) that colours leave alone."""
    plain: bool = False
    """Not part of the object's box for placing and marking (glow, background)."""
    shared: bool = False
    """Comes with any part that names it, and leaves only with the whole."""
    upright: bool = False
    """A bar that rises from the height of its first point."""
    grows: bool = False
    """Its line is as wide as the thing is large: drawings and icons."""
    em: float = 0.0
    """Of letters: the height of their em, in the units of the outline."""
    stage: int = 0
    """Turn in which ``draw`` brings it: axes, then ticks, then labels."""


Joined = Callable[[Sequence[Leaf], list[Points], set[Path]], None]
"""Given a model's leaves, their outlines in the scene, and which parts were moved."""


@dataclass(slots=True)
class Model:
    """What a builder returns.

    ``parts`` names groups of leaves; ``pieces`` finds a substring's leaves where the parts are not
    known beforehand; ``frame`` is a plane's coordinates; ``box`` overrides the box of the leaves;
    ``line`` is, for words, the height of their lines' middle and of their first baseline.
    """

    leaves: list[Leaf] = field(default_factory=list)
    parts: dict[Path, list[int]] = field(default_factory=dict)
    reveals: dict[Path, list[int]] = field(default_factory=dict)
    """Leaves that come with a part, but do not move or change colour with it."""
    pieces: Callable[[Path], list[int] | None] | None = None
    frame: Any = None
    box: Any = None
    line: tuple[float, float] | None = None
    middle: float | None = None
    """Height, about the middle of the ink, of the middle of a line's capitals, or of a
    formula's equals sign."""
    data: Any = None
    ways: dict[Path, tuple[Leaf, bool]] = field(default_factory=dict)
    """The line that a part is, and whether the part runs along it backwards."""
    ends: dict[Path, tuple[Leaf, Leaf]] = field(default_factory=dict)
    """What such a line joins: whoever goes along it goes from centre to centre."""
    joined: Joined | None = None
    """Draws anew, in the scene, what joins parts that verbs have moved."""

    def add(
        self,
        outline: Points,
        paint: Paint,
        role: Role,
        parts: Iterable[Path] = (),
        **more: Any,
    ) -> Leaf:
        """Add an outline and name it in ``parts``."""
        leaf = Leaf(np.asarray(outline, float), paint, role, **more)
        self.put(leaf, parts)
        return leaf

    def put(self, leaf: Leaf, parts: Iterable[Path] = ()) -> None:
        index = len(self.leaves)
        self.leaves.append(leaf)
        named = self.reveals if leaf.shared else self.parts
        for path in parts:
            named.setdefault(path, []).append(index)

    def behind(self) -> None:
        """Put the leaf added last behind all others."""
        count = len(self.leaves)
        self.leaves.insert(0, self.leaves.pop())
        for indices in {id(v): v for v in (*self.parts.values(), *self.reveals.values())}.values():
            indices[:] = [(i + 1) % count for i in indices]
        inner = self.pieces
        if inner is not None:
            self.pieces = lambda path: (
                None if (found := inner(path)) is None else [i + 1 for i in found]
            )

    def mobject(
        self,
        mobject: Mobject,
        role: Role,
        parts: Iterable[Path] = (),
        *,
        to_local: Callable[[Points], Points] | None = None,
        anchor: Points | None = None,
        paint: Callable[[Paint], Paint] | None = None,
        **more: Any,
    ) -> list[int]:
        """Add every leaf of a Manim mobject; its indices.

        Args:
            to_local: from scene coordinates into the object's.
            anchor: keeps size and shape around this local point, the mobject's origin.
        """
        parts = tuple(parts)
        added: list[int] = []
        for member in mobject.family_members_with_points():
            outline = np.asarray(member.points[:, :2], float)
            if isinstance(member, ImageMobject):
                raster = Raster(np.asarray(member.pixel_array))
                leaf = Leaf(outline, Paint(), "own", image=raster, anchor=anchor, **more)
            elif isinstance(member, VMobject):
                given = paint_of(member)
                leaf = Leaf(
                    outline, paint(given) if paint else given, role, anchor=anchor, **more
                )
            else:
                continue
            if to_local is not None:
                leaf.outline = to_local(outline)
            if leaf.key is None and role == "word":
                leaf.key = shape_key(outline)
            added.append(len(self.leaves))
            self.put(leaf, parts)
        return added

    def select(self, path: Path) -> list[int] | None:
        """Leaves of a part; None where there is no such part."""
        if not path:
            return list(range(len(self.leaves)))
        if path in self.parts:
            return self.parts[path]
        return self.pieces(path) if self.pieces else None


def paint_of(member: VMobject) -> Paint:
    fill, stroke = member.get_fill_rgbas()[0], member.get_stroke_rgbas()[0]
    return Paint(
        (float(fill[0]), float(fill[1]), float(fill[2])), float(fill[3]),
        (float(stroke[0]), float(stroke[1]), float(stroke[2])),
        float(member.stroke_width) if stroke[3] else 0.0, float(stroke[3]) or 1.0,
    )


def shape_key(outline: Points) -> Any:
    """Equal for the same glyph wherever it stands, at any size."""
    if len(outline) == 0:
        return None
    low = outline.min(axis=0)
    size = max(float((outline.max(axis=0) - low).max()), 1e-9)
    shape = np.round((outline - low) / size, 2)
    return (len(outline), hash(shape.tobytes()))


def joined(path: Path, *steps: tuple[Any, ...]) -> Path:
    return (*path, *steps)
