"""What is wrong with scenes only where they stand together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from ...diagnostics import Finding, Span
from ...pipeline import check
from ...syntax import parse, tree
from ..client import Client, Unanswered
from .bench import Bench
from .plan import Outline, chains
from .record import Attempt, SceneDraft
from .scene import TRIES, Values, repair_of
from .wish import Wish


def mend_whole(
    client: Client, wish: Wish, outline: Outline, text: str, drafts: Sequence[SceneDraft], *,
    tries: tuple[int, int, int] = TRIES, bench: Bench | None = None,
    on_attempt: Callable[[int, Attempt], None] | None = None,
) -> str:
    """The storyboard ``text`` (of `assemble`) with those scenes mended in which there is an error
    that was not while they stood alone; a scene that cannot be mended stays as it is.

    Raises:
        OSError: no temporary folder can be made.
    """
    desk = bench or Bench()
    for number in _newly_wrong(text, wish.path, drafts):
        followers = next(chain for chain in chains(outline) if number in chain)
        behind = [outline.scenes[other].id for other in followers if other > number]
        scene = outline.scenes[number].id
        spans = _spans(text)
        head = _without(text, [spans[name] for name in (scene, *behind) if name in spans])
        old = text[spans[scene].start : spans[scene].end]
        told = partial(on_attempt, number) if on_attempt else None
        bases = [drafts[other] for other in followers if other < number]
        repair = repair_of(client, wish, outline, number, Values(wish, outline), bases, desk, told)
        repair.model = drafts[number].model
        judged = repair.judge(head, old + "\n")
        with suppress(Unanswered):
            judged = repair.run(judged, tries)
        new = judged.text.strip()
        changed = text[: spans[scene].start] + new + text[spans[scene].end :]
        if _count(changed, wish.path) < _count(text, wish.path):
            text = changed
    return text


def _newly_wrong(text: str, path: str, drafts: Sequence[SceneDraft]) -> list[int]:
    """Numbers of scenes with an error that they did not have alone."""
    spans = _spans(text)
    findings = [f for f in _wrong(text, path) if f.level == "error"]
    found = []
    for number, draft in enumerate(drafts):
        known = {(f.code, f.message) for f in draft.findings}
        span = spans.get(draft.scene_id)
        if span is not None and any(
            span.start <= f.span.start < span.end and (f.code, f.message) not in known
            for f in findings
        ):
            found.append(number)
    return found


def _spans(text: str) -> dict[str, Span]:
    return {item.name.text: item.span for item in parse(text).tree.items
            if isinstance(item, tree.Scene)}


def _without(text: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = text[: span.start].rstrip() + "\n\n" + text[span.end :].lstrip()
    return text.rstrip() + "\n\n"


def _wrong(text: str, path: str) -> list[Finding]:
    return [f for f in check(text, path).findings if f.level != "note"]


def _count(text: str, path: str) -> tuple[int, int]:
    found = _wrong(text, path)
    return sum(f.level == "error" for f in found), len(found)
