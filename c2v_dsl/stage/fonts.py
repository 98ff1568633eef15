"""Typst at the stage's hand: a source in, one page of SVG out."""

from __future__ import annotations

from ..semantics.fonts import CARRIED, compiler, folders, unusual

__all__ = ["compile_svg", "compiler", "folders"]


def compile_svg(source: str, font: str | None = None) -> bytes:
    """The one page of ``source`` as SVG.

    Args:
        font: a family that the source asks for by name.

    Raises:
        typst.TypstError: the source is no Typst.
    """
    system = (font is not None and font not in CARRIED) or bool(unusual(source))
    svg = compiler(system).compile(input=source.encode(), format="svg")
    return svg[0] if isinstance(svg, list) else svg or b""
