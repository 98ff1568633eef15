"""From what stopped a child to what is told about it."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from ..emit import EmittedScene, Mapping
from ..timeline.model import SceneSpec
from .faults import MachineFault, SceneFault, os_fault
from .job import Failure
from .methods import spans


def faults_of(
    failures: list[Failure], scene: SceneSpec, emitted: EmittedScene, silence: float,
    way_out: str = "",
) -> tuple[list[SceneFault], list[MachineFault]]:
    """What ``failures`` of ``scene`` mean, each thing once.

    Args:
        silence: the limit in seconds that the child had.
        way_out: what to do where the system refused to write.
    """
    told = [explain(failure, scene, emitted, silence, way_out) for failure in failures]
    found: dict[object, SceneFault] = {}
    for fault in told:
        if isinstance(fault, SceneFault):
            found.setdefault((fault.message, fault.span, fault.code_line), fault)
    return list(found.values()), [fault for fault in told if isinstance(fault, MachineFault)]


def relocated(failure: Failure, emitted: EmittedScene) -> Failure:
    """``failure``, noted when the scene's file may have been another, at its present lines."""
    heads = {
        node.name: min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
        for node in ast.walk(ast.parse(emitted.text))
        if isinstance(node, ast.FunctionDef)
    }
    found = tuple(heads[name] + below for name, below in failure.spots if name in heads)
    return replace(failure, lines=found)


def explain(
    failure: Failure, scene: SceneSpec, emitted: EmittedScene, silence: float, way_out: str = ""
) -> SceneFault | MachineFault:
    """The fault that ``failure`` of ``scene`` means, with its place in the storyboard."""
    match failure.kind:
        case "system":
            fault = os_fault(OSError(failure.number, _after_colon(failure.message)),
                             "writing", failure.path or "a kept segment")
            return replace(fault, way_out=way_out or fault.way_out)
        case "import":
            return _missing_library(failure.message)
        case "lost":
            return _lost(failure, scene)
    return _in_scene(failure, scene, emitted, silence)


FORBIDDEN = "a hatch may reach no files, programs, processes or network"


def _in_scene(
    failure: Failure, scene: SceneSpec, emitted: EmittedScene, silence: float
) -> SceneFault:
    found = [m for line in failure.lines if (m := emitted.locate(line)) is not None]
    inner = found[0] if found else None
    if (own := _hatch(failure, emitted)) is not None:
        inner = next((m for m in found if m.id == own.id and m.code_line is not None), own)
    beat = next((b for b in scene.beats if b.name == failure.beat), None)
    message = failure.message
    if failure.kind == "hatch" and failure.cause == "forbidden":
        message = f"{message} ({FORBIDDEN})"
    if failure.kind == "silent":
        message = f"nothing moved for {silence:g} s: its code seems to go round in a circle"
    return SceneFault(
        scene=scene.id,
        beat=failure.beat,
        message=message,
        span=inner.span if inner else (beat.span if beat else scene.span),
        id=inner.id if inner else (beat.id if beat else scene.id),
        code_line=inner.code_line if inner else None,
        trace=failure.trace,
        hatch=failure.kind == "hatch",
        error=failure.error,
        cause=failure.cause,
    )


def _hatch(failure: Failure, emitted: EmittedScene) -> Mapping | None:
    """The place of the hatch that a failure is laid to."""
    for name, first, last in spans(emitted.text):
        if name == failure.hatch:
            return next((replace(m, code_line=None) for m in emitted.map
                         if m.code_line is not None and first <= m.first <= last), None)
    return None


def _lost(failure: Failure, scene: SceneSpec) -> MachineFault:
    if failure.message == "stopped":
        return MachineFault("Rendering was stopped", "Run it again; what was drawn is kept")
    if "SIGKILL" in failure.message:
        return MachineFault(
            f"The process that drew scene {scene.id} {failure.message}, as happens when memory "
            "runs out",
            "Run it again, with --jobs 1 or a lower quality if it happens twice; what was drawn "
            "is kept",
        )
    told = failure.trace.strip().splitlines()
    last = f" ({told[-1].strip()})" if told else ""
    return MachineFault(
        f"The process that drew scene {scene.id} {failure.message}{last}",
        "Run it again; what was drawn is kept",
    )


CACHE_WAY_OUT = (
    "Make room there, or name another folder for what is kept between runs in the environment "
    "variable C2V_CACHE, and run it again; what was drawn before is kept"
)
_LIBRARY = re.compile(r"(lib[\w.+-]+\.(?:so[\w.]*|dylib)|[\w-]+\.dll)")


def _missing_library(message: str) -> MachineFault:
    text = _after_colon(message)
    if found := _LIBRARY.search(text):
        name = found[1]
        return MachineFault(
            f"Manim needs the system library {name}, which cannot be loaded",
            "Install pango and cairo: `apt-get install libpango-1.0-0 libpangocairo-1.0-0 "
            "libcairo2`, `dnf install pango cairo` or `brew install pango cairo`",
        )
    return MachineFault(
        f"What draws the pictures cannot be loaded: {text}",
        "Install c2v again in a fresh environment: `pip install --force-reinstall c2v`",
    )


def _after_colon(message: str) -> str:
    head, mark, rest = message.partition(": ")
    return rest if mark and head.isidentifier() else message
