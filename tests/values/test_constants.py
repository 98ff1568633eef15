"""Expressions that are constant: what they are worth."""

from __future__ import annotations

import math
from typing import Any

import pytest
from values_help import Bench, evaluate

from c2v_dsl.semantics.scope import MISSING
from c2v_dsl.semantics.values import Area, C, Cell, L, P


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4),
        ("10 % 3", 1), ("-7 % 3", 2), ("7 / 2", 3.5), ("6 / 3", 2), ("1e3", 1000),
        ("40%", 0.4), ("90deg", math.pi / 2), ("2 * pi", math.tau), ("-0.5", -0.5),
        ("1 < 2 < 3", True), ("1 < 3 < 2", False), ("1 == 1.0 and not false", True),
        ("false or 2 > 1", True), ("(1, 2) == (1, 2)", True), ("[1] != [2]", True),
        ("1 if 2 > 1 else 1 / 0", 1), ("false and 1 / 0 > 1", False), ("true or 1 / 0 > 1", True),
        ("[1, 2] + [3, 4]", L(4, 6)), ("2 * [1, 2]", L(2, 4)),
        ("[[2, 1], [0, 1.5]] * (1, 1)", P(3, 1.5)), ("(1, 2) + (3, 4)", P(4, 6)),
        ("3 + 2i", 3 + 2j), ("(3 + 2i) * (3 - 2i)", 13), ("abs(3 + 4i)", 5),
        ("0..3", L(0, 1, 2, 3)), ("3..0", L()), ("3..0 step -1", L(3, 2, 1, 0)),
        ("[i ^ 2 for i in 1..4]", L(1, 4, 9, 16)),
        ("[i for i in 1..9 if i % 3 == 0]", L(3, 6, 9)),
        ("[10 * i + j for i in 1..2 for j in 1..i]", L(11, 21, 22)),
        ("[[i, j] for i in 0..1 for j in 0..1 if i != j]", L(L(0, 1), L(1, 0))),
        ("sum([i for i in 1..100])", 5050), ("max(1, 5, 3)", 5), ("min([4, 2])", 2),
        ("gold", C("gold")), ("#FFcc00", C("#ffcc00")), ("light_blue", C("light_blue")),
        ("gold if 1 < 2 else red", C("gold")), ("mix(red, blue, 0.5)", C("mix(red, blue, 0.5)")),
        ("B3", Cell(1, 2)), ("B2:E5", Area(1, 1, 4, 4)), ("cell(0, 0)", Cell(0, 0)),
        ("area(1, 1, 4, 4)", Area(1, 1, 4, 4)), ("true", True), ("none", None),
        ('"a#{1 + 1}b"', "a2b"), ('"#{2.345:.1}"', "2.3"), ('"#{7:04}"', "0007"),
        (r'"\frac{1}{2}"', r"\frac{1}{2}"), ('"#{[1, 2.5]}"', "[1, 2.50]"),
        ("sqrt(2) ^ 2 == 2", False), ("2s / 500ms", 4), ("2s > 500ms", True),
        ("integral((x) -> x ^ 2, 0, 3)", 9.0), ("iterate((x) -> 2 * x, 1, 10)", 1024),
        ("len([1, 2, 3])", 3), ("len(0..9)", 10),
        ("dot((1, 2), (3, 4))", 11), ("1 == true", False), ('"a" < "b"', True),
    ],
)
def test_values(text: str, expected: Any) -> None:
    value = evaluate(text)
    if isinstance(expected, float):
        assert abs(value - expected) < 1e-9
    else:
        assert value == expected and type(value) in (type(expected), int, float, complex)


def test_lets_functions_and_lists() -> None:
    bench = Bench("""
        let f(x) = x ^ 2 - 2
        let df = derivative(f)
        let N(x) = x - f(x) / df(x)
        let xs = [iterate(N, 3, k) for k in 0..4]
        let twice(g, x) = g(g(x))
        let fs = [f, N]
        let shifted(a) = (x) -> f(x - a)
        let h = shifted(1)
    """)
    assert bench.good("xs[0]") == 3
    assert abs(bench.good("xs[4]") - math.sqrt(2)) < 1e-6
    assert bench.good("twice(f, 3)") == 47
    assert bench.good("twice((x) -> x + 1, 3)") == 5
    assert abs(bench.good("df(3)") - 6) < 1e-12
    assert bench.good("h(4)") == 7
    assert bench.good('"#{xs[1]:.4}"') == "1.8333"


def test_coordinates() -> None:
    bench = Bench("let p = (1, 2)\nlet z = 3 + 4i\nlet f(q) = q.x + q.y")
    assert bench.good("[p.x, p.y, z.x, z.y, f(p)]") == L(1, 2, 3, 4, 3)


def test_equations_become_functions_of_time() -> None:
    bench = Bench("""
        let b = 0.5
        let g = 0.2
        let epidemic = solve(S' = -b*S*I, I' = b*S*I - g*I; S=0.99, I=0.01; t=[0, 60])
        let s(d) = epidemic.S(d)
    """)
    assert bench.good("epidemic.S(0)") == 0.99
    assert bench.good("s(10)") == bench.good("epidemic.S(10)")
    assert 0 < bench.good("epidemic.I(30)") < 0.3


def test_only_the_branch_taken_is_worked_out() -> None:
    bench = Bench("let f(x) = 0 if x == 0 else sin(x) / x")
    assert bench.good("f(0)") == 0
    assert bench.good("[1 / k if k > 0 else 0 for k in 0..2]") == L(0, 1, 0.5)


def test_a_scene_may_use_a_files_name_anew() -> None:
    bench = Bench("let k = 2", file="let k = 1\nlet f(x) = k * x")
    assert bench.good("k") == 2
    assert bench.good("f(10)") == 10


def test_a_function_sees_what_stood_above_it() -> None:
    bench = Bench("let f(x) = k + x\nlet k = 5", file="let k = 1")
    assert bench.good("f(1)") == 2


def test_loops_and_words_of_one_letter() -> None:
    bench = Bench("let x = 3")
    assert bench.good("[x for x in 0..2]") == L(0, 1, 2)
    assert bench.good("x") == 3


@pytest.mark.parametrize(
    ("text", "want", "expected"),
    [
        ("2", "number", 2), ("2 + 0i", "number", 2.0), ("3", "count", 3), ("6 / 2", "count", 3),
        ("1.5", "length", 1.5), ("0", "length", 0), ("45deg", "angle", math.pi / 4),
        ("3", "angle", 3), ("8 * 45deg * 2", "angle", 4 * math.pi), ("40%", "opacity", 0.4),
        ("true", "flag", True), ('"x"', "text", "x"), ('["a", "b"]', "texts", L("a", "b")),
        ('"a"', "texts", L("a")), ("gold", "color", C("gold")), ("(1, 2)", "point", P(1, 2)),
        ("1 + 2i", "point", P(1, 2)), ("B2", "point", Cell(1, 1)), ("A1:B2", "place",
        Area(0, 0, 1, 1)), ("[(0, 0), (1, 2)]", "points", L(P(0, 0), P(1, 2))),
        ("[0, 5]", "interval", L(0, 5)), ("[10, 0.5]", "ticks", L(10, 0.5)), ("2", "ticks", 2),
        ("[1, 2]", "numbers", L(1, 2)), ("[[1, 0], [0, 1]]", "matrix", L(L(1, 0), L(0, 1))),
        ('[["a", 1]]', "rows", L(L("a", 1))), ("up", "side", "up"), ("left", "align", "left"),
        ("2s", "duration", 2.0), ("500ms", "duration", 0.5), ("spring", "word", "spring"),
        ('"#{x} \\"y\\""', "listing", '#{x} "y"'), ("-90deg", "angle", -math.pi / 2),
        ("[1 + 2i, 3 * 1]", "points", L(P(1.0, 2.0), P(3, 0))),
    ],
)
def test_what_is_wanted(text: str, want: str, expected: Any) -> None:
    value = evaluate(text, want)
    if isinstance(expected, float):
        assert abs(value - expected) < 1e-12
    else:
        assert value == expected and type(value) is type(expected)


def test_a_mistake_is_told_once_and_spreads_no_further() -> None:
    bench = Bench("let a = nothing\nlet b = a + 1\nlet f(x) = b * x\nlet c = f(2)")
    assert [f.name for f in bench.report.findings] == ["unknown-name"]
    assert bench.value("c + a") is MISSING
    assert len(bench.report.findings) == 1


def test_several_mistakes_in_one_expression() -> None:
    bench = Bench()
    bench.value("[foo, 1 / 0, sqrt(true)]")
    assert [f.name for f in bench.report.findings] == ["unknown-name", "no-value", "wrong-type"]


def test_lists_are_sorted() -> None:
    from c2v_dsl.semantics.values import sort

    assert sort(L(3, 1.5, 2)) == L(1.5, 2, 3)
    assert sort(L("b", "a")) == L("a", "b")
    assert sort(L()) == L()
