"""Which properties of an object follow a param or another object, and so cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..semantics.lowered import Live, Ref
from ..semantics.model import ObjectModel
from ..semantics.vocabulary.declare import Arg
from ..semantics.vocabulary.verbs import GEOMETRY

__all__ = ["Follows", "follows"]

_GEOMETRY = frozenset(GEOMETRY)

_BY_TYPE: dict[str, frozenset[str]] = {
    "points": _GEOMETRY,
    "line_like": _GEOMETRY,
    "curve_like": _GEOMETRY,
    "function": _GEOMETRY,
    "interval": _GEOMETRY,
    "length": frozenset({"size", "shape"}),
    "angle": frozenset({"rotation", "size", "shape"}),
    "count": frozenset({"shape"}),
    "matrix": frozenset({"shape"}),
    "numbers": frozenset({"shape"}),
    "color": frozenset({"color", "fill", "stroke"}),
}

_BY_STYLE: dict[str, frozenset[str]] = {
    "color": frozenset({"color"}),
    "fill": frozenset({"fill"}),
    "stroke": frozenset({"stroke"}),
    "opacity": frozenset({"opacity"}),
    "scale": frozenset({"size"}),
    "size": frozenset({"size"}),
    "rotated": frozenset({"rotation"}),
}

_TEXT = frozenset({"text", "shape"})


@dataclass(frozen=True)
class Follows:
    """Property → the param (or object) it follows, of one object and of styled parts of it."""

    params: dict[str, str]
    objects: dict[str, str]
    parts: tuple[tuple[Ref, dict[str, str]], ...]


def follows(model: ObjectModel) -> Follows:
    """What of ``model`` its arguments, place and style take from elsewhere."""
    params: dict[str, str] = {}
    objects: dict[str, str] = {}
    declared = {arg.name: arg for arg in _arguments(model)}
    for name, value in model.args.items():
        arg = declared.get(name.removeprefix("*"))
        properties = _of_argument(model, arg) if arg else frozenset()
        _note(params, properties, _params(value))
        if model.kind.family != "groups" and name != "curve" and model.kind.name != "dot":
            _note(objects, properties, _objects(value))
    if model.kind.name == "point_on":
        _note(objects, _GEOMETRY, _objects(model.args.get("curve")))
    if model.kind.follows:
        hangs = _GEOMETRY if model.kind.family == "marks" else frozenset({"position"})
        _note(objects, hangs, _objects(tuple(model.args.values())))
    if model.place:
        _note(params, frozenset({"position"}), _params((model.place.target, model.place.gap)))
    for word, value in model.style.items():
        _note(params, _BY_STYLE.get(word, frozenset()), _params(value))
    parts = []
    for ref, style in model.part_styles:
        live: dict[str, str] = {}
        for word, value in style.items():
            _note(live, _BY_STYLE.get(word, frozenset()), _params(value))
        if live:
            parts.append((ref, live))
    return Follows(params, objects, tuple(parts))


def _arguments(model: ObjectModel) -> Iterator[Arg]:
    for form in model.kind.forms:
        yield from form
    yield from model.kind.args


def _of_argument(model: ObjectModel, arg: Arg) -> frozenset[str]:
    kind = model.kind
    if arg.type in ("text", "texts", "latex", "rows", "edges", "nested", "events", "listing"):
        return _TEXT
    if kind.name == "number":
        return _TEXT
    if arg.type == "point":
        ends = any(a.type == "point" and a.name != arg.name for a in _arguments(model))
        return _GEOMETRY if ends else frozenset({"position"})
    if arg.type == "number":
        if kind.family == "words":
            return frozenset({"position"})
        return frozenset() if kind.family in ("groups", "charts", "planes") else _GEOMETRY
    return _BY_TYPE.get(arg.type, frozenset())


def _note(found: dict[str, str], properties: frozenset[str], names: Iterator[str]) -> None:
    name = next(names, None)
    if name is not None:
        for property in properties:
            found.setdefault(property, name)


def _params(value: Any) -> Iterator[str]:
    if isinstance(value, tuple | list):
        for item in value:
            yield from _params(item)
    else:
        yield from getattr(value, "params", None) or ()


def _objects(value: Any) -> Iterator[str]:
    if isinstance(value, Ref):
        yield value.object
    elif isinstance(value, Live):
        yield from value.objects
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _objects(item)
