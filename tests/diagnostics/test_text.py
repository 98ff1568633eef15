"""Findings as people read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from c2v_dsl.diagnostics import CODES, Edit, Finding, Fix, Related, Source, Span, register
from c2v_dsl.diagnostics.text import format_findings


@pytest.fixture(autouse=True)
def codes() -> Iterator[None]:
    """Three codes that exist only here."""
    for code, name, level in (
        ("C2V991", "bad-thing", "error"),
        ("C2V992", "odd-thing", "warning"),
        ("C2V993", "plain-thing", "note"),
    ):
        register(code, name, level, summary="s", why="w", bad="b", good="g")  # type: ignore[arg-type]
    yield
    for code in ("C2V991", "C2V992", "C2V993"):
        del CODES[code]


TEXT = """c2v 1
scene area "Area" {
\tshow square
  beat one "行列式の意味" {
    show square, 正方形, corner
  }
}
"""


class Page:
    """A file to point into by the words that stand there."""

    def __init__(self, text: str, path: str = "lesson.c2v") -> None:
        self.source = Source(path, text)

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.source.text.index(words, at + 1)
        return Span(at, at + len(words), self.source.path)

    def show(self, *findings: Finding, **options: bool) -> str:
        return format_findings(findings, {self.source.path: self.source}, **options)


def test_a_finding_shows_its_place_and_what_to_write(snapshot: SnapshotAssertion) -> None:
    page = Page(TEXT)
    finding = Finding(
        "C2V991", page.span("square", 1), "square is on screen, expected a thing that is not",
        label="entered again", help="highlight it, or\nhide it first",
        related=(Related(page.span("square"), "first shown here"),),
        fix=Fix("highlight square", (Edit(page.span("show", 1), "highlight"),), "safe"),
    )
    assert page.show(finding) == snapshot


def test_carets_stand_under_wide_letters_and_behind_tabs(snapshot: SnapshotAssertion) -> None:
    page = Page(TEXT)
    text = page.show(
        Finding("C2V991", page.span("square"), "after a tab", label="here"),
        Finding("C2V992", page.span("行列式"), "wide letters", label="here"),
        Finding("C2V993", page.span("corner"), "behind wide letters", label="here"),
    )
    assert text == snapshot
    row = text.splitlines()
    under = next(at for at, line in enumerate(row) if line.endswith("^^^^^^ here"))
    assert row[under].index("^") == row[under - 1].expandtabs(4).index("square")


def test_labels_on_one_line_do_not_run_into_each_other(snapshot: SnapshotAssertion) -> None:
    page = Page(TEXT)
    finding = Finding(
        "C2V991", page.span("正方形"), "two at once", label="this one",
        related=(
            Related(page.span("show", 1), "by this action"),
            Related(page.span("corner"), "and this one"),
        ),
    )
    assert page.show(finding) == snapshot


def test_a_span_of_several_lines_gets_a_bracket(snapshot: SnapshotAssertion) -> None:
    page = Page(TEXT)
    start, end = page.span("beat one"), page.span("  }\n")
    finding = Finding("C2V991", Span(start.start, end.end - 1, "lesson.c2v"), "it is too long",
                      label="all of this",
                      related=(Related(page.span("scene area"), "in this scene"),))
    long = Finding("C2V992", Span(page.span("scene").start, len(TEXT) - 1, "lesson.c2v"), "so long")
    assert page.show(finding, long) == snapshot


def test_the_end_of_the_file_and_empty_places_have_a_caret(snapshot: SnapshotAssertion) -> None:
    page = Page("c2v 1\nscene a {")
    finding = Finding("C2V991", Span(15, 15, "lesson.c2v"), "the file ends, expected `}`",
                      label="expected here")
    empty = Finding("C2V991", Span(0, 0, "empty.c2v"), "an empty file")
    shown = format_findings(
        [finding, empty], {"lesson.c2v": page.source, "empty.c2v": Source("empty.c2v", "")}
    )
    assert shown == snapshot


def test_a_second_place_in_another_file_is_shown_from_there(snapshot: SnapshotAssertion) -> None:
    page, other = Page(TEXT), Page("c2v 1\nlet square = 1\n", "lib/shapes.c2v")
    finding = Finding(
        "C2V991", page.span("square"), "square has two meanings",
        related=(
            Related(other.span("square"), "declared here"),
            Related(Span(0, 1, "lost.c2v"), "and somewhere unread"),
        ),
    )
    sources = {"lesson.c2v": page.source, "lib/shapes.c2v": other.source}
    assert format_findings([finding], sources) == snapshot


def test_a_very_long_line_is_cut_about_the_place(snapshot: SnapshotAssertion) -> None:
    page = Page("show " + "x, " * 200 + "here" + ", y" * 200)
    text = page.show(Finding("C2V991", page.span("here"), "far right", label="this"))
    assert text == snapshot
    assert max(map(len, text.splitlines())) < 160


def test_characters_that_steer_a_terminal_do_not_reach_it() -> None:
    page = Page("show \x1b[31mred\x07 # x\n")
    text = page.show(Finding("C2V991", page.span("red"), "an escape"))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_findings_come_by_file_and_place_each_once() -> None:
    page = Page(TEXT)
    late = Finding("C2V991", page.span("corner"), "late")
    early = Finding("C2V992", page.span("area"), "early")
    text = page.show(late, early, late)
    assert text.index("early") < text.index("late")
    assert text.count("late") == 1
    assert text.endswith("1 error and 1 warning in lesson.c2v\n")


def test_colours_only_when_asked(snapshot: SnapshotAssertion) -> None:
    page = Page(TEXT)
    finding = Finding("C2V991", page.span("square"), "look", label="here", help="write less")
    assert "\x1b[" not in page.show(finding)
    assert page.show(finding, color=True).replace("\x1b", "ESC") == snapshot


def test_nothing_to_say_is_nothing() -> None:
    assert format_findings([], {}) == ""
