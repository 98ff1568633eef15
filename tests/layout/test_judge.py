"""What is measured is what is drawn: a sample; the whole is ``python -m tests.layout.judge``."""

from __future__ import annotations

from pathlib import Path

import pytest

from .judge import ROOT, Judge, Tally

CORPUS = ROOT / "tests" / "corpus" / "layout"
SAMPLE = [
    (CORPUS / "fills.c2v", 2), (CORPUS / "planes.c2v", 2), (CORPUS / "belonging.c2v", 3),
    (CORPUS / "contents.c2v", 3), (ROOT / "examples" / "derivative.c2v", 1),
    (ROOT / "examples" / "dna.c2v", 3),
]
LEAST = 0.98


@pytest.fixture(scope="module")
def tally() -> Tally:
    judge, whole = Judge(), Tally()
    for path, every in SAMPLE:
        for one in judge.file(Path(path), every):
            whole.add(one)
    return whole


def test_measured_and_drawn_agree(tally: Tally) -> None:
    assert tally.agreement >= LEAST, tally.wrong
    assert tally.agreement_near >= LEAST, tally.wrong


def test_the_sample_has_pairs_of_every_sort(tally: Tally) -> None:
    assert tally.covering >= 10
    assert tally.near - tally.covering >= 50
