"""What a model is told around a hatch: what its code must do, its neighbours, what suits it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import libcst as cst
from libcst.metadata import MetadataWrapper, ScopeProvider

from ...layout.occupancy import rows
from ...layout.scene import MeasuredScene
from ...layout.seen import SceneSeen
from ...semantics import frame
from ...semantics.themes import theme
from ...timeline.model import FPS, SceneSpec, Timeline
from .api import Api, Signature
from .code import Hatch
from .types import Types
from .walk import assigned, nodes

ALWAYS = ("VGroup", "Dot", "Line", "Arrow", "Circle", "Rectangle", "Polygon", "VMobject",
          "ParametricFunction", "Text", "MathTypst")
MOVING = ("Create", "FadeIn", "FadeOut", "Transform", "Rotate", "MoveAlongPath", "LaggedStart",
          "ValueTracker", "always_redraw")
METHODS = (("Mobject", ("shift", "move_to", "next_to", "arrange", "scale", "rotate", "align_to",
                        "set_color", "get_center", "copy")),
           ("VMobject", ("set_fill", "set_stroke", "set_points_as_corners",
                         "set_points_smoothly")))
MOST = 14
"""Callables chosen by the words of an intent."""

_ODD = re.compile(r"OpenGL|3D|Three|Multi|Camera|Cloud|PMobject|Cursor|Error|^(TrueDot|Annotation)"
                  r"|Scene|Renderer|Config|Type$|Library|Template")

_COMMON = frozenset({"the", "and", "with", "that", "from", "into", "its", "one", "two", "three",
                     "four", "each", "over", "out", "all", "are", "this", "mobject", "animation"})

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "gear": ("Polygon", "AnnularSector"), "wheel": ("Circle", "Annulus", "Rotate"),
    "spiral": ("ParametricFunction",), "curve": ("ParametricFunction", "FunctionGraph", "Axes"),
    "graph": ("Axes", "FunctionGraph", "Graph"), "axes": ("Axes", "NumberPlane"),
    "wave": ("FunctionGraph", "ParametricFunction"), "fractal": ("VMobject", "Polygon"),
    "tree": ("Line", "rotate_vector"), "tiling": ("RegularPolygon", "Square"),
    "hexagon": ("RegularPolygon",), "honeycomb": ("RegularPolygon",), "star": ("Star",),
    "ring": ("Annulus", "Circle"), "pie": ("AnnularSector", "Sector"), "arc": ("Arc",),
    "angle": ("Angle", "Arc", "RightAngle"), "triangle": ("Triangle", "Polygon"),
    "square": ("Square",), "number": ("NumberLine",), "label": ("Text",), "word": ("Text",),
    "vector": ("Arrow", "rotate_vector"), "dashed": ("DashedLine", "DashedVMobject"),
    "brace": ("Brace",), "frame": ("SurroundingRectangle",), "trace": ("TracedPath",),
    "orbit": ("Circle", "MoveAlongPath"), "pendulum": ("Line", "Rotate", "rotate_vector"),
    "swing": ("Rotate",), "turn": ("Rotate",), "roll": ("Rotate",), "count": ("ValueTracker",),
    "grow": ("GrowFromCenter",), "blink": ("Flash", "Indicate"), "fade": ("FadeIn", "FadeOut"),
    "draw": ("Create",), "swap": ("Swap",), "sort": ("Swap",), "colour": ("interpolate_color",),
    "color": ("interpolate_color",), "gradient": ("interpolate_color", "color_gradient"),
    "ellipse": ("Ellipse",), "polygon": ("RegularPolygon", "Polygon"), "bar": ("Rectangle",),
    "molecule": ("Circle", "Line"), "field": ("Arrow", "ArrowVectorField"), "flow": ("Arrow",),
}


def contract(hatch: Hatch, timeline: Timeline, scene: SceneSpec | None) -> str:
    """What the code must do: its end, its area, its time, what it sees."""
    layout = scene.layout if scene else "notes"
    look = theme(timeline.theme)
    lines: list[str] = []
    if hatch.kind == "object":
        lines.append("The code is the body of a function. It ends in `return mobject`, plays and "
                     "adds nothing, and is run again whenever a param that it reads changes.")
        width, height = area_of(hatch, scene)
        lines.append(f"It is drawn about the origin, at most {width:.1f} wide and {height:.1f} "
                     "high; its place and final size are the storyboard's affair.")
    else:
        seconds = _seconds(hatch, scene)
        lines.append("The code is the body of a function. It shows with `self.play(…, run_time=…)` "
                     f"what happens; run times add up to `duration`, here {seconds:g} s.")
        grid = frame.grid_rect(layout)
        lines.append(f"The stage is x from {grid.x0:.1f} to {grid.x1:.1f}, y from {grid.y0:.1f} "
                     f"to {grid.y1:.1f}. Take away at the end what is not to stay.")
    lines.append("`o.NAME` is an object of the scene, `p.NAME` a param.")
    if scene is not None:
        lines += _params(scene)
    colors = ", ".join(f'"{look.palette[name]}" {name}' for name in (*look.beats, "red", "gray"))
    lines.append(f"Theme {look.name}: background {look.background}, ink \"{look.ink}\"; {colors}.")
    return "\n".join(lines)


def _params(scene: SceneSpec) -> Iterator[str]:
    """What params are at first, and what they are set to later."""
    goals: dict[str, list[object]] = {param.name: [param.initial] for param in scene.params}
    for beat in scene.beats:
        for step in beat.steps:
            values = step.args.get("values")
            for name, value in values.items() if isinstance(values, dict) else ():
                goals.setdefault(name, []).append(value)
    for name, given in goals.items():
        later = ", then ".join(dict.fromkeys(map(_shown, given[1:])))
        yield (f"`p.{name}` is {_shown(given[0])} at first"
               f"{f', goes to {later} and through all between' if later else ''}.")


def area_of(hatch: Hatch, scene: SceneSpec | None) -> tuple[float, float]:
    """Width and height, in scene units, that an object's picture may take."""
    layout = scene.layout if scene else "notes"
    for spec in scene.objects if scene else ():
        if hatch.node.span.start <= spec.span.start <= hatch.node.span.end and spec.place:
            target: object = spec.place.target
            if isinstance(target, tuple) and all(isinstance(part, int) for part in target):
                rect = frame.cell_rect(layout, target)
                return rect.width, rect.height
    return 2 * frame.column_width(layout), 2 * frame.ROW


def neighbours(
    timeline: Timeline, scene: SceneSpec | None, seen: SceneSeen | None, hatch: Hatch
) -> str:
    """Objects of the scene: what they are called, their kind, where they stand."""
    if scene is None:
        return "- nothing that is known"
    where: dict[str, str] = {}
    if seen is not None:
        measured = MeasuredScene(scene, seen, theme(timeline.theme))
        for moment in seen.ends():
            for row in rows(measured, moment):
                x0, y0 = frame.to_scene(scene.layout, row.bounds[:2])
                x1, y1 = frame.to_scene(scene.layout, row.bounds[2:])
                where[row.id] = (f" in {row.cells}: x {x0:.1f} to {x1:.1f}, "
                                 f"y {y0:.1f} to {y1:.1f}")
    lines = [f"- `o.{spec.id}`, a {spec.kind}{where.get(spec.id, '')}" for spec in scene.objects
             if spec.span != hatch.node.span]
    return "\n".join(lines[:30]) or "- nothing"


def suiting(intent: str, kind: str, api: Api) -> str:
    """Signatures: those that are always of use, and those that the intent's words call for."""
    wanted = [*ALWAYS, *(MOVING if kind == "action" else ())]
    return signatures([*dict.fromkeys([*wanted, *chosen(intent, api)])], api)


def signatures(names: Iterable[str], api: Api, keywords: Iterable[str] = ()) -> str:
    """A line for each name, and one for common methods."""
    lines = [f"- {signature.text(keywords)}" for name in names
             if (signature := api.constructor(api.alias(name)) or api.function(name))]
    for owner, methods in METHODS:
        found = (api.method(owner, name) for name in methods)
        lines.append("- any mobject: " + ", ".join(
            f".{one.text().partition('.')[2]}" for one in found if one))
    return "\n".join(lines)


def chosen(intent: str, api: Api) -> list[str]:
    """Names whose words, or whose first sentence's, the intent has."""
    words = {_stem(word) for word in re.findall(r"[a-z]{3,}", intent.lower())} - _COMMON
    found: dict[str, float] = {}
    for word in words:
        for name in _SYNONYMS.get(word, ()):
            found[name] = 5
    for name, own, doc in _vocabulary(api):
        score = 2 * len(words & own) + 0.4 * len(words & doc)
        if score >= 2:
            found[name] = max(found.get(name, 0), score)
    return sorted(found, key=lambda name: (-found[name], name))[:MOST]


@cache
def _vocabulary(api: Api) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    entries = []
    for signature in api.callables():
        name = signature.name
        if _ODD.search(name) or not name[0].isupper():
            continue
        own = {_stem(part) for part in re.findall(r"[A-Z]?[a-z]+", name)}
        doc = {_stem(word) for word in re.findall(r"[a-z]{4,}", api.doc(name).lower())}
        entries.append((name, frozenset(own), frozenset(doc)))
    return tuple(entries)


def used(code: str, api: Api, around: str = "") -> str:
    """Signatures of what a piece of code calls, with the keywords that it gives.

    Args:
        around: the code in which the piece stands, for the types of its names.
    """
    try:
        wrapper = MetadataWrapper(cst.parse_module(around or code), unsafe_skip_copy=True)
    except (cst.ParserSyntaxError, ValueError, RecursionError):
        return ""
    types = Types(api, wrapper.resolve(ScopeProvider))
    assigned(wrapper, types)
    wanted = set(re.findall(r"[A-Za-z_]\w*", code))
    found: dict[str, Signature] = {}
    for node in nodes(wrapper.module):
        if not isinstance(node, cst.Call):
            continue
        last = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
        if not isinstance(last, cst.Name) or last.value not in wanted:
            continue
        callee = types.of(node.func)
        if callee and callee.signature and not callee.name.startswith("np.") and (
                callee.name in api.names or callee.sort == "method"):
            found.setdefault(callee.signature.name, callee.signature)
    return "\n".join(f"- {signature.text(wanted)}" for signature in list(found.values())[:8])


def _stem(word: str) -> str:
    word = word.lower()
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _seconds(hatch: Hatch, scene: SceneSpec | None) -> float:
    for beat in scene.beats if scene else ():
        for step in beat.steps:
            if step.span == hatch.node.span:
                return step.frames / FPS
    return 1.0


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)
