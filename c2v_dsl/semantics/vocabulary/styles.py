"""The style words and which of them mean something for which sort of kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StyleType = Literal["color", "paint", "pen", "number", "opacity", "angle", "flag", "text", "count"]
"""``paint``: a colour or none, then perhaps an opacity; ``pen``: a colour or none, then perhaps a
width in points; ``flag``: no value."""


@dataclass(frozen=True)
class StyleWord:
    name: str
    type: StyleType
    doc: str
    example: str


STYLES: dict[str, StyleWord] = {
    word.name: word
    for word in (
        StyleWord("color", "color", "Colour of words and outlines.", "color gold"),
        StyleWord("fill", "paint", "Colour inside, perhaps with an opacity; or none.",
                  "fill blue 0.4"),
        StyleWord("stroke", "pen", "Colour of the outline, perhaps with a width; or none.",
                  "stroke gold 6"),
        StyleWord("glow", "color", "A soft light of this colour around it.", "glow yellow"),
        StyleWord("size", "number", "Size of the letters, in points.", "size 60"),
        StyleWord("scale", "number", "Times its natural size.", "scale 0.8"),
        StyleWord("opacity", "opacity", "From 0 or 0% (unseen) to 1 or 100%.", "opacity 40%"),
        StyleWord("dashed", "flag", "Outline in dashes.", "dashed"),
        StyleWord("rotated", "angle", "Turned against the clock.", "rotated 30deg"),
        StyleWord("bold", "flag", "Heavy letters.", "bold"),
        StyleWord("italic", "flag", "Slanted letters.", "italic"),
        StyleWord("font", "text", "Family of the letters.", 'font "New Computer Modern"'),
        StyleWord("layer", "count", "Depth: higher stands in front; 0 if not said.", "layer 2"),
    )
}

EVERYWHERE = ("scale", "opacity", "rotated", "layer")
FORMULA = ("color", "glow", "size", *EVERYWHERE)
WORDS = ("color", "glow", "size", "bold", "italic", "font", *EVERYWHERE)
LISTING = ("size", *EVERYWHERE)
LINE = ("color", "stroke", "glow", "dashed", *EVERYWHERE)
SHAPE = ("color", "fill", "stroke", "glow", "dashed", *EVERYWHERE)
DOT = ("color", "fill", "stroke", "glow", *EVERYWHERE)
PLANE = ("color", "stroke", "size", "opacity", "layer")
TABLE = ("color", "stroke", "size", "bold", "font", *EVERYWHERE)
CHART = ("color", "fill", "stroke", "size", *EVERYWHERE)
SURFACE = ("color", "fill", "opacity", "layer")
PICTURE = EVERYWHERE
DRAWING = ("color", "fill", "stroke", "glow", *EVERYWHERE)
