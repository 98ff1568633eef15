"""The reference says what the registry knows."""

from __future__ import annotations

from scripts.reference import REFERENCE, filled


def test_the_lists_in_the_reference_are_current() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert filled(text) == text, "run python -m scripts.reference"
