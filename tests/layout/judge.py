"""``python -m tests.layout.judge [FILE…]``: what is measured against what is drawn, pair by pair.

At the end of every beat each object is drawn alone, at 480p, and the masks are cut with one
another; what is measured of the same pair must say the same. Without files: all examples and the
whole corpus.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from manim import config

import c2v_dsl
from c2v_dsl.emit import emit_scene
from c2v_dsl.layout.actions import Actions
from c2v_dsl.layout.recorder import MeasuringRenderer, Recorder
from c2v_dsl.layout.rules.covering import covers as measured_covers
from c2v_dsl.layout.scene import MeasuredScene
from c2v_dsl.layout.seen import read
from c2v_dsl.render.drive import Drive, load
from c2v_dsl.render.job import Part
from c2v_dsl.semantics.lower import object_path
from c2v_dsl.semantics.themes import theme
from c2v_dsl.timeline.model import SceneSpec, Timeline

from .masks import HEIGHT, WIDTH, Masks, Painter, covers, touching

ROOT = Path(__file__).parent.parent.parent


@dataclass
class Tally:
    """How often both said the same of two objects; ``near`` counts pairs whose boxes touch,
    ``covering`` those that disturb one another as drawn."""

    pairs: int = 0
    near: int = 0
    covering: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.pairs += other.pairs
        self.near += other.near
        self.covering += other.covering
        self.wrong += other.wrong

    @property
    def agreement(self) -> float:
        return 1 - len(self.wrong) / max(1, self.pairs)

    @property
    def agreement_near(self) -> float:
        return 1 - len(self.wrong) / max(1, self.near)


class Judge:
    """Goes through scenes, in this process."""

    def __init__(self) -> None:
        config.pixel_width, config.pixel_height = WIDTH, HEIGHT
        config.verbosity = "ERROR"
        config.disable_caching = True
        self._media = tempfile.mkdtemp(prefix="c2v-judge-")
        config.media_dir = self._media
        self._painter = Painter()

    def scene(self, timeline: Timeline, spec: SceneSpec) -> Tally:
        """Both verdicts of all pairs at the ends of a scene's beats."""
        emitted = emit_scene(timeline, spec)
        renderer = MeasuringRenderer(15, lambda shown: None, Actions(spec).moves())
        parts = tuple(Part(b.name, b.start, b.start + b.frames, "x") for b in spec.beats)
        scene: Any = load(emitted.text, emitted.filename, emitted.class_name)(renderer=renderer)
        objects = tuple((o.id, object_path(o.id)) for o in spec.objects)
        recorder = renderer.recorder = Recorder(scene, objects)
        ends: list[dict[str, Masks]] = []
        kept: dict[tuple[int, int], Masks] = {}

        def enter(part: Part) -> None:
            if not ends:
                recorder.begin()
            recorder.beat = part.name
            recorder.look(part.start)

        def leave(part: Part) -> None:
            recorder.look(part.end, last=True)
            drawn: dict[str, Masks] = {}
            if scene.picture.stand.view.still:
                for thing in scene.picture.present():
                    name, version = recorder._id(thing), thing._drawing.version
                    if name:
                        key = id(thing), version
                        if key not in kept:
                            kept[key] = self._painter.masks(thing)
                        drawn[name] = kept[key]
            ends.append(drawn)

        Drive(scene, renderer, parts, enter, leave).run()
        seen = read(spec.id, recorder.notes.to_json())
        measured = MeasuredScene(spec, seen, theme(timeline.theme))
        tally = Tally()
        told: set[tuple[object, ...]] = set()
        for moment, drawn in zip(seen.ends(), ends, strict=True):
            shown = measured.shown(moment)
            names = Counter(item.id for item in shown)
            shown = [item for item in shown if item.id in drawn and names[item.id] == 1]
            for below, above in combinations(shown, 2):
                key = below.id, above.id, below.presence.body, above.presence.body
                if key in told:
                    continue
                told.add(key)
                one, two = drawn[below.id], drawn[above.id]
                tally.pairs += 1
                found = measured_covers(below, above)
                if touching(one, two):
                    tally.near += 1
                    pixels = covers(one, two)
                    tally.covering += bool(pixels)
                else:
                    pixels = ""
                if bool(found) != bool(pixels):
                    tally.wrong.append(
                        f"{spec.id}@{moment.beat}: {below.id} / {above.id}: measured "
                        f"{found[0] + f' {found[1]:.2f}' if found else 'apart'}, "
                        f"drawn {pixels or 'apart'}")
        return tally

    def file(self, path: Path, every: int = 1) -> Iterator[Tally]:
        """Scenes of a storyboard, each ``every``-th."""
        timeline = c2v_dsl.check(path.read_text(encoding="utf-8"), str(path)).timeline
        assert timeline is not None, path
        for spec in timeline.scenes[::every]:
            if spec.beats:
                yield self.scene(timeline, spec)


def main(names: list[str]) -> int:
    files = [Path(name) for name in names] or [
        *sorted((ROOT / "examples").glob("*.c2v")),
        *sorted((ROOT / "tests" / "corpus" / "layout").glob("*.c2v"))]
    judge, whole = Judge(), Tally()
    for path in files:
        tally = Tally()
        for scene in judge.file(path):
            tally.add(scene)
        whole.add(tally)
        print(f"{path.stem}: {tally.pairs} pairs, {tally.near} near, "
              f"{tally.covering} covering, {len(tally.wrong)} wrong")
        for line in tally.wrong:
            print(f"  {line}")
    print(f"{whole.pairs} pairs: {whole.agreement:.2%} agree; of {whole.near} whose boxes touch: "
          f"{whole.agreement_near:.2%}; {whole.covering} cover one another")
    return 0 if whole.agreement >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
