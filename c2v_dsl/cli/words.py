"""Kinds, verbs and style words in words: for ``c2v kinds`` and the language reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..resources import data_folder
from ..semantics.kind_lists import OWN_PLACE
from ..semantics.vocabulary import REQUIRED, STYLES, Arg, Kind, PhraseSpec, Verb
from ..semantics.vocabulary.forms import families, part_text, phrase, roles, signature, spelled

ROLES = {
    "in": "enter",
    "out": "leave",
    "change": "change",
    "become": "become another",
    "point": "point at something",
    "camera": "move the camera",
    "time": "take time",
}
TAKES: dict[str, str] = {
    "number": "a number",
    "count": "a whole number",
    "length": "a length, in rows",
    "angle": "an angle, `90deg` or radians",
    "opacity": "0 to 1, or 0% to 100%",
    "flag": "`true` or `false`",
    "text": "a text",
    "texts": "a list of texts or numbers",
    "latex": "a formula",
    "listing": "a text of several lines",
    "file": "a path",
    "icon": "a name",
    "color": "a colour",
    "point": "a point or an object",
    "points": "points or objects",
    "object": "an object",
    "objects": "objects",
    "line_like": "a line",
    "curve_like": "a line or curve",
    "plane_like": "a plane",
    "function": "a function",
    "interval": "a list `[from, to]`",
    "ticks": "a number, or a list of two",
    "steps": "a number, or a list of two",
    "numbers": "a list of numbers",
    "matrix": "a matrix: a list of rows",
    "rows": "a list of rows",
    "edges": "a list of pairs",
    "nested": "a list with lists in it",
    "events": "a list of pairs",
    "side": "a side",
    "align": "an edge",
    "word": "a word",
    "place": "a cell, an area, a point or an object",
    "targets": "objects or their parts",
    "none": "",
}
"""What arguments and phrases of each type take, with its unit."""


def kind_page(kind: Kind) -> Iterator[str]:
    """All about a kind, line by line."""
    yield signature(kind)
    yield kind.doc
    for number, args in enumerate((kind.args, *kind.forms)):
        yield from _grid("Or" if number else "Arguments", map(argument_row, args))
    yield from table(
        "Parts", ((part_text(part), part.doc) for part in kind.parts)
    )
    if kind.styles:
        yield from ("", "Style: " + " ".join(kind.styles))
    yield from ("", *about_place(kind))
    yield from ("", "Example:", *(f"  {line}" for line in kind.example.splitlines()))
    yield from _picture("kinds", kind.name)


def about_place(kind: Kind) -> Iterator[str]:
    """Sentences on what ``in`` and ``on`` mean for a kind."""
    if kind.follows:
        yield "It stays with what it names and takes no place."
    elif kind.on_plane == "only":
        yield "It stands on a plane, inside `on`, and takes no place."
    elif kind.name in OWN_PLACE:
        yield "It stands where its numbers say and takes no place."
    else:
        yield {
            "shrink": "With `in` it is shrunk until it fits.",
            "ratio": "With `in` it takes the whole area, keeping its ratio.",
            "fill": "With `in` it fills the area.",
        }[kind.fit]
    if kind.on_plane == "never":
        yield "Never inside `on`."


def argument_row(arg: Arg) -> tuple[str, str, str, str]:
    """Its name as it is given, what it takes, its default, and its meaning."""
    name = f"{arg.name}, …" if arg.many else f"{arg.name}=" if arg.keyword else arg.name
    takes = TAKES[arg.type]
    if arg.type == "function" and arg.variables:
        letters = " and ".join(f"`{letter}`" for letter in arg.variables)
        takes = f"a function, or an expression in {letters}"
    if arg.words:
        takes = " ".join(f"`{word}`" for word in arg.words)
    given = arg.default is not REQUIRED and arg.default not in (None, ())
    meaning = arg.doc if arg.live else f"{arg.doc}; may not follow a param"
    return name, takes, spelled(arg.default, arg) if given else "", meaning


def phrase_row(spec: PhraseSpec) -> tuple[str, str, str, str]:
    """Like ``argument_row``: the word, what it takes, no default, and its meaning."""
    return spec.word, TAKES[spec.type], "", spec.doc


def _picture(folder: str, name: str) -> Iterator[str]:
    path = data_folder("grammar") / "pictures" / folder / f"{name}.png"
    if path.exists():
        yield from ("", f"Picture: {path}")


def verb_page(verb: Verb) -> Iterator[str]:
    """All about a verb, line by line."""
    yield phrase(verb)
    yield verb.doc
    values = [argument_row(arg) for arg in verb.values]
    yield from _grid("Values", ((name.upper(), *rest) for name, *rest in values))
    yield from _grid("Phrases", map(phrase_row, verb.phrases))
    yield ""
    if verb.role == "camera" or verb.targets in ("none", "two"):
        yield f"Takes `over` ({verb.seconds:g}s if not said) and `ease`."
    else:
        yield f"Takes `over` ({verb.seconds:g}s if not said), `ease` and `stagger`."
    yield from ("", "Example:", f"  {verb.example}")
    yield from _picture("verbs", verb.name)


def style_page(word: str) -> Iterator[str]:
    """All about a style word, line by line."""
    style = STYLES[word]
    yield from (f"{style.name} (style)", style.doc, "", "Example:", f"  {style.example}")
    yield from _picture("styles", style.name)


def table(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A heading and pairs below it, the left ones in a column; nothing without pairs."""
    lines = list(rows)
    if not lines:
        return
    width = max(len(left) for left, _ in lines)
    yield from ("", f"{title}:", *(f"  {left:<{width}}  {right}" for left, right in lines))


def _grid(title: str, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows of a name with its default, what it takes, and a meaning, under a heading."""
    lines = [
        (name + default, takes.replace("`", ""), meaning) for name, takes, default, meaning in rows
    ]
    if not lines:
        return
    yield from ("", f"{title}:")
    first, second = (max(len(line[k]) for line in lines) for k in (0, 1))
    for name, takes, meaning in lines:
        yield f"  {name:<{first}}  {takes:<{second}}  {meaning}"


def overview() -> Iterator[str]:
    """Every kind, verb and style word, one line each."""
    yield "KINDS"
    for family, kinds in families().items():
        yield from table(family, ((kind.name, kind.doc) for kind in kinds))
    yield from ("", "VERBS")
    for role, verbs in roles().items():
        rows = ((verb.name, verb.doc) for verb in verbs)
        yield from table(f"to {ROLES[role]}", rows)
    yield from ("", "STYLE")
    yield from table("words", ((style.name, style.doc) for style in STYLES.values()))
