"""``c2v stdlib``: the library in the terminal."""

from __future__ import annotations

import json
import subprocess
import sys

import c2v_dsl
from c2v_dsl.semantics.stdlib import entries

from .conftest import C2v


def test_all_are_listed_with_a_sentence(c2v: C2v) -> None:
    listed = c2v("stdlib").out
    for entry in entries().values():
        assert f"  {entry.signature}" in listed
        assert f"      {entry.sentence}" in listed


def test_one_is_told_with_its_parameters_and_example(c2v: C2v) -> None:
    page = c2v("stdlib", "quiz").out
    assert page.startswith("template quiz(asked, answers, right=1,")
    assert "think    how long there is to think, shown by a bar that empties; 5s if" in page
    assert "layout `wide`" in page
    assert 'import "quiz.c2v"' in page
    assert c2v("stdlib", "card.c2v").out.startswith("component card(words, tint=blue,")


def test_an_example_is_a_storyboard_as_it_stands(c2v: C2v) -> None:
    example = c2v("stdlib", "recap", "--example").out
    assert not c2v_dsl.check(example, "recap.c2v").findings


def test_its_source_is_its_definition_with_its_comment(c2v: C2v) -> None:
    source = c2v("stdlib", "card", "--source").out
    assert source.startswith("# Words in a frame")
    assert "component card(words" in source


def test_it_is_told_to_tools_too(c2v: C2v) -> None:
    told = json.loads(c2v("stdlib", "--json").out)
    assert [entry["name"] for entry in told] == list(entries())
    one = json.loads(c2v("stdlib", "hanoi", "--json").out)
    assert one in told
    assert one["parameters"][0]["name"] == "n"


def test_a_name_it_does_not_have_is_answered_with_the_nearest(c2v: C2v) -> None:
    called = c2v("stdlib", "quizz")
    assert called.status == 2
    assert "did you mean quiz?" in called.err
    assert "`c2v kinds bars` tells about the kind" in c2v("stdlib", "bars").err
    assert "`c2v stdlib` lists it all" in c2v("stdlib", "zzzzzz").err
    assert "say which" in c2v("stdlib", "--example").err


def test_it_starts_at_once() -> None:
    program = (
        "import sys; from c2v_dsl.cli.library_words import library_overview;"
        "list(library_overview());"
        "sys.exit(any(m in sys.modules for m in ('manim', 'numpy', 'lark')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
