"""Other sizes and colours for an object, and the other sides of a label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from ...diagnostics import Span
from ...diagnostics.codes import layout as codes
from ...patch.index import Entry
from ...patch.model import Place, ReplaceBlock, Style
from ...semantics import frame
from ...semantics.kind_lists import OWN_PLACE, WORDS
from ...semantics.lowered import Ref
from ...semantics.themes import HUES, rgb
from ...semantics.values import Color
from ...semantics.vocabulary import KINDS
from ...syntax import tree
from ...timeline.model import ObjectSpec
from ..rules.reading import READABLE
from .candidate import Candidate, Case, beyond, center, numeral
from .effects import Motion, Paint
from .trial import Box

SMALLER = (0.9, 0.8, 0.7, 0.6, 0.5)

PASSED = 0.8
"""By no more is shrunk what only passes over something."""

HALF = 0.5
"""What is shrunk so much is hardly what was meant."""

LARGER = (1.5, 2.0, 2.5, 3.0)
"""How much larger things become that lie in a corner."""

SIZING = 1.6
"""What it costs to make something smaller at all."""

READING = 0.8
"""What it costs to make something larger."""

_SIZES = {"math": "math", "label": "label", "code": "code"}
"""Names in `Scale` of the sizes that kinds have by themselves; the others have that of texts."""

_AWAY = {"up": (0, 1), "down": (0, -1), "left": (-1, 0), "right": (1, 0)}


def smaller(case: Case, name: str) -> Iterator[Candidate]:
    """Candidates that shrink an object about where it stands."""
    spec = case.objects[name]
    if spec.kind not in WORDS and (spec.plane is not None or spec.kind in OWN_PLACE):
        return
    for factor in SMALLER:
        if case.verdict.rule == codes.PASSING and factor < PASSED:
            break
        found = _sized(case, name, factor, SIZING + 3 * (1 - factor))
        box = case.box(name)
        if found is not None and box is not None:
            yield replace(found, cost=found.cost + beyond(case, box), safe=factor > HALF)


def larger(case: Case) -> Iterator[Candidate]:
    """Candidates that make small print readable: as large as small print is by itself, less where
    there is no room for that."""
    name = case.verdict.object
    now = case.verdict.amount * frame.ROW
    if now <= 0:
        return
    least = 1.03 * READABLE / now
    sizes = [least, 1.15 * least, 1.3 * least]
    size = case.objects[name].style.get("size")
    if isinstance(size, int | float):
        usual = case.trial.theme.scale
        sizes += [s / size for s in (usual.small, usual.tick) if s / size > least]
    for rank, factor in enumerate(sorted(sizes, reverse=True)):
        found = _sized(case, name, factor, READING + 0.2 * rank)
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
    """Candidates that give words another colour: the same hue lighter or darker, ink, black and
    white; or what they stand on."""
    name = case.verdict.object
    spec = case.objects[name]
    entry = case.statements.declared(spec)
    if isinstance(entry, str):
        case.reason(entry)
    elif any(step.verb == "color" for step in case.steps_of(name)):
        case.reason(f"a beat gives `{name}` its colour")
    else:
        yield from _recolored(case, spec, entry)
    yield from _other_ground(case)


def _recolored(case: Case, spec: ObjectSpec, entry: Entry) -> Iterator[Candidate]:
    now = spec.style.get("color")
    text = now.text if isinstance(now, Color) else ""
    alike = frozenset(other.id for other in case.scene.objects if other.span == spec.span)
    choices: list[tuple[str | None, float]] = [
        (shade, 0.3 + 0.05 * k) for k, shade in enumerate(_shades(text))]
    choices += [(None, 0.6), ("white", 0.7), ("black", 0.7)]
    theme = case.trial.theme
    on = _said_ground(case, spec)
    for choice, cost in choices:
        if choice == text or (choice is None and now is None):
            continue
        shade = theme.ink if choice is None else theme.color(choice)
        operation = (Style(op="style", id=entry.id, unset=("color",)) if choice is None
                     else Style(op="style", id=entry.id, set=f"color {choice}"))
        title = (f"give `{spec.id}` its own colour" if choice is None
                 else f"colour `{spec.id}` {choice}")
        paint = Paint(alike, rgb(shade))
        yield Candidate(title, (operation,), (paint,), cost)
        if on is not None:
            place, motion = on
            yield Candidate(f"{title}, {place.place}", (operation, place), (paint, motion),
                            cost + 0.3)


def _said_ground(case: Case, spec: ObjectSpec) -> tuple[Place, Motion] | None:
    """Words that stand on something placed `at` it, so that their colour is judged by that."""
    ground = case.objects.get(case.verdict.other)
    entry = case.statements.own_place(spec)
    if ground is None or isinstance(entry, str) or "[" in ground.id or spec.plane or (
        spec.kind == "label" or any(s.verb in ("move", "shift") for s in case.steps_of(spec.id))
    ):
        return None
    box, room = case.box(spec.id), case.box(ground.id)
    index = [other.id for other in case.scene.objects]
    if box is None or room is None or index.index(ground.id) > index.index(spec.id):
        return None
    (x0, y0), (x1, y1) = center(box), center(room)
    if abs(x1 - x0) + abs(y1 - y0) > frame.ROW / 2:
        return None
    return (Place(op="place", id=entry.id, place=f"at {ground.id}"),
            Motion(case.moved_with(spec.id), (x1 - x0, y1 - y0)))


def _shades(text: str) -> list[str]:
    hue = next((h for h in HUES if text.endswith(h)), None)
    return [f"{shade}{hue}" for shade in ("", "light_", "dark_")] if hue else []


def _other_ground(case: Case) -> Iterator[Candidate]:
    """Candidates that make lighter or darker what words stand on."""
    ground = case.objects.get(case.verdict.other)
    if ground is None:
        return
    entry = case.statements.declared(ground)
    fill = ground.style.get("fill")
    if isinstance(entry, str) or not isinstance(fill, tuple) or not isinstance(fill[0], Color):
        return
    share = fill[1] if isinstance(fill[1], int | float) else None
    alike = frozenset(other.id for other in case.scene.objects if other.span == ground.span)
    for number, shade in enumerate(_shades(fill[0].text)):
        if shade != fill[0].text:
            words = f"fill {shade}" + (f" {numeral(share)}" if share is not None else "")
            yield Candidate(
                f"{words.replace('fill', f'fill `{ground.id}`', 1)}",
                (Style(op="style", id=entry.id, set=words),),
                (Paint(alike, rgb(case.trial.theme.color(shade)), "area"),), 1.3 + 0.05 * number)


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
