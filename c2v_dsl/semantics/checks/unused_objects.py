"""Objects that nothing speaks of: declared, never shown, and nothing hangs on them."""

from __future__ import annotations

from ...diagnostics.codes import names as codes
from ...syntax import tree
from ..builder import declarations
from .context import Context

GROUPS = frozenset({"group", "row", "column"})
"""They place their members, shown or not."""


def check(context: Context) -> None:
    in_actions: set[str] = set()
    for action in context.library.actions.values():
        in_actions |= context.names(action.tree)
    continued: dict[str, set[str]] = {}
    for item in context.file.items:
        if isinstance(item, tree.Scene) and item.continues is not None:
            continued.setdefault(item.continues.text, set()).update(context.names(item))
    for owner, body in context.bodies():
        if not isinstance(body, tree.SceneBody) or not body.beats:
            continue
        spoken = context.names(body) | in_actions | continued.get(owner.name.text, set())
        code = context.code(body)
        seen: set[str] = set()
        for decl in (d for block in body.objects for d in declarations(block.body)):
            name = decl.name.text
            if name in spoken or name in seen or f"o.{name}" in code:
                continue
            if isinstance(decl.call.func, tree.Name) and decl.call.func.text in GROUPS:
                continue
            seen.add(name)
            context.report.add(codes.UNUSED_OBJECT, decl.name.span, f"`{name}` is never shown",
                               help=f"write `show {name}` in a beat, or remove it")
