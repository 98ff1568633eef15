"""Objects that nothing speaks of: declared, never shown, and nothing hangs on them."""

from __future__ import annotations

from ...diagnostics.codes import names as codes
from ...syntax import tree
from ..builder import declarations
from ..walk import names_in, nodes
from .context import Context

GROUPS = frozenset({"group", "row", "column"})
"""They place their members, shown or not."""


def check(context: Context) -> None:
    in_actions = {
        name.text for action in context.library.actions.values() for name in names_in(action.tree)
    }
    continued: dict[str, set[str]] = {}
    for item in context.file.items:
        if isinstance(item, tree.Scene) and item.continues is not None and item.body is not None:
            told = {name.text for name in names_in(item.body)}
            continued.setdefault(item.continues.text, set()).update(told)
    for owner, body in context.bodies():
        if not isinstance(body, tree.SceneBody) or not body.beats:
            continue
        spoken = _spoken(body) | in_actions
        spoken |= continued.get(owner.name.text, set())  # type: ignore[attr-defined]
        seen: set[str] = set()
        for decl in (d for block in body.objects for d in declarations(block.body)):
            name = decl.name.text
            if isinstance(decl.call.func, tree.Name) and decl.call.func.text in GROUPS:
                continue
            if name in spoken or name in seen or _in_code(body, name):
                continue
            seen.add(name)
            context.report.add(codes.UNUSED_OBJECT, decl.name.span, f"`{name}` is never shown",
                               help=f"write `show {name}` in a beat, or remove it")


def _spoken(body: tree.SceneBody) -> set[str]:
    """Every name that is used, with what an object's own declaration says about itself left out."""
    return {name.text for name in names_in((body.lets, body.objects, body.beats))}


def _in_code(body: tree.SceneBody, name: str) -> bool:
    """Whether a hatch's code speaks of it."""
    return any(
        isinstance(node, tree.ObjectDecl | tree.HatchAct) and node.code is not None
        and f"o.{name}" in node.code.raw
        for node in nodes((body.objects, body.beats))
    )
