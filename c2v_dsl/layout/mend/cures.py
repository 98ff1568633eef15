"""Which changes are thought of for which finding, the least ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ...diagnostics.codes import layout as codes
from . import acts, heaps, looks, places, points
from .candidate import Candidate, Case

Cure = Callable[[Case], Iterator[Candidate]]

THE_OTHER = 0.3
"""What it costs to change not the object that a finding is about, but the other one."""


def _elsewhere(case: Case) -> Iterator[Candidate]:
    """Another place, side or size for the object."""
    name = case.verdict.object
    yield from places.places(case, name)
    yield from points.shifted_points(case, name)
    yield from looks.sides(case, name)
    yield from looks.smaller(case, name)


def _either(case: Case) -> Iterator[Candidate]:
    """Another place or size for one of the two, or one gone before the other comes."""
    yield from _elsewhere(case)
    other = case.verdict.other
    if other in case.objects:
        for candidate in (*places.places(case, other), *points.shifted_points(case, other),
                          *looks.sides(case, other), *looks.smaller(case, other)):
            yield _dearer(candidate)
        yield from acts.hidden_before(case)


def _other_way(case: Case) -> Iterator[Candidate]:
    """Another way for what passes, or what is done about things that cover one another."""
    yield from places.lanes(case, case.verdict.object)
    if case.verdict.other in case.objects:
        yield from places.lanes(case, case.verdict.other)
    yield from _either(case)


def _dearer(candidate: Candidate) -> Candidate:
    return replace(candidate, cost=candidate.cost + THE_OTHER)


def _nearer(case: Case) -> Iterator[Candidate]:
    """A label beside what it names."""
    yield from acts.unmoved(case, case.verdict.object)
    yield from looks.sides(case, case.verdict.object)
    yield from heaps.as_label(case)


def _readable(case: Case) -> Iterator[Candidate]:
    yield from looks.larger(case)
    yield from places.places(case, case.verdict.object)


CURES: dict[str, Cure] = {
    codes.COVERED: _either, codes.PASSING: _other_way, codes.OUTSIDE: _elsewhere,
    codes.OVER_FURNITURE: _elsewhere, codes.TOO_SMALL: _readable,
    codes.LOW_CONTRAST: looks.colors, codes.FAR_LABEL: _nearer, codes.LINGERING: acts.ended,
    codes.EMPTY: looks.roomier, codes.CROWDED: heaps.spread,
}


def cures(case: Case) -> list[Candidate]:
    """Changes that might cure a finding, the least first; none for what nothing is known about."""
    cure = CURES.get(case.verdict.rule)
    found = list(cure(case)) if cure is not None else []
    once = {(c.title, c.operations): c for c in sorted(found, key=lambda c: -c.cost)}
    return sorted(once.values(), key=lambda c: c.cost)
