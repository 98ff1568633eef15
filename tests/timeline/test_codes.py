"""Every code of beats: its bad example gives it and nothing else, its good one nothing at all."""

from __future__ import annotations

import pytest
from telling import told

from c2v_dsl.diagnostics import CODES
from c2v_dsl.diagnostics.codes import beats, wrap

MINE = sorted(code for name, code in vars(beats).items() if name.isupper() and code in CODES)


@pytest.mark.parametrize("code", MINE)
def test_examples(code: str) -> None:
    entry = CODES[code]
    bad = told(wrap(entry.bad))
    assert code in [f.code for f in bad.findings]
    assert {f.code for f in bad.findings if f.level == "error"} <= {code}
    good = told(wrap(entry.good))
    assert [(f.code, f.message) for f in good.findings] == []


def test_there_are_codes() -> None:
    assert len(MINE) > 20
    assert all(code.startswith("C2V4") for code in MINE)
