"""Integrals, derivatives, iterations and equations, against closed forms."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from c2v_dsl.semantics.values import L, NoValue, derivative, integral, iterate, solve


@pytest.mark.parametrize(
    ("f", "a", "b", "expected"),
    [
        (math.sin, 0, math.pi, 2),
        (lambda x: x**2, 0, 3, 9),
        (lambda x: x**2, 3, 0, -9),
        (lambda x: math.exp(-x * x), -6, 6, math.sqrt(math.pi)),
        (lambda x: abs(x - 0.3), 0, 1, 0.29),
        (lambda x: 1 / math.sqrt(x), 0, 1, 2),
        (lambda x: math.sin(100 * x), 0, 1, (1 - math.cos(100)) / 100),
        (lambda x: 1j * x, 0, 1, 0.5j),
        (lambda x: 1 if x > 0.77 else 0, 0, 1, 0.23),
        (math.sin, 2, 2, 0),
    ],
)
def test_integrals(f: Callable[[Any], Any], a: float, b: float, expected: complex) -> None:
    assert abs(integral(f, a, b) - expected) < 1e-8


def test_an_integral_over_a_pole_has_no_value() -> None:
    with pytest.raises(NoValue):
        integral(lambda x: 1 / (x - 0.3), 0, 1)
    with pytest.raises(NoValue):
        integral(lambda x: 1 / x, 0, 1)


@pytest.mark.parametrize(
    ("f", "slope", "x"),
    [
        (lambda x: x**5 - x - 1, lambda x: 5 * x**4 - 1, 1.1673),
        (lambda x: x**2, lambda x: 2 * x, 3),
        (lambda x: x**2, lambda x: 2 * x, 0),
        (lambda x: 7, lambda x: 0, 2),
        (math.sin, math.cos, 0.4),
        (math.log, lambda x: 1 / x, 0.001),
        (math.sqrt, lambda x: 0.5 / math.sqrt(x), 1e-4),
        (math.exp, math.exp, 20),
        (lambda z: z**3 - 1, lambda z: 3 * z**2, 1 + 2j),
        (lambda z: 1 / z, lambda z: -1 / z**2, 0.3 - 0.1j),
        (lambda x: math.sin(50 * x), lambda x: 50 * math.cos(50 * x), 0.7),
    ],
)
def test_derivatives(f: Callable[[Any], Any], slope: Callable[[Any], Any], x: Any) -> None:
    exact = slope(x)
    assert abs(derivative(f)(x) - exact) <= 2e-10 * max(1, abs(exact))


def test_polynomials_have_nearly_exact_derivatives() -> None:
    for k in range(-20, 21):
        x = k / 4
        exact = 4 * x**3 - 6 * x + 2
        slope = derivative(lambda t: t**4 - 3 * t * t + 2 * t)(x)
        assert abs(slope - exact) <= 1e-12 * max(1, abs(exact))


def test_second_derivatives() -> None:
    assert abs(derivative(derivative(math.sin))(1) + math.sin(1)) < 1e-7


def test_no_slope_where_there_is_no_function() -> None:
    with pytest.raises(NoValue):
        derivative(math.log)(-1)


def test_newton_with_a_numerical_derivative_finds_a_complex_root() -> None:
    def f(z: complex) -> complex:
        return z**3 - 1

    slope = derivative(f)
    root = iterate(lambda z: z - f(z) / slope(z), 0.3 + 1.2j, 30)
    assert abs(root - complex(-0.5, math.sqrt(3) / 2)) < 1e-12


def test_iterate_counts_its_steps() -> None:
    assert iterate(lambda x: 2 * x, 1, 10) == 1024
    assert iterate(lambda x: 2 * x, 1, 0) == 1
    assert iterate(lambda x: 2 * x, 1, 2.9) == 4
    with pytest.raises(NoValue):
        iterate(lambda x: x * x, 10.0, 1000)
    with pytest.raises(NoValue):
        iterate(lambda x: x, 1, -1)
    with pytest.raises(NoValue):
        iterate(lambda x: x + 1, 1, 10**9)
    with pytest.raises(NoValue):
        iterate(lambda x: 1 / x, 0, 3)


def test_solve_exponential_decay() -> None:
    solution = solve(lambda t, y: -0.5 * y, L(0, 10), y=3)
    for k in range(101):
        assert abs(solution.y(k / 10) - 3 * math.exp(-k / 20)) < 1e-6


def test_solve_an_oscillator_for_long() -> None:
    solution = solve(lambda t, x, v: (v, -x), L(0, 60), x=1, v=0)
    for k in range(601):
        assert abs(solution.x(k / 10) - math.cos(k / 10)) < 1e-6
        assert abs(solution.v(k / 10) + math.sin(k / 10)) < 1e-6


def test_solve_three_equations_keeps_what_is_kept() -> None:
    b, g = 0.5, 0.2
    solution = solve(lambda t, S, I, R: (-b * S * I, b * S * I - g * I, g * I),  # noqa: E741
                     L(0, 60), S=0.99, I=0.01, R=0)
    for t in (0, 7.3, 30, 60):
        total = solution.S(t) + solution.I(t) + solution.R(t)
        assert abs(total - 1) < 1e-9
    # On an orbit S + I - g/b ln S stays what it is (Kermack and McKendrick, 1927).
    for t in (5, 20, 44):
        kept = solution.S(t) + solution.I(t) - g / b * math.log(solution.S(t))
        assert abs(kept - (1 - g / b * math.log(0.99))) < 1e-7


def test_solve_a_stiff_problem() -> None:
    solution = solve(lambda t, y: -200 * (y - math.cos(t)), L(0, 2), y=0)
    for t in (0.2, 1, 2):
        exact = 200 * (200 * math.cos(t) + math.sin(t)) / 40001
        assert abs(solution.y(t) - exact) < 1e-6


def test_a_blow_up_ends_the_solution() -> None:
    solution = solve(lambda t, y: y * y, L(0, 2), y=1)
    assert abs(solution.y(0.9) - 10) < 1e-5
    with pytest.raises(NoValue):
        solution.y(1.01)


def test_outside_a_solution_there_is_nothing() -> None:
    solution = solve(lambda t, y: 1, L(0, 1), y=0)
    assert abs(solution.y(1) - 1) < 1e-12
    for t in (-0.1, 1.1):
        with pytest.raises(NoValue):
            solution.y(t)


def test_a_right_side_without_value_ends_the_solution() -> None:
    solution = solve(lambda t, y: -1 / (2 * math.sqrt(1 - t)) if t < 1 else math.sqrt(-1),
                     L(0, 2), y=1)
    assert abs(solution.y(0.5) - math.sqrt(0.5)) < 1e-6
    with pytest.raises(NoValue):
        solution.y(1.5)


def test_complex_unknowns() -> None:
    solution = solve(lambda t, z: 1j * z, L(0, 3), z=1)
    assert abs(solution.z(2) - complex(math.cos(2), math.sin(2))) < 1e-7
