"""An object alone as masks of pixels at 480p, and what two of them say of each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import Mobject, VMobject
from PIL import Image, ImageDraw
from scipy.ndimage import binary_erosion  # type: ignore[import-untyped]
from scipy.spatial import ConvexHull, QhullError  # type: ignore[import-untyped]

from c2v_dsl.render.camera import BufferCamera
from c2v_dsl.stage.brush import Brush, Stroke, tell
from c2v_dsl.stage.clipping import cut, fence, teach
from c2v_dsl.stage.thing import Thing

WIDTH, HEIGHT = 854, 480
UNIT = HEIGHT / 8
"""Pixels in a scene unit."""

SEEN, SOLID = 0.25, 0.5
"""Opacities from which something is there, and from which words are not read through it."""

TOUCH, STROKE = 0.04 * UNIT, 0.05 * UNIT
"""Pixels that letters may reach into one another's hulls, and that lines may."""

BLANK = 0.8
"""Letters further apart than this share of their height are of two pieces."""

Mask = npt.NDArray[np.bool_]
Box = tuple[int, int, int, int]


@dataclass
class Masks:
    """What an object covers: each piece of words as its filled hull, lines, solid areas."""

    words: list[Mask] = field(default_factory=list)
    marks: list[Mask] = field(default_factory=list)
    lines: Mask | None = None
    solid: Mask | None = None
    box: Box = (WIDTH, HEIGHT, 0, 0)


class Painter:
    """Draws single strokes of things to masks."""

    def __init__(self) -> None:
        self._camera = BufferCamera(pixel_width=WIDTH, pixel_height=HEIGHT,
                                    frame_width=WIDTH / UNIT, frame_height=HEIGHT / UNIT)
        teach(self._camera)
        self._pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)

    def masks(self, thing: Thing) -> Masks:
        """A thing as it stands, whatever the camera looks at and whatever points at it."""
        found = Masks()
        letters: list[Any] = []
        soft: list[Any] = []
        lines: list[Any] = []
        solid: list[Any] = []
        for stroke, corners in _seen(thing):
            paint, leaf = stroke.paint, stroke.leaf
            if leaf.plain or not thing.submobjects:
                continue
            word = leaf.role == "word" or leaf.atom is not None
            for mobject in Brush().draw(stroke):
                tell(mobject, fence=corners)
                if leaf.image is not None:
                    solid.append(_filled(stroke) if paint.opacity >= SEEN else None)
                elif word:
                    if paint.opacity * paint.fill_opacity >= SEEN:
                        (soft if leaf.soft else letters).append(_black(mobject, 1, None))
                else:
                    line = paint.opacity * paint.stroke_opacity
                    area = paint.opacity * paint.fill_opacity
                    if line >= SEEN and (not leaf.soft or thing.kind == "table"):
                        lines.append(_black(mobject, 0 if leaf.skin is None else 1, 1))
                    if area >= SOLID and not leaf.soft:
                        solid.append(_black(mobject, 1, 0))
        found.words, found.marks = self._pieces(letters), self._pieces(soft)
        found.lines, found.solid = self._mask(lines), self._mask(solid)
        for mask in (*found.words, *found.marks, found.lines, found.solid):
            if mask is not None and mask.any():
                ys, xs = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
                x0, y0, x1, y1 = found.box
                found.box = (min(x0, int(xs[0])), min(y0, int(ys[0])),
                             max(x1, int(xs[-1])), max(y1, int(ys[-1])))
        return found

    def _mask(self, mobjects: list[Any]) -> Mask | None:
        mobjects = [mobject for mobject in mobjects if mobject is not None]
        if not mobjects:
            return None
        self._pixels[:] = 0
        self._camera.aim(self._pixels)
        self._camera.capture_mobjects(mobjects)
        found: Mask = self._pixels[:, :, 3] >= 128
        return found

    def _pieces(self, letters: list[Any]) -> list[Mask]:
        """The filled hulls of what letters stand near one another."""
        boxes: list[Any] = []
        for letter in letters:
            points = letter.points[:, :2]
            boxes.append([*points.min(axis=0), *points.max(axis=0)])
        groups: list[list[int]] = []
        for n, box in enumerate(boxes):
            if groups and _near(boxes[groups[-1][-1]], box):
                groups[-1].append(n)
            else:
                groups.append([n])
        found = []
        for group in groups:
            mask = self._mask([letters[n] for n in group])
            if mask is not None and mask.any():
                found.append(_hull(mask))
        return found


def _near(a: Any, b: Any) -> bool:
    high = max(a[3] - a[1], b[3] - b[1], 0.08)
    return bool(max(b[0] - a[2], a[0] - b[2]) < BLANK * high
                and b[1] < a[3] + 0.5 * high and a[1] < b[3] + 0.5 * high)


def _seen(thing: Thing) -> list[tuple[Stroke, Any]]:
    active, thing.effects.active = thing.effects.active, []
    strokes, seen = thing._shown()
    thing.effects.active = active
    edges = fence(thing)
    own = list(cut(edges, strokes[: len(thing.model().leaves)])) if edges else []
    own += [(True, None)] * (len(strokes) - len(own))
    return [(stroke, corners) for stroke, visible, (inside, corners)
            in zip(strokes, seen, own, strict=True) if visible and inside]


def _black(mobject: Mobject, fill: float | None, stroke: float | None) -> Mobject:
    """A copy in full black; ``None`` leaves that part as it is."""
    copy = mobject.copy()
    part: Any
    for part in copy.get_family():
        if fill is not None:
            shown = fill if len(part.fill_rgbas) and part.fill_rgbas[0][3] > 0 else 0
            part.fill_rgbas = np.array([[0.0, 0.0, 0.0, shown]])
        if stroke is not None:
            part.stroke_rgbas = np.array([[0.0, 0.0, 0.0, stroke]])
        elif fill is not None:
            part.stroke_width = 0
    tell(copy, fence=getattr(mobject, "fence", None))
    return copy


def _filled(stroke: Stroke) -> VMobject:
    points = stroke.points[:, :2]
    box = VMobject(stroke_width=0, fill_opacity=1)
    x0, y0 = points.min(axis=0)
    x1, y1 = points.max(axis=0)
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    box.set_points_as_corners(np.array([(x, y, 0.0) for x, y in corners]))
    return box


def _hull(mask: Mask) -> Mask:
    ys, xs = np.nonzero(mask)
    points = np.column_stack([xs, ys])
    try:
        corners = points[ConvexHull(points).vertices]
    except (QhullError, ValueError):
        return mask
    image = Image.new("1", (WIDTH, HEIGHT))
    ImageDraw.Draw(image).polygon([tuple(p) for p in corners.tolist()], fill=1, outline=1)
    return np.asarray(image, bool)


def touching(one: Masks, other: Masks) -> bool:
    """Whether the boxes around two objects overlap."""
    a, b = one.box, other.box
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def covers(below: Masks, above: Masks) -> str:
    """What of one lies on what of the other; empty if they do not disturb each other."""
    for a in (*below.words, *below.marks):
        for b in (*above.words, *above.marks):
            if _depth(a & b) > TOUCH:
                return "text on text"
    for words, lines in ((below, above), (above, below)):
        if lines.lines is not None and any((_heart(w) & lines.lines).any() for w in words.words):
            return "a line through text"
    if above.solid is not None and any(_depth(w & above.solid) > TOUCH for w in below.words):
        return "something filled on text"
    if below.solid is not None:
        for word in above.words:
            heart = _heart(word)
            on = heart & below.solid
            if on.any() and (heart & ~below.solid).any():
                return "text over an edge"
    return ""


def _heart(mask: Mask) -> Mask:
    ys, xs = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    found = np.zeros_like(mask)
    if len(ys):
        part = np.s_[max(0, ys[0] - 1):ys[-1] + 2, max(0, xs[0] - 1):xs[-1] + 2]
        found[part] = binary_erosion(mask[part], iterations=round(STROKE))
    return found


def _depth(shared: Mask) -> float:
    if not shared.any():
        return 0.0
    ys, xs = np.nonzero(shared.any(axis=1))[0], np.nonzero(shared.any(axis=0))[0]
    return float(min(ys[-1] - ys[0], xs[-1] - xs[0]) + 1)
