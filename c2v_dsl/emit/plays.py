"""Steps in frames, grouped into the plays of a Manim scene."""

from __future__ import annotations

from dataclasses import dataclass

from ..timeline.model import Step


@dataclass(frozen=True)
class Play:
    """Steps that overlap, shown by one ``self.play``. ``start`` and ``end`` in frames."""

    start: int
    end: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Pause:
    """Nothing moves for ``frames``."""

    frames: int


def group(steps: tuple[Step, ...], start: int, end: int) -> list[Play | Pause]:
    """Plays and pauses that fill ``start``…``end`` exactly.

    Steps that share a moment belong to one play; a step without length that comes first at its
    moment stands alone, so that what follows it in the storyboard follows it in the code.
    """
    plays: list[Play | Pause] = []
    cursor = start
    pending = sorted(steps, key=lambda step: step.start)
    while pending:
        first = pending.pop(0)
        if first.start > cursor:
            plays.append(Pause(first.start - cursor))
        members, finish = [first], first.start + first.frames
        while first.frames and pending and pending[0].start < finish:
            members.append(pending.pop(0))
            finish = max(finish, members[-1].start + members[-1].frames)
        plays.append(Play(first.start, finish, tuple(members)))
        cursor = finish
    if cursor < end:
        plays.append(Pause(end - cursor))
    return plays
