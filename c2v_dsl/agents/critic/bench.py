"""Where changes are tried: made, checked, measured and drawn."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import textwrap
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics import Finding
from ...layout.mend.state import Measurer, State
from ...patch import Patch, apply_patch, text_hash
from ...patch.model import Operation, ReplaceBlock
from ...pipeline import CheckResult, check, patched
from ...render.confine import Sandbox
from ...render.stills import frames
from ...semantics.walk import nodes
from ...syntax import parse, tree
from ...timeline.model import FPS, SceneSpec, Timeline


@dataclass(frozen=True)
class Change:
    """A storyboard with a patch made, that checks and measures no worse; ``inverse`` takes the
    patch back."""

    state: State
    patch: Patch
    inverse: Patch


@dataclass(frozen=True)
class Turned:
    """Why a patch cannot be made, in words; ``findings`` it would bring."""

    why: str
    findings: tuple[Finding, ...] = ()


CODE = ("it writes the code of a hatch: give what it is to draw, in words and without code; the "
        "code is written later")
"""Why code is not taken from a critic or a wish."""


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
        self._measuring = threading.Lock()
        self._drawing = threading.Lock()
        self._pictures: dict[str, bytes] = {}

    def state(self, result: CheckResult) -> State | None:
        """A checked storyboard measured; None where it cannot be.

        Raises:
            OSError: no temporary folder can be made.
        """
        with self._measuring:
            return self.measurer.states([result])[0]

    def change(
        self, state: State, operations: tuple[Operation, ...], why: str,
        base: State | None = None, made: tuple[Operation, ...] = (),
    ) -> Change | Turned:
        """Make a patch, unless the result would be worse than ``state``.

        Args:
            base: the storyboard that ids mean, which is ``state`` before ``made`` was made of it;
                ``state`` itself if not given.

        Raises:
            OSError: no temporary folder can be made.
        """
        base = base or state
        if not operations:
            return Turned("it has no operations")
        patch = Patch(base=text_hash(base.text), why=why, operations=operations)
        whole = patch.model_copy(update={"operations": (*made, *operations)})
        result = patched(base.text, whole, self.path)
        if result.refusal is not None:
            refusal = result.refusal
            help = f" ({refusal.help})" if refusal.help else ""
            found = f": {listed(refusal.findings)}" if refusal.findings else ""
            return Turned(f"it cannot be made: {refusal.message}{help}{found}", refusal.findings)
        if writes_code(state.text, result.text):
            return Turned(CODE)
        inverse = undoing(state.text, result.text, self.path)
        if inverse is None:
            return Turned("it changes nothing")
        checked = check(result.text, self.path)
        known = {(f.code, f.message) for f in state.result.findings}
        new = tuple(f for f in checked.findings if (f.code, f.message) not in known)
        if new or checked.timeline is None:
            return Turned(f"it brings what was not wrong before: {listed(new)}", new)
        after = self.state(checked)
        if after is None:
            return Turned("the storyboard could not be run any more")
        worse = tuple(state.worse_layout(after))
        if worse:
            return Turned(f"the layout gets worse: {listed(worse)}", worse)
        return Change(after, patch, inverse)

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
        with self._drawing:
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


def undoing(old: str, new: str, path: str) -> Patch | None:
    """The patch that makes ``old`` of ``new``; None where they are the same."""
    if old == new:
        return None
    whole = ReplaceBlock(op="replace_block", id="file", text=new, exact=True)
    patch = Patch(base=text_hash(old), operations=(whole,))
    return apply_patch(old, patch, path).inverse


def writes_code(old: str, new: str) -> bool:
    """Whether ``new`` has hatch code that ``old`` has not.

    Critics and wishes write none: code of a model must say so (``# by``), run behind walls and be
    mended, which is the Coder's affair.
    """
    return not _codes(new) <= _codes(old)


def _codes(text: str) -> set[str]:
    if '"""' not in text:
        return set()
    return {textwrap.dedent(node.code.raw).strip() for node in nodes(parse(text).tree)
            if isinstance(node, tree.ObjectDecl | tree.HatchAct) and node.code is not None}


def listed(findings: Iterable[Finding]) -> str:
    """Findings in one line."""
    return "; ".join(f"{finding.code} {finding.message}" for finding in findings)


def _content(text: str, scene: SceneSpec, frame: int) -> str:
    """Names a picture by the words it is drawn from."""
    words = f"{scene.id}\0{frame}\0{text}"
    return hashlib.sha256(words.encode()).hexdigest()

