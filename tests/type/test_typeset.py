"""Words and formulas as outlines: which glyph is which letter, lines, sizes, baselines."""

import numpy as np
import pytest

from c2v_dsl.semantics.fonts import folders, missing_glyphs, script, unusual
from c2v_dsl.semantics.themes import CHALK
from c2v_dsl.stage import theme
from c2v_dsl.stage.outlines import path_outline, stroked
from c2v_dsl.stage.typeset import typeset, typeset_code, typeset_math


@pytest.fixture(autouse=True)
def chalk():
    theme.use_theme("chalk")


def shown(setting, indices):
    return [setting.source[setting.glyphs[i].start : setting.glyphs[i].end] for i in indices]


def test_the_font_comes_along():
    assert folders(), "the font package is not installed"


def test_every_letter_is_one_glyph_even_where_fonts_have_ligatures():
    setting = typeset("difficult fjord — AVATAR, office")
    letters = "difficultfjord—AVATAR,office"
    assert [setting.source[g.start : g.end] for g in setting.glyphs] == list(letters)
    assert len(setting.chars) == len(letters)


def test_letters_run_from_left_to_right():
    setting = typeset("abc def")
    lefts = [glyph.outline[:, 0].min() for glyph in setting.glyphs]
    assert lefts == sorted(lefts)


def test_hebrew_runs_from_right_to_left_and_letters_stay_known():
    setting = typeset("שלום")
    by_letter = {setting.source[g.start : g.end]: g.outline[:, 0].mean() for g in setting.glyphs}
    assert by_letter["ש"] > by_letter["ל"] > by_letter["ו"] > by_letter["ם"]


def test_the_layout_box_is_centred_on_the_origin():
    setting = typeset("Hxg", size=40)
    x0, y0, x1, y1 = setting.ink
    assert setting.height == pytest.approx(0.4)
    assert -setting.width / 2 <= x0 < x1 <= setting.width / 2
    assert -setting.height / 2 <= y0 < y1 <= setting.height / 2


def test_texts_of_one_size_stand_on_one_baseline():
    assert typeset("x").baseline == pytest.approx(typeset("Ágy").baseline)


def test_a_hyphen_before_a_number_is_a_minus():
    minus = typeset("\u2212").ink
    for source in ("-1.7", "(-1.7)", "from -.5"):
        setting = typeset(source)
        sign = next(g for g in setting.glyphs if source[g.start : g.end] == "-")
        assert np.ptp(sign.outline[:, 0]) == pytest.approx(minus[2] - minus[0], abs=1e-3), source
    for source in ("well-known", "3-5", "covid-19", "-x"):
        setting = typeset(source)
        sign = next(g for g in setting.glyphs if source[g.start : g.end] == "-")
        assert np.ptp(sign.outline[:, 0]) < 0.8 * (minus[2] - minus[0]), source


def test_letters_stand_on_the_baseline():
    setting = typeset("H", size=50)
    assert setting.ink[1] == pytest.approx(setting.baseline, abs=1e-3)


def test_size_scales_everything():
    small, large = typeset("scale", size=20), typeset("scale", size=60)
    assert large.width == pytest.approx(3 * small.width, rel=1e-6)
    assert np.allclose(large.glyphs[2].outline, 3 * small.glyphs[2].outline, atol=1e-6)


def test_maths_in_words_shares_their_baseline():
    setting = typeset("so $x$ holds")
    (maths,) = [g for g in setting.glyphs if setting.source[g.start : g.end] == "x"]
    assert maths.outline[:, 1].min() == pytest.approx(setting.baseline, abs=0.02)


def test_long_words_wrap_and_lines_are_known():
    setting = typeset("one two three four five six seven", size=30, width=1.2)
    assert len(setting.baselines) > 2
    steps = -np.diff(setting.baselines)
    assert np.allclose(steps, 1.28 * 0.3, atol=1e-3)
    assert shown(setting, setting.line(0))[0] == "o"
    assert {glyph.line for glyph in setting.glyphs} == set(range(len(setting.baselines)))


def test_line_ends_are_kept():
    assert len(typeset("a\nb").baselines) == 2


def test_alignment_moves_short_lines():
    left, right = (typeset("wide line\nx", align=a) for a in ("left", "right"))
    last_left, last_right = left.glyphs[-1].outline, right.glyphs[-1].outline
    assert last_right[:, 0].mean() > last_left[:, 0].mean() + 0.5


def test_tabular_digits_have_one_width():
    widths = {round(typeset(digit * 4, tabular=True).width, 6) for digit in "0123456789"}
    assert len(widths) == 1


def test_bold_is_heavier_and_italic_leans():
    def area(setting):
        points = setting.glyphs[0].outline
        x, y = points[:, 0], points[:, 1]
        return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2

    assert area(typeset("l", bold=True)) > 1.2 * area(typeset("l"))
    assert typeset("l", italic=True).glyphs[0].outline.shape != () and (
        typeset("l", italic=True).ink != typeset("l").ink
    )


def test_pieces_of_a_formula_are_its_glyphs():
    setting = typeset_math(r"f'(x_0) = \frac{f(x_0)}{x_0 - x_1}")
    (over,) = setting.pieces("x_0 - x_1")
    assert shown(setting, over) == ["x", "0", "-", "x", "1"]
    assert [shown(setting, p) for p in setting.pieces("f(x_0)")] == [["f", "(", "x", "0", ")"]]
    (whole,) = setting.pieces(r"\frac{f(x_0)}{x_0 - x_1}")
    assert sum(setting.glyphs[i].rule for i in whole) == 1
    assert not any(setting.glyphs[i].rule for i in over)


def test_a_fraction_bar_is_a_thin_filled_box():
    setting = typeset_math(r"\frac{a}{b}")
    (bar,) = [glyph for glyph in setting.glyphs if glyph.rule]
    width, height = np.ptp(bar.outline, axis=0)
    assert 0 < height < 0.1 * width


def test_operators_are_one_piece():
    setting = typeset_math(r"\sin x")
    (sine,) = setting.pieces(r"\sin")
    assert len(sine) == 3


def test_colours_in_formulas_reach_their_glyphs():
    setting = typeset_math(r"\color{red}{x} + y")
    assert [glyph.color for glyph in setting.glyphs] == ["red", None, None]


def test_pieces_of_a_text_with_maths():
    setting = typeset("the root $x_0$ of $f$")
    assert [shown(setting, p) for p in setting.pieces("$x_0$")] == [["x", "0"]]
    assert [shown(setting, p) for p in setting.pieces("root")] == [list("root")]
    assert setting.pieces("oo") == []


def test_listings_know_their_letters_lines_and_colours():
    code = "def f(x):\n    return x + 1  # next\n"
    setting = typeset_code(code, "python")
    assert "".join(shown(setting, range(len(setting.glyphs)))) == "deff(x):returnx+1#next"
    assert [glyph.line for glyph in setting.glyphs] == [0] * 8 + [1] * 14
    colors = {code[g.start : g.end]: g.color for g in setting.glyphs}
    assert colors["#"] == "gray" and colors["1"] == "orange" and colors["("] is None
    assert setting.glyphs[0].color == "pink"


def test_listings_indent_by_whole_letters():
    setting = typeset_code("ab\n  cd", "")
    lefts = [glyph.outline[:, 0].min() for glyph in setting.glyphs]
    advance = lefts[1] - lefts[0]
    assert lefts[2] - lefts[0] == pytest.approx(2 * advance, abs=0.25 * advance)


def test_settings_are_kept():
    assert typeset("kept") is typeset("kept")
    assert typeset_math("k^2") is typeset_math("k^2")


ODD = ["", " ", "$", "\\", "#{", '"', "a\tb", "<b>", "*x* _y_", "- 1", "= h"]


@pytest.mark.parametrize("text", ODD)
def test_nothing_in_a_text_is_markup(text):
    letters = [c for c in text.replace("\\$", "$") if not c.isspace()]
    assert len(typeset(text).glyphs) == len(letters)


def test_letters_of_common_scripts_are_covered():
    assert missing_glyphs("Größe naïve Ελληνικά Привет x² → ≤ ∑ €", CHALK) == []
    assert unusual("Größe ∑") == ""


def test_letters_that_no_font_has_are_named():
    assert missing_glyphs("a 𐘀 b", CHALK) == ["Linear"]


def test_scripts_have_names_that_people_know():
    assert [script(c) for c in "你ひ한שع"] == ["Chinese", "Japanese", "Korean", "Hebrew", "Arabic"]


def test_chinese_is_set_letter_by_letter_where_there_is_a_font():
    if missing_glyphs("你好世界", CHALK):
        pytest.skip("no font of this machine has Chinese letters")
    setting = typeset("你好，世界")
    assert [setting.source[g.start : g.end] for g in setting.glyphs] == list("你好，世界")


def test_paths_of_svg_become_cubic_curves():
    outline = path_outline("M 0 0h 10v 5l -10 0Z ")
    assert outline.shape == (16, 2)
    assert np.allclose(outline[::4], [[0, 0], [10, 0], [10, 5], [0, 5]])
    curve = path_outline("M 0 0Q 1 1 2 0")
    assert np.allclose(curve, [[0, 0], [2 / 3, 2 / 3], [4 / 3, 2 / 3], [2, 0]])


def test_a_drawn_line_becomes_a_box_of_its_width():
    box = stroked(path_outline("M 0 0h 10"), 2)
    assert np.allclose(box.min(axis=0), [0, -1]) and np.allclose(box.max(axis=0), [10, 1])


def test_short_formulas_in_words_stay_on_one_line():
    setting = typeset(r"$\log_2 8 = 3$ levels, $8 \cdot 3 = 24$", size=60, width=4.6)
    lines = {}
    for glyph in setting.glyphs:
        lines.setdefault(glyph.line, []).append(setting.source[glyph.start : glyph.end])
    assert len(lines) == 2
    assert "=" in lines[0] and "3" in lines[0]
