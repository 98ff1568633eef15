"""Which moments of a scene are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from ...layout.seen import Moment, SceneSeen
from ...semantics.vocabulary.verbs import VERBS
from ...timeline.model import FPS, BeatSpec, SceneSpec

MOST = 8
"""So many pictures of a scene are looked at."""

LONG = 6 * FPS
"""Frames from which on a beat is looked at between its beginning and its end too."""

RESTLESS = 0.4
"""A scene in which things move for more of its time than this is looked at as a video."""


@dataclass(frozen=True)
class Key:
    """A moment to look at, ``frame`` of 1/60 s from the scene's beginning."""

    beat: str
    frame: int
    end: bool
    moment: Moment

    @property
    def words(self) -> str:
        what = "the end of beat" if self.end else "beat"
        return f"{what} `{self.beat}`, at {self.frame / FPS:.1f} s"


def key_moments(scene: SceneSpec, seen: SceneSeen, most: int = MOST) -> list[Key]:
    """The end of every beat, and the moments between that show most of what no end shows.

    Of a scene with more beats than ``most``, the ends that differ most from one another.
    """
    beats = {beat.name: beat for beat in scene.beats}
    inside: list[Key] = []
    chosen: list[Key] = []
    for moment in seen.moments:
        beat = beats.get(moment.beat)
        if beat is None or not beat.frames or not (moment.shown or moment.last):
            continue
        key = _key(moment, beat)
        (chosen if moment.last else inside).append(key)
    while len(chosen) > most:
        middle = chosen[:-1]
        least = min(range(len(middle)), key=lambda n: _differs(chosen[n], chosen[n + 1]))
        del chosen[least]
    while inside and len(chosen) < most:
        news = [(min(_differs(key, other) for other in chosen), _worth(key, beats[key.beat]), key)
                for key in inside]
        differs, worth, best = max(news, key=lambda new: (new[0] * new[1], new[1], -new[2].frame))
        if differs * worth < 1:
            break
        chosen.append(best)
        inside = [key for key in inside if key.beat != best.beat]
    chosen += _pointed(scene, seen)[: max(0, most - len(chosen))]
    return sorted(chosen, key=lambda key: key.frame)


def _pointed(scene: SceneSpec, seen: SceneSeen) -> list[Key]:
    """The middle of actions that only point at something, the first and the last of each beat: no
    end of a beat shows it."""
    found = []
    for beat in scene.beats:
        steps = [step for step in beat.steps if VERBS[step.verb].role == "point"]
        for step in steps[:1] + steps[1:][-1:]:
            frame = step.start + step.frames // 2
            moments = [m for m in seen.moments if m.beat == beat.name and m.frame <= frame]
            if moments:
                found.append(Key(beat.name, frame, False, moments[-1]))
    return found


def _key(moment: Moment, beat: BeatSpec) -> Key:
    last = beat.start + beat.frames - 1
    return Key(beat.name, max(beat.start, min(moment.frame, last)), moment.last, moment)


def _differs(one: Key, other: Key) -> int:
    """How many objects look otherwise at two moments; members of a family count as one."""
    bodies = [{(p.object, p.body) for p in key.moment.shown} for key in (one, other)]
    changed = bodies[0] ^ bodies[1]
    return len({name.split("[")[0] for name, _ in changed}) + (
        one.moment.shot != other.moment.shot)


def _worth(key: Key, beat: BeatSpec) -> float:
    """How much a moment between ends counts: most in the middle of a long beat."""
    if beat.frames < LONG:
        return 0.5
    place = (key.frame - beat.start) / beat.frames
    return 1.0 - abs(place - 0.5)


def restless(scene: SceneSpec) -> bool:
    """Whether much of what a scene tells is told by motion."""
    busy = sum(
        min(step.frames, scene.frames) for beat in scene.beats for step in beat.steps
        if VERBS[step.verb].role in ("change", "become", "camera") and step.frames > FPS)
    return busy > RESTLESS * scene.frames
