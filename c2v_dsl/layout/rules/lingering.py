"""What stays on screen long after its part is over."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import layout as codes
from ..actions import refs
from ..scene import MeasuredScene, Verdict

LINGER = 3
"""Beats after which something no longer spoken of lingers, if its company has gone."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Objects not spoken of for more than `LINGER` beats, when most of what was there with them
    when they last were has gone: what they stood for is over."""
    names = [beat.name for beat in scene.spec.beats]
    spoken: dict[str, int] = {}
    for number, beat in enumerate(scene.spec.beats):
        for step in beat.steps:
            if step.verb != "clear":
                for ref in step.targets:
                    spoken.update((id, number) for id in scene.actions.members(ref.object))
    there = {moment.beat: {p.object for p in moment.shown} for moment in scene.seen.ends()}
    used = _used(scene)
    for name, number in spoken.items():
        spec = scene.objects.get(name)
        if spec is None or name in used or spec.sweep or number + LINGER >= len(names):
            continue
        company = there.get(names[number], set()) - {name}
        stay = company & there.get(names[-1], set())
        alone = len(stay) <= len(company) / 2
        if alone and all(name in there.get(beat, set()) for beat in names[number:]):
            yield Verdict(codes.LINGERING, name, names[number], float(len(names) - 1 - number))


def _used(scene: MeasuredScene) -> set[str]:
    """Objects that others stand on, name or follow: they are needed as long as those are."""
    found: set[str] = set()
    for spec in scene.spec.objects:
        found |= {n for n in (spec.plane, spec.component) if n}
        values = [*spec.args.values(), spec.place.target if spec.place else None]
        found |= {ref.object for ref in refs(values)}
    return found
