"""Parts that bear names: nodes and edges of graphs, layers of networks."""

from __future__ import annotations

from typing import Any

from ..diagnostics.codes import names as codes
from .lowered import Ref
from .model import Index, PartNames, SceneModel
from .suggest import counted, listing, nearest
from .target_words import ALL, same, show_index


class NoSuchPart(Exception):
    """An index names no part, or not which of several; `code` and `help` for the finding."""

    def __init__(self, code: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.help = help


def named_part(scene: SceneModel, item: Ref) -> str | None:
    """The name that a reference ends with, if its parts bear names: ``node`` of ``g.node``."""
    if not item.path or item.path[-1][0] != "part":
        return None
    kind = scene.objects[item.object].kind
    name = str(item.path[-1][1])
    return name if kind.family == "graphs" and any(p.name == name for p in kind.parts) else None


def inner_part(item: Ref, name: str) -> bool:
    """Whether parts called ``name`` are in the part ``item``: nodes in a layer."""
    return name == "node" and item.path[:1] == (("part", "layer"),) and len(item.path) == 2


def outer_index(item: Ref) -> tuple[Any, ...]:
    """The first indices that the parts before have given: 1 of ``net.layer[1].node``."""
    return tuple(item.path[1][1:]) if len(item.path) > 2 else ()


def choose_parts(
    object: str, name: str, parts: PartNames, width: int, choices: list[Any], given: int = 0,
) -> list[Index]:
    """Indices of the parts that ``choices`` name: for each position `ALL` or a tuple of values.

    Args:
        width: how many indices the kind declares; one more says which of several that read so.
        given: how many of the choices stand in the part before.

    Raises:
        NoSuchPart: there is none, or several and not said which.
    """
    wrote = f"{object}.{name}"
    if not width <= len(choices) <= width + 1 or (len(choices) > width and parts.counts):
        raise NoSuchPart(
            codes.NO_SUCH_PART,
            f"parts of `{wrote}` have {counted(width - given, 'index', 'indices')} here, "
            f"not {len(choices) - given}", _completed(wrote, choices, width, given))
    chosen: list[Index] = []
    for index in parts.indices:
        turned = _matching(index, choices, width, parts.either_way)
        if turned is not None:
            chosen.append(turned)
    exact = all(choice is not ALL and len(choice) == 1 for choice in choices)
    if exact and len(chosen) > 1 and len(choices) == width:
        shown = _shown([choice[0] for choice in choices])
        raise NoSuchPart(
            codes.PIECE_SEVERAL,
            f"`{wrote}[{shown}]` stands there {len(chosen)} times, which one is meant is not clear",
            f"write `[{shown}, 0]` for the first, `[{shown}, all]` for every one")
    if not chosen and all(choice is not ALL for choice in choices) and all(choices):
        raise _none(object, name, parts, choices, width)
    return chosen


def _completed(wrote: str, choices: list[Any], width: int, given: int) -> str:
    """How to name every part that the indices so far leave open."""
    if len(choices) > width or any(c is ALL or len(c) != 1 for c in choices):
        return "`all` stands for every one"
    shown = [show_index(choice[0]) for choice in choices[given:]]
    every = ", ".join([*shown, *["all"] * (width - len(choices))])
    return f"write `{wrote}[{every}]` for every one"


def _matching(index: Index, choices: list[Any], width: int, either_way: bool) -> Index | None:
    """``index``, its ends perhaps the other way round, if it is among the choices."""
    if len(choices) > width:
        which = index[width] if len(index) > width else 0
        if not _among(which, choices[width]):
            return None
    orders = [index[:width]]
    if either_way and width == 2:
        orders.append(index[1::-1])
    for order in orders:
        if all(_among(v, c) for v, c in zip(order, choices, strict=False)):
            return (*order, *index[width:])
    return None


def _among(value: Any, choice: Any) -> bool:
    return choice is ALL or any(same(value, wanted) for wanted in choice)


def _shown(index: Any) -> str:
    return ", ".join(show_index(value) for value in index)


def _none(
    object: str, name: str, parts: PartNames, choices: list[Any], width: int
) -> NoSuchPart:
    wanted = tuple(choice[0] for choice in choices)
    shown = _shown(wanted)
    message = f"`{object}` has no {name} [{shown}]"
    if parts.counts:
        return NoSuchPart(codes.NO_SUCH_PART, *_counted(object, name, parts, wanted, message))
    bases = list(dict.fromkeys(index[:width] for index in parts.indices))
    if len(wanted) > width and any(_equal(wanted[:width], base) for base in bases):
        many = sum(_equal(wanted[:width], index[:width]) for index in parts.indices)
        return NoSuchPart(
            codes.NO_SUCH_PART,
            f"`{object}` has {counted(many, name)} [{_shown(wanted[:width])}], so there is no "
            f"[{show_index(wanted[width])}]", "they are counted from 0")
    if not bases:
        return NoSuchPart(codes.NO_SUCH_PART, message, f"it has no {name}s")
    known = [_shown(base) for base in bases]
    if width == 1:
        slip = nearest(str(wanted[0]), (str(b[0]) for b in bases))
        likely = next((_shown(b) for b in bases if str(b[0]) in (str(wanted[0]), slip)), None)
        help = f"did you mean `{object}.{name}[{likely}]`?" if likely else ""
    else:
        ends = [b for b in bases if any(same(wanted[0], v) for v in b)]
        back = next((b for b in bases if _equal(b, wanted[:width][::-1])), None)
        slip = nearest(" ".join(map(str, wanted)), (" ".join(map(str, b)) for b in bases))
        near = next((_shown(b) for b in bases if " ".join(map(str, b)) == slip), None)
        if back is not None:
            help = f"it runs the other way: `{object}.{name}[{_shown(back)}]`"
        elif ends:
            help = f"at {show_index(wanted[0])} there is " + listing(
                (f"`{object}.{name}[{_shown(b)}]`" for b in ends), limit=4)
        elif near:
            help = f"did you mean `{object}.{name}[{near}]`?"
        else:
            help = ""
    return NoSuchPart(codes.NO_SUCH_PART, message, help or (
        f"it has {listing((f'[{each}]' for each in known), limit=6)}"))


def _equal(a: Any, b: Any) -> bool:
    return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))


def _counted(
    object: str, name: str, parts: PartNames, wanted: tuple[Any, ...], message: str
) -> tuple[str, str]:
    """What is wrong with indices of a network's nodes and edges."""
    layers = parts.counts
    last = len(layers) - (1 if name == "node" else 2)
    layer = wanted[0]
    if not isinstance(layer, int) or not 0 <= layer <= last:
        what = "layers" if name == "node" else "steps between layers"
        return message, f"{what} are counted from 0, the last is {last}"
    for step, place in enumerate(wanted[1:]):
        count = layers[layer + step]
        if not isinstance(place, int | float) or place != int(place) or not 0 <= place < count:
            return message, (f"layer {layer + step} has {counted(count, 'node')}, counted from 0, "
                             f"the last is {count - 1}")
    return (f"{message}: of so many nodes only the first and the last are drawn",
            "of layers of more than 10 nodes the first 4 and the last 4 are drawn")
