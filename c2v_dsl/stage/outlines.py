"""Typst's SVG output as outlines: what is drawn, where, and in which colour, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

_HREF = "{http://www.w3.org/1999/xlink}href"
_TOKEN = re.compile(r"([A-Za-z])|(-?\d*\.?\d+(?:e-?\d+)?)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


@dataclass(frozen=True, eq=False)
class Shape:
    """A filled outline in cubic curves of four points each, in points of Typst, y downwards.

    ``rule`` tells drawn lines (fraction bars, roots' roofs) from letters.
    """

    outline: Points
    fill: str
    rule: bool
    baseline: float


@dataclass(frozen=True)
class Page:
    """One page of shapes; sizes in points of Typst."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def read_svg(svg: bytes) -> Page:
    """The shapes of an SVG that Typst wrote, in the order they are drawn."""
    root = ElementTree.fromstring(svg)
    symbols = {
        symbol.get("id", ""): symbol[0].get("d", "")
        for defs in root.iterfind("{http://www.w3.org/2000/svg}defs")
        for symbol in defs
        if len(symbol)
    }
    shapes: list[Shape] = []
    _walk(root, np.eye(3), symbols, shapes)
    width, height = (float(root.get(side, "0").removesuffix("pt")) for side in ("width", "height"))
    return Page(width, height, tuple(shapes))


def _walk(
    parent: ElementTree.Element, matrix: Points, symbols: dict[str, str], out: list[Shape]
) -> None:
    for element in parent:
        tag = element.tag.rpartition("}")[2]
        if tag == "defs":
            continue
        text = element.get("transform")
        here = matrix @ _transform(text) if text else matrix
        if tag == "use":
            path = symbols.get(element.get(_HREF, "").removeprefix("#"), "")
            shift = float(element.get("x", "0")), float(element.get("y", "0"))
            outline = path_outline(path)
            if len(outline):
                placed = _apply(here, outline + np.array(shift))
                out.append(Shape(placed, element.get("fill", ""), False, float(here[1, 2])))
        elif tag == "path":
            _path(element, here, out)
        else:
            _walk(element, here, symbols, out)


def _path(element: ElementTree.Element, matrix: Points, out: list[Shape]) -> None:
    outline = path_outline(element.get("d", ""))
    if not len(outline):
        return
    stroke = element.get("stroke", "none")
    if stroke != "none":
        outline = stroked(outline, float(element.get("stroke-width", "1")))
        fill = stroke
    else:
        fill = element.get("fill", "#000000")
    out.append(Shape(_apply(matrix, outline), fill, True, float(matrix[1, 2])))


def transformed(text: str | None) -> Points:
    """The matrix of an SVG's ``transform`` attribute."""
    return _transform(text) if text else np.eye(3)


def _apply(matrix: Points, points: Points) -> Points:
    moved: Points = points @ matrix[:2, :2].T + matrix[:2, 2]
    return moved


@lru_cache(maxsize=4096)
def _transform(text: str) -> Points:
    numbers = [float(n) for n in _NUMBER.findall(text)]
    if text.startswith("matrix"):
        a, b, c, d, e, f = numbers
    elif text.startswith("translate"):
        a, b, c, d, e, f = 1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0
    elif text.startswith("scale"):
        a, b, c, d, e, f = numbers[0], 0, 0, numbers[-1], 0, 0
    else:
        angle = np.radians(numbers[0])
        a, b, c, d, e, f = np.cos(angle), np.sin(angle), -np.sin(angle), np.cos(angle), 0, 0
    return np.array([[a, c, e], [b, d, f], [0, 0, 1]], float)


@lru_cache(maxsize=8192)
def path_outline(data: str) -> Points:
    """The outline that the path ``data`` of an SVG describes; arcs are not among Typst's."""
    curves: list[Points] = []
    at = start = np.zeros(2)
    tokens = _TOKEN.findall(data)
    index, command = 0, ""

    def numbers(count: int) -> Points:
        nonlocal index
        values = [float(tokens[index + k][1]) for k in range(count)]
        index += count
        return np.array(values).reshape(-1, 2)

    def line(to: Points) -> None:
        nonlocal at
        curves.append(np.array([at, at + (to - at) / 3, at + (to - at) * 2 / 3, to]))
        at = to

    while index < len(tokens):
        if tokens[index][0]:
            command = tokens[index][0]
            index += 1
        base = at if command.islower() else np.zeros(2)
        kind = command.upper()
        if kind == "Z":
            if np.abs(at - start).max() > 1e-6:
                line(start)
            at = start
            continue
        if kind == "M":
            at = start = base + numbers(2)[0]
            command = "l" if command == "m" else "L"
        elif kind == "L":
            line(base + numbers(2)[0])
        elif kind in "HV":
            value = float(tokens[index][1])
            index += 1
            axis = 0 if kind == "H" else 1
            to = at.copy()
            to[axis] = base[axis] + value
            line(to)
        elif kind == "C":
            points = base + numbers(6)
            curves.append(np.vstack([at, points]))
            at = points[2]
        elif kind == "S":
            points = base + numbers(4)
            before = curves[-1] if curves else np.zeros((4, 2))
            curves.append(np.vstack([at, 2 * at - before[2], points]))
            at = points[1]
        elif kind == "Q":
            points = base + numbers(4)
            control, to = points[0], points[1]
            first, second = at + (control - at) * 2 / 3, to + (control - to) * 2 / 3
            curves.append(np.array([at, first, second, to]))
            at = to
        else:
            raise ValueError(f"path command {command} in {data[:40]!r}")
    outline = np.vstack(curves) if curves else np.zeros((0, 2))
    outline.setflags(write=False)
    return outline


def stroked(outline: Points, width: float) -> Points:
    """The outline of a line of ``width`` drawn along straight ``outline``, corners square."""
    closed = len(outline) > 4
    parts = []
    for curve in outline.reshape(-1, 4, 2):
        a, b = curve[0], curve[3]
        length = float(np.hypot(*(b - a)))
        if length < 1e-9:
            continue
        along = (b - a) / length
        across = np.array([-along[1], along[0]]) * width / 2
        reach = along * width / 2 if closed else np.zeros(2)
        a, b = a - reach, b + reach
        corners = np.array([a + across, b + across, b - across, a - across])
        ahead = np.roll(corners, -1, axis=0)
        parts.append(
            np.stack([corners, corners + (ahead - corners) / 3,
                      corners + (ahead - corners) * 2 / 3, ahead], axis=1).reshape(-1, 2)
        )  # fmt: skip
    return np.vstack(parts) if parts else np.zeros((0, 2))
