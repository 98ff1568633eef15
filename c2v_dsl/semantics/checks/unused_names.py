"""Lets and params that nothing reads."""

from __future__ import annotations

from ...diagnostics.codes import names as codes
from ...syntax import tree
from .context import Context


def check(context: Context) -> None:
    everywhere = context.names(context.file)
    shown = any(isinstance(item, tree.Scene) for item in context.file.items)
    for item in context.file.items:
        if shown and isinstance(item, tree.Let) and item.name.text not in everywhere:
            _unused(context, item)
    continued = {
        item.continues.text: item for item in context.file.items
        if isinstance(item, tree.Scene) and item.continues is not None
    }
    for owner, body in context.bodies():
        read, code = context.names(body), context.code(body)
        follower = continued.get(owner.name.text)
        if follower is not None:
            read |= context.names(follower)
        for node in context.below(body):
            if not isinstance(node, tree.Let | tree.Param) or node.name.text in read:
                continue
            if f"p.{node.name.text}" not in code:
                _unused(context, node)


def _unused(context: Context, item: tree.Let | tree.Param) -> None:
    what = "param" if isinstance(item, tree.Param) else "let"
    help = "remove it" if what == "let" else f"`set {item.name.text} to …` in a beat, or remove it"
    context.report.add(codes.UNUSED_NAME, item.name.span,
                       f"nothing uses the {what} `{item.name.text}`", help=help)

