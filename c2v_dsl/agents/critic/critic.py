"""Criticising a storyboard: geometry first, then a model that looks, then the gates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ...diagnostics import Finding
from ...emit import emit_scene
from ...layout.mend.mending import Mended, Mender
from ...layout.mend.state import State
from ...patch.model import Operation
from ...pipeline import CheckResult, check
from ...render.confine import Sandbox
from ...timeline.model import SceneSpec
from ..client import Client
from ..exchange import Message, Request, Unanswered
from ..prompts import prompt
from ..threads import side_by_side
from .answers import NoOperation, Problem, Problems, operations
from .bench import Bench, Change, Turned, Unseen, undoing
from .judging import pair, prefer
from .looking import Drawn, look
from .model import Critique, Judged, Mending, Reviewed, SceneReview
from .moments import Key, key_moments, restless
from .record import Record

OnProgress = Callable[[str, str], None]
"""Told what happens: the scene (empty: all of them), and ``measuring``, ``drawing``, ``looking``,
``trying``, ``judged`` or ``not judged``."""

AT_ONCE = 8
"""So many scenes are looked at at once."""


def criticise(
    text: str, path: str, client: Client, folder: Path | None = None, *,
    scenes: Iterable[str] | None = None, rounds: int = 1, on_progress: OnProgress | None = None,
    sandbox: Sandbox = "auto",
) -> Critique:
    """Look for what keeps learners from understanding, and keep the patches that help.

    A patch is kept only if it can be made, brings no finding, measures no worse, and is preferred
    by a judge who does not know which version is which.

    Args:
        text: the storyboard.
        path: what it is called; other files are looked for beside it.
        folder: where pictures, patches and verdicts are kept; None keeps nothing.
        scenes: ids of the scenes to look at; None means all.
        rounds: how often one looks; again only at scenes that were changed.
        sandbox: whether hatch code that is measured and drawn runs in walls.

    Raises:
        OSError: a file or folder cannot be made.
    """
    criticism = _Criticism(
        path, client, Record(folder), on_progress or (lambda *_: None), sandbox)
    return criticism.run(text, None if scenes is None else tuple(scenes), rounds)


class _Criticism:
    def __init__(
        self, path: str, client: Client, record: Record, tell: OnProgress, sandbox: Sandbox
    ) -> None:
        self.path = path
        self.client = client
        self.record = record
        self.tell = tell
        self.mender = Mender(sandbox=sandbox)
        self.bench = Bench(path, self.mender.measurer, sandbox)

    def run(self, text: str, scenes: tuple[str, ...] | None, rounds: int) -> Critique:
        result = check(text, self.path)
        names = _scene_names(result, scenes)
        self.tell("", "measuring")
        state = self.bench.state(result) if result.timeline is not None else None
        if state is None:
            why = (_measured_not(self.mender.measurer.faults) if result.timeline is not None
                   else "the storyboard has errors")
            critique = Critique(text, tuple(SceneReview(name, False, why) for name in names),
                                before=result.findings, after=result.findings)
            self.record.critique(critique)
            return critique
        before = _findings(state)
        state, mended = self._mend(state, names)
        reviews: dict[str, SceneReview] = {}
        wanted: Sequence[str] = names
        for number in range(1, max(1, rounds) + 1):
            said = self._round(state, wanted, number)
            state, told = self._joined(state, said)
            for review in told:
                first = reviews.get(review.scene)
                reviews[review.scene] = review if first is None else replace(
                    review, problems=(*first.problems, *review.problems))
            wanted = [review.scene for review in told if review.judged and review.kept]
            if not wanted:
                break
        critique = Critique(
            state.text, tuple(reviews[name] for name in names), tuple(mended), before,
            _findings(state), undoing(text, state.text, self.path))
        self.record.critique(critique)
        return critique

    def _mend(self, state: State, names: Sequence[str]) -> tuple[State, list[Mending]]:
        """Geometry's own patches, of the scenes wanted."""
        mended: Mended = self.mender.mend(state)
        done: list[Mending] = []
        for cure in mended.done:
            if cure.told.scene not in names:
                continue
            made = self.bench.change(state, tuple(cure.candidate.operations), cure.candidate.title)
            if isinstance(made, Change):
                done.append(Mending(cure.told.finding.message, cure.candidate.title, made.patch,
                                    made.inverse))
                state = made.state
        return state, done

    def _round(self, state: State, wanted: Sequence[str], number: int) -> list[SceneReview]:
        """Every scene looked at and its patches tried, each scene for itself."""
        self.tell("", "drawing")
        specs = [scene for scene in state.timeline.scenes if scene.id in wanted]
        keys = {scene.id: key_moments(scene, state.seen[scene.id])
                for scene in specs if scene.id in state.seen}
        drawn, unseen = self._drawn(state, specs, keys)

        def review(scene: SceneSpec) -> SceneReview:
            if not keys.get(scene.id):
                return SceneReview(scene.id, True)
            if scene.id in unseen:
                self.tell(scene.id, "not judged")
                return SceneReview(scene.id, False, unseen[scene.id])
            said = self._review(state, scene, keys[scene.id], drawn, number)
            self.tell(scene.id, "judged" if said.judged else "not judged")
            return said

        calls = [partial(review, scene) for scene in specs]
        return [said for _, said in sorted(
            side_by_side(calls, AT_ONCE), key=lambda numbered: numbered[0])]

    def _drawn(
        self, state: State, specs: Sequence[SceneSpec], keys: dict[str, list[Key]]
    ) -> tuple[Drawn, dict[str, str]]:
        """The pictures of all scenes, drawn at once; why there are none of some scenes."""
        def wanted(scenes: Sequence[SceneSpec]) -> list[tuple[SceneSpec, int]]:
            return [(scene, key.frame) for scene in scenes for key in keys.get(scene.id, ())]

        try:
            return self.bench.pictures(state.timeline, wanted(specs), state.text), {}
        except Unseen:
            pass
        found: dict[tuple[str, int], tuple[bytes, str]] = {}
        unseen: dict[str, str] = {}
        for scene in specs:
            try:
                found |= self.bench.pictures(state.timeline, wanted([scene]), state.text)
            except Unseen as error:
                unseen[scene.id] = str(error)
        return found, unseen

    def _review(
        self, state: State, scene: SceneSpec, keys: list[Key], drawn: Drawn, number: int
    ) -> SceneReview:
        self.tell(scene.id, "looking")
        blank = SceneReview(scene.id, True, looked_at=tuple(key.words for key in keys))
        try:
            video = self.client.provider.takes_video and restless(scene)
            seen = look(state, scene, keys, drawn, video=video, sandbox=self.bench.sandbox)
            self.record.look(scene.id, number, seen)
            answer, said = self.client.ask_for(seen.request, Problems)
        except (Unanswered, Unseen) as error:
            return blank.unjudged(in_words(error))
        self.tell(scene.id, "trying")
        trials = _Trials(self, state, scene.id, number)
        found = [trials.make(problem) for problem in answer.worst]
        refused = [n for n, reviewed in enumerate(found) if reviewed.fate == "refused"]
        if refused:
            again = self._again(seen.request, said.text, [found[n] for n in refused])
            for n, problem in zip(refused, again, strict=False):
                if problem.patch:
                    found[n] = trials.make(problem)
        review = replace(blank, problems=tuple(found))
        why = next((r.reason for r in found if r.fate == "not judged"), "")
        return review.unjudged(f"the judge: {why}") if why else review

    def _again(
        self, request: Request, said: str, refused: Sequence[Reviewed]
    ) -> list[Problem]:
        """Other patches for those that could not be made; none where there is no answer."""
        told = "\n".join(f"- {one.problem.wrong} The patch: {one.reason}" for one in refused)
        try:
            answer, _ = self.client.ask_for(replace(request, messages=(
                *request.messages, Message("model", (said,)),
                Message("user", (prompt("critic_again", refused=told),)))), Problems)
        except Unanswered:
            return []
        return [one.problem.model_copy(update={"patch": new.patch})
                for one, new in zip(refused, answer.problems, strict=False)]

    def _joined(
        self, base: State, said: Sequence[SceneReview]
    ) -> tuple[State, list[SceneReview]]:
        """The patches of all scenes on one storyboard, left out where they get on badly."""
        state, done = base, tuple[Operation, ...]()
        reviews = []
        for one in said:
            problems = []
            for reviewed in one.problems:
                if reviewed.fate == "kept" and reviewed.patch is not None:
                    patch = reviewed.patch
                    made = self.bench.change(state, patch.operations, patch.why, base, done)
                    if isinstance(made, Turned):
                        reviewed = replace(reviewed, fate="refused",
                                           reason=f"beside patches of other scenes {made.why}")
                    else:
                        state, done = made.state, (*done, *patch.operations)
                problems.append(reviewed)
            reviews.append(replace(one, problems=tuple(problems)))
        return state, reviews


@dataclass
class _Trials:
    """The patches of a scene, each tried on top of those that were kept."""

    criticism: _Criticism
    base: State
    scene: str
    round: int
    count: int = 0
    kept: tuple[Operation, ...] = ()
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = self.base

    def make(self, problem: Problem) -> Reviewed:
        """A problem's patch through all gates."""
        self.count += 1
        if not problem.patch:
            return Reviewed(problem, "no patch", "the critic knows of no change")
        bench, state = self.criticism.bench, self.state
        try:
            wanted = operations(problem.patch)
        except NoOperation as error:
            return Reviewed(problem, "refused", f"it cannot be made: {error}")
        change = bench.change(state, wanted, problem.wrong, self.base, self.kept)
        if isinstance(change, Turned):
            return Reviewed(problem, "refused", change.why)
        tried = Reviewed(problem, "refused", "", change.patch, change.inverse)
        others = _changed_scenes(state, change.state) - _with_heirs(state, self.scene)
        if others:
            listed = ", ".join(sorted(others))
            return replace(tried, reason=f"it would change other scenes too: {listed}")
        try:
            judged = self._judged(change, problem.beat.rpartition("@")[2])
        except (Unanswered, Unseen) as error:
            return replace(tried, fate="not judged", reason=in_words(error))
        tried = replace(tried, fate="not better", judged=judged)
        if judged is None:
            return replace(tried, reason="nothing of it is seen or heard")
        if judged.better != "new":
            which = "the old version is" if judged.better == "old" else "neither version is"
            return replace(tried, reason=f"{which} better: {judged.why}")
        self.kept += wanted
        self.state = change.state
        return replace(tried, fate="kept")

    def _judged(self, change: Change, beat: str) -> Judged | None:
        """What the judge says; None where there is nothing to see or hear."""
        criticism = self.criticism
        shown = pair(criticism.bench, self.state, change.state, self.scene, beat)
        criticism.record.pair(self.scene, (self.round, self.count), shown)
        if not shown.differs:
            return None
        spec = next(s for s in self.state.timeline.scenes if s.id == self.scene)
        return prefer(criticism.client, shown, f'"{self.state.timeline.title}"', spec)


def in_words(error: Unanswered | Unseen) -> str:
    """Why there is no judgement, for a person."""
    kind = error.kind if isinstance(error, Unanswered) else ""
    plain = {
        "length": "the answer was cut off",
        "blocked": "the answer was held back by the model's provider",
        "empty": "the model answered nothing",
        "shape": "the answer was not what was asked for",
        "budget": "the budget is used up",
    }
    return plain.get(kind) or str(error)


def _measured_not(faults: Sequence[str]) -> str:
    return f"the storyboard could not be measured{f': {faults[0]}' if faults else ''}"


def _findings(state: State) -> tuple[Finding, ...]:
    return (*state.result.findings, *(told.finding for told in state.told))


def _scene_names(result: CheckResult, scenes: tuple[str, ...] | None) -> list[str]:
    """Ids of the scenes wanted, in the storyboard's order."""
    from ...syntax import tree

    there = ([scene.id for scene in result.timeline.scenes] if result.timeline is not None else
             [item.name.text for item in result.parsed.tree.items if isinstance(item, tree.Scene)])
    return [name for name in there if scenes is None or name in scenes]


def _changed_scenes(before: State, after: State) -> set[str]:
    """Ids of scenes whose code differs."""
    def codes(state: State) -> dict[str, str]:
        return {scene.id: _bare(emit_scene(state.timeline, scene).text)
                for scene in state.timeline.scenes}

    old, new = codes(before), codes(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _bare(code: str) -> str:
    """Code without the comments that name the storyboard's lines."""
    return "\n".join(line.split("  # ")[0].rstrip() for line in code.splitlines()
                     if not line.lstrip().startswith("#"))


def _with_heirs(state: State, scene: str) -> set[str]:
    """A scene and those that go on from it."""
    found = {scene}
    for spec in state.timeline.scenes:
        if spec.continues in found:
            found.add(spec.id)
    return found
