"""What is valid checks clean, and what checks clean renders (`make render-many` draws 500)."""

from __future__ import annotations

from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics.text import format_findings

from .render import failure, sample
from .storyboards import write_pictures


def test_generated_storyboards_have_no_errors(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    for text in sample(100):
        result = c2v_dsl.check(text, str(tmp_path / "generated.c2v"))
        assert result.ok, f"{format_findings(result.findings, result.sources)}\n{text}"


@pytest.mark.parametrize("text", sample(12), ids=range(12))
def test_a_generated_storyboard_renders(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pictures(tmp_path)
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    failed = failure(text, tmp_path)
    assert failed is None, f"{failed.reason}\n{text}"
