"""Asking: patience, wrong answers by name, the account, and a budget that stops."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, Field

from c2v_dsl.agents.budget import Account, Entry
from c2v_dsl.agents.client import LONGEST_WAIT, Client, Unanswered, unfenced
from c2v_dsl.agents.exchange import (
    Answer,
    Finish,
    Message,
    Picture,
    ProviderFault,
    Request,
    Usage,
    Video,
)
from tests.agents.scripted import Said, Scripted

ROOT = Path(__file__).parents[2]
BUSY = ProviderFault("quota", "too many requests", 20)
DOWN = ProviderFault("server", "out of order")
EMPTY = Answer("", Finish.empty)
CUT = Answer("half", Finish.length, Usage(answer=1000, thinking=200))


def hello(agent: str = "planner.scene", scene: str = "area", **more: Any) -> Request:
    return Request(agent, (Message("user", ("Hello",)),), scene=scene, **more)


def asking(said: Sequence[Said], **more: Any) -> tuple[Client, Scripted, list[float]]:
    provider, waited = Scripted(said), list[float]()
    return Client(provider, sleep=waited.append, **more), provider, waited


@pytest.mark.parametrize("module", ["client", "providers", "providers.replay", "budget", "keys"])
def test_no_sdk_is_loaded_before_a_model_is_chosen(module: str) -> None:
    program = (
        f"import sys, c2v_dsl.agents.{module}\n"
        "heavy = {'google', 'openai', 'httpx2', 'tenacity', 'keyring', 'manim'} & set(sys.modules)"
        "\nassert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# ------------------------------------------------------------------ patience


def test_it_asks_again_where_that_can_help_and_waits_as_it_is_told() -> None:
    client, provider, waited = asking([BUSY, DOWN, DOWN, "fine"])
    assert client.ask(hello()).text == "fine"
    assert len(provider.asked) == 4
    assert 20 <= waited[0] <= 21, "Retry-After"
    assert 2 <= waited[1] <= 3 and 4 <= waited[2] <= 5, "twice as long every time"


def test_it_gives_up_after_its_retries() -> None:
    client, provider, _ = asking([DOWN] * 9, retries=2)
    with pytest.raises(Unanswered, match=r"out of order \(asked 3 times\)") as caught:
        client.ask(hello())
    assert caught.value.kind == "server" and len(provider.asked) == 3


@pytest.mark.parametrize("kind", ["key", "credit", "request", "missing", "setup"])
def test_what_asking_again_does_not_help_is_asked_once(kind: str) -> None:
    client, provider, waited = asking([ProviderFault(kind, "no")])
    with pytest.raises(Unanswered, match=r"^no$") as caught:
        client.ask(hello())
    assert caught.value.kind == kind and len(provider.asked) == 1 and not waited


def test_where_nothing_ever_answered_it_gives_up_soon() -> None:
    lost = ProviderFault("network", "cannot be reached")
    client, provider, _ = asking([lost] * 9)
    with pytest.raises(Unanswered, match="asked 2 times"):
        client.ask(hello())
    client, provider, _ = asking(["fine", lost, lost, lost, "fine"])
    client.ask(hello())
    assert client.ask(hello()).text == "fine" and len(provider.asked) == 5


def test_it_does_not_wait_for_hours() -> None:
    client, provider, waited = asking([ProviderFault("quota", "later", LONGEST_WAIT + 1)])
    with pytest.raises(Unanswered, match="later"):
        client.ask(hello())
    assert len(provider.asked) == 1 and not waited


# ------------------------------------------------------------------ answers that are none


def test_a_cut_off_answer_is_asked_for_once_with_more_room() -> None:
    client, provider, _ = asking([CUT, "whole"])
    assert client.ask(hello(max_tokens=3000)).text == "whole"
    assert [request.max_tokens for request in provider.asked] == [3000, 6000]
    assert provider.asked[0].key == provider.asked[1].key, "it is the same question"
    client, provider, _ = asking([CUT, CUT])
    with pytest.raises(Unanswered, match="1,000, after 200 of thinking") as caught:
        client.ask(hello())
    assert caught.value.kind == "length"


def test_an_answer_with_all_the_room_there_is_is_not_asked_for_again() -> None:
    client, provider, _ = asking([CUT])
    with pytest.raises(Unanswered):
        client.ask(hello(max_tokens=65_536))
    assert len(provider.asked) == 1


def test_an_empty_answer_is_asked_for_once_more() -> None:
    client, provider, _ = asking([EMPTY, "something"])
    assert client.ask(hello()).text == "something"
    client, provider, _ = asking([DOWN, EMPTY, Answer(" \n")])
    with pytest.raises(Unanswered, match="answered nothing") as caught:
        client.ask(hello())
    assert caught.value.kind == "empty" and len(provider.asked) == 3


def test_a_blocked_answer_is_not_asked_for_again() -> None:
    client, provider, _ = asking([Answer("", Finish.blocked, detail="met a safety filter")])
    with pytest.raises(Unanswered, match="held the answer back: met a safety filter") as caught:
        client.ask(hello())
    assert caught.value.kind == "blocked" and len(provider.asked) == 1


# ------------------------------------------------------------------ answers with a shape


class Scene(BaseModel):
    title: str = Field(max_length=20)
    seconds: int


class Outline(BaseModel):
    scenes: list[Scene]


GOOD = '{"scenes": [{"title": "Area", "seconds": 5}]}'


@pytest.mark.parametrize("text", [
    GOOD,
    f"```json\n{GOOD}\n```",
    f"```\n{GOOD}",
    f"Here is the outline [1]:\n\n{GOOD}\n\nIt has {{one}} scene.",
    f"First {{}}.\n```json\n{GOOD}\n```\nDone.",
    '{"scenes": [{"title": "a ```b``` c", "seconds": 5}]}',
])
def test_json_is_found_whatever_stands_around_it(text: str) -> None:
    client, provider, _ = asking([text])
    outline, answer = client.ask_for(hello(), Outline)
    assert outline.scenes[0].seconds == 5 and answer.text == text
    assert provider.asked[0].schema == Outline.model_json_schema()


def test_what_does_not_fit_is_told_once_in_short_lines() -> None:
    wrong = '{"scenes": [{"title": "A title that is much too long", "seconds": "five"}, {}]}'
    client, provider, _ = asking([wrong, GOOD])
    assert client.ask_for(hello(), Outline)[0].scenes[0].title == "Area"
    mine, told = provider.asked[1].messages[-2:]
    assert mine == Message("model", (wrong,)) and told.role == "user"
    [words] = told.parts
    assert isinstance(words, str)
    assert '- scenes[0].title: String should have at most 20 characters, not "A title' in words
    assert '- scenes[0].seconds: Input should be a valid integer' in words
    assert "- scenes[1].title: Field required\n" in words
    assert "pydantic" not in words and "scenes.0" not in words


@pytest.mark.parametrize("text", ["I would rather not.", '{"scenes": [{"title": "A', "[]", "null"])
def test_a_second_wrong_shape_is_the_last(text: str) -> None:
    client, provider, _ = asking([text, text])
    with pytest.raises(Unanswered, match="not what was asked for") as caught:
        client.ask_for(hello(), Outline)
    assert caught.value.kind == "shape" and len(provider.asked) == 2
    assert len(str(caught.value)) < 400


def test_prose_is_told_to_be_no_json() -> None:
    client, provider, _ = asking(["I would rather not.", GOOD])
    client.ask_for(hello(), Outline)
    assert "- the answer: there is no JSON in it" in str(provider.asked[1].messages[-1].parts[0])


def test_many_problems_are_told_in_part() -> None:
    client, provider, _ = asking([f'{{"scenes": [{", ".join(["{}"] * 30)}]}}', GOOD])
    client.ask_for(hello(), Outline)
    words = str(provider.asked[1].messages[-1].parts[0])
    assert words.count("\n- ") == 13 and "- and 48 more" in words


def test_a_fence_is_taken_off_and_may_lack_its_end() -> None:
    assert unfenced("Sure:\n```c2v\nscene a {}\n```\nbye") == "scene a {}"
    assert unfenced("```python\nx = 1\n") == "x = 1"
    assert unfenced("  plain ") == "plain"


# ------------------------------------------------------------------ account and journal


def test_every_attempt_is_on_the_account_and_in_the_journal() -> None:
    told: list[tuple[str, object, int]] = []
    paid = Answer("fine", usage=Usage(1_000_000, 100_000, 100_000, 500_000),
                  model="gpt-5.6-terra-2026-07-09")
    client, _, _ = asking(
        [DOWN, CUT, paid, Answer("free", usage=Usage(7, 7), recorded=True), "words"],
        journal=lambda request, came, number: told.append((request.scene, came, number)))
    client.ask(hello())
    client.ask(hello(scene="limits"))
    client.ask(hello("critic"))
    assert [number for _, _, number in told] == [1, 2, 3, 1, 1]
    assert told[0][1] is DOWN and told[2][1] is paid
    entries = client.account.entries()
    area = entries["planner.scene", "area"]
    assert (area.asked, area.faults, area.recorded) == (3, 1, 0)
    assert area.usage == paid.usage + CUT.usage
    assert area.money == pytest.approx((0.5 * 2.00) + (0.5 * 0.20) + (0.2 * 12.00))
    assert entries["planner.scene", "limits"].recorded == 1
    assert entries["planner.scene", "limits"].money == 0
    assert client.account.by_agent().keys() == {"planner.scene", "critic"}
    assert client.account.by_scene()["area"].asked == 4
    assert client.account.unpriced == {"scripted"}
    assert client.account.total().asked == 5
    assert client.budget.spent.tokens == CUT.usage.total + paid.usage.total + 2


def test_an_account_adds_from_many_threads() -> None:
    account = Account()

    def add() -> None:
        for _ in range(500):
            account.add("a", "", Entry(1, usage=Usage(1, 2, 3, 4), money=0.5))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account.total() == Entry(2000, usage=Usage(2000, 4000, 6000, 8000), money=1000.0)


def test_the_journal_hears_one_attempt_at_a_time() -> None:
    inside, most = 0, 0

    def journal(*_: Any) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.005)
        inside -= 1

    client = Client(Scripted(lambda request: "fine"), journal=journal)
    threads = [threading.Thread(target=client.ask, args=(hello(),)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1 and client.account.total().asked == 6


# ------------------------------------------------------------------ the request's key


def test_a_request_is_known_by_what_is_said() -> None:
    one = hello()
    assert one.key == hello("critic", "other", max_tokens=5, temperature=1.0, seconds=3.0).key
    assert one.key != hello(schema={"type": "object"}).key
    assert one.key != Request("a", (Message("model", ("Hello",)),)).key


def test_a_drawn_picture_is_known_by_what_it_shows() -> None:
    def key(*parts: str | Picture | Video) -> str:
        return Request("judge", (Message("user", parts),)).key

    assert key(Picture(b"1")) != key(Picture(b"2"))
    assert key(Picture(b"1", content="area@unit")) == key(Picture(b"2", content="area@unit"))
    assert key(Picture(b"1", content="area@unit")) != key(Picture(b"1", content="area@shear"))
    assert key(Video(b"1", content="area")) == key(Video(b"2", content="area"))
    assert key(Video(b"1", content="area")) != key(Video(b"1", content="area", fps=1))
