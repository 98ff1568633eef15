"""Icons by name: which source a name means, and the drawing it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .icon_sets import SETS, IconSet, names, svg_of
from .icon_words import WORDS

__all__ = ["REMOTE", "Icon", "Wanted", "known_names", "offline", "wanted"]

REMOTE = ("iconify", "iconfinder")
"""Sources that are asked over the network: ``iconify:mdi/cat``, ``iconfinder:cat``."""


@dataclass(frozen=True)
class Wanted:
    """What a name means: ``source`` is empty for a bare one, else a set or a remote source."""

    source: str
    name: str

    @property
    def remote(self) -> bool:
        return self.source in REMOTE

    def __str__(self) -> str:
        return f"{self.source}:{self.name}" if self.source else self.name


@dataclass(frozen=True)
class Icon:
    """A drawing with what must be said of it beside the video.

    Attributes:
        name: what it is called at its source, ``tabler:virus``.
        svg: its drawing.
        title: the set it comes from.
        url: where set or icon are found.
    """

    name: str
    svg: str
    title: str
    author: str
    licence: str
    url: str


def wanted(text: str) -> Wanted:
    """What the name in a storyboard means; blanks, underscores and capitals count for nothing."""
    source, colon, name = text.partition(":")
    if not colon:
        source, name = "", text
    name = re.sub(r"[\s_]+", "-", name.strip().lower())
    return Wanted(source.strip().lower(), name)


def known_names(source: str = "") -> frozenset[str]:
    """Every name in the installed sets, or in one of them."""
    return frozenset().union(*(names(s) for s in SETS if source in ("", s.id)))


@lru_cache(maxsize=256)
def offline(want: Wanted) -> Icon | None:
    """The icon from the installed sets, None where they do not have it."""
    for name in (want.name, WORDS.get(want.name)):
        for icons in SETS:
            if name and want.source in ("", icons.id) and name in names(icons):
                return _icon(icons, name)
    return None


def _icon(icons: IconSet, name: str) -> Icon | None:
    svg = svg_of(icons, name)
    if svg is None:
        return None
    return Icon(f"{icons.id}:{name}", svg, icons.title, icons.author, icons.licence, icons.url)
