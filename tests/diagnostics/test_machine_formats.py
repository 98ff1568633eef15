"""Findings as tools read them: JSON by its own schema, SARIF by what the standard asks."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from c2v_dsl.diagnostics import CODES, Edit, Finding, Fix, Related, Source, Span, register
from c2v_dsl.diagnostics.json import findings_schema, findings_to_json, format_findings_json
from c2v_dsl.diagnostics.sarif import findings_to_sarif, format_findings_sarif

TEXT = 'c2v 1\nscene a "𝒜 行" {\n  show square\n}\n'
SOURCES = {"lesson one.c2v": Source("lesson one.c2v", TEXT)}


@pytest.fixture(autouse=True)
def codes() -> Iterator[None]:
    """Two codes that exist only here."""
    register("C2V991", "bad-thing", "error", summary="bad", why="w.", bad="b", good="g")
    register("C2V993", "plain-thing", "note", summary="plain", why="w.", bad="b", good="g")
    yield
    del CODES["C2V991"], CODES["C2V993"]


def _span(words: str, path: str = "lesson one.c2v") -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words), path)


FULL = Finding(
    "C2V991", _span("square"), "square is not there", label="not on screen", help="show it",
    related=(Related(_span("行"), "in this scene"), Related(Span(0, 3, "lost.c2v"), "and there")),
    fix=Fix("declare it", (Edit(_span("square"), "circle"),), "safe"),
)
BARE = Finding("C2V993", Span(2, 2, "lost.c2v"), "a file nobody has")


def test_json_keeps_its_form(snapshot: SnapshotAssertion) -> None:
    assert format_findings_json([FULL, BARE], SOURCES) == snapshot


@pytest.mark.parametrize("findings", [[], [FULL], [BARE], [FULL, BARE]], ids=len)
def test_json_holds_its_published_schema(findings: list[Finding]) -> None:
    jsonschema.Draft202012Validator.check_schema(findings_schema())
    document = json.loads(format_findings_json(findings, SOURCES))
    jsonschema.validate(document, findings_schema())


def test_json_says_null_where_there_is_nothing_to_say() -> None:
    (finding,) = findings_to_json([BARE], SOURCES)["findings"]
    assert finding["label"] is finding["help"] is finding["fix"] is None
    assert finding["place"] == {"file": "lost.c2v", "start": None, "end": None}


def test_json_counts_columns_in_code_points() -> None:
    finding = Finding("C2V991", _span("行"), "wide")
    place = findings_to_json([finding], SOURCES)["findings"][0]["place"]
    assert place["start"] == {"offset": TEXT.index("行"), "line": 2, "column": 12}


TRIMMED_SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {"items": {"$ref": "#/$defs/rule"}},
                                },
                            }
                        },
                    },
                    "results": {"items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "message": {"required": ["text"], "properties": {"text": {"type": "string"}}},
        "rule": {
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "fullDescription": {"$ref": "#/$defs/message"},
                "help": {"$ref": "#/$defs/message"},
                "defaultConfiguration": {
                    "properties": {"level": {"enum": ["none", "note", "warning", "error"]}}
                },
            },
        },
        "region": {
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
                "endLine": {"type": "integer", "minimum": 1},
                "endColumn": {"type": "integer", "minimum": 1},
                "charOffset": {"type": "integer", "minimum": 0},
                "charLength": {"type": "integer", "minimum": 0},
            }
        },
        "artifact": {
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": "^[^ ]+$"}},
        },
        "location": {
            "properties": {
                "id": {"type": "integer", "minimum": 0},
                "message": {"$ref": "#/$defs/message"},
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {"$ref": "#/$defs/artifact"},
                        "region": {"$ref": "#/$defs/region"},
                    },
                },
            }
        },
        "result": {
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"items": {"$ref": "#/$defs/location"}},
                "relatedLocations": {"items": {"$ref": "#/$defs/location"}},
                "fixes": {
                    "items": {
                        "required": ["artifactChanges"],
                        "properties": {
                            "artifactChanges": {
                                "items": {
                                    "required": ["artifactLocation", "replacements"],
                                    "properties": {
                                        "artifactLocation": {"$ref": "#/$defs/artifact"},
                                        "replacements": {
                                            "minItems": 1,
                                            "items": {
                                                "required": ["deletedRegion"],
                                                "properties": {
                                                    "deletedRegion": {"$ref": "#/$defs/region"}
                                                },
                                            },
                                        },
                                    },
                                }
                            }
                        },
                    }
                },
            },
        },
    },
}


def test_sarif_keeps_its_form(snapshot: SnapshotAssertion) -> None:
    assert format_findings_sarif([FULL, BARE], SOURCES, version="1.2.3") == snapshot


@pytest.mark.parametrize("findings", [[], [FULL], [BARE], [FULL, BARE]], ids=len)
def test_sarif_is_what_the_standard_asks(findings: list[Finding]) -> None:
    log = findings_to_sarif(findings, SOURCES, version="1.2.3")
    jsonschema.validate(log, TRIMMED_SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
