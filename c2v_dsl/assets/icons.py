"""Icons that are here: in the installed sets, or kept since they were fetched."""

from __future__ import annotations

from functools import lru_cache

from . import icon_store
from .icon_names import Icon, Wanted, wanted
from .icon_sets import SETS, IconSet, names, svg_of
from .icon_words import WORDS

__all__ = ["Icon", "Wanted", "known_names", "meant", "offline", "search", "there",
           "wanted"]


def known_names(source: str = "") -> frozenset[str]:
    """Every name in the installed sets, or in one of them."""
    return frozenset().union(*(names(s) for s in SETS if source in ("", s.id)))


def meant(want: Wanted) -> tuple[IconSet, str] | None:
    """The set and name of the icon in the installed sets; None where they do not have it."""
    for name in (want.name, WORDS.get(want.name)):
        for icons in SETS:
            if name and want.source in ("", icons.id) and name in names(icons):
                return icons, name
    return None


@lru_cache(maxsize=256)
def offline(want: Wanted) -> Icon | None:
    """The icon from the installed sets, None where they do not have it."""
    found = meant(want)
    return _icon(*found) if found else None


def there(want: Wanted) -> Icon | None:
    """The icon, where no network is needed for it."""
    if not want.remote:
        return offline(want)
    kept = icon_store.kept(want)
    return kept.icon if kept else None


def search(text: str) -> list[str]:
    """Bare names of icons that every word of ``text`` goes with, the likeliest first: the very
    name, what an everyday word means, whole words of the name, beginnings of them."""
    words = text.lower().replace("-", " ").replace("_", " ").split()
    ranked: list[tuple[int, int, str]] = []
    meant = WORDS.get("-".join(words))
    for name in known_names():
        pieces = name.split("-")
        if pieces == words:
            rank = 0
        elif name == meant:
            rank = 1
        elif all(word in pieces for word in words):
            rank = 2
        elif all(any(piece.startswith(word) for piece in pieces) for word in words):
            rank = 3
        else:
            continue
        ranked.append((rank, len(pieces) if words else 0, name))
    return [name for *_, name in sorted(ranked)]


def _icon(icons: IconSet, name: str) -> Icon | None:
    svg = svg_of(icons, name)
    if svg is None:
        return None
    return Icon(f"{icons.id}:{name}", svg, icons.title, icons.author, icons.licence, icons.url)
