"""Keys of model providers: where they are found, and that nothing ever shows them."""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_known: set[str] = set()
_LEAST_SECRET = 8
"""Characters below which a key is a word that servers without keys are given, such as ``none``."""


class Key:
    """A secret. Only `reveal` gives it; printed, formatted or logged it is ``***``."""

    __slots__ = ("_value", "source")

    def __init__(self, value: str, source: str = "") -> None:
        self._value = value
        self.source = source
        if len(value) >= _LEAST_SECRET:
            _known.add(value)

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "***"

    def __reduce__(self) -> str:
        raise TypeError("a key is not written down")


def scrub(text: str) -> str:
    """``text`` with ``***`` in place of every key this process knows."""
    for value in _known:
        text = text.replace(value, "***")
    return text


class NoKey(Exception):
    """No key, or none that may be used; the message says how to give one."""


@dataclass(frozen=True)
class Owner:
    """Whose key it is.

    Attributes:
        name: in the keyring and the user's file: ``gemini``, ``openai``, or a server's name.
        variables: of the environment, the first that is set counts.
    """

    name: str
    variables: tuple[str, ...] = ()


def user_file() -> Path:
    """The user's keys: TOML, a line ``gemini = "…"`` for each owner, for no other user's eyes."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "c2v" / "keys.toml"


def find_key(owner: Owner, file: str | None = None) -> Key | None:
    """The key of ``owner``: from ``file``, the environment, the keyring, the user's file.

    Args:
        file: what ``--api-key-file`` names; it holds the key and nothing else.

    Raises:
        NoKey: what should hold the key cannot be used.
    """
    if file is not None:
        return Key(_checked(_only_line(file), file), file)
    for name in owner.variables:
        if value := os.environ.get(name, "").strip():
            return Key(_checked(value, f"the environment variable {name}"), name)
    return _from_keyring(owner) or _from_user_file(owner)


def needed_key(owner: Owner, file: str | None = None) -> Key:
    """As `find_key`.

    Raises:
        NoKey: also where there is none.
    """
    if key := find_key(owner, file):
        return key
    raise NoKey(f"there is no key for {owner.name}: {ways(owner)}")


def ways(owner: Owner) -> str:
    """All ways to give the key of ``owner``, for a sentence."""
    given = [f"set {' or '.join(owner.variables)}"] if owner.variables else []
    given += [
        "name a file that holds it with --api-key-file",
        f"put it into the keyring (keyring set c2v {owner.name})",
        f'write {_toml_key(owner.name)} = "…" into {user_file()} (chmod 600)',
    ]
    return ", ".join(given[:-1]) + f", or {given[-1]}"


def _toml_key(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


def _only_line(file: str) -> str:
    try:
        return Path(file).expanduser().read_text(encoding="utf-8").strip()
    except OSError as error:
        raise NoKey(f"the key's file {file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NoKey(f"the key's file {file} is no text") from None


def _checked(value: str, where: str) -> str:
    if not value:
        raise NoKey(f"{where} is empty; the key alone stands there, on one line")
    if not (value.isascii() and value.isprintable() and " " not in value) or len(value) > 500:
        raise NoKey(f"{where} holds other signs than keys have; "
                    "the key alone stands there, on one line")
    return value


def _from_keyring(owner: Owner) -> Key | None:
    if find_spec("keyring") is None:
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        value = keyring.get_password("c2v", owner.name)
    except KeyringError:
        return None
    return Key(_checked(value.strip(), "the keyring's entry"), "keyring") if value else None


def _from_user_file(owner: Owner) -> Key | None:
    path = user_file()
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if os.name == "posix" and stat.S_IMODE(status.st_mode) & 0o077:
                raise NoKey(f"{path} can be read by others, so no key is taken from it: "
                            f"chmod 600 {path}")
            value = tomllib.load(file).get(owner.name)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NoKey(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise NoKey(f'{path} is not TOML; a line in it is: {_toml_key(owner.name)} = "…"') from None
    if value is None:
        return None
    if not isinstance(value, str):
        raise NoKey(f'in {path} the key of {owner.name} is no text: "…" belongs around it')
    return Key(_checked(value.strip(), f"{owner.name} in {path}"), str(path))
