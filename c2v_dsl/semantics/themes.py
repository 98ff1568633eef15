"""Themes: every colour, size and weight of the look, as plain data.

A theme's palette is toned by hand in OKLCH so that all hues of one lightness weigh the same and
read on its background; ``light_`` and ``dark_`` are lighter and darker whatever the background.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

HUES = (
    "gray", "red", "orange", "gold", "yellow", "green",
    "teal", "blue", "purple", "pink", "brown",
)  # fmt: skip

COLOR_NAMES = (
    "white",
    "black",
    *HUES,
    *(f"light_{hue}" for hue in HUES),
    *(f"dark_{hue}" for hue in HUES),
    "light_white", "dark_white", "light_black", "dark_black", "background",
)  # fmt: skip
"""Every name of a colour that the language knows."""

POINT = 0.01
"""Height of one point of ``size`` in scene units: size 32 has an em of 0.32."""


@dataclass(frozen=True)
class Scale:
    """Sizes of letters, in points (see `POINT`), and how lines are set."""

    title: float = 48
    lecture: tuple[float, ...] = (34, 32, 30, 28, 26, 24, 22, 20)
    """Steps tried from the first on, until the lines fit their column."""
    text: float = 40
    math: float = 46
    label: float = 32
    code: float = 28
    small: float = 26
    tick: float = 24
    readable: float = 20
    """The least size that reads at 480p."""
    leading: float = 1.28
    """Distance between baselines, in ems."""


@dataclass(frozen=True)
class Theme:
    """One look. Colours are ``#rrggbb``.

    ``beats`` are colour names that lecture lines take in turn; ``stroke`` and ``thin`` are line
    widths in points of Manim (a hundredth of a scene unit); ``dimmed`` is the opacity of what is
    dimmed or not running; ``grid`` colours lines of planes and tables.
    """

    name: str
    dark: bool
    background: str
    ink: str
    muted: str
    faint: str
    grid: str
    panel: str
    palette: Mapping[str, str]
    beats: tuple[str, ...] = ("blue", "gold", "green", "pink", "teal", "orange", "purple")
    accent: str = "blue"
    scale: Scale = Scale()
    font: str = "Source Sans Pro"
    math_font: str = "New Computer Modern Math"
    math_weight: int = 450
    code_font: str = "DejaVu Sans Mono"
    stroke: float = 4.0
    thin: float = 2.0
    dot_radius: float = 0.09
    fill_opacity: float = 0.35
    dimmed: float = 0.35

    def color(self, name: str) -> str:
        """``#rrggbb`` of a colour's name or of ``#rrggbb`` itself.

        Raises:
            KeyError: the name is no colour.
        """
        return name.lower() if name.startswith("#") else self.palette[name]

    def beat_color(self, index: int) -> str:
        """Name of the colour of the ``index``-th beat's line where it names none."""
        return self.beats[index % len(self.beats)]


def _palette(
    background: str, white: str, black: str, dark_white: str, light_black: str, toned: str
) -> Mapping[str, str]:
    names = [f"{shade}{hue}" for hue in HUES for shade in ("", "light_", "dark_")]
    palette = dict(zip(names, toned.split(), strict=True))
    palette |= {
        "background": background, "white": white, "light_white": white, "dark_white": dark_white,
        "black": black, "dark_black": black, "light_black": light_black,
    }  # fmt: skip
    return MappingProxyType(palette)


CHALK = Theme(
    name="chalk",
    dark=True,
    background="#11151c",
    ink="#f3f0e8",
    muted="#99a2b0",
    faint="#2b323d",
    grid="#38414f",
    panel="#1a2029",
    palette=_palette(
        "#11151c", "#f6f4ee", "#05070a", "#d3d1ca", "#3c434d",
        """
        #999fa8 #c7cbd1 #595e65  #f66c6d #ffafac #a6383c  #ff9550 #ffc6a5 #ad560e
        #f5b845 #fed899 #a67604  #f9df5c #fff0a7 #a7921f  #6bd586 #afedba #2c8647
        #56d1c8 #a6eae3 #0c837c  #5bb6fe #b0dafe #1b6ea8  #bf97f7 #ddc9fe #7656a1
        #f483b8 #ffbfda #9e4571  #b98562 #d8b6a0 #754d32
        """,
    ),
)  # fmt: skip

PAPER = Theme(
    name="paper",
    dark=False,
    background="#fbf9f4",
    ink="#22262d",
    muted="#697180",
    faint="#e4e0d6",
    grid="#cfcabd",
    panel="#f2eee4",
    palette=_palette(
        "#fbf9f4", "#ffffff", "#1b1f26", "#e3e0d8", "#4a5058",
        """
        #6f757e #b4b8bd #44484f  #c13b42 #ed9693 #841521  #cd650c #f1ac82 #844007
        #b58210 #e3be80 #765405  #9b8400 #e0d078 #6b5b00  #09853d #8cc998 #025122
        #11867f #87c9c3 #00534f  #0074b8 #82b7e5 #014671  #7e57b1 #bba4e0 #4f2e76
        #ac4278 #df99b7 #711b49  #80512f #b79781 #522d11
        """,
    ),
    beats=("blue", "red", "green", "purple", "orange", "teal", "pink"),
    dimmed=0.4,
)  # fmt: skip

THEMES: Mapping[str, Theme] = MappingProxyType({t.name: t for t in (CHALK, PAPER)})
DEFAULT_THEME = "chalk"


def theme(name: str) -> Theme:
    """The theme called ``name``; an unknown name means the default one."""
    return THEMES.get(name, THEMES[DEFAULT_THEME])


def rgb(color: str) -> tuple[float, float, float]:
    """``#rrggbb`` as three numbers from 0 to 1."""
    value = int(color.removeprefix("#")[:6], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def luminance(color: str) -> float:
    """Relative luminance by WCAG, 0 for black to 1 for white."""
    channels = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color))
    return sum(c * w for c, w in zip(channels, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(color: str, background: str) -> float:
    """Contrast ratio by WCAG, from 1 (none) to 21. Both are ``#rrggbb``."""
    light, dark = sorted((luminance(color), luminance(background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


READABLE_CONTRAST = 3.0
"""The least contrast at which text of the stage's sizes reads."""
