"""``c2v schema``: what the JSON that c2v prints looks like."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

EXAMPLES = """
c2v schema findings
c2v schema             all of them in one document
"""


class Document(StrEnum):
    """The JSON documents c2v prints or reads."""

    tree = "tree"
    timeline = "timeline"
    findings = "findings"
    layout = "layout"
    patch = "patch"


def schema(
    document: Annotated[
        Document | None, typer.Argument(help="Which document; without one, all.")
    ] = None,
) -> None:
    """Print JSON Schemas of what c2v prints as JSON, and of patches."""
    wanted = [document] if document is not None else list(Document)
    schemas = {str(name): _schema(name) for name in wanted}
    shown = schemas if document is None else schemas[str(document)]
    print(json.dumps(shown, ensure_ascii=False, indent=2))


def _schema(document: Document) -> object:
    match document:
        case Document.tree:
            from ..syntax import tree_schema

            return tree_schema()
        case Document.timeline:
            from ..timeline.json import timeline_schema

            return timeline_schema()
        case Document.findings:
            from ..diagnostics.json import findings_schema

            return findings_schema()
        case Document.layout:
            from ..layout.rows import layout_schema

            return layout_schema()
        case Document.patch:
            from ..patch import patch_schema

            return patch_schema()
