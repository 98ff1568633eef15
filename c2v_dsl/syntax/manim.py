"""Calls of Manim in this language: ``self.play(FadeIn(a), run_time=2)`` is ``show a over 2s``."""

from __future__ import annotations

import re

from .lexer import Token, lex
from .site import Site

VERBS = {
    "FadeIn": "show", "FadeOut": "hide", "Create": "draw", "ShowCreation": "draw",
    "DrawBorderThenFill": "draw", "Uncreate": "erase", "Write": "write", "Unwrite": "erase",
    "AddTextLetterByLetter": "write", "GrowFromCenter": "grow", "GrowArrow": "grow",
    "GrowFromPoint": "grow", "GrowFromEdge": "grow", "SpinInFromNothing": "grow",
    "ShrinkToCenter": "shrink", "Indicate": "highlight", "Circumscribe": "outline",
    "Flash": "flash", "FocusOn": "focus", "Wiggle": "wiggle", "ApplyWave": "wiggle",
    "ShowPassingFlash": "pulse", "Wait": "wait", "Rotate": "rotate", "Rotating": "rotate",
    "MoveAlongPath": "move", "Transform": "morph", "ReplacementTransform": "morph",
    "TransformMatchingTex": "morph", "TransformMatchingShapes": "morph", "FadeTransform": "morph",
    "TransformFromCopy": "copy", "MoveToTarget": "move", "ApplyMatrix": "apply", "Swap": "swap",
    "AnimationGroup": "together", "LaggedStart": "stagger", "Succession": "together",
}
FORMS = {
    "morph": "morph a into b", "copy": "copy a into b", "wait": "wait 1s",
    "move": "move a along path", "rotate": "rotate a by 90deg", "apply": "apply M to a",
    "together": "together { show a; draw b }", "stagger": "stagger 0.1s { show a; show b }",
    "swap": "swap a, b", "pulse": "pulse a along b",
}
"""How a verb is written that takes more than targets."""

LONGEST = 4000
"""Characters of a call that is looked at."""

_CALL = re.compile(r"(?:self\s*\.\s*)?([A-Za-z]\w*)\s*\((.*)\)\s*;?", re.DOTALL)
_TIME = re.compile(r"(?:run_time|duration)\s*=\s*([0-9.]+)")


_METHOD = re.compile(
    r"([A-Za-z]\w*(?:\[[^\]]*\])*)\s*\.\s*(?:animate\s*\.\s*)?(\w+)\s*\((.*)\)", re.DOTALL)
_DIRECTIONS = {"UP": (0, 1), "DOWN": (0, -1), "LEFT": (-1, 0), "RIGHT": (1, 0), "UL": (-1, 1),
               "UR": (1, 1), "DL": (-1, -1), "DR": (1, -1), "ORIGIN": (0, 0)}
_SIDES = {"UP": "above", "DOWN": "below", "LEFT": "left_of", "RIGHT": "right_of"}
_STEP = re.compile(r"(?:([0-9.]+)\s*\*\s*)?([A-Z]+)(?:\s*\*\s*([0-9.]+))?")


def _point(text: str) -> str | None:
    """``2 * UP + LEFT`` as a point."""
    x = y = 0.0
    for part in re.split(r"\+", text):
        found = _STEP.fullmatch(part.strip().lstrip("-").strip())
        if found is None or found.group(2) not in _DIRECTIONS:
            return None
        factor = float(found.group(1) or found.group(3) or 1)
        factor *= -1 if part.strip().startswith("-") else 1
        across, upwards = _DIRECTIONS[found.group(2)]
        x, y = x + factor * across, y + factor * upwards
    return f"({x + 0:g}, {y + 0:g})"


def _method(text: str) -> str | None:
    """``a.animate.shift(UP)`` in this language."""
    found = _METHOD.fullmatch(text.strip())
    parts = _split(found.group(3)) if found else None
    if found is None or not parts or found.group(1) == "self":
        return None
    name, method, first = found.group(1), found.group(2), parts[0]
    plain = re.fullmatch(r"[A-Za-z0-9_.]+", first) is not None
    color = re.sub(r"_[CD]$", "", first).lower() if re.fullmatch(r"[A-Z]+(_[CD])?", first) else ""
    match method:
        case "shift" if point := _point(first):
            return f"shift {name} by {point}"
        case "move_to" if point := _point(first):
            return f"move {name} to {point}"
        case "move_to" if plain and not first[0].isdigit():
            return f"move {name} to {first}"
        case "next_to" if plain:
            side = _SIDES.get(parts[1] if len(parts) > 1 else "RIGHT")
            return f"move {name} {side} {first}" if side else None
        case "scale" if plain:
            return f"scale {name} by {first}"
        case "rotate" if turn := re.fullmatch(r"([0-9.]+)\s*\*\s*DEGREES", first):
            return f"rotate {name} by {turn.group(1)}deg"
        case "rotate" if re.fullmatch(r"[0-9.*/ ]*PI[0-9.*/ ]*", first):
            return f"rotate {name} by {first.replace('PI', 'pi')}"
        case "set_color" if color:
            return f"color {name} {color}"
        case "set_opacity" if plain:
            return f"dim {name} to {first}"
        case "set_value" if plain:
            return f"set {name} to {first}"
    return None


def translate(text: str) -> str | None:
    """The statement ``text`` in this language; None if that is not certain."""
    if (moved := _method(text)) is not None:
        return moved
    found = _CALL.fullmatch(text.strip())
    if found is None or '"' in text or "'" in text:
        return None
    name, inner = found.groups()
    parts = _split(inner)
    if parts is None:
        return None
    if name == "wait" and len(parts) <= 1:
        length = parts[0] if parts else "1"
        return f"wait {length}s" if re.fullmatch(r"[0-9]+(\.[0-9]+)?", length) else None
    if name in ("add", "remove"):
        return f"{name} {', '.join(parts)}" if parts else None
    if name != "play":
        return _animation(text)
    times = [match.group(1) for part in parts if (match := _TIME.fullmatch(part))]
    calls = [part for part in parts if not re.match(r"\w+\s*=", part)]
    actions = [_animation(call) for call in calls]
    if not actions or None in actions:
        return None
    over = f" over {times[0]}s" if times else ""
    said = [f"{action}{over if ' over ' not in str(action) else ''}" for action in actions]
    return said[0] if len(said) == 1 else "together { " + "; ".join(said) + " }"


def _animation(text: str) -> str | None:
    if (moved := _method(text)) is not None:
        return moved
    found = _CALL.fullmatch(text.strip())
    verb = VERBS.get(found.group(1)) if found else None
    parts = _split(found.group(2)) if found else None
    if verb is None or not parts:
        return None
    targets = [part for part in parts if not re.match(r"\w+\s*=(?!=)", part)]
    times = [match.group(1) for part in parts if (match := _TIME.fullmatch(part))]
    over = f" over {times[0]}s" if times else ""
    if any(not re.fullmatch(r"[A-Za-z_]\w*(\[[^\]]*\])*", target) for target in targets):
        return None
    if verb in ("morph", "copy") and len(targets) == 2:
        return f"{verb} {targets[0]} into {targets[1]}{over}"
    if verb in FORMS or not targets:
        return None
    return f"{verb} {', '.join(targets)}{over}"


def _split(text: str) -> list[str] | None:
    """The arguments in ``text``; None if its brackets do not match."""
    parts, level, start = [], 0, 0
    for index, char in enumerate(text):
        level += (char in "([{") - (char in ")]}")
        if level < 0:
            return None
        if char == "," and level == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part] if level == 0 else None


def statement(site: Site) -> tuple[str, int, tuple[Token, ...]] | None:
    """The statement at a mistake in this language, where it ends in the file, and its tokens."""
    start = site.head.start
    opener = site.text.find("(", start, site.line_end)
    level = 0
    for end in range(max(opener, start), min(len(site.text), start + LONGEST)):
        level += (site.text[end] == "(") - (site.text[end] == ")")
        if level == 0:
            break
    else:
        return None
    end += 1
    if site.text[end : end + 1] == ".":
        return None
    better = translate(site.text[start:end]) if opener >= 0 else None
    if better is None:
        return None
    tokens = lex(better, site.tables, site.path).tokens[:-1]
    placed = tuple(token._replace(start=start, end=end) for token in tokens)
    if site.machine.reach(placed, site.base) != len(placed):
        return None
    return better, end, placed
