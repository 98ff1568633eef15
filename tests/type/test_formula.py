"""Formulas: LaTeX in, Typst out; every symbol marked; mistakes found in their place."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from c2v_dsl.semantics.fonts import compiler
from c2v_dsl.semantics.formula import (
    PREAMBLE,
    check_formulas,
    convert,
    find_pieces,
    words_preamble,
)
from c2v_dsl.semantics.latex_tokens import tokenize

CORPUS = [
    line
    for line in (Path(__file__).parent / "formulas.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("# ")
]
WORDS = words_preamble("Source Sans Pro", "DejaVu Sans Mono")


def svg(typst: str, preamble: str = PREAMBLE) -> bytes:
    source = f"#set page(width: auto, height: auto)\n{preamble}{WORDS}$display({typst})$"
    page = compiler().compile(input=source.encode(), format="svg")
    assert isinstance(page, bytes)
    return page


def test_the_corpus_is_large():
    assert len(CORPUS) >= 150


def test_the_corpus_has_no_problems():
    wrong = [
        (latex, found)
        for latex, found in zip(CORPUS, check_formulas(CORPUS), strict=True)
        if found
    ]
    assert not wrong


@pytest.mark.parametrize("latex", [f for f in CORPUS if "\\boxed" not in f and "\\text" not in f])
def test_marks_do_not_move_anything(latex):
    plain = PREAMBLE.replace("text(fill: shade(k), body)", "body")
    typst = convert(latex).typst
    import re

    def geometry(page: bytes) -> str:
        return re.sub(r'(fill|stroke)="#[0-9a-f]{6}"', "", page.decode())

    assert geometry(svg(typst)) == geometry(svg(typst, plain))


@pytest.mark.parametrize("latex", CORPUS)
def test_marks_lie_in_the_source(latex):
    for mark in convert(latex, offset=7).marks:
        assert 7 <= mark.start <= mark.end <= 7 + len(latex)


@pytest.mark.parametrize(
    ("latex", "typst"),
    [
        (r"a \mid b", "∣"),
        (r"\boxed{x}", "mkbox"),
        (r"\mathbb{R}", "bb("),
        (r"\tfrac12", "inline(frac("),
        (r"\vec{v}", "accent("),
        (r"\left(x\right)", "lr("),
        (r"\operatorname*{argmin}_x", "limits: #true"),
        (r"f''", "″"),
        (r"\overbrace{x}^{n}", "overbrace("),
        (r"\begin{cases} 1 & 2 \end{cases}", 'delim: #("{", none)'),
        (r"\begin{array}{c|c} 1 & 2 \\ \hline 3 & 4 \end{array}", "augment: #(vline: (1,), hline"),
        (r"x\%", r"\%"),
        (r"90\degree", "°"),
        (r"\lesseqgtr", "lt.eq.gt"),
    ],
)
def test_what_commands_become(latex, typst):
    converted = convert(latex)
    assert not converted.problems
    assert typst in converted.typst


def test_colours_are_kept_beside_the_marks():
    latex = r"\color{red}{x} + \textcolor{#00ff00}{y} = {\color{gold} z w} u"
    shown = {latex[m.start : m.end]: m.color for m in convert(latex).marks}
    assert shown == {"x": "red", "+": None, "y": "#00ff00", "=": None, "z": "gold", "w": "gold",
                     "u": None}  # fmt: skip


def test_tex_takes_one_digit_where_no_braces_are():
    latex = r"\frac123 + x^12"
    assert [latex[m.start : m.end] for m in convert(latex).marks] == [
        r"\frac12", "1", "2", "3", "+", "x", "1", "2",
    ]  # fmt: skip


PROBLEMS = [
    (r"\aplha + 1", r"\aplha", "no known command", "command"),
    (r"\frac{1}{x", "{", "never closed", "syntax"),
    (r"a + b}", "}", "no `{` opens", "syntax"),
    (r"\left( x", r"\left", r"has no `\right`", "syntax"),
    (r"x \right)", r"\right", r"has no `\left`", "syntax"),
    (r"x^", "^", "nothing to act on", "syntax"),
    (r"\sqrt", r"\sqrt", "nothing to act on", "syntax"),
    (r"x^a^b", "^", "second exponent", "syntax"),
    (r"x_a_b", "_", "second index", "syntax"),
    (r"$x$", "$", "no dollar signs", "dollar"),
    (r"\\frac{a}{b}", r"\\frac", "not the command", "backslash"),
    (r"\ce{H2O}", r"\ce", "cannot be used here", "foreign"),
    (r"\begin{bmatrx} 1 \end{bmatrx}", r"\begin{bmatrx}", "no environment", "environment"),
    (r"\begin{cases} 1", r"\begin{cases}", "has no", "syntax"),
    (r"\begin{cases} 1 \end{case}", r"\end{case}", "does not close", "syntax"),
    (r"\color{rde}{x}", "rde", "no colour", "color"),
    (r"\left\frac x \right)", r"\frac", "no bracket", "syntax"),
    ("", "", "empty", "syntax"),
]


@pytest.mark.parametrize(("latex", "place", "message", "kind"), PROBLEMS)
def test_mistakes_are_found_in_their_place(latex, place, message, kind):
    (problem, *_) = check_formulas([latex])[0]
    assert message in problem.message
    assert latex[problem.start : problem.end] == place
    assert problem.kind == kind
    assert not problem.message.endswith(".")


def test_dollars_are_one_mistake():
    assert len(check_formulas(["$a + b$"])[0]) == 1


def test_several_mistakes_are_several_problems():
    found = check_formulas([r"\aplha + \bateau + x^a^b"])[0]
    assert [p.start for p in found] == [0, 9, 22]


def test_deep_nesting_is_a_problem_and_no_crash():
    found = check_formulas(["{" * 5000 + "x" + "}" * 5000])[0]
    assert any("too deeply" in p.message for p in found)


VOCABULARY = sorted({t.text for line in CORPUS for t in tokenize(line)})


@example(tokens=["\\not", "\\substack", "!"], between="")
@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=12), st.sampled_from(["", " "]))
def test_whatever_reads_without_problems_also_compiles(tokens, between):
    found = check_formulas([between.join(tokens)])[0]
    assert not any("cannot be set" in p.message for p in found)


@given(st.text(max_size=40))
def test_reading_never_fails(text):
    convert(text)
    find_pieces(text, text, True)
    find_pieces(text, text, False)


def pieces(source: str, piece: str, maths: bool = True) -> list[str]:
    return [source[a:b] for a, b in find_pieces(source, piece, maths)]


@pytest.mark.parametrize(
    ("latex", "piece", "found"),
    [
        (r"\det A = 3", "3", ["3"]),
        (r"13 + 3.5 + 3", "3", ["3"]),
        (r"x^5 - x - 1 = 0", "x", ["x", "x"]),
        (r"x^5 - x - 1 = 0", "x^5", ["x^5"]),
        (r"f'(x_0) = \frac{f(x_0)}{x_0 - x_1}", "f(x_0)", ["f(x_0)"]),
        (r"f'(x_0) = \frac{f(x_0)}{x_0 - x_1}", "x_0", ["x_0"] * 3),
        (r"f'(x_0) = \frac{f(x_0)}{x_0 - x_1}", "x_0 - x_1", ["x_0 - x_1"]),
        (r"x_{1} + x_{12}", "x_1", ["x_{1}"]),
        (r"a \cdot b", r"\cdot", [r"\cdot"]),
        (r"\alpha\beta", r"\alpha", [r"\alpha"]),
        (r"\left(a + b\right)^2", "(a+b)", [r"(a + b\right)"]),
        (r"\frac{a}{b} + c", r"\frac{a}{b}", [r"\frac{a}{b}"]),
        (r"\text{if } x = \text{iff}", "if", ["if"]),
        (r"\frac{a}{b}", "}{", []),
        (r"e_{n+1} = e_n^2", "e_n^2", ["e_n^2"]),
        (r"a\,b", "a b", [r"a\,b"]),
    ],
)
def test_pieces_of_formulas_are_whole_symbols(latex, piece, found):
    assert pieces(latex, piece) == found


@pytest.mark.parametrize(
    ("text", "piece", "found"),
    [
        ("the cat concatenates", "cat", ["cat"]),
        ("1.4166", "1.4", []),
        ("x and $x^2$", "x", ["x", "x"]),
        ("x and $x^2$", "$x$", ["x"]),
        ("is $x_0$ the root?", "the root", ["the root"]),
        ("is $x_0$ the root?", "$x_0$ the", ["x_0$ the"]),
        ("don't stop", "don", []),
        ("你好世界", "世界", ["世界"]),
    ],
)
def test_pieces_of_texts_are_whole_words(text, piece, found):
    assert pieces(text, piece, maths=False) == found
