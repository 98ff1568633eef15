"""The corpus: what is expected stands beside the line, see ``tests/corpus/README.md``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics import Finding, Source
from c2v_dsl.syntax import format_source, parse

CORPUS = Path(__file__).parents[1] / "corpus"
MARKER = re.compile(r"#[ \t]!([\^v]?)[ \t]+((?:C2V\d+[ \t]*)+)$")


def files(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).glob("*.c2v"))


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def expected(text: str) -> Counter[tuple[int, str]]:
    """Line and code of every finding the markers speak of."""
    lines = text.splitlines()
    marked = [MARKER.search(line) for line in lines]
    alone = [
        found is not None and lines[index].lstrip().startswith("# !")
        for index, found in enumerate(marked)
    ]
    result: Counter[tuple[int, str]] = Counter()
    for index, found in enumerate(marked):
        if found is None:
            continue
        line = index
        step = {"^": -1, "v": 1, "": 0}[found.group(1)]
        while step and (line == index or alone[line]):
            line += step
        for code in found.group(2).split():
            result[line + 1, code] += 1
    return result


def actual(findings: Iterable[Finding], text: str) -> Counter[tuple[int, str]]:
    source = Source("", text)
    return Counter((source.position(f.span.start).line, f.code) for f in findings)


@pytest.mark.parametrize("path", files("valid"), ids=lambda path: path.stem)
def test_a_good_file_parses_clean(path: Path) -> None:
    assert parse(read(path), path.name).findings == ()


@pytest.mark.parametrize("path", files("mistakes"), ids=lambda path: path.stem)
def test_the_parser_finds_the_mistakes_and_nothing_else(path: Path) -> None:
    text = read(path)
    wanted = expected(text)
    assert wanted, "the file expects nothing"
    assert actual(parse(text, path.name).findings, text) == wanted
    assert format_source(text, path.name).text is None


@pytest.mark.parametrize("path", files("check"), ids=lambda path: path.stem)
def test_the_checker_finds_the_mistakes_and_nothing_else(path: Path) -> None:
    text = read(path)
    result = c2v_dsl.check(text, str(path))
    assert actual(result.findings, text) == expected(text)
