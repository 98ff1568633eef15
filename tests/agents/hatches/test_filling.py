"""Several hatches of one scene are filled one after the other, each into its own place."""

from __future__ import annotations

import re

from c2v_dsl import check
from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Request
from c2v_dsl.agents.hatches import fill
from tests.agents.scripted import Scripted

STORYBOARD = """c2v 1
storyboard "Dough" {
  theme chalk
}

scene dough "Dough" {
  objects {
    first = python("one dot") in A1:B6
    second = python("two dots") in C1:D6
    third = python("three dots") in E1:F6
  }

  beat grow "Dough grows" {
    draw first, second, third
  }
}
"""
COUNTS = {"one": 1, "two": 2, "three": 3}


def _answer(request: Request) -> str:
    asked = "".join(part for part in request.messages[-1].parts if isinstance(part, str))
    intent = re.search(r"“(\w+) dots?”", asked)
    assert intent is not None
    many = COUNTS[intent[1]]
    return f"```python\nreturn VGroup(*[Dot([k, 0, 0]) for k in range({many})])\n```"


def test_every_hatch_gets_its_own_code() -> None:
    filled = fill(STORYBOARD, "lesson.c2v", Client(Scripted(_answer)), sandbox="off")
    assert check(filled.text).ok, filled.text
    assert not filled.left
    assert [id.split(".")[-1] for id in filled.filled] == ["first", "second", "third"]
    codes = re.findall(r'(\w+) = python\("\w+ dots?"\).*?range\((\d)\)', filled.text, re.S)
    assert codes == [("first", "1"), ("second", "2"), ("third", "3")]
