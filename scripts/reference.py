"""Writes the lists of kinds, verbs, styles and findings in grammar/REFERENCE.md.

``python -m scripts.reference`` writes; a test compares. What people write stands outside the
markers, what the registry knows inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from c2v_dsl.cli import words
from c2v_dsl.diagnostics.codes import every_code
from c2v_dsl.semantics.vocabulary import STYLES, Kind, Verb

REFERENCE = Path(__file__).parent.parent / "grammar" / "REFERENCE.md"
_MARKED = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.S)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _kinds() -> Iterator[str]:
    for family, kinds in words.families().items():
        yield f"### {family.capitalize()}"
        yield "| kind | |"
        yield "|---|---|"
        for kind in kinds:
            yield f"| `{_cell(words.signature(kind))}` | {_cell(_about(kind))} |"
        yield ""


def _about(kind: Kind) -> str:
    sentences = [kind.doc]
    if kind.parts:
        names = ", ".join(f"`{words.part_text(part)}`" for part in kind.parts)
        sentences.append(f"Parts: {names}.")
    if not kind.available:
        sentences.append("*Not yet in this version.*")
    return " ".join(sentences)


def _verbs() -> Iterator[str]:
    yield "| | verb | |"
    yield "|---|---|---|"
    for role, verbs in words.roles().items():
        for verb in verbs:
            yield f"| {role} | `{_cell(words.phrase(verb))}` | {_cell(_does(verb))} |"


def _does(verb: Verb) -> str:
    return verb.doc if verb.available else f"{verb.doc} *Not yet in this version.*"


def _styles() -> Iterator[str]:
    yield "| style | |"
    yield "|---|---|"
    for style in STYLES.values():
        yield f"| `{style.example}` | {_cell(style.doc)} |"


def _findings() -> Iterator[str]:
    yield "| code | name | level | |"
    yield "|---|---|---|---|"
    for code in every_code():
        yield f"| {code.code} | {code.name} | {code.level} | {_cell(code.summary)} |"


SECTIONS = {"kinds": _kinds, "verbs": _verbs, "styles": _styles, "findings": _findings}


def filled(text: str) -> str:
    """``text`` with every marked section as the registry has it now."""

    def section(match: re.Match[str]) -> str:
        body = "\n".join(SECTIONS[match[2]]()).strip("\n")
        return f"{match[1]}{body}\n{match[3]}"

    return _MARKED.sub(section, text)


if __name__ == "__main__":
    REFERENCE.write_text(filled(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")
