"""Themes: every colour is there, and what is to be read can be read."""

from itertools import pairwise

import pytest

from c2v_dsl.semantics.themes import (
    COLOR_NAMES,
    HUES,
    READABLE_CONTRAST,
    THEMES,
    contrast,
    luminance,
    rgb,
    theme,
)

THEME = pytest.mark.parametrize("look", THEMES.values(), ids=list(THEMES))


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_an_unknown_theme_means_the_default_one():
    assert theme("neon").name == "chalk"
    assert theme("paper").name == "paper"


@THEME
def test_every_named_colour_is_in_the_palette(look):
    assert set(look.palette) == set(COLOR_NAMES)
    for value in [*look.palette.values(), look.background, look.ink, look.muted, look.grid]:
        assert len(rgb(value)) == 3 and value.startswith("#") and len(value) == 7


@THEME
def test_words_read_well_on_the_background(look):
    assert contrast(look.ink, look.background) > 12
    assert contrast(look.muted, look.background) > 4
    for hue in HUES:
        assert contrast(look.color(hue), look.background) >= READABLE_CONTRAST, hue
    for index in range(20):
        lit = look.color(look.beat_color(index))
        assert contrast(lit, look.background) >= 3.5


@THEME
def test_lines_of_grids_stay_behind_what_they_carry(look):
    assert contrast(look.grid, look.background) < 2
    assert contrast(look.faint, look.background) < contrast(look.grid, look.background)


@THEME
@pytest.mark.parametrize("hue", HUES)
def test_light_is_lighter_and_dark_is_darker(look, hue):
    dark, plain, light = (luminance(look.color(s + hue)) for s in ("dark_", "", "light_"))
    assert dark < plain < light


@THEME
def test_neighbouring_beats_have_different_colours(look):
    colors = [look.beat_color(i) for i in range(15)]
    assert all(a != b for a, b in pairwise(colors))


@THEME
def test_the_type_scale_descends(look):
    scale = look.scale
    sizes = [scale.title, scale.text, scale.label, scale.small, scale.tick]
    assert sizes == sorted(sizes, reverse=True)
    assert min(*scale.lecture, scale.tick) >= scale.readable
