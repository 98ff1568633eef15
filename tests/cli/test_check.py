"""``c2v check``."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import BAD, GOOD, C2v


def test_a_clean_file_says_so(c2v: C2v) -> None:
    called = c2v("check", "good.c2v")
    assert (called.status, called.out, called.err) == (0, "no findings in good.c2v\n", "")


def test_an_error_is_shown_with_its_place_and_status_1(c2v: C2v) -> None:
    called = c2v("check", "bad.c2v")
    assert called.status == 1
    assert "--> bad.c2v:10:10" in called.out
    assert "^^^^" in called.out
    assert "dot_" in called.out
    assert called.out.endswith("1 error in bad.c2v\n")


def test_several_files_are_counted_together(c2v: C2v) -> None:
    called = c2v("check", "good.c2v", "bad.c2v", "bad.c2v")
    assert called.status == 1
    assert called.out.endswith("1 error in bad.c2v\n")


def test_standard_input(c2v: C2v) -> None:
    assert c2v("check", "-", stdin=GOOD).status == 0
    called = c2v("check", "-", stdin=BAD)
    assert called.status == 1
    assert "--> <stdin>:10:10" in called.out


def test_json_and_sarif_stand_alone_on_standard_output(c2v: C2v) -> None:
    document = json.loads(c2v("check", "--format", "json", "bad.c2v").out)
    assert document["summary"]["errors"] == 1
    assert document["findings"][0]["place"]["start"]["line"] == 10
    log = json.loads(c2v("check", "--format", "sarif", "bad.c2v").out)
    assert log["runs"][0]["results"][0]["level"] == "error"
    clean = json.loads(c2v("check", "--format", "json", "good.c2v").out)
    assert clean["findings"] == []


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "dos.c2v").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert c2v("check", "dos.c2v").status == 0


def test_fix_mends_what_is_safe_and_leaves_the_rest(c2v: C2v, tmp_path: Path) -> None:
    path = tmp_path / "habit.c2v"
    path.write_text(GOOD.replace("show dot_", "show dot_ over 2"), encoding="utf-8")
    before = c2v("check", "habit.c2v")
    assert before.status == 1
    called = c2v("check", "--fix", "habit.c2v")
    if "1 fix applied" in called.err:
        assert called.status == 0
        assert "over 2s" in path.read_text(encoding="utf-8")
    else:
        assert path.read_text(encoding="utf-8").endswith("over 2\n  }\n}\n")
