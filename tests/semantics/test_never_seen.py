"""Functions without values, and numbers that no picture can show, are found before anything is
drawn; what has a value at some moment is let be."""

from __future__ import annotations

import time

import pytest

import c2v_dsl
from c2v_dsl import Finding

PLANE = "ax = axes(x=[-3, 3], y=[-2, 2]) in A1:F6"


def told(objects: str, lets: str = "", beat: str = "") -> list[Finding]:
    """Findings of a scene that shows the object ``f``, and the plane ``ax`` if there is one."""
    shown = ", ".join(name for name in ("ax", "c", "f") if f"{name} = " in objects)
    text = (f'c2v 1\nstoryboard "x" {{}}\nscene s "S" layout wide {{\n{lets}\nobjects {{\n'
            f"{objects}\n}}\nbeat b {{ show {shown}\n{beat} }}\n}}\n")
    return list(c2v_dsl.check(text, "test.c2v").findings)


def on_plane(declared: str, lets: str = "", beat: str = "") -> list[Finding]:
    return told(f"{PLANE}\non ax {{\n{declared}\n}}", lets, beat)


@pytest.mark.parametrize(
    "declared",
    [
        "f = plot(log(x), x=[-3, -1])", "f = riemann(sqrt(-1 - x^2))",
        "f = region(log(x), 0, x=[-3, -1])", "f = region(0, log(x), x=[-3, -1])",
        "f = tangent(log(x), at=-1)", "f = secant(sqrt(x), -1, 2)",
        "f = parametric(log(t), t, t=[-2, -1])", "f = implicit(sqrt(-1 - x^2 - y^2))",
        "f = implicit(x^2 + y^2 + 1)", "f = field(sqrt(-1 - x^2), y)", "f = field(y, 1 / (x - x))",
        "f = heat(log(-1 - x^2))", "f = field((x, y) -> (log(-1 - x^2), y))",
        "c = plot(log(x))\nf = point_on(c, at=-1)",
    ],
)
def test_what_has_no_value_anywhere(declared: str) -> None:
    (finding,) = on_plane(declared)
    assert (finding.name, finding.level) == ("never-a-value", "warning")
    assert "`f` is never seen" in finding.message and finding.help


@pytest.mark.parametrize(
    "declared",
    [
        "f = plot(log(x))", "f = plot(1 / x)", "f = plot(tan(x))", "f = riemann(sqrt(x))",
        "f = region(log(x), 0)", "f = tangent(sqrt(x), at=1)", "f = implicit(x * y)",
        "f = field(sqrt(x), y)", "f = heat(1 / (x^2 + y^2))", "f = heat(2)", "f = plot(0)",
        "f = parametric(cos(t), sin(t), t=[tau, 0])", "f = field((y, -x))",
        "f = plot(100 * x)", "f = plot((50 if x > 0.01 else -50))",
    ],
)
def test_gaps_are_allowed(declared: str) -> None:
    assert on_plane(declared) == []


@pytest.mark.parametrize("declared", [
    "f = tangent(c, at=1)", "f = secant(c, 1, 2)", "f = region(c, 0, x=[0, 1])",
    "f = riemann(c, n=4)", "f = plot(c, x=[0, 1])",
])
def test_a_curve_stands_for_its_function(declared: str) -> None:
    assert on_plane(f"c = plot(x^2 + t)\n{declared}", "param t = 0", "set t to 1") == []
    (finding,) = on_plane(f"c = plot(log(-1 - x^2))\n{declared}")[1:]
    assert finding.name == "never-a-value" and "`f`" in finding.message


@pytest.mark.parametrize(("declared", "said"), [
    ("c = dot((1, 1))\nf = tangent(c, at=1)", "`f` needs a function, found a dot"),
    ("c = plot(x)\nf = heat(c)", "`f` needs a function, found a plot"),
])
def test_other_objects_are_no_functions(declared: str, said: str) -> None:
    (finding,) = on_plane(declared)
    assert (finding.name, finding.message) == ("wrong-argument", said)


def test_the_moments_that_beats_lead_to_count() -> None:
    declared, lets = "f = plot(sqrt(t) + x)", "param t = -1"
    assert on_plane(declared, lets, "set t to 1") == []
    (finding,) = on_plane(declared, lets, "set t to -2")
    assert "at any moment" in finding.message
    assert on_plane("f = plot(x, x=[0, t])", "param t = 0", "set t to 2") == []
    assert on_plane("f = tangent(sqrt(x), at=t)", "param t = -1", "set t to 1") == []


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("f = plot((x, 1))", "the point"), ('f = plot("#{x}")', "the text"),
        ("f = plot([x, 1])", "a list of 2"), ("f = plot(x > 0)", "1 if … else 0"),
        ("f = heat((x, y))", "the point"), ("f = field(x * y)", "needs a point"),
        ("f = region(x, (x, 1))", "the point"),
    ],
)
def test_values_of_another_kind_than_is_drawn(declared: str, words: str) -> None:
    (finding,) = on_plane(declared)
    assert finding.name == "wrong-type" and words in f"{finding.message} {finding.help}"


def test_what_lies_outside_its_plane() -> None:
    for declared in ("f = plot(x, x=[20, 30])", "f = plot(x^2 + 100)",
                     "f = tangent(x^2, at=20)"):
        (finding,) = on_plane(declared)
        assert finding.name == "outside-plane", declared
    assert on_plane("f = plot(x^2 + 100)", beat="shift f by (0, -100)") == []


def test_what_only_measuring_tells_is_let_be() -> None:
    assert on_plane("c = dot((1, 1))\nf = plot(log(x) * c.x, x=[-3, -1])") == []


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ("f = axes(x=[1, 1])", "upwards"), ("f = axes(x=[3, 1])", "upwards"),
        ("f = axes(x=[0, 1e300])", "more than a picture"),
        ("f = axes(x=[1, 1 + 1e-15])", "too little"), ("f = axes(ticks=-1)", "above 0"),
        ("f = axes(ticks=[-1, 1])", "above 0"), ("f = axes(ticks=1e-9)", "1e10 numbers"),
        ("f = plane(x=[0, 1000], y=[0, 1])", "mere line"), ("f = polar(r=0)", "radius"),
        ("f = plane(basis=[[1, 2], [1, 2]])", "no grid"),
        ("f = histogram([1, 2], bins=0)", "from 1 to 200"),
        ("f = histogram([1, 2], bins=10^6)", "from 1 to 200"),
        ("f = histogram([])", "is empty"), ("f = histogram([1, 2], x=[5, 6])", "from 1 to 2"),
        ("f = pie([1, -2])", "less than nothing"), ("f = pie([0, 0])", "all slices are zero"),
        ("f = pie([])", "is empty"), ('f = pie([1, 2], labels=["a"])', "2 slices"),
        ("f = pie([1 for i in 1..100])", "at most 60"),
        ("f = scatter([])", "is empty"), ("f = scatter((1, 2))", "`[(1, 2)]`"),
        ("f = scatter([(i, i) for i in 1..2000])", "at most 1,000"),
        ("f = bars([1e308])", "more than a chart"), ('f = bars([1, "a"])', 'the text "a"'),
        ("f = bars([1, 2], max=-3)", "above zero"), ("f = bars([1, 5], max=3)", "cut off"),
        ('f = number("a")', 'the text "a"'),
    ],
)
def test_numbers_that_cannot_be_shown(objects: str, words: str) -> None:
    (finding,) = told(f"{objects} in A1:F6")
    assert finding.level == "error"
    assert words in f"{finding.message} {finding.help}"


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("f = plot(x, x=[1, 1])", "upwards"), ("f = plot(x, x=[3, 1])", "upwards"),
        ("f = riemann(x, n=0)", "from 1 to 500"), ("f = riemann(x, n=10^6)", "from 1 to 500"),
        ("f = field(x, y, step=0)", "above 0"), ("f = field(x, y, step=1e-9)", "2e19 arrows"),
        ("f = field(x, y, step=100)", "smaller"), ("f = heat(x, range=[2, 2])", "upwards"),
    ],
)
def test_ranges_and_steps_on_a_plane(declared: str, words: str) -> None:
    (finding,) = on_plane(declared)
    assert words in f"{finding.message} {finding.help}"


@pytest.mark.parametrize(
    ("equation", "words"),
    [
        ("y' = y^2; y=1; t=[0, 5]", "beyond all bounds at t = 1, before 5"),
        ("y' = -1 / y; y=1; t=[0, 5]", "no value beyond t = 0.5"),
        ("y' = y; y=1; t=[0, 100]", "a million millions at t = 27.6"),
        ("y' = -1000 * y; y=1; t=[0, 1000]", "too quickly to be followed beyond t = "),
    ],
)
def test_a_solution_that_ends_early(equation: str, words: str) -> None:
    (finding,) = on_plane("f = plot(s.y, x=[0, 3])", f"let s = solve({equation})")
    assert finding.name == "solution-ends-early" and words in finding.message


def test_a_solution_that_reaches_its_end_is_let_be() -> None:
    assert on_plane("f = plot(s.y, x=[0, 3])", "let s = solve(y' = -y; y=1; t=[0, 20])") == []


@pytest.mark.parametrize(
    "lets",
    [
        "let s = solve(y' = -100000 * (y - cos(t)); y=1; t=[0, 500])\nlet c = s.y(0)",
        "let c = integral(x -> 1 / x, 0, 1)", "let c = iterate(x -> x / 2 + 1, 1, 10^9)",
    ],
)
def test_what_would_never_end_is_given_up(lets: str) -> None:
    begun = time.perf_counter()
    (finding,) = on_plane("f = plot(c * x)", lets)
    assert finding.level == "error" and time.perf_counter() - begun < 5


def test_parts_of_charts_are_counted() -> None:
    (finding,) = told("f = pie([1, 2, 3]) in A1:F6", beat="flash f.slice[3]")
    assert "3 slices" in finding.message
    (finding,) = told("f = histogram([1, 2, 4]) in A1:F6", beat="flash f[4]")
    assert "4 bins" in finding.message
    (finding,) = told("f = scatter([(1, 2), (2, 3)]) in A1:F6", beat="flash f[2]")
    assert "2 dots" in finding.message
