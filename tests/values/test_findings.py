"""Mistakes in values: what is found, where, and what is said about it."""

from __future__ import annotations

import pytest
from values_help import Bench

SCENE = """
    let xs = [4, 5, 6]
    let f(x, y) = x + y
    let g(x) = x ^ 2
    let A = [[2, 1], [0, 1.5]]
    let wave = solve(y' = -y; y=1; t=[0, 5])
    let angle = 45
    param t = 0
"""


@pytest.mark.parametrize(
    ("text", "want", "name", "place", "said"),
    [
        # names
        ("xz[0]", None, "unknown-name", "xz", "did you mean `xs`?"),
        ("colr", None, "unknown-name", "colr", "called `colr`"),
        ("squareroot(2)", None, "not-a-function", "squareroot", "no function `squareroot`"),
        ("sqr(2)", None, "not-a-function", "sqr", "did you mean `sqrt`?"),
        ("circle(1)", None, "not-a-function", "circle", "a kind of object"),
        ("xs(1)", None, "not-a-function", "xs", "a list, not a function"),
        ("up", None, "unknown-name", "up", "as a point it is `(0, 1)`"),
        ("1 + j", None, "unknown-name", "j", "`1i`"),
        ("circle", None, "unknown-name", "circle", "kind of object"),
        # words of other languages
        ("True", None, "word-of-another-language", "True", "write `true`"),
        ("None", None, "word-of-another-language", "None", "write `none`"),
        ("BLUE", "color", "word-of-another-language", "BLUE", "write `blue`"),
        ("BLUE_E", "color", "word-of-another-language", "BLUE_E", "write `dark_blue`"),
        ("UP", "point", "word-of-another-language", "UP", "(0, 1)"),
        ("2 * PI", None, "word-of-another-language", "PI", "write `pi`"),
        ("45 * DEGREES", "angle", "word-of-another-language", "DEGREES", "`45deg`"),
        ("math.pi", None, "word-of-another-language", "math.pi", "write `pi`"),
        ("np.sin(2)", None, "word-of-another-language", "np.sin", "write `sin`"),
        ("np.linspace(0, 1)", None, "word-of-another-language", "np.linspace", "for i in 0..10"),
        ("range(4)", None, "word-of-another-language", "range", "`0..3`"),
        ("range(2, 8)", None, "word-of-another-language", "range", "`2..7`"),
        ("len(range(k))", None, "word-of-another-language", "range", "`0..3`"),
        ("ln(2)", None, "word-of-another-language", "ln", "`log(x)`"),
        ("str(2)", None, "word-of-another-language", "str", "#{x}"),
        # arguments
        ("f(1)", None, "wrong-arguments", "f(1)", "takes 2 values, here is 1; write `f(x, y)`"),
        ("g()", None, "wrong-arguments", "g()", "takes 1 value, here are none"),
        ("sqrt(1, 2)", None, "wrong-arguments", "sqrt(1, 2)", "takes 1 value, here are 2"),
        ("log()", None, "wrong-arguments", "log()", "takes 1 or 2 values"),
        ("max()", None, "wrong-arguments", "max()", "at least"),
        ("g(x=2)", None, "wrong-arguments", "x=2", "in order, not by name"),
        ("derivative(g, 2)", None, "wrong-arguments", "derivative(g, 2)", "let df = derivative(f)"),
        ("derivative(f)", None, "wrong-arguments", "f", "a function of one variable"),
        ("solve(y' = y; t=[0, 1])", None, "wrong-arguments", "solve(y' = y; t=[0, 1])",
         "an initial value for y"),
        ("solve(y' = y; y=1)", None, "wrong-arguments", "solve(y' = y; y=1)", "needs the times"),
        ("derivative(3)", None, "wrong-type", "derivative(3)", "a function, not a number"),
        ("derivative(t ^ 2)", None, "wrong-type", "derivative(t ^ 2)", "a function, not a number"),
        ("integral(t, 0, 1)", None, "wrong-type", "integral(t, 0, 1)", "a function, not a number"),
        # types
        ("wave.z(1)", None, "wrong-type", "z", "it has y"),
        ("1 + g", None, "wrong-operands", "1 + g", "does not go with a function"),
        ('"a" + "b"', None, "wrong-operands", '"a" + "b"', "inside one string"),
        ("(1, 2) * (3, 4)", None, "wrong-operands", "(1, 2) * (3, 4)", "dot(p, q)"),
        ("(1, 2) + 3", None, "wrong-operands", "(1, 2) + 3", "a point and a number"),
        ("[1, 2] + [1]", None, "wrong-operands", "[1, 2] + [1]", "lists of 2 and 1"),
        ("A * [1, 2, 3]", None, "wrong-operands", "A * [1, 2, 3]", "2×2 matrix times a vector"),
        ("1 / A", None, "wrong-operands", "1 / A", "inverse"),
        ("true + 1", None, "wrong-operands", "true + 1", "a truth value"),
        ("1 < 2i", None, "wrong-operands", "1 < 2i", "abs(z)"),
        ("1 if 2 else 3", None, "wrong-type", "2", "true or false"),
        ("not 3", None, "wrong-type", "3", "like `x > 0`"),
        ('sqrt("x")', None, "wrong-type", 'sqrt("x")', "takes a number, not a text"),
        ("det([[1, 2]])", None, "wrong-type", "det([[1, 2]])", "square"),
        ("(1, 2, 3)", None, "wrong-type", "(1, 2, 3)", "two numbers, not 3"),
        ('(1, "a")', None, "wrong-type", '"a"', "two numbers, this is a text"),
        ("angle[0]", None, "wrong-type", "angle", "only lists have items"),
        ('xs["a"]', None, "wrong-type", '"a"', "counted from 0"),
        ("xs.y", None, "wrong-type", "y", "a list has no `.y`"),
        ("[i for i in 3]", None, "wrong-type", "3", "a range or a list"),
        ("wave", "number", "wrong-type", "wave", "a number is expected"),
        ('"5"', "number", "wrong-type", '"5"', "leave the quotes away: `5`"),
        ("(1, 2)", "length", "wrong-type", "(1, 2)", "`p.x` and `p.y`"),
        ("[1, 2]", "point", "wrong-type", "[1, 2]", "round brackets are points"),
        ("3", "point", "wrong-type", "3", "a point is expected here, this is a number"),
        ("(0, 5)", "interval", "wrong-type", "(0, 5)", "square brackets are lists"),
        ("3", "text", "wrong-type", "3", "put it in a string"),
        ('"gold"', "color", "wrong-type", '"gold"', "leave the quotes away: `gold`"),
        ("1", "flag", "wrong-type", "1", "true or false is expected"),
        ("[[1, 2], [3]]", "matrix", "wrong-type", "[[1, 2], [3]]", "rows of the same length"),
        ("sideways", "side", "wrong-type", "sideways", "write up, down, left or right"),
        ("dwn", "side", "wrong-type", "dwn", "did you mean `down`?"),
        ("[1, 2, 3]", "ticks", "wrong-type", "[1, 2, 3]", "[dx, dy]"),
        ("g", "number", "wrong-type", "g", "this is a function"),
        # units
        ("2", "duration", "wrong-unit", "2", "write `2s`"),
        ("2s", "number", "wrong-unit", "2s", "leave the unit away"),
        ("2 * 1s", None, "wrong-unit", "2 * 1s", "where time is asked for"),
        ("45deg", "length", "wrong-unit", "45deg", "leave `deg` away"),
        ("2s + 1", None, "wrong-operands", "2s + 1", "2s + 0.5s"),
        ("sqrt(2s)", None, "wrong-unit", "2s", "not a duration"),
        ("45", "angle", "angle-without-unit", "45", "`45deg`"),
        ("angle", "angle", "angle-without-unit", "angle", "`45deg`"),
        ("2 * 45", "angle", "angle-without-unit", "2 * 45", "90"),
        # bounds
        ("30", "opacity", "out-of-bounds", "30", "write `30%`"),
        ("-1", "length", "out-of-bounds", "-1", "not negative"),
        ("2.5", "count", "out-of-bounds", "2.5", "whole number"),
        ("-2", "count", "out-of-bounds", "-2", "not negative"),
        ("[5, 0]", "interval", "out-of-bounds", "[5, 0]", "write `[0, 5]`"),
        ("cell(6, 0)", None, "out-of-bounds", "cell(6, 0)", "rows and columns count from 0 to 5"),
        ("E5:B2", None, "out-of-bounds", "E5:B2", "from top left to bottom right"),
        # no value
        ("1 / 0", None, "no-value", "1 / 0", "division by zero"),
        ("log(0)", None, "no-value", "log(0)", "log of zero"),
        ("sqrt(-2)", None, "no-value", "sqrt(-2)", "negative"),
        ("(-8) ^ (1 / 3)", None, "no-value", "(-8) ^ (1 / 3)", "negative"),
        ("wave.y(9)", None, "no-value", "wave.y(9)", "reaches from 0 to 5, not to 9"),
        ("10 ^ 10 ^ 10", None, "no-value", "10 ^ 10 ^ 10", "too large"),
        ("g(1e200)", None, "no-value", "g(1e200)", "too large"),
        ("inverse([[1, 2], [2, 4]])", None, "no-value", "inverse([[1, 2], [2, 4]])", "no inverse"),
        ('"#{1 / 0}"', None, "no-value", "1 / 0", "division by zero"),
        # indices
        ("xs[3]", None, "index-out-of-range", "3", "there are 3, counted from 0"),
        ("xs[-1]", None, "index-out-of-range", "-1", "there are 3"),
        ("xs[0.5]", None, "index-out-of-range", "0.5", "whole number"),
        ("A[0, 2]", None, "index-out-of-range", "2", "there are 2"),
        # texts
        ('"#{g}"', None, "wrong-type", "g", "cannot be shown"),
        # loops
        ("0..1000000", None, "loop-too-long", "0..1000000", "too long"),
        ("0..3 step 0", None, "no-value", "0..3 step 0", "must not be zero"),
    ],
)
def test_one_finding_each(text: str, want: str | None, name: str, place: str, said: str) -> None:
    found = Bench(SCENE).bad(text, want)
    assert found[:2] == (name, place)
    assert said in found[2]


def test_declared_twice_shows_the_first() -> None:
    bench = Bench("let a = 1\nparam a = 2")
    (finding,) = bench.report.findings
    assert finding.name == "name-taken"
    assert bench.text[finding.related[0].span.start :].startswith("a = 1")


def test_recursion_is_refused() -> None:
    bench = Bench("let f(n) = 1 if n == 0 else n * f(n - 1)")
    (finding,) = bench.report.findings
    assert finding.name == "function-calls-itself"
    assert "iterate" in finding.help
    bench.value("f(3)")
    assert len(bench.report.findings) == 1


def test_what_stands_below_is_not_seen() -> None:
    bench = Bench("let a = b + 1\nlet b = 2")
    (finding,) = bench.report.findings
    assert finding.name == "used-before-declared"
    assert bench.text[finding.related[0].span.start :].startswith("b = 2")


def test_a_mistake_in_a_function_is_found_where_it_is_declared() -> None:
    bench = Bench("let f(x) = x + undeclared\nlet a = f(1)\nlet b = f(2)")
    assert [f.name for f in bench.report.findings] == ["unknown-name"]


def test_constants_may_not_follow_params() -> None:
    bench = Bench("param t = 1\nlet k = 2 * t")
    bench.evaluator.constant(bench.expr("k + 1"), bench.scope, "number")
    (finding,) = bench.report.findings
    assert finding.name == "follows-a-param" and "`t`" in finding.message


def test_names_that_could_not_be_read_are_not_unknown() -> None:
    bench = Bench()
    bench.scope.parent = bench.scope.file(lost=("orbit",))
    assert not bench.value("orbit + 1") and not bench.value("orbit(2)")
    assert bench.report.findings == []


def test_loops_may_not_follow_params() -> None:
    bench = Bench("param n = 3")
    bench.evaluator.iterable(bench.expr("0..n"), bench.scope)
    assert [f.name for f in bench.report.findings] == ["follows-a-param"]


def test_loops_are_bounded() -> None:
    bench = Bench()
    bench.evaluator.iterable(bench.expr("1..1001"), bench.scope, 1000, "objects")
    (finding,) = bench.report.findings
    assert finding.name == "loop-too-long" and "1,001" in finding.message


@pytest.mark.parametrize(
    ("lets", "text"),
    [
        ("let f(x) = sum([x + i for i in 1..90000])", "sum([f(i) for i in 1..90000])"),
        ("let f(x) = iterate((y) -> y * y % 1009 + 1, x, 90000)",
         "iterate((y) -> y + f(y), 1, 90000)"),
        ("let a(x) = x + 1\n" + "\n".join(
            f"let {b}(x) = {a}({a}(x))" for a, b in zip("abcdfghjklmn", "bcdfghjklmno", strict=True)
         ) + "\nlet q(x) = " + "o(" * 20 + "x" + ")" * 20, "iterate(q, 0, 90000)"),
        ("let f(x) = integral((y) -> integral((z) -> sin(100 * x * y * z), 0, 9), 0, 9)",
         "integral(f, 0, 9)"),
        ("", "solve(y' = integral((x) -> sin(1000 * x * y) / x, 0, 9); y=1; t=[0, 5])"),
        ("", "[[[k for k in 0..99] for j in 0..999] for i in 0..999]"),
    ],
)
def test_nothing_hangs(lets: str, text: str) -> None:
    bench = Bench(lets)
    bench.value(text)
    assert {f.name for f in bench.report.findings} <= {"too-much-work", "no-value"}


@pytest.mark.parametrize("text", [
    "(" * 150 + "1" + ")" * 150, "-" * 300 + "1", "1" + " + 1" * 5000,
    "1" + " ^ 1" * 300, "[" * 150 + "]" * 150, "true" + " and true" * 3000,
])
def test_deep_expressions_never_break_it(text: str) -> None:
    bench = Bench()
    found = bench.evaluator
    from c2v_dsl.syntax import parse_expression

    result = parse_expression(text)
    if result.expr is not None:
        found.value(result.expr, bench.scope)
    assert {f.name for f in bench.report.findings} <= {"too-much-work"}


def test_code_that_grows_too_long_is_a_finding() -> None:
    bench = Bench("param t = 0")
    scope = bench.scope.block(repeats=True)
    inside = "t"
    rounds = 0
    for rounds in range(12):  # noqa: B007
        expr = bench.expr(f"sin({inside}) * cos({inside})")
        bench.evaluator.bind("a", bench.evaluator.argument(expr, scope), scope, expr.span)
        value = bench.evaluator.value(bench.expr("a"), scope)
        inside = "a"
        if not value:
            break
        compile(value.python, "live", "eval")
    assert 5 < rounds < 11
    assert [f.name for f in bench.report.findings] == ["too-much-work"]
