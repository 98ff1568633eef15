"""From a fault to the statements that may have made it, and answers back into their places."""

from __future__ import annotations

import pytest

from c2v_dsl.agents.hatches.answers import Unfit, put_back
from c2v_dsl.agents.hatches.scopes import Fault, Piece, Scopes

CODE = '''\
count = 5
points = [[k, 0] for k in range(count)]  # two numbers each

def spot(index):
    return Dot(points[index])

dots = VGroup()
for k in range(
    count + 1
):
    # a dot for each
    dots.add(
        spot(k),
    )
if count > 3:
    dots.scale(2)
elif count > 2:
    dots.scale(3)
else:
    dots.scale(4)
return dots
'''


def _shown(fault: Fault, attempt: int = 0) -> list[str]:
    return [piece.lines for piece in Scopes(CODE, fault).shown(attempt)]


def test_a_call_over_lines_is_one_statement_and_a_head_ends_before_its_block() -> None:
    assert _shown(Fault("NameError: x", 13)) == ["lines 12 to 14"]
    (head,) = Scopes(CODE, Fault("NameError: x", 9)).shown(0)
    assert (head.lines, head.head) == ("lines 8 to 10", True)
    assert head.text == "for k in range(\n    count + 1\n):"


def test_what_was_read_is_mended_where_it_stands() -> None:
    assert _shown(Fault("`Dot` takes no `x=`", 5, sure=True)) == ["line 5"]
    assert _shown(Fault("NameError: name 'Dat' is not defined", 5)) == ["line 5"]


def test_a_missing_name_may_be_misspelt_where_it_is_given() -> None:
    code = "cirle = Circle()\nbox = Square()\nreturn VGroup(circle, box)\n"
    fault = Fault("there is no name `circle`", 3, sure=True)
    assert [p.first for p in Scopes(code, fault).shown(0)] == [3, 1]
    lost = CODE.replace("def spot(index)", "def spot()")
    fault = Fault("there is no name `index`", 5, sure=True)
    assert [p.text for p in Scopes(lost, fault).shown(0)] == [
        "return Dot(points[index])", "def spot():"]


def test_an_index_out_of_bounds_leads_through_the_call_to_the_loop() -> None:
    fault = Fault("IndexError: list index out of range", 5, callers=(12,),
                  failing="points[index]")
    assert "lines 12 to 14" in _shown(fault)
    assert "lines 8 to 10" in _shown(fault, 1)
    assert "line 2" in _shown(fault, 1)


def test_a_bare_loop_variable_out_of_bounds_is_the_loops_fault_first() -> None:
    code = "n = 3\nlist = [1, 2]\nfor k in range(n):\n    x = list[k]\nreturn x\n"
    fault = Fault("IndexError: list index out of range", 4, failing="list[k]")
    assert [p.first for p in Scopes(code, fault).suspects] == [3, 4, 2, 1]


def test_a_result_that_is_no_mobject_leads_to_what_returns_it() -> None:
    assert _shown(Fault("TypeError: the code returned list, not a mobject"))[0] == "line 21"


def test_a_loop_without_end_leads_to_what_changes_its_condition() -> None:
    code = "n = 9\nwhile n > 1:\n    if n % 2:\n        n = n * 2\n    x = n\nreturn x\n"
    fault = Fault("HatchTooLong: it does not come to an end", 5, endless=True)
    assert [p.first for p in Scopes(code, fault).shown(0)] == [4, 2, 5]


def test_the_block_holds_the_suspects_and_is_not_the_whole() -> None:
    fault = Fault("TypeError: x", 16, failing="dots.scale(2)")
    assert Scopes(CODE, fault).block().lines == "lines 7 to 20"
    lone = Fault("NameError: x", 5)
    assert Scopes(CODE, lone).block().first <= 5


@pytest.mark.parametrize("answer", [
    "dots.scale(5)",
    "    dots.scale(5)\n",
    "```python\ndots.scale(5)\n```",
    "Here you are:\n```py\n        dots.scale(5)\n```\nIt was too large.",
    "# line 16\ndots.scale(5)",
])
def test_answers_come_in_any_dress(answer: str) -> None:
    new = put_back(CODE, [Piece(16, 16, "dots.scale(2)")], answer)
    assert new == CODE.replace("dots.scale(2)", "dots.scale(5)")


def test_of_several_statements_the_answer_names_one() -> None:
    pieces = [Piece(16, 16, "dots.scale(2)"), Piece(2, 2, "points = …")]
    new = put_back(CODE, pieces, "```python\n# line 2\npoints = [[k, 0, 0] for k in [1]]\n```")
    assert new.splitlines()[1] == "points = [[k, 0, 0] for k in [1]]"
    assert new.splitlines()[2:] == CODE.splitlines()[2:]
    with pytest.raises(Unfit, match="line 9 was not shown"):
        put_back(CODE, pieces, "# line 9\nx = 1")


def test_a_head_is_put_back_without_its_block() -> None:
    head = Piece(8, 10, "for k in range(\n    count + 1\n):", head=True)
    for answer in ("for k in range(count):", "for k in range(count):\n    pass"):
        new = put_back(CODE, [head], answer)
        assert "for k in range(count):\n    # a dot for each\n    dots.add(" in new
    branch = Piece(17, 17, "elif count > 2:", head=True)
    assert "elif count > 1:\n    dots.scale(3)\nelse:" in put_back(CODE, [branch],
                                                                   "elif count > 1:")


def test_lines_inside_texts_are_not_indented() -> None:
    new = put_back(CODE, [Piece(16, 16, "")], "x = '''a\nb'''\nif x:\n  dots.scale(\n    9)")
    assert new.splitlines()[15:20] == [
        "    x = '''a", "b'''", "    if x:", "      dots.scale(", "        9)"]


def test_what_is_not_python_is_unfit() -> None:
    with pytest.raises(Unfit):
        put_back(CODE, [Piece(16, 16, "")], "dots.scale(")


def test_code_that_is_not_python_is_shown_by_lines() -> None:
    code = "a = 1\nfor k in range(3)\n    b = (k\nreturn b\n"
    scopes = Scopes(code, Fault("this is not Python: expected ':'", 2, sure=True))
    (piece,) = scopes.shown(0)
    assert piece.lines == "line 2"
    assert put_back(code, [piece], "for k in range(3):").splitlines()[1] == "for k in range(3):"
    assert scopes.block().lines == "lines 1 to 4"
