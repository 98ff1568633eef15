"""Hatches mended in the smallest scope that helps, and filled where they have no code."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from c2v_dsl.agents.budget import Budget
from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Answer, Finish, Request
from c2v_dsl.agents.hatches import fill
from c2v_dsl.agents.hatches.bench import Bench, Look, find
from c2v_dsl.agents.hatches.code import hatches_of
from c2v_dsl.agents.hatches.reading import Around, read_code
from c2v_dsl.agents.hatches.refine import Mender
from c2v_dsl.agents.hatches.scopes import Fault, Scopes
from c2v_dsl.syntax import parse
from tests.agents.hatches.__main__ import attend, is_right
from tests.agents.hatches.cases import Case, cases
from tests.agents.hatches.ideal import Ideal
from tests.agents.scripted import Scripted

CASES = {case.name: case for case in cases()}
AROUND = Around(frozenset({"ball", "law", "note", "it"}), frozenset({"t"}))


class Reader(Bench):
    """Reads and does not run."""

    def look_at_all(self, wanted: Sequence[tuple[str, str]], jobs: int = 0) -> list[Look]:
        found = []
        for text, id in wanted:
            hatch, result = find(text, id, self.path), self.check(text)
            problems = tuple(self.read(text, hatch, result)) if hatch else ()
            found.append(Look(hatch, result, problems))
        return found


READER = Reader("lesson.c2v")
LONG = """\
ring = Circle(radius=1)
dots = VGroup()
for k in range(5):
    dot = Dot(k * RIGHT, size=0.1)
    dots.add(dot)
return VGroup(ring, dots)
"""


def _case(code: str, kind: str = "object") -> str:
    return Case("x", kind, "a picture", "", ()).storyboard(code)


def _mender(answers: Sequence[str | Answer], tries: Sequence[int] = (2, 2, 1, 1)) -> Mender:
    return Mender(READER, Client(Scripted(answers)), tries)


def _asked(mender: Mender) -> list[str]:
    provider = mender.client.provider
    assert isinstance(provider, Scripted)
    return [str(request.messages[0].parts[0]) for request in provider.asked]


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.name)
def test_the_good_code_reads_well_and_the_fault_is_one_statements(case: Case) -> None:
    api = READER.api
    assert read_code(case.good, case.kind, api, AROUND) == []  # type: ignore[arg-type]
    problems = read_code(case.faulty, case.kind, api, AROUND)  # type: ignore[arg-type]
    if problems:
        fault = Fault(problems[0].message, problems[0].line, sure=True)
        shown = Scopes(case.faulty, fault).shown(0)
        assert any(is_right(piece, case) for piece in shown)
    assert case.mended(1, len(case.faulty.splitlines())) + "\n" == case.good
    assert case.good != case.faulty


def test_there_are_enough_hatches_of_enough_kinds() -> None:
    assert len(CASES) >= 60
    faults = {case.fault for case in CASES.values()}
    assert faults >= {
        "hallucinated name", "wrong keyword", "wrong attribute", "wrong shape", "off by one",
        "missing return", "mixed types", "undefined variable", "misspelling", "missing argument",
        "wrong order of arguments", "division by zero", "endless loop", "memory bomb", "fork",
        "network", "file read", "environment read",
    }


def test_only_the_statement_and_what_it_uses_is_shown() -> None:
    text = _case(LONG)
    mender = _mender(["```python\ndot = Dot(k * RIGHT, radius=0.1)\n```"])
    mended, ok = mender.mend(text, "it")
    assert ok
    (words,) = _asked(mender)
    assert "dot = Dot(k * RIGHT, size=0.1)" in words
    assert "`Dot` takes no `size=`" in words
    assert "- Dot(point=ORIGIN, radius=" in words
    assert "Circle" not in words
    assert "VGroup" not in words
    assert len(words) < 700
    assert mended == text.replace("size=0.1", "radius=0.1").replace(
        '"""\n      ring', '"""\n      # by scripted\n      ring')
    (attempt,) = mender.attempts
    assert (attempt.level, attempt.outcome, attempt.place) == ("line", "mended", "line 5")
    assert attempt.characters_in == len(words)


def test_scopes_widen_until_one_helps() -> None:
    text = _case(LONG)
    wrong = "```python\ndot = Dot(k * RIGHT, width=0.1)\n```"
    again = "```python\ndot = Dot(k * RIGHT, size=0.1)\n```"
    lost = Answer("", finish=Finish.blocked)
    block = ("```python\nfor k in range(5):\n    dots.add(Dot(k * RIGHT, radius=0.1))\n```")
    mender = _mender([wrong, again, lost, block])
    mended, ok = mender.mend(text, "it")
    assert ok
    assert [(a.level, a.outcome) for a in mender.attempts] == [
        ("line", "worse"), ("line", "still"), ("block", "unanswered"), ("block", "mended")]
    assert "Tried before, in vain: `Dot` takes no `width=`" in _asked(mender)[1]
    assert "dots.add(Dot(k * RIGHT, radius=0.1))" in mended
    assert "      ring = Circle(radius=1)\n" in mended


def test_the_whole_hatch_and_then_the_scene_without_it_come_last() -> None:
    text = _case(LONG)
    scene = text[text.index("scene lesson") :]
    begin, end = scene.index("    it = python"), scene.index('"""\n  }') + 3
    without = scene[:begin] + "    it = circle(r=1) in B2:E5 color blue" + scene[end:]
    mender = _mender(["no", "```python\nreturn nothing\n```", f"```c2v\n{without}```"],
                     (0, 0, 2, 1))
    mended, ok = mender.mend(text, "it")
    assert ok
    assert [(a.level, a.outcome) for a in mender.attempts] == [
        ("hatch", "worse"), ("hatch", "worse"), ("scene", "mended")]
    assert "it = circle(r=1) in B2:E5 color blue" in mended
    assert "python(" not in mended
    assert "at most" in _asked(mender)[0], "the area is told"
    assert "storyboard" in _asked(mender)[2], "the language is told"


def test_what_cannot_be_mended_stays_as_it_was() -> None:
    text = _case(LONG)
    mender = _mender(["```python\nfor\n```"] * 4, (2, 2, 0, 0))
    assert mender.mend(text, "it") == (text, False)
    assert {a.outcome for a in mender.attempts} == {"unfit"}


def test_two_faults_are_mended_one_after_the_other() -> None:
    code = "a = Dto()\nb = Circle(rad=2)\nreturn VGroup(a, b)\n"
    mender = _mender(["a = Dot()", "b = Circle(radius=2)"])
    mended, ok = mender.mend(_case(code), "it")
    assert ok
    assert "a = Dot()\n      b = Circle(radius=2)\n" in mended


def test_code_that_has_quotes_stays_within_the_storyboards_quotes() -> None:
    mender = _mender(['```python\nreturn Text("""two\nlines""")\n```'], (0, 0, 1, 0))
    mended, ok = mender.mend(_case("return Txet('a')\n"), "it")
    assert ok
    (hatch,) = hatches_of(parse(mended))
    assert hatch.code is not None
    assert hatch.code.text == "# by scripted\nreturn Text('''two\nlines''')\n"


@pytest.mark.parametrize("name", ["star_polygon", "swinging_arm"])
def test_an_ideal_model_mends_with_real_runs(name: str) -> None:
    result = attend(CASES[name])
    assert result.mended, result.attempts
    assert result.level in ("line", "block")
    assert any(right for _, right in result.shown)


def test_an_ideal_model_cannot_mend_what_it_is_not_shown() -> None:
    case = CASES["chessboard"]
    ideal = Ideal(case)
    assert case.mended(1, 2) == "\n".join(case.faulty.splitlines()[:2])
    mender = _mender([], (0, 0, 0, 0))
    assert mender.mend(case.storyboard(case.faulty), "it")[1] is False
    request = Request("refine", ())
    assert ideal.case.right == (5, 5)
    assert request.characters == 0


EMPTY = '''c2v 1
storyboard "Curves" { theme paper }

scene area "A spiral"   {
  param turns = 3
  objects {
    dot = dot((0, 0)) color red   # the middle
    spiral = python("an Archimedean spiral drawn from the centre") in B2:E5
  }
  beat draw_it "It grows" {
    pop dot
    draw spiral over 2s
    python("a light runs along the spiral") over 3s
  }
}
'''


def test_hatches_without_code_are_filled_and_all_else_stays() -> None:
    spiral = """```python
curve = ParametricFunction(
    lambda t: 0.1 * t * np.array([np.cos(t), np.sin(t), 0]),
    t_range=[0, p.turns * TAU],
    color="#1f5fa8",
)
return curve
```"""
    light = ("light = Dot(o.dot.get_center())\nself.play(FadeIn(light), run_time=1)\n"
             "self.play(light.animate.shift(RIGHT), run_time=duration - 1)")
    provider = Scripted([spiral, f"```python\n{light}\n```"])
    told: list[str] = []
    filled = fill(EMPTY, "curves.c2v", Client(provider), on_attempt=lambda a: told.append(a.level))
    assert filled.ok, filled.left
    assert filled.filled == ("area.spiral", "area@draw_it#2")
    assert told == ["code", "code"]
    assert all(hatch.by == "scripted" for hatch in hatches_of(parse(filled.text)))
    old, new = EMPTY.splitlines(), filled.text.splitlines()
    kept = [line for line in new if line in old]
    assert kept == [line for line in old if "python(" not in line]
    words = str(provider.asked[0].messages[0].parts[0])
    assert "`o.dot`, a dot" in words
    assert "`p.turns` is 3 at first" in words
    assert "Theme paper" in words
    assert "ParametricFunction(function, t_range=(0, 1)" in words
    assert "add up to `duration`, here 3 s" in str(provider.asked[1].messages[0].parts[0])


def test_a_spent_budget_keeps_what_is_there() -> None:
    client = Client(Scripted([]), Budget(tokens=0))
    filled = fill(EMPTY, "curves.c2v", client)
    assert filled.text == EMPTY
    assert filled.stopped
    assert not filled.ok
