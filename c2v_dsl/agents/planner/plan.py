"""The plan of a lesson: scene by scene what is told and shown, before any of it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ...pipeline import check
from ...semantics.checks.lecture_lines import MATHS, MOST_WORDS, words_of
from ...semantics.themes import DEFAULT_THEME, THEMES
from ...syntax.words import COLOR_NAMES, RESERVED, proposal

BEAT_SECONDS = (5.0, 20.0)
"""A beat with its speech takes at least and at most about so long."""

MOST_BEATS = 7
"""A scene of layout ``notes`` has room for so many lecture lines."""

MOST_SCENES = 40

SLIP = 2
"""So many words more than there should be are left to who writes the scene."""

Say = Callable[[str], None]


def _asking(*names: str) -> ConfigDict:
    """These fields are asked for, though none is missed when the answer is read."""
    return ConfigDict(json_schema_extra={"required": list(names)})


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


def _text(value: Any) -> Any:
    return "" if value is None else value


def _texts(value: Any) -> Any:
    """A list of texts, also where one text, objects with a name, or nothing was given."""
    if value is None:
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, list):
        return [str(item.get("name", "")) if isinstance(item, dict) else item for item in value]
    return value


def _beats(value: Any) -> Any:
    if isinstance(value, list):
        return [{"line": item} if isinstance(item, str) else item for item in value]
    return [] if value is None else value


def _listed(value: Any) -> Any:
    return [] if value is None else value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[list[str], BeforeValidator(_texts)]


class BeatPlan(_Part):
    """One lecture line with what is seen meanwhile."""

    model_config = _asking("line", "shows")

    line: Text = Field(default="", description="the lecture line: at most ten words")
    shows: Text = Field(default="", description="what is seen and how it moves, in a sentence "
                                                "or two")


class Shared(_Part):
    """Something that comes back in several scenes and looks the same in all of them."""

    model_config = _asking("name", "meaning")

    name: Text = Field(default="", description="its id: letters, digits and _")
    color: Text = Field(default="", description="a colour of the language, or empty")
    meaning: Text = Field(default="", description="what it is")
    value: Text = Field(default="", description="if it is a number or list that scenes use: "
                                                "what stands behind `let NAME =`; else empty")


class ScenePlan(_Part):
    """What one scene is to do."""

    model_config = _asking("id", "title", "layout", "goal", "beats")

    id: Text = Field(default="", description="letters, digits and _")
    title: Text = Field(default="", description="shown on top")
    layout: Text = Field(default="notes", description="`notes` with lecture lines, `wide` without")
    goal: Text = Field(default="", description="what is understood after it")
    beats: Annotated[list[BeatPlan], BeforeValidator(_beats)] = Field(default_factory=list)
    icons: Texts = Field(default_factory=list, description="names of icons it shows; mostly none")
    pictures: Texts = Field(default_factory=list, description="given picture files that it shows")
    continues: Text = Field(default="", description="id of the scene before, if it goes on with "
                                                    "what that one has on screen; else empty")
    reference: bool = Field(default=False, description="whether its writer must see the reference "
                                                       "picture")


class Outline(_Part):
    """The plan of a whole lesson."""

    model_config = _asking("title", "audience", "shared", "scenes")

    title: Text = ""
    audience: Text = ""
    theme: Text = ""
    language: Text = Field(default="", description="tag of BCP 47")
    shared: Annotated[list[Shared], BeforeValidator(_listed)] = Field(default_factory=list)
    scenes: Annotated[list[ScenePlan], BeforeValidator(_listed)] = Field(default_factory=list)

    def text(self) -> str:
        """The outline as a model is shown it."""
        return self.model_dump_json(indent=1, exclude_defaults=True)


def tidied(outline: Outline, *, title: str, audience: str, theme: str, language: str,
           say: Say) -> Outline:
    """The outline with small slips mended, each told to ``say``; what was asked for holds."""
    new = outline.model_copy(deep=True)
    new.title = _line(new.title) or title
    new.audience = audience or _line(new.audience)
    new.theme = next((t for t in (theme, new.theme) if t in THEMES), DEFAULT_THEME)
    new.language = language
    new.scenes = [scene for scene in new.scenes if scene.beats or scene.goal or scene.title]
    _name_scenes(new, say)
    taken: set[str] = set()
    for shared in new.shared:
        shared.name = _unique(identifier(shared.name or shared.meaning, "thing"), taken)
        shared.value = _value(shared)
        shared.color = _slug(shared.color)
        if shared.color not in COLOR_NAMES:
            shared.color = ""
    for number, scene in enumerate(new.scenes):
        scene.title = _line(scene.title) or scene.id.replace("_", " ").capitalize()
        scene.layout = "wide" if "wide" in scene.layout.lower() else "notes"
        scene.goal = scene.goal.strip()
        before = new.scenes[number - 1].id if number else ""
        if scene.continues and scene.continues != before:
            say(f"`{scene.id}` cannot continue `{scene.continues}`, which is not the scene before")
            scene.continues = ""
        scene.beats = [beat for beat in scene.beats if beat.line.strip() or beat.shows.strip()]
        for beat in scene.beats:
            old, beat.line = _line(beat.line), shortened(beat.line, new.language)
            beat.shows = beat.shows.strip()
            if old != beat.line:
                say(f"the line “{old}” of `{scene.id}` is now “{beat.line}”")
    return new


def problems(outline: Outline, minutes: float) -> list[str]:
    """What is wrong with a tidied outline beyond its shape, as sentences for who wrote it."""
    found: list[str] = []
    if not outline.scenes:
        return ["The outline has no scenes."]
    if len(outline.scenes) > MOST_SCENES:
        found.append(f"It has {len(outline.scenes)} scenes; a video of {minutes:g} minutes has at "
                     f"most {MOST_SCENES}.")
    for scene in outline.scenes:
        where = f"Scene `{scene.id}`"
        if not scene.beats:
            found.append(f"{where} has no beats.")
        elif scene.layout == "notes" and len(scene.beats) > MOST_BEATS:
            found.append(f"{where} has {len(scene.beats)} beats; there is room for {MOST_BEATS} "
                         "lecture lines. Split it.")
        for number, beat in enumerate(scene.beats, 1):
            if not beat.line and scene.layout == "notes":
                found.append(f"{where}, beat {number}: there is no lecture line.")
            if (count := words_of(beat.line)) > MOST_WORDS + SLIP:
                found.append(f"{where}, beat {number}: “{beat.line}” has {count} words; at most "
                             f"{MOST_WORDS} are read at a glance.")
            if not beat.shows:
                found.append(f"{where}, beat {number}: it does not say what is to be seen.")
    for name, why in wrong_values(outline).items():
        found.append(f"The shared value `{name}` is wrong: {why}.")
    total = sum(len(scene.beats) for scene in outline.scenes)
    least, most = beats_for(minutes)
    if not least <= total <= most:
        found.append(f"It has {total} {'beat' if total == 1 else 'beats'} in all; a video of "
                     f"{minutes:g} minutes has {least} to {most}.")
    return found


def wrong_values(outline: Outline) -> dict[str, str]:
    """Shared values that do not check, each with why."""
    text = header(outline)
    found: dict[str, str] = {}
    for finding in check(text).findings:
        if finding.level == "error":
            line = text.count("\n", 0, finding.span.start)
            name = re.match(r"let (\w+)", text.split("\n")[line])
            if name is not None:
                found.setdefault(name[1], finding.message)
    return found


def beats_for(minutes: float) -> tuple[int, int]:
    """The least and the greatest number of beats in a video."""
    shortest, longest = BEAT_SECONDS
    return (max(1, int(minutes * 60 / longest)), max(3, round(minutes * 60 / shortest)))


def scenes_for(minutes: float) -> int:
    """About how many scenes a video has: one for each half minute or so, at least one."""
    return max(1, round(minutes * 60 / 35))


def chains(outline: Outline) -> list[list[int]]:
    """Numbers of the scenes, those together that go on from one another."""
    found: list[list[int]] = []
    for number, scene in enumerate(outline.scenes):
        if scene.continues and number and outline.scenes[number - 1].id == scene.continues:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def header(outline: Outline, used: Collection[str] | None = None) -> str:
    """The beginning of the storyboard: its settings and the values that scenes share, all or
    those ``used``."""
    settings = [("audience", _quoted(outline.audience)), ("theme", outline.theme),
                ("language", _quoted(outline.language))]
    lines = [f"  {word} {value}" for word, value in settings if value not in ("", '""')]
    lets = "".join(f"let {shared.name} = {shared.value}\n" for shared in outline.shared
                   if shared.value and (used is None or shared.name in used))
    return (f"c2v 1\nstoryboard {_quoted(outline.title)} {{\n" + "\n".join(lines) + "\n}\n\n"
            + (lets + "\n" if lets else ""))


def _quoted(text: str) -> str:
    """``text`` as a text of the language that says just that."""
    return '"' + text.replace('"', "'").replace("#{", "{") + '"'


_GREEK = re.compile("[Α-Ωα-ω]")


def identifier(text: str, otherwise: str) -> str:
    """A valid id made of ``text``, itself if it is one: ``the_first-step`` becomes
    ``the_first_step``, ``θ`` ``theta``."""
    text = text.strip()
    if re.fullmatch(r"(?![A-F][1-6]$)[A-Za-z][A-Za-z0-9_]{,39}", text) and text not in RESERVED:
        return text
    slug = _slug(_GREEK.sub(lambda letter: f" {_spelt(letter[0])} ", text))[:40].strip("_")
    if slug[:1].isdigit():
        slug = f"{otherwise}_{slug}"
    if not slug:
        return otherwise
    return proposal(slug) if slug in RESERVED else slug


_ARTICLES = re.compile(r"\b(?:the|a|an)\s+", re.I)
_HELD = "\ufffc"
"""Stands for a formula while the words around it are looked at."""


def shortened(line: str, language: str = "en") -> str:
    """A lecture line in `MOST_WORDS` words where that costs it nothing but words in brackets, its
    final stop and English articles; else the line as it is."""
    line = _line(line)
    if line.endswith(".") and not line.endswith(".."):
        line = line[:-1]
    if words_of(line) <= MOST_WORDS:
        return line
    formulas = MATHS.findall(line)
    short = _line(re.sub(r"\s*\([^()]*\)", "", MATHS.sub(_HELD, line)))
    articles = language.split("-")[0] == "en"
    while articles and words_of(short) > MOST_WORDS and (
        match := list(_ARTICLES.finditer(short))
    ):
        last = match[-1]
        short = short[: last.start()] + short[last.end() :]
    if words_of(short) > MOST_WORDS or short.count(_HELD) < len(formulas):
        return line
    for formula in formulas:
        short = short.replace(_HELD, formula, 1)
    return short[:1].upper() + short[1:] if line[:1].isupper() else short


def _name_scenes(outline: Outline, say: Say) -> None:
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for number, scene in enumerate(outline.scenes, 1):
        old = scene.id
        scene.id = _unique(identifier(old or scene.title, f"scene_{number}"), taken)
        renamed[old.strip()] = scene.id
        if old and old != scene.id:
            say(f"the scene `{old}` is called `{scene.id}`")
        scene.continues = renamed.get(scene.continues.strip(), scene.continues.strip())


def _unique(name: str, taken: set[str]) -> str:
    free = name
    number = 2
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    taken.add(free)
    return free


def _value(shared: Shared) -> str:
    """What stands behind the ``=``, also where the whole statement was given."""
    text = re.sub(rf"^(?:let\s+)?{re.escape(shared.name)}\s*=(?!=)\s*", "", shared.value.strip())
    return "" if "\n" in text else text


def _spelt(letter: str) -> str:
    """The name of a Greek letter."""
    return unicodedata.name(letter).split(" LETTER ")[-1].split()[0].lower()


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")


def _line(text: str) -> str:
    """``text`` on one line, in no quotes."""
    text = " ".join(text.split())
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    return text.replace('"', "”") if text.count('"') else text
