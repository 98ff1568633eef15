"""Every code's explanation holds: the bad example gives it, the good one gives nothing."""

from __future__ import annotations

import re

import pytest

import c2v_dsl
from c2v_dsl.diagnostics import Code
from c2v_dsl.diagnostics.codes import every_code, wrap
from c2v_dsl.diagnostics.codes.hatches import CODES as IN_HATCHES
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.pipeline import CheckResult
from c2v_dsl.semantics.files import MemoryLoader

CODES = every_code()
SHOWN = [code for code in CODES if not code.code.startswith(("C2V7", "C2V9"))
         and code.code not in IN_HATCHES]
"""Codes of the machine depend on it and have no example; those of layout are measured, and those
of hatches' code read, elsewhere."""
PICTURES: dict[str, str | bytes] = {
    "cat.png": "", "broken.png": b"<html>not found</html>",
    "plain.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="2" height="1"/></svg>',
    "scripted.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/><path d="M0 0h1v1z"/></svg>',
}
"""Pictures beside the examples; of those given as texts nothing is known."""


def _check(example: str) -> CheckResult:
    text = wrap(example)
    return c2v_dsl.check(text, "example.c2v", MemoryLoader({"example.c2v": text, **PICTURES}))


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: f"{code.code}-{code.name}")
def test_the_bad_example_gives_the_code_and_no_other_error(code: Code) -> None:
    result = _check(code.bad)
    shown = format_findings(result.findings, result.sources)
    assert code.code in {finding.code for finding in result.findings}, shown or "no findings"
    others = [f for f in result.findings if f.level == "error" and f.code != code.code]
    assert not others, shown


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: f"{code.code}-{code.name}")
def test_the_good_example_gives_nothing(code: Code) -> None:
    result = _check(code.good)
    assert not result.findings, format_findings(result.findings, result.sources)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_is_named_and_explained(code: Code) -> None:
    assert re.fullmatch(r"C2V\d{3}", code.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.summary
    assert not code.summary.endswith(".")
    assert code.why.endswith((".", ".)", "`"))


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: f"{code.code}-{code.name}")
def test_findings_are_sentences_without_a_full_stop(code: Code) -> None:
    for finding in _check(code.bad).findings:
        assert finding.message
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message
