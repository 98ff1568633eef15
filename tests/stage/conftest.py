"""Every test of the stage begins in the default theme, whatever was drawn before it."""

from __future__ import annotations

import pytest

from c2v_dsl.semantics.themes import DEFAULT_THEME
from c2v_dsl.stage import theme


@pytest.fixture(autouse=True)
def default_theme() -> None:
    theme.use_theme(DEFAULT_THEME)
