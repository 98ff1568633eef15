"""Objects as builder calls: kind, place, style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from ..semantics.values import List
from ..semantics.vocabulary import KINDS
from ..timeline.model import ObjectSpec, PlaceSpec
from .literals import member_name, object_path, repr_value, string
from .writer import Link, Writer, call, chain

MEASURED = ("bars", "pie", "histogram", "scatter", "field", "heat")
"""Kinds that look at all values of what they follow wherever they stand."""

_INDEX = re.compile(r"\[.*?\]")


def place_link(place: PlaceSpec) -> Link:
    """``fit("A1:F5")`` ``below(o.m, gap=0.4)``."""
    targets = [repr_value(place.target)]
    if place.word == "between" and isinstance(place.target, tuple):
        targets = [repr_value(end) for end in place.target]
    if place.gap is not None:
        targets.append(f"gap={repr_value(place.gap)}")
    if place.align is not None:
        targets.append(f'align="{place.align}"')
    return {"in": "fit"}.get(place.word, place.word), targets


def style_link(style: Mapping[str, object]) -> Link:
    """``style(color="gold", fill=("blue", 0.4))``."""
    return "style", [f"{word}={repr_value(value)}" for word, value in style.items()]


def arguments(kind: str, values: Mapping[str, object]) -> list[str]:
    """A kind's arguments as code: in place where the declaration has them in order, else named."""
    declared = KINDS.get(kind)
    forms = (declared.args, *declared.forms) if declared else ()
    form = next((f for f in forms if {a.name for a in f} >= {n.lstrip("*") for n in values}), ())
    rest = dict(values)
    args: list[str] = []
    for arg in form:
        if arg.keyword:
            break
        if arg.many:
            args.extend(repr_value(item) for item in _items(rest.pop("*" + arg.name, ())))
            break
        if arg.name not in rest:
            break
        args.append(repr_value(rest.pop(arg.name)))
    pairs = {arg.name for arg in form if arg.type in ("interval", "ticks", "steps")}
    for name, value in rest.items():
        shown = tuple(value) if name in pairs and isinstance(value, List) else value
        args.append(f"{member_name(name.lstrip('*'))}={repr_value(shown)}")
    return args


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def build(spec: ObjectSpec, hatch: str | None) -> list[Link]:
    """The calls that make ``spec``: its kind, then place and style."""
    args = arguments(spec.kind, spec.args)
    if spec.pieces:
        args.append(f"pieces=[{', '.join(string(piece) for piece in spec.pieces)}]")
    if hatch:
        args.append(f"code=self.{hatch}")
    links: list[Link] = [("hatch" if spec.kind == "python" else spec.kind, args)]
    if spec.place:
        links.append(place_link(spec.place))
    if spec.sweep and (spec.place or spec.kind in MEASURED):
        sweep = [f"{member_name(p)}={_swept(tuple(v))}" for p, v in spec.sweep.items()]
        links.append(("sweep", sweep))
    if spec.style:
        links.append(style_link(spec.style))
    return links


def _swept(values: tuple[object, ...]) -> str:
    """Values of a param as code, as exact as sizes need them; ``span`` where they count on."""
    first = values[0]
    if isinstance(first, int) and len(values) > 3:
        last = first + len(values) - 1
        if values == tuple(range(first, last + 1)):
            return f"span({first}, {last})"
    return repr_value(tuple(float(f"{v:.8g}") if isinstance(v, float) else v for v in values))


def families(objects: tuple[ObjectSpec, ...]) -> Iterator[tuple[int, str]]:
    """Names that hold members or parts, each with the index of the first object that needs it."""
    seen: set[str] = set()
    for index, spec in enumerate(objects):
        path = ""
        for piece in spec.id.split("."):
            bare = _INDEX.sub("", piece)
            holder = f"{path}.{bare}" if path else bare
            if "[" in piece and holder not in seen:
                seen.add(holder)
                yield index, f"{object_path(holder)} = family()"
            path = f"{path}.{piece}" if path else piece


def declare(
    writer: Writer, objects: tuple[ObjectSpec, ...], hatches: dict[str, str], indent: int
) -> None:
    """Every object's statement, those on one plane under a ``with on(…)``."""
    holders: dict[int, list[str]] = {}
    for index, text in families(objects):
        holders.setdefault(index, []).append(text)
    numbered = list(enumerate(objects))
    for plane, run in groupby(numbered, key=lambda pair: pair[1].plane):
        inner = indent
        if plane is not None:
            writer.line(f"with on({object_path(plane)}):", indent)
            inner += 1
        for index, spec in run:
            for text in holders.get(index, ()):
                writer.line(text, inner)
            links = build(spec, hatches.get(spec.id))
            lines = chain(object_path(spec.id), links, inner)
            writer.statement(lines, inner, spec.span, spec.id)
            for ref, style in spec.part_styles:
                name, values = style_link(style)
                lines = call(f"{repr_value(ref)}.{name}", values, inner)
                writer.statement(lines, inner, spec.span, spec.id)
