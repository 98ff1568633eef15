"""A wish becomes a patch, or a reason why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.critic import Revision, revise
from c2v_dsl.agents.exchange import Answer, Finish, Unanswered
from c2v_dsl.patch import apply_patch, read_patch

from ..scripted import Scripted
from .saying import pictures, words

BOARD = """c2v 1
storyboard "Two" { theme paper }
scene one "One" {
  objects {
    a = text("first") at B3
    b = text("second") at D3
  }
  beat both "Both" { show a, b }
}
scene two "Two" {
  objects { c = text("third") at C3 }
  beat last "Last" { show c }
}
"""


def wished(*patch: dict[str, Any], can: bool = True, why: str = "Done.") -> str:
    return json.dumps({"can": can, "why": why, "patch": list(patch)})


def slower(text: str = "2s") -> dict[str, Any]:
    return {"op": "time", "id": "two@last", "lasts": text}


def place(where: str) -> dict[str, Any]:
    return {"op": "place", "id": "one.b", "place": where}


Revise = Callable[..., tuple[Revision, Scripted]]


def run(*answers: str | Answer, text: str = BOARD, **options: Any) -> tuple[Revision, Scripted]:
    provider = Scripted(answers)
    made = revise(text, "two.c2v", Client(provider, retries=0), "slower, please",
                  pictures=options.pop("pictures", False), **options)
    return made, provider


def test_a_wish_is_met_in_one_answer_and_taken_back_byte_for_byte(tmp_path: Path) -> None:
    made, provider = run(wished(slower(), why="The second scene takes two seconds."),
                         folder=tmp_path)
    assert made.ok
    assert made.why == "The second scene takes two seconds."
    assert 'beat last "Last" lasts 2s' in made.text
    assert (made.left, made.attempts) == ((), 1)
    undo = read_patch((tmp_path / "undo.json").read_text(encoding="utf-8"))
    assert undo == made.undo
    assert made.undo is not None
    assert apply_patch(made.text, made.undo, "two.c2v").text == BOARD
    patch = read_patch((tmp_path / "patch.json").read_text(encoding="utf-8"))
    assert patch == made.patch
    request = provider.asked[0]
    assert [message.role for message in request.messages] == ["system", "user"]
    assert "slower, please" in words(request)
    assert "two@last #0       |   beat last" in words(request)
    assert json.loads((tmp_path / "revision.json").read_text(encoding="utf-8"))["changed"]


def test_whole_scenes_may_be_written_anew_and_added() -> None:
    scene = ('scene two "Bakery" {\n  objects { roll = text("a roll") at C3 }\n'
             '  beat last "Bake" { show roll }\n}')
    made, _ = run(wished({"op": "replace_block", "id": "two", "text": scene},
                         {"op": "insert", "into": "file", "text": scene.replace("two", "three")}))
    assert made.ok, made.why
    assert made.text.count('"Bakery"') == 2
    assert "third" not in made.text


def test_findings_are_told_and_mended_by_the_next_answer() -> None:
    made, provider = run(
        wished({"op": "insert", "into": "two@last", "text": "show nothing_like_it"}),
        wished({"op": "place", "id": "two.d", "place": "at B2"}),
        wished(slower("3s")))
    assert (made.ok, made.attempts) == (True, 3)
    assert "lasts 3s" in made.text
    first = str(provider.asked[1].messages[-1].parts[0])
    assert "C2V101" in first
    assert "nothing_like_it" in first
    assert "change 1" in str(provider.asked[2].messages[-1].parts[0])
    assert [m.role for m in provider.asked[2].messages] == [
        "system", "user", "model", "user", "model", "user"]


def test_what_never_becomes_a_patch_leaves_everything_as_it_was() -> None:
    bad = wished({"op": "place", "id": "two.d", "place": "at B2"})
    made, provider = run(bad, bad, bad)
    assert not made.ok
    assert made.text == BOARD
    assert made.undo is None
    assert "cannot be made" in made.why
    assert "two.d" in made.why
    assert len(provider.asked) == 3


def test_geometry_mends_what_it_can_before_anybody_is_asked_again() -> None:
    made, provider = run(wished(place("at B3")))
    assert made.ok
    assert len(provider.asked) == 1
    assert made.left == ()
    assert made.undo is not None
    assert apply_patch(made.text, made.undo, "two.c2v").text == BOARD


def test_what_is_still_worse_is_told_to_the_person() -> None:
    wide = {"op": "insert", "into": "one.objects", "text": 'unused = text("x") at A1'}
    made, provider = run(wished(wide), wished(wide), wished(wide))
    assert made.ok
    assert [finding.code for finding in made.left] == ["C2V120"]
    assert len(provider.asked) == 3
    assert "can be made, but then" in str(provider.asked[1].messages[-1].parts[0])


CODED = BOARD.replace("show c }", '''show c
    python("a dot") """
      # by somebody
      c.set_opacity(0.5)
    """
  }''')


@pytest.mark.parametrize("code", [
    'python("a dot") """\n  c.set_opacity(0.2)\n"""',
    'python("a dot") """\n  c.set_opacity(0.5)\n"""',
])
def test_hatch_code_is_not_written_nor_vouched_for(code: str) -> None:
    change = wished({"op": "replace_block", "id": "two@last#1", "text": code})
    made, provider = run(change, wished({"op": "delete", "id": "two@last#1"}), text=CODED)
    assert "the code of a hatch" in str(provider.asked[1].messages[-1].parts[0])
    assert made.ok
    assert "python" not in made.text, "taking it away is allowed"


def test_a_wish_that_cannot_be_met_says_why() -> None:
    made, provider = run(wished(can=False, why="There is no sound in it to make louder."))
    assert (made.ok, made.why) == (False, "There is no sound in it to make louder.")
    assert len(provider.asked) == 1


def test_an_answer_that_does_not_come_is_an_exception() -> None:
    with pytest.raises(Unanswered):
        run(Answer("", Finish.blocked))


def test_what_cannot_be_read_is_not_revised() -> None:
    made, provider = run(text=BOARD + "scene {\n")
    assert not made.ok
    assert "mend that first" in made.why
    assert provider.asked == []


def test_errors_of_meaning_may_be_what_is_wished_away() -> None:
    made, _ = run(wished({"op": "replace_block", "id": "two@last#0", "text": "show c"}),
                  text=BOARD.replace("{ show c }", "{ show q }"))
    assert made.ok, made.why
    assert made.text == BOARD


@pytest.mark.usefixtures("sketched")
def test_every_scene_is_shown_as_it_is_now() -> None:
    made, provider = run(wished(slower()), pictures=True)
    assert made.ok
    assert [picture.name for picture in pictures(provider.asked[0])] == ["one.png", "two.png"]


def test_of_a_large_storyboard_only_what_the_wish_is_about_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("c2v_dsl.agents.critic.revising.LARGE", 100)
    made, provider = run(json.dumps({"scenes": ["two"]}), wished(slower()))
    assert made.ok
    assert "- `one` \"One\"" in words(provider.asked[0])
    assert "third" in words(provider.asked[1])
    assert "second" not in words(provider.asked[1]).split("# The storyboard")[1].split("```")[1]
