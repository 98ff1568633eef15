"""Fixes that findings carry, applied."""

from __future__ import annotations

from c2v_dsl.diagnostics import Edit, Finding, Fix, Source, Span
from c2v_dsl.diagnostics.codes.machine import SCENE_FAILED
from c2v_dsl.diagnostics.fixes import apply_safe_fixes

SOURCE = Source("a.c2v", "draw circle over 2")


def _fix(
    start: int, end: int, text: str, applicability: str = "safe", path: str = "a.c2v"
) -> Finding:
    span = Span(start, end, path)
    fix = Fix("t", (Edit(span, text),), applicability)  # type: ignore[arg-type]
    return Finding(SCENE_FAILED, span, "m", fix=fix)


def test_safe_fixes_are_applied_all_at_once() -> None:
    findings = [_fix(18, 18, "s"), _fix(0, 4, "show")]
    assert apply_safe_fixes(SOURCE, findings) == ("show circle over 2s", 2)


def test_of_two_fixes_at_one_place_the_first_is_taken() -> None:
    findings = [_fix(0, 4, "show"), _fix(2, 11, "x"), _fix(0, 0, "y")]
    assert apply_safe_fixes(SOURCE, findings) == ("show circle over 2", 1)


def test_what_may_change_the_meaning_or_another_file_is_left_alone() -> None:
    findings = [_fix(0, 4, "show", "unsafe"), _fix(0, 4, "grow", path="b.c2v")]
    assert apply_safe_fixes(SOURCE, findings) == (SOURCE.text, 0)
