"""The fonts that are always there, and one Typst compiler that has read them."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import typst

PACKAGED = "font_source_sans_pro"


def folders() -> list[str]:
    """Folders of fonts shipped as Python packages; Typst carries its own besides."""
    spec = find_spec(PACKAGED)
    roots = spec.submodule_search_locations if spec else None
    return [str(Path(root) / "files") for root in roots or ()]


@lru_cache(maxsize=1)
def compiler() -> typst.Compiler:
    """The compiler of this process: reading fonts costs 40 ms once, a formula then under 1 ms."""
    return typst.Compiler(font_paths=folders())


def compile_svg(source: str) -> bytes:
    """The one page of ``source`` as SVG.

    Raises:
        typst.TypstError: the source is no Typst.
    """
    svg = compiler().compile(input=source.encode(), format="svg")
    return svg[0] if isinstance(svg, list) else svg or b""
