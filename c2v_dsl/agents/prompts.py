"""What models are told: the files of ``prompts/``, read and filled.

A file begins with its version between two lines ``---``; the rest is the prompt, in which
``{{name}}`` stands for what the asker gives.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache

from ..resources import data_folder

_FILE = re.compile(r"---\nversion: (\d+)\n---\n+(.*)", re.S)
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True)
class Prompt:
    """A prompt as its file has it.

    Attributes:
        version: raised with every change of its words.
        text: with its placeholders.
    """

    version: int
    text: str

    @property
    def placeholders(self) -> frozenset[str]:
        """The names it must be given."""
        return frozenset(_PLACE.findall(self.text))


@cache
def read(name: str) -> Prompt:
    """The prompt of the file ``prompts/NAME.md``.

    Raises:
        KeyError: there is no such file.
        ValueError: the file does not begin with its version.
    """
    path = data_folder("prompts") / f"{name}.md"
    if not path.is_file():
        raise KeyError(f"there is no prompt {name}")
    found = _FILE.fullmatch(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"the prompt {name} does not begin with its version")
    return Prompt(int(found[1]), found[2].strip() + "\n")


def names() -> list[str]:
    """The prompts there are, in alphabetical order."""
    return sorted(path.stem for path in data_folder("prompts").glob("*.md")
                  if path.stem != "README")


def prompt(name: str, /, **values: str) -> str:
    """The prompt ``name`` with its placeholders filled; what is filled in is not read again.

    Raises:
        KeyError: there is no such prompt.
        TypeError: a value is missing, or has no placeholder.
    """
    wanted = read(name).placeholders
    if missing := sorted(wanted - values.keys()):
        raise TypeError(f"the prompt {name} needs {', '.join(missing)}")
    if unknown := sorted(values.keys() - wanted):
        raise TypeError(f"the prompt {name} has no place for {', '.join(unknown)}")
    return _PLACE.sub(lambda place: values[place[1]], read(name).text)


def version(name: str) -> int:
    """The version of the prompt ``name``.

    Raises:
        KeyError: there is no such prompt.
    """
    return read(name).version


@cache
def prompts_version() -> str:
    """Names all that models are told, examples included, by content: 12 hexadecimal digits."""
    folder = data_folder("prompts")
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.md"), *folder.glob("examples/*.c2v")]):
        if path.stem != "README":
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
