"""``c2v patch``."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import GOOD, C2v

OPERATION = {"op": "text", "id": "one@first", "text": "Look at it"}


def test_a_file_is_changed_and_changed_back(c2v: C2v, tmp_path: Path) -> None:
    empty = c2v("patch", "good.c2v")
    patch = json.loads(empty.out)
    assert (empty.status, patch["operations"]) == (0, [])
    patch["operations"] = [OPERATION]
    (tmp_path / "better.json").write_text(json.dumps(patch), encoding="utf-8")
    seen = c2v("patch", "good.c2v", "better.json", "--dry-run")
    assert (seen.status, seen.err) == (0, "changed: one@first\n")
    assert [line for line in seen.out.splitlines() if line[:1] in "+-"][3:] != []
    assert (tmp_path / "good.c2v").read_text(encoding="utf-8") == GOOD
    assert c2v("patch", "good.c2v", "better.json", "--inverse", "undo.json").status == 0
    assert "Look at it" in (tmp_path / "good.c2v").read_text(encoding="utf-8")
    again = c2v("patch", "good.c2v", "better.json")
    assert again.status == 1
    assert "made for another version" in again.err
    assert c2v("patch", "good.c2v", "undo.json").status == 0
    assert (tmp_path / "good.c2v").read_text(encoding="utf-8") == GOOD


def test_a_patch_that_brings_errors_says_which(c2v: C2v, tmp_path: Path) -> None:
    patch = json.loads(c2v("patch", "good.c2v").out)
    patch["operations"] = [OPERATION, {"op": "insert", "into": "one@first", "text": "show it"}]
    (tmp_path / "worse.json").write_text(json.dumps(patch), encoding="utf-8")
    called = c2v("patch", "good.c2v", "worse.json")
    assert called.status == 1
    assert "worse.json: refused, the storyboard would have errors" in called.err
    assert "C2V101" in called.err
    assert (tmp_path / "good.c2v").read_text(encoding="utf-8") == GOOD


def test_what_is_no_patch_is_said_to_be_none(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "no.json").write_text('{"operations": [{"op": "fly"}]}', encoding="utf-8")
    called = c2v("patch", "good.c2v", "no.json")
    assert called.status == 1
    assert "no.json: refused" in called.err
    assert c2v("patch", "good.c2v", "missing.json").status == 2


def test_a_patch_that_makes_the_layout_worse_is_refused(c2v: C2v, tmp_path: Path) -> None:
    board = tmp_path / "two.c2v"
    board.write_text(
        'c2v 1\nstoryboard "x" { theme chalk }\nscene s "Two" {\n  objects {\n'
        '    a = text("first words") at C3\n    b = text("other words") at D3\n  }\n'
        '  beat one "Both" { show a, b }\n}\n', encoding="utf-8")
    before = board.read_text(encoding="utf-8")
    patch = json.loads(c2v("patch", "two.c2v").out)
    patch["operations"] = [{"op": "place", "id": "s.b", "place": "at C3"}]
    (tmp_path / "over.json").write_text(json.dumps(patch), encoding="utf-8")
    called = c2v("patch", "two.c2v", "over.json", "--check-layout")
    assert called.status == 1
    assert "refused, the layout would be worse than it is now" in called.err
    assert "C2V701" in called.err
    assert board.read_text(encoding="utf-8") == before
    patch["operations"] = [{"op": "place", "id": "s.b", "place": "at E3"}]
    (tmp_path / "fine.json").write_text(json.dumps(patch), encoding="utf-8")
    assert c2v("patch", "two.c2v", "fine.json", "--check-layout").status == 0
    assert "at E3" in board.read_text(encoding="utf-8")
