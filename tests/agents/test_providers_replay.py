"""Recorded exchanges: written once, readable, replayed anywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import (
    Answer,
    Finish,
    Message,
    Picture,
    ProviderFault,
    Request,
    Usage,
)
from c2v_dsl.agents.keys import Key
from c2v_dsl.agents.providers.replay import Recorder, Replay
from tests.agents.scripted import Scripted

ASKED = Request("planner.scene", (
    Message("system", ("You plan.\nBe short.",)),
    Message("user", ("Look:", Picture(b"\x89PNG", name="A"), Picture(b"x", content="area@unit"))),
), schema={"type": "object"}, scene="area")
SAID = Answer('scene area {\n  say "é"\n}', usage=Usage(10, 20, 30, 4), model="m-001", seconds=2.5)


def test_an_exchange_is_kept_readable_and_replayed(tmp_path: Path) -> None:
    recorder = Recorder(Scripted([SAID]), tmp_path)
    assert recorder.ask(ASKED) == SAID
    [path] = tmp_path.iterdir()
    assert path.name == f"planner.scene-area-{ASKED.key[:16]}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["answer"] == ["scene area {", '  say "é"', "}"]
    assert data["request"]["messages"][0]["parts"] == [["You plan.", "Be short."]]
    assert data["request"]["messages"][1]["parts"][2]["content"] == "area@unit"
    assert (data["asked"], data["model"], data["key"]) == ("scripted:scripted", "m-001", ASKED.key)
    assert "PNG" not in path.read_text(encoding="utf-8"), "pictures by hash only"

    replayed = Replay(tmp_path).ask(replace(ASKED, agent="other", max_tokens=5))
    assert replayed == replace(SAID, seconds=0.0, recorded=True)
    assert Replay(tmp_path).takes_video and not Replay(tmp_path).takes_grammar


def test_another_machines_pictures_replay(tmp_path: Path) -> None:
    Recorder(Scripted([SAID]), tmp_path).ask(ASKED)
    there = replace(ASKED, messages=(ASKED.messages[0], Message("user", (
        "Look:", Picture(b"\x89PNG", name="A"), Picture(b"other bytes", content="area@unit")))))
    assert Replay(tmp_path).ask(there).text == SAID.text


def test_what_is_not_recorded_says_who_asks_what(tmp_path: Path) -> None:
    Recorder(Scripted([SAID]), tmp_path).ask(ASKED)
    asked = replace(ASKED, agent="coder", messages=(Message("user", ("?",)),))
    with pytest.raises(ProviderFault) as caught:
        Replay(tmp_path).ask(asked)
    assert caught.value.kind == "missing" and not caught.value.passing
    for word in ("coder", "area", str(tmp_path), asked.key[:16], "--record"):
        assert word in str(caught.value)


def test_paid_answers_are_not_paid_again(tmp_path: Path) -> None:
    provider = Scripted([SAID, "another"])
    client = Client(Recorder(provider, tmp_path))
    client.ask(ASKED)
    assert client.ask(ASKED).recorded
    assert len(provider.asked) == 1
    assert client.budget.spent.tokens == SAID.usage.total
    assert client.account.total().recorded == 1


def test_another_model_is_asked_itself(tmp_path: Path) -> None:
    Recorder(Scripted([SAID]), tmp_path).ask(ASKED)
    other = Scripted(["mine"])
    other.model = "better"
    assert Recorder(other, tmp_path).ask(ASKED).text == "mine"
    assert Replay(tmp_path).ask(ASKED).text == "mine"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("finish", [Finish.length, Finish.blocked, Finish.empty])
def test_an_answer_that_is_not_whole_is_not_kept(tmp_path: Path, finish: Finish) -> None:
    recorder = Recorder(Scripted([Answer("half", finish), SAID]), tmp_path)
    assert recorder.ask(ASKED).finish is finish
    assert recorder.ask(ASKED) == SAID


def test_a_key_never_gets_into_a_recording(tmp_path: Path) -> None:
    key = Key("sk-secret-0123456789")
    asked = Request("coder", (Message("user", (f"my key is {key.reveal()}",)),))
    Recorder(Scripted([f"you said {key.reveal()}"]), tmp_path).ask(asked)
    [path] = tmp_path.iterdir()
    assert key.reveal() not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"answer": 5}', '{"model": "x"}'])
def test_a_damaged_recording_is_named(tmp_path: Path, text: str) -> None:
    Recorder(Scripted([SAID]), tmp_path).ask(ASKED)
    [path] = tmp_path.iterdir()
    replay = Replay(tmp_path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProviderFault, match=path.name) as caught:
        replay.ask(ASKED)
    assert caught.value.kind == "missing"


def test_nothing_to_replay(tmp_path: Path) -> None:
    with pytest.raises(ProviderFault, match="nothing is recorded"):
        Replay(tmp_path)
    with pytest.raises(ProviderFault, match="there is no folder"):
        Replay(tmp_path / "nowhere")
