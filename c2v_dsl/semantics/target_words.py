"""Objects, parts and indices in the words of a finding."""

from __future__ import annotations

from typing import Any

from ..syntax import tree
from .lowered import Ref
from .model import ObjectModel
from .vocabulary import KINDS
from .walk import bare

ALL = object()
"""An index that means every one."""


def part_counts(model: ObjectModel, name: str) -> tuple[int | None, ...]:
    """How many there are of the part ``name`` (empty for indexed ones), None if not known."""
    if name == "row":
        return model.count[:1] or (None,)
    if name == "col":
        return model.count[1:2] or (None,)
    if name == "char":
        shown = model.says.get(())
        return (len(shown),) if isinstance(shown, str) else (None,)
    return model.count or (None, None)


def part_word(model: ObjectModel, name: str) -> str:
    words = {"row": "row", "col": "column", "char": "character", "line": "line"}
    kinds = {"bars": "bar", "array": "box", "bullets": "point", "riemann": "bar",
             "timeline": "event", "histogram": "bin", "scatter": "dot", "pie": "slice"}
    return words.get(name) or kinds.get(model.kind.name, "part")


def part_name(member: str, instance: str) -> str:
    """``disk`` of ``peg.disk[2]``, a member of ``peg``."""
    return member[len(instance) + 1 :].partition("[")[0].partition(".")[0]


def a_kind(model: ObjectModel) -> str:
    """``a circle``, ``an array``."""
    name = model.kind.name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def show_index(value: Any) -> str:
    """An index as it would be written."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def spelled(ref: Ref) -> str:
    """How the storyboard names a cell or item: ``tab[2, 0]``."""
    text = ref.object
    for kind, *rest in ref.path:
        text += f".{rest[0]}" if kind == "part" else f"[{', '.join(map(show_index, rest))}]"
    return text


def same(a: Any, b: Any) -> bool:
    """Whether two index values are one: ``2`` and ``2.0`` are, ``1`` and ``true`` are not."""
    if isinstance(a, bool) != isinstance(b, bool):
        return False
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) < 1e-9
    return bool(a == b) and isinstance(a, str) == isinstance(b, str)


def written(index: tree.Expr) -> str:
    """An index as it stands there, if it is short."""
    inner = bare(index)
    if isinstance(inner, tree.Name | tree.Number):
        return inner.text
    return "all" if isinstance(inner, tree.All) else "…"


def describe(expr: tree.Expr) -> str:
    """What sort of thing an expression is, to begin a sentence with."""
    match bare(expr):
        case tree.Number(text=text):
            return f"`{text}`"
        case tree.Str():
            return "a text"
        case tree.CellRef(text=text):
            return f"the cell `{text}`"
        case tree.AreaRef(first=first, last=last):
            return f"the area `{first.text}:{last.text}`"
        case tree.Tuple():
            return "a point"
        case tree.Color(text=text):
            return f"the colour `{text}`"
        case tree.Call(func=tree.Name(text=name)) if name in KINDS:
            return f"a new `{name}`"
        case tree.Call():
            return "what a function gives"
    return "this"
