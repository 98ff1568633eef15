"""Every function of the language against results known from elsewhere."""

from __future__ import annotations

import cmath
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.semantics import values as v
from c2v_dsl.semantics.values import C, Cell, L, Mismatch, NoValue, P

KNOWN: list[tuple[str, tuple[Any, ...], Any]] = [
    ("sum", (L(1, 2, 3),), 6),
    ("sum", (1, 2, 3.5), 6.5),
    ("sum", (L(),), 0),
    ("sum", (L(0.1,) * 1 * 1,), 0.1),
    ("sum", (L(P(1, 2), P(3, 4)),), P(4, 6)),
    ("sum", (L(L(1, 2), L(3, 4)),), L(4, 6)),
    ("sum", (L(1, 2j),), 1 + 2j),
    ("min", (3, 1, 2), 1),
    ("max", (L(3, 1, 2),), 3),
    ("len", (L(4, 5, 6),), 3),
    ("len", ("word",), 4),
    ("floor", (-1.5,), -2),
    ("ceil", (1.2,), 2),
    ("round", (2.5,), 3),
    ("round", (-2.5,), -3),
    ("round", (0.5,), 1),
    ("round", (2.345, 2), 2.35),
    ("round", (0.49999999999999994,), 0),
    ("abs", (-3,), 3),
    ("abs", (3 + 4j,), 5),
    ("abs", (P(3, 4),), 5),
    ("sign", (-0.2,), -1),
    ("sign", (0,), 0),
    ("sqrt", (2,), math.sqrt(2)),
    ("sqrt", (-1 + 0j,), 1j),
    ("exp", (1,), math.e),
    ("exp", (1j * math.pi,), -1),
    ("log", (math.e,), 1),
    ("log", (8, 2), 3),
    ("log", (1j,), 1j * math.pi / 2),
    ("sin", (math.pi / 6,), 0.5),
    ("cos", (math.pi / 3,), 0.5),
    ("tan", (math.pi / 4,), 1),
    ("asin", (1,), math.pi / 2),
    ("acos", (0,), math.pi / 2),
    ("atan", (1,), math.pi / 4),
    ("atan2", (1, -1), 3 * math.pi / 4),
    ("sin", (1j,), cmath.sin(1j)),
    ("binomial", (5, 2), 10),
    ("binomial", (60, 30), 118264581564861424),
    ("binomial", (5, 7), 0),
    ("factorial", (10,), 3628800),
    ("factorial", (0,), 1),
    ("gcd", (12, 18), 6),
    ("gcd", (L(12, 18, 8),), 2),
    ("powmod", (3, 200, 13), 9),
    ("powmod", (3, -1, 7), 5),
    ("softmax", (L(0, 0),), L(0.5, 0.5)),
    ("softmax", (L(1000, 0),), L(1.0, 0.0)),
    ("det", (L(L(2, 1), L(0, 1.5)),), 3),
    ("det", (L(L(1, 2, 3), L(4, 5, 6), L(7, 8, 10)),), -3),
    ("det", (L(L(0, 1), L(1, 0)),), -1),
    ("inverse", (L(L(2, 0), L(0, 4)),), L(L(0.5, 0), L(0, 0.25))),
    ("transpose", (L(L(1, 2, 3), L(4, 5, 6)),), L(L(1, 4), L(2, 5), L(3, 6))),
    ("dot", (P(1, 2), P(3, 4)), 11),
    ("dot", (L(1, 2, 3), L(4, 5, 6)), 32),
    ("cross", (L(1, 0, 0), L(0, 1, 0)), L(0, 0, 1)),
    ("cross", (P(1, 0), P(0, 1)), 1),
    ("norm", (P(3, 4),), 5),
    ("norm", (L(1, 2, 2),), 3),
    ("re", (3 + 2j,), 3),
    ("im", (3 + 2j,), 2),
    ("im", (3,), 0),
    ("arg", (1j,), math.pi / 2),
    ("arg", (P(-1, 0),), math.pi),
    ("mix", (2, 4, 0.25), 2.5),
    ("mix", (P(0, 0), P(2, 4), 0.5), P(1, 2)),
    ("mix", (L(0, 10), L(10, 20), 0.5), L(5, 15)),
    ("mix", (P(0, 0), 2 + 4j, 0.5), P(1, 2)),
    ("from_polar", (2, math.pi / 2), P(0, 2)),
    ("project", (P(3, 4), P(1, 0)), P(3, 0)),
    ("project", (L(1, 2, 3), L(0, 0, 1)), L(0, 0, 3)),
    ("power", (2, 10), 1024),
    ("power", (4, 0.5), 2),
    ("power", (2, -1), 0.5),
    ("power", (1j, 2), -1),
    ("power", (L(L(1, 1), L(1, 0)), 10), L(L(89, 55), L(55, 34))),
    ("power", (L(L(2, 0), L(0, 2)), -1), L(L(0.5, 0), L(0, 0.5))),
    ("span", (0, 4), L(0, 1, 2, 3, 4)),
    ("span", (4, 0), L()),
    ("span", (4, 0, -1), L(4, 3, 2, 1, 0)),
    ("span", (0, 1, 0.25), L(0, 0.25, 0.5, 0.75, 1)),
    ("span", (0, 1, 0.1), L(*(i / 10 for i in range(11)))),
]


def close(a: Any, b: Any) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(close, a, b))
    if isinstance(a, (int, float, complex)):
        return abs(a - b) <= 1e-12 * max(1, abs(b))
    return bool(a == b)


@pytest.mark.parametrize(("name", "args", "expected"), KNOWN)
def test_known_results(name: str, args: tuple[Any, ...], expected: Any) -> None:
    assert close(getattr(v, name)(*args), expected)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("log", (0,)), ("log", (-1,)), ("sqrt", (-1,)), ("asin", (2,)), ("acos", (-1.1,)),
        ("exp", (1000,)), ("power", (0, -1)), ("power", (-8, 1 / 3)), ("power", (10.0, 400)),
        ("power", (10, 10**9)), ("power", (2, 10**6)), ("factorial", (-1,)),
        ("factorial", (2.5,)), ("factorial", (10**9,)), ("binomial", (10**7, 5 * 10**6)),
        ("powmod", (2, 5, 0)), ("powmod", (2, -1, 4)), ("min", (L(),)), ("max", (L(),)),
        ("inverse", (L(L(1, 2), L(2, 4)),)), ("project", (P(1, 1), P(0, 0))),
        ("span", (0, 1, 0)), ("span", (0, 10**9)), ("span", (0, math.inf)),
        ("uniform", (1, -1)), ("uniform", (1, 10**9)), ("round", (1.5, 10**6)),
        ("mix", (1, 1e308, 1e10)), ("gcd", (1.5, 2)), ("tan", (math.inf,)),
    ],
)
def test_what_has_no_value_says_so(name: str, args: tuple[Any, ...]) -> None:
    with pytest.raises(NoValue):
        getattr(v, name)(*args)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("sqrt", ("two",)), ("abs", (L(1),)), ("min", ("a",)), ("floor", (1j,)),
        ("det", (L(L(1, 2), L(3)),)), ("det", (L(L(1, 2, 3), L(4, 5, 6)),)),
        ("transpose", (L(1, 2),)), ("dot", (P(1, 2), L(1, 2, 3))), ("cross", (L(1), L(2))),
        ("softmax", (3,)), ("mix", (C("red"), 3, 0.5)), ("mix", (1, 2, "x")),
        ("len", (3,)), ("re", ("x",)), ("power", (P(1, 2), "x")), ("integral", (3, 0, 1)),
        ("derivative", (3,)), ("iterate", (3, 1, 2)), ("span", ("a", "b")),
    ],
)
def test_a_wrong_type_is_a_mismatch(name: str, args: tuple[Any, ...]) -> None:
    with pytest.raises((Mismatch, TypeError)):
        getattr(v, name)(*args)


ANYTHING = st.recursive(
    st.one_of(
        st.integers(-(10**12), 10**12), st.floats(), st.booleans(), st.text(max_size=3),
        st.complex_numbers(), st.just(P(1, 2)), st.just(C("red")), st.just(Cell(1, 2)), st.none(),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: L(*items)),
    max_leaves=6,
)
TOTAL = sorted(
    set(v.EMITTED)
    - {"Area", "C", "Cell", "L", "NoValue", "P", "e", "pi", "tau", "area", "cell", "solve", "show"}
    - {"abs", "len", "max", "min", "round", "sum"}
)


@given(st.sampled_from(TOTAL), st.lists(ANYTHING, min_size=1, max_size=3))
def test_every_function_is_total(name: str, args: list[Any]) -> None:
    """Whatever goes in, a value comes out or `NoValue`, and soon."""
    try:
        getattr(v, name)(*args)
    except NoValue:
        pass
    except TypeError as problem:
        assert "argument" in str(problem)


def test_builtins_still_serve_the_code_of_hatches() -> None:
    assert v.sum([1, 2]) == 3
    assert v.max([3, 1], key=lambda x: -x) == 1
    assert v.len({"a": 1}) == 1
    assert v.sum(x for x in (1, 2)) == 3
    assert v.abs(-2) == 2


def test_random_numbers_are_the_same_everywhere() -> None:
    numbers = v.uniform(7, 1000)
    assert numbers[:3] == v.uniform(7, 3)
    assert all(0 <= x < 1 for x in numbers)
    assert abs(v.sum(numbers) / 1000 - 0.5) < 0.03
    assert v.uniform(1, 2) == L(0.5665615751722809, 0.7457817572627011)
    spread = v.normal(3, 2000)
    assert abs(v.sum(spread) / 2000) < 0.06
    assert abs(v.norm(spread) / math.sqrt(2000) - 1) < 0.05
