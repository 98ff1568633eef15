"""The language as models are told it: prose of ``prompts/language.md``, lists of the registry, and
the examples of ``prompts/examples`` that suit a topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..diagnostics.codes import every_code
from ..resources import data_folder
from ..semantics.evaluate_functions import BUILTINS
from ..semantics.stdlib import entries
from ..semantics.themes import HUES, THEMES
from ..semantics.vocabulary import STYLES, Kind, forms
from ..semantics.vocabulary.verbs import EASINGS, VERBS
from ..syntax.words import COLOR_NAMES, RESERVED
from .prompts import prompt

EXCERPTS = 2
"""How many scenes of the bank are shown besides the whole storyboard, if they fit."""

MOST_CHARACTERS = 18_500
"""Fewer than 6,000 tokens: over 97 topics, the encodings o200k_base and cl100k_base had at least
3.09 characters a token in this text."""

ENTRIES = 2
"""How many entries of the library are told for what the topic's words ask."""

ALWAYS = ("recap", "quiz")
"""Entries of the library that suit every topic."""

MISTAKES = (
    "C2V017", "C2V038", "C2V019", "C2V308", "C2V023", "C2V503", "C2V106",
)
"""Findings of what models write that know Manim, Python and LaTeX, and whose cure is one line."""

PLAIN = frozenset({"shapes", "charts", "pictures"})
"""Families whose kinds are known by their names."""

STRUCTURED = frozenset({"rows", "edges", "nested", "events"})
"""Types of arguments that are lists in lists."""

OTHERWISE = ("dynamics", "process")
"""The examples for topics that none suits better."""

_COMMON = frozenset(re.findall(r"\w+", """
and the for with from into what why how does are its their that this between about using basic
basics introduction understanding theory theorem concept concepts problem
"""))
"""Words of topics that say nothing of what they are about."""

_ROLES = {"in": "enter", "out": "leave", "change": "change", "become": "become something else",
          "point": "draw attention", "camera": "camera"}


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
    """The whole language, and examples that suit ``topic``; the same text for the same topic, of
    at most `MOST_CHARACTERS`."""
    shown: list[Example] = []
    for example in ranked(topic):
        if len(shown) < EXCERPTS and len(_told(topic, (*shown, example))) <= MOST_CHARACTERS:
            shown.append(example)
    return _told(topic, shown)


def _told(topic: str, excerpts: Sequence[Example]) -> str:
    return prompt(
        "language",
        storyboard=bank()["storyboard"].text,
        themes=" or ".join(f"`{name}`" for name in THEMES),
        reserved=" ".join(sorted(RESERVED - COLOR_NAMES)),
        colors=" ".join(["white", "black", *HUES]),
        functions=", ".join(_function(name) for name in sorted(BUILTINS.keys() - {"cell", "area"})),
        kinds=_kinds(),
        styles=", ".join(style.example for style in STYLES.values()),
        easings=", ".join(EASINGS),
        verbs=_verbs(),
        library=_library(topic),
        mistakes=_mistakes(),
        excerpts="\n\n".join(f"```c2v\n{example.scenes}\n```" for example in excerpts),
    )


def ranked(topic: str) -> list[Example]:
    """The examples that suit ``topic``: those first that have the rarest words in common."""
    stems = {name: _stems(example.suits) for name, example in bank().items()
             if name != "storyboard"}
    bearers = Counter(stem for found in stems.values() for stem in found)
    wanted = _stems(topic)

    def score(name: str) -> tuple[float, bool]:
        return sum(1 / bearers[stem] for stem in wanted & stems[name]), name in OTHERWISE

    suiting = [name for name in stems if any(score(name))]
    return [bank()[name] for name in sorted(suiting, key=score, reverse=True)]


def abilities() -> str:
    """What can be shown, in brief, for who plans a lesson and does not write it."""
    lines = [f"- {family}: {' '.join(kind.name for kind in kinds)}"
             for family, kinds in forms.families().items() if family != "hatch"]
    lines.append(f"- they can: {' '.join(VERBS)}")
    lines.append(f"- colours: {' '.join(['white', *HUES])}")
    return "\n".join(lines)


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{3,}", text.lower().replace("'s", ""))
    return {word[:6].rstrip("s") for word in words if word not in _COMMON}


def _function(name: str) -> str:
    usage = BUILTINS[name].usage
    return usage if "," in usage else name


@cache
def _kinds() -> str:
    """A line for each kind, those of plain families together."""
    lines = []
    for family, kinds in forms.families().items():
        lines.append(f"# {family}")
        if family in PLAIN:
            lines.append(", ".join(map(forms.signature, kinds)))
        else:
            lines += [f"{forms.signature(kind)}: {_call(kind) or kind.doc}" for kind in kinds]
    return "\n".join(lines)


def _call(kind: Kind) -> str:
    """A call as an example, where what a kind takes is told best by one; else nothing."""
    if not any(arg.type in STRUCTURED for arg in kind.args):
        return ""
    found = re.search(rf"{kind.name}\(.*\)(?= (?:in|at) )", kind.example, re.S)
    return found[0] if found else ""


@cache
def _verbs() -> str:
    lines = []
    for role, verbs in forms.roles().items():
        lines.append(f"# {_ROLES[role]}")
        lines += [f"{forms.phrase(verb)}: {verb.doc}" for verb in verbs]
    return "\n".join(lines)


@cache
def _library(topic: str) -> str:
    """The entries for every topic, and those whose words it has."""
    found = entries()
    scores = {name: len(_stems(topic) & _stems(f"{name.replace('_', ' ')} {entry.about}"))
              for name, entry in found.items() if name not in ALWAYS}
    suiting = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    lines = []
    for name in (*ALWAYS, *suiting[:ENTRIES]):
        entry = found[name]
        sort = " (component)" if entry.word == "component" else ""
        lines.append(f"{entry.signature}{sort}: {entry.sentence}")
    return "\n".join(lines)


@cache
def _mistakes() -> str:
    """Wrong and right, a line for each, from the examples of findings."""
    codes = {code.code: code for code in every_code()}
    lines = []
    for name in MISTAKES:
        bad, good = _lines(codes[name].bad), _lines(codes[name].good)
        wrong = "; ".join(line for line in bad if line not in good)
        right = "; ".join(line for line in good if line not in bad)
        lines.append(f"{wrong}  →  {right}")
    return "\n".join(lines)


def _lines(fragment: str) -> list[str]:
    """Statements of a fragment of a scene, without the blocks around them."""
    bare = re.sub(r'(objects|beat \w+ "[^"]*") \{', "", fragment)
    return [line.strip().removesuffix("}").strip() for line in bare.splitlines()]
