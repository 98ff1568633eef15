"""Objects as builder calls: kind, place, style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from ..semantics.vocabulary import KINDS
from ..timeline.model import ObjectSpec, PlaceSpec
from .literals import identifier, object_path, repr_value
from .writer import Writer, call

_INDEX = re.compile(r"\[.*?\]")


def place_call(place: PlaceSpec) -> str:
    """``.fit("A1:F5")`` ``.below(o.m, gap=0.4)``."""
    options = []
    if place.gap is not None:
        options.append(f"gap={repr_value(place.gap)}")
    if place.align is not None:
        options.append(f'align="{place.align}"')
    target = repr_value(place.target)
    if place.word == "between" and isinstance(place.target, tuple):
        target = ", ".join(repr_value(end) for end in place.target)
    word = {"in": "fit"}.get(place.word, place.word)
    return f".{word}({', '.join([target, *options])})"


def style_call(style: dict[str, object], name: str = "style") -> str:
    if not style:
        return ""
    return f".{name}({', '.join(f'{word}={repr_value(value)}' for word, value in style.items())})"


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
    args.extend(f"{identifier(n.lstrip('*'))}={repr_value(v)}" for n, v in rest.items())
    return args


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def build(spec: ObjectSpec, hatch: str | None) -> tuple[str, list[str], str]:
    """Head, arguments and tail of the statement that declares ``spec``."""
    args = arguments(spec.kind, spec.args)
    if spec.pieces:
        args.append(f"pieces={list(spec.pieces)!r}")
    if hatch:
        args.append(f"code=self.{hatch}")
    tail = ""
    if spec.place:
        tail += place_call(spec.place)
        if spec.sweep:
            sweep = ", ".join(f"{param}={repr_value(v)}" for param, v in spec.sweep.items())
            tail += f".sweep({sweep})"
    tail += style_call(spec.style)
    kind = "hatch" if spec.kind == "python" else spec.kind
    return f"{object_path(spec.id)} = {kind}", args, tail


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
            head, args, tail = build(spec, hatches.get(spec.id))
            writer.statement(call(head, args, tail, inner), inner, spec.span, spec.id)
            for ref, style in spec.part_styles:
                text = repr_value(ref) + style_call(style)
                writer.statement(text, inner, spec.span, spec.id)
