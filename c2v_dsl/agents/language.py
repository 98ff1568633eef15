"""The language as models are told it: prose of ``prompts/language.md``, lists of the registry, and
the examples of ``prompts/examples`` that suit a topic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..diagnostics.codes import every_code
from ..resources import data_folder
from ..semantics.evaluate_functions import BUILTINS
from ..semantics.stdlib import entries
from ..semantics.themes import HUES, THEMES
from ..semantics.vocabulary import STYLES, Kind, forms
from ..semantics.vocabulary.verbs import VERBS
from ..syntax.words import COLOR_NAMES, RESERVED
from .prompts import prompt

EXCERPTS = 2
"""How many scenes of the bank are shown besides the whole storyboard."""

ENTRIES = 5
"""How many entries of the library are told for what the topic's words ask."""

ALWAYS = ("title_card", "recap", "quiz", "flow", "comparison")
"""Entries of the library that suit every topic."""

MISTAKES = (
    "C2V017", "C2V038", "C2V018", "C2V019", "C2V308", "C2V303", "C2V023", "C2V503", "C2V012",
    "C2V020", "C2V312", "C2V013", "C2V106", "C2V341", "C2V345", "C2V411", "C2V420", "C2V433",
)
"""Findings of what models write that know Manim, Python and LaTeX, and whose cure is one line."""

_COMMON = frozenset(
    "and the for with from into what why how does are its their that this between about using "
    "basic basics introduction understanding theory concept concepts problem".split())

_ROLES = {"in": "enter", "out": "leave", "change": "change", "become": "become another",
          "point": "point at", "camera": "camera"}


@dataclass(frozen=True)
class Example:
    """A storyboard of the bank.

    Attributes:
        name: its file's, without the ending.
        suits: words of the topics that it suits, from its first line.
        text: the storyboard without that line.
    """

    name: str
    suits: str
    text: str

    @property
    def scenes(self) -> str:
        """The storyboard from its first scene on, and what stands above that."""
        return re.sub(r"\A.*?^storyboard .*?\}\n+", "", self.text, count=1, flags=re.S | re.M)


@cache
def bank() -> dict[str, Example]:
    """The examples by name, in alphabetical order."""
    found = {}
    for path in sorted((data_folder("prompts") / "examples").glob("*.c2v")):
        first, _, rest = path.read_text(encoding="utf-8").partition("\n")
        found[path.stem] = Example(path.stem, first.removeprefix("# For:").strip(), rest.strip())
    return found


def language_prompt(topic: str = "") -> str:
    """The whole language, and examples that suit ``topic``; the same text for the same topic."""
    excerpts = sorted(chosen(topic), key=lambda example: example.name)
    return prompt(
        "language",
        storyboard=bank()["storyboard"].text,
        themes=_listed(THEMES),
        reserved=" ".join(f"`{word}`" for word in sorted(RESERVED - COLOR_NAMES)),
        colors=_listed(["white", "black", *HUES]),
        functions=", ".join(_function(name) for name in BUILTINS),
        kinds=_kinds(),
        styles=", ".join(f"`{style.example}`" for style in STYLES.values()),
        verbs=_verbs(),
        library=_library(topic),
        mistakes=_mistakes(),
        excerpts="\n\n".join(f"```c2v\n{example.scenes}\n```" for example in excerpts),
    )


def chosen(topic: str, number: int = EXCERPTS) -> list[Example]:
    """The examples with the most words in common with ``topic``, the best first."""
    candidates = [example for example in bank().values() if example.name != "storyboard"]
    return sorted(candidates, key=lambda example: -_common(topic, example.suits))[:number]


def abilities() -> str:
    """What can be shown, in brief, for who plans a lesson and does not write it."""
    lines = [f"- {family}: {' '.join(kind.name for kind in kinds)}"
             for family, kinds in forms.families().items() if family != "hatch"]
    lines.append(f"- they can: {' '.join(VERBS)}")
    return "\n".join(lines)


def _common(topic: str, words: str) -> int:
    """How many stems of words they share; forms of one word have one stem."""
    return len(_stems(topic) & _stems(words))


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{3,}", text.lower().replace("'s", ""))
    return {word[:6].rstrip("s") for word in words if word not in _COMMON}


def _listed(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def _function(name: str) -> str:
    usage = BUILTINS[name].usage
    return f"`{usage}`" if "," in usage else f"`{name}`"


def _kinds() -> str:
    lines = []
    for family, kinds in forms.families().items():
        plain = [f"`{forms.signature(kind)}`" for kind in kinds if _speaks_for_itself(kind)]
        told = [f"- `{forms.signature(kind)}`: {kind.doc}"
                for kind in kinds if not _speaks_for_itself(kind)]
        lines += [f"{family.capitalize()}: {', '.join(plain)}".rstrip(": "), *told]
    return "\n".join(lines)


def _speaks_for_itself(kind: Kind) -> bool:
    return kind.doc.lower().strip(".").removeprefix("an ").removeprefix("a ") == kind.name


def _verbs() -> str:
    lines = []
    for role, verbs in forms.roles().items():
        lines.append(f"To {_ROLES[role]}:" if role != "camera" else "Camera:")
        lines += [f"- `{forms.phrase(verb)}`: {verb.doc}" for verb in verbs]
    return "\n".join(lines)


def _library(topic: str) -> str:
    """The entries for every topic, and those whose words it has."""
    found = entries()
    scores = {name: _common(topic, f"{name.replace('_', ' ')} {entry.family} {entry.about}")
              for name, entry in found.items() if name not in ALWAYS}
    suiting = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    lines = []
    for name in (*ALWAYS, *suiting[:ENTRIES]):
        entry = found[name]
        sort = " (component)" if entry.word == "component" else ""
        lines.append(f"- `{entry.signature}`{sort}: {entry.sentence}")
    return "\n".join(lines)


def _mistakes() -> str:
    codes = {code.code: code for code in every_code()}
    lines = []
    for name in MISTAKES:
        code = codes[name]
        bad, good = _lines(code.bad), _lines(code.good)
        wrong = "; ".join(line for line in bad if line not in good)
        right = "; ".join(line for line in good if line not in bad)
        lines.append(f"- not `{wrong}` but `{right}`")
    return "\n".join(lines)


def _lines(fragment: str) -> list[str]:
    """Statements of a fragment of a scene, without the blocks around them."""
    bare = re.sub(r'(objects|beat \w+ "[^"]*") \{', "", fragment)
    return [line.strip().removesuffix("}").strip() for line in bare.splitlines()]
