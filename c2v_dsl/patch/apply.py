"""Making a patch, all of it or nothing, and unmaking it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..diagnostics import Finding, Source, Span
from ..syntax import parse
from ..syntax.edits import EditConflict
from .draft import Draft
from .index import Index
from .model import Patch, ReplaceBlock
from .operations import Refused, Work, perform


@dataclass(frozen=True)
class Refusal:
    """Why a patch was not made.

    ``operation`` is the number of the operation (from 0) that cannot be made, or None where it
    is the whole; ``findings`` are errors that it would have brought.
    """

    message: str
    help: str = ""
    operation: int | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class PatchResult:
    """What became of a patch.

    Attributes:
        text: the storyboard with the patch made, or as it was if the patch was refused.
        refusal: None if it was made.
        proposed: the text that was turned down, where there was one: findings point into it.
        changed: ids of what it touched, each once, in order.
        hanging: places (in the old text) that name something it took away.
        inverse: the patch that gives back the old text, byte for byte.
    """

    text: str
    refusal: Refusal | None = None
    proposed: str = ""
    changed: tuple[str, ...] = ()
    hanging: tuple[Span, ...] = ()
    inverse: Patch | None = None

    @property
    def ok(self) -> bool:
        return self.refusal is None


def text_hash(text: str) -> str:
    """What ``base`` must be for a patch of ``text``."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_patch(data: str | Mapping[str, Any]) -> Patch | Refusal:
    """A patch from JSON, or why it is none."""
    from pydantic import ValidationError

    if isinstance(data, str):
        try:
            data = json.loads(data)
        except (ValueError, RecursionError) as error:
            return Refusal(f"the patch is not JSON: {error}")
    try:
        return Patch.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = first["loc"]
        number = where[1] if len(where) > 1 and isinstance(where[1], int) else None
        place = ".".join(str(part) for part in (where if number is None else where[2:]))
        why = str(first["msg"]).removeprefix("Value error, ")
        return Refusal(f"{place}: {why}" if place else why,
                       "`c2v schema patch` prints what a patch looks like", number)


def apply_patch(text: str, patch: Patch, path: str = "<stdin>") -> PatchResult:
    """Make every operation of ``patch``; what would not parse is refused.

    Nothing is checked beyond syntax: `pipeline.patched` does that.
    """
    if patch.base != text_hash(text):
        return PatchResult(text, Refusal(
            "the patch was made for another version of the storyboard",
            f"this one is {text_hash(text)}"))
    parsed = parse(text, path)
    broken = _errors(parsed.findings)
    whole = any(isinstance(op, ReplaceBlock) and op.id == "file" for op in patch.operations)
    if broken and not whole:
        return PatchResult(text, Refusal(
            "the storyboard has errors of syntax, so its parts cannot be found",
            "mend those first", findings=broken))
    index = Index(parsed.tree, text)
    work = Work(index, Draft(text), [], [])
    for number, operation in enumerate(patch.operations):
        try:
            perform(operation, work)
        except Refused as refused:
            return PatchResult(text, Refusal(refused.message, refused.help, number))
        except EditConflict as conflict:
            return PatchResult(text, Refusal(_at_odds(conflict, text), "", number))
    try:
        new = work.draft.finish()
    except EditConflict as conflict:
        return PatchResult(text, Refusal(_at_odds(conflict, text)))
    after = parse(new, path)
    errors = _errors(after.findings)
    if errors and not (whole and broken):
        return PatchResult(text, Refusal(
            "the storyboard could not be read any more", findings=errors), proposed=new)
    return PatchResult(
        new, None, "", tuple(dict.fromkeys(work.changed)),
        tuple(dict.fromkeys(reference.span for reference in work.hanging)),
        _inverse(text, new, index, Index(after.tree, new)))


def refused(result: PatchResult, text: str, refusal: Refusal) -> PatchResult:
    """``result`` turned down after all."""
    return replace(result, text=text, refusal=refusal, proposed=result.text, inverse=None)


def _at_odds(conflict: EditConflict, text: str) -> str:
    line = Source("", text).position(conflict.first.span.start).line
    return f"two operations change line {line}, each in its own way"


def _errors(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.level == "error")


def _inverse(old: str, new: str, before: Index, after: Index) -> Patch:
    """Write anew the smallest thing that holds all changes and has its id before and after."""
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    rest = limit - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    best = ("file", 0, len(old))
    for key, entry in before.entries.items():
        twin = after.entries.get(key)
        start, end = entry.span.start, entry.span.end
        if key == "file" or twin is None or end - start >= best[2] - best[1]:
            continue
        if (start <= head and len(old) - end <= tail and twin.span.start == start
                and len(new) - twin.span.end == len(old) - end):
            best = key, start, end
    key, start, end = best
    operation = ReplaceBlock(op="replace_block", id=key, text=old[start:end], exact=True)
    operations = () if old == new else (operation,)
    return Patch(base=text_hash(new), why="undo", operations=operations)
