"""What stands where at the end of each beat, as plain data and as a JSON document.

``layout_schema()`` describes the document, version 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

FORMAT_VERSION = 1


@dataclass(frozen=True)
class Row:
    """An object at the end of a beat.

    ``bounds`` are ``x0, y0, x1, y1`` in rows about the grid's centre, y upwards; ``cells`` the
    area they cover; ``letters`` the height of its letters in pixels at 480p (0 without any).
    """

    id: str
    kind: str
    cells: str
    bounds: tuple[float, float, float, float]
    letters: float


@dataclass(frozen=True)
class BeatRows:
    """The objects on screen at the end of a beat (in seconds from the scene's beginning), back to
    front."""

    beat: str
    seconds: float
    rows: tuple[Row, ...]


def format_layout_json(path: str, beats: Iterable[BeatRows]) -> str:
    """The document as text, indented, ended by a newline."""
    document = {
        "version": FORMAT_VERSION,
        "path": path,
        "beats": [
            {"beat": beat.beat, "seconds": round(beat.seconds, 3),
             "objects": [asdict(row) for row in beat.rows]}
            for beat in beats
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def layout_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    number = {"type": "number"}
    row = _object(
        "An object on screen.",
        id={"type": "string", "description": "As in the storyboard: `square`, `tile[2]`."},
        kind={"type": "string", "description": "Its kind; `c2v kinds NAME` says more."},
        cells={"type": "string", "pattern": "^[A-F][1-6](:[A-F][1-6])?$",
               "description": "The cell or area of cells that it covers."},
        bounds={"type": "array", "items": number, "minItems": 4, "maxItems": 4,
                "description": "x0, y0, x1, y1 in rows about the grid's centre, y upwards."},
        letters={"type": "number", "minimum": 0,
                 "description": "Height of its highest letter in pixels at 480p, or 0."},
    )
    beat = _object(
        "What is seen as a beat ends.",
        beat={"type": "string", "description": "Id of the beat, `scene@beat`."},
        seconds={"type": "number", "minimum": 0, "description": "From the scene's beginning."},
        objects={"type": "array", "items": row, "description": "Back to front."},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "c2v layout",
        **_object(
            "What stands where in a storyboard.",
            version={"const": FORMAT_VERSION},
            path={"type": "string", "description": "The storyboard's file."},
            beats={"type": "array", "items": beat},
        ),
    }


def _object(doc: str, **properties: Any) -> dict[str, Any]:
    return {"description": doc, "type": "object", "properties": properties,
            "required": list(properties), "additionalProperties": False}
