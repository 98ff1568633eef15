"""``c2v icons``: names of the icons that are installed."""

from __future__ import annotations

from typing import Annotated

import typer

from .faults import Fault

EXAMPLES = """
c2v icons rain            icons for rain
c2v icons arrow up        icons that go with both words
c2v icons rat ship        for each word, where none goes with all
c2v icons                 the names of all
"""


EACH = 12
"""So many names are listed for each of several words."""


def icons(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]…", help="What it should show; without one, all."),
    ] = None,
) -> None:
    """List names for `icon("…")`, the likeliest first."""
    from ..assets import icon_sets
    from ..assets.icons import known_names, search
    from ..semantics.suggest import nearest

    if not icon_sets.installed():
        raise Fault(f"no set of icons is installed; `{icon_sets.INSTALL}` installs two")
    wanted = " ".join(words or ()).split()
    found = search(" ".join(wanted))
    if found:
        print("\n".join(found))
        return
    each = {word: search(word) for word in wanted} if len(wanted) > 1 else {}
    for word, names in each.items():
        print(f"{word}: {', '.join(names[:EACH]) or 'none'}")
    if not any(each.values()):
        near = nearest("-".join(wanted), known_names())
        hint = f"did you mean {near}?" if near else "try a simpler word"
        raise Fault(f"no icon goes with {' '.join(wanted)}; {hint}")
