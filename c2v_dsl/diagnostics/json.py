"""Findings as JSON for tools: one document, version 1, every field always there.

``findings_schema()`` describes it; fields that may have nothing to say are ``null``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from .finding import Finding, Fix
from .ordering import arranged
from .span import Source, Span

__all__ = ["FORMAT_VERSION", "findings_schema", "findings_to_json", "format_findings_json"]

FORMAT_VERSION = 1


def format_findings_json(findings: Iterable[Finding], sources: Mapping[str, Source]) -> str:
    """The document as text, indented, ended by a newline."""
    return json.dumps(findings_to_json(findings, sources), ensure_ascii=False, indent=2) + "\n"


def findings_to_json(findings: Iterable[Finding], sources: Mapping[str, Source]) -> dict[str, Any]:
    """The document as plain data; places are ``null`` where a file's text is not in ``sources``."""
    ordered = arranged(findings)
    counts = {
        f"{level}s": sum(finding.level == level for finding in ordered)
        for level in ("error", "warning", "note")
    }
    return {
        "version": FORMAT_VERSION,
        "findings": [_finding(finding, sources) for finding in ordered],
        "summary": counts,
    }


def _finding(finding: Finding, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "label": finding.label or None,
        "help": finding.help or None,
        "place": _place(finding.span, sources),
        "related": [
            {"label": related.label or None, "place": _place(related.span, sources)}
            for related in finding.related
        ],
        "fix": _fix(finding.fix, sources) if finding.fix is not None else None,
    }


def _place(span: Span, sources: Mapping[str, Source]) -> dict[str, Any]:
    source = sources.get(span.path)

    def end(offset: int) -> dict[str, int] | None:
        if source is None:
            return None
        position = source.position(offset)
        return {"offset": offset, "line": position.line, "column": position.column}

    return {"file": span.path, "start": end(span.start), "end": end(span.end)}


def _fix(fix: Fix, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability,
        "edits": [{"place": _place(edit.span, sources), "text": edit.text} for edit in fix.edits],
    }


def _object(doc: str, **properties: Any) -> dict[str, Any]:
    return {
        "description": doc,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _text(doc: str) -> dict[str, Any]:
    return {"type": "string", "description": doc}


def findings_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    counted = {"type": "integer", "minimum": 0}
    position = _object(
        "A position: offset from 0, line and column from 1, all in code points.",
        offset=counted,
        line={"type": "integer", "minimum": 1},
        column={"type": "integer", "minimum": 1},
    )
    place = _object(
        "From start up to, not including, end.",
        file=_text("The path as it was given."),
        start={"anyOf": [{"$ref": "#/$defs/position"}, {"type": "null"}]},
        end={"anyOf": [{"$ref": "#/$defs/position"}, {"type": "null"}]},
    )
    at = {"$ref": "#/$defs/place"}
    related = _object(
        "A second place the finding speaks of.",
        label={"type": ["string", "null"]},
        place=at,
    )
    fix = _object(
        "Edits that together cure the finding.",
        title=_text("What the fix does."),
        applicability={"enum": ["safe", "unsafe"]},
        edits={
            "type": "array",
            "items": _object("Replace the text at place.", place=at, text={"type": "string"}),
        },
    )
    finding = _object(
        "One mistake or remark.",
        code=_text("Stable code; `c2v explain CODE` says more."),
        name=_text("The code's name in words."),
        level={"enum": ["error", "warning", "note"]},
        message=_text("What was found and what was expected, one sentence."),
        label={"type": ["string", "null"], "description": "A few words on the place itself."},
        help={"type": ["string", "null"], "description": "What to write instead."},
        place=at,
        related={"type": "array", "items": related},
        fix=_nullable(fix),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "c2v findings",
        **_object(
            "What `c2v check --format json` prints.",
            version={"const": FORMAT_VERSION},
            findings={"type": "array", "items": finding},
            summary=_object("How many of each level.", errors=counted, warnings=counted,
                            notes=counted),
        ),
        "$defs": {"position": position, "place": place},
    }
