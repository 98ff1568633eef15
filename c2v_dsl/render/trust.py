"""Whose hatch code may run here."""

from __future__ import annotations

import re
from dataclasses import replace

from ..diagnostics import Span
from ..timeline.model import SceneSpec, Timeline
from .confine import SAFE, WAY_OUT, Level, Sandbox, level
from .faults import SceneFault

_MARK = re.compile(r"\s*#[ \t]*by\b[ \t]*(.*)", re.I)


def written_by(code: str | None) -> str | None:
    """The model that ``code`` says has written it, in its first line; None for a person's."""
    found = _MARK.match(code or "")
    return (found[1].strip() or "a model") if found else None


def allowed(timeline: Timeline, sandbox: Sandbox) -> tuple[Timeline, tuple[SceneFault, ...]]:
    """``timeline`` without the code that may not run, and what is told instead.

    That is a model's code where the walls are not safe, unless ``sandbox`` is off.
    """
    if sandbox == "off" or not any(map(_by_models, timeline.scenes)) or level() in SAFE:
        return timeline, ()
    told: dict[object, SceneFault] = {}
    for scene in timeline.scenes:
        for id, beat, code, span in _hatches(scene):
            if name := written_by(code):
                told.setdefault(span, SceneFault(
                    scene.id, beat, f"{name} wrote its code, and this machine can put no walls "
                    f"around it: {WAY_OUT}", span, id, hatch=True, cause="untrusted"))
    return replace(timeline, scenes=tuple(map(_without, timeline.scenes))), tuple(told.values())


def reached(timeline: Timeline, sandbox: Sandbox, among: tuple[str, ...] = ()) -> Level | None:
    """The walls around hatch code of those scenes; None where there is no such code.

    Args:
        among: ids of scenes; none means all.
    """
    hatched = any(code for scene in timeline.scenes if not among or scene.id in among
                  for _, _, code, _ in _hatches(scene))
    if not hatched:
        return None
    return "none" if sandbox == "off" else level()


def _hatches(scene: SceneSpec) -> list[tuple[str, str | None, str | None, Span]]:
    """Id, beat, code and place of whatever may hold code."""
    found: list[tuple[str, str | None, str | None, Span]] = [
        (spec.id, None, spec.code, spec.code_span or spec.span) for spec in scene.objects]
    return found + [(step.id, beat.name, step.code, step.span)
                    for beat in scene.beats for step in beat.steps]


def _by_models(scene: SceneSpec) -> bool:
    return any(written_by(code) for _, _, code, _ in _hatches(scene))


def _without(scene: SceneSpec) -> SceneSpec:
    return replace(
        scene,
        objects=tuple(replace(spec, code=None) if written_by(spec.code) else spec
                      for spec in scene.objects),
        beats=tuple(replace(beat, steps=tuple(
            replace(step, code=None) if written_by(step.code) else step for step in beat.steps))
            for beat in scene.beats),
    )
