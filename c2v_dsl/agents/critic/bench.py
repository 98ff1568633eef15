"""Where changes are tried: made, checked, measured and drawn."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics import Finding
from ...layout.mend.state import Measurer, State
from ...patch import Patch, text_hash
from ...patch.model import Operation
from ...pipeline import CheckResult, check, patched
from ...render.confine import Sandbox
from ...render.stills import frames
from ...timeline.model import FPS, SceneSpec, Timeline


@dataclass(frozen=True)
class Change:
    """A storyboard with a patch made, that checks and measures no worse."""

    state: State
    patch: Patch
    inverse: Patch


@dataclass(frozen=True)
class Turned:
    """Why a patch cannot be made, in words; ``findings`` it would bring."""

    why: str
    findings: tuple[Finding, ...] = ()


class Unseen(Exception):
    """A picture that could not be drawn, said in words."""


class Bench:
    """Tries changes of the storyboard ``path``; safe to use from several threads.

    Attributes:
        measurer: what was measured already.
        sandbox: whether hatch code runs in walls.
    """

    def __init__(
        self, path: str, measurer: Measurer | None = None, sandbox: Sandbox = "auto"
    ) -> None:
        self.path = path
        self.sandbox = sandbox
        self.measurer = measurer or Measurer(sandbox=sandbox)
        self._lock = threading.Lock()
        self._pictures: dict[str, bytes] = {}

    def state(self, result: CheckResult) -> State | None:
        """A checked storyboard measured; None where it cannot be.

        Raises:
            OSError: no temporary folder can be made.
        """
        with self._lock:
            return self.measurer.states([result])[0]

    def change(self, state: State, operations: tuple[Operation, ...], why: str) -> Change | Turned:
        """Make a patch of ``state``, unless the result would be worse.

        Raises:
            OSError: no temporary folder can be made.
        """
        if not operations:
            return Turned("it has no operations")
        patch = Patch(base=text_hash(state.text), why=why, operations=operations)
        made = patched(state.text, patch, self.path)
        if made.refusal is not None:
            refusal = made.refusal
            found = f": {listed(refusal.findings)}" if refusal.findings else ""
            return Turned(f"it cannot be made: {refusal.message}{found}", refusal.findings)
        if made.text == state.text or made.inverse is None:
            return Turned("it changes nothing")
        result = check(made.text, self.path)
        known = {(f.code, f.message) for f in state.result.findings}
        new = tuple(f for f in result.findings if (f.code, f.message) not in known)
        if new or result.timeline is None:
            return Turned(f"it brings what was not wrong before: {listed(new)}", new)
        after = self.state(result)
        if after is None:
            return Turned("the storyboard could not be run any more")
        worse = tuple(state.worse_layout(after))
        if worse:
            return Turned(f"the layout gets worse: {listed(worse)}", worse)
        return Change(after, patch, made.inverse)

    def pictures(
        self, timeline: Timeline, wanted: Iterable[tuple[SceneSpec, int]], text: str
    ) -> dict[tuple[str, int], tuple[bytes, str]]:
        """PNG files of moments (a scene and a frame of 1/60 s from its beginning), each with the
        name of its content; by the scene's id and the frame.

        Args:
            text: the storyboard that ``timeline`` was made of.

        Raises:
            Unseen: one of them could not be drawn.
            OSError: no temporary folder can be made.
        """
        origins: dict[str, int] = {}
        at = 0
        for scene in timeline.scenes:
            origins[scene.id] = at
            at += scene.frames
        named = {(scene.id, frame): (scene, _content(text, scene, frame))
                 for scene, frame in wanted}
        with self._lock:
            missing = {key: name for key, (_, name) in named.items() if name not in self._pictures}
            if missing:
                self._draw(timeline, origins, missing)
            return {key: (self._pictures[name], name) for key, (_, name) in named.items()}

    def _draw(
        self, timeline: Timeline, origins: Mapping[str, int], missing: Mapping[tuple[str, int], str]
    ) -> None:
        folder = tempfile.mkdtemp(prefix="c2v-critic-")
        try:
            moments = {origins[scene] + frame: name for (scene, frame), name in missing.items()}
            drawn = frames(timeline, Path(folder), at=tuple(at / FPS for at in moments),
                           sandbox=self.sandbox)
            for still in drawn.stills:
                name = moments.get(still.position)
                if name is not None:
                    self._pictures[name] = still.path.read_bytes()
            faults = [*drawn.scene_faults, *drawn.machine_faults]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if any(name not in self._pictures for name in missing.values()):
            raise Unseen(f"it could not be drawn: {faults[0] if faults else 'no reason is known'}")


def listed(findings: Iterable[Finding]) -> str:
    """Findings in one line."""
    return "; ".join(f"{finding.code} {finding.message}" for finding in findings)


def _content(text: str, scene: SceneSpec, frame: int) -> str:
    """Names a picture by the words it is drawn from."""
    words = f"{scene.id}\0{frame}\0{text}"
    return hashlib.sha256(words.encode()).hexdigest()

