"""Draws the pictures of the reference: one for each kind, verb, style word and layout.

``python -m scripts.pictures`` draws all of them into ``grammar/pictures``, ``python -m
scripts.pictures move axes`` some. They are at once what tests expect to see.

A kind is shown on the theme ``chalk`` and on ``paper``, a verb before, in the middle and after.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import c2v_dsl
from c2v_dsl.resources import data_folder
from c2v_dsl.semantics.frame import FRAME, GRIDS, STEP, Rect, grid_rect
from c2v_dsl.semantics.vocabulary import KINDS, STYLES
from c2v_dsl.semantics.vocabulary import storyboards as tiny
from c2v_dsl.semantics.vocabulary.verbs import VERBS
from c2v_dsl.timeline.model import SceneSpec, Timeline

if TYPE_CHECKING:
    from PIL.Image import Image

    from c2v_dsl.stage.lesson import Lesson

FOLDER = data_folder("grammar") / "pictures"
WIDTH = 360
"""Pixels across a picture; the grid and a little of what is around it."""

COLORS = 128
"""How many colours a kept picture has; the nearest ones stand for the rest."""
LOST = 0.5
"""Levels of 255 that pixels may lose by that on the whole; gradients keep all their colours."""

_SEEN = grid_rect("notes").inset(-2 * STEP)
WHOLE = (2 * round(WIDTH * FRAME.width / _SEEN.width / 2),
         2 * round(WIDTH * FRAME.height / _SEEN.width / 2))
"""The whole frame of which a picture is cut."""
_GUTTER = 1 / 60
"""Between the pictures of a strip, as a share of their width."""
_RATE = 20
"""Frames a second at which a verb is played for its picture."""


@dataclass(frozen=True)
class Entry:
    """One picture: the storyboards it is made of, and the moments of each.

    A moment is a beat and the share of it that has gone by. ``seen`` is the part of the frame
    that is cut out.
    """

    name: str
    storyboards: tuple[str, ...]
    moments: tuple[tuple[str, float], ...]
    seen: Rect = _SEEN

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.png"


def entries() -> dict[str, Entry]:
    """Every picture of the reference by its name: ``kinds/axes``, ``verbs/move``."""
    last = (("shown", 1.0),)
    found = [
        Entry(f"kinds/{kind.name}",
              (tiny.kind_storyboard(kind), tiny.kind_storyboard(kind, "paper")), last)
        for kind in KINDS.values()
    ]
    for verb in VERBS.values():
        middle = (("then", tiny.MIDDLES.get(verb.name, 0.5)),) if verb.seconds else ()
        found.append(Entry(f"verbs/{verb.name}", (tiny.verb_storyboard(verb),),
                           (("before", 1.0), *middle, ("then", 1.0))))
    found += [
        Entry(f"styles/{style.name}", (tiny.style_storyboard(style),), last)
        for style in STYLES.values()
    ]
    found += [
        Entry(f"layouts/{layout}", (tiny.layout_storyboard(layout),), last, FRAME)
        for layout in GRIDS
    ]
    return {entry.name: entry for entry in found}


def draw(entry: Entry, size: tuple[int, int] = WHOLE) -> Image:
    """The picture of ``entry``, drawn in this process and cut out of frames of ``size``.

    Raises ``ValueError`` where a storyboard does not check clean, and whatever drawing raises.
    """
    from PIL import Image

    seen = []
    for text in entry.storyboards:
        path = str(FOLDER / "files" / f"{entry.name.replace('/', '_')}.c2v")
        timeline = checked(text, path)
        shots = moments(timeline, timeline.scenes[0], entry.moments, size, _RATE)
        seen += [Image.fromarray(shot).crop(_pixels(entry.seen, size[0])) for shot in shots]
    gutter = round(_GUTTER * seen[0].width)
    width = len(seen) * (seen[0].width + gutter) - gutter
    strip = Image.new("RGB", (width, seen[0].height), "#808080")
    for index, picture in enumerate(seen):
        strip.paste(picture, (index * (picture.width + gutter), 0))
    return strip


def checked(text: str, path: str) -> Timeline:
    """The timeline of a storyboard; raises ``ValueError`` where anything is found in it."""
    result = c2v_dsl.check(text, path)
    told = [f"{f.code} {f.message}" for f in result.findings if f.name != "hatch-without-code"]
    if told or result.timeline is None:
        raise ValueError(f"{path}: {'; '.join(told)}\n{text}")
    return result.timeline


def moments(
    timeline: Timeline, scene: SceneSpec, wanted: tuple[tuple[str, float], ...],
    size: tuple[int, int], rate: int = 1, on_end: Callable[[Lesson], None] | None = None,
) -> list[Any]:
    """Whole frames of a scene at ``wanted`` moments, each a beat and the share of it gone by.

    The arrays are height × width × 3 of bytes. Where only ends of beats (1.0) are wanted, nothing
    but those is drawn. ``on_end`` is told at the end of every beat how the stage stands.
    """
    from manim import tempconfig

    from c2v_dsl.emit import emit_scene
    from c2v_dsl.render import renderer
    from c2v_dsl.render.drive import Drive, load
    from c2v_dsl.render.job import Part
    from c2v_dsl.render.options import frame_at

    emitted = emit_scene(timeline, scene)
    asked = {name for name, _ in wanted}
    parts = tuple(Part(b.name, b.start, b.start + b.frames, b.name if b.name in asked else None)
                  for b in scene.beats)
    caught: dict[tuple[str, float], Any] = {}
    between = {
        frame_at(part.start + round(share * (part.end - part.start)), rate): (part.name, share)
        for part in parts for name, share in wanted if name == part.name and share < 1
    }

    def leave(part: Part) -> None:
        painter.drawing = False
        if on_end is not None:
            on_end(stage)
        if (part.name, 1.0) in wanted:
            caught[part.name, 1.0] = painter.picture(stage)[:, :, :3].copy()

    def enter(part: Part) -> None:
        painter.drawing = any(name == part.name for name, _ in between.values())

    class Sink:
        def borrow(self) -> Any:
            return painter.eye.pixel_array.copy()

        def frame(self, pixels: Any, hold: int) -> None:
            for number in range(painter.shown - hold, painter.shown):
                if number in between:
                    caught[between[number]] = pixels[:, :, :3].copy()

    settings = {
        "pixel_width": size[0], "pixel_height": size[1], "frame_rate": rate, "verbosity": "ERROR",
        "progress_bar": "none", "disable_caching": True, "log_to_file": False, "seed": 0,
    }
    scratch = tempfile.TemporaryDirectory(prefix="c2v-", ignore_cleanup_errors=True)
    with scratch as media, tempconfig(settings | {"media_dir": media}):
        painter = renderer.SegmentRenderer(rate, Sink(), lambda shown: None)
        scene_class = load(emitted.text, emitted.filename, emitted.class_name)
        stage = cast("Lesson", scene_class(renderer=painter))
        Drive(stage, painter, parts, enter, leave).run()
    return [caught[moment] for moment in wanted]


def _pixels(part: Rect, width: int) -> tuple[int, int, int, int]:
    scale = width / FRAME.width
    return (math.floor((part.x0 - FRAME.x0) * scale), math.floor((FRAME.y1 - part.y1) * scale),
            math.ceil((part.x1 - FRAME.x0) * scale), math.ceil((FRAME.y1 - part.y0) * scale))


def make(entry: Entry) -> str:
    """Draw ``entry`` and keep it; what went wrong, or nothing."""
    from PIL import Image, ImageChops, ImageStat

    entry.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        picture = draw(entry)
    except Exception:  # the process's boundary
        return traceback.format_exc(-2)
    few = picture.quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    lost = ImageStat.Stat(ImageChops.difference(picture, few.convert("RGB"))).mean
    (few if max(lost) < LOST else picture).save(entry.path, optimize=True)
    return ""


def drawn(wanted: Iterable[Entry], work: Any = make) -> Iterator[Any]:
    """``work`` done on all entries, in a process for each processor."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, wanted)


def main(names: list[str]) -> None:
    known = entries()
    wanted = [e for e in known.values()
              if not names or e.name in names or e.name.split("/")[1] in names]
    failures: dict[str, list[str]] = {}
    for entry, told in zip(wanted, drawn(wanted), strict=True):
        if told:
            failures.setdefault(told, []).append(entry.name)
    print(f"{len(wanted) - sum(map(len, failures.values()))} pictures in {FOLDER}")
    if failures:
        sys.exit("\n".join(f"{' '.join(same)}\n{told}" for told, same in failures.items()))
    if not names:
        for path in FOLDER.glob("*/*.png"):
            if f"{path.parent.name}/{path.stem}" not in known and path.parent.name != "files":
                path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
