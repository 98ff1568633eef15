"""From an analysed storyboard to its timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ..diagnostics import Edit, Finding, Fix, Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Live, Ref
from ..semantics.model import Analysis, BeatModel, ObjectModel, SceneModel
from ..semantics.trials import report_never_seen
from ..semantics.vocabulary.verbs import CLOSING_SECONDS, VERBS
from ..syntax import tree
from .casting import GONE, Moment
from .context import Absent, Budget, Stage
from .model import FPS, BeatSpec, ParamSpec, SceneSpec, Speech, Step, Timeline
from .presence import Change, Presence
from .speech import DEFAULT_PACE
from .text import reference, seconds
from .walk import Walker

__all__ = ["build"]

_HANGS_ON = {"label", "brace", "box", "cross", "underline"}


@dataclass
class _Ending:
    """What a scene leaves for one that continues it."""

    shown: list[tuple[Ref, Change]]
    params: dict[str, Any]
    texts: dict[str, Any]


def build(analysis: Analysis) -> tuple[Timeline, tuple[Finding, ...]]:
    """The timeline of a storyboard, and what its beats are wrong about.

    Findings of the analysis are not repeated. Where there are errors, the timeline holds what
    could be made sense of; it is whole when neither analysis nor this gave one.
    """
    budget = Budget()
    endings: dict[str, _Ending] = {}
    findings: list[Finding] = []
    scenes = []
    goes_on = {a.id for a, b in pairwise(analysis.scenes) if b.continues == a.id}
    for scene in analysis.scenes:
        scene.reset_texts()
        clears = scene.id not in goes_on
        spec, endings[scene.id] = _Scene(analysis, scene, budget, endings, clears).build()
        scenes.append(spec)
        findings.extend(scene.told(scene.report.drain()))
    timeline = Timeline(
        path=analysis.path, title=analysis.title, theme=analysis.theme,
        settings=dict(analysis.settings), scenes=tuple(scenes), assets=tuple(analysis.assets),
    )
    return timeline, tuple(findings)


class _Scene:
    def __init__(
        self, analysis: Analysis, scene: SceneModel, budget: Budget,
        endings: dict[str, _Ending], clears: bool,
    ) -> None:
        self.analysis = analysis
        self.clears = clears
        self.scene = scene
        counts = {id: model.count for id, model in scene.objects.items() if model.count}
        either_way = frozenset(
            id for id, model in scene.objects.items()
            if any(names.either_way for names in model.parts.values()))
        self.stage = Stage(analysis, scene, budget, Presence(counts, either_way))
        pace = analysis.settings.get("pace")
        usable = isinstance(pace, int | float) and not isinstance(pace, bool) and pace > 0
        self.walker = Walker(self.stage, float(pace) if usable and pace else DEFAULT_PACE)
        self.before = endings.get(scene.continues or "")

    def build(self) -> tuple[SceneSpec, _Ending]:
        scene = self.scene
        carried = self._carry()
        beats: list[BeatSpec] = []
        start = 0
        for beat in scene.beats:
            beats.append(self._beat(beat, start))
            start += beats[-1].frames
        ending = _Ending(
            [(ref, change) for ref in self.stage.presence.on_screen(start)
             if (change := self.stage.presence.last(ref, start)) is not None],
            {name: value for name, value in self.stage.params.items() if value is not None},
            dict(scene.texts),
        )
        frames = self._close(beats, start)
        self._report_absent()
        self._report_labels()
        self._sweep()
        report_never_seen(self.scene)
        spec = SceneSpec(
            id=scene.id, title=scene.title, layout=scene.layout, continues=scene.continues,
            carried=carried, definitions=scene.definitions, params=self._params(),
            objects=tuple(model.spec() for model in scene.objects.values()),
            beats=tuple(beats), frames=frames, span=scene.span, clears=self.clears,
        )
        return spec, ending

    # ------------------------------------------------------------ what was there before

    def _carry(self) -> tuple[Ref, ...]:
        """Put on the stage what the continued scene left, in order of depth."""
        if self.before is None:
            return ()
        self.scene.texts.update(self.before.texts)
        order = {id: number for number, id in enumerate(self.scene.objects)}
        shown = [(ref, change) for ref, change in self.before.shown if ref.object in order]
        for ref, change in shown:
            self.stage.presence.enter(ref, 0, change.verb, change.span)
        return tuple(sorted(
            (ref for ref, _ in shown), key=lambda ref: (_layer(self.scene, ref), order[ref.object])
        ))

    def _params(self) -> tuple[ParamSpec, ...]:
        before = self.before.params if self.before else {}
        specs = []
        for param in self.scene.params.values():
            spec = param.spec()
            specs.append(replace(spec, initial=before.get(param.name, spec.initial)))
        return tuple(specs)

    # ------------------------------------------------------------ beats

    def _beat(self, beat: BeatModel, start: int) -> BeatSpec:
        id = f"{self.scene.id}@{beat.name}"
        self.stage.new_beat(id)
        end = self.walker.beat(beat, start)
        frames = end - start
        if beat.tree.lasts is not None:
            frames = self._lasts(beat, beat.tree.lasts, start, frames)
        return BeatSpec(
            id=id, name=beat.name, line=self._line(beat), color=self._color(beat),
            start=start, frames=frames,
            steps=tuple(sorted(self.stage.steps, key=lambda step: step.start)),
            speech=tuple(self.stage.speech), span=beat.tree.span,
        )

    def _lasts(self, beat: BeatModel, expr: tree.Expr, start: int, frames: int) -> int:
        """The length of the beat, filled up; a finding if what is in it takes longer."""
        wanted = self.walker.reader.duration(expr, beat.scope, "lasts")
        if frames <= wanted:
            return wanted
        related: tuple[Related, ...] = ()
        entries: list[Step | Speech] = [*self.stage.steps, *self.stage.speech]
        late = [e for e in entries if e.start + e.frames > start + wanted]
        if late:
            first = min(late, key=lambda e: (e.start, isinstance(e, Speech)))
            what = "this is said" if isinstance(first, Speech) else "this ends"
            label = f"{what} until {seconds(first.start + first.frames - start)} into the beat"
            related = (Related(first.span, label),)
        self.scene.report.add(
            codes.BEAT_TOO_LONG, expr.span,
            f"the beat `{beat.name}` takes {seconds(frames)}, more than the "
            f"{seconds(wanted)} of its `lasts`", label=f"{seconds(frames)} are needed",
            help=f"write `lasts {seconds(frames)}`, shorten what is in it, or leave `lasts` away",
            related=related,
        )
        return frames

    def _line(self, beat: BeatModel) -> str | None:
        if beat.tree.line is None:
            return None
        text = self.scene.evaluator.text(beat.tree.line, beat.scope)
        if isinstance(text, Live):
            self.scene.report.add(codes.SAY_LIVE, beat.tree.line.span, "a lecture line stands "
                                  "still, but this one follows something that changes",
                                  help="write it without `#{…}`")
            text = text.initial
        return text if isinstance(text, str) else ""

    def _color(self, beat: BeatModel) -> Any:
        if beat.tree.color is None:
            return None
        reader = self.walker.reader
        value = reader.read("color", beat.tree.color, beat.scope, "`beat … color`")
        if isinstance(value, Live):
            value = value.initial
        return value if type(value).__name__ == "Color" else None

    def _close(self, beats: list[BeatSpec], end: int) -> int:
        """The scene clears away in half a second, unless the next one goes on from it: last step
        of the last beat."""
        if not beats or not self.clears:
            return end
        frames = round(CLOSING_SECONDS * FPS)
        last = beats[-1]
        self.stage.beat, self.stage.steps = last.id, list(last.steps)
        span = Span(self.scene.span.end, self.scene.span.end, self.scene.span.path)
        self.walker.actor.clear(Moment(end, frames, 0), "smooth", span)
        beats[-1] = replace(last, steps=tuple(self.stage.steps))
        return end + frames

    # ------------------------------------------------------------ known only at the end

    def _report_absent(self) -> None:
        for absent in self.stage.absent:
            self.scene.report.extend((self._absent(absent),))

    def _absent(self, absent: Absent) -> Finding:
        name = reference(absent.ref)
        model = self.scene.objects[absent.ref.object]
        leaf = next(iter(self.stage.leaves(absent.ref)), absent.ref)
        later = [c for c in self.stage.presence.entrances(leaf) if c.begin > absent.frame]
        related: list[Related] = []
        fix = None
        if absent.last is not None and not absent.last.there:
            last = absent.last
            how = "turned into another" if last.verb == "morph" else "left the screen"
            message = f"`{absent.verb}` names `{name}`, which {how} at {seconds(last.frame)}"
            related.append(Related(last.span, GONE.get(last.verb, "left here")))
            help = (f"name what it turned into, or `show {name}` again first"
                    if last.verb == "morph" else f"write `show {name}` before, or let it stay")
        else:
            message = f"`{absent.verb}` names `{name}`, which is not on screen yet"
            related.append(Related(model.decl.name.span, "declared here, which shows nothing"))
            shown = absent.ref.object if absent.ref.path else name
            help = f"write `show {shown}` before this"
            if VERBS[absent.verb].role == "out":
                help = f"remove this, or show `{shown}` earlier"
            elif absent.whole.path == absent.span.path:
                at = Span(absent.whole.start, absent.whole.start, absent.whole.path)
                fix = Fix(f"`show {shown}` first", (Edit(at, f"show {shown}; "),))
        if later:
            first = later[0]
            related.append(Related(first.span, f"first shown here, at {seconds(first.begin)}"
                                   if absent.last is None else
                                   f"shown again here, at {seconds(first.begin)}"))
            help += f"; it enters only at {seconds(first.begin)}"
        return Finding(codes.NOT_ON_SCREEN, absent.span, message, "not on screen", help,
                       tuple(related), fix)

    def _report_labels(self) -> None:
        for ref, frame, span in self.stage.labels:
            model = self.scene.objects[ref.object]
            if model.kind.name not in _HANGS_ON:
                continue
            for anchor in _anchors(model):
                if anchor.object not in self.scene.objects or self._there(anchor, frame):
                    continue
                self._label_alone(ref, anchor, frame, span, model)
                break

    def _there(self, ref: Ref, frame: int) -> bool:
        presence = self.stage.presence
        return any(presence.there(leaf, frame) for leaf in self.stage.leaves(ref))

    def _label_alone(
        self, ref: Ref, anchor: Ref, frame: int, span: Span, model: ObjectModel
    ) -> None:
        name = reference(anchor)
        leaf = next(iter(self.stage.leaves(anchor)), anchor)
        later = [c for c in self.stage.presence.entrances(leaf) if c.begin >= frame]
        related = [Related(model.span, "declared here")]
        if later:
            related.append(Related(later[0].span, f"`{name}` is shown here, later"))
        self.scene.report.add(
            codes.LABEL_ALONE, span,
            f"`{reference(ref)}` belongs to `{name}`, which is not on screen when it is shown",
            help=f"show `{name}` first", related=tuple(related))

    def _sweep(self) -> None:
        sets = self.stage.sets
        if not sets:
            return
        for model in self.scene.objects.values():
            model.sweep = {
                name: tuple(dict.fromkeys(sets[name]))
                for name in self._followed(model) if name in sets
            }

    def _followed(self, model: ObjectModel) -> Iterable[str]:
        names = dict.fromkeys(model.follows_params())
        for member in self.scene.leaves((Ref(model.id),)):
            other = self.scene.objects.get(member.object)
            if other is not None and other is not model:
                names.update(dict.fromkeys(other.follows_params()))
        return names


def _layer(scene: SceneModel, ref: Ref) -> float:
    layer = scene.objects[ref.object].style.get("layer", 0)
    return layer if isinstance(layer, int | float) else 0


def _anchors(model: ObjectModel) -> list[Ref]:
    value = model.args.get("obj")
    if isinstance(value, Ref):
        return [value]
    return [item for item in value if isinstance(item, Ref)] if isinstance(value, tuple) else []


