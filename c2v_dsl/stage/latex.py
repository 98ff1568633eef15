"""Formulas set by the LaTeX of this machine: ``latex`` makes DVI, ``dvisvgm`` outlines.

Every formula is set twice: once as it is, for its shapes, and once with each symbol in a colour
that tells which part of the source it shows. The second may be spaced in another way; only its
colours are taken, in the order of the glyphs.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from ..semantics.latex_real import preamble, real
from ..semantics.latex_tokens import Mark
from .outlines import Page, Points, Shape, path_outline, transformed

PROGRAMS = ("latex", "dvisvgm")

LONGEST = 30.0
"""Seconds that either program may take for a formula."""

_HREF = "{http://www.w3.org/1999/xlink}href"
_MARGIN = "\\cvp{1 0 1}\\vrule width\\wd0 height10pt depth0pt\\cvq\\kern-\\wd0"


def installed() -> bool:
    """Whether this machine has what LaTeX formulas need."""
    return all(shutil.which(name) for name in PROGRAMS)


@lru_cache(maxsize=1)
def version() -> str:
    """The first line that LaTeX says about itself; empty if there is none that runs.

    Where no program may be started, the environment variable ``C2V_LATEX`` tells it, and formulas
    are those that were kept.
    """
    if known := os.environ.get("C2V_LATEX"):
        return known
    if not installed():
        return ""
    try:
        told = subprocess.run(
            ["latex", "--version"], capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout.partition("\n")[0]


def set_formula(
    latex: str, marks: tuple[Mark, ...], em: float, marker: str, bold: bool = False
) -> tuple[Page, bool] | None:
    """A formula in display style, as Typst's pages are.

    Args:
        em: size of the page's unit em.
        marker: fill of the shape that stands at the origin of the baseline.

    Returns:
        The page, shapes filled with the numbers of their marks, and whether these are known;
        None where LaTeX is not there or refuses the formula.
    """
    start = "\\boldmath " if bold else ""
    plain = f"\\setbox0\\hbox{{{start}$\\displaystyle {real(latex)}$}}"
    colored = f"\\setbox0\\hbox{{{start}\\cvp{{0 0 0}}$\\displaystyle {real(latex, marks)}$\\cvq}}"
    first = f"{plain}\\shipout\\hbox{{{_MARGIN}\\copy0}}\n"
    second = f"{colored}\\shipout\\hbox{{{_MARGIN}\\copy0}}\n"
    pages = _kept(first, second)
    if not pages:
        return None
    drawn = _Drawing(pages[0])
    if not drawn.shapes or drawn.shapes[0].name != "rect":
        return None
    fills = _fills(drawn, pages[1]) if len(pages) > 1 else None
    return _page(drawn, fills, em, marker), fills is not None


def _page(drawn: _Drawing, fills: list[str] | None, em: float, marker: str) -> Page:
    margin, *shapes = drawn.shapes
    (left, top), (right, bottom) = margin.outline.min(axis=0), margin.outline.max(axis=0)
    unit = em / (bottom - top)
    origin = np.array([left, bottom])
    placed = [(shape.outline - origin) * unit for shape in shapes]
    highest = -min((float(outline[:, 1].min()) for outline in placed), default=0.0)
    lowest = max((float(outline[:, 1].max()) for outline in placed), default=0.0)
    # What Typst gives a formula in a line: all beyond 0.455 em of leading.
    above, below = (max(reach * em, ink - 0.455 * em) for reach, ink in
                    ((0.75, highest), (0.25, lowest)))  # fmt: skip
    shift = np.array([0.0, above])
    origin_outline = np.array([[0.0, above]] * 4)
    out = [Shape(origin_outline, marker, True, above)]
    for number, (shape, outline) in enumerate(zip(shapes, placed, strict=True)):
        fill = fills[number + 1] if fills is not None else "#000000"
        baseline = above + (shape.baseline - bottom) * unit
        out.append(Shape(outline + shift, fill, shape.name != "use", baseline))
    return Page(float((right - left) * unit), above + below, tuple(out))


def _fills(drawn: _Drawing, colored: str) -> list[str] | None:
    """The colours of the second setting, if it has the same glyphs in the same order."""
    other = _Drawing(colored)
    if [shape.key for shape in drawn.shapes] != [shape.key for shape in other.shapes]:
        return None
    return [shape.fill for shape in other.shapes]


class _Ink:
    """A shape in the units of its SVG."""

    def __init__(self, name: str, key: str, outline: Points, fill: str, baseline: float) -> None:
        self.name = name
        self.key = key
        self.outline = outline
        self.fill = fill
        self.baseline = baseline


class _Drawing:
    """What a page of dvisvgm shows, in the order in which it is drawn."""

    def __init__(self, svg: str) -> None:
        root = ElementTree.fromstring(svg)
        self.glyphs = {
            path.get("id", ""): path.get("d", "")
            for defs in root.iterfind("{http://www.w3.org/2000/svg}defs")
            for path in defs
        }
        self.shapes: list[_Ink] = []
        self.walk(root, np.eye(3), "#000000")

    def walk(self, parent: ElementTree.Element, matrix: Points, fill: str) -> None:
        for element in parent:
            name = element.tag.rpartition("}")[2]
            if name == "defs":
                continue
            here = matrix @ transformed(element.get("transform"))
            color = _long(element.get("fill", fill))
            if name == "g":
                self.walk(element, here, color)
                continue
            x, y = (float(element.get(side, "0")) for side in "xy")
            if name == "use":
                key = element.get(_HREF, "").removeprefix("#")
                outline = path_outline(self.glyphs.get(key, "")) + np.array([x, y])
            elif name == "rect":
                key = "rect"
                width, height = (float(element.get(s, "0")) for s in ("width", "height"))
                outline = path_outline(f"M{x} {y}h{width:f}v{height:f}h{-width:f}Z")
            elif name == "path":
                key = "path"
                outline = path_outline(element.get("d", ""))
            else:
                continue
            outline = outline @ here[:2, :2].T + here[:2, 2]
            baseline = float((here @ np.array([x, y, 1.0]))[1])
            self.shapes.append(_Ink(name, key, outline, color, baseline))


def _long(color: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{3}", color):
        return "#" + "".join(2 * digit for digit in color[1:])
    return color


def _kept(first: str, second: str) -> list[str]:
    """The pages as SVG, from the disk where they were made before; none if LaTeX refuses."""
    if not version():
        return []
    digest = hashlib.sha256("\0".join([version(), preamble(), first, second]).encode())
    path = _folder() / f"{digest.hexdigest()}.json"
    with contextlib.suppress(OSError, ValueError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(kept, list) and all(isinstance(page, str) for page in kept):
            return kept
    try:
        pages = _run(first + second) or _run(first)
    except (OSError, subprocess.TimeoutExpired):
        return []
    with contextlib.suppress(OSError):
        _keep(path, json.dumps(pages))
    return pages


def _folder() -> Path:
    if chosen := os.environ.get("C2V_CACHE"):
        return Path(chosen) / "latex"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "c2v" / "latex"


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    number, partial = tempfile.mkstemp(suffix=".part", dir=path.parent)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    Path(partial).replace(path)


def _run(body: str) -> list[str]:
    """One SVG for each page of a document; none where it cannot be set."""
    careful = {**os.environ, "openin_any": "p", "openout_any": "p"}
    with tempfile.TemporaryDirectory(prefix="c2v-latex-") as scratch:
        folder = Path(scratch)
        document = f"{preamble()}\n{body}\\end{{document}}\n"
        (folder / "formula.tex").write_text(document, encoding="utf-8")
        for command in (
            ["latex", "-no-shell-escape", "-halt-on-error", "-interaction=batchmode",
             "formula.tex"],
            ["dvisvgm", "--no-fonts", "--page=1-", "--verbosity=0", "--output=page-%p.svg",
             "formula.dvi"],
        ):  # fmt: skip
            done = subprocess.run(
                command, cwd=folder, env=careful, stdin=subprocess.DEVNULL, timeout=LONGEST,
                capture_output=True, check=False,
            )  # fmt: skip
            if done.returncode:
                return []
        pages = [folder / f"page-{number}.svg" for number in (1, 2)]
        return [page.read_text(encoding="utf-8") for page in pages if page.exists()]
