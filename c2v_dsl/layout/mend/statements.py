"""The statements behind a scene's objects and steps, and which of them can be changed."""

from __future__ import annotations

from functools import cached_property

from ...diagnostics import Span
from ...patch.index import Entry, Index
from ...pipeline import CheckResult
from ...syntax import tree
from ...timeline.model import ObjectSpec, Step

Literals = tree.Number | tree.CellRef | tree.AreaRef | tree.Color | tree.Str


class Statements:
    """What can be changed in a storyboard's file; a sentence where something cannot."""

    def __init__(self, result: CheckResult) -> None:
        self.path = result.parsed.source.path
        self.text = result.parsed.source.text
        self._tree = result.parsed.tree

    @cached_property
    def index(self) -> Index:
        return Index(self._tree, self.text)

    @cached_property
    def _by_span(self) -> dict[Span, Entry]:
        found: dict[Span, Entry] = {}
        for entry in self.index:
            if isinstance(entry.node, tree.ObjectDecl | tree.Act):
                found.setdefault(entry.span, entry)
        return found

    def declared(self, spec: ObjectSpec) -> Entry | str:
        """The statement that declares an object."""
        entry = self._by_span.get(spec.span)
        if spec.span.path != self.path:
            return f"`{spec.id}` is made in {spec.span.path}"
        if entry is None or not isinstance(entry.node, tree.ObjectDecl):
            return f"`{spec.id}` is made elsewhere"
        return self._made_for_others(entry) or entry

    def act(self, step: Step) -> Entry | str:
        """The statement of a step."""
        entry = self._by_span.get(step.span)
        if step.span.path != self.path or entry is None or not isinstance(entry.node, tree.Act):
            return "what moves it is made elsewhere"
        return self._made_for_others(entry) or entry

    def _made_for_others(self, entry: Entry) -> str | None:
        top = self.index.top(entry.scene)
        match top.node if top else None:
            case tree.Template():
                return f"it is made in the template `{entry.scene}`"
            case tree.Component():
                return f"it is made in the component `{entry.scene}`"
            case tree.ActionDef():
                return f"it is made in the action `{entry.scene}`"
        return None

    def own_place(self, spec: ObjectSpec) -> Entry | str:
        """The statement that declares an object, if it may be given a place of its own there."""
        entry = self.declared(spec)
        if isinstance(entry, str):
            return entry
        node = entry.node
        assert isinstance(node, tree.ObjectDecl)
        if node.indices:
            return f"`{spec.id}` is one of a family, placed together"
        for place in node.places:
            for operand in place.operands:
                if place.word in ("at", "in") and not literal(operand):
                    return f"the place of `{spec.id}` is worked out"
        return entry

    def in_loop(self, entry: Entry) -> bool:
        """Whether a statement is done several times."""
        home = entry.home
        while home is not None:
            outer = self.index.find(home.id)
            if outer is None or outer.home is home:
                return False
            if isinstance(outer.node, tree.ForObjects | tree.ForActions | tree.ForBeats):
                return True
            home = outer.home
        return False

    def outermost(self, span: Span, beat: str) -> Entry | None:
        """The statement of a beat that holds a place."""
        block = self.index.blocks.get(beat)
        for entry in block.entries if block else ():
            if entry.span.start <= span.start and span.end <= entry.span.end:
                return entry
        return None

    def with_changes(self, entry: Entry, changes: dict[Span, str]) -> str:
        """A statement's text with some of its parts written anew."""
        start, end = entry.span.start, entry.span.end
        pieces: list[str] = []
        done = start
        for span, text in sorted(changes.items()):
            pieces += self.text[done : span.start], text
            done = span.end
        return "".join((*pieces, self.text[done:end]))


def literal(expr: tree.Expr) -> bool:
    """Whether an expression says its value itself."""
    match expr:
        case tree.Paren(expr=inner):
            return literal(inner)
        case tree.Tuple(items=items):
            return all(literal(item) for item in items)
        case tree.Unary(op="-", expr=inner):
            return literal(inner)
        case tree.Call(func=tree.Name(text="cell" | "area"), args=args):
            return all(literal(arg.value) for arg in args)
        case tree.Number() | tree.CellRef() | tree.AreaRef():
            return True
        case tree.Name():
            return False
    return False
