"""The first stages: the outline, and its scenes side by side."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ...semantics.suggest import counted
from ..client import Unanswered
from ..threads import side_by_side
from .folder import OUTLINE, text_hash
from .placeholder import placeholder
from .record import AttemptRecord, SceneRecord, SceneState
from .work import NoWay, Work, canonical, plain

if TYPE_CHECKING:
    from ..planner import Bench, Outline, SceneDraft, ScenePlan

DRAFT = "draft.c2v"
_AT_ONCE = 8
"""So many scenes are asked for at the same time, unless ``jobs`` says otherwise."""


def outline(work: Work) -> Outline:
    """The outline: as somebody changed it by hand, as it was, or made now.

    Raises:
        NoWay: no model has made one, or the file is none.
    """
    from ..planner import Outline, make_outline

    text = work.folder.read(OUTLINE)
    with work.stage("outline", "asking for an outline") as stage:
        work.record.files.outline = OUTLINE
        if text is not None and (made := work.folder / OUTLINE).is_file():
            try:
                found = Outline.model_validate_json(text)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(step) for step in first["loc"]) or "its beginning"
                raise NoWay(f"{made} is no outline any more: at {where}, {first['msg']}; mend it, "
                            "or delete it to have it made anew") from error
            ours = work.is_ours(OUTLINE, text)
            stage.detail = "as before" if ours else "as it was changed by hand"
        else:
            try:
                found = make_outline(work.client, work.wish)
            except Unanswered as fault:
                raise NoWay(f"there is no outline: {work.give_up(fault)}") from fault
            work.write_own(OUTLINE, found.model_dump_json(indent=1) + "\n")
            stage.detail = counted(len(found.scenes), "scene")
        if not found.scenes:
            raise NoWay(f"the outline has no scenes; write some into {work.folder / OUTLINE}, or "
                        "delete it to have it made anew")
    _line_up(work, found)
    return found


def _line_up(work: Work, found: Outline) -> None:
    """Give every scene of the outline its record; what is known of it stays."""
    known = {scene.id: scene for scene in work.record.scenes}
    wide = max(2, len(str(len(found.scenes))))
    records = []
    for number, plan in enumerate(found.scenes, 1):
        record = known.get(plan.id) or SceneRecord(id=plan.id, title=plan.title, folder="")
        record.title, folder = plan.title, f"scenes/{number:0{wide}}_{plan.id}"
        if record.folder not in ("", folder) and (work.folder / record.folder).is_dir():
            target = work.folder / folder
            if not target.exists():
                (work.folder / record.folder).rename(target)
        record.folder = folder
        records.append(record)
    work.record.scenes = records


def write_scenes(work: Work, found: Outline) -> list[SceneDraft]:
    """A draft of every scene; one that could not be made is its placeholder, with ``ok`` false.

    Raises:
        NoWay: none of them could be made.
    """
    from ..planner import Bench, chains

    total = len(found.scenes)
    drafts: dict[int, SceneDraft] = {}
    for number, plan in enumerate(found.scenes):
        kept = _kept(work, found, number, plan)
        if kept is not None:
            drafts[number] = kept
    before = len(drafts)
    bench = Bench(jobs=work.options.jobs, sandbox=work.options.sandbox)
    with work.stage("scenes", counted(total, "scene")) as stage:
        began = time.monotonic()
        calls = [partial(_write_chain, work, found, chain, drafts, bench)
                 for chain in chains(found) if any(n not in drafts for n in chain)]
        for _ in side_by_side(calls, work.options.jobs or _AT_ONCE):
            work.save()
            done = len(drafts)
            left = (time.monotonic() - began) / max(1, done - before) * (total - done)
            work.say("scenes", done, total, seconds_left=left)
        lost = [scene.state for scene in work.record.scenes].count(SceneState.missing)
        stage.detail = (f"{total - lost} of {counted(total, 'scene')}"
                        + (" as before" if before == total else ""))
        if lost == total:
            whys = list(dict.fromkeys(scene.why for scene in work.record.scenes))
            raise NoWay(f"no scene could be made: {whys[0]}")
    return [drafts[number] for number in range(total)]


def _write_chain(
    work: Work, found: Outline, chain: Sequence[int], drafts: dict[int, SceneDraft], bench: Bench
) -> None:
    """Write scenes of which each goes on from the one before."""
    for place, number in enumerate(chain):
        if number not in drafts:
            before = [drafts[other] for other in chain[:place]]
            drafts[number] = _write(work, found, number, bench, before)


def _kept(work: Work, found: Outline, number: int, plan: ScenePlan) -> SceneDraft | None:
    """The draft of before, if it was made of the same plan and is any good."""
    from ..planner import SceneDraft

    record = work.record.scenes[number]
    text = work.folder.read(f"{record.folder}/{DRAFT}")
    if text is None or record.plan != _plan_hash(found, plan):
        return None
    if record.state in (SceneState.clean, SceneState.flawed) or text_hash(text) != record.text:
        if record.state not in (SceneState.clean, SceneState.flawed):
            record.state, record.why = SceneState.clean, ""
        return SceneDraft(plan.id, text, True, (), ())
    return None


def _plan_hash(found: Outline, plan: ScenePlan) -> str:
    """Of what a scene is written from: its plan, and what all scenes share."""
    shared = {k: v for k, v in plain(found).items() if k != "scenes"}
    return text_hash(canonical(plan), canonical(shared))


def _write(
    work: Work, found: Outline, number: int, bench: Bench, before: Sequence[SceneDraft]
) -> SceneDraft:
    from ..planner import SceneDraft, write_scene

    plan, record = found.scenes[number], work.record.scenes[number]
    record.state, record.why, record.attempts, record.findings = SceneState.waiting, "", [], []
    notes: list[Any] = []

    def attempted(attempt: Any) -> None:
        notes.append(plain(attempt))
        record.attempts.append(AttemptRecord(
            **{name: notes[-1][name] for name in AttemptRecord.model_fields if name in notes[-1]}))
        work.folder.write_json(f"{record.folder}/attempts.json", notes)
        work.say("scenes", sum(s.state is not SceneState.waiting for s in work.record.scenes),
                 len(found.scenes), f"{plan.id}, {record.attempts[-1].level}")

    draft: SceneDraft | None = None
    if work.lost:
        record.why = work.lost
    else:
        try:
            draft = write_scene(work.client, work.wish, found, number, tries=work.options.tries,
                                on_attempt=attempted, bench=bench, before=before)
        except Unanswered as fault:
            record.why = work.give_up(fault)
        except OSError:
            raise
        except Exception as error:  # a fault of ours costs this scene, not the others
            record.why = f"a fault of c2v itself, {type(error).__name__}: {error}"
            work.folder.write(f"{record.folder}/fault.txt", traceback.format_exc())
    if draft is not None:
        record.findings = [_said(finding) for finding in draft.findings]
        record.why = "; ".join(draft.remarks)
        work.folder.write(f"{record.folder}/{DRAFT}", draft.text)
        record.plan, record.text = _plan_hash(found, plan), text_hash(draft.text)
    if draft is not None and draft.ok:
        record.state = SceneState.clean
        return draft
    if draft is not None and draft.usable:
        record.state = SceneState.flawed
        record.why = "; ".join(filter(None, [*record.findings[:1], record.why]))
        return draft
    if not record.why:
        record.why = (f"it never checked clean: {record.findings[0]}" if record.findings
                      else "no answer was a scene")
    record.state = SceneState.missing
    return SceneDraft(plan.id, stand_in_text(work, found, plan.id), False, (), ())


def stand_in_text(work: Work, found: Outline, name: str) -> str:
    """The placeholder of a scene of the outline."""
    plan = next(plan for plan in found.scenes if plan.id == name)
    return placeholder(plan.id, plan.title, [beat.line for beat in plan.beats],
                       found.language or work.wish.language)


def _said(finding: Any) -> str:
    return f"{finding.code} {finding.message}"


