"""Words: texts, formulas, listings, lists of points, numbers, labels."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from ..atoms import atoms
from ..build import Build
from ..geometry import Box, Points, along, arc, flatten, tight_box
from ..leaves import Leaf, Model, Path, shape_key
from ..live import _has_live, value
from ..paint import RGB, Paint
from ..target import Target
from ..thing import Thing
from ..typeset import Setting, typeset, typeset_math

__all__ = ["bullets", "code", "label", "math", "number", "text"]


def text(text: Any, pieces: Any = ()) -> Thing:
    """Words, with maths between dollar signs."""
    return Thing("text", _text, {"text": text}, rigid=True, entrance="write")


def math(latex: Any, pieces: Any = ()) -> Thing:
    """A formula in LaTeX."""
    return Thing("math", _math, {"text": latex}, rigid=True, entrance="write")


def number(value: Any, decimals: int = 2) -> Thing:
    """A number that follows what it shows."""
    return Thing("number", _number, {"value": value, "decimals": decimals}, rigid=True,
                 entrance="write")


def label(text: Any, obj: Target, side: str = "up", at: Any = None, pieces: Any = ()) -> Thing:
    """A name that stays beside an object; ``at`` a share of a line's length or an x on a curve."""
    args = {"text": text, "obj": obj, "side": side, "at": at}
    return Thing("label", _label, args, rigid=True, entrance="write")


def bullets(*items: Any) -> Thing:
    """A list of points, one below another."""
    return Thing("bullets", _bullets, {"items": items}, rigid=True, entrance="write")


def code(listing: str, lang: str = "python") -> Thing:
    """A listing with its syntax coloured."""
    return Thing("code", _code, {"text": listing, "lang": lang}, rigid=True, entrance="write")


_settings = itertools.count()


def size_of(b: Build, default: float) -> float:
    return float(b.style.get("size", default))


def words(b: Build, source: str, default: float | None = None, **more: Any) -> Setting:
    """Words in the thing's style."""
    style = b.style
    return typeset(
        source,
        size=size_of(b, b.theme.scale.text if default is None else default),
        bold=bool(style.get("bold")),
        italic=bool(style.get("italic")),
        font=style.get("font"),
        **more,
    )


def put(
    b: Build,
    model: Model,
    setting: Setting,
    at: Points,
    path: Path | None = (),
    color: RGB | None = None,
    rigid: bool | None = None,
    centered: str = "ink",
    **more: Any,
) -> list[int]:
    """Add a setting's glyphs around a local point; ``path`` names them (None: no parts).

    ``centered``: ``ink`` centres what is seen, ``line`` the layout box.
    """
    rigid = b.on_plane if rigid is None else rigid
    x0, y0, x1, y1 = setting.ink
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    if centered == "line":
        middle = np.array([(x0 + x1) / 2, 0.0])
    color = color or b.ink
    first = len(model.leaves)
    at = np.asarray(at, float)
    scale = 1 / b.row()
    belongs = atoms(setting.source, setting.kind)
    setting_number = next(_settings)
    for glyph in setting.glyphs:
        shade = b.rgb(glyph.color) if glyph.color else color
        outline = glyph.outline - middle
        if not rigid:
            outline = outline * scale + at
        role = "own" if glyph.color else "word"
        leaf = Leaf(
            outline, Paint(shade, 1.0, shade, 0.0), role,  # type: ignore[arg-type]
            anchor=at if rigid else None, key=shape_key(glyph.outline), closed=True,
            em=setting.em if rigid else setting.em * scale,
            atom=(setting_number, *belongs[glyph.start]) if glyph.start < glyph.end else None,
            **more,
        )
        model.put(leaf)
    added = list(range(first, len(model.leaves)))
    if path is not None:
        name(model, setting, first, path)
    return added


def name(model: Model, setting: Setting, first: int, path: Path) -> None:
    """Make pieces, characters and lines of a setting parts under ``path``."""
    count = len(setting.glyphs)
    if path:
        model.parts.setdefault(path, []).extend(range(first, first + count))
    before = model.pieces

    def find(wanted: Path) -> list[int] | None:
        if wanted[: len(path)] == path and len(wanted) == len(path) + 1:
            step = wanted[-1]
            found = _find(setting, step)
            if found is not None:
                return [first + i for i in found]
        return before(wanted) if before else None

    model.pieces = find


def _find(setting: Setting, step: tuple[Any, ...]) -> list[int] | None:
    if step[0] == "piece":
        found = setting.pieces(step[1])
        which = step[2] if len(step) > 2 else 0
        if which == "all":
            return [i for group in found for i in group]
        return list(found[which]) if which < len(found) else None
    if step[0] == "char":
        chars = setting.chars
        return list(chars[step[1]]) if 0 <= step[1] < len(chars) else None
    return None


ORIGIN = np.zeros(2)


def _text(b: Build) -> Model:
    model = Model()
    source = str(b("text", ""))
    live = callable(b.thing.args["text"])
    setting = words(b, source, tabular=live, align=_side(b))
    if not live:
        setting = _in_lines(b, setting)
    put(b, model, setting, ORIGIN)
    if not b.on_plane:
        model.line = line_of(b, setting)
        if len(setting.baselines) == 1:
            model.middle = model.line[1] + CAPITALS / 2 * setting.em / b.row()
    return model


CAPITALS = 0.66
"""Height of capitals and digits, in ems."""

AXIS = 0.25
"""Height of the bars of fractions and of equals signs above the baseline, in ems."""

FLAT = 0.25
"""A formula whose equals sign is less than this off its middle, in ems, stands in its cell by that
sign, so that formulas side by side stand on one line whatever their indices and exponents."""


def _in_lines(b: Build, setting: Setting) -> Setting:
    """Words too wide for their area, in as many lines of about one length as let them stay
    largest; live ones stay on one line, or they would jump."""
    room = b.room()
    if room is None or not setting.width or not setting.height:
        return setting
    width, height = room
    alone = min(1.0, width / setting.width, height / setting.height)
    source, em = setting.source, setting.em
    if alone >= 1.0 or " " not in source.strip():
        return setting
    leading = b.theme.scale.leading * em
    scale = max(
        min(1.0, height / (setting.height + (n - 1) * leading), n * width / setting.width)
        for n in range(1, MOST_LINES + 1)
    )
    while scale > alone:
        broken = words(b, source, align=_side(b), width=width / scale)
        wide = broken.ink[2] - broken.ink[0]
        if broken.height * scale <= height * 1.001 and wide * scale <= width * 1.001:
            return _evenly(b, broken, width / scale)
        scale *= 0.94
    return setting


MOST_LINES = 12


def _side(b: Build) -> str:
    """The edge that the lines of words share."""
    place = b.thing.place
    return place.align if place is not None and place.align in ("left", "right") else "center"


def _evenly(b: Build, setting: Setting, width: float) -> Setting:
    """The same words in no more lines, broken so that the lines are about equally long."""
    count = len(setting.baselines)
    low, high = width / 2, width
    while count > 1 and high - low > width / 16:
        middle = (low + high) / 2
        trial = words(b, setting.source, align=_side(b), width=middle)
        if len(trial.baselines) > count or trial.ink[2] - trial.ink[0] > middle + 1e-6:
            low = middle
        else:
            high, setting = middle, trial
    return setting


def line_of(b: Build, setting: Setting) -> tuple[float, float]:
    """Heights, about the middle of their ink, of words' line box and of their baseline."""
    middle = (setting.ink[1] + setting.ink[3]) / 2
    scale = 1 / b.row()
    return -middle * scale, (setting.baseline - middle) * scale


def _math(b: Build) -> Model:
    model = Model()
    setting = typeset_math(str(b("text", "")), size=size_of(b, b.theme.scale.math))
    put(b, model, setting, ORIGIN)
    if not b.on_plane:
        em, baseline = setting.em / b.row(), line_of(b, setting)[1]
        model.middle = baseline + AXIS * em
        flat = abs(model.middle) < FLAT * em
        model.line = (model.middle if flat else 0.0, baseline)
    return model


def _number(b: Build) -> Model:
    from ...semantics.values import show

    model = Model()
    shown = show(b("value"), f".{int(b.thing.args['decimals'])}")
    setting = words(b, shown.replace("-", "−"), tabular=True)
    put(b, model, setting, ORIGIN)
    if not b.on_plane:
        model.line = line_of(b, setting)
    return model


def _bullets(b: Build) -> Model:
    model = Model()
    place = b.thing.place
    size = size_of(b, b.theme.scale.text)
    area = b.area() if place is not None else None
    row = b.row()
    em = size * 0.01
    indent = 0.9 * em
    width = (area.width * row if area else 6 * row) - indent
    top = 0.0
    for i, item in enumerate(b.thing.args["items"]):
        setting = words(b, str(value(item)), width=max(width, 2 * em))
        x0, _, x1, _ = setting.ink
        half = setting.height / 2
        at = np.array([0.0, top - half])
        middle = np.array([(x0 + x1) / 2, 0.0])
        path: Path = (("item", i),)
        shift = np.array([indent + setting.width / 2, 0.0])
        dot_at = np.array([0.16 * em, top - half + setting.baseline + 0.27 * em])
        accent = b.rgb(b.theme.accent)
        model.add(
            (arc(0, 2 * np.pi, 0.11 * em) + dot_at) / row, b.solid(accent), "word", (path,),
            closed=True,
        )
        put(b, model, setting, (at + shift + middle) / row, path, rigid=False, centered="line")
        top -= setting.height + 0.55 * em
    return model


def _code(b: Build) -> Model:
    from ..typeset import typeset_code

    model = Model()
    setting = typeset_code(
        str(b("text", "")), str(b("lang", "python")), size=size_of(b, b.theme.scale.code)
    )
    row = b.row()
    pad = 0.22
    w, h = setting.width / 2 + pad, setting.height / 2 + pad
    from .shapes import rounded

    panel = b.rgb(b.theme.panel)
    edge = b.rgb(b.theme.grid)
    paint = Paint(panel, 1.0, edge, 1.5)
    model.add(rounded(Box(-w, -h, w, h), 0.12) / row, paint, "shape", soft=True, closed=True)
    first = len(model.leaves)
    x0, _, x1, _ = setting.ink
    put(b, model, setting, np.array([(x0 + x1) / 2, 0.0]) / row, centered="line")
    lines = {glyph.line for glyph in setting.glyphs}
    for line in sorted(lines):
        model.parts[(("line", line),)] = [first + i for i in setting.line(line)]
    return model


def _label(b: Build) -> Model:
    model = Model()
    setting = words(b, str(b("text", "")), b.theme.scale.label,
                    tabular=callable(b.thing.args["text"]))
    at = b.to_scene.inverse()(label_point(b, setting))
    added = put(b, model, setting, at)
    if added:
        around = np.vstack([model.leaves[i].outline for i in added])
        shade = b.rgb(b.theme.background)
        model.put(Leaf(around, Paint(shade, 0.0, shade, 7.0, 0.7), "own",
                       model.leaves[added[0]].anchor, plain=True, soft=True))
        model.behind()
    return model


def label_point(b: Build, setting: Setting) -> Points:
    """Scene point of the label's centre beside its object."""
    obj: Target = b.thing.args["obj"]
    side = b.thing.args["side"]
    share = b("at")
    x0, y0, x1, y1 = setting.ink
    half = np.array([(x1 - x0) / 2, (y1 - y0) / 2])
    gap = 0.13
    direction = {
        "up": np.array([0.0, 1.0]), "down": np.array([0.0, -1.0]),
        "left": np.array([-1.0, 0.0]), "right": np.array([1.0, 0.0]),
    }[side]
    kind = obj.thing.kind
    if kind in LINES if not obj.path else obj.thing.way_of(obj.path) is not None:
        way = obj.way()
        spot = along(way, 0.5 if share is None else float(share))
        if share is None and _runs(way, direction):
            far = way[[0, -1]][int(np.argmax(way[[0, -1]] @ direction))]
            return np.asarray(far + direction * (half + gap))
        return _beside_line(way, spot, direction, half, gap)
    if not obj.path and kind in ("plot", "parametric", "implicit") :
        spot = curve_spot(obj.thing, share)
        ways = [points for points in obj.thing.outlines() if len(points)]
        return _beside_line(np.vstack(ways), spot, direction, half, gap + 0.04)
    box = obj.box()
    spot = np.asarray(box.side(side) + direction * (half + gap))
    return _clear_of_furniture(obj.thing, spot, direction, half)


def _clear_of_furniture(thing: Thing, spot: Points, direction: Points, half: Points) -> Points:
    """The least way aside from numbers and lines of the axes, for a label of a thing at rest."""
    plane = thing.plane
    if plane is None or not thing.motion.still or any(map(_has_live, thing.args.values())):
        return spot
    numbers, lines = furniture(plane)
    if not numbers and not lines:
        return spot
    across = np.abs(direction[::-1])

    def cost(far: float, aside: float) -> float:
        at = spot + direction * far + across * aside
        touched = sum(_over(at, half, box, 0.05) for box in numbers)
        crossed = sum(_over(at, half, box, 0.04) for box in lines)
        return 10.0 * touched + 3.0 * crossed + abs(far) + 0.8 * abs(aside)

    fars = (0.0, -0.03, -0.06, 0.08, 0.16, 0.26, 0.38, 0.5)
    ways = itertools.product(fars, (0.0, 0.1, -0.1, 0.22, -0.22))
    far, aside = min(ways, key=lambda way: cost(*way))
    return np.asarray(spot + direction * far + across * aside)


def furniture(plane: Thing) -> tuple[list[Box], list[Box]]:
    """Boxes in the scene of a plane's numbers, glyph by glyph, and of its axes."""
    model = plane.model()
    axes = {i for name in ("x", "y") for i in model.parts.get(((name,),), ())}
    numbers: list[Box] = []
    lines: list[Box] = []
    for i, (leaf, points) in enumerate(zip(model.leaves, plane.outlines(), strict=True)):
        box = tight_box(points) if i in axes and len(points) and not leaf.plain else None
        if box is None:
            continue
        if leaf.stage == 2:
            numbers.append(box)
        else:
            lines.append(box)
    return numbers, lines


def _over(at: Points, half: Points, box: Box, air: float) -> bool:
    off = np.abs(at - box.center) - half - np.array([box.width, box.height]) / 2
    return bool((off < air).all())


LINES = ("line", "arrow", "double_arrow", "curve", "curved_arrow", "vector", "tangent", "secant",
         "path", "arc")


def curve_spot(thing: Thing, share: Any) -> Points:
    """The scene point of a curve at an x (or a parameter), its middle if none is given."""
    data = thing.model().data
    if share is not None and data is not None and "at" in data:
        finder: Callable[[float], Points] = data["at"]
        return thing.to_scene()(finder(float(share)))
    ways = [flatten(points) for points in thing.outlines() if len(points)]
    if not ways:
        from ..target import Gone

        raise Gone("curve")
    longest = max(ways, key=len)
    return np.asarray(longest[len(longest) // 2])


def _runs(way: Points, direction: Points) -> bool:
    """Whether a straight line runs towards the label's side, so that beside it is on it."""
    chord = way[-1] - way[0]
    size = float(np.hypot(*chord))
    return size > 1e-9 and len(way) <= 4 and abs(float(chord @ direction)) > 0.9 * size


def _beside_line(
    way: Points, spot: Points, direction: Points, half: Points, gap: float
) -> Points:
    """Off the line far enough that the words' box does not touch it."""
    from ..geometry import lengths

    dense = flatten(way, 16)
    done = lengths(dense)
    nearest = int(np.argmin(np.abs(dense - spot).sum(axis=1)))
    a, b = dense[max(0, nearest - 1)], dense[min(len(dense) - 1, nearest + 1)]
    tangent = b - a
    size = float(np.hypot(*tangent))
    if size < 1e-9 or done[-1] < 1e-9:
        return np.asarray(spot + direction * (half + gap))
    normal = np.array([-tangent[1], tangent[0]]) / size
    if normal @ direction < -1e-6:
        normal = -normal
    elif abs(normal @ direction) <= 1e-6:
        return np.asarray(spot + direction * (half + gap))
    reach = float(np.abs(normal) @ half) + gap
    return np.asarray(spot + normal * reach)
