"""A storyboard with eight deliberate mistakes comes out right by ``c2v check --layout --fix``."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics.fixes import apply_safe_fixes
from tests.cli.conftest import C2v, c2v
from tests.layout.mending import FOLDER, figures

__all__ = ["c2v"]

MISTAKES = (Path(__file__).parent / "eight_mistakes.c2v").read_text(encoding="utf-8")

DIFFERENCE = """\
-    name = text("the disc") at (-2.3, 1.55)
+    name = text("the disc") at (-2.3, 2.05)
-    note = text("it grows with the square of the radius") at F5
-    small = text("Archimedes, 250 BC") at F2 size 13
+    note = text("it grows with the square of the radius") in F3:F6
+    small = text("Archimedes, 250 BC") at F2 size 22
-    word = text("unrolled") at D5 color yellow
-    ring = circle(r=0.5) at (-4.8, 2.5) color teal fill teal 0.5
+    word = text("unrolled") at strip color black
+    ring = circle(r=0.5) at (-3.55, 2.5) color teal fill teal 0.5
-    piece = square(side=0.5) at D3 fill teal 1
+    piece = square(side=0.5) at B3 fill teal 1
+    hide old
-    move piece to D6 over 2s
+    move piece to B6 over 2s
"""
"""What was left in the same place is hidden; words, a ring and a piece move clear; a long line
stands in an area; small print grows; pale words turn black on what they stand on; what passed over
words takes another row. With the first, what lingered is gone too."""


@pytest.fixture
def eight(c2v: C2v, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "eight.c2v"
    path.write_text(MISTAKES, encoding="utf-8")
    return path


def test_eight_mistakes_come_out_right(c2v: C2v, eight: Path) -> None:
    shown = c2v("check", "--layout", "--fix", "--diff", "eight.c2v")
    assert shown.status == 0, shown.out + shown.err
    assert eight.read_text(encoding="utf-8") == MISTAKES
    assert DIFFERENCE.splitlines()[0] in shown.out
    fixed = c2v("check", "--layout", "--fix", "eight.c2v")
    assert fixed.status == 0
    assert "no findings" in fixed.out
    assert "7 mended, 0 left" in fixed.err
    assert "C2V702" in fixed.err
    lines = difflib.unified_diff(
        MISTAKES.splitlines(), eight.read_text(encoding="utf-8").splitlines(), lineterm="", n=0)
    changed = [line for line in lines if line[:3] not in ("---", "+++") and line[0] in "+-"]
    assert "\n".join(changed) + "\n" == DIFFERENCE


def test_each_finding_offers_its_fix_and_unchanged_scenes_cost_nothing(
    c2v: C2v, eight: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = c2v("check", "--layout", "--format", "json", "eight.c2v")
    assert called.status == 1
    told = [f for f in json.loads(called.out)["findings"] if f["code"].startswith("C2V7")]
    assert len(told) == 8
    fixes = {f["code"]: f["fix"] for f in told if f["code"] != "C2V701"}
    assert fixes["C2V705"]["title"] == "give `small` size 26"
    assert [e["text"] for e in fixes["C2V705"]["edits"]] == ["26"]
    assert all(f["fix"] is not None and f["fix"]["applicability"] == "safe" for f in told)

    def measured_again(*_: object) -> None:
        raise AssertionError("a scene was measured again")

    monkeypatch.setattr("c2v_dsl.layout.mend.state.measure_scenes", measured_again)
    monkeypatch.setattr("c2v_dsl.layout.measure.measure_scenes", measured_again)
    assert c2v("check", "--layout", "--format", "json", "eight.c2v").out == called.out


def test_the_defects_of_a_corpus_file_are_mended_and_none_is_made() -> None:
    found = figures(FOLDER / "words.c2v")
    assert found.before >= 10
    assert found.after <= 0.2 * found.before, found.why
    assert not found.new


def test_a_comment_that_allows_nothing_is_removed(c2v: C2v, tmp_path: Path) -> None:
    from c2v_dsl.layout.check import check_layout
    from c2v_dsl.layout.mend.offers import with_offers

    text = MISTAKES.split("  objects {")[0] + (
        '  objects {\n    a = text("words") at C3  # allow C2V701: a reason\n  }\n'
        '  beat one "One" { show a }\n}\n')
    result = c2v_dsl.check(text, "one.c2v")
    assert result.timeline is not None
    found = check_layout(result.timeline, result.sources, folder=tmp_path)
    offered = with_offers(result, found, folder=tmp_path)
    after, count = apply_safe_fixes(result.parsed.source, offered)
    assert count == 1
    assert after == text.replace("  # allow C2V701: a reason", "")
