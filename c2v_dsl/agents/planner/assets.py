"""Icons and pictures chosen before a scene is written: what there is, and what comes near."""

from __future__ import annotations

from ...assets import icons
from ...assets.icon_words import WORDS
from ...semantics.suggest import listing, nearest
from .plan import Outline, Say

NEAR = 4
"""So many names are proposed for an icon that is not there."""

MOST = 4
"""A scene is given at most so many icons."""


def resolved(outline: Outline, pictures: tuple[str, ...], say: Say) -> Outline:
    """The outline with every icon and picture one that is there, or left out; ``say`` is told."""
    new = outline.model_copy(deep=True)
    for scene in new.scenes:
        found = []
        for name in scene.icons:
            there = icon(name)
            if there is None:
                near = listing((f"`{name}`" for name in near_icons(name)), "or")
                say(f"there is no icon `{name}` for `{scene.id}`" +
                    (f"; there are {near}" if near else ""))
            else:
                if there != name:
                    say(f"the icon `{name}` of `{scene.id}` is called `{there}`")
                found.append(there)
        scene.icons = list(dict.fromkeys(found))[:MOST]
        known = [picture(name, pictures) for name in scene.pictures]
        for name, path in zip(scene.pictures, known, strict=True):
            if path is None:
                say(f"there is no picture `{name}` for `{scene.id}`")
        scene.pictures = list(dict.fromkeys(path for path in known if path))
    return new


def icon(name: str) -> str | None:
    """The name of an icon of the installed sets: that one, the one an everyday word means, a slip
    of the pen, or the likeliest that has its words."""
    want = icons.wanted(name.strip().strip("`\"'"))
    if want.remote or not want.name:
        return None
    if icons.meant(want) is not None:
        return str(want)
    plain = want.name.removesuffix("-icon").removeprefix("icon-")
    singular = plain.removesuffix("s")
    for other in (plain, singular):
        if icons.meant(icons.wanted(other)) is not None:
            return other
    if slip := nearest(plain, [name for name in (*WORDS, *icons.known_names())
                               if abs(len(name) - len(plain)) < 2 and name[:1] == plain[:1]]):
        return slip
    if found := icons.search(plain):
        return found[0]
    pieces = [piece for piece in plain.split("-") if len(piece) > 2]
    return next((piece for piece in reversed(pieces)
                 if icons.meant(icons.wanted(piece)) is not None), None)


def near_icons(name: str) -> list[str]:
    """Names that have a word, or its beginning, in common with ``name``."""
    found = []
    for piece in icons.wanted(name).name.split("-"):
        for end in range(len(piece), 2, -1):
            if hits := icons.search(piece[:end]):
                found += hits[:NEAR]
                break
    return list(dict.fromkeys(found))[:NEAR]


def picture(name: str, given: tuple[str, ...]) -> str | None:
    """The given picture that a name means, with or without its folder and ending."""
    wanted = _stem(name)
    return next((path for path in given if path == name), None) or next(
        (path for path in given if _stem(path) == wanted), None)


def _stem(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()
