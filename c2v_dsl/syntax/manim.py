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

_CALL = re.compile(r"(?:self\s*\.\s*)?([A-Za-z]\w*)\s*\((.*)\)\s*;?", re.DOTALL)
_TIME = re.compile(r"(?:run_time|duration)\s*=\s*([0-9.]+)")


def translate(text: str) -> str | None:
    """The statement ``text`` in this language; None if that is not certain."""
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
    for end in range(max(opener, start), len(site.text)):
        level += (site.text[end] == "(") - (site.text[end] == ")")
        if level == 0:
            break
    else:
        return None
    end += 1
    better = translate(site.text[start:end]) if opener >= 0 else None
    if better is None:
        return None
    tokens = lex(better, site.tables, site.path).tokens[:-1]
    placed = tuple(token._replace(start=start, end=end) for token in tokens)
    if site.machine.reach(placed, site.base) != len(placed):
        return None
    return better, end, placed
