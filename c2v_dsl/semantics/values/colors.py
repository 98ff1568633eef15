"""Colours: a name that the theme tones, ``#rrggbb``, or a mix of two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .errors import Mismatch

BASE_COLORS = (
    "white", "black", "gray", "red", "orange", "gold", "yellow", "green", "teal", "blue",
    "purple", "pink", "brown",
)
COLOR_NAMES = frozenset(
    prefix + name for name in BASE_COLORS for prefix in ("", "light_", "dark_")
) | {"background"}
"""Every colour's name; ``background`` is the theme's own, and no reserved word."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
Rgb = tuple[float, float, float]


class Color:
    """``C("gold")``, ``C("#ffcc00")``, or a mix, whose text is ``mix(gold, red, 0.25)``."""

    __slots__ = ("parts", "text")

    def __init__(self, text: str | Color) -> None:
        if isinstance(text, Color):
            self.text: str = text.text
            self.parts: tuple[Color, Color, float] | None = text.parts
            return
        self.parts = None
        if text in COLOR_NAMES:
            self.text = text
        elif _HEX.fullmatch(text):
            self.text = text.lower()
        elif text.startswith("mix(") and text.endswith(")"):
            self.parts = _read_mix(text[4:-1])
            self.text = text
        else:
            raise Mismatch(f"{text!r} is no colour")

    @classmethod
    def mixed(cls, first: Color, second: Color, share: float) -> Color:
        """``share`` of the way from ``first`` to ``second``; shares outside 0 to 1 are cut."""
        share = min(1.0, max(0.0, float(share)))
        if share == 0 or first == second:
            return first
        if share == 1:
            return second
        color = cls.__new__(cls)
        color.parts = (first, second, share)
        color.text = f"mix({first}, {second}, {round(share, 6):g})"
        return color

    def rgb(self, palette: Mapping[str, str]) -> Rgb:
        """Red, green and blue from 0 to 1; ``palette`` gives every name's ``#rrggbb``.

        Mixes go straight through Oklab (Björn Ottosson, 2020), so that halfway looks halfway.
        """
        if self.parts is None:
            return hex_rgb(self.text if self.text.startswith("#") else palette[self.text])
        first, second, share = self.parts
        a, b = to_oklab(first.rgb(palette)), to_oklab(second.rgb(palette))
        return from_oklab(
            (
                a[0] + (b[0] - a[0]) * share,
                a[1] + (b[1] - a[1]) * share,
                a[2] + (b[2] - a[2]) * share,
            )
        )

    def hex(self, palette: Mapping[str, str]) -> str:
        """The colour as ``#rrggbb``."""
        return "#" + "".join(f"{round(channel * 255):02x}" for channel in self.rgb(palette))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f'C("{self.text}")'

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Color) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)


def _read_mix(inner: str) -> tuple[Color, Color, float]:
    depth, cuts = 0, []
    for i, char in enumerate(inner):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            cuts.append(i)
    if len(cuts) != 2:
        raise Mismatch(f"mix({inner}) is no colour")
    first, second = inner[: cuts[0]].strip(), inner[cuts[0] + 1 : cuts[1]].strip()
    try:
        return Color(first), Color(second), float(inner[cuts[1] + 1 :])
    except ValueError:
        raise Mismatch(f"mix({inner}) is no colour") from None


@lru_cache(maxsize=512)
def hex_rgb(text: str) -> Rgb:
    """``#rrggbb`` as three shares."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


@lru_cache(maxsize=512)
def to_oklab(rgb: Rgb) -> Rgb:
    """sRGB to Oklab, with the matrices of https://bottosson.github.io/posts/oklab/."""
    r, g, b = map(_linear, rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lab: Rgb) -> Rgb:
    """Oklab to sRGB, cut to what a screen can show."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def as_color(value: Any) -> Color:
    """A colour, or the colour a text names.

    Raises:
        Mismatch: it is neither.
    """
    if isinstance(value, Color):
        return value
    if isinstance(value, str):
        return Color(value)
    raise Mismatch("a colour is expected here, like gold or #ffcc00")
