"""Changes of beats: what is hidden before something else comes, or when its part is over."""

from __future__ import annotations

from collections.abc import Iterator

from ...patch.index import Entry
from ...patch.model import Delete, Insert
from ...semantics.kind_lists import WORDS
from ...semantics.vocabulary.verbs import VERBS
from ...syntax import tree
from ...timeline.model import Step
from .candidate import Candidate, Case, refs
from .effects import Gone, Motion

HIDING = 2.5
"""What it costs to hide something before another thing comes."""

IN_ITS_PLACE = 0.5
"""The same for words where others come to the very same place: they were left there by mistake."""


def hidden_before(case: Case) -> Iterator[Candidate]:
    """Hide of two things the one that was there first when the other comes, if no beat speaks of
    it any more."""
    verdict = case.verdict
    if verdict.other not in case.objects:
        return
    first, second = sorted((verdict.object, verdict.other), key=lambda n: _enters(case, n))
    step = _entrance(case, second)
    if step is None or _enters(case, first) >= step.start:
        return
    spec = case.objects[first]
    if spec.component is not None or "[" in first:
        case.reason(f"`{first}` is a part of something")
        return
    gone = _all_of(case, first)
    if second in gone:
        return
    if _used_after(case, gone, step.start, step.id):
        case.reason(f"`{first}` is needed later")
        return
    beat = _beat_of(case, step)
    entry = case.statements.outermost(step.span, f"{case.scene.id}@{beat}")
    if entry is None:
        case.reason(f"what brings `{second}` is made elsewhere")
        return
    same = _same_place(case, first, second)
    yield Candidate(
        f"hide `{first}` before `{second}` comes",
        (Insert(op="insert", into=f"{case.scene.id}@{beat}", before=entry.id,
                text=f"hide {_target(case, first, gone)}"),),
        (Gone(gone, step.start),), IN_ITS_PLACE if same else HIDING, timed=True, safe=same)


def _entrance(case: Case, name: str) -> Step | None:
    """The step that brings an object, alone or within what it belongs to."""
    names = {name, case.holder(name)}
    for step in case.steps:
        brought = {ref.object for ref in step.targets}
        if VERBS[step.verb].role == "in" and names & brought:
            return step
        if step.verb in ("morph", "copy") and names & {r.object for r in refs(step.args.values())}:
            return step
    return None


def _enters(case: Case, name: str) -> int:
    """The frame at which an object begins to come; -1 if it was there from the beginning."""
    step = _entrance(case, name)
    return step.start if step is not None else -1


def _all_of(case: Case, name: str) -> frozenset[str]:
    """An object with what would make no sense without it."""
    shown = {p.object for p in case.moment.shown}
    return frozenset(n for n in case.moved_with(name, hanging_only=True)
                     if n in shown or n == name)


def _used_after(case: Case, names: frozenset[str], frame: int, itself: str) -> bool:
    for step in case.steps:
        if step.start < frame or step.id == itself or step.verb == "clear":
            continue
        spoken = {r.object for r in step.targets} | {r.object for r in refs(step.args.values())}
        if spoken & names:
            return True
    return False


def _beat_of(case: Case, step: Step) -> str:
    return next(b.name for b in case.scene.beats if any(s is step for s in b.steps))


def _target(case: Case, name: str, gone: frozenset[str]) -> str:
    """What to write behind a verb for an object and all that goes with it."""
    written = [name]
    for other in sorted(gone - {name}):
        spec = case.objects[other]
        if spec.plane not in gone and spec.component not in gone and "[" not in other:
            written.append(other)
    return ", ".join(written)


def _same_place(case: Case, one: str, other: str) -> bool:
    """Whether words stand in the very place of other words."""
    if not {case.objects[one].kind, case.objects[other].kind} <= WORDS:
        return False
    first, second = case.objects[one].place, case.objects[other].place
    return first is not None and second is not None and first.target == second.target


def ended(case: Case) -> Iterator[Candidate]:
    """Hide or dim what is no longer spoken of, at the beginning of the next beat."""
    name = case.verdict.object
    numbers = {beat.name: k for k, beat in enumerate(case.scene.beats)}
    number = numbers[case.verdict.beat] + 1
    if number >= len(case.scene.beats):
        return
    beat = case.scene.beats[number]
    gone = _all_of(case, name)
    block = case.statements.index.blocks.get(f"{case.scene.id}@{beat.name}")
    if block is None or not block.entries:
        case.reason("the beat after it is made elsewhere")
        return
    said = [e for e in block.entries if isinstance(e.node, tree.Say)]
    leads: Entry | None = said[0] if said and said[0] is block.entries[0] else None
    before = None if leads else block.entries[0].id
    for verb, cost in (("dim", 1.0), ("hide", 1.2)):
        needed = _used_after(case, gone, beat.start, "")
        if verb == "hide" and needed:
            case.reason(f"what hangs on `{name}` is needed later")
            continue
        yield Candidate(
            f"{verb} `{name}` when its part is over",
            (Insert(op="insert", into=f"{case.scene.id}@{beat.name}",
                    text=f"{verb} {_target(case, name, gone)}", before=before,
                    after=leads.id if leads else None),),
            (Gone(gone, beat.start),), cost, timed=True)


def unmoved(case: Case, name: str) -> Iterator[Candidate]:
    """Leave out the steps that take a label away from what it names."""
    for step in case.steps_of(name):
        if step.verb not in ("shift", "move") or step.start >= case.moment.frame:
            continue
        entry = case.statements.act(step)
        if isinstance(entry, str):
            case.reason(entry)
            continue
        if len(step.targets) > 1 or case.statements.in_loop(entry):
            case.reason(f"`{name}` is moved together with others")
            continue
        boxes = [case.trial.box(name, m) for m in case.trial.seen.moments
                 if m.frame <= step.start]
        before = next((b for b in reversed(boxes) if b is not None), None)
        now = case.box(name)
        if before is None or now is None:
            continue
        back = before[0] - now[0], before[1] - now[1]
        yield Candidate(
            f"do not {step.verb} `{name}`", (Delete(op="delete", id=entry.id),),
            (Motion(case.moved_with(name, hanging_only=True), back,
                    ramp=((step.start, 0.0), (step.start + step.frames, 1.0))),),
            1.0, timed=True)
