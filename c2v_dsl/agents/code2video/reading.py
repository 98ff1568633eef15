"""The JSON of Code2Video into plain data; what is wrong with it as sentences with their places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ...semantics.suggest import counted, nearest

__all__ = ["Board", "Reading", "Section", "read"]


@dataclass(frozen=True)
class Section:
    """A section of a lesson.

    Attributes:
        place: where it stands in the file, ``sections[2]``.
        lines: what a viewer reads, line by line.
        animations: what is seen beside each line, in words.
        about: what the outline says of it, paragraph by paragraph.
    """

    place: str
    id: str
    title: str
    lines: tuple[str, ...]
    animations: tuple[str, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Board:
    """A storyboard of Code2Video; topic and audience are empty where no file says them."""

    sections: tuple[Section, ...]
    topic: str = ""
    audience: str = ""


@dataclass(frozen=True)
class Reading:
    """A storyboard, or why there is none.

    Attributes:
        board: None where there are problems.
        problems: what must be mended before anything can be made.
        notes: what was taken in another way than it stands there.
    """

    board: Board | None
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read(storyboard: str, outline: str | None = None) -> Reading:
    """Read a storyboard, and the outline it was made from.

    Args:
        storyboard: the text of ``storyboard.json``.
        outline: the text of ``outline.json``, if it is at hand.
    """
    told = _Told()
    data = _object(storyboard, told)
    sections = _sections(data, told) if data is not None else []
    board = Board(tuple(sections), told.text(data or {}, "topic", "", needed=False))
    if outline is not None:
        board = _with_outline(board, outline, told)
    if told.problems:
        return Reading(None, tuple(told.problems))
    return Reading(_in_order(board, told), (), tuple(told.notes))


@dataclass
class _Told:
    """What there is to say about a file, and how its values are asked for."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    file: str = ""

    def problem(self, place: str, sentence: str) -> None:
        self.problems.append(f"{self.file}{place}: {sentence}" if place else self.file + sentence)

    def note(self, place: str, sentence: str) -> None:
        self.notes.append(f"{self.file}{place}: {sentence}")

    def text(self, data: dict[str, Any], key: str, place: str, *, needed: bool = True) -> str:
        value = data.get(key)
        place = f"{place}.{key}" if place else key
        if isinstance(value, str):
            if needed and not _plain(value):
                self.problem(place, "this text is empty")
            return _plain(value)
        if key in data:
            self.problem(place, f"a text is needed here, not {_kind(value)}")
        elif needed:
            self.problem(place, "this text is missing" + _meant(key, data))
        return ""

    def texts(self, data: dict[str, Any], key: str, place: str) -> tuple[str, ...] | None:
        """A list of texts, None where there is none. Objects count by their ``description``."""
        if key not in data:
            return None
        value = data[key]
        place = f"{place}.{key}"
        if not isinstance(value, list):
            self.problem(place, f"a list of texts is needed here, not {_kind(value)}")
            return ()
        found = []
        for number, item in enumerate(value):
            if isinstance(item, dict) and isinstance(item.get("description"), str):
                item = item["description"]
            if not isinstance(item, str):
                self.problem(f"{place}[{number}]", f"a text is needed here, not {_kind(item)}")
            elif not _plain(item):
                self.problem(f"{place}[{number}]", "this text is empty")
            else:
                found.append(_plain(item))
        return tuple(found)


def _object(text: str, told: _Told) -> dict[str, Any] | None:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        end = len(text.rstrip())
        if not end:
            told.problem("", "the file is empty")
        elif error.pos >= end or error.msg.startswith("Unterminated"):
            last = text.count("\n", 0, end) + 1
            told.problem(f"line {last}", "the file ends here, before its JSON does")
        else:
            said = error.msg[:1].lower() + error.msg[1:]
            told.problem(f"line {error.lineno}, column {error.colno}", f"this is not JSON: {said}")
        return None
    except RecursionError:
        told.problem("", "brackets stand in brackets without end")
        return None
    if not isinstance(data, dict):
        told.problem("", f"an object with `sections` is needed, not {_kind(data)}")
        return None
    return data


def _items(data: dict[str, Any], told: _Told) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of ``sections`` that are objects, each with its place."""
    given = data.get("sections")
    if not isinstance(given, list):
        what = f"not {_kind(given)}" if "sections" in data else (
            "there is none" + _meant("sections", data))
        told.problem("sections", f"a list of sections is needed, {what}")
        return
    if not given:
        told.problem("sections", "this list is empty")
    for number, item in enumerate(given):
        place = f"sections[{number}]"
        if isinstance(item, dict):
            yield place, item
        else:
            told.problem(place, f"a section is an object, not {_kind(item)}")


def _sections(data: dict[str, Any], told: _Told) -> list[Section]:
    return [_section(place, item, number, told)
            for number, (place, item) in enumerate(_items(data, told), start=1)]


def _section(place: str, data: dict[str, Any], number: int, told: _Told) -> Section:
    id = told.text(data, "id", place, needed=False)
    if not id:
        id = f"section_{number}"
        told.note(place, f"it has no id and is called `{id}`")
    title = told.text(data, "title", place)
    lines = told.texts(data, "lecture_lines", place)
    animations = told.texts(data, "animations", place)
    if not lines and not animations and not _said_of(told.problems, place):
        told.problem(place, "it has neither `lecture_lines` nor `animations`"
                     + (_meant("lecture_lines", data) or _meant("animations", data)))
    for key, texts in (("lecture_lines", lines), ("animations", animations)):
        if texts is None and (lines or animations):
            told.note(place, f"it has no `{key}`" + _meant(key, data))
    lines, animations = lines or (), animations or ()
    if lines and animations and len(lines) != len(animations):
        what = (f"{counted(len(lines), 'lecture line')} and "
                f"{counted(len(animations), 'animation')}")
        rest = ("the last beats show nothing new" if len(lines) > len(animations)
                else "the last beat shows those that are over, one after another")
        told.note(place, f"{what}; {rest}")
    return Section(place, id, title, lines, animations)


def _said_of(problems: list[str], place: str) -> bool:
    return any(problem.startswith(place) for problem in problems)


def _with_outline(board: Board, text: str, told: _Told) -> Board:
    told.file = "outline: "
    data = _object(text, told)
    if data is not None:
        about: dict[str, tuple[str, ...]] = {}
        for place, item in _items(data, told):
            id = told.text(item, "id", place, needed=False)
            said = [told.text(item, key, place, needed=False) for key in ("content", "example")]
            about[id] = tuple(filter(None, (said[0], said[1] and f"Example: {said[1]}")))
        if about and not any(section.id in about for section in board.sections):
            told.note("sections", "none of them has the id of a section of the storyboard")
        board = Board(
            tuple(replace(section, about=about.get(section.id, ())) for section in board.sections),
            told.text(data, "topic", "", needed=False) or board.topic,
            told.text(data, "target_audience", "", needed=False),
        )
    told.file = ""
    return board


def _in_order(board: Board, told: _Told) -> Board:
    """The sections by the numbers in their ids, where all have one: 10 after 2."""
    found = [re.fullmatch(r"(.*?)(\d+)", section.id) for section in board.sections]
    if not all(found) or len({match[1] for match in found if match}) > 1:
        return board
    ordered = tuple(sorted(board.sections,
                           key=lambda section: int(re.findall(r"\d+$", section.id)[0])))
    if ordered != board.sections:
        told.note("sections", "they come in the order of the numbers in their ids")
    return replace(board, sections=ordered)


def _plain(text: str) -> str:
    """On one line, without letters that cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
                    .split())


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    names = {str: "a text", list: "a list", dict: "an object", int: "a number", float: "a number"}
    return names[type(value)]


def _meant(key: str, data: dict[str, Any]) -> str:
    near = nearest(key, data)
    return f"; did `{near}` mean it?" if near else ""
