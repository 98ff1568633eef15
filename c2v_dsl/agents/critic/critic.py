"""Criticising a storyboard: geometry first, then a model that looks, then the gates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from ...diagnostics import Finding
from ...emit import emit_scene
from ...layout.mend.mending import Mended, Mender
from ...layout.mend.state import State
from ...patch import Patch, apply_patch, text_hash
from ...patch.model import Operation, ReplaceBlock
from ...pipeline import CheckResult, check
from ...render.confine import Sandbox
from ...timeline.model import SceneSpec
from ..client import Client
from ..exchange import Unanswered
from .answers import NoOperation, Problem, Problems, operations
from .bench import Bench, Change, Turned, Unseen
from .judging import pair, prefer
from .looking import Drawn, look
from .model import Critique, Mending, Reviewed, SceneReview
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


@dataclass(frozen=True)
class _Said:
    """A scene's review with the operations that were kept, in order."""

    review: SceneReview
    kept: tuple[Change, ...] = ()


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

    def _round(self, state: State, wanted: Sequence[str], number: int) -> list[_Said]:
        """Every scene looked at and its patches tried, each scene for itself."""
        self.tell("", "drawing")
        specs = [scene for scene in state.timeline.scenes if scene.id in wanted]
        keys = {scene.id: key_moments(scene, state.seen[scene.id])
                for scene in specs if scene.id in state.seen}
        drawn, unseen = self._drawn(state, specs, keys)

        def review(scene: SceneSpec) -> _Said:
            if not keys.get(scene.id):
                return _Said(SceneReview(scene.id, True))
            if scene.id in unseen:
                self.tell(scene.id, "not judged")
                return _Said(SceneReview(scene.id, False, unseen[scene.id]))
            said = self._review(state, scene, keys[scene.id], drawn, number)
            self.tell(scene.id, "judged" if said.review.judged else "not judged")
            return said

        with ThreadPoolExecutor(AT_ONCE, "critic") as pool:
            return list(pool.map(review, specs))

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
    ) -> _Said:
        self.tell(scene.id, "looking")
        blank = SceneReview(scene.id, True, looked_at=tuple(key.words for key in keys))
        try:
            video = self.client.provider.takes_video and restless(scene)
            seen = look(state, scene, keys, drawn, video=video, sandbox=self.bench.sandbox)
            self.record.look(scene.id, number, seen)
            answer, _ = self.client.ask_for(seen.request, Problems)
        except (Unanswered, Unseen) as error:
            return _Said(blank.unjudged(in_words(error)))
        self.tell(scene.id, "trying")
        found: list[Reviewed] = []
        kept: list[Change] = []
        why = ""
        for order, problem in enumerate(answer.worst, 1):
            reviewed, change = self._try(state, scene.id, problem, (number, order))
            found.append(reviewed)
            if reviewed.fate == "not judged":
                why = why or f"the judge: {reviewed.reason}"
            if change is not None:
                kept.append(change)
                state = change.state
        review = replace(blank, problems=tuple(found))
        return _Said(review.unjudged(why) if why else review, tuple(kept))

    def _try(
        self, state: State, scene: str, problem: Problem, number: tuple[int, int]
    ) -> tuple[Reviewed, Change | None]:
        """A problem's patch through all gates."""
        if not problem.patch:
            return Reviewed(problem, "no patch", "the critic knows of no change"), None
        try:
            wanted = operations(problem.patch)
        except NoOperation as error:
            return Reviewed(problem, "not kept", f"it cannot be made: {error}"), None
        change = self.bench.change(state, wanted, problem.wrong)
        if isinstance(change, Turned):
            return Reviewed(problem, "not kept", change.why), None
        tried = Reviewed(problem, "not kept", "", change.patch, change.inverse)
        others = _changed_scenes(state, change.state) - _with_heirs(state, scene)
        if others:
            listed = ", ".join(sorted(others))
            return replace(tried, reason=f"it would change other scenes too: {listed}"), None
        try:
            shown = pair(self.bench, state, change.state, scene, problem.beat)
            self.record.pair(scene, number, shown)
            if not shown.differs:
                return replace(tried, reason="nothing of it is seen or heard"), None
            spec = next(s for s in state.timeline.scenes if s.id == scene)
            judged = prefer(self.client, shown, f'"{state.timeline.title}"', spec)
        except (Unanswered, Unseen) as error:
            return replace(tried, fate="not judged", reason=in_words(error)), None
        tried = replace(tried, judged=judged)
        if judged.better == "new":
            return replace(tried, fate="kept"), change
        what = ("the old version looks better" if judged.better == "old"
                else "neither version looks better")
        return replace(tried, reason=f"{what}: {judged.why}"), None

    def _joined(
        self, state: State, said: Sequence[_Said]
    ) -> tuple[State, list[SceneReview]]:
        """The patches of all scenes on one storyboard, left out where they get on badly."""
        reviews = []
        for one in said:
            fates = {id(change.patch): change for change in one.kept}
            problems = []
            for reviewed in one.review.problems:
                if reviewed.fate != "kept" or id(reviewed.patch) not in fates:
                    problems.append(reviewed)
                    continue
                change = fates[id(reviewed.patch)]
                made = self.bench.change(state, change.patch.operations, change.patch.why)
                if isinstance(made, Turned):
                    reason = f"beside the patches of other scenes {made.why}"
                    problems.append(replace(reviewed, fate="not kept", reason=reason))
                    continue
                state = made.state
                problems.append(replace(reviewed, patch=made.patch, inverse=made.inverse))
            reviews.append(replace(one.review, problems=tuple(problems)))
        return state, reviews


def undoing(old: str, new: str, path: str) -> Patch | None:
    """The patch that makes ``old`` of ``new``; None where they are the same."""
    if old == new:
        return None
    whole: tuple[Operation, ...] = (
        ReplaceBlock(op="replace_block", id="file", text=new, exact=True),)
    return apply_patch(old, Patch(base=text_hash(old), operations=whole), path).inverse


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
