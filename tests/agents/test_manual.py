"""The mailbox: requests become files that can be read, answers are files that somebody writes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

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
from c2v_dsl.agents.providers import make, manual
from c2v_dsl.agents.providers.manual import Manual
from c2v_dsl.agents.run.folder import RunFolder
from c2v_dsl.agents.run.record import RunRecord, WishRecord
from c2v_dsl.agents.run.report import report


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manual, "POLL_SECONDS", 0.01)
    monkeypatch.setattr(manual, "EMPTY_SECONDS", 0.03)


def _request(words: str = "How steep is it?", scene: str = "slope") -> Request:
    return Request("planner.scene", (Message("system", ("You write storyboards.",)),
                                     Message("user", (words,))), scene=scene)


def _mailbox(folder: Path, wait_seconds: float = 5.0) -> tuple[Manual, list[str]]:
    told: list[str] = []
    return Manual(folder, wait_seconds=wait_seconds, tell=told.append), told


def _answered(
    folder: Path, request: Request, reply: Callable[[Path], object]
) -> tuple[Answer, Path]:
    """What the mailbox answers when ``reply`` is given the path of the answer file."""
    provider, _ = _mailbox(folder)
    before = set(folder.glob("*.request.md"))
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(provider.ask, request)
        while not (new := set(folder.glob("*.request.md")) - before):
            assert not future.done(), future.result()
            time.sleep(0.005)
        path = new.pop()
        reply(path.with_name(path.name.replace(".request.md", ".answer.md")))
        return future.result(5), path


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_request_is_a_file_and_so_is_its_answer(tmp_path: Path) -> None:
    answer, path = _answered(tmp_path, _request(), lambda at: at.write_text("As 1 to 1.\n"))
    assert (answer.text, answer.finish, answer.usage) == ("As 1 to 1.", Finish.done, Usage())
    assert path.name == "001-planner-scene-slope.request.md"
    system, = tmp_path.glob("system-*.md")
    assert system.read_text() == "You write storyboards."
    text = path.read_text()
    assert "How steep is it?" in text
    assert "`001-planner-scene-slope.answer.md`" in text
    assert f"`{system.name}`" in text
    assert "You write storyboards." not in text


def test_names_sort_as_was_asked_and_the_system_part_is_written_once(tmp_path: Path) -> None:
    for number in range(3):
        _answered(tmp_path, _request(f"Number {number}?"), lambda at: at.write_text("x"))
    requests = sorted(tmp_path.glob("*.request.md"))
    assert [f"Number {n}?" in path.read_text() for n, path in enumerate(requests)] == [True] * 3
    assert len(list(tmp_path.glob("system-*.md"))) == 1


def test_those_asked_at_once_have_numbers_of_their_own(tmp_path: Path) -> None:
    provider, told = _mailbox(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(provider.ask, _request(f"<{n}>", f"s{n}")) for n in range(8)]
        while len(asked := list(tmp_path.glob("*.request.md"))) < 8:
            time.sleep(0.005)
        for path in asked:
            number = path.name.removesuffix(".request.md")[-1]
            path.with_name(path.name.replace("request.md", "answer.md")).write_text(number)
        assert [future.result(5).text for future in futures] == list("01234567")
    assert sorted(path.name[:3] for path in asked) == [f"{n:03}" for n in range(1, 9)]
    assert len(told) == 8


def test_pictures_and_videos_lie_beside_the_words_that_name_them(tmp_path: Path) -> None:
    request = Request("critic", (Message("user", (
        "Here is beat ride:", Picture(b"png", name="ride"), "and how it moves:", Video(b"mp4"))),))
    _, path = _answered(tmp_path, request, lambda at: at.write_text("fine"))
    assert (tmp_path / "001-1.png").read_bytes() == b"png"
    assert (tmp_path / "001-2.mp4").read_bytes() == b"mp4"
    text = path.read_text()
    assert text.index("Here is beat ride:") < text.index("![ride](001-1.png)") \
        < text.index("and how it moves:") < text.index("(001-2.mp4)")
    assert path.name == "001-critic.request.md"
    assert not list(tmp_path.glob("system-*"))


def test_turns_come_in_order_with_who_said_them(tmp_path: Path) -> None:
    request = Request("coder", (Message("user", ("one",)), Message("model", ("two",)),
                                Message("user", ("three",))))
    _, path = _answered(tmp_path, request, lambda at: at.write_text("four"))
    told = path.read_text().partition("== Question ==")[2].replace("=", "")
    assert told.split() == ["one", "Your", "answer", "before", "two", "Question", "three"]


def test_the_shape_of_the_answer_is_told_and_json_is_taken(tmp_path: Path) -> None:
    request = Request("planner.outline", (Message("user", ("Plan.",)),),
                      schema={"type": "object", "required": ["title"]})
    answer, path = _answered(
        tmp_path, request, lambda at: at.with_suffix(".json").write_text('{"title": "é"}'))
    assert answer.text == '{"title": "é"}'
    assert '{"type": "object", "required": ["title"]}' in path.read_text()
    assert "001-planner-outline.answer.json" in path.read_text()


def test_a_long_schema_is_printed_to_be_read(tmp_path: Path) -> None:
    names = [f"a_rather_long_name_{n}" for n in range(9)]
    schema = {"type": "object", "title": "Plan", "properties": {
        "title": {"title": "Title", "type": "string"},
        **{name: {"title": name, "type": "string"} for name in names}}}
    request = Request("coder", (Message("user", ("Plan.",)),), schema=schema)
    _, path = _answered(tmp_path, request, lambda at: at.write_text("{}"))
    shown = path.read_text().partition("```json\n")[2].partition("\n```")[0]
    assert shown.splitlines()[:5] == [
        "{", ' "type": "object",', ' "properties": {', '  "title": {"type": "string"},',
        '  "a_rather_long_name_0": {"type": "string"},']
    assert json.loads(shown)["properties"].keys() == schema["properties"].keys()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("said", "why"), [
    ("", "empty"), (" \n", "empty"), ("REFUSED: not a lesson\n", "not a lesson"), ("REFUSED", ""),
])
def test_empty_and_refused_answers_are_blocked(tmp_path: Path, said: str, why: str) -> None:
    answer, _ = _answered(tmp_path, _request(), lambda at: at.write_text(said))
    assert answer.finish is Finish.blocked
    assert not answer.text
    assert why in answer.detail


def test_an_answer_that_grows_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manual, "POLL_SECONDS", 0.1)

    def slowly(at: Path) -> None:
        with at.open("w") as file:
            for word in ("", "one ", "two ", "three"):
                file.write(word)
                file.flush()
                time.sleep(0.03)

    answer, _ = _answered(tmp_path, _request(), slowly)
    assert answer.text == "one two three"


def test_what_is_not_utf_8_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProviderFault, match=r"001-planner-scene-slope\.request\.md is not UTF-8"):
        _answered(tmp_path, _request(), lambda at: at.write_bytes(b"\xff\xfe"))


def test_nobody_is_waited_for_for_ever(tmp_path: Path) -> None:
    provider, told = _mailbox(tmp_path, wait_seconds=0.05)
    with pytest.raises(ProviderFault, match="nobody answered") as caught:
        provider.ask(_request())
    assert not caught.value.passing
    assert told == [f"waiting for an answer to {tmp_path}/001-planner-scene-slope.request.md"]


def test_a_run_that_goes_on_finds_what_was_asked_and_answered_before(tmp_path: Path) -> None:
    _answered(tmp_path, _request(), lambda at: at.write_text("first"))
    stopped, _ = _mailbox(tmp_path, wait_seconds=0.02)
    assert stopped.ask(_request()).text == "first"
    with pytest.raises(ProviderFault, match="002-"):
        stopped.ask(_request())

    resumed, told = _mailbox(tmp_path)
    assert resumed.ask(_request()).text == "first"
    (tmp_path / "002-planner-scene-slope.answer.md").write_text("second")
    assert resumed.ask(_request()).text == "second"
    assert not told
    assert [name for name in _files(tmp_path) if "request" in name] == [
        "001-planner-scene-slope.request.md", "002-planner-scene-slope.request.md"]


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    provider, _ = _mailbox(tmp_path / "mail")
    with pytest.raises(ProviderFault, match="cannot be used") as caught:
        provider.ask(_request())
    assert caught.value.kind == "setup"


@pytest.mark.parametrize(("argument", "folder", "seconds"), [
    ("mail", "mail", 86_400), ("mail@30", "mail", 1800), ("a@b", "a@b", 86_400),
    ("a@b@0.5", "a@b", 30),
])
def test_how_long_to_wait_may_be_written_behind_the_folder(
    argument: str, folder: str, seconds: float
) -> None:
    made = make("manual", argument)
    assert isinstance(made, Manual)
    assert (made.folder, made.wait_seconds) == (Path(folder), seconds)


def test_the_report_of_a_run_says_that_tokens_are_not_known(tmp_path: Path) -> None:
    record = RunRecord(wish=WishRecord(topic="Bread"), money=0.0)
    record.tokens.exchanges = 2
    text = report(RunFolder(tmp_path), record)
    assert "told no tokens" in text and "Money: unknown" in text
    record.tokens.answer = 5
    text = report(RunFolder(tmp_path), record)
    assert "told no tokens" not in text and "Money: $0.0000" in text
