"""The formatter: one form, nothing lost, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from c2v_dsl.syntax import format_source, parse
from c2v_dsl.syntax.format import same
from c2v_dsl.syntax.layout import WIDTH

ROOT = Path(__file__).parents[2]
FILES = sorted(
    file for folder in ("tests/corpus/valid", "examples", "stdlib_scenes")
    for file in (ROOT / folder).rglob("*.c2v")
)


def formatted(text: str) -> str:
    result = format_source(text)
    assert result.text is not None, result.findings
    return result.text


def inside(statement: str, block: str = "beat b") -> str:
    """What becomes of one statement in a block of a scene."""
    text = f"c2v 1\nscene s {{\n{block} {{\n{statement}\n}}\n}}\n"
    lines = formatted(text).splitlines()[3:-2]
    return "\n".join(line.removeprefix("    ") for line in lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_formatting_keeps_the_meaning_and_is_stable(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    once = formatted(text)
    assert same(parse(text).tree, parse(once).tree)
    assert formatted(once) == once
    assert len(parse(once).tree.comments) == len(parse(text).tree.comments)
    assert "\t" not in once.replace("#\t", "") and not once.endswith("\n\n")


@pytest.mark.parametrize(("written", "wanted"), [
    ("let x=1+2*y", "let x = 1 + 2 * y"),
    ("let x = 2 ** 3", "let x = 2^3"),
    ("let x = f( a,b , c = 1 )", "let x = f(a, b, c=1)"),
    ("let f ( x ) = - x", "let f(x) = -x"),
    ("let x = (u,v)->u*v", "let x = (u, v) -> u * v"),
    ("let x = (u) -> u", "let x = u -> u"),
    ("let x = [ 1,2, ]", "let x = [1, 2]"),
    ("let x = a  if  b else c", "let x = a if b else c"),
    ("let x = 1 .. 3", "let x = 1..3"),
    ("let x = solve( S'=-S ;S=1; t=[0,1] )", "let x = solve(S' = -S; S=1; t=[0, 1])"),
    ("show  a ,b   over 2s", "show a, b over 2s"),
    ("show a stagger 1s ease in over 2s", "show a over 2s ease in stagger 1s"),
    ("show a over 2s; hide a", "show a over 2s\nhide a"),
    ("together {flash a ;flash b}", "together { flash a; flash b }"),
    ("together {\nflash a }", "together {\n  flash a\n}"),
    ("together{}", "together {}"),
    ("for i in 0 ..3  if i!=2 {wait 1s}", "for i in 0..3 if i != 2 { wait 1s }"),
    ('say   "a  #{ x }  b"', 'say "a  #{ x }  b"'),
    ("set t to 3,u to 1", "set t to 3, u to 1"),
    ("clear  except a,b", "clear except a, b"),
    ("zoom   out", "zoom out"),
    ("wait 1s#\n", "wait 1s  #"),
    ("wait 1s\n\n\n\nwait 2s", "wait 1s\n\nwait 2s"),
    ("\n\nwait 1s\n\n", "wait 1s"),
])
def test_one_form(written: str, wanted: str) -> None:
    assert inside(written) == wanted


@pytest.mark.parametrize(("written", "wanted"), [
    ("a=circle( r=1 )in B2:E5   color  gold  dashed", "a = circle(r=1) in B2:E5 color gold dashed"),
    ("a=dot(p) color gold at (1,2)", "a = dot(p) at (1, 2) color gold"),
    ("a[ i,j ] = dot(p) below b align left gap 0.2",
     "a[i, j] = dot(p) below b gap 0.2 align left"),
    ("a = dot(p)  fill (c)(0.3*t)", "a = dot(p) fill (c) (0.3 * t)"),
    ("style a.row[0]   color red", "style a.row[0] color red"),
])
def test_objects(written: str, wanted: str) -> None:
    assert inside(written, "objects") == wanted


def test_comments_stay_where_they_stand() -> None:
    text = (
        "# top\nc2v 1 # edition\n\n\n# scene\nscene s {# no comment here\n}\n"
    ).replace("# no comment here", " # at the brace")
    assert formatted(text) == (
        "# top\nc2v 1  # edition\n\n# scene\nscene s {  # at the brace\n}\n"
    )


def test_a_comment_behind_a_lone_semicolon_or_odd_blank_stands_alone() -> None:
    text = "c2v 1\n; # one\nlet a = 1\n\u2028# two\nlet b = 2;  # three\n"
    assert formatted(text) == "c2v 1\n# one\nlet a = 1\n# two\nlet b = 2  # three\n"


def test_a_list_with_comments_in_it_stays_as_it_is() -> None:
    text = "c2v 1\n   let a = [ 1,  # one\n      2 ]  # two\n"
    assert formatted(text) == "c2v 1\nlet a = [ 1,  # one\n   2 ]  # two\n"


def test_long_statements_break_inside_brackets() -> None:
    items = ", ".join(f"value_{i}" for i in range(30))
    text = formatted(f"c2v 1\nlet a = [{items}]\n")
    lines = text.splitlines()
    assert lines[1] == "let a = ["
    assert lines[-1] == "]"
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) <= 8


def test_a_long_choice_breaks_before_its_words() -> None:
    yes, no = "y" * 50, "n" * 50
    assert formatted(f'c2v 1\nlet a = ("{yes}" if b + c > 3 else "{no}")\n') == (
        f'c2v 1\nlet a = (\n  "{yes}" if b + c > 3\n    else "{no}"\n)\n')


def test_line_ends_stay_and_the_byte_order_mark_goes() -> None:
    assert formatted("\ufeffc2v 1\r\nlet a=1") == "c2v 1\r\nlet a = 1\r\n"


def test_code_is_not_touched() -> None:
    code = 'x = """\nif  a :\n\treturn   1   \n"""'
    text = f'c2v 1\nscene s {{\n  objects {{\n    a = python("p") {code[4:]}\n  }}\n}}\n'
    assert formatted(text) == text


def test_broken_files_are_refused() -> None:
    result = format_source("c2v 1\nlet a = \n")
    assert result.text is None
    assert [finding.code for finding in result.findings] == ["C2V009"]
