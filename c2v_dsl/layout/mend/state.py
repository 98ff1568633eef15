"""A storyboard with all of its scenes measured, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...diagnostics import Finding
from ...pipeline import CheckResult
from ...render.confine import Sandbox
from ...timeline.model import Timeline
from ..check import scene_key
from ..judge import Key, alike, finding_of, silenced
from ..measure import measure_scenes
from ..scene import Verdict
from ..seen import SceneSeen
from .statements import Statements
from .trial import Trial, worse


@dataclass(frozen=True)
class Told:
    """A finding with the verdicts that it tells."""

    finding: Finding
    scene: str
    verdicts: tuple[Verdict, ...]

    @property
    def ident(self) -> Key:
        """What stays the same of it while the storyboard is changed."""
        verdict = max(self.verdicts, key=lambda v: v.amount)
        return verdict.rule, f"{self.scene}.{verdict.object}", verdict.other


Memory = dict[int, tuple[SceneSeen, list[Verdict]]]


@dataclass(frozen=True)
class State:
    """A storyboard that checks without errors; ``seen`` are its scenes by id.

    ``memory`` is what was judged before, by the number of the `SceneSeen`, which is kept with it.
    """

    result: CheckResult
    seen: Mapping[str, SceneSeen]
    memory: Memory = field(default_factory=dict, compare=False, repr=False)

    @property
    def timeline(self) -> Timeline:
        assert self.result.timeline is not None
        return self.result.timeline

    @property
    def text(self) -> str:
        return self.result.parsed.source.text

    @cached_property
    def statements(self) -> Statements:
        return Statements(self.result)

    @cached_property
    def trials(self) -> dict[str, Trial]:
        found: dict[str, Trial] = {}
        for scene in self.timeline.scenes:
            seen = self.seen.get(scene.id)
            if seen is not None:
                trial = found[scene.id] = Trial(self.timeline, scene, seen)
                if id(seen) in self.memory:
                    trial.verdicts = self.memory[id(seen)][1]
                else:
                    self.memory[id(seen)] = seen, trial.verdicts
        return found

    @cached_property
    def told(self) -> list[Told]:
        """What is wrong and not allowed, errors first, else from top to bottom."""
        found = [Told(finding_of(trial.spec, group), name, tuple(group))
                 for name, trial in self.trials.items()
                 for group in alike(trial.spec, trial.verdicts)]
        kept = silenced([t.finding for t in found], self.result.sources)
        found = [t for t in found if any(t.finding is finding for finding in kept)]
        ranks = {"error": 0, "warning": 1, "note": 2}
        return sorted(found, key=lambda t: (ranks[t.finding.level], t.finding.span.start))

    def worsened(self, after: State) -> list[Finding]:
        """What is wrong in ``after`` that was not, or was less so."""
        known = {(f.code, f.message) for f in self.result.findings}
        new = [f for f in after.result.findings if (f.code, f.message) not in known]
        return [*new, *self.worse_layout(after)]

    def worse_layout(self, after: State) -> list[Finding]:
        """The same of the layout alone, whether allowed or not."""
        found = []
        for name, trial in after.trials.items():
            before = self.trials[name].known if name in self.trials else {}
            new = [v for key, v in trial.known.items() if worse(v, before.get(key))]
            found += [finding_of(trial.spec, group) for group in alike(trial.spec, new)]
        return found


class Measurer:
    """Measures scenes, each content once."""

    def __init__(self, jobs: int = 0, sandbox: Sandbox = "auto") -> None:
        self._jobs = jobs
        self._sandbox = sandbox
        self._known: dict[str, SceneSeen] = {}
        self._memory: Memory = {}
        self.count = 0
        self.faults: list[str] = []

    def take(self, timeline: Timeline, scenes: Iterable[SceneSeen]) -> None:
        """Take over scenes that were measured already."""
        specs = {spec.id: spec for spec in timeline.scenes}
        for seen in scenes:
            self._known[scene_key(timeline, specs[seen.scene])] = seen

    def states(self, results: Sequence[CheckResult]) -> list[State | None]:
        """The storyboards with their scenes as measured; None for one with a scene that cannot be
        measured.

        Raises:
            OSError: no temporary folder can be made.
        """
        scenes = {scene_key(timeline, scene): (timeline, scene)
                  for timeline in _timelines(results) for scene in timeline.scenes if scene.beats}
        missing = [key for key in scenes if key not in self._known]
        self.count += len(missing)
        if missing:
            measured = measure_scenes(
                [scenes[key] for key in missing], self._jobs, sandbox=self._sandbox)
            for key, result in zip(missing, measured, strict=True):
                if result.scenes:
                    self._known[key] = result.scenes[0]
                self.faults += [str(fault) for fault in result.machine_faults]
        return [self._state(result) for result in results]

    def _state(self, result: CheckResult) -> State | None:
        if result.timeline is None:
            return None
        keys = {s.id: scene_key(result.timeline, s) for s in result.timeline.scenes if s.beats}
        if not all(key in self._known for key in keys.values()):
            return None
        seen = {name: self._known[key] for name, key in keys.items()}
        return State(result, seen, self._memory)


def _timelines(results: Iterable[CheckResult]) -> list[Timeline]:
    return [result.timeline for result in results if result.timeline is not None]
