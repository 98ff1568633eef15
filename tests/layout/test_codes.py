"""Every code of layout holds: the bad example gives it, the good one gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics import Code
from c2v_dsl.diagnostics.codes import every_code, wrap
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.layout.check import LayoutResult, check_layouts
from c2v_dsl.pipeline import CheckResult
from c2v_dsl.semantics.stdlib import entries

CODES = [code for code in every_code() if code.code.startswith("C2V7")]
IDS = [f"{code.code}-{code.name}" for code in CODES]

Judged = dict[str, tuple[CheckResult, LayoutResult]]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """All examples, measured together, by code and ``bad`` or ``good``."""
    folder: Path = tmp_path_factory.mktemp("cache")
    names = [f"{code.code} {side}" for code in CODES for side in ("bad", "good")]
    checked = [c2v_dsl.check(wrap(text), "example.c2v")
               for code in CODES for text in (code.bad, code.good)]
    works = []
    for result in checked:
        assert result.timeline is not None, format_findings(result.findings, result.sources)
        works.append((result.timeline, result.sources))
    return dict(zip(names, zip(checked, check_layouts(works, folder=folder), strict=True),
                    strict=True))


@pytest.mark.parametrize("code", CODES, ids=IDS)
def test_the_bad_example_gives_the_code_and_no_other(code: Code, judged: Judged) -> None:
    checked, result = judged[f"{code.code} bad"]
    shown = format_findings(result.findings, checked.sources)
    assert not result.scene_faults
    assert not result.machine_faults
    assert {finding.code for finding in result.findings} == {code.code}, shown or "no findings"


@pytest.mark.parametrize("code", CODES, ids=IDS)
def test_the_good_example_gives_nothing(code: Code, judged: Judged) -> None:
    checked, result = judged[f"{code.code} good"]
    assert not checked.findings, format_findings(checked.findings, checked.sources)
    assert not result.findings, format_findings(result.findings, checked.sources)
    assert not result.scene_faults


@pytest.mark.parametrize("code", CODES, ids=IDS)
def test_findings_are_sentences_without_a_full_stop(code: Code, judged: Judged) -> None:
    for finding in judged[f"{code.code} bad"][1].findings:
        assert finding.message
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message
        assert finding.help


def test_a_minus_sign_alone_is_not_too_small(tmp_path: Path) -> None:
    checked = c2v_dsl.check(wrap(
        'objects { a = math("-") at C3\n b = math("=") at D4 size 12 }\n'
        'beat one "Signs" { show a, b }'), "example.c2v")
    assert checked.timeline is not None
    (result,) = check_layouts([(checked.timeline, checked.sources)], folder=tmp_path)
    assert [(f.code, f.message.split("`")[1]) for f in result.findings] == [("C2V705", "b")]


@pytest.mark.parametrize("step", ["look", "swap"])
def test_the_library_may_allow_what_does_not_always_happen(step: str, tmp_path: Path) -> None:
    checked = c2v_dsl.check(
        'c2v 1\nstoryboard "Swaps" {}\nimport "array_story.c2v"\n'
        f'scene a "A" from array_story([5, 4, 2, 1], [["{step}", 0, 3, "look"]])\n', "swaps.c2v")
    assert checked.timeline is not None, format_findings(checked.findings, checked.sources)
    (result,) = check_layouts([(checked.timeline, checked.sources)], folder=tmp_path)
    assert not result.findings, format_findings(result.findings, checked.sources)


def test_the_library_measures_clean_in_the_light_theme(tmp_path: Path) -> None:
    checked = [c2v_dsl.check(entry.example.replace("theme chalk", "theme paper"), name)
               for name, entry in entries().items()]
    works = []
    for result in checked:
        assert result.timeline is not None, format_findings(result.findings, result.sources)
        works.append((result.timeline, result.sources))
    for (_, sources), measured in zip(works, check_layouts(works, folder=tmp_path), strict=True):
        assert not measured.findings, format_findings(measured.findings, sources)
