"""Writes what documents show of the compiler: its lists in the reference, findings in the README.

``python -m scripts.reference`` writes; a test compares. What people write stands outside the
markers, what the compiler knows inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import c2v_dsl
from c2v_dsl.cli import words
from c2v_dsl.diagnostics.codes import every_code
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.semantics.vocabulary import STYLES, Kind, Verb

_ROOT = Path(__file__).parent.parent
DOCUMENTS = (_ROOT / "README.md", _ROOT / "grammar" / "REFERENCE.md")
_SLIPS = (
    ("draw ax over 2s", "draw ax over 2"),
    ("show square", "show sqare"),
    ("write m\n", "write m, corner\n"),
)
"""What goes wrong in the README's storyboard for its example of findings."""

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


def _mistakes() -> Iterator[str]:
    readme = DOCUMENTS[0].read_text(encoding="utf-8")
    text = readme.split("```c2v\n", 1)[1].split("```", 1)[0]
    for right, wrong in _SLIPS:
        text = text.replace(right, wrong)
    result = c2v_dsl.check(text, "lesson.c2v")
    yield "```text"
    yield "$ c2v check lesson.c2v"
    yield format_findings(result.findings, result.sources).rstrip("\n")
    yield "```"


SECTIONS = {
    "kinds": _kinds, "verbs": _verbs, "styles": _styles, "findings": _findings,
    "mistakes": _mistakes,
}


def filled(text: str) -> str:
    """``text`` with every marked section as the registry has it now."""

    def section(match: re.Match[str]) -> str:
        body = "\n".join(SECTIONS[match[2]]()).strip("\n")
        return f"{match[1]}{body}\n{match[3]}"

    return _MARKED.sub(section, text)


if __name__ == "__main__":
    for document in DOCUMENTS:
        document.write_text(filled(document.read_text(encoding="utf-8")), encoding="utf-8")
