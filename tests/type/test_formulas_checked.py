"""Formulas and letters in a storyboard: findings with the exact place in the file."""

import pytest

from c2v_dsl.pipeline import check

HEAD = 'c2v 1\nstoryboard "Example" {}\n'


def findings(objects, beats='beat one "Write it" { write m }', title="Example"):
    body = f"  param t = 1\n  objects {{\n{objects}\n  }}\n{beats}\n"
    text = f'{HEAD}scene example "{title}" {{\n{body}}}\n'
    result = check(text)
    return [
        (f.code, text[f.span.start : f.span.end], f)
        for f in result.findings
        if f.code.startswith("C2V5") or f.code == "C2V023"
    ]


@pytest.mark.parametrize(
    ("latex", "code", "place"),
    [
        (r"\frac{1}{x", "C2V501", "{"),
        (r"1 + \aplha", "C2V502", r"\aplha"),
        (r"\"a\" + \aplha", "C2V502", r"\aplha"),
        (r"#{t} + #{t:.2} + \aplha", "C2V502", r"\aplha"),
        (r"\# + x^a^b", "C2V501", "^"),
        ("$x$", "C2V503", "$"),
        (r"\ce{H2O}", "C2V504", r"\ce"),
        (r"\\frac{1}{2}", "C2V023", r"\\frac"),
    ],
)
def test_the_place_inside_the_string_is_found(latex, code, place):
    ((found, shown, _),) = findings(f'    m = math("{latex}") in B2:B4')
    assert (found, shown) == (code, place)


def test_a_slip_of_the_pen_comes_with_its_cure():
    ((_, _, finding),) = findings(r'    m = math("\aplha") in B2:B4')
    assert finding.help == r"did you mean `\alpha`?"
    assert finding.fix.edits[0].text == r"\alpha"


def test_maths_between_dollars_is_checked_in_words_titles_and_lines():
    found = findings(
        r'    m = text("so $\aplha$ is") at B2',
        beats=r'beat one "Then $\bteta$" { write m }',
        title=r"Of $\gamam$",
    )
    assert sorted(shown for _, shown, _ in found) == [r"\aplha", r"\bteta", r"\gamam"]


def test_what_a_formula_is_rewritten_as_is_checked_as_one():
    beats = r'beat one "Write it" { write m; rewrite m as "\sqrt{x" }'
    ((code, shown, _),) = findings('    m = math("x") in B2:B4', beats)
    assert (code, shown) == ("C2V501", "{")


def test_several_mistakes_are_several_findings():
    found = findings(r'    m = math("\aplha + \bteta + x^a^b") in B2:B4')
    assert [code for code, _, _ in found] == ["C2V502", "C2V502", "C2V501"]


def test_letters_without_a_font_are_a_warning():
    ((code, _, finding),) = findings('    m = text("abc 𐘀") at B2')
    assert code == "C2V505" and finding.level == "warning"


def test_good_formulas_have_no_findings():
    assert not findings(r'    m = math("\sum_{i=0}^{#{t}} \frac{x_i}{2} = 5\,\text{cm}") in B2:B4')
