"""Gemini through the real library against a server that speaks its protocol."""

from __future__ import annotations

import base64
import threading
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from c2v_dsl.agents.client import Client, Unanswered
from c2v_dsl.agents.exchange import (
    Finish,
    Message,
    Picture,
    ProviderFault,
    Request,
    Usage,
    Video,
)
from c2v_dsl.agents.keys import Key
from c2v_dsl.agents.providers import gemini as provider
from c2v_dsl.agents.providers.gemini import MODEL, Gemini
from tests.agents.gemini_server import GeminiServer, Reply, failed, gemini, said

KEY = "AIza-not-a-real-key-0123456789"


def hello(**more: Any) -> Request:
    return Request("planner.scene", (
        Message("system", ("You plan.",)), Message("user", ("Hello",))), **more)


def asking(server: GeminiServer, **more: Any) -> Gemini:
    return Gemini(Key(KEY), url=server.url, sleep=lambda _: None, **more)


def fault(*replies: Reply, **more: Any) -> ProviderFault:
    with gemini(*replies) as server, pytest.raises(ProviderFault) as caught:
        asking(server, **more).ask(hello())
    assert KEY not in str(caught.value)
    return caught.value


def test_words_go_and_come_with_tokens_counted() -> None:
    with gemini(said("A fine plan.", thinking=7, cached=60, thoughts="let me see")) as server:
        answer = asking(server).ask(hello(temperature=0.3, max_tokens=900))
    assert (answer.text, answer.finish) == ("A fine plan.", Finish.done)
    assert answer.usage == Usage(prompt=100, answer=3, thinking=7, cached=60)
    assert answer.model == "gemini-3.8-flash-001" and answer.seconds > 0
    assert server.calls == [f"POST /v1beta/models/{MODEL}:generateContent"]
    [body] = server.asked
    assert body["systemInstruction"]["parts"] == [{"text": "You plan."}]
    assert body["contents"] == [{"role": "user", "parts": [{"text": "Hello"}]}]
    assert body["generationConfig"] == {"temperature": 0.3, "maxOutputTokens": 900}
    assert server.keys == [KEY]


def test_nothing_in_the_environment_leads_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("GOOGLE_GENAI_USE_VERTEXAI", "true")
    monkeypatch.setenv("GOOGLE_GENAI_API_VERSION", "v1")
    monkeypatch.setenv("GOOGLE_API_KEY", "another")
    with gemini(said("here")) as server:
        assert asking(server).ask(hello()).text == "here"
    assert server.keys == [KEY]
    assert Gemini(Key(KEY))._client._api_client._http_options.base_url == provider.URL


def test_pictures_and_short_videos_go_along() -> None:
    picture, video = Picture(b"\x89PNG\xff\xfe", name="A"), Video(b"\0\0mp4", fps=5)
    with gemini(said("seen")) as server:
        asking(server).ask(Request("judge", (Message("user", ("Look:", picture, video)),)))
    words, shown, moving = server.asked[0]["contents"][0]["parts"]
    assert words == {"text": "Look:"}
    assert base64.urlsafe_b64decode(shown["inlineData"]["data"]) == picture.data
    assert shown["inlineData"]["mimeType"] == "image/png"
    assert moving["inlineData"]["mimeType"] == "video/mp4"
    assert moving["videoMetadata"] == {"fps": 5} and moving["mediaProcessing"] == "STATIC"


def test_long_videos_are_uploaded_waited_for_and_deleted() -> None:
    data = bytes(provider.MOST_INLINE) + b"end"
    with gemini(said("seen")) as server:
        server.processing = 2
        answer = asking(server).ask(
            Request("critic", (Message("user", (Video(data), "What is wrong?")),)))
        assert answer.text == "seen"
        assert server.uploaded == {"files/0": data}
        assert server.calls[-1] == "DELETE /v1beta/files/0" and not server.files
    moving = server.asked[0]["contents"][0]["parts"][0]
    assert moving["fileData"] == {"fileUri": f"{server.url}/v1beta/files/0",
                                  "mimeType": "video/mp4"}


def test_an_uploaded_video_goes_away_also_where_nothing_came_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(provider, "MOST_INLINE", 3)
    asked = Request("critic", (Message("user", (Video(b"long"),)),))
    with gemini(failed(500, "no")) as server:
        with pytest.raises(ProviderFault, match="out of order"):
            asking(server).ask(asked)
        assert server.uploaded and not server.files
        server.file_state = "FAILED"
        with pytest.raises(ProviderFault, match="could not read") as caught:
            asking(server).ask(asked)
        assert not caught.value.passing and not server.files
        server.processing = 10_000
        with pytest.raises(ProviderFault, match="ready in 180 s"):
            asking(server).ask(asked)
        assert not server.files


class Kind(StrEnum):
    text = "text"
    plot = "plot"


class Text(BaseModel):
    kind: Literal["text"]
    words: Annotated[str, Field(max_length=20, pattern="^[A-Z]")]


class Plot(BaseModel):
    kind: Literal["plot"]
    parts: list[Plot] = []


class Plan(BaseModel):
    kind: Kind = Field(description="what is first")
    first: Text | Plot = Field(discriminator="kind")
    minutes: Annotated[int, Field(ge=1, le=9)] = 3


def test_a_schema_holds_the_answer_in_the_words_gemini_knows() -> None:
    text = '{"kind": "text", "first": {"kind": "text", "words": "Hello"}}'
    with gemini(said(text)) as server:
        plan, _ = Client(asking(server)).ask_for(hello(), Plan)
    assert isinstance(plan.first, Text) and plan.minutes == 3
    config = server.asked[0]["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    schema = config["responseJsonSchema"]
    assert not {"const", "pattern", "maxLength", "discriminator", "oneOf", "default"} & words(
        schema)
    assert schema["properties"]["kind"] == {
        "title": "Kind", "type": "string", "enum": ["text", "plot"],
        "description": "what is first"}
    assert schema["properties"]["first"]["anyOf"][0]["properties"]["kind"]["enum"] == ["text"]
    assert schema["properties"]["minutes"]["maximum"] == 9
    assert schema["$defs"].keys() == {"Plot"}, "only what contains itself stays apart"


def test_a_schema_that_is_too_much_for_gemini_is_told_in_words_from_then_on() -> None:
    text = '{"kind": "plot", "first": {"kind": "plot"}}'

    def judge(body: dict[str, Any]) -> Reply:
        if "responseJsonSchema" in body["generationConfig"]:
            return failed(400, "The schema produces a constraint with too many states")
        return said(text)

    with gemini(judge) as server:
        client = Client(asking(server))
        for _ in range(2):
            assert client.ask_for(hello(), Plan)[0].first == Plot(kind="plot")
    assert len(server.asked) == 3
    asked = server.asked[-1]["contents"][-1]["parts"]
    assert asked[0] == {"text": "Hello"} and '"discriminator"' in asked[1]["text"]


def words(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(words, schema))
    if not isinstance(schema, dict):
        return set()
    return schema.keys() | words(list(schema.values()))


@pytest.mark.parametrize(("reply", "finish", "text", "told"), [
    (said("half a sto", "MAX_TOKENS"), Finish.length, "half a sto", ""),
    (said(None, "MAX_TOKENS", thinking=900), Finish.length, "", "900 tokens went into thinking"),
    (said(None, "SAFETY"), Finish.blocked, "", "safety filter"),
    (said("once upon", "RECITATION"), Finish.blocked, "", "recitation"),
    (Reply({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}), Finish.blocked, "",
     "PROHIBITED_CONTENT"),
    (said("", "OTHER"), Finish.empty, "", "OTHER"),
    (said("a thing", "MALFORMED_FUNCTION_CALL"), Finish.empty, "", "MALFORMED"),
    (said(""), Finish.empty, "", ""),
    (said("unknown", "A_NEW_REASON"), Finish.empty, "", "A_NEW_REASON"),
    (Reply({}), Finish.empty, "", ""),
    (Reply({"candidates": []}), Finish.empty, "", ""),
    (Reply({"candidates": "many"}), Finish.empty, "", ""),
    (Reply([1, 2]), Finish.empty, "", ""),
    (Reply("words"), Finish.empty, "", ""),
])
def test_answers_that_are_not_whole_say_so(
    reply: Reply, finish: Finish, text: str, told: str
) -> None:
    with gemini(reply) as server:
        answer = asking(server).ask(hello())
    assert (answer.finish, answer.text) == (finish, text)
    assert told in answer.detail


RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "13.5s"}
PER_DAY = {"@type": "type.googleapis.com/google.rpc.QuotaFailure",
           "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}
BAD_KEY = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}


@pytest.mark.parametrize(("reply", "kind", "passing", "wait"), [
    (failed(429, "slow down", {"Retry-After": "7"}), "quota", True, 7.0),
    (failed(429, "slow down", details=[RETRY_INFO]), "quota", True, 13.5),
    (failed(429, "enough", details=[PER_DAY, RETRY_INFO]), "credit", False, None),
    (failed(500, "internal"), "server", True, None),
    (failed(503, "overloaded", {"Retry-After": "2"}), "server", True, 2.0),
    (Reply(b"<html>Bad gateway</html>", 502), "server", True, None),
    (failed(408, "too slow"), "server", True, None),
    (failed(400, f"API key not valid: {KEY}", details=[BAD_KEY]), "key", False, None),
    (failed(403, "not allowed"), "key", False, None),
    (failed(404, "no such model"), "request", False, None),
    (failed(400, "schema too deep"), "request", False, None),
    (Reply({}, 302, {"Location": "http://127.0.0.1:9/"}), "request", False, None),
    (Reply(b"<html>Please log in</html>"), "garbage", True, None),
    (Reply(b'{"candidates": [{"content"'), "garbage", True, None),
    (Reply(b"\xff\xfe\x00"), "garbage", True, None),
    (Reply({"candidates": []}, drop=True), "network", True, None),
])
def test_every_failure_has_a_name(
    reply: Reply, kind: str, passing: bool, wait: float | None
) -> None:
    caught = fault(reply)
    assert (caught.kind, caught.passing, caught.retry_after) == (kind, passing, wait)
    assert "\n" not in str(caught) and "<html" not in str(caught)


def test_a_server_that_thinks_for_ever_is_given_up() -> None:
    assert fault(Reply({}, seconds=0.2), seconds=0.05).kind == "network"
    with (gemini(Reply({}, seconds=0.2)) as server,
          pytest.raises(ProviderFault, match="in time")):
        asking(server).ask(hello(seconds=0.05))


def test_nobody_there() -> None:
    with pytest.raises(ProviderFault, match="cannot be reached") as caught:
        Gemini(Key(KEY), url="http://127.0.0.1:9").ask(hello())
    assert caught.value.kind == "network"


def test_the_client_waits_as_long_as_it_is_told_and_comes_through() -> None:
    waited: list[float] = []
    with gemini(failed(429, "slow", {"Retry-After": "3"}), failed(500, "oh"),
                Reply(b"<html>"), Reply({}), said("at last")) as server:
        answer = Client(asking(server), sleep=waited.append).ask(hello())
    assert answer.text == "at last" and len(server.asked) == 5
    assert 3 <= waited[0] <= 4 and all(1 <= pause <= 30 for pause in waited[1:])


def test_a_cut_off_answer_gets_more_room_once() -> None:
    with gemini(said("half", "MAX_TOKENS"), said("whole")) as server:
        assert Client(asking(server)).ask(hello(max_tokens=1000)).text == "whole"
    assert [body["generationConfig"]["maxOutputTokens"] for body in server.asked] == [1000, 2000]
    with (gemini(said(None, "MAX_TOKENS", thinking=500)) as server,
          pytest.raises(Unanswered, match="500 tokens went into thinking") as caught):
        Client(asking(server)).ask(hello(max_tokens=1000))
    assert caught.value.kind == "length" and len(server.asked) == 2


def test_many_threads_ask_one_provider() -> None:
    with gemini(lambda body: said(body["contents"][0]["parts"][0]["text"][::-1])) as server:
        client = Client(asking(server))
        heard: dict[str, str] = {}

        def ask(text: str) -> None:
            request = Request("planner.scene", (Message("user", (text,)),), scene=text)
            heard[text] = client.ask(request).text

        threads = [threading.Thread(target=ask, args=(f"scene{n}",)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert heard == {f"scene{n}": f"scene{n}"[::-1] for n in range(12)}
    assert client.account.total().asked == 12
