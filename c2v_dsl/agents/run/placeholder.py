"""The plain scene that stands where a scene could not be made."""

from __future__ import annotations

import re
from collections.abc import Iterable

MARK = "# placeholder:"
"""How the comment begins that every placeholder scene carries."""

_SENTENCES = {
    "en": "This part could not be made.",
    "de": "Dieser Teil konnte nicht erstellt werden.",
    "fr": "Cette partie n'a pas pu être réalisée.",
    "es": "Esta parte no se pudo crear.",
    "it": "Non è stato possibile creare questa parte.",
    "pt": "Não foi possível criar esta parte.",
    "nl": "Dit deel kon niet worden gemaakt.",
    "pl": "Nie udało się przygotować tej części.",
    "sv": "Den här delen kunde inte göras.",
    "cs": "Tuto část se nepodařilo vytvořit.",
    "tr": "Bu bölüm oluşturulamadı.",
    "ru": "Эту часть не удалось создать.",
    "uk": "Цю частину не вдалося створити.",
    "el": "Αυτό το μέρος δεν ήταν δυνατό να δημιουργηθεί.",
}
_MOST_LINES, _MOST_WORDS = 5, 10


def sentence(language: str) -> str:
    """That a part could not be made, in ``language`` (``de``, ``de-AT``) if its words are known
    here, else in English."""
    return _SENTENCES.get(language.split("-")[0], _SENTENCES["en"])


def placeholder(scene_id: str, title: str, lines: Iterable[str], language: str) -> str:
    """A scene with the title and lines of the outline, and a sentence instead of pictures.

    Whatever title and lines are, it checks clean: formulas that cannot be set lose their dollar
    signs and backslashes, and what still cannot be said is left out.
    """
    from ...pipeline import check

    lines = [_shortened(line) for line in lines if line.strip()][:_MOST_LINES]
    plain = [_plain(line) for line in lines]
    text = ""
    for name, told in ((title, lines), (_plain(title), plain), (scene_id, [])):
        text = _scene(scene_id, name or scene_id, told, language)
        if not check(f'c2v 1\nstoryboard "{scene_id}" {{}}\n\n{text}').findings:
            break
    return text


def _scene(scene_id: str, title: str, lines: list[str], language: str) -> str:
    beats = [f" {_quoted(line)}" for line in lines] or [""]
    acts = ["show sorry\n    wait 2s", *["wait 2s"] * (len(beats) - 1)]
    told = "".join(
        f"\n  beat part_{number}{line} {{\n    {act}\n  }}\n"
        for number, (line, act) in enumerate(zip(beats, acts, strict=True), 1))
    return (
        f"scene {scene_id} {_quoted(title)}{'' if lines else ' layout wide'} {{\n"
        f"  {MARK} this scene could not be made; write it, or run c2v generate again\n"
        f"  objects {{\n    sorry = text({_quoted(sentence(language))}) in C1:D6\n  }}\n"
        f"{told}}}\n")


def _shortened(line: str) -> str:
    words = line.split()
    return " ".join(words) if len(words) <= _MOST_WORDS else f"{' '.join(words[:_MOST_WORDS])}…"


def _plain(text: str) -> str:
    return re.sub(r"[$\\{}<>]", "", text)


def _quoted(text: str) -> str:
    """``text`` as a text of the language that says it word for word."""
    text = " ".join(text.split()).replace('"', "'").replace("#{", "{")
    text = re.sub(r"<(\w+)>", r"\1", text)
    return f'"{text}"'
