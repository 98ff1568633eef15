"""A storyboard with ten planted faults, criticised by the command, with everything real but the
model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.critic import judging
from c2v_dsl.agents.exchange import Request
from c2v_dsl.cli import critique as command
from c2v_dsl.cli import revise as other
from c2v_dsl.cli.app import app

from ..scripted import Scripted
from .faults import CURES, MENDED
from .saying import PLANTED, better, critic, pictures, words


class Ideal:
    """A judge that knows which pictures are new, as the person who made the patches would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.new: set[str] = set()
        real = judging.pair

        def pair(*arguments: object) -> judging.Pair:
            shown = real(*arguments)  # type: ignore[arg-type]
            self.new.add(shown.new.content)
            return shown

        monkeypatch.setattr("c2v_dsl.agents.critic.critic.pair", pair)

    def __call__(self, request: Request) -> str:
        half = len(pictures(request)) // 2
        said = words(request).split("## The first version\n")[1].split("\n\n## The second")[0]
        first = judging.Version(tuple(pictures(request)[:half]), said.rstrip("\n"))
        return better("first" if first.content in self.new else "second", "It is as it is said.")


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "planted.c2v"
    path.write_bytes(PLANTED.read_bytes())
    return path


def test_ten_faults_are_mended_by_patches_one_agrees_with(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, provider = critic(CURES, Ideal(monkeypatch))
    monkeypatch.setattr(command, "client_from", lambda *_: client)
    called = CliRunner().invoke(app, ["critique", "planted.c2v"])
    assert called.exit_code == 0, called.output
    text = board.read_text(encoding="utf-8")
    assert {piece: piece in text for piece in MENDED} == MENDED
    told = called.stdout
    assert "  1. The cliff is called the sea, and the sea the cliff. (high, in `place`)" in told
    assert "judged: 3 scenes, 7 patches kept" in told
    assert "findings: 4 before, 0 after" in told
    assert told.count("     mended: It is as it is said.") == 7
    assert told.count("\n+") - 1 == 11, "eleven new lines for ten faults, and the diff's head"
    assert len([r for r in provider.asked if r.agent == "critic"]) == 3
    report = json.loads(Path("planted_critique/critique.json").read_text(encoding="utf-8"))
    firsts = {p["judge"]["first"] for scene in report["scenes"] for p in scene["problems"]}
    assert firsts == {"new", "old"}
    undone = CliRunner().invoke(app, ["patch", "planted.c2v", "planted_critique/undo.json"])
    assert undone.exit_code == 0
    assert board.read_bytes() == PLANTED.read_bytes()


@pytest.mark.usefixtures("sketched")
def test_a_dry_run_writes_nothing_and_each_report_has_its_folder(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _ = critic({}, lambda _: better("first"))
    monkeypatch.setattr(command, "client_from", lambda *_: client)
    call = ["critique", "planted.c2v", "--scene", "graph", "--dry-run"]
    called = CliRunner().invoke(app, call)
    assert called.exit_code == 0, called.output
    assert board.read_bytes() == PLANTED.read_bytes()
    assert "+    remark = text(\"steeper and steeper\") at E5 size 40" in called.stdout
    assert "height" not in called.stdout, "another scene"
    assert "graph: nothing to mend" in called.stdout
    assert "nothing written; what would be: planted_critique" in called.stdout
    again = CliRunner().invoke(app, [*call, "--json"])
    data = json.loads(again.stdout)
    assert (data["folder"], data["written"], data["judged"]) == ("planted_critique_2", False, True)
    taken = CliRunner().invoke(app, [*call, "-o", "planted_critique"])
    assert taken.exit_code == 2
    assert "is not empty" in taken.stderr


@pytest.mark.usefixtures("sketched")
def test_not_judged_is_said_and_is_no_success(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _ = critic({"rule": "nice"}, lambda _: better("first"), again={"rule": "very"})
    monkeypatch.setattr(command, "client_from", lambda *_: client)
    called = CliRunner().invoke(app, ["critique", "planted.c2v", "--scene", "rule"])
    assert called.exit_code == 1
    assert "rule: not judged (the answer was not what was asked for)" in called.stdout
    assert board.read_bytes() != PLANTED.read_bytes(), "what measuring mended is kept"


@pytest.mark.usefixtures("sketched")
def test_a_file_that_somebody_changed_meanwhile_is_left_alone(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(_: Request) -> str:
        board.write_text("c2v 1\n# mine\n", encoding="utf-8")
        return '{"problems": []}'

    monkeypatch.setattr(command, "client_from", lambda *_: Client(Scripted(say)))
    called = CliRunner().invoke(app, ["critique", "planted.c2v", "--scene", "graph"])
    assert called.exit_code == 2
    assert "planted.c2v was changed meanwhile" in called.stderr
    assert board.read_text(encoding="utf-8") == "c2v 1\n# mine\n"
    assert "at E5 size 40" in Path("planted_critique/planted.c2v").read_text(encoding="utf-8")


@pytest.mark.parametrize(("words_", "said"), [
    (["critique", "planted.c2v", "--scene", "grap"], "did you mean graph?"),
    (["critique", "plantet.c2v"], "did you mean planted.c2v?"),
    (["critique", "-"], "standard input is none"),
    (["critique", "planted.c2v", "--model", "gemeni"], "did you mean gemini?"),
    (["revise", "planted.c2v", " ", "--yes"], "say what should change"),
    (["revise", "planted.c2v", "slower"], "add --yes to write it, or --dry-run"),
])
@pytest.mark.usefixtures("board")
def test_being_called_wrongly_is_one_sentence(words_: list[str], said: str) -> None:
    called = CliRunner().invoke(app, words_)
    assert called.exit_code == 2
    assert said in called.stderr


@pytest.mark.usefixtures("sketched")
def test_a_wish_is_shown_and_written(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = json.dumps({"can": True, "why": "The letters stay for six seconds.", "patch": [
        {"op": "time", "id": "rule@letters", "lasts": "6s"}]})
    monkeypatch.setattr(other, "client_from", lambda *_: Client(Scripted(lambda _: answer)))
    dry = CliRunner().invoke(app, ["revise", "planted.c2v", "slower", "--dry-run"])
    assert dry.exit_code == 0, dry.output
    assert '+  beat letters "What the letters mean" lasts 6s {' in dry.stdout
    assert board.read_bytes() == PLANTED.read_bytes()
    made = CliRunner().invoke(app, ["revise", "planted.c2v", "slower", "--yes"])
    assert made.exit_code == 0, made.output
    assert "The letters stay for six seconds." in made.stdout
    assert "c2v patch planted.c2v planted_revision_2/undo.json takes it back" in made.stdout
    assert "lasts 6s" in board.read_text(encoding="utf-8")
    undone = CliRunner().invoke(app, ["patch", "planted.c2v", "planted_revision_2/undo.json"])
    assert undone.exit_code == 0
    assert board.read_bytes() == PLANTED.read_bytes()
    answer = json.dumps({"can": False, "why": "There is no music in it.", "patch": []})
    refused = CliRunner().invoke(app, ["revise", "planted.c2v", "louder music", "--yes"])
    assert refused.exit_code == 1
    assert "not changed: There is no music in it." in refused.stdout
