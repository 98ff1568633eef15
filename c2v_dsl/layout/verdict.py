"""What a rule finds in a scene, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """What a rule found.

    Attributes:
        rule: the code of its findings.
        object: the id of the object in question, ``other`` that of a second one (or ``title``,
            ``lecture line``, for what is none).
        beat: name of the beat in which it is seen first.
        amount: how much, in rows; what it measures is the rule's affair.
        moving: it holds only while one of them is on its way.
        detail: what else the sentence needs.
    """

    rule: str
    object: str
    beat: str
    amount: float
    other: str = ""
    moving: bool = False
    detail: str = ""
