"""A storyboard's text with the ids of its statements beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...diagnostics import Source
from ...patch.index import Entry, Index
from ...syntax import tree
from ...syntax.tree import File


def addressed(file: File, source: Source, scenes: Collection[str] = ()) -> str:
    """The text, line by line, each with the id of the statement that begins there; behind it, the
    ends of the ids of further statements of that line.

    Args:
        scenes: ids of the scenes that are wanted whole; of the others there is only the first line
            and "…". None means all.
    """
    index = Index(file, source.text)
    begun: dict[int, list[Entry]] = {}
    for entry in index:
        if entry.id != "file":
            begun.setdefault(source.position(entry.span.start).line, []).append(entry)
    ids = {line: " ".join([entries[0].id, *_others(entries)]) for line, entries in begun.items()}
    hidden: set[int] = set()
    for item in file.items:
        if scenes and isinstance(item, tree.Scene) and item.name.text not in scenes:
            first, last = (source.position(at).line for at in (item.span.start, item.span.end - 1))
            hidden |= set(range(first + 1, last + 1))
    wide = max((len(id) for line, id in ids.items() if line not in hidden), default=0)
    lines = []
    for number, text in enumerate(source.text.splitlines(), 1):
        if number not in hidden:
            cut = " …" if number + 1 in hidden else ""
            lines.append(f"{ids.get(number, ''):<{wide}} | {text}{cut}".rstrip())
    return "\n".join(lines)


def _others(entries: Sequence[Entry]) -> Iterator[str]:
    """``#2.0`` or ``.ring`` for what begins on the line of another statement."""
    known = {entries[0].span.start}
    for entry in entries[1:]:
        mark = "#" if "#" in entry.id else "."
        if mark in entry.id and entry.span.start not in known:
            known.add(entry.span.start)
            yield entry.id[entry.id.index(mark):]
