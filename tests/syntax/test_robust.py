"""Texts nobody would write: always a tree, never an exception, spans within the text."""

from __future__ import annotations

import time

import pytest

from c2v_dsl.diagnostics import Source
from c2v_dsl.syntax import format_source, parse
from c2v_dsl.syntax import tree as t

GOOD = 'c2v 1\nstoryboard "T" {}\nscene s "S" {\n  beat b "B" { wait 1s }\n}\n'

ODD = {
    "empty": "", "blank": " \t\n\n", "only a comment": "# nothing", "only the edition": "c2v 1",
    "nul": "\0", "nuls": "c2v 1\n\0\0\0\n" * 5, "bom": "\ufeff" + GOOD, "late bom": GOOD + "\ufeff",
    "crlf": GOOD.replace("\n", "\r\n"), "cr": GOOD.replace("\n", "\r"),
    "tabs": GOOD.replace("  ", "\t"),
    "no newline at the end": GOOD.rstrip(), "emoji": "c2v 1\nlet 😀 = \"😀\"\n",
    "separators": "c2v 1\u2028let a = 1\u2029\x0b\x0c", "surrogate": "c2v 1\nlet a = \"\ud800\"\n",
    "quotes": '"' * 99, "long quotes": '"""' * 33, "hashes": "#{" * 99, "closers": ")]}" * 99,
    "openers": "c2v 1\nlet a = " + "([{" * 99, "backslashes": 'c2v 1\nlet a = "' + "\\" * 99,
    "operators": "c2v 1\nlet a = " + "+-*/^%" * 99, "long number": "c2v 1\nlet a = " + "9" * 5000,
    "large number": "c2v 1\nlet a = 1e999\n", "long name": "c2v 1\nlet " + "a" * 99999 + " = 1",
    "python": "import manim\n\nclass A(Scene):\n    def construct(self):\n        self.wait(1)\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_has_a_tree(text: str) -> None:
    start = time.process_time()
    result = parse(text)
    assert time.process_time() - start < 1
    assert isinstance(result.tree, t.File)
    assert result.tree.span[:2] == (0, len(text))
    for finding in result.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.parametrize("name", ["bom", "crlf", "cr", "tabs", "no newline at the end"])
def test_bytes_of_other_systems_are_read_as_they_are_meant(name: str) -> None:
    result = parse(ODD[name])
    assert result.findings == ()
    assert result.tree.storyboard is not None and len(result.tree.items) == 1


@pytest.mark.parametrize("text", [
    "let a = " + "(" * 5000 + "1" + ")" * 5000, "let a = " + "-" * 5000 + "1",
    "let a = " + "[" * 5000, "let a = " + "1 + " * 5000 + "1", "let a = b" + "[0]" * 5000,
    "let a = " + "x -> " * 5000 + "1", "let a = " + "1 if 1 else " * 5000 + "1",
    "scene s { beat b { " + "together { " * 5000, "let a = 2" + "^2" * 5000,
])
def test_depth_is_a_finding_and_no_crash(text: str) -> None:
    result = parse("c2v 1\n" + text + "\n")
    assert result.findings
    assert result.findings[0].code in ("C2V026", "C2V005", "C2V006", "C2V009")


def test_what_stands_behind_a_deep_statement_is_read() -> None:
    result = parse("c2v 1\nlet a = " + "(" * 200 + "1" + ")" * 200 + "\nlet b = 2\n")
    assert [finding.code for finding in result.findings] == ["C2V026"]
    assert [item.name.text for item in result.tree.items] == ["b"]  # type: ignore[union-attr]
    assert "a" in result.lost


def test_a_broken_statement_leaves_its_names_behind() -> None:
    result = parse(
        "c2v 1\nscene s {\nparam t =\nobjects {\na = circle(r=1) color\nb = circle(r=1)\n}\n}\n"
    )
    assert [finding.code for finding in result.findings] == ["C2V009", "C2V009"]
    assert {"t", "a"} <= result.lost
    (scene,) = result.tree.items
    assert isinstance(scene, t.Scene) and scene.body is not None
    assert [item.name.text for item in scene.body.objects[0].body] == ["b"]  # type: ignore[union-attr]


def test_findings_come_in_the_order_of_the_file_and_end_somewhere() -> None:
    result = parse("c2v 1\n" + "let = 1\n" * 5000)
    starts = [finding.span.start for finding in result.findings]
    assert starts == sorted(starts)
    assert len(starts) == 101
    assert "more than 100" in result.findings[-1].message


def test_spans_reach_the_end_of_the_file() -> None:
    text = "c2v 1\nscene s {\n  beat b {\n    wait"
    result = parse(text)
    ends = {result.source.position(finding.span.end) for finding in result.findings}
    assert (4, 9) in ends


def test_a_thousand_lines_are_read_whole() -> None:
    lines = "".join(
        f'    a{i} = plot(x^2 + {i} * x, x=[0, {i}.5]) stroke blue 4 fill (gold) (0.3 * {i})\n'
        for i in range(1000)
    )
    result = parse(f'c2v 1\nscene s "S" {{\n  objects {{\n{lines}  }}\n}}\n')
    assert result.findings == ()
    scene = result.tree.items[0]
    assert isinstance(scene, t.Scene) and scene.body is not None
    assert len(scene.body.objects[0].body) == 1000


def test_the_formatter_refuses_what_is_broken() -> None:
    result = format_source("c2v 1\nlet a = (1\n")
    assert result.text is None and result.findings


def test_positions_count_code_points() -> None:
    text = 'c2v 1\nlet a = "😀" + \n'
    result = parse(text)
    assert Source("", text).position(result.findings[0].span.start).column == 13


@pytest.mark.parametrize("value", [
    ".51.125", "2s°", "45°", "1_000", "2e", "0x1F", "1.2.3", "5..", "1e",
])
def test_what_looks_like_a_number_never_breaks(value: str) -> None:
    assert len(parse(f"c2v 1\nlet a = {value}\n").findings) >= 1


def test_long_lists_take_linear_time() -> None:
    start = time.process_time()
    assert parse("c2v 1\nlet a = [" + "1, " * 30000 + "1]\n").findings == ()
    assert time.process_time() - start < 2
