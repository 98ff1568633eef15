"""Keys: where they are found, and that nothing shows them."""

from __future__ import annotations

import json
import pickle
import sys
import traceback
from pathlib import Path
from types import ModuleType

import pytest

from c2v_dsl.agents.exchange import ProviderFault
from c2v_dsl.agents.keys import Key, NoKey, Owner, find_key, needed_key, scrub, user_file
from c2v_dsl.render.runner import environment

OWNER = Owner("gemini", ("GEMINI_API_KEY", "GOOGLE_API_KEY"))
SECRET = "AIza-secret-0123456789"


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No key in the environment, the keyring or the user's file."""
    for name in (*OWNER.variables, "OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    keyring(monkeypatch, {})


def keyring(monkeypatch: pytest.MonkeyPatch, entries: dict[str, str]) -> None:
    module, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]

    def get_password(service: str, name: str) -> str | None:
        if "broken" in entries:
            raise errors.KeyringError("locked")
        return entries.get(f"{service} {name}")

    module.get_password = get_password  # type: ignore[attr-defined]
    module.__spec__ = __import__("json").__spec__
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def write_user_file(text: str, mode: int = 0o600) -> Path:
    path = user_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def found(file: str | None = None) -> str | None:
    key = find_key(OWNER, file)
    return key.reveal() if key else None


def test_the_places_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found() is None
    write_user_file('gemini = "from-file"\nopenai = "not-this"\n')
    assert found() == "from-file"
    keyring(monkeypatch, {"c2v gemini": "from-keyring"})
    assert found() == "from-keyring"
    monkeypatch.setenv("GOOGLE_API_KEY", "from-google")
    assert found() == "from-google"
    monkeypatch.setenv("GEMINI_API_KEY", " from-gemini\n")
    assert found() == "from-gemini"
    (tmp_path / "key").write_text("from-option\n", encoding="utf-8")
    assert found(str(tmp_path / "key")) == "from-option"


def test_a_keyring_that_is_locked_or_absent_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_user_file('gemini = "from-file"\n')
    keyring(monkeypatch, {"broken": ""})
    assert found() == "from-file"
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr("c2v_dsl.agents.keys.find_spec", lambda name: None)
    assert found() == "from-file"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o604])
def test_a_file_that_others_can_read_is_refused(mode: int) -> None:
    path = write_user_file(f'gemini = "{SECRET}"\n', mode)
    with pytest.raises(NoKey, match=f"chmod 600 {path}") as caught:
        found()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(("text", "told"), [
    ("gemini: x", "is not TOML"),
    ("gemini = 5", "is no text"),
    ('gemini = ""', "is empty"),
    ('gemini = "two words"', "other signs"),
    ('gemini = "clé"', "other signs"),
])
def test_a_user_file_that_is_written_wrongly_says_how(text: str, told: str) -> None:
    write_user_file(text)
    with pytest.raises(NoKey, match=told):
        found()


def test_a_keys_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match="nowhere cannot be read: No such file"):
        found(str(tmp_path / "nowhere"))
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    with pytest.raises(NoKey, match="is empty"):
        found(str(tmp_path / "empty"))
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NoKey, match="is no text"):
        found(str(tmp_path / "binary"))


def test_without_a_key_all_ways_to_give_one_are_told() -> None:
    with pytest.raises(NoKey) as caught:
        needed_key(OWNER)
    for way in ("GEMINI_API_KEY", "GOOGLE_API_KEY", "--api-key-file", "keyring set c2v gemini",
                str(user_file()), "chmod 600"):
        assert way in str(caught.value)


def test_nothing_shows_a_key() -> None:
    key = Key(SECRET, "GEMINI_API_KEY")
    shown = [repr(key), str(key), f"{key}", repr([key]), repr({"key": key})]
    assert not any(SECRET in text for text in shown)
    with pytest.raises(TypeError):
        json.dumps(key)
    with pytest.raises(TypeError):
        pickle.dumps(key)
    fault = ProviderFault("key", f"bad key {SECRET} in https://x/?key={SECRET}")
    assert str(fault) == "bad key *** in https://x/?key=***"
    assert SECRET not in "".join(traceback.format_exception(fault))
    assert scrub(f"a {SECRET} b") == "a *** b"
    Key("none")
    assert scrub("none of these") == "none of these"


def test_children_get_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GEMINI_API_KEY", "GOOGLE_API_KEY", "OPENAI_API_KEY", "ANTHROPIC_API_KEY",
                 "C2V_API_KEY", "INFISICAL_TOKEN", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, SECRET)
    given = environment()
    assert SECRET not in given.values() and "PATH" in given
