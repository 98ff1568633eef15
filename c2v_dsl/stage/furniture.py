"""What stands on the stage besides objects: the title and the lecture lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import ManimColor, VGroup, VMobject

from ..semantics import frame
from ..semantics.themes import POINT, Theme
from ..semantics.words import right_to_left
from .brush import tell
from .clock import eased
from .typeset import BOTTOM, TOP, Setting, typeset

FADE = 30
"""Frames of 1/60 s in which the furniture appears and the closing clear takes it away."""

TURN = 24
"""Frames of 1/60 s in which the light goes from one lecture line to the next."""


@dataclass(frozen=True)
class Beat:
    """One step of a lesson: its method ``beat_NAME``, its lecture line and the line's colour."""

    name: str
    line: str | None = None
    color: str | None = None


def mobject(setting: Setting, color: str, x: float, y: float) -> VGroup:
    """The glyphs of a setting, its layout box centred at ``(x, y)`` in scene units."""
    group = VGroup()
    for glyph in setting.glyphs:
        letter = VMobject(stroke_width=0, fill_opacity=1, fill_color=ManimColor(color))
        points = np.zeros((len(glyph.outline), 3))
        points[:, :2] = glyph.outline + np.array([x, y])
        letter.set_points(points)
        tell(letter, fixed=True)
        group.add(letter)
    return group


def left_aligned(setting: Setting, color: str, left: float, top: float) -> VGroup:
    """The glyphs with the layout box's upper left corner at ``(left, top)``."""
    return mobject(setting, color, left + setting.width / 2, top - setting.height / 2)


class Line:
    """One lecture line and its accent bar; ``light`` runs from 0 (dimmed) to 1 (running)."""

    def __init__(self, words: VGroup, bar: VMobject, theme: Theme, color: str) -> None:
        self.words = words
        self.bar = bar
        self._ink = ManimColor(theme.muted)
        self._lit = ManimColor(color)
        self._dimmed = 0.88
        self._shown: tuple[float, float] | None = None

    def show(self, light: float, opacity: float) -> None:
        """Paint it with this much light, all of it with ``opacity``."""
        if self._shown == (light, opacity):
            return
        self._shown = (light, opacity)
        color = self._ink.interpolate(self._lit, light)
        strength = (self._dimmed + (1 - self._dimmed) * light) * opacity
        for letter in self.words:
            letter.set_fill(color, strength)
        self.bar.set_fill(self._lit, light * opacity)


class Furniture(VGroup):
    """Title and lecture lines of a scene, painted for any moment by `paint`.

    Args:
        beats: one line each; none has a line in ``wide`` scenes.
    """

    def __init__(self, title: str, layout: str, beats: Sequence[Beat], theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.title = _title(title, theme)
        self.lines: list[Line] = []
        self._opacity = -1.0
        self.add(self.title)
        if layout != "wide":
            self._lecture(beats)
        self.paint(0, 0, None)

    def _lecture(self, beats: Sequence[Beat]) -> None:
        theme = self.theme
        settings, size, gap = lecture_settings([beat.line or "" for beat in beats], theme)
        top = frame.LECTURE.y1
        em = size * POINT
        for index, (beat, setting) in enumerate(zip(beats, settings, strict=True)):
            color = theme.color(beat.color or theme.beat_color(index))
            backwards = right_to_left(beat.line or "")
            edge = frame.LECTURE.x1 - BAR if backwards else frame.LECTURE.x0
            left = edge + BAR - INDENT - setting.width if backwards else edge + INDENT
            words = left_aligned(setting, theme.ink, left, top)
            high = top - (TOP - 0.68) * em
            low = top - setting.height + (BOTTOM - 0.06) * em
            bar = _bar(edge, low, edge + BAR, high)
            self.lines.append(Line(words, bar, theme, color))
            self.add(words, bar)
            top -= setting.height + gap

    def paint(self, running: float, light: float, before: int | None, opacity: float = 0.0) -> None:
        """Paint the furniture.

        Args:
            running: index of the beat whose line is lit.
            light: how far the light has come to it, 0 to 1.
            before: index of the line it comes from, or None.
            opacity: of everything, 0 to 1.
        """
        if opacity != self._opacity:
            self._opacity = opacity
            for letter in self.title:
                letter.set_fill(opacity=opacity)
        for index, line in enumerate(self.lines):
            level = light if index == running else 1 - light if index == before else 0.0
            line.show(level, opacity)


INDENT = 1.5 * frame.STEP
"""Space before the words of a lecture line, for its accent bar."""

BAR = 0.3 * frame.STEP
"""Width of the accent bar."""


def lecture_settings(lines: Sequence[str], theme: Theme) -> tuple[list[Setting], float, float]:
    """The lines wrapped in the largest of the theme's sizes in which all fit their column.

    Returns:
        the settings, their size in points, and the gap between lines in scene units.
    """
    width = frame.LECTURE_WIDTH - INDENT
    settings: list[Setting] = []
    size = gap = 0.0
    for size in theme.scale.lecture:
        settings = [typeset(line, size=size, width=width, leading=LEADING) for line in lines]
        em = size * POINT
        needed = sum(s.height for s in settings)
        spaces = max(1, len(settings) - 1)
        gap = min(LOOSE * em, max(TIGHT * em, (frame.LECTURE.height - needed) / spaces))
        broad = max((s.ink[2] - s.ink[0] for s in settings), default=0.0)
        if needed + TIGHT * em * spaces <= frame.LECTURE.height and broad <= width + 1e-6:
            break
    return [balanced(s, size, width) for s in settings], size, gap


def balanced(setting: Setting, size: float, width: float) -> Setting:
    """The same words in no more lines, broken so that the lines are about equally long."""
    count = len(setting.baselines)
    if count == 1:
        return setting
    low, high = width / 2, width
    while high - low > width / 40:
        middle = (low + high) / 2
        trial = typeset(setting.source, size=size, width=middle, leading=LEADING)
        if len(trial.baselines) > count or trial.ink[2] - trial.ink[0] > middle + 1e-6:
            low = middle
        else:
            high, setting = middle, trial
    return setting


LEADING = 1.22
"""Distance of baselines inside a lecture line, in ems."""

TIGHT, LOOSE = 0.55, 1.0
"""Least and most space between lecture lines, in ems."""


def _title(text: str, theme: Theme) -> VGroup:
    setting = title_setting(text, theme)
    middle = frame.TITLE.y0 + TITLE_RISE - setting.baseline
    half = setting.width / 2
    center = frame.TITLE.x1 - half if right_to_left(text) else frame.TITLE.x0 + half
    return mobject(setting, theme.ink, center, middle)


TITLE_RISE = 2.6 * frame.STEP
"""Height of the title's baseline over the grid."""


def title_setting(text: str, theme: Theme) -> Setting:
    """The title on one line, made smaller where it is too long for the frame."""
    size = theme.scale.title
    setting = typeset(text, size=size, bold=True)
    if setting.width > frame.TITLE.width:
        setting = typeset(text, size=0.99 * size * frame.TITLE.width / setting.width, bold=True)
    return setting


def _bar(x0: float, y0: float, x1: float, y1: float) -> VMobject:
    bar = VMobject(stroke_width=0, fill_opacity=0)
    corners = np.array([[x0, y0, 0], [x1, y0, 0], [x1, y1, 0], [x0, y1, 0], [x0, y0, 0]])
    bar.set_points_as_corners(corners)
    tell(bar, fixed=True)
    return bar


def notice(intent: str, layout: str, theme: Theme) -> VGroup:
    """A box at the foot of the grid that says what an action without code would show."""
    grid = frame.grid_rect(layout)
    width = grid.width * 0.8
    setting = typeset(intent, size=theme.scale.small, width=width, align="center")
    x, y = grid.center[0], grid.y0 + setting.height / 2 + frame.STEP
    half = frame.Rect(x - width / 2, y, x + width / 2, y).inset(-2 * frame.STEP)
    panel = _bar(half.x0, y - setting.height / 2 - frame.STEP, half.x1,
                 y + setting.height / 2 + frame.STEP)  # fmt: skip
    panel.set_fill(ManimColor(theme.panel), 0.95)
    panel.set_stroke(ManimColor(theme.muted), theme.thin)
    return VGroup(panel, mobject(setting, theme.muted, x, y))


def fade(frames: float) -> float:
    """Share of a furniture fade done after ``frames``."""
    return eased(frames / FADE)


def turn(frames: float) -> float:
    """Share of the light's way done after ``frames``."""
    return eased(frames / TURN)
