"""Two things that cover one another at the same moment."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import prepare, unary_union
from shapely.geometry.base import BaseGeometry

from ...diagnostics.codes import layout as codes
from ...semantics import frame
from ..regions import Region, depth, near_pairs
from ..scene import MeasuredScene, Shown, Verdict

TOUCH = 0.04
"""So deep, in scene units, may outlines of letters reach into one another's hulls."""

STROKE = 0.05
"""So far may a line come into the hull of a word."""

SOLID = 0.5
"""An area less opaque than this covers nothing: words are read through it."""

OPAQUE = 0.9
"""What is at least so opaque hides what lies beneath."""

CONTENT = frozenset({
    "image", "table", "code", "array", "bars", "pie", "histogram", "graph", "tree",
    "network", "timeline",
})
"""Kinds that need a place of their own, whatever they are drawn with."""

SHARED = 0.15
"""So deep may the boxes of two of them overlap."""

Cover = tuple[str, float]
"""What lies on what, and how deep, in scene units."""


def check(scene: MeasuredScene) -> Iterator[Verdict]:
    """Text on text, lines through text, filled things on text, and contents on one another."""
    known: dict[tuple[object, ...], Cover | None] = {}
    for moment, shown in scene.moments():
        for a, b in near_pairs([item.region.extent for item in shown]):
            below, above = shown[a], shown[b]
            if scene.belong.together(below.id, above.id):
                continue
            moving = below.presence.moving or above.presence.moving
            if scene.is_passing(moment, below.id) or scene.is_passing(moment, above.id):
                continue
            if moving and scene.belong.in_flight(below.id, above.id):
                continue
            key = below.id, above.id, below.presence.body, above.presence.body, moment.shot
            if key not in known:
                on = _on(scene, below, above)
                known[key] = covers(below, above, on) or (
                    None if on else _crowds(below, above))
            found = known[key]
            if found is not None and not _hidden(below, shown[a + 1 : b + 1], found[0]):
                what, deep = found
                yield Verdict(codes.PASSING if moving else codes.COVERED, above.id, moment.beat,
                              deep / frame.ROW, below.id, moving, what)


def _hidden(below: Shown, above: list[Shown], what: str) -> bool:
    """Whether something opaque hides what the words of the last of ``above`` would stand on: its
    own panel, or a thing between the two."""
    if what == "something filled on text":
        return False
    veils = [shape for item in above for ink, shape in item.region.areas if ink.opacity >= OPAQUE]
    if not veils:
        return False
    words = unary_union([shape for _, shape in above[-1].region.words])
    under = unary_union([shape for _, shape in below.region.all]).intersection(words)
    return not under.is_empty and bool(unary_union(veils).buffer(TOUCH).contains(under))


def _on(scene: MeasuredScene, below: Shown, above: Shown) -> bool:
    """Whether one is the plane on which the other stands."""
    return scene.belong.plane(above.id) == below.id or scene.belong.plane(below.id) == above.id


def covers(below: Shown, above: Shown, on: bool = False) -> Cover | None:
    """What of two things lies on what, by their outlines alone; words and lines only where one
    is the plane ``on`` which the other stands."""
    one, two = below.region, above.region
    found = [*_words(one, two), *_lines(one, _strokes(above)), *_lines(two, _strokes(below))]
    if not on:
        found += [*_areas(one, two), *_edges(two, one)]
    return max(found, key=lambda cover: cover[1], default=None)


def _crowds(below: Shown, above: Shown) -> Cover | None:
    """Whether two contents share a place."""
    if {below.spec.kind, above.spec.kind} <= CONTENT:
        deep = depth(below.region.extent, above.region.extent)
        if deep > SHARED:
            return "content on content", deep
    return None


def _words(one: Region, two: Region) -> Iterator[Cover]:
    for _, a in (*one.words, *one.marks):
        for _, b in (*two.words, *two.marks):
            if a.intersects(b) and (deep := depth(a, b)) > TOUCH:
                yield "text on text", deep


def _strokes(item: Shown) -> list[BaseGeometry]:
    """The lines that disturb words; a table's rules do, the grid of a plane does not."""
    lines = [*item.region.lines, *(item.region.rules if item.spec.kind == "table" else ())]
    return [line for _, line in lines]


def _lines(words: Region, lines: list[BaseGeometry]) -> Iterator[Cover]:
    """Strokes that run through words."""
    if not lines:
        return
    for _, word in words.words:
        heart = word.buffer(-STROKE)
        if heart.is_empty:
            continue
        prepare(heart)
        for line in lines:
            if heart.intersects(line):
                yield "a line through text", depth(word, line)


def _areas(below: Region, above: Region) -> Iterator[Cover]:
    """Filled things and pictures that lie on words beneath them."""
    cover = [(ink, shape) for ink, shape in above.areas if ink.opacity >= SOLID]
    for _, word in below.words:
        for _, shape in (*cover, *above.pictures):
            if (deep := depth(word, shape)) > TOUCH:
                yield "something filled on text", deep


def _edges(above: Region, below: Region) -> Iterator[Cover]:
    """Words half on something filled, half beside it."""
    for _, word in above.words:
        for ink, shape in (*below.areas, *below.pictures):
            if (ink.form == "picture" or ink.opacity >= SOLID) and _crosses(word, shape):
                yield "text over an edge", depth(word, shape)


def _crosses(word: BaseGeometry, shape: BaseGeometry) -> bool:
    heart = word.buffer(-STROKE)
    return not heart.is_empty and heart.intersects(shape) and not shape.contains(heart)
