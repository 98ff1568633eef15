"""What is found in the corpus of layouts is what a person sees."""

from __future__ import annotations

import pytest

from .corpus import Judgement, checked, judge, measured

LEAST = 0.97


@pytest.fixture(scope="module")
def judgements(tmp_path_factory: pytest.TempPathFactory) -> list[Judgement]:
    results = checked()
    layouts = measured(results.values(), tmp_path_factory.mktemp("cache"))
    for layout in layouts:
        assert not layout.scene_faults
        assert not layout.machine_faults
    return [judge(name, result, layout)
            for (name, result), layout in zip(results.items(), layouts, strict=True)]


def test_there_are_scenes_of_either_sort(judgements: list[Judgement]) -> None:
    faulty = sum(j.faulty for j in judgements)
    assert faulty >= 80
    assert sum(j.scenes for j in judgements) - faulty >= 80


def test_precision_and_recall(
    judgements: list[Judgement], capsys: pytest.CaptureFixture[str]
) -> None:
    hits = sum(len(j.hits) for j in judgements)
    missed = [f"{j.name}:{s.line} {s.scene} {s.code}" for j in judgements for s in j.missed]
    false = [f"{j.name}:{s.line} {s.scene} {s.code} {message}"
             for j in judgements for s, message in j.false]
    recall, precision = hits / (hits + len(missed)), hits / (hits + len(false))
    with capsys.disabled():
        scenes, faulty = sum(j.scenes for j in judgements), sum(j.faulty for j in judgements)
        print(f"\n{scenes} scenes, {faulty} with defects: "
              f"precision {precision:.3f}, recall {recall:.3f}")
    report = "\n".join(["missed:", *missed, "false:", *false])
    assert recall >= LEAST, report
    assert precision >= LEAST, report
