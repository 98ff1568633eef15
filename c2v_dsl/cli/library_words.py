"""The standard library in words: for ``c2v stdlib`` and the language reference."""

from __future__ import annotations

from collections.abc import Iterator

from ..semantics.stdlib import Entry, entries
from .words import table


def library() -> dict[str, list[Entry]]:
    """Entries of the standard library by family."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries().values():
        grouped.setdefault(entry.family, []).append(entry)
    return grouped


def library_overview() -> Iterator[str]:
    """Every entry of the standard library: its signature and its sentence."""
    yield 'Templates make scenes: `scene a "A" from NAME(…)`; components stand in `objects`.'
    yield "`c2v stdlib NAME` tells all about one, with an example."
    for family, found in library().items():
        yield from ("", f"{family}:")
        for entry in found:
            sort = "" if entry.word == "template" else f"  ({entry.word})"
            yield from (f"  {entry.signature}{sort}", f"      {entry.sentence}")


def library_page(entry: Entry) -> Iterator[str]:
    """All about an entry of the standard library, line by line."""
    yield f"{entry.word} {entry.signature}"
    yield entry.about
    if entry.layout:
        yield f"Its scenes have the layout `{entry.layout}` unless they say another."
    yield from table("Parameters", (
        (p.name, p.meaning if p.default is None else f"{p.meaning}; {p.default} if not said")
        for p in entry.parameters
    ))
    yield from ("", "Example:", "", *(f"  {line}".rstrip() for line in entry.example.splitlines()))
