"""Mending a scene with a model: its statements, then its blocks, then all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...semantics.suggest import listing
from ..client import Client
from ..exchange import Answer, Message, Request
from ..prompts import prompt
from .addresses import Places, Spot, Unplaced
from .answers import read_changes
from .bench import Bench, Judged
from .reading import Unusable
from .record import LEVELS, Attempt, Level
from .talk import listed, messages, placed, shown

MOST = 12
"""So many statements are asked for at once, those with errors first."""

OnAttempt = Callable[[Attempt], None]


@dataclass
class Repair:
    """The repair of one scene.

    Attributes:
        read: makes a scene of an answer.
        rewrite: the messages that ask for the whole scene anew, but for ``scene``, ``findings``
            and ``before``.
        told: called with every attempt.
        goes_on: another scene is to continue it.
    """

    client: Client
    bench: Bench
    scene: str
    path: str
    language: str
    read: Callable[[str], str | Unusable]
    rewrite: dict[str, str]
    told: OnAttempt
    goes_on: bool = False
    attempts: list[Attempt] = field(default_factory=list)
    model: str = ""

    def run(self, judged: Judged, tries: tuple[int, int, int]) -> Judged:
        """The scene as far as it could be mended.

        Raises:
            Unanswered: no answer came.
            Spent: the budget is used up.
        """
        for level, count in zip(LEVELS, tries, strict=True):
            before = ""
            for _ in range(count):
                if judged.clean:
                    return judged
                judged, why = self._try(judged, level, before)
                before = prompt("planner_again", why=why) if why else ""
        return judged

    def guess(self, judged: Judged) -> Judged:
        """The scene with the likeliest fixes of what no answer has mended."""
        return self.bench.guessed(judged, self.path, goes_on=self.goes_on)

    def judge(self, head: str, text: str) -> Judged:
        """The scene's ``text`` judged behind ``head``."""
        return self.bench.judge(head, text, self.path, self.model, goes_on=self.goes_on)

    def _try(self, judged: Judged, level: Level, before: str) -> tuple[Judged, str]:
        places = Places(judged)
        spots = [] if level == "scene" else _chosen(
            places.statements() if level == "line" else places.blocks())
        asked = Request("planner.repair", self._messages(judged, level, places, spots, before),
                        scene=self.scene)
        answer = self.client.ask(asked)
        self.model = answer.model or self.model
        text, why = self._answered(answer.text, level, places, spots)
        after = self.judge(judged.head, text) if not why else None
        if after is not None:
            why = _refusal(judged, after, Places(after))
        kept = after is not None and not why
        self.record(level, judged, after, asked, answer, kept, why)
        return (after if after is not None and kept else judged), why

    def _messages(
        self, judged: Judged, level: Level, places: Places, spots: list[Spot], before: str
    ) -> tuple[Message, ...]:
        scene = judged.text.rstrip()
        stands = prompt("planner_stands", rows="\n".join(judged.stands)) if judged.stands else ""
        if level == "scene":
            findings = placed(judged.wrong, judged.result.parsed.source) + "\n" + stands
            return messages("planner_rewrite", scene=scene, findings=findings, before=before,
                            **self.rewrite)
        used = "\n".join(places.used(spots))
        uses = prompt("planner_uses", declarations=used) if used else ""
        uses += stands
        if level == "line":
            return messages("planner_line", language=self.language, scene=scene, uses=uses,
                            findings=listed(spots), statements=shown(spots), before=before)
        return messages("planner_block", language=self.language, scene=scene, uses=uses,
                        findings=listed(spots), blocks=shown(spots), before=before)

    def _answered(
        self, answer: str, level: Level, places: Places, spots: list[Spot]
    ) -> tuple[str, str]:
        """The scene with an answer put in, or why it cannot be."""
        changes = {} if level == "scene" else read_changes(answer, spots)
        if changes:
            try:
                return places.changed(changes), ""
            except Unplaced as unplaced:
                return "", str(unplaced)
        whole = self.read(answer)
        if isinstance(whole, str):
            return whole, ""
        if level == "scene":
            return "", whole.why
        wanted = listing((f"`# {spot.address}`" for spot in spots), "and")
        return "", f"It gives nothing below the addresses {wanted}."

    def record(
        self, level: Level, before: Judged | None, after: Judged | None, asked: Request,
        answer: Answer, kept: bool, why: str,
    ) -> None:
        """Note what became of a question."""
        count = len(before.wrong) if before is not None else 0
        attempt = Attempt(
            level, count, len(after.wrong) if after is not None else count, asked.characters,
            len(answer.text), after is not None and after.parsed,
            after is not None and after.checked,
            after is not None and after.measured and after.rank[3] == 0, kept, why,
            after.mended if after is not None else 0,
            after is not None and after.clean and after.measured, answer.text)
        self.attempts.append(attempt)
        self.told(attempt)


def _chosen(spots: list[Spot]) -> list[Spot]:
    """The gravest of many, in their order."""
    if len(spots) <= MOST:
        return spots
    grave = sorted(spots, key=lambda s: not any(f.level == "error" for f in s.findings))[:MOST]
    return [spot for spot in spots if spot in grave]


def _refusal(before: Judged, after: Judged, places: Places) -> str:
    """Why an answer is not taken over, or nothing."""
    if after.rank < before.rank:
        return ""
    if after.text == before.text:
        return "It changes nothing."
    if after.rank == before.rank and _said(after) != _said(before):
        return ""
    new = [f for f in after.wrong if (f.code, f.message) not in _said(before)]
    if not new:
        return "The findings are still there."
    told = "\n".join(dict.fromkeys(
        f"- `{spot.address}`: {finding.level} {finding.code}: {finding.message}"
        for spot in places.statements() for finding in spot.findings if finding in new))
    return f"with it, this would be wrong:\n{told}"


def _said(judged: Judged) -> list[tuple[str, str]]:
    return [(f.code, f.message) for f in judged.wrong]
