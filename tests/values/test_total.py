"""Whatever an expression is and whatever is wanted of it: a value or findings, never more."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from values_help import Bench

from c2v_dsl.semantics.evaluate_functions import BUILTINS
from c2v_dsl.semantics.evaluate_types import OBJECT_WANTS
from c2v_dsl.semantics.lowered import Function, Live
from c2v_dsl.semantics.scope import MISSING
from c2v_dsl.semantics.vocabulary.declare import ArgType
from c2v_dsl.syntax import parse_expression

LETS = """
    param t = 0
    param u = -1.5
    let f(x) = x ^ 2 - t
    let g(x, y) = (x, y)
    let xs = [1, (2, 3), [4, 5]]
    let ys = [1, 2, 3]
    let M = [[1, 2], [3, 4]]
    let z = 3 + 2i
    let sol = solve(s' = -s, r' = s; s=1, r=0; t=[0, 5])
    let live = [t, 2 * t]
    let make(a) = (x) -> x + a
    let word = "abc"
    let long = 2s
    let broken = nothing
    let q = (1, t)
"""

_WORDS = (
    "0 1 2 -1 0.5 1e9 2s 40% 90deg 3i 45 t u f g xs ys M z sol sol.s live make word long broken q "
    'gold red #ff00aa B2 A1:C3 true false none pi e tau "a" "#{t}" "#{z:.1}" a b family family[0] '
    "a.x b.center x up True UP range sin len unknown ys[1] M[0,1] xs[1] live[0] a[0]"
)
ATOMS = st.sampled_from(_WORDS.split())
NAMES = [*BUILTINS, "f", "g", "make", "sol.r", "unknown", "circle", "range", "word", "t"]


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds(lambda a, op, b: f"({a} {op} {b})", inner,
                  st.sampled_from(["+", "-", "*", "/", "^", "%", "<", "==", ">=", "and", "or"]),
                  inner),
        st.builds(lambda op, a: f"({op} {a})", st.sampled_from(["-", "not", "+"]), inner),
        st.builds(lambda name, args: f"{name}({', '.join(args)})", st.sampled_from(NAMES),
                  st.lists(inner, max_size=3)),
        st.builds(lambda a, c, b: f"({a} if {c} else {b})", inner, inner, inner),
        st.builds(lambda items: f"[{', '.join(items)}]", st.lists(inner, max_size=3)),
        st.builds(lambda a, b: f"({a}, {b})", inner, inner),
        st.builds(lambda a, b, c: f"[{a} for x in {b} if {c}]", inner, inner, inner),
        st.builds(lambda a, b: f"[{a} for i in ({b})..3]", inner, inner),
        st.builds(lambda a: f"((x) -> {a})", inner),
        st.builds(lambda a, b: f"iterate((x) -> {a}, {b}, 3)", inner, inner),
        st.builds(lambda a, b: f"integral((x) -> {a}, 0, {b})", inner, inner),
        st.builds(lambda a, b: f"solve(x' = {a}; x={b}; s=[0, 1])", inner, inner),
        st.builds(lambda a, n: f"{n}[{a}]", inner, st.sampled_from(["xs", "ys", "M", "live", "t"])),
        st.builds(lambda a: f'"v #{{{a}}}"', inner.filter(lambda text: '"' not in text)),
    )


EXPRESSIONS = st.recursive(ATOMS, grown, max_leaves=7)
WANTS = st.sampled_from([None, *get_args(ArgType), "duration", "place", "list"])
BENCH = Bench(LETS, objects=("a", "b", "family"))


@settings(max_examples=400, deadline=2000)
@given(EXPRESSIONS, WANTS)
def test_evaluation_is_total(text: str, want: str | None) -> None:
    parsed = parse_expression(text)
    if parsed.expr is None:
        return
    BENCH.report.findings.clear()
    BENCH.report._seen.clear()
    value = BENCH.evaluator.value(parsed.expr, BENCH.scope, want)
    if value is MISSING and want not in OBJECT_WANTS:
        assert BENCH.report.findings or parsed.findings or _quiet(text), text
    if isinstance(value, (Live, Function)):
        compile(value.python, "emitted", "eval")


def _quiet(text: str) -> bool:
    """Whether something in ``text`` was reported where it was declared, or is an object."""
    return any(word in text for word in ("broken", "a[0]", "family", "a.", "b.", "a", "b"))


@settings(max_examples=150, deadline=2000)
@given(EXPRESSIONS, st.sampled_from([("x",), ("x", "y"), ("t",)]))
def test_functions_are_total(text: str, variables: tuple[str, ...]) -> None:
    parsed = parse_expression(text)
    if parsed.expr is None:
        return
    function = BENCH.evaluator.function(parsed.expr, BENCH.scope, variables)
    if function is not MISSING:
        assert isinstance(function, Function)
        compile(function.python, "emitted", "eval")
    BENCH.evaluator.iterable(parsed.expr, BENCH.scope)
    BENCH.evaluator.constant(parsed.expr, BENCH.scope, "number")


def test_names_of_the_stage_are_taken() -> None:
    """No let can hide what emitted code imports."""
    import pytest

    stage = pytest.importorskip("c2v_dsl.stage")
    from c2v_dsl.semantics.lower import TAKEN

    assert set(stage.__all__) <= TAKEN
