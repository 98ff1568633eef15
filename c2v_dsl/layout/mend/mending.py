"""Finding what cures a finding, and curing all that can be cured.

What a change would do is first worked out on the scene as measured; what helps there is made, and
the changed storyboard checked and measured before anything is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ...patch import Patch, text_hash
from ...pipeline import CheckResult, check, patched
from ...render.confine import Sandbox
from ...semantics.files import Loader
from ..judge import key_of
from .candidate import Candidate, Case
from .cures import cures
from .effects import tried
from .state import Measurer, State, Told

TRIED = 120
"""So many changes are thought through for one finding, the least first."""

MADE = 24
"""So many changes are made before the scenes are measured again."""

TURNED_DOWN = 4
"""After so many that did not hold what they promised, or did not check, a finding is left."""

ALIKE = 2
"""After so many that did not check, nothing more of the sort is done to the same object."""

OFFERED = 2
"""So many cures of a finding are measured at once, of which the first that holds is offered."""


@dataclass(frozen=True)
class Cure:
    """A change that helps: the storyboard with it, checked."""

    told: Told
    candidate: Candidate
    result: CheckResult


@dataclass(frozen=True)
class Left:
    """A finding that stays, and why."""

    told: Told
    why: str


@dataclass(frozen=True)
class Mended:
    """What became of a storyboard.

    Attributes:
        state: the storyboard in the end, measured.
        done: the changes made, in order.
        left: what is still wrong.
    """

    state: State
    done: tuple[Cure, ...]
    left: tuple[Left, ...]


@dataclass
class Mender:
    """Cures a storyboard's findings.

    Attributes:
        loader: where its other files come from; None: this machine's disk.
        sandbox: whether hatch code that is measured runs in walls.
        head: how the storyboard begins; changes of that are not made.
        notes: whether notes are cured too, not only errors and warnings.
    """

    loader: Loader | None = None
    jobs: int = 0
    sandbox: Sandbox = "auto"
    head: str = ""
    notes: bool = True
    measurer: Measurer = field(init=False)
    _banned: set[tuple[object, str]] = field(default_factory=set)
    _reasons: dict[object, str] = field(default_factory=dict)
    _thoughts: dict[object, _Thought] = field(default_factory=dict)
    _rounds: int = 0

    def __post_init__(self) -> None:
        self.measurer = Measurer(self.jobs, self.sandbox)

    def mend(self, state: State) -> Mended:
        """Cure what can be cured, one finding after another, errors first.

        Raises:
            OSError: no temporary folder can be made.
        """
        done: list[Cure] = []
        while True:
            chain = self._chain(state)
            if not chain:
                break
            for cure, after in zip(
                chain, self.measurer.states([cure.result for cure in chain]), strict=True
            ):
                if after is None or not _holds(state, after, cure):
                    self._banned.add((cure.told.ident, cure.candidate.title))
                    break
                done.append(cure)
                state = after
        left = [Left(told, self._reasons.get(told.ident, "")) for told in state.told]
        return Mended(state, tuple(done), tuple(left))

    def _chain(self, state: State) -> list[Cure]:
        """Cures to be made one after another, as far as can be told without measuring."""
        chain: list[Cure] = []
        given_up: set[object] = set()
        while len(chain) < MADE:
            cure = self._first(state, given_up)
            if cure is None:
                break
            chain.append(cure)
            if cure.candidate.timed:
                break
            seen = dict(state.seen)
            seen[cure.told.scene] = tried(seen[cure.told.scene], cure.candidate.effects)
            state = State(cure.result, seen, state.memory)
        return chain

    def _first(self, state: State, given_up: set[object]) -> Cure | None:
        for told in state.told:
            if told.ident not in given_up and (self.notes or told.finding.level != "note"):
                others = []
                for cure in self.helping(state, told):
                    if cure.candidate.safe:
                        return cure
                    others.append(cure.candidate.title)
                if others:
                    self._reasons[told.ident] = f"perhaps: {others[0]}"
                given_up.add(told.ident)
        return None

    def helping(self, state: State, told: Told) -> Iterator[Cure]:
        """Changes that do away with a finding as far as can be told, the least first."""
        banned = {title for ident, title in self._banned if ident == told.ident}
        if len(banned) >= TURNED_DOWN:
            self._reasons[told.ident] = "what was tried did not help when measured"
            return
        thought = self._thought(state, told)
        refused: Counter[str] = Counter()
        for candidate in thought:
            what = _what(candidate)
            if candidate.title in banned or refused[what] >= ALIKE:
                continue
            result = self._made(state, candidate)
            if result is not None:
                yield Cure(told, candidate, result)
                continue
            refused[what] += 1
            if len(refused) >= TURNED_DOWN:
                self._reasons[told.ident] = "what would help would not check"
                return
        self._reasons[told.ident] = thought.why

    def _thought(self, state: State, told: Told) -> _Thought:
        """What helps on the scene as measured; thought of once as long as the scene is the same."""
        seen = state.seen[told.scene]
        key = id(seen), told.ident
        if key not in self._thoughts:
            self._thoughts[key] = _Thought(state, told)
        return self._thoughts[key]

    def _made(self, state: State, candidate: Candidate) -> CheckResult | None:
        """The storyboard with a change, checked; None if that brings anything new."""
        path = state.statements.path
        patch = Patch(base=text_hash(state.text), why=candidate.title,
                      operations=candidate.operations)
        made = patched(state.text, patch, path, self.loader)
        if not made.ok or made.text == state.text or not made.text.startswith(self.head):
            return None
        result = check(made.text, path, self.loader)
        known = [(f.code, f.message) for f in state.result.findings]
        new = [f for f in result.findings if (f.code, f.message) not in known]
        return None if new or result.timeline is None else result

    def offers(self, state: State) -> dict[int, Cure]:
        """For each finding (by its place in `State.told`) a cure, measured for itself.

        Raises:
            OSError: no temporary folder can be made.
        """
        found: dict[int, Cure] = {}
        choices = {n: self.helping(state, told) for n, told in enumerate(state.told)}
        while choices:
            batch = [(number, cure) for number, cures_left in choices.items()
                     for cure in islice(cures_left, OFFERED)]
            states = self.measurer.states([cure.result for _, cure in batch])
            for (number, cure), after in zip(batch, states, strict=True):
                if number not in found and after is not None and _holds(state, after, cure):
                    found[number] = cure
            counts = Counter(number for number, _ in batch)
            self._rounds += 1
            choices = {n: c for n, c in choices.items()
                       if n not in found and counts[n] == OFFERED and self._rounds < TURNED_DOWN}
        return found


class _Thought:
    """The candidates for a finding that help as far as can be told, found one by one."""

    def __init__(self, state: State, told: Told) -> None:
        self.seen = state.seen[told.scene]
        self._trial = state.trials[told.scene]
        self._goal = frozenset(key_of(verdict) for verdict in told.verdicts)
        self._case: Case | None = None
        self._found: list[Candidate] = []
        self._left: list[Candidate] = []
        self._count = 0
        moment = self._trial.moment(told.verdicts[0])
        if moment is not None:
            self._case = Case(self._trial, state.statements, list(told.verdicts), moment)
            candidates = cures(self._case)
            self._count = len(candidates)
            self._left = candidates[:TRIED][::-1]

    def __iter__(self) -> Iterator[Candidate]:
        number = 0
        while True:
            while number >= len(self._found):
                if not self._left:
                    return
                candidate = self._left.pop()
                if not candidate.effects or self._trial.helps(candidate.effects, self._goal):
                    self._found.append(candidate)
            yield self._found[number]
            number += 1

    @property
    def why(self) -> str:
        """Why there is nothing more."""
        reasons = self._case.reasons if self._case else []
        if self._found:
            return "what was tried did not help when measured"
        if reasons:
            return "; ".join(reasons[:2])
        if self._count:
            count = min(self._count, TRIED)
            return f"nothing near is free: each of {count} changes would do other harm"
        return "nothing is known that would help"


def _holds(before: State, after: State, cure: Cure) -> bool:
    """Whether a change, measured, did away with its finding and brought nothing new."""
    known = after.trials[cure.told.scene].known if cure.told.scene in after.trials else {}
    goal = {key_of(verdict) for verdict in cure.told.verdicts}
    return not goal & set(known) and not before.worsened(after)


def _what(candidate: Candidate) -> str:
    """The sort of a change, and what it changes."""
    return ", ".join(sorted(f"{op.op} {getattr(op, 'id', '')}" for op in candidate.operations))
