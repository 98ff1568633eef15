"""Where a hatch's code is tried: read, then run behind the walls as its scene is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...diagnostics import Finding, Source
from ...emit import EmittedScene, emit_scene
from ...layout.judge import findings as layout_findings
from ...layout.judge import verdicts
from ...layout.measure import Measured, measure_scenes
from ...layout.seen import SceneSeen
from ...pipeline import CheckResult, check
from ...render.confine import Sandbox
from ...render.faults import SceneFault
from ...semantics.files import Loader
from ...syntax import parse
from ...syntax.edits import apply_edits
from ...timeline.model import SceneSpec, Timeline
from .api import Api, load_api
from .around import around_of
from .code import Hatch, hatches_of
from .reading import Problem, read_code
from .scopes import Fault

_FRAME = re.compile(r'^  File "([^"]+)", line (\d+), in \S+\n(?:    (.*)\n)?(?:    ([ ~^]+)\n)?',
                    re.M)


@dataclass(frozen=True)
class Look:
    """A hatch as it is in a text.

    Attributes:
        hatch: None where the text has no such hatch any more.
        result: of checking the storyboard.
        problems: what reading its code found.
        faults: what running it found; nothing is run while there are problems.
        strange: what fails in its scene outside its own code.
        seen: its scene as it was measured.
        refused: why it was not run, where walls or the machine forbid it.
    """

    hatch: Hatch | None
    result: CheckResult
    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()
    strange: tuple[str, ...] = ()
    seen: SceneSeen | None = None
    refused: str = ""

    @property
    def fault(self) -> Fault | None:
        """What is to be mended first."""
        return next(iter(self.told), None)

    @property
    def told(self) -> tuple[Fault, ...]:
        """All that was read or run."""
        return (*map(_read, self.problems), *self.faults)


@dataclass
class Bench:
    """Reads and runs the hatches of one storyboard.

    Args:
        silence: seconds without a sign of life after which a scene is given up.
    """

    path: str
    sandbox: Sandbox = "auto"
    silence: float = 20.0
    loader: Loader | None = None
    api: Api = field(default_factory=load_api)

    def check(self, text: str) -> CheckResult:
        return check(text, self.path, self.loader)

    def read(self, text: str, hatch: Hatch, result: CheckResult | None = None) -> list[Problem]:
        """What reading a hatch's code finds."""
        if hatch.code is None:
            return []
        around = around_of(hatch, result.timeline if result else None)
        problems = read_code(hatch.code.text, hatch.kind, self.api, around)
        return [p for p in problems if p.code != _BY_CHANCE]

    def look(self, text: str, id: str) -> Look:
        """Read a hatch, and run its scene if nothing is wrong with what was read."""
        return self.look_at_all([(text, id)])[0]

    def look_at_all(self, wanted: Sequence[tuple[str, str]], jobs: int = 0) -> list[Look]:
        """The same of several texts at once."""
        looks: list[Look] = []
        runs: list[tuple[int, Timeline, SceneSpec]] = []
        for number, (text, id) in enumerate(wanted):
            hatch = find(text, id, self.path)
            result = self.check(text)
            problems = tuple(self.read(text, hatch, result)) if hatch else ()
            looks.append(Look(hatch, result, problems))
            timeline = result.timeline
            if problems or timeline is None:
                continue
            if (scene := scene_with(timeline, hatch, id)) is not None:
                runs.append((number, timeline, scene))
        measured = measure_scenes([(timeline, scene) for _, timeline, scene in runs], jobs,
                                  self.silence, self.sandbox) if runs else []
        for (number, timeline, scene), found in zip(runs, measured, strict=True):
            looks[number] = _ran(looks[number], timeline, scene, found)
        return looks

    def with_code(self, text: str, hatch: Hatch, code: str) -> str:
        """``text`` with ``code`` as the code of ``hatch``."""
        edit = hatch.edit(code.replace('"""', "'''"))
        return apply_edits(text, [edit])


def find(text: str, id: str, path: str) -> Hatch | None:
    return next((hatch for hatch in hatches_of(parse(text, path)) if id in hatch.names), None)


def scene_with(timeline: Timeline, hatch: Hatch | None, id: str = "") -> SceneSpec | None:
    """The first scene in which a hatch stands, also by way of a template or component; of a hatch
    that is gone, the one that its ``id`` names."""
    if hatch is None or hatch.code is None:
        wanted = hatch.scene if hatch else re.split(r"[.@#]", id)[0]
        return next((scene for scene in timeline.scenes if scene.id == wanted), None)
    own, code = hatch.node.span, hatch.node.code.span if hatch.node.code else None
    for scene in timeline.scenes:
        spans = [spec.code_span for spec in scene.objects]
        spans += [step.span for beat in scene.beats for step in beat.steps if step.code]
        if any(span is not None and span in (own, code) for span in spans):
            return scene
    return None


def placed(look: Look) -> list[Finding]:
    """What measuring found of where a hatch's picture stands: outside the frame, over others."""
    timeline, hatch = look.result.timeline, look.hatch
    if timeline is None or hatch is None or look.seen is None:
        return []
    scene = next(s for s in timeline.scenes if s.id == look.seen.scene)
    found = layout_findings(timeline, scene, verdicts(timeline, scene, look.seen))
    span = hatch.node.span
    return [f for f in found if f.level != "note"
            and (span.start <= f.span.start <= span.end or hatch.names[1] in f.message)]


def _read(problem: Problem) -> Fault:
    return Fault(problem.message, problem.line, sure=True, help=problem.help)


def _ran(look: Look, timeline: Timeline, scene: SceneSpec, found: Measured) -> Look:
    hatch, seen = look.hatch, found.scenes[0] if found.scenes else None
    if hatch is None or hatch.code is None:
        told = [fault.message for fault in found.scene_faults if not fault.hatch]
        told += map(str, found.machine_faults)
        return replace(look, seen=seen, strange=tuple(told))
    emitted = emit_scene(timeline, scene)
    own: list[Fault] = []
    strange: list[str] = []
    refused = ""
    for fault in found.scene_faults:
        inside = fault.span is not None and (
            hatch.node.span.start <= fault.span.start <= hatch.node.span.end
            and fault.span.path == hatch.node.span.path)
        if inside and fault.cause == "untrusted":
            refused = fault.message
        elif inside:
            own.append(_told(fault, hatch, emitted))
        else:
            strange.append(fault.message)
    if found.machine_faults:
        refused = str(found.machine_faults[0])
    return replace(look, faults=tuple(own), strange=tuple(strange), refused=refused,
                   seen=seen)


def _told(fault: SceneFault, hatch: Hatch, emitted: EmittedScene) -> Fault:
    """A fault of the child in the lines of the hatch's code."""
    assert hatch.code is not None
    frames: list[tuple[int, str]] = []
    for file, line, source, carets in _FRAME.findall(fault.trace):
        place = emitted.locate(int(line)) if file == emitted.filename else None
        if place is not None and place.code_line is not None and (
                hatch.node.span.start <= place.span.start <= hatch.node.span.end):
            failing = source[carets.index(carets.strip()[0]):][: len(carets.strip())] if (
                carets.strip()) else ""
            frames.append((hatch.code.line_of(place.code_line), failing))
    line = hatch.code.line_of(fault.code_line) if fault.code_line else None
    callers = dict.fromkeys(at for at, _ in reversed(frames[:-1]))
    return Fault(fault.message, line, tuple(callers), frames[-1][1] if frames else "",
                 endless=(fault.cause in ("time", "memory") or fault.error == "MemoryError"
                          or "come to an end" in fault.message))


_BY_CHANCE = "C2V610"


def sources_of(looks: Sequence[Look]) -> Mapping[str, Source]:
    return {path: source for look in looks for path, source in look.result.sources.items()}
