"""Functions of two numbers over a whole plane: arrows of a field, colours of a surface."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .. import look
from ..brush import shape
from ..build import Build
from ..geometry import Box, Points, point, polyline
from ..leaves import Leaf, Model
from ..live import VANISHING
from ..paint import RGB, Paint
from ..ranges import ranges
from ..raster import Raster
from ..thing import Thing
from ..ticks import values
from .curves import WIDE, clip, real

__all__ = ["field", "heat"]

APART = 0.45
"""Scene units between arrows where nothing is said."""

MOST_ARROWS = 1500

FEWER = 24
"""Combinations of params' values that are looked at for the strongest arrow or colour."""


def field(P: Any = None, Q: Any = None, F: Any = None, step: Any = None) -> Thing:
    """Arrows that show a field of vectors."""
    args = {"P": P, "Q": Q, "F": F, "step": step}
    return Thing("field", _field, args, entrance="grow_way")


def heat(f: Any, range: Any = None) -> Thing:
    """Colours that show a function of two numbers."""
    return Thing("heat", _heat, {"f": f, "range": range})


# arrows


def _vectors(b: Build) -> Callable[[float, float], tuple[float, float]]:
    """The field as a function; NaN where it has no value."""
    if b.thing.args["Q"] is not None:
        across, upwards = real(b.function("P")), real(b.function("Q"))
        return lambda x, y: (across(x, y), upwards(x, y))
    both = b.function("F" if b.thing.args["F"] is not None else "P")

    def called(x: float, y: float) -> tuple[float, float]:
        try:
            u, v = point(both(x, y))
        except (*VANISHING, TypeError, IndexError):
            return float("nan"), float("nan")
        return float(u), float(v)

    return called


def _grid(b: Build, box: Box) -> tuple[Points, float]:
    """Where arrows stand, in the plane's units, and the room of each in scene units."""
    unit = np.abs(b.to_scene.linear).sum(axis=0)
    given = b("step")
    if given is None:
        steps = [_near(APART / float(u)) for u in unit]
    else:
        pair = (given, given) if isinstance(given, int | float) else given
        steps = [abs(float(v)) or 1.0 for v in pair]
    while (box.width / steps[0] + 1) * (box.height / steps[1] + 1) > MOST_ARROWS:
        steps = [2 * s for s in steps]
    room = float(min(steps * unit))
    inner = box.grown(0) if box is WIDE else Box(
        box.x0 + 0.3 * steps[0], box.y0 + 0.3 * steps[1],
        box.x1 - 0.3 * steps[0], box.y1 - 0.3 * steps[1])
    spots = [(x, y) for y in values(inner.y0, inner.y1, steps[1])
             for x in values(inner.x0, inner.x1, steps[0])]
    return np.array(spots).reshape(-1, 2), room


def _near(wanted: float) -> float:
    """The number nearest to ``wanted`` of 1, 2, 5 times powers of ten."""
    power = math.floor(math.log10(wanted))
    steps = [m * 10.0 ** (power + k) for m in (1, 2, 5) for k in (0, 1)]
    return min(steps, key=lambda step: abs(math.log(step / wanted)))


def _field(b: Build) -> Model:
    box = clip(b)
    if box is WIDE:
        box = Box(-3, -3, 3, 3)
    spots, room = _grid(b, box)
    linear = b.to_scene.linear
    vectors = _vectors(b)

    def strengths() -> tuple[Points, Points]:
        found = np.array([vectors(float(x), float(y)) for x, y in spots]).reshape(-1, 2)
        return found, np.hypot(*found.T)

    found, strength = strengths()
    strongest = _strongest(b, strength, lambda: strengths()[1])
    ways = found @ linear.T
    with np.errstate(divide="ignore", invalid="ignore"):
        ways = ways / np.hypot(*ways.T)[:, None]
        share = np.clip(strength / strongest, 0, 1) if strongest > 0 else strength * 0
    ramp = _ramp(("blue", "teal", "gold"))
    model = Model()
    for spot, way, s in zip(spots, ways, share, strict=True):
        if not s > 1e-3 or not np.isfinite(way).all():
            continue
        half = way * room * 0.46 * (0.35 + 0.65 * s ** 0.75)
        color = ramp(float(s))
        model.put(Leaf(polyline(np.array([-half, half])), Paint(color, 0.0, color, 3.0),
                       "line", anchor=spot, skin=dart, key=None))
    return model


def _strongest(b: Build, now: Points, read: Callable[[], Points]) -> float:
    """The strength that the longest arrow stands for: of nearly all arrows over all that beats
    do, so that one near a pole does not make the others vanish."""

    def high() -> list[list[float]]:
        found = read()
        found = found[np.isfinite(found)]
        return [[float(np.quantile(found, 0.95))] if len(found) else []]

    ever = ranges(b.thing, "strength", high, FEWER)
    top = ever[0][1] if ever and ever[0] is not None else 0.0
    if top <= 0:
        known = now[np.isfinite(now)]
        top = float(known.max()) if len(known) else 0.0
    return top


def dart(leaf: Leaf, points: Points, paint: Paint) -> list[Any]:
    """A small arrow as one outline: a shaft and a head."""
    start, end = points[0], points[-1]
    way = end - start
    length = float(np.hypot(*way))
    if length < 1e-3:
        return []
    way = way / length
    normal = np.array([-way[1], way[0]])
    thin = 0.005 * paint.width
    head = min(0.16, 0.45 * length)
    wide, neck = 0.42 * head, end - way * head
    corners = np.array([
        start + normal * thin, neck + normal * thin, neck + normal * wide, end,
        neck - normal * wide, neck - normal * thin, start - normal * thin,
    ])
    solid = Paint(paint.stroke, paint.stroke_opacity, paint.stroke, 0.0, 1.0, paint.opacity)
    return [shape(polyline(corners, closed=True), solid)]


def _ramp(names: tuple[str, ...]) -> Callable[[float], RGB]:
    stops = np.array([look.rgb(name) for name in names])
    at = np.linspace(0, 1, len(stops))

    def color(share: float) -> RGB:
        r, g, b = (float(np.interp(share, at, stops[:, i])) for i in range(3))
        return r, g, b

    return color


# colours

CELLS = 96
"""Values worked out along the longer side of a plane where nothing moves."""

LIVE_CELLS = 48
"""And where the function follows a param."""

FINE = 6
"""Pixels between two values."""


def _heat(b: Build) -> Model:
    box = clip(b)
    if box is WIDE:
        box = Box(-3, -3, 3, 3)
    f = real(b.function("f"))
    unit = np.abs(b.to_scene.linear).sum(axis=0)
    wide, high = box.width * unit[0], box.height * unit[1]
    cells = LIVE_CELLS if b.thing.sweeps else CELLS
    nx = max(8, round(cells * min(1.0, wide / high)))
    ny = max(8, round(cells * min(1.0, high / wide)))
    low, top = _values_range(b, f, box)
    pixels = _pixels(_surface(f, box, nx, ny), low, top, _colors(b, low, top))
    corners = np.array([[box.x0, box.y1], [box.x1, box.y1], [box.x0, box.y0], [box.x1, box.y0]])
    color = b.rgb(b.theme.accent)
    model = Model()
    model.add(corners, Paint(color, 1.0, color, 0.0), "own", image=Raster(pixels))
    model.box = box
    return model


def _surface(f: Callable[..., float], box: Box, nx: int, ny: int) -> Points:
    """Values at the corners of cells, the upper row first."""
    xs = np.linspace(box.x0, box.x1, nx + 1).tolist()
    ys = np.linspace(box.y1, box.y0, ny + 1).tolist()
    return np.array([[f(x, y) for x in xs] for y in ys])


def _values_range(b: Build, f: Callable[..., float], box: Box) -> tuple[float, float]:
    """The values that the ends of the ramp stand for."""
    given = b("range")
    if given is not None:
        low, high = sorted((float(given[0]), float(given[1])))
        return low, high if high > low else low + 1.0

    def read() -> list[list[float]]:
        found = _surface(f, box, 24, 18)
        found = found[np.isfinite(found)]
        return [[float(v) for v in np.quantile(found, (0.01, 0.99))] if len(found) else []]

    ever = ranges(b.thing, "values", read, FEWER)
    low, high = ever[0] if ever and ever[0] is not None else (0.0, 1.0)
    if low < 0 < high and min(-low, high) > 0.02 * max(-low, high):
        reach = max(-low, high)
        return -reach, reach
    if high - low < 1e-12 * max(1.0, abs(high)):
        return low - 1.0, high + 1.0
    return low, high


def _colors(b: Build, low: float, high: float) -> Points:
    """256 colours with their opacities from the least value to the greatest, each from 0 to 1."""
    chosen = b.style.get("color", b.style.get("fill"))
    if isinstance(chosen, tuple):
        chosen = chosen[0]
    dark = b.theme.dark
    share = np.linspace(0, 1, 256)
    if low < 0 < high and chosen is None:
        zero = -low / (high - low)
        sign = np.where(share < zero, (share - zero) / zero, (share - zero) / (1 - zero))
        cold, warm = np.array(b.rgb("blue")), np.array(b.rgb("orange" if dark else "red"))
        rgb = np.where(sign[:, None] < 0, cold, warm)
        return np.column_stack([rgb, 0.8 * np.abs(sign) ** 0.75])
    names = (("dark_purple", "purple", "orange", "yellow") if dark else
             ("light_yellow", "orange", "red", "dark_purple"))
    stops = np.array([b.rgb(name) for name in names] if chosen is None else [b.rgb(chosen)] * 2)
    at = np.linspace(0, 1, len(stops))
    rgb = np.column_stack([np.interp(share, at, stops[:, i]) for i in range(3)])
    return np.column_stack([rgb, np.interp(share, (0, 1), (0.12, 0.82))])


def _pixels(values: Points, low: float, high: float, colors: Points) -> Any:
    """The picture of a surface: values smoothly between those known, in colours."""
    known = np.isfinite(values)
    ny, nx = values.shape
    x = np.linspace(0, nx - 1, (nx - 1) * FINE)
    y = np.linspace(0, ny - 1, (ny - 1) * FINE)
    there = _between(known.astype(float), x, y)
    with np.errstate(divide="ignore", invalid="ignore"):
        fine = _between(np.where(known, values, 0.0), x, y) / there
    share = np.nan_to_num((fine - low) / (high - low))
    chosen = colors[np.clip(np.rint(share * 255), 0, 255).astype(int)]
    pixels = np.empty((*share.shape, 4), np.uint8)
    pixels[:, :, :3] = np.rint(chosen[:, :, :3] * 255)
    seen = np.clip((there - 0.5) * FINE + 0.5, 0, 1)
    pixels[:, :, 3] = np.rint(chosen[:, :, 3] * seen * 255)
    return pixels


def _between(values: Points, x: Points, y: Points) -> Points:
    """Bilinear interpolation at all pairs of fractional columns and rows."""
    i = np.minimum(x.astype(int), values.shape[1] - 2)
    j = np.minimum(y.astype(int), values.shape[0] - 2)
    s, t = x - i, (y - j)[:, None]
    upper = values[j][:, i] * (1 - s) + values[j][:, i + 1] * s
    lower = values[j + 1][:, i] * (1 - s) + values[j + 1][:, i + 1] * s
    return np.asarray(upper * (1 - t) + lower * t)
