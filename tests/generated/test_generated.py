"""What is valid checks clean, and what checks clean renders (`make render-many` draws 500)."""

from __future__ import annotations

from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics.text import format_findings

from .render import failure, sample


def test_generated_storyboards_have_no_errors() -> None:
    for text in sample(40):
        result = c2v_dsl.check(text, "generated.c2v")
        assert result.ok, f"{format_findings(result.findings, result.sources)}\n{text}"


@pytest.mark.parametrize("text", sample(4), ids=range(4))
def test_a_generated_storyboard_renders(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    failed = failure(text, tmp_path)
    assert failed is None, f"{failed.reason}\n{text}"
