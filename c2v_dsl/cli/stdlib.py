"""``c2v stdlib``: the templates and components that come with the compiler."""

from __future__ import annotations

import json as json_format
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import Fault

if TYPE_CHECKING:
    from ..semantics.stdlib import Entry

EXAMPLES = """
c2v stdlib                                 all of them, a sentence each
c2v stdlib quiz                            one, with an example
c2v stdlib quiz --example > lesson.c2v     a storyboard to start from
"""


def complete_name(incomplete: str) -> list[tuple[str, str]]:
    """Entries of the library that go on from ``incomplete``."""
    from ..semantics.stdlib import entries

    return [(e.name, e.sentence) for e in entries().values() if e.name.startswith(incomplete)]


def stdlib(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A template, component or action; without one, all are listed.",
            autocompletion=complete_name,
        ),
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Only the example, a whole storyboard.")
    ] = False,
    source: Annotated[
        bool, typer.Option("--source", help="Its definition, to read or to copy from.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For tools.")] = False,
) -> None:
    """List the library of templates and components, or tell all about one."""
    from ..semantics.stdlib import entries
    from .library_words import library_overview, library_page

    if name is None:
        if example or source:
            raise Fault("say which: `c2v stdlib NAME --example`; `c2v stdlib` lists the names")
        listed = [_plain(entry) for entry in entries().values()]
        print(json_format.dumps(listed, ensure_ascii=False, indent=2) if json
              else "\n".join(library_overview()))
        return
    entry = entries().get(name.removesuffix(".c2v"))
    if entry is None:
        raise Fault(_unknown(name, entries()))
    if json:
        print(json_format.dumps(_plain(entry), ensure_ascii=False, indent=2))
    elif example or source:
        print((entry.example if example else entry.source).rstrip("\n"))
    else:
        print("\n".join(library_page(entry)))


def _unknown(name: str, known: dict[str, Entry]) -> str:
    from ..semantics.suggest import nearest
    from ..semantics.vocabulary import KINDS
    from ..semantics.vocabulary.verbs import VERBS

    sentence = f"the library has nothing called {name}"
    if name in KINDS or name in VERBS:
        return f"{sentence}; `c2v kinds {name}` tells about the {_sort(name in KINDS)}"
    near = nearest(name, known)
    return f"{sentence}; " + (f"did you mean {near}?" if near else "`c2v stdlib` lists it all")


def _sort(kind: bool) -> str:
    return "kind" if kind else "verb"


def _plain(entry: Entry) -> dict[str, object]:
    plain = asdict(entry)
    del plain["scenes"]
    return {"signature": entry.signature, **plain, "example": entry.example}
