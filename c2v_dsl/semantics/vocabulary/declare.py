"""How kinds and verbs are declared. The declarations are the one place for what each takes.

Checker, completion, ``c2v kinds``, the reference and prompts are made from them; the Manim
builder of a kind is the function of its name in ``stage.kinds``, of a verb the class named in
``animation`` in ``stage.verbs``. A test holds both sides together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

ArgType = Literal[
    "number", "count", "length", "angle", "opacity", "flag",
    "text", "texts", "latex", "listing", "file", "icon", "color",
    "point", "points", "object", "objects", "line_like", "curve_like", "plane_like",
    "function", "interval", "ticks", "steps", "numbers", "matrix", "rows", "side", "align", "word",
    "edges", "nested", "events",
]
"""What an argument takes. ``length`` is in rows (or the plane's units inside ``on``); ``point``
takes an object too; ``interval`` is ``[a, b]``; ``rows`` a list of lists of numbers or texts;
``edges`` lists of two names and perhaps what stands at the edge; ``nested`` lists in lists;
``events`` lists of a date and a text."""


class _Required:
    def __repr__(self) -> str:
        return "REQUIRED"


REQUIRED: Any = _Required()


@dataclass(frozen=True)
class Arg:
    """One argument of a kind.

    ``keyword`` means it must be named (``r=`` in ``circle(r=)``); others are given in order and
    may be named too. ``many`` collects the rest of the unnamed ones. ``variables`` (for
    ``function``) are the letters of a bare expression: ``plot(x^2)``. ``live`` False: may not
    follow a param. ``words`` are the choices of a ``word``, ``side`` or ``align``.
    """

    name: str
    type: ArgType
    doc: str
    default: Any = REQUIRED
    keyword: bool = False
    many: bool = False
    variables: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    live: bool = True


@dataclass(frozen=True)
class Part:
    """A named or indexed part: ``Part("row", 1, "…")`` for ``row[i]``, ``Part("", 2, "…")`` for
    ``m[i, j]``."""

    name: str
    indices: int
    doc: str


@dataclass(frozen=True)
class Kind:
    """``fit`` says what ``in`` does: ``shrink`` until it fits, ``ratio`` fills keeping the ratio,
    ``fill`` takes the whole area. ``on_plane``: ``only`` inside ``on``, ``never``, or ``may``.
    ``styles`` are the style words that mean something for it. ``forms`` are other argument lists
    (``rect(w=, h=)`` or ``rect(p, q)``), tried in order after ``args``. ``follows``: stays with
    the objects it names (labels, braces, lines between objects)."""

    name: str
    family: str
    doc: str
    args: tuple[Arg, ...]
    example: str
    forms: tuple[tuple[Arg, ...], ...] = ()
    parts: tuple[Part, ...] = ()
    fit: Literal["shrink", "ratio", "fill"] = "shrink"
    on_plane: Literal["may", "only", "never"] = "may"
    styles: tuple[str, ...] = ()
    follows: bool = False


Property = Literal["presence", "position", "rotation", "size", "shape", "color", "fill", "stroke",
                   "opacity", "text", "param", "camera", "none"]


@dataclass(frozen=True)
class PhraseSpec:
    """A phrase a verb takes: ``to`` in ``move a to B3``. ``type``: an argument's, or ``place``."""

    word: str
    type: ArgType | Literal["place", "targets", "none"]
    doc: str
    required: bool = False


@dataclass(frozen=True)
class Verb:
    """``role`` decides what must be on screen: ``in`` enters, ``out`` leaves, ``change`` and
    ``point`` need presence, ``become`` both. ``touches`` are the properties two verbs may not
    change at once. ``values`` are what follows the targets (``color a red``). Of the phrases in
    ``choose`` exactly one must be there."""

    name: str
    role: Literal["in", "out", "change", "become", "point", "camera", "time"]
    doc: str
    example: str
    animation: str
    touches: tuple[Property, ...] = ()
    targets: Literal["many", "one", "two", "none"] = "many"
    values: tuple[Arg, ...] = ()
    phrases: tuple[PhraseSpec, ...] = ()
    seconds: float = 1.0
    choose: tuple[str, ...] = ()
