"""The middle stages: one storyboard of all scenes, measured, its hatches filled, criticised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...diagnostics import Edit, Finding
from ...pipeline import CheckResult, check
from ...semantics.suggest import counted
from ...syntax import apply_edits, tree
from ..client import Unanswered
from .folder import STORYBOARD, text_hash
from .placeholder import MARK
from .record import AttemptRecord, LevelRecord, SceneState, StageRecord, StageState
from .scenes import stand_in_text
from .work import NoWay, Work, canonical, plain

if TYPE_CHECKING:
    from ...layout.check import LayoutResult
    from ..critic.model import Critique
    from ..planner import Outline, SceneDraft

ASSEMBLED, MENDED, FILLED, CRITICISED = (
    f"storyboards/{number}_{name}.c2v"
    for number, name in enumerate(("assembled", "mended", "filled", "criticised"), 1))
PATCHES = "patches"


def taken_over(work: Work) -> bool:
    """Whether somebody has changed the storyboard by hand; then it is taken as it is."""
    text = work.folder.read(STORYBOARD)
    if text is None or work.is_ours(STORYBOARD, text):
        return False
    work.text, work.theirs = text, True
    work.record.files.storyboard = STORYBOARD
    why = f"{STORYBOARD} was changed by hand and stays as it is"
    for name in ("outline", "scenes", "storyboard", "layout", "hatches", "critic"):
        stage = work.record.stage(name)
        stage.state, stage.detail = StageState.skipped, why
    work.say("storyboard", detail=why, ended=True)
    return True


def assemble(work: Work, found: Outline, drafts: list[SceneDraft]) -> None:
    """Make the storyboard of the drafts; a scene that is wrong in it becomes its placeholder.

    Raises:
        NoWay: there is an error that lies in no scene.
    """
    from ..planner import assemble as put_together
    from ..planner import mend_whole

    with work.stage("storyboard", "putting the scenes together") as stage:
        text = put_together(found, drafts)
        if not work.lost:
            text = mend_whole(work.client, work.wish, found, text, drafts, tries=work.options.tries)
        text = stand_in(work, found, text, {})
        work.folder.write(ASSEMBLED, text)
        stage.output = text_hash(text)
        stage.detail = f"{counted(len(drafts), 'scene')}, {len(text):,} characters"
        work.becomes(text)


def stand_in(work: Work, found: Outline, text: str, broken: Mapping[str, str]) -> str:
    """A storyboard with placeholders for the scenes that are ``broken``, each with the reason, and
    for those in which errors are, until there are none.

    Raises:
        NoWay: there is an error that lies in no scene.
    """
    known = {record.id: record for record in work.record.scenes}
    replaced: set[str] = set()
    while True:
        result = check(text, work.path)
        wrong = {**_blamed(result), **broken}
        errors = [finding for finding in result.findings if finding.level == "error"]
        if errors and (not wrong or replaced & wrong.keys()):
            raise NoWay(f"the storyboard has an error: {errors[0].code} {errors[0].message}")
        if not wrong:
            return text
        edits = []
        for item in result.parsed.tree.items:
            if isinstance(item, tree.Scene) and item.name.text in wrong.keys() & known.keys():
                record = known[item.name.text]
                record.state, record.why = SceneState.missing, wrong[record.id]
                new = stand_in_text(work, found, record.id)
                edits.append(Edit(item.span, new.rstrip("\n")))
        replaced |= wrong.keys()
        broken = {}
        text = apply_edits(text, edits)


def _blamed(result: CheckResult) -> dict[str, str]:
    """Scenes with an error, by name, each with the first one."""
    blamed: dict[str, str] = {}
    for item in result.parsed.tree.items:
        if not isinstance(item, tree.Scene):
            continue
        for finding in result.findings:
            inside = item.span.start <= finding.span.start < item.span.end
            if finding.level == "error" and inside and finding.span.path == item.span.path:
                blamed.setdefault(item.name.text, f"{finding.code} {finding.message}")
    return blamed


def mend(work: Work, found: Outline) -> None:
    """Measure every scene and mend what can be mended; one that does not run is missing."""
    with work.stage("layout", "measuring") as stage:
        before = work.text
        kept = work.kept(stage, text_hash(before), MENDED)
        if kept is not None:
            stage.detail = "as before"
            work.becomes(kept)
            return
        result, layout = _measured(work)
        assert layout is not None
        broken = {fault.scene: f"it does not run: {fault.message}"
                  for fault in layout.scene_faults if not fault.hatch}
        if broken:
            work.becomes(stand_in(work, found, work.text, broken))
            result, layout = _measured(work)
            assert layout is not None
        work.record.findings_before = _counted([*result.findings, *layout.findings])
        for fault in layout.machine_faults:
            work.reason(f"the layout was not measured: {fault}")
        text = work.text
        if any(f.level in ("error", "warning") for f in layout.findings):
            work.say("layout", detail=f"mending {counted(len(layout.findings), 'finding')}")
            text = _mended(work, result, layout)
        count = len(layout.findings)
        stage.detail = counted(count, "finding") if count else "clean"
        work.keep(stage, text_hash(before), MENDED, text)
        work.becomes(text)


def _measured(work: Work) -> tuple[CheckResult, LayoutResult | None]:
    """The storyboard checked and, if there is no error, measured; each content once."""
    if work.known is None or work.known[0] != work.text:
        work.known = work.text, _looked_at(work)
    return work.known[1]


def _looked_at(work: Work) -> tuple[CheckResult, LayoutResult | None]:
    from ...layout.check import check_layout

    result = check(work.text, work.path)
    if result.timeline is None:
        return result, None
    return result, check_layout(
        result.timeline, result.sources, work.options.jobs, sandbox=work.options.sandbox)


def _mended(work: Work, result: CheckResult, layout: LayoutResult) -> str:
    from ...layout.mend.mending import Mender

    assert result.timeline is not None
    mender = Mender(jobs=work.options.jobs, sandbox=work.options.sandbox)
    mender.measurer.take(result.timeline, layout.scenes)
    state = mender.measurer.states([result])[0]
    return mender.mend(state).state.text if state is not None else work.text


def fill(work: Work) -> None:
    """Fill hatches that have no code, mend those that fail."""
    with work.stage("hatches", "reading hatches") as stage:
        if not _hatches(work.text):
            stage.state, stage.detail = StageState.skipped, "there are none"
            return
        made_from = text_hash(work.text, canonical(work.options.tries), work.options.sandbox)
        kept = work.kept(stage, made_from, FILLED)
        if kept is not None:
            work.becomes(kept)
            return
        why = work.lost or _filled(work, stage, made_from)
        if why:
            stage.state, stage.detail = StageState.failed, why
            work.reason(f"hatches were not filled: {why}")


def _filled(work: Work, stage: StageRecord, made_from: str) -> str:
    """Fill and mend the hatches; why that was not done to the end, or nothing."""
    from ..hatches import fill as run
    from ..hatches.api import NoIndex

    lines, blocks, scenes = work.options.tries
    try:
        filled = run(
            work.text, work.path, work.client, tries=(lines, blocks, 1, scenes),
            sandbox=work.options.sandbox,
            on_attempt=lambda a: work.say("hatches", detail=f"{a.hatch}, {a.level}"))
    except (Unanswered, NoIndex) as fault:
        return work.give_up(fault) if isinstance(fault, Unanswered) else str(fault)
    _count_levels(work, filled.attempts, "hatch ")
    work.folder.write_json("hatches.json", plain(filled.attempts))
    stage.detail = f"{len(filled.filled)} filled, {len(filled.mended)} mended"
    if filled.ok:
        work.keep(stage, made_from, FILLED, filled.text)
    else:
        stage.state = StageState.failed
        work.folder.write(FILLED, filled.text)
    for left in filled.left:
        work.reason(f"the hatch {left.hatch}: {left.why}")
    work.becomes(filled.text)
    return filled.stopped


def _hatches(text: str) -> bool:
    from ...semantics.walk import nodes
    from ...syntax import parse

    return any(isinstance(node, tree.Call) and isinstance(node.func, tree.Name)
               and node.func.text == "python" for node in nodes(parse(text).tree))


def criticise(work: Work) -> None:
    """Let the model look and patch, as often as was asked for."""
    with work.stage("critic", "looking") as stage:
        critic = work.record.critic
        if not work.options.critic:
            stage.state, stage.detail = StageState.skipped, "not asked for"
            return
        made_from = text_hash(work.text, str(work.options.critic))
        kept = work.kept(stage, made_from, CRITICISED)
        if kept is not None:
            work.becomes(kept)
            return
        critic.judged, critic.not_judged, critic.kept, critic.dropped = [], {}, 0, 0
        scenes = [s.id for s in work.record.scenes if s.state is not SceneState.missing]
        if scenes:
            _criticised(work, scenes)
        patches = counted(critic.kept, "patch", "patches")
        stage.detail = (f"{len(critic.judged)} of {counted(len(scenes), 'scene')} judged, "
                        f"{patches} kept, {critic.dropped} dropped")
        if scenes and not critic.not_judged:
            work.keep(stage, made_from, CRITICISED, work.text)
        else:
            stage.state = StageState.failed
            work.folder.write(CRITICISED, work.text)


def _criticised(work: Work, scenes: list[str]) -> None:
    from ..critic import criticise as run

    done: set[str] = set()

    def tell(scene: str, what: str) -> None:
        if what in ("judged", "not judged"):
            done.add(scene)
        work.say("critic", len(done), len(scenes), " ".join(filter(None, (what, scene))))

    try:
        found = run(work.text, work.path, work.client, work.folder / PATCHES, scenes=scenes,
                    rounds=work.options.critic, on_progress=tell, sandbox=work.options.sandbox)
    except Unanswered as fault:
        why = work.give_up(fault)
        work.record.critic.not_judged = dict.fromkeys(scenes, why)
        work.reason(f"the critic has judged nothing: {why}")
        return
    _take(work, found)
    work.becomes(found.text)


def _take(work: Work, found: Critique) -> None:
    """Write what a critique came to into the record."""
    critic = work.record.critic
    for review in found.scenes:
        critic.kept += len(review.kept)
        critic.dropped += len(review.problems) - len(review.kept)
        if review.judged:
            critic.not_judged.pop(review.scene, None)
            if review.scene not in critic.judged:
                critic.judged.append(review.scene)
        elif review.scene not in critic.judged:
            critic.not_judged[review.scene] = review.why
    for scene, why in critic.not_judged.items():
        work.reason(f"the critic has not judged {scene}: {why}")


def finish_findings(work: Work) -> CheckResult:
    """What is wrong with the storyboard in the end, counted, and why that makes it incomplete.

    Raises:
        NoWay: it does not check.
    """
    result, layout = _measured(work)
    errors = [finding for finding in result.findings if finding.level == "error"]
    if layout is None:
        line = result.parsed.source.position(errors[0].span.start).line
        raise NoWay(f"{work.path}:{line}: {errors[0].code} {errors[0].message}"
                    f" (c2v check {work.path} says more)")
    findings = [*result.findings, *layout.findings]
    work.record.findings_after = _counted(findings)
    for finding in layout.findings:
        if finding.level == "error":
            work.reason(f"layout: {finding.code} {finding.message}")
    if work.theirs:
        if MARK in work.text:
            work.reason(f"{STORYBOARD} still has a placeholder scene")
    else:
        for scene in work.record.scenes:
            if scene.state is SceneState.missing:
                work.reason(f"scene {scene.id} could not be made: {scene.why}")
    return result


def level_attempts(work: Work) -> None:
    """Count the Planner's attempts by level."""
    attempts = [attempt for scene in work.record.scenes for attempt in scene.attempts]
    _count_levels(work, attempts, "")


def _count_levels(work: Work, attempts: Iterable[Any], prefix: str) -> None:
    for name in [n for n in work.record.levels if n.startswith("hatch ") == bool(prefix)]:
        del work.record.levels[name]
    for attempt in attempts:
        level = work.record.levels.setdefault(f"{prefix}{attempt.level}", LevelRecord())
        level.tried += 1
        level.helped += _helped(attempt)


def _helped(attempt: Any) -> bool:
    if isinstance(attempt, AttemptRecord):
        return attempt.checked and (
            attempt.level == "draft" or attempt.findings_after < attempt.findings_before)
    return attempt.outcome in ("mended", "written")


def _counted(findings: Iterable[Finding]) -> dict[str, int]:
    return dict(sorted(Counter(finding.code for finding in findings).items()))




