"""Sets of icons installed beside c2v (its extra ``icons``), read without importing them."""

from __future__ import annotations

import importlib.util
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["INSTALL", "SETS", "IconSet", "installed", "names", "svg_of"]

INSTALL = 'pip install "c2v[icons]"'
"""What installs the sets."""


@dataclass(frozen=True)
class IconSet:
    """A set of icons in an archive of SVG files inside an installed package.

    Attributes:
        id: how names begin that mean this set: ``tabler:virus``.
        package: the package that holds the ``archive``.
        distribution: the package's name where it is installed from.
    """

    id: str
    title: str
    package: str
    archive: str
    distribution: str
    author: str
    licence: str
    url: str


SETS = (
    IconSet("lucide", "Lucide", "lucide", "lucide.zip", "lucide", "Lucide Contributors",
            "ISC (icons from Feather: MIT, Cole Bemis)", "https://lucide.dev"),
    IconSet("tabler", "Tabler Icons", "tabler_icons", "archive.zip", "tabler-icons", "Paweł Kuna",
            "MIT", "https://tabler.io/icons"),
)
"""In the order in which a bare name is looked for. All are drawn with lines on one 24×24 grid."""


@cache
def _archive(icons: IconSet) -> Path | None:
    try:
        spec = importlib.util.find_spec(icons.package)
    except (ImportError, ValueError):
        return None
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder) / icons.archive).is_file():
            return path
    return None


@cache
def _opened(icons: IconSet) -> zipfile.ZipFile | None:
    """The set's archive, whose list of files takes most of the time; None without a sound one."""
    path = _archive(icons)
    try:
        return zipfile.ZipFile(path) if path is not None else None
    except (OSError, zipfile.BadZipFile):
        return None


@cache
def names(icons: IconSet) -> frozenset[str]:
    """Names of the set's icons; none where it is not installed or damaged."""
    archive = _opened(icons)
    files = archive.namelist() if archive is not None else ()
    return frozenset(name.removesuffix(".svg") for name in files if name.endswith(".svg"))


def installed() -> tuple[IconSet, ...]:
    """The sets that are there."""
    return tuple(icons for icons in SETS if _archive(icons) is not None)


def svg_of(icons: IconSet, name: str) -> str | None:
    """The text of an icon's SVG; None where there is none."""
    archive = _opened(icons)
    if archive is None:
        return None
    try:
        return archive.read(f"{name}.svg").decode("utf-8")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
