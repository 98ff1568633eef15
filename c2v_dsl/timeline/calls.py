"""What an action is given when a beat does it."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.model import ActionModel
from ..semantics.scope import MISSING, Scope
from ..semantics.suggest import counted, did_you_mean
from ..syntax import tree
from .reading import NOTHING, Reader

__all__ = ["bind_arguments"]


def bind_arguments(
    reader: Reader, action: ActionModel, call: tree.Call, scope: Scope
) -> Scope | None:
    """The names inside ``action`` when it is called from ``scope``; None after a finding.

    An argument that names objects stands for them.
    """
    parameters = action.tree.params
    given: dict[str, tree.Arg] = {}
    position = 0
    right = True
    for arg in call.args:
        if arg.name is None:
            if position >= len(parameters):
                wants = counted(len(parameters), "argument")
                _wrong(reader, action, arg.span, f"`{action.name}` takes {wants}, this is one "
                       "too many", _usage(action))
                return None
            name = parameters[position].name.text
            position += 1
        else:
            name = arg.name.text
            if all(parameter.name.text != name for parameter in parameters):
                names = [parameter.name.text for parameter in parameters]
                _wrong(reader, action, arg.name.span, f"`{action.name}` has no parameter `{name}`",
                       did_you_mean(name, names) or _usage(action))
                right = False
                continue
        if name in given:
            _wrong(reader, action, arg.span, f"`{name}` is given to `{action.name}` twice",
                   _usage(action))
            right = False
        given[name] = arg
    inner = action.scope.block(repeats=True)
    missing = []
    for parameter in parameters:
        name = parameter.name.text
        if name in given:
            value = _value(reader, given[name].value, scope)
        elif parameter.default is not None:
            value = _value(reader, parameter.default, inner)
        else:
            missing.append(name)
            continue
        right = right and value is not NOTHING
        reader.evaluator.bind(name, value, inner, parameter.name.span)
    if missing:
        lacking = ", ".join(f"`{name}`" for name in missing)
        _wrong(reader, action, call.span, f"`{action.name}` needs {lacking} too", _usage(action))
    return inner if right and not missing else None


def _value(reader: Reader, expr: tree.Expr, scope: Scope) -> Any:
    if reader.is_target(expr, scope):
        refs = reader.scene.resolve(expr, scope)
        if refs is None:
            return NOTHING
        return refs[0] if len(refs) == 1 else refs
    value = reader.evaluator.argument(expr, scope)
    return NOTHING if value is MISSING else value


def _usage(action: ActionModel) -> str:
    names = ", ".join(parameter.name.text for parameter in action.tree.params)
    return f"it is `do {action.name}({names})`"


def _wrong(reader: Reader, action: ActionModel, span: Span, message: str, help: str) -> None:
    reader.scene.report.add(
        codes.ACTION_ARGS, span, message, help=help,
        related=(Related(action.tree.name.span, "defined here"),),
    )
