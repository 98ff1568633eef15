"""Writes what documents show of the compiler: its lists in the reference, findings in the README.

``python -m scripts.reference`` writes; a test compares. What people write stands outside the
markers, what the compiler knows inside them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import c2v_dsl
from c2v_dsl.cli import library_words, words
from c2v_dsl.diagnostics.codes import every_code, wrap
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.semantics.stdlib import Entry
from c2v_dsl.semantics.vocabulary import KINDS, REQUIRED, STYLES, Arg, Kind, Verb, forms
from c2v_dsl.semantics.vocabulary.storyboards import verb_fragment
from c2v_dsl.syntax.words import COLOR_NAMES, RESERVED

_ROOT = Path(__file__).parent.parent
DOCUMENTS = (_ROOT / "README.md", _ROOT / "grammar" / "REFERENCE.md")
_SLIPS = (
    ("draw ax over 2s", "draw ax over 2"),
    ("show square", "show sqare"),
    ("write m\n", "write m, corner\n"),
)
"""What goes wrong in the README's storyboard for its example of findings."""

_MARKED = re.compile(r"(<!-- ([\w-]+) -->\n).*?(<!-- end -->)", re.S)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _anchor(heading: str) -> str:
    """Where a heading is found, as GitHub names it."""
    return "#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _kinds() -> Iterator[str]:
    for family, kinds in forms.families().items():
        yield from (f"**{family.capitalize()}**", "", "| kind | |", "|---|---|")
        for kind in kinds:
            form = _cell(forms.signature(kind))
            yield f"| [`{form}`]({_anchor(kind.name)}) | {_cell(kind.doc)} |"
        yield ""


def _verbs() -> Iterator[str]:
    yield from ("| | verb | |", "|---|---|---|")
    for role, verbs in forms.roles().items():
        for verb in verbs:
            where = _anchor(f"{verb.name} (verb)")
            yield f"| {role} | [`{_cell(forms.phrase(verb))}`]({where}) | {_cell(verb.doc)} |"


def _styles() -> Iterator[str]:
    yield from ("| style | |", "|---|---|")
    for style in STYLES.values():
        where = _anchor(f"{style.name} (style)")
        yield f"| [`{style.example}`]({where}) | {_cell(style.doc)} |"


def _every_kind() -> Iterator[str]:
    for family, kinds in forms.families().items():
        yield from (f"### {family.capitalize()}", "")
        for kind in kinds:
            yield from _kind(kind)


def _kind(kind: Kind) -> Iterator[str]:
    yield from (f"#### {kind.name}", kind.doc, "")
    for number, args in enumerate((kind.args, *kind.forms)):
        yield from ("Or:", "") if number else ()
        yield from _arguments(args)
    told = [f"`{forms.part_text(part)}` {part.doc}" for part in kind.parts]
    if told:
        yield from (f"Parts: {'; '.join(told)}.", "")
    styles = f"Style: {' '.join(f'`{style}`' for style in kind.styles)}. "
    yield from ((styles if kind.styles else "") + " ".join(words.about_place(kind)), "")
    objects = _formatted(f"objects {{\n{kind.example}\n}}").splitlines()
    yield from _example("", textwrap.dedent("\n".join(objects[1:-1])), "kinds", kind.name)


def _every_verb() -> Iterator[str]:
    for role, verbs in forms.roles().items():
        yield from (f"### Verbs to {words.ROLES[role]}", "")
        for verb in verbs:
            yield from (f"#### {verb.name} (verb)", verb.doc, "", f"`{forms.phrase(verb)}`", "")
            yield from _phrases(verb)
            if verb.seconds != 1:
                yield from (f"Takes {verb.seconds:g}s if no `over` is given.", "")
            yield from _example("c2v", _formatted(verb_fragment(verb)), "verbs", verb.name)


def _every_style() -> Iterator[str]:
    for style in STYLES.values():
        carriers = [kind.name for kind in KINDS.values() if style.name in kind.styles]
        most = len(carriers) > len(KINDS) / 2
        without = [kind.name for kind in KINDS.values() if style.name not in kind.styles]
        taken = ("every kind" + (f" but {_names(without)}" if without else "")
                 if most else _names(carriers))
        yield from (f"#### {style.name} (style)", style.doc, "", f"`{style.example}` · Taken by "
                    f"{taken}.", "", f"![{style.name}](pictures/styles/{style.name}.png)", "")


def _names(names: list[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def _arguments(args: Iterable[Arg]) -> Iterator[str]:
    """A table of names, what they take, defaults and meanings; nothing without arguments."""
    lines = [(arg, *words.argument_row(arg)) for arg in args]
    if not lines:
        return
    yield from ("| argument | takes | if not said | |", "|---|---|---|---|")
    for arg, name, takes, default, meaning in lines:
        given = "*needed*" if arg.default is REQUIRED else f"`{_cell(default)}`" if default else ""
        yield f"| `{name}` | {_cell(takes)} | {given} | {_cell(meaning)} |"
    yield ""


def _phrases(verb: Verb) -> Iterator[str]:
    """A table of what may follow a verb's name and targets; nothing where nothing may."""
    values = [(f"*{name.upper()}*", takes, meaning)
              for name, takes, _, meaning in map(words.argument_row, verb.values)]
    phrases = [(f"`{word}`", takes, meaning)
               for word, takes, _, meaning in map(words.phrase_row, verb.phrases)]
    if not values and not phrases:
        return
    yield from ("| word | takes | |", "|---|---|---|")
    for row in (*values, *phrases):
        yield f"| {' | '.join(map(_cell, row))} |"
    yield ""


def _example(language: str, text: str, folder: str, name: str) -> Iterator[str]:
    yield from (f"```{language}", text, "```", "")
    yield from (f"![{name}](pictures/{folder}/{name}.png)", "")


def _formatted(fragment: str) -> str:
    """The inside of a scene as ``c2v fmt`` writes it."""
    lines = (c2v_dsl.format_source(wrap(fragment)).text or "").rstrip("\n").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("scene "))
    return textwrap.dedent("\n".join(lines[first + 1 : -1]))


def _library() -> Iterator[str]:
    for family, found in library_words.library().items():
        yield from (f"### {family.capitalize()}", "| name | |", "|---|---|")
        for entry in found:
            sort = "" if entry.word == "template" else f" *({entry.word})*"
            where = _anchor(_heading(entry))
            yield f"| [`{entry.name}`]({where}){sort} | {_cell(entry.sentence)} |"
        yield ""


def _heading(entry: Entry) -> str:
    return f"{entry.name} ({entry.word})"


def _every_entry() -> Iterator[str]:
    for found in library_words.library().values():
        for entry in found:
            yield from (f"#### {_heading(entry)}", f"`{entry.signature}`", "", entry.about, "")
            yield from ("| parameter | if not said | |", "|---|---|---|")
            for name, meaning, default in (
                (p.name, p.meaning, p.default) for p in entry.parameters
            ):
                given = "*needed*" if default is None else f"`{_cell(default)}`"
                yield f"| `{name}` | {given} | {_cell(meaning)} |"
            yield from ("", "```c2v", entry.example.rstrip("\n"), "```", "")


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


def _reserved() -> Iterator[str]:
    words_ = " ".join(sorted(RESERVED - COLOR_NAMES))
    lines = textwrap.wrap(f"`{words_}` and the names of colours.", 128, initial_indent="  ",
                          subsequent_indent="  ")
    yield from lines


SECTIONS = {
    "reserved": _reserved,
    "kinds": _kinds, "verbs": _verbs, "styles": _styles, "findings": _findings,
    "every-kind": _every_kind, "every-verb": _every_verb, "every-style": _every_style,
    "library": _library, "every-entry": _every_entry, "mistakes": _mistakes,
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
