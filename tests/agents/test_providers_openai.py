"""OpenAI-compatible endpoints through the real library."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from pydantic import BaseModel

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import (
    Finish,
    Message,
    Picture,
    ProviderFault,
    Request,
    Usage,
    Video,
)
from c2v_dsl.agents.keys import Key, NoKey
from c2v_dsl.agents.providers import grammars
from c2v_dsl.agents.providers.openai import MOST_FRAMES, URL, OpenAI, make
from tests.agents.gemini_server import Reply
from tests.agents.openai_server import Body, OpenAIServer, failed, openai_server, said

KEY = "sk-not-a-real-key-0123456789"


def hello(**more: Any) -> Request:
    return Request("planner.scene", (
        Message("system", ("You plan.", "Well.")), Message("user", ("Hello",)),
        Message("model", ("Hi",)), Message("user", ("Go on",))), **more)


def asking(speaks: OpenAIServer, **more: Any) -> OpenAI:
    return OpenAI(Key(KEY), "my-model", url=speaks.url, **more)


def test_words_go_and_come_with_tokens_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    with openai_server(said("A fine plan.", reasoning=7, cached=60)) as server:
        answer = asking(server).ask(hello(temperature=0.3, max_tokens=900))
    assert (answer.text, answer.finish, answer.model) == (
        "A fine plan.", Finish.done, "served-model")
    assert answer.usage == Usage(prompt=100, answer=20, thinking=7, cached=60)
    assert server.asked == [{
        "model": "my-model", "max_tokens": 900, "temperature": 0.3, "messages": [
            {"role": "system", "content": "You plan.\n\nWell."},
            {"role": "user", "content": "Hello"},
            {"role": "assistant", "content": "Hi"},
            {"role": "user", "content": "Go on"}]}]
    assert server.keys == [f"Bearer {KEY}"]


def test_openai_itself_is_asked_in_its_own_words() -> None:
    with openai_server(said("x")) as server:
        asking(server, server="openai").ask(hello(max_tokens=900))
    assert server.asked[0]["max_completion_tokens"] == 900 and "max_tokens" not in server.asked[0]


# ------------------------------------------------------------------ pictures and videos


def video(seconds: float, fps: int = 10) -> bytes:
    """Grey pictures that grow lighter."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as out:
        stream = out.add_stream("libx264", fps)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        count = round(seconds * fps)
        for number in range(count):
            grey = np.full((48, 64, 3), 250 * number // count, np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(grey, "rgb24")))
        out.mux(stream.encode())
    return file.getvalue()


def shown(server: OpenAIServer) -> tuple[list[str], list[Image.Image]]:
    parts = server.asked[0]["messages"][0]["content"]
    pictures = [part["image_url"]["url"].removeprefix("data:image/png;base64,")
                for part in parts if part["type"] == "image_url"]
    return ([part["text"] for part in parts if part["type"] == "text"],
            [Image.open(io.BytesIO(base64.b64decode(one))) for one in pictures])


def test_a_video_becomes_pictures_with_their_seconds() -> None:
    asked = Request("critic", (
        Message("user", ("Look:", Video(video(3.0), fps=2, name="the scene"), "Well?")),))
    with openai_server(said("seen")) as server:
        asking(server).ask(asked)
    words, pictures = shown(server)
    assert words == ["Look:", *(f"the scene, second {n / 2}:" for n in range(6)), "Well?"]
    greys = [int(np.asarray(one).mean()) for one in pictures]
    assert greys == sorted(greys) and greys[0] < 20 and greys[-1] > 180
    assert pictures[0].size == (64, 48)


def test_a_long_video_becomes_so_many_pictures_at_most() -> None:
    asked = Request("critic", (Message("user", (Video(video(30.0), fps=5),)),))
    with openai_server(said("seen")) as server:
        asking(server).ask(asked)
    words, pictures = shown(server)
    assert len(pictures) == MOST_FRAMES
    assert words[-1] == "video, second 28.8:", "over its whole length"


def test_pictures_go_along_and_what_is_no_video_is_said() -> None:
    picture = Picture(b"\xff\xd8jpeg", "image/jpeg")
    with openai_server(said("seen")) as server:
        asking(server).ask(Request("judge", (Message("user", (picture,)),)))
        [part] = server.asked[0]["messages"][0]["content"]
        assert part["image_url"]["url"] == "data:image/jpeg;base64,/9hqcGVn"
        with pytest.raises(ProviderFault, match="cannot be read"):
            asking(server).ask(Request("judge", (Message("user", (Video(b"no video"),)),)))


# ------------------------------------------------------------------ schemas and grammars


class Scene(BaseModel):
    title: str
    seconds: int = 5
    note: str | None = None


class Outline(BaseModel):
    scenes: list[Scene]


class Free(BaseModel):
    names: dict[str, int]


GOOD = '{"scenes": [{"title": "A", "seconds": 5, "note": null}]}'


def test_a_schema_is_held_strictly_where_it_can_be() -> None:
    with openai_server(said(GOOD)) as server:
        outline, _ = Client(asking(server)).ask_for(hello(), Outline)
    assert outline.scenes[0].title == "A"
    held = server.asked[0]["response_format"]["json_schema"]
    assert held["strict"] is True
    scene = held["schema"]["properties"]["scenes"]["items"]
    assert scene["required"] == ["title", "seconds", "note"]
    assert scene["additionalProperties"] is False
    with openai_server(said('{"names": {"a": 1}}')) as server:
        Client(asking(server)).ask_for(hello(), Free)
    assert server.asked[0]["response_format"]["json_schema"]["strict"] is False


def test_a_server_that_refuses_a_schema_is_asked_in_words_from_then_on() -> None:
    def judge(body: Body) -> Reply:
        if "response_format" in body:
            return failed(400, "response_format is not supported")
        return said(f"Sure:\n```json\n{GOOD}\n```")

    with openai_server(judge) as server:
        client = Client(asking(server))
        client.ask_for(hello(), Outline)
        client.ask_for(hello(), Outline)
    refused, first, second = server.asked
    assert "response_format" in refused and "response_format" not in second
    assert first["messages"][-1]["content"].startswith("Go on\n\nAnswer with JSON of this schema")
    assert '"seconds"' in first["messages"][-1]["content"]


def test_a_model_with_less_room_than_is_allowed_keeps_its_own_limit() -> None:
    def judge(body: Body) -> Reply:
        if "max_tokens" in body:
            return failed(400, "'max_tokens' is too large: 32768. It must be at most 8192")
        return failed(400, "no schemas") if "response_format" in body else said(GOOD)

    with openai_server(judge) as server:
        client = Client(asking(server))
        client.ask_for(hello(), Outline)
        client.ask_for(hello(), Outline)
    assert len(server.asked) == 4


def test_claude_takes_a_schema_in_words() -> None:
    with openai_server(said(GOOD)) as server:
        Client(asking(server, server="claude")).ask_for(hello(), Outline)
    assert "response_format" not in server.asked[0]
    assert "this schema" in server.asked[0]["messages"][-1]["content"]


def test_a_request_refused_for_another_reason_stays_refused() -> None:
    with openai_server(failed(400, "context too long")) as server:
        provider = asking(server)
        for _ in range(2):
            with pytest.raises(ProviderFault, match="context too long"):
                provider.ask(hello(schema={"type": "object"}))
    assert ["response_format" in body for body in server.asked] == [True, False] * 2


@pytest.mark.parametrize(("owner", "form"), [
    ("vllm", {"structured_outputs": {"grammar": grammars.gbnf()}}),
    ("llamacpp", {"grammar": grammars.gbnf()}),
])
def test_servers_that_take_a_grammar_are_known_by_their_models(
    owner: str, form: dict[str, Any]
) -> None:
    with openai_server(said("scene a {\n}"), owner=owner) as server:
        provider = asking(server)
        assert provider.takes_grammar
        provider.ask(hello(grammar="c2v"))
    assert server.asked[0].items() >= form.items()


def test_openai_holds_to_a_grammar_by_a_tool() -> None:
    call = {"id": "1", "type": "custom",
            "custom": {"name": "storyboard", "input": "scene a {\n}"}}
    with openai_server(said(None, "tool_calls", tool_calls=[call])) as server:
        answer = asking(server, server="openai").ask(hello(grammar="c2v"))
    assert (answer.text, answer.finish) == ("scene a {\n}", Finish.done)
    [tool] = server.asked[0]["tools"]
    assert tool["custom"]["format"]["grammar"] == {
        "syntax": "lark", "definition": grammars.lark()}
    assert server.asked[0]["tool_choice"] == {"type": "custom", "custom": {"name": "storyboard"}}


def test_other_servers_are_asked_without_a_grammar_and_one_that_refuses_it_too() -> None:
    with openai_server(said("scene a {\n}"), owner="library") as server:
        assert not asking(server).takes_grammar
        asking(server).ask(hello(grammar="c2v"))
    assert "grammar" not in server.asked[0]

    def judge(body: Body) -> Reply:
        return failed(400, "grammar too large") if "grammar" in body else said("scene a {\n}")

    with openai_server(judge, owner="llamacpp") as server:
        provider = asking(server)
        assert provider.ask(hello(grammar="c2v")).text == "scene a {\n}"
        assert not provider.takes_grammar


# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(("reply", "finish", "text", "told"), [
    (said("half", "length"), Finish.length, "half", ""),
    (said("", "length", reasoning=900), Finish.length, "", "900 tokens went into thinking"),
    (said(None, "content_filter"), Finish.blocked, "", "filter"),
    (said(None, refusal="I cannot do that"), Finish.blocked, "", "I cannot do that"),
    (said(""), Finish.empty, "", ""),
    (Reply({"id": "1", "choices": []}), Finish.empty, "", ""),
    (said("<think>\nhm, let me\n</think>\n\nYes."), Finish.done, "Yes.", ""),
])
def test_answers_that_are_not_whole_say_so(
    reply: Reply, finish: Finish, text: str, told: str
) -> None:
    with openai_server(reply) as server:
        answer = asking(server).ask(hello())
    assert (answer.finish, answer.text) == (finish, text)
    assert told in answer.detail


@pytest.mark.parametrize(("reply", "kind", "wait"), [
    (failed(429, "slow down", {"Retry-After": "7"}), "quota", 7.0),
    (failed(429, "pay first", code="insufficient_quota"), "credit", None),
    (failed(401, f"Incorrect API key provided: {KEY}"), "key", None),
    (failed(404, "no such model"), "request", None),
    (failed(400, "too long"), "request", None),
    (Reply({}, 307, {"Location": "http://127.0.0.1:9/"}), "request", None),
    (failed(503, "overloaded"), "server", None),
    (Reply(b"<html>Bad gateway</html>", 502), "server", None),
    (Reply(b"<html>Please log in</html>"), "garbage", None),
    (Reply([1]), "garbage", None),
    (Reply("words"), "garbage", None),
    (Reply({"choices": []}, drop=True), "network", None),
])
def test_every_failure_has_a_name(reply: Reply, kind: str, wait: float | None) -> None:
    with openai_server(reply) as server, pytest.raises(ProviderFault) as caught:
        asking(server).ask(hello())
    assert (caught.value.kind, caught.value.retry_after) == (kind, wait)
    assert KEY not in str(caught.value) and "<html" not in str(caught.value)
    assert len(server.asked) == 1, "the library itself asks once"


def test_a_server_that_is_slow_or_not_there() -> None:
    with (openai_server(Reply({}, seconds=0.2)) as server,
          pytest.raises(ProviderFault, match="in time")):
        asking(server).ask(hello(seconds=0.05))
    with pytest.raises(ProviderFault, match="cannot be reached") as caught:
        OpenAI(None, "m", url="http://127.0.0.1:9/v1").ask(hello())
    assert caught.value.kind == "network"


# ------------------------------------------------------------------ from the command line


@pytest.fixture
def no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "C2V_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("c2v_dsl.agents.keys.find_spec", lambda name: None)
    return monkeypatch


def test_each_key_goes_to_its_owner_only(no_keys: pytest.MonkeyPatch) -> None:
    def key(argument: str) -> str:
        return make(argument, None)._client.api_key

    no_keys.setenv("OPENAI_API_KEY", "of-openai")
    assert (make("gpt", None).url, key("gpt")) == (URL, "of-openai")
    assert key("llama3@http://localhost:11434/v1") == "none"
    with pytest.raises(NoKey, match="ANTHROPIC_API_KEY"):
        make("claude-opus-5@https://api.anthropic.com/v1/", None)
    no_keys.setenv("ANTHROPIC_API_KEY", "of-claude")
    assert key("claude-opus-5@https://api.anthropic.com/v1/") == "of-claude"
    no_keys.setenv("C2V_API_KEY", "of-host")
    assert key("m@https://models.example/v1") == "of-host"
    no_keys.delenv("OPENAI_API_KEY")
    with pytest.raises(NoKey, match="OPENAI_API_KEY"):
        make("gpt", None)


def test_what_is_behind_an_address_may_be_said(no_keys: pytest.MonkeyPatch) -> None:
    assert make("m@http://localhost:8000/v1#vllm", None).takes_grammar
    with pytest.raises(ProviderFault, match="there are vllm and llama"):
        make("m@http://localhost:8000/v1#wllm", None)
    with pytest.raises(ProviderFault, match="is no address"):
        make("m@localhost:8000", None)
