"""The fixes that findings about the layout are shown with, kept by the storyboard's content."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...diagnostics import Edit, Finding, Fix, Source, Span
from ...diagnostics.codes import layout as codes
from ...pipeline import CheckResult
from ...render.cache import whole_file
from ...resources import cache_folder
from ...semantics.files import Loader
from ..check import LayoutResult, scene_key

if TYPE_CHECKING:
    from ...render.confine import Sandbox
    from .mending import Cure

_COMMENT = re.compile(r"[^\r\n]*")


def with_offers(
    result: CheckResult, layout: LayoutResult, loader: Loader | None = None, jobs: int = 0,
    folder: Path | None = None, sandbox: Sandbox = "auto",
) -> list[Finding]:
    """The findings of ``layout`` (what `check_layout` says of ``result``), with a fix for each
    that can be cured.

    Args:
        sandbox: whether hatch code that is measured runs in walls.

    Raises:
        OSError: no temporary folder can be made.
    """
    told = layout.findings
    if result.timeline is None or all(finding.code == codes.SILENCED for finding in told):
        return [_uncommented(finding, result.sources) for finding in told]
    path = (folder or cache_folder()) / "layout" / f"{_key(result)}.fixes.json"
    fixes = _kept(path)
    if fixes is None:
        fixes = _offers(result, layout, loader, jobs, sandbox)
        if fixes is not None:
            _keep(path, fixes)
    by_name = dict(fixes or ())
    return [
        _uncommented(f, result.sources) if f.code == codes.SILENCED
        else replace(f, fix=by_name.get(_name(f))) for f in told]


def _offers(
    result: CheckResult, layout: LayoutResult, loader: Loader | None, jobs: int, sandbox: Sandbox
) -> list[tuple[str, Fix]] | None:
    from .mending import Mender

    mender = Mender(loader, jobs, sandbox)
    assert result.timeline is not None
    mender.measurer.take(result.timeline, layout.scenes)
    state = mender.measurer.states([result])[0]
    if state is None:
        return None
    return [(_name(state.told[number].finding), fix_of(result, cure))
            for number, cure in sorted(mender.offers(state).items())]


def fix_of(result: CheckResult, cure: Cure) -> Fix:
    """A cure as a fix of the storyboard that it was found for."""
    source = result.parsed.source
    edits = tuple(edits_between(source.text, cure.result.parsed.source.text, source.path))
    return Fix(cure.candidate.title, edits, "safe" if cure.candidate.safe else "unsafe")


def edits_between(old: str, new: str, path: str) -> Iterator[Edit]:
    """The edits that make ``new`` of ``old``, as small as lines and their common ends allow."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = "".join(before[a0:a1]), "".join(after[b0:b1])
        head = _common(gone, come)
        tail = _common(gone[head:][::-1], come[head:][::-1])
        start, end = starts[a0] + head, starts[a1] - tail
        yield Edit(Span(start, end, path), come[head : len(come) - tail])


def _common(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    limit = min(len(one), len(other))
    return next((k for k in range(limit) if one[k] != other[k]), limit)


def _uncommented(finding: Finding, sources: Mapping[str, Source]) -> Finding:
    """A finding about a comment that allows nothing, with the fix that removes it."""
    source = sources.get(finding.span.path)
    if finding.code != codes.SILENCED or source is None or finding.help != "remove the comment":
        return finding
    text, start = source.text, finding.span.start
    match = _COMMENT.match(text, start)
    end = match.end() if match else finding.span.end
    first = len(text[:start].rstrip(" \t"))
    if first == 0 or text[first - 1] == "\n":
        end += len(text[end:]) - len(text[end:].lstrip("\r\n")) and (
            2 if text[end : end + 2] == "\r\n" else 1)
    edit = Edit(Span(first, end, finding.span.path), "")
    return replace(finding, fix=Fix("remove the comment", (edit,), "safe"))


def _name(finding: Finding) -> str:
    return f"{finding.code} {finding.span.start} {finding.span.end} {finding.message}"


def _key(result: CheckResult) -> str:
    digest = hashlib.sha256()
    assert result.timeline is not None
    for scene in result.timeline.scenes:
        if scene.beats:
            digest.update(scene_key(result.timeline, scene).encode())
    for path, source in sorted(result.sources.items()):
        digest.update(f"\0{path}\0{source.text}".encode())
    return digest.hexdigest()


def _kept(path: Path) -> list[tuple[str, Fix]] | None:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return [(name, Fix(title, tuple(Edit(Span(*span), text) for span, text in edits),
                           "safe" if safe else "unsafe"))
                for name, title, safe, edits in entries]
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, fixes: list[tuple[str, Fix]]) -> None:
    entries: list[Any] = [
        [name, fix.title, fix.applicability == "safe",
         [[list(edit.span), edit.text] for edit in fix.edits]]
        for name, fix in fixes]
    try:
        with whole_file(path) as out:
            out.write(json.dumps(entries).encode())
    except OSError:
        return
