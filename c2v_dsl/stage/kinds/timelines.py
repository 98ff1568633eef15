"""Events along a line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...semantics.dates import positions
from ..build import Build
from ..geometry import Box, Points, arc, polyline
from ..leaves import Model, Path
from ..paint import Paint
from ..thing import Thing
from ..typeset import Setting
from .graph_layouts import spread
from .graph_nodes import scaled
from .tables import written
from .words import put, size_of

__all__ = ["timeline"]

LEAST = 12.0
"""Least size of letters, in points."""

WIDTHS = (4.6, 5.6, 7.0, 8.6, 10.5, 13.0)
"""Widths, in ems, at which the words of an event may be wrapped."""

_DISC = arc(0, 2 * np.pi)


def timeline(events: Any, pieces: Any = ()) -> Thing:
    """Events along a line of time."""
    return Thing("timeline", _timeline, {"events": events}, fit="fill")


@dataclass
class Card:
    """A date over what happened then; ``size`` of both together, in scene units."""

    date: Setting
    text: Setting
    size: Points
    gap: float


@dataclass
class Plan:
    """Where everything stands: along the line, and away from it.

    ``spots`` and ``centers`` are along the line (of the dots and of the cards), ``sides`` is 1
    above (or right of) the line, -1 below, ``off`` how far each card's middle is from the line.
    """

    cards: list[Card]
    spots: Points
    centers: Points
    sides: list[int]
    off: Points
    fits: bool


def _timeline(b: Build) -> Model:
    given = b("events") or ()
    live = callable(b.thing.args["events"])
    texts = [(written(event[0], live).replace("-", "−") if not isinstance(event[0], str)
              else event[0], written(event[1], live)) for event in given]
    wide = min(9.0, 1.4 * len(given) + 1.5)
    area = b.area() or Box(-wide / 2, -1.6, wide / 2, 1.6)
    row = b.row()
    room = np.array([area.width, area.height]) * row
    shares = _shares([event[0] for event in given])
    upright = room[1] > 1.15 * room[0]
    size = size_of(b, b.theme.scale.label)
    while True:
        em = size * 0.01
        if upright:
            plan = _upright(b, texts, shares, room, size)
        else:
            plan = _level(b, texts, shares, room, size)
        if plan.fits or size <= LEAST or "size" in b.style:
            break
        size = max(LEAST, size * 0.93)
    return _drawn(b, plan, area.center * row, room, upright, em, area)


def _shares(dates: list[Any]) -> Points:
    """Where the dates stand between the line's first and last event, from 0 to 1."""
    found = positions(dates)
    if found is None or max(found) - min(found) <= 0:
        count = len(dates)
        return np.linspace(0, 1, count) if count > 1 else np.array([0.5])
    numbers = np.array(found)
    return np.asarray((numbers - numbers.min()) / (numbers.max() - numbers.min()))


def _cards(
    b: Build, texts: Sequence[tuple[str, str]], size: float, width: float, align: str
) -> list[Card]:
    font = b.style.get("font")
    cards = []
    for date, text in texts:
        head = scaled(date, size * 0.96, bold=True, font=font)
        words = scaled(text, size * 0.9, width / 0.9, font=font, align=align, leading=1.12)
        x0, _, x1, _ = words.ink
        gap = 0.12 * size * 0.01
        wide = max(x1 - x0, head.ink[2] - head.ink[0])
        cards.append(Card(head, words, np.array([wide, head.height + words.height + gap]), gap))
    return cards


def _level(
    b: Build, texts: Sequence[tuple[str, str]], shares: Points, room: Points, size: float
) -> Plan:
    """A line from left to right; cards above and below in turn, in one row on each side, or in
    two where one has no room."""
    em = size * 0.01
    order = list(np.argsort(shares, kind="stable"))
    widths = [width for width in WIDTHS if width * em <= room[0]] or [float(room[0]) / em]
    every = [_cards(b, texts, size, width, "center") for width in widths]
    plans: list[tuple[bool, float, Plan]] = []

    def judged(cards: list[Card], lanes: int) -> tuple[bool, float, Plan]:
        plan = _placed(cards, order, shares, room, lanes, em)
        aside = float(np.abs(plan.spots - plan.centers).mean()) / em
        lines = float(np.mean([len(card.text.baselines) for card in cards]))
        return not plan.fits, aside + 0.9 * lines + 1.5 * (lanes - 1), plan

    for lanes in (1, 2):
        plans += [judged(cards, lanes) for cards in every]
        if any(plan.fits for *_, plan in plans):
            break
    best = min(plans, key=lambda entry: entry[:2])
    lanes = 1 if any(best is plan for plan in plans[: len(every)]) else 2
    for k in sorted(order, key=lambda i: -len(best[2].cards[i].text.baselines)):
        for cards in every:
            if len(cards[k].text.baselines) < len(best[2].cards[k].text.baselines):
                other = judged([*best[2].cards[:k], cards[k], *best[2].cards[k + 1:]], lanes)
                best = min(best, other, key=lambda entry: entry[:2])
    return best[2]


def _placed(
    cards: list[Card], order: list[int], shares: Points, room: Points, lanes: int, em: float
) -> Plan:
    count = len(cards)
    left = cards[order[0]].size[0] / 2
    right = cards[order[-1]].size[0] / 2
    inset = max(0.3 * em, min(max(left, right), 0.12 * room[0]))
    spots = (shares - 0.5) * (room[0] - 2 * inset) if count > 1 else np.zeros(1)
    sides = [1] * count
    lane = [0] * count
    for k, index in enumerate(order):
        sides[index] = 1 if k % 2 == 0 else -1
        lane[index] = (k // 2) % lanes
    centers = np.array(spots, float)
    fits = True
    for side in (1, -1):
        for level in range(lanes):
            some = [i for i in order if sides[i] == side and lane[i] == level]
            if not some:
                continue
            wide = np.array([cards[i].size[0] for i in some])
            gap = 0.7 * em
            need = float(wide.sum()) + gap * (len(some) - 1)
            fits = fits and need <= room[0] + 1e-6
            gaps = (wide[:-1] + wide[1:]) / 2 + gap
            centers[some] = _within(spots[some], gaps, wide, room[0])
    tall = np.array([card.size[1] for card in cards])
    off = np.zeros(count)
    for i in range(count):
        inner = [tall[j] for j in range(count) if sides[j] == sides[i] and not lane[j]]
        off[i] = tall[i] / 2 + (max(inner, default=0.0) + 0.5 * em if lane[i] else 0.0)
    spare = room[1] / 2 - float((off + tall / 2).max())
    fits = fits and spare >= 0.55 * em - 1e-6
    off = (off + min(max(spare, 0.55 * em), 1.5 * em)) * np.array(sides)
    if lanes > 1:
        fits = fits and not _crossed(cards, spots, centers, sides, lane, em)
    return Plan(cards, spots, centers, sides, off, fits)


def _crossed(
    cards: list[Card], spots: Points, centers: Points, sides: list[int], lane: list[int], em: float
) -> bool:
    """Whether a leader of an outer card runs through an inner one."""
    for i in range(len(cards)):
        for j in range(len(cards)):
            if lane[i] == 1 and lane[j] == 0 and sides[i] == sides[j]:
                low, high = sorted((spots[i], centers[i]))
                half = cards[j].size[0] / 2 + 0.15 * em
                if low < centers[j] + half and centers[j] - half < high:
                    return True
    return False


def _within(wanted: Points, gaps: Points, wide: Points, room: float) -> Points:
    """Centres near where they are wanted, apart, and inside the area as far as they fit."""
    at = spread(wanted, gaps)
    low, high = -room / 2 + wide / 2, room / 2 - wide / 2
    first = low[0] + np.concatenate([[0.0], np.cumsum(gaps)])
    last = high[-1] - np.concatenate([np.cumsum(gaps[::-1])[::-1], [0.0]])
    return np.asarray(np.maximum(np.minimum(at, last), first))


def _upright(
    b: Build, texts: Sequence[tuple[str, str]], shares: Points, room: Points, size: float
) -> Plan:
    """A line from the top down; all cards on its right, or on both sides where there is width."""
    em = size * 0.01
    order = list(np.argsort(shares, kind="stable"))
    both = room[0] > 15 * em
    width = (room[0] / 2 if both else room[0] - 0.4 * em) - 1.1 * em
    cards = _cards(b, texts, size, np.floor(max(width / em, 2.0) * 2) / 2, "left")
    count = len(cards)
    edge = max(card.size[1] for card in cards) / 2
    spots = (0.5 - shares) * (room[1] - 2 * min(edge, room[1] / 4)) if count > 1 else np.zeros(1)
    sides = [1] * count
    if both:
        for k, index in enumerate(order):
            sides[index] = 1 if k % 2 == 0 else -1
    centers = np.array(spots, float)
    fits = all(card.size[0] <= width + 1e-6 for card in cards)
    for side in (1, -1):
        some = [i for i in reversed(order) if sides[i] == side]
        if some:
            high = np.array([cards[i].size[1] for i in some])
            gap = 0.3 * em
            fits = fits and float(high.sum()) + gap * (len(some) - 1) <= room[1] + 1e-6
            centers[some] = _within(spots[some], (high[:-1] + high[1:]) / 2 + gap, high, room[1])
    off = np.array([s * (0.85 * em + c.size[0] / 2) for s, c in zip(sides, cards, strict=True)])
    return Plan(cards, spots, centers, sides, off, fits)


def _drawn(
    b: Build, plan: Plan, shift: Points, room: Points, upright: bool, em: float, area: Box
) -> Model:
    model = Model()
    row = b.row()
    both = len(set(plan.sides)) > 1
    line_at = 0.0 if both or not upright else -room[0] / 2 + 0.2 * em
    if not upright and not both:
        line_at = -float(np.abs(plan.off).max()) / 2

    def place(along: float, off: float) -> Points:
        point = [line_at + off, along] if upright else [along, line_at + off]
        return np.asarray(np.array(point) + shift)

    def local(points: Points) -> Points:
        return points / row

    items: list[Path] = [(("item", k),) for k in range(len(plan.cards))]
    muted, accent = b.rgb(b.theme.muted), b.rgb(b.theme.accent)
    reach = (room[1] if upright else room[0]) / 2
    ends = np.array([place(-reach, 0.0), place(reach, 0.0)])
    if upright:
        ends = ends[::-1]
    thick = Paint(muted, 0.0, muted, b.theme.stroke * 0.8)
    model.add(local(polyline(ends)), thick, "line", items, shared=True)
    thin = Paint(muted, 0.0, muted, b.theme.thin * 0.8)
    for k, card in enumerate(plan.cards):
        dot = place(plan.spots[k], 0.0)
        leader = _leader(plan, k, upright, em)
        if len(leader):
            points = np.array([place(a, o) for a, o in leader])
            model.add(local(polyline(points)), thin, "line", (items[k],), stage=1)
        model.add(local(_DISC * 0.2 * em + dot), b.solid(accent), "solid", (items[k],),
                  closed=True, stage=1)
        center = place(plan.centers[k], plan.off[k])
        _card(b, model, card, center, plan, k, upright, local)
    model.box = area
    return model


def _leader(plan: Plan, k: int, upright: bool, em: float) -> list[tuple[float, float]]:
    """From the dot to the card, bent where the card was pushed aside."""
    card, side = plan.cards[k], plan.sides[k]
    half = card.size[0 if upright else 1] / 2
    near = plan.off[k] - side * (half + 0.12 * em)
    start = side * 0.2 * em
    spot, center = float(plan.spots[k]), float(plan.centers[k])
    if abs(near) <= abs(start):
        return []
    wide = card.size[1 if upright else 0] / 2
    aim = center if upright else float(np.clip(spot, center - 0.7 * wide, center + 0.7 * wide))
    if abs(aim - spot) < 0.05 * em:
        return [(spot, start), (spot, near)]
    if abs(near) > 1.2 * em:
        elbow = side * (abs(near) - 0.35 * em)
        return [(spot, start), (spot, side * 0.35 * em), (aim, elbow), (aim, near)]
    return [(spot, start), (aim, near)]


def _card(
    b: Build, model: Model, card: Card, center: Points, plan: Plan, k: int, upright: bool,
    local: Any,
) -> None:
    """A date and what happened, the date above."""
    path: Path = (("item", k),)
    top = center[1] + card.size[1] / 2
    accent = b.rgb(b.theme.accent)
    for setting, y, color in (
        (card.date, top - card.date.height / 2, accent),
        (card.text, top - card.date.height - card.gap - card.text.height / 2, b.ink),
    ):
        wide = setting.ink[2] - setting.ink[0]
        x = center[0]
        if upright:
            x += -plan.sides[k] * (card.size[0] - wide) / 2
        added = put(b, model, setting, local(np.array([x, y])), None, color, rigid=False,
                    centered="line", stage=2)
        if setting is card.text:
            from .words import name

            name(model, setting, added[0] if added else len(model.leaves), path)
        else:
            model.parts.setdefault(path, []).extend(added)
