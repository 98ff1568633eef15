"""The documents show what the compiler knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.reference import DOCUMENTS, filled


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_documents_show_of_the_compiler_is_current(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert filled(text) == text, "run python -m scripts.reference"
