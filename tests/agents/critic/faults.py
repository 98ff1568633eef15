"""The ten faults planted in ``planted.c2v``, and patches that mend those a critic must see.

Three are seen by measuring, and mended before anybody looks:

1. `cliff.height` leaves the frame at the right.
2. `graph.remark` lies over the curve.
3. `rule.moon` is too pale to be read.

Seven are seen only by looking and thinking:

4. `cliff.wall_name` and `cliff.sea_name` are swapped: the cliff is called the sea.
5. `cliff.pull`, the arrow called gravity, points upwards.
6. `cliff.guess`, "Pause here and guess!", stays while the answer is told.
7. `graph.fallen` is blue, and the voice speaks of the red curve.
8. `graph.reading` says that 5 · 3² is 40.
9. `rule@law` marks g while the voice says to look at the square of the time.
10. `rule@letters` shows two lines for a third of a second.
"""

from __future__ import annotations

from typing import Any

from .saying import problem

CURES: dict[str, list[dict[str, Any]]] = {
    "cliff": [
        problem("place", "The cliff is called the sea, and the sea the cliff.",
                {"op": "text", "id": "cliff.wall_name", "text": "the cliff"},
                {"op": "text", "id": "cliff.sea_name", "text": "the sea"}),
        problem("pull", "The arrow of gravity points upwards.",
                {"op": "replace_block", "id": "cliff.pull",
                 "text": "pull = arrow((3, 4.7), (3, 3.6)) color red"}),
        problem("pull", "The call to guess stays while the answer is told.",
                {"op": "hide", "target": "guess", "beat": "cliff@pull", "at": "start"},
                severity="low"),
    ],
    "graph": [
        problem("curve", "The voice speaks of a red curve, but it is blue.",
                {"op": "style", "id": "graph.fallen", "set": "stroke red 5"}),
        problem("value", "Five times nine is forty-five, not forty.",
                {"op": "text", "id": "graph.reading", "text": r"3 s: $5 \cdot 3^2 = 45$ m"}),
    ],
    "rule": [
        problem("letters", "Two lines are shown for a third of a second.",
                {"op": "time", "id": "rule@letters", "lasts": "6s"}),
        problem("law", "The voice speaks of the square of the time, but g is marked.",
                {"op": "replace_block", "id": "rule@law#2", "text": 'highlight law["t^2"]'}),
    ],
}
"""What a good critic answers, scene by scene."""

MENDED = {
    "at E6 size 36": False, "in E3:E6 size 36": True, "at D5 size 40": False,
    "color light_gray": False, 'label("the cliff", wall': True, 'label("the sea", sea': True,
    "arrow((3, 4.7), (3, 3.6))": True, "hide guess": True, "stroke red 5": True,
    r"3^2 = 45$": True, 'law["t^2"]': True, "lasts 6s": True,
}
"""Pieces of the text, and whether they are there when all ten faults are mended."""
