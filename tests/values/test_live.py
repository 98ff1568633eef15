"""What follows a param: the Python it becomes, what it reads, where it begins."""

from __future__ import annotations

from typing import Any

import pytest
from values_help import Bench

from c2v_dsl.semantics.lowered import Function, Live, Ref
from c2v_dsl.semantics.scope import MISSING
from c2v_dsl.semantics.values import C, L, P

FILE = """
    let A = [[2, 1], [0, 1.5]]
    let sq(x) = x ^ 2
"""
SCENE = """
    param t = 0
    param day = 3
    let k = 2
    let wave(x) = sin(k * x - t)
    let both(x) = wave(x) + sq(x)
    let twice = 2 * t
    let xs = [4, 5, 6]
    let decay = solve(y' = -0.5 * y; y=3; t=[0, 10])
    let slope = derivative(wave)
    let class = 7
    let line(x) = x + t
"""


@pytest.mark.parametrize(
    ("text", "python", "initial"),
    [
        ("t", "p.t", 0),
        ("2 * t + 1", "2 * p.t + 1", 1),
        ("2 * (t + 1)", "2 * (p.t + 1)", 2),
        ("1 - (t - 2)", "1 - (p.t - 2)", 3),
        ("(1 - t) - 2", "1 - p.t - 2", -1),
        ("-t ^ 2", "-p.t**2", 0),
        ("(-day) ^ 2", "(-p.day)**2", 9),
        ("day ^ 0.5", "power(p.day, 0.5)", 3**0.5),
        ("2 ^ day", "power(2, p.day)", 8),
        ("day ^ -1", "power(p.day, -1)", 1 / 3),
        ("day % 2", "p.day % 2", 1),
        ("mix((1, 1), A * (1, 1), t)", "mix(P(1, 1), A * P(1, 1), p.t)", P(1, 1)),
        ("A * (t, 1)", "A * P(p.t, 1)", P(1, 1.5)),
        ("pi * day", "pi * p.day", None),
        ("(3 * 4) * day", "12 * p.day", 36),
        ("sqrt(16) * day", "4 * p.day", 12),
        ("k * day", "k * p.day", 6),
        ("sq(day)", "sq(p.day)", 9),
        ("sq(5) + t", "25 + p.t", 25),
        ("wave(1)", "wave(1)", None),
        ("both(day)", "both(p.day)", None),
        ("twice + 1", "twice() + 1", 1),
        ("decay.y(day)", "decay.y(p.day)", None),
        ("slope(day)", "slope(p.day)", None),
        ("xs[t]", "xs[p.t]", 4),
        ("xs[0] + t", "xs[0] + p.t", 4),
        ("class + t", "class_ + p.t", 7),
        ("line(1)", "line_(1)", 1),
        ("[t ^ n for n in 0..2]", "L(*(power(p.t, n) for n in span(0, 2)))", L(1, 0, 0)),
        ("[x for x in xs if x > day + 1]", "L(*(x for x in xs if x > p.day + 1))", L(5, 6)),
        ("sum([i * t for i in 1..3])", "sum(L(*(i * p.t for i in span(1, 3))))", 0),
        ("0..day", "span(0, p.day)", L(0, 1, 2, 3)),
        ("red if t > 1 else blue", 'C("red") if p.t > 1 else C("blue")', C("blue")),
        ("(1 if t > 1 else 2) * 3", "(1 if p.t > 1 else 2) * 3", 6),
        ("0 <= t < day and not t == 1", "0 <= p.t < p.day and not p.t == 1", True),
        ("t > 1 or day > 1", "p.t > 1 or p.day > 1", True),
        ("false or t > 1", "p.t > 1", False),
        ("1 / t", "1 / p.t", None),
        ("log(t)", "log(p.t)", None),
        ('"t = #{t:.1} s"', '"t = " + show(p.t, ".1") + " s"', "t = 0.0 s"),
        ('"#{day}"', "show(p.day)", "3"),
        (r'"\det A = #{det(A):.0}, #{t}"', r'r"\det A = 3, " + show(p.t)', r"\det A = 3, 0"),
        ("(t, day)", "P(p.t, p.day)", P(0, 3)),
        ("[t, 1]", "L(p.t, 1)", L(0, 1)),
        ("(1, 2) if t == 0 else (3, 4)", "P(1, 2) if p.t == 0 else P(3, 4)", P(1, 2)),
        ("integral((x) -> x + t, 0, 1)", "integral(lambda x: x + p.t, 0, 1)", None),
        ("iterate((x) -> x + day, 0, 3)", "iterate(lambda x: x + p.day, 0, 3)", 9),
        ("dot((t, 1), (1, 2))", "dot_product(P(p.t, 1), P(1, 2))", 2),
        ("cell(t, 2)", "cell(p.t, 2)", None),
        ("(2 + 3i) * t", "(2+3j) * p.t", 0j),
        ("mix(red, blue, t)", 'mix(C("red"), C("blue"), p.t)', C("red")),
        ("max(t, day, 1)", "max(p.t, p.day, 1)", 3),
    ],
)
def test_what_becomes_of_it(text: str, python: str, initial: Any) -> None:
    bench = Bench(SCENE, FILE)
    live = bench.good(text)
    assert isinstance(live, Live)
    assert live.python == python
    if initial is not None:
        assert live.initial == initial
    compile(live.python, "live", "eval")


def test_params_are_found_through_lets_and_functions() -> None:
    bench = Bench(SCENE, FILE)
    assert bench.good("both(1)").params == ("t",)
    assert bench.good("both(day)").params == ("day", "t")
    assert bench.good("twice").params == ("t",)
    assert bench.good("sq(day)").params == ("day",)


def test_definitions_are_given_in_order_and_only_where_used() -> None:
    bench = Bench(SCENE, FILE)
    assert bench.scope.definitions() == ()
    bench.good("both(day) + twice")
    names = [(d.name, d.params, d.python, d.scope) for d in bench.scope.definitions()]
    assert names == [
        ("sq", ("x",), "x**2", "file"),
        ("k", None, "2", "scene"),
        ("wave", ("x",), "sin(k * x - p.t)", "scene"),
        ("both", ("x",), "wave(x) + sq(x)", "scene"),
        ("twice", (), "2 * p.t", "scene"),
    ]
    bench.good("decay.y(t) + xs[t] + slope(t)")
    found = {d.name: d.python for d in bench.scope.definitions()}
    assert found["decay"] == "solve(lambda t, y: -0.5 * y, L(0, 10), y=3)"
    assert found["xs"] == "L(4, 5, 6)"
    assert found["slope"] == "derivative(wave)"


def test_names_that_are_taken_in_emitted_code() -> None:
    bench = Bench(
        "param t = 0\nlet circle(o) = o + t\nlet k = 3\nlet def = k * t\nlet p = (1, 2)",
        file="let k = 2\nlet f(x) = k * x",
    )
    assert bench.good("circle(k)").python == "circle_(k_2)"
    assert bench.good("f(t) + def").python == "f(p.t) + def_()"
    assert bench.good("p.x * t").python == "p_.x * p.t"
    bench.good("circle(1) + f(t)")
    found = {d.name: (d.params, d.python) for d in bench.scope.definitions()}
    assert found["circle_"] == (("o_",), "o_ + p.t")
    assert found["f"] == (("x",), "k * x") and found["k"][1] == "2" and found["k_2"][1] == "3"


def test_loops_are_written_out() -> None:
    bench = Bench("param t = 0\nlet f(i) = i * t")
    clause = bench.expr("[0 for i in 0..2 if i != 1]").clauses[0]
    codes = []
    for value, scope in bench.evaluator.loop(clause, bench.scope, 10):
        live = bench.evaluator.value(bench.expr("f(i) + 2 * i + t"), scope)
        codes.append((value, live.python))
    assert codes == [(0, "f(0) + 0 + p.t"), (2, "f(2) + 4 + p.t")]


def test_lets_in_loops_are_written_out_too() -> None:
    from c2v_dsl.syntax import parse, tree

    bench = Bench("param t = 0")
    text = "c2v 1\nlet a = 2 * i * t\nlet g(x) = x + a"
    scope = bench.scope.block(repeats=True)
    scope.bind("i", "loop", 3, tree.Span(0, 0, ""))
    for let in parse(text).tree.items:
        assert isinstance(let, tree.Let)
        bench.evaluator.declare_let(let, scope)
    assert bench.evaluator.value(bench.expr("a + 1"), scope).python == "6 * p.t + 1"
    assert bench.evaluator.value(bench.expr("g(5) * 2"), scope).python == "(5 + 6 * p.t) * 2"
    function = bench.evaluator.function(bench.expr("g"), scope)
    assert function == Function("lambda x: x + 6 * p.t", ("t",))
    assert bench.scope.definitions() == ()


@pytest.mark.parametrize(
    ("text", "variables", "python", "params"),
    [
        ("x ^ 2", ("x",), "lambda x: x**2", ()),
        ("x ^ 2 + t", ("x",), "lambda x: x**2 + p.t", ("t",)),
        ("sq", ("x",), "sq", ()),
        ("wave", ("x",), "wave", ("t",)),
        ("sin", ("x",), "sin", ()),
        ("(u) -> u * k", ("x",), "lambda u: u * k", ()),
        ("(u, v) -> u * v", ("x", "y"), "lambda u, v: u * v", ()),
        ("x * y", ("x", "y"), "lambda x, y: x * y", ()),
        ("3", ("x",), "lambda x: 3", ()),
        ("decay.y", ("x",), "decay.y", ()),
        ("derivative(sq)", ("x",), "derivative(sq)", ()),
        ("derivative((u) -> u ^ 3)", ("x",), "derivative(lambda u: u**3)", ()),
        ("xs[0] * x", ("x",), "lambda x: xs[0] * x", ()),
        ("1 if x > 0 else 2", ("x",), "lambda x: 1 if x > 0 else 2", ()),
        ("sum([x ^ n / factorial(n) for n in 0..5])", ("x",),
         "lambda x: sum(L(*(power(x, n) / factorial(n) for n in span(0, 5))))", ()),
        ("(q) -> (q.x, q.y + t)", ("x",), "lambda q: P(q.x, q.y + p.t)", ("t",)),
        ("(q) -> A * q", ("x",), "lambda q: A * q", ()),
        ("integral((s) -> exp(-s * s), 0, x)", ("x",),
         "lambda x: integral(lambda s: exp(-s * s), 0, x)", ()),
    ],
)
def test_functions(
    text: str, variables: tuple[str, ...], python: str, params: tuple[str, ...]
) -> None:
    bench = Bench(SCENE, FILE)
    function = bench.evaluator.function(bench.expr(text), bench.scope, variables)
    assert bench.report.findings == []
    assert function == Function(python, params)
    compile(function.python, "function", "eval")


@pytest.mark.parametrize(
    ("text", "variables", "said"),
    [
        ("sq", ("x", "y"), "a function of 2 variables"),
        ("(u, v) -> u", ("x",), "a function of 1 variable"),
        ('"x"', ("x",), "text"),
        ("red", ("x",), "colour"),
        ("sqrt((x, x))", ("x",), ""),
        ("z ^ 2", ("x",), "called `z`"),
    ],
)
def test_what_is_no_function(text: str, variables: tuple[str, ...], said: str) -> None:
    bench = Bench(SCENE, FILE)
    value = bench.evaluator.function(bench.expr(text), bench.scope, variables)
    if said:
        assert value is MISSING
        (finding,) = bench.report.findings
        assert said in finding.message


def test_objects_are_read() -> None:
    bench = Bench("param t = 0", objects=("a", "b", "line", "family"))
    assert bench.good("a") == Ref("a")
    assert bench.good("a", "point") == Ref("a")
    assert bench.good("family", "objects") == (Ref("family[0]"), Ref("family[1]"))
    live = bench.good("mix(a, b, 0.5)")
    assert live == Live("mix(o.a.center, o.b.center, 0.5)", (), ("a", "b"), None)
    assert bench.good("a.x + t") == Live("o.a.x + p.t", ("t",), ("a",), None)
    assert bench.good("line.start", "point") == Live("o.line.start", (), ("line",), None)
    assert bench.good("(a.x, 0)", "point").python == "P(o.a.x, 0)"
    assert bench.good("norm(a - b)").python == "norm(o.a.center - o.b.center)"
    assert bench.good("family[1].y").python == "o.family[1].y"
    assert bench.good('"#{a.x:.1}"').python == 'show(o.a.x, ".1")'
    mixed = bench.good("[a, (1, 2), (t, 0)]", "points")
    assert mixed == (Ref("a"), P(1, 2), Live("P(p.t, 0)", ("t",), (), P(0, 0)))
    assert bench.evaluator.iterable(bench.expr("[a, b]"), bench.scope) == (Ref("a"), Ref("b"))
    assert bench.evaluator.iterable(bench.expr("family"), bench.scope) == (
        Ref("family[0]"), Ref("family[1]"))


def test_several_objects_are_no_point() -> None:
    bench = Bench(objects=("family",))
    assert bench.bad("family", "point")[0] == "one-object-expected"
    assert bench.bad("mix(family, (0, 0), 0.5)")[0] == "one-object-expected"


def test_a_complex_number_serves_as_a_live_point() -> None:
    bench = Bench("param t = 1")
    assert bench.good("t * (1 + 2i)", "point") == Live(
        "P(p.t * (1+2j))", ("t",), (), P(1, 2))


def test_live_values_are_checked_by_how_they_begin() -> None:
    bench = Bench("param t = 1")
    assert bench.bad("(t, 1)", "number")[0] == "wrong-type"
    assert bench.bad("t", "text")[0] == "wrong-type"
    assert bench.bad("sqrt((t, 1) < 2)")[0] == "wrong-operands"
    assert bench.bad("t * 1s", "duration")[0] == "follows-a-param"


def test_arguments_travel_into_other_scopes() -> None:
    bench = Bench("param t = 1\nlet f(x) = x + t")
    inner = bench.file_scope.block(repeats=True)
    for name, text in (("g", "f"), ("h", "(x) -> 2 * x"), ("s", "2 * t"), ("d", "2s")):
        expr = bench.expr(text)
        bench.evaluator.bind(name, bench.evaluator.argument(expr, bench.scope), inner, expr.span)

    def code(text: str) -> Any:
        return bench.evaluator.value(bench.expr(text), inner)

    assert code("g(3)").python == "f(3)" and code("g(3)").initial == 4
    assert code("h(3)") == 6
    assert code("h(s)").python == "2 * (2 * p.t)"
    assert bench.evaluator.value(bench.expr("d * 2"), inner, "duration") == 4.0
    public = bench.evaluator.value(bench.expr("f"), bench.scope)
    bench.evaluator.bind("k", public, inner, bench.expr("f").span)
    assert code("k(1)").initial == 2


def test_equations_follow_params_but_their_times_and_first_values_do_not() -> None:
    bench = Bench("""
        param r = -1
        param k = 0
        let run = solve(y' = r * y; y=1; t=[0, 1])
        let rate(r) = solve(y' = r * y; y=1; t=[0, 1])
        let runs = [rate(-1), rate(-2)]
    """)
    assert bench.good("run.y(1)").python == "run().y(1)"
    assert abs(bench.good("run.y(1)").initial - 0.36787944) < 1e-6
    assert bench.good("runs[k].y(1)").python == "runs[p.k].y(1)"
    assert abs(bench.good("runs[k].y(1)").initial - 0.36787944) < 1e-6
    whole = bench.good("run.y", "function")
    assert whole.python == "lambda x: run().y(x)"
    assert bench.bad("run.z")[0] == "wrong-type"
    assert bench.bad("run.y(1, 2)")[0] == "wrong-arguments"
    assert bench.bad("solve(y' = y; y=r; t=[0, 1])")[0] == "follows-a-param"
    assert bench.bad("solve(y' = y; y=1; t=[0, r])")[0] == "follows-a-param"


def test_equations_inside_functions() -> None:
    bench = Bench("""
        let after(r, d) = quick(r).y * 1 if false else r * d
        let run(r) = solve(y' = r * y; y=1; t=[0, 1])
        let slow = run(-1)
    """.replace("let after(r, d) = quick(r).y * 1 if false else r * d", ""))
    assert abs(bench.good("slow.y(1)") - 0.36787944) < 1e-6


def test_variables_never_catch_one_another() -> None:
    from c2v_dsl.syntax import parse, tree

    bench = Bench("param t = 0", file="let x = 5")
    text = ("c2v 1\nlet area(a) = integral((x) -> x + a, 0, 1)\n"
            "let rows(a) = sum([a * x for x in 1..3])\n")
    scope = bench.scope.block(repeats=True)
    for let in parse(text).tree.items:
        assert isinstance(let, tree.Let)
        bench.evaluator.declare_let(let, scope)

    def function(text: str) -> str:
        return str(bench.evaluator.function(bench.expr(text), scope).python)

    assert function("area(x)") == "lambda x: integral(lambda x_2: x_2 + x, 0, 1)"
    assert function("rows(x)") == "lambda x: sum(L(*(x * x_2 for x_2 in span(1, 3))))"
    scene = Bench("param t = 0\nlet x = 3\nlet f(x_2) = x_2 + x + t", file="let x = 5")
    assert scene.good("f(1)").initial == 4
    found = {d.name: (d.params, d.python) for d in scene.scope.definitions()}
    assert found["f"] == (("x_2_2",), "x_2_2 + x_2 + p.t")
