"""Findings as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from .finding import Finding, Fix
from .ordering import arranged
from .registry import CODES, Code
from .span import Source, Span

__all__ = ["findings_to_sarif", "format_findings_sarif"]


def format_findings_sarif(
    findings: Iterable[Finding], sources: Mapping[str, Source], *, version: str
) -> str:
    """The log as text, indented, ended by a newline."""
    log = findings_to_sarif(findings, sources, version=version)
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def findings_to_sarif(
    findings: Iterable[Finding], sources: Mapping[str, Source], *, version: str
) -> dict[str, Any]:
    """The log as plain data: one run, one rule for each code that occurs.

    Args:
        version: of c2v itself, for the tool's entry.
    """
    ordered = arranged(findings)
    codes = sorted({finding.code for finding in ordered})
    index = {code: number for number, code in enumerate(codes)}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "c2v",
                        "semanticVersion": version,
                        "rules": [_rule(CODES[code]) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, index[finding.code], sources) for finding in ordered],
            }
        ],
    }


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": code.why},
        "help": {"text": _help(code)},
        "defaultConfiguration": {"level": code.level},
    }


def _help(code: Code) -> str:
    if not (code.bad and code.good):
        return code.why
    return f"{code.why}\n\nInstead of\n\n{code.bad}\n\nwrite\n\n{code.good}"


def _result(finding: Finding, rule: int, sources: Mapping[str, Source]) -> dict[str, Any]:
    text = finding.message if not finding.help else f"{finding.message}. {finding.help}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.level,
        "message": {"text": text},
        "locations": [_location(finding.span, sources, finding.label)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.span, sources, related.label)}
            for number, related in enumerate(finding.related)
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix, sources)]
    return result


def _location(span: Span, sources: Mapping[str, Source], label: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.path)}}
    source = sources.get(span.path)
    if source is not None:
        physical["region"] = _region(span, source)
    location: dict[str, Any] = {"physicalLocation": physical}
    if label:
        location["message"] = {"text": label}
    return location


def _region(span: Span, source: Source) -> dict[str, Any]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fix(fix: Fix, sources: Mapping[str, Source]) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        source = sources.get(edit.span.path)
        region = (
            _region(edit.span, source)
            if source is not None
            else {"charOffset": edit.span.start, "charLength": edit.span.end - edit.span.start}
        )
        change = {"deletedRegion": region, "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.span.path, []).append(change)
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _uri(path: str) -> str:
    return "stdin" if path == "<stdin>" else quote(path.replace("\\", "/"), safe="/:")
