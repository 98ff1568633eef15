"""Matrices, tables and arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..build import Build
from ..geometry import Box, polyline
from ..leaves import Model, Path
from ..live import value
from ..paint import Paint
from ..thing import Thing
from ..typeset import Setting, typeset, typeset_math
from .shapes import rounded
from .words import put, size_of

__all__ = ["array", "matrix", "table"]


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
        added = put_scene(b, model, setting, at, (("side", i),), accent, centered="line",
                          shared=True)
        model.parts.setdefault((("row", i),), []).extend(added)
        for j in range(len(widths)):
            model.reveals.setdefault((("col", j),), []).extend(added)
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
