"""Styles and places of generated objects."""

from __future__ import annotations

from c2v_dsl.semantics.vocabulary import KINDS

from .scenes import NOTHING, PAINT, Scene, Thing

FONTS = ("Source Sans Pro", "No Such Font")
SOLID = ("circle", "square", "rect", "ellipse", "triangle", "star", "annulus", "sector", "text",
         "math", "table", "array", "bars", "image", "svg", "icon", "number", "code", "matrix")


def style(scene: Scene, kind: str, follow: int = 20) -> tuple[str, frozenset[str]]:
    """Style words that mean something for ``kind``, and the properties that follow a param."""
    words: list[str] = []
    locked: set[str] = set()
    for word in KINDS[kind].styles:
        if not scene.chance(22):
            continue
        text, live = _word(scene, word, follow)
        words.append(text)
        if live:
            locked |= {"color": PAINT, "scale": {"size"}, "size": {"size"},
                       "rotated": {"rotation"}}.get(word, {word})
    return " ".join(words), frozenset(locked)


def _word(scene: Scene, word: str, follow: int) -> tuple[str, bool]:
    match word:
        case "color":
            paint, live = scene.paint(follow)
            return f"color {paint}", live
        case "fill":
            if scene.chance(20):
                return "fill none", False
            paint, live = scene.paint(follow)
            opacity, follows = scene.value(0.1, 0.6, follow)
            return f"fill {paint} ({opacity})", live or follows
        case "stroke":
            paint, live = scene.paint(follow)
            return scene.pick((f"stroke {paint} 3", f"stroke {paint}", f"stroke {paint} 0.5")), live
        case "glow":
            return f"glow {scene.color()}", False
        case "size":
            size, live = scene.value(24, 48, follow)
            return f"size ({size})", live
        case "scale":
            factor, live = scene.value(0.4, 1.3, follow)
            return f"scale ({factor})", live
        case "opacity":
            opacity, live = scene.value(0.3, 0.8, follow)
            return scene.pick(("opacity 40%", f"opacity ({opacity})")), live
        case "rotated":
            if scene.params and scene.chance(follow):
                return f"rotated (30deg * {scene.pick(scene.params)})", True
            return scene.pick(("rotated 30deg", "rotated -90deg", "rotated 0.5")), False
        case "font":
            return f'font "{scene.pick(FONTS)}"', False
        case "layer":
            return f"layer {scene.count(0, 3)}", False
    return word, False


def place(scene: Scene, *, large: bool = False) -> tuple[str, frozenset[str]]:
    """Where something free stands, and what of that follows a param."""
    anchors = [t for t in scene.things if t.kind in SOLID and not t.plane]
    forms = ["at", "point", *(["near", "near", "inside"] if anchors else []),
             *(["between"] if len(anchors) > 1 else []), *(["on"] if _planes(scene) else [])]
    if large or scene.chance(40):
        return f"in {scene.area()}", NOTHING
    match scene.pick(forms):
        case "point":
            point, live = scene.point()
            return f"at {point}", frozenset({"position"} if live else ())
        case "near":
            return beside(scene, scene.pick(anchors)), NOTHING
        case "inside":
            return f"{scene.pick(('inside', 'at'))} {scene.pick(anchors).name}", NOTHING
        case "between":
            one, other = scene.some(anchors, 2)[0], scene.pick(anchors)
            return f"between {one.name}, {other.name}", NOTHING
        case "on":
            return f"on {scene.pick(_planes(scene)).name} at (1, 1)", NOTHING
    return f"at {scene.pick((scene.cell(), f'cell({scene.count(0, 5)}, 2)', 'B2:C4'))}", NOTHING


def beside(scene: Scene, anchor: Thing) -> str:
    """``below b gap 0.3 align left``."""
    word = scene.pick(("above", "below", "left_of", "right_of"))
    aligns = ("left", "right") if word in ("above", "below") else ("top", "bottom")
    gap = scene.pick(("", "", " gap 0.2", " gap 0"))
    align = f" align {scene.pick(aligns)}" if scene.chance(30) else ""
    return f"{word} {anchor.name}{gap}{align}"


def _planes(scene: Scene) -> list[Thing]:
    return scene.of("axes", "plane")
