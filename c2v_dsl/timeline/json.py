"""The timeline as JSON for tools: one document, version 1, every field always there.

Times are whole frames of 1/60 s from the scene's beginning (``start`` of a scene: from the
video's), with ``seconds`` beside them where people read. Fields that may have nothing to say are
``null``. ``timeline_schema()`` describes the document.

Values: numbers, texts, truth values and ``null`` as they are, lists as arrays; everything else is
an object with one key that names its type: ``{"point": [1, 2]}``, ``{"color": "gold"}``,
``{"cell": "B2"}``, ``{"area": "B2:E5"}``, ``{"complex": [1, 2]}``,
``{"ref": "ans", "path": [["piece", "3", 0]]}``, ``{"live": "p.t + 1", "params": ["t"],
"objects": [], "initial": 1}``, ``{"function": "lambda x: x**2", "params": []}``,
``{"map": {…}}`` from names to values.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from ..diagnostics import Source, Span
from ..semantics.lowered import Definition, Function, Live, Ref
from ..semantics.values.colors import Color
from ..semantics.values.points import Area, Cell, Point
from .model import FPS, BeatSpec, ObjectSpec, PlaceSpec, SceneSpec, Speech, Step, Timeline

__all__ = ["FORMAT_VERSION", "timeline_schema", "to_json", "value_to_json"]

FORMAT_VERSION = 1


def to_json(timeline: Timeline, sources: Mapping[str, Source] | None = None) -> dict[str, Any]:
    """The document as plain data; lines and columns are ``null`` for files not in ``sources``."""
    return _Writer(sources or {}).timeline(timeline)


def value_to_json(value: Any) -> Any:
    """Any value of the timeline as the module's text describes it."""
    match value:
        case None | bool() | str() | int():
            return value
        case float():
            return value if isfinite(value) else None
        case complex():
            return {"complex": [value.real, value.imag]}
        case Point():
            return {"point": [value_to_json(v) for v in value]}
        case Cell():
            return {"cell": str(value)}
        case Area():
            return {"area": str(value)}
        case Color():
            return {"color": str(value)}
        case Ref():
            return {"ref": value.object, "path": [list(step) for step in value.path]}
        case Live():
            return {"live": value.python, "params": list(value.params),
                    "objects": list(value.objects), "initial": value_to_json(value.initial)}
        case Function():
            return {"function": value.python, "params": list(value.params)}
        case PlaceSpec():
            return {"place": value.word, "target": value_to_json(value.target),
                    "gap": value_to_json(value.gap), "align": value.align}
        case tuple() | list():
            return [value_to_json(item) for item in value]
        case dict():
            return {"map": {str(name): value_to_json(item) for name, item in value.items()}}
    return str(value)


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value_to_json(value) for name, value in values.items()}


class _Writer:
    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    def timeline(self, timeline: Timeline) -> dict[str, Any]:
        start = 0
        scenes = []
        for scene in timeline.scenes:
            scenes.append(self.scene(scene, start))
            start += scene.frames
        return {
            "version": FORMAT_VERSION,
            "fps": FPS,
            "path": timeline.path,
            "title": timeline.title,
            "theme": timeline.theme,
            "settings": _named(timeline.settings),
            "frames": timeline.frames,
            "seconds": timeline.frames / FPS,
            "assets": list(timeline.assets),
            "scenes": scenes,
        }

    def scene(self, scene: SceneSpec, start: int) -> dict[str, Any]:
        return {
            "id": scene.id,
            "title": scene.title,
            "layout": scene.layout,
            "continues": scene.continues,
            "clears": scene.clears,
            "start": start,
            "frames": scene.frames,
            "seconds": scene.frames / FPS,
            "carried": [value_to_json(ref) for ref in scene.carried],
            "definitions": [self.definition(d) for d in scene.definitions],
            "params": [
                {"name": p.name, "initial": value_to_json(p.initial), "at": self.place(p.span)}
                for p in scene.params
            ],
            "objects": [self.object(spec) for spec in scene.objects],
            "beats": [self.beat(beat) for beat in scene.beats],
            "at": self.place(scene.span),
        }

    def definition(self, definition: Definition) -> dict[str, Any]:
        return {
            "name": definition.name,
            "params": None if definition.params is None else list(definition.params),
            "python": definition.python,
            "scope": definition.scope,
            "at": self.place(definition.span),
        }

    def object(self, spec: ObjectSpec) -> dict[str, Any]:
        return {
            "id": spec.id,
            "kind": spec.kind,
            "args": _named(spec.args),
            "place": value_to_json(spec.place),
            "plane": spec.plane,
            "style": _named(spec.style),
            "part_styles": [
                {"part": value_to_json(ref), "style": _named(style)}
                for ref, style in spec.part_styles
            ],
            "pieces": list(spec.pieces),
            "sweep": {name: [value_to_json(v) for v in seen] for name, seen in spec.sweep.items()},
            "code": spec.code,
            "component": spec.component,
            "at": self.place(spec.span),
        }

    def beat(self, beat: BeatSpec) -> dict[str, Any]:
        return {
            "id": beat.id,
            "name": beat.name,
            "line": beat.line,
            "color": value_to_json(beat.color),
            "start": beat.start,
            "frames": beat.frames,
            "seconds": beat.frames / FPS,
            "speech": [self.speech(speech) for speech in beat.speech],
            "steps": [self.step(step) for step in beat.steps],
            "at": self.place(beat.span),
        }

    def speech(self, speech: Speech) -> dict[str, Any]:
        return {
            "text": speech.text,
            "start": speech.start,
            "frames": speech.frames,
            "marks": dict(speech.marks),
            "at": self.place(speech.span),
        }

    def step(self, step: Step) -> dict[str, Any]:
        return {
            "id": step.id,
            "verb": step.verb,
            "targets": [value_to_json(ref) for ref in step.targets],
            "args": _named(step.args),
            "start": step.start,
            "frames": step.frames,
            "each": step.each,
            "lag": step.lag,
            "ease": step.ease,
            "code": step.code,
            "at": self.place(step.span),
        }

    def place(self, span: Span) -> dict[str, Any]:
        source = self.sources.get(span.path)
        position = source.position(span.start) if source else None
        return {
            "file": span.path,
            "start": span.start,
            "end": span.end,
            "line": position.line if position else None,
            "column": position.column if position else None,
        }


# ---------------------------------------------------------------- schema


def _object(doc: str, **properties: Any) -> dict[str, Any]:
    return {
        "description": doc,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], doc: str = "") -> dict[str, Any]:
    return {"type": "array", "items": items, **({"description": doc} if doc else {})}


def _is(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def timeline_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    text: dict[str, Any] = {"type": "string"}
    maybe: dict[str, Any] = {"type": ["string", "null"]}
    count: dict[str, Any] = {"type": "integer", "minimum": 0}
    line: dict[str, Any] = {"type": ["integer", "null"], "minimum": 1}
    seconds: dict[str, Any] = {"type": "number", "minimum": 0}
    values: dict[str, Any] = {"type": "object", "additionalProperties": _is("value")}
    one = {
        "point": _list({"type": ["number", "object", "null"]}), "cell": text, "area": text,
        "color": text, "complex": _list({"type": "number"}), "map": values,
    }
    typed = [
        {"type": "object", "properties": {name: schema}, "required": [name],
         "additionalProperties": False}
        for name, schema in one.items()
    ]
    ref = _object("An object or a part of it.", ref=text, path=_list(_list({})))
    value = {
        "description": "A value; see the text of the module `timeline.json`.",
        "anyOf": [
            {"type": ["number", "string", "boolean", "null"]},
            _list(_is("value")),
            *typed,
            ref,
            _object("Worked out at every frame.", live=text, params=_list(text),
                    objects=_list(text), initial=_is("value")),
            _object("A function.", function=text, params=_list(text)),
            _object("A place.", place=text, target=_is("value"), gap=_is("value"), align=maybe),
        ],
    }
    at = _object("From start up to, not including, end, in code points; line and column from 1.",
                 file=text, start=count, end=count, line=line, column=line)
    step = _object(
        "One verb at work; `lag` frames between the starts of successive targets.",
        id=text, verb=text, targets=_list(_is("value")), args=values, start=count, frames=count,
        each=count, lag=count, ease=text, code=maybe, at=_is("at"),
    )
    speech = _object(
        "What is said, and at which frame its marks come.", text=text, start=count, frames=count,
        marks={"type": "object", "additionalProperties": count}, at=_is("at"),
    )
    beat = _object(
        "A beat. The closing clear, last step of a scene's last beat, comes after its frames.",
        id=text, name=text, line=maybe, color=_is("value"), start=count, frames=count,
        seconds=seconds, speech=_list(_is("speech")), steps=_list(_is("step")), at=_is("at"),
    )
    thing = _object(
        "An object.", id=text, kind=text, args=values, place=_is("value"), plane=maybe,
        style=values, part_styles=_list(_object("", part=_is("value"), style=values)),
        pieces=_list(text), sweep={"type": "object", "additionalProperties": _list(_is("value"))},
        code=maybe, component=maybe, at=_is("at"),
    )
    scene = _object(
        "A scene; `start` counts from the video's beginning.",
        id=text, title=text, layout={"enum": ["notes", "wide"]}, continues=maybe,
        clears={"type": "boolean"}, start=count, frames=count, seconds=seconds,
        carried=_list(_is("value")),
        definitions=_list(_object(
            "A function or value used by live ones.", name=text,
            params={"anyOf": [_list(text), {"type": "null"}]}, python=text, scope=text,
            at=_is("at"),
        )),
        params=_list(_object("A param.", name=text, initial=_is("value"), at=_is("at"))),
        objects=_list(_is("object")), beats=_list(_is("beat")), at=_is("at"),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "c2v timeline",
        **_object(
            "What `c2v timeline --format json` prints.",
            version={"const": FORMAT_VERSION}, fps={"const": FPS}, path=text, title=text,
            theme=text, settings=values, frames=count, seconds=seconds, assets=_list(text),
            scenes=_list(_is("scene")),
        ),
        "$defs": {"value": value, "at": at, "step": step, "speech": speech, "beat": beat,
                  "object": thing, "scene": scene},
    }
