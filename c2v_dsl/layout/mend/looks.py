"""Other sizes and colours for an object, and the other sides of a label."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ...diagnostics import Span
from ...patch.model import Operation, ReplaceBlock, Style
from ...semantics import frame
from ...semantics.lowered import Ref
from ...semantics.themes import HUES, contrast, rgb
from ...semantics.values import Color
from ...semantics.vocabulary import KINDS
from ...syntax import tree
from ...timeline.model import ObjectSpec
from ..rules.reading import READABLE
from .candidate import Candidate, Case, center, numeral
from .effects import Motion, Paint
from .trial import Box

SMALLER = (0.9, 0.8, 0.7, 0.6, 0.5)

LARGER = (1.5, 2.0, 2.5, 3.0)
"""How much larger things become that lie in a corner."""

SIZING = 0.8
"""What it costs to change a size at all."""

_SIZES = {"math": "math", "label": "label", "code": "code"}
"""Names in `Scale` of the sizes that kinds have by themselves; the others have that of texts."""

_AWAY = {"up": (0, 1), "down": (0, -1), "left": (-1, 0), "right": (1, 0)}


def smaller(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that shrink an object about where it stands."""
    for factor in SMALLER:
        found = _sized(case, name, factor, SIZING + 3 * (1 - factor))
        if found is not None:
            yield found


def larger(case: Case) -> Iterator[Candidate]:
    """Candidates that make small print readable: the least size that is, and a little more."""
    name = case.verdict.object
    now = case.verdict.amount * frame.ROW
    if now <= 0:
        return
    for more in (1.03, 1.15, 1.3):
        found = _sized(case, name, more * READABLE / now, SIZING + more)
        if found is not None:
            yield found


def _sized(case: Case, name: str, factor: float, cost: float) -> Candidate | None:
    """The object ``factor`` times as large, by `size` where it is words, else by `scale`."""
    spec = case.objects[name]
    entry = case.statements.declared(spec)
    if isinstance(entry, str):
        case.reason(entry)
        return None
    word, value = _size(case, spec, factor)
    if word is None:
        case.reason(f"`{name}` takes no other size")
        return None
    assert isinstance(entry.node, tree.ObjectDecl)
    alike = [other.id for other in case.scene.objects if other.span == spec.span]
    motions = tuple(_grown(case, other, factor) for other in alike)
    what = f"`{entry.node.name.text}`" if len(alike) > 1 else f"`{name}`"
    return Candidate(f"give {what} {word} {value}",
                     (Style(op="style", id=entry.id, set=f"{word} {value}"),),
                     tuple(m for m in motions if m is not None), cost + 0.1 * (len(alike) - 1))


def _size(case: Case, spec: ObjectSpec, factor: float) -> tuple[str | None, str]:
    kind = KINDS.get(spec.kind)
    styles = kind.styles if kind else ()
    if "size" in styles:
        scale = case.trial.theme.scale
        now = spec.style.get("size", getattr(scale, _SIZES.get(spec.kind, "text")))
        if isinstance(now, int | float):
            new = now * factor
            return "size", str(2 * ceil(new / 2) if factor > 1 else 2 * int(new / 2))
    if "scale" in styles:
        now = spec.style.get("scale", 1.0)
        if isinstance(now, int | float):
            return "scale", numeral(now * factor)
    return None, ""


def _grown(case: Case, name: str, factor: float) -> Motion | None:
    box = case.box(name)
    if box is None:
        return None
    return Motion(case.moved_with(name), (0.0, 0.0), (factor, factor), _anchor(case, name, box))


def _anchor(case: Case, name: str, box: Box) -> tuple[float, float]:
    """The point about which an object grows: the side on which it hangs, else its middle."""
    x, y = center(box)
    place = case.objects[name].place
    if place is None:
        return x, y
    x = {"left": box[0], "right": box[2], "right_of": box[0], "left_of": box[2]}.get(
        place.align or place.word, {"right_of": box[0], "left_of": box[2]}.get(place.word, x))
    y = {"above": box[1], "below": box[3]}.get(
        place.word, {"top": box[3], "bottom": box[1]}.get(place.align or "", y))
    return x, y


def colors(case: Case) -> Iterator[Candidate]:
    """Candidates that give words another colour: the same hue lighter or darker, then ink, black
    and white."""
    name = case.verdict.object
    spec = case.objects[name]
    entry = case.statements.declared(spec)
    if isinstance(entry, str):
        case.reason(entry)
        return
    if any(step.verb in ("color", "style") for step in case.steps_of(name)):
        case.reason(f"a beat gives `{name}` its colour")
        return
    now = spec.style.get("color")
    text = now.text if isinstance(now, Color) else ""
    hue = next((h for h in HUES if text.endswith(h)), None)
    named = [f"{shade}{hue}" for shade in ("", "light_", "dark_")] if hue else []
    alike = frozenset(other.id for other in case.scene.objects if other.span == spec.span)
    choices: list[tuple[str | None, float]] = [(n, 0.5 + 0.1 * k) for k, n in enumerate(named)]
    choices += [(None, 1.0), ("white", 1.2), ("black", 1.2)]
    theme = case.trial.theme
    for choice, cost in choices:
        if choice == text or (choice is None and now is None):
            continue
        shade = theme.ink if choice is None else theme.color(choice)
        operation: Operation = (
            Style(op="style", id=entry.id, unset=("color",)) if choice is None
            else Style(op="style", id=entry.id, set=f"color {choice}"))
        title = f"give `{name}` its own colour" if choice is None else f"colour `{name}` {choice}"
        yield Candidate(title, (operation,), (Paint(alike, rgb(shade)),),
                        cost - 0.02 * contrast(shade, theme.background))


def sides(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that put a label or brace to another side of what it names."""
    spec = case.objects[name]
    target = spec.args.get("obj")
    if spec.kind not in ("label", "brace") or not isinstance(target, Ref):
        return
    entry = case.statements.declared(spec)
    if isinstance(entry, str):
        case.reason(entry)
        return
    node = entry.node
    box, named = case.box(name), case.box(target.object)
    assert isinstance(node, tree.ObjectDecl)
    if box is None or named is None:
        return
    alike = [other.id for other in case.scene.objects if other.span == spec.span]
    if len(alike) > 1:
        case.reason(f"`{name}` is one of a family")
        return
    now = str(spec.args.get("side", "up" if spec.kind == "label" else "down"))
    given = next((a for a in node.call.args if a.name is not None and a.name.text == "side"), None)
    for side, (dx, dy) in _AWAY.items():
        if side == now or now not in _AWAY:
            continue
        if given is not None:
            changes = {given.value.span: side}
        else:
            end = node.call.span.end - 1
            changes = {node.call.span._replace(start=end, end=end): f", side={side}"}
        text = case.statements.with_changes(entry, changes)
        new = _mirrored(box, named, _AWAY[now], (dx, dy), bool(target.path) or "at" in spec.args)
        shift = center(new)[0] - center(box)[0], center(new)[1] - center(box)[1]
        opposite = (dx, dy) == (-_AWAY[now][0], -_AWAY[now][1])
        yield Candidate(f"put `{name}` on the other side: {side}",
                        (ReplaceBlock(op="replace_block", id=entry.id, text=text),),
                        (Motion(case.moved_with(name), shift),), 0.5 if opposite else 0.7)


def _mirrored(
    box: Box, named: Box, now: tuple[int, int], then: tuple[int, int], at_point: bool
) -> Box:
    """A label's box on another side of what it names, as far from it."""
    w, h = box[2] - box[0], box[3] - box[1]
    x, y = center(box)
    if at_point:
        gap = 0.15
        px, py = x - now[0] * (w / 2 + gap), y - now[1] * (h / 2 + gap)
        x, y = px + then[0] * (w / 2 + gap), py + then[1] * (h / 2 + gap)
    else:
        gaps = {(0, 1): box[1] - named[3], (0, -1): named[1] - box[3],
                (1, 0): box[0] - named[2], (-1, 0): named[0] - box[2]}
        gap = max(0.05, gaps[now])
        mx, my = center(named)
        x = {0: mx, 1: named[2] + gap + w / 2, -1: named[0] - gap - w / 2}[then[0]]
        y = {0: my, 1: named[3] + gap + h / 2, -1: named[1] - gap - h / 2}[then[1]]
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2


def roomier(case: Case) -> Iterator[Candidate]:
    """Candidates that make all that lies in a corner larger."""
    names = {p.object for p in case.moment.shown}
    spans: dict[Span, str] = {}
    for name in names:
        holder = case.holder(name) if name in case.objects else ""
        spec = case.objects.get(holder)
        if spec is not None and spec.kind not in ("label", "brace"):
            spans.setdefault(spec.span, holder)
    for factor in LARGER:
        parts = [_sized(case, name, factor, 0.0) for name in sorted(spans.values())]
        some = [part for part in parts if part is not None]
        if some and len(some) == len(parts):
            yield Candidate(
                ", ".join([some[0].title, *(p.title.removeprefix("give ") for p in some[1:])]),
                tuple(op for part in some for op in part.operations),
                tuple(effect for part in some for effect in part.effects), factor)
