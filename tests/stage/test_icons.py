"""Icons: which drawing a name means, and how it takes colours, sizes and places."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.assets import icon_sets, icons
from c2v_dsl.assets.icon_words import WORDS
from c2v_dsl.stage import drawing, geometry, matching
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def test_every_everyday_word_means_an_icon_that_is_there():
    known = icons.known_names()
    for word, name in WORDS.items():
        assert name in known, word
        assert word not in known, f"{word} is an icon itself"


@pytest.mark.parametrize(("word", "name"), [
    ("cat", "lucide:cat"), ("rain", "lucide:cloud-rain"), ("virus", "tabler:virus"),
    ("person", "lucide:user"), ("Shopping cart", "lucide:shopping-cart"),
    ("tabler:home", "tabler:home"), ("heart_pulse", "lucide:heart-pulse"),
])
def test_a_name_means_one_icon(word, name):
    found = icons.offline(icons.wanted(word))
    assert found is not None and found.name == name
    assert found.licence and found.author and found.url


def test_icons_of_every_fiftieth_name_can_be_drawn():
    for icon_set in icon_sets.SETS:
        for name in sorted(icon_sets.names(icon_set))[::50]:
            svg = icon_sets.svg_of(icon_set, name)
            found = drawing.read(svg)
            assert isinstance(found, drawing.Drawing), name
            assert found.page is not None and found.page.width == 24


def test_an_icon_is_drawn_in_ink_and_its_lines_grow_with_it(bench):
    small, large = s.icon("globe").at("B2"), s.icon("globe").at("D4").style(scale=2)
    assert small.box().height == pytest.approx(bench.picture.stand.rows.linear[0, 0], rel=0.01)
    assert large.box().height == pytest.approx(2 * small.box().height)
    widths = [thing.strokes()[0].paint.width for thing in (small, large)]
    assert widths[1] == pytest.approx(2 * widths[0])
    ink = small.strokes()[0].paint.stroke
    assert {stroke.paint.stroke for stroke in small.strokes()} == {ink}
    bench.play(s.Add(small))
    bench.play(s.Scale(small, by=3))
    assert small.strokes()[0].paint.width == pytest.approx(3 * widths[0])


def test_an_icon_takes_colours_as_shapes_do(bench):
    red = s.icon("heart").at("B2").style(color="red", fill=("blue", 0.5))
    paint = red.strokes()[0].paint
    assert paint.stroke != paint.fill and paint.fill_opacity == 0.5
    rays = s.icon("sun").at("B2").style(fill="gold")
    filled = [stroke.paint.fill_opacity > 0 for stroke in rays.strokes()]
    assert filled.count(True) == 1, "only the disc of the sun has an inside"


def test_an_icon_keeps_its_ratio_in_an_area_and_its_size_on_a_plane(bench):
    wide = s.icon("globe").fit("A1:B6")
    assert wide.box().width == pytest.approx(wide.box().height, rel=0.02)
    ax = s.axes(x=(0, 100), y=(0, 1)).fit("A1:F6")
    with s.on(ax):
        on = s.icon("fish").at((50, 0.5))
    assert on.box().height < 1.5


def test_icons_morph_into_one_another(bench):
    a, b = s.icon("cat").at("B2"), s.icon("dog").at("D4").style(color="gold")
    bench.play(s.Draw(a))
    bench.play(s.Morph(a, into=b))
    assert not a.there and b.there
    assert np.allclose(b.strokes()[0].paint.stroke, b.strokes()[-1].paint.stroke)


def test_parts_of_icons_become_the_like_parts(bench):
    """Eyes become eyes, though the cat has its head first and the dog its nose."""
    cat, dog = s.icon("cat").at("B2").strokes(), s.icon("dog").at("E5").strokes()
    pairs = matching.matched(cat, dog).pairs

    def eyes(strokes):
        boxes = [geometry.Box.of(stroke.points) for stroke in strokes]
        middle = geometry.Box.around(boxes).center[0]
        small = [i for i, b in enumerate(boxes) if b.width < 0.02]
        return {i: boxes[i].center[0] > middle for i in small}

    ours, theirs = eyes(cat), eyes(dog)
    assert len(ours) == len(theirs) == 2
    for i, right in ours.items():
        goals = [j for k, j in pairs if k == i]
        assert [theirs.get(j) for j in goals] == [right]
    assert {i for i, _ in pairs} == set(range(len(cat)))
    assert {j for _, j in pairs} == set(range(len(dog)))
