"""Grammars that hold a model: read and judged by a decoder, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import llguidance
import pytest
from llguidance.gbnf_to_lark import gbnf_to_lark

from c2v_dsl.agents.providers import grammars

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))
BEYOND = {
    "attention.c2v": "a newline before `for` in a list",
    "hanoi.c2v": "`1..`, in which the decoder's lexer does not step back",
}
SCENE = 'scene a {\n  objects {\n    x = text("hi") at C3\n  }\n  beat b "B" {\n    %s\n  }\n}\n'


@pytest.fixture(scope="module", params=["lark", "gbnf"])
def accepts(request: pytest.FixtureRequest) -> Callable[[str], bool]:
    text = grammars.lark() if request.param == "lark" else gbnf_to_lark(grammars.gbnf())
    grammar = llguidance.LLMatcher.grammar_from_lark(text)
    failed, messages = llguidance.LLMatcher.validate_grammar_with_warnings(grammar)
    assert not failed, messages
    letters = llguidance.LLTokenizer("byte")

    def judge(text: str) -> bool:
        matcher, said = llguidance.LLMatcher(letters, grammar), list(text.encode())
        if matcher.validate_tokens(said) < len(said):
            return False
        return bool(matcher.consume_tokens(said) and matcher.is_accepting())

    return judge


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_whole_storyboards_can_be_said(path: Path, accepts: Callable[[str], bool]) -> None:
    assert accepts(path.read_text(encoding="utf-8")) == (path.name not in BEYOND)


def test_a_scene_alone_can_be_said(accepts: Callable[[str], bool]) -> None:
    assert accepts(SCENE % "show x over 1s")
    assert accepts("let n = 3\n\n" + SCENE % "show x.at(\n      1,\n      2\n    )")


@pytest.mark.parametrize("text", [
    "Here is the scene:\n", "```c2v\n", SCENE % "show x over", SCENE % "x = 5",
    SCENE.replace('at C3', 'at "C3') % "show x", (SCENE % "show x")[:-2],
])
def test_nothing_else_can(text: str, accepts: Callable[[str], bool]) -> None:
    assert not accepts(text)


def test_no_rule_of_gbnf_begins_with_itself() -> None:
    rules = dict(line.split(" ::= ") for line in grammars.gbnf().splitlines())
    assert rules["or-test"] == "(and-test) (word-or and-test)*"
    for name, body in rules.items():
        assert all(not one.strip().startswith(f"{name} ") for one in body.split(" | ")), name
        assert "_" not in name
