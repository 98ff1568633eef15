"""What a kind's builder is given: arguments at this moment, coordinates, style, theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from . import look
from .geometry import Affine, Box, Points, point
from .leaves import Leaf, Model, Path
from .live import value
from .paint import RGB, Paint, Role, styled
from .target import Gone, Target

if TYPE_CHECKING:
    from .thing import Thing


class Build:
    """One building of a thing's picture."""

    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.theme = look.current()
        self.style = {word: value(given) for word, given in thing.styles.items()}

    def __call__(self, name: str, default: Any = None) -> Any:
        """An argument's value now."""
        given = self.thing.args.get(name)
        if name == "text" and () in self.thing.rewritten:
            given = self.thing.rewritten[()]
        return default if given is None else value(given)

    def function(self, name: str) -> Callable[..., Any]:
        """An argument that is a function; a number means the constant one."""
        given = self.thing.args.get(name)
        if callable(given):
            function: Callable[..., Any] = given
            return function
        return lambda *_: given or 0

    @property
    def to_scene(self) -> Affine:
        """From the thing's coordinates into the scene."""
        return self.thing.to_scene()

    @property
    def on_plane(self) -> bool:
        return self.thing.plane is not None

    @property
    def unit(self) -> float:
        """A row in the thing's own coordinates (1 off planes)."""
        return 1.0

    def row(self) -> float:
        """Length of a row in the scene."""
        return float(self.thing.stand.rows.linear[0, 0])

    def area(self) -> Box | None:
        """The area it is to fill, in rows; None without one."""
        place = self.thing.place
        if place is None or place.word != "fit":
            return None
        from .place import padded_area

        box = padded_area(self.thing, value(place.operands[0]))
        back = self.thing.stand.rows.inverse()
        (x0, y0), (x1, y1) = back(np.array([[box.x0, box.y0], [box.x1, box.y1]]))
        return Box(float(x0), float(y0), float(x1), float(y1))

    def room(self) -> tuple[float, float] | None:
        """Width and height in the scene of the area or object it stands in; None without one,
        on a plane, and where its style turns or scales it."""
        place = self.thing.place
        if place is None or place.word not in ("fit", "inside") or self.on_plane:
            return None
        if not self.style.keys().isdisjoint(("rotated", "scale")):
            return None
        from .held import measured
        from .place import free, padded_area

        if place.word == "inside":
            box = free(measured(self.thing, place.operands[0]))
        else:
            box = padded_area(self.thing, value(place.operands[0]))
        return box.width, box.height

    def point(self, given: Any) -> Points:
        """A point in the thing's coordinates; an object means its centre."""
        given = value(given)
        if isinstance(given, Target):
            return self.to_scene.inverse()(given.middle())
        return point(given)

    def points(self, given: Any) -> Points:
        """Several points; one list of points counts as all of them."""
        items = list(given)
        if len(items) == 1:
            only = value(items[0])
            if isinstance(only, list | tuple) and len(only) and not isinstance(
                only[0], int | float
            ):
                items = list(only)
        return np.array([self.point(item) for item in items]).reshape(-1, 2)

    def ends(self, *names: str) -> list[Any]:
        return [value(self.thing.args.get(name)) for name in names]

    # paints

    @property
    def ink(self) -> RGB:
        return look.ink()

    @property
    def muted(self) -> RGB:
        return look.muted()

    def rgb(self, color: Any) -> RGB:
        return look.rgb(color)

    def line(self, color: RGB | None = None, width: float | None = None) -> Paint:
        """An outline, by default in ink and the theme's width."""
        color = color or self.ink
        return Paint(color, 0.0, color, self.theme.stroke if width is None else width)

    def solid(self, color: RGB | None = None, opacity: float = 1.0) -> Paint:
        color = color or self.ink
        return Paint(color, opacity, color, 0.0)

    # words

    def glyphs(
        self,
        model: Model,
        mobject: Any,
        at: Points,
        parts: tuple[Path, ...] = (),
        role: Role = "word",
        rigid: bool | None = None,
        **more: Any,
    ) -> list[int]:
        """Add letters centred on the scene's origin so that they stand around local ``at``."""
        rigid = self.on_plane if rigid is None else rigid
        if rigid:
            return model.mobject(mobject, role, parts, anchor=np.asarray(at, float), **more)
        scale = 1 / self.row()
        return model.mobject(
            mobject, role, parts, to_local=lambda p: p * scale + at, **more
        )

    # finishing

    def model(self, build: Callable[[Build], Model]) -> Model:
        """The builder's model with the thing's style on it."""
        model = build(self)
        style = self.style
        for leaf in model.leaves:
            self._finish(leaf, style)
        for path, words in self.thing.part_styles:
            given = {word: value(v) for word, v in words.items()}
            for index in model.select(path) or []:
                self._finish(model.leaves[index], given)
        self._opacity_of_holders(model)
        glow = style.get("glow")
        if glow is not None:
            self._glow(model, self.rgb(glow))
        return model

    def _opacity_of_holders(self, model: Model) -> None:
        holder, factor = self.thing.holder, 1.0
        while holder is not None:
            factor *= float(value(holder.styles.get("opacity", 1.0)))
            holder = holder.holder
        if factor != 1.0:
            for leaf in model.leaves:
                leaf.paint = replace(leaf.paint, opacity=leaf.paint.opacity * factor)

    def _finish(self, leaf: Leaf, style: dict[str, Any]) -> None:
        if not style:
            return
        if not leaf.soft:
            leaf.paint = styled(leaf.paint, leaf.role, style, self.theme)
            if style.get("dashed") and leaf.role in ("line", "shape") and leaf.skin is None:
                leaf.dashed = True
        if style.get("opacity") is not None:
            leaf.paint = replace(leaf.paint, opacity=float(style["opacity"]))

    def _glow(self, model: Model, color: RGB) -> None:
        halo: list[Leaf] = []
        for leaf in model.leaves:
            if leaf.image is not None or leaf.soft:
                continue
            base = leaf.paint.width if leaf.role != "word" else 0.0
            for width, strength in ((26.0, 0.05), (18.0, 0.07), (11.0, 0.11), (6.0, 0.18)):
                if leaf.role == "word":
                    width *= 0.6
                paint = Paint(color, 0.0, color, base + width, strength, leaf.paint.opacity)
                halo.append(
                    Leaf(leaf.outline, paint, "own", leaf.anchor, plain=True, soft=True)
                )
        shift = len(halo)
        model.leaves[:0] = halo
        lists = {id(v): v for v in (*model.parts.values(), *model.reveals.values())}
        for indices in lists.values():
            indices[:] = [i + shift for i in indices]
        if model.pieces is not None:
            inner = model.pieces
            model.pieces = lambda path: (
                None if (found := inner(path)) is None else [i + shift for i in found]
            )


__all__ = ["Build", "Gone"]
