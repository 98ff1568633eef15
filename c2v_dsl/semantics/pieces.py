"""Pieces of formulas and texts: how often one stands there as a whole."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Finding, Span
from ..diagnostics.codes import names as codes
from ..syntax import tree
from .formula import find_pieces
from .lowered import Live
from .model import ObjectModel
from .suggest import nearest
from .walk import nodes

_SYMBOL = re.compile(r"\\[A-Za-z]+|\d+(?:[.,]\d+)*|[^\s{}\\]")
_WORD = re.compile(r"[\w'’]+(?:[.,]\d+)*")


def check_piece(
    shown: Any, wanted: str, span: Span, model: ObjectModel, whole: str = ""
) -> tuple[Finding | None, int]:
    """Whether ``wanted`` is the only such piece of ``shown`` (a text or a `Live` one).

    ``whole`` is how the storyboard names the cell or item that shows it, if it is one.

    Returns:
        The finding if it is none or one of several, and how many there are (0: not known).
    """
    text = shown.initial if isinstance(shown, Live) else shown
    if not isinstance(text, str):
        return None, 0
    maths = model.kind.name in ("math", "matrix")
    found = len(find_pieces(text, wanted, maths))
    if found == 1:
        return None, 1
    if not wanted.strip():
        return Finding(codes.PIECE_NONE, span, "a piece must not be empty",
                       help="name a symbol or a word of what is shown"), 0
    if found > 1:
        return Finding(
            codes.PIECE_SEVERAL, span, f'"{wanted}" stands there {found} times, which one is '
            "meant is not clear",
            help=f'write `["{wanted}", 0]` for the first, `["{wanted}", all]` for every one',
        ), found
    if isinstance(shown, Live) and not _surely_absent(wanted, text, model):
        return None, 0
    part = f" as a whole {'symbol' if maths else 'word'}, only inside one" if wanted in text else ""
    near = nearest(wanted, tokens(text, maths) - {wanted})
    help = f'did you mean `["{near}"]`?' if near else (
        "a piece is a whole symbol, number or group of what is shown")
    if whole:
        help = (f"only whole words and numbers have names, as in `{whole}[\"{near}\"]`; the whole "
                f"of it is `{whole}`" if near and len(near) < 24 else
                f"only whole words and numbers have names; the whole of it is `{whole}`")
    return Finding(codes.PIECE_NONE, span, f'"{wanted}" does not stand in `{_short(text)}`{part}',
                   help=help), 0


def _surely_absent(wanted: str, text: str, model: ObjectModel) -> bool:
    """Whether a piece that a live text does not begin with can never come: it has letters, and
    only numbers change."""
    if not any(c.isalpha() for c in wanted):
        return False
    strings = [n for n in nodes(model.decl.call.args) if isinstance(n, tree.Str)]
    if len(strings) != 1:
        return False
    pattern = "".join(
        re.escape(piece) if isinstance(piece, str) else r"[-+−\d.,]*"
        for piece in strings[0].pieces
    )
    return re.fullmatch(pattern, text) is not None


def tokens(text: str, maths: bool) -> set[str]:
    """Symbols and words of ``text``, to propose one."""
    return set((_SYMBOL if maths else _WORD).findall(text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 48 else text[:47] + "…"
