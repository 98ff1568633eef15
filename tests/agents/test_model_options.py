"""What is said about the model on the command line, rightly and wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.agents.exchange import Message, Request
from c2v_dsl.agents.providers.gemini import MODEL, Gemini
from c2v_dsl.agents.providers.replay import Recorder, Replay
from c2v_dsl.cli.faults import Fault
from c2v_dsl.cli.model_options import ModelOptions, client_from
from tests.agents.scripted import Scripted

ASKED = Request("coder", (Message("user", ("Hello",)),))


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in the environment, and nothing anywhere else."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("GEMINI_API_KEY", "AIza-secret-0123456789")
    monkeypatch.delenv("GOOGLE_API_KEY", raising=False)
    monkeypatch.setattr("c2v_dsl.agents.keys.find_spec", lambda name: None)


def sentence(**said: Any) -> str:
    with pytest.raises(Fault) as caught:
        client_from(ModelOptions(**said))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def recorded(folder: Path) -> Path:
    Recorder(Scripted(["fine"]), folder).ask(ASKED)
    return folder


def test_gemini_is_the_model_if_nothing_is_said() -> None:
    client = client_from(ModelOptions())
    assert isinstance(client.provider, Gemini) and client.provider.model == MODEL
    assert client_from(ModelOptions("gemini:gemini-3.1-pro-preview")).provider.model == (
        "gemini-3.1-pro-preview")


def test_limits_become_the_budget() -> None:
    budget = client_from(ModelOptions(max_tokens=5, max_cost=0.5, max_minutes=2)).budget
    assert (budget.tokens, budget.money, budget.seconds) == (5, 0.5, 120)


def test_recorded_answers_need_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEMINI_API_KEY")
    client = client_from(ModelOptions(f"replay:{recorded(tmp_path / 'kept')}", max_cost=0.0))
    assert isinstance(client.provider, Replay)
    assert client.ask(ASKED).text == "fine"


def test_answers_are_kept_where_it_is_said(tmp_path: Path) -> None:
    client = client_from(ModelOptions(record=str(tmp_path / "kept")))
    assert isinstance(client.provider, Recorder) and client.provider.model == MODEL


@pytest.mark.parametrize(("model", "told"), [
    ("gemni", "there is no gemni model; did you mean gemini? There are gemini"),
    ("Gemini:x", "did you mean gemini?"),
    ("opnai:gpt", "did you mean openai?"),
    ("claude", "there is no claude model; There are gemini[:NAME], openai:NAME[@URL]"),
    (":x", "there is no such model"),
    ("openai", "the model's name follows the colon: openai:NAME[@URL]"),
    ("openai:@http://localhost", "the model's name"),
    ("replay", "a folder follows the colon: replay:DIR"),
    ("manual:", "a folder follows the colon: manual:DIR"),
    ("replay:/nowhere/at/all", "there is no folder /nowhere/at/all"),
])
def test_a_model_that_is_none_says_what_there_is(model: str, told: str) -> None:
    assert told in sentence(model=model)


def test_nothing_recorded(tmp_path: Path) -> None:
    assert "nothing is recorded" in sentence(model=f"replay:{tmp_path}")


def test_no_key_says_all_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEMINI_API_KEY")
    told = sentence()
    for way in ("GEMINI_API_KEY", "--api-key-file", "keyring", "keys.toml"):
        assert way in told


def test_a_keys_file_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be read" in sentence(api_key_file=str(tmp_path / "nowhere"))


def test_a_missing_package_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "google", None)
    assert 'pip install "c2v[gemini]"' in sentence()
    monkeypatch.setitem(sys.modules, "openai", None)
    assert 'pip install "c2v[openai]"' in sentence(model="openai:gpt-5.6-luna@http://localhost/v1")


def test_what_does_not_go_together(tmp_path: Path) -> None:
    kept = recorded(tmp_path / "kept")
    assert "leave one of them out" in sentence(model=f"replay:{kept}", record=str(tmp_path))
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "a folder is needed" in sentence(record=str(tmp_path / "file"))
    assert "set --max-tokens" in sentence(model="gemini:gemini-of-tomorrow", max_cost=1.0)


def test_offline_leaves_models_that_need_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("C2V_OFFLINE", "1")
    assert "--offline allows none" in sentence()
    assert "--offline allows none" in sentence(model="openai:m@https://models.example/v1")
    client_from(ModelOptions(f"replay:{recorded(tmp_path / 'kept')}"))
    client_from(ModelOptions("openai:m@http://localhost:11434/v1"))


def test_the_options_themselves_load_no_agents() -> None:
    program = ("import sys, c2v_dsl.cli.model_options\n"
               "assert not [name for name in sys.modules if name.startswith('c2v_dsl.agents')]")
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
