"""Typst at the stage's hand: a source in, one page of SVG out."""

from __future__ import annotations

from ..semantics.fonts import CARRIED, typeset, unusual


def compile_svg(source: str, font: str | None = None) -> bytes:
    """The one page of ``source`` as SVG.

    Args:
        font: a family that the source asks for by name.

    Raises:
        typst.TypstError: the source is no Typst.
    """
    system = (font is not None and font not in CARRIED) or bool(unusual(source))
    return typeset(source, system)[0]
