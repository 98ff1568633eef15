"""Asking for the plan of a lesson."""

from __future__ import annotations

from dataclasses import replace

from ..client import Client
from ..exchange import Message, Request
from ..language import abilities
from ..prompts import prompt
from .assets import resolved
from .plan import Outline, Say, beats_for, problems, scenes_for, tidied, wrong_values
from .wish import Wish, language_name


def make_outline(client: Client, wish: Wish, *, say: Say = lambda sentence: None) -> Outline:
    """The plan of the lesson that is wished for, with assets that are there.

    Small slips are mended and told to ``say``; what is wrong beyond that is told to the model
    once, and its second outline is taken if it has scenes.

    Raises:
        Unanswered: no outline came, or none with scenes in it.
        Spent: the budget is used up.
    """
    from ..client import Unanswered

    shown = (wish.reference,) if wish.reference is not None else ()
    asked = Request("planner.outline", (Message("user", (_question(wish), *shown)),))
    outline, answer = client.ask_for(asked, Outline)
    outline = _mended(outline, wish, say)
    if wrong := problems(outline, wish.minutes):
        told = prompt("planner_problems", problems="\n".join(f"- {line}" for line in wrong))
        asked = replace(asked, messages=(
            *asked.messages, Message("model", (answer.text,)), Message("user", (told,))))
        again, _ = client.ask_for(asked, Outline)
        again = _mended(again, wish, say)
        left = problems(again, wish.minutes)
        if (again.scenes and len(left) <= len(wrong)) or not outline.scenes:
            outline, wrong = again, left
        for line in wrong:
            say(line)
    bad = wrong_values(outline)
    for shared in outline.shared:
        shared.value = "" if shared.name in bad else shared.value
    outline.scenes = [scene for scene in outline.scenes if scene.beats]
    if not outline.scenes:
        raise Unanswered("shape", "the outline has no scenes with beats in them")
    return outline


def _mended(outline: Outline, wish: Wish, say: Say) -> Outline:
    tidy = tidied(outline, title=wish.topic, audience=wish.audience, theme=wish.theme,
                  language=wish.language, say=say)
    return resolved(tidy, wish.pictures, say)


def _question(wish: Wish) -> str:
    least, most = beats_for(wish.minutes)
    told = prompt(
        "planner_wish", topic=wish.topic or "what the notes below tell",
        audience=wish.audience or "whom it suits best", minutes=f"{wish.minutes:g}",
        theme=wish.theme, pictures=", ".join(f"`{path}`" for path in wish.pictures) or "none",
        reference="shown below" if wish.reference is not None else "none",
        notes=notes_of(wish)).strip()
    return prompt("planner_outline", abilities=abilities(), wish=told,
                  speech=language_name(wish.language), scenes=str(scenes_for(wish.minutes)),
                  beats=f"{least} to {most}")


def notes_of(wish: Wish) -> str:
    """The notes as a prompt tells them, or nothing."""
    return prompt("planner_notes", notes=wish.notes) if wish.notes else ""
