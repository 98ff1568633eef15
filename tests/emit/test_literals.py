"""Values as code that reads back as the same value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.emit.literals import (
    class_name,
    object_path,
    reference,
    repr_value,
    seconds,
    string,
)
from c2v_dsl.semantics.lowered import Function, Live, Ref
from c2v_dsl.semantics.values import Color, mix


@given(st.text())
def test_any_text_reads_back(text: str) -> None:
    assert eval(string(text)) == text


def test_formulas_are_raw_strings() -> None:
    assert string(r"\frac{1}{2}") == r'r"\frac{1}{2}"'


def test_texts_of_several_lines_have_double_quotes_too() -> None:
    assert string('a\n"b"') == r'"a\n\"b\""'


@given(st.integers(0, 10**6))
def test_lengths_in_seconds_round_back_to_the_same_frame(frames: int) -> None:
    assert round(float(seconds(frames)) * 60) == frames


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("square", "o.square"),
        ("tile[2]", "o.tile[2]"),
        ("wire[0, 1]", "o.wire[0, 1]"),
        ("peg.disk[2]", "o.peg.disk[2]"),
        ("class", "o.class_"),
    ],
)
def test_ids_become_attributes(id: str, path: str) -> None:
    assert object_path(id) == path


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        (Ref("ans", (("piece", "3", 0),)), 'o.ans.piece("3")'),
        (Ref("ans", (("piece", "x", 1),)), 'o.ans.piece("x", 1)'),
        (Ref("ans", (("piece", "x", "all"),)), 'o.ans.piece("x", "all")'),
        (Ref("m", (("item", 0, 1),)), "o.m.item(0, 1)"),
        (Ref("m", (("part", "row"), ("item", 0))), 'o.m.part("row", 0)'),
        (Ref("ax", (("part", "x"),)), 'o.ax.part("x")'),
    ],
)
def test_parts_become_method_calls(ref: Ref, code: str) -> None:
    assert reference(ref) == code


def test_live_values_are_lambdas_and_functions_stand_as_they_are() -> None:
    assert repr_value(Live("p.t + 1", ("t",))) == "lambda: p.t + 1"
    assert repr_value(Function("lambda x: x**2")) == "lambda x: x**2"
    assert repr_value((0.5, None)) == "(0.5, None)"


@pytest.mark.parametrize(
    ("scene", "name"),
    [("area", "SceneArea"), ("slope", "Slope"), ("point_at", "ScenePointAt"), ("p", "SceneP")],
)
def test_a_scene_never_takes_a_name_of_the_stage(scene: str, name: str) -> None:
    assert class_name(scene) == name


def test_a_scene_called_by_a_digit_is_still_a_class() -> None:
    assert class_name("_1").isidentifier()


def test_a_mixed_color_and_a_complex_number_mean_what_they_meant() -> None:
    assert repr_value(mix(Color("red"), Color("gold"), 0.5)).startswith('C("mix(')
    assert repr_value(Color("gold")) == '"gold"'
    assert repr_value(1 + 2j) == "(1+2j)"
