"""Members of components and groups that look at one another, wherever the whole is put."""

from __future__ import annotations

import pytest

from c2v_dsl import stage as s
from c2v_dsl.stage import P
from tests.stage.bench import Bench

UP_TO = 1e-6


@pytest.fixture
def bench():
    return Bench("wide")


def card(place):
    """A component: a word on a tile, another beside it."""
    made = place(s.component())
    made.tile = s.rect(w=1.6, h=0.8)
    made.name = s.text("A").at(made.tile)
    made.side = s.text("B").right_of(made.tile, gap=0.2)
    return made


@pytest.mark.parametrize(
    "place",
    [lambda c: c.at(P(3, 1)), lambda c: c.at("B2"), lambda c: c.fit("B2"),
     lambda c: c.below(s.square().at("C4"))],
    ids=["point", "cell", "fit", "below"],
)
def test_members_placed_by_members_keep_together(bench, place):
    made = card(place)
    free = card(lambda c: c)
    factor = made.tile.box().width / free.tile.box().width
    assert made.name.middle() == pytest.approx(made.tile.middle(), abs=0.02)
    gap = made.side.box().x0 - made.tile.box().x1
    assert gap == pytest.approx(factor * (free.side.box().x0 - free.tile.box().x1), abs=1e-3)
    middle = (made.tile.box().x0 + made.side.box().x1) / 2
    if place(s.component())._body.place.word == "at":
        target = s.dot().at(place(s.component())._body.place.operands[0]).middle()
        assert middle == pytest.approx(target[0], abs=0.02)


def test_lines_labels_and_boxes_of_members_follow_them(bench):
    made = s.component().at(P(3, 1))
    made.a = s.circle(r=0.3).at(P(-1, 0))
    made.b = s.circle(r=0.3).at(P(1, 0))
    made.way = s.line(made.a, made.b)
    made.name = s.label("way", made.way)
    made.frame = s.box(made.a)
    assert made.way.box().x0 == pytest.approx(made.a.box().x1, abs=0.1)
    assert made.way.box().x1 == pytest.approx(made.b.box().x0, abs=0.1)
    assert made.way.middle()[1] == pytest.approx(made.a.middle()[1])
    assert made.name.middle()[0] == pytest.approx(made.way.middle()[0], abs=0.02)
    assert 0 < made.name.box().y0 - made.way.middle()[1] < 0.4
    assert made.frame.middle() == pytest.approx(made.a.middle())


def test_a_part_of_a_member_can_be_what_another_stands_by(bench):
    made = s.component().at(P(-3, -1))
    made.word = s.text("abc")
    made.mark = s.triangle(side=0.3).below(made.word.part("char", 2), gap=0.1)
    letter = made.word.part("char", 2)
    assert made.mark.middle()[0] == pytest.approx(letter.box().center[0], abs=UP_TO)


def test_a_group_with_a_line_between_its_members_can_be_put_elsewhere(bench):
    a, b = s.dot(P(0, 0)), s.dot(P(2, 0))
    way = s.line(a, b)
    s.group(a, b, way).at("E5")
    assert way.middle() == pytest.approx((a.middle() + b.middle()) / 2, abs=UP_TO)
    assert way.middle() == pytest.approx(s.dot().at("E5").middle(), abs=UP_TO)


def test_an_inner_component_beside_a_member_goes_along(bench):
    outer = s.component().at("B2")
    outer.tile = s.square()
    outer.inner = s.component().right_of(outer.tile, gap=0.5)
    outer.inner.dot = s.circle(r=0.2)
    free = s.component()
    free.tile = s.square()
    free.inner = s.component().right_of(free.tile, gap=0.5)
    free.inner.dot = s.circle(r=0.2)
    there = outer.inner.dot.middle() - outer.tile.middle()
    assert there == pytest.approx(free.inner.dot.middle() - free.tile.middle(), abs=1e-3)
