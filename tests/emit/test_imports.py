"""Relative imports, read by their form: the same as a parser finds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from c2v_dsl.emit.imports import relative_imports

PACKAGE = Path(__file__).parents[2] / "c2v_dsl"


def parsed(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    return sorted(
        (node.level, node.module or "", tuple(alias.name for alias in node.names))
        for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level)


@pytest.mark.parametrize("room", ["stage", "semantics", "assets"])
def test_they_are_those_a_parser_finds(room: str) -> None:
    for path in sorted((PACKAGE / room).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert sorted(relative_imports(text)) == parsed(text), path


def test_brackets_remarks_and_other_names() -> None:
    text = "from . import (\n    a,  # first, of two\n    b as c,\n)\nfrom ..d.e import f  # g\n"
    assert list(relative_imports(text)) == [(1, "", ("a", "b")), (2, "d.e", ("f",))]
