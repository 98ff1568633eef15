"""Verbs at work: from an action of the tree to the steps of the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Ref
from ..semantics.values import COLOR_NAMES, Area, Cell
from ..semantics.vocabulary.declare import Verb
from ..semantics.vocabulary.styles import STYLES
from ..semantics.vocabulary.verbs import DIM_TO, VERBS
from ..semantics.walk import bare
from ..syntax import tree
from .casting import Casting, Moment
from .context import Context, Stage
from .filming import Camera
from .model import FPS, Easing, Step
from .phrases import fits_as, flat_targets, known_verb, phrases_of
from .reading import NOTHING, Reader
from .setting import ParamSetter

__all__ = ["Actor"]

_RANK = {"in": 0, "become": 0, "out": 2}
_PAINT = ("color", "fill", "stroke")
_AT_ONCE = ("set", "python", "swap", "clear", "zoom", "follow")
_REWRITTEN = frozenset({"text", "math", "label"})


class Actor:
    """Performs the verbs of one scene."""

    def __init__(self, stage: Stage, reader: Reader) -> None:
        self.stage = stage
        self.scene = stage.scene
        self.reader = reader
        self.casting = Casting(stage)
        self.params = ParamSetter(stage, reader, self.casting)
        self.camera = Camera(stage, reader, self.casting)

    def rank(self, verb: Verb) -> int:
        """Of actions that begin together, entrances come first and exits last."""
        return _RANK.get(verb.role, 1)

    def verb(self, node: tree.Act, context: Context, frame: int) -> Verb | None:
        """The verb of ``node``; None after a finding, with its targets taken for present."""
        first = bare(node.targets[0]) if node.targets else None
        source = _name(first)
        objects = {*self.scene.objects, *self.scene.families}
        verb, right = known_verb(self.scene.report, node, source, objects)
        if verb is not None and (right or fits_as(node, verb)):
            return verb
        targets = [*node.targets, *(o for p in node.phrases for o in p.operands)]
        spread = [
            arg.value if isinstance(arg, tree.Arg) else arg
            for t in targets
            for arg in (bare(t).args if isinstance(bare(t), tree.Call) else
                        bare(t).items if isinstance(bare(t), tree.Tuple) else (t,))
        ]
        self.casting.assume(spread, context.scope, frame, node.span)
        return None

    # ------------------------------------------------------------ time

    def _timing(
        self, verb: Verb, timing: tree.Timing | None, context: Context, t: int
    ) -> tuple[Moment, Easing]:
        each = round(verb.seconds * FPS)
        if timing is None:
            return Moment(t, each, 0), "smooth"
        if timing.over is not None:
            each = self.reader.duration(timing.over, context.scope, "over")
            if verb.seconds == 0 and each > 0:
                slow = "show" if verb.role == "in" else "hide"
                self._report(codes.WRONG_TIMING, timing.over.span,
                             f"`{verb.name}` happens at once, so it takes no `over`",
                             f"write `{slow}` for something that takes its time")
                each = 0
        lag = 0
        if timing.stagger is not None:
            lag = self.reader.duration(timing.stagger, context.scope, "stagger")
            if verb.name in _AT_ONCE:
                self._report(codes.WRONG_TIMING, timing.stagger.span,
                             f"`{verb.name}` is one change, there is nothing in it to stagger",
                             "put several actions into `stagger 0.2s { … }`")
                lag = 0
        return Moment(t, each, lag), self.reader.ease(timing.ease)

    def _step(
        self, verb: str, refs: Sequence[Ref], args: dict[str, Any], moment: Moment, ease: Easing,
        span: Span, count: int | None = None, code: str | None = None,
    ) -> int:
        frames = moment.total(len(refs) if count is None else count)
        number = len(self.stage.steps)
        lag = moment.lag if frames > moment.each else 0
        self.stage.steps.append(Step(
            f"{self.stage.beat}#{number}", verb, tuple(refs), args, moment.start, frames,
            moment.each, lag, ease, code, span,
        ))
        return moment.start + frames

    def _report(
        self, code: str, span: Span, message: str, help: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        self.scene.report.add(code, span, message, help=help, related=related)

    # ------------------------------------------------------------ verbs with targets

    def act(self, verb: Verb, node: tree.Act, context: Context, t: int) -> int:
        """Perform ``node`` from frame ``t``; the frame at which it ends."""
        moment, ease = self._timing(verb, node.timing, context, t)
        if self._misread(verb, node):
            return t + moment.each
        phrases = phrases_of(self.scene.report, verb, node)
        if verb.name == "clear":
            return self._clear(node, phrases or {}, context, moment, ease)
        if verb.name == "zoom":
            return self._zoom(verb, node, phrases, context, moment, ease)
        targets = flat_targets(self.scene.report, node)
        if verb.name == "apply":
            return self._apply(verb, node, targets, phrases, context, moment, ease)
        if not targets:
            self._report(codes.WRONG_TARGETS, node.verb.span,
                         f"`{verb.name}` needs what it acts on", f"write it like `{verb.example}`")
            return t + moment.each
        if verb.name in _PAINT and not node.values and self._only_color(verb, targets):
            return t + moment.each
        if verb.role == "become":
            return self._become(verb, node, targets, phrases, context, moment, ease)
        if verb.role == "in":
            refs = self.casting.entering(verb, targets, context.scope, moment)
        else:
            split = verb.role == "out"
            refs = self.casting.present(verb, targets, context.scope, moment, node.span,
                                        split=split)
        args = self._args(verb, node, phrases, context)
        if not refs or args is None or not self._suitable(verb, node, targets, refs):
            return t + moment.each
        if verb.name == "rewrite":
            self.scene.rewrite(refs[0], args["text"])
        return self._perform(verb, refs, args, moment, ease, node.span)

    def _misread(self, verb: Verb, node: tree.Act) -> bool:
        """Whether a word is missing, so that ``shift a (1, 0)`` looks like a call of ``a``."""
        for target in node.targets:
            inner = bare(target)
            if not isinstance(inner, tree.Call) or not isinstance(inner.func, tree.Name):
                continue
            name = inner.func.text
            if inner.args and (name in self.scene.objects or name in self.scene.families):
                word = verb.choose[0] if verb.choose else next(
                    (p.word for p in verb.phrases if p.type != "none"), "")
                if not word:
                    return False
                start = inner.args[0].span.start - 1
                gap = inner.func.span._replace(start=inner.func.span.end, end=start)
                self.scene.report.add(
                    codes.MISSING_PHRASE, inner.span._replace(start=start),
                    f"`{word}` is missing behind `{inner.func.text}`",
                    help=f"write it like `{verb.example}`",
                    fix=Fix(f"insert `{word}`", (Edit(gap, f" {word} "),)))
                return True
        return False

    def _zoom(
        self, verb: Verb, node: tree.Act, phrases: dict[str, tree.Phrase] | None,
        context: Context, moment: Moment, ease: Easing,
    ) -> int:
        args = phrases and self.camera.zoom(verb, node, phrases, context, moment)
        if not args:
            return moment.start + moment.each
        return self._step(verb.name, (), args, moment, ease, node.span, 1)

    def _perform(
        self, verb: Verb, refs: Sequence[Ref], args: dict[str, Any], moment: Moment, ease: Easing,
        span: Span,
    ) -> int:
        touches = frozenset(verb.touches)
        if "about" in args:
            touches |= {"position"}
        if verb.role == "change":
            self.casting.check_free(verb, refs, touches, span)
        if verb.role == "camera":
            self.camera.claim(verb, moment, span)
        else:
            self.casting.claim(verb.name, refs, moment, touches, span)
        if verb.role == "in":
            self.casting.enter(verb.name, refs, moment, span)
        elif verb.role == "out":
            self.casting.leave(verb.name, refs, moment, span)
        return self._step(verb.name, refs, args, moment, ease, span)

    def _suitable(
        self, verb: Verb, node: tree.Act, targets: Sequence[tree.Expr], refs: Sequence[Ref]
    ) -> bool:
        whole = targets[0].span.to(targets[-1].span)
        if verb.targets == "two" and len(refs) != 2:
            self._report(codes.WRONG_TARGETS, whole,
                         f"`{verb.name}` takes two objects, found {len(refs)}",
                         f"write it like `{verb.example}`")
            return False
        if verb.targets == "one" and len(refs) != 1:
            self._report(codes.WRONG_TARGETS, whole,
                         f"`{verb.name}` takes one object, found {len(refs)}",
                         "write an action for each")
            return False
        if verb.name == "rewrite":
            kind = self.scene.kind_of(refs[0])
            if refs[0].path or kind is None or kind.name not in _REWRITTEN:
                what = "a part" if refs[0].path else f"a {kind.name}" if kind else "something else"
                self._report(codes.WRONG_TARGETS, whole,
                             f"`rewrite` takes a whole text, label or formula, found {what}",
                             "declare another object, and `morph a into b`")
                return False
        return True

    # ------------------------------------------------------------ what stands behind

    def _args(
        self, verb: Verb, node: tree.Act, phrases: dict[str, tree.Phrase] | None, context: Context
    ) -> dict[str, Any] | None:
        """The step's arguments; None after a finding."""
        if phrases is None:
            return None
        if verb.name in _PAINT:
            return self._paint(verb, node, context)
        args: dict[str, Any] = {}
        specs = {spec.word: spec for spec in verb.phrases}
        for word, phrase in phrases.items():
            what = f"`{verb.name} … {word}`"
            spec = specs[word]
            if spec.type == "none":
                args[word] = True
                continue
            wanted = 2 if spec.type == "objects" else 1
            if len(phrase.operands) != wanted:
                count = "two objects" if wanted == 2 else "one"
                self._report(codes.WRONG_VALUE, phrase.span,
                             f"{what} takes {count}, found {len(phrase.operands)}",
                             f"write it like `{verb.example}`")
                return None
            type = "object" if wanted == 2 else spec.type
            values = [self.reader.read(type, o, context.scope, what) for o in phrase.operands]
            if any(value is NOTHING for value in values):
                return None
            args[word] = values[0] if wanted == 1 else tuple(values)
        if verb.name == "dim":
            args.setdefault("to", DIM_TO)
        if verb.name == "rewrite":
            args["text"] = args.pop("as")
        if isinstance(args.get("to"), Cell | Area) and "on" in args:
            self._report(codes.WRONG_VALUE, phrases["to"].span,
                         f"the cell `{args['to']}` means nothing on a plane",
                         "write a point in its coordinates, or leave `on` away")
            return None
        return args

    def _only_color(self, verb: Verb, targets: Sequence[tree.Expr]) -> bool:
        """``color red``: a finding where what it acts on was forgotten."""
        last = bare(targets[-1])
        if not isinstance(last, tree.Name) or (
            last.text not in COLOR_NAMES and last.text != "none"
        ):
            return False
        self._report(codes.WRONG_TARGETS, last.span, f"`{verb.name}` needs what it acts on before "
                     "the colour", f"write `{verb.name} a {last.text}`, without a comma between")
        return True

    def _paint(
        self, verb: Verb, node: tree.Act, context: Context
    ) -> dict[str, Any] | None:
        scope = context.scope
        if not node.values:
            self._report(codes.WRONG_VALUE, node.verb.span, f"`{verb.name}` needs a colour behind "
                         "what it acts on", f"write it like `{verb.example}`")
            return None
        if len(node.values) > len(verb.values):
            extra = node.values[len(verb.values)]
            if any(isinstance(v, tree.Name) and v.text in STYLES for v in node.values):
                return None
            self._report(codes.WRONG_VALUE, extra.span, f"`{verb.name}` takes no further value",
                         f"write it like `{verb.example}`")
            return None
        args: dict[str, Any] = {}
        for spec, expr in zip(verb.values, node.values, strict=False):
            what = f"`{verb.name}`" if spec.name == "color" else f"`{verb.name} … {spec.name}`"
            value = self.reader.read(spec.type, expr, scope, what)
            if value is NOTHING:
                return None
            args[spec.name] = value
        if verb.name == "color" and args["color"] is None:
            self._report(codes.WRONG_VALUE, node.values[0].span, "`color` takes a colour, not "
                         "`none`", "write `fill a none` or `stroke a none`")
            return None
        return args

    # ------------------------------------------------------------ verbs of their own

    def _apply(
        self, verb: Verb, node: tree.Act, targets: Sequence[tree.Expr],
        phrases: dict[str, tree.Phrase] | None, context: Context, moment: Moment, ease: Easing,
    ) -> int:
        end = moment.start + moment.each
        if len(targets) != 1:
            self._report(codes.WRONG_TARGETS, node.verb.span,
                         "`apply` takes one matrix or function, then `to` and the objects",
                         f"write it like `{verb.example}`")
            return end
        if phrases is None:
            return end
        refs = self.casting.present(verb, phrases["to"].operands, context.scope, moment, node.span)
        map = self.reader.read("matrix", targets[0], context.scope, "`apply`")
        if not refs or map is NOTHING:
            return end
        return self._perform(verb, refs, {"map": map}, moment, ease, node.span)

    def _become(
        self, verb: Verb, node: tree.Act, targets: Sequence[tree.Expr],
        phrases: dict[str, tree.Phrase] | None, context: Context, moment: Moment, ease: Easing,
    ) -> int:
        refs = self.casting.present(verb, targets, context.scope, moment, node.span, split=True)
        if phrases is None:
            return moment.start + moment.each
        goals = self.casting.entering(verb, phrases["into"].operands, context.scope, moment)
        if refs and goals and any(
            self.stage.presence.share(a, b) for a in refs for b in goals
        ):
            self._report(codes.WRONG_TARGETS, node.span,
                         f"`{verb.name}` turns one thing into another, found the same twice",
                         "use `move`, `color` or `rewrite` to change a thing that stays")
            return moment.start + moment.each
        if goals:
            self.casting.enter(verb.name, goals, moment, node.span)
        if not refs or not goals:
            return moment.start + moment.each
        self.casting.claim(verb.name, goals, moment, verb.touches, node.span)
        if verb.name == "morph":
            whole = Moment(moment.start, moment.total(len(goals)), 0)
            self.casting.claim(verb.name, refs, whole, verb.touches, node.span, same=True)
            self.casting.leave(verb.name, refs, whole, node.span)
        into = goals[0] if len(goals) == 1 else tuple(goals)
        return self._step(verb.name, refs, {"into": into}, moment, ease, node.span,
                          len(goals))

    def _clear(
        self, node: tree.Act, phrases: dict[str, tree.Phrase], context: Context, moment: Moment,
        ease: Easing,
    ) -> int:
        verb = VERBS["clear"]
        if node.targets:
            self._report(codes.WRONG_TARGETS, node.targets[0].span,
                         "`clear` takes everything away, so it takes no objects",
                         "write `hide a`, or `clear except a`")
            return moment.start + moment.each
        kept: list[Ref] = []
        if "except" in phrases:
            exprs = phrases["except"].operands
            kept = self.casting.present(verb, exprs, context.scope, moment, node.span) or []
        return self.clear(moment, ease, node.span, kept)

    def clear(
        self, moment: Moment, ease: Easing, span: Span, kept: Sequence[Ref] = ()
    ) -> int:
        """Everything on screen leaves, but for ``kept``."""
        stay = {leaf for ref in kept for leaf in self.stage.leaves(ref)}
        start = moment.start
        going = [
            ref for ref in self.stage.presence.on_screen(start)
            if not any(self.stage.presence.share(ref, other) for other in stay)
            and self.stage.presence.leaving(ref, start) is None
        ]
        self.casting.claim("clear", going, moment, VERBS["clear"].touches, span)
        self.casting.leave("clear", going, moment, span)
        args: dict[str, Any] = {}
        if kept:
            args["except_"] = kept[0] if len(kept) == 1 else tuple(kept)
        return self._step("clear", going, args, moment, ease, span)

    def set(self, node: tree.SetAct, context: Context, t: int) -> int:
        """Perform ``set t to 3, u to 1``."""
        moment, ease = self._timing(VERBS["set"], node.timing, context, t)
        values = self.params.goals(node, context, moment)
        if not values:
            return t + moment.each
        return self._step("set", (), {"values": values}, moment, ease, node.span)

    def hatch(self, node: tree.HatchAct, context: Context, t: int) -> int:
        """Perform ``python("…") over 2s``."""
        verb = VERBS["python"]
        moment, ease = self._timing(verb, node.timing, context, t)
        args = node.call.args
        intent = self.reader.text(args[0].value, context.scope) if args else ""
        if len(args) != 1 or not isinstance(intent, str):
            if intent is not NOTHING or len(args) != 1:
                self._report(codes.WRONG_VALUE, node.call.span,
                             "`python` takes one text that says what it does",
                             f"write it like `{verb.example}`")
            return t + moment.each
        code: str | None = getattr(node.code, "raw", None)
        return self._step("python", (), {"intent": intent}, moment, ease, node.span, 1, code)


def _name(expr: Any) -> str:
    """What a target is called, for an example; the first argument of a call."""
    if isinstance(expr, tree.Call) and expr.args:
        return _name(bare(expr.args[0].value))
    if isinstance(expr, tree.Tuple):
        return _name(bare(expr.items[0]))
    if isinstance(expr, tree.Name):
        return expr.text
    return ""
