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

APART = 0.42
"""Scene units that arrows stand apart at least where nothing is said."""

COUNT = 150
"""About so many arrows are on a large plane."""

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
        apart = max(APART, math.sqrt(box.width * unit[0] * box.height * unit[1] / COUNT))
        steps = [_near(apart / float(u)) for u in unit]
    else:
        pair = (given, given) if isinstance(given, int | float) else given
        steps = [abs(float(v)) or 1.0 for v in pair]
    while (box.width / steps[0] + 1) * (box.height / steps[1] + 1) > MOST_ARROWS:
        steps = [2 * s for s in steps]
    room, radius = float(min(steps * unit)), _radius(b)
    inner = box.grown(0) if box is WIDE else Box(
        box.x0 + 0.3 * steps[0], box.y0 + 0.3 * steps[1],
        box.x1 - 0.3 * steps[0], box.y1 - 0.3 * steps[1])
    spots = [(x, y) for y in values(inner.y0, inner.y1, steps[1])
             for x in values(inner.x0, inner.x1, steps[0])
             if radius is None or math.hypot(x, y) <= radius - 0.3 * min(steps)]
    return np.array(spots).reshape(-1, 2), room


def _radius(b: Build) -> float | None:
    """The radius of a round plane, None on others."""
    data = b.thing.plane.model().data if b.thing.plane is not None else None
    found = (data or {}).get("radius")
    return None if found is None else float(found)


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
    start, way = points[0], points[-1] - points[0]
    length = math.hypot(way[0], way[1])
    if length < 1e-3:
        return []
    head = min(0.16, 0.45 * length)
    along = _ALONG[0] * length - _ALONG[1] * head
    across = _ACROSS[0] * (0.005 * paint.width) + _ACROSS[1] * (0.42 * head)
    outline = np.empty((len(along), 2))
    outline[:, 0] = start[0] + (along * way[0] - across * way[1]) / length
    outline[:, 1] = start[1] + (along * way[1] + across * way[0]) / length
    solid = Paint(paint.stroke, paint.stroke_opacity, paint.stroke, 0.0, 1.0, paint.opacity)
    return [shape(outline, solid)]


def _corners(*rows: tuple[float, float]) -> tuple[Points, Points]:
    """Two measures of the corners of an arrow, all along its outline."""
    first, second = polyline(np.array(rows, float), closed=True).T
    return first, second


_ALONG = _corners((0, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (0, 0))
"""Where the corners stand along an arrow: shares of its length, and of its head's backwards."""

_ACROSS = _corners((1, 0), (1, 0), (0, 1), (0, 0), (0, -1), (-1, 0), (-1, 0))
"""And across: shares of half its shaft's and half its head's width."""


def _ramp(names: tuple[str, ...]) -> Callable[[float], RGB]:
    stops = np.array([look.rgb(name) for name in names])
    at = np.linspace(0, 1, len(stops))

    fine = np.linspace(0, 1, 65)
    known = np.column_stack([np.interp(fine, at, stops[:, i]) for i in range(3)]).tolist()

    def color(share: float) -> RGB:
        r, g, b = known[round(64 * share)]
        return r, g, b

    return color


# colours

CELLS = 96
"""Values worked out along the longer side of a plane where nothing moves."""

LIVE_CELLS = 48
"""And where the function follows a param."""

FINE = 6
"""Pixels between two values."""

MOST_EDGES = 600
"""Cells at the edge of where there are values that are worked out pixel by pixel."""


def _heat(b: Build) -> Model:
    box = clip(b)
    if box is WIDE:
        box = Box(-3, -3, 3, 3)
    f, radius = real(b.function("f")), _radius(b)
    if radius is not None:
        whole = f

        def f(x: float, y: float) -> float:
            return whole(x, y) if math.hypot(x, y) <= radius else math.nan

    unit = np.abs(b.to_scene.linear).sum(axis=0)
    wide, high = box.width * unit[0], box.height * unit[1]
    cells = LIVE_CELLS if b.thing.sweeps else CELLS
    nx = max(8, round(cells * min(1.0, wide / high)))
    ny = max(8, round(cells * min(1.0, high / wide)))
    low, top = _values_range(b, f, box)
    fine, there = _fine(_surface(f, box, nx, ny), f, box)
    share, colors = (fine - low) / (top - low), _colors(b, low, top)
    corners = np.array([[box.x0, box.y1], [box.x1, box.y1], [box.x0, box.y0], [box.x1, box.y0]])
    color = b.rgb(b.theme.accent)
    model = Model()
    image = Raster(_pixels(share, there, colors))

    def toned(other: RGB) -> Raster:
        """In a colour that a verb gives it, or on the way there."""
        done = min(1.0, 2 * max(abs(u - v) for u, v in zip(color, other, strict=True)))
        return Raster(_pixels(share, there, colors + (_of_one(other) - colors) * done))

    image.toned = toned
    model.add(corners, Paint(color, 1.0, color, 0.0), "own", image=image)
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
    if chosen is not None:
        return _of_one(b.rgb(chosen))
    names = (("dark_purple", "purple", "orange", "yellow") if dark else
             ("light_yellow", "orange", "red", "dark_purple"))
    stops = np.array([b.rgb(name) for name in names])
    at = np.linspace(0, 1, len(stops))
    rgb = np.column_stack([np.interp(share, at, stops[:, i]) for i in range(3)])
    return np.column_stack([rgb, np.interp(share, (0, 1), (0.12, 0.82))])


def _of_one(color: RGB) -> Points:
    """256 colours of one hue, from hardly there to strong."""
    return np.column_stack([np.tile(color, (256, 1)), np.linspace(0.06, 0.85, 256)])


def _fine(values: Points, f: Callable[..., float], box: Box) -> tuple[Points, Any]:
    """Values at all pixels, smoothly between those known, and which pixels have one. Where values
    end, each pixel is worked out by itself."""
    known = np.isfinite(values)
    ny, nx = values.shape[0] - 1, values.shape[1] - 1
    x = (np.arange(nx * FINE) + 0.5) / FINE
    y = (np.arange(ny * FINE) + 0.5) / FINE
    fine = _between(np.where(known, values, 0.0), x, y)
    corners = known[:-1, :-1].astype(int) + known[1:, :-1] + known[:-1, 1:] + known[1:, 1:]
    there = np.kron(corners == 4, np.ones((FINE, FINE), bool))
    edges = np.argwhere((corners > 0) & (corners < 4))[:MOST_EDGES]
    for j, i in edges.tolist():
        rows, columns = slice(j * FINE, (j + 1) * FINE), slice(i * FINE, (i + 1) * FINE)
        part = np.array([[f(box.x0 + box.width * u / nx, box.y1 - box.height * v / ny)
                          for u in x[columns].tolist()] for v in y[rows].tolist()])
        fine[rows, columns], there[rows, columns] = part, np.isfinite(part)
    return fine, there


def _pixels(share: Points, there: Any, colors: Points) -> Any:
    """The picture of values from 0 to 1 in ``colors``, see-through where there is none."""
    ready = np.empty((len(colors), 4), np.uint8)
    ready[:] = np.rint(colors * 255)
    pixels = ready[np.clip(np.rint(np.nan_to_num(share) * 255), 0, 255).astype(np.uint8)]
    pixels[~there] = 0
    return pixels


def _between(values: Points, x: Points, y: Points) -> Points:
    """Bilinear interpolation at all pairs of fractional columns and rows."""
    i = np.minimum(x.astype(int), values.shape[1] - 2)
    j = np.minimum(y.astype(int), values.shape[0] - 2)
    s, t = x - i, (y - j)[:, None]
    upper = values[j][:, i] * (1 - s) + values[j][:, i + 1] * s
    lower = values[j + 1][:, i] * (1 - s) + values[j + 1][:, i + 1] * s
    return np.asarray(upper * (1 - t) + lower * t)
