"""What decides where an object stands at a moment: its declaration, or a step that moved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...patch.index import Entry
from ...patch.model import Operation, Place, ReplaceBlock
from ...semantics.kind_lists import OWN_PLACE
from ...semantics.lowered import Ref, Value
from ...semantics.values import Area, Cell, Point
from ...syntax import tree
from ...timeline.model import ObjectSpec, Step
from .candidate import Case
from .statements import Statements, literal

RELATIVE = ("above", "below", "left_of", "right_of")


@dataclass(frozen=True)
class Mover:
    """A statement that puts an object somewhere.

    Attributes:
        name: the object, or what it is placed with.
        word: of the place; ``shift`` where a step shifts it.
        target: Cell, Area, Point, Ref or None (the middle of the grid).
        ramp: frames between which a change of it would show, see `Motion`.
        step: whether it is a step; then only what hangs on the object goes along.
    """

    name: str
    word: str
    target: Value
    entry: Entry
    operand: tree.Expr | None
    ramp: tuple[tuple[int, float], ...]
    spec: ObjectSpec
    step: bool = False

    def write(self, place: str, statements: Statements) -> Operation:
        """The operation that puts it to ``place`` (for a shift: by that much)."""
        if not self.step:
            node = self.entry.node
            assert isinstance(node, tree.ObjectDecl)
            kept = [p for p in node.places if p.word == "on"]
            plane = [statements.text[p.span.start : p.span.end] for p in kept]
            return Place(op="place", id=self.entry.id, place=" ".join((*plane, place)))
        assert self.operand is not None
        text = statements.with_changes(
            self.entry, {self.operand.span: place.removeprefix("at ").removeprefix("in ")})
        return ReplaceBlock(op="replace_block", id=self.entry.id, text=text)


def movers(case: Case, name: str, every: bool = False) -> Iterator[Mover]:
    """The statements that put an object where it is at the case's moment, the last one first.

    Why one cannot be changed is noted in the case.

    Args:
        every: also those that put it where it was before.
    """
    name = case.holder(name)
    spec = case.objects[name]
    steps = [s for s in case.steps_of(name) if s.start < case.moment.frame]
    absolute = [s for s in case.steps_of(name) if s.verb in ("move", "swap", "apply")]
    declared = True
    for step in reversed(steps):
        if step.verb in ("move", "shift"):
            found = _step(case, name, spec, step, absolute)
            if isinstance(found, Mover):
                yield found
            else:
                case.reason(found)
            if step.verb == "move" and not every:
                declared = False
                break
        elif step.verb in ("swap", "apply"):
            case.reason(f"`{name}` stands where `{step.verb}` has put it")
            declared = False
            break
    if not declared:
        return
    if spec.kind in OWN_PLACE:
        return
    entry = case.statements.own_place(spec)
    if isinstance(entry, str):
        case.reason(entry)
        return
    word = spec.place.word if spec.place else "at"
    target = spec.place.target if spec.place else None
    if target is not None and not isinstance(target, Cell | Area | Point | Ref | tuple):
        case.reason(f"the place of `{name}` follows what happens")
        return
    yield Mover(name, word, target, entry, None, _until(absolute, 0), spec)


def _step(
    case: Case, name: str, spec: ObjectSpec, step: Step, absolute: list[Step]
) -> Mover | str:
    entry = case.statements.act(step)
    if isinstance(entry, str):
        return entry
    if case.statements.in_loop(entry):
        return f"what moves `{name}` is done in a loop"
    node = entry.node
    assert isinstance(node, tree.Act)
    if len(step.targets) != 1:
        return f"`{name}` is moved together with others"
    word = "by" if step.verb == "shift" else "to"
    phrase = next((p for p in node.phrases if p.word.text == word and len(p.operands) == 1), None)
    target = step.args.get(word)
    if phrase is None or not literal(phrase.operands[0]) or "on" in step.args or not isinstance(
        target, Cell | Area | Point
    ):
        return f"where `{name}` is moved to is worked out"
    later = [s for s in absolute if s.start > step.start]
    ramp = ((step.start, 0.0), (step.start + step.frames, 1.0), *_until(later, 1)[1:])
    return Mover(name, "shift" if word == "by" else "at", target, entry, phrase.operands[0], ramp,
                 spec, step=True)


def _until(later: list[Step], start: int) -> tuple[tuple[int, float], ...]:
    """All of it, until the first of the later steps does away with it."""
    if not later:
        return ()
    step = later[0]
    return (0, 1.0), (max(step.start, start), 1.0), (max(step.start, start) + step.frames, 0.0)
