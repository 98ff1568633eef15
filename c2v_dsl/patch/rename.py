"""Giving something another name everywhere."""

from __future__ import annotations

import re

from ..diagnostics import Span
from ..syntax import tree
from ..syntax.words import RESERVED, proposal
from .index import Entry, Index
from .references import name_spans

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CELL = re.compile(r"[A-F][1-6]")


def rename(entry: Entry, to: str, index: Index) -> list[Span] | str:
    """Where ``to`` must be written; a sentence if it cannot be the name."""
    if not isinstance(getattr(entry.node, "name", None), tree.Ident):
        return f"`{entry.id}` has no name"
    if _NAME.fullmatch(to) is None:
        return f"`{to}` is no name; names are letters, digits and `_`"
    if to in RESERVED:
        return f"`{to}` is a word of the language; `{proposal(to)}` would do"
    if _CELL.fullmatch(to):
        return f"`{to}` is a cell"
    taken = _same_place(entry, to)
    if taken in index.entries and index.entries[taken] is not entry:
        return f"there is something called `{taken}` already"
    return name_spans(entry, index)


def _same_place(entry: Entry, to: str) -> str:
    """The id it would have."""
    match entry.node:
        case tree.Beat():
            return f"{entry.scene}@{to}"
        case tree.Scene() | tree.Template() | tree.Component() | tree.ActionDef():
            return to
        case tree.Let() if entry.scene == "":
            return f"file.{to}"
    return f"{entry.scene}.{to}"
