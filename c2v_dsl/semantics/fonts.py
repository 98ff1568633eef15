"""The fonts that are always there, the machine's own for other scripts, and what none covers.

Texts in the Latin, Greek and Cyrillic scripts and formulas are set in fonts that come with Python
packages, so that they look the same on every machine and no folder of fonts need be searched.
Only a text with other letters, or a font asked for by name, makes Typst read the machine's fonts.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .themes import Theme

if TYPE_CHECKING:
    import typst

PACKAGED = "font_source_sans_pro"

CARRIED = frozenset({"New Computer Modern", "New Computer Modern Math", "Libertinus Serif",
                     "DejaVu Sans Mono", "Source Sans Pro"})  # fmt: skip
"""Families that come with the packages this one depends on."""

_COVERED = ((0x20, 0x24F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF),
            (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
            (0x2100, 0x214F), (0x2190, 0x22FF))  # fmt: skip
"""Ranges of letters and signs that the carried fonts have."""


def folders() -> list[str]:
    """Folders of fonts shipped as Python packages; Typst carries its own besides."""
    spec = find_spec(PACKAGED)
    roots = spec.submodule_search_locations if spec else None
    return [str(Path(root) / "files") for root in roots or ()]


_ALONE = threading.Lock()
"""A Typst compiler refuses a second thread."""


def typeset(source: str, system: bool = False) -> list[bytes]:
    """The pages of ``source`` as SVG; threads wait for one another.

    Args:
        system: with the fonts of this machine, not only the carried ones.

    Raises:
        typst.TypstError: the source is no Typst.
    """
    with _ALONE:
        svg = compiler(system).compile(input=source.encode(), format="svg")
    return svg if isinstance(svg, list) else [svg or b""]


@lru_cache(maxsize=2)
def compiler(system: bool = False) -> typst.Compiler:
    """The Typst compiler of this process, with the machine's fonts or only the carried ones."""
    import typst

    return typst.Compiler(font_paths=folders(), ignore_system_fonts=not system)


def unusual(text: str) -> str:
    """The letters of ``text`` that the carried fonts may lack, each once, in order."""
    return "".join(
        dict.fromkeys(
            letter
            for letter in text
            if ord(letter) > 0x24F
            and not any(low <= ord(letter) <= high for low, high in _COVERED)
            and unicodedata.category(letter)[0] not in "CZ"
            and unicodedata.category(letter) != "Mn"
        )
    )


def missing_glyphs(text: str, theme: Theme) -> list[str]:
    """Scripts in which ``text`` has letters that no font of this machine has.

    Costs nothing for texts in covered scripts, else one small Typst compile.

    Returns:
        names such as ``Arabic`` or ``Chinese``, in the order of the text.
    """
    letters = unusual(text)
    if not letters:
        return []
    return list(_missing(letters, theme.font))


@lru_cache(maxsize=256)
def _missing(letters: str, font: str) -> tuple[str, ...]:
    nowhere = "\U0010fffe"
    pages = "#pagebreak()".join(f'#text("{letter}")' for letter in nowhere + letters)
    source = f'#set page(width: auto, height: auto)\n#set text(font: "{font}")\n{pages}'
    found = [re.findall(rb'href="#(\w+)"', page) for page in typeset(source, system=True)]
    lacking = (
        letter
        for letter, glyphs in zip(letters, found[1:], strict=False)
        if not glyphs or set(glyphs) & set(found[0])
    )
    return tuple(dict.fromkeys(script(letter) for letter in lacking))


_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean",
            "FULLWIDTH": "Chinese", "IDEOGRAPHIC": "Chinese"}  # fmt: skip


def script(letter: str) -> str:
    """The script of a letter as people call it; ``symbols`` for what is no letter."""
    name = unicodedata.name(letter, "")
    first = name.split(" ")[0].split("-")[0]
    if unicodedata.category(letter)[0] not in "LM" or not first:
        return _SCRIPTS.get(first, "symbols")
    return _SCRIPTS.get(first, first.title())
