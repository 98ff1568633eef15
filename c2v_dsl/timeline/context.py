"""What the walk of a scene carries along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Span
from ..semantics.lowered import Ref
from ..semantics.model import Analysis, SceneModel
from ..semantics.scope import Scope
from .conflicts import Conflicts
from .liveness import Follows, follows
from .model import Speech, Step
from .presence import Change, Presence

__all__ = ["Absent", "Budget", "Context", "Stage"]

MAX_ACTIONS = 10_000
MAX_DEPTH = 20


@dataclass
class Budget:
    """Actions and rounds of loops of a file, counted together with what loops do in vain."""

    actions: int = 0
    rounds: int = 0
    spent: bool = False


@dataclass(frozen=True)
class Context:
    """Where an action stands: its names, how deep, in which actions, whether in a block."""

    scope: Scope
    depth: int = 0
    calls: tuple[str, ...] = ()
    inside: str = ""

    def at(self, scope: Scope) -> Context:
        return Context(scope, self.depth, self.calls, self.inside)

    def deeper(self, inside: str = "") -> Context:
        return Context(self.scope, self.depth + 1, self.calls, inside or self.inside)


@dataclass(frozen=True)
class Absent:
    """An action that named what was not on screen; reported when the scene is known to its end."""

    ref: Ref
    verb: str
    frame: int
    span: Span
    whole: Span
    """The target, and the whole action that names it."""
    last: Change | None


@dataclass
class Stage:
    """One scene while it is walked."""

    analysis: Analysis
    scene: SceneModel
    budget: Budget
    presence: Presence
    conflicts: Conflicts = field(default_factory=Conflicts)
    params: dict[str, Any] = field(default_factory=dict)
    """What each param was last set to, None where that is not known."""
    sets: dict[str, list[Any]] = field(default_factory=dict)
    absent: list[Absent] = field(default_factory=list)
    labels: list[tuple[Ref, int, Span]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    speech: list[Speech] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    beat: str = ""
    claims: int = 0
    _follows: dict[str, Follows] = field(default_factory=dict)

    def follows(self, id: str) -> Follows:
        found = self._follows.get(id)
        if found is None:
            found = self._follows[id] = follows(self.scene.objects[id])
        return found

    def new_beat(self, id: str) -> None:
        self.beat, self.steps, self.speech, self.marks = id, [], [], {}

    def leaves(self, ref: Ref) -> tuple[Ref, ...]:
        """What of ``ref`` can be on screen by itself; itself if it holds nothing."""
        return self.scene.leaves((ref,))
