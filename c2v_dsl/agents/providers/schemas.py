"""JSON Schema as providers take it: fewer words than pydantic writes, the same answers or more.

What is left out here is still enforced when the answer is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..exchange import Message, Request
from ..prompts import prompt

_KEPT = frozenset({
    "type", "title", "description", "enum", "format", "items", "prefixItems", "minItems",
    "maxItems", "minimum", "maximum", "anyOf", "properties", "required", "additionalProperties",
    "$ref",
})
"""What Gemini reads: https://ai.google.dev/api/generate-content, ``responseJsonSchema``."""


def simple(schema: Mapping[str, Any]) -> dict[str, Any]:
    """``schema`` in the part of JSON Schema that Gemini reads.

    ``oneOf`` becomes ``anyOf``, a ``const`` an ``enum`` of one word, definitions stand where they
    are used, except those that contain themselves.
    """
    return _Simple(schema).all()


class _Simple:
    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema
        self._definitions: Mapping[str, Any] = schema.get("$defs", {})
        self._recursive: dict[str, Any] = {}

    def all(self) -> dict[str, Any]:
        made = self._made(self._schema, ())
        if self._recursive:
            made["$defs"] = self._recursive
        return made

    def _made(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> dict[str, Any]:
        if "$ref" in schema:
            return self._referred(schema, inside)
        made: dict[str, Any] = {}
        for key, value in schema.items():
            if key == "const":
                if isinstance(value, str):
                    made["enum"] = [value]
            elif key == "allOf" and len(value) == 1:
                made = {**self._made(value[0], inside), **made}
            elif key in {"oneOf", "anyOf"}:
                made["anyOf"] = [self._made(one, inside) for one in value]
            elif key == "properties":
                made[key] = {name: self._made(one, inside) for name, one in value.items()}
            elif key == "prefixItems":
                made[key] = [self._made(one, inside) for one in value]
            elif key in {"items", "additionalProperties"} and isinstance(value, Mapping):
                made[key] = self._made(value, inside)
            elif key in _KEPT:
                made[key] = value
        return made

    def _referred(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> dict[str, Any]:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        if name in inside or name in self._recursive:
            if name not in self._recursive:
                self._recursive[name] = {}
                self._recursive[name] = self._made(self._definitions[name], (name,))
            return {"$ref": f"#/$defs/{name}"}
        made = self._made(self._definitions[name], (*inside, name))
        if "description" in schema:
            made["description"] = schema["description"]
        return made


def in_words(request: Request) -> Request:
    """The request with its schema told in words, behind all that is asked."""
    *before, last = request.messages
    told = prompt("schema_in_words", schema=written(request.schema, indent=1))
    return replace(
        request, messages=(*before, Message(last.role, (*last.parts, told))), schema=None)


def written(schema: Mapping[str, Any] | None, indent: int | None = None) -> str:
    """``schema`` as JSON, which names it too."""
    return json.dumps(schema, indent=indent, ensure_ascii=False)


def strict(schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """``schema`` as OpenAI holds a model to it, or None where it cannot: every property is
    required, no other is allowed, and there is no dictionary of free names.

    Source: https://platform.openai.com/docs/guides/structured-outputs
    """
    made = simple(schema)
    closed = _closed(made)
    return made if closed and made.get("type") == "object" else None


def _closed(schema: Any) -> bool:
    if isinstance(schema, list):
        return all(_closed(one) for one in schema)
    if not isinstance(schema, dict):
        return True
    schema.pop("title", None)
    schema.pop("prefixItems", None)
    if schema.get("type") == "object":
        if "properties" not in schema or isinstance(schema.get("additionalProperties"), dict):
            return False
        schema["additionalProperties"] = False
        schema["required"] = list(schema["properties"])
    inner = [schema[key] for key in ("items", "anyOf") if key in schema]
    for key in ("properties", "$defs"):
        inner += schema.get(key, {}).values()
    return all(_closed(one) for one in inner)
