"""Where things stand: cells, areas, points, neighbours, groups."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from c2v_dsl.semantics import frame
from c2v_dsl.stage import P
from tests.stage.bench import Bench

UP_TO = 1e-6


@pytest.fixture
def bench():
    return Bench("wide")


def rect(place):
    cells = [ord(place[0]) - 65, int(place[1]) - 1]
    if ":" in place:
        cells += [ord(place[3]) - 65, int(place[4]) - 1]
    return frame.cell_rect("wide", cells)


def inside(box, area, slack=UP_TO):
    return (box.x0 >= area.x0 - slack and box.y0 >= area.y0 - slack
            and box.x1 <= area.x1 + slack and box.y1 <= area.y1 + slack)


def test_at_centres_on_cells_areas_points_and_objects(bench):
    assert s.circle(r=0.4).at("B2").middle() == pytest.approx(rect("B2").center)
    assert s.text("word").at("B2:C5").middle() == pytest.approx(rect("B2:C5").center, abs=0.05)
    point = frame.to_scene("wide", (1, -2))
    assert s.square().at(P(1, -2)).middle() == pytest.approx(point)
    home = s.square().at("E6")
    assert s.math("x").at(home).middle() == pytest.approx(home.middle())
    assert s.dot().at(s.Cell(0, 0)).middle() == pytest.approx(rect("A1").center)


def test_words_at_points_of_one_height_stand_on_one_line_and_lines_between_them_are_level(bench):
    low, high = s.text("ago").at(P(-2, 0)), s.text("ill").at(P(2, 0))
    assert low.level() == pytest.approx(high.level())
    assert low.middle()[1] != pytest.approx(high.middle()[1], abs=0.02)
    way = s.line(low, high).way()
    assert way[0][1] == pytest.approx(way[-1][1])
    assert way[0][0] - low.box().x1 > 0.1
    assert high.box().x0 - way[-1][0] > 0.1


def test_lengths_are_in_rows(bench):
    box = s.rect(w=2, h=0.5).at("C3").box()
    assert (box.width, box.height) == pytest.approx((2 * frame.ROW, 0.5 * frame.ROW))


def test_fit_shrinks_and_never_grows(bench):
    long = s.text("unreasonablyandimmeasurablylong").fit("B2")
    assert inside(long.box(), rect("B2"))
    assert long.box().width == pytest.approx(rect("B2").width - 2 * frame.CELL_PADDING)
    small = s.circle(r=0.1).fit("B2:E5")
    assert small.box().width == pytest.approx(0.2 * frame.ROW)


def test_words_too_long_for_their_area_go_on_in_lines_of_one_length(bench):
    said = "a sentence that is much too long for one line of the area it is to stand in"
    flat, broken = s.text(said).at("B2:C5"), s.text(said).fit("B2:C5")
    assert inside(broken.box(), rect("B2:C5"))
    assert broken.box().height > 1.8 * flat.box().height
    live = s.text(lambda: said).fit("B2:C5")
    assert live.box().height < flat.box().height
    short = s.text("one line").fit("B2:C5")
    assert short.box().height == pytest.approx(s.text("one line").at("D2").box().height)


def test_what_stands_in_an_area_may_share_an_edge_with_it(bench):
    area, pad = rect("B2:C4"), frame.CELL_PADDING
    assert s.text("left").fit("B2:C4", align="left").box().x0 == pytest.approx(area.x0 + pad)
    assert s.circle().fit("B2:C4", align="top").box().y1 == pytest.approx(area.y1 - pad)
    pair = s.row(s.square(side=0.3), s.square(side=0.4)).fit("B2:C4", align="right")
    assert pair.box().x1 == pytest.approx(area.x1 - pad)
    card = s.rect(w=2, h=1).at("D4")
    low = s.math("x").inside(card, align="bottom").box()
    assert low.y0 == pytest.approx(card.box().y0 + 0.05 * card.box().height)


def test_words_inside_an_object_go_on_in_lines(bench):
    card = s.rect(w=2, h=1.2).at("C3")
    words = s.text("Photosynthesis makes sugar out of light").inside(card)
    assert inside(words.box(), card.box())
    assert words.box().width > 0.5 * card.box().width


@pytest.mark.parametrize("kind", [
    lambda: s.axes(x=(-3, 3), y=(0, 1000), labels=s.L("time", "$x$")),
    lambda: s.plane(x=(-1, 4), y=(-1, 3)), lambda: s.polar(r=2), lambda: s.complex(),
    lambda: s.number_line(x=(0, 100)), lambda: s.bars(s.L(3, 5, -2), labels=s.L("a", "b", "c")),
    lambda: s.table(s.L(s.L("a long entry", 2), s.L(3, 4)), rows=s.L("p", "q")),
    lambda: s.hatch("a spiral"), lambda: s.bullets("one", "two " * 30),
])
def test_what_takes_an_area_stays_in_it(bench, kind):
    thing = kind().fit("B2:D5")
    points = np.vstack([p for p in thing.outlines() if len(p)])
    area = rect("B2:D5")
    slack = 0.12
    assert points[:, 0].min() >= area.x0 - slack and points[:, 0].max() <= area.x1 + slack
    assert points[:, 1].min() >= area.y0 - slack and points[:, 1].max() <= area.y1 + slack
    assert thing.box().width > 0.5 * area.width or thing.box().height > 0.5 * area.height


def test_fit_holds_for_all_values_a_param_is_set_to(bench):
    p = bench.p
    p.n = 1
    thing = s.text(lambda: "#" * p.n).fit("C3").sweep(n=(1, 60))
    thing.enter()
    first = thing.box().height
    assert p.n == 1
    p.n = 60
    assert inside(thing.box(), rect("C3"))
    assert thing.box().height == pytest.approx(first)


@pytest.mark.parametrize("word, axis, sign", [
    ("above", 1, 1), ("below", 1, -1), ("right_of", 0, 1), ("left_of", 0, -1),
])
def test_neighbours_keep_their_gap(bench, word, axis, sign):
    home = s.square(side=1).at("C3")
    for gap in (0, 0.4):
        other = getattr(s.circle(r=0.3), word)(home, gap=gap)
        low, high = (home, other) if sign > 0 else (other, home)
        between = (low.box().corners()[2] - high.box().corners()[0])[axis]
        assert -between == pytest.approx(gap * frame.ROW)
        assert other.middle()[1 - axis] == pytest.approx(home.middle()[1 - axis])


def test_neighbours_share_edges(bench):
    home = s.rect(w=3, h=1).at("C3")
    assert s.square().below(home, align="left").box().x0 == pytest.approx(home.box().x0)
    assert s.square().above(home, align="right").box().x1 == pytest.approx(home.box().x1)
    assert s.square(side=0.2).right_of(home, align="top").box().y1 == pytest.approx(home.box().y1)


def test_inside_and_between(bench):
    a, b = s.square(side=1).at("B1"), s.circle(r=1).at("B6")
    assert s.text("mid").between(a, b).middle() == pytest.approx((a.middle() + b.middle()) / 2)
    word = s.text("very many words").inside(a)
    assert inside(word.box(), a.box())


def test_relative_places_are_measured_when_the_thing_enters(bench):
    home = s.square().at("B2")
    other = s.square().below(home)
    bench.play(s.Add(home))
    bench.play(s.Shift(home, by=P(1, 0)))
    assert other.middle()[0] == pytest.approx(home.middle()[0])
    bench.play(s.Show(other))
    stays = other.middle()
    bench.play(s.Shift(home, by=P(1, 0)))
    assert other.middle() == pytest.approx(stays)


def test_style_scales_and_turns_about_the_centre(bench):
    thing = s.rect(w=2, h=1).at("C3").style(scale=0.5, rotated=np.pi / 2)
    box = thing.box()
    assert (box.width, box.height) == pytest.approx((0.5 * frame.ROW, frame.ROW))
    assert thing.middle() == pytest.approx(rect("C3").center)


def test_rows_and_columns_line_up_and_fit(bench):
    a, b, c = s.square(side=0.6), s.circle(r=0.25), s.text("wide words")
    line = s.row(a, b, c, gap=0.5).fit("C1:C6")
    assert a.box().x1 + 0.5 * frame.ROW == pytest.approx(b.box().x0)
    assert {round(t.middle()[1], 5) for t in (a, b, c)} == {round(rect("C1:C6").center[1], 5)}
    assert inside(line.box(), rect("C1:C6"))
    d, e = s.square(side=2), s.rect(w=1, h=2)
    s.column(d, e, align="left").fit("A1:B2")
    assert d.box().x0 == pytest.approx(e.box().x0)
    assert d.box().width < 2 * frame.ROW
    assert d.box().y0 > e.box().y1


def test_a_component_is_placed_as_one(bench):
    peg = s.component().fit("A1:C2")
    peg.rod = s.rect(w=0.2, h=3)
    peg.disk = s.family()
    peg.disk[0] = s.rect(w=2, h=0.4).at(P(0, -1.3))
    assert inside(peg.rod.box(), rect("A1:C2")) and inside(peg.disk[0].box(), rect("A1:C2"))
    assert peg.disk[0].middle()[0] == pytest.approx(peg.rod.middle()[0])
    name = s.label("peg", peg, side="right")
    assert name.box().x0 > peg.disk[0].box().x1


def test_words_inside_things_of_one_row_stand_on_one_line(bench):
    cards = [s.rect(w=1.5, h=0.8).at(P(x, 0)) for x in (-2, 0, 2)]
    dough, rest, eggs = (s.text(said).inside(card)
                         for said, card in zip(("Dough", "Rest", "eggs"), cards, strict=True))
    assert rest.box().y0 - dough.box().y0 > 0.05
    assert rest.middle()[1] == pytest.approx(cards[1].middle()[1], abs=0.02)
    assert eggs.middle()[1] < rest.middle()[1]
    fraction, letter = (s.math(tex).inside(card)
                        for tex, card in zip((r"\frac{1}{2}", "x"), cards, strict=False))
    assert letter.middle()[1] < fraction.middle()[1] + 0.02


def test_a_label_at_the_side_that_a_line_runs_to_stands_at_its_end(bench):
    up = s.arrow(P(0, -1), P(0, 1))
    above, below = s.label("i", up, side="up"), s.label("i", up, side="down")
    beside = s.label("i", up, side="right")
    assert above.box().y0 > up.box().y1
    assert below.box().y1 < up.box().y0
    assert beside.middle()[1] == pytest.approx(up.middle()[1])


def test_words_on_both_sides_of_something_stand_on_one_line(bench):
    bar = s.rect(w=2, h=0.3).at("C3")
    left, right = s.text("City").left_of(bar), s.text("aces").right_of(bar)
    assert left.level() == pytest.approx(right.level())


def test_an_arrow_between_things_of_about_one_height_is_level(bench):
    a, b = s.square(side=1).at(P(-2, 0)), s.circle(r=0.4).at(P(2, 0.08))
    way = s.arrow(a, b).way()
    assert way[0][1] == pytest.approx(way[-1][1])
    far = s.circle(r=0.4).at(P(2, 0.5))
    way = s.arrow(a, far).way()
    assert way[-1][1] > way[0][1]
