"""Edits leave everything else as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.diagnostics import Edit, Source, Span
from c2v_dsl.syntax import EditConflict, apply_edits, apply_fixes, parse


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end, "a.c2v"), text)


def test_edits_in_any_order() -> None:
    edits = [edit(6, 11, "there"), edit(0, 0, ">> "), edit(11, 11, "!")]
    assert apply_edits("hello world", edits) == ">> hello there!"
    assert apply_edits("hello world", reversed(edits)) == ">> hello there!"


def test_equal_edits_count_once() -> None:
    assert apply_edits("ab", [edit(1, 1, ","), edit(1, 1, ",")]) == "a,b"


@pytest.mark.parametrize("edits", [
    [edit(0, 3, "x"), edit(2, 4, "y")], [edit(0, 99, "")], [edit(-1, 0, "")], [edit(3, 2, "")],
])
def test_conflicts_are_told(edits: list[Edit]) -> None:
    with pytest.raises(EditConflict):
        apply_edits("hello", edits)


@given(st.text(), st.text(), st.data())
def test_what_is_not_edited_stays(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changed = apply_edits(text, [edit(start, end, new)])
    assert changed.startswith(text[:start])
    assert changed.endswith(text[end:])
    assert len(changed) == len(text) - (end - start) + len(new)


def test_safe_fixes_only_unless_asked() -> None:
    text = 'c2v 1\nlet a = [1 2]\r\nlet b = 2x\n'
    result = parse(text, "a.c2v")
    source = Source("a.c2v", text)
    assert apply_fixes(source, result.findings).text == 'c2v 1\nlet a = [1, 2]\r\nlet b = 2x\n'
    assert apply_fixes(source, result.findings, unsafe=True).text == (
        'c2v 1\nlet a = [1, 2]\r\nlet b = 2 * x\n'
    )


def test_fixes_of_other_files_are_skipped() -> None:
    text = "c2v 1\nlet a = [1 2]\n"
    findings = parse(text, "other.c2v").findings
    result = apply_fixes(Source("a.c2v", text), findings)
    assert result.text == text
    assert result.skipped == findings
