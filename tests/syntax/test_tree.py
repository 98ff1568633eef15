"""Which nodes a text becomes, and where they stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.syntax import parse, parse_expression
from c2v_dsl.syntax import tree as t
from c2v_dsl.syntax.strings import text_offset

EVERYTHING = Path(__file__).parents[1] / "corpus" / "valid" / "everything.c2v"


def shape(node: Any) -> Any:
    """A node as nested tuples without spans, short enough to be read in a test."""
    if isinstance(node, tuple):
        return tuple(map(shape, node))
    if isinstance(node, (t.Ident, t.Name, t.CellRef, t.Color)):
        return node.text
    if isinstance(node, t.Number):
        return f"{node.value}{node.unit}"
    if isinstance(node, t.Str):
        return ("Str", *map(shape, node.pieces))
    if is_dataclass(node):
        return (type(node).__name__, *(
            shape(getattr(node, field.name)) for field in fields(node) if field.name != "span"
        ))
    return node


def expression(text: str) -> Any:
    result = parse_expression(text)
    assert result.findings == (), result.findings
    return shape(result.expr)


def scene(inside: str) -> t.SceneBody:
    result = parse(f"c2v 1\nscene s {{\n{inside}\n}}")
    assert result.findings == (), result.findings
    (item,) = result.tree.items
    assert isinstance(item, t.Scene) and item.body is not None
    return item.body


def objects(inside: str) -> tuple[t.ObjectItem, ...]:
    return scene(f"objects {{\n{inside}\n}}").objects[0].body


def actions(inside: str) -> tuple[t.Action, ...]:
    return scene(f"beat b {{\n{inside}\n}}").beats[0].body


@pytest.mark.parametrize(("text", "wanted"), [
    ("1 + 2 * 3", ("Binary", "+", "1", ("Binary", "*", "2", "3"))),
    ("a - b - c", ("Binary", "-", ("Binary", "-", "a", "b"), "c")),
    ("-x^2", ("Unary", "-", ("Binary", "^", "x", "2"))),
    ("2 ** 3 ^ -1", ("Binary", "^", "2", ("Binary", "^", "3", ("Unary", "-", "1")))),
    ("10 % 3", ("Binary", "%", "10", "3")),
    ("not a == b and c", (
        "Binary", "and", ("Unary", "not", ("Compare", "a", (("==", "b"),))), "c")),
    ("0 <= x < 1", ("Compare", "0", (("<=", "x"), ("<", "1")))),
    ("a if c else b", ("IfElse", "a", "c", "b")),
    ("40%", "40%"), ("1.5s", "1.5s"), ("500ms", "500ms"), ("90deg", "90deg"), ("2i", "2i"),
    ("1e3", "1000.0"), ("#FFcc00", "#FFcc00"), ("B2", "B2"), ("B2:E5", ("AreaRef", "B2", "E5")),
    ("(1)", ("Paren", "1")), ("(1, 2)", ("Tuple", ("1", "2"))), ("[]", ("ListExpr", ())),
    ("1..n step 2", ("Range", "1", "n", "2")),
    ("x -> x", ("Lambda", ("x",), "x")), ("(x) -> x", ("Lambda", ("x",), "x")),
    ("(u, v) -> u * v", ("Lambda", ("u", "v"), ("Binary", "*", "u", "v"))),
    ("[i for i in 0..3 if i != 1]", (
        "Comprehension", "i",
        (("ForClause", "i", ("Range", "0", "3", None), ("Compare", "i", (("!=", "1"),))),))),
    ("t[1, all].char[0]", ("Index", ("Attr", ("Index", "t", ("1", ("All",))), "char"), ("0",))),
    ("arc(from=0, to=1)", ("Call", "arc", (("Arg", "from", "0", 0), ("Arg", "to", "1", 0)))),
    ("solve(S' = -S; S=1)", ("Call", "solve", (
        ("Arg", None, ("Equation", "S", ("Unary", "-", "S")), 0), ("Arg", "S", "1", 1)))),
    ("e.S(3)", ("Call", ("Attr", "e", "S"), (("Arg", None, "3", 0),))),
])
def test_values(text: str, wanted: Any) -> None:
    assert expression(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ('"a"', ("Str", "a")), ('""', ("Str",)),
    (r'"\det A = #{a:.2}!"', ("Str", "\\det A = ", ("Interp", "a", ".2"), "!")),
    (r'"say \"hi\" \# \\ "', ("Str", 'say "hi" # \\\\ ')),
    (r'"x_{n+1}"', ("Str", "x_{n+1}")),
    ('"""two\nlines"""', ("Str", "two\nlines")),
    ('code("#{x}")', ("Call", "code", (("Arg", None, ("Str", "#{x}"), 0),))),
])
def test_strings(text: str, wanted: Any) -> None:
    assert expression(text) == wanted


def test_places_and_styles() -> None:
    found = shape(objects(
        "a = circle(r=1) below b gap 0.2 align left color gold fill (c) (0.3 * t) dashed layer -1\n"
        "b = dot(p) on ax at (1, 2)\n"
        "d = text(\"x\") between a, b"
    ))
    assert found[0][4:6] == (
        (("Place", "below", ("b",), "0.2", "left"),),
        (
            ("Style", "color", ("gold",)),
            ("Style", "fill", (("Paren", "c"), ("Paren", ("Binary", "*", "0.3", "t")))),
            ("Style", "dashed", ()), ("Style", "layer", (("Unary", "-", "1"),)),
        ),
    )
    assert [place[1] for place in found[1][4]] == ["on", "at"]
    assert found[2][4] == (("Place", "between", ("a", "b"), None, None),)


def test_hatch_code_is_not_touched() -> None:
    (decl,) = objects('s = python("a spiral") in B2:E5 """\nx = "#{no}" \\" \n"""')
    assert isinstance(decl, t.ObjectDecl) and decl.code is not None
    assert decl.code.pieces == ('\nx = "#{no}" \\" \n',)


@pytest.mark.parametrize(("text", "wanted"), [
    ("show a, b over 2s ease in stagger 100ms",
     ("Act", "show", ("a", "b"), (), (), ("Timing", "2s", "in", "100ms"))),
    ("color a, m[0] red", ("Act", "color", ("a", ("Index", "m", ("0",))), ("red",), (), None)),
    ("move a to (1, 2) on ax",
     ("Act", "move", ("a",), (), (("Phrase", "to", (("Tuple", ("1", "2")),)),
                                 ("Phrase", "on", ("ax",))), None)),
    ("pulse a along b backwards",
     ("Act", "pulse", ("a",), (), (("Phrase", "along", ("b",)), ("Phrase", "backwards", ())),
      None)),
    ("zoom out over 1s",
     ("Act", "zoom", (), (), (("Phrase", "out", ()),), ("Timing", "1s", None, None))),
    ("clear except a, b", ("Act", "clear", (), (), (("Phrase", "except", ("a", "b")),), None)),
    ("set t to 3, u to 1 over 2s",
     ("SetAct", (("t", "3"), ("u", "1")), ("Timing", "2s", None, None))),
    ("together { wait 1s; flash a }",
     ("Together", (("Wait", "1s"), ("Act", "flash", ("a",), (), (), None)))),
    ("when m { do nod(a) }", ("When", "m", (("Do", ("Call", "nod", (("Arg", None, "a", 0),))),))),
])
def test_actions(text: str, wanted: Any) -> None:
    assert shape(actions(text)[0]) == wanted


def test_words_of_single_statements_are_names_elsewhere() -> None:
    (act,) = actions("show set, say, out, except, layout, import, python, about")
    assert [name.text for name in act.targets] == [  # type: ignore[union-attr]
        "set", "say", "out", "except", "layout", "import", "python", "about",
    ]


def test_marks_stand_where_they_are_written() -> None:
    text = 'c2v 1\nscene s {\nbeat b {\nsay "one \\" <two> #{a < b} <three>"\n}\n}\n'
    result = parse(text)
    (item,) = result.tree.items
    assert isinstance(item, t.Scene) and item.body is not None
    (say,) = item.body.beats[0].body
    assert isinstance(say, t.Say)
    assert [mark.text for mark in say.marks] == ["two", "three"]
    assert [text[mark.span.start : mark.span.end] for mark in say.marks] == ["two", "three"]


def test_a_place_in_a_text_is_found_again() -> None:
    source = r'"a \"b\" \# c #{x} d\#e"'
    value = parse_expression(source).expr
    assert isinstance(value, t.Str)
    for piece, text in enumerate(value.pieces):
        if isinstance(text, str):
            for letter in "abcde":
                if letter in text:
                    at = text_offset(value, piece, text.index(letter))
                    assert source[at] == letter


def test_every_span_holds_what_its_node_says() -> None:
    text = EVERYTHING.read_text(encoding="utf-8")
    result = parse(text, "everything.c2v")
    count = 0
    stack: list[tuple[Any, t.Node]] = [(result.tree, result.tree)]
    while stack:
        item, above = stack.pop()
        if isinstance(item, tuple) and not hasattr(item, "start"):
            stack += [(inner, above) for inner in item]
        elif isinstance(item, t.Node):
            count += 1
            span = item.span
            assert above.span.start <= span.start <= span.end <= above.span.end, item
            slice_ = text[span.start : span.end]
            assert slice_ == slice_.strip() or isinstance(item, t.File)
            if isinstance(item, (t.Name, t.Ident, t.CellRef, t.Color, t.Number)):
                assert slice_ == item.text
            stack += [
                (getattr(item, field.name), item) for field in fields(item) if field.name != "span"
            ]
    assert count > 500


def test_comments_are_kept() -> None:
    text = "# one\nc2v 1 # two\nlet a = [ # three\n1]\n#\n"
    comments = parse(text).tree.comments
    assert [(c.text, c.own_line) for c in comments] == [
        ("# one", True), ("# two", False), ("# three", False), ("#", True),
    ]


@pytest.mark.parametrize("word", ["set", "say", "wait", "clear", "zoom", "python", "import", "c2v"])
def test_verbs_may_name_objects(word: str) -> None:
    body = objects(f"a = circle(r=1)\n{word} = circle(r=1)\n\n{word}_2 = dot(p)")
    assert [item.name.text for item in body] == ["a", word, f"{word}_2"]  # type: ignore[union-attr]
