"""The language as models are told it: whole, short, the same for the same topic, and its examples
clean in every way that storyboards are judged."""

from __future__ import annotations

from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.agents import language
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.layout.check import check_layouts
from c2v_dsl.semantics.evaluate_functions import BUILTINS
from c2v_dsl.semantics.themes import HUES, THEMES
from c2v_dsl.semantics.vocabulary import KINDS, STYLES, forms
from c2v_dsl.semantics.vocabulary.verbs import VERBS
from c2v_dsl.syntax import format_source, parse

TOPICS = (
    "", "Linear transformations and matrices", "Wie eine Kerze brennt", "Bubble sort",
    "The French Revolution", "Photosynthesis for children", "Central limit theorem",
    "Qubits, state vectors, and Grover's algorithm in quantum computing",
    "Numerical algorithms for solving 2D equations, winding numbers, and domain coloring",
)


@pytest.mark.parametrize("topic", TOPICS)
def test_it_is_whole_and_short(topic: str) -> None:
    text = language.language_prompt(topic)
    assert len(text) <= language.MOST_CHARACTERS
    for kind in KINDS.values():
        assert forms.signature(kind) in text
    for verb in VERBS.values():
        assert f"{forms.phrase(verb)}: {verb.doc}" in text
    for style in STYLES.values():
        assert style.example in text
    for name in (*HUES, *THEMES, *BUILTINS):
        assert name in text
    assert language.bank()["storyboard"].text in text


def test_the_same_topic_is_told_the_same() -> None:
    assert language.language_prompt("waves") == language.language_prompt("waves")


@pytest.mark.parametrize(("topic", "name"), [
    ("Eigenvectors, eigenvalues, and eigenbasis", "linear_algebra"),
    ("Chemical bonds", "chemistry"),
    ("How the heart pumps blood", "biology"),
    ("The causes of the First World War", "process"),
    ("Dijkstra's shortest path algorithm", "graphs"),
    ("Bayes' theorem", "statistics"),
    ("Attention in transformers", "networks"),
    ("Derivatives of polynomials", "calculus"),
    ("A pendulum", "dynamics"),
])
def test_examples_suit_the_topic(topic: str, name: str) -> None:
    assert language.ranked(topic)[0].name == name
    assert language.bank()[name].scenes in language.language_prompt(topic)


def test_a_topic_that_nothing_suits_has_examples_all_the_same() -> None:
    assert [example.name for example in language.ranked("Quux")] == list(language.OTHERWISE)


def test_every_example_can_be_chosen() -> None:
    for example in language.bank().values():
        assert len(example.suits.split()) > 1, example.name
        if example.name != "storyboard":
            assert language.ranked(example.suits)[0] == example


@pytest.mark.parametrize("name", sorted(language.bank()))
def test_an_example_stands_as_the_formatter_writes_it(name: str) -> None:
    text = language.bank()[name].text + "\n"
    assert format_source(text).text == text
    assert not parse(text, name).findings


def test_examples_check_and_measure_clean(tmp_path: Path) -> None:
    results = [c2v_dsl.check(example.text, example.name) for example in language.bank().values()]
    works = []
    for result in results:
        assert not result.findings, format_findings(result.findings, result.sources)
        assert result.timeline is not None
        works.append((result.timeline, result.sources))
    for (_, sources), measured in zip(works, check_layouts(works, folder=tmp_path), strict=True):
        assert not measured.findings, format_findings(measured.findings, sources)
        assert not (measured.scene_faults or measured.machine_faults)
