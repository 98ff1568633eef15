"""Two versions of a scene, shown blind and in random order: which one teaches better?"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PIL import Image, ImageChops, ImageDraw

from ...layout.mend.state import State
from ...render.sheet import font
from ...timeline.model import FPS, BeatSpec, SceneSpec
from ..client import Client
from ..exchange import Content, Message, Picture, Request
from ..prompts import prompt
from .answers import Preference
from .bench import Bench
from .model import Judged
from .moments import key_moments

SEEN = 40
"""Pixels (of 1280 × 720) that must differ for a change to be seen."""

_STEP = 28
"""By so much must a pixel's brightness change to count."""

SHOWN = 2
"""So many moments of each version are shown, those that differ most."""

STRIP = 6
"""Where only the times differ, so many moments of the beat are shown side by side."""


@dataclass(frozen=True)
class Version:
    """What is seen and heard of one of the versions: pictures with their names and contents."""

    pictures: tuple[Picture, ...] = ()
    words: str = ""

    @property
    def content(self) -> str:
        told = "\0".join((*(picture.content for picture in self.pictures), self.words))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Pair:
    """Two versions of the same moments of a scene.

    Attributes:
        moments: the moments, in words.
        files: PNG files for whoever reads the record, by name.
    """

    old: Version
    new: Version
    moments: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        return self.old.content != self.new.content


def pair(bench: Bench, before: State, after: State, scene: str, beat: str) -> Pair:
    """The moments of a scene at which two storyboards differ most, those of ``beat`` first.

    Raises:
        Unseen: one of the pictures could not be drawn.
        OSError: no temporary folder can be made.
    """
    old, new = _spec(before, scene), _spec(after, scene)
    beats = [(b, twin) for b in old.beats
             for twin in new.beats if twin.name == b.name and b.frames and twin.frames]
    changed = [b for b, twin in beats if _told(b) != _told(twin) or b.frames != twin.frames]
    late = [(b, twin) for b, twin in beats if _times(b) != _times(twin)]
    versions = (bench, before, after, old, new)
    if late and _alike(old, new):
        pictures = [_strip(*versions, *_first(late, beat))]
    else:
        pictures = (_stills(*versions, beats, beat, _keys(before, after, old, new, beats))
                    or _stills(*versions, beats, beat, _doings(beats)))
    named = {name for name, *_ in pictures}
    spoken = [b.name for b in old.beats
              if b in changed or any(b.name in name for name in named)][: SHOWN + 1]
    return Pair(
        _version([(name, data, content) for name, data, _, content, _ in pictures], old, spoken),
        _version([(name, data, content) for name, _, data, _, content in pictures], new, spoken),
        tuple(name for name, *_ in pictures) or tuple(f"the words of beat `{b}`" for b in spoken),
        {file: data for number, (_, first, second, _, _) in enumerate(pictures, 1)
         for file, data in ((f"{number}_old.png", first), (f"{number}_new.png", second))})


def prefer(client: Client, shown: Pair, about: str, scene: SceneSpec) -> Judged:
    """Ask which version is better; which comes first is decided by their content.

    Raises:
        Unanswered: there is no usable answer.
    """
    digest = hashlib.sha256(f"{shown.old.content}{shown.new.content}".encode()).digest()
    new_first = bool(digest[0] & 1)
    order = (shown.new, shown.old) if new_first else (shown.old, shown.new)
    parts: list[Content] = [prompt("judge_pair", video=about, scene=scene.title or scene.id)]
    for word, version in zip(("first", "second"), order, strict=True):
        parts.append(f"\n## The {word} version\n{version.words}\n")
        parts += version.pictures
    answer, _ = client.ask_for(
        Request("judge", (Message("user", tuple(parts)),), scene=scene.id), Preference)
    chosen = {"first": new_first, "second": not new_first}.get(answer.better)
    return Judged(
        "neither" if chosen is None else "new" if chosen else "old",
        "new" if new_first else "old", answer.why, shown.moments)


def unlike(one: bytes, other: bytes) -> int:
    """How many pixels of two PNG files differ so that one sees it."""
    with Image.open(io.BytesIO(one)) as a, Image.open(io.BytesIO(other)) as b:
        changed = ImageChops.difference(a.convert("RGB"), b.convert("RGB")).convert("L")
    return sum(changed.histogram()[_STEP:])


def _spec(state: State, scene: str) -> SceneSpec:
    return next(spec for spec in state.timeline.scenes if spec.id == scene)


Beats = list[tuple[BeatSpec, BeatSpec]]
Parts = dict[str, set[float]]
"""Moments of beats by name, as parts of their length."""

Shot = tuple[str, bytes, bytes, str, str]
"""A moment in words, its old and its new picture, and the names of their contents."""

def _keys(
    before: State, after: State, old: SceneSpec, new: SceneSpec, beats: Beats
) -> Parts:
    """The key moments of both versions."""
    found: Parts = {}
    names = {b.name for b, _ in beats}
    for spec, state in ((old, before), (new, after)):
        lengths = {b.name: b for b in spec.beats}
        for key in key_moments(spec, state.seen[spec.id]):
            if key.beat in names:
                own = lengths[key.beat]
                part = 1.0 if key.end else (key.frame - own.start) / own.frames
                found.setdefault(key.beat, set()).add(round(part, 3))
    return found


def _doings(beats: Beats) -> Parts:
    """Of beats that do something else than before, the middle of every action."""
    return {old.name: {round((step.start + step.frames / 2 - own.start) / own.frames, 3)
                       for own in (old, new) for step in own.steps}
            for old, new in beats if _acts(old) != _acts(new)}


def _stills(
    bench: Bench, before: State, after: State, old: SceneSpec, new: SceneSpec, beats: Beats,
    beat: str, parts: Parts,
) -> list[Shot]:
    """Of some moments those that differ most, those of ``beat`` first."""
    wanted = {(b.name, part): (_at(b, part), _at(twin, part))
              for b, twin in beats for part in sorted(parts.get(b.name, ()))}
    olds = bench.pictures(before.timeline, [(old, a) for a, _ in wanted.values()], before.text)
    news = bench.pictures(after.timeline, [(new, b) for _, b in wanted.values()], after.text)
    found = []
    for order, ((name, part), (a, b)) in enumerate(wanted.items()):
        (first, one), (second, two) = olds[old.id, a], news[new.id, b]
        count = unlike(first, second)
        if count >= SEEN:
            where = "the end of beat" if part == 1.0 else "a moment of beat"
            # by twos, so that other fonts and another cairo choose the same moments
            rank = name != beat, -count.bit_length(), order
            found.append((*rank, f"{where} `{name}`", first, second, one, two))
    return [entry[3:] for entry in sorted(found)[:SHOWN]]


def _at(beat: BeatSpec, part: float) -> int:
    return beat.start + min(beat.frames - 1, round(part * beat.frames))


def _strip(
    bench: Bench, before: State, after: State, old: SceneSpec, new: SceneSpec, beat: BeatSpec,
    twin: BeatSpec,
) -> Shot:
    """A beat of both versions at the same seconds from its beginning."""
    length = max(beat.frames, twin.frames)
    times = [round(length * number / (STRIP - 1)) for number in range(STRIP)]
    sheets, contents = [], []
    for state, scene, own in ((before, old, beat), (after, new, twin)):
        at = [min(own.start + time, own.start + own.frames - 1) for time in times]
        drawn = bench.pictures(state.timeline, [(scene, frame) for frame in at], state.text)
        captions = [f"{time / FPS:.1f} s" + (", already over" if time >= own.frames else "")
                    for time in times]
        pictures = [drawn[scene.id, frame] for frame in at]
        sheets.append(sheet([data for data, _ in pictures], captions))
        contents.append(hashlib.sha256(repr(
            [(content, time) for (_, content), time in zip(pictures, times, strict=True)]
        ).encode()).hexdigest())
    return f"beat `{beat.name}` as time goes by", sheets[0], sheets[1], contents[0], contents[1]


def sheet(pictures: Sequence[bytes], captions: Sequence[str]) -> bytes:
    """PNG files on one, in two rows, each with its caption below."""
    columns = (len(pictures) + 1) // 2
    wide, gap = (420 if columns > 2 else 640), 30
    high = wide * 9 // 16
    rows = -(-len(pictures) // columns)
    page = Image.new("RGB", (columns * wide, rows * (high + gap)), "#808080")
    pen = ImageDraw.Draw(page)
    for number, (data, words) in enumerate(zip(pictures, captions, strict=True)):
        x, y = number % columns * wide, number // columns * (high + gap)
        with Image.open(io.BytesIO(data)) as picture:
            page.paste(picture.convert("RGB").resize((wide - 4, high)), (x + 2, y))
        pen.text((x + 6, y + high + 4), words, "#ffffff", font(20))
    out = io.BytesIO()
    page.save(out, format="PNG")
    return out.getvalue()


def _first(late: Beats, beat: str) -> tuple[BeatSpec, BeatSpec]:
    return next((both for both in late if both[0].name == beat), late[0])


def _times(beat: BeatSpec) -> tuple[object, ...]:
    """When things happen in a beat, from its beginning."""
    return beat.frames, *((s.verb, s.start - beat.start, s.frames) for s in beat.steps)


def _alike(old: SceneSpec, new: SceneSpec) -> bool:
    """Whether the same things do the same, if at other times."""
    def things(scene: SceneSpec) -> list[object]:
        return [replace(spec, span=old.span, code_span=None) for spec in scene.objects]

    return things(old) == things(new) and [
        (b.name, _acts(b)) for b in old.beats] == [(b.name, _acts(b)) for b in new.beats]


def _acts(beat: BeatSpec) -> tuple[object, ...]:
    """What happens in a beat."""
    return tuple((s.verb, s.targets, tuple(s.args.items()), s.code) for s in beat.steps)


def _told(beat: BeatSpec) -> tuple[object, ...]:
    return beat.line, *(speech.text for speech in beat.speech)


def _version(
    pictures: list[tuple[str, bytes, str]], scene: SceneSpec, spoken: list[str]
) -> Version:
    lines = []
    for beat in scene.beats:
        if beat.name in spoken:
            said = " ".join(speech.text for speech in beat.speech)
            heading = f'"{beat.line}"' if beat.line else f"`{beat.name}`"
            lines.append(f"Beat {heading} lasts {beat.frames / FPS:.1f} s"
                         + (f'; the voice says: "{said}"' if said else "; nobody speaks"))
    return Version(
        tuple(Picture(data, name=name, content=content) for name, data, content in pictures),
        "\n".join([*lines, *(f"Picture: {name}" for name, *_ in pictures)]))
