"""Points, lists, cells, colours, and how values are written in texts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.semantics.values import (
    Area,
    C,
    Cell,
    Color,
    L,
    Mismatch,
    NoValue,
    P,
    as_point,
    mix,
    show,
)

PALETTE = {"red": "#ff0000", "blue": "#0000ff", "white": "#ffffff", "black": "#000000"}


def test_points_are_vectors() -> None:
    p = P(1, 2)
    assert (p.x, p.y) == (1, 2)
    assert p + P(3, 4) == P(4, 6)
    assert p - P(3, 4) == P(-2, -2)
    assert 2 * p == p * 2 == P(2, 4)
    assert p / 2 == P(0.5, 1)
    assert -p == P(-1, -2)
    assert p + 1j == 1j + p == P(1, 3)
    assert isinstance(p + p, P) and isinstance(1j - p, P)
    assert P(3 + 4j) == as_point(3 + 4j) == P(3, 4)
    assert as_point(3) == P(3, 0)


@pytest.mark.parametrize("operate", [
    lambda: P(1, 2) * P(3, 4), lambda: P(1, 2) + "x", lambda: P("a", 1), lambda: P(1, True),
    lambda: P(1, 2) / P(1, 2), lambda: L(1) + 3, lambda: L(1, 2) * L(1, 2), lambda: L(1) + L(1, 2),
    lambda: L(L(1, 2)) * L(L(1, 2)), lambda: L(1)["a"], lambda: L(1) / "x",
])
def test_what_does_not_go_together(operate: Any) -> None:
    with pytest.raises(Mismatch):
        operate()


@pytest.mark.parametrize("operate", [
    lambda: P(1, 2) / 0, lambda: L(1, 2) / 0, lambda: L(1, 2)[2], lambda: L(1, 2)[-1],
    lambda: L(1, 2)[0.5], lambda: L()[0], lambda: L(L(1, 2), L(2, 4)) ** -1,
])
def test_what_has_no_value(operate: Any) -> None:
    with pytest.raises(NoValue):
        operate()


def test_lists_and_matrices() -> None:
    m = L(L(2, 1), L(0, 1.5))
    assert m * P(1, 1) == P(3, 1.5) and isinstance(m * P(1, 1), P)
    assert m * L(1, 1) == L(3, 1.5) and isinstance(m * L(1, 1), L)
    assert m * m == L(L(4, 3.5), L(0, 2.25))
    assert 2 * m == m * 2 == L(L(4, 2), L(0, 3.0))
    assert m - m == L(L(0, 0), L(0, 0))
    assert m[1, 0] == 0 and m[0][1] == 1 and m[1.0] == L(0, 1.5)
    assert L(1, 2, 3)[L(0, 2)] == L(1, 3)


@given(st.integers(0, 5), st.integers(0, 5))
def test_cells_have_names(row: int, col: int) -> None:
    cell = Cell(row, col)
    assert Cell.named(str(cell)) == cell
    assert str(cell) == "ABCDEF"[row] + str(col + 1)


def test_areas() -> None:
    assert str(Area(1, 1, 4, 4)) == "B2:E5"
    for wrong in ((4, 4, 1, 1), (0, 0, 6, 1), (0, 0, 0.5, 1)):
        with pytest.raises(NoValue):
            Area(*wrong)


def test_colours() -> None:
    assert C("#FFCC00").text == "#ffcc00"
    assert C("red").rgb(PALETTE) == (1, 0, 0)
    half = mix(C("red"), C("blue"), 0.5)
    assert Color(str(half)) == half
    assert Color(str(half)).rgb(PALETTE) == half.rgb(PALETTE)
    nested = mix(half, C("white"), 0.25)
    assert Color(str(nested)).hex(PALETTE) == nested.hex(PALETTE)
    assert mix(C("red"), C("blue"), 0) == C("red")
    assert mix(C("red"), C("blue"), 7) == C("blue")
    for wrong in ("bleu", "#ffcc0", "mix(red, blue)", "mix(red, blue, x)", ""):
        with pytest.raises(Mismatch):
            C(wrong)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_mixes_of_greys_stay_grey(share: float) -> None:
    red, green, blue = mix(C("black"), C("white"), share).rgb(PALETTE)
    assert abs(red - green) < 1e-4 and abs(green - blue) < 1e-4


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (2, None, "2"), (2.0, None, "2"), (2.5, None, "2.50"), (1 / 3, None, "0.33"),
        (-0.001, ".2", "0.00"), (-0.0, None, "0"), (2, ".2", "2.00"), (2.345, ".0", "2"),
        (3, "+.1", "+3.0"), (-3, "+.1", "-3.0"), (7, "04", "0007"), (-7, "04", "-007"),
        (7, "+04", "+007"), (1e20, None, "100000000000000000000.00"),
        (10**20, None, "1" + "0" * 20), (1 + 2j, None, "1 + 2i"), (1 - 1j, None, "1 - i"),
        (-2.5j, ".1", "-2.5i"), (3 + 0j, None, "3"),
        (P(1, 2.5), None, "(1, 2.50)"), (L(1, "a"), None, "[1, a]"), ("x", None, "x"),
        (True, None, "true"), (C("gold"), None, "gold"), (Cell(0, 0), None, "A1"),
    ],
)
def test_values_in_texts(value: Any, format: str | None, text: str) -> None:
    assert show(value, format) == text


def test_what_cannot_be_shown() -> None:
    for value in (float("inf"), float("nan")):
        with pytest.raises(NoValue):
            show(value)
    for format in ("2f", ".", "d", "0", ".123"):
        with pytest.raises(Mismatch):
            show(1, format)


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_formats_round_to_the_nearest(value: float, digits: int) -> None:
    assert abs(float(show(value, f".{digits}")) - value) <= 0.5 * 10.0**-digits + 1e-9
