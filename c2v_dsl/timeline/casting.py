"""Whom a verb acts on at its moment: families reduced to those it concerns, presence kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..diagnostics import Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Ref
from ..semantics.scope import Scope
from ..semantics.vocabulary.declare import Verb
from ..semantics.walk import bare
from ..syntax import tree
from .conflicts import PROPERTY_WORDS, Use
from .context import Absent, Stage
from .text import reference, seconds

__all__ = ["Casting", "Moment"]

GONE = {
    "hide": "hidden here", "erase": "erased here", "shrink": "shrunk away here",
    "remove": "removed here", "clear": "cleared away here", "morph": "turned into another here",
}


_BODIES = frozenset({"move", "shift", "rotate", "scale", "swap"})
"""Verbs that take a group as one body, also one after another."""


class Moment(NamedTuple):
    """When a verb works: each target for ``each`` frames, starting ``lag`` after one another."""

    start: int
    each: int
    lag: int

    def of(self, position: int) -> tuple[int, int]:
        """Start and end for the target at ``position``."""
        begin = self.start + position * self.lag
        return begin, begin + self.each

    def total(self, count: int) -> int:
        return self.each + self.lag * max(0, count - 1)


class Casting:
    """Chooses targets, keeps presence, and finds what collides."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.scene = stage.scene

    # ------------------------------------------------------------ choosing

    def entering(
        self, verb: Verb, exprs: Iterable[tree.Expr], scope: Scope, moment: Moment
    ) -> list[Ref] | None:
        """What of ``exprs`` is not on screen yet; None if one could not be resolved."""
        chosen: dict[Ref, None] = {}
        right = True
        for expr in exprs:
            refs = self.scene.resolve(expr, scope)
            if refs is None:
                right = False
                self._assume_root(expr, scope, moment.start)
                continue
            leaves = [leaf for ref in refs for leaf in self.stage.leaves(ref)]
            missing = [
                leaf for leaf in leaves
                if self.stage.presence.complete(leaf, moment.start) is None
            ]
            if leaves and not missing:
                self._there_already(verb, expr, leaves, moment)
            elif len(missing) == len(leaves) and not moment.lag:
                chosen.update(dict.fromkeys(refs))
            else:
                chosen.update(dict.fromkeys(missing))
        return list(chosen) if right or chosen else None

    def present(
        self, verb: Verb, exprs: Iterable[tree.Expr], scope: Scope, moment: Moment, whole: Span,
        *, split: bool = False,
    ) -> list[Ref] | None:
        """What of ``exprs`` is on screen; None if one could not be resolved.

        With ``split`` a group that is there in part becomes those members that are.
        """
        chosen: dict[Ref, None] = {}
        right = True
        for expr in exprs:
            refs = self.scene.resolve(expr, scope)
            if refs is None:
                right = False
                continue
            found = False
            for ref in refs:
                leaves = self.stage.leaves(ref)
                there = [x for x in leaves if self.stage.presence.there(x, moment.start)]
                if not there:
                    continue
                found = True
                apart = (split and len(there) < len(leaves)) or (
                    moment.lag and verb.name not in _BODIES)
                chosen.update(dict.fromkeys(there if apart else (ref,)))
            if refs and not found:
                self._missing(verb, expr, refs, moment, whole)
                chosen.update(dict.fromkeys(refs))
        return list(chosen) if right or chosen else None

    def assume(self, exprs: Iterable[tree.Expr], scope: Scope, frame: int, span: Span) -> None:
        """Take what ``exprs`` name for present, so that one mistake is reported once."""
        for expr in exprs:
            for ref in self.scene.resolve(expr, scope, quiet=True) or ():
                self._assume(ref, frame, span)

    def _assume_root(self, expr: tree.Expr, scope: Scope, frame: int) -> None:
        """Part of a family could not be told: take all of it for present."""
        root = bare(expr)
        while isinstance(root, tree.Index | tree.Attr):
            root = bare(root.base)
        if root is not expr:
            self.assume([root], scope, frame, expr.span)

    def _assume(self, ref: Ref, frame: int, span: Span) -> None:
        for leaf in self.stage.leaves(ref):
            if not self.stage.presence.there(leaf, frame):
                self.stage.presence.enter(leaf, frame, "", span, assumed=True)

    # ------------------------------------------------------------ coming and going

    def enter(self, verb: str, refs: Sequence[Ref], moment: Moment, span: Span) -> None:
        for position, ref in enumerate(refs):
            start, _ = moment.of(position)
            for leaf in self.stage.leaves(ref):
                self.stage.presence.enter(leaf, start, verb, span)
                model = self.scene.objects.get(leaf.object)
                if model is not None and model.kind.follows and not leaf.path:
                    self.stage.labels.append((leaf, start + max(0, moment.each - 1), span))

    def leave(self, verb: str, refs: Sequence[Ref], moment: Moment, span: Span) -> None:
        for position, ref in enumerate(refs):
            start, end = moment.of(position)
            for leaf in self.stage.leaves(ref):
                self.stage.presence.leave(leaf, start, end, verb, span)

    # ------------------------------------------------------------ findings

    def _there_already(
        self, verb: Verb, expr: tree.Expr, leaves: Sequence[Ref], moment: Moment
    ) -> None:
        first = self.stage.presence.complete(leaves[0], moment.start)
        assert first is not None
        name = reference(leaves[0]) if len(leaves) == 1 else None
        who = f"`{name}` is" if name else "all of this is"
        going = self.stage.presence.leaving(leaves[0], moment.start)
        if going is not None:
            message = f"{who} still on its way out until {seconds(going.frame)}"
            related = (Related(going.span, GONE.get(going.verb, "leaves here")),)
            help = "let it go first, then show it again"
        else:
            since = f"since {seconds(first.frame)}" if first.frame else "from the start"
            message = f"{who} on screen already, {since}"
            related = (Related(first.span, "first shown here"),)
            if verb.name in ("morph", "copy"):
                help = (f"`{verb.name} … into` brings its goal on screen: do not show that "
                        "before, or hide it first")
            else:
                help = f"leave this out, or point at it: `flash {name or 'a'}`"
        self.scene.report.add(codes.ON_SCREEN_ALREADY, expr.span, message, help=help,
                              related=related)

    def _missing(
        self, verb: Verb, expr: tree.Expr, refs: Sequence[Ref], moment: Moment, whole: Span
    ) -> None:
        ref = refs[0]
        leaf = next(iter(self.stage.leaves(ref)), ref)
        last = self.stage.presence.last(leaf, moment.start)
        self.stage.absent.append(Absent(ref, verb.name, moment.start, expr.span, whole, last))
        for each in refs:
            self._assume(each, moment.start, expr.span)

    # ------------------------------------------------------------ properties

    def claim(
        self, verb: str, refs: Sequence[Ref], moment: Moment, properties: Iterable[str],
        span: Span, *, same: bool = False,
    ) -> None:
        """Enter what the verb changes; a finding for the first thing changed by another too.

        With ``same`` this belongs to the action that claimed last.
        """
        self.stage.claims += not same
        wanted = frozenset(properties) - {"none"}
        reported = False
        for position, ref in enumerate(refs):
            start, end = moment.of(position)
            for leaf in self._touched(ref):
                use = Use(start, end, self.stage.presence.keys(leaf), wanted, verb, span,
                          self.stage.claims)
                collision = self.stage.conflicts.claim(leaf.object, use, moment.start)
                if collision and not reported:
                    reported = True
                    self.collide(leaf, use, *collision)

    def _touched(self, ref: Ref) -> Iterator[Ref]:
        yield ref
        if not ref.path:
            yield from (leaf for leaf in self.stage.leaves(ref) if leaf != ref)

    def collide(self, ref: Ref, use: Use, other: Use, property: str) -> None:
        if use.start == other.start and use.span.path == other.span.path and (
            use.span.start < other.span.start
        ):
            use, other = other, use
        word = PROPERTY_WORDS[property]
        name = ref.object.removeprefix("param ") if property == "param" else reference(ref)
        until = f"until {seconds(other.end)}"
        if use.span == other.span:
            message = f"`{use.verb}` changes {word} of `{name}` twice at the same time"
        elif property == "param":
            message = f"`{name}` is set here while another `set` is at work on it, {until}"
        else:
            message = (f"`{use.verb}` changes {word.replace('its', 'the')} of `{name}` while "
                       f"`{other.verb}` does, {until}")
        if property == "camera":
            message = (f"`{use.verb}` moves the camera here while another `{other.verb}` does, "
                       f"{until}" if use.verb == other.verb else
                       f"`{use.verb}` moves the camera here while `{other.verb}` does, {until}")
        if property == "presence":
            message = f"`{name}` comes or goes here while `{other.verb}` is at work, {until}"
        if use.start == other.start:
            help = "put one after the other, outside `together`"
        else:
            help = f"let this begin when the other is over, at {seconds(other.end)}"
        self.scene.report.add(codes.TWO_AT_ONCE, use.span, message, help=help,
                              related=(Related(other.span, f"`{other.verb}` at work here"),))

    def check_free(
        self, verb: Verb, refs: Sequence[Ref], properties: Iterable[str], span: Span
    ) -> None:
        """Findings where the verb would change what follows a param or an object."""
        wanted = frozenset(properties)
        for ref in refs:
            leaves = self.stage.leaves(ref)
            held = {leaf.object for leaf in leaves}
            for leaf in leaves:
                if self._bound(verb, ref, leaf, wanted, held, span):
                    return

    def _bound(
        self, verb: Verb, ref: Ref, leaf: Ref, wanted: frozenset[str], held: set[str], span: Span
    ) -> bool:
        model = self.scene.objects.get(leaf.object)
        if model is None:
            return False
        follows = self.stage.follows(leaf.object)
        together = leaf.object != ref.object
        if together and model.plane in held:
            return False
        name = reference(leaf)
        params = {p: follows.params[p] for p in wanted if p in follows.params}
        for part, live in follows.parts:
            if self.stage.presence.share(part, leaf):
                params.update({p: live[p] for p in wanted if p in live})
        if params:
            property = next((p for p in verb.touches if p in params), min(params))
            param = params[property]
            self.scene.report.add(
                codes.FOLLOWS_PARAM, span,
                f"{PROPERTY_WORDS[property]} of `{name}` follows the param `{param}`, so "
                f"`{verb.name}` cannot change it".replace("its ", "the ", 1),
                help=f"change the param: `set {param} to …`",
                related=(Related(model.span, "declared here"),))
            return True
        objects = sorted(p for p in wanted if p in follows.objects)
        if objects and not together:
            other = follows.objects[objects[0]]
            action = f"apply M to {other}" if verb.name == "apply" else f"{verb.name} {other}"
            self.scene.report.add(
                codes.FOLLOWS_OBJECT, span,
                f"`{name}` stays with `{other}`, so `{verb.name}` cannot change "
                f"{PROPERTY_WORDS[objects[0]]}",
                help=f"write `{action} …`, and the {model.kind.name} comes along",
                related=(Related(model.span, "declared here"),))
            return True
        return False
