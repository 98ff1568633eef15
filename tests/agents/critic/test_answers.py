"""What critics answer becomes operations of a patch, or a sentence why not."""

from __future__ import annotations

import json

import pytest

from c2v_dsl.agents.critic.answers import (
    Change,
    NoOperation,
    Problem,
    Problems,
    operations,
    operations_text,
)
from c2v_dsl.patch.model import Place, Time

from .saying import problem


def test_only_the_three_gravest_problems_count_in_the_order_of_the_answer() -> None:
    grades = ["low", "high", "low", "medium", "high"]
    said = Problems.model_validate(
        {"problems": [problem("b", str(n), severity=grade) for n, grade in enumerate(grades)]})
    assert [p.wrong for p in said.worst] == ["1", "3", "4"]
    assert [p.wrong for p in Problems(problems=said.problems[:2]).worst] == ["0", "1"]


def test_fields_of_other_operations_and_nulls_are_passed_over() -> None:
    made = operations([
        Change.model_validate({"op": "place", "id": "s.a", "place": "at B2", "text": "x",
                               "over": None, "at": "", "unset": []}),
        Change(op="place", id="s.b", place="none"),
        Change(op="time", id="s@b#1", over="none", lasts=""),
    ])
    assert made == (Place(op="place", id="s.a", place="at B2"),
                    Place(op="place", id="s.b", place=None),
                    Time(op="time", id="s@b#1", over=None))
    assert made[2].model_fields_set == {"op", "id", "over"}, "what lasts is not touched"


@pytest.mark.parametrize(("change", "why"), [
    ({"op": "text", "id": "s.a"}, r"change 1 \(text\): text: Field required"),
    ({"op": "time", "id": "s@b"}, "none of over, ease, stagger and lasts is given"),
    ({"op": "show", "target": "a", "beat": "s@b", "verb": "fly"}, "'pop' or 'add'"),
    ({"op": "hide", "target": "a", "beat": "s@b", "at": "start", "after": "s@b#1"},
     "only one may be given"),
])
def test_what_is_no_operation_is_said(change: dict[str, str], why: str) -> None:
    with pytest.raises(NoOperation, match=why):
        operations([Change.model_validate(change)])


def test_every_operation_is_told_with_its_fields() -> None:
    told = operations_text()
    for word in Change.model_json_schema()["properties"]["op"]["enum"]:
        assert f"- `{word}` (" in told
    assert "verb: show, draw, write, grow, pop, add" in told
    assert "null" not in told


def test_the_schema_is_small_and_has_no_unions() -> None:
    schema = json.dumps(Problems.model_json_schema())
    assert "anyOf" not in schema
    assert "oneOf" not in schema
    assert len(schema) < 3000
    assert set(Problem.model_fields) == {"beat", "ids", "wrong", "why", "severity", "patch"}
