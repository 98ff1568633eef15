"""Matrices, tables, arrays and bars."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Box, polyline
from ..leaves import Model, Path
from ..live import value
from ..paint import Paint
from ..place import swept_numbers
from ..thing import Thing
from ..typeset import Setting, typeset, typeset_math
from .shapes import rounded
from .words import put, size_of

__all__ = ["array", "bars", "matrix", "table"]


def matrix(cells: Any, pieces: Any = ()) -> Thing:
    """A matrix in brackets."""
    return Thing("matrix", _matrix, {"cells": cells}, rigid=True, entrance="write")


def table(cells: Any, rows: Any = None, cols: Any = None, pieces: Any = ()) -> Thing:
    """A table, perhaps with names of rows and columns."""
    args = {"cells": cells, "rows": rows, "cols": cols}
    return Thing("table", _table, args, fit="fill", rigid=True, entrance="write")


def array(items: Any, pieces: Any = ()) -> Thing:
    """Boxes in a row, with their indices below."""
    return Thing("array", _array, {"items": items}, rigid=True)


def bars(values: Any, labels: Any = None, max: Any = None) -> Thing:
    """A bar for each number."""
    return Thing("bars", _bars, {"values": values, "labels": labels, "max": max}, fit="fill",
                 rigid=True)


def written(given: Any, live: bool) -> str:
    """A number or text as it stands in a cell."""
    from ...semantics.values import show

    if isinstance(given, str):
        return given
    if isinstance(given, bool) or not isinstance(given, int | float | complex):
        return str(given)
    if not live and isinstance(given, float) and given != int(given):
        return f"{given:.4f}".rstrip("0").rstrip(".")
    return str(show(given))


def grid_of(b: Build, name: str) -> tuple[list[list[Any]], bool]:
    """Rows of values, and whether any of them is live."""
    given = b.thing.args[name]
    cells = [list(row) if isinstance(row, list | tuple) else [row] for row in value(given) or []]
    return cells, callable(given) or any(callable(c) for row in _raw(given) for c in row)


def _raw(given: Any) -> list[Any]:
    if callable(given):
        return []
    return [row if isinstance(row, list | tuple) else [row] for row in given]


def rewritten(b: Build, path: Path, text: str) -> str:
    """A cell's text, or what a ``rewrite`` has made of it."""
    found = b.thing.rewritten.get(path)
    return text if found is None else written(value(found), True)


def _matrix(b: Build) -> Model:
    cells, live = grid_of(b, "cells")
    model = Model()
    size = size_of(b, b.theme.scale.math)
    em = size * 0.01
    settings = {
        (i, j): typeset_math(rewritten(b, (("item", i, j),), written(entry, live)), size=size)
        for i, row in enumerate(cells) for j, entry in enumerate(row)
    }
    count, wide = len(cells), max((len(row) for row in cells), default=0)
    widths = [max((_width(settings[i, j]) for i in range(count) if (i, j) in settings),
                  default=em) for j in range(wide)]
    ups = [max([0.6 * em, *(_ascent(settings[i, j]) for j in range(wide) if (i, j) in settings)])
           for i in range(count)]
    downs = [max([0.1 * em, *(_descent(settings[i, j]) for j in range(wide)
                              if (i, j) in settings)]) for i in range(count)]
    heights = [up + down for up, down in zip(ups, downs, strict=True)]
    gap_x, gap_y = 0.85 * em, 0.55 * em
    total_w = sum(widths) + gap_x * (wide - 1)
    total_h = sum(heights) + gap_y * (count - 1)
    b.row()
    y = total_h / 2
    for i in range(count):
        x = -total_w / 2
        for j in range(wide):
            if (i, j) in settings:
                setting = settings[i, j]
                middle = (_ascent(setting) - _descent(setting)) / 2
                at = np.array([x + widths[j] / 2, y - ups[i] + middle])
                cell(b, model, setting, at, i, j)
            x += widths[j] + gap_x
        y -= heights[i] + gap_y
    half_h, half_w = total_h / 2 + 0.22 * em, total_w / 2 + 0.3 * em
    for side in (-1, 1):
        corners = np.array([[half_w - 0.22 * em, half_h], [half_w, half_h], [half_w, -half_h],
                            [half_w - 0.22 * em, -half_h]]) * np.array([side, 1])
        color = b.ink
        paint = Paint(color, 0.0, color, 2.6 * size / 42)
        place_line(b, model, polyline(corners), paint, tuple(model.parts), shared=True)
    return model


def place_line(b: Build, model: Model, outline: Any, paint: Paint, parts: tuple[Path, ...] = (),
               role: Any = "line", **more: Any) -> None:
    """Add an outline given in scene units about the thing's centre."""
    if b.on_plane:
        model.add(outline, paint, role, parts, anchor=np.zeros(2), **more)
    else:
        model.add(outline / b.row(), paint, role, parts, **more)


def cell(b: Build, model: Model, setting: Setting, at: Any, i: int, j: int, **more: Any) -> None:
    """An entry's words; part of its row and column too."""
    added = put_scene(b, model, setting, at, (("item", i, j),), b.ink, **more)
    model.parts.setdefault((("row", i),), []).extend(added)
    model.parts.setdefault((("col", j),), []).extend(added)


def _width(setting: Setting) -> float:
    x0, _, x1, _ = setting.ink
    return x1 - x0


def _height(setting: Setting) -> float:
    _, y0, _, y1 = setting.ink
    return y1 - y0


def _ascent(setting: Setting) -> float:
    """How far it reaches above its baseline."""
    return setting.ink[3] - setting.baseline


def _descent(setting: Setting) -> float:
    return setting.baseline - setting.ink[1]


def _table(b: Build) -> Model:
    cells, live = grid_of(b, "cells")
    rows = [str(v) for v in b("rows") or ()]
    cols = [str(v) for v in b("cols") or ()]
    area = b.area()
    row = b.row()
    size = size_of(b, b.theme.scale.text * 0.86)
    style = b.style
    options: dict[str, Any] = {
        "bold": bool(style.get("bold")), "font": style.get("font"), "tabular": True
    }
    texts = [[rewritten(b, (("item", i, j),), written(entry, live)) for j, entry in enumerate(r)]
             for i, r in enumerate(cells)]

    def set_all(points: float) -> tuple[Any, list[float], list[float]]:
        body = [[typeset(t, size=points, **options) for t in r] for r in texts]
        head = [typeset(t, size=points * 0.94, bold=True) for t in cols]
        side = [typeset(t, size=points * 0.94, bold=True) for t in rows]
        wide = max((len(r) for r in body), default=0)
        wide = max(wide, len(head))
        widths = [max([_width(r[j]) for r in body if j < len(r)]
                      + ([_width(head[j])] if j < len(head) else []) + [0.1])
                  for j in range(wide)]
        first = max((_width(s) for s in side), default=0.0)
        em = points * 0.01
        tall = [max([1.0 * em, *(_height(s) for s in r)]) for r in body]
        heights = ([max([1.0 * em, *(_height(s) for s in head)])] if head else []) + tall
        return (body, head, side, first), widths, heights

    while True:
        settings, widths, heights = set_all(size)
        em = size * 0.01
        body, head, side, first = settings
        pad_x, pad_y = 1.1 * em, 0.75 * em
        need_w = sum(widths) + pad_x * len(widths) + ((first + pad_x) if side else 0)
        need_h = sum(heights) + pad_y * len(heights)
        if area is None or size <= 12:
            break
        if need_w <= area.width * row and need_h <= area.height * row:
            break
        size *= 0.94
    total_w, total_h = need_w, need_h
    if area is not None:
        total_w = min(area.width * row, need_w * 1.9)
        total_h = min(area.height * row, need_h * 1.6)
    extra_x = (total_w - need_w) / max(1, len(widths) + (1 if side else 0))
    extra_y = (total_h - need_h) / max(1, len(heights))
    center = area.center * row if area is not None else np.zeros(2)
    model = Model()
    x_edges = [center[0] - total_w / 2]
    if side:
        x_edges.append(x_edges[0] + first + pad_x + extra_x)
    for w in widths:
        x_edges.append(x_edges[-1] + w + pad_x + extra_x)
    columns = x_edges[1:] if side else x_edges
    y_edges = [center[1] + total_h / 2]
    for h in heights:
        y_edges.append(y_edges[-1] - h - pad_y - extra_y)
    lines = y_edges[1:] if head else y_edges
    every: tuple[Path, ...] = (
        *(((("row", i),)) for i in range(len(body))),
        *(((("col", j),)) for j in range(len(widths))),
    )
    rule, faint = b.rgb(b.theme.muted), b.rgb(b.theme.grid)
    for k, y in enumerate(y_edges[1:-1]):
        under_head = bool(head) and k == 0
        color = rule if under_head else faint
        paint = Paint(color, 0.0, color, b.theme.thin * (1.0 if under_head else 0.7))
        ends = np.array([[x_edges[0], y], [x_edges[-1], y]])
        place_line(b, model, polyline(ends), paint, every, soft=under_head is False, shared=True)
    if side:
        x = x_edges[1]
        ends = np.array([[x, y_edges[0]], [x, y_edges[-1]]])
        place_line(b, model, polyline(ends), Paint(rule, 0.0, rule, b.theme.thin), every,
                   shared=True)
    accent = b.rgb(b.theme.accent)
    for j, setting in enumerate(head):
        at = np.array([(columns[j] + columns[j + 1]) / 2, (y_edges[0] + y_edges[1]) / 2])
        added = put_scene(b, model, setting, at, (("head", j),), accent, centered="line",
                          shared=True)
        model.parts.setdefault((("col", j),), []).extend(added)
        for i in range(len(body)):
            model.reveals.setdefault((("row", i),), []).extend(added)
    for i, setting in enumerate(side):
        at = np.array([(x_edges[0] + x_edges[1]) / 2, (lines[i] + lines[i + 1]) / 2])
        added = put_scene(b, model, setting, at, (("side", i),), accent, centered="line")
        model.parts.setdefault((("row", i),), []).extend(added)
    for i, r in enumerate(body):
        for j, setting in enumerate(r):
            at = np.array([(columns[j] + columns[j + 1]) / 2, (lines[i] + lines[i + 1]) / 2])
            cell(b, model, setting, at, i, j, centered="line")
    box = np.array([[x_edges[0], y_edges[-1]], [x_edges[-1], y_edges[0]]]) / row
    model.box = Box.of(box)
    return model


def _array(b: Build) -> Model:
    given = b.thing.args["items"]
    items = list(value(given) or [])
    live = callable(given) or any(callable(item) for item in _flat(given))
    size = size_of(b, b.theme.scale.text)
    em = size * 0.01
    settings = [
        typeset(rewritten(b, (("item", k),), written(item, live)), size=size, tabular=True)
        for k, item in enumerate(items)
    ]
    side = max([2.0 * em, *(_width(s) + 0.9 * em for s in settings)])
    model = Model()
    color = b.ink
    edge = b.rgb(b.theme.muted)
    panel = b.rgb(b.theme.panel)
    left = -side * len(items) / 2
    for k, setting in enumerate(settings):
        x = left + side * (k + 0.5)
        part: Path = (("item", k),)
        frame = Box(x - side / 2 + 0.03, -side / 2, x + side / 2 - 0.03, side / 2)
        paint = Paint(panel, 1.0, edge, b.theme.thin)
        place_line(b, model, rounded(frame, 0.07), paint, (part,), role="frame", closed=True)
        put_scene(b, model, setting, np.array([x, 0.0]), part, color, centered="line")
    for k in range(len(items)):
        x = left + side * (k + 0.5)
        index = typeset(str(k), size=b.theme.scale.tick)
        added = put_scene(b, model, index, np.array([x, -side / 2 - 0.24]), (("index", k),),
                          b.muted, soft=True, stage=1, shared=True)
        model.reveals.setdefault((("item", k),), []).extend(added)
    return model


def _flat(given: Any) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else []


def put_scene(b: Build, model: Model, setting: Setting, at: Any, path: Path, color: Any,
              **more: Any) -> list[int]:
    """Words around a point in scene units about the thing's centre."""
    if not b.on_plane:
        return put(b, model, setting, at / b.row(), path, color, **more)
    added = put(b, model, setting, np.zeros(2), path, color, rigid=True, **more)
    for i in added:
        model.leaves[i].outline = model.leaves[i].outline + at
    return added


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
    bottom = area.y0 * row + (1.35 * size * 0.01 if labels else 0.05)
    top = area.y1 * row - 1.45 * em
    count = max(1, len(numbers))
    slot = (right - left) / count
    width = min(slot * 0.62, 1.25)
    slot = min(slot, width * 2.4)
    start = (left + right) / 2 - slot * count / 2
    unit = (top - bottom) / (high - low)
    ground = bottom - low * unit
    names = [typeset(t, size=size) for t in labels]
    squeeze = min([1.0, *(slot * 0.94 / _width(s) for s in names if _width(s) > 0)])
    if squeeze < 1:
        names = [typeset(t, size=max(10.0, size * squeeze)) for t in labels]
    color = b.rgb(b.theme.accent)
    span = start, start + slot * count
    exact = next((d for d in range(3) if all(abs(v - round(v, d)) < 1e-9 for v in numbers)), None)
    live = callable(b.thing.args["values"]) or any(callable(v) for v in _flat(
        b.thing.args["values"]))
    digits = _decimals(high - low) if live or exact is None else exact
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
        x = start + slot * (k + 0.5)
        at = np.array([x, area.y0 * row + 0.5 * size * 0.01])
        put_scene(b, model, name, at, (("item", k),), b.muted, soft=True, stage=1,
                  centered="line")
    base = np.array([[span[0], ground], [span[1], ground]])
    line = b.rgb(b.theme.muted)
    items: tuple[Path, ...] = tuple((("item", k),) for k in range(len(numbers)))
    place_line(b, model, polyline(base), Paint(line, 0.0, line, b.theme.thin), items, soft=True,
               shared=True)
    model.box = area
    return model


def _shown(v: float, digits: int, live: bool) -> str:
    text = f"{v:.{digits}f}"
    if not live and "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−")


def _readable(b: Build, texts: list[str], slot: float) -> tuple[float, int]:
    """Size of the numbers over bars ``slot`` apart, and which of them are left: every n-th."""
    size, least = b.theme.scale.tick, 0.75 * b.theme.scale.readable
    widest = max((_width(typeset(t, size=size, tabular=True)) for t in set(texts)), default=0.0)
    room = slot - 0.3 * least * 0.01
    if widest <= room or widest <= 0:
        return size, 1
    smaller = size * room / widest
    if smaller >= least:
        return smaller, 1
    return least, max(1, math.ceil(widest * least / size / room))


def _bar(x: float, width: float, ground: float, y: float) -> Any:
    """A bar with its outer corners rounded a little."""
    from ..geometry import arc

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
