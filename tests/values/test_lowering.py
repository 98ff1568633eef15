"""The Python that expressions become says what the evaluator says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from values_help import Bench

from c2v_dsl.semantics import values
from c2v_dsl.semantics.evaluate import Evaluator
from c2v_dsl.semantics.lowered import Function, Live
from c2v_dsl.semantics.report import Report
from c2v_dsl.semantics.scope import MISSING

FILE = "let A = [[2, 1], [1, 3]]\nlet c = 3\nlet sq(x) = x ^ 2"
SCENE = """
    param t = {t}
    param u = {u}
    let k = 2 * c
    let w(x) = sq(x) - t * x
    let v(x, y) = w(x) + y * u
    let live = t + u
    let xs = [1, 2, 5]
"""

small = st.integers(0, 9).map(str) | st.sampled_from(["0.5", "1.25", "40%", "90deg", "2.0"])
names = st.sampled_from(["t", "u", "t", "u", "c", "k", "pi", "live"])


def numbers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    conditions = st.builds(
        lambda a, op, b: f"{a} {op} {b}", inner,
        st.sampled_from(["<", "<=", "==", "!=", ">"]), inner
    )
    logic = st.builds(
        lambda a, op, b: f"({a}) {op} ({b})", conditions, st.sampled_from(["and", "or"]), conditions
    )
    conditions = conditions | logic | conditions.map(lambda c: f"not ({c})")
    return st.one_of(
        st.builds(lambda a, op, b: f"{a} {op} {b}", inner, st.sampled_from("+-*/%^"), inner),
        st.builds(lambda a: f"({a})", inner),
        st.builds(lambda a: f"-{a}", inner),
        st.builds(lambda f, a: f"{f}({a})",
                  st.sampled_from(["sin", "abs", "floor", "sqrt", "exp", "log", "sq", "w", "sign",
                                   "round"]), inner),
        st.builds(lambda f, a, b: f"{f}({a}, {b})",
                  st.sampled_from(["max", "min", "v", "atan2"]), inner, inner),
        st.builds(lambda a, b: f"dot(A * ({a}, {b}), (1, {a}))", inner, inner),
        st.builds(lambda a, c, b: f"({a} if {c} else {b})", inner, conditions, inner),
        st.builds(lambda a: f"sum([{a} * n for n in 1..3])", inner),
        st.builds(lambda a: f"xs[{a}]", inner),
        st.builds(lambda a, b: f"mix({a}, {b}, t)", inner, inner),
        st.builds(lambda a: f"iterate((x) -> x / 2 + {a}, 1, 3)", inner),
        st.builds(lambda a, b: f"norm((A - A) * ({a}, {b}) + ({b}, {a}) * 2)", inner, inner),
    )


expressions = st.recursive(small | names, numbers, max_leaves=8)
params = st.sampled_from([0, 1, 2, -1, 0.5, -2.25, 3])


def same(a: Any, b: Any) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, str) or isinstance(b, str) or isinstance(a, bool):
        return bool(a == b)
    return bool(a == b) or abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))


def bench_with(t: float, u: float) -> Bench:
    return Bench(SCENE.format(t=t, u=u), FILE)


def run(bench: Bench, python: str, t: float, u: float) -> Any:
    """What emitted code gives: the definitions above, then the expression."""
    space: dict[str, Any] = {name: getattr(values, name) for name in values.EMITTED}
    space["p"] = SimpleNamespace(t=t, u=u)
    for definition in bench.scope.definitions():
        if definition.params is None:
            source = f"{definition.name} = {definition.python}"
        else:
            source = (f"def {definition.name}({', '.join(definition.params)}):\n"
                      f"    return {definition.python}")
        exec(source, space)
    try:
        value = eval(python, space)
        values.finite(value)
        values.show(value)
    except ArithmeticError:
        return MISSING
    return value


def evaluated(text: str, t: float, u: float) -> Any:
    """The value for these params, worked out as a constant."""
    scene = SCENE.format(t=t, u=u).replace("param", "let")
    bench = Bench(scene, FILE)
    bench.report.findings.clear()
    return bench.value(text)


@settings(max_examples=120, deadline=None)
@given(expressions, params, params, params, params)
def test_emitted_code_agrees_with_the_evaluator(
    text: str, t: float, u: float, later_t: float, later_u: float
) -> None:
    bench = bench_with(t, u)
    bench.report.findings.clear()
    live = bench.value(text)
    if live is MISSING:
        assert evaluated(text, t, u) is MISSING or bench.report.findings
        return
    for now_t, now_u in ((t, u), (later_t, later_u)):
        expected = evaluated(text, now_t, now_u)
        python = live.python if isinstance(live, Live) else repr(live)
        found = run(bench, python, now_t, now_u)
        if expected is not MISSING and found is not MISSING:
            assert same(found, expected), (python, found, expected)
        elif expected is not MISSING:
            raise AssertionError((python, "has no value, expected", expected))
        else:
            # Emitted code may go through an infinity that the evaluator refuses at once.
            assert found is MISSING or "exp" in text or "^" in text or "sq" in text, (python, found)
    if isinstance(live, Live) and live.initial is not None:
        assert same(live.initial, run(bench, live.python, t, u))


@settings(max_examples=60, deadline=None)
@given(expressions, params, params)
def test_functions_agree_with_calls(text: str, t: float, x: float) -> None:
    bench = bench_with(t, 1)
    bench.report.findings.clear()
    text = text.replace("u", "x").replace("roxnd", "round").replace("sxm", "sum")
    function = bench.evaluator.function(bench.expr(text), bench.scope)
    if not isinstance(function, Function):
        return
    found = run(bench, f"({function.python})({x!r})", t, 1)
    scene = SCENE.format(t=t, u=1).replace("param", "let") + f"\nlet x = {x}"
    constant = Bench(scene, FILE)
    constant.report.findings.clear()
    expected = constant.value(text)
    if found is not MISSING and expected is not MISSING:
        assert same(found, expected)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["abc ", r"\frac", "{x}", '\\"', "t=#{t}", "#{t:.1}", "#{u:+.2}",
                                 "#{sq(t)}", "#{c}", "$", "ü"]), min_size=1, max_size=5), params)
def test_texts_agree(pieces: list[str], t: float) -> None:
    text = '"' + "".join(pieces) + '"'
    bench = bench_with(t, 2)
    live = bench.good(text)
    expected = evaluated(text, t, 2)
    found = run(bench, live.python, t, 2) if isinstance(live, Live) else live
    assert found == expected


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(),
                 st.complex_numbers(allow_nan=False, allow_infinity=False), st.text(),
                 st.booleans()))
def test_literals_come_back(value: Any) -> None:
    from c2v_dsl.semantics.lower import literal

    code, _ = literal(value)
    back = eval(code)
    assert back == value and (isinstance(back, bool) == isinstance(value, bool))


def test_an_evaluator_needs_no_scene() -> None:
    assert Evaluator(Report()).resolve is None
