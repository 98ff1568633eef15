"""What a person wants a video of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...semantics.themes import DEFAULT_THEME
from ..exchange import Picture

MINUTES = 3.0
"""The length of a video whose length nobody asked for."""


@dataclass(frozen=True)
class Wish:
    """A topic, and what its video should be like.

    Attributes:
        topic: in words; may be empty where there are notes.
        audience: whom it is for, in words; empty leaves it to the Planner.
        minutes: about how long it should be.
        language: a tag of BCP 47, as `language_tag` makes it.
        theme: of the storyboard.
        notes: text that the video should tell, as `sources.read_notes` reads it.
        reference: a picture of what should be seen.
        pictures: picture files that may be shown, as the storyboard would name them.
        path: where the storyboard will lie; its pictures are looked for beside it.
    """

    topic: str
    audience: str = ""
    minutes: float = MINUTES
    language: str = "en"
    theme: str = DEFAULT_THEME
    notes: str = ""
    reference: Picture | None = None
    pictures: tuple[str, ...] = ()
    path: str = "lesson.c2v"


_NAMES = """
ar Arabic العربية
bg Bulgarian Български
bn Bengali বাংলা
ca Catalan Català
cs Czech Čeština
da Danish Dansk
de German Deutsch
el Greek Ελληνικά
en English
es Spanish Español
et Estonian Eesti
fa Persian Farsi فارسی
fi Finnish Suomi
fr French Français
he Hebrew עברית
hi Hindi हिन्दी
hr Croatian Hrvatski
hu Hungarian Magyar
id Indonesian
it Italian Italiano
ja Japanese 日本語
ko Korean 한국어
lt Lithuanian Lietuvių
lv Latvian Latviešu
ms Malay
nb Norwegian Norsk Bokmål
nl Dutch Nederlands
pl Polish Polski
pt Portuguese Português
ro Romanian Română
ru Russian Русский
sk Slovak Slovenčina
sl Slovenian Slovenščina
sr Serbian Српски
sv Swedish Svenska
sw Swahili Kiswahili
ta Tamil தமிழ்
te Telugu తెలుగు
th Thai ไทย
tr Turkish Türkçe
uk Ukrainian Українська
ur Urdu اردو
vi Vietnamese
zh Chinese Mandarin 中文
"""

_TAGS = {name.casefold(): line.split()[0]
         for line in _NAMES.split("\n") if line for name in line.split()[1:]}
_ENGLISH = {line.split()[0]: line.split()[1] for line in _NAMES.split("\n") if line}
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.I)


def language_tag(given: str) -> str | None:
    """The tag of BCP 47 for a tag or the name of a language, in English or its own; None for what
    is neither."""
    text = given.strip().replace("_", "-")
    if (tag := _TAGS.get(text.casefold())) is not None:
        return tag
    if _TAG.fullmatch(text) is None:
        return None
    head, *rest = text.split("-")
    return "-".join([head.lower(), *(_case(part) for part in rest)])


def language_name(tag: str) -> str:
    """A tag in words for a model: ``German (de-AT)``."""
    name = _ENGLISH.get(tag.split("-")[0])
    return f"{name} ({tag})" if name else tag


def _case(part: str) -> str:
    """Regions are written in capitals, scripts with one."""
    if len(part) == 2:
        return part.upper()
    return part.capitalize() if len(part) == 4 and part.isalpha() else part.lower()
