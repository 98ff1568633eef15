"""How icons are named in a storyboard, and what an icon is."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["REMOTE", "Icon", "Wanted", "wanted"]

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
    source = source.strip().lower()
    blank = " " if source == "iconfinder" else "-"
    name = re.sub(r"[\s_]+", blank, name.strip().lower())
    if source == "iconify":
        name = re.sub(r"-*[:/]-*", "/", name)
    return Wanted(source, name)
