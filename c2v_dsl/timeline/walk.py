"""The beats of a scene, walked in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..diagnostics import Edit, Fix, Related
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Live
from ..semantics.model import BeatModel
from ..semantics.scope import Scope
from ..semantics.suggest import did_you_mean, listing
from ..semantics.walk import nodes
from ..syntax import tree
from .acting import Actor
from .calls import bind_arguments
from .context import MAX_ACTIONS, MAX_DEPTH, Context, Stage
from .model import FPS, Speech
from .reading import Reader
from .schedule import Branch, Fork, Until, run
from .speech import frames_of, read
from .text import seconds

__all__ = ["Walker"]

LATE = FPS // 2
"""Frames behind its mark from which a `when` is told to come late."""


class Walker:
    """Walks beats; steps, speech and presence gather in its `Stage`."""

    def __init__(self, stage: Stage, pace: float) -> None:
        self.stage = stage
        self.scene = stage.scene
        self.pace = pace
        self.reader = Reader(stage)
        self.actor = Actor(stage, self.reader)
        self._say_end = 0
        self._body: tuple[tree.Action, ...] = ()

    def beat(self, beat: BeatModel, start: int) -> int:
        """Walk one beat from ``start``; the frame at which it ends, ``lasts`` not counted."""
        self._say_end = start
        self._body = beat.tree.body
        end = run(self._sequence(self._body, Context(beat.scope), start))
        return max(end, self._say_end)

    # ------------------------------------------------------------ order

    def _sequence(self, body: Sequence[tree.Action], context: Context, t: int) -> Branch:
        scope = context.scope
        for node in body:
            if self.stage.budget.spent:
                break
            if isinstance(node, tree.Let):
                scope = self.reader.let(node, scope)
            else:
                t = yield from self._action(node, context.at(scope), t)
        return t

    def _action(self, node: tree.Action, context: Context, t: int) -> Branch:
        if context.depth > MAX_DEPTH:
            self._report(codes.TOO_DEEP, node, "this stands in more than "
                         f"{MAX_DEPTH} blocks and actions", help="name the inner part as an "
                         "`action` and `do` it")
            return t
        if not isinstance(node, tree.ForActions) and not self._count(node):
            return t
        match node:
            case tree.Act():
                verb = self.actor.verb(node, context, t)
                if verb is None:
                    return t
                yield Until(t, self.actor.rank(verb))
                return self.actor.act(verb, node, context, t)
            case tree.SetAct():
                yield Until(t, 1)
                return self.actor.set(node, context, t)
            case tree.HatchAct():
                yield Until(t, 1)
                return self.actor.hatch(node, context, t)
            case tree.Wait():
                return t + self.reader.duration(node.duration, context.scope, "wait")
            case tree.Say():
                return self._say(node, context, t)
            case tree.Together():
                return (yield from self._beside(node.body, context.deeper("together"), t, 0))
            case tree.Stagger():
                lag = self.reader.duration(node.delay, context.scope, "stagger")
                return (yield from self._beside(node.body, context.deeper("stagger"), t, lag))
            case tree.When():
                moment = self._moment(node, t)
                at = max(t, moment)
                if at - moment >= LATE:
                    self._late(node, at - moment)
                yield Until(at)
                return (yield from self._sequence(node.body, context.deeper("when"), at))
            case tree.ForActions():
                for scope in self._rounds(node, context):
                    t = yield from self._sequence(node.body, context.at(scope).deeper(), t)
                return t
            case tree.Do():
                return (yield from self._do(node, context, t))
        return t

    def _beside(
        self, body: Sequence[tree.Action], context: Context, t: int, lag: int
    ) -> Branch:
        branches = tuple(
            self._action(node, inner, t + lag * n)
            for n, (node, inner) in enumerate(self._unfold(body, context))
        )
        if not branches:
            return t
        return int((yield Fork(branches)))

    def _unfold(
        self, body: Sequence[tree.Action], context: Context
    ) -> Iterator[tuple[tree.Action, Context]]:
        """The actions of a block that run side by side: loops as if they were written out."""
        scope = context.scope
        for node in body:
            if self.stage.budget.spent:
                return
            if isinstance(node, tree.Let):
                scope = self.reader.let(node, scope)
            elif isinstance(node, tree.ForActions) and context.depth <= MAX_DEPTH:
                inner = context.at(scope).deeper()
                for bound in self._rounds(node, context.at(scope)):
                    yield from self._unfold(node.body, inner.at(bound))
            else:
                yield node, context.at(scope)

    def _count(self, node: tree.Node) -> bool:
        budget = self.stage.budget
        budget.actions += 1
        return self._afford(budget.actions, node)

    def _afford(self, count: int, node: tree.Node) -> bool:
        budget = self.stage.budget
        if count > MAX_ACTIONS and not budget.spent:
            budget.spent = True
            self._report(codes.TOO_MANY_ACTIONS, node,
                         f"here the file passes {MAX_ACTIONS:,} actions, all loops unfolded",
                         help="shorten the ranges of the loops around this")
        return not budget.spent

    def _rounds(self, node: tree.ForActions, context: Context) -> Iterator[Scope]:
        for scope in self.reader.rounds(node.clause, context.scope):
            self.stage.budget.rounds += 1
            if not self._afford(self.stage.budget.rounds, node.clause):
                return
            yield scope

    def _report(
        self, code: str, node: tree.Node, message: str, help: str = "",
        related: tuple[Related, ...] = (), fix: Fix | None = None,
    ) -> None:
        self.scene.report.add(code, node.span, message, help=help, related=related, fix=fix)

    # ------------------------------------------------------------ words

    def _say(self, node: tree.Say, context: Context, t: int) -> int:
        seen: dict[str, tree.Ident] = {}
        for mark in node.marks:
            if mark.text in seen:
                self._report(codes.MARK_TWICE, mark, f"the mark `{mark.text}` stands twice in "
                             "this `say`", "give one of them another name",
                             (Related(seen[mark.text].span, "first here"),))
            seen.setdefault(mark.text, mark)
        if context.inside:
            self._report(
                codes.SAY_PLACE, node, f"`say` stands inside `{context.inside}`, words belong at "
                "the top level of a beat",
                "put it before the block: it goes on beside what follows; to start something at "
                "a word, mark the word and use `when`",
            )
        text = self.scene.evaluator.text(node.text, context.scope)
        if isinstance(text, Live):
            self._report(codes.SAY_LIVE, node, "these words follow something that changes, but "
                         "words are spoken once", "say it without `#{…}`")
            text = text.initial
        start = max(t, self._say_end)
        if not isinstance(text, str):
            self.stage.marks.update(dict.fromkeys(seen, start))
            return start
        if not text.strip():
            return start
        spoken = read(text, seen)
        frames = frames_of(spoken.words, self.pace, FPS)
        marks = {name: start + round(share * frames) for name, share in spoken.marks.items()}
        for name in seen:
            marks.setdefault(name, start)
        self.stage.speech.append(Speech(spoken.text, start, frames, marks, node.span))
        self.stage.marks.update(marks)
        self._say_end = start + frames
        return start

    def _moment(self, node: tree.When, t: int) -> int:
        name = node.mark.text
        at = self.stage.marks.get(name)
        if at is not None:
            return at
        later = [
            mark for found in nodes(self._body) if isinstance(found, tree.Say)
            for mark in found.marks if mark.text == name
        ]
        others = {
            mark.text: (mark, beat) for beat in self.scene.beats for found in nodes(beat.tree.body)
            if isinstance(found, tree.Say) for mark in found.marks
        }
        if later:
            self._report(codes.UNKNOWN_MARK, node.mark, f"the mark `{name}` belongs to a `say` "
                         "further down, which has not begun yet",
                         "put the `say` above: it goes on beside what follows",
                         (Related(later[0].span, "the mark stands here"),))
        elif name in others:
            mark, beat = others[name]
            self._report(codes.UNKNOWN_MARK, node.mark, f"the mark `{name}` belongs to another "
                         f"beat, `{beat.name}`", "marks hold inside their own beat",
                         (Related(mark.span, "the mark stands here"),))
        else:
            known = self.stage.marks
            help = did_you_mean(name, known) or (
                f"the marks so far are {listing(f'`{mark}`' for mark in known)}" if known else
                f'mark the word in the `say` above: `say "… <{name}> …"`')
            same = next((mark for mark in known if mark.lower() == name.lower()), None)
            self._report(codes.UNKNOWN_MARK, node.mark,
                         f"no `say` above in this beat has the mark `{name}`", help,
                         fix=Fix(f"write `{same}`", (Edit(node.mark.span, same),), "safe")
                         if same is not None else None)
        return t

    def _late(self, node: tree.When, frames: int) -> None:
        name = node.mark.text
        marks = [mark for found in nodes(self._body) if isinstance(found, tree.Say)
                 for mark in found.marks if mark.text == name]
        self._report(
            codes.LATE_MARK, node.mark, f"this comes {seconds(frames)} after `{name}`: what stands "
            "before it is not over earlier",
            f"to begin at the word, put both into `together {{ … when {name} {{ … }} }}`",
            tuple(Related(mark.span, "the mark stands here") for mark in marks[:1]))

    # ------------------------------------------------------------ actions

    def _do(self, node: tree.Do, context: Context, t: int) -> Branch:
        name = node.call.func.text if isinstance(node.call.func, tree.Name) else ""
        action = self.stage.analysis.actions.get(name)
        if action is None:
            known = self.stage.analysis.actions
            help = did_you_mean(name, known) or f"define it: `action {name or 'name'}(…) {{ … }}`"
            self._report(codes.UNKNOWN_ACTION, node.call, f"there is no action `{name}`", help)
            return t
        if name in context.calls:
            chain = " → ".join([*context.calls[context.calls.index(name):], name])
            self._report(codes.ACTION_CYCLE, node.call,
                         f"`{name}` would do itself without end: {chain}"
                         if len(context.calls) > 1 else f"`{name}` would do itself without end",
                         "repeat with `for`",
                         (Related(action.tree.name.span, "defined here"),))
            return t
        scope = bind_arguments(self.reader, action, node.call, context.scope)
        if scope is None:
            return t
        inner = replace(context.deeper(), scope=scope, calls=(*context.calls, name))
        return (yield from self._sequence(action.tree.body, inner, t))
