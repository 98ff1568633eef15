"""How far two pictures are from each other, so that a hair's breadth is nothing and a move much."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

MEAN = 1.5
"""Levels of 255 that pixels may differ by on the whole: smoother letters, other roundings."""
SPOT = 30.0
"""Levels of 255 that a blurred spot may differ by: nothing has moved, come, gone or turned."""
BLUR = 1.5
"""Radius of the blur in pixels: where a line's edge lies within a pixel is lost in it."""


@dataclass(frozen=True)
class Difference:
    """``mean`` over all pixels, and the greatest of the blurred picture with its place."""

    mean: float
    spot: float
    at: tuple[int, int]

    @property
    def small(self) -> bool:
        return self.mean <= MEAN and self.spot <= SPOT


def difference(drawn: Image.Image, kept: Image.Image) -> Difference:
    """Raises ``ValueError`` where the sizes differ."""
    if drawn.size != kept.size:
        raise ValueError(f"{drawn.size} pixels, {kept.size} expected")
    a, b = drawn.convert("RGB"), kept.convert("RGB")
    mean = float(np.abs(np.asarray(a, int) - np.asarray(b, int)).mean())
    blurred = [np.asarray(p.filter(ImageFilter.GaussianBlur(BLUR)), int) for p in (a, b)]
    apart = np.abs(blurred[0] - blurred[1]).max(axis=2)
    y, x = np.unravel_index(int(apart.argmax()), apart.shape)
    return Difference(mean, float(apart[y, x]), (int(x), int(y)))


def leave(drawn: Image.Image, kept: Image.Image, folder: Path, name: str) -> Path:
    """Drawn, expected and what differs (strengthened), one above another, for eyes."""
    folder.mkdir(parents=True, exist_ok=True)
    a, b = drawn.convert("RGB"), kept.convert("RGB").resize(drawn.size)
    apart = np.abs(np.asarray(a, int) - np.asarray(b, int)) * 4
    strip = Image.new("RGB", (a.width, 3 * a.height + 16), "#ff00ff")
    for row, picture in enumerate((a, b, Image.fromarray(apart.clip(0, 255).astype("uint8")))):
        strip.paste(picture, (0, row * (a.height + 8)))
    path = folder / f"{name.replace('/', '_')}.png"
    strip.save(path)
    return path
