"""Figures that checking must keep; bounds are several times what a slow machine needs."""

from __future__ import annotations

from time import perf_counter

from values_help import Bench

SCENE = """
    param day = 0
    let rank(i, j) = ((58 * (10 * i + j)) % 101 - 0.5) / 100
    let u(i, j) = min(0.999, max(0.001, rank(i, j) / 0.89))
    let caught(i, j) = 15 + 3 * log(u(i, j) / (1 - u(i, j))) + 1e6 * max(0, rank(i, j) - 0.89)
    let fade(x) = min(1, max(0, 2 * x))
    let sick(i, j) = fade(day - caught(i, j)) * (1 - fade(day - caught(i, j) - 5))
    let N(z) = z - (z^3 - 1) / (3*z^2)
"""


def test_a_hundred_members_take_milliseconds() -> None:
    bench = Bench(SCENE)
    wanted = [
        (bench.expr("(0.9 * i - 4, 0.5 * j - 2)"), "point"),
        (bench.expr("0.15"), "length"),
        (bench.expr("gold"), "color"),
        (bench.expr("0.3 * sick(i, j)"), "number"),
        (bench.expr("iterate(N, (i - 4.5) / 2.5 + (j - 4.5) / 2.5 * 1i, 30)"), "point"),
    ]
    outer = bench.expr("[0 for i in 0..9]").clauses[0]
    inner = bench.expr("[0 for j in 0..9]").clauses[0]

    def all_members() -> float:
        start = perf_counter()
        for _, row in bench.evaluator.loop(outer, bench.scope, 1000):
            for _, member in bench.evaluator.loop(inner, row, 1000):
                for expr, want in wanted:
                    bench.evaluator.value(expr, member, want)
        return perf_counter() - start

    fastest = min(all_members() for _ in range(3))
    assert bench.report.findings == []
    assert fastest < 0.1, f"{fastest * 1000:.1f} ms"


def test_plain_values_cost_microseconds() -> None:
    bench = Bench("let k = 3\nparam t = 0")
    exprs = [(bench.expr(text), want) for text, want in (
        ("0.8", "length"), ("gold", "color"), ("(1, -2.5)", "point"), ('"a text"', "text"),
        ("k + 1", "number"), ("2 * t", "number"))]
    start = perf_counter()
    for _ in range(500):
        for expr, want in exprs:
            bench.evaluator.value(expr, bench.scope, want)
    assert (perf_counter() - start) / 3000 < 100e-6


def test_a_solution_is_found_and_read_quickly() -> None:
    start = perf_counter()
    bench = Bench("""
        let epidemic = solve(S' = -0.5*S*I, I' = 0.5*S*I - 0.2*I, R' = 0.2*I;
                             S=0.99, I=0.01, R=0; t=[0, 60])
    """)
    assert bench.good("sum([epidemic.I(t / 10) for t in 0..600])") > 0
    assert perf_counter() - start < 0.5
