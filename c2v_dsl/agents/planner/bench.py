"""Where what a model wrote is checked, mended as far as no model is needed for it, and measured."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...diagnostics import Finding, Span
from ...diagnostics.codes.machine import SCENE_FAILED
from ...diagnostics.codes.names import NO_SCENES, UNUSED_NAME, UNUSED_OBJECT
from ...diagnostics.fixes import apply_safe_fixes
from ...layout.check import LayoutResult, check_layouts
from ...layout.mend.mending import Mender
from ...layout.mend.state import Measurer, State
from ...patch.draft import Draft
from ...patch.index import Index
from ...pipeline import CheckResult, check
from ...render.confine import Sandbox
from ...syntax import apply_fixes, format_source, tree
from .reading import marked
from .together import Together

ROUNDS = 5
"""So often fixes are applied, each time those that the ones before made possible."""

COMPANY = 0.15
"""Seconds for which measuring waits for scenes that come at the same time, since starting a child
takes five times as long."""


@dataclass(frozen=True)
class Judged:
    """What is known of a text that stands behind a head which is not in question.

    Attributes:
        head: the head, a storyboard's beginning; offsets of findings count from its start.
        text: what stands behind it, mended and formatted as far as that was possible.
        findings: those of ``text``, of checking and of measuring.
        result: of checking head and text.
        parsed: it has no errors of syntax.
        checked: it has no errors at all.
        measured: its layout was looked at.
        mended: how many fixes were applied.
        stands: what stands where in beats with something wrong in their layout, a line each.
        faults: why it could not be measured and which hatches stopped, in sentences: nothing that
            writing it anew would mend.
    """

    head: str
    text: str
    findings: tuple[Finding, ...]
    result: CheckResult
    parsed: bool
    checked: bool
    measured: bool
    mended: int = 0
    faults: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        return self.head + self.text

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Errors and warnings."""
        return tuple(f for f in self.findings if f.level != "note")

    @property
    def clean(self) -> bool:
        """Nothing is wrong, as far as could be looked at; see `measured`."""
        return not self.wrong

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The less, the better: errors of syntax, other errors, warnings, and of what is measured
        errors count twice and warnings once."""
        syntax = sum(_is_syntax(f) for f in self.findings)
        measured = [f for f in self.wrong if _is_layout(f)]
        rest = [f for f in self.wrong if not _is_layout(f)]
        errors = sum(f.level == "error" for f in rest)
        return (syntax, errors - syntax, len(rest) - errors,
                sum(2 if f.level == "error" else 1 for f in measured))


@dataclass
class Bench:
    """Judges texts, each content once; for many threads.

    Attributes:
        jobs: children that measure at once; 0 takes one for each processor.
        measure: whether layouts are looked at.
        sandbox: whether hatch code runs in walls while it is measured.
    """

    jobs: int = 0
    measure: bool = True
    sandbox: Sandbox = "auto"
    _known: dict[tuple[str, str, str, bool], Judged] = field(default_factory=dict, repr=False)
    _measuring: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self._measurer = Measurer(self.jobs, self.sandbox)
        self._layouts = Together(self._looked_at, COMPANY)
        self._states = Together(self._measured, COMPANY)

    def judge(
        self, head: str, text: str, path: str, model: str = "", *, goes_on: bool = False
    ) -> Judged:
        """``text`` behind ``head`` in the file ``path``, mended and judged.

        Args:
            model: who wrote it; said in its hatches.
            goes_on: another scene is to continue it, and may use what it does not.

        Raises:
            OSError: no temporary folder can be made.
        """
        key = head, text, path, goes_on
        if key not in self._known:
            judged = self._judge(head, text, path, model, goes_on)
            self._known[key] = self._known[head, judged.text, path, goes_on] = judged
        return self._known[key]

    def guessed(self, judged: Judged, path: str, *, goes_on: bool = False) -> Judged:
        """The text with fixes that may change what it means, where they leave less wrong.

        Raises:
            OSError: no temporary folder can be made.
        """
        for _ in range(ROUNDS):
            fixable = [f for f in judged.wrong
                       if f.level == "error" and _fixes_behind(f, len(judged.head))]
            fixed = apply_fixes(judged.result.parsed.source, fixable, unsafe=True)
            if not fixed.applied:
                break
            after = self.judge(judged.head, fixed.text[len(judged.head):], path, goes_on=goes_on)
            if after.rank >= judged.rank:
                break
            judged = after
        return judged

    def _judge(self, head: str, text: str, path: str, model: str, goes_on: bool) -> Judged:
        mended = 0
        result = check(head + _hatches(head, text, model), path)
        for _ in range(ROUNDS):
            fixable = [f for f in result.findings if _fixes_behind(f, len(head))]
            new, count = apply_safe_fixes(result.parsed.source, fixable)
            if not count and not goes_on:
                new, count = _without_unused(result, len(head))
            if not count:
                break
            mended += count
            result = check(new, path)
        text = _formatted(head, _hatches(head, result.parsed.source.text[len(head):], model), path)
        if head + text != result.parsed.source.text:
            result = check(head + text, path)
        judged = _judged(head, result, mended)
        if goes_on:
            judged = replace(judged, findings=tuple(
                f for f in judged.findings if f.code not in (UNUSED_NAME, UNUSED_OBJECT)))
        if not judged.checked or not self.measure or result.timeline is None:
            return judged
        return self._with_layout(judged, path)

    def _with_layout(self, judged: Judged, path: str) -> Judged:
        layout = self._layouts(judged.result)
        if layout.machine_faults:
            return replace(judged, faults=tuple(str(fault) for fault in layout.machine_faults))
        if any(f.level != "note" for f in _own(layout.findings, len(judged.head))):
            mended = self._mended(judged, layout, path)
            if mended is not None:
                return mended
        return _measured(judged, layout)

    def _mended(self, judged: Judged, layout: LayoutResult, path: str) -> Judged | None:
        """With the layout mended as far as it can be; None if it cannot be looked at again."""
        mender = Mender(jobs=self.jobs, sandbox=self.sandbox, head=judged.head,
                        notes=False)
        mender.measurer = _Shared(self._states)
        timeline = judged.result.timeline
        assert timeline is not None
        with self._measuring:
            self._measurer.take(timeline, layout.scenes)
        state = self._states(judged.result)[0]
        if state is None:
            return None
        after = mender.mend(state)
        result = after.state.result
        text = result.parsed.source.text
        formatted = _formatted(judged.head, text[len(judged.head):], path)
        if judged.head + formatted != text:
            result = check(judged.head + formatted, path)
        known = {(f.code, f.message) for f in judged.findings}
        new = _judged(judged.head, result, judged.mended + len(after.done))
        new = replace(new, findings=tuple(
            f for f in new.findings if (f.code, f.message) in known))
        if result.timeline is None:
            return None
        state = State(result, after.state.seen, after.state.memory)
        seen = replace(layout, findings=tuple(told.finding for told in state.told))
        return _standing(_measured(new, seen), state)

    def _looked_at(self, results: Sequence[CheckResult]) -> list[LayoutResult]:
        works = [(r.timeline, r.sources) for r in results if r.timeline is not None]
        return check_layouts(works, self.jobs, sandbox=self.sandbox)

    def _measured(self, results: Sequence[CheckResult]) -> list[tuple[State | None]]:
        with self._measuring:
            return [(state,) for state in self._measurer.states(results)]


class _Shared(Measurer):
    """A measurer that leaves measuring to one for all threads."""

    def __init__(self, states: Together[CheckResult, tuple[State | None]]) -> None:
        super().__init__()
        self._together = states

    def states(self, results: Sequence[CheckResult]) -> list[State | None]:
        return [self._together(result)[0] for result in results]


def _judged(head: str, result: CheckResult, mended: int) -> Judged:
    findings = _own(result.findings, len(head))
    errors = [f for f in findings if f.level == "error"]
    text = result.parsed.source.text[len(head):]
    return Judged(head, text, findings, result, not any(map(_is_syntax, errors)),
                  not errors and result.ok, False, mended)


def _measured(judged: Judged, layout: LayoutResult) -> Judged:
    everything = Span(len(judged.head), len(judged.whole), judged.result.parsed.source.path)
    stopped = [Finding(SCENE_FAILED, fault.span or everything,
                       f"the scene {fault.scene} stopped: {fault.message}")
               for fault in layout.scene_faults if not fault.hatch]
    hatches = tuple(f"the hatch {fault.id or fault.scene} stopped: {fault.message}"
                    for fault in layout.scene_faults if fault.hatch)
    found = _own((*layout.findings, *stopped), len(judged.head))
    return replace(judged, measured=True, findings=(*judged.findings, *found), faults=hatches)


def _standing(judged: Judged, state: State) -> Judged:
    """With what stands where, as measured, in the beats that its layout is wrong in."""
    from ...layout.occupancy import occupancy

    wrong = {related.label for f in judged.wrong if _is_layout(f) for related in f.related}
    lines = [f"- `{beat.beat}`: " + ", ".join(f"{row.id} {row.cells}" for row in beat.rows)
             for scene in state.timeline.scenes if scene.id in state.seen
             for beat in occupancy(state.timeline, scene, state.seen[scene.id])
             if f"seen in beat `{beat.beat.partition('@')[2]}`" in wrong]
    return replace(judged, stands=tuple(lines))


def _own(findings: Sequence[Finding], start: int) -> tuple[Finding, ...]:
    """The findings that speak of something behind ``start``, or of nothing being there."""
    return tuple(f for f in findings if f.span.end > start or f.code == NO_SCENES or any(
        related.span.start >= start for related in f.related))


def _fixes_behind(finding: Finding, start: int) -> bool:
    return finding.fix is not None and all(e.span.start >= start for e in finding.fix.edits)


def _without_unused(result: CheckResult, start: int) -> tuple[str, int]:
    """The text without values that nothing uses, and how many those were."""
    source = result.parsed.source
    unused = {f.span for f in result.findings if f.code == UNUSED_NAME and f.span.start >= start}
    if not unused or any(_is_syntax(f) for f in result.findings):
        return source.text, 0
    draft = Draft(source.text)
    gone = {id(e.node): e for e in Index(result.parsed.tree, source.text)
            if isinstance(e.node, tree.Let) and e.node.name.span in unused}
    for entry in gone.values():
        draft.delete(entry)
    return draft.finish(), len(gone)


def _is_syntax(finding: Finding) -> bool:
    return finding.level == "error" and finding.code.startswith("C2V0")


def _is_layout(finding: Finding) -> bool:
    return finding.code.startswith("C2V7")


def _hatches(head: str, text: str, model: str) -> str:
    whole = head + text
    return marked(whole, model)[len(head):] if '"""' in text else text


def _formatted(head: str, text: str, path: str) -> str:
    whole = format_source(head + text, path).text
    return whole[len(head):] if whole is not None and whole.startswith(head) else text

