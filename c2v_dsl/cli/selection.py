"""Scenes and beats by name: which there are, which were meant, what a shell completes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from .faults import Fault
from .files import read_text

if TYPE_CHECKING:
    from ..timeline.model import Timeline


def known_scene(timeline: Timeline, names: Iterable[str]) -> tuple[str, ...]:
    """``names``, each of them a scene.

    Raises:
        Fault: one is not.
    """
    return _known(names, [scene.id for scene in timeline.scenes], "scene")


def known_beat(timeline: Timeline, names: Iterable[str]) -> tuple[str, ...]:
    """``names``, each of them a beat as ``scene@beat``.

    Raises:
        Fault: one is not.
    """
    beats = [beat.id for scene in timeline.scenes for beat in scene.beats]
    return _known(names, beats, "beat")


def _known(names: Iterable[str], there: list[str], what: str) -> tuple[str, ...]:
    from ..semantics.suggest import listing, nearest

    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in there:
            near = nearest(name, there)
            hint = f"did you mean {near}?" if near else f"there are {listing(there)}"
            raise Fault(f"there is no {what} called {name}; {hint}")
    return wanted


def complete_scene(context: typer.Context, incomplete: str) -> list[str]:
    """Names of the scenes in the file that stands on the command line."""
    return [name for name, _ in _names(context) if name.startswith(incomplete)]


def complete_beat(context: typer.Context, incomplete: str) -> list[str]:
    """Beats, as ``scene@beat``, of the file that stands on the command line."""
    names = [f"{scene}@{beat}" for scene, beats in _names(context) for beat in beats]
    return [name for name in names if name.startswith(incomplete)]


def _names(context: typer.Context) -> list[tuple[str, list[str]]]:
    from ..syntax import parse, tree

    # An option that still lacks its value leaves the words before it unread.
    words = [context.params.get("file"), *context.args]
    file = next((word for word in words if isinstance(word, str) and word.endswith(".c2v")), None)
    if file is None:
        return []
    try:
        parsed = parse(*read_text(file))
    except Fault:
        return []
    return [
        (item.name.text, [beat.name.text for beat in (item.body.beats if item.body else ())
                          if isinstance(beat, tree.Beat)])
        for item in parsed.tree.items
        if isinstance(item, tree.Scene)
    ]
