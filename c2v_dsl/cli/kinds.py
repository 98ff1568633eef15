"""``c2v kinds``: what a storyboard can show and do."""

from __future__ import annotations

from typing import Annotated

import typer

from .faults import Fault

EXAMPLES = """
c2v kinds              every kind, verb and style word
c2v kinds axes
c2v kinds morph
"""


def complete_word(incomplete: str) -> list[tuple[str, str]]:
    """Kinds, verbs and style words that go on from ``incomplete``."""
    from ..semantics.vocabulary import KINDS, STYLES
    from ..semantics.vocabulary.verbs import VERBS

    words = {
        name: entry.doc
        for vocabulary in (STYLES, VERBS, KINDS)
        for name, entry in vocabulary.items()
    }
    return [(name, doc) for name, doc in words.items() if name.startswith(incomplete)]


def kinds(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A kind, a verb or a style word; without one, all are listed.",
            autocompletion=complete_word,
        ),
    ] = None,
) -> None:
    """List kinds of objects, verbs and styles, or tell all about one."""
    from ..semantics.suggest import nearest
    from ..semantics.vocabulary import KINDS, STYLES
    from ..semantics.vocabulary.verbs import VERBS
    from . import words
    from .statements import STATEMENTS, statement_page

    if name is None:
        print("\n".join(words.overview()))
        return
    pages = []
    if name in KINDS:
        pages.append(words.kind_page(KINDS[name]))
    if name in VERBS:
        pages.append(words.verb_page(VERBS[name]))
    if name in STYLES:
        pages.append(words.style_page(name))
    if name in STATEMENTS and name not in VERBS:
        pages.append(statement_page(name))
    if not pages:
        near = nearest(name, [*KINDS, *VERBS, *STYLES, *STATEMENTS])
        hint = f"did you mean {near}?" if near else "`c2v kinds` lists them all"
        raise Fault(f"there is no kind, verb or style word called {name}; {hint}")
    print("\n\n".join("\n".join(page) for page in pages))
