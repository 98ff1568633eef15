"""Charts of one list of numbers: bars and pies."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

import numpy as np

from .. import look
from ..build import Build
from ..geometry import Box, Points, arc, polyline
from ..leaves import Model, Path
from ..paint import Paint
from ..ranges import numbers as swept_numbers
from ..thing import Thing
from ..typeset import Setting, typeset
from .tables import place_line, put_scene
from .words import size_of

__all__ = ["bars", "pie"]


def bars(values: Any, labels: Any = None, max: Any = None, decimals: Any = None) -> Thing:
    """A bar for each number."""
    args = {"values": values, "labels": labels, "max": max, "decimals": decimals}
    return Thing("bars", _bars, args, fit="fill", rigid=True)


def pie(values: Any, labels: Any = None) -> Thing:
    """A slice for each number."""
    return Thing("pie", _pie, {"values": values, "labels": labels}, fit="ratio", rigid=True)


def follows(given: Any) -> bool:
    """Whether a list, or anything in it, is live."""
    return callable(given) or (
        isinstance(given, list | tuple) and any(callable(item) for item in given))


def _wide(setting: Setting) -> float:
    x0, _, x1, _ = setting.ink
    return x1 - x0


def _bars(b: Build) -> Model:
    numbers = [float(v) for v in b("values") or ()]
    labels = [str(v) for v in b("labels") or ()]
    area = b.area() or Box(-2.5, -1.5, 2.5, 1.5)
    row = b.row()
    top_value = b("max")
    ever = [*numbers, *swept_numbers(b.thing, "values")]
    high = float(top_value) if top_value is not None else max([*ever, 0.0])
    low = min([0.0, *ever])
    if high <= low:
        high = low + 1.0
    em = b.theme.scale.tick * 0.01
    size = size_of(b, b.theme.scale.small)
    model = Model()
    left, right = area.x0 * row, area.x1 * row
    count = max(1, len(numbers))
    slot = (right - left) / count
    width = min(slot * 0.62, 1.25)
    slot = min(slot, width * 2.4)
    names, each = _names(labels, slot, size, 0.75 * b.theme.scale.readable)
    tallest = max((s.height for s in names), default=0.0)
    bottom = area.y0 * row + (tallest + 0.0035 * size if labels else 0.05)
    if low < 0:
        bottom += 1.45 * em
    top = area.y1 * row - 1.45 * em
    start = (left + right) / 2 - slot * count / 2
    unit = (top - bottom) / (high - low)
    ground = bottom - low * unit
    color = b.rgb(b.theme.accent)
    span = start, start + slot * count
    exact = next((d for d in range(3) if all(abs(v - round(v, d)) < 1e-9 for v in numbers)), None)
    live = follows(b.thing.args["values"])
    digits = _decimals(high - low) if live or exact is None else exact
    if (asked := b("decimals")) is not None:
        digits, live = min(int(asked), 9), True
    shown = [_shown(v, digits, live) for v in numbers]
    number_size, every = _readable(b, [*shown, *(_shown(v, digits, live) for v in ever)], slot)
    for k, v in enumerate(numbers):
        x = start + slot * (k + 0.5)
        part: Path = (("item", k),)
        y = ground + min(max(v, low), high) * unit
        lower, upper = min(ground, y), max(ground, y)
        if upper - lower > 1e-6:
            place_line(b, model, _bar(x, width, ground, y), b.solid(color, 0.9), (part,),
                       role="tint", closed=True, upright=True)
        if k % every:
            continue
        offset = 0.17 if y >= ground else -0.17
        put_scene(b, model, typeset(shown[k], size=number_size, tabular=True),
                  np.array([x, y + offset]), part, b.ink, soft=True, stage=1)
    for k, name in enumerate(names[:count]):
        if k % each:
            continue
        first_line = area.y0 * row + tallest - 0.75 * name.em
        at = np.array([start + slot * (k + 0.5), first_line - name.baseline])
        put_scene(b, model, name, at, (("item", k),), b.muted, soft=True, stage=1,
                  centered="line")
    base = np.array([[span[0], ground], [span[1], ground]])
    line = b.rgb(b.theme.muted)
    items: tuple[Path, ...] = tuple((("item", k),) for k in range(len(numbers)))
    place_line(b, model, polyline(base), Paint(line, 0.0, line, b.theme.thin), items, soft=True,
               shared=True)
    model.box = area
    return model


def _names(labels: list[str], slot: float, size: float, least: float) -> tuple[list[Setting], int]:
    """What stands below bars ``slot`` apart, in lines and smaller where there is little room, and
    which of them are left: every n-th."""

    def set_all(points: float) -> list[Setting]:
        alone = [typeset(text, size=points) for text in labels]
        return [
            s if _wide(s) <= slot * 0.94 or " " not in text
            else typeset(text, size=points, width=slot * 0.94, align="center")
            for s, text in zip(alone, labels, strict=True)
        ]

    names = set_all(size)
    widest = max((_wide(s) for s in names), default=0.0)
    if widest <= slot * 0.94:
        return names, 1
    names = set_all(max(least, size * slot * 0.94 / widest))
    widest = max(_wide(s) for s in names)
    if widest <= slot * 0.98:
        return names, 1
    return names, next((n for n in (2, 5, 10, 20, 50) if widest * 1.25 <= n * slot), 100)


def _shown(v: float, digits: int, live: bool) -> str:
    text = f"{v:.{digits}f}"
    if not live and "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−")


def _readable(b: Build, texts: list[str], slot: float) -> tuple[float, int]:
    """Size of the numbers over bars ``slot`` apart, and which of them are left: every n-th."""
    size, least = b.theme.scale.tick, 0.75 * b.theme.scale.readable
    widest = max((_wide(typeset(t, size=size, tabular=True)) for t in set(texts)), default=0.0)
    room = slot - 0.3 * least * 0.01
    if widest <= room or widest <= 0:
        return size, 1
    smaller = size * room / widest
    if smaller >= least:
        return smaller, 1
    return least, max(1, math.ceil(widest * least / size / room))


def _bar(x: float, width: float, ground: float, y: float) -> Any:
    """A bar with its outer corners rounded a little."""
    r = min(0.07, width / 3, abs(y - ground) / 2)
    up = 1.0 if y >= ground else -1.0
    left, right = x - width / 2, x + width / 2
    quarter = arc(0, np.pi / 2, r)
    first = quarter * np.array([1, up]) + np.array([right - r, y - up * r])
    second = quarter[::-1] * np.array([-1, up]) + np.array([left + r, y - up * r])
    corners = [np.array([left, ground]), np.array([right, ground]), first[0]]
    return np.vstack([
        polyline(np.array(corners)), first, polyline(np.array([first[-1], second[0]])), second,
        polyline(np.array([second[-1], [left, ground]])),
    ])


def _decimals(span: float) -> int:
    """Decimals with which numbers on a bar chart of that height are told apart."""
    return 0 if span >= 50 else 1 if span >= 5 else 2


GAP = 0.03
"""Space between slices, in scene units."""

LEADER = 0.24
"""Length of the line from a slice to what stands beside it, in scene units."""

LEAST = 1e-9
"""Smaller shares are not drawn."""

TURN = 2 * math.pi
NOTHING = np.zeros((0, 2))


def _pie(b: Build) -> Model:
    shares = _shares([float(v) for v in b("values") or ()])
    live = follows(b.thing.args["values"])
    row = b.row()
    area = b.area() or Box(-2.6, -1.8, 2.6, 1.8)
    center = area.center * row
    names = [str(v) for v in b("labels") or ()]
    size = size_of(b, b.theme.scale.small)
    settings = [
        _words(names[k] if k < len(names) else _percent(share, live), size, area.width * row / 4)
        for k, share in enumerate(shares)
    ]
    ends = np.concatenate([[0.0], np.cumsum(shares)])
    middles = math.pi / 2 - TURN * (ends[:-1] + ends[1:]) / 2
    most = min(area.width, area.height) * row / 2
    there = [k for k, share in enumerate(shares) if share > LEAST]
    beside = [] if live and not names else there if live else [
        k for k in there if not _holds(settings[k], middles[k], shares[k], 0.8 * most)]
    if names and beside:
        beside = there
    radius = most
    if beside:
        wide = max(_extent(settings[k])[0] for k in (range(len(settings)) if live else beside))
        room = area.width * row / 2 - wide - LEADER - 0.08
        radius = max(0.45 * most, min(most - 0.013 * size - LEADER, room))
    model = Model()
    for k, share in enumerate(shares):
        outline = slice_outline(middles[k], TURN * share, radius) if share > LEAST else NOTHING
        place_line(b, model, outline + center, b.solid(look.series(k)), (_slice(k),),
                   role="tint", closed=True)
    for k in there:
        if k in beside:
            continue
        out = 0.0 if shares[k] > 0.95 else 0.64
        opacity = _room(settings[k], shares[k], radius) if live else 1.0
        added = put_scene(b, model, settings[k], center + _way(middles[k]) * radius * out,
                          _slice(k), look.over(look.series(k)), soft=True, stage=1)
        for i in added:
            model.leaves[i].paint = replace(model.leaves[i].paint, opacity=opacity)
    spots = _apart([_beside(settings[k], middles[k], radius) for k in beside],
                   [_extent(settings[k]) for k in beside], [middles[k] for k in beside], radius,
                   area.height * row / 2)
    muted = Paint(b.muted, 0.0, b.muted, b.theme.thin * 0.8)
    for k, spot in zip(beside, spots, strict=True):
        near = _way(middles[k]) * radius
        ends_at = spot + np.clip((near - spot) * 4, -1, 1) * (_extent(settings[k]) / 2 + 0.06)
        leader = np.array([_way(middles[k]) * (radius + 0.04), ends_at]) + center
        place_line(b, model, polyline(leader), muted, (_slice(k),), soft=True, stage=1)
        put_scene(b, model, settings[k], center + spot, _slice(k), b.ink, soft=True, stage=1)
    half = np.array([area.width, area.height]) * row / 2
    if not live:
        reach = [np.abs(spot) + _extent(settings[k]) / 2
                 for k, spot in zip(beside, spots, strict=True)]
        half = np.max([np.full(2, radius), *reach], axis=0)
    model.box = Box(*((center - half) / row), *((center + half) / row))
    return model


def _words(text: str, size: float, widest: float) -> Setting:
    """A slice's name; a long one in lines."""
    alone = typeset(text, size=size, tabular=True)
    if " " not in text or _wide(alone) <= max(widest, 0.04 * size):
        return alone
    return typeset(text, size=size, tabular=True, width=max(widest, 0.04 * size), align="center")


def _slice(k: int) -> Path:
    return (("slice", k),)


def _shares(numbers: list[float]) -> list[float]:
    """Shares of the whole; what is negative counts for nothing."""
    kept = [max(0.0, v) for v in numbers]
    whole = math.fsum(kept)
    return [v / whole for v in kept] if whole > 0 else [0.0 for _ in kept]


def _percent(share: float, live: bool) -> str:
    if live or share >= 0.01 or share <= LEAST:
        return f"{share * 100:.0f}%"
    return f"{share * 100:.1g}%" if share >= 0.001 else "<0.1%"


def _way(angle: float) -> Points:
    return np.array([math.cos(angle), math.sin(angle)])


def slice_outline(middle: float, angle: float, radius: float) -> Points:
    """A sector about the origin, its straight sides moved in by half a gap each."""
    if angle > TURN * (1 - 1e-9):
        return arc(0, TURN, radius)
    half = angle / 2
    inset = min(GAP / 2, 0.3 * radius * math.sin(min(half, math.pi / 2)))
    lean = math.asin(inset / radius)
    rim = arc(middle + half - lean, middle - half + lean, radius)
    tip = _way(middle) * min(inset / max(math.sin(half), 1e-9), radius / 3)
    return np.vstack([polyline(np.array([tip, rim[0]])), rim, polyline(np.array([rim[-1], tip]))])


def _extent(setting: Setting) -> Points:
    x0, y0, x1, y1 = setting.ink
    return np.array([x1 - x0, y1 - y0])


def _holds(setting: Setting, middle: float, share: float, radius: float) -> bool:
    """Whether words stand inside a slice without touching its edges."""
    if share > 0.95:
        return bool(_extent(setting).max() < radius)
    corners = Box(-1, -1, 1, 1).corners() * (_extent(setting) / 2 + 0.05)
    corners = corners + _way(middle) * radius * 0.64
    off = (np.arctan2(corners[:, 1], corners[:, 0]) - middle + math.pi) % TURN - math.pi
    return bool((np.abs(off) < math.pi * share).all() and (
        np.hypot(*corners.T) < radius - 0.04).all())


def _room(setting: Setting, share: float, radius: float) -> float:
    """How clearly words are seen inside a slice that grows and shrinks: from 0 to 1."""
    width = 2 * 0.64 * radius * math.sin(min(math.pi * share, math.pi / 2))
    return min(1.0, max(0.0, (width / float(np.hypot(*_extent(setting))) - 0.9) / 0.3))


def _lean(angle: float) -> Points:
    """Which side of words beside a slice faces it, from -1 to 1 in both directions."""
    x, y = _way(angle)
    return np.array([
        math.copysign(min(1.0, abs(x) / 0.4), x),
        math.copysign(min(1.0, max(0.0, (abs(y) - 0.7) / 0.3)), y),
    ])


def _beside(setting: Setting, angle: float, radius: float) -> Points:
    """The middle of words beside a slice."""
    return _way(angle) * (radius + LEADER) + _lean(angle) * _extent(setting) / 2


def _apart(spots: list[Points], extents: list[Points], angles: list[float],
           radius: float, most: float) -> list[Points]:
    """Words beside slices moved up and down until none covers another, in the order of their
    slices on either side."""
    found = [spot.copy() for spot in spots]
    if not any(_touch(found, extents, i, j)
               for i, j in itertools.combinations(range(len(found)), 2)):
        return found
    for side in (1, -1):
        mine = [k for k, angle in enumerate(angles) if (math.cos(angle) >= 0) == (side > 0)]
        mine.sort(key=lambda k: -math.sin(angles[k]))
        for k in mine:
            found[k][0] = side * max(side * found[k][0], extents[k][0] / 2 + 0.12)
        heights = [extents[k][1] + 0.09 for k in mine]
        ys = _kept(_stacked([found[k][1] for k in mine], heights), heights,
                   max(most, sum(heights) / 2))
        for k, y in zip(mine, ys, strict=True):
            found[k][1] = y
            edge = math.sqrt(max(0.0, (radius + LEADER) ** 2 - y * y)) + extents[k][0] / 2
            found[k][0] = side * max(side * found[k][0], edge)
    return found


def _kept(ys: list[float], heights: list[float], most: float) -> list[float]:
    """Lines from the top down, moved where they would stand further out than ``most``."""
    found = list(ys)
    for order, sign in ((range(len(ys)), 1), (range(len(ys) - 1, -1, -1), -1)):
        edge = most
        for k in order:
            found[k] = sign * min(sign * found[k], edge - heights[k] / 2)
            edge = sign * found[k] - heights[k] / 2
    return found


def _touch(spots: list[Points], extents: list[Points], i: int, j: int) -> bool:
    near = (extents[i] + extents[j]) / 2 + np.array([0.1, 0.06])
    return bool((np.abs(spots[j] - spots[i]) < near).all())


def _stacked(wanted: list[float], heights: list[float]) -> list[float]:
    """Heights from the top down as near to those wanted as lines of such heights allow."""
    blocks: list[tuple[float, list[int]]] = []

    def placed(members: list[int]) -> float:
        """The top of a block whose lines stand nearest to where they are wanted."""
        down, tops = 0.0, []
        for m in members:
            tops.append(wanted[m] + down + heights[m] / 2)
            down += heights[m]
        return sum(tops) / len(tops)

    for k in range(len(wanted)):
        members = [k]
        top = placed(members)
        while blocks and top > blocks[-1][0] - sum(heights[m] for m in blocks[-1][1]) - 1e-9:
            members = blocks.pop()[1] + members
            top = placed(members)
        blocks.append((top, members))
    found = [0.0] * len(wanted)
    for top, members in blocks:
        for m in members:
            found[m] = top - heights[m] / 2
            top -= heights[m]
    return found
