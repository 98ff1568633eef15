"""Every finding of the objects' room: its bad example gives it and no other error, its good one
nothing at all."""

from __future__ import annotations

import pytest

from c2v_dsl.diagnostics import CODES, Finding
from c2v_dsl.diagnostics.codes import names, objects, wrap
from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.syntax import parse

OWN = sorted(
    value for module in (names, objects) for value in vars(module).values()
    if isinstance(value, str) and value in CODES
)
LATE = {
    names.UNKNOWN_OBJECT, names.NOT_AN_OBJECT, names.NO_SUCH_MEMBER, names.NO_SUCH_PART,
    names.PIECE_NONE, names.PIECE_SEVERAL,
}
"""Found while the beats are walked."""


def findings(example: str) -> list[Finding]:
    text = wrap(example)
    result = parse(text, "example.c2v")
    loader = MemoryLoader({"example.c2v": text, "drawing.png": ""})
    analysis = analyse(result, loader)
    from c2v_dsl.timeline.build import build

    _, late = build(analysis)
    return [*result.findings, *analysis.findings, *late]


@pytest.mark.parametrize("code", OWN)
def test_examples(code: str) -> None:
    entry = CODES[code]
    bad = findings(entry.bad)
    assert code in {f.code for f in bad}
    assert {f.code for f in bad if f.level == "error"} <= {code}
    assert [f"{f.code} {f.message}" for f in findings(entry.good)] == []
