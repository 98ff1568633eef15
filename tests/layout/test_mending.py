"""Each kind of finding is mended by the least change, at its own statement; nothing gets worse.

Scenes are measured by `pretended`, without Manim; `test_mend_real` goes the whole way.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import c2v_dsl
from c2v_dsl.layout.mend import state as mend_state
from c2v_dsl.layout.mend.mending import Mended, Mender
from c2v_dsl.layout.mend.state import Measurer, State
from tests.layout import pretended

HEAD = 'c2v 1\nstoryboard "x" { theme chalk }\nscene s "Title" layout wide {\n  objects {\n'


@pytest.fixture(autouse=True)
def without_manim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mend_state, "measure_scenes", pretended.measured)


def storyboard(objects: str, beats: str) -> str:
    inside = "\n".join(f"    {line.strip()}" for line in objects.strip().splitlines())
    after = "\n".join(f"  {line.strip()}" for line in beats.strip().splitlines())
    return f"{HEAD}{inside}\n  }}\n{after}\n}}\n"


def start(text: str) -> tuple[Mender, State]:
    result = c2v_dsl.check(text, "lesson.c2v")
    assert result.timeline is not None, result.findings
    mender = Mender()
    state = mender.measurer.states([result])[0]
    assert state is not None
    return mender, state


def mended(objects: str, beats: str, *codes: str) -> tuple[Mended, list[str]]:
    """What became of a storyboard with findings of ``codes``, and its new lines."""
    text = storyboard(objects, beats)
    mender, state = start(text)
    assert sorted(told.finding.code for told in state.told) == sorted(codes)
    done = mender.mend(state)
    assert not state.worsened(done.state)
    before = text.splitlines()
    return done, [line.strip() for line in done.state.text.splitlines() if line not in before]


def test_words_on_words_go_to_the_cell_below() -> None:
    done, lines = mended(
        """a = text("first words") at C3  # it stays
           b = text("other words") at C3  # its comment too""",
        """beat one { show a, b }""", "C2V701")
    assert lines == ['b = text("other words") at D3  # its comment too']
    assert not done.left


def test_what_was_left_in_the_same_place_is_hidden() -> None:
    _, lines = mended(
        """a = text("first words") at C3
           b = text("other words") at C3""",
        """beat one { show a }
           beat two {
             show b
           }""", "C2V701")
    assert lines == ["hide a"]


def test_what_is_needed_later_is_not_hidden_but_moved() -> None:
    _, lines = mended(
        """a = text("first words") at C3
           b = text("other words") at C3""",
        """beat one { show a }
           beat two { show b }
           beat three { flash a }""", "C2V701")
    assert len(lines) == 1
    assert " at " in lines[0]


def test_an_area_stays_an_area_of_its_shape() -> None:
    _, lines = mended(
        """b = text("words in an area") in B2:C3
           c = text("words over them") in B2:C3""",
        """beat one { show b, c }""", "C2V701")
    assert lines
    assert all(" in " in line for line in lines)


def test_a_point_moves_along_a_straight_line() -> None:
    _, lines = mended(
        """a = text("first words") at (0, 0)
           b = text("other words") at (0.3, 0.1)""",
        """beat one { show a, b }""", "C2V701")
    assert len(lines) == 1
    assert "at (0.3, " in lines[0]


def test_words_beside_something_take_another_side() -> None:
    _, lines = mended(
        """a = text("first words") at C3
           c = text("in between") at D3
           b = text("other words") below a gap 0.8""",
        """beat one { show a, c, b }""", "C2V701")
    assert len(lines) == 1
    assert "of a" in lines[0] or "above a" in lines[0] or "below a" in lines[0]


def test_what_leaves_the_frame_comes_back_along_its_row() -> None:
    done, lines = mended(
        """a = text("a long line of words that goes on and on, to the end") at C6""",
        """beat one { show a }""", "C2V703")
    assert len(lines) == 1
    assert lines[0].rsplit(" ", 1)[1].startswith("C")
    assert not done.left


def test_where_a_beat_moves_something_to_is_changed_there() -> None:
    _, lines = mended(
        """a = text("first words") at C3
           b = text("other words") at E5""",
        """beat one { show a, b }
           beat two { move b to C3 }""", "C2V701")
    assert len(lines) == 1
    assert lines[0].startswith("beat two { move b to ")


def test_what_passes_over_words_takes_another_way() -> None:
    _, lines = mended(
        """a = text("in the middle") at C3
           b = square(side=0.8) at C1 fill blue 1""",
        """beat one { show a, b }
           beat two { move b to C5 over 2s }""", "C2V702")
    assert lines == ['b = square(side=0.8) at D1 fill blue 1',
                     'beat two { move b to D5 over 2s }'] or len(lines) == 1


def test_small_print_takes_the_size_of_small_print() -> None:
    _, lines = mended(
        """a = text("small print") at C3 size 12
           b = text("large print") at E3""",
        """beat one { show a, b }""", "C2V705")
    assert lines == ['a = text("small print") at C3 size 26']


def test_a_family_takes_a_size_together() -> None:
    _, lines = mended(
        """for i in 0..2 { t[i] = text("item #{i}") at cell(i, 1) size 12 }
           b = text("large print") at F4""",
        """beat one { show t, b }""", "C2V705")
    assert lines == ['for i in 0..2 { t[i] = text("item #{i}") at cell(i, 1) size 26 }']


def test_a_family_that_is_placed_together_stays_and_says_so() -> None:
    done, lines = mended(
        """for i in 0..2 { t[i] = text("a long line of words, number #{i}") at cell(i, 5) }""",
        """beat one { show t }""", "C2V703")
    if not lines:
        assert "family" in done.left[0].why


def test_words_move_where_the_dot_beneath_them_cannot() -> None:
    done, lines = mended(
        """a = circle(r=1.2) at C3
           b = dot(a) color gold
           c = text("a circle") at C3""",
        """beat one { show a, b, c }""", "C2V701")
    assert lines[0].startswith('c = text("a circle") at ')
    assert not done.left


def test_pale_words_take_a_colour_or_a_ground_with_contrast() -> None:
    done, lines = mended(
        """a = square(side=2) at C3 fill yellow 1
           b = text("hello") at a color gold""",
        """beat one { show a, b }""", "C2V706")
    assert lines == ['b = text("hello") at a color dark_gold'] or (
        lines == ['b = text("hello") at a color black'])
    assert not done.left


def test_a_label_takes_another_side() -> None:
    _, lines = mended(
        """a = circle(r=0.4) at C3
           b = text("above the circle") above a gap 0.1
           n = label("a name", a)""",
        """beat one { show a, b, n }""", "C2V701")
    assert lines == ['n = label("a name", a, side=down)']


def test_words_beside_what_moves_away_become_its_label() -> None:
    _, lines = mended(
        """a = circle(r=0.3) at B2
           b = text("name") right_of a  # goes along""",
        """beat one {
             show a, b
             move a to E5
           }""", "C2V707")
    assert lines == ['b = label("name", a, side=right)  # goes along']


def test_a_heap_is_spread_over_free_cells() -> None:
    heap = "\n".join(
        f'w{k} = text("w{k}") at ({-1.8 + 0.7 * (k % 3):.1f}, {0.85 - 0.35 * (k // 3):.2f}) size 20'
        for k in range(9))
    done, lines = mended(
        heap + '\nbig = text("and something large") at E3 size 48',
        """beat one { show w0, w1, w2, w3, w4, w5, w6, w7, w8, big }""", "C2V708")
    assert len(lines) == 2
    assert all(" at " in line and "(" not in line.split(" at ")[1] for line in lines)
    assert not done.left


def test_what_lingers_is_dimmed_or_hidden_when_its_part_is_over() -> None:
    _, lines = mended(
        """a = text("once") at B2
           b = circle(r=0.6) at D4
           c = circle(r=0.6) at D2""",
        """beat one { show a, c }
           beat two {
             say "and then"
             show b
             hide c
           }
           beat three { flash b }
           beat four { wiggle b }
           beat five { focus b }""", "C2V709")
    assert lines in (["dim a"], ["hide a"])


def test_notes_are_left_alone_where_only_what_is_wrong_is_to_be_mended() -> None:
    text = storyboard('a = text("once") at B2\nb = circle(r=0.6) at D4', """
        beat one { show a }
        beat two { show b }
        beat three { flash b }
        beat four { wiggle b }
        beat five { focus b }""")
    mender, state = start(text)
    mender.notes = False
    assert [told.finding.code for told in state.told] == ["C2V709"]
    assert mender.mend(state).state.text == text


def test_small_things_in_a_corner_grow() -> None:
    done, lines = mended(
        """a = text("tiny") at A1 size 21
           b = circle(r=0.15) at B2""",
        """beat one { show a, b }""", "C2V710")
    assert len(lines) == 2
    assert not done.left


def test_a_comment_that_allows_a_finding_keeps_it_from_being_mended() -> None:
    done, lines = mended(
        """a = text("first words") at C3
           b = text("other words") at C3  # allow C2V701: both at once, on purpose""",
        """beat one { show a, b }""")
    assert not lines
    assert not done.left


def test_what_is_made_elsewhere_stays_and_the_reason_is_told() -> None:
    text = """c2v 1
storyboard "x" { theme chalk }
template t(word) {
  objects {
    a = text("first words") at C3
    b = text(word) at C3
  }
  beat one "One" { show a, b }
}
scene s "S" from t("other words")
"""
    mender, state = start(text)
    done = mender.mend(state)
    assert done.state.text == text
    assert "template `t`" in done.left[0].why


PLACES = st.one_of(
    st.builds("at {}{}".format, st.sampled_from("ABCDEF"), st.integers(1, 6)),
    st.builds("in {}{}".format, st.sampled_from("ABCDEF"), st.integers(1, 6)),
    st.builds("at ({}, {})".format, st.integers(-6, 6), st.integers(-3, 3)))
KINDS = st.sampled_from((
    'text("a few words")', 'text("a line of rather many words")', "square(side=1.5)",
    "rect(w=3, h=1)", "circle(r=1)"))
STYLES = st.sampled_from(("", "", " fill blue 1", " color gold"))


@given(st.lists(st.tuples(KINDS, PLACES, STYLES), min_size=2, max_size=6))
@settings(max_examples=25, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nothing_is_ever_made_worse(objects: list[tuple[str, str, str]]) -> None:
    lines = [f"o{n} = {kind} {place}{style if 'text' not in kind or 'fill' not in style else ''}"
             for n, (kind, place, style) in enumerate(objects)]
    names = [f"o{n}" for n in range(len(objects))]
    text = storyboard("\n".join(lines), "\n".join(
        f"beat b{n} {{ show {name} }}" for n, name in enumerate(names)))
    mender, state = start(text)
    done = mender.mend(state)
    assert len(done.state.told) <= len(state.told)
    assert len(done.state.told) == len(state.told) - len({c.told.ident for c in done.done}) or (
        len(done.state.told) < len(state.told))
    assert not state.worsened(done.state)
    assert all(left.why for left in done.left)
    assert Measurer().states([done.state.result])[0] is not None
