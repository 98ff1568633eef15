"""What was asked for, kept so that it can be asked for again: in a run, and beside a recording."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from ...render.cache import whole_file
from ..exchange import Picture
from ..prompts import prompts_version
from .exchanges import FOLDER as EXCHANGES
from .folder import BadRun, RunFolder
from .record import OptionsRecord, WishRecord

if TYPE_CHECKING:
    from ..planner import Wish

_FILE, _NOTES, _REFERENCE = "asked/wish.json", "asked/notes.txt", "asked/reference"


class Asked(BaseModel):
    """A wish, how it was to be made, and the version of the prompts it was recorded with."""

    wish: WishRecord
    options: OptionsRecord
    prompts: str = ""


def keep_wish(folder: RunFolder, wish: Wish) -> WishRecord:
    """Write a wish's notes and picture into the folder ``asked``; the rest is the answer.

    Raises:
        OSError: the system refuses.
    """
    picture = wish.reference
    if wish.notes:
        folder.write(_NOTES, wish.notes)
    if picture:
        with whole_file(folder / _REFERENCE) as out:
            out.write(picture.data)
    return WishRecord(
        topic=wish.topic, audience=wish.audience, minutes=wish.minutes, language=wish.language,
        theme=wish.theme, pictures=list(wish.pictures),
        notes=_NOTES if wish.notes else None, reference=_REFERENCE if picture else None,
        reference_mime=picture.mime if picture else "",
        reference_name=picture.name if picture else "")


def wish_of(folder: RunFolder, asked: WishRecord) -> Wish:
    """The wish that `keep_wish` kept.

    Raises:
        BadRun: its notes or its picture are gone.
    """
    from ..planner import Wish

    try:
        notes = (folder / asked.notes).read_text(encoding="utf-8") if asked.notes else ""
        picture = Picture((folder / asked.reference).read_bytes(), asked.reference_mime,
                          asked.reference_name) if asked.reference else None
    except OSError as error:
        raise BadRun(f"{error.filename} is missing, which belongs to what was asked for") from error
    return Wish(asked.topic, audience=asked.audience, minutes=asked.minutes,
                language=asked.language, theme=asked.theme, notes=notes, reference=picture,
                pictures=tuple(asked.pictures))


def resumed_wish(folder: Path) -> Wish:
    """The wish of the run in ``folder``.

    Raises:
        BadRun: there is none that can be gone on with.
    """
    place = RunFolder(folder)
    return wish_of(place, place.load().wish)


def keep_asked(folder: Path, wish: Wish, options: OptionsRecord) -> None:
    """Write beside a recording what it was made for, so that replaying it needs no words.

    Raises:
        OSError: the system refuses.
    """
    place = RunFolder(folder)
    asked = Asked(wish=keep_wish(place, wish), prompts=prompts_version(),
                  options=options.model_copy(update={"model": ""}))
    place.write(_FILE, asked.model_dump_json(indent=1) + "\n")


@dataclass(frozen=True)
class Recorded:
    """What a recording was made for; ``outdated`` if models are told other words by now."""

    wish: Wish
    options: OptionsRecord
    outdated: bool


def recorded_wish(folder: Path) -> Recorded | None:
    """What a recording, or the run whose exchanges it is, was made for; None where it does not say.

    Raises:
        BadRun: what it says cannot be read.
    """
    place = RunFolder(folder)
    text = place.read(_FILE)
    home = RunFolder(folder.parent)
    if text is None and folder.name == EXCHANGES and home.is_run:
        record = home.load()
        return Recorded(wish_of(home, record.wish), record.options,
                        record.versions.prompts != prompts_version())
    if text is None:
        return None
    try:
        asked = Asked.model_validate(json.loads(text))
    except (ValueError, ValidationError) as error:
        raise BadRun(f"{place / _FILE} cannot be read: {error}") from error
    return Recorded(wish_of(place, asked.wish), asked.options,
                    asked.prompts not in ("", prompts_version()))
