"""Lets and params that nothing reads."""

from __future__ import annotations

from ...diagnostics.codes import names as codes
from ...syntax import tree
from ..walk import names_in, nodes
from .context import Context


def check(context: Context) -> None:
    if context.broken:
        return
    everywhere = {name.text for name in names_in(context.file)}
    shown = any(isinstance(item, tree.Scene) for item in context.file.items)
    for item in context.file.items:
        if shown and isinstance(item, tree.Let) and item.name.text not in everywhere:
            _unused(context, item)
    continued = {
        item.continues.text: item for item in context.file.items
        if isinstance(item, tree.Scene) and item.continues is not None
    }
    for owner, body in context.bodies():
        read = {name.text for name in names_in(body)} | _code_words(body)
        follower = continued.get(owner.name.text)  # type: ignore[attr-defined]
        if follower is not None:
            read |= {name.text for name in names_in(follower)}
        for node in nodes(body):
            if isinstance(node, tree.Let | tree.Param) and node.name.text not in read:
                _unused(context, node)


def _unused(context: Context, item: tree.Let | tree.Param) -> None:
    what = "param" if isinstance(item, tree.Param) else "let"
    help = "remove it" if what == "let" else f"`set {item.name.text} to …` in a beat, or remove it"
    context.report.add(codes.UNUSED_NAME, item.name.span,
                       f"nothing uses the {what} `{item.name.text}`", help=help)


def _code_words(body: tree.SceneBody | tree.Component) -> set[str]:
    """Params that hatches read as ``p.NAME``."""
    code = " ".join(
        node.code.raw for node in nodes(body)
        if isinstance(node, tree.ObjectDecl | tree.HatchAct) and node.code is not None
    )
    if not code:
        return set()
    return {
        node.name.text for node in nodes(body)
        if isinstance(node, tree.Param) and f"p.{node.name.text}" in code
    }
