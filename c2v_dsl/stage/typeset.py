"""Words and formulas as glyph outlines, set by Typst.

Everything typed on the stage goes through here: `typeset` for texts with ``$maths$`` inside,
`typeset_math` for formulas, `typeset_code` for listings. A `Setting` is plain data in scene units,
its origin at the middle of its layout box, y upwards.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ..semantics.formula import PREAMBLE, Mark, convert, find_pieces, words_preamble
from ..semantics.themes import POINT
from ..semantics.words import plain, right_to_left, runs
from . import theme
from .fonts import compile_svg
from .latex import set_formula
from .outlines import Page, Shape, read_svg

Points = npt.NDArray[np.float64]

EM = 100.0
"""Size in points at which Typst sets everything; sizes are made by scaling."""

TOP, BOTTOM = 0.75, 0.25
"""How far a line's box reaches over and under its baseline, in ems."""

UNBROKEN = 40
"""Formulas in words go on in the next line only if their source is longer than that."""

_MARKER = "#fe00fe"

_MINUS = re.compile(r"^([^\w\s-]*)-(?=\.?\d)")
"""The hyphen before a number at a word's beginning, which means a minus."""


@dataclass(frozen=True, eq=False)
class Glyph:
    """One letter or drawn rule.

    Attributes:
        outline: closed cubic curves, four points each, shape ``(4n, 2)``, to be filled.
        start: offset in the source of what it shows; ``end`` just after it.
        color: a colour's name or ``#rrggbb`` where the source gives one.
        rule: a fraction bar, a root's roof, a frame: no letter.
        line: index of the line it stands in.
    """

    outline: Points
    start: int
    end: int
    color: str | None
    rule: bool
    line: int


@dataclass(frozen=True, eq=False)
class Setting:
    """What was set. ``width`` and ``height`` are those of the layout box about the origin, which
    holds the lines from ``TOP`` over the first baseline to ``BOTTOM`` under the last; ink may
    reach beyond it. ``baselines`` are the lines' heights above the origin."""

    source: str
    kind: str
    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    baselines: tuple[float, ...]
    em: float
    unmarked: bool = False
    """Whose glyphs do not tell what they show: every piece is the whole then."""

    @property
    def baseline(self) -> float:
        """Height of the first line's baseline above the origin."""
        return self.baselines[0]

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """``x0, y0, x1, y1`` of all that is drawn; an empty box at the origin if nothing is."""
        if not self.glyphs:
            return 0.0, 0.0, 0.0, 0.0
        points = np.vstack([glyph.outline for glyph in self.glyphs])
        (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
        return float(x0), float(y0), float(x1), float(y1)

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """Indices of the glyphs that show the source between two offsets."""
        if self.unmarked:
            return tuple(range(len(self.glyphs)))
        return tuple(
            index
            for index, glyph in enumerate(self.glyphs)
            if start <= glyph.start and glyph.end <= end
        )

    def pieces(self, text: str) -> list[tuple[int, ...]]:
        """Every occurrence of a piece as indices of its glyphs, in the order of the source."""
        found = (self.within(a, b) for a, b in find_pieces(self.source, text, self.kind == "math"))
        return [indices for indices in found if indices]

    @property
    def chars(self) -> list[tuple[int, ...]]:
        """The glyphs of every character that is no blank, in the order of the source."""
        by_place: dict[tuple[int, int], list[int]] = {}
        for index, glyph in enumerate(self.glyphs):
            by_place.setdefault((glyph.start, glyph.end), []).append(index)
        return [tuple(by_place[place]) for place in sorted(by_place)]

    def line(self, index: int) -> tuple[int, ...]:
        """Indices of the glyphs in a line."""
        return tuple(i for i, glyph in enumerate(self.glyphs) if glyph.line == index)


def typeset(
    text: str,
    *,
    size: float | None = None,
    width: float | None = None,
    bold: bool = False,
    italic: bool = False,
    font: str | None = None,
    align: str = "left",
    leading: float | None = None,
    tabular: bool = False,
) -> Setting:
    """A text with ``$maths$`` in it.

    Args:
        size: in points (`POINT` scene units an em); the theme's size for texts if not given.
        width: wrap lines at this many scene units.
        align: ``left``, ``center`` or ``right`` edge of wrapped lines.
        leading: distance of baselines in ems.
        tabular: digits of one width, for numbers that change.
    """
    look = theme.current()
    size = look.scale.text if size is None else size
    leading = look.scale.leading if leading is None else leading
    return _text(
        text, round(size, 3), None if width is None else round(width, 4), bold, italic,
        font or look.font, align, leading, tabular, look.math_font, look.math_weight,
        look.code_font,
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _text(
    text: str, size: float, width: float | None, bold: bool, italic: bool, font: str,
    align: str, leading: float, tabular: bool, math_font: str, math_weight: int,
    code_font: str,
) -> Setting:  # fmt: skip
    marks: list[Mark] = []
    body: list[str] = []
    backwards = right_to_left(text)
    for run in runs(text):
        if run.kind == "blank":
            body.append(" ")
        elif run.kind == "newline":
            body.append("#linebreak()")
        elif run.kind == "math":
            formula = f"${_math_source(run.text, run.start, marks)}$"
            body.append(f"#box({formula})" if len(run.text) <= UNBROKEN else formula)
        else:
            shown = _MINUS.sub("\\1\u2212", plain(run.text))
            marks.append(Mark(run.start, run.start + len(run.text), word=shown))
            body.append(f"#mk({len(marks)}, {_string(shown)})")
    scale = size * POINT / EM
    options = [
        f"font: {_string(font)}",
        f"weight: {600 if bold else 400}",
        f"style: {_string('italic' if italic else 'normal')}",
        f"number-width: {_string('tabular' if tabular else 'auto')}" if tabular else "",
        "dir: rtl" if backwards else "",
    ]
    setup = [
        words_preamble(font, code_font),
        f"#set text({', '.join(option for option in options if option)})",
        f"#set par(leading: {leading - TOP - BOTTOM:.4f}em)",
        f"#set align({'right' if backwards and align == 'left' else align})",
        f"#show math.equation: set text(font: {_string(math_font)}, size: 1.08em, "
        f'weight: {700 if bold else math_weight}, style: "normal")',
    ]
    content = "".join(body)
    if width is not None:
        content = f"#block(width: {width / scale:.3f}pt)[{_ORIGIN}{content}]"
    else:
        content = _ORIGIN + content
    return _set(text, "text", "\n".join(setup), content, marks, scale, size * POINT, font)


def typeset_math(latex: str, *, size: float | None = None, bold: bool = False) -> Setting:
    """A formula in display style, by Typst, or by LaTeX where the theme asks for it, it is
    installed and takes the formula.

    Args:
        size: in points; the theme's size for formulas if not given.
    """
    look = theme.current()
    size = look.scale.math if size is None else size
    if theme.maths() == "latex":
        real = _latex(latex, round(size, 3), bold)
        if real is not None:
            return real
    weight = 700 if bold else look.math_weight
    return _math(latex, round(size, 3), look.math_font, weight, look.font, look.code_font)


@lru_cache(maxsize=2048)
def _latex(latex: str, size: float, bold: bool) -> Setting | None:
    """A formula by LaTeX; None where Typst has to set it."""
    converted = convert(latex)
    if converted.problems:
        return None
    made = set_formula(latex, converted.marks, EM, _MARKER, bold)
    if made is None:
        return None
    page, known = made
    em = size * POINT
    marks = converted.marks if known else ()
    setting = _setting(latex, "math", page, marks, em / EM, em)
    return setting if known else replace(setting, unmarked=True)


@lru_cache(maxsize=2048)
def _math(
    latex: str, size: float, font: str, weight: int, text_font: str, code_font: str
) -> Setting:
    marks: list[Mark] = []
    body = _math_source(latex, 0, marks)
    setup = words_preamble(text_font, code_font)
    setup += f"#show math.equation: set text(font: {_string(font)}, weight: {weight})"
    scale = size * POINT / EM
    content = f"{_ORIGIN}$display({body})$"
    return _set(latex, "math", setup, content, marks, scale, size * POINT)


def typeset_code(code: str, lang: str = "python", *, size: float | None = None) -> Setting:
    """A listing, its syntax in the theme's colours; an unknown language stays in ink.

    What all its lines are indented by, as in a storyboard, does not count.

    Args:
        size: in points; the theme's size for listings if not given.
    """
    look = theme.current()
    size = look.scale.code if size is None else size
    return _code(textwrap.dedent(code.expandtabs(4)), lang, round(size, 3), look.code_font)


_SYNTAX = {
    "#d73948": "pink", "#4b69c6": "blue", "#8b41b1": "purple", "#198810": "green",
    "#b60157": "orange", "#74747c": "gray", "#1d6c76": "teal", "#16718d": "teal",
}  # fmt: skip
"""Typst's colours of a listing as the palette's."""


@lru_cache(maxsize=256)
def _code(code: str, lang: str, size: float, font: str) -> Setting:
    setup = (
        f"#show raw: set text(font: {_string(font)}, size: {EM}pt, top-edge: {TOP}em, "
        f"bottom-edge: -{BOTTOM}em)\n#set par(leading: 0.32em)"
    )
    shown = code.strip("\n")
    content = f"#raw(block: true, lang: {_string(lang)}, {_string(shown or ' ')})"
    page = read_svg(compile_svg(f"{_PREAMBLE}{setup}\n{content}\n"))
    pitch = (TOP + BOTTOM + 0.32) * EM
    rows: dict[int, list[Shape]] = {}
    for shape in page.shapes:
        rows.setdefault(round((shape.baseline - TOP * EM) / pitch), []).append(shape)
    scale = size * POINT / EM
    center = np.array([page.width / 2, page.height / 2])
    glyphs: list[Glyph] = []
    start = code.index(shown) if shown else 0
    lines = shown.split("\n")
    for number, line in enumerate(lines):
        shapes = rows.get(number, [])
        places = [start + k for k, letter in enumerate(line) if not letter.isspace()]
        exact = len(places) == len(shapes)
        for k, shape in enumerate(shapes):
            outline = (shape.outline - center) * np.array([scale, -scale])
            outline.setflags(write=False)
            first, last = (places[k], places[k] + 1) if exact else (start, start + len(line))
            color = _SYNTAX.get(shape.fill)
            glyphs.append(Glyph(outline, first, last, color, shape.rule, number))
        start += len(line) + 1
    baselines = tuple(
        float(center[1] - TOP * EM - number * pitch) * scale for number in range(len(lines))
    )
    return Setting(code, "code", tuple(glyphs), page.width * scale, page.height * scale,
                   baselines, size * POINT)  # fmt: skip


def _math_source(latex: str, offset: int, marks: list[Mark]) -> str:
    converted = convert(latex, len(marks) + 1, offset)
    marks.extend(converted.marks)
    return converted.typst


_PREAMBLE = f"""\
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(size: {EM}pt, ligatures: false, top-edge: {TOP}em, bottom-edge: -{BOTTOM}em)
{PREAMBLE}"""

_ORIGIN = f"#box(width: 0pt, height: 0pt, place(rect(width: 1pt, height: 1pt, \
fill: rgb({json.dumps(_MARKER)}), stroke: none)))"


def _string(text: str) -> str:
    """``text`` as a string of Typst."""
    return json.dumps(text, ensure_ascii=False)


def _set(
    source: str, kind: str, setup: str, content: str, marks: Sequence[Mark], scale: float,
    em: float, font: str | None = None,
) -> Setting:  # fmt: skip
    page = read_svg(compile_svg(f"{_PREAMBLE}{setup}\n{content}\n", font))
    return _setting(source, kind, page, marks, scale, em)


def _setting(
    source: str, kind: str, page: Page, marks: Sequence[Mark], scale: float, em: float
) -> Setting:
    first = next((s.baseline for s in page.shapes if s.fill == _MARKER), TOP * EM)
    shapes = [shape for shape in page.shapes if shape.fill != _MARKER]
    lines = _lines(first, shapes)
    center = np.array([page.width / 2, page.height / 2])
    glyphs: list[Glyph] = []
    for mark, members in _by_mark(shapes, marks):
        places = _places(mark, members)
        for shape, (start, end) in zip(members, places, strict=True):
            outline = (shape.outline - center) * np.array([scale, -scale])
            outline.setflags(write=False)
            nearest = min(range(len(lines)), key=lambda k: abs(lines[k] - shape.baseline))
            glyphs.append(Glyph(outline, start, end, mark.color, shape.rule, nearest))
    return Setting(
        source, kind, tuple(glyphs), page.width * scale, page.height * scale,
        tuple(float(center[1] - line) * scale for line in lines), em,
    )  # fmt: skip


def _by_mark(
    shapes: Iterable[Shape], marks: Sequence[Mark]
) -> Iterable[tuple[Mark, list[Shape]]]:
    """Shapes in drawing order, neighbours of one mark together."""
    nothing = Mark(0, 0)
    group: list[Shape] = []
    number = -1
    for shape in shapes:
        this = int(shape.fill.removeprefix("#") or "0", 16)
        if this != number and group:
            yield (marks[number - 1] if 0 < number <= len(marks) else nothing), group
            group = []
        number = this
        group.append(shape)
    if group:
        yield (marks[number - 1] if 0 < number <= len(marks) else nothing), group


def _places(mark: Mark, members: Sequence[Shape]) -> list[tuple[int, int]]:
    """Where in the source each glyph of a mark comes from: letter by letter if they match."""
    if mark.word is not None and len(mark.word) == len(members) == mark.end - mark.start:
        order = range(len(members))
        if right_to_left(mark.word):
            order = range(len(members) - 1, -1, -1)
        return [(mark.start + k, mark.start + k + 1) for k in order]
    return [(mark.start, mark.end)] * len(members)


def _lines(first: float, shapes: Sequence[Shape]) -> list[float]:
    """Baselines from top to bottom; only letters that start lines well apart count."""
    found = [first]
    for shape in shapes:
        if not shape.rule and shape.baseline > found[-1] + 0.9 * EM:
            found.append(shape.baseline)
    return found


def settings_cached() -> dict[str, Any]:
    """Figures of the caches, for tests."""
    return {"text": _text.cache_info(), "math": _math.cache_info()}
