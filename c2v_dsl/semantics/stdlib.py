"""The standard library as its users see it: what there is, told by the comments of its files.

A file of ``stdlib_scenes/`` holds a line ``# Family: NAME`` and definitions, each below a comment
of three parts: sentences; a line ``#   NAME — meaning`` for each parameter; and, behind
``# Example:``, scenes that use it. A definition without a comment helps the others and is no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..resources import data_folder
from ..syntax import format_source, parse, tree
from .files import library_names

FAMILIES = ("cards", "explaining", "mathematics", "algorithms", "data", "science")
"""In the order in which they are told."""

_PARAMETER = re.compile(r"(\w+) — (.*)")


@dataclass(frozen=True)
class Parameter:
    """``default`` is as the definition writes it, None where an argument must be given."""

    name: str
    meaning: str
    default: str | None


@dataclass(frozen=True)
class Entry:
    """One definition. ``word`` is ``template``, ``component`` or ``action``; ``about`` the
    sentences, ``scenes`` those of its example, ``source`` the definition with its comment."""

    name: str
    word: str
    family: str
    file: str
    about: str
    parameters: tuple[Parameter, ...]
    layout: str | None
    scenes: str
    source: str

    @property
    def signature(self) -> str:
        """``agenda(points, now=0)``."""
        shown = (p.name if p.default is None else f"{p.name}={p.default}" for p in self.parameters)
        return f"{self.name}({', '.join(shown)})"

    @property
    def example(self) -> str:
        """A whole storyboard that uses it."""
        title = self.name.replace("_", " ").capitalize()
        text = (f'c2v 1\nstoryboard "{title}" {{ theme chalk }}\n\nimport "{self.file}"\n\n'
                f"{self.scenes}\n")
        return format_source(text).text or text

    @property
    def sentence(self) -> str:
        """The first of its sentences."""
        return re.split(r"(?<=[.!?]) ", self.about, maxsplit=1)[0]


@cache
def entries() -> dict[str, Entry]:
    """Every entry by name, in the order of the families, then of the alphabet."""
    found = [entry for name in library_names() for entry in _entries(name)]
    return {e.name: e for e in sorted(found, key=lambda e: (_rank(e.family), e.name))}


def _rank(family: str) -> int:
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES)


def _entries(file: str) -> Iterator[Entry]:
    text = Path(data_folder("stdlib_scenes") / file).read_text(encoding="utf-8")
    family = re.search(r"^# Family: (.+)$", text, re.M)
    for item in parse(text, file).tree.items:
        if isinstance(item, tree.Template | tree.Component | tree.ActionDef):
            comment = _above(text, item.span.start)
            if comment:
                yield _entry(text, file, family[1] if family else "", item, comment)


def _above(text: str, at: int) -> list[str]:
    """The lines of the comment that ends right above ``at``, without their marks."""
    lines: list[str] = []
    for line in reversed(text[:at].splitlines()):
        if not line.startswith("#"):
            break
        lines.append(line[1:].removeprefix(" ").rstrip())
    return lines[::-1]


def _entry(
    text: str, file: str, family: str, item: tree.Template | tree.Component | tree.ActionDef,
    comment: list[str],
) -> Entry:
    cut = comment.index("Example:") if "Example:" in comment else len(comment)
    said = [line for line in comment[:cut] if not _PARAMETER.match(line.strip())]
    told = (_PARAMETER.match(line.strip()) for line in comment[:cut])
    meanings = {match[1]: match[2] for match in told if match}
    scenes = "\n".join(line.removeprefix("  ") for line in comment[cut + 1 :]).strip("\n")
    name = item.name.text
    start = text.rindex("\n\n", 0, item.span.start) + 2 if "\n\n" in text else 0
    word = {tree.Template: "template", tree.Component: "component"}.get(type(item), "action")
    layout = item.layout.text if isinstance(item, tree.Template) and item.layout else None
    parameters = tuple(
        Parameter(p.name.text, meanings.get(p.name.text, ""), _slice(text, p.default))
        for p in item.params
    )
    return Entry(name, word, family, file, " ".join(" ".join(said).split()), parameters, layout,
                 scenes, text[start : item.span.end] + "\n")


def _slice(text: str, node: tree.Expr | None) -> str | None:
    return None if node is None else text[node.span.start : node.span.end]
