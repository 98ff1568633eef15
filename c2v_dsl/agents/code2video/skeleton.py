"""A storyboard to go on from: Code2Video's sections as scenes, its animations as hatches.

Each animation's description becomes the intent of a `python` object, which fills the stage while
its line is read and gives way to the next one. Objects, not actions, because objects stand where
they can be measured, stay until something takes them away, and are replaced one at a time by what
the language has.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...assets.icons import search
from ...pipeline import check
from ...semantics.checks.lecture_lines import MOST_WORDS, words_of
from ...semantics.files import DiskLoader
from ...semantics.picture_files import look
from ...semantics.themes import COLOR_NAMES, READABLE_CONTRAST, contrast, theme
from ...syntax import format_source
from ...syntax.words import RESERVED
from .reading import Board, Section

__all__ = ["Skeleton", "skeleton"]

_STAGE, _ABOVE_PICTURES = "A1:F6", "A1:D6"
_SLOTS = {1: ("E3:F4",), 2: ("E1:F3", "E4:F6"), 3: ("E1:F2", "E3:F4", "E5:F6")}
_ASSET = re.compile(r"\[Asset:\s*([^\]]+?)\s*\]", re.I)
_STEP = re.compile(r"(?:animation\s+)?(?:step\s*)?\d+\s*[:.)]\s+|animation\s*:\s*", re.I)
_MATHS = re.compile(r"(?<!\\)\$(?=\S)[^$]*?(?<=\S)\$(?!\d)")
_HUES = sorted(set(COLOR_NAMES) - {"white", "black", "gray", "background"}, key=len, reverse=True)
_COLOR = re.compile(
    r"#[0-9a-f]{6}\b|\b(" + "|".join(hue.replace("_", "[ _-]") for hue in _HUES) + r")\b", re.I)
_PAUSES = ("and", "but", "so", "because", "which", "that", "then", "when", "while", "where", "or")
_LITTLE = ("an", "the", "of", "to", "in", "on", "at", "is", "are", "be", "we", "it", "its", "and",
           "or", "with", "for", "by", "as")
_WIDTH = 100


@dataclass(frozen=True)
class Skeleton:
    """A storyboard in canonical form that checks without errors.

    Attributes:
        notes: what does not stand there as it stood in the file.
    """

    text: str
    notes: tuple[str, ...] = ()


def skeleton(board: Board, folder: Path, target: Path) -> Skeleton:
    """The storyboard that ``board`` becomes.

    Args:
        board: what was read.
        folder: where its file lies, from which pictures are looked for.
        target: where the storyboard will lie; paths of pictures count from its folder.
    """
    made = _Writer(folder, target.parent, maths=True)
    text = made.storyboard(board)
    if not check(text, str(target)).ok:
        # What stood between dollar signs is no maths that can be set.
        made = _Writer(folder, target.parent, maths=False)
        text = made.storyboard(board)
    return Skeleton(format_source(text).text or text, tuple(made.notes))


class _Writer:
    def __init__(self, folder: Path, target: Path, *, maths: bool) -> None:
        self.notes: list[str] = []
        self._folder = folder
        self._target = target
        self._maths = maths

    def storyboard(self, board: Board) -> str:
        title = board.topic or _plain_title(board.sections[0].title)
        settings = [f"audience {self._quoted(board.audience)}"] if board.audience else []
        settings.append("theme chalk")
        names: set[str] = set(RESERVED)
        scenes = [self._scene(section, names) for section in board.sections]
        head = "\n".join(["c2v 1", f"storyboard {self._quoted(title)} {{", *settings, "}"])
        return "\n\n".join([head, *scenes]) + "\n"

    def _scene(self, section: Section, names: set[str]) -> str:
        name = _unique(_name(section.id) or "section", names)
        if name != section.id:
            self.notes.append(f"{section.place}: its scene is called `{name}`")
        pictures, files = self._pictures(section)
        slots = _SLOTS.get(len(files)) or tuple(f"E{k}:F{k}" for k in range(1, 7))
        objects = _comments(f"missing: {_file_name(word)}{_like(word)}"
                            for word in pictures if word not in files)
        objects += [f'{object} = {kind}({self._quoted(path)}) in {slot}'
                    for (object, kind, path), slot in zip(files.values(), slots, strict=False)]
        for number, text in enumerate(section.animations, start=1):
            beside = any(word in files for word in _ASSET.findall(text))
            objects.append(f"picture_{number} = python({self._quoted(self._intent(text, files))}) "
                           f"in {_ABOVE_PICTURES if beside else _STAGE}")
        wide = "" if section.lines else " layout wide"
        lines = [*_comments(section.about),
                 f"scene {name} {self._quoted(_plain_title(section.title))}{wide} {{"]
        if objects:
            lines += ["objects {", *objects, "}"]
        for beat in self._beats(section, files):
            lines += ["", *beat]
        return "\n".join([*lines, "}"])

    def _pictures(self, section: Section) -> tuple[list[str], dict[str, tuple[str, str, str]]]:
        """What a section's descriptions name, and of it what is there: object, kind and path."""
        words = dict.fromkeys(
            word for text in section.animations for word in _ASSET.findall(text))
        files: dict[str, tuple[str, str, str]] = {}
        names = {*RESERVED, *(f"picture_{n}" for n in range(1, len(section.animations) + 1))}
        for word in words:
            found = self._file(word)
            if found is None or len(files) == 6:
                why = "is not there" if found is None else "is one too many for a scene"
                self.notes.append(f"{section.place}: the picture {_file_name(word)} {why}"
                                  + _like(word))
                continue
            kind = "svg" if found.suffix.lower() == ".svg" else "image"
            path = Path(os.path.relpath(found, self._target.resolve())).as_posix()
            files[word] = _unique(_name(found.stem) or "drawing", names), kind, path
        return list(words), files

    def _file(self, word: str) -> Path | None:
        """The file that ``[Asset: word]`` means, if it is there and can be shown."""
        name = _file_name(word)
        if not name.lower().endswith((".png", ".jpg", ".jpeg", ".svg")) or '"' in word:
            return None
        kind = "svg" if name.lower().endswith(".svg") else "image"
        for path in (self._folder / word, self._folder / name, self._folder / "assets" / name,
                     self._folder / "assets" / "icon" / name):
            if path.is_file() and not look(DiskLoader(), kind, str(path)).problem:
                return path.resolve()
        return None

    def _beats(
        self, section: Section, files: dict[str, tuple[str, str, str]]
    ) -> Iterable[list[str]]:
        count = len(section.lines) or len(section.animations)
        names: set[str] = set()
        shown: list[str] = []
        for number in range(count):
            line = section.lines[number] if section.lines else ""
            last = len(section.animations) if number == count - 1 else number + 1
            turns = range(number, last)[: max(0, len(section.animations) - number)]
            texts = [section.animations[turn] for turn in turns]
            words = _words_of(line) or f"part_{number + 1}"
            head = f"beat {_unique(words, names)}"
            place = f"{section.place}.lecture_lines[{number}]"
            if line:
                head += f" {self._quoted(self._short(line, place))}"
            if texts and (color := _color(texts[0])):
                head += f" color {color}"
            actions = [f"say {self._spoken(line)}"] if line else []
            for turn, text in zip(turns, texts, strict=True):
                wanted = [files[word][0] for word in dict.fromkeys(_ASSET.findall(text))
                          if word in files]
                gone = [object for object in shown if object not in wanted]
                new = [object for object in wanted if object not in shown]
                actions += [f"hide {', '.join(gone)}"] if gone else []
                actions += [f"show {', '.join(new)}"] if new else []
                actions += [f"draw picture_{turn + 1} over 2s"]
                shown = [*wanted, f"picture_{turn + 1}"]
            if not actions or not line:
                actions.append("wait 2s")
            yield [f"{head} {{", *actions, "}"]

    def _short(self, line: str, place: str) -> str:
        """``line``, or the beginning of one that is too long to be read at a glance."""
        if words_of(line) <= MOST_WORDS:
            return line
        words = line.split()
        cut = next((n for n in range(MOST_WORDS, 3, -1) if words[n - 1][-1] in ",;:.!?—–"
                    or words[n].lower() in _PAUSES), MOST_WORDS)
        while cut > 1 and " ".join(words[:cut]).count("$") % 2:
            cut -= 1
        self.notes.append(f"{place}: of its {len(words)} words {cut} are shown; all are spoken")
        return " ".join(words[:cut]).rstrip(",;:.—–") + "…"

    def _intent(self, text: str, files: dict[str, tuple[str, str, str]]) -> str:
        def named(found: re.Match[str]) -> str:
            word = found[1]
            return f"(there already as `{files[word][0]}`)" if word in files else ""

        plain = _STEP.sub("", text, count=1) if _STEP.match(text) else text
        return re.sub(r" +([.,;:]|$)", r"\1", _ASSET.sub(named, plain)) or text

    def _spoken(self, line: str) -> str:
        """A line as speech: no dollar signs about maths, no marks."""
        plain = _MATHS.sub(lambda found: found[0][1:-1], line)
        return self._quoted(re.sub(r"<(\w+)>", r"\1", plain))

    def _quoted(self, text: str) -> str:
        """A text in quotes that reads as it stands, but for maths between dollar signs."""
        text = re.sub(r'"([^"]*)"', r"“\1”", " ".join(text.split())).replace('"', "”")
        text = re.sub(r"(?<!\\)#\{", r"\#{", text).rstrip("\\ ")
        spans = [found.span() for found in _MATHS.finditer(text)] if self._maths else []
        inside = {at for start, end in spans for at in (start, end - 1)}
        text = "".join(
            "\\$" if letter == "$" and at not in inside and text[at - 1 : at] != "\\" else letter
            for at, letter in enumerate(text))
        return f'"{text}"'


def _plain_title(title: str) -> str:
    """Without ``Sec 1:`` before it, which the order says."""
    return re.sub(r"^sec(?:tion)?\.?\s*\d+\s*[:.–—-]\s*(?=\S)", "", title, flags=re.I)


def _name(text: str) -> str:
    """The letters, digits and ``_`` of ``text`` as a name of the language; empty if none is."""
    name = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return f"part_{name}" if name[:1].isdigit() else name


def _words_of(line: str) -> str:
    """A beat's name: the first words of its line that mean something."""
    words = [word for word in re.findall(r"[a-z]{2,}", line.lower()) if word not in _LITTLE]
    return "_".join(words[:3])


def _unique(name: str, taken: set[str]) -> str:
    """``name``, or with a number behind it where it is taken; it is taken then."""
    if name in RESERVED and name in taken:
        name += "_scene"
    free = name
    number = 1
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free)
    return free


def _file_name(word: str) -> str:
    return re.split(r"[/\\]", word)[-1]


def _like(word: str) -> str:
    """An icon to take instead of a picture that is not there."""
    found = search(Path(_file_name(word)).stem.replace("_", " "))
    return f'; `icon("{found[0]}")` is like it' if found else ""


def _color(text: str) -> str:
    """The first colour that a description names and that can be read on the theme."""
    look = theme("chalk")
    for found in _COLOR.finditer(text):
        name = found[0] if found[0].startswith("#") else re.sub(r"[ -]", "_", found[0].lower())
        if contrast(look.palette.get(name, name), look.background) >= READABLE_CONTRAST:
            return name
    return ""


def _comments(paragraphs: Iterable[str]) -> list[str]:
    return [f"# {line}" for text in paragraphs
            for line in textwrap.wrap(text, _WIDTH, break_long_words=False)]
