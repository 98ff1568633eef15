"""Arguments of templates and components, bound to their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Related
from ..diagnostics.codes import names as codes
from ..syntax import tree
from .scope import Scope
from .suggest import did_you_mean, listing

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .report import Report


def match_arguments(
    report: Report, params: tuple[tree.Parameter, ...], call: tree.Call, what: str
) -> dict[str, tree.Arg | None] | None:
    """The argument for each parameter (None: its default), or None after a finding."""
    names = [p.name.text for p in params]
    given: dict[str, tree.Arg] = {}
    right = True
    unnamed = 0
    for arg in call.args:
        if arg.name is None:
            if unnamed >= len(names):
                report.add(codes.WRONG_CALL, arg.span,
                           f"the {what} takes {_count(len(names))}, found one more",
                           help=f"it is `{_usage(call, params)}`")
                right = False
                continue
            name = names[unnamed]
            unnamed += 1
        else:
            name = arg.name.text
            if name not in names:
                report.add(codes.WRONG_CALL, arg.name.span,
                           f"the {what} has no parameter `{name}`",
                           help=did_you_mean(name, names) or f"it is `{_usage(call, params)}`")
                right = False
                continue
        if name in given:
            report.add(codes.WRONG_CALL, arg.span, f"`{name}` is given twice",
                       related=(Related(given[name].span, "first here"),))
            right = False
            continue
        given[name] = arg
    missing = [p.name.text for p in params if p.default is None and p.name.text not in given]
    if missing and right:
        report.add(codes.WRONG_CALL, call.span,
                   f"the {what} needs {listing(f'`{m}`' for m in missing)}",
                   help=f"it is `{_usage(call, params)}`")
        right = False
    return {name: given.get(name) for name in names} if right else None


def bind_arguments(
    report: Report, evaluator: Evaluator, params: tuple[tree.Parameter, ...], call: tree.Call,
    caller: Scope, scope: Scope, what: str,
) -> bool:
    """Bind every parameter in ``scope``, arguments worked out in ``caller``, defaults in
    ``scope`` itself. False after a finding."""
    matched = match_arguments(report, params, call, what)
    if matched is None:
        return False
    for param in params:
        arg = matched[param.name.text]
        expr, seen = (arg.value, caller) if arg is not None else (param.default, scope)
        if expr is not None:
            value = evaluator.argument(expr, seen)
            scope.bind(param.name.text, "argument", value, param.name.span)
    return True


def _count(n: int) -> str:
    return f"{n} argument{'' if n == 1 else 's'}" if n else "no arguments"


def _usage(call: tree.Call, params: tuple[tree.Parameter, ...]) -> str:
    name = call.func.text if isinstance(call.func, tree.Name) else "…"
    shown = [p.name.text + ("=…" if p.default is not None else "") for p in params]
    return f"{name}({', '.join(shown)})"
