"""Writing one scene of an outline: drafted, checked, mended and measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..client import Client, Unanswered
from ..exchange import Content, Message, Request
from ..language import language_prompt
from ..prompts import prompt
from .bench import Bench, Judged
from .outline import notes_of
from .plan import Outline, header
from .reading import Unusable, read_scene
from .record import SceneDraft
from .repair import OnAttempt, Repair
from .talk import messages
from .wish import Wish, language_name

TRIES = (2, 2, 1)
"""How often statements, blocks and the whole scene are asked for anew."""


def write_scene(
    client: Client, wish: Wish, outline: Outline, index: int, *,
    tries: tuple[int, int, int] = TRIES, on_attempt: OnAttempt | None = None,
    bench: Bench | None = None, before: Sequence[SceneDraft] = (),
) -> SceneDraft:
    """Scene number ``index`` of the outline, as far as it came.

    Args:
        tries: how often statements, blocks and the whole scene are asked for anew.
        on_attempt: told of every question and what came of it.
        bench: shared by the scenes of a lesson, that they are measured together.
        before: the scenes that this one goes on from, the nearest last; without them, or if the
            nearest cannot be drawn, it begins anew.

    Raises:
        Unanswered: no answer came at all (also: `Spent`). Where a draft is there and no more can
            be asked, it is returned as it is.
        OSError: no temporary folder can be made.
    """
    plan = outline.scenes[index]
    bases = _bases(before) if plan.continues else []
    head = header(outline) + "".join(base.text + "\n" for base in bases)
    told = Values(wish, outline)
    repair = repair_of(client, wish, outline, index, told, bases, bench or Bench(), on_attempt)
    shown: tuple[Content, ...] = ()
    if plan.reference and wish.reference is not None:
        shown = prompt("planner_reference"), wish.reference
    asked = Request("planner.scene", messages(
        "planner_scene", *shown, scene=plan.id, language=told.language, outline=told.outline,
        header=told.header, notes=told.notes, neighbours=repair.rewrite["neighbours"],
        speech=told.speech), grammar="c2v", scene=plan.id)
    judged = _draft(repair, asked, head)
    remarks: tuple[str, ...] = ()
    if judged is None:
        return SceneDraft(plan.id, "", False, tuple(repair.attempts), (), repair.model,
                          ("no answer was a scene",))
    try:
        judged = repair.run(judged, tries)
    except Unanswered as fault:
        remarks = (f"nothing more was asked: {fault}",)
    guessed = repair.guess(judged)
    if guessed is not judged:
        left = {(f.code, f.message) for f in guessed.wrong}
        remarks = (*remarks, "what no answer mended was mended by guess: " + "; ".join(
            f.message for f in judged.wrong if (f.code, f.message) not in left))
        judged = guessed
    return SceneDraft(
        plan.id, judged.text, judged.clean and judged.measured, tuple(repair.attempts),
        judged.wrong, repair.model, (*remarks, *judged.faults))


def repair_of(
    client: Client, wish: Wish, outline: Outline, index: int, told: Values,
    bases: Sequence[SceneDraft], bench: Bench, on_attempt: OnAttempt | None,
) -> Repair:
    """What mends scene number ``index``, which goes on from ``bases``."""
    plan = outline.scenes[index]
    goes_on = prompt("planner_continues", base=plan.continues,
                     text="\n".join(base.text for base in bases).rstrip()) if bases else ""

    def read(answer: str) -> str | Unusable:
        return read_scene(
            answer, plan.id, title=plan.title, continues=plan.continues if bases else "",
            others=[scene.id for scene in outline.scenes if scene is not plan],
            known=[shared.name for shared in outline.shared if shared.value],
            given="".join(base.text for base in bases))

    return Repair(
        client, bench, plan.id, wish.path, told.language, read,
        {"language": told.language, "outline": told.outline, "header": told.header,
         "name": plan.id, "neighbours": goes_on, "speech": told.speech},
        on_attempt or (lambda attempt: None),
        goes_on=any(scene.continues == plan.id for scene in outline.scenes))


def _bases(before: Sequence[SceneDraft]) -> list[SceneDraft]:
    """The scenes right before that can be drawn."""
    found: list[SceneDraft] = []
    for draft in reversed(before):
        if not draft.usable:
            break
        found.insert(0, draft)
    return found


def _draft(repair: Repair, asked: Request, head: str) -> Judged | None:
    """The first answer that is a scene; what is none is told to the model once."""
    for _ in range(2):
        answer = repair.client.ask(asked)
        repair.model = answer.model or repair.model
        text = repair.read(answer.text)
        if isinstance(text, str):
            judged = repair.judge(head, text)
            repair.record("draft", None, judged, asked, answer, True, "")
            return judged
        repair.record("draft", None, None, asked, answer, False, text.why)
        asked = replace(asked, messages=(
            *asked.messages, Message("model", (answer.text or "(nothing)",)),
            Message("user", (prompt("planner_unusable", why=text.why),))))
    return None


class Values:
    """What the prompts of all scenes of a lesson share, word for word."""

    def __init__(self, wish: Wish, outline: Outline) -> None:
        self.language = language_prompt(f"{wish.topic} {outline.title}".strip())
        self.outline = outline.text()
        self.header = header(outline).rstrip()
        self.notes = notes_of(wish)
        self.speech = language_name(outline.language or wish.language)
