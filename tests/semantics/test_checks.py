"""Checks beyond names and types."""

from __future__ import annotations

import pytest

from c2v_dsl.semantics.themes import THEMES
from tests.semantics.telling import analysed


def found(inside: str, head: str = "", settings: str = "") -> list[tuple[str, str]]:
    text = (f'c2v 1\nstoryboard "Lesson" {{ {settings} }}\n{head}\n'
            f'scene first "First" {{\n{inside}\n}}')
    return [(f.name, f.span.path and text[f.span.start : f.span.end])
            for f in analysed(text).findings]


def test_lecture_lines() -> None:
    ten = "one two three four five six seven eight nine ten"
    assert found(f'beat a "{ten}" {{ wait 1s }}') == []
    assert found(f'beat a "{ten} eleven" {{ wait 1s }}') == [
        ("long-lecture-line", f'"{ten} eleven"')]
    assert found("beat a { wait 1s }") == [("missing-lecture-line", "a")]


def test_a_formula_in_a_lecture_line_is_one_word() -> None:
    line = r"What remains for \$5: $12 - 2 - 3 - 2 = 5$, and so on"
    assert found(f'beat a "{line}" {{ wait 1s }}') == []
    assert [name for name, _ in found(f'beat a "{line} to the end" {{ wait 1s }}')] == [
        "long-lecture-line"]


def test_lines_are_no_matter_in_wide_scenes() -> None:
    text = 'c2v 1\nstoryboard "L" {}\nscene s "S" layout wide { beat a { wait 1s } }'
    assert not analysed(text).findings


@pytest.mark.parametrize(
    ("objects", "beats", "unused"),
    [
        ("a = square() at B2", "wait 1s", ["a"]),
        ("a = square() at B2", "show a", []),
        ("a = square() at B2\nb = box(a)", "show b", []),
        ("ax = plane() in A1:F6\non ax { d = dot((0, 0)) }", "show d", []),
        ("for i in 0..2 { a[i] = dot((i, 0)) }", "show a[1]", []),
        ("a = square()\nb = square()\nc = row(a, b) in C1:C6", "show a, b", []),
        ("a = square() at B2\nstyle a color red", "wait 1s", []),
        ("a = square() at B2\nh = python(\"it\") at B3 \"\"\"\nreturn o.a.copy()\n\"\"\"",
         "show h", []),
    ],
)
def test_unused_objects(objects: str, beats: str, unused: list[str]) -> None:
    text = f'objects {{\n{objects}\n}}\nbeat x1 "A beat" {{ {beats} }}'
    assert [place for name, place in found(text) if name == "unused-object"] == unused


def test_objects_that_actions_and_later_scenes_speak_of_are_used() -> None:
    assert found('objects { a = square() at B2 }\nbeat x1 "A" { do go() }',
                 "action go() { show a }") == []
    text = ('c2v 1\nstoryboard "L" {}\nscene one "One" {\nobjects { a = square() at B2 }\n'
            'beat x1 "A" { wait 1s }\n}\nscene two "Two" continues one {\n'
            'beat x1 "B" { show a }\n}')
    assert not analysed(text).findings


def test_unused_lets_and_params() -> None:
    assert found('let n = 3\nbeat a "A" { wait 1s }') == [("unused-name", "n")]
    assert found('param t = 3\nbeat a "A" { wait 1s }') == [("unused-name", "t")]
    assert found('param t = 3\nbeat a "A" { set t to 4 }') == []
    assert found('let f(x) = x\nlet g(x) = f(x)\nbeat a "A" { for i in 0..g(1) { wait 1s } }') == []
    assert found('beat a "A" { wait 1s }', "let n = 3") == [("unused-name", "n")]


def test_dollars_come_in_pairs() -> None:
    def text(words: str) -> list[str]:
        return [n for n, _ in found(f'objects {{ a = text("{words}") at B2 }}\n'
                                    'beat x1 "A" { show a }')]

    assert text("$x$ and $y$") == []
    assert text("costs $5") == ["dollar-unbalanced"]
    assert text(r"costs \$5") == []
    assert [n for n, _ in found('beat a "a $x" { wait 1s }')] == ["dollar-unbalanced"]


def test_braces_where_a_value_was_meant() -> None:
    def shown(kind: str, words: str) -> list[str]:
        return [place for name, place in found(
            f'let t = 3\nobjects {{ a = {kind}("{words} #{{t}}") at B2 }}\n'
            'beat x1 "A" { show a }') if name == "braces-without-hash"]

    assert shown("text", "t is {t}") == ["{t}"]
    assert shown("text", "t is {t:.2}") == ["{t:.2}"]
    assert shown("text", "a {brace}") == []
    assert shown("text", "$x^{t}$") == []
    assert shown("math", "x^{t}_{t}") == []
    assert shown("math", r"\frac{t}{t}") == []
    assert shown("math", "x = {t}") == ["{t}"]


def test_escapes_of_other_languages_in_words() -> None:
    def told(words: str, kind: str = "text") -> list[str]:
        return [place for name, place in found(
            f'objects {{ a = {kind}({words}) at B2 }}\nbeat x1 "A" {{ show a }}')
            if name == "escape-in-words"]

    assert told(r'"one\ntwo"') == [r"\n"]
    assert told(r'"one $\nabla f$"') == []
    assert told(r'"x = 1\ny = 2"', "code") == [r"\n"]
    assert told(r'''"print('a\nb')"''', "code") == []
    assert told('"""one\ntwo"""') == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_the_background(theme: str) -> None:
    look = THEMES[theme]
    dark = "black" if look.dark else "white"
    text = 'objects {{ a = text("x") at B2 color {} }}\nbeat x1 "A" {{ show a }}'
    assert found(text.format(dark), settings=f"theme {theme}") == [
        ("hard-to-read", f"color {dark}")]
    assert found(text.format("red"), settings=f"theme {theme}") == []
    assert found(f'beat a "A" color {dark} {{ wait 1s }}', settings=f"theme {theme}") == [
        ("hard-to-read", dark)]


def test_hatches_without_code() -> None:
    assert found('objects { a = python("a spiral") in B2:E5 }\nbeat x1 "A" { show a }') == [
        ("hatch-without-code", 'python("a spiral")')]
    assert found('beat x1 "A" { python("it turns") over 2s }') == [
        ("hatch-without-code", 'python("it turns")')]
    assert found('objects { a = python("a spiral") in B2:E5 """\nreturn Dot()\n""" }\n'
                 'beat x1 "A" { show a }') == []


def test_formulas_are_read_with_their_place() -> None:
    assert found(r'objects { a = math("x + \frac{1}{y") at B2 }' '\nbeat x1 "A" { show a }')[0][
        0] == "broken-formula"
    assert found(r'objects { a = text("see $\aplha$") at B2 }' '\nbeat x1 "A" { show a }') == [
        ("unknown-latex-command", r"\aplha")]

