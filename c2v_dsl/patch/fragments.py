"""Whether a text that a patch brings is the piece of the language it should be, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Finding, has_errors
from ..syntax import parse, tree
from .index import BlockKind


@dataclass(frozen=True)
class Misread:
    """Why a text is not what was wanted."""

    why: str


_SHELLS: dict[BlockKind, tuple[str, str]] = {
    "file": ("c2v 1\n", "\n"),
    "storyboard": ('c2v 1\nstoryboard "" {\n', "\n}\n"),
    "scene": ('c2v 1\nscene s "" {\n', "\n}\n"),
    "objects": ('c2v 1\nscene s "" {\nobjects {\n', "\n}\n}\n"),
    "beats": ('c2v 1\nscene s "" {\n', "\n}\n"),
    "actions": ('c2v 1\nscene s "" {\nbeat b "" {\n', "\n}\n}\n"),
}


def statements(kind: BlockKind, text: str) -> Sequence[tree.Node] | Misread:
    """What ``text`` holds as the inside of a block."""
    head, tail = _SHELLS[kind]
    result = parse(head + text + tail, "<patch>")
    if has_errors(result.findings):
        return Misread(_first(result.findings))
    file = result.tree
    found: Sequence[tree.Node] = ()
    whole = len(file.items) == 1
    match kind:
        case "file":
            found, whole = file.items, file.storyboard is None
        case "storyboard":
            found, whole = file.storyboard.settings if file.storyboard else (), not file.items
        case _ if whole and isinstance(file.items[0], tree.Scene):
            body = file.items[0].body
            assert body is not None
            if kind in ("scene", "beats"):
                found = sorted((*body.lets, *body.objects, *body.beats),
                               key=lambda node: node.span.start)
                if kind == "beats" and len(found) > len(body.beats):
                    return Misread("in a loop over beats stand beats alone")
            elif kind == "objects":
                whole = len(body.objects) == 1 and not body.beats and not body.lets
                found = body.objects[0].body if whole else ()
            else:
                whole = len(body.beats) == 1 and not body.objects and not body.lets
                beat = body.beats[0] if whole else None
                found = beat.body if isinstance(beat, tree.Beat) else ()
    return found if whole else Misread("it closes more braces than it opens")


def one_place(text: str) -> Misread | None:
    """Whether ``text`` is one place."""
    found = _declaration(text)
    if isinstance(found, Misread):
        return found
    words = [place.word for place in found.places]
    if (len(words) != 1 and words != ["on", "at"]) or found.styles or found.code:
        return Misread("a place was expected, like `at B2` or `below m gap 0.4`")
    return None


def styles(text: str) -> tuple[tuple[str, str], ...] | Misread:
    """The style words in ``text``, each with its statement."""
    found = _declaration(text)
    if isinstance(found, Misread):
        return found
    if found.places or found.code or not found.styles:
        return Misread("style words were expected, like `color gold size 32`")
    start = found.call.span.end + 1
    offset = [style.span for style in found.styles]
    return tuple(
        (style.word.text, text[span.start - start : span.end - start])
        for style, span in zip(found.styles, offset, strict=True))


def _declaration(text: str) -> tree.ObjectDecl | Misread:
    if "\n" in text:
        return Misread("it must stand on one line")
    found = statements("objects", f"x = dot() {text}")
    if isinstance(found, Misread):
        return found
    if len(found) != 1 or not isinstance(found[0], tree.ObjectDecl):
        return Misread("it is more than one statement")
    return found[0]


def timing(words: str) -> Misread | None:
    """Whether ``words`` are times behind an action: ``over 2s ease linear stagger 0.1s``."""
    found = statements("actions", f"show x {words}")
    if isinstance(found, Misread):
        return found
    act = found[0] if len(found) == 1 else None
    if not isinstance(act, tree.Act) or act.phrases or len(act.targets) != 1 or act.values:
        return Misread("a time was expected, like `2s`")
    return None


def one_statement(kind: BlockKind, text: str, like: type[tree.Node] | None) -> Misread | None:
    """Whether ``text`` is statements of a block; the first one of type ``like`` if that is said."""
    found = statements(kind, text)
    if isinstance(found, Misread):
        return found
    if not found:
        return Misread("there is no statement in it")
    if like is not None and not isinstance(found[0], like):
        return Misread("it is something else than what stands there")
    return None


def target(text: str) -> Misread | None:
    """Whether ``text`` is one target of a verb."""
    found = statements("actions", f"show {text}")
    if isinstance(found, Misread):
        return found
    act = found[0] if len(found) == 1 else None
    plain = isinstance(act, tree.Act) and len(act.targets) == 1 and not (
        act.values or act.phrases or act.timing)
    return None if plain else Misread("one target was expected, like `m` or `tile[0..2]`")


def duration(text: str) -> Misread | None:
    """Whether ``text`` is one duration."""
    found = statements("actions", f"wait {text}")
    if isinstance(found, Misread):
        return found
    if len(found) != 1 or not isinstance(found[0], tree.Wait):
        return Misread("a duration was expected, like `2s`")
    return None


def _first(findings: Sequence[Finding]) -> str:
    finding = next(f for f in findings if f.level == "error")
    return finding.message + (f"; {finding.help}" if finding.help else "")
