"""The tree as JSON: for tools that do not speak Python.

A node is an object with its kind under ``node``, its place under ``span`` (``[start, end]`` in code
points, end not included) and its fields under their names; a list is a list, what is absent is
``null``. The whole file is ``{"format": "c2v-tree", "version": 1, "path": …, "tree": …}``. The
schema is made from the dataclasses of ``tree``, which are the documentation of every field.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..diagnostics import Span
from . import tree

FORMAT = "c2v-tree"
VERSION = 1


def tree_to_json(file: tree.File) -> dict[str, Any]:
    """The JSON form of a tree, ready for ``json.dumps``."""
    return {
        "format": FORMAT, "version": VERSION, "path": file.span.path, "tree": _encode(file),
    }


def tree_from_json(data: Mapping[str, Any]) -> tree.File:
    """The tree of a JSON form; spans that are left out become empty.

    Raises:
        ValueError: ``data`` does not fit the schema; the message says where.
    """
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise ValueError(f"expected format {FORMAT}, version {VERSION}")
    path = data.get("path")
    found = _decode(data.get("tree"), tree.File, str(path) if path is not None else "", "tree")
    assert isinstance(found, tree.File)
    return found


def tree_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of ``tree_to_json``."""
    definitions = {name: _node_schema(node) for name, node in sorted(_nodes().items())}
    definitions["Span"] = {
        "description": "Start and end in code points; the end is not included.",
        "type": "array", "items": {"type": "integer", "minimum": 0},
        "minItems": 2, "maxItems": 2,
    }
    definitions["Expr"] = _choice([t.__name__ for t in get_args(tree.Expr)])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The tree of a c2v storyboard",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT}, "version": {"const": VERSION},
            "path": {"type": ["string", "null"]}, "tree": {"$ref": "#/$defs/File"},
        },
        "required": ["format", "version", "tree"],
        "$defs": definitions,
    }


@cache
def _nodes() -> dict[str, type[tree.Node]]:
    return {
        name: node for name, node in vars(tree).items()
        if isinstance(node, type) and issubclass(node, tree.Node) and node is not tree.Node
    }


@cache
def _all_hints() -> dict[str, dict[str, Any]]:
    return {
        name: {k: v for k, v in get_type_hints(node, vars(tree)).items() if k != "span"}
        for name, node in _nodes().items()
    }


def _hints(node: type[tree.Node]) -> dict[str, Any]:
    return _all_hints()[node.__name__]


def _encode(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if is_dataclass(value):
        out: dict[str, Any] = {"node": type(value).__name__}
        for field in fields(value):
            out[field.name] = _encode(getattr(value, field.name))
        return out
    return value


def _decode(data: Any, wanted: Any, path: str, where: str) -> Any:
    """``data`` as a value of the type ``wanted``."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _decode_union(data, get_args(wanted), path, where)
    if origin is Literal:
        if data not in get_args(wanted):
            raise ValueError(f"{where}: {data!r} is none of {get_args(wanted)}")
        return data
    if wanted is Span:
        start, end = data
        return Span(int(start), int(end), path)
    if origin is tuple:
        inner = get_args(wanted)
        if not isinstance(data, list):
            raise ValueError(f"{where}: expected a list")
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(
                _decode(item, inner[0], path, f"{where}[{i}]") for i, item in enumerate(data)
            )
        if len(inner) != len(data):
            raise ValueError(f"{where}: expected a list of {len(inner)}")
        return tuple(
            _decode(item, kind, path, f"{where}[{i}]")
            for i, (item, kind) in enumerate(zip(data, inner, strict=True))
        )
    if isinstance(wanted, type) and issubclass(wanted, tree.Node):
        return _decode_node(data, wanted, path, where)
    if wanted is float and isinstance(data, int) and not isinstance(data, bool):
        return data
    if not isinstance(data, wanted) or (wanted is int and isinstance(data, bool)):
        raise ValueError(f"{where}: expected {getattr(wanted, '__name__', wanted)}, not {data!r}")
    return data


def _decode_union(data: Any, choices: tuple[Any, ...], path: str, where: str) -> Any:
    if data is None and type(None) in choices:
        return None
    if isinstance(data, dict):
        for choice in choices:
            if isinstance(choice, type) and choice.__name__ == data.get("node"):
                return _decode(data, choice, path, where)
        raise ValueError(f"{where}: the node {data.get('node')!r} does not belong here")
    for choice in choices:
        if isinstance(choice, type) and type(data) is choice:
            return data
        if get_origin(choice) is tuple and isinstance(data, list):
            return _decode(data, choice, path, where)
    raise ValueError(f"{where}: {data!r} does not belong here")


def _decode_node(data: Any, wanted: type[tree.Node], path: str, where: str) -> tree.Node:
    if not isinstance(data, dict) or data.get("node") != wanted.__name__:
        raise ValueError(f"{where}: expected a node {wanted.__name__}")
    values: dict[str, Any] = {"span": Span(0, 0, path)}
    if data.get("span") is not None:
        values["span"] = _decode(data["span"], Span, path, f"{where}.span")
    for name, kind in _hints(wanted).items():
        if name in data:
            values[name] = _decode(data[name], kind, path, f"{where}.{name}")
    try:
        return wanted(**values)
    except TypeError as wrong:
        raise ValueError(f"{where}: {wrong}") from wrong


# ---------------------------------------------------------------- the schema


def _node_schema(node: type[tree.Node]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "node": {"const": node.__name__}, "span": {"$ref": "#/$defs/Span"},
    }
    for name, kind in _hints(node).items():
        properties[name] = _type_schema(kind)
    required = ["node", *(name for name, kind in _hints(node).items() if not _optional(kind))]
    found: dict[str, Any] = {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False,
    }
    text = (node.__doc__ or "").strip()
    if text and not text.startswith(f"{node.__name__}("):
        found = {"description": " ".join(text.split()), **found}
    return found


def _choice(names: list[str]) -> dict[str, Any]:
    """One of several nodes, told apart by ``node``: validators need not try them all."""
    return {
        "type": "object",
        "properties": {"node": {"enum": names}},
        "required": ["node"],
        "allOf": [
            {
                "if": {"properties": {"node": {"const": name}}},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in names
        ],
    }


def _optional(kind: Any) -> bool:
    return type(None) in get_args(kind) or kind is int


def _type_schema(kind: Any) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if kind == tree.Expr:
        return {"$ref": "#/$defs/Expr"}
    if origin in (Union, types.UnionType):
        rest = [choice for choice in inner if choice is not type(None)]
        nodes = [t for t in rest if isinstance(t, type) and issubclass(t, tree.Node)]
        if set(rest) == set(get_args(tree.Expr)):
            found = [_type_schema(tree.Expr)]
        elif len(nodes) == len(rest) > 1:
            found = [_choice([node.__name__ for node in nodes])]
        else:
            found = [_type_schema(choice) for choice in rest]
        if type(None) in inner:
            found.append({"type": "null"})
        return found[0] if len(found) == 1 else {"anyOf": found}
    if kind is Span:
        return {"$ref": "#/$defs/Span"}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return {"type": "array", "items": _type_schema(inner[0])}
        return {
            "type": "array", "prefixItems": [_type_schema(item) for item in inner],
            "minItems": len(inner), "maxItems": len(inner),
        }
    if isinstance(kind, type) and issubclass(kind, tree.Node):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    names = {str: "string", int: "integer", float: "number", bool: "boolean"}
    return {"type": names[kind]}
