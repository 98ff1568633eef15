"""What is written instead: helps and fixes in the author's own words, each mistake once."""

from __future__ import annotations

import pytest

import c2v_dsl
from c2v_dsl.diagnostics import Finding, Source
from c2v_dsl.diagnostics.codes import wrap
from c2v_dsl.syntax import apply_fixes

OBJECTS = """objects {{
  sq = square(side=1) at C3
  f = math("a^2 + b^2") at D3
  c = circle(r=1) at B2
  glass = circle(r=0.3) at B5
  tab = table([["a", "1.4621"]]) at E3
  ax = axes(x=[0, 4], y=[0, 4]) in D1:F6
  {}
}}
beat one "One" {{
  show sq, c, tab, ax, glass
  {}
}}
"""


def findings(objects: str = "", actions: str = "") -> tuple[str, list[Finding]]:
    text = wrap(OBJECTS.format(objects, actions))
    quiet = ("unused-object", "unused-name")
    return text, [f for f in c2v_dsl.check(text, "a.c2v").findings if f.name not in quiet]


def only(objects: str = "", actions: str = "") -> tuple[str, Finding]:
    text, found = findings(objects, actions)
    assert len(found) == 1, [f"{f.code} {f.message}" for f in found]
    return text, found[0]


@pytest.mark.parametrize(
    ("actions", "help"),
    [
        ("zoom f", "write it like `zoom to a by 2`"),
        ("zoom sq to f", "write `zoom to a`, or `zoom out`"),
        ("zoom to tab[0, 1] by 0", "`by 2` shows everything twice as large"),
        ("zoom out by 2", "leave `by` out"),
        ("follow f", "write `show f` before this"),
        ("transform sq into f", "write `morph sq into f`"),
        ("hide f", "remove this, or show `f` earlier"),
        ('color f["a^2"] red', "write `show f` before this"),
        ("shift sq (1, 0)", "write it like `shift a by (4, 0)`"),
        ("move sq to sq.get_center() + (1, -2)", "write `shift sq by (1, -2)`"),
        ("move sq to sq.get_center() - (1, 0)", "write `shift sq by (-1, 0)`"),
        ('flash tab[0, 1]["1.4"]', "the whole of it is `tab[0, 1]`"),
        ("flash tab[0, 1].char[0]", "the whole of it is `tab[0, 1]`"),
    ],
)
def test_actions(actions: str, help: str) -> None:
    assert help in only(actions=actions)[1].help


@pytest.mark.parametrize(
    ("objects", "help"),
    [
        ("z = Circle(radius=1, color=BLUE) at B2", "write `circle(r=1) color blue`"),
        ("z = Square(side_length=2, fill_color=RED, fill_opacity=0.5) at B2",
         "write `square(side=2) fill red 0.5`"),
        ("z = Dot(point=ORIGIN)", "write `dot((0, 0))`"),
        ("z = circle(width=2) at B2", "write `r=1`"),
        ("z = square(width=2) at B2", "write `side=2`"),
        ('z = text("a", width=2) at B2', "its size is given by its place"),
        ("z = dot((qqq, qqq))", "declare it above"),
        ("z = plot(t^2 + t) on ax", "in `plot` the variable is `x`"),
        ("z = parametric(cos(x), sin(x), t=[0, 1]) on ax", "in `parametric` the variable is `t`"),
        ("z = implicit(u + y) on ax", "in `implicit` the variables are `x` and `y`"),
    ],
)
def test_objects(objects: str, help: str) -> None:
    assert help in only(objects, "show z")[1].help


@pytest.mark.parametrize(
    ("objects", "actions"),
    [
        ("z = Circle(radius=1, color=BLUE) at B2", "show z"),
        ("z = parametric(cos(x), sin(x), t=[0, 1]) on ax", "show z"),
        ("", "shift sq (1, 0)"),
        ("", "follow f"),
        ("", "show f; zoom f by 2"),
        ("", "show f; zoom in f by 2"),
    ],
)
def test_fixes_cure(objects: str, actions: str) -> None:
    text, finding = only(objects, actions)
    assert finding.fix is not None
    fixed = apply_fixes(Source("a.c2v", text), [finding], unsafe=True).text
    assert not [f for f in c2v_dsl.check(fixed, "a.c2v").findings if f.level == "error"], fixed


@pytest.mark.parametrize(
    ("objects", "seen"),
    [
        ("z = circle(r=1) at (9, 9)", False),
        ("z = circle(r=3) at (0, 4)", True),
        ("z = dot((-5, 0))", False),
        ("z = dot((20, 1)) on ax", False),
        ("z = line((-3, 1), (8, 1)) on ax", True),
        ('z = text("x") on ax at (4.2, 0)', True),
        ("z = vector(9, 9) on ax", True),
        ("let far = (9, 9)\n  z = circle(r=1) at far", False),
    ],
)
def test_what_nobody_sees(objects: str, seen: bool) -> None:
    names = [f.name for f in findings(objects, "show z")[1]]
    assert names == ([] if seen else ["outside-plane" if "ax" in objects else "outside-grid"])


def test_what_moves_into_sight_is_no_matter() -> None:
    assert not findings("z = circle(r=1) at (9, 9)", "show z; move z to B2")[1]


def test_a_late_mark_is_a_note() -> None:
    late = 'say "A <here> word."\ndraw f over 3s\nwhen here { flash sq }'
    found = only(actions=late)[1]
    assert (found.name, found.level) == ("late-mark", "note")
    assert "after `here`" in found.message
    early = 'say "A <here> word."\ntogether { draw f over 3s; when here { flash sq } }'
    assert not findings(actions=early)[1]


def test_proposals_hide_echoes_and_nothing_else() -> None:
    text, found = findings('late = circle(r=1) at B2', "show lat\nflash late\nhide f")
    assert [(f.name, text[f.span.start : f.span.end]) for f in found] == [
        ("unknown-object", "lat"), ("not-on-screen", "f")]


def test_what_an_unreadable_statement_names_is_not_missed() -> None:
    text = wrap('let k = 3\nobjects {\n  a = circle(r=1) at B2\n  b = circle(r=1) at B3\n}\n'
                'beat one "One" {\n  show a ) )\n  flash a\n}')
    names = [f.name for f in c2v_dsl.check(text, "a.c2v").findings if f.level != "error"]
    assert names == ["unused-name", "unused-object"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("c2v 1\n", ["empty-file"]),
        ("c2v 1\nlet k = 3\n", []),
        ('c2v 1\nscene s "S" layout wide {\n  beat a { wait 1s }\n}\n', ["no-storyboard"]),
    ],
)
def test_files_without_a_storyboard(text: str, names: list[str]) -> None:
    assert [f.name for f in c2v_dsl.check(text, "a.c2v").findings] == names
