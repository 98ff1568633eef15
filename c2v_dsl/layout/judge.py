"""From measured scenes to findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from ..diagnostics import Finding, Related, Source, Span
from ..diagnostics.codes import layout as codes
from ..resources import data_folder
from ..semantics.themes import theme
from ..semantics.vocabulary.verbs import VERBS
from ..timeline.model import SceneSpec, Timeline
from .actions import LOOKS, refs
from .verdict import Verdict

if TYPE_CHECKING:
    from .scene import MeasuredScene
    from .seen import SceneSeen

ALLOW = re.compile(r"#[ \t]+allow[ \t]+(C2V7\d\d)\b[ \t]*:?[ \t]*([^\r\n]*)")
"""A comment that silences a finding on its line, or on the line below if it stands alone."""

Key = tuple[str, str, str]
"""A rule and the objects that a verdict is about."""


def verdicts(timeline: Timeline, scene: SceneSpec, seen: SceneSeen) -> list[Verdict]:
    """What all rules find in a scene, each thing once: at rest rather than on the way, in the
    first beat, by its largest amount."""
    from .scene import MeasuredScene

    return judged(MeasuredScene(scene, seen, theme(timeline.theme)))


def judged(measured: MeasuredScene) -> list[Verdict]:
    """The verdicts of a measured scene; see `verdicts`."""
    from .rules import RULES

    found: dict[Key, Verdict] = {}
    order: list[Key] = []
    for rule in RULES:
        for verdict in rule(measured):
            key = key_of(verdict)
            known = found.get(key)
            if known is None:
                order.append(key)
                found[key] = verdict
            elif (known.moving, -known.amount) > (verdict.moving, -verdict.amount):
                if known.moving == verdict.moving:
                    verdict = replace(verdict, beat=known.beat)
                found[key] = verdict
    return [found[key] for key in order]


def key_of(verdict: Verdict) -> Key:
    """What makes two verdicts one finding; passing over is the lesser form of covering."""
    rule = codes.COVERED if verdict.rule == codes.PASSING else verdict.rule
    pair = sorted((verdict.object, verdict.other)) if rule == codes.COVERED else (
        verdict.object, verdict.other)
    return rule, pair[0], pair[1]


def findings(
    timeline: Timeline, scene: SceneSpec, found: Iterable[Verdict]
) -> Iterator[Finding]:
    """The findings of verdicts, at the statements that declare the objects."""
    for group in alike(scene, found):
        yield finding_of(scene, group)


def alike(scene: SceneSpec, found: Iterable[Verdict]) -> list[list[Verdict]]:
    """Verdicts that make one finding: members of families that are wrong in the same way."""
    spans = _spans(scene)
    groups: dict[object, list[Verdict]] = {}
    for verdict in found:
        if verdict.object in spans:
            key = verdict.rule, spans[verdict.object], spans.get(verdict.other, verdict.other)
            groups.setdefault(key, []).append(verdict)
    return list(groups.values())


def finding_of(scene: SceneSpec, group: Sequence[Verdict]) -> Finding:
    """The finding of verdicts that are alike."""
    spans = _spans(scene)
    verdict = max(group, key=lambda v: v.amount)
    span = spans[verdict.object]
    related = []
    other = spans.get(verdict.other)
    if other is not None and other != span:
        related.append(Related(other, f"`{verdict.other}` is declared here"))
    beat = next((b for b in scene.beats if b.name == verdict.beat), None)
    if beat is not None:
        start = beat.span.start
        related.append(Related(
            Span(start, start + len("beat"), beat.span.path), f"seen in beat `{beat.name}`"))
    if verdict.rule == codes.PASSING and (way := _way(scene, group)) is not None:
        related.append(Related(way, "on its way here"))
    message, help = _words(verdict)
    if len(group) > 1:
        message += f"; {len(group)} of its kind do"
    return Finding(verdict.rule, span, message, help=help, related=tuple(related))


def _way(scene: SceneSpec, group: Iterable[Verdict]) -> Span | None:
    """The first action that moves what passes in these verdicts."""
    concerned = {id for verdict in group for id in (verdict.object, verdict.other)}
    beats = {verdict.beat for verdict in group}
    movers = [step for beat in scene.beats if beat.name in beats for step in beat.steps
              if VERBS[step.verb].role in ("change", "become") and step.verb not in LOOKS]
    for step in movers:
        if concerned & {ref.object for ref in (*step.targets, *refs(step.args.values()))}:
            return step.span
    return next((step.span for step in movers if step.verb == "set"), None)


def _spans(scene: SceneSpec) -> dict[str, Span]:
    """Where each object is declared in the scene: parts of components where those are."""
    specs = {spec.id: spec for spec in scene.objects}
    found = {}
    for spec in scene.objects:
        whole = spec
        while whole.component is not None and whole.component in specs:
            whole = specs[whole.component]
        found[spec.id] = whole.span
    return found


def _words(v: Verdict) -> tuple[str, str]:
    """A verdict as a sentence, and what to do about it."""
    rows = f"{v.amount:.1f} rows" if v.amount >= 0.1 else "a little"
    match v.rule:
        case codes.COVERED:
            return (f"`{v.object}` covers `{v.other}` by {rows} in beat `{v.beat}`: {v.detail}",
                    "move one of them, make it smaller, or hide the first before the second comes")
        case codes.PASSING:
            return (f"`{v.object}` passes over `{v.other}` in beat `{v.beat}`: {v.detail}",
                    "move it another way, or hide the other first")
        case codes.OUTSIDE:
            return (f"`{v.object}` leaves the frame at the {v.detail} by {rows} in beat `{v.beat}`",
                    "put it `in` an area, which shrinks it until it fits")
        case codes.OVER_FURNITURE:
            return (f"`{v.object}` lies over {v.other} in beat `{v.beat}`",
                    "keep it on the grid: cells `A1` to `F6`")
        case codes.TOO_SMALL:
            return (f"the letters of `{v.object}` are {v.detail} pixels high at 480p; 8 are needed",
                    "give it a larger `size` or area, or fewer words")
        case codes.LOW_CONTRAST:
            on = f"`{v.other}`" if v.other else "the background"
            return (f"`{v.object}` has a contrast of {floor(10 * v.amount) / 10} with {on}; words "
                    "need 3",
                    "choose a lighter or darker colour for one of them")
        case codes.FAR_LABEL:
            return (f"`{v.object}` stands {rows} from `{v.other}`, which it names",
                    "put it beside what it names, or move both")
        case codes.CROWDED:
            return (f"{v.amount:.0f} small things crowd the cell {v.detail} in beat `{v.beat}`",
                    "spread them over more cells, or show fewer at once")
        case codes.LINGERING:
            return (f"`{v.object}` was last spoken of in beat `{v.beat}` and stays for "
                    f"{v.amount:.0f} more", "`hide` or `dim` it when its part is over")
        case _:
            return (f"everything in beat `{v.beat}` takes {v.amount:.0%} of the grid",
                    "use larger sizes or areas")


@dataclass(frozen=True)
class _Allowed:
    code: str
    reason: str
    span: Span
    line: int
    """The line whose findings it silences."""


def silenced(found: Iterable[Finding], sources: Mapping[str, Source]) -> list[Finding]:
    """``found`` without what comments allow, and findings about comments that allow nothing; what
    the standard library allows need not happen in every scene made of it."""
    library = str(data_folder("stdlib_scenes").resolve())
    allowed = {path: list(_allowed(source)) for path, source in sources.items()}
    used: set[Span] = set()
    kept: list[Finding] = []
    for finding in found:
        source = sources.get(finding.span.path)
        line = source.position(finding.span.start).line if source else 0
        hits = [a for a in allowed.get(finding.span.path, ())
                if a.code == finding.code and a.line == line]
        used.update(a.span for a in hits)
        if not any(a.reason for a in hits):
            kept.append(finding)
    for path, entries in allowed.items():
        for entry in entries if not path.startswith(library) else ():
            if entry.span not in used:
                kept.append(Finding(
                    codes.SILENCED, entry.span,
                    f"there is no {entry.code} on line {entry.line} to allow",
                    help="remove the comment"))
            elif not entry.reason:
                kept.append(Finding(
                    codes.SILENCED, entry.span, f"`allow {entry.code}` gives no reason",
                    help=f"write it behind: `# allow {entry.code}: why`"))
    return kept


def _allowed(source: Source) -> Iterator[_Allowed]:
    for match in ALLOW.finditer(source.text):
        position = source.position(match.start())
        alone = not source.line(position.line)[: position.column - 1].strip()
        yield _Allowed(match[1], match[2].strip(), Span(match.start(), match.end(), source.path),
                       position.line + alone)
