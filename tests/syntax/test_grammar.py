"""The grammar file: what Lark, decoders that constrain models, and the stored tables make of it."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import llguidance
import pytest
from lark import Lark

from c2v_dsl.resources import data_folder
from c2v_dsl.syntax import tables

GRAMMAR = (data_folder("grammar") / "c2v.lark").read_text(encoding="utf-8")


def test_lark_finds_no_conflict_and_no_collision() -> None:
    Lark(GRAMMAR, parser="lalr", lexer="contextual", start=["start", "expression"], strict=True)


def test_decoders_read_the_grammar() -> None:
    grammar = llguidance.LLMatcher.grammar_from_lark(GRAMMAR)
    failed, messages = llguidance.LLMatcher.validate_grammar_with_warnings(grammar)
    assert not failed, messages


@pytest.mark.parametrize("forbidden", ["%declare", "(?=", "(?!", "(?<", "{}"])
def test_the_grammar_stays_in_the_common_subset(forbidden: str) -> None:
    lines = [line.split("//")[0] for line in GRAMMAR.splitlines()]
    assert not any(forbidden in line for line in lines)


def test_the_stored_tables_are_those_of_the_grammar() -> None:
    stored = json.loads((data_folder("grammar") / "c2v.tables.json").read_text(encoding="utf-8"))
    built = tables.build(GRAMMAR)
    assert stored["digest"] == built["digest"], "run: python -m c2v_dsl.syntax.tables"
    assert len(stored["rows"]) == len(built["rows"])
    assert stored["words"] == built["words"]
    assert sorted(map(json.dumps, stored["rules"])) == sorted(map(json.dumps, built["rules"]))


def test_a_start_needs_no_lark() -> None:
    code = (
        "import sys, c2v_dsl.syntax as s; s.parse('c2v 1\\n');"
        "sys.exit(any(m in sys.modules for m in ('lark', 'manim', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_other_tables_are_built_and_kept_where_that_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "grammar"
    folder.mkdir()
    (folder / "c2v.lark").write_text(GRAMMAR + "\n// changed\n", encoding="utf-8")
    monkeypatch.setattr(tables, "data_folder", lambda _: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tables.load.cache_clear()
    try:
        built = tables.load()
        kept = list((tmp_path / "cache" / "c2v").iterdir())
        assert len(kept) == 1
        tables.load.cache_clear()
        monkeypatch.setattr(tables, "build", lambda _: pytest.fail("built again"))
        assert tables.load().words == built.words
    finally:
        tables.load.cache_clear()


def test_a_cache_that_cannot_be_written_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "grammar"
    folder.mkdir()
    (folder / "c2v.lark").write_text(GRAMMAR + "\n// changed\n", encoding="utf-8")
    blocked = tmp_path / "cache"
    blocked.write_text("a file, not a folder")
    blocked.chmod(stat.S_IRUSR)
    monkeypatch.setattr(tables, "data_folder", lambda _: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    tables.load.cache_clear()
    try:
        assert tables.load().words["beat"] == "BEAT"
    finally:
        tables.load.cache_clear()
    assert [file.name for file in folder.iterdir()] == ["c2v.lark"]
