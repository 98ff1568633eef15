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


def test_a_tangle_is_judged_by_its_hull_in_no_time() -> None:
    import numpy as np

    from c2v_dsl.layout.regions import region
    from c2v_dsl.layout.seen import Ink

    points = np.random.default_rng(1).uniform(-3, 3, (5000, 2))
    for form in ("area", "line"):
        found = region(Ink(form, points, 0.02, 1.0, (1.0, 1.0, 1.0)))  # type: ignore[arg-type]
        assert 34 < found.area < 36
