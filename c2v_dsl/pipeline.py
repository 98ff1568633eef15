"""Text in, timeline and findings out: where the checking phases are strung together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from .diagnostics import Finding, Source, Span, has_errors
from .diagnostics.ordering import arranged

if TYPE_CHECKING:
    from .patch import Patch, PatchResult
    from .semantics.files import Loader
    from .syntax import ParseResult
    from .timeline.model import Timeline

__all__ = ["CheckResult", "check", "patched"]

REPEATED = ("C2V101", "C2V201", "C2V203", "C2V206")
"""Codes of what is said once of a line, however often the word stands there."""

_PROPOSAL = re.compile(r"did you mean `([^`]*)`")


@dataclass(frozen=True)
class CheckResult:
    """What is known about a storyboard without drawing it.

    Attributes:
        findings: each once, by file and place.
        timeline: the storyboard in frames, or None where an error stands in the way.
        sources: the text of every file that was read, by path.
        parsed: the tree, also of a broken file.
    """

    findings: tuple[Finding, ...]
    timeline: Timeline | None
    sources: Mapping[str, Source]
    parsed: ParseResult

    @property
    def ok(self) -> bool:
        """Whether there are no errors; warnings and notes do not count."""
        return not has_errors(self.findings)


class _Reading:
    """A loader that remembers what was read through it."""

    def __init__(self, loader: Loader, first: Source) -> None:
        self._loader = loader
        self.sources = {first.path: first}

    def join(self, base: str, relative: str) -> str:
        return self._loader.join(base, relative)

    def read(self, path: str) -> str | None:
        text = self._loader.read(path)
        if text is not None and path not in self.sources:
            self.sources[path] = Source(path, text)
        return text

    def exists(self, path: str) -> bool:
        return self._loader.exists(path)

    def open(self, path: str) -> BinaryIO | None:
        return self._loader.open(path)

    def neighbours(self, path: str) -> list[str]:
        return self._loader.neighbours(path)

    def absolute(self, path: str) -> str:
        return self._loader.absolute(path)


def check(text: str, path: str = "<stdin>", loader: Loader | None = None) -> CheckResult:
    """Parse, resolve, type and time a storyboard.

    Args:
        text: the storyboard.
        path: what findings call it, and where imports and pictures are looked for from.
        loader: where other files come from; without it, this machine's disk.
    """
    from .semantics.analyse import analyse
    from .semantics.files import DiskLoader
    from .syntax import parse
    from .timeline.build import build

    parsed = parse(text, path)
    reading = _Reading(loader or DiskLoader(), parsed.source)
    analysis = analyse(parsed, reading)
    timeline, late = build(analysis)
    told = _once(parsed.findings, analysis.findings, late)
    findings = tuple(arranged(_once_a_line(
        _without_echoes(told, reading.sources, parsed), reading.sources)))
    return CheckResult(
        findings, None if has_errors(findings) else timeline, reading.sources, parsed
    )


def patched(
    text: str, patch: Patch, path: str = "<stdin>", loader: Loader | None = None
) -> PatchResult:
    """A storyboard with a patch made, unless that would bring errors it did not have."""
    from .patch.apply import Refusal, apply_patch, refused

    result = apply_patch(text, patch, path)
    if not result.ok or result.text == text:
        return result
    known = Counter(_said(finding) for finding in check(text, path, loader).findings)
    new: list[Finding] = []
    for finding in check(result.text, path, loader).findings:
        if finding.level != "error":
            continue
        known[_said(finding)] -= 1
        if known[_said(finding)] < 0:
            new.append(finding)
    if not new:
        return result
    return refused(result, text, Refusal(
        "the storyboard would have errors it does not have now",
        "let the patch see to them too", findings=tuple(new)))


def _said(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _once(*phases: Iterable[Finding]) -> list[Finding]:
    """The findings of all phases, less those at the very place where an earlier phase saw an error.

    A mistake that the parser could name and mend may look wrong to a later phase too.
    """
    told: list[Finding] = []
    places: set[Span] = set()
    for phase in phases:
        new = [finding for finding in phase if finding.span not in places]
        told += new
        places |= {finding.span for finding in new if finding.level == "error"}
    return told


def _once_a_line(findings: list[Finding], sources: Mapping[str, Source]) -> list[Finding]:
    """``findings``, of several that say the same of one line's words the first, with one fix."""
    kept: list[Finding] = []
    first: dict[tuple[str, str, str, int], int] = {}
    for finding in findings:
        source = sources.get(finding.span.path)
        if finding.code not in REPEATED or source is None:
            kept.append(finding)
            continue
        line = source.position(finding.span.start).line
        key = (finding.code, finding.message, finding.span.path, line)
        if key not in first:
            first[key] = len(kept)
            kept.append(finding)
        elif finding.fix and (before := kept[first[key]]).fix:
            edits = tuple(dict.fromkeys((*before.fix.edits, *finding.fix.edits)))
            kept[first[key]] = replace(before, fix=replace(before.fix, edits=edits))
    return kept


def _dropped(parsed: ParseResult) -> dict[str, int]:
    """Names in statements that could not be read, each with the first place it stands at."""
    from .semantics.walk import nodes
    from .syntax import tree
    from .syntax.lexer import lex
    from .syntax.tables import load

    if not has_errors(parsed.findings):
        return {}
    read = {node.span.start for node in nodes(parsed.tree)
            if isinstance(node, tree.Name | tree.Ident)}
    source = parsed.source
    start = int(source.text.startswith("\ufeff"))
    names: dict[str, int] = {}
    for token in lex(source.text, load(), source.path, start).tokens:
        if token.type == "NAME" and token.start not in read:
            names.setdefault(token.text, token.start)
    return names


def _without_echoes(
    findings: list[Finding], sources: Mapping[str, Source], parsed: ParseResult
) -> list[Finding]:
    """``findings`` less those that miss what another error keeps from being seen.

    Who writes ``show sqare`` is told so, not also that ``square`` is unused or not on screen; nor
    is it said that something is unused or not on screen that a statement names, above where it
    is missed, which could not be read.
    """
    from .diagnostics.codes.beats import NOT_ON_SCREEN
    from .diagnostics.codes.names import UNUSED_NAME, UNUSED_OBJECT

    proposed = {
        name for finding in findings if finding.level == "error"
        for name in _PROPOSAL.findall(finding.help)
    }
    dropped = _dropped(parsed)

    def echo(finding: Finding) -> bool:
        source = sources.get(finding.span.path)
        if source is None:
            return False
        text = source.slice(finding.span)
        name = re.split(r"\W", text, maxsplit=1)[0]
        place = dropped.get(name) if finding.span.path == parsed.source.path else None
        lost = place is not None and (
            finding.code != NOT_ON_SCREEN or place < finding.span.start)
        return text in proposed or lost

    missed = (NOT_ON_SCREEN, UNUSED_NAME, UNUSED_OBJECT)
    return [f for f in findings if f.code not in missed or not echo(f)]
