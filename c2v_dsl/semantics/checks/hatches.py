"""Hatches that nobody has filled in yet."""

from __future__ import annotations

from ...diagnostics.codes import objects as codes
from ...syntax import tree
from .context import Context


def check(context: Context) -> None:
    for node in context.below(context.file):
        match node:
            case tree.ObjectDecl(call=tree.Call(func=tree.Name(text="python")), code=None):
                help = 'put the code behind it: `"""…"""`, ending in `return mobject`'
                span = node.call.span
            case tree.HatchAct(code=None):
                help = 'put the code behind it: `"""…"""`, with `self.play(…)` in it'
                span = node.call.span
            case _:
                continue
        context.report.add(codes.NO_CODE, span,
                           "this hatch has no code, a placeholder stands for it", help=help)
