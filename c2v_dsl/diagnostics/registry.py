"""The registry of finding codes: the one place for what each means.

``explain``, the documentation, SARIF rules and the tests of every example are made from it.
Codes are grouped by room: 0xx syntax, 1xx names and files, 2xx values and types,
3xx kinds, places and styles, 4xx beats and time, 5xx words, formulas and fonts,
6xx hatches, 7xx measured layout, 9xx the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Code:
    """A kind of finding.

    ``bad`` and ``good`` are whole storyboards, or the body of a scene's ``objects`` and beats
    written as a fragment that ``explain`` wraps (see ``diagnostics.codes.wrap``); a test checks
    that ``bad`` gives this code and ``good`` gives no finding at all.
    """

    code: str
    name: str
    level: Level
    summary: str
    why: str
    bad: str
    good: str


CODES: dict[str, Code] = {}


def register(
    code: str, name: str, level: Level, *, summary: str, why: str, bad: str, good: str
) -> str:
    """Enter a code; returns it, for modules to name it: ``UNKNOWN = register("C2V101", …)``."""
    if code in CODES or any(c.name == name for c in CODES.values()):
        raise ValueError(f"finding {code} {name} is registered twice")
    CODES[code] = Code(code, name, level, summary, why, bad, good)
    return code
