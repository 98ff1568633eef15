"""A sample of the mutations; ``python -m tests.fuzz`` runs them in full."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c2v_dsl.diagnostics import has_errors
from c2v_dsl.syntax import format_source, parse
from tests.fuzz.__main__ import corpus
from tests.fuzz.check import Figures, examine, wrong
from tests.fuzz.mutate import ALPHABET, SNIPPETS, mutate

PIECES = st.sampled_from([
    *SNIPPETS, *ALPHABET, "a", "b", " ", "\n", "1", "2s", "show ", "color gold", "circle(r=1)",
    ", ", "= ", '"text"', "at B2", "over 2s", "storyboard ", "param ", "together {", "..", " + ",
    "not ",
])


def test_a_sample_of_mutations() -> None:
    texts = corpus()
    rng = random.Random(2024)
    figures = Figures()
    for _ in range(300):
        examine(mutate(rng.choice(texts), rng), figures)
    assert figures.faults == []
    assert figures.clean > 10


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_pieces_have_a_tree(text: str) -> None:
    result = parse("c2v 1\n" + text)
    assert wrong("c2v 1\n" + text, result.tree, result.findings) == ""


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_has_a_tree(text: str) -> None:
    result = parse(text)
    assert wrong(text, result.tree, result.findings) == ""


OPERATORS = ["+", "-", "*", "/", "^", "%", "and", "or", "<", "=="]
VALUES = st.recursive(
    st.sampled_from(["1", "2.5", "x", "f", "40%", "90deg", '"t"', "B2", "#FFCC00", "gold", "2i"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(OPERATORS), inner).map(" ".join),
        inner.map(lambda v: f"({v})"), inner.map(lambda v: f"-{v}"),
        inner.map(lambda v: f"not {v}"),
        st.lists(inner, max_size=4).map(lambda v: f"[{', '.join(v)}]"),
        st.lists(inner, min_size=2, max_size=4).map(lambda v: f"({','.join(v)})"),
        st.lists(inner, max_size=3).map(lambda v: f"f({','.join(v)})"),
        st.tuples(inner, inner).map(lambda v: f"(x -> {v[0]})"),
        st.tuples(inner, inner, inner).map(lambda v: f"({v[0]} if {v[1]} else {v[2]})"),
        inner.map(lambda v: f"[{v} for i in 0..3]"),
    ),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_values_are_formatted_without_a_change_of_meaning(value: str) -> None:
    text = f"c2v 1\nlet a = {value}\n"
    result = parse(text)
    formatted = format_source(text).text
    assert (formatted is None) == has_errors(result.findings)
    if formatted is not None:
        assert format_source(formatted).text == formatted
