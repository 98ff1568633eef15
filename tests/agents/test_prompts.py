"""What models are told: every file is read, filled and described in the table of their README."""

from __future__ import annotations

import re

import pytest

from c2v_dsl.agents import prompts
from c2v_dsl.resources import data_folder


def _table() -> dict[str, frozenset[str]]:
    """The placeholders of each prompt as prompts/README.md tells them."""
    text = (data_folder("prompts") / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|", text, re.M)
    return {name: frozenset(re.findall(r"`(\w+)`", places)) for name, places in rows}


def test_the_table_names_every_prompt_with_its_placeholders() -> None:
    assert _table() == {name: prompts.read(name).placeholders for name in prompts.names()}


@pytest.mark.parametrize("name", prompts.names())
def test_a_prompt_filled_has_no_place_left(name: str) -> None:
    values = {place: f"<{place}>" for place in prompts.read(name).placeholders}
    text = prompts.prompt(name, **values)
    assert "{{" not in text
    assert all(value in text for value in values.values())
    assert prompts.version(name) >= 1


def test_what_is_filled_in_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "read", lambda name: prompts.Prompt(1, "{{a}} and {{b}}\n"))
    assert prompts.prompt("x", a="{{b}}", b=r"\frac") == "{{b}} and \\frac\n"


def test_missing_and_unknown_values_are_our_bugs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "read", lambda name: prompts.Prompt(1, "{{topic}}\n"))
    with pytest.raises(TypeError, match="needs topic"):
        prompts.prompt("x")
    with pytest.raises(TypeError, match="no place for colour"):
        prompts.prompt("x", topic="waves", colour="red")


def test_a_prompt_that_is_not_there_says_so() -> None:
    with pytest.raises(KeyError, match="no prompt nothing"):
        prompts.prompt("nothing")


def test_the_version_of_all_names_what_is_told() -> None:
    assert re.fullmatch("[0-9a-f]{12}", prompts.prompts_version())
