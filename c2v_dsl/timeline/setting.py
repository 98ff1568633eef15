"""``set``: which params change, and to what."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.lowered import Live, Ref
from ..semantics.scope import MISSING
from ..semantics.suggest import did_you_mean, listing
from ..semantics.walk import bare
from ..syntax import tree
from .casting import Casting, Moment
from .conflicts import Use
from .context import Context, Stage
from .parts import WHOLE
from .reading import NOTHING, Reader

__all__ = ["ParamSetter"]


class ParamSetter:
    """Works out the goals of ``set t to 3, u to 1`` and keeps what params are."""

    def __init__(self, stage: Stage, reader: Reader, casting: Casting) -> None:
        self.stage = stage
        self.scene = stage.scene
        self.reader = reader
        self.casting = casting

    def goals(self, node: tree.SetAct, context: Context, moment: Moment) -> dict[str, Any]:
        """What each param is set to; wrong ones are left out after a finding."""
        values: dict[str, Any] = {}
        for target, expr in node.pairs:
            name = self._param(target, context)
            value = self.reader.value(expr, context.scope)
            if name is None or value is NOTHING:
                continue
            if name in values:
                self._report(codes.WRONG_PHRASE, target.span, f"`{name}` is set twice in one "
                             "action", "keep one of them")
                continue
            if self._alike(name, value, expr):
                values[name] = value
                self._claim_param(name, moment, target.span)
        self._note(values)
        return values

    def _report(
        self, code: str, span: Span, message: str, help: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        self.scene.report.add(code, span, message, help=help, related=related)

    def _claim_param(self, name: str, moment: Moment, span: Span) -> None:
        start, end = moment.of(0)
        self.stage.claims += 1
        use = Use(start, end, WHOLE, frozenset({"param"}), "set", span, self.stage.claims)
        collision = self.stage.conflicts.claim(f"param {name}", use, start)
        if collision:
            self.casting.collide(Ref(f"param {name}"), use, *collision)

    def _note(self, values: dict[str, Any]) -> None:
        """Remember what params are from now on, as far as that is known."""
        known = {
            name: self.reader.now(value) if isinstance(value, Live) else value
            for name, value in values.items()
        }
        self.stage.params.update(known)
        for name, value in known.items():
            if value is not None:
                self.stage.sets.setdefault(name, []).append(value)

    def _param(self, target: tree.Expr, context: Context) -> str | None:
        inner = bare(target)
        name = inner.text if isinstance(inner, tree.Name) else ""
        binding = context.scope.lookup(name) if name else None
        if name in self.scene.params and (binding is None or binding.kind == "param"):
            return name
        if binding is not None and binding.kind == "argument":
            value = self.reader.value(target, context.scope)
            if isinstance(value, Live) and len(value.params) == 1 and (
                value.params[0] in self.scene.params and value.python.startswith("p.")
                and value.python[2:].rstrip("_").isidentifier()
            ):
                return value.params[0]
        if self.reader.is_target(target, context.scope):
            what, help = "an object", ("objects are changed by `move`, `color`, `scale` and the "
                                       "like; `set` changes params")
        elif binding is not None and binding.kind in ("let", "function"):
            what, help = "a `let`, which never changes", f"declare `param {name} = …` instead"
        elif binding is not None:
            what, help = "no param", "`set` changes the scene's params"
        else:
            known = self.scene.params
            near = did_you_mean(name, known) if name else ""
            what = "no param of this scene"
            help = near or (f"its params are {listing(f'`{p}`' for p in known)}" if known else
                            f"declare it: `param {name or 't'} = 0`")
        shown = f"`{name}`" if name else "this"
        self._report(codes.SET_WHAT, target.span, f"{shown} is {what}", help)
        return None

    def _alike(self, name: str, value: Any, expr: tree.Expr) -> bool:
        before = self.scene.params[name].initial
        after = value.initial if isinstance(value, Live) else value
        if after is None or before is MISSING or before is None:
            return True
        if _sort(before) == _sort(after):
            return True
        self._report(codes.WRONG_VALUE, expr.span,
                     f"`{name}` began as {_sort(before)}, so it cannot become {_sort(after)}", "",
                     (Related(self.scene.params[name].span, "declared here"),))
        return False


def _sort(value: Any) -> str:
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a text"
    words = {"Point": "a point", "complex": "a complex number", "Color": "a colour",
             "Cell": "a cell", "Area": "an area"}
    name = type(value).__name__
    if name == "List":
        return f"a list of {len(value)}"
    return words.get(name, "something else")
